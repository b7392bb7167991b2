"""Whether every stored assessment still scores as it did, and every card still is what was published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain import assessment_text
from app.domain.assessment import Assessor
from app.domain.credit_record import StoredAssessment, StoredScorecard
from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.domain.scorecard_text import content_hash
from app.services.check import Finding
from app.services.scorecards import DRAFT, read_card
from app.services.scoring_assessments import stored_card

if TYPE_CHECKING:
    from datetime import date

    from app.domain.assessment import Outcome
    from app.domain.scorecard import Scorecard
    from app.services.ports import Store
    from app.services.scorecards import CardBook

_MOST = 50
"""Of one kind of finding so many are named."""


class ScoreCheck:
    """Scores again what is stored, by the stored inputs and the stored card."""

    def __init__(self, store: Store, cards: CardBook) -> None:
        self._store = store
        self._cards = cards

    def changed_cards(self) -> list[Finding]:
        """Published cards whose content is not what its hash says."""
        return [
            Finding("check.card_changed", {"card": one.name or one.code, "version": one.version_no},
                    "stored_scorecard", one.id)
            for one in self._store.find(StoredScorecard)
            if one.state != DRAFT and not _is_as_published(one)
        ][:_MOST]  # fmt: skip

    def changed_scores(self) -> list[Finding]:
        """Finished assessments that score otherwise, or whose card or inputs nobody can read."""
        found: list[Finding] = []
        for finding in self._differing():
            found.append(finding)
            if len(found) >= _MOST:
                break
        return found

    def _differing(self) -> Iterator[Finding]:
        rows = self._store.find(StoredAssessment, state="final")
        names = {one.id: one.name for one in self._store.find(Customer, deleted=[False, True])}
        assessors: dict[tuple[str, int, str, date], Assessor] = {}
        cards: dict[tuple[str, int, str], Scorecard] = {}
        for row in rows:
            card_key = row.card, row.card_version, row.content_hash
            key = (*card_key, row.as_of)
            said = {"customer": names.get(row.customer_id, ""), "day": row.as_of}
            try:
                if card_key not in cards:
                    cards[card_key] = stored_card(self._store, self._cards, row)
                if key not in assessors:
                    assessors[key] = Assessor(cards[card_key], row.as_of)
                outcome = assessors[key].assess(*assessment_text.read(row.inputs))
            except DomainError as error:
                why = (error.code, dict(error.params))
                yield Finding("check.score_lost", {**said, "why": why}, "stored_assessment", row.id)
                continue
            if _stored(row) != _given(outcome):
                kept, now = (f"{one[0]} ({one[1]})" for one in (_stored(row), _given(outcome)))
                params = {**said, "kept": kept, "now": now}
                yield Finding("check.score", params, "stored_assessment", row.id)


def _is_as_published(row: StoredScorecard) -> bool:
    try:
        return content_hash(read_card(row)) == row.content_hash
    except DomainError:
        return False


def _stored(row: StoredAssessment) -> tuple[str, ...]:
    return row.score, row.grade, row.by_score, row.coverage, row.knockouts


def _given(outcome: Outcome) -> tuple[str, ...]:
    hit = ",".join(knockout.code for knockout in outcome.knockouts)
    return str(outcome.score), str(outcome.grade), str(outcome.by_score), str(outcome.coverage), hit
