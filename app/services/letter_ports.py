"""What letters need of the other rooms: shipped words, an engine, a press, pictures and interest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.letter_facts import LetterFacts
from app.domain.letter_paper import ComposedLetter, TemplateText
from app.domain.problem import Problem

if TYPE_CHECKING:
    from app.domain.aging import AgingQuery, OpenItem
    from app.domain.early_discount import EarlyDiscount
    from app.domain.interest import InterestWorking
    from app.services.interest import InterestLine
    from app.services.ports import Control


class ShippedTemplates(Protocol):
    """The letters the program came with."""

    def codes(self) -> tuple[str, ...]:
        """Their codes, the ladder first."""

    def text(self, code: str, language: str) -> TemplateText:
        """One letter; only for a code and language there is."""


class TemplateEngine(Protocol):
    """Fills the fields of a text, or says what is wrong with it and where."""

    def render(self, text: str, values: Mapping[str, object]) -> str:
        """The text with its fields filled; ``DomainError`` saying line and column where it cannot be."""

    def problems(
        self, text: str, part: str, values: Mapping[str, object], refused: Collection[str] = ()
    ) -> list[Problem]:
        """Everything wrong with a text; ``values`` are an example of every field, ``refused`` stay out."""


class LetterPress(Protocol):
    """Turns facts and words into letters, and letters into files."""

    def words(self, facts: LetterFacts, texts: TemplateText) -> TemplateText:
        """The template filled in."""

    def compose(self, facts: LetterFacts, words: TemplateText) -> ComposedLetter:
        """The letter as it will read."""

    def plain_text(self, letter: ComposedLetter) -> str:
        """The whole letter as text."""

    def one_pdf(self, letters: Sequence[ComposedLetter], path: Path, control: Control) -> None:
        """All letters in one PDF, each numbered from page 1."""

    def pdf_each(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One PDF per letter; the files."""

    def drafts(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One e-mail draft (.eml) per letter with its PDF attached; the files."""

    def texts(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One text file per letter with its short text; the files."""


class InterestSource(Protocol):
    """Late interest and early-payment discounts of invoices, in few questions however many."""

    def of_lines(self, lines: Sequence[InterestLine], to: date) -> Mapping[int, InterestWorking]:
        """The workings by document."""

    def early_many(self, document_ids: Collection[int], on: date) -> Mapping[int, EarlyDiscount]:
        """The discounts still running on a day, by document."""


class OpenItems(Protocol):
    """What is open as of a day."""

    def items(self, query: AgingQuery, key: int | None = None, currency: str | None = None) -> list[OpenItem]:
        """The open items of a customer, the oldest due first."""


class Pictures(Protocol):
    """Pictures kept in the company file."""

    def __call__(self, digest: str) -> bytes | None:
        """The bytes kept under a digest; None where there are none."""
