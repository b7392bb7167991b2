"""The credit report: everything the file holds of a customer, gathered as of a day and written as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.domain.credit_report import CreditReport, ReportEvent
from app.domain.customer import Customer, Identifier
from app.services.credit_file_behaviour import FileBehaviour
from app.services.credit_file_company import FileCompany
from app.services.credit_file_outside import FileOutside
from app.services.credit_file_statements import FileStatements

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.credit_report import ReportGrade, ReportLimit
    from app.domain.statement import Statement
    from app.services.aging import Event

TIMELINE = 40
"""How many of the last happenings a report shows."""


class ReportSources(Protocol):
    """What a report takes from beside the credit file, and the paper it is written on."""

    def statement(self, customer_id: int, as_of: date) -> Statement:
        """The statement of account, for what is open and how old it is."""

    def happened(self, customer_id: int, limit: int, until: date) -> list[Event]:
        """The last things that happened with the customer, newest first."""

    def grade(self, customer_id: int, as_of: date) -> ReportGrade | None:
        """The last assessment; None where nobody made one."""

    def limit(self, customer_id: int, as_of: date) -> ReportLimit:
        """The limit on the day."""

    def write(self, report: CreditReport, path: Path, lang: str) -> None:
        """The report as a PDF; an existing file is replaced whole or not at all."""


class FileReport(FileCompany, FileStatements, FileOutside, FileBehaviour):
    """Use cases on the whole file at once."""

    def report(self, customer_id: int, as_of: date | None = None) -> CreditReport:
        """The file as of a day."""
        day, store, sources = self._day(as_of), self._desk.store, self._desk.report
        statement = sources.statement(customer_id, day)
        return CreditReport(
            company=statement.company,
            customer=store.get(Customer, customer_id),
            as_of=day,
            profile=self.profile(customer_id),
            behaviour=self.behaviour(customer_id, day),
            identifiers=tuple(store.find(Identifier, customer_id=customer_id)),
            grade=sources.grade(customer_id, day),
            limit=sources.limit(customer_id, day),
            sections=statement.sections,
            statements=tuple(self.statements(customer_id, day)),
            ratings=tuple(self.ratings(customer_id, day)),
            events=tuple(self.events(customer_id, day)),
            checklist=tuple(self.contract_checklist(customer_id)),
            certifications=tuple(self.certifications(customer_id)),
            flows=tuple(one for one in self.bank_flows(customer_id) if one.month <= day),
            timeline=tuple(map(_told, sources.happened(customer_id, TIMELINE, day))),
        )

    def write_report(self, report: CreditReport, path: Path, lang: str | None = None) -> Path:
        """Write the report as a PDF in a language, our own (Chinese) by default; the file."""
        self._desk.report.write(report, path, lang or "zh")
        return path


def _told(event: Event) -> ReportEvent:
    return ReportEvent(event.on, event.kind, event.number, event.amount, event.currency, event.text)
