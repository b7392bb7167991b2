"""The drawer of a letter: what it asks for, what became of it, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.letter import LetterState
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, amount_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import writable
from app.ui.pages.reminders.words import channel_word, state_word, template_word
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.dunning_views import LetterChange, LetterDetail, LetterLineRow
    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext
    from app.ui.pages.reminders.errands import LetterErrands
    from app.ui.widgets.drawer import Drawer

_ROWS_SHOWN = 6
_PAPER_HEIGHT = 420


class LetterDetailPanel(Retranslated):
    """Fills the drawer for one stored letter; ``lost`` says that it is no longer there."""

    lost = Signal(object)

    def __init__(self, context: PageContext, drawer: Drawer, errands: LetterErrands) -> None:
        super().__init__()
        self.context = context
        self.errands = errands
        self._drawer = drawer
        self.letter_id = 0
        self.detail: LetterDetail | None = None
        self._changes: list[LetterChange] = []
        theme = context.theme
        self.message = MessageStrip(theme)
        self.figures = Figures(theme)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(4)
        self.facts.setColumnStretch(1, 1)
        self.lines = DataTable(
            theme, "reminders.letter", context.preferences, framed=False, pad=4, empty_icon="file-text"
        )
        self.model: RowTable[LetterLineRow] = RowTable(
            self._columns(), context.runner, lambda row: row.line.id, parent=self
        )
        self.lines.set_model(self.model)
        self.lines.opened.connect(self._open_line)
        self.paper = PaperView(theme, context.runner)
        self.paper.setFixedHeight(_PAPER_HEIGHT)
        self.paper.opened.connect(self._preview)
        self._lay_out()
        self._add_buttons()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.message)
        layout.addWidget(self.figures)
        layout.addLayout(self.facts)
        layout.addWidget(self.lines)
        layout.addWidget(self.paper)

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.sent_button = button(theme, "", "primary", "send", self._mark_sent)
        self.delivered_button = button(theme, "", "primary", "check", self._delivered)
        self.put_out_button = button(theme, "", "normal", "printer", self._put_out)
        self.reply_button = button(theme, "", "normal", "mail", self._reply)
        self.copy_button = button(theme, "", "normal", "copy", self._copy)
        self.leave_button = button(theme, "", "normal", "x", self._leave_out)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.foot_box = QWidget()
        foot = QVBoxLayout(self.foot_box)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        self.foot = SharedRow(most=2)
        foot.addWidget(self.sent_button)
        foot.addWidget(self.delivered_button)
        foot.addLayout(self.foot)

    def _columns(self) -> list[Column[LetterLineRow]]:
        formats = self.context.formats
        return [
            Column(
                "number",
                lambda: self.tr("Invoice"),
                lambda row: Cell(f"{row.number} / {row.seq}" if row.seq else row.number),
                value=lambda row: row.number,
                width=110,
                min_width=84,
                stretch=1,
                fixed=True,
            ),
            amount_column(
                "amount", lambda: self.tr("Asked for"), lambda row: row.line.amount,
                lambda _row: self._currency, formats, width=100, min_width=88, fixed=True,
            ),
            amount_column(
                "open", lambda: self.tr("Open now"), lambda row: row.open, lambda _row: self._currency,
                formats, zero_dash=True, width=100, min_width=88, fixed=True,
            ),
        ]  # fmt: skip

    @property
    def _currency(self) -> str:
        return self.detail.letter.currency if self.detail is not None else "CNY"

    # -- asking ---------------------------------------------------------------------------------

    def show_letter(self, letter_id: int) -> None:
        """Read a letter and what became of its invoices."""
        self.letter_id = letter_id
        dunning = self.context.company.dunning

        def work(_control: Control) -> tuple[LetterDetail, list[LetterChange]]:
            detail = dunning.letter(letter_id)
            draft = detail.letter.state is LetterState.DRAFT
            return detail, dunning.recheck([letter_id]) if draft else []

        self.context.runner.database(
            work, self._show, failed=self.lost.emit, owner=self, key="reminders.letter"
        )

    def _show(self, found: tuple[LetterDetail, list[LetterChange]]) -> None:
        detail, self._changes = found
        if detail.letter.id != self.letter_id:
            return
        self.detail = detail
        self._write()
        session, letter_id = self.context.company, self.letter_id

        def source(width: int, control: Control) -> Sequence[PagePicture]:
            return session.previews.letter(letter_id, width, control)

        self.paper.show_source(source)

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        detail, formats = self.detail, self.context.formats
        if detail is None:
            return
        letter = detail.letter
        what = template_word(letter.template)
        who = formats.name(detail.customer.name, detail.customer.name_en)
        self._drawer.set_title(who, f"{letter.number} • {what} • {state_word(letter.state)}")
        self._say_changes()
        still = sum(row.open for row in detail.lines)
        self.figures.set(
            [
                (self.tr("Asked for"), formats.money(letter.amount + letter.fee, letter.currency), "", ""),
                (self.tr("Open now"), formats.money(still, letter.currency), "", "" if still else "good"),
                (self.tr("Pay by"), formats.day(letter.pay_by) or "–", "", ""),
            ]
        )
        self._write_facts()
        self.model.set_columns(self._columns())
        self.model.set_rows(detail.lines)
        theme = self.context.theme
        rows = min(max(1, len(detail.lines)), _ROWS_SHOWN)
        self.lines.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + 2)
        self.lines.setVisible(bool(detail.lines))
        self._place_buttons()

    def _say_changes(self) -> None:
        from app.ui.pages.reminders.words import change_words  # noqa: PLC0415 - loads with the first letter

        if not self._changes:
            self.message.hide()
            return
        formats = self.context.formats
        said = "\n".join(dict.fromkeys(change_words(each, self._currency, formats) for each in self._changes))
        actions = [(self.tr("Bring up to date"), self._refresh)] if writable(self.context) else []
        self.message.say("warn", said, self.tr("Out of date"), actions=actions, closable=False)

    def _write_facts(self) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self.detail is None:
            return
        letter, formats = self.detail.letter, self.context.formats
        pairs = [
            (self.tr("Drafted"), formats.day(letter.run_on)),
            (self.tr("Channel"), channel_word(letter.channel)),
            (self.tr("Sent"), formats.day(letter.sent_on)),
            (self.tr("Delivered"), formats.day(letter.delivered_on)),
            (self.tr("Proof"), letter.proof),
            (self.tr("Reply"), " • ".join(filter(None, (formats.day(letter.replied_on), letter.reply)))),
            (self.tr("Note"), letter.note),
        ]
        for row, (name, value) in enumerate(pair for pair in pairs if pair[1]):
            self.facts.addWidget(label(name, "small", "secondary"), row, 0)
            self.facts.addWidget(label(value, "small", wrap=True), row, 1)

    def _place_buttons(self) -> None:
        """The next step first, whatever else can be done below it."""
        while self.foot.takeAt(0) is not None:
            pass
        state = self.detail.letter.state if self.detail is not None else LetterState.SUPERSEDED
        draft, sent = state is LetterState.DRAFT, state is LetterState.SENT
        proved = self.detail is not None and self.detail.letter.delivered_on is not None
        self.sent_button.setVisible(draft)
        self.delivered_button.setVisible(sent and not proved)
        shown = [self.put_out_button, self.copy_button, self.customer_button]
        shown += [self.leave_button] if draft else []
        shown += [self.reply_button] if sent else []
        for widget in (self.leave_button, self.reply_button):
            widget.setVisible(widget in shown)
        for widget in shown:
            self.foot.addWidget(widget)
        self.errands.guard(self.sent_button, self.delivered_button, self.leave_button, self.reply_button)

    # -- onward ---------------------------------------------------------------------------------

    def _open_line(self, line_id: int) -> None:
        row = next((each for each in self.model.rows if each.line.id == line_id), None)
        if row is not None:
            self.context.navigator.go("customers", document_id=row.line.document_id)

    def _open_customer(self) -> None:
        if self.detail is not None:
            self.context.navigator.go("customers", customer_id=self.detail.customer.id)

    def _preview(self) -> None:
        self.errands.preview([self.letter_id], self.letter_id)

    def _mark_sent(self) -> None:
        self.errands.mark_sent([self.letter_id])

    def _delivered(self) -> None:
        self.errands.delivered([self.letter_id])

    def _put_out(self) -> None:
        menu = self.errands.output_menu([self.letter_id])
        menu.popup(self.put_out_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _copy(self) -> None:
        self.errands.copy_message(self.letter_id)

    def _leave_out(self) -> None:
        self.errands.leave_out([self.letter_id])

    def _refresh(self) -> None:
        self.errands.refresh([self.letter_id])

    def _reply(self) -> None:
        if self.detail is not None:
            self.errands.reply(self.detail)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.paper.setAccessibleName(self.tr("The letter as it will be printed"))
        self.lines.view.setAccessibleName(self.tr("Invoices of the letter"))
        self.sent_button.setText(self.tr("Mark as sent…"))
        self.delivered_button.setText(self.tr("Proof of delivery…"))
        self.put_out_button.setText(self.tr("Print or save"))
        self.reply_button.setText(self.tr("Reply…"))
        self.copy_button.setText(self.tr("Copy message"))
        self.leave_button.setText(self.tr("Leave out…"))
        self.customer_button.setText(self.tr("Customer file"))
        self._write()
