"""Every row of a sheet put into its class, and the customer band that stands over each item."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.importing import Cell, ImportKind, Role, RowClass
from app.imports.bands import Band, read_band
from app.imports.header import is_blank
from app.imports.rowclass import HeaderRows, filled_texts, marked_class, opening_text
from app.imports.sheet import Sheet
from app.imports.values import Values

_BAND_TEXTS = 3
_LABELLED = re.compile(
    r"^(a/c|客户|往来单位|核算项目|购货单位|customer|account)\s*(名称|编码|name)?\s*[:：]", re.IGNORECASE
)
_WITHIN = re.compile(r"^本(期|月|年|日|页)|累计|percent|^承前|^过次|^转下")
_TOTAL_NAME = re.compile(r"^total\s+\w", re.IGNORECASE)
_GROUPED_SHARE = 0.3
_GUESSES = 100


@dataclass(slots=True)
class Sorted:
    """The class of every row, and what the odd ones carry; rows count from 0.

    ``bands`` names the customer of items that name none; ``openings`` are items that only carry a
    balance forward.
    """

    classes: list[RowClass]
    items: list[int] = field(default_factory=list)
    bands: dict[int, Band] = field(default_factory=dict)
    openings: set[int] = field(default_factory=set)
    totals: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)


class RowSorter:
    """Walks down a sheet of documents once."""

    def __init__(self, sheet: Sheet, values: Values) -> None:
        self._sheet, self._values = sheet, values
        table = sheet.table
        self._header = HeaderRows(table.rows[table.header_row - 1 : sheet.start] if sheet.start else ())
        self._bands: list[Band] = []
        self._numbers = values.text(Role.NUMBER)
        self._names, self._codes = values.text(Role.CUSTOMER), values.text(Role.CUSTOMER_CODE)
        self._days = values.day(Role.INVOICE_DATE)
        self._needs_number = sheet.has(Role.NUMBER) and sheet.columns.kind is ImportKind.INVOICES
        self._complete = sheet.has(Role.INVOICE_DATE) and sheet.has(Role.NUMBER)
        self._sum_columns = {sheet.index(role) for role in values.amounts}
        self._raw_days = sheet.cells(Role.INVOICE_DATE) or [None] * sheet.count
        self._done = Sorted(self._above())

    def _above(self) -> list[RowClass]:
        """The classes of titles and header."""
        rows = self._sheet.table.rows
        first = self._sheet.table.header_row - 1
        return [
            RowClass.HEADER
            if index >= first
            else RowClass.BLANK
            if all(map(is_blank, rows[index]))
            else RowClass.TITLE
            for index in range(self._sheet.start)
        ]

    def sort(self) -> Sorted:
        """The whole sheet sorted."""
        done, days, main, numbers = self._done, self._days, self._values.main, self._numbers
        names, free = self._names, not self._needs_number
        for index in range(self._sheet.start, self._sheet.count):
            if days[index] is not None and main[index] is not None and (free or numbers[index]):
                found = RowClass.ITEM
            else:
                found = self._odd(index)
            done.classes.append(found)
            if found is RowClass.ITEM:
                done.items.append(index)
                if self._bands and not names[index]:
                    done.bands[index] = self._bands[-1]
        self._trail()
        self._fill_down()
        return done

    def _odd(self, index: int) -> RowClass:
        """The class of a row that lacks something an item has."""
        row = self._sheet.row(index)
        filled = [cell for cell in row if not is_blank(cell)]
        # A company may be called Total: such a line is a sum only when it holds a number.
        if not filled:
            return RowClass.BLANK
        if self._header.repeats(row):
            return RowClass.HEADER
        texts = filled_texts(row)
        if opening_text(texts):
            self._done.openings.add(index)
            return RowClass.ITEM
        named = bool(self._numbers[index] and (self._names[index] or self._codes[index]))
        marked = None if named else marked_class(texts)
        wordy = marked is RowClass.SUBTOTAL and self._values.main[index] is None
        if marked is not None and not (wordy and _TOTAL_NAME.match(texts[0])):
            return self._marked(index, marked, texts)
        labelled = bool(texts) and bool(_LABELLED.match(texts[0])) and self._values.main[index] is None
        if not labelled and self._claims_to_be_item(index):
            return RowClass.ITEM
        return self._nameless(index, filled, texts)

    def _marked(self, index: int, marked: RowClass, texts: Sequence[str]) -> RowClass:
        """A row that says what it is: a total also closes the customer's band."""
        if marked is RowClass.TOTAL:
            self._done.totals.append(index)
        if marked in {RowClass.TOTAL, RowClass.SUBTOTAL}:
            self._close_band(texts)
        return marked

    def _close_band(self, texts: Sequence[str]) -> None:
        """Forget the band that a subtotal ends; the totals of months and pages end none."""
        text = unicodedata.normalize("NFKC", texts[0]).casefold().strip()
        if _WITHIN.search(text):
            return
        for place in range(len(self._bands) - 1, -1, -1):
            if self._bands[place].name.casefold() in text:
                del self._bands[place:]
                return
        self._bands.clear()

    def _claims_to_be_item(self, index: int) -> bool:
        """True when two of date, number and amount are filled, though perhaps badly."""
        day = not is_blank(self._raw_days[index])
        number = bool(self._numbers[index]) or index in self._values.lost.get(Role.NUMBER, ())
        amount = self._values.main[index] is not None or any(
            index in amounts.bad for amounts in self._values.amounts.values()
        )
        named = bool(self._names[index] or self._codes[index])
        # Where the file has no column for one of them, the customer stands in for it.
        enough = day + number + amount > 1 or (amount and named and not self._complete)
        return enough or (named and number and not amount and not day)

    def _nameless(self, index: int, filled: Sequence[Cell], texts: Sequence[str]) -> RowClass:
        """A band of a few texts, or a row nobody can place."""
        plain = len(texts) == len(filled) and self._values.main[index] is None
        if plain and (len(texts) <= _BAND_TEXTS or _LABELLED.match(texts[0])):
            band = read_band(texts)
            if band.name or band.code:
                self._bands.append(band)
            return RowClass.BAND
        if self._sums_up(index):
            self._done.totals.append(index)
            return RowClass.TOTAL
        self._done.unknown.append(index)
        return RowClass.UNKNOWN

    def _sums_up(self, index: int) -> bool:
        """True for a row of amounts alone that is the sum of all items above, though it does not say so."""
        amount, row = self._values.main[index], self._sheet.row(index)
        if amount is None or len(self._done.unknown) > _GUESSES:
            return False
        if any(c not in self._sum_columns for c, cell in enumerate(row) if not is_blank(cell)):
            return False
        return bool(self._done.items) and amount == sum(
            self._values.main[item] or 0 for item in self._done.items
        )

    def _trail(self) -> None:
        """What follows the last item, without an amount, is the foot of the report."""
        done, main = self._done, self._values.main
        last = done.items[-1] if done.items else -1
        for index in range(max(last + 1, self._sheet.start), self._sheet.count):
            if done.classes[index] is RowClass.BAND or (
                done.classes[index] is RowClass.UNKNOWN and main[index] is None and last >= 0
            ):
                done.classes[index] = RowClass.FOOTER
        done.unknown = [i for i in done.unknown if done.classes[i] is RowClass.UNKNOWN]

    def _fill_down(self) -> None:
        """Where a customer is written once over many items (merged cells), it holds for all.

        A file that repeats a name from row to row does not write that way: there an empty cell is
        a name that is missing, and giving the row to the customer above would be a wrong debt.
        """
        items = self._done.items
        bare = [i for i in items if not (self._names[i] or self._codes[i] or i in self._done.bands)]
        if not items or len(bare) < len(items) * _GROUPED_SHARE or items[0] in bare:
            return
        named = [(self._names[i], self._codes[i]) for i in items]
        if any(one == other and any(one) for one, other in pairwise(named)):
            return
        last = Band()
        for index in items:
            name, code = self._names[index], self._codes[index]
            if name or code:
                last = Band(name, code)
            elif index not in self._done.bands:
                self._done.bands[index] = last


def last_totals(sorted_rows: Sorted) -> list[int]:
    """The rows that sum the whole file: of several totals only those after the last item."""
    last = sorted_rows.items[-1] if sorted_rows.items else -1
    after = [index for index in sorted_rows.totals if index > last]
    for index in sorted_rows.totals:
        if index not in after:
            sorted_rows.classes[index] = RowClass.SUBTOTAL
    return after
