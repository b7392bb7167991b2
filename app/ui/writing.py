"""How the user likes days and figures written in the window; papers keep to their language's way."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.ports import Preferences

Style = TypeVar("Style", bound=StrEnum)
_MINUS = "−"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class DayStyle(StrEnum):
    """How a day stands in a column and in a field."""

    LANGUAGE = "language"
    ISO = "iso"
    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    DOTTED = "dotted"
    MONTH_FIRST = "month_first"


class GroupStyle(StrEnum):
    """What stands between thousands; the decimal sign is a full stop in every one.

    A decimal comma is not offered: letters, papers and files of the same company would then write
    "1.234" for what the window calls "1,234".
    """

    COMMA = "comma"
    SPACE = "space"
    APOSTROPHE = "apostrophe"
    NONE = "none"


class NegativeStyle(StrEnum):
    """How an amount below zero is marked."""

    MINUS = "minus"
    PARENTHESES = "parentheses"


_PATTERNS = {
    DayStyle.ISO: ("%Y-%m-%d", "%m-%d", "yyyy-MM-dd"),
    DayStyle.YEAR_FIRST: ("%Y/%m/%d", "%m/%d", "yyyy/MM/dd"),
    DayStyle.DAY_FIRST: ("%d/%m/%Y", "%d/%m", "dd/MM/yyyy"),
    DayStyle.DOTTED: ("%d.%m.%Y", "%d.%m.", "dd.MM.yyyy"),
    DayStyle.MONTH_FIRST: ("%m/%d/%Y", "%m/%d", "MM/dd/yyyy"),
}
"""Per style: a day, a day without its year, and the pattern of Qt's fields."""
_OF_LANGUAGE = {"zh": "yyyy-MM-dd", "en": "d MMM yyyy"}
_SEPARATORS = {
    GroupStyle.COMMA: ",",
    GroupStyle.SPACE: "\N{NO-BREAK SPACE}",
    GroupStyle.APOSTROPHE: "’",
    GroupStyle.NONE: "",
}


@dataclass(frozen=True, slots=True)
class Writing:
    """The user's choice of all three."""

    days: DayStyle = DayStyle.LANGUAGE
    groups: GroupStyle = GroupStyle.COMMA
    negatives: NegativeStyle = NegativeStyle.MINUS

    def grouped(self, text: str) -> str:
        """Figures written with commas, alone or in a sentence, with what the user likes instead."""
        if self.groups is GroupStyle.COMMA:
            return text
        return _THOUSANDS.sub(_SEPARATORS[self.groups], text)

    def figure(self, text: str) -> str:
        """A figure written ``−1,234.50`` as the user likes it."""
        written = self.grouped(text)
        if self.negatives is NegativeStyle.PARENTHESES and written.startswith(_MINUS):
            return f"({written[1:]})"
        return written

    def plain(self, text: str) -> str:
        """A figure written as the user likes it, as it is without that: ``−1,234.50``."""
        if self.negatives is NegativeStyle.PARENTHESES and text.startswith("(") and text.endswith(")"):
            text = f"{_MINUS}{text[1:-1]}"
        separator = _SEPARATORS[self.groups]
        return text.replace(separator, ",") if separator else text

    def day(self, on: date) -> str | None:
        """A day as the user likes it; None where the language decides."""
        return None if self.days is DayStyle.LANGUAGE else on.strftime(_PATTERNS[self.days][0])

    def day_short(self, on: date) -> str | None:
        """A day without its year; None where the language decides."""
        return None if self.days is DayStyle.LANGUAGE else on.strftime(_PATTERNS[self.days][1])

    def pattern(self, lang: str) -> str:
        """The pattern of a field for days, as Qt writes patterns."""
        return _OF_LANGUAGE[lang] if self.days is DayStyle.LANGUAGE else _PATTERNS[self.days][2]

    def typed(self) -> tuple[str, ...]:
        """Patterns in which a day may be typed besides the usual ones, the likeliest first."""
        loose = self.pattern("zh").replace("MM", "M").replace("dd", "d")
        return (loose,)


_in_force = Writing()


def in_force() -> Writing:
    """What the window writes by now: fields know no language."""
    return _in_force


def figure(text: str) -> str:
    """A figure written ``−1,234.50`` as the user likes it by now, where no language is at hand."""
    return _in_force.figure(text)


def liked(params: Mapping[str, object]) -> dict[str, object]:
    """Days within what fills a sentence as the user likes them by now; the rest as it is."""
    return {name: _liked(value) for name, value in params.items()}


def _liked(value: object) -> object:
    match value:
        case date() if not isinstance(value, datetime):
            return _in_force.day(value) or value
        case str() if _DAY.fullmatch(value):  # as the log keeps a day
            with suppress(ValueError):
                return _in_force.day(date.fromisoformat(value)) or value
            return value
        case [str(code), {**params}]:
            return code, liked({str(name): given for name, given in params.items()})
        case _:
            return value


def use(writing: Writing) -> None:
    """Write by this from now on; ``Language`` says so."""
    global _in_force  # noqa: PLW0603 - one for the process, as Qt's own default locale is
    _in_force = writing


def stored(preferences: Preferences) -> Writing:
    """The remembered choice; the usual way for what is not remembered or none of ours."""
    return Writing(
        _one(DayStyle, preferences.get("write.days"), DayStyle.LANGUAGE),
        _one(GroupStyle, preferences.get("write.groups"), GroupStyle.COMMA),
        _one(NegativeStyle, preferences.get("write.negatives"), NegativeStyle.MINUS),
    )


def remember(preferences: Preferences, writing: Writing) -> None:
    """Keep the choice for the next time."""
    preferences.set("write.days", writing.days.value)
    preferences.set("write.groups", writing.groups.value)
    preferences.set("write.negatives", writing.negatives.value)


def _one(kind: type[Style], value: object, usual: Style) -> Style:
    return kind(value) if isinstance(value, str) and value in set(kind) else usual
