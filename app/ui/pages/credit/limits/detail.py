"""The drawer of a customer's limit: what it is, what it is made of, why so much, and what went before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.credit_limit import LimitState
from app.services.limit_desk import in_force
from app.services.limit_views import LimitStanding
from app.ui.dialogs.candidates import CandidateList, candidate_lines, kept_lines
from app.ui.dialogs.limit import limit_text
from app.ui.pages.credit.exposure_list import ExposureList
from app.ui.pages.credit.limits.columns import TONES, share, standing_word, terms_text
from app.ui.pages.credit.limits.record_lines import limit_line, record_note
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, Grade
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import LineList
from app.words import say

if TYPE_CHECKING:
    from app.domain.credit_limit import Suggestion
    from app.domain.credit_record import CreditLimit
    from app.domain.exposure import ExposureView
    from app.services.limit_views import LimitRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.limits.panel import LimitsPanel


class _Read(NamedTuple):
    """What stands behind one customer's limit."""

    exposure: ExposureView
    suggestion: Suggestion
    history: list[CreditLimit]


class LimitDetail(Detail):
    """``show_row`` fills it and asks for what stands behind."""

    def __init__(self, context: PageContext, panel: LimitsPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.row: LimitRow | None = None
        self.found: _Read | None = None
        theme = context.theme
        self.grade, self.standing, self.tight = Grade(theme), Chip(theme), Chip(theme)
        self.figures = Figures(theme)
        self.says = label("", "body", "secondary", wrap=True)
        self.exposure = ExposureList(context)
        self.candidates = CandidateList(theme, context.formats)
        self.pool = button(theme, "", "link", "users", self._open_pool)
        self.history = LineList(theme)
        self.kept = CandidateList(theme, context.formats)
        self._titles = {name: label("", "section", wrap=True) for name in ("exposure", "why", "past", "then")}
        self._why, self._then = (label("", "small", "secondary", wrap=True) for _ in range(2))
        self.score_button = button(theme, "", "link", "gauge", self._score)
        self.override_button = button(theme, "", "link", "arrow-up-down", self._override)
        self._lay_out()
        self._add_buttons()
        self.history.clicked.connect(self._on_record)
        self.history.opened.connect(self._on_record)
        self.history.selectionModel().currentChanged.connect(self._on_record)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self.grade, self.standing, self.tight):
            chips.addWidget(chip)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for widget in (
            self.figures, self.says, self.pool, self.override_button,
            self._titles["exposure"], self.exposure,
            self._titles["why"], self._why, self.score_button, self.candidates,
            self._titles["past"], self.history, self._titles["then"], self._then, self.kept,
        ):  # fmt: skip
            if widget in {self.pool, self.override_button, self.score_button}:
                layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                layout.addWidget(widget)

    def _add_buttons(self) -> None:
        theme, acts = self.context.theme, self._panel.acts
        self.grant_button = button(theme, "", "primary", "pencil", lambda: acts.grant(self.customer_id))
        self.check_button = button(theme, "", "normal", "circle-check", self._check)
        self.end_button = button(theme, "", "normal", "calendar", self._end)
        self.withdraw_button = button(theme, "", "normal", "undo-2", self._withdraw)
        self.file_button = button(theme, "", "normal", "building-2", self._open_file)
        for buttons in (
            (self.grant_button, self.check_button),
            (self.end_button, self.withdraw_button, self.file_button),
        ):
            row = SharedRow()
            for each in buttons:
                row.addWidget(each)
            self.foot_layout.addLayout(row)

    @property
    def customer_id(self) -> int:
        """Whose limit is shown, 0 for nobody's."""
        return self.row.customer.customer_id if self.row is not None else 0

    # -- showing --------------------------------------------------------------------------------

    def show_row(self, row: LimitRow) -> None:
        """Show a customer's limit, then ask for what stands behind it."""
        if row.customer.customer_id != self.customer_id:
            self.found = None
            self.exposure.piece = ""
        self.row = row
        self._write()
        session, customer_id = self.context.company, self.customer_id
        currency = row.usage.used.currency

        def work(_control: Control) -> _Read:
            today = session.clock.today()
            return _Read(
                session.orders.exposure(customer_id, today, currency),
                session.limits.candidates(customer_id, today),
                session.limits.history(customer_id),
            )

        def done(found: _Read) -> None:
            if self.customer_id == customer_id:
                self.found = found
                self._write_behind()

        self.context.runner.database(
            work, done, failed=self.context.notices.error, owner=self, key="limit.detail"
        )

    def write_title(self) -> None:
        """Name the customer at the drawer's head."""
        row, drawer = self.row, self._panel.host.drawer
        if row is None or drawer is None:
            return
        name = self.context.formats.name(row.customer.name, row.customer.name_en)
        group = row.pool.name if row.pool is not None else ""
        drawer.set_title(name, " • ".join(filter(None, (row.customer.code, group))))

    def _write(self) -> None:
        row, formats = self.row, self.context.formats
        if row is None:
            return
        if self._panel.host.shows_detail(self):
            self.write_title()
        self.grade.set(row.grade.value if row.grade else "", "")
        self.grade.setVisible(row.grade is not None)
        self.standing.set(standing_word(row, formats.lang), TONES[row.standing])
        self.tight.set(self.tr("Downturn terms"), "warn")
        self.tight.setVisible(row.tight)
        self._write_figures(row)
        self.says.setText(" ".join(filter(None, (self._meaning(row), self._terms(row)))))
        self.pool.setVisible(row.pool is not None)
        if row.pool is not None:
            percent = row.pool.usage.percent
            used = "" if percent is None else self.tr("{share} used").format(share=share(percent))
            text = self.tr("Group limit {name}, {used}")
            self.pool.setText(text.format(name=row.pool.name, used=used).rstrip(", "))
        now = row.record is not None and row.limit.state is not LimitState.UNSET
        self.grant_button.setText(self.tr("Change…") if now else self.tr("Grant…"))
        guard(self.context, self.grant_button, self.override_button)
        self.override_button.setVisible(row.grade is not None)
        ends = row.record is not None and row.record.end is None and row.limit.state is LimitState.SET
        guard(self.context, self.end_button, able=ends)
        guard(self.context, self.withdraw_button, able=row.record is not None)
        self._write_behind()

    def _write_figures(self, row: LimitRow) -> None:
        formats, used, left = self.context.formats, row.usage.used, row.usage.left
        percent = "" if row.usage.percent is None else share(row.usage.percent)
        shown = [
            (self.tr("Limit"), limit_text(row.limit, self.context), "", ""),
            (self.tr("Used"), formats.money(used.minor, used.currency, whole=True), percent, ""),
        ]
        if left is not None:
            tone = "danger" if left.minor < 0 else ""
            shown.append(
                (self.tr("Available"), formats.money(left.minor, left.currency, whole=True), "", tone)
            )
        self.figures.set(shown)

    def _meaning(self, row: LimitRow) -> str:
        """What the state means, where it is no amount."""
        match row.standing:
            case LimitStanding.STOPPED:
                return self.tr("The limit is 0: nothing goes out on credit.")
            case LimitStanding.NONE:
                return self.tr("Nobody has decided on a limit yet; that is not a limit of 0.")
            case LimitStanding.NOT_CHECKED:
                return self.tr("It was decided that no limit is checked for this customer.")
            case LimitStanding.EXPIRED:
                day = (
                    self.context.formats.day_in_text(row.record.end) if row.record and row.record.end else ""
                )
                return self.tr("The limit ended on {day}; none holds now.").format(day=day)
            case _:
                return ""

    def _terms(self, row: LimitRow) -> str:
        if row.terms is None:
            return self.tr("No valid grade, so no terms by grade.")
        every = self.tr("review every %n month(s)", "", row.terms.review_months)
        return self.tr("Terms: {terms}, {every}.").format(terms=terms_text(row), every=every)

    def _write_behind(self) -> None:
        found, formats = self.found, self.context.formats
        base = self._panel.found.base if self._panel.found else ""
        self.exposure.show_exposure(found.exposure if found else None)
        lines = candidate_lines(found.suggestion, base, formats) if found else []
        self.candidates.show_lines(lines, base)
        self._why.setText(self._suggested(found, base))
        self._why.setVisible(bool(self._why.text()))
        self.score_button.setVisible(self.row is not None and self.row.grade is None)
        history, today = (found.history if found else []), self.context.company.clock.today()
        now = in_force(history[::-1], today)
        self.history.show_lines([limit_line(one, now, today, formats) for one in history])
        self._titles["past"].setVisible(bool(history))
        self.history.setVisible(bool(history))
        self._write_kept()

    def _suggested(self, found: _Read | None, base: str) -> str:
        if found is None:
            return ""
        amount, bound = found.suggestion.amount, found.suggestion.bound_by
        if self.row is not None and self.row.grade is None:
            return self.tr("Without a valid grade nothing is suggested.")
        if amount is None or bound is None:
            return self.tr("Nothing known so far binds a limit.")
        money = self.context.formats.money(amount, base, whole=True)
        name = say(f"limit_candidate.{bound}", self.context.formats.lang)
        return self.tr("Suggested: {amount}. “{name}” binds; rounded down to the step.").format(
            amount=money, name=name
        )

    def _on_record(self, *_: object) -> None:
        self._write_kept()

    def _write_kept(self) -> None:
        """The candidates as they were when the chosen limit was granted."""
        chosen = self.history.current_id()
        record = next((one for one in self.found.history if one.id == chosen), None) if self.found else None
        base = self._panel.found.base if self._panel.found else ""
        lines = kept_lines(record.candidates, record.bound_by, base, self.context.formats) if record else []
        self.kept.show_lines(lines, base)
        self.kept.setVisible(bool(lines))
        for widget in (self._titles["then"], self._then):
            widget.setVisible(record is not None)
        if record is not None:
            day = self.context.formats.day_in_text(record.start)
            self._titles["then"].setText(self.tr("As decided from {day}").format(day=day))
            self._then.setText(record_note(record, self.context.formats))

    # -- acts -----------------------------------------------------------------------------------

    def _check(self) -> None:
        self.context.navigator.go("credit", tab="check", customer_id=self.customer_id)

    def _override(self) -> None:
        self._panel.acts.override(self.customer_id)

    def _score(self) -> None:
        self.context.navigator.go("scoring", customer_id=self.customer_id)

    def _open_file(self) -> None:
        self.context.navigator.go("customers", customer_id=self.customer_id)

    def _open_pool(self) -> None:
        if self.row is not None and self.row.pool is not None:
            self._panel.open_group(self.row.pool.group_id)

    def _end(self) -> None:
        if self.row is not None and self.row.record is not None:
            self._panel.acts.end(self.row.record, self.row.customer.name)

    def _withdraw(self) -> None:
        if self.row is not None and self.row.record is not None:
            self._panel.acts.withdraw(self.row.record)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._titles["exposure"].setText(self.tr("What is used"))
        self._titles["why"].setText(self.tr("What a limit may be today"))
        self._titles["past"].setText(self.tr("Decisions so far"))
        self.history.setAccessibleName(self.tr("Decisions so far"))
        self.score_button.setText(self.tr("Score the customer"))
        self.override_button.setText(self.tr("Override the grade…"))
        self.check_button.setText(self.tr("May I ship?"))
        self.end_button.setText(self.tr("End…"))
        self.withdraw_button.setText(self.tr("Withdraw"))
        self.withdraw_button.setToolTip(self.tr("As if it had not been granted; the one before holds again"))
        self.file_button.setText(self.tr("Customer"))
        self._write()
