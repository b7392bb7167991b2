"""The scoring service on any day over one file, with payment behaviour read from its ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.bootstrap.credit_files import shipped_scales
from app.bootstrap.scoring import FileCardSheets, card_text, table_text
from app.domain.clock import FixedClock
from app.domain.credit_file import (
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
    Registration,
    StatementQuality,
)
from app.domain.credit_file_rules import figures_text
from app.domain.customer_behaviour import Behaviour, Sums, behaviour_of
from app.domain.external_rating import mapped_points
from app.domain.financials import Line
from app.services.ports import Record
from app.services.scorecards import CardBook
from app.services.scoring import ScoringService
from app.services.scoring_desk import ScoringDesk
from app.services.scoring_tables import ScoringTables
from app.services.scoring_views import Draft
from app.services.settings import SettingService
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.behaviour import SqlBehaviourReader
from app.storage.readers.scoring import SqlScoringReader
from app.storage.store import SqlStore
from tests.services.books import Books, books_on

DAY = date(2025, 12, 31)
FIGURES = {
    Line.CURRENT_ASSETS: 600,
    Line.TOTAL_ASSETS: 1000,
    Line.CURRENT_LIABILITIES: 400,
    Line.TOTAL_LIABILITIES: 550,
    Line.EQUITY: 450,
    Line.EBIT: 60,
    Line.NET_PROFIT: 40,
    Line.DEPRECIATION: 42,
}


@dataclass
class Scoring:
    """One file with its scoring; ``behaves`` replaces what the ledger says of a customer."""

    store: SqlStore
    books: Books
    behaves: dict[int, Behaviour] = field(default_factory=dict)

    def on(self, day: date = DAY) -> ScoringService:
        clock, settings = FixedClock(day), SettingService(self.store)
        reader = SqlBehaviourReader(self.store)

        def behaviours(
            as_of: date | None = None, customer_ids: Collection[int] | None = None
        ) -> Mapping[int, Behaviour]:
            on = as_of or day
            found = {
                one.customer_id: behaviour_of(one, on, Decimal("0.2"))
                for one in reader.sums(customer_ids, on)
            }
            return {**found, **self.behaves}

        return ScoringService(
            ScoringDesk(
                store=self.store,
                reader=SqlScoringReader(self.store),
                behaviours=behaviours,
                rating_points=lambda: lambda rating: mapped_points(rating, shipped_scales()),
                rates=SqlAgingReader(self.store),
                settings=settings,
                clock=clock,
                cards=CardBook(self.store, clock, card_text, FileCardSheets()),
                tables=ScoringTables(settings, table_text),
            )
        )

    def keep(self, *records: Record) -> None:
        with self.store.write() as uow:
            for record in records:
                uow.add(record)
            uow.commit("setting.chosen", name="test")

    def pays(self, customer_id: int, days: int = 0, n: int = 20, late: int = 0) -> None:
        """The customer settled ``n`` invoices, ``late`` of them late, on average ``days`` late."""
        sums = Sums(
            customer_id,
            weight=Decimal(100),
            weighted=Decimal(100 * days),
            counted=n,
            late=late,
            settled=n,
            invoices=n,
            invoiced=Decimal(100),
            invoiced_before=Decimal(100),
            first_on=date(2019, 1, 1),
        )
        self.behaves[customer_id] = behaviour_of(sums, DAY, Decimal("0.2"))

    def known_well(self, customer_id: int) -> None:
        """A sound credit file, and payments in time."""
        self.pays(customer_id)
        outside = [
            ExternalEvent(customer_id, EventKind.BANK_REFERENCE, date(2025, 6, 1), value="good"),
            ExternalEvent(customer_id, EventKind.INSURER_OPINION, date(2025, 6, 1), value="full"),
        ]
        self.keep(
            Profile(
                customer_id,
                founded_on=date(2005, 1, 1),
                industry="C38",
                registration=Registration.NORMAL,
                registration_on=date(2025, 10, 1),
            ),
            FinancialStatement(
                customer_id,
                date(2024, 12, 31),
                "CNY",
                figures_text(FIGURES),
                quality=StatementQuality.AUDITED,
            ),
            ExternalRating(customer_id, "Own", "x", date(2025, 6, 1), points="85"),
            *outside,
        )

    def draft(self, customer_id: int, card: str = "existing", day: date = DAY) -> Draft:
        service = self.on(day)
        content = service.card(card)
        inputs, facts = service.answers(customer_id, day, content)
        return Draft(customer_id, content, day, inputs, facts, "王芳")


def scoring_on(store: SqlStore) -> Scoring:
    return Scoring(store, books_on(store, FixedClock(DAY)))


def sheet(folder: Path) -> Path:
    """Where a card's sheet goes."""
    return folder / "评分卡.xlsx"
