"""What the parts of scoring share: the file, its readers, the cards and tables, and what is on file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.credit_file import Certification, ExternalRating, FinancialStatement, Profile
from app.domain.money import convert
from app.services.insurer_events import external_events
from app.services.scoring_inputs import Known, Tables
from app.services.scoring_tables import TableName

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import Store
    from app.services.scorecards import CardBook
    from app.services.scoring_tables import ScoringTables
    from app.services.scoring_views import (
        BaseRates,
        BehaviourSource,
        OpenDebit,
        RatingPoints,
        ScoringReader,
        Standing,
    )
    from app.services.settings import SettingService

LONG_OVERDUE = 90
"""Days overdue from which an open debit counts for the knock-out."""


class _Owned(Protocol):
    @property
    def customer_id(self) -> int: ...


T = TypeVar("T", bound=_Owned)


@dataclass(frozen=True, slots=True)
class ScoringDesk:
    """The company file, what is read of it, and the services beside it."""

    store: Store
    reader: ScoringReader
    behaviours: BehaviourSource
    rating_points: Callable[[], RatingPoints]
    rates: BaseRates
    settings: SettingService
    clock: Clock
    cards: CardBook
    tables: ScoringTables

    def open_tables(self) -> Tables:
        """The tables as they stand."""
        return Tables(
            self.tables.rows(TableName.COUNTRY_RISK),
            self.tables.rows(TableName.INDUSTRY_OUTLOOK),
            self.rating_points(),
        )

    def known(self, customer_ids: Collection[int] | None, as_of: date) -> dict[int, Known]:
        """All that is on file by the day about these customers, or (None) about everybody."""
        behaviours = self.behaviours(as_of, customer_ids)
        asked = {} if customer_ids is None else {"customer_id": list(customer_ids)}
        find = self.store.find
        profiles = {row.customer_id: row for row in find(Profile, **asked)}
        statements = _latest(find(FinancialStatement, **asked), as_of)
        ratings = _by_customer(find(ExternalRating, **asked))
        events = _by_customer(external_events(self.store, customer_ids))
        certificates = _by_customer(find(Certification, **asked))
        return {
            one: Known(
                standing,
                behaviours.get(one),
                profiles.get(one),
                statements.get(one),
                ratings.get(one, ()),
                events.get(one, ()),
                certificates.get(one, ()),
            )
            for one, standing in self.standings(customer_ids, as_of).items()
        }

    def standings(self, customer_ids: Collection[int] | None, as_of: date) -> dict[int, Standing]:
        """Who the customers are, with the share of what they owe that is long overdue."""
        debits = self.in_base(self.reader.open_debits(customer_ids, as_of, LONG_OVERDUE), as_of)
        return {
            one: replace(each, overdue_90=percent(*debits[one])) if one in debits else each
            for one, each in self.reader.standings(customer_ids, as_of).items()
        }

    def in_base(self, debits: Iterable[OpenDebit], as_of: date) -> dict[int, tuple[int, int]]:
        """Overdue and open of each customer in the base currency; one without a rate counts one for one.

        For a share that is nearer than leaving it out, and nobody is spared for a missing rate.
        """
        base, rates = self.rates.base(), self.rates.rates(as_of)
        found: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for debit in debits:
            rate = Decimal(1) if debit.currency == base else rates.get(debit.currency, Decimal(1))
            overdue, whole = (
                amount if debit.currency == base else convert(amount, debit.currency, base, rate)
                for amount in (debit.overdue, debit.open)
            )
            before = found[debit.customer_id]
            found[debit.customer_id] = before[0] + overdue, before[1] + whole
        return dict(found)


def percent(part: int, whole: int) -> Decimal | None:
    """A share in per cent to four decimals; None of nothing."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.0001")).normalize() + Decimal(0)


def _by_customer(rows: Iterable[T]) -> Mapping[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.customer_id].append(row)
    return found


def _latest(rows: Iterable[FinancialStatement], as_of: date) -> dict[int, FinancialStatement]:
    """The statement of the latest period that we had by the day; of two, the longer period."""
    had = [row for row in rows if max(row.received_on or row.period_end, row.period_end) <= as_of]
    had.sort(key=lambda row: (row.period_end, row.months, row.id))
    return {row.customer_id: row for row in had}
