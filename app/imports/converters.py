"""Whole columns to days, minor units and texts: a fast way for plain cells, a patient one for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from app.domain.importing import Cell, DateOrder
from app.domain.money import exponent
from app.imports import numbers
from app.imports.cells import LostDigitsError, as_code, as_text, is_clean
from app.imports.dates import BadDateError, parse

_CENTS = 2
_FAST_DIGITS = 14
_LARGEST = numbers.LARGEST


@dataclass(slots=True)
class Days:
    """A column of days: None where empty or bad; ``bad`` holds the reason by row."""

    values: list[date | None]
    bad: dict[int, BadDateError] = field(default_factory=dict)


def to_days(cells: Sequence[Cell], order: DateOrder) -> Days:
    """The days of a column; equal texts are read once."""
    known: dict[Cell, date | None] = {}
    faults: dict[Cell, BadDateError] = {}
    bad: dict[int, BadDateError] = {}
    values: list[date | None] = []
    for index, cell in enumerate(cells):
        kind = type(cell)
        if kind is date:
            values.append(cell)  # type: ignore[arg-type]
            continue
        if kind is datetime:
            values.append(cell.date())  # type: ignore[union-attr]
            continue
        if cell not in known:
            try:
                known[cell] = parse(cell, order)
            except BadDateError as error:
                known[cell] = None
                faults[cell] = error
        value = known[cell]
        values.append(value)
        if value is None and cell in faults:
            bad[index] = faults[cell]
    return Days(values, bad)


@dataclass(slots=True)
class Amounts:
    """A column of amounts in minor units: None where empty or bad.

    ``bad`` names rows with no amount, ``rounded`` those finer than the minor unit, ``symbols`` the
    currency sign a cell carries.
    """

    values: list[int | None]
    bad: set[int] = field(default_factory=set)
    rounded: set[int] = field(default_factory=set)
    symbols: dict[int, str] = field(default_factory=dict)


def to_amounts(
    cells: Sequence[Cell], currencies: Sequence[str], decimal: str, unit: Decimal, *, signs: bool
) -> Amounts:
    """The amounts of a column, each in the minor units of its row's currency.

    ``unit`` multiplies (10000 for 万元); ``signs`` lets a € in a cell overrule the row's currency.
    """
    amounts = Amounts([])
    values = amounts.values
    cents = unit == 1 and all(exponent(code) == _CENTS for code in set(currencies))
    dotted = cents and decimal == "."
    for index, cell in enumerate(cells):
        kind = type(cell)
        if kind is str:
            if not cell:
                values.append(None)
                continue
            fast = _plain_cents(cell) if dotted else None  # type: ignore[arg-type]
            if fast is not None:
                values.append(fast)
                continue
        elif kind is float and cents and -_LARGEST < cell < _LARGEST:  # type: ignore[operator]
            minor = round(cell * 100)  # type: ignore[operator, arg-type]
            if minor / 100 == cell:
                values.append(minor)
                continue
        values.append(_slow(amounts, index, cell, currencies[index], (decimal, unit, signs)))
    return amounts


def _plain_cents(text: str) -> int | None:
    """Cents of "1234", "1,234.5" or "-1234.56"; None for any other writing."""
    body = text[1:] if text[0] == "-" else text
    whole, _, part = body.partition(".")
    if "," in whole:
        first, *groups = whole.split(",")
        if not 0 < len(first) <= 3 or any(len(group) != 3 for group in groups):  # noqa: PLR2004 - thousands
            return None
        whole = first + "".join(groups)
    width = len(part)
    if (
        len(whole) > _FAST_DIGITS
        or width > _CENTS
        or not whole.isdecimal()
        or (width and not part.isdecimal())
    ):
        return None
    cents = int(whole + part) * (1, 10, 100)[2 - width]
    return -cents if body is not text else cents


def _slow(
    amounts: Amounts, index: int, cell: Cell, currency: str, how: tuple[str, Decimal, bool]
) -> int | None:
    """Any other cell, with what is odd about it noted."""
    decimal, unit, signs = how
    try:
        value, symbol = _decimal(cell, decimal)
    except numbers.BadNumberError:
        amounts.bad.add(index)
        return None
    if value is None:
        return None
    if abs(value * unit) >= _LARGEST:
        amounts.bad.add(index)
        return None
    if symbol and signs:
        currency = amounts.symbols[index] = numbers.currency_of(symbol, currency)
    try:
        return numbers.minor_units(value * unit, currency)
    except numbers.RoundedError as error:
        amounts.rounded.add(index)
        return error.minor


def _decimal(cell: Cell, decimal: str) -> tuple[Decimal | None, str]:
    """The exact amount of one cell and the currency sign in it."""
    if cell is None:
        return None, ""
    if isinstance(cell, str):
        return numbers.parse_with_currency(cell, decimal)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise numbers.BadNumberError(str(cell))
    if isinstance(cell, float):
        return numbers.float_to_decimal(cell), ""
    return Decimal(cell), ""


def to_texts(cells: Sequence[Cell]) -> list[str]:
    """The cleaned texts of a column; equal cells are cleaned once."""
    known: dict[Cell, str] = {}
    texts: list[str] = []
    for cell in cells:
        text = known.get(cell)
        if text is None or type(cell) is bool:
            text = known[cell] = as_text(cell)
        texts.append(text)
    return texts


def to_codes(cells: Sequence[Cell]) -> tuple[list[str], set[int]]:
    """The numbers or codes of a column, and the rows whose digits a spreadsheet has rounded away."""
    codes: list[str] = []
    lost: set[int] = set()
    for index, cell in enumerate(cells):
        if type(cell) is str and "+" not in cell and is_clean(cell):
            codes.append(cell)
            continue
        try:
            codes.append(as_code(cell))
        except LostDigitsError:
            codes.append("")
            lost.add(index)
    return codes, lost
