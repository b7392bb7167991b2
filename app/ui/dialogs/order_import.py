"""What a file of orders would bring, before anything is written: each row, each problem, each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import OpenOrder
    from app.services.order_views import OrderPlan, PlannedOrder
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext

_TABLE_HEIGHT, _PROBLEMS = 260, 6
_COMPARED = ("on", "amount", "delivered", "invoiced", "prepaid", "ship_on", "state")
_MONEY = frozenset({"amount", "delivered", "invoiced", "prepaid"})


@dataclass(frozen=True, slots=True)
class OrderFile:
    """A plan, and the orders it would write anew as they stand now."""

    plan: OrderPlan
    before: Mapping[int, OpenOrder] = field(default_factory=dict)


def read_order_file(session: CompanySession, source: Path | str) -> OrderFile:
    """Read a file or pasted text; nothing is stored. Runs on the database worker."""
    plan = session.orders.read(source)
    known = {row.order.id: row.order for row in session.orders.open_orders()}
    before = {one.replaces: known[one.replaces] for one in plan.orders if one.replaces in known}
    return OrderFile(plan, before)


class OrderImportDialog(FormDialog):
    """The rows that would be taken in; one that is left out is named with the reason."""

    duty = Duty.ORDERS

    def __init__(
        self, context: PageContext, file: OrderFile, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=900)
        self.file = file
        plan = file.plan
        verb = self.tr("Take in %n order(s)", "", len(plan.orders))
        self.set_head(self.tr("Open orders from a file"), verb, name)
        self._save.setEnabled(bool(plan.orders))
        self.form.addWidget(label(self._summary(), "body", wrap=True))
        self.table = DataTable(context.theme, "orders.import")
        self.model: RowTable[PlannedOrder] = RowTable(
            self._columns(), context.runner, lambda one: one.row, parent=self
        )
        self.table.set_model(self.model)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.say_empty(self.tr("No row can be taken in."))
        self.table.view.setAccessibleName(self.tr("Orders in the file"))
        self.model.set_rows(plan.orders)
        self.form.addWidget(self.table)
        self.problems = label(self._problems(), "body", "warn", wrap=True)
        self.problems.setVisible(bool(plan.problems))
        self.form.addWidget(self.problems)
        (self._save if plan.orders else self._cancel).setFocus()

    def _summary(self) -> str:
        plan = self.file.plan
        changed = sum(bool(one.replaces) and bool(self.changes(one)) for one in plan.orders)
        same = sum(bool(one.replaces) and not self.changes(one) for one in plan.orders)
        fresh = sum(not one.replaces for one in plan.orders)
        parts = [
            self.tr("%n new", "", fresh),
            self.tr("%n changed", "", changed),
            self.tr("%n as before", "", same),
            self.tr("%n left out", "", len(plan.problems)),
        ]
        return " • ".join(parts)

    def changes(self, one: PlannedOrder) -> str:
        """What would be different in an order that is known already, "" for nothing."""
        old = self.file.before.get(one.replaces)
        if old is None:
            return self.tr("opened again") if one.replaces else ""
        found = []
        for name in _COMPARED:
            was, now = getattr(old, name), getattr(one.order, name)
            if was != now:
                found.append(
                    f"{self._name(name)} {self._said(name, was, old)} → {self._said(name, now, old)}"
                )
        return ", ".join(found)

    def _name(self, name: str) -> str:
        return {
            "on": self.tr("date"),
            "amount": self.tr("amount"),
            "delivered": self.tr("delivered"),
            "invoiced": self.tr("billed"),
            "prepaid": self.tr("paid ahead"),
            "ship_on": self.tr("to ship"),
            "state": self.tr("state"),
        }[name]

    def _said(self, name: str, value: object, order: OpenOrder) -> str:
        formats = self.context.formats
        if name in _MONEY and isinstance(value, int):
            return formats.amount(value, order.currency)
        if name == "state":
            return say(f"order_state.{value}", formats.lang)
        return formats.day(value) or "–"  # type: ignore[arg-type]  # the rest are days

    def _problems(self) -> str:
        lang, problems = self.context.formats.lang, self.file.plan.problems
        texts = [say(one.code, lang, **dict(one.params)) for one in problems[:_PROBLEMS]]
        more = len(problems) - len(texts)
        if more > 0:
            texts.append(self.tr("And %n more.", "", more))
        return "\n".join(texts)

    def _columns(self) -> list[Column[PlannedOrder]]:
        formats = self.context.formats

        def kind(one: PlannedOrder) -> Cell:
            if not one.replaces:
                return Cell(self.tr("New"), chip="good")
            if self.changes(one):
                return Cell(self.tr("Changed"), chip="warn")
            return Cell(self.tr("As before"), chip="neutral")

        return [
            text_column("row", lambda: self.tr("Row"), lambda one: str(one.row), tone="tertiary", width=48,
                        min_width=44),
            Column("kind", lambda: self.tr("What"), kind, width=84, min_width=80),
            text_column("number", lambda: self.tr("Order"), lambda one: one.order.number, strong=True,
                        width=130, min_width=100),
            text_column("customer", lambda: self.tr("Customer"), lambda one: one.customer, width=120,
                        min_width=100, stretch=1),
            day_column("on", lambda: self.tr("Ordered on"), lambda one: one.order.on, formats, drop=1),
            amount_column("amount", lambda: self.tr("Amount"), lambda one: one.order.amount,
                          lambda one: one.order.currency, formats),
            text_column("currency", lambda: self.tr("Currency"), lambda one: one.order.currency,
                        tone="secondary", width=64, min_width=60, drop=2),
            text_column("changes", lambda: self.tr("What changes"), self.changes, width=240, min_width=200,
                        stretch=3),
        ]  # fmt: skip

    def job(self) -> Callable[[Control], ChangeSet]:
        """Take the rows in."""
        orders, plan = self.context.company.orders, self.file.plan
        return lambda _control: orders.take(plan)
