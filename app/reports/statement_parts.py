"""The fixed parts of a statement on paper: title, amount, bank details, seal, reply slip."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.letter_paper import SlipBlock
from app.domain.statement import Statement
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.letterhead import company_name
from app.reports.pen import Pen
from app.reports.slip import Slip
from app.reports.typesetting import clipped, wrap
from app.words import say
from app.words.formats import day_in_sentence

_ANSWERS = ("agreed", "differs", "paid", "other")


def customer_name(statement: Statement, lang: str) -> str:
    """The name the customer is addressed by in a language."""
    customer = statement.customer
    return customer.name if lang == "zh" else customer.name_en or customer.name


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


def reply_slip(statement: Statement, balances: str, lang: str, measure: float) -> Slip:
    """回执: what the customer ticks, signs, seals and sends back."""
    intro = say(
        "slip.intro",
        lang,
        company=company_name(statement.company, lang),
        day=day_in_sentence(statement.as_of, lang),
        balances=balances,
    )
    words = SlipBlock(
        cut=say("slip.cut", lang),
        title=say("slip.title", lang),
        number=say("slip.number", lang, number=statement.number),
        intro=intro,
        answers=tuple(say(f"slip.{answer}", lang) for answer in _ANSWERS),
        sealed=say("slip.sealed", lang, customer=customer_name(statement, lang)),
        blanks=tuple(say(f"slip.{blank}", lang) for blank in ("signer", "position", "date")),
    )
    return Slip(words, measure)
