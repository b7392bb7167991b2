"""What the titles of a financial statement say: the periods of its columns, its unit and currency."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.importing import Cell

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WORDS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_SPAN = re.compile(_YEAR + r"\s*年?\s*1\s*(?:月)?\s*[-–—~至到]\s*(?P<m>\d{1,2})\s*月")
_QUARTER = re.compile(
    _YEAR + r"\s*年?\s*(?:第?(?P<cn>[一二三四])季度|q(?P<q>[1-4]))|q(?P<q2>[1-4])\s*" + r"(?P<y2>20\d\d)"
)
_HALF = re.compile(_YEAR + r"\s*年?\s*(?:上半年|半年度|h1)|h1\s*(?P<y2>20\d\d)")
_THREE = re.compile(_YEAR + r"\s*年?\s*前三季度")
_DAY = re.compile(_YEAR + r"\s*[年\-/.]\s*(?P<m>\d{1,2})\s*[月\-/.]\s*(?P<d>\d{1,2})\s*日?")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*[ /.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*" + _YEAR)
_DAY_NAMED = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s\-]+" + _NAME + r"[\s\-,]+" + _YEAR)
_NAMED_DAY = re.compile(_NAME + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR)
_MONTH = re.compile(_YEAR + r"\s*[年\-/.]\s*(?P<m>\d{1,2})\s*月?(?!\d)")
_MONTH_NAMED = re.compile(_NAME + r"[\s\-,]+" + _YEAR)
_ONLY_YEAR = re.compile(r"(?<!\d)" + _YEAR + r"(?!\d)")
_MONTHS_ENDED = re.compile(r"(?P<n>three|six|nine|twelve|\d{1,2})[\s\-]+months?")
_CURRENT = re.compile(r"期末|本期|本年|本月数?累计|current|this year|closing")
_BEFORE = re.compile(r"年初|期初|上年|上期|去年|prior|previous|last year|opening")
_OTHER = re.compile(r"行次|附注|注释|序号|note|增减|变动|change|%|％|variance|占比")
_UNITS = (
    (1_000_000, re.compile(r"百万元?|million|\bmn\b|[$€£¥]\s?m\b")),
    (10_000, re.compile(r"万元|ten thousand|10,?000s?\b")),
    (1_000, re.compile(r"千元|thousand|['\s$€£¥](?:000|'000)s?\b|000s\b|\bteur\b|\bk(?:eur|usd|gbp)\b")),
    (
        1,
        re.compile(r"单位\s*[::]?\s*(?:人民币|美元|欧元)?元|in (?:yuan|dollars|euros?)\b"),
    ),
)
_CURRENCIES = (
    ("HKD", re.compile(r"港币|港元|hk\$|\bhkd\b")),
    ("USD", re.compile(r"美元|us\$|\bk?usd\b|\$")),
    ("EUR", re.compile(r"欧元|€|\b[kt]?eur\b|euros?\b")),
    ("GBP", re.compile(r"英镑|£|\bk?gbp\b")),
    ("JPY", re.compile(r"日元|\bjpy\b|\byen\b")),
    ("CNY", re.compile(r"人民币|\brmb\b|\bcny\b|yuan")),
)
_DECEMBER = 12
_MOST_UNIT_TEXT = 120


@dataclass(frozen=True, slots=True)
class Period:
    """The end of a period and its months; ``months`` None where the title does not say."""

    end: date
    months: int | None = None


def folded(cell: Cell) -> str:
    """A title cell as plain lower-case text; days as ISO text."""
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else unicodedata.normalize("NFKC", str(cell)).casefold().strip()


def period_of(text: str) -> Period | None:
    """The period that a title names by itself."""
    spans = _span_of(text)
    if spans:
        return spans
    for pattern in (_DAY, _DAY_NAMED, _NAMED_DAY, _DAY_FIRST):
        for found in pattern.finditer(text):
            end = _day(int(found["y"]), _month(found), int(found["d"]))
            if end:
                return Period(end, _length(text))
    for pattern in (_MONTH, _MONTH_NAMED):
        found_month = pattern.search(text)
        if found_month and 1 <= _month(found_month) <= _DECEMBER:
            return Period(_month_end(int(found_month["y"]), _month(found_month)), _length(text))
    year = _ONLY_YEAR.search(text)
    return (
        Period(date(int(year["y"]), _DECEMBER, 31), 12 if "度" in text else _length(text)) if year else None
    )


def column_period(titles: Iterable[str], of_sheet: Period | None) -> Period | None:
    """The period of a column by its titles, the nearest first: its own, or one the sheet is about."""
    for title in titles:
        own = period_of(title)
        if own:
            return own
        if of_sheet is None:
            continue
        if _BEFORE.search(title):
            return _year_before(title, of_sheet)
        if _CURRENT.search(title):
            return of_sheet
    return None


def _year_before(title: str, of_sheet: Period) -> Period:
    """An opening balance is of the last day of the year before; else the same period a year earlier."""
    year = of_sheet.end.year - 1
    if "初" in title or "opening" in title:
        return Period(date(year, _DECEMBER, 31))
    return Period(_month_end(year, of_sheet.end.month), of_sheet.months)


def is_other(title: str) -> bool:
    """Whether a column holds no amounts: line numbers, notes, changes in per cent."""
    return bool(_OTHER.search(title))


def unit_of(titles: Iterable[str]) -> int | None:
    """1, 1,000, 10,000 or 1,000,000 as the titles say; None where they do not."""
    for title in titles:
        if len(title) <= _MOST_UNIT_TEXT:
            for unit, pattern in _UNITS:
                if pattern.search(title):
                    return unit
    return None


def currency_of(titles: Iterable[str]) -> str:
    """The currency that the titles name; "" where they do not."""
    for title in titles:
        if len(title) <= _MOST_UNIT_TEXT:
            for code, pattern in _CURRENCIES:
                if pattern.search(title):
                    return code
    return ""


def _span_of(text: str) -> Period | None:
    """Parts of a year counted from its start: 1-6月, 上半年, 前三季度, a quarter."""
    if found := _SPAN.search(text):
        month = int(found["m"])
        return Period(_month_end(int(found["y"]), month), month) if 1 <= month <= _DECEMBER else None
    if found := _HALF.search(text):
        return Period(date(int(found["y"] or found["y2"]), 6, 30), 6)
    if found := _THREE.search(text):
        return Period(date(int(found["y"]), 9, 30), 9)
    if found := _QUARTER.search(text):
        quarter = "一二三四".index(found["cn"]) + 1 if found["cn"] else int(found["q"] or found["q2"])
        return Period(_month_end(int(found["y"] or found["y2"]), 3 * quarter), 3)
    return None


def _length(text: str) -> int | None:
    found = _MONTHS_ENDED.search(text)
    if found:
        return _WORDS.get(found["n"]) or int(found["n"])
    return 12 if "year ended" in text or "年度" in text else None


def _month(found: re.Match[str]) -> int:
    groups = found.groupdict()
    return _NAMES.index(groups["name"][:3]) + 1 if groups.get("name") else int(groups["m"])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
