"""The quarterly review over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.review_views import ReviewDesk
from app.services.reviews import ReviewService
from app.storage.readers.reviews import SqlReviewReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.kpi_period import Period
    from app.domain.period_review import Content
    from app.services.review_views import Outlook, ProvisionFacts
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def review_service(store: SqlStore, clock: Clock, session: CompanySession) -> ReviewService:
    """The service over a store; the services beside it are made when first asked."""

    def provision(period: Period, as_of: date) -> ProvisionFacts | None:
        del period, as_of
        return None

    def outlook(as_of: date) -> Outlook | None:
        del as_of
        return None

    return ReviewService(
        ReviewDesk(
            store=store,
            reader=SqlReviewReader(store),
            clock=clock,
            beside=session,
            provision=provision,
            outlook=outlook,
            paper=_write,
        )
    )


def _write(content: Content, sections: Sequence[str], path: Path, lang: str) -> None:
    from app.reports.review_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

    write(content, sections, path, lang)
