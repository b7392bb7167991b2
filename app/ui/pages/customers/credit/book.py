"""Whose statements are shown and where they are kept: a customer's credit file, or our own books."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.activity import Attachment
    from app.domain.changes import ChangeSet
    from app.domain.credit_file import FinancialStatement
    from app.domain.credit_file_views import StatementFile, StatementView
    from app.domain.financials import Figures, Line
    from app.services.ports import Control
    from app.services.session import CompanySession


class StatementKeeper(Protocol):
    """Stores statements and reads them out of files."""

    def save_statement(self, statement: FinancialStatement, figures: Figures) -> ChangeSet:
        """Write one with its lines in minor units."""

    def save_statements(
        self, read: Sequence[tuple[FinancialStatement, Figures]], paper: tuple[str, bytes] | None = None
    ) -> ChangeSet:
        """Write those of a file as one action."""

    def remove_statement(self, statement_id: int) -> ChangeSet:
        """Put one in the bin."""

    def read_statements(self, path: Path, currency: str, unit: int | None, control: Control) -> StatementFile:
        """What a file of statements proposes."""

    def line_named(self, name: str) -> Line | None:
        """The line that a name stands for."""


class StatementBook(Protocol):
    """Statements of one company as of ``today``; ``customer_id`` 0 is ourselves: nobody sends us those."""

    @property
    def today(self) -> date:
        """The day they are looked at."""

    @property
    def customer_id(self) -> int:
        """Whose they are; 0 for our own."""

    @property
    def whose(self) -> tuple[str, str]:
        """The company's name and its English name."""

    @property
    def currency(self) -> str:
        """What they are usually in."""

    @property
    def statements(self) -> tuple[StatementView, ...]:
        """The newest first."""

    @property
    def files(self) -> Mapping[int, tuple[Attachment, ...]]:
        """Files kept with a statement."""

    def keeper(self, session: CompanySession) -> StatementKeeper:
        """Where they are kept."""
