"""Blocks of the credit report: its title, facts two to a row, and the months' bars of days late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.credit_report import CreditReport
from app.domain.customer_behaviour import MonthLate
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size
from app.words import say
from app.words.formats import count, day_in_sentence

_ROW = 16.0
_LABEL = 104.0
_BARS = 52.0
_CHART = _BARS + 44


def customer_name(report: CreditReport, lang: str) -> str:
    """The name the report uses in a language."""
    customer = report.customer
    return customer.name if lang == "zh" else customer.name_en or customer.name


@dataclass(frozen=True, slots=True)
class Title:
    """客户信用报告 with its day, and below it the customer."""

    report: CreditReport
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Title, customer, space after."""
        return 38 + 16 * len(self._names())

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title on the left, day on the right, then whom it is about."""
        pen.text(x, top - 18, say("credit_report.title", self.lang), 18, bold=True)
        day = say("credit_report.as_of", self.lang, day=day_in_sentence(self.report.as_of, self.lang))
        pen.text_right(x + self.measure, top - 18, day, 9.5, colour=ink.SECONDARY)
        for row, line in enumerate(self._names()):
            pen.text(x, top - 44 - 16 * row, line, 12, bold=True)

    def _names(self) -> Sequence[str]:
        return clipped(customer_name(self.report, self.lang), BOLD, 12, self.measure, 4)


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts as label and value, two to a row; long values take more lines."""

    facts: tuple[tuple[str, str], ...]
    measure: float

    @property
    def height(self) -> float:
        """All rows and the space after."""
        return sum(self._high(row) for row in self._rows()) + 8

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Labels in grey, values beside them."""
        for row in self._rows():
            for place, (name, value) in enumerate(row):
                left = x + place * self.measure / 2
                size = fitting_size(name, REGULAR, 9, _LABEL - 8)
                pen.text(left, top - 12, name, size, colour=ink.SECONDARY)
                for number, line in enumerate(self._lines(value)):
                    pen.text(left + _LABEL, top - 12 - 13 * number, line, 9.5)
            top -= self._high(row)

    def _rows(self) -> list[Sequence[tuple[str, str]]]:
        return [self.facts[at : at + 2] for at in range(0, len(self.facts), 2)]

    def _high(self, row: Sequence[tuple[str, str]]) -> float:
        return _ROW + 13 * (max(len(self._lines(value)) for _, value in row) - 1)

    def _lines(self, value: str) -> Sequence[str]:
        return clipped(value, REGULAR, 9.5, self.measure / 2 - _LABEL - 10, 4)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part that does not begin with a table, set as a table's own."""

    text: str

    @property
    def height(self) -> float:
        """The words and the space after."""
        return 22.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Bold."""
        pen.text(x, top - 13, self.text, 11, bold=True)


@dataclass(frozen=True, slots=True)
class MonthBars:
    """Twelve months of amount-weighted days late: late rises above the line, early hangs below it."""

    months: tuple[MonthLate, ...]
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Caption, bars, the months' names and how many were settled."""
        return _CHART + 16

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Each month its bar with its figure, then its name and count; a month without any says so."""
        pen.text(x, top - 10, say("credit_report.months", self.lang), 8.5, colour=ink.SECONDARY)
        top -= 16
        cell = self.measure / max(len(self.months), 1)
        most, least = self._ends()
        span = float(most - least) or 1.0
        zero = top - 12 - _BARS * float(most) / span
        for number, month in enumerate(self.months):
            left = x + number * cell
            if month.days_late is not None:
                self._bar(pen, left + cell * 0.25, zero, cell * 0.5, month.days_late, _BARS / span)
            self._centred(
                pen, left, top - _BARS - 26, cell, say(f"month.{month.month.month}", self.lang), ink.SECONDARY
            )
            self._centred(pen, left, top - _BARS - 36, cell, count(month.settled), ink.TERTIARY)
        pen.rule(x, zero, self.measure, 0.5, ink.SECONDARY)

    def _ends(self) -> tuple[Decimal, Decimal]:
        """The largest and smallest value on the scale, nought among them."""
        values = [month.days_late for month in self.months if month.days_late is not None]
        return max([*values, Decimal(0)]), min([*values, Decimal(0)])

    def _bar(self, pen: Pen, x: float, zero: float, wide: float, days: Decimal, scale: float) -> None:
        high = max(1.0, abs(float(days)) * scale)
        bottom = zero if days > 0 else zero - high
        pen.block(x, bottom, wide, high, ink.bucket_colour(2, 4) if days > 0 else ink.NOT_DUE)
        figure = count(int(days.to_integral_value()))
        at = zero + high + 3 if days > 0 else zero - high - 8
        self._centred(pen, x - wide / 2, at, wide * 2, figure, ink.TEXT)

    def _centred(self, pen: Pen, x: float, y: float, room: float, text: str, colour: str) -> None:
        size = fitting_size(text, REGULAR, 7.5, room - 2)
        pen.text(x + (room - width(text, REGULAR, size)) / 2, y, text, size, colour=colour)
