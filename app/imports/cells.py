"""Cells as texts and codes: cleaned of what spreadsheets and keyboards leave behind."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.importing import Cell

_SAFE_DIGITS = 10**15
"""A number cell keeps fifteen digits; a longer code has lost its last ones."""


class LostDigitsError(ValueError):
    """A code that a spreadsheet turned into a rounded number."""


def clean(text: str) -> str:
    """One line without NULs, the marks of Excel's text cells, and blanks of any width around."""
    if is_clean(text):
        return text
    text = text.replace("\x00", "").replace("\ufeff", "").replace("\u200b", "")
    text = " ".join(text.split())
    return text.removeprefix("'")


def is_clean(text: str) -> bool:
    """True for a text that cleaning would leave as it is; most are."""
    return (
        text.isprintable() and "  " not in text and not text.startswith((" ", "'")) and not text.endswith(" ")
    )


def as_text(cell: Cell) -> str:
    """A cell as a person would read it; whole numbers without a decimal point, days as ISO."""
    if isinstance(cell, str):
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def as_code(cell: Cell) -> str:
    """A number, code or reference; raises ``LostDigitsError`` when digits were rounded away."""
    if isinstance(cell, float):
        if abs(cell) >= _SAFE_DIGITS:
            raise LostDigitsError
        return as_text(cell)
    text = as_text(cell)
    if "+" in text and _is_scientific(text):
        raise LostDigitsError
    return text


def _is_scientific(text: str) -> bool:
    """True for 9.1E+17: what is left of a long code after a spreadsheet has shown it as a number."""
    mantissa, mark, power = text.upper().partition("E+")
    return bool(mark) and power.isdigit() and mantissa.replace(".", "", 1).isdigit()
