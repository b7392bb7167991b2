"""The quarterly review over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.review_views import ReviewDesk
from app.services.reviews import ReviewService
from app.storage.readers.reviews import SqlReviewReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.chain import Head
    from app.domain.clock import Clock
    from app.domain.period_review import Content
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def review_service(store: SqlStore, clock: Clock, session: CompanySession) -> ReviewService:
    """The service over a store; the services beside it are made when first asked."""

    def write(content: Content, sections: Sequence[str], path: Path, lang: str) -> None:
        _write(content, sections, path, lang, session.proofs.head())

    return ReviewService(
        ReviewDesk(
            store=store,
            reader=SqlReviewReader(store),
            clock=clock,
            beside=session,
            paper=write,
        )
    )


def _write(content: Content, sections: Sequence[str], path: Path, lang: str, head: Head) -> None:
    from app.reports.review_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

    write(content, sections, path, lang, head)
