"""What an insurer's list of limits would bring, before anything is kept: each row and what it changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.duty import Duty
from app.services.policy_views import ListChange
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.insurance.limits.columns import terms_words
from app.ui.pages.insurance.limits.record_lines import outcome_word
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.services.control import Control
    from app.services.policy_views import LimitPlan, PlannedLimit, UnknownBuyer
    from app.ui.context import PageContext

_TABLE_HEIGHT, _PROBLEMS = 250, 6
_TONES = {
    ListChange.NEW: "good",
    ListChange.RAISED: "good",
    ListChange.REDUCED: "warn",
    ListChange.ENDED: "danger",
    ListChange.CHANGED: "info",
    ListChange.REQUESTED: "info",
    ListChange.SAME: "neutral",
}


def everybody(plan: LimitPlan) -> list[int]:
    """The customers a list speaks of, and those it leaves out."""
    return [*(one.customer_id for one in plan.limits), *(row for row, _, _ in plan.absent)]


class LimitListDialog(FormDialog):
    """Rows of unknown buyers can be given to a customer; the list is read again then."""

    duty = Duty.INSURE

    def __init__(
        self,
        context: PageContext,
        plan: LimitPlan,
        path: Path,
        names: Mapping[int, tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=940)
        self.plan, self._path, self._names = plan, path, dict(names)
        self.matched: dict[int, int] = {}
        self.summary = label("", "body", wrap=True)
        self.on = DayEdit(context.language, context.company.clock.today())
        self.table = DataTable(context.theme, "insurance.limit_list")
        self.model: RowTable[PlannedLimit] = RowTable(
            self._columns(), context.runner, lambda one: one.row, parent=self
        )
        self.table.set_model(self.model)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.say_empty(self.tr("No row belongs to a known customer."))
        self.table.view.setAccessibleName(self.tr("Limits in the list"))
        self.problems = label("", "body", "warn", wrap=True)
        self.absent = label("", "small", "secondary", wrap=True)
        self.unknown_title = label("", "section", wrap=True)
        self.unknown = LineList(context.theme, most=4)
        self.unknown.setAccessibleName(self.tr("Buyers who are no customers"))
        self.buyer = CustomerPicker(context)
        self.buyer.setPlaceholderText(self.tr("Customer by name, code or initials"))
        self.match_button = button(
            context.theme, self.tr("It is this customer"), "normal", "link", self.match
        )
        self._lay_list()
        self.on.userDateChanged.connect(self._again)
        self.unknown.selectionModel().currentChanged.connect(self._offer)
        self.buyer.picked.connect(self._on_picked)
        self._write()
        (self._save if self.plan.added else self._cancel).setFocus()

    def _lay_list(self) -> None:
        hint = self.tr("For rows that name no day of their own.")
        self.add_field("on", self.on, self.tr("Day of the decisions"), hint)
        self.form.addWidget(self.summary)
        self.form.addWidget(self.problems)
        self.lay("on")
        self.form.addWidget(self.table)
        self.form.addWidget(self.unknown_title)
        self.form.addWidget(self.unknown)
        self.matching = QWidget()
        row = QHBoxLayout(self.matching)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.buyer, 1)
        row.addWidget(self.match_button)
        self.form.addWidget(self.matching)
        self.form.addWidget(self.absent)

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        plan = self.plan
        record = plan.policy.record
        verb = self.tr("Keep %n decision(s)", "", len(plan.added))
        subtitle = f"{plan.name} • {record.insurer} {record.number}"
        self.set_head(self.tr("The insurer's list of limits"), verb, subtitle)
        self._save.setEnabled(bool(plan.added))
        self.summary.setText(self._summary())
        self.model.set_rows(plan.limits)
        self.unknown_title.setText(self.tr("%n buyer(s) are no customers; their rows are left out", "",
                                           len(plan.unknown)))  # fmt: skip
        self.unknown.show_lines([self._unknown(one) for one in plan.unknown])
        for widget in (self.unknown_title, self.unknown, self.matching):
            widget.setVisible(bool(plan.unknown))
        if plan.unknown and not self.unknown.current_id():
            self.unknown.choose(plan.unknown[0].row)
        self._offer()
        shown = [self.context.formats.name(*self._names.get(row, (name, ""))) for row, name, _ in plan.absent]
        names = ", ".join(shown[:_PROBLEMS])
        more = "…" if len(plan.absent) > _PROBLEMS else ""
        text = self.tr("%n buyer(s) with a limit are not in the list and keep it:", "", len(plan.absent))
        self.absent.setText(f"{text} {names}{more}")
        self.absent.setVisible(bool(plan.absent) and bool(plan.limits or plan.unknown))
        self.problems.setText(self._problems())
        self.problems.setVisible(bool(plan.problems))

    def _name(self, one: PlannedLimit) -> str:
        return self.context.formats.name(*self._names.get(one.customer_id, (one.customer, "")))

    def _summary(self) -> str:
        lang, counts = self.context.formats.lang, Counter(one.change for one in self.plan.limits)
        write = self.context.formats.count
        parts = [
            f"{say(f'list_change.{each}', lang)} {write(counts[each])}" for each in ListChange if counts[each]
        ]
        return " • ".join(parts) or self.tr("Nothing in the list can be kept.")

    def _unknown(self, one: UnknownBuyer) -> Line:
        formats, currency = self.context.formats, self.plan.policy.record.currency
        amount = "" if one.amount is None else formats.money(one.amount, currency, whole=True)
        near = self.tr("Similar: {name}").format(name=one.near[0].name) if one.near else ""
        text = "  ".join(filter(None, (one.buyer or one.code, amount)))
        return Line(one.row, self.tr("Row {n}").format(n=one.row), text, near)

    def _problems(self) -> str:
        lang, problems = self.context.formats.lang, self.plan.problems
        texts = [say(one.code, lang, **dict(one.params)) for one in problems[:_PROBLEMS]]
        more = len(problems) - len(texts)
        return "\n".join([*texts, self.tr("And %n more.", "", more)] if more > 0 else texts)

    def _columns(self) -> list[Column[PlannedLimit]]:
        formats = self.context.formats
        lang = formats.lang

        def change(one: PlannedLimit) -> Cell:
            return Cell(say(f"list_change.{one.change}", lang), chip=_TONES[one.change])

        def money(minor: int | None, currency: str) -> Cell:
            return Cell(DASH, tone="tertiary") if minor is None else Cell(formats.whole(minor, currency))

        def after(one: PlannedLimit) -> Cell:
            made = one.decision
            return money(made.requested if made.outcome == "requested" else made.amount, made.currency)

        return [
            text_column("row", lambda: self.tr("Row"), lambda one: str(one.row), tone="tertiary", width=48,
                        min_width=44),
            Column("change", lambda: self.tr("What changes"), change, value=lambda one: one.change.value,
                   width=100, min_width=92),
            text_column("customer", lambda: self.tr("Customer"), self._name, strong=True,
                        width=180, min_width=130, stretch=2),
            Column("before", lambda: self.tr("Now"), lambda one: money(one.before, one.decision.currency),
                   value=lambda one: one.before, width=100, min_width=84, align=Align.RIGHT),
            Column("after", lambda: self.tr("By the list"), after, value=lambda one: one.decision.amount,
                   width=100, min_width=84, align=Align.RIGHT),
            text_column("outcome", lambda: self.tr("Decision"), lambda one: outcome_word(one.decision, lang),
                        tone="secondary", width=96, min_width=80),
            day_column("until", lambda: self.tr("Until"), lambda one: one.decision.until, formats, drop=1),
            text_column("terms", lambda: self.tr("Terms"),
                        lambda one: terms_words(one.decision.terms_days, one.decision.method, lang),
                        tone="secondary", width=130, min_width=90, drop=2),
        ]  # fmt: skip

    # -- whose rows they are --------------------------------------------------------------------

    def _chosen(self) -> UnknownBuyer | None:
        wanted = self.unknown.current_id()
        return next((one for one in self.plan.unknown if one.row == wanted), None)

    def _offer(self, *_: object) -> None:
        """Offer the nearest name to the chosen row."""
        one = self._chosen()
        if one is None:
            return
        near = one.near[0] if one.near else None
        self.buyer.set_customer(near.id if near else 0, near.name if near else "")
        self.buyer.setAccessibleName(self.tr("Customer of row {n}").format(n=one.row))
        self.match_button.setEnabled(near is not None)

    def _on_picked(self, customer_id: int) -> None:
        self.match_button.setEnabled(bool(customer_id))

    def match(self) -> None:
        """The chosen row belongs to the customer in the field."""
        one = self._chosen()
        if one is not None and self.buyer.settle():
            self.matched[one.row] = self.buyer.customer_id
            self._again()

    def _again(self, *_: object) -> None:
        policies, path, policy_id = self.context.company.policies, self._path, self.plan.policy.id
        on, matched = self.on.day, dict(self.matched)

        def work(_control: Control) -> tuple[LimitPlan, Mapping[int, tuple[str, str]]]:
            plan = policies.read_limits(path, policy_id, on=on, matched=matched)
            return plan, policies.called(everybody(plan))

        def done(found: tuple[LimitPlan, Mapping[int, tuple[str, str]]]) -> None:
            self.plan, self._names = found[0], dict(found[1])
            self._write()

        def failed(error: Exception) -> None:
            self._failed(error)
            self._save.setEnabled(False)

        self._save.setEnabled(False)  # what stands there was read for another day
        self.context.runner.database(
            work,
            done,
            failed=failed,
            owner=self,
            key="limit_list.again",
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the decisions."""
        policies, plan = self.context.company.policies, self.plan
        return lambda _control: policies.take(plan)
