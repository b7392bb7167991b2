"""The drawer of a duty: the day and its arithmetic, the clause, what missing it costs, what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.insurance_deadline import Duty
from app.ui.pages.customers.columns import money_words
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.said import duty_name, duty_tone, left_words, policy_name, whom
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.line_list import Line, LineList
from app.words import say, word
from app.words.insurance_text import reckoned

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.insurance_deadline import Reckoning
    from app.services.duty_views import DutyItem
    from app.ui.context import PageContext
    from app.ui.pages.insurance.deadlines.next_step import NextSteps
    from app.ui.pages.insurance.said import Called
    from app.ui.pages.tabbed import TabbedPage


class DutyDetail(Detail):
    """``show_duty`` fills it; its button leads on."""

    def __init__(self, context: PageContext, host: TabbedPage, steps: NextSteps) -> None:
        super().__init__()
        self.context = context
        self._host, self._steps = host, steps
        self.item: DutyItem | None = None
        self._called: Called | None = None
        theme = context.theme
        self.left, self.stake = Chip(theme), Chip(theme)
        self.figures = Figures(theme)
        self.titles = {name: label("", "section") for name in ("reckoning", "clause", "miss", "todo", "rows")}
        self.reckonings = [label("", "body", wrap=True) for _ in range(4)]
        self.margin = label("", "small", "secondary", wrap=True)
        self.clause, self.miss, self.todo = (label("", "body", wrap=True) for _ in range(3))
        self.policy = button(theme, "", "link", run=self._open_policy)
        self.rows = LineList(theme)
        self.rows.opened.connect(self._open_document)
        for each in (*self.reckonings, self.clause, self.miss):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._add_buttons()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.left)
        chips.addWidget(self.stake)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addWidget(self.figures)
        for name, rows in (
            ("todo", (self.todo,)),
            ("reckoning", (*self.reckonings, self.margin)),
            ("clause", (self.clause,)),
            ("miss", (self.miss,)),
            ("rows", (self.rows,)),
        ):
            layout.addSpacing(4)
            layout.addWidget(self.titles[name])
            for row in rows:
                layout.addWidget(row)
            if name == "clause":
                layout.addWidget(self.policy, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.next_button = button(theme, "", "primary", "chevron-right", self._go_on)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        row = SharedRow()
        row.addWidget(self.next_button)
        row.addWidget(self.customer_button)
        self.foot_layout.addLayout(row)

    # -- showing --------------------------------------------------------------------------------

    def show_duty(self, item: DutyItem, called: Called | None = None) -> None:
        """Fill the drawer."""
        self.item, self._called = item, called
        self._write()

    def _write(self) -> None:
        item, formats = self.item, self.context.formats
        if item is None:
            return
        today, lang = self.context.company.clock.today(), formats.lang
        if self._host.drawer is not None:
            under = policy_name(item.policy)
            name = whom(item, self._called, formats)
            second = f"{name} • {under}" if name else under
            self._host.drawer.set_title(duty_name(item, formats), second)
        self.left.set(left_words(item.day, today, formats), duty_tone(item, today))
        stake = "forfeit" if item.forfeits else "none"
        self.stake.set(say(f"duty_stake.{stake}", lang), "danger" if item.forfeits else "neutral")
        figures = [
            (self.tr("Last safe day"), formats.day(item.safe), "", "warn" if item.safe < today else ""),
            (self.tr("By the policy"), formats.day(item.day), "", "danger" if item.day < today else ""),
        ]
        if item.amounts:
            figures.append((self.tr("Amount"), money_words(item.amounts, formats), "", ""))
        self.figures.set(figures)
        self._write_reckonings(item)
        where = item.deadline.decided_by.clause
        self.clause.setText(where or say("duty_where.none", lang))
        set_tone(self.clause, "" if where else "secondary")
        self.policy.setText(self.tr("Open the policy"))
        self.miss.setText(say(f"duty_miss.{item.duty}", lang))
        self.todo.setText("\n".join(filter(None, (say(f"duty_todo.{item.duty}", lang), self._param(item)))))
        self.rows.show_lines([Line(key, "", number) for key, number in item.documents])
        self.rows.setVisible(bool(item.documents))
        self.titles["rows"].setVisible(bool(item.documents))
        self.titles["rows"].setText(self.tr("About %n invoice(s)", "", len(item.documents)))
        self.next_button.setText(say(f"duty_next.{item.duty}", lang))
        if self._steps.changes(item):
            guard(self.context, self.next_button)
        else:
            self.next_button.setEnabled(True)
            self.next_button.setToolTip("")
        self.customer_button.setVisible(item.customer_id is not None)

    def _param(self, item: DutyItem) -> str:
        """What a duty is about beside its invoices: the news, or the period to declare."""
        formats = self.context.formats
        if item.duty is Duty.ADVERSE and item.param:
            return word("event_kind", item.param, formats.lang)
        if item.duty is Duty.DECLARATION and item.param:
            start, _, end = item.param.partition("/")
            days = (date.fromisoformat(start), date.fromisoformat(end))
            return " – ".join(formats.day(day) for day in days)
        return ""

    def _write_reckonings(self, item: DutyItem) -> None:
        formats, found = self.context.formats, item.deadline.reckonings
        for place, shown in enumerate(self.reckonings):
            shown.setVisible(place < len(found))
            if place < len(found):
                shown.setText(self._reckoned(found[place], first=place == 0 and len(found) > 1))
                set_tone(shown, "" if place == 0 else "secondary")
        margin, lang = item.policy.terms.margin_days, formats.lang
        safe = formats.day_in_text(item.safe)
        if margin:
            day = formats.day_in_text(item.day)
            self.margin.setText(say("duty_reckoning.margin", lang, day=day, n=margin, safe=safe))
        else:
            self.margin.setText(say("duty_reckoning.no_margin", lang, safe=safe))

    def _reckoned(self, one: Reckoning, *, first: bool) -> str:
        lang = self.context.formats.lang
        text = reckoned(one.anchor, one.start, one.days, one.months, one.basis, one.day, one.clause, lang)
        return f"{text} — {say('duty_reckoning.decides', lang)}" if first else text

    # -- onward ---------------------------------------------------------------------------------

    def _on_item(self, run: Callable[[DutyItem], object]) -> None:
        if self.item is not None:
            run(self.item)

    def _go_on(self) -> None:
        self._on_item(self._steps.take)

    def _open_policy(self) -> None:
        self._on_item(self._steps.open_policy)

    def _open_customer(self) -> None:
        self._on_item(self._steps.open_customer)

    def _open_document(self, document_id: int) -> None:
        self.context.navigator.go("customers", document_id=document_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.titles["reckoning"].setText(self.tr("How the day is reckoned"))
        self.titles["clause"].setText(self.tr("Where the policy says so"))
        self.titles["miss"].setText(self.tr("If it is missed"))
        self.titles["todo"].setText(self.tr("What to do"))
        self.customer_button.setText(self.tr("Customer file"))
        self.rows.setAccessibleName(self.tr("Invoices it is about"))
        self._write()
