"""Turnover declarations over one open company, and their workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.declarations import DeclarationDesk, DeclarationService
from app.storage.readers.declarations import SqlDeclarationReader

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.declarations import DeclarationView
    from app.services.policies import PolicyService
    from app.storage.store import SqlStore


def declaration_service(store: SqlStore, policies: PolicyService, clock: Clock) -> DeclarationService:
    """The service over a store."""
    return DeclarationService(DeclarationDesk(store, SqlDeclarationReader(store), policies, clock, _write))


def _write(view: DeclarationView, path: Path, lang: str) -> None:
    from app.reports.declaration_sheet import DeclarationPaper, write  # noqa: PLC0415 - with the first file

    record = view.policy.record
    paper = DeclarationPaper(
        f"{record.insurer} {record.number}",
        record.currency,
        view.start,
        view.end,
        view.lines,
        view.sales,
        view.differences,
        view.policy.terms.vat_covered,
    )
    write(paper, path, lang)
