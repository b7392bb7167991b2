"""An invoice's instalments: dated parts by percentage or amount, whose sum is checked while one types."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.domain.calendar import month_after
from app.domain.document import Document, Instalment
from app.domain.duty import Duty
from app.domain.money import round_minor, split
from app.domain.problem import HoldfastError
from app.domain.terms import plain
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_WHOLE = Decimal(100)
_MOST = 36


def percent_of(text: str) -> Decimal | None:
    """A typed percentage, None when it is none."""
    try:
        value = Decimal(text.replace("%", "").replace("％", "").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= _WHOLE else None


class PlanRow(QObject):
    """The controls of one part."""

    percent_typed = Signal()
    amount_typed = Signal()
    removed = Signal(object)

    def __init__(self, context: PageContext, due: date, currency: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.due = DayEdit(context.language, due)
        self.percent = QLineEdit()
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.percent.setMaximumWidth(90)
        self.amount = MoneyEdit(currency)
        self.amount.set_minor(0)
        self.remove = icon_button(context.theme, "trash-2", "", lambda: self.removed.emit(self))
        self.number = label("", "body", "secondary")
        self.percent.textEdited.connect(self.percent_typed)
        self.amount.edited.connect(self.amount_typed)

    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.number, self.due, self.percent, self.amount, self.remove

    def minor(self) -> int:
        """The amount, 0 while it cannot be read."""
        try:
            return self.amount.minor() or 0
        except HoldfastError:
            return 0


class PlanDialog(FormDialog):
    """Gives an invoice instalments, changes them, or takes them away."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "plan.sum": "parts",
        "plan.not_positive": "parts",
        "plan.before_invoice": "parts",
        "plan.empty": "parts",
    }

    def __init__(
        self,
        context: PageContext,
        invoice: Document,
        parts: Sequence[Instalment],
        parent: QWidget | None = None,
        *,
        customer: str = "",
    ) -> None:
        super().__init__(context, parent, width=640)
        title = self.tr("Instalments of {number}").format(number=invoice.number)
        self.set_head(title, self.tr("Save"), customer)
        self.invoice = invoice
        self.rows: list[PlanRow] = []
        self._old = list(parts)
        self.sum = label("", "bodyStrong", wrap=True)
        self._area = QWidget()
        self._grid = QGridLayout(self._area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(3, 3)
        self._add()
        if parts:
            for part in parts:
                self._append(part.due_date, part.amount)
        else:
            self.spread(2)
        self._dirty = False
        self.rows[0].due.setFocus()

    # -- building -------------------------------------------------------------------------------

    def _add(self) -> None:
        formats, invoice, theme = self.context.formats, self.invoice, self.context.theme
        figures = Figures(theme)
        figures.set(
            [
                (self.tr("Amount"), formats.money(invoice.amount, invoice.currency), "", ""),
                (self.tr("Date"), formats.day(invoice.doc_date), "", ""),
                (self.tr("Due date"), formats.day(invoice.due_date), "", ""),
            ]
        )
        self.form.addWidget(figures)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        counts = [(count, str(count)) for count in range(1, _MOST + 1)]
        self.count = Choice(counts, max(2, min(_MOST, len(self._old))))
        self.count.setAccessibleName(self.tr("Number of equal monthly parts"))
        tools.addWidget(label(self.tr("Equal monthly parts")))
        tools.addWidget(self.count)
        tools.addWidget(
            button(theme, self.tr("Spread"), "normal", run=lambda: self.spread(int(str(self.count.value))))
        )
        tools.addStretch(1)
        tools.addWidget(button(theme, self.tr("Add a part"), "normal", "plus", run=self._add_part))
        self.form.addLayout(tools)
        for column, text in ((1, self.tr("Due date")), (2, self.tr("Per cent")), (3, self.tr("Amount"))):
            head = label(text, "small", "secondary")
            side = Qt.AlignmentFlag.AlignLeft if column == 1 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(head, 0, column, side)
        self.add_field("parts", self._area, self.tr("Parts"), check=self._check)
        self.lay("parts")
        self.form.addWidget(self.sum)
        if self._old:
            clear = button(theme, self.tr("Take the instalments away"), "danger", run=self._clear_plan)
            self.foot.insertWidget(0, clear)

    def _append(self, due: date, amount: int) -> PlanRow:
        row = PlanRow(self.context, due, self.invoice.currency, self)
        row.amount.set_minor(amount)
        row.percent.setText(self._share(amount))
        row.percent_typed.connect(lambda: self._on_percent(row))
        row.amount_typed.connect(lambda: self._on_amount(row))
        row.removed.connect(self._remove)
        row.due.userDateChanged.connect(self._changed)
        self.rows.append(row)
        at = self._grid.rowCount()
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, at, column)
        self._number()
        return row

    def _number(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.number.setText(str(place))
            row.due.setAccessibleName(self.tr("Due date of part {n}").format(n=place))
            row.percent.setAccessibleName(self.tr("Per cent of part {n}").format(n=place))
            row.amount.setAccessibleName(self.tr("Amount of part {n}").format(n=place))
            set_name(row.remove, self.tr("Remove part {n}").format(n=place))
            row.remove.setEnabled(len(self.rows) > 1)
        self._say_sum()

    def _share(self, amount: int) -> str:
        share = (Decimal(amount) * 100 / Decimal(self.invoice.amount)).quantize(Decimal("0.01"))
        return plain(share)

    # -- editing --------------------------------------------------------------------------------

    def spread(self, count: int) -> None:
        """Equal monthly parts; the first is due when the invoice is."""
        first = self.invoice.due_date or self.invoice.doc_date
        amounts = split(self.invoice.amount, [Decimal(1)] * count)
        while self.rows:
            self._drop(self.rows[-1])
        for place, amount in enumerate(amounts):
            self._append(month_after(first, place, first.day), amount)
        self._changed()

    def _add_part(self) -> None:
        last = self.rows[-1].due.day
        left = max(0, self.invoice.amount - self.total)
        row = self._append(month_after(last, 1, last.day), left)
        self._changed()
        row.due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: PlanRow) -> None:
        if len(self.rows) > 1:
            place = self.rows.index(row)
            self._drop(row)
            self._number()
            self._changed()
            self.rows[min(place, len(self.rows) - 1)].due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: PlanRow) -> None:
        self.rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()

    def _on_percent(self, row: PlanRow) -> None:
        """The amount follows the percentage; percentages that make 100 share the whole exactly."""
        shares = [percent_of(each.percent.text()) for each in self.rows]
        known = [share for share in shares if share is not None]
        if len(known) == len(self.rows) and sum(known) == _WHOLE and all(known):
            for each, amount in zip(self.rows, split(self.invoice.amount, known), strict=True):
                each.amount.set_minor(amount)
        elif (share := percent_of(row.percent.text())) is not None:
            row.amount.set_minor(round_minor(self.invoice.amount * share / 100))
        self._changed()

    def _on_amount(self, row: PlanRow) -> None:
        row.percent.setText(self._share(row.minor()))
        self._changed()

    def _changed(self, *_: object) -> None:
        self.touch()
        self.fields["parts"].set_error("")
        self._say_sum()
        self.fields.resized.emit()

    # -- the sum --------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """Sum of the parts in minor units."""
        return sum(row.minor() for row in self.rows)

    def _say_sum(self) -> None:
        formats, currency = self.context.formats, self.invoice.currency
        rest = self.invoice.amount - self.total
        if rest == 0:
            text, tone = self.tr("The parts add up to the invoice."), "good"
        elif rest > 0:
            text, tone = self.tr("{rest} is still to be spread."), "warn"
        else:
            text, tone = self.tr("The parts are {rest} more than the invoice."), "danger"
        self.sum.setText(text.format(rest=formats.money(abs(rest), currency)))
        set_tone(self.sum, tone)

    def _check(self) -> str:
        for place, row in enumerate(self.rows, 1):
            wrong = self._row_problem(row)
            if wrong:
                return self.tr("Part {n}: {problem}").format(n=place, problem=wrong)
        if self.total != self.invoice.amount:
            return self.tr("The parts must add up to the invoice.")
        return ""

    def _row_problem(self, row: PlanRow) -> str:
        try:
            minor = row.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        if not minor or minor < 0:
            return self.tr("enter an amount above zero.")
        if row.due.day < self.invoice.doc_date:
            return self.tr("the due date is before the invoice date.")
        return ""

    def go_to(self, name: str) -> None:
        """The keyboard goes to the part that is wrong."""
        wrong = (row for row in self.rows if self._row_problem(row))
        row = next(wrong, self.rows[-1])
        row.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        del name

    # -- result ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the plan."""
        ledger, invoice_id = self.context.company.ledger, self.invoice.id
        parts = [
            Instalment(invoice_id, place, row.due.day, row.minor())
            for place, row in enumerate(sorted(self.rows, key=lambda row: row.due.day), 1)
        ]
        return lambda _control: ledger.set_plan(invoice_id, parts)

    def _clear_plan(self) -> None:
        ledger, invoice_id = self.context.company.ledger, self.invoice.id
        self.run(lambda _control: ledger.clear_plan(invoice_id))
