"""The drawer of a proposed letter: its invoices, each with its own step, and the letter as it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.letters import LetterDraft
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.reminders.run_columns import days_late, line_columns, line_key
from app.ui.pages.reminders.words import channel_word, hand_over_word, sentences, step_word, treatment_word
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.paper_view import PaperView
from app.words.formats import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.dunning_run import ProposedLetter, ProposedLine
    from app.domain.interest import InterestWorking
    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext
    from app.ui.widgets.drawer import Drawer

_ROWS_SHOWN = 6
_PAPER_HEIGHT = 440


def draft_of(letter: ProposedLetter, on: date) -> LetterDraft:
    """What the letter service needs to word a proposed letter before it is a draft."""
    return LetterDraft(
        letter.customer_id,
        letter.template,
        letter.language,
        letter.currency,
        on,
        letter.pay_by,
        tuple(dict.fromkeys(line.document_id for line in letter.lines)),
        letter.step.treatment,
        fee=letter.fee,
        level=letter.level,
    )


class RunDetail(Retranslated):
    """``left`` asks to leave the letter out (True) or take it in again, ``preview`` to see it in full."""

    left = Signal(object, bool)
    preview = Signal(object)

    def __init__(self, context: PageContext, drawer: Drawer) -> None:
        super().__init__()
        self.context = context
        self._drawer = drawer
        self._working: InterestWorking | None = None
        self.letter: ProposedLetter | None = None
        self._day = context.company.clock.today()
        self._out = False
        theme = context.theme
        self.message = MessageStrip(theme)
        self.figures = Figures(theme)
        self.consequences = label("", "small", "secondary", wrap=True)
        self.basis = label("", "small", "tertiary", wrap=True)
        self.lines = DataTable(
            theme, "reminders.lines", context.preferences, framed=False, pad=4, empty_icon="file-text"
        )
        self.model: RowTable[ProposedLine] = RowTable(
            line_columns(context.formats, self._currency), context.runner, line_key, parent=self
        )
        self.lines.set_model(self.model)
        self.lines.opened.connect(self._open_line)
        self._paper_title = label("", "section")
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
        for widget in (
            self.message,
            self.figures,
            self.consequences,
            self.basis,
            self.lines,
            self._paper_title,
            self.paper,
        ):
            layout.addWidget(widget)

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.preview_button = button(theme, "", "primary", "file-text", self._preview)
        self.leave_button = button(theme, "", "normal", run=self._leave)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        row = SharedRow()
        row.addWidget(self.customer_button)
        row.addWidget(self.leave_button)
        self.foot_box = QWidget()
        foot = QVBoxLayout(self.foot_box)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.preview_button)
        foot.addLayout(row)

    def _currency(self) -> str:
        return self.letter.currency if self.letter is not None else "CNY"

    # -- showing --------------------------------------------------------------------------------

    def show_letter(self, letter: ProposedLetter, day: date, *, out: bool) -> None:
        """Fill the drawer with a proposed letter of a day."""
        self._out = out
        fresh = letter != self.letter or day != self._day
        self.letter, self._day = letter, day
        self._write()
        if fresh:
            self._draw()

    def _draw(self) -> None:
        letter = self.letter
        if letter is None:
            return
        session, draft = self.context.company, draft_of(letter, self._day)

        def source(width: int, control: Control) -> Sequence[PagePicture]:
            return session.previews.letter(draft, width, control)

        self.paper.show_source(source)
        oldest = min(letter.lines, key=lambda line: line.due_date).document_id
        day = self._day

        def done(working: InterestWorking) -> None:
            if self.letter is letter:
                self._say_basis(working)

        self._working = None
        self.basis.clear()
        self.context.runner.database(
            lambda _control: session.interest.of_document(oldest, day),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="reminders.basis",
        )

    def _say_basis(self, working: InterestWorking) -> None:
        """By which rule and rate interest runs on the oldest invoice, and why by that one."""
        self._working = working
        lang, basis = self.context.formats.lang, working.basis
        why = spoken(basis.why.code, lang, basis.why.params)
        says = spoken(working.says.code, lang, working.says.params)
        whole = self.tr("{why} Rate: {rate}.").format(why=why, rate=says)
        self.basis.setText(why if basis.rule is None else whole)
        self.basis.setVisible(bool(self.basis.text()))

    def _write(self) -> None:
        letter, formats = self.letter, self.context.formats
        if letter is None:
            return
        step = self.tr("Step {level}: {name}").format(
            level=letter.level, name=step_word(letter.step, formats.lang)
        )
        who = formats.name(letter.customer, letter.customer_en)
        self._drawer.set_title(who, f"{step} • {channel_word(letter.channel)}")
        if letter.on_account:
            text = self.tr(
                "{amount} of this customer is on account with us. See whether it pays any of these."
            )
            amount = formats.money(letter.on_account, letter.currency)
            self.message.say("warn", text.format(amount=amount), closable=False)
        else:
            self.message.hide()
        late = days_late(letter)
        self.figures.set(
            [
                (self.tr("Asked for"), formats.money(letter.total + letter.fee, letter.currency), "", ""),
                (self.tr("Oldest"), formats.age(late), "", "warn" if late > 0 else ""),
                (self.tr("Pay by"), formats.day(letter.pay_by) or "–", "", ""),
            ]
        )
        self.consequences.setText(self._consequences(letter))
        self._show_lines(letter)
        self.leave_button.setText(self.tr("Take in again") if self._out else self.tr("Leave out"))

    def _consequences(self, letter: ProposedLetter) -> str:
        formats = self.context.formats
        said = [self.tr("Interest: {treatment}.").format(treatment=treatment_word(letter.step.treatment))]
        if letter.fee:
            said.append(self.tr("Fee: {fee}.").format(fee=formats.money(letter.fee, letter.currency)))
        disputed = sum(line.disputed for line in letter.lines)
        if disputed:
            amount = formats.money(disputed, letter.currency)
            said.append(self.tr("{amount} is disputed and not asked for.").format(amount=amount))
        held = sum(line.held for line in letter.lines)
        if held:
            amount = formats.money(held, letter.currency)
            said.append(self.tr("{amount} is promised or covered and not asked for.").format(amount=amount))
        if letter.stop_shipment:
            said.append(self.tr("Stop shipping to this customer."))
        if letter.hand_over:
            to = hand_over_word(letter.hand_over)
            said.append(self.tr("After it the debt goes to: {to}.").format(to=to))
        return sentences(formats.lang, *said)

    def _show_lines(self, letter: ProposedLetter) -> None:
        self.model.set_columns(line_columns(self.context.formats, self._currency))
        self.model.set_rows(letter.lines)
        total = self.context.formats.amount(letter.total, letter.currency)
        self.model.set_totals(
            {"number": Cell(self.tr("Total"), strong=True), "amount": Cell(total, strong=True)}
        )
        theme = self.context.theme
        rows = min(max(1, len(letter.lines)), _ROWS_SHOWN)
        self.lines.setFixedHeight(
            theme.size("tableHeader") + rows * theme.row_height + theme.size("totalRow") + 3
        )

    # -- onward ---------------------------------------------------------------------------------

    def _open_line(self, row_id: int) -> None:
        found = (line for line in self.model.rows if line_key(line) == row_id)
        line = next(found, None)
        if line is not None:
            self.context.navigator.go("customers", document_id=line.document_id)

    def _open_customer(self) -> None:
        if self.letter is not None:
            self.context.navigator.go("customers", customer_id=self.letter.customer_id)

    def _leave(self) -> None:
        if self.letter is not None:
            self._out = not self._out
            self.left.emit(self.letter, self._out)
            self._write()

    def _preview(self) -> None:
        if self.letter is not None:
            self.preview.emit(self.letter)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._paper_title.setText(self.tr("The letter"))
        self.paper.setAccessibleName(self.tr("The letter as it will be printed"))
        self.preview_button.setText(self.tr("Preview in full"))
        self.customer_button.setText(self.tr("Customer file"))
        self.lines.view.setAccessibleName(self.tr("Invoices of the letter"))
        self._write()
        if self._working is not None:
            self._say_basis(self._working)
