"""Bank statements and bills over an open company, and the file room they read with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.problem import EnvironmentFaultError
from app.services.bank import BankService
from app.services.bills import BillService
from app.services.ports import CancelledError
from app.storage.readers.bank import SqlBankReader
from app.storage.readers.bills import SqlBillReader
from app.storage.readers.documents import SqlDocumentReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.bank_file import BankColumns, BankFile, BankReadOptions
    from app.domain.clock import Clock
    from app.domain.importing import RawTable
    from app.services.company import CompanyService
    from app.services.ports import Control
    from app.services.settings import SettingService
    from app.storage.store import SqlStore


class StatementReader:
    """``app.services.bank_views.StatementSource`` by the imports room."""

    def statement(
        self,
        path: Path,
        options: BankReadOptions,
        currency: str,
        remembered: Callable[[RawTable], BankColumns | None],
        control: Control,
    ) -> BankFile:
        """A statement parsed in a child process under limits."""
        from app.imports.bank_reader import read_statement  # noqa: PLC0415 - loads with the first file

        try:
            return read_statement(path, options, currency, remembered=remembered, control=control)
        except EnvironmentFaultError as error:
            if error.code == "import.cancelled":
                raise CancelledError from error
            raise

    def with_columns(self, file: BankFile, columns: BankColumns, currency: str) -> BankFile:
        """The same table read with other columns."""
        from app.imports.bank_reader import with_columns  # noqa: PLC0415 - loads with the first file

        return with_columns(file, columns, currency)


def bank_service(store: SqlStore, settings: SettingService, company: CompanyService) -> BankService:
    """The service over a store."""
    reader = SqlBankReader(store)
    return BankService(store, reader, StatementReader(), SqlDocumentReader(store), settings, company)


def bill_service(store: SqlStore, clock: Clock) -> BillService:
    """The service over a store."""
    return BillService(store, SqlBillReader(store), SqlDocumentReader(store), clock)
