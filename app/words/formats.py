"""Numbers, days and money as people read them: shared by the window, the papers and the command line.

Amounts come in as integer minor units with the currency's exponent (2 for CNY, 0 for JPY);
rounding is half up, away from zero, and only ever for display. No float takes part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from app.words import say

MINUS = "−"
DASH = "–"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def amount(minor: int, exponent: int, *, decimals: bool = True, zero_dash: bool = False) -> str:
    """Minor units with thousands separators: ``−1,234.50``; ``zero_dash`` shows nothing as "–"."""
    if zero_dash and minor == 0:
        return DASH
    if not decimals and exponent:
        minor, exponent = _half_up(minor, 10**exponent), 0
    digits = str(abs(minor)).zfill(exponent + 1)
    cut = len(digits) - exponent
    text = f"{int(digits[:cut]):,}" + (f".{digits[cut:]}" if exponent else "")
    return MINUS + text if minor < 0 else text


def money(minor: int, exponent: int, currency: str, lang: str) -> str:
    """An amount in a sentence: ``人民币 253,166.69 元``, ``美元 1,000.00``, ``USD 46,569.60``."""
    figures = amount(minor, exponent)
    if lang != "zh":
        return f"{currency} {figures}"
    if currency == "CNY":
        return f"人民币 {figures} 元"
    return f"{currency_name(currency, lang)} {figures}"


@lru_cache(maxsize=256)
def currency_name(currency: str, lang: str) -> str:
    """The currency's name in the language (人民币, US Dollar); the code where CLDR has none."""
    from babel.numbers import get_currency_name  # noqa: PLC0415 - Babel loads only when a name is shown

    return get_currency_name(currency, locale="zh_CN" if lang == "zh" else "en_GB")


@lru_cache(maxsize=512)
def country_name(code: str, lang: str) -> str:
    """The country's name in the language (德国, Germany); the code where CLDR has none."""
    from babel import Locale  # noqa: PLC0415 - Babel loads only when a name is shown

    return str(Locale.parse("zh_CN" if lang == "zh" else "en_GB").territories.get(code, code))


@lru_cache(maxsize=1)
def countries() -> tuple[str, ...]:
    """Codes of all countries and territories, two letters each."""
    from babel import Locale  # noqa: PLC0415 - Babel loads only when names are shown

    known = (str(code) for code in Locale.parse("en_GB").territories)
    return tuple(sorted(code for code in known if len(code) == 2 and code.isalpha() and code != "ZZ"))  # noqa: PLR2004 - ISO 3166 alpha-2


def unit_name(currency: str, lang: str) -> str:
    """The money a table's figures stand in: 人民币元, 美元; the code in English."""
    if lang != "zh":
        return currency
    return "人民币元" if currency == "CNY" else currency_name(currency, lang)


def count(number: int) -> str:
    """A whole number with thousands separators and a true minus."""
    return amount(number, 0)


def percent(part: int, whole: int, places: int = 1) -> str:
    """``part`` of ``whole`` as ``33.0%``; "–" when there is no whole to compare with."""
    if whole == 0:
        return DASH
    return ratio(Decimal(part) / Decimal(whole), places)


def ratio(value: Decimal, places: int = 1) -> str:
    """A ratio as a percentage: ``Decimal("0.33")`` gives ``33.0%``."""
    scaled = (value * 100).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{abs(scaled):,f}%"
    return MINUS + text if scaled < 0 else text


def rate_text(number: Decimal) -> str:
    """A rate without trailing zeros but with two places at least: 3.10, 0.05, 13.975."""
    whole, _, part = format(number.normalize(), "f").partition(".")
    return f"{whole}.{part:0<2}"


def exact_amount(minor: Fraction, exponent: int) -> str:
    """An exact count of minor units with two more places than the currency has, four at most."""
    wanted = min(exponent + 2, 4)
    scaled = Decimal(minor.numerator).scaleb(wanted - exponent) / Decimal(minor.denominator)
    return amount(_whole(scaled), wanted)


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def spoken(code: str, lang: str, params: Mapping[str, object]) -> str:
    """The sentence for a code, its days written as in a sentence."""
    said = {
        name: day_in_sentence(value, lang) if isinstance(value, date) else value
        for name, value in params.items()
    }
    return say(code, lang, **said)


def day_in_column(on: date | None, lang: str) -> str:
    """A day in a table: ``2025-12-31`` in Chinese, ``31 Dec 2025`` in English; empty for none."""
    if on is None:
        return ""
    return on.isoformat() if lang == "zh" else f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def day_in_sentence(on: date, lang: str, *, year: bool = True) -> str:
    """A day within text: ``2025 年 12 月 31 日`` or ``31 Dec 2025``; without year when asked."""
    if lang == "zh":
        return (f"{on.year} 年 " if year else "") + f"{on.month} 月 {on.day} 日"
    return f"{on.day} {_MONTHS[on.month - 1]}" + (f" {on.year}" if year else "")


def days(number: int, lang: str) -> str:
    """A count of days: ``3 天``, ``1 day``, ``3 days``."""
    return say("days.count", lang, n=number, days=count(number))


def age(days_overdue: int, lang: str) -> str:
    """How an item stands: ``逾期 41 天``, ``今天到期``, ``还有 12 天``; ``41 d late``, ``in 12 d``."""
    if days_overdue == 0:
        return say("age.today", lang)
    code = "age.late" if days_overdue > 0 else "age.ahead"
    return say(code, lang, days=count(abs(days_overdue)))


def countdown(days_left: int, lang: str) -> str:
    """Our own deadline: ``超期 3 天``, ``今天``, ``剩 6 天``; ``3 d late``, ``Today``, ``6 d left``."""
    if days_left == 0:
        return say("countdown.today", lang)
    code = "countdown.left" if days_left > 0 else "countdown.late"
    return say(code, lang, days=count(abs(days_left)))


def bucket_labels(
    limits: Sequence[int], lang: str, *, basis: str = "due", full: bool = False
) -> tuple[str, ...]:
    """Names of all aging buckets, not due first; ``full`` says 逾期 / overdue in the first range.

    Counted from the invoice date (``basis="invoice"``) nothing is "not due": the first is day 0.
    """
    due = basis == "due"
    names = [say("bucket.not_due" if due else "bucket.same_day", lang)]
    low = 1
    for limit in limits:
        code = "bucket.first" if full and due and low == 1 else "bucket.range"
        names.append(say("bucket.day" if low == limit else code, lang, low=low, high=limit))
        low = limit + 1
    names.append(say("bucket.over", lang, low=limits[-1]))
    return tuple(names)


def _half_up(number: int, unit: int) -> int:
    """Whole units nearest to ``number`` parts, halves away from zero."""
    whole = (abs(number) + unit // 2) // unit
    return -whole if number < 0 else whole
