"""The credit file over an open company, the files it reads, and the rating scales that are shipped."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.domain.external_rating import RatingScale, scale_of
from app.domain.problem import EnvironmentFaultError
from app.services.credit_files import CreditFileDesk, CreditFileService
from app.services.ports import CancelledError
from app.storage.readers.behaviour import SqlBehaviourReader

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.credit_file_views import StatementFile
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
        )
    )
