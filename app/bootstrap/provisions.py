"""Provisions over one open company, what the program ships for them, and their papers."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from app import resources
from app.domain.provision_policy import Account, ExampleRate, Examples, Note
from app.services.provision_ports import ProvisionDesk
from app.services.provisions import ProvisionService
from app.storage.readers.provisions import SqlProvisionReader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.provision_paper import ProvisionPaper
    from app.domain.scorecard import Grade
    from app.services.company import CompanyService
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def provision_service(
    store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
) -> ProvisionService:
    """The service over a store."""

    def grades(as_of: date) -> Mapping[int, Grade]:
        return {row: one.grade for row, one in session.scoring.grade_of(None, as_of).items()}

    return ProvisionService(
        ProvisionDesk(
            store,
            SqlProvisionReader(store),
            session.settings,
            session.cover,
            grades,
            examples,
            company.get,
            clock,
            _write_pdf,
            _write_xlsx,
        )
    )


@cache
def examples() -> Examples:
    """What the program ships with, read from the resources once."""
    told = json.loads(resources.path("provision.json").read_text(encoding="utf-8"))
    return Examples(
        _steps(told["board"]),
        told["board"]["source"],
        _steps(told["years"]),
        told["years"]["source"],
        {
            books: {key: Account(*account) for key, account in chart["accounts"].items()}
            for books, chart in told["charts"].items()
        },
        {books: chart["source"] for books, chart in told["charts"].items()},
        {rule: Decimal(share) for rule, share in told["shares"].items()},
        tuple(
            Note(
                one["code"],
                one["zh"],
                one["en"],
                one["source"],
                {name: Decimal(value) for name, value in one.get("figures", {}).items()},
            )
            for one in told["notes"]
        ),
    )


def _steps(told: dict[str, Any]) -> tuple[ExampleRate, ...]:
    return tuple(ExampleRate(start, Decimal(rate)) for start, rate in told["rates"])


def _write_pdf(paper: ProvisionPaper, path: Path, lang: str) -> None:
    from app.reports.provision_pdf import write_pdf  # noqa: PLC0415 - with the first paper

    write_pdf(paper, path, lang)


def _write_xlsx(paper: ProvisionPaper, path: Path, lang: str) -> None:
    from app.reports.provision_sheet import write  # noqa: PLC0415 - with the first workbook

    write(paper, path, lang)
