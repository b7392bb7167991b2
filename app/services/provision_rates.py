"""The loss rates of a provision: from the ledger where it says enough, typed, or examples; each labelled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.calendar import end_of_month, month_after
from app.domain.loss_history import (
    LEAST_MONTHS,
    Cohort,
    Derivation,
    Flow,
    by_chain,
    by_cohorts,
    by_rolls,
    chain_table,
    roll_table,
)
from app.domain.provision import RateSource
from app.domain.provision_policy import Ageing, ProvisionPolicy
from app.domain.provision_sheet import Buckets, RateLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from app.domain.provision_policy import Examples
    from app.services.provision_ports import ProvisionReader, RawCohort, RawFlow
    from app.services.rate_book import RateBook

DERIVED = frozenset({RateSource.ROLL, RateSource.MARKOV, RateSource.HISTORY})
_YEAR = 12


@dataclass(frozen=True, slots=True)
class History:
    """The day, the buckets, and how the company's own ledger is read for rates.

    ``segments`` puts every customer in one (None: there is only the whole company).
    """

    reader: ProvisionReader
    policy: ProvisionPolicy
    buckets: Buckets
    as_of: date
    base: str
    rates: RateBook
    segments: Mapping[int, str] | None
    by_currency: bool = False

    def derivations(self) -> tuple[Derivation, ...]:
        """The whole company's first, then each segment's; nothing where rates are typed."""
        match self.policy.method:
            case RateSource.ROLL | RateSource.MARKOV:
                return self._by_flows()
            case RateSource.HISTORY:
                return self._by_cohorts()
            case _:
                return ()

    # -- flows ----------------------------------------------------------------------------------

    @property
    def days(self) -> tuple[date, ...]:
        """The period ends looked at: months, or whole years for yearly buckets; the day itself the last."""
        step = _YEAR if self.buckets.ageing is Ageing.YEARS else 1
        back = range(self.policy.months, 0, -step)
        whole = self.as_of == end_of_month(self.as_of)
        day = 31 if whole else self.as_of.day
        return (*(month_after(self.as_of, -each, day) for each in back), self.as_of)

    def _by_flows(self) -> tuple[Derivation, ...]:
        yearly = self.buckets.ageing is Ageing.YEARS
        raw = self.reader.flows(self.days, self.segments, by_invoice=yearly)
        wanted = len(self.days) - 1
        least = 1 if yearly else LEAST_MONTHS
        return tuple(
            self._by_flow(segment, flows, wanted, least) for segment, flows in self._grouped(raw).items()
        )

    def _by_flow(self, segment: str, flows: Sequence[Flow], wanted: int, least: int) -> Derivation:
        count, place = self.buckets.count, self.buckets.place
        if self.policy.method is RateSource.MARKOV:
            return by_chain(segment, chain_table(flows, self.days, place, count), wanted, least)
        even = self.buckets.ageing is Ageing.YEARS or self.buckets.monthly
        table = roll_table(flows, self.days, place, count)
        return by_rolls(segment, table, wanted, least, self.policy.lgd, even=even)

    def _grouped(self, raw: Sequence[RawFlow]) -> dict[str, list[Flow]]:
        """Flows in the base currency at the day's rates, so that no rate of exchange makes a loss rate."""
        found: dict[str, list[Flow]] = {"": []}
        factors = {each: self.rates.factor(each, self.as_of) for each in {one.currency for one in raw}}
        for one in raw:
            factor = factors.get(one.currency)
            if factor is None:
                continue
            # Not rounded: what came and what went of a debt must cancel out.
            amount = one.amount if one.currency == self.base else one.amount * factor
            own = one.currency if self.by_currency else one.segment
            flow = Flow(own, one.aged, one.born, one.on, one.kind, amount)
            found[""].append(flow)
            if own:
                found.setdefault(own, []).append(flow)
        return found

    # -- cohorts --------------------------------------------------------------------------------

    def _by_cohorts(self) -> tuple[Derivation, ...]:
        since = month_after(self.as_of, -self.policy.months, 31)
        raw = self.reader.cohorts(since, self.as_of, self.buckets, self.segments)
        grouped: dict[str, dict[date, list[RawCohort]]] = {"": defaultdict(list)}
        for one in raw:
            own = one.currency if self.by_currency else one.segment
            grouped[""][one.month].append(one)
            if own:
                grouped.setdefault(own, defaultdict(list))[one.month].append(one)
        return tuple(
            by_cohorts(
                segment,
                [self._cohort(month, rows) for month, rows in sorted(months.items())],
                self.policy.months,
                LEAST_MONTHS,
                self.buckets.count,
            )
            for segment, months in grouped.items()
        )

    def _cohort(self, month: date, rows: Sequence[RawCohort]) -> Cohort:
        def summed(amounts: Iterable[tuple[int, str]]) -> int:
            return sum(self.rates.in_base(amount, currency, self.as_of) or 0 for amount, currency in amounts)

        places = range(self.buckets.count)
        return Cohort(
            month,
            tuple(summed((one.reached[place], one.currency) for one in rows) for place in places),
            tuple(summed((one.lost[place], one.currency) for one in rows) for place in places),
            summed((one.open, one.currency) for one in rows),
        )


def rate_lines(
    policy: ProvisionPolicy,
    buckets: Buckets,
    segments: Sequence[str],
    derivations: Sequence[Derivation],
    examples: Examples,
) -> tuple[RateLine, ...]:
    """A rate for every cell: what was asked for where it can be had, else the next best, saying why.

    The order: the segment's own history, the whole company's, what was typed, the program's example.
    """
    known = {one.segment: one for one in derivations}
    starts = examples.rates(policy.ageing, buckets.starts)
    return tuple(
        _line(policy, segment, bucket, known, starts[bucket], examples.source(policy.ageing))
        for segment in segments
        for bucket in range(buckets.count)
    )


def _line(
    policy: ProvisionPolicy,
    segment: str,
    bucket: int,
    known: Mapping[str, Derivation],
    example: Decimal,
    example_source: str,
) -> RateLine:
    asked, why = policy.method, ""
    if asked in DERIVED:
        own, whole = known.get(segment), known.get("")
        if own is not None and (rate := own.rates[bucket]) is not None:
            return RateLine(segment, bucket, rate, asked, asked)
        why = own.why if own is not None else ""
        if whole is not None and whole is not own:
            if (rate := whole.rates[bucket]) is not None:
                return RateLine(segment, bucket, rate, asked, asked, why="whole_company", note=why)
            why = whole.why
    typed = policy.rate(segment, bucket)
    if typed is not None:
        return RateLine(segment, bucket, typed.rate, RateSource.TYPED, asked, why, typed.source)
    return RateLine(
        segment, bucket, example, RateSource.EXAMPLE, asked, why or "nothing_typed", example_source
    )
