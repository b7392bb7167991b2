"""The quarterly review (季度信用管理报告): composed, written, locked, and compared with what became of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.domain.kpi_period import PeriodKind, periods_between
from app.domain.measure_record import Finding, PeriodReview
from app.domain.period_review import (
    Content,
    Difference,
    Part,
    PartCode,
    as_json,
    content_of,
    differences,
    digest,
    quarter_named,
)
from app.domain.problem import DomainError
from app.domain.review_value import Name
from app.services import review_credit, review_ledger
from app.services.review_books import Books
from app.services.review_findings import findings, verdict
from app.services.review_register import Register, actions_part
from app.services.review_views import LOCKED, OPEN, OPEN_FINDING, PeriodView, ReviewView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.kpi_period import Period
    from app.services.control import Control
    from app.services.review_views import Adjustment, FindingView, ReviewDesk

_LEAST_REASON = 4
"""Characters that a reason for reopening needs."""
TEXTS = ("verdict", "prepared_by", "reviewed_by", "changes", "adjusted", "lessons")
STRATEGY = ("changes", "adjusted", "lessons")


class ReviewService(Register):
    """Use cases on reviews and their findings; one call one change set."""

    def __init__(self, desk: ReviewDesk) -> None:
        super().__init__(desk)

    # -- quarters -------------------------------------------------------------------------------

    def periods(self) -> list[PeriodView]:
        """Quarters with anything in the ledger, and those with a review, the newest first."""
        today = self._desk.clock.today()
        stored = {(one.start, one.end): one for one in self._desk.store.find(PeriodReview)}
        counted = self._desk.store.find(Finding)
        span = self._desk.reader.span()
        first = min([one.start for one in stored.values()] + [span[0] if span else today])
        found = []
        for period in periods_between(min(first, today), today, PeriodKind.QUARTER):
            review = stored.get((period.start, period.end))
            mine = [one for one in counted if review is not None and one.review_id == review.id]
            still = sum(one.state == OPEN_FINDING for one in mine)
            found.append(PeriodView(period, period.end > today, review, len(mine), still))
        return found

    def last_quarter(self) -> str:
        """The newest quarter that is over, as 2025Q4; today's where none is."""
        views = self.periods()
        return next((one.period.name for one in views if not one.unfinished), views[0].period.name)

    # -- one review -----------------------------------------------------------------------------

    def view(self, quarter: str, control: Control | None = None) -> ReviewView:
        """A quarter's review: as reported once it is locked, else as it is reckoned today."""
        period = quarter_named(quarter)
        review = self._stored(period)
        adjusted = self.adjustments(period)
        books = self._books(period)
        if review is not None and review.state == LOCKED:
            rows = self.findings(review.id)
            content, sound = self._reported(review)
        else:
            rows = self._rows(books, review)
            content, sound = self._content(books, review, rows, adjusted), True
        if control is not None:
            control.progress(1, 1, "review.reckoned")
        return ReviewView(period, content, review, sections_of(review), rows, tuple(adjusted), sound)

    def record(self, quarter: str) -> PeriodReview:
        """The stored review of a quarter; ``DomainError("review.not_begun")`` where there is none."""
        found = self._stored(quarter_named(quarter))
        if found is None:
            raise DomainError("review.not_begun", quarter=quarter)
        return found

    def reckoned(self, quarter: str) -> Content:
        """What the same quarter comes to today, whatever was reported."""
        period = quarter_named(quarter)
        review, books = self._stored(period), self._books(period)
        return self._content(books, review, self._rows(books, review), self.adjustments(period))

    def differences(self, quarter: str) -> tuple[Difference, ...]:
        """Where today's reckoning differs from what was reported; nothing while it is not locked."""
        review = self._stored(quarter_named(quarter))
        if review is None or review.state != LOCKED:
            return ()
        reported, _sound = self._reported(review)
        return differences(reported, self.reckoned(quarter))

    def adjustments(self, period: Period) -> Sequence[Adjustment]:
        """Settings, policies, scorecards and rules changed in the quarter: help for the strategy form."""
        start = datetime.combine(period.start, time(), UTC)
        end = datetime.combine(period.end + timedelta(1), time(), UTC)
        return self._desk.reader.adjustments(start, end)

    # -- writing --------------------------------------------------------------------------------

    def begin(self, quarter: str) -> ChangeSet:
        """Begin a quarter's review: open findings of the one before come along, new ones are looked for."""
        period = quarter_named(quarter)
        if period.start > self._desk.clock.today():
            raise DomainError("review.future", quarter=period.name)
        review = self._stored(period)
        found = findings(self._books(period), self._desk.clock.today())
        with self._desk.store.write() as unit:
            if review is None:
                row = unit.add(PeriodReview(period.start, period.end))
                self._carry(unit, row, period)
            else:
                row = self._writable(review).id
            self._merge(unit, row, found)
            return unit.commit("review.begun", quarter=period.name)

    def save(self, review: PeriodReview) -> ChangeSet:
        """Keep the texts, names and sections of a review that is not locked."""
        old = self._writable(self._desk.store.get(PeriodReview, review.id))
        told = {name: getattr(review, name).strip() for name in TEXTS}
        clean = replace(old, version=review.version, sections=_clean_sections(review.sections), **told)
        with self._desk.store.write() as unit:
            unit.replace(clean)
            return unit.commit("review.saved", quarter=self._name(clean))

    def look_again(self, quarter: str) -> ChangeSet:
        """Look for findings anew; what the user wrote, gave an owner or closed stays."""
        return self.begin(quarter)

    def lock(self, quarter: str) -> ChangeSet:
        """Report it: what is reckoned now is kept as it is, with its digest. No undo takes it back."""
        period = quarter_named(quarter)
        today = self._desk.clock.today()
        if period.end > today:
            raise DomainError("review.not_over", quarter=period.name, end=period.end)
        review = self._stored(period)
        if review is None:
            raise DomainError("review.not_begun", quarter=period.name)
        self._writable(review)
        rows = self.findings(review.id)
        content = self._content(self._books(period), review, rows, self.adjustments(period))
        text = as_json(content)
        with self._desk.store.write() as unit:
            unit.replace(replace(review, state=LOCKED, figures=text, digest=digest(text), locked_on=today))
            return unit.commit_for_good("review.locked", quarter=period.name, digest=digest(text)[:12])

    def reopen(self, quarter: str, reason: str) -> ChangeSet:
        """Open a locked review again; why stands in the log with what had been reported."""
        period = quarter_named(quarter)
        why = " ".join(reason.split())
        if len(why) < _LEAST_REASON:
            raise DomainError("review.no_reason", least=_LEAST_REASON)
        review = self._stored(period)
        if review is None or review.state != LOCKED:
            raise DomainError("review.not_locked", quarter=period.name)
        note = f"{review.note}\n{self._desk.clock.today().isoformat()} {why}".strip()
        opened = replace(review, state=OPEN, figures="{}", digest="", locked_on=None, note=note)
        with self._desk.store.write() as unit:
            unit.replace(opened)
            return unit.commit_for_good("review.reopened", quarter=period.name, reason=why)

    # -- on paper -------------------------------------------------------------------------------

    def pdf(self, quarter: str, path: Path, lang: str, sections: Sequence[str] | None = None) -> Path:
        """The review as a PDF in a language, with the parts chosen (by default those of the review)."""
        view = self.view(quarter)
        self.print(view, path, lang, sections)
        return path

    def print(self, view: ReviewView, path: Path, lang: str, sections: Sequence[str] | None = None) -> None:
        """A review already read, as a PDF."""
        chosen = view.sections if sections is None else known_sections(sections)
        self._desk.paper(view.content, chosen, path, lang)

    # -- inside ---------------------------------------------------------------------------------

    def _books(self, period: Period) -> Books:
        return Books(self._desk, period, min(period.end, self._desk.clock.today()))

    def _rows(self, books: Books, review: PeriodReview | None) -> tuple[FindingView, ...]:
        """The findings kept; of a review that nobody began those that would be made."""
        if review is not None:
            return self.findings(review.id)
        return self.proposed(findings(books, self._desk.clock.today()))

    def _content(
        self,
        books: Books,
        review: PeriodReview | None,
        rows: Sequence[FindingView],
        adjusted: Sequence[Adjustment],
    ) -> Content:
        """Everything of a quarter as of its last day."""
        company = self._desk.beside.company.get()
        today = self._desk.clock.today()
        strategy = {name: getattr(review, name) for name in STRATEGY} if review else {}
        return Content(
            books.period.name,
            books.period.start,
            books.as_of,
            Name(company.name, company.name_en),
            books.base,
            books.as_of < books.period.end,
            tuple(books.health.missing_rates),
            verdict(books, len(rows)),
            review.verdict if review else "",
            review.prepared_by if review else "",
            review.reviewed_by if review else "",
            today,
            strategy,
            (*_parts(books), actions_part(rows, adjusted), Part(PartCode.APPENDIX)),
        )

    def _reported(self, review: PeriodReview) -> tuple[Content, bool]:
        return content_of(review.figures), digest(review.figures) == review.digest


def _parts(books: Books) -> tuple[Part, ...]:
    return (
        review_ledger.figures(books),
        review_ledger.aging(books),
        review_ledger.movements(books),
        review_ledger.risks(books),
        review_credit.breaches(books),
        review_credit.insurance(books),
        review_credit.outlook(books),
        review_credit.cases(books),
    )


def sections_of(review: PeriodReview | None) -> tuple[str, ...]:
    """The parts chosen for a review; all of them where nothing was chosen."""
    try:
        told = json.loads(review.sections) if review else []
    except ValueError:
        told = []
    chosen = tuple(code.value for code in PartCode if isinstance(told, list) and code.value in told)
    return chosen or tuple(code.value for code in PartCode)


def known_sections(sections: Sequence[str]) -> tuple[str, ...]:
    """Names of sections in their order; ``DomainError("review.bad_section")`` for one that is none."""
    known = [code.value for code in PartCode]
    for name in sections:
        if name not in known:
            raise DomainError("review.bad_section", value=name, known=", ".join(known))
    return tuple(name for name in known if name in sections)


def _clean_sections(text: str) -> str:
    try:
        told = json.loads(text)
    except ValueError:
        told = []
    return json.dumps(list(known_sections([str(one) for one in told] if isinstance(told, list) else [])))
