"""What a column of a table is: its title, how a row's cell looks, sorts, copies and narrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from app.domain.money import to_major

if TYPE_CHECKING:
    from datetime import date

    from app.ui.formats import Formats

R = TypeVar("R")
CHECK = "__check"
"""Key of the column that holds the check boxes."""
DASH = "–"


class Align(IntEnum):
    """Where a cell's content stands."""

    LEFT = 0
    RIGHT = 1
    CENTER = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """How one cell looks.

    ``tone`` is a text token ("" body, "secondary", "tertiary", "accent", or a status);
    ``chip`` a status tone, or a grade such as ``grade.B``, that puts the text in a chip; ``chips`` are
    several of them as pairs of text and tone (``text`` says them all); ``heat`` an
    aging bucket with the number of overdue buckets and the share (0..1) of the largest cell; ``bar`` a
    share for a usage bar.
    """

    text: str
    tone: str = ""
    strong: bool = False
    chip: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    heat: tuple[int, int, float] | None = None
    bar: float | None = None
    icon: str = ""
    tip: str = ""

    @property
    def said(self) -> str:
        """The cell for a screen reader: also where the eye gets an icon or a bar."""
        share = "" if self.bar is None else f"{self.bar * 100:,.0f}%"
        return self.text or self.tip or share


EMPTY = Cell("")
WAITING = Cell("…", tone="tertiary")


def _nothing(_row: object) -> str:
    return ""


def _untold() -> str:
    return ""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: ``cell`` for the eye, ``value`` for sorting, ``plain`` for the clipboard.

    ``width`` is preferred and ``min_width`` least, in pixels; ``stretch`` weighs its share of
    spare room. Columns with ``drop`` above 0 leave first, lowest number first, when the table
    gets narrow; ``hidden`` ones start unticked in the column chooser; ``fixed`` cannot be hidden.
    """

    key: str
    title: Callable[[], str]
    cell: Callable[[R], Cell]
    value: Callable[[R], object] = _nothing
    plain: Callable[[R], str] | None = None
    width: int = 120
    min_width: int = 64
    stretch: int = 0
    align: Align = Align.LEFT
    drop: int = 0
    sortable: bool = True
    descending_first: bool = False
    hidden: bool = False
    fixed: bool = False
    told: Callable[[], str] = _untold
    """What a screen reader says where the eye needs no title."""

    def copy_text(self, row: R) -> str:
        """The cell for the clipboard: raw numbers and ISO dates where they differ from the eye's."""
        return self.plain(row) if self.plain is not None else self.cell(row).text


def check_column() -> Column[object]:
    """The check boxes, always first."""
    return Column(CHECK, lambda: "", lambda _row: EMPTY, width=36, min_width=36, sortable=False, fixed=True)


def text_column(
    key: str,
    title: Callable[[], str],
    text: Callable[[R], str],
    *,
    strong: bool = False,
    tone: str = "",
    width: int = 160,
    min_width: int = 72,
    stretch: int = 0,
    drop: int = 0,
    sortable: bool = True,
    hidden: bool = False,
    fixed: bool = False,
    align: Align = Align.LEFT,
) -> Column[R]:
    """A column of words."""
    return Column(
        key,
        title,
        lambda row: Cell(text(row), tone=tone, strong=strong),
        value=text,
        width=width,
        min_width=min_width,
        stretch=stretch,
        drop=drop,
        sortable=sortable,
        hidden=hidden,
        fixed=fixed,
        align=align,
    )


def amount_column(
    key: str,
    title: Callable[[], str],
    minor: Callable[[R], int],
    currency: Callable[[R], str],
    formats: Formats,
    *,
    whole: bool = False,
    zero_dash: bool = False,
    strong: bool = False,
    heat: Callable[[R], tuple[int, int, float] | None] | None = None,
    width: int = 112,
    min_width: int = 80,
    stretch: int = 0,
    drop: int = 0,
    sortable: bool = True,
    hidden: bool = False,
    fixed: bool = False,
) -> Column[R]:
    """A column of amounts in minor units; ``zero_dash`` shows nothing as a tertiary "–"."""

    def cell(row: R) -> Cell:
        amount = minor(row)
        if zero_dash and amount == 0:
            return Cell(DASH, tone="tertiary")
        write = formats.whole if whole else formats.amount
        text = write(amount, currency(row))
        return Cell(text, strong=strong, heat=heat(row) if heat is not None else None)

    return Column(
        key,
        title,
        cell,
        value=minor,
        plain=lambda row: f"{to_major(minor(row), currency(row)):f}",
        width=width,
        min_width=min_width,
        stretch=stretch,
        align=Align.RIGHT,
        drop=drop,
        sortable=sortable,
        descending_first=True,
        hidden=hidden,
        fixed=fixed,
    )


def count_column(
    key: str,
    title: Callable[[], str],
    number: Callable[[R], int],
    formats: Formats,
    *,
    zero_dash: bool = False,
    width: int = 72,
    min_width: int = 56,
    drop: int = 0,
    sortable: bool = True,
    hidden: bool = False,
) -> Column[R]:
    """A column of whole numbers."""

    def cell(row: R) -> Cell:
        found = number(row)
        if zero_dash and found == 0:
            return Cell(DASH, tone="tertiary")
        return Cell(formats.count(found))

    return Column(
        key,
        title,
        cell,
        value=number,
        plain=lambda row: str(number(row)),
        width=width,
        min_width=min_width,
        align=Align.RIGHT,
        drop=drop,
        sortable=sortable,
        descending_first=True,
        hidden=hidden,
    )


def day_column(
    key: str,
    title: Callable[[], str],
    day: Callable[[R], date | None],
    formats: Formats,
    *,
    width: int = 100,
    min_width: int = 96,
    drop: int = 0,
    sortable: bool = True,
    hidden: bool = False,
) -> Column[R]:
    """A column of dates; no date stays empty and sorts last."""

    def plain(row: R) -> str:
        on = day(row)
        return on.isoformat() if on is not None else ""

    return Column(
        key,
        title,
        lambda row: Cell(formats.day(day(row))),
        value=day,
        plain=plain,
        width=width,
        min_width=min_width,
        align=Align.RIGHT,
        drop=drop,
        sortable=sortable,
        descending_first=True,
        hidden=hidden,
    )
