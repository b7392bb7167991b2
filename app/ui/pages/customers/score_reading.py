"""What the Score tab reads, and the check that an old score comes out the same again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.assessment import Change, changes

if TYPE_CHECKING:
    from app.domain.assessment import Outcome
    from app.domain.scorecard import Scorecard
    from app.services.scoring_views import AssessmentView
    from app.services.session import CompanySession


@dataclass(frozen=True, slots=True)
class Scored:
    """All finished assessments of a customer, newest first, with the cards they were made by."""

    name: str
    history: tuple[AssessmentView, ...]
    cards: dict[tuple[str, int], Scorecard]
    draft: bool
    name_en: str = ""

    def card(self, view: AssessmentView) -> Scorecard | None:
        """The card of an assessment, where that version is still there."""
        return self.cards.get((view.card, view.card_version))

    def before(self, view: AssessmentView) -> AssessmentView | None:
        """The assessment before one."""
        place = self.history.index(view) + 1
        return self.history[place] if place < len(self.history) else None

    def moved(self, view: AssessmentView) -> tuple[Change, ...]:
        """What moved since the one before."""
        before = self.before(view)
        return changes(before.outcome, view.outcome) if before is not None else ()


def read_scored(session: CompanySession, customer_id: int) -> Scored:
    """Read it; runs on the database worker."""
    scoring, customer = session.scoring, session.customers.profile(customer_id).customer
    history = scoring.history(customer_id)
    return Scored(
        customer.name,
        history,
        {(each.card, each.card_version): scoring.card_of(each.id) for each in history},
        scoring.draft_of(customer_id) is not None,
        customer.name_en,
    )


def same(view: AssessmentView, again: Outcome) -> bool:
    """Whether a score worked out again is what was stored."""
    return (view.score, view.coverage, view.by_score, view.grade) == (
        again.score,
        again.coverage,
        again.by_score,
        again.grade,
    )
