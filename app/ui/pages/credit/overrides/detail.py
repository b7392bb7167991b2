"""The drawer of an override: why, on whose word, until when, and how it turned out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout

from app.domain.override import OverrideOutcome
from app.ui.pages.credit.overrides.columns import OUTCOME_TONES, STATE_TONES, outcome_word, state_of
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, Grade
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from app.services.limit_views import OverrideRow
    from app.ui.context import PageContext
    from app.ui.pages.credit.overrides.panel import OverridesPanel


class OverrideDetail(Detail):
    """``show_row`` fills it."""

    def __init__(self, context: PageContext, panel: OverridesPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.row: OverrideRow | None = None
        theme = context.theme
        self.was, self.now = Grade(theme), Grade(theme)
        self.state, self.outcome = Chip(theme), Chip(theme)
        self.reason = label("", "body", wrap=True)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.was)
        chips.addWidget(label("→", "body", "secondary"))
        for widget in (self.now, self.state, self.outcome):
            chips.addWidget(widget)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(chips)
        layout.addWidget(self.reason)
        layout.addLayout(self._facts)
        self._add_buttons()

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.judge_button = button(theme, "", "primary", "badge-check", self._open_outcomes)
        self.end_button = button(theme, "", "normal", "calendar", self._end)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.score_button = button(theme, "", "normal", "gauge", self._open_score)
        for buttons in ((self.judge_button, self.end_button), (self.customer_button, self.score_button)):
            row = SharedRow()
            for each in buttons:
                row.addWidget(each)
            self.foot_layout.addLayout(row)

    def show_row(self, row: OverrideRow) -> None:
        """Show an override."""
        self.row = row
        self._write()

    def write_title(self) -> None:
        """Name the customer at the drawer's head."""
        if self.row is not None and self._panel.host.drawer is not None:
            notches = self.tr("%n notch(es)", "", self.row.notches)
            way = self.tr("Lifted by {notches}") if self.row.up else self.tr("Lowered by {notches}")
            name = self.context.formats.name(self.row.customer, self.row.customer_en)
            self._panel.host.drawer.set_title(name, way.format(notches=notches))

    def _write(self) -> None:
        row, formats = self.row, self.context.formats
        if row is None:
            return
        if self._panel.host.shows_detail(self):
            self.write_title()
        one, lang = row.override, formats.lang
        self.was.set(one.was, "")
        self.now.set(one.now, "")
        state = state_of(row)
        self.state.set(say(f"override_state.{state}", lang), STATE_TONES[state])
        self.outcome.set(outcome_word(row, lang), OUTCOME_TONES.get(one.outcome, "neutral"))
        self.outcome.setVisible(bool(one.outcome))
        self.reason.setText(one.reason)
        clear(self._facts)
        facts = (
            (self.tr("Reason"), say(f"override_reason.{one.reason_code}", lang)),
            (self.tr("Asked for by"), one.requested_by),
            (self.tr("Approved by"), self._approved(row)),
            (self.tr("From"), formats.day(one.on)),
            (self.tr("Until"), formats.day(one.expires_on)),
            (self.tr("Outcome"), outcome_word(row, lang)),
        )
        for place, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "small", "secondary"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(value, "body", wrap=True), place, 1)
        guard(self.context, self.judge_button)
        guard(self.context, self.end_button, able=row.running)

    def _approved(self, row: OverrideRow) -> str:
        one = row.override
        if one.approved_by != one.requested_by:
            return one.approved_by
        return self.tr("{name}, alone").format(name=one.approved_by)

    # -- acts -----------------------------------------------------------------------------------

    def outcomes_menu(self) -> QMenu:
        """How it turned out; "not yet known" takes a judgement back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in (*OverrideOutcome, ""):
            action = menu.addAction(say(f"override_outcome.{each}", self.context.formats.lang))
            action.setCheckable(True)
            action.setChecked(self.row is not None and self.row.override.outcome == each)
            action.triggered.connect(partial(self._judge, str(each)))
        return menu

    def _open_outcomes(self) -> None:
        menu = self.outcomes_menu()
        menu.popup(self.judge_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _judge(self, outcome: str, *_: object) -> None:
        if self.row is not None:
            limits, override_id = self.context.company.limits, self.row.override.id
            self._panel.do(lambda _control: limits.judge_override(override_id, outcome))

    def _end(self) -> None:
        if self.row is not None:
            limits, override_id = self.context.company.limits, self.row.override.id
            self._panel.do(lambda _control: limits.end_override(override_id))

    def _open_customer(self) -> None:
        if self.row is not None:
            self.context.navigator.go("customers", customer_id=self.row.override.customer_id)

    def _open_score(self) -> None:
        if self.row is not None:
            self.context.navigator.go("customers", customer_id=self.row.override.customer_id, tab="score")

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.judge_button.setText(self.tr("Judge the outcome"))
        self.end_button.setText(self.tr("End now"))
        self.end_button.setToolTip(self.tr("From today on the score's own grade holds again"))
        self.customer_button.setText(self.tr("Customer"))
        self.score_button.setText(self.tr("Assessment"))
        self._write()
