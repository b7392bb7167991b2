"""Scoring everybody from data alone: the difference list, and what a card would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from app.domain.assessment import Answer, Assessor, Outcome, rate
from app.domain.backup import BackupKind
from app.domain.credit_record import StoredAssessment
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade
from app.services.control import CancelledError, Silent
from app.services.scorecards import SHIPPED, require_sound
from app.services.scoring_assessments import DRAFT, FINAL, assessment_row, fitting
from app.services.scoring_inputs import inputs_and_facts
from app.services.scoring_validity import Validity
from app.services.scoring_views import BinCount, CardPreview, Draft, Moved, PreviewRow, RescoreRow

if TYPE_CHECKING:
    from app.domain.assessment import Input
    from app.domain.changes import ChangeSet
    from app.domain.scorecard import Bin, Scorecard
    from app.services.control import Control
    from app.services.scoring_desk import ScoringDesk
    from app.services.scoring_inputs import Known
    from app.services.scoring_views import Facts, FinalGrade

TELL_EVERY = 500
LOSS_SETTING = "scoring.loss_rates"
LOSS_RATES = {
    Grade.A: Decimal("2.0"),
    Grade.B: Decimal("3.0"),
    Grade.C: Decimal("8.6"),
    Grade.D: Decimal("22.2"),
}
"""Yearly failures per grade, per cent: measured with the shipped financial ratios on 5,908 Polish firms."""
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Scored:
    known: Known
    card: Scorecard
    inputs: Mapping[str, Input]
    facts: Facts
    outcome: Outcome
    last: FinalGrade | None


@dataclass(slots=True)
class _Count:
    """Customers in one row of an indicator, and their invoices with the late ones of them."""

    members: list[int] = field(default_factory=list)
    invoices: int = 0
    late: int = 0

    def add(self, known: Known) -> None:
        self.members.append(known.standing.customer_id)
        if known.behaviour is not None:
            self.invoices += known.behaviour.counted
            self.late += known.behaviour.late

    @property
    def rate(self) -> Decimal | None:
        return Decimal(self.late) / self.invoices if self.invoices else None


@dataclass(slots=True)
class _Tally:
    """What a preview counts."""

    rows: list[PreviewRow] = field(default_factory=list)
    bins: dict[str, dict[tuple[Answer, Bin | None], _Count]] = field(default_factory=dict)
    grades: dict[Grade, _Count] = field(default_factory=dict)

    def add(self, one: _Scored, outcome: Outcome, exposure: int) -> None:
        standing = one.known.standing
        row = PreviewRow(
            standing.customer_id,
            standing.name,
            one.outcome.grade,
            outcome.grade,
            one.outcome.score,
            outcome.score,
            exposure,
            standing.name_en,
        )
        self.rows.append(row)
        self.grades.setdefault(outcome.grade, _Count()).add(one.known)

    def place(self, card: Scorecard, inputs: Mapping[str, Input], as_of: date, known: Known) -> None:
        for indicator in card.indicators():
            answer, _, found = rate(indicator, inputs.get(indicator.code), as_of)
            if answer is Answer.STALE:
                answer = Answer.GIVEN
            counted = self.bins.setdefault(indicator.code, {})
            counted.setdefault((answer, found), _Count()).add(known)


class BatchScoring:
    """Use cases over all customers at once."""

    def __init__(self, desk: ScoringDesk) -> None:
        self._desk = desk

    def rescore(self, as_of: date, control: Control | None = None) -> tuple[RescoreRow, ...]:
        """Everybody scored from data alone as of a day, beside the last finished grade; keeps nothing."""
        rows = [_rescored(one) for one in self._all(as_of, control or Silent())]
        return tuple(sorted(rows, key=lambda row: (-abs(row.moved), row.score, row.customer_id)))

    def finish_all(
        self,
        as_of: date,
        customer_ids: Collection[int],
        author: str = "",
        note: str = "",
        control: Control | None = None,
    ) -> ChangeSet:
        """Score these customers from data alone and keep it for good: one change set."""
        validity, wanted = Validity(self._desk.settings), frozenset(customer_ids)
        rows: list[StoredAssessment] = []
        for one in self._all(as_of, control or Silent(), wanted):
            draft = Draft(
                one.known.standing.customer_id, one.card, as_of, one.inputs, one.facts, author, note
            )
            row = assessment_row(draft, one.facts, one.outcome, FINAL)
            rows.append(replace(row, valid_until=validity.until(one.outcome.grade, as_of)))
        if not rows:
            raise DomainError("assessment.nobody")
        self._desk.store.safeguard(BackupKind.BULK)
        with self._desk.store.write() as uow:
            for code in {row.card for row in rows} & set(SHIPPED):
                self._desk.cards.keep_shipped(uow, code)
            drafts = uow.find(StoredAssessment, customer_id=[row.customer_id for row in rows], state=DRAFT)
            uow.remove(StoredAssessment, [draft.id for draft in drafts])
            uow.add_all(rows)
            return uow.commit("assessment.finished_all", n=len(rows))

    def preview_card(self, card: Scorecard, as_of: date, control: Control | None = None) -> CardPreview:
        """What a sound card would change for the customers scored by it, or of its purpose."""
        require_sound(card, accept_warnings=True)
        owed = self._desk.in_base(self._desk.reader.open_debits(None, as_of, 0), as_of)
        tally, tables, assessor = _Tally(), self._desk.open_tables(), Assessor(card, as_of)
        for one in self._all(as_of, control or Silent()):
            if card.code != one.card.code and card.purpose != one.card.purpose:
                continue
            inputs, facts = inputs_and_facts(one.known, tables, card, as_of)
            outcome = assessor.assess(inputs, facts)
            tally.add(one, outcome, owed.get(one.known.standing.customer_id, (0, 0))[1])
            tally.place(card, inputs, as_of, one.known)
        return _preview(card, tally, self._desk.rates.base(), self.loss_rates())

    def loss_rates(self) -> dict[Grade, Decimal]:
        """What share of the exposure to each grade is expected to be lost in a year, per cent."""
        stored = self._desk.settings.get(LOSS_SETTING, {})
        given = stored if isinstance(stored, dict) else {}
        try:
            return {grade: Decimal(str(given.get(grade, rate))) for grade, rate in LOSS_RATES.items()}
        except ArithmeticError:
            return dict(LOSS_RATES)

    def set_loss_rates(self, rates: Mapping[Grade, Decimal]) -> ChangeSet:
        """Choose them; a worse grade never loses less."""
        whole = {**self.loss_rates(), **rates}
        listed = [whole[grade] for grade in GRADES]
        if any(not (each.is_finite() and 0 <= each <= WHOLE) for each in listed) or listed != sorted(listed):
            raise DomainError("scoring.loss_rates")
        return self._desk.settings.set(LOSS_SETTING, {str(grade): str(whole[grade]) for grade in GRADES})

    def _all(
        self, as_of: date, control: Control, customer_ids: Collection[int] | None = None
    ) -> Iterator[_Scored]:
        control.progress(0, 0, "scoring.gathering")
        known, tables = self._desk.known(customer_ids, as_of), self._desk.open_tables()
        finals = self._desk.reader.final_grades(customer_ids, as_of)
        in_force = [info.code for info in self._desk.cards.cards() if info.in_force]
        cards = {code: self._desk.cards.card(code) for code in in_force}
        assessors = {code: Assessor(card, as_of) for code, card in cards.items()}
        for done, (customer_id, one) in enumerate(known.items()):
            if done % TELL_EVERY == 0:
                if control.cancelled():
                    raise CancelledError
                control.progress(done, len(known), "scoring.scoring")
            last = finals.get(customer_id)
            card = cards[fitting(last, one.behaviour.settled if one.behaviour else 0, cards.keys())]
            inputs, facts = inputs_and_facts(one, tables, card, as_of)
            yield _Scored(one, card, inputs, facts, assessors[card.code].assess(inputs, facts), last)


def _rescored(one: _Scored) -> RescoreRow:
    standing, outcome, last = one.known.standing, one.outcome, one.last
    return RescoreRow(
        customer_id=standing.customer_id,
        name=standing.name,
        code=standing.code,
        card=one.card.code,
        score=outcome.score,
        coverage=outcome.coverage,
        now=outcome.grade,
        sufficient=outcome.sufficient,
        was=None if last is None else Grade(last.grade),
        was_score=None if last is None else Decimal(last.score),
        was_on=None if last is None else last.as_of,
        name_en=standing.name_en,
        outcome=outcome,
    )


def _preview(card: Scorecard, tally: _Tally, currency: str, losses: Mapping[Grade, Decimal]) -> CardPreview:
    moved: dict[tuple[Grade, Grade], list[int]] = defaultdict(list)
    for row in tally.rows:
        moved[row.was, row.now].append(row.exposure)
    return CardPreview(
        currency=currency,
        rows=tuple(tally.rows),
        migration={pair: Moved(len(owed), sum(owed)) for pair, owed in moved.items()},
        bins={
            indicator.code: tuple(_bins(indicator.bins, tally.bins.get(indicator.code, {})))
            for indicator in card.indicators()
        },
        late_rates={grade: count.rate for grade, count in tally.grades.items()},
        loss_was=_loss(((row.was, row.exposure) for row in tally.rows), losses),
        loss_now=_loss(((row.now, row.exposure) for row in tally.rows), losses),
    )


def _loss(owed: Iterable[tuple[Grade, int]], losses: Mapping[Grade, Decimal]) -> int:
    """Expected loss, minor units, rounded once."""
    total = sum((losses[grade] * exposure for grade, exposure in owed), Decimal(0))
    return int((total / WHOLE).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _bins(bins: tuple[Bin, ...], counted: Mapping[tuple[Answer, Bin | None], _Count]) -> Iterator[BinCount]:
    """Every bin, also an empty one, then the special answers that occur."""
    for each in bins:
        count = counted.get((Answer.GIVEN, each), _Count())
        yield _counted(Answer.GIVEN, count, each)
    for answer in (Answer.MISSING, Answer.NOT_APPLICABLE, Answer.OUT_OF_RANGE):
        special = counted.get((answer, None))
        if special is not None:
            yield _counted(answer, special)


def _counted(answer: Answer, count: _Count, found: Bin | None = None) -> BinCount:
    members = tuple(count.members)
    return BinCount(answer, len(members), count.invoices, count.rate, found, members)
