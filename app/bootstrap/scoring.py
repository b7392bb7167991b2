"""Scoring over one open company, with the credit file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import resources
from app.domain.external_rating import mapped_points
from app.services.scorecards import CardBook
from app.services.scoring import ScoringService
from app.services.scoring_desk import ScoringDesk
from app.services.scoring_tables import ScoringTables
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.scoring import SqlScoringReader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.credit_file import ExternalRating
    from app.domain.customer_behaviour import Behaviour
    from app.domain.scorecard import Scorecard
    from app.services.check_scores import ScoreCheck
    from app.services.scoring_tables import TableName
    from app.services.scoring_views import RatingPoints
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


class FileCardSheets:
    """``app.services.scoring_views.CardSheets`` by the reports and imports rooms."""

    def write(self, card: Scorecard, path: Path, lang: str) -> None:
        """Write it; an existing file is replaced whole or not at all."""
        from app.reports.scorecard_sheet import write  # noqa: PLC0415 - XlsxWriter loads with a workbook

        write(card, path, lang)

    def read(self, path: Path) -> Sequence[tuple[int, Sequence[str]]]:
        """The rows of the first sheet below its header, read in a child process under limits."""
        from app.imports.child import Wanted  # noqa: PLC0415 - loads with the first file
        from app.imports.reader import parse_apart  # noqa: PLC0415 - loads with the first file

        _, rows = parse_apart(path, Wanted())
        body = list(enumerate(rows, 1))[1:]
        return [(number, ["" if cell is None else str(cell) for cell in row]) for number, row in body]


def card_text(code: str) -> str:
    """The JSON of a shipped card."""
    return resources.path("scorecards", f"{code}.json").read_text("utf-8")


def table_text(name: TableName) -> str:
    """The JSON of a shipped table."""
    return resources.path(f"{name}.json").read_text("utf-8")


def card_book(store: SqlStore, clock: Clock) -> CardBook:
    """The cards of a company file."""
    return CardBook(store, clock, card_text, FileCardSheets())


def score_check(store: SqlStore, clock: Clock) -> ScoreCheck:
    """What a check of the file asks of stored assessments."""
    from app.services.check_scores import ScoreCheck  # noqa: PLC0415 - loads with the first check

    return ScoreCheck(store, card_book(store, clock))


def scoring_service(store: SqlStore, clock: Clock, session: CompanySession) -> ScoringService:
    """The service over a store; the credit file is asked at its first use."""

    def behaviours(
        as_of: date | None = None, customer_ids: Collection[int] | None = None
    ) -> Mapping[int, Behaviour]:
        return session.credit_files.behaviours(as_of, customer_ids)

    def rating_points() -> RatingPoints:
        scales = session.credit_files.rating_map()

        def points(rating: ExternalRating) -> Decimal | None:
            return mapped_points(rating, scales)

        return points

    return ScoringService(
        ScoringDesk(
            store=store,
            reader=SqlScoringReader(store),
            behaviours=behaviours,
            rating_points=rating_points,
            rates=SqlAgingReader(store),
            settings=session.settings,
            clock=clock,
            cards=card_book(store, clock),
            tables=ScoringTables(session.settings, table_text),
        )
    )
