"""The drawer of an invoice's cover: its limit, each gap with what to do, what the insurer would pay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.cover import Gap
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.cover.rows import gap_tone
from app.ui.pages.insurance.steps import StepList
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from app.domain.cover import Insurable
    from app.ui.context import PageContext
    from app.ui.pages.insurance.cover.panel import CoverPanel
    from app.ui.pages.insurance.cover.rows import CoverRead, CoverRow


class CoverDetail(Detail):
    """``show_row`` fills it."""

    def __init__(self, context: PageContext, panel: CoverPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.row: CoverRow | None = None
        self._read: CoverRead | None = None
        theme = context.theme
        self.figures = Figures(theme)
        self.days = label("", "small", "secondary", wrap=True)
        self._titles = {name: label("", "section") for name in ("limit", "gaps", "expected")}
        self.limit = label("", "body", wrap=True)
        self.policy = label("", "small", "secondary", wrap=True)
        self.limit_button = button(theme, "", "link", "gauge", self._open_limit)
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(10)
        self.insured_whole = label("", "body", "good", wrap=True)
        self._expected = QVBoxLayout()
        self._expected.setSpacing(8)
        self.note = label("", "small", "tertiary", wrap=True)
        self.said: list[str] = []
        self._lay_out()
        self.invoice_button = button(theme, "", "primary", "file-text", self._open_invoice)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.shipment_button = button(theme, "", "normal", "package-check", self._shipment)
        second = SharedRow()
        second.addWidget(self.customer_button)
        second.addWidget(self.shipment_button)
        self.foot_layout.addWidget(self.invoice_button)
        self.foot_layout.addLayout(second)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.figures)
        layout.addWidget(self.days)
        layout.addWidget(self._titles["gaps"])
        layout.addWidget(self.insured_whole)
        layout.addLayout(self._gaps)
        layout.addSpacing(4)
        layout.addWidget(self._titles["limit"])
        for widget in (self.limit, self.policy):
            layout.addWidget(widget)
        link = QHBoxLayout()
        link.addWidget(self.limit_button)
        link.addStretch(1)
        layout.addLayout(link)
        layout.addSpacing(4)
        layout.addWidget(self._titles["expected"])
        layout.addLayout(self._expected)
        layout.addWidget(self.note)

    @property
    def document_id(self) -> int:
        """The invoice shown, 0 for none."""
        return self.row.document_id if self.row else 0

    # -- showing --------------------------------------------------------------------------------

    def show_row(self, row: CoverRow, read: CoverRead) -> None:
        """Fill the drawer."""
        self.row, self._read = row, read
        self._write()

    def _write(self) -> None:
        row, read, formats = self.row, self._read, self.context.formats
        if row is None or read is None:
            return
        cover = row.covered.cover
        item = cover.item
        if self._panel.host.drawer is not None:
            day = self.tr("as of {day}").format(day=formats.day(read.as_of))
            name = formats.name(row.name, row.name_en)
            self._panel.host.drawer.set_title(item.number, f"{name} • {day}")

        def money(minor: int) -> str:
            return formats.money(minor, item.currency)

        figures = [
            (self.tr("Open"), money(item.open), "", ""),
            (self.tr("Insured"), money(cover.insured), "", ""),
            (self.tr("Uninsured"), money(cover.uninsured), "", "warn" if cover.uninsured else ""),
        ]
        if item.credits:
            figures.insert(1, (self.tr("On account"), money(item.set_off), "", ""))
        self.figures.set(figures)
        shipped = self.tr("shipped {shipped}, due {due} ({days} d)")
        self.days.setText(
            shipped.format(shipped=formats.day(item.shipped), due=formats.day(item.due), days=item.terms_days)
        )
        self._write_gaps(cover.gaps, item)
        self._write_limit(row)
        self._write_expected(row, read)
        guard(self.context, self.shipment_button)

    def _write_gaps(self, gaps: tuple[tuple[Gap, int], ...], item: Insurable) -> None:
        clear(self._gaps)
        formats, lang = self.context.formats, self.context.formats.lang
        currency = item.currency
        self.said = []
        for gap, amount in gaps:
            name, todo = say(f"cover_gap.{gap}", lang), say(f"gap_todo.{gap}", lang)
            head = QHBoxLayout()
            head.addWidget(Chip(self.context.theme, name, gap_tone(gap)))
            head.addStretch(1)
            head.addWidget(label(formats.money(amount, currency), "bodyStrong", strong=True))
            block = QVBoxLayout()
            block.setSpacing(3)
            block.addLayout(head)
            block.addWidget(label(todo, "small", "secondary", wrap=True))
            if gap is Gap.SET_OFF:
                self._write_credits(block, item)
            self._gaps.addLayout(block)
            self.said.append(f"{name} {formats.money(amount, currency)} {todo}")
        self.insured_whole.setText(self.tr("Insured whole."))
        self.insured_whole.setVisible(not gaps)

    def _write_credits(self, block: QVBoxLayout, item: Insurable) -> None:
        """The credits by name: each opens, and is allocated there."""
        for one in item.credits:
            amount = self.context.formats.money(one.amount, item.currency)
            what = " ".join(filter(None, (say(f"kind.{one.kind}", self.context.formats.lang), one.number)))
            link = button(
                self.context.theme,
                f"{what}  {amount}",
                "link",
                "file-text",
                partial(self.context.navigator.go, "customers", document_id=one.credit_id),
            )
            row = QHBoxLayout()
            row.addWidget(link)
            row.addStretch(1)
            block.addLayout(row)
            self.said.append(link.text())

    def _write_limit(self, row: CoverRow) -> None:
        formats, limit, policy = self.context.formats, row.covered.cover.limit, row.covered.policy
        shipped = formats.day_in_text(row.covered.cover.item.shipped)
        self.policy.setVisible(policy is not None)
        self.limit_button.setVisible(policy is not None)
        if policy is None:
            self.limit.setText(
                self.tr("No policy covers a shipment of {day} to this buyer.").format(day=shipped)
            )
            return
        self.policy.setText(f"{policy.record.insurer} {policy.record.number} {policy.record.product}".strip())
        if limit is None:
            self.limit.setText(
                self.tr("No limit was in force on {day}, the day of shipment.").format(day=shipped)
            )
            return
        parts = [
            formats.money(limit.amount, policy.record.currency, whole=True),
            say(f"limit_kind.{limit.kind}", formats.lang),
        ]
        if limit.until is not None:
            parts.append(self.tr("until {day}").format(day=formats.day(limit.until)))
        if limit.terms_days is not None:
            parts.append(self.tr("terms up to {n} d").format(n=limit.terms_days))
        if limit.method:
            parts.append(say(f"pay_method.{limit.method}", formats.lang))
        if limit.top_up:
            more = formats.whole(limit.top_up, policy.record.currency)
            parts.append(self.tr("{amount} of it top-up").format(amount=more))
        told = self.tr("In force on {day}, the day of shipment: {limit}")
        self.limit.setText(told.format(day=shipped, limit=" · ".join(parts)))

    def _write_expected(self, row: CoverRow, read: CoverRead) -> None:
        clear(self._expected)
        formats = self.context.formats
        buyer = read.book.buyers.get(row.covered.cover.item.customer_id)
        expected = buyer.expected if buyer else ()
        for policy, covered, made in expected:
            head = self.tr("{number}: {amount} insured of this buyer")
            amount = formats.money(covered.minor, covered.currency)
            self._expected.addWidget(
                label(
                    head.format(number=policy.record.number, amount=amount), "small", "secondary", wrap=True
                )
            )
            steps = StepList()
            steps.show_steps(made.steps, covered.currency, formats)
            self._expected.addWidget(steps)
        self.note.setText(
            self.tr("If this buyer alone failed to pay all of it today, after claims already made.")
            if expected
            else self.tr("Nothing of this buyer is insured: nothing is to be expected.")
        )

    # -- onward ---------------------------------------------------------------------------------

    def _open_invoice(self) -> None:
        if self.row is not None:
            self.context.navigator.go("customers", document_id=self.row.document_id)

    def _open_customer(self) -> None:
        if self.row is not None:
            who = self.row.covered.cover.item.customer_id
            self.context.navigator.go("customers", customer_id=who, tab="insurance")

    def _open_limit(self) -> None:
        if self.row is not None:
            who = self.row.covered.cover.item.customer_id
            self.context.navigator.go("insurance", tab="limits", customer_id=who)

    def _shipment(self) -> None:
        if self.row is not None:
            self._panel.shipment(self.row)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._titles["gaps"].setText(self.tr("Why not all of it"))
        self._titles["limit"].setText(self.tr("The limit it is measured against"))
        self._titles["expected"].setText(self.tr("Indemnity to expect"))
        self.limit_button.setText(self.tr("History of the limit"))
        self.invoice_button.setText(self.tr("Open the invoice"))
        self.customer_button.setText(self.tr("Customer file"))
        self.shipment_button.setText(self.tr("Shipment facts…"))
        self._write()
