"""The drawer of a document: its figures, plan, allocations, disputes and history, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.document import DEBITS, Document, DocumentKind
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.faults import action
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label, literal
from app.ui.widgets.message_strip import MessageStrip
from app.words import word
from app.words.kinds import kind_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.ledger import AllocationRow, DocumentDetail
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries
    from app.ui.widgets.drawer import Drawer

_LOG_SHOWN = 12
_DUTIES = {"handshake": Duty.LOG, "flag": Duty.COLLECT, "mail": Duty.COLLECT}
"""Whose an offer is, by its picture; the others are of the books."""


class DocumentPanel(QObject):
    """Fills the drawer for one document; everything it does goes through ``entries``."""

    def __init__(self, context: PageContext, drawer: Drawer, entries: Entries) -> None:
        super().__init__(drawer)
        self._context = context
        self._drawer = drawer
        self._entries = entries
        self.detail: DocumentDetail | None = None
        self._held = 0
        self.document_id = 0
        theme = context.theme
        self.message = MessageStrip(theme)
        self.figures = Figures(theme)
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        drawer.body.addWidget(self.message)
        drawer.body.addWidget(self.figures)
        drawer.body.addLayout(self._body)
        drawer.body.addStretch(1)
        self._buttons = SharedRow(most=2)
        drawer.footer.addLayout(self._buttons)
        drawer.closed.connect(self._on_closed)

    # -- asking ---------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the drawer is shown."""
        return self._drawer.is_open

    def show_document(self, document_id: int, *, focus: bool = False) -> None:
        """Open the drawer on a document."""
        self.document_id = document_id
        session = self._context.company

        def work(_control: Control) -> tuple[DocumentDetail, int]:
            detail = session.ledger.document(document_id)
            held = session.bills.held_by_document([document_id], session.clock.today())
            return detail, held.get(document_id, 0)

        def done(found: tuple[DocumentDetail, int]) -> None:
            detail, held = found
            if detail.document.id == self.document_id:
                self.detail, self._held = detail, held
                self._drawer.open_drawer(focus=focus)
                self._write()

        self._context.runner.database(
            work,
            done,
            failed=self._failed,
            owner=self,
            key="document.detail",
        )

    def refresh(self) -> None:
        """Read the document again after a change; close when it is gone."""
        if self.is_open and self.document_id:
            self.show_document(self.document_id)

    def close(self) -> None:
        """Close the drawer."""
        self._drawer.close_drawer()

    def _on_closed(self) -> None:
        self.document_id, self.detail = 0, None

    def _failed(self, error: Exception) -> None:
        gone = isinstance(error, HoldfastError) and error.code == "record.missing"
        was_open = self.is_open
        self.close()
        if not (gone and was_open):
            self._context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write the drawer again in the language in force."""
        if self.detail is not None and self.is_open:
            self._write()

    def _write(self) -> None:
        detail = self.detail
        if detail is None:
            return
        formats, document = self._context.formats, detail.document
        kind = kind_name(document.kind, document.reason, formats.lang)
        self._drawer.set_title(document.number, f"{kind} • {detail.customer}")
        self._figures(document)
        self.message.hide()
        if document.inferred:
            text = self.tr("Inferred from a snapshot of open items; nobody recorded this settlement.")
            self.message.say("info", text, closable=False)
        _clear(self._body)
        self._section("", self._facts(detail))
        self._section(self.tr("Instalments"), self._plan(detail))
        self._section(self.tr("Allocations"), self._allocations(detail))
        self._section(self.tr("Disputes and promises"), self._claims(detail))
        self._section(self.tr("History"), self._log(detail))
        self._write_buttons(detail)

    def _figures(self, document: Document) -> None:
        formats = self._context.formats
        due = document.due_date
        late = (self._context.company.clock.today() - due).days if due and document.open else 0
        figures = [
            (self.tr("Amount"), formats.money(document.amount, document.currency), "", ""),
            (self._open_name(document), formats.money(document.open, document.currency), "", ""),
        ]
        if document.kind in DEBITS:
            note = formats.age(late) if due and document.open else ""
            figures.append((self.tr("Due"), formats.day(due), note, "warn" if late > 0 else ""))
        if self._held:
            held = formats.money(self._held, document.currency)
            figures.insert(2, (self.tr("Bills held"), held, "", ""))
        self.figures.set(figures)

    def _open_name(self, document: Document) -> str:
        return self.tr("Open") if document.kind in DEBITS else self.tr("Not allocated")

    def _section(self, title: str, grid: QGridLayout | None) -> None:
        if grid is None:
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if title:
            column.addWidget(label(title, "section"))
        column.addLayout(grid)
        self._body.addWidget(box)

    def _facts(self, detail: DocumentDetail) -> QGridLayout:
        formats, document = self._context.formats, detail.document
        pairs = [
            (self.tr("Date"), formats.day(document.doc_date)),
            (self.tr("Terms"), document.terms),
            (self.tr("Reference"), document.reference),
            (self.tr("Approved by"), document.approved_by),
            (self.tr("Contract"), document.contract),
            (self.tr("Corrects"), detail.original_number),
            (
                self.tr("Reason") if document.kind is DocumentKind.WRITE_OFF else self.tr("Note"),
                document.note,
            ),
        ]
        grid = _grid()
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate((name, text) for name, text in pairs if text):
            grid.addWidget(label(name, "small", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, "body", wrap=True), row, 1)
        return grid

    def _plan(self, detail: DocumentDetail) -> QGridLayout | None:
        if not detail.instalments:
            return None
        formats, currency = self._context.formats, detail.document.currency
        grid = _grid()
        grid.setColumnStretch(1, 1)
        heads = ("", self.tr("Due"), self.tr("Amount"), self.tr("Open"))
        right = Qt.AlignmentFlag.AlignRight
        for column, text in enumerate(heads):
            side = right if column > 1 else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(label(text, "small", "secondary"), 0, column, side)
        for row, part in enumerate(detail.instalments, 1):
            grid.addWidget(label(str(part.seq), "body", "secondary"), row, 0)
            grid.addWidget(label(formats.day(part.due_date)), row, 1)
            grid.addWidget(label(formats.amount(part.amount, currency)), row, 2, right)
            tone = "" if part.open else "tertiary"
            text = formats.amount(part.open, currency) if part.open else "–"
            grid.addWidget(label(text, "body", tone), row, 3, right)
        return grid

    def _allocations(self, detail: DocumentDetail) -> QGridLayout | None:
        if not detail.allocations:
            return None
        formats, currency = self._context.formats, detail.document.currency
        debit = detail.document.kind in DEBITS
        grid = _grid()
        grid.setColumnStretch(1, 1)
        for place, each in enumerate(detail.allocations):
            row = 2 * place
            amount = each.amount if debit else each.credit_amount
            grid.addWidget(label(formats.day(each.date), "small", "secondary"), row, 0)
            other = button(self._context.theme, literal(each.other_number), "link")
            other.clicked.connect(partial(self._go_to, each.other_id))
            other.setToolTip(kind_name(each.other_kind, each.other_reason, formats.lang))
            grid.addWidget(other, row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(formats.amount(amount, currency)), row, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._take_back(detail, each), row, 3)
            if each.exchange is not None:
                worth = formats.money(abs(each.exchange.minor), each.exchange.currency)
                gain, loss = self.tr("Exchange gain {amount}"), self.tr("Exchange loss {amount}")
                text = (gain if each.exchange.minor > 0 else loss).format(amount=worth)
                grid.addWidget(label(text, "small", "secondary"), row + 1, 1, 1, 2)
        return grid

    def _take_back(self, detail: DocumentDetail, each: AllocationRow) -> QWidget:
        name = self.tr("Take back the allocation to {number}").format(number=each.other_number)
        made = icon_button(self._context.theme, "undo-2", name, partial(self._entries.unallocate, [each.id]))
        written_off = DocumentKind.WRITE_OFF in {each.other_kind, detail.document.kind}
        if written_off:
            made.setEnabled(False)
            made.setToolTip(self.tr("A write-off is taken back by deleting it."))
        elif not writable(self._context, Duty.BOOK):
            guard(self._context, made, duty=Duty.BOOK)
        return made

    def _go_to(self, document_id: int, *_: object) -> None:
        self._context.navigator.go("customers", document_id=document_id)

    def _claims(self, detail: DocumentDetail) -> QGridLayout | None:
        formats, currency = self._context.formats, detail.document.currency
        lang, lines = formats.lang, list[tuple[str, str]]()
        for dispute in detail.disputes:
            amount = dispute.amount if dispute.amount is not None else detail.document.amount
            state = (
                self.tr("closed {day}").format(day=formats.day(dispute.closed_on))
                if dispute.closed_on
                else self.tr("open")
            )
            text = self.tr("Dispute over {amount}, {state}").format(
                amount=formats.money(amount, currency), state=state
            )
            reason, outcome = word("reason", dispute.reason, lang), word("outcome", dispute.outcome, lang)
            parts = (text, reason, outcome, dispute.note)
            lines.append((formats.day(dispute.opened_on), " · ".join(filter(None, parts))))
        for promise in detail.promises:
            text = self.tr("Promised {amount} by {day}").format(
                amount=formats.money(promise.amount, promise.currency), day=formats.day(promise.due_on)
            )
            said = (text, word("outcome", promise.outcome, lang), word("channel", promise.channel, lang))
            lines.append((formats.day(promise.made_on), " · ".join(filter(None, said))))
        return _lines(lines) if lines else None

    def _log(self, detail: DocumentDetail) -> QGridLayout | None:
        formats = self._context.formats
        lines = [
            (formats.moment(entry.at), f"{action(entry.verb, entry.params, formats.lang)} · {entry.actor}")
            for entry in detail.log[:_LOG_SHOWN]
        ]
        return _lines(lines) if lines else None

    # -- what can be done -----------------------------------------------------------------------

    def _write_buttons(self, detail: DocumentDetail) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, icon, kind, run, able in self._offers(detail):
            made = button(self._context.theme, text, kind, icon, run)
            guard(self._context, made, able=able, duty=_DUTIES.get(icon, Duty.BOOK))
            self._buttons.addWidget(made)
        if detail.document.kind is DocumentKind.INVOICE:  # it writes nothing: also in a file open elsewhere
            show = partial(self._entries.interest, detail.document.id)
            interest = button(self._context.theme, self.tr("Late interest"), "normal", "clock", show)
            self._buttons.addWidget(interest)

    def _offers(self, detail: DocumentDetail) -> Sequence[tuple[str, str, str, Callable[[], None], bool]]:
        entries, document = self._entries, detail.document
        still_open = document.open > 0
        edit = (self.tr("Edit"), "pencil", "normal", partial(entries.edit, document), True)
        remove = (
            self.tr("Delete"), "trash-2", "normal", partial(entries.remove_documents, [document.id]), True,
        )  # fmt: skip
        if document.kind is DocumentKind.INVOICE:
            note = partial(entries.new_credit_note, document.customer_id, document.id)
            remind = partial(entries.reminding, document.customer_id, document.id)
            made = entries.collection
            promise = partial(made.promise, document.customer_id, document_id=document.id)
            dispute = partial(made.dispute, document.customer_id, document_id=document.id)
            return (
                (self.tr("Apply a credit"), "link", "primary", self._apply, still_open),
                (self.tr("Credit note"), "file-minus", "normal", note, still_open),
                (self.tr("Instalments"), "calendar", "normal", partial(entries.plan, detail), True),
                (self.tr("Write off"), "file-x", "normal", partial(entries.write_off, detail), still_open),
                (self.tr("Promise…"), "handshake", "normal", promise, still_open),
                (self.tr("Dispute…"), "flag", "normal", dispute, still_open),
                (self.tr("Reminders…"), "mail", "normal", remind, still_open),
                edit,
                remove,
            )
        if document.kind is DocumentKind.REFUND:
            return ((self.tr("Apply a credit"), "link", "primary", self._apply, still_open), edit, remove)
        if document.kind is DocumentKind.WRITE_OFF:
            return (edit, remove)
        allocate = partial(entries.allocate, document.id)
        offers = [(self.tr("Allocate"), "link", "primary", allocate, still_open), edit, remove]
        if document.kind is DocumentKind.RECEIPT:
            back = partial(entries.returned, detail)
            offers.insert(1, (self.tr("Returned…"), "corner-up-left", "normal", back, True))
        return offers

    def _apply(self) -> None:
        if self.detail is not None:
            corner = self._drawer.mapToGlobal(self._drawer.rect().topLeft())
            corner.setY(corner.y() + self._drawer.height() // 2)
            self._entries.apply_credit(self.detail.document, corner)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    return grid


def _lines(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    """When and what, below each other."""
    grid = _grid()
    grid.setColumnStretch(1, 1)
    for row, (when, what) in enumerate(lines):
        grid.addWidget(label(when, "small", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(what, "small", wrap=True), row, 1)
    return grid


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
