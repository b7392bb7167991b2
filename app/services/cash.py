"""The cash forecast of thirteen weeks (资金预测): what comes by which rule, what goes out, where it gaps."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.bank import BankStatement
from app.domain.cash_forecast import Flow, occurrences
from app.domain.entry import LATEST
from app.domain.forecast import HORIZON, WEEK, Dated, lay
from app.domain.measure_record import CashItem
from app.domain.money import convert, round_minor
from app.domain.problem import DomainError
from app.services.cash_laying import Book, Laying, behind, first_part
from app.services.cash_outflows import CashOutflows
from app.services.cash_overlays import CashOverlays
from app.services.cash_views import (
    CashAssumptions,
    CashBalance,
    CashForecast,
    ExpectedRow,
    SalesBasis,
)
from app.services.control import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.domain.cash_backtest import CashBacktest
    from app.domain.cash_overlay import Overlay
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.cash_views import CashReader, CashSheetWriter, OutflowFiles
    from app.services.control import Control
    from app.services.forecast import ExchangeRates, ForecastService, Gathered
    from app.services.ports import Store
    from app.services.settings import SettingService

SETTING = "cash.assumptions"
_BALANCES = "balances"
_YEAR, _MONTHS = 365, 12
_KEPT = 24
"""So many typed balances are kept, the newest."""
_LONGEST_DAYS = 365
MOST_ROWS = 5000
"""So many open amounts are listed at once, the greatest."""


@dataclass(frozen=True, slots=True)
class CashDesk:
    """What the forecast is made of, and the services beside it."""

    store: Store
    reader: CashReader
    forecasts: ForecastService
    board: ExchangeRates
    settings: SettingService
    clock: Clock
    files: OutflowFiles
    sheet: CashSheetWriter


class CashService(CashOutflows, CashOverlays):
    """Says what own cash will be; only assumptions, own money and overlays are kept."""

    def __init__(self, desk: CashDesk) -> None:
        self._desk = desk

    # -- the forecast ---------------------------------------------------------------------------

    def forecast(
        self, as_of: date | None = None, overlay: Overlay | None = None, control: Control | None = None
    ) -> CashForecast:
        """The thirteen weeks from the day after (today), with an overlay's events over them."""
        return self.forecasts(as_of, (overlay,), control)[0]

    def forecasts(
        self,
        as_of: date | None = None,
        overlays: Sequence[Overlay | None] = (None,),
        control: Control | None = None,
    ) -> list[CashForecast]:
        """The same books with each of the overlays (None: as it is); read once."""
        laying = Laying(self._book(as_of or self._desk.clock.today(), control or Silent()))
        return [laying.lay(one) for one in overlays]

    def rows(self, found: CashForecast, part: int | str) -> list[ExpectedRow]:
        """The open amounts behind a part, greatest first: a week's place, ``later``, or why left out."""
        chosen = behind(found, part)
        names = self._desk.reader.named([item.document_id for item, _, _ in chosen])
        rows = [
            ExpectedRow(part, item, one.number, one.customer, one.customer_en, amount, base)
            for item, amount, base in chosen
            if (one := names.get(item.document_id)) is not None
        ]
        return sorted(rows, key=lambda row: (-row.base, row.item.document_id))

    def expected(self, found: CashForecast, most: int = MOST_ROWS) -> list[ExpectedRow]:
        """Every open amount with its day and range, greatest first, ``most`` of them at most.

        ``part`` is the first week it comes in, ``later``, or why it is left out.
        """
        worth = [
            (self._worth(found, item.amount, item.currency), place) for place, item in enumerate(found.items)
        ]
        chosen = sorted(worth, key=lambda one: (-one[0], one[1]))[:most]
        items = [(found.items[place], base) for base, place in chosen]
        names = self._desk.reader.named([item.document_id for item, _ in items])
        return [
            ExpectedRow(
                first_part(found, item), item, one.number, one.customer, one.customer_en, item.amount, base
            )
            for item, base in items
            if (one := names.get(item.document_id)) is not None
        ]

    def _worth(self, found: CashForecast, minor: int, currency: str) -> int:
        if currency == found.currency:
            return minor
        return convert(minor, currency, found.currency, found.rates[currency])

    def write_sheet(
        self,
        found: CashForecast,
        path: Path,
        lang: str,
        *,
        compared: CashForecast | None = None,
        backtest: CashBacktest | None = None,
    ) -> None:
        """Write a workbook: weeks and chart, every open item, own money, how well the rule did."""
        parts: list[int | str] = [*range(len(found.weeks)), "later", *found.left_out]
        rows = [row for part in parts for row in self.rows(found, part)]
        self._desk.sheet(found, compared, rows, backtest, path, lang)

    def _book(self, as_of: date, control: Control) -> Book:
        desk = self._desk
        assumed = self.assumptions()
        known = desk.forecasts.gather(as_of, control)
        if assumed.disputes:
            known = _with_disputes(known, desk.reader.dispute_targets(as_of))
        working = desk.forecasts.working()
        base, rates = desk.board.base(), desk.board.rates(as_of)
        end = as_of + HORIZON * WEEK
        return Book(
            known,
            {
                currency: lay(as_of, items, known.dated.get(currency, ()), known.habit, working)
                for currency, items in known.items.items()
            },
            desk.reader.spreads(as_of, as_of - timedelta(_YEAR)),
            self._flows(as_of, end, base, rates),
            base,
            rates,
            assumed,
            self.opening(as_of),
            self._sales(as_of, base, rates, assumed) if assumed.sales else None,
            desk.forecasts.named_holidays(as_of + timedelta(1), end),
            working,
            desk.forecasts.is_worked,
        )

    def _flows(self, as_of: date, end: date, base: str, rates: Mapping[str, Decimal]) -> list[Flow]:
        """Own money of the weeks, by day."""

        def turned(item: CashItem) -> int | None:
            if item.currency == base:
                return item.amount
            rate = rates.get(item.currency)
            return None if rate is None else convert(item.amount, item.currency, base, rate)

        found = [
            Flow(day, item.amount, item.currency, item.label, item.kind, item.id, turned(item))
            for item in self._desk.store.find(CashItem)
            for day in occurrences(item, as_of + timedelta(1), end)
        ]
        return sorted(found, key=lambda one: (one.on, one.item_id))

    def sales_basis(self, as_of: date, assumed: CashAssumptions) -> SalesBasis | None:
        """Expected new sales under assumptions; None where neither the ledger nor the owner says."""
        return self._sales(as_of, self._desk.board.base(), self._desk.board.rates(as_of), assumed)

    def _sales(
        self, as_of: date, base: str, rates: Mapping[str, Decimal], assumed: CashAssumptions
    ) -> SalesBasis | None:
        since = as_of - timedelta(_YEAR - 1)
        year = sum(
            minor if currency == base else convert(minor, currency, base, rates[currency])
            for currency, minor in self._desk.reader.credit_sales(since, as_of).items()
            if currency == base or currency in rates
        )
        own_monthly = round_minor(Decimal(max(0, year)) / _MONTHS)
        own_days = self._desk.reader.days_to_pay(as_of, since)
        monthly = own_monthly if assumed.sales_monthly is None else assumed.sales_monthly
        days = own_days if assumed.sales_days is None else assumed.sales_days
        if not monthly or days is None:
            return None
        return SalesBasis(monthly, max(0, days), own_monthly, own_days)

    # -- back-test ------------------------------------------------------------------------------

    def backtest(self, as_of: date | None = None, control: Control | None = None) -> CashBacktest:
        """What the same rule would have said at the last twelve month ends, against what came."""
        from app.services.cash_backtest import Backtesting  # noqa: PLC0415 - at its first use

        return Backtesting(self._desk).run(as_of or self._desk.clock.today(), control or Silent())

    # -- own cash and assumptions ---------------------------------------------------------------

    def _stored(self) -> dict[str, object]:
        stored = self._desk.settings.get(SETTING, {})
        return {str(name): value for name, value in stored.items()} if isinstance(stored, dict) else {}

    def balances(self) -> list[CashBalance]:
        """The typed balances, the newest first."""
        stored = self._stored().get(_BALANCES, [])
        found = []
        for one in stored if isinstance(stored, list) else []:
            try:
                told = date.fromisoformat(str(one["on"])), int(str(one["amount"]))
                found.append(CashBalance(*told, str(one.get("source", ""))))
            except (KeyError, TypeError, ValueError, AttributeError):
                continue
        return sorted(found, key=lambda one: one.on, reverse=True)

    def bank_balance(self, as_of: date) -> CashBalance | None:
        """What the last statement of each bank account up to a day closed with, together in base currency.

        Its day is that of the oldest of them; ``source`` counts the accounts. None where no statement says.
        """
        last: dict[int, BankStatement] = {}
        for one in self._desk.store.find(BankStatement):
            if one.end is not None and one.closing is not None and one.end <= as_of:
                before = last.get(one.account_id)
                if before is None or before.end is None or (before.end, before.id) < (one.end, one.id):
                    last[one.account_id] = one
        base, rates = self._desk.board.base(), self._desk.board.rates(as_of)
        known = [one for one in last.values() if one.currency == base or one.currency in rates]
        if not known:
            return None
        total = sum(
            one.closing or 0
            if one.currency == base
            else convert(one.closing or 0, one.currency, base, rates[one.currency])
            for one in known
        )
        return CashBalance(min(one.end for one in known if one.end is not None), total, str(len(known)))

    def opening(self, as_of: date) -> CashBalance | None:
        """The newest typed balance of a day or before it."""
        return next((one for one in self.balances() if one.on <= as_of), None)

    def assumptions(self) -> CashAssumptions:
        """The owner's own, else those to begin with."""
        usual = CashAssumptions()
        stored = {name: value for name, value in self._stored().items() if name != _BALANCES}
        try:
            told: dict[str, Any] = {name: _read(name, value) for name, value in stored.items()}
            return replace(usual, **told)
        except (TypeError, ValueError):
            return usual

    def save_balance(self, balance: CashBalance) -> ChangeSet:
        """Keep the own cash at the end of a day; the same day again replaces it."""
        return self.save_position(balance, self.assumptions())

    def save_assumptions(self, assumed: CashAssumptions) -> ChangeSet:
        """Keep assumptions; amounts are not below zero, days lie within a year."""
        return self.save_position(None, assumed)

    def save_position(self, balance: CashBalance | None, assumed: CashAssumptions) -> ChangeSet:
        """Keep a balance (None: as they are) and the assumptions in one step."""
        kept = self.balances()
        if balance is not None:
            self._check_balance(balance)
            kept = [balance, *(one for one in kept if one.on != balance.on)]
            kept.sort(key=lambda one: one.on, reverse=True)
        _check_assumptions(assumed)
        usual = CashAssumptions()
        told: dict[str, object] = {
            one.name: getattr(assumed, one.name)
            for one in fields(CashAssumptions)
            if getattr(assumed, one.name) != getattr(usual, one.name)
        }
        if kept:
            told[_BALANCES] = [
                {"on": one.on.isoformat(), "amount": one.amount, "source": one.source.strip()}
                for one in kept[:_KEPT]
            ]
        return self._desk.settings.set(SETTING, told)

    def _check_balance(self, balance: CashBalance) -> None:
        if not date(2000, 1, 1) <= balance.on <= LATEST:
            raise DomainError("cash.bad_day", on=balance.on)
        if balance.on > self._desk.clock.today():
            raise DomainError("cash.balance_to_come", on=balance.on)


def _check_assumptions(assumed: CashAssumptions) -> None:
    if assumed.minimum < 0:
        raise DomainError("cash.bad_minimum")
    if assumed.sales_monthly is not None and assumed.sales_monthly < 0:
        raise DomainError("cash.bad_sales")
    for days in (assumed.sales_days, assumed.claim_days):
        if days is not None and not 0 <= days <= _LONGEST_DAYS:
            raise DomainError("cash.bad_days", most=_LONGEST_DAYS)


def _with_disputes(known: Gathered, targets: Mapping[int, date]) -> Gathered:
    """Contested amounts come on the day by which they are to be settled, where there is one."""
    items, dated = {}, {currency: list(found) for currency, found in known.dated.items()}
    for currency, found in known.items.items():
        rest = []
        for item in found:
            target = targets.get(item.document_id)
            contested = min(item.disputed, item.open)
            if target is None or not contested or item.doubtful:
                rest.append(item)
                continue
            on = max(target, known.as_of + timedelta(1))
            named = frozenset({item.document_id})
            dated.setdefault(currency, []).append(Dated(item.customer_id, on, contested, "dispute", named))
            rest.append(replace(item, disputed=0))
        items[currency] = rest
    return replace(known, items=items, dated=dated)


def _read(name: str, value: object) -> object:
    if name == "source":
        return str(value)
    if name in {"sales", "disputes"}:
        return value is True
    if value is None and name in {"sales_monthly", "sales_days"}:
        return None
    return int(str(value))
