"""Assessments: drafts in the wizard, finished ones that stand, and how they are read and repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain import assessment_text
from app.domain.assessment import Change, Input, Outcome, assess, changes
from app.domain.credit_record import GradeOverride, StoredAssessment, StoredScorecard
from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade, Scorecard
from app.domain.scorecard_text import content_hash
from app.services.scorecards import DRAFT as CARD_DRAFT
from app.services.scorecards import PUBLISHED, SHIPPED, read_card
from app.services.scoring_inputs import inputs_and_facts
from app.services.scoring_validity import Validity, ended
from app.services.scoring_views import (
    AssessmentView,
    Draft,
    Ended,
    Facts,
    FinalGrade,
    GradeInForce,
    GradeRow,
)

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Store, UnitOfWork
    from app.services.scorecards import CardBook
    from app.services.scoring_desk import ScoringDesk

DRAFT, FINAL = "draft", "final"
FEW_SETTLED = 3
"""With fewer settled invoices than this a customer is scored as new."""


class Assessments:
    """Use cases on the assessments of customers."""

    def __init__(self, desk: ScoringDesk) -> None:
        self._desk = desk
        self.validity_rules = Validity(desk.settings)

    # -- asking -------------------------------------------------------------------------------

    def card_for(self, customer_id: int, as_of: date) -> str:
        """The code of the card that fits: the one it was scored by last, else by how much it has paid."""
        last = self._desk.reader.final_grades([customer_id], as_of).get(customer_id)
        behaviour = self._desk.behaviours(as_of, [customer_id]).get(customer_id)
        return fitting(last, behaviour.settled if behaviour else 0, self.usable())

    def usable(self) -> frozenset[str]:
        """Cards with a version in force."""
        return frozenset(info.code for info in self._desk.cards.cards() if info.in_force)

    def inputs(self, customer_id: int, as_of: date, card: Scorecard) -> dict[str, Input]:
        """What is on file to each question of the card, with source and day."""
        return self.answers(customer_id, as_of, card)[0]

    def facts(self, customer_id: int, as_of: date, card: Scorecard) -> Facts:
        """What the card's knock-outs ask beside its questions."""
        return self.answers(customer_id, as_of, card)[1]

    def answers(self, customer_id: int, as_of: date, card: Scorecard) -> tuple[dict[str, Input], Facts]:
        """Both in one reading."""
        known = self._desk.known([customer_id], as_of).get(customer_id)
        if known is None:
            self._desk.store.get(Customer, customer_id)  # says what is missing
            raise DomainError("assessment.no_customer")
        return inputs_and_facts(known, self._desk.open_tables(), card, as_of)

    def assess(self, card: Scorecard, inputs: Mapping[str, Input], as_of: date, facts: Facts) -> Outcome:
        """The outcome; writes nothing and asks nobody."""
        return assess(card, inputs, as_of, facts)

    # -- drafts -------------------------------------------------------------------------------

    def save_draft_assessment(self, draft: Draft) -> ChangeSet:
        """Keep a scoring as it stands; one draft per customer."""
        outcome = assess(draft.card, draft.inputs, draft.as_of, draft.facts)
        with self._desk.store.write() as uow:
            customer = uow.get(Customer, draft.customer_id)
            row = assessment_row(draft, draft.facts, outcome, DRAFT)
            before = uow.find(StoredAssessment, customer_id=draft.customer_id, state=DRAFT)
            if before:
                uow.replace(replace(row, id=before[0].id, version=before[0].version))
            else:
                if draft.card.code in SHIPPED:
                    self._desk.cards.keep_shipped(uow, draft.card.code)
                uow.add(row)
            return uow.commit("assessment.draft_saved", name=customer.name)

    def draft_of(self, customer_id: int) -> Draft | None:
        """The draft kept for a customer; None where there is none or its card is gone."""
        rows = self._desk.store.find(StoredAssessment, customer_id=customer_id, state=DRAFT)
        if not rows:
            return None
        row = rows[0]
        inputs, facts = assessment_text.read(row.inputs)
        try:
            card = stored_card(self._desk.store, self._desk.cards, row)
        except DomainError:
            return None
        return Draft(customer_id, card, row.as_of, inputs, facts, row.author, row.note)

    def drop_draft(self, customer_id: int) -> ChangeSet:
        """Drop the draft of a customer."""
        with self._desk.store.write() as uow:
            customer = uow.get(Customer, customer_id)
            _drop_draft(uow, customer_id)
            return uow.commit("assessment.draft_dropped", name=customer.name)

    # -- finished -----------------------------------------------------------------------------

    def finish(self, draft: Draft) -> ChangeSet:
        """Keep a scoring for good; what knock-outs ask is read anew, and never taken from a draft."""
        today = self._desk.clock.today()
        if draft.as_of > today:
            raise DomainError("assessment.future", on=draft.as_of, today=today)
        _require_reasons(draft)
        codes = {indicator.code for indicator in draft.card.indicators()}
        asked = {code: given for code, given in draft.inputs.items() if code in codes}
        clean = replace(draft, inputs=asked)
        facts = self.facts(draft.customer_id, draft.as_of, draft.card)
        outcome = assess(draft.card, asked, draft.as_of, facts)
        until = self.validity_rules.until(outcome.grade, draft.as_of)
        with self._desk.store.write() as uow:
            customer = uow.get(Customer, draft.customer_id)
            self._require_published(uow, draft.card)
            _drop_draft(uow, draft.customer_id)
            uow.add(replace(assessment_row(clean, facts, outcome, FINAL), valid_until=until))
            return uow.commit(
                "assessment.finished", name=customer.name, grade=str(outcome.grade), score=str(outcome.score)
            )

    def _require_published(self, uow: UnitOfWork, card: Scorecard) -> None:
        rows = self._desk.cards.keep_shipped(uow, card.code)
        wanted = card.version, content_hash(card)
        if not any((row.version_no, row.content_hash) == wanted and row.state == PUBLISHED for row in rows):
            raise DomainError("assessment.card_not_published", name=card.name or card.code)

    def end(self, assessment_id: int, on: date, why: str) -> ChangeSet:
        """End a finished assessment from a day on, for a stated reason."""
        if not why.strip():
            raise DomainError("assessment.no_end_reason")
        with self._desk.store.write() as uow:
            row = uow.get(StoredAssessment, assessment_id)
            if on < row.as_of:
                raise DomainError("assessment.end_before", on=on, made=row.as_of)
            customer = uow.get(Customer, row.customer_id)
            uow.replace(replace(row, ended_on=on, ended_why=why.strip()))
            return uow.commit("assessment.ended", name=customer.name)

    def view(self, assessment_id: int, as_of: date | None = None) -> AssessmentView:
        """One assessment as it stands on a day."""
        row = self._desk.store.get(StoredAssessment, assessment_id)
        day = as_of or self._desk.clock.today()
        rows = self._finals(row.customer_id, max(day, row.as_of)) if row.state == FINAL else [row]
        return next(each for each in self._views(rows, day) if each.id == assessment_id)

    def latest(self, customer_id: int, as_of: date) -> AssessmentView | None:
        """The last finished assessment up to a day, whether or not it still holds."""
        rows = self._finals(customer_id, as_of)
        return self._views(rows[:1], as_of)[0] if rows else None

    def history(self, customer_id: int, as_of: date | None = None) -> tuple[AssessmentView, ...]:
        """All finished assessments up to a day, the newest first."""
        day = as_of or self._desk.clock.today()
        return tuple(self._views(self._finals(customer_id, day), day))

    def recompute(self, assessment_id: int) -> Outcome:
        """Score again by the stored version of the card and the stored inputs: the same outcome for ever."""
        return self._outcome(self._desk.store.get(StoredAssessment, assessment_id))

    def card_of(self, assessment_id: int) -> Scorecard:
        """The very card an assessment was made by, whatever became of it since."""
        row = self._desk.store.get(StoredAssessment, assessment_id)
        return stored_card(self._desk.store, self._desk.cards, row)

    def changes(self, customer_id: int, outcome: Outcome, as_of: date) -> tuple[Change, ...]:
        """What moved since the last finished assessment; nothing where there is none."""
        rows = self._finals(customer_id, as_of)
        return changes(self._outcome(rows[0]), outcome) if rows else ()

    def grade_of(self, customer_ids: Collection[int] | None, as_of: date) -> dict[int, GradeInForce]:
        """The grades of those (None: of all) that were ever assessed, overrides in effect applied."""
        finals = self._desk.reader.final_grades(customer_ids, as_of)
        over = self._ended(finals.values(), as_of)
        overrides = self._overrides([one.id for one in finals.values()], as_of)
        return {
            customer_id: GradeInForce(
                _final_grade(Grade(one.grade), overrides.get(one.id)),
                one.id,
                one.as_of,
                one.id not in over,
                one.id in overrides,
                over.get(one.id),
            )
            for customer_id, one in finals.items()
        }

    def grades(self, as_of: date) -> tuple[GradeRow, ...]:
        """Every customer with its grade on a day: the worst first, those never assessed last."""
        finals, held = self._desk.reader.final_grades(None, as_of), self.grade_of(None, as_of)
        rows = [
            GradeRow(
                one,
                standing.name,
                standing.name_en,
                standing.code,
                held.get(one),
                Decimal(finals[one].score) if one in finals else None,
                finals[one].valid_until if one in finals else None,
            )
            for one, standing in self._desk.reader.standings(None, as_of).items()
        ]
        return tuple(sorted(rows, key=_worst_first))

    def _finals(self, customer_id: int, as_of: date) -> list[StoredAssessment]:
        rows = self._desk.store.find(StoredAssessment, customer_id=customer_id, state=FINAL)
        return sorted(
            (row for row in rows if row.as_of <= as_of), key=lambda row: (row.as_of, row.id), reverse=True
        )

    def _ended(self, grades: Iterable[FinalGrade], day: date) -> dict[int, Ended]:
        return ended(self._desk, list(grades), day, self.validity_rules.tolerance())

    def _overrides(self, ids: Collection[int], day: date) -> dict[int, GradeOverride]:
        """The newest override in effect of each assessment."""
        rows = self._desk.store.find(GradeOverride, assessment_id=list(ids)) if ids else []
        return {row.assessment_id: row for row in rows if row.on <= day <= row.expires_on}

    def _views(self, rows: list[StoredAssessment], day: date) -> list[AssessmentView]:
        """Views of one customer's rows, newest first; only the newest can be ended by events."""
        overrides = self._overrides([row.id for row in rows], day)
        finals = [row for row in rows if row.state == FINAL]
        over: dict[int, Ended] = {}
        for newer, older in pairwise(finals):
            over[older.id] = Ended(newer.as_of, "assessment.replaced", {"on": newer.as_of})
        over |= self._ended([_as_final(row) for row in finals[:1]], day)
        return [self._view(row, over.get(row.id), overrides.get(row.id)) for row in rows]

    def _view(
        self, row: StoredAssessment, why: Ended | None, override: GradeOverride | None
    ) -> AssessmentView:
        inputs, facts = assessment_text.read(row.inputs)
        return AssessmentView(
            id=row.id,
            customer_id=row.customer_id,
            card=row.card,
            card_version=row.card_version,
            as_of=row.as_of,
            inputs=inputs,
            facts=facts,
            outcome=self._outcome(row),
            score=Decimal(row.score),
            coverage=Decimal(row.coverage),
            by_score=Grade(row.by_score),
            grade=Grade(row.grade),
            final=_final_grade(Grade(row.grade), override),
            state=row.state,
            author=row.author,
            note=row.note,
            valid_until=row.valid_until,
            ended=why,
            override=override,
        )

    def _outcome(self, row: StoredAssessment) -> Outcome:
        inputs, facts = assessment_text.read(row.inputs)
        return assess(stored_card(self._desk.store, self._desk.cards, row), inputs, row.as_of, facts)


def stored_card(store: Store, cards: CardBook, row: StoredAssessment) -> Scorecard:
    """The very content that scored: by its hash, whatever became of the version since."""
    stored = store.find(StoredScorecard, code=row.card, content_hash=row.content_hash, deleted=[False, True])
    own = [each for each in stored if each.version_no == row.card_version]
    published = [each for each in own if each.state != CARD_DRAFT]
    for each in (*published, *own, *stored):
        return read_card(each)
    if row.card in SHIPPED and content_hash(cards.shipped(row.card)) == row.content_hash:
        return cards.shipped(row.card)
    raise DomainError("assessment.card_gone", name=row.card, version=row.card_version)


def _worst_first(row: GradeRow) -> tuple[int, Decimal, int]:
    """D before A, the lower score first."""
    if row.held is None:
        return 1, Decimal(0), row.customer_id
    return -GRADES.index(row.held.grade), row.score or Decimal(0), row.customer_id


def fitting(last: FinalGrade | None, settled: int, usable: Collection[str]) -> str:
    """A card of the company's own stays; between the shipped ones the ledger decides."""
    if last is not None and last.card in usable and last.card not in SHIPPED:
        return last.card
    return "new" if settled < FEW_SETTLED else "existing"


def _final_grade(grade: Grade, override: GradeOverride | None) -> Grade:
    return grade if override is None else Grade(override.now)


def _as_final(row: StoredAssessment) -> FinalGrade:
    return FinalGrade(
        row.id,
        row.customer_id,
        row.as_of,
        row.grade,
        row.score,
        row.card,
        row.valid_until,
        row.ended_on,
        row.ended_why,
    )


def _drop_draft(uow: UnitOfWork, customer_id: int) -> None:
    rows = uow.find(StoredAssessment, customer_id=customer_id, state=DRAFT)
    uow.remove(StoredAssessment, [row.id for row in rows])


def _require_reasons(draft: Draft) -> None:
    for indicator in draft.card.indicators():
        given = draft.inputs.get(indicator.code)
        if given is not None and given.replaces is not None and not given.reason.strip():
            name: object = indicator.name or (f"indicator.{indicator.code}", {})
            raise DomainError("assessment.no_reason", indicator=name)


def assessment_row(draft: Draft, facts: Facts, outcome: Outcome, state: str) -> StoredAssessment:
    """A scoring as it is stored."""
    return StoredAssessment(
        customer_id=draft.customer_id,
        card=draft.card.code,
        card_version=draft.card.version,
        content_hash=content_hash(draft.card),
        as_of=draft.as_of,
        inputs=assessment_text.write(draft.inputs, facts),
        score=str(outcome.score),
        coverage=str(outcome.coverage),
        by_score=str(outcome.by_score),
        grade=str(outcome.grade),
        sufficient=outcome.sufficient,
        knockouts=",".join(knockout.code for knockout in outcome.knockouts),
        state=state,
        author=draft.author.strip(),
        note=draft.note.strip(),
    )
