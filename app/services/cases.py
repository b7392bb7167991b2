"""The case library: bad debts and near misses, begun from the ledger, kept to be found again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.credit_record import Alert, LossCase
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.loss_case import (
    CaseKind,
    CaseSheet,
    Visible,
    VisibleMonth,
    VisibleSign,
    check_case,
    visible_as_json,
    visible_of,
)
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.company import Company
    from app.domain.customer_behaviour import MonthLate
    from app.services.ports import Store

MONTHS = 12
"""How far back the books are looked at."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with its customer ("" for none) and what was visible."""

    case: LossCase
    customer: str
    visible: Visible
    customer_en: str = ""
    customer_code: str = ""


class CaseReader(Protocol):
    """What the ledger shows of one customer."""

    def standing(self, customer_id: int, day: date) -> tuple[int, int]:
        """Open debits and the overdue part of them on a day, minor units of the base currency."""

    def known_since(self, customer_id: int) -> date | None:
        """The day of the first invoice."""

    def events(self, customer_id: int, until: date) -> Sequence[VisibleSign]:
        """Confirmed events outside our books up to a day."""

    def base(self) -> str:
        """The company's own currency."""


Months = Callable[[int, date], "Sequence[MonthLate]"]
"""How late was paid in each of the twelve months up to a day."""


class CasePaper(Protocol):
    """Cases as a PDF."""

    def __call__(self, sheets: Sequence[CaseSheet], path: Path, lang: str) -> None:
        """Write it; an existing file is replaced whole or not at all."""


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """The company file, what is read of it, and where the papers are made."""

    store: Store
    reader: CaseReader
    clock: Clock
    company: Callable[[], Company]
    months: Months
    paper: CasePaper


class CaseService:
    """Use cases on the library; one call one change set."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def list(self) -> Sequence[CaseView]:
        """All cases, the newest first."""
        return self.search()

    def search(
        self, text: str = "", *, kind: str = "", cause: str = "", customer_id: int | None = None
    ) -> Sequence[CaseView]:
        """Cases with all these words anywhere in them, the newest first."""
        equals = {"kind": kind, "cause": cause, "customer_id": customer_id}
        stored = self._desk.store.find(LossCase, **{name: one for name, one in equals.items() if one})
        ids = {one.customer_id for one in stored if one.customer_id}
        customers = {one.id: one for one in self._desk.store.find(Customer, id=ids)} if ids else {}
        views = [_view(one, customers.get(one.customer_id or 0)) for one in stored]
        wanted = text.casefold().split()
        found = [view for view in views if all(word in _haystack(view) for word in wanted)]
        return sorted(found, key=lambda view: (view.case.on, view.case.id), reverse=True)

    def get(self, case_id: int) -> CaseView:
        """One case."""
        case = self._desk.store.get(LossCase, case_id)
        owner = self._desk.store.find(Customer, id=case.customer_id) if case.customer_id else []
        return _view(case, owner[0] if owner else None)

    def save(self, case: LossCase, visible: Visible | None = None) -> ChangeSet:
        """Write a case, new or edited; ``visible`` replaces what was kept as visible."""
        texts = ("title", "facts", "lesson", "consequence")
        clean = replace(case, **{name: getattr(case, name).strip() for name in texts})
        if visible is not None:
            clean = replace(clean, visible=_as_text(visible))
        check_case(clean, self._desk.clock.today())
        with self._desk.store.write() as unit:
            if clean.customer_id is not None:
                unit.get(Customer, clean.customer_id)
            if clean.id:
                unit.replace(clean)
            else:
                unit.add(clean)
            return unit.commit("loss_case.saved", title=clean.title)

    def remove(self, case_id: int) -> ChangeSet:
        """Put a case in the bin."""
        with self._desk.store.write() as unit:
            gone = unit.get(LossCase, case_id)
            unit.remove(LossCase, [case_id])
            return unit.commit("loss_case.removed", title=gone.title)

    # -- begun from the ledger --------------------------------------------------------------------

    def from_write_off(self, write_off_id: int) -> LossCase:
        """A draft for a debt given up: amount and day of the write-off, the months before it."""
        given = self._desk.store.get(Document, write_off_id)
        if given.kind is not DocumentKind.WRITE_OFF:
            raise DomainError("write_off.other_kind", number=given.number)
        draft = self._draft(CaseKind.BAD_DEBT, given.customer_id, given.doc_date)
        return replace(draft, currency=given.currency, amount=given.amount, facts=given.note)

    def near_miss(self, customer_id: int, on: date | None = None) -> LossCase:
        """A draft for what went well in the end: the most that was overdue in the months before the day."""
        draft = self._draft(CaseKind.NEAR_MISS, customer_id, on or self._desk.clock.today())
        seen = visible_of(json.loads(draft.visible))
        most = max((month.overdue for month in seen.months), default=0)
        return replace(draft, currency=seen.currency, amount=most)

    def visible(self, customer_id: int, on: date) -> Visible:
        """What the books showed in the twelve months before a day, month by month, and the signs known."""
        reader, paid = self._desk.reader, {one.month: one for one in self._desk.months(customer_id, on)}
        months = []
        for end in _ends(on):
            late = paid.get(end.replace(day=1))
            owed, overdue = reader.standing(customer_id, end)
            days, settled = (late.days_late, late.settled) if late else (None, 0)
            months.append(VisibleMonth(end, owed, overdue, days, settled))
        signs = [*self._warnings(customer_id, on), *reader.events(customer_id, on)]
        signs.sort(key=lambda sign: (sign.on, sign.code))
        return Visible(reader.base(), reader.known_since(customer_id), tuple(months), tuple(signs))

    def _warnings(self, customer_id: int, on: date) -> Sequence[VisibleSign]:
        told = self._desk.store.find(Alert, customer_id=customer_id)
        return [
            VisibleSign(one.on, f"alert.{one.rule}", json.loads(one.params)) for one in told if one.on <= on
        ]

    def _draft(self, kind: CaseKind, customer_id: int, on: date) -> LossCase:
        customer = self._desk.store.get(Customer, customer_id)
        title = f"{customer.short_name or customer.name} {on:%Y-%m}"
        seen = _as_text(self.visible(customer_id, on))
        return LossCase(title, kind.value, on, "", customer_id=customer_id, visible=seen)

    # -- on paper ---------------------------------------------------------------------------------

    def pdf(self, case_ids: Sequence[int], path: Path, lang: str) -> Path:
        """Cases as a PDF, each on a page of its own, in the order given; the file."""
        if not case_ids:
            raise DomainError("loss_case.none_chosen")
        company, today = self._desk.company(), self._desk.clock.today()
        views = [self.get(case_id) for case_id in case_ids]
        sheets = [
            CaseSheet(company, one.case, one.customer, one.visible, today, one.customer_en) for one in views
        ]
        self._desk.paper(sheets, path, lang)
        return path


def _ends(on: date) -> list[date]:
    """The ends of the eleven months before the day's, and the day itself; the oldest first."""
    found = [on]
    for _ in range(MONTHS - 1):
        found.append(found[-1].replace(day=1) - timedelta(1))
    return found[::-1]


def _as_text(visible: Visible) -> str:
    return json.dumps(visible_as_json(visible), ensure_ascii=False, sort_keys=True)


def _view(case: LossCase, customer: Customer | None) -> CaseView:
    try:
        seen = visible_of(json.loads(case.visible))
    except ValueError:
        seen = Visible(note=case.visible)
    if customer is None:
        return CaseView(case, "", seen)
    return CaseView(case, customer.name, seen, customer.name_en, customer.code)


def _haystack(view: CaseView) -> str:
    case = view.case
    named = (view.customer, view.customer_en, view.customer_code)
    texts = (case.title, case.facts, case.lesson, case.consequence, view.visible.note, *named)
    return " ".join(texts).casefold()
