"""How the rates of a provision came about: balances at period ends, where debts went, cohorts of sales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.loss_history import ChainTable, Cohort, Derivation, RollTable
from app.reports.provision_tables import Cell, Section
from app.words import say
from app.words.formats import day_in_sentence
from app.words.provision_names import rate_why

if TYPE_CHECKING:
    from app.domain.provision_sheet import ProvisionSheet
    from app.reports.provision_tables import Tables


class DerivationTables:
    """The sections of a sheet's derivations, in the words of its other tables."""

    def __init__(self, tables: Tables, sheet: ProvisionSheet, lang: str) -> None:
        self._tables, self._sheet, self._lang = tables, sheet, lang

    def derivations(self) -> Iterator[Section]:
        """How each segment's rates came about, the whole company's first."""
        known = {one.segment: one for one in self._sheet.derivations}
        for segment in dict.fromkeys(("", *self._sheet.segments)):
            if segment in known:
                yield from self._derivation(known[segment])

    def _derivation(self, one: Derivation) -> Iterator[Section]:
        method = say(f"rate_source.{one.method}", self._lang)
        title = self._tables.say("derived_for", segment=self._tables.segment(one.segment), method=method)
        seen = self._tables.say(
            "seen", periods=one.periods, wanted=one.wanted, day=day_in_sentence(self._sheet.as_of, self._lang)
        )
        why = self._tables.say("not_derived", why=rate_why(one.why, self._lang, one.periods, one.wanted))
        told = f"{seen}　{why}" if one.why else seen
        if one.roll is not None:
            yield self._rolled(title, told, one, one.roll)
        if one.chain is not None:
            yield self._chained(title, told, one, one.chain)
        if one.method == "history":
            yield self._cohorts(title, told, one, one.cohorts)

    def _rolled(self, title: str, told: str, one: Derivation, table: RollTable) -> Section:
        rows: list[tuple[Cell, ...]] = [
            (day, *row, table.into_last[place - 1] if place else None)
            for place, (day, row) in enumerate(zip(table.days, table.balances, strict=True))
        ]
        rolls: tuple[Cell, ...] = (self._tables.say("rolls"), *table.rolls, None, None)
        rates: tuple[Cell, ...] = (say("provision_column.rate", self._lang), *one.rates, None)
        lgd = self._tables.say("lgd", share=f"{self._sheet.policy.lgd.normalize():f}")
        source = self._sheet.policy.lgd_source or say("rate_source.example", self._lang)
        count = len(self._tables.buckets)
        return Section(
            "derivation",
            title,
            (*self._tables.heads("day"), *self._tables.buckets, *self._tables.heads("into_last")),
            (0.13, *((0.87 / (count + 1),) * (count + 1))),
            tuple(rows),
            totals=(rolls, rates),
            before=f"{self._tables.say('balances')}　{told}",
            after=f"{lgd}（{source}）" if self._lang == "zh" else f"{lgd} ({source})",
        )

    def _chained(self, title: str, told: str, one: Derivation, table: ChainTable) -> Section:
        rows: list[tuple[Cell, ...]] = []
        for place, name in enumerate(self._tables.buckets):
            whole = table.total(place)
            parts = (*table.moved[place], table.paid[place], table.lost[place])
            rows.append(
                (name, *(Decimal(part) * 100 / whole if whole else None for part in parts), one.rates[place])
            )
        count = len(self._tables.buckets) + 3
        return Section(
            "derivation",
            title,
            (
                *self._tables.heads("bucket"),
                *self._tables.buckets,
                *self._tables.heads("paid", "lost"),
                f"{self._tables.say('absorbed')} {say('provision_column.lost', self._lang)}",
            ),
            (0.16, *((0.84 / count,) * count)),
            tuple(rows),
            before=f"{self._tables.say('moved')}　{told}",
        )

    def _cohorts(self, title: str, told: str, one: Derivation, cohorts: Sequence[Cohort]) -> Section:
        rows: list[tuple[Cell, ...]] = [
            (f"{each.month:%Y-%m}", *each.reached, each.lost[0], each.open) for each in cohorts
        ]
        places = range(len(self._tables.buckets))
        total: tuple[Cell, ...] = (
            say("paper.total", self._lang),
            *(sum(each.reached[place] for each in cohorts) for place in places),
            sum(each.lost[0] for each in cohorts),
            sum(each.open for each in cohorts),
        )
        rates: tuple[Cell, ...] = (say("provision_column.rate", self._lang), *one.rates, None, None)
        count = len(self._tables.buckets) + 2
        return Section(
            "derivation",
            title,
            (*self._tables.heads("month"), *self._tables.buckets, *self._tables.heads("lost", "still_open")),
            (0.12, *((0.88 / count,) * count)),
            tuple(rows),
            totals=(total, rates),
            before=f"{self._tables.say('cohorts')}　{told}",
        )
