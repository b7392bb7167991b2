"""The cash forecast as a workbook: weeks and chart, every open item, own money, how well the rule did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.calendar import Holiday
from app.domain.cash_backtest import CashBacktest, HorizonError
from app.domain.cash_forecast import Flow
from app.domain.money import exponent, to_major
from app.reports.workbook import workbook
from app.words import say
from app.words.formats import amount, day_in_column, day_in_sentence, ratio

_HEAD = 4
"""Rows above the titles of a sheet."""
_MONEY = ("habit", "announced", "claims", "sales", "incomes", "outflows", "net", "balance")
_WIDE, _USUAL = 30, 16


@dataclass(frozen=True, slots=True)
class SheetWeek:
    """A week: minor base units by column, None where nothing is known."""

    start: date
    figures: Mapping[str, int | None]
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An open amount: a week's number or the code of its part, its day and range, and why."""

    customer: str
    customer_en: str
    number: str
    due: date
    amount: int
    currency: str
    base: int
    week: int | None
    why: str
    on: date | None
    low: date | None
    high: date | None
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CashPaper:
    """What the workbook says; ``beyond`` are the parts outside the weeks as code, parameters, minor units."""

    as_of: date
    currency: str
    weeks: Sequence[SheetWeek]
    beyond: Sequence[tuple[str, Mapping[str, object], int]]
    receivables: int
    items: Sequence[SheetItem]
    flows: Sequence[Flow]
    opening: tuple[date, int, str] | None = None
    overlay: tuple[str, str] | None = None
    backtest: CashBacktest | None = None
    company_habit: int = 0


def write(paper: CashPaper, path: Path, lang: str) -> None:
    """Write the workbook; texts stay texts, whatever they begin with."""
    with workbook(path) as book:
        _Book(book, paper, lang).fill()


class _Book:
    """The four sheets."""

    def __init__(self, book: Any, paper: CashPaper, lang: str) -> None:
        self._book, self._paper, self._lang = book, paper, lang
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._title = book.add_format({"bold": True, "font_size": 13})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._formats: dict[tuple[int, bool], Any] = {}

    def fill(self) -> None:
        """Weeks, items, own money, and the back-test where it was run."""
        self._weeks()
        self._items()
        self._flows()
        if self._paper.backtest is not None:
            self._backtest(self._paper.backtest)

    def _say(self, code: str, **params: object) -> str:
        return say(code, self._lang, **params)

    def _sheet(self, name: str, titles: Sequence[str], wide: Sequence[int] = ()) -> Any:
        paper = self._paper
        sheet = self._book.add_worksheet(self._say(f"cash_sheet.{name}"))
        sheet.write_string(0, 0, f"{self._say('cash_sheet.title')} · {paper.currency}", self._title)
        sheet.write_string(1, 0, self._opening())
        sheet.write_string(2, 0, self._say("cash.rule", days=paper.company_habit))
        for column, title in enumerate(titles):
            sheet.write_string(_HEAD, column, title, self._bold)
            sheet.set_column(column, column, _WIDE if column in wide else _USUAL)
        sheet.freeze_panes(_HEAD + 1, 1)
        return sheet

    def _opening(self) -> str:
        if self._paper.opening is None:
            return self._say("cash_sheet.no_opening")
        on, minor, source = self._paper.opening
        return self._say(
            "cash_sheet.opening",
            amount=amount(minor, exponent(self._paper.currency)),
            day=day_in_sentence(on, self._lang),
            source=source or self._say("cash_sheet.no_source"),
        )

    def _money(self, sheet: Any, row: int, column: int, minor: int | None, currency: str = "") -> None:
        if minor is None:
            return
        code = currency or self._paper.currency
        places = exponent(code)
        if (places, False) not in self._formats:
            decimals = "." + "0" * places if places else ""
            self._formats[places, False] = self._book.add_format({"num_format": f"#,##0{decimals}"})
        sheet.write_number(row, column, float(to_major(minor, code)), self._formats[places, False])

    def _date(self, sheet: Any, row: int, column: int, day: date | None) -> None:
        if day is not None:
            sheet.write_datetime(row, column, day, self._day)

    # -- weeks ----------------------------------------------------------------------------------

    def _columns(self) -> list[tuple[str, str]]:
        """Columns of figures with their titles."""
        shown = [(name, self._say(f"cash.part.{name}")) for name in _MONEY]
        shown += [(name, self._say(f"cash_sheet.{name}")) for name in ("low", "high")]
        if self._paper.overlay is not None:
            code, name = self._paper.overlay
            named = self._say(f"overlay.{code}") if code else name
            title = "compared" if self._paper.opening is not None else "compared_net"
            shown.append(("compared", f"{self._say(f'cash_sheet.{title}')} ({named})"))
            shown.append(("difference", self._say("cash_sheet.difference")))
        return shown

    def _weeks(self) -> None:
        columns = self._columns()
        titles = [
            self._say("cash_sheet.week"),
            *(title for _, title in columns),
            self._say("cash_sheet.holidays"),
        ]
        sheet = self._sheet("weeks", titles)
        row = _HEAD + 1
        for week in self._paper.weeks:
            self._date(sheet, row, 0, week.start)
            for column, (name, _) in enumerate(columns, 1):
                self._money(sheet, row, column, week.figures.get(name))
            names = dict.fromkeys(one.zh if self._lang == "zh" else one.en for one in week.holidays)
            sheet.write_string(row, len(columns) + 1, ", ".join(names))
            row += 1
        self._chart(sheet, row, columns)
        self._beyond(sheet, row + 1)

    def _beyond(self, sheet: Any, row: int) -> None:
        within = sum(
            sum(week.figures.get(name) or 0 for name in ("habit", "announced", "claims"))
            for week in self._paper.weeks
        )
        sheet.write_string(row, 0, self._say("cash.part.collections"))
        self._money(sheet, row, 1, within)
        for place, (code, params, minor) in enumerate(self._paper.beyond, row + 1):
            sheet.write_string(place, 0, self._say(code, **params))
            self._money(sheet, place, 1, minor)
        last = row + 1 + len(self._paper.beyond)
        sheet.write_string(last, 0, self._say("cash_sheet.receivables"), self._bold)
        self._money(sheet, last, 1, self._paper.receivables)

    def _chart(self, sheet: Any, end: int, columns: Sequence[tuple[str, str]]) -> None:
        """Columns of what comes and goes, with the balance as a line."""
        name = self._say("cash_sheet.weeks")
        first, last = _HEAD + 1, end - 1
        places = {key: column for column, (key, _) in enumerate(columns, 1)}
        chart = self._book.add_chart({"type": "column", "subtype": "stacked"})
        colours = {"habit": "#1F5F8B", "announced": "#8FB8D3", "claims": "#B9CFDD", "sales": "#D5DEE4"}
        for key, colour in colours.items():
            chart.add_series(
                {
                    "name": [name, _HEAD, places[key]],
                    "categories": [name, first, 0, last, 0],
                    "values": [name, first, places[key], last, places[key]],
                    "fill": {"color": colour},
                }
            )
        if any(week.figures.get("balance") is not None for week in self._paper.weeks):
            line = self._book.add_chart({"type": "line"})
            for key in ("balance", "compared"):
                if key in places:
                    line.add_series(
                        {
                            "name": [name, _HEAD, places[key]],
                            "categories": [name, first, 0, last, 0],
                            "values": [name, first, places[key], last, places[key]],
                            "line": {"dash_type": "dash"} if key == "compared" else {},
                        }
                    )
            chart.combine(line)
        chart.set_title({"name": f"{self._say('cash_sheet.title')} ({self._paper.currency})"})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 980, "height": 360})
        sheet.insert_chart(end + len(self._paper.beyond) + 5, 0, chart)

    # -- what is behind -------------------------------------------------------------------------

    def _items(self) -> None:
        names = "customer number due amount currency base part on from to why".split()
        sheet = self._sheet("items", [self._say(f"cash_sheet.{name}") for name in names], wide=(0, 10))
        weeks = self._paper.weeks
        for row, one in enumerate(self._paper.items, _HEAD + 1):
            sheet.write_string(
                row, 0, (one.customer_en or one.customer) if self._lang == "en" else one.customer
            )
            sheet.write_string(row, 1, one.number)
            self._date(sheet, row, 2, one.due)
            self._money(sheet, row, 3, one.amount, one.currency)
            sheet.write_string(row, 4, one.currency)
            self._money(sheet, row, 5, one.base)
            sheet.write_string(row, 6, self._part(one, len(weeks)))
            self._date(sheet, row, 7, one.on)
            self._date(sheet, row, 8, one.low)
            self._date(sheet, row, 9, one.high)
            sheet.write_string(row, 10, self._say(f"cash.why.{one.why}", **one.params))
        sheet.autofilter(_HEAD, 0, _HEAD + max(1, len(self._paper.items)), len(names) - 1)

    def _part(self, one: SheetItem, weeks: int) -> str:
        if one.week is not None:
            return day_in_column(self._paper.weeks[one.week].start, self._lang)
        if one.on is not None:
            return self._say("cash.later", weeks=weeks)
        return self._say(f"forecast.left_out.{one.why}")

    def _flows(self) -> None:
        names = "day label kind out currency base".split()
        sheet = self._sheet("flows", [self._say(f"cash_sheet.{name}") for name in names], wide=(1,))
        for row, one in enumerate(self._paper.flows, _HEAD + 1):
            self._date(sheet, row, 0, one.on)
            sheet.write_string(row, 1, one.label)
            sheet.write_string(row, 2, self._say(f"cash_kind.{one.kind}"))
            self._money(sheet, row, 3, one.amount, one.currency)
            sheet.write_string(row, 4, one.currency)
            self._money(sheet, row, 5, one.base)

    def _backtest(self, found: CashBacktest) -> None:
        names = ("horizon", "cases", "said", "came")
        titles = [
            *(self._say(f"cash_sheet.{name}") for name in names),
            "MAE",
            self._say("cash_sheet.bias"),
            "WAPE",
        ]
        sheet = self._sheet("backtest", titles)
        sheet.write_string(3, 0, self._say("cash.backtest_rule"))
        row = _HEAD + 1
        for one in (*found.horizons, found.total):
            self._horizon(sheet, row, one)
            row += 1
        if found.few:
            sheet.write_string(row + 1, 0, self._say("cash.few", n=len(found.origins)))

    def _horizon(self, sheet: Any, row: int, one: HorizonError) -> None:
        if one.week:
            sheet.write_number(row, 0, one.week)
        else:
            sheet.write_string(row, 0, self._say("cash_sheet.whole"), self._bold)
        sheet.write_number(row, 1, one.n)
        self._money(sheet, row, 2, one.said)
        self._money(sheet, row, 3, one.came)
        for column, value in ((4, one.mae), (5, one.bias)):
            self._money(sheet, row, column, None if value is None else round(value))
        if one.wape is not None:
            sheet.write_string(row, 6, ratio(one.wape))
