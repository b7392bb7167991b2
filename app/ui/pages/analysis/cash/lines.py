"""The lines of the weeks' table: thirteen weeks, then what is not in them; collections sum to receivables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.cash_views import LATER
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.cash_views import CashForecast, CashWeek
    from app.ui.formats import Formats

translate = QCoreApplication.translate
ON_ACCOUNT = "on_account"


@dataclass(frozen=True, slots=True)
class CashLine:
    """A week, or a part outside the weeks with its amount in ``collections``; ``other`` is the scenario's."""

    place: int
    part: int | str
    name: str
    collections: int
    week: CashWeek | None = None
    other: CashWeek | None = None
    note: str = ""

    def figure(self, name: str) -> int | None:
        """A figure of the week; None outside the weeks."""
        if name == "collections":
            return self.collections
        if name in {"compared", "difference"}:
            return self._compared(name)
        return getattr(self.week, name) if self.week is not None else None

    def _compared(self, name: str) -> int | None:
        """The scenario's balance, or its net amount where no balance is known; and the difference."""
        if self.week is None or self.other is None:
            return None
        known = self.week.balance is not None and self.other.balance is not None
        mine, its = (self.week.balance, self.other.balance) if known else (self.week.net, self.other.net)
        return its if name == "compared" else (its or 0) - (mine or 0)


def cash_lines(found: CashForecast, other: CashForecast | None, formats: Formats) -> list[CashLine]:
    """Weeks, later, left out by reason, on account; of the scenario where there is one beside."""
    shown, lang = other or found, formats.lang
    lines = []
    for place, (base, week) in enumerate(zip(found.weeks, shown.weeks, strict=True)):
        names = dict.fromkeys(one.zh if lang == "zh" else one.en for one in week.holidays)
        start = formats.day(week.start)
        lines.append(
            CashLine(
                place,
                place,
                start,
                week.collections,
                base if other is not None else week,
                week if other is not None else None,
                ", ".join(names),
            )
        )
    beyond = [(LATER, say("cash.later", lang, weeks=len(found.weeks)), shown.later)]
    beyond += [(why, say(f"forecast.left_out.{why}", lang), minor) for why, minor in shown.left_out.items()]
    if shown.on_account:
        beyond.append((ON_ACCOUNT, say("forecast.on_account", lang), shown.on_account))
    lines += [CashLine(len(lines) + n, part, name, minor) for n, (part, name, minor) in enumerate(beyond)]
    return lines


def line_columns(found: CashForecast, other: CashForecast | None, formats: Formats) -> list[Column[CashLine]]:
    """Week, collections and their parts, own money, balance; the scenario's beside it; holidays."""
    shown = other or found
    names = [("collections", 0), *((name, 1) for name in ("habit", "announced", "claims"))]
    names += [(name, 0) for name in ("sales", "incomes") if any(getattr(w, name) for w in shown.weeks)]
    names += [("outflows", 0), ("net", 2), ("balance", 0)]
    if other is not None:
        names += [("compared", 0), ("difference", 3)]
    columns: list[Column[CashLine]] = [
        text_column(
            "week",
            lambda: say("cash_sheet.week", formats.lang),
            lambda one: one.name,
            strong=True,
            width=140,
            min_width=112,
            stretch=1,
            sortable=False,
            fixed=True,
        )
    ]
    columns += [_figure_column(name, drop, found, other, formats) for name, drop in names]
    columns.append(
        text_column(
            "holidays",
            lambda: say("cash_sheet.holidays", formats.lang),
            lambda one: one.note,
            tone="secondary",
            width=130,
            min_width=90,
            stretch=1,
            drop=1,
            sortable=False,
        )
    )
    return columns


def _figure_column(
    name: str, drop: int, found: CashForecast, other: CashForecast | None, formats: Formats
) -> Column[CashLine]:
    currency, least = found.currency, found.assumptions.minimum
    balances = name in {"balance", "compared"} and found.opening is not None

    def value(one: CashLine) -> int | None:
        if other is not None and one.other is not None and name not in {"balance", "compared", "difference"}:
            return int(getattr(one.other, name))
        return one.figure(name)

    def cell(one: CashLine) -> Cell:
        minor = value(one)
        if minor is None or (minor == 0 and not balances):
            return Cell(DASH, tone="tertiary")
        tone = "danger" if balances and minor < least else ""
        text = formats.whole(minor, currency)
        if name == "difference" and minor > 0:
            text = f"+{text}"
        return Cell(text, tone=tone, strong=name in {"collections", "balance", "compared"})

    return Column(
        name,
        _title(name, found, formats),
        cell,
        value=value,
        width=112,
        min_width=88,
        align=Align.RIGHT,
        drop=drop,
        sortable=False,
    )


def _title(name: str, found: CashForecast, formats: Formats) -> Callable[[], str]:
    if name in {"compared", "difference"}:
        known = found.opening is not None

        def compared() -> str:
            if name == "difference":
                return say("cash_sheet.difference", formats.lang)
            if known:
                return translate("CashPanel", "Scenario balance")
            return translate("CashPanel", "Scenario net")

        return compared
    if name == "sales":
        return lambda: translate("CashPanel", "New sales")
    if name == "announced":
        return lambda: translate("CashPanel", "Announced")
    if name == "claims":
        return lambda: translate("CashPanel", "Claims")
    return lambda: say(f"cash.part.{name}", formats.lang)
