"""The credit file over an open company, the files it reads, and the rating scales that are shipped."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.domain.credit_report import ReportGrade, ReportLimit
from app.domain.external_rating import RatingScale, scale_of
from app.domain.problem import EnvironmentFaultError
from app.services.credit_files import CreditFileDesk, CreditFileService
from app.services.ports import CancelledError
from app.storage.readers.behaviour import SqlBehaviourReader

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.credit_file_views import StatementFile
    from app.domain.credit_report import CreditReport
    from app.domain.financials import Line
    from app.domain.statement import Statement
    from app.services.aging import Event
    from app.services.company import CompanyService
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


@cache
def shipped_scales() -> tuple[RatingScale, ...]:
    """Scales of rating providers, in the order they are shown."""
    stored = json.loads(resources.path("external_ratings.json").read_text(encoding="utf-8"))
    return tuple(scale_of(one) for one in stored["scales"])


def read_statements(path: Path, currency: str, unit: int | None, control: Control) -> StatementFile:
    """Financial statements out of a file, parsed in a child process under limits."""
    from app.imports.statement_sheet import read_statement_file  # noqa: PLC0415 - loads with the first file

    try:
        return read_statement_file(path, currency, unit, control=control)
    except EnvironmentFaultError as error:
        if error.code == "import.cancelled":
            raise CancelledError from error
        raise


def line_named(name: str) -> Line | None:
    """The line that a name in a statement stands for, in Chinese or English."""
    from app.imports.statement_lines import meaning  # noqa: PLC0415 - loads with the first pasted lines

    found = meaning(name)
    return found.line if found else None


class SessionReports:
    """``app.services.credit_file_report.ReportSources`` by the other services of a session."""

    def __init__(self, session: CompanySession) -> None:
        self._session = session

    def statement(self, customer_id: int, as_of: date) -> Statement:
        """The statement of account of a day."""
        return self._session.statements.build(customer_id, as_of)

    def happened(self, customer_id: int, limit: int, until: date) -> list[Event]:
        """The last things that happened, newest first."""
        return self._session.aging.events(customer_id, limit, until)

    def grade(self, customer_id: int, as_of: date) -> ReportGrade | None:
        """The last finished assessment."""
        last = self._session.scoring.latest(customer_id, as_of)
        if last is None:
            return None
        return ReportGrade(
            last.final.value,
            last.score,
            last.coverage / 100,
            last.as_of,
            last.valid,
            last.valid_until,
            last.card,
        )

    def limit(self, customer_id: int, as_of: date) -> ReportLimit:
        """The limit on a day."""
        held = self._session.limits.current(customer_id, as_of)
        return ReportLimit(held.state.value, held.amount, held.end)

    def write(self, report: CreditReport, path: Path, lang: str) -> None:
        """The report as a PDF."""
        from app.reports.credit_report import write  # noqa: PLC0415 - reportlab loads with a PDF

        write(report, path, lang)


def credit_file_service(
    store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
) -> CreditFileService:
    """The service over a store."""
    return CreditFileService(
        CreditFileDesk(
            store=store,
            behaviour=SqlBehaviourReader(store),
            settings=session.settings,
            clock=clock,
            company=company.get,
            kept_rates=session.collection.kept_rates,
            read_statements=read_statements,
            shipped_scales=shipped_scales,
            report=SessionReports(session),
            line_named=line_named,
            attach=session.collection.attach_within,
        )
    )
