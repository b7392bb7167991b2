"""The rates in use with their sources, and below them how a segment's were derived from the ledger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.domain.provision import RateSource
from app.ui.dialogs.controls import Choice
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow, named
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say
from app.words.provision_names import bucket_names, per_cent, rate_why, segment_name, source_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.loss_history import ChainTable, Cohort, Derivation, RollTable
    from app.domain.provision_sheet import ProvisionSheet, RateLine
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead


_MOST_RATES = 6


class RatesView(Retranslated):
    """``wanted_rates`` asks to type rates."""

    wanted_rates = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: ProvisionRead | None = None
        self.rates = LinesTable(context, "provision.rates", icon="table")
        self.type_button = button(context.theme, "", "normal", "pencil", self.wanted_rates.emit, small=True)
        self.about = label("", "small", "secondary", wrap=True)
        self.segment = Choice([("", "")])
        self.segment.setMinimumWidth(200)
        self.seen = label("", "small", "secondary", wrap=True)
        self.derivation = LinesTable(context, "provision.derivation", icon="history")
        self.below = label("", "small", "secondary", wrap=True)
        self.segment.activated.connect(self._write_derivation)
        self.rates.opened.connect(self._on_rate)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.about, 1)
        head.addWidget(self.type_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.segment)
        row.addWidget(self.seen, 1)
        self.under = QWidget()
        below = QVBoxLayout(self.under)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(8)
        below.addLayout(row)
        below.addWidget(self.derivation, 1)
        below.addWidget(self.below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.rates, 3)
        layout.addWidget(self.under, 4)
        layout.addStretch(0)

    def show_provision(self, found: ProvisionRead) -> None:
        """Show the day's rates."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found, lang = self.found, self.context.formats.lang
        if found is None:
            return
        sheet = found.sheet
        guard(self.context, self.type_button, duty=Duty.RULES)
        method = sheet.policy.method
        self.about.setText("" if sheet.small_firm else say(f"rate_about.{method}", lang))
        heads = (
            *((named("segment", lang, width=130, min_width=90, stretch=1),) if _several(sheet) else ()),
            named("bucket", lang, width=120, min_width=90, stretch=1),
            named("rate", lang, figure=True, width=90, min_width=76),
            named("source", lang, width=132, min_width=110),
            named("why", lang, width=320, min_width=120, stretch=3),
        )
        rows = [PlainRow(place, self._cells(one, sheet)) for place, one in enumerate(sheet.rates, 1)]
        self.rates.show_lines(heads, rows)
        self.rates.say_empty(say("provision_standard.small_firms", lang))
        self.rates.fit_rows(_MOST_RATES, gives=True)
        known = {one.segment for one in sheet.derivations}
        shown = [one for one in dict.fromkeys(("", *sheet.segments)) if one in known]
        pairs = [(one, self._segment(one, sheet)) for one in shown]
        self.segment.set_pairs(pairs or [("", "–")], self.segment.value)
        self.under.setVisible(bool(pairs))
        self._write_derivation()

    def _segment(self, segment: str, sheet: ProvisionSheet) -> str:
        lang = self.context.formats.lang
        return segment_name(sheet.policy.segmenting, segment, sheet.names, lang)

    def _cells(self, one: RateLine, sheet: ProvisionSheet) -> tuple[Cell, ...]:
        lang = self.context.formats.lang
        names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
        known = {each.segment: each for each in sheet.derivations}
        own = known.get(one.segment) or known.get("")
        periods, wanted = (own.periods, own.wanted) if own else (0, 0)
        told = [rate_why(one.why, lang, periods, wanted)]
        told.append(
            rate_why(one.note, lang, periods, wanted)
            if one.why == "whole_company"
            else source_in(one.note, lang)
        )
        tone = "warn" if one.source is RateSource.EXAMPLE else "neutral"
        text = ("；" if lang == "zh" else "; ").join(filter(None, told))
        segment = (Cell(self._segment(one.segment, sheet), strong=True),) if _several(sheet) else ()
        return (
            *segment,
            Cell(names[one.bucket]),
            Cell(per_cent(one.rate), strong=True),
            Cell(say(f"rate_source.{one.source}", lang), chip=tone),
            Cell(text, tone="secondary", tip=text),
        )

    def _on_rate(self, row: int) -> None:
        """The derivation of the rate's segment, where it has one of its own."""
        if self.found is None:
            return
        wanted = self.found.sheet.rates[row - 1].segment
        known = {one.segment for one in self.found.sheet.derivations}
        if wanted in known:
            places = [one for one in dict.fromkeys(("", *self.found.sheet.segments)) if one in known]
            self.segment.setCurrentIndex(places.index(wanted))
            self._write_derivation()

    # -- derivation -----------------------------------------------------------------------------

    def _write_derivation(self, *_: object) -> None:
        if self.found is None:
            return
        sheet, formats = self.found.sheet, self.context.formats
        chosen = str(self.segment.value)
        one = next((each for each in sheet.derivations if each.segment == chosen), None)
        if one is None:
            return
        lang = formats.lang
        seen = say(
            "provision_paper.seen",
            lang,
            periods=one.periods,
            wanted=one.wanted,
            day=formats.day_in_text(sheet.as_of),
        )
        why = rate_why(one.why, lang, one.periods, one.wanted)
        not_derived = say("provision_paper.not_derived", lang, why=why) if why else ""
        self.seen.setText("　".join(filter(None, (seen, not_derived))))
        self.below.setText("")
        if one.roll is not None:
            self._write_rolls(one, one.roll, sheet)
        elif one.chain is not None:
            self._write_chain(one, one.chain, sheet)
        else:
            self._write_cohorts(one, one.cohorts, sheet)

    def _buckets(self, sheet: ProvisionSheet) -> list[Head]:
        names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, self.context.formats.lang)
        return [
            Head(f"bucket{place}", name, figure=True, width=104, min_width=76, stretch=1)
            for place, name in enumerate(names)
        ]

    def _money(self, minor: int, sheet: ProvisionSheet) -> Cell:
        return Cell(self.context.formats.whole(minor, sheet.base)) if minor else Cell("–", tone="tertiary")

    def _write_rolls(self, one: Derivation, table: RollTable, sheet: ProvisionSheet) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        last = Head(
            "into_last",
            say("provision_column.into_last", lang),
            figure=True,
            width=110,
            min_width=80,
            stretch=1,
        )
        heads = (named("day", lang, width=132, min_width=120), *self._buckets(sheet), last)
        rolls = [Cell(per_cent(roll), strong=True) for roll in table.rolls]
        rates = [Cell(per_cent(rate), strong=True, tone="accent") for rate in one.rates]
        empty = Cell("")
        rows = [
            PlainRow(1, (Cell(say("provision_paper.rolls", lang), strong=True), *rolls, empty, empty)),
            PlainRow(2, (Cell(say("provision_column.rate", lang), strong=True), *rates, empty)),
        ]
        entered = (0, *table.into_last)[: len(table.days)]
        days = list(zip(table.days, table.balances, entered, strict=True))
        for place, (day, balances, into) in enumerate(reversed(days), 3):
            cells = [self._money(minor, sheet) for minor in balances]
            rows.append(PlainRow(place, (Cell(formats.day(day)), *cells, self._money(into, sheet))))
        self.derivation.show_lines(heads, rows)
        lgd = say("provision_paper.lgd", lang, share=f"{sheet.policy.lgd.normalize():f}")
        source = sheet.policy.lgd_source or say("rate_source.example", lang)
        self.below.setText(f"{say('provision_paper.balances', lang)} · {lgd} · {source}")

    def _write_chain(self, one: Derivation, table: ChainTable, sheet: ProvisionSheet) -> None:
        lang = self.context.formats.lang
        names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
        ends = [
            Head(key, say(f"provision_column.{key}", lang), figure=True, width=84, min_width=70)
            for key in ("paid", "lost")
        ]
        absorbed = f"{say('provision_paper.absorbed', lang)} {say('provision_column.lost', lang)}"
        final = Head("ends", absorbed, figure=True, width=110, min_width=84)
        heads = (named("bucket", lang, width=120, min_width=96), *self._buckets(sheet), *ends, final)
        rows = []
        for place, name in enumerate(names):
            whole = table.total(place)
            parts = (*table.moved[place], table.paid[place], table.lost[place])
            cells = [Cell(per_cent(Decimal(part) * 100 / whole if whole else None)) for part in parts]
            last = Cell(per_cent(one.rates[place]), strong=True, tone="accent")
            rows.append(PlainRow(place + 1, (Cell(name, strong=True), *cells, last)))
        self.derivation.show_lines(heads, rows)
        self.below.setText(say("provision_paper.moved", lang))

    def _write_cohorts(self, one: Derivation, cohorts: Sequence[Cohort], sheet: ProvisionSheet) -> None:
        lang = self.context.formats.lang
        ends = [
            Head(key, say(f"provision_column.{key}", lang), figure=True, width=96, min_width=76)
            for key in ("lost", "still_open")
        ]
        heads = (named("month", lang, width=96, min_width=80), *self._buckets(sheet), *ends)
        rates = [Cell(per_cent(rate), strong=True, tone="accent") for rate in one.rates]
        empty = Cell("")
        rows = [PlainRow(1, (Cell(say("provision_column.rate", lang), strong=True), *rates, empty, empty))]
        for place, each in enumerate(reversed(cohorts), 2):
            cells = [self._money(minor, sheet) for minor in (*each.reached, each.lost[0], each.open)]
            rows.append(PlainRow(place, (Cell(f"{each.month:%Y-%m}"), *cells)))
        self.derivation.show_lines(heads, rows)
        self.below.setText(say("provision_paper.cohorts", lang))

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.type_button.setText(self.tr("Type rates…"))
        self.rates.view.setAccessibleName(self.tr("Loss rates"))
        self.derivation.view.setAccessibleName(self.tr("Derivation"))
        self.segment.setAccessibleName(self.tr("Segment"))
        self._write()


def _several(sheet: ProvisionSheet) -> bool:
    return sheet.segments != ("",)
