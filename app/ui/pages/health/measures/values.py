"""Values of key figures as the user likes figures written; papers say them in their language's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.writing import figure
from app.words import kpi_text

if TYPE_CHECKING:
    from decimal import Decimal


def number_text(value: Decimal, places: int) -> str:
    """A number rounded half up, without a unit."""
    return figure(kpi_text.number_text(value, places))


def value_text(value: Decimal | None, unit: str, lang: str) -> str:
    """A figure with its unit; "–" where there is none."""
    return figure(kpi_text.value_text(value, unit, lang))


def adds_text(value: Decimal, unit: str, lang: str) -> str:
    """What a row adds to a figure, in the operand's unit."""
    return figure(kpi_text.adds_text(value, unit, lang))
