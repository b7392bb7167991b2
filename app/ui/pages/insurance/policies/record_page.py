"""The head of a policy: who insures whom, under which number, for which period, in which currency."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.dialogs.controls import DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.fields import Fields

if TYPE_CHECKING:
    from app.domain.insurance_record import InsurancePolicy
    from app.ui.context import PageContext

_TEXTS = ("insurer", "product", "number", "holder", "broker", "contact")


class RecordPage(QWidget):
    """``edited`` says that something is different; ``record`` is what stands in the fields."""

    edited = Signal()

    def __init__(self, context: PageContext, record: InsurancePolicy, *, read_only: bool = False) -> None:
        super().__init__()
        self._record = record
        self.fields = Fields(self)
        self.lines = {name: QLineEdit(getattr(record, name)) for name in _TEXTS}
        self.start = DayEdit(context.language, record.start)
        self.end = DayEdit(context.language, record.end)
        self.currency = currency_choice(context.formats, record.currency)
        self.note = NoteEdit(record.note)
        self._add()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(14)
        for names in (("insurer", "product"), ("number", "holder"), ("start", "end", "currency"),
                      ("broker", "contact"), ("note",)):  # fmt: skip
            layout.addLayout(self.fields.row(*names))
        layout.addStretch(1)
        self.setEnabled(not read_only)
        self.fields.touched.connect(self.edited)

    def _add(self) -> None:
        names = {
            "insurer": self.tr("Insurer"),
            "product": self.tr("Product"),
            "number": self.tr("Policy number"),
            "holder": self.tr("Policyholder, if not the company"),
            "broker": self.tr("Broker"),
            "contact": self.tr("Whom to call, telephone or e-mail"),
        }
        missing = {
            "insurer": self.tr("Enter the insurer."),
            "number": self.tr("Enter the policy number."),
        }
        for name, text in names.items():
            edit = self.lines[name]
            check = None
            if name in missing:
                check = lambda edit=edit, name=name: "" if edit.text().strip() else missing[name]  # noqa: E731
            self.fields.add(name, edit, text, "", check)
        self.fields.add("start", self.start, self.tr("Insured from"))
        self.fields.add("end", self.end, self.tr("until"), "", self._check_end)
        self.fields.add("currency", self.currency, self.tr("Currency of the policy"))
        self.fields.add("note", self.note, self.tr("Note"))

    def _check_end(self) -> str:
        return "" if self.end.day >= self.start.day else self.tr("It would end before it begins.")

    def record(self) -> InsurancePolicy:
        """The head as it stands."""
        typed: dict[str, Any] = {name: edit.text().strip() for name, edit in self.lines.items()}
        return replace(
            self._record,
            **typed,
            start=self.start.day,
            end=self.end.day,
            currency=str(self.currency.value),
            note=self.note.text,
        )

    def wrong(self) -> str:
        """The first field that cannot be kept, "" for none; it gets the keyboard."""
        wrong = self.fields.wrong()
        if wrong:
            self.fields[wrong[0]].control.setFocus()
        return wrong[0] if wrong else ""
