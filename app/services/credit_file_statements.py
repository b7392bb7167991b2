"""Financial statements in the credit file: typed or read from a file, with ratios and second opinions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind
from app.domain.credit_file import FinancialStatement
from app.domain.credit_file_rules import annual, check_statement, figures_of, figures_text, is_stale
from app.domain.credit_file_views import StatementFile, StatementView
from app.domain.customer import Customer
from app.domain.distress import Z_DOUBLE_PRIME, Z_PRIME, opinion, zmijewski
from app.domain.financials import check
from app.domain.problem import DomainError
from app.domain.ratios import RatioCode, ratios, tangible_net_worth
from app.services.control import Silent
from app.services.credit_file_desk import CreditFilePart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.financials import Figures, Line
    from app.services.control import Control
    from app.services.ports import UnitOfWork

_A_YEAR_APART = range(330, 401)
"""Days between the ends of two statements that are a year apart, whatever the financial year."""


class FileStatements(CreditFilePart):
    """Use cases on financial statements."""

    def statements(self, customer_id: int, as_of: date | None = None) -> list[StatementView]:
        """Statements of periods that ended by the day, the newest first."""
        day = self._day(as_of)
        found = [
            one
            for one in self._desk.store.find(FinancialStatement, customer_id=customer_id)
            if one.period_end <= day
        ]
        found.sort(key=lambda one: (one.period_end, one.months, one.id), reverse=True)
        return views_of(found, day)

    def save_statement(self, statement: FinancialStatement, figures: Figures) -> ChangeSet:
        """Write a statement with its lines in minor units; one per period, length and currency."""
        clean = self._clean(statement, figures)
        with self._desk.store.write() as uow:
            if any(one.id != clean.id for one in _same(uow, clean)):
                raise DomainError("credit_file.statement_twice", period=clean.period_end)
            return self._put(uow, clean, "credit_file.statement_saved", period=clean.period_end)

    def save_statements(
        self, read: Sequence[tuple[FinancialStatement, Figures]], paper: tuple[str, bytes] | None = None
    ) -> ChangeSet:
        """Write the statements of a file as one action, with the file; one there already is replaced."""
        clean = [self._clean(statement, figures) for statement, figures in read]
        ends = [(one.period_end, one.months) for one in clean]
        if twice := [end for end in ends if ends.count(end) > 1]:
            raise DomainError("credit_file.period_twice", period=twice[0][0])
        self._desk.store.safeguard(BackupKind.IMPORT)
        with self._desk.store.write() as uow:
            customer = ""
            for one in clean:
                customer = uow.get(Customer, one.customer_id).name
                for stored in _same(uow, one)[:1]:
                    one = replace(one, id=stored.id, version=stored.version)  # noqa: PLW2901 - the same, stored
                row_id = self._store(uow, one)
                if paper is not None:
                    self._desk.attach(uow, "financial_statement", row_id, *paper)
            return uow.commit("credit_file.statements_saved", customer=customer, n=len(clean))

    def _clean(self, statement: FinancialStatement, figures: Figures) -> FinancialStatement:
        clean = replace(
            statement,
            figures=figures_text(figures),
            source=statement.source.strip(),
            note=statement.note.strip(),
        )
        check_statement(clean, figures, self._desk.clock.today())
        return clean

    def line_named(self, name: str) -> Line | None:
        """The line that a name in a statement stands for; None for one that nobody knows."""
        return self._desk.line_named(name)

    def preview_statement(self, statement: FinancialStatement, figures: Figures) -> StatementView:
        """Problems, ratios and opinions of a statement that is being typed; nothing is stored."""
        return view_of(replace(statement, figures=figures_text(figures)), self._desk.clock.today())

    def remove_statement(self, statement_id: int) -> ChangeSet:
        """Put a statement in the bin."""
        return self._drop(FinancialStatement, statement_id, "credit_file.statement_removed")

    def read_statements(
        self, path: Path, currency: str = "", unit: int | None = None, control: Control | None = None
    ) -> StatementFile:
        """What a file of statements proposes; ``unit`` overrules what the file says (1, 1,000, 10,000)."""
        money = currency or self._desk.company().currency
        return self._desk.read_statements(path, money, unit, control or Silent())


def _same(uow: UnitOfWork, statement: FinancialStatement) -> list[FinancialStatement]:
    """What is stored of the same customer, period and length."""
    return uow.find(
        FinancialStatement,
        customer_id=statement.customer_id,
        period_end=statement.period_end.isoformat(),
        months=statement.months,
    )


def views_of(statements: Sequence[FinancialStatement], day: date) -> list[StatementView]:
    """Statements read, each with its changes since the one a year before."""
    views = [view_of(one, day) for one in statements]
    return [replace(view, trends=_trends(view, views)) for view in views]


def view_of(statement: FinancialStatement, day: date) -> StatementView:
    """A statement read: what is wrong with it, its ratios and second opinions."""
    figures = figures_of(statement.figures)
    yearly = annual(figures, statement.months)
    return StatementView(
        statement,
        figures,
        tuple(check(figures)),
        ratios(yearly),
        (opinion(Z_DOUBLE_PRIME, yearly), opinion(Z_PRIME, yearly), zmijewski(yearly)),
        tangible_net_worth(figures),
        stale=is_stale(statement, day),
    )


def _trends(view: StatementView, views: Sequence[StatementView]) -> dict[RatioCode, Decimal]:
    """The change of each ratio since the statement a year before, of the same length."""
    mine = view.statement
    for other in views:
        theirs = other.statement
        if theirs.months == mine.months and (mine.period_end - theirs.period_end).days in _A_YEAR_APART:
            return {
                code: now.value - before.value
                for code, now in view.ratios.items()
                if now.value is not None and (before := other.ratios[code]).value is not None
            }
    return {}
