"""The fixed parts of a statement on paper: letterhead, title, amount, bank details, seal, reply slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.company import Company
from app.domain.statement import Statement
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pdf import PORTRAIT
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size, wrap
from app.words import say
from app.words.formats import day_in_sentence

_ANSWERS = ("agreed", "differs", "paid", "other")
_SMALL = 8.5
_LINE = 13.0


def company_name(company: Company, lang: str) -> str:
    """The name our papers print in a language."""
    return company.name if lang == "zh" else company.name_en or company.name


def customer_name(statement: Statement, lang: str) -> str:
    """The name the customer is addressed by in a language."""
    customer = statement.customer
    return customer.name if lang == "zh" else customer.name_en or customer.name


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Our name and number on the left, how to reach us on the right, over the accent rule."""

    company: Company
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Down to the title."""
        return 12 * max(len(self._reach()), 2) + 30

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Name, number, address, rule."""
        name = company_name(self.company, self.lang)
        half = self.measure * 0.56
        pen.text(
            x, top - 13, clipped(name, BOLD, 14, half, 1)[0], fitting_size(name, BOLD, 14, half), bold=True
        )
        under = clipped(self._under(), REGULAR, _SMALL, half, 1)[0]
        pen.text(x, top - 27, under, _SMALL, colour=ink.SECONDARY)
        lines = self._reach()
        for number, line in enumerate(lines):
            pen.text_right(x + self.measure, top - 13 - 12 * number, line, _SMALL, colour=ink.SECONDARY)
        pen.block(x, top - 12 * max(len(lines), 2) - 12, self.measure, 2, ink.ACCENT)

    def _under(self) -> str:
        """The line under the name: the registered number, or our own name in Chinese."""
        company = self.company
        if self.lang != "zh" and company.name_en and company.name_en != company.name:
            return company.name
        if not company.identifier:
            return ""
        domestic = company.country == "CN"
        code = "letterhead.uscc" if domestic else "letterhead.identifier"
        return say(code, self.lang, number=company.identifier)

    def _reach(self) -> list[str]:
        """Address (two lines at most), then telephone, e-mail and person, as many to a line as fit."""
        company, lang = self.company, self.lang
        room = self.measure * 0.42
        lines = list(clipped(company.address, REGULAR, _SMALL, room, 2)) if company.address else []
        phone = say("letterhead.phone", lang, phone=company.phone) if company.phone else ""
        between, line = "　" if lang == "zh" else " · ", ""
        for part in filter(None, (phone, company.email, company.contact)):
            joined = f"{line}{between}{part}" if line else part
            if line and width(joined, REGULAR, _SMALL) > room:
                lines.append(line)
                joined = part
            line = clipped(joined, REGULAR, _SMALL, room, 1)[0]
        return [*lines, line] if line else lines


@dataclass(frozen=True, slots=True)
class Title:
    """对账单 and its period on the left, the number on the right, the customer below."""

    statement: Statement
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Title, customer lines, space after."""
        return 34 + 15 * len(self._addressee()) + 4

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title line, then whom it is for."""
        statement, lang = self.statement, self.lang
        title = say("statement.title", lang)
        pen.text(x, top - 18, title, 18, bold=True)
        period = say(
            "statement.period",
            lang,
            start=day_in_sentence(statement.start, lang),
            end=day_in_sentence(statement.as_of, lang),
        )
        pen.text(x + width(title, BOLD, 18) + 10, top - 18, period, 9.5, colour=ink.SECONDARY)
        number = say("statement.number", lang, number=statement.number)
        pen.text_right(x + self.measure, top - 18, number, 9, colour=ink.SECONDARY)
        for row, line in enumerate(self._addressee()):
            pen.text(x, top - 43 - 15 * row, line, 10.5 if row == 0 else 9.5, bold=row == 0)

    def _addressee(self) -> list[str]:
        """The customer's name, then the address on foreign letters, as lines that fit."""
        name = customer_name(self.statement, self.lang)
        named = f"{name}：" if self.lang == "zh" else name
        lines = list(clipped(named, BOLD, 10.5, self.measure, 6))
        if self.lang != "zh" and self.statement.customer.address:
            lines += clipped(self.statement.customer.address, REGULAR, 9.5, self.measure * 0.6, 3)
        return lines


@dataclass(frozen=True, slots=True)
class AmountDue:
    """The balance in figures and words beside the accent bar; (label, value) lines, the first largest."""

    lines: tuple[tuple[str, str], ...]
    measure: float

    @property
    def height(self) -> float:
        """All lines and the space after."""
        return 17 * sum(map(len, self._values())) + 14

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Labels in grey, values in bold."""
        values = self._values()
        high = 17 * sum(map(len, values)) + 4
        pen.block(x, top - high, 2, high, ink.ACCENT)
        at = top - 15
        for number, ((label, _), parts) in enumerate(zip(self.lines, values, strict=True)):
            size = 12.5 if number == 0 else 10
            pen.text(x + 12, at, label, 9.5, colour=ink.SECONDARY)
            for part in parts:
                pen.text(x + self._indent(), at, part, size, bold=True)
                at -= 17

    def _indent(self) -> float:
        """Where the values start: right of the longest label."""
        return 12 + max(80, *(width(label, REGULAR, 9.5) + 14 for label, _ in self.lines))

    def _values(self) -> list[tuple[str, ...]]:
        """Each value's lines."""
        room = self.measure - self._indent()
        return [
            wrap(value, BOLD, 12.5 if number == 0 else 10, room)
            for number, (_, value) in enumerate(self.lines)
        ]


@dataclass(frozen=True, slots=True)
class BankAndSeal:
    """Whom to pay and where, on the left; our name with room for the seal, and the day, on the right."""

    pairs: tuple[tuple[str, str], ...]
    name: str
    day: str
    measure: float

    @property
    def height(self) -> float:
        """The taller of the two, and the space after."""
        return max(15 * sum(map(len, self._values())), 34) + 12

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Labels in grey with their values; name over day, right-aligned."""
        at = top - 11
        for (label, _), parts in zip(self.pairs, self._values(), strict=True):
            pen.text(x, at, label, 9.5, colour=ink.SECONDARY)
            for part in parts:
                pen.text(x + self._indent(), at, part, 9.5)
                at -= 15
        name = clipped(self.name, REGULAR, 9.5, self.measure * 0.46, 1)[0]
        pen.text_right(x + self.measure, top - 11, name, 9.5)
        pen.text_right(x + self.measure, top - 26, self.day, 9.5)

    def _indent(self) -> float:
        """Where the values start."""
        return max((width(label, REGULAR, 9.5) for label, _ in self.pairs), default=0) + 16

    def _values(self) -> list[tuple[str, ...]]:
        """Each value's lines, in the left half."""
        room = self.measure * 0.52 - self._indent()
        return [wrap(value, REGULAR, 9.5, room) for _, value in self.pairs]


@dataclass(frozen=True, slots=True)
class ReplySlip:
    """回执 below a cut line: what the customer ticks, signs, seals and sends back."""

    statement: Statement
    balances: str
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """From the cut line to the page's foot."""
        return 48 + _LINE * len(self._intro()) + 17 * (len(_ANSWERS) // 2) + 22

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Cut line, heading, choices, signature."""
        lang = self.lang
        _cut_line(pen, top - 4, say("slip.cut", lang))
        pen.text(x, top - 28, say("slip.title", lang), 12, bold=True)
        number = say("slip.number", lang, number=self.statement.number)
        pen.text_right(x + self.measure, top - 28, number, 9, colour=ink.SECONDARY)
        at = top - 45
        for line in self._intro():
            pen.text(x, at, line, 9.5)
            at -= _LINE
        at -= 5
        answers = [say(f"slip.{answer}", lang) for answer in _ANSWERS]
        size = min(fitting_size(answer, REGULAR, 9, self.measure / 2 - 18) for answer in answers)
        for place, answer in enumerate(answers):
            left = x + (place % 2) * self.measure / 2
            pen.frame(left + 0.5, at - 0.8, 7.5, 7.5)
            pen.text(left + 13, at, answer, size)
            at -= 17 * (place % 2)
        self._sign(pen, x, at - 6)

    def _intro(self) -> Sequence[str]:
        """To whom, about what."""
        text = say(
            "slip.intro",
            self.lang,
            company=company_name(self.statement.company, self.lang),
            day=day_in_sentence(self.statement.as_of, self.lang),
            balances=self.balances,
        )
        return clipped(text, REGULAR, 9.5, self.measure, 4)

    def _sign(self, pen: Pen, x: float, y: float) -> None:
        """Customer, then signer, position and date over lines to write on."""
        lang = self.lang
        sealed = say("slip.sealed", lang, customer=customer_name(self.statement, lang))
        blanks = [say(f"slip.{blank}", lang) for blank in ("signer", "position", "date")]
        room = self.measure * 0.4
        pen.text(x, y, clipped(sealed, REGULAR, 9, room, 1)[0], 9)
        cell = (self.measure - room - 8) / len(blanks)
        for number, blank in enumerate(blanks):
            at = x + room + 8 + number * cell
            wide = width(blank, REGULAR, 9)
            pen.text(at, y, blank, 9)
            pen.rule(at + wide + 4, y - 2, cell - wide - 10, 0.5, ink.SECONDARY)


def _cut_line(pen: Pen, y: float, words: str) -> None:
    """A broken line across the whole sheet with its instruction in the middle."""
    wide = width(words, REGULAR, 8) + 16
    middle = PORTRAIT.width / 2
    pen.dashed(0, y, middle - wide / 2)
    pen.dashed(middle + wide / 2, y, middle - wide / 2)
    pen.text(middle - wide / 2 + 8, y - 3, words, 8, colour=ink.SECONDARY)
