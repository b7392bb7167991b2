"""What the parts of the credit file service share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.customer import Customer
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.company import Company
    from app.domain.credit_file import (
        BankFlow,
        Certification,
        ContractPoint,
        ExternalEvent,
        ExternalRating,
        FinancialStatement,
        Profile,
    )
    from app.domain.external_rating import RatingScale
    from app.domain.financials import Line
    from app.services.credit_file_ports import BehaviourReader, KeptRates, StatementSource
    from app.services.credit_file_report import ReportSources
    from app.services.ports import Store, UnitOfWork
    from app.services.settings import SettingService

    FileRecord = (
        Profile
        | FinancialStatement
        | BankFlow
        | Certification
        | ContractPoint
        | ExternalRating
        | ExternalEvent
    )


class Attaching(Protocol):
    """Keeping a file with a row, within a unit of work that also writes the row."""

    def __call__(self, uow: UnitOfWork, owner: str, owner_id: int, name: str, data: bytes) -> int:
        """The attachment's id."""


def _no_files(uow: UnitOfWork, owner: str, owner_id: int, name: str, data: bytes) -> int:
    """Where no files are kept, none may be given."""
    del uow, owner, owner_id, data
    raise DomainError("attachment.no_owner", name=name)


def _nobody_knows(_name: str) -> None:
    """The line of a name, where no names were given."""


@dataclass(frozen=True, slots=True)
class CreditFileDesk:
    """The company file, what is read of it, and the services beside it."""

    store: Store
    behaviour: BehaviourReader
    settings: SettingService
    clock: Clock
    company: Callable[[], Company]
    kept_rates: KeptRates
    read_statements: StatementSource
    shipped_scales: Callable[[], Sequence[RatingScale]]
    report: ReportSources
    line_named: Callable[[str], Line | None] = _nobody_knows
    attach: Attaching = _no_files


class CreditFilePart:
    """One part of the credit file service: use cases over one desk, one call one change set."""

    def __init__(self, desk: CreditFileDesk) -> None:
        self._desk = desk

    def _day(self, as_of: date | None) -> date:
        return as_of or self._desk.clock.today()

    def _put(self, uow: UnitOfWork, record: FileRecord, verb: str, **params: object) -> ChangeSet:
        """Add or replace a row of a customer's file and commit."""
        self._store(uow, record)
        return uow.commit(verb, customer=uow.get(Customer, record.customer_id).name, **params)

    def _store(self, uow: UnitOfWork, record: FileRecord) -> int:
        """Add or replace a row of a customer's file, which never changes its customer; the row's id."""
        customer = uow.get(Customer, record.customer_id)
        if not record.id:
            return uow.add(record)
        if uow.get(type(record), record.id).customer_id != record.customer_id:
            raise DomainError("credit_file.other_customer", customer=customer.name)
        uow.replace(record)
        return record.id

    def _drop(self, kind: type[FileRecord], row_id: int, verb: str) -> ChangeSet:
        """Put a row of a customer's file in the bin."""
        with self._desk.store.write() as uow:
            gone = uow.get(kind, row_id)
            uow.remove(kind, [row_id])
            return uow.commit(verb, customer=uow.get(Customer, gone.customer_id).name)
