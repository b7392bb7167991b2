"""Amounts, dates and counts as the window writes them in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.money import exponent
from app.words import formats

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from app.ui.i18n import Language

_SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$"}
_KIB = 1024


class Formats:
    """Writes values for the eye; raw values for the clipboard stay with the models."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @property
    def lang(self) -> str:
        """``zh`` or ``en``."""
        return self._language.code

    def _written(self, figure: str) -> str:
        return self._language.writing.figure(figure)

    def amount(self, minor: int, currency: str) -> str:
        """Minor units with thousands separators and all decimals: −1,200.00."""
        return self._written(formats.amount(minor, exponent(currency)))

    def whole(self, minor: int, currency: str) -> str:
        """Minor units rounded half up to whole major units: 1,200."""
        return self._written(formats.amount(minor, exponent(currency), decimals=False))

    def money(self, minor: int, currency: str, *, whole: bool = False) -> str:
        """An amount with its currency before it: ¥ 8,389,670 or SGD 12.00."""
        text = self.whole(minor, currency) if whole else self.amount(minor, currency)
        return f"{_SIGNS.get(currency, currency)} {text}"

    def name(self, own: str, english: str) -> str:
        """What a customer is called: in an English window by its English name, where it has one."""
        return own if self.lang == "zh" else english or own

    def currency(self, code: str) -> str:
        """A currency with its name: CNY 人民币."""
        return f"{code} {formats.currency_name(code, self.lang)}"

    def day(self, on: date | None) -> str:
        """A date for a column as the user likes it, else 2025-12-31 and in English 31 Dec 2025."""
        if on is None:
            return ""
        return self._language.writing.day(on) or formats.day_in_column(on, self.lang)

    def day_short(self, on: date | None) -> str:
        """A date without its year: 12-31, in English 31 Dec."""
        if on is None:
            return ""
        if (liked := self._language.writing.day_short(on)) is not None:
            return liked
        return f"{on:%m-%d}" if self.lang == "zh" else formats.day_in_sentence(on, "en", year=False)

    def day_in_text(self, on: date) -> str:
        """A date inside a sentence: 2025 年 12 月 31 日, in English 31 Dec 2025."""
        return formats.day_in_sentence(on, self.lang)

    def moment(self, at: datetime) -> str:
        """An instant in local time: 2025-12-31 16:42."""
        local = at.astimezone()
        return f"{self.day(local.date())} {local:%H:%M}"

    def percent(self, part: int, whole: int, places: int = 1) -> str:
        """``part`` of ``whole`` as 33.0%; "–" of nothing."""
        return self._written(formats.percent(part, whole, places))

    def count(self, number: int) -> str:
        """A count with thousands separators."""
        return self._written(formats.count(number))

    def age(self, days: int) -> str:
        """How late or early: 逾期 3 天 / 今天到期 / 还有 6 天; 3 d late / Due today / in 6 d."""
        return self._language.writing.grouped(formats.age(days, self.lang))

    def buckets(self, limits: Sequence[int], *, basis: str = "due", full: bool = False) -> tuple[str, ...]:
        """Names of the aging buckets, not due first."""
        return formats.bucket_labels(limits, self.lang, basis=basis, full=full)

    def file_size(self, size: int) -> str:
        """A file's size: 840 KB, 2.4 MB."""
        if size < _KIB * _KIB:
            return f"{max(1, round(size / _KIB)):,} KB"
        return f"{size / _KIB / _KIB:,.1f} MB"
