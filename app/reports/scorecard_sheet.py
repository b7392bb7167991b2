"""A card's weights and bins as a workbook that reads back: a row per family, weight, bin, special answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.domain.scorecard import InputKind, Scorecard
from app.reports.table_export import write_text_rows
from app.words import codes, say

_WIDTHS = (24, 14, 16, 12, 12, 40)
_COLUMNS = ("code", "what", "from", "to", "figure", "name")


def write(card: Scorecard, path: Path, lang: str) -> None:
    """Codes stay codes in the first two columns, so that the file reads back in either language."""
    titles = [say(f"card_sheet.{name}", lang) for name in _COLUMNS]
    write_text_rows(path, say("card_sheet.sheet", lang), titles, _rows(card, lang), _WIDTHS)


def _rows(card: Scorecard, lang: str) -> Iterator[list[str]]:
    for family in card.families:
        yield [family.code, "family", "", "", str(family.weight), _name(f"family.{family.code}", lang)]
    for indicator in card.indicators():
        name = indicator.name or _name(f"indicator.{indicator.code}", lang)
        figures = {
            "weight": indicator.weight,
            "missing": indicator.missing,
            "out_of_range": indicator.out_of_range,
        }
        for what, figure in figures.items():
            yield [indicator.code, what, "", "", str(figure), name]
        for each in indicator.bins:
            low = each.choice if indicator.kind is InputKind.CHOICE else _number(each.low)
            yield [indicator.code, "bin", low, _number(each.high), str(each.points), name]


def _number(value: object) -> str:
    return "" if value is None else str(value)


def _name(code: str, lang: str) -> str:
    return say(code, lang) if code in codes() else ""
