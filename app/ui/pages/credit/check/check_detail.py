"""A check in the drawer: its answer and working as they were, and its release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.duty import Duty
from app.domain.order_check import Answer
from app.services.stored_checks import stored_answer
from app.ui.pages.credit.check.columns import NONE, release_state, release_word
from app.ui.pages.credit.check.sections import FindingList
from app.ui.pages.credit.check.words import TONES, because
from app.ui.pages.credit.exposure_list import ExposureList
from app.ui.pages.customers.guard import guard
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.verdict import Verdict
from app.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.order_views import CheckRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.check.history import CheckHistory


class CheckDetail(Detail):
    """``show_row`` fills it."""

    def __init__(self, context: PageContext, history: CheckHistory) -> None:
        super().__init__()
        self.context = context
        self._history = history
        self.row: CheckRow | None = None
        theme = context.theme
        self.verdict = Verdict(theme)
        self.facts = label("", "body", "secondary", wrap=True)
        self.release = label("", "body", wrap=True)
        self.findings, self.exposure = FindingList(context), ExposureList(context)
        self._titles = {name: label("", "section") for name in ("release", "why", "exposure")}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (
            self.verdict, self.facts, self._titles["release"], self.release, self._titles["why"],
            self.findings, self._titles["exposure"], self.exposure,
        ):  # fmt: skip
            layout.addWidget(widget)
        self.again_button = button(theme, "", "primary", "refresh-cw", self._again)
        self.release_button = button(theme, "", "normal", "badge-check", self._release)
        self.file_button = button(theme, "", "normal", "building-2", self._file)
        self.print_button = button(theme, "", "normal", "printer", self._print)
        for pair in ((self.again_button, self.print_button), (self.release_button, self.file_button)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for each in pair:
                row.addWidget(each, 1)
            self.foot_layout.addLayout(row)

    def show_row(self, row: CheckRow) -> None:
        """Show a check instead of what is there."""
        self.row = row
        formats, check = self.context.formats, row.check
        found = stored_answer(check.working)
        word = say(f"order_answer.{check.answer}", formats.lang)
        deposit = formats.money(check.deposit, check.currency) if check.deposit else ""
        more = self.tr("Deposit: {money}").format(money=deposit) if deposit else ""
        self.verdict.set(TONES[check.answer], word, because(found.reasons, formats.lang), more)
        self.facts.setText(self._facts(row))
        self.findings.show_reasons(found.reasons)
        self.exposure.show_exposure(found.exposure)
        self._write_release(row)
        able = check.answer != Answer.GO.value and release_state(row) == NONE
        guard(self.context, self.release_button, able=able, duty=Duty.CREDIT)
        self._write_title()

    def _facts(self, row: CheckRow) -> str:
        formats, check = self.context.formats, row.check
        parts = [
            formats.money(check.amount, check.currency),
            self.tr("order {number}").format(number=row.number) if row.number else "",
            self.tr("as of {day}").format(day=formats.day_in_text(check.on)),
            self.tr("asked by {name}").format(name=check.asked_by) if check.asked_by else "",
        ]
        return " • ".join(filter(None, parts))

    def _write_release(self, row: CheckRow) -> None:
        check, formats = row.check, self.context.formats
        shown = check.release_until is not None
        self._titles["release"].setVisible(shown)
        self.release.setVisible(shown)
        if check.release_until is None:
            return
        named = self.tr("Release: {state}")
        self._titles["release"].setText(named.format(state=release_word(row)))
        text = self.tr("{name} let up to {money} pass until {day}: {reason}")
        self.release.setText(
            text.format(
                name=check.released_by,
                money=formats.money(check.release_amount or 0, check.currency),
                day=formats.day_in_text(check.release_until),
                reason=check.release_reason,
            )
        )

    def _write_title(self) -> None:
        drawer = self._history.host.drawer
        if self.row is not None and drawer is not None and self._history.host.shows_detail(self):
            name = self.context.formats.name(self.row.customer, self.row.customer_en)
            drawer.set_title(name, self.tr("As it was answered then"))

    def opened(self) -> None:
        """The drawer shows it now: name the customer at its head."""
        self._write_title()

    def _again(self) -> None:
        if self.row is not None:
            self._history.ask_again(self.row)

    def _release(self) -> None:
        if self.row is not None:
            self._history.release(self.row)

    def _print(self) -> None:
        if self.row is None:
            return
        orders, check, lang = self.context.company.orders, self.row.check, self.context.formats.lang
        name = self.context.formats.name(self.row.customer, self.row.customer_en)

        def work(path: Path, _control: Control) -> None:
            orders.print_kept(check.id, path, lang)

        suggested = " ".join((self.tr("Order check"), name, check.on.isoformat()))
        PageExports(self.context, self).write(suggested.replace("/", "-"), "pdf", work)

    def _file(self) -> None:
        if self.row is not None:
            self.context.navigator.go("customers", customer_id=self.row.check.customer_id)

    def retranslate(self) -> None:
        """Write every text of the detail."""
        self._titles["why"].setText(self.tr("Why"))
        self._titles["exposure"].setText(self.tr("At risk then"))
        self.again_button.setText(self.tr("Check again"))
        self.print_button.setText(self.tr("PDF"))
        self.release_button.setText(self.tr("Release…"))
        self.file_button.setText(self.tr("Customer"))
        if self.row is not None:
            self.show_row(self.row)
