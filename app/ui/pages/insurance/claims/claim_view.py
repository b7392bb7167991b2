"""One claim whole: where it stands, its calculation, invoices, papers and what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.claim_state import FROZEN, WITH_INSURER, ClaimState
from app.domain.money import Money
from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.columns import money_words
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.claims.acts import usual_next
from app.ui.pages.insurance.claims.cards import STATE_TONES
from app.ui.pages.insurance.claims.columns import traced_columns
from app.ui.pages.insurance.claims.papers_card import PapersCard
from app.ui.pages.insurance.claims.reading import ClaimRead, event_line
from app.ui.pages.insurance.claims.trace_view import TraceView
from app.ui.pages.insurance.said import policy_name
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label, literal, plain
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.line_list import LineList
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.claim_trace import TracedInvoice
    from app.domain.insurance_record import ClaimEvent
    from app.services.claim_views import ClaimDetail
    from app.ui.context import PageContext
    from app.ui.pages.insurance.claims.acts import ClaimActs

_EVENTS_SHOWN = 8


class ClaimView(Retranslated):
    """``show_claim`` fills it; ``left`` asks to go back to the board."""

    left = Signal()

    def __init__(self, context: PageContext, acts: ClaimActs) -> None:
        super().__init__()
        self.context, self.acts = context, acts
        self.read: ClaimRead | None = None
        theme = context.theme
        self.back_button = button(theme, "", "quiet", "chevron-left", self.left.emit, small=True)
        self.customer = button(theme, "", "link", run=self._open_customer)
        self.state = Chip(theme)
        self.about = label("", "body", "secondary", wrap=True)
        self.next_button = button(theme, "", "primary", "chevron-right", self._onward)
        self.more_button = button(theme, "", "normal", "chevron-down", self._open_menu)
        self.pack_button = button(theme, "", "normal", "file-text", self._open_pack)
        self.figures = Figures(theme, "section")
        self.strip = MessageStrip(theme)
        self.trace_card = Card(theme, " ")
        self.trace = TraceView(context)
        self.invoices_card = Card(theme, " ", padded=False)
        self.invoices_button = button(theme, "", "quiet", "list-checks", self._choose_invoices, small=True)
        self.invoices = DataTable(
            theme,
            "insurance.claim_invoices",
            context.preferences,
            framed=False,
            pad=6,
            empty_icon="file-text",
        )
        self.model: RowTable[TracedInvoice] = RowTable(
            traced_columns(context.formats, "CNY"), context.runner, lambda row: row.document_id, parent=self
        )
        self.invoices.set_model(self.model)
        self.invoices.opened.connect(self._open_document)
        self.papers = PapersCard(context, acts)
        self.events_card = Card(theme, " ", padded=False)
        self.note_button = button(theme, "", "quiet", "plus", self._note, small=True)
        self.events = LineList(theme, most=_EVENTS_SHOWN)
        self.events.opened.connect(self._open_event)
        self.events.menu_wanted.connect(self._offer_event)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.customer)
        head.addWidget(self.state)
        head.addStretch(1)
        for widget in (self.pack_button, self.more_button, self.next_button):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.about)
        layout.addWidget(self._scroll(), 1)

    def _cards(self) -> QHBoxLayout:
        """Calculation and invoices at the left, papers and what happened at the right."""
        self.trace_card.body.addWidget(self.trace)
        self.invoices_card.add_action(self.invoices_button)
        self.invoices_card.body.addWidget(self.invoices)
        self.events_card.add_action(self.note_button)
        self.events_card.body.addWidget(self.events)
        both = QHBoxLayout()
        both.setSpacing(16)
        for share, cards in (
            (5, (self.trace_card, self.invoices_card)),
            (4, (self.papers, self.events_card)),
        ):
            column = QVBoxLayout()
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            both.addLayout(column, share)
        return both

    def _scroll(self) -> QWidget:
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(12)
        body.addWidget(self.figures)
        body.addWidget(self.strip)
        body.addLayout(self._cards())
        body.addStretch(1)
        return scrolled(inner)

    # -- showing --------------------------------------------------------------------------------

    @property
    def detail(self) -> ClaimDetail | None:
        """The claim in view."""
        return self.read.detail if self.read is not None else None

    def show_claim(self, read: ClaimRead) -> None:
        """Fill the page."""
        self.read = read
        self._write()

    def _write(self) -> None:
        if self.read is None:
            return
        detail, formats = self.read.detail, self.context.formats
        row, claim, lang = detail.row, detail.row.claim, formats.lang
        name = formats.name(row.customer, row.customer_en)
        self.customer.setText(literal(name))
        self.customer.setToolTip(plain(name))  # a small window cuts it
        self.state.set(say(f"claim_state.{row.state}", lang), STATE_TONES[row.state])
        cause = say(f"insured_cause.{claim.cause}", lang)
        opened = self.tr("opened {day}").format(day=formats.day(claim.opened_on))
        reference = self.tr("reference {number}").format(number=claim.reference) if claim.reference else ""
        self.about.setText(" · ".join(filter(None, (policy_name(row.policy), cause, opened, reference))))
        self._write_figures(detail)
        self._write_strip(detail)
        self._write_buttons(detail)
        self.trace.show_calculation(detail.calculation)
        self.model.set_columns(traced_columns(formats, claim.currency))
        invoices = detail.calculation.invoices
        self.model.set_rows(invoices)
        theme = self.context.theme
        self.invoices.setFixedHeight(theme.size("tableHeader") + max(2, len(invoices)) * theme.row_height + 4)
        self.papers.show_papers(self.read)
        self.events.show_lines([event_line(one, detail, formats) for one in reversed(detail.events)])

    def _write_figures(self, detail: ClaimDetail) -> None:
        row, claim, formats = detail.row, detail.row.claim, self.context.formats

        def money(minor: int) -> str:
            return formats.money(minor, claim.currency)

        debt = [Money(minor, code) for code, minor in detail.calculation.debt.items()]
        figures = [
            (self.tr("Open debt"), money_words(debt, formats, whole=False), "", ""),
            *self._on_account(detail, money),
            (self.tr("Covered"), money(detail.calculation.covered), "", ""),
            (self.tr("Expected indemnity"), money(detail.calculation.payable), "", "accent"),
        ]
        if claim.approved is not None:
            tone = "good" if claim.approved else "danger"
            figures.append((self.tr("Approved"), money(claim.approved), "", tone))
        if row.paid:
            figures.append((self.tr("Paid"), money(row.paid), claim.payee, "good"))
        if detail.recovered:
            own = self.tr("ours {amount}").format(amount=money(detail.own_recovered))
            figures.append((self.tr("Recovered"), money(detail.recovered), own, ""))
        if detail.own_costs:
            figures.append((self.tr("Our costs"), money(detail.own_costs), "", ""))
        figures.append((self.tr("Date of loss"), formats.day(detail.loss_on), "", ""))
        self.figures.set(figures)

    def _on_account(
        self, detail: ClaimDetail, money: Callable[[int], str]
    ) -> list[tuple[str, str, str, str]]:
        """What is set off first, where there is anything."""
        taken = detail.calculation.set_off
        return [(self.tr("On account"), money(-taken), "", "")] if taken else []

    def _write_strip(self, detail: ClaimDetail) -> None:
        row, formats = detail.row, self.context.formats
        claim, today = row.claim, self.context.company.clock.today()
        if detail.calculation.missing:
            codes = ", ".join(detail.calculation.missing)
            text = self.tr("Without an exchange rate nothing is covered in {codes}.").format(codes=codes)
            self.strip.say("danger", text, closable=False)
        elif not detail.calculation.covered and row.state not in FROZEN:
            text = self.tr("Nothing is covered, so nothing can be claimed: each invoice below says why.")
            self.strip.say("danger", text, closable=False)
        elif row.state is ClaimState.DECLINED:
            text = self.tr("The insurer declined: {reason}").format(reason=claim.reason or "–")
            dispute = (self.tr("Object…"), partial(self.acts.dispute, detail))
            offered = [dispute] if writable(self.context) else []
            self.strip.say("danger", text, actions=offered, closable=False)
        elif (unbooked := _unbooked(detail)) is not None:
            text = self.tr("The insurer's payment is not in the ledger yet: the invoices still stand open.")
            book = (self.tr("Enter the receipt"), partial(self.acts.book, unbooked))
            self.strip.say("warn", text, actions=[book] if writable(self.context) else [], closable=False)
        elif row.state in WITH_INSURER and not claim.own_letters_allowed:
            text = self.tr("With the insurer: no letters of our own go to the buyer without its consent.")
            consent = (self.tr("Record consent…"), partial(self.acts.consent, detail))
            self.strip.say("info", text, actions=[consent] if writable(self.context) else [], closable=False)
        elif row.state not in FROZEN and (until := detail.waits_until) is not None and until >= today:
            day = formats.day_in_text(until)
            text = self.tr("The waiting period ends on {day}; have the papers ready by then.").format(day=day)
            self.strip.say("info", text, closable=False)
        else:
            self.strip.hide()

    def _write_buttons(self, detail: ClaimDetail) -> None:
        lang, state = self.context.formats.lang, detail.row.state
        to = usual_next(detail)
        decided = state in {ClaimState.APPROVED, ClaimState.PARTIAL}
        text = self.tr("Insurer's payment") if decided else say(f"claim_move.{to}", lang) if to else ""
        self.next_button.setText(text)
        self.next_button.setVisible(bool(text))
        live = state not in FROZEN and state is not ClaimState.WITHDRAWN
        self.invoices_button.setVisible(live)
        guard(self.context, self.next_button, self.invoices_button, self.note_button)

    # -- acting ---------------------------------------------------------------------------------

    def _onward(self) -> None:
        if self.detail is not None:
            self.acts.onward(self.detail)

    def _open_menu(self) -> None:
        if self.detail is not None:
            menu = self.acts.menu(self.detail)
            menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _open_pack(self) -> None:
        if self.detail is not None:
            menu = self.acts.pack_menu(self.detail)
            menu.popup(self.pack_button.mapToGlobal(QPoint(0, self.pack_button.height())))

    def _choose_invoices(self) -> None:
        if self.detail is not None:
            self.acts.invoices(self.detail)

    def _note(self) -> None:
        if self.detail is not None:
            self.acts.note(self.detail)

    def _open_customer(self) -> None:
        if self.detail is not None:
            self.context.navigator.go("customers", customer_id=self.detail.row.claim.customer_id)

    def _open_document(self, document_id: int) -> None:
        self.context.navigator.go("customers", document_id=document_id)

    def _open_event(self, event_id: int) -> None:
        """A receipt or write-off that came of it opens; a payment not in the ledger yet can go there."""
        event = self._event(event_id)
        if event is not None and event.document_id:
            self._open_document(event.document_id)
        elif event is not None:
            self._offer_event(event_id, self.events.mapToGlobal(QPoint(16, 16)))

    def _event(self, event_id: int) -> ClaimEvent | None:
        events = self.detail.events if self.detail is not None else ()
        return next((one for one in events if one.id == event_id), None)

    def _offer_event(self, event_id: int, at: QPoint) -> None:
        event = self._event(event_id)
        menu = self.acts.event_menu(event) if event is not None else None
        if menu is not None and menu.actions():
            menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+→ moves the claim on; Esc goes back."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Right and ctrl:
            self._onward()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write every text."""
        self.trace.retranslate()
        self.papers.retranslate()
        self.back_button.setText(self.tr("All claims"))
        self.more_button.setText(self.tr("More"))
        self.pack_button.setText(self.tr("Claim pack"))
        self.trace_card.set_title(self.tr("Calculation"), self.tr("a step opens to its figures"))
        self.invoices_card.set_title(
            self.tr("Invoices"), self.tr("cover at the day of loss, and why not the rest")
        )
        self.invoices_button.setText(self.tr("Choose…"))
        self.events_card.set_title(self.tr("What happened"))
        self.note_button.setText(self.tr("Note…"))
        self.events.setAccessibleName(self.tr("What happened"))
        self.invoices.view.setAccessibleName(self.tr("Invoices"))
        self._write()


def _unbooked(detail: ClaimDetail) -> int | None:
    """A payment to ourselves in the invoices' currency that is no receipt yet."""
    claim = detail.row.claim
    if set(detail.calculation.debt) != {claim.currency}:
        return None
    found = (one for one in detail.events if one.kind == "payment" and one.document_id is None)
    return next((one.id for one in found if not one.payee or one.payee != claim.payee), None)
