"""Certificates and the points of the contract checklist, entered and edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.credit_file import Certification, ContractPoint
from app.domain.credit_file_rules import POINT_STATES
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice, NoteEdit
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_file_views import ChecklistPoint
    from app.domain.customer import Customer
    from app.services.ports import Control
    from app.ui.context import PageContext


class CertificationDialog(FormDialog):
    """A licence or certificate."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {"credit_file.no_name": "name", "document.bad_date": "valid_until"}

    def __init__(
        self,
        context: PageContext,
        customer: Customer,
        old: Certification | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=520)
        self.customer, self.old = customer, old
        title = self.tr("Edit certificate") if old else self.tr("New certificate")
        self.set_head(title, self.tr("Save"), customer.name)
        self.name = QLineEdit(old.name if old else "")
        self.number = QLineEdit(old.number if old else "")
        self.valid_until = DayText(old.valid_until if old else None)
        self.source = QLineEdit(old.source if old else "")
        missing = self.required(self.name, self.tr("Enter what the certificate is called."))
        self.add_field("name", self.name, self.tr("Name"), self.tr("Such as ISO 9001 or a licence"), missing)
        self.add_field("number", self.number, self.tr("Number"))
        hint = self.tr("Leave empty where it never ends")
        self.add_field("valid_until", self.valid_until, self.tr("Valid until"), hint, self._check_day)
        self.add_field("source", self.source, self.tr("Source"), self.tr("Where it was seen"))
        self.lay("name")
        self.lay("number", "valid_until")
        self.lay("source")
        self.name.setFocus()

    def _check_day(self) -> str:
        return self.tr("Write the day as 2025-12-31, or leave it empty.") if self.valid_until.wrong else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the certificate."""
        made = Certification(
            self.customer.id,
            self.name.text(),
            self.number.text(),
            self.valid_until.day,
            self.source.text(),
        )
        if self.old is not None:
            made = replace(made, id=self.old.id, version=self.old.version)
        files = self.context.company.credit_files
        return lambda _control: files.save_certification(made)


class ContractPointDialog(FormDialog):
    """What the contract says on one point."""

    duty = Duty.CREDIT

    def __init__(
        self, context: PageContext, customer: Customer, point: ChecklistPoint, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self.customer, self.point = customer, point
        lang, record = context.formats.lang, point.record
        self.set_head(say(f"contract_point.{point.point}", lang), self.tr("Save"), customer.name)
        pairs = [(each, say(f"point_state.{each}", lang)) for each in POINT_STATES]
        self.state = Choice(pairs, record.state if record else POINT_STATES[0])
        self.clause = QLineEdit(record.clause if record else "")
        self.note = NoteEdit(record.note if record else "")
        self.add_field("state", self.state, self.tr("What the contract has"))
        self.add_field("clause", self.clause, self.tr("Clause"), self.tr("Where it stands, such as 第 7 条"))
        self.add_field("note", self.note, self.tr("What it says, or what is missing"))
        self.lay("state", "clause")
        self.lay("note")
        self.state.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the point."""
        made = ContractPoint(
            self.customer.id, self.point.point, str(self.state.value), self.clause.text(), self.note.text
        )
        if self.point.record is not None:
            made = replace(made, id=self.point.record.id, version=self.point.record.version)
        files = self.context.company.credit_files
        return lambda _control: files.save_contract_point(made)
