"""The parts of a letter as drawn: title, addressee, amount, account, signature with the seal over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.letter_paper import AmountBlock, ComposedLetter, SignatureBlock
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.letterhead import Stamp
from app.reports.pen import Pen
from app.reports.statement_parts import AmountDue
from app.reports.typesetting import clipped, fitting_size, wrap

_SEAL = 113.0  # 40 mm, the size of a company's round seal
_NAME_LINES = 8


@dataclass(frozen=True, slots=True)
class ChineseHead:
    """标题, the stage beside it, the number on the right; then the addressee in bold."""

    letter: ComposedLetter
    measure: float

    @property
    def height(self) -> float:
        """Title, addressee, space after."""
        return 40 + 16 * len(self._addressee()) + (8 if self.letter.addressee else 0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title line, then whom it is for."""
        letter = self.letter
        number = width(letter.reference, REGULAR, 9)
        room = self.measure - number - 12
        stage = width(letter.stage, REGULAR, 10) + 10 if letter.stage else 0
        size = fitting_size(letter.title, BOLD, 18, room - stage)
        title = clipped(letter.title, BOLD, size, room - stage, 1)[0]
        pen.text(x, top - 20, title, size, bold=True)
        if letter.stage and stage < room:
            pen.text(x + width(title, BOLD, size) + 10, top - 20, letter.stage, 10, colour=ink.SECONDARY)
        pen.text_right(x + self.measure, top - 20, letter.reference, 9, colour=ink.SECONDARY)
        for row, line in enumerate(self._addressee()):
            pen.text(x, top - 52 - 16 * row, line, 10.5, bold=True)

    def _addressee(self) -> list[str]:
        room = self.measure
        return [
            part for line in self.letter.addressee for part in clipped(line, BOLD, 10.5, room, _NAME_LINES)
        ]


@dataclass(frozen=True, slots=True)
class EnglishHead:
    """Addressee on the left, day and reference on the right, then the heading."""

    letter: ComposedLetter
    measure: float

    @property
    def height(self) -> float:
        """Address block, title, space after."""
        return 15.5 * max(len(self._address()), 2) + 24 + 23 * len(self._title()) + 8

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Address, day, reference, title."""
        right = x + self.measure
        pen.text_right(right, top - 12, self.letter.day, 10.5)
        pen.text_right(right, top - 27.5, self.letter.reference, 10.5, colour=ink.SECONDARY)
        at = top - 12
        address = self._address()
        for line, strong in address:
            pen.text(x, at, line, 10.5, bold=strong)
            at -= 15.5
        at = top - 15.5 * max(len(address), 2) - 36
        for line in self._title():
            pen.text(x, at, line, 18, bold=True)
            at -= 23

    def _title(self) -> tuple[str, ...]:
        return clipped(self.letter.title, BOLD, 18, self.measure, 4)

    def _address(self) -> list[tuple[str, bool]]:
        """The lines, the company's name in bold."""
        room = self.measure * 0.6
        return [
            (part, number == 0)
            for number, line in enumerate(self.letter.addressee)
            for part in clipped(line, BOLD if number == 0 else REGULAR, 10.5, room, _NAME_LINES)
        ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to pay by when as one sentence beside the accent bar, the amount in words below it."""

    block: AmountBlock
    measure: float

    @property
    def height(self) -> float:
        """Sentence, words, and the space after."""
        return self._high() + 12

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The sentence, then the lines below it."""
        pen.block(x, top - self._high(), 2, self._high(), ink.ACCENT)
        at = x + 12
        for label, value in self.block.inline:
            pen.text(at, top - 18, label, 10.5, colour=ink.SECONDARY)
            at += width(label, REGULAR, 10.5) + 7
            pen.text(at, top - 18, value, 14, bold=True)
            at += width(value, BOLD, 14) + 7
        y = top - 36
        for line in self._words():
            pen.text(x + 12, y, line, 9.5, colour=ink.SECONDARY)
            y -= 14

    def fits(self) -> bool:
        """Whether the sentence takes no more than a line."""
        wide = sum(
            width(label, REGULAR, 10.5) + width(value, BOLD, 14) + 14 for label, value in self.block.inline
        )
        return bool(self.block.inline) and wide + 12 <= self.measure

    def _high(self) -> float:
        return 28 + 14 * len(self._words())

    def _words(self) -> list[str]:
        room = self.measure - 12
        return [
            part
            for label, value in self.block.lines
            for part in wrap(f"{label}: {value}", REGULAR, 9.5, room)
        ]


def asked(block: AmountBlock, measure: float) -> Asked | AmountDue:
    """The amount as a sentence where it is one that fits, else as lines under each other."""
    sentence = Asked(block, measure)
    return sentence if sentence.fits() else AmountDue((*block.inline, *block.lines), measure)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels in grey with their values beside them."""

    pairs: tuple[tuple[str, str], ...]
    measure: float
    size: float
    leading: float
    left: float = 0.0
    after: float = 10.0

    @property
    def height(self) -> float:
        """All lines and the space after."""
        return self.leading * sum(map(len, self._values())) + self.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Line under line."""
        at = top - self.leading * 0.7
        for (label, _), parts in zip(self.pairs, self._values(), strict=True):
            pen.text(x + self.left, at, label, self.size, colour=ink.SECONDARY)
            for part in parts:
                pen.text(x + self._indent(), at, part, self.size)
                at -= self.leading

    def _indent(self) -> float:
        wide = max((width(label, REGULAR, self.size) for label, _ in self.pairs), default=0)
        return self.left + max(wide + 18, 48)

    def _values(self) -> list[tuple[str, ...]]:
        room = self.measure - self._indent()
        return [wrap(value, REGULAR, self.size, room) for _, value in self.pairs]


@dataclass(frozen=True, slots=True)
class Signature:
    """Our name and the day on the right (Chinese), or closing, line, person and role on the left."""

    block: SignatureBlock
    measure: float
    size: float
    seal: Stamp | None = field(default=None, compare=False)

    @property
    def height(self) -> float:
        """With the room that the seal takes below the name."""
        if self.block.right:
            lines = (2 + bool(self._person())) * self.size * 1.7 + 8
            return max(lines, _SEAL * 0.62) if self.seal else lines
        return self.size * 1.7 * (2 + len(self._lines())) + 26

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The words, and the seal half over them."""
        if self.block.right:
            self._draw_right(pen, x, top)
        else:
            self._draw_left(pen, x, top)

    def _draw_right(self, pen: Pen, x: float, top: float) -> None:
        step, right = self.size * 1.7, x + self.measure
        room = self.measure * 0.8
        size = fitting_size(self.block.name, REGULAR, self.size, room)
        name = clipped(self.block.name, REGULAR, size, room, 1)[0]
        at = top - step * 0.75
        middle = right - width(name, REGULAR, size) * 0.5
        if self.seal is not None:
            left = min(middle - _SEAL / 2, right - _SEAL)
            self.seal(pen, max(left, x), at - _SEAL * 0.52, _SEAL, _SEAL)
        pen.text_right(right, at, name, size)
        person = self._person()
        if person:
            at -= step
            pen.text_right(right, at, clipped(person, REGULAR, self.size, room, 1)[0], self.size)
        pen.text_right(right, at - step, self.block.day, self.size)

    def _person(self) -> str:
        return " ".join(filter(None, (self.block.role, self.block.signer)))

    def _draw_left(self, pen: Pen, x: float, top: float) -> None:
        step = self.size * 1.7
        at = top - step * 0.75
        pen.text(x, at, self.block.closing, self.size)
        line = at - step - 26
        if self.seal is not None:
            self.seal(pen, x + 60, line - _SEAL * 0.55, _SEAL, _SEAL)
        pen.rule(x, line, 165, 0.5, ink.TERTIARY)
        at = line - step * 0.85
        for number, (text, quiet) in enumerate(self._lines()):
            shown = clipped(text, BOLD, self.size, self.measure, 1)[0]
            colour = ink.SECONDARY if quiet else ink.TEXT
            pen.text(x, at - step * number, shown, self.size, bold=number == 0, colour=colour)

    def _lines(self) -> list[tuple[str, bool]]:
        """Person, role, company; the company alone where nobody is named."""
        lines = [(self.block.signer, False), (self.block.role, True), (self.block.name, True)]
        return [(text, quiet) for text, quiet in lines if text]


@dataclass(frozen=True, slots=True)
class BothSign:
    """Two parties side by side, each with lines to sign on."""

    block: SignatureBlock
    measure: float
    seal: Stamp | None = field(default=None, compare=False)

    @property
    def height(self) -> float:
        """Names, lines, and room for the seals."""
        most = max(len(self._name(name)) for name, _ in self.block.parties)
        return 14 * most + 24 * max(len(lines) for _, lines in self.block.parties) + 30

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """One column a party."""
        room = self.measure / 2
        for place, (name, lines) in enumerate(self.block.parties):
            left, at = x + place * room, top - 14
            if self.seal is not None and place == 0:
                self.seal(pen, left + 60, at - _SEAL * 0.75, _SEAL, _SEAL)
            for part in self._name(name):
                pen.text(left, at, part, 10, bold=True)
                at -= 14
            for label in lines:
                at -= 24
                wide = width(label, REGULAR, 9.5)
                pen.text(left, at, label, 9.5, colour=ink.SECONDARY)
                pen.rule(left + wide + 6, at - 2, room - wide - 30, 0.5, ink.TERTIARY)

    def _name(self, name: str) -> tuple[str, ...]:
        return clipped(name, BOLD, 10, self.measure / 2 - 16, 4)
