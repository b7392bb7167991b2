"""Own money expected beside what customers owe: typed, coming back, or brought in from a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind
from app.domain.cash_forecast import CASH_EVERY, CASH_KINDS
from app.domain.entry import LATEST
from app.domain.measure_record import CashItem
from app.domain.money import CURRENCIES
from app.domain.problem import DomainError, HoldfastError, Problem, Where
from app.services.cash_views import OutflowPlan, PlannedOutflow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.services.cash import CashDesk
    from app.services.cash_views import OutflowSheet

_EARLIEST = date(2000, 1, 1)
_MOST_LABEL = 200


class CashOutflows:
    """Own money; one call one change set."""

    _desk: CashDesk

    def items(self) -> list[CashItem]:
        """All own money kept, by day."""
        return sorted(self._desk.store.find(CashItem), key=lambda one: (one.on, one.id))

    def save_item(self, item: CashItem) -> ChangeSet:
        """Add own money, or change it: ``amount`` above 0 goes out, below 0 comes in."""
        checked = check_item(item)
        with self._desk.store.write() as unit:
            if checked.id:
                unit.replace(checked)
            else:
                unit.add(checked)
            return unit.commit("cash_item.saved", name=checked.label)

    def remove_items(self, ids: Collection[int]) -> ChangeSet:
        """Delete own money."""
        with self._desk.store.write() as unit:
            gone = unit.find(CashItem, id=list(ids))
            unit.remove(CashItem, ids)
            return unit.commit("cash_item.removed", n=len(ids), name=gone[0].label if gone else "")

    def read_outflows(self, path: Path) -> OutflowPlan:
        """What a CSV file or workbook of own money would bring; nothing is stored (see ``take``)."""
        return self.plan_outflows(self._desk.files(path, self._desk.board.base()))

    def plan_outflows(self, sheet: OutflowSheet) -> OutflowPlan:
        """The same for a file read already."""
        stored = self._desk.store.find(CashItem)
        known = {_told(one) for one in stored}
        planned: list[PlannedOutflow] = []
        problems: list[Problem] = list(sheet.problems)
        for row in sheet.rows:
            item = CashItem(
                row.on,
                row.amount,
                row.currency,
                row.label,
                row.kind,
                row.every,
                row.until,
                sheet.name,
                row.note,
            )
            try:
                item = check_item(item)
            except HoldfastError as error:
                params = {"row": row.row, "why": (error.code, dict(error.params))}
                problems.append(Problem("outflow.row_refused", params, where=Where(row=row.row)))
                continue
            planned.append(PlannedOutflow(row.row, item, _told(item) in known))
        problems.sort(key=lambda one: one.where.row)
        kept = {_told(one.item) for one in planned}
        gone = tuple(one.id for one in stored if one.source == sheet.name and _told(one) not in kept)
        return OutflowPlan(sheet.name, tuple(planned), tuple(problems), gone)

    def take(self, plan: OutflowPlan, *, replacing: bool = False) -> ChangeSet:
        """Take the planned rows in as one step; what stands there already is not added again.

        ``replacing`` deletes what an earlier file of the same name brought and this one lacks.
        """
        self._desk.store.safeguard(BackupKind.IMPORT)
        with self._desk.store.write() as unit:
            known = {_told(one) for one in unit.find(CashItem)}
            fresh = [one.item for one in plan.rows if _told(one.item) not in known]
            if replacing:
                unit.remove(CashItem, [one.id for one in unit.find(CashItem, id=list(plan.gone))])
            unit.add_all(fresh)
            return unit.commit("cash_item.imported", n=len(fresh), name=plan.name)


def check_item(item: CashItem) -> CashItem:
    """Refuse own money that cannot be (``DomainError``); the label without blanks around it."""
    label = " ".join(item.label.split())
    if not label:
        raise DomainError("cash.no_label")
    if not item.amount:
        raise DomainError("cash.no_amount")
    if item.currency not in CURRENCIES:
        raise DomainError("cash.bad_currency", currency=item.currency)
    if item.kind not in CASH_KINDS or item.every not in CASH_EVERY:
        raise DomainError("cash.bad_kind", kind=item.kind if item.kind not in CASH_KINDS else item.every)
    if not _EARLIEST <= item.on <= LATEST:
        raise DomainError("cash.bad_day", on=item.on)
    if item.until is not None and item.until < item.on:
        raise DomainError("cash.until_before", on=item.on, until=item.until)
    return replace(item, label=label[:_MOST_LABEL], until=item.until if item.every else None)


def _told(item: CashItem) -> Sequence[object]:
    """What makes two the same."""
    return (item.on, item.amount, item.currency, item.label, item.kind, item.every, item.until)
