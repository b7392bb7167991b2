"""The words of letters, and letters as files: templates, composing, output.

Nothing is sent by itself, and nothing here counts a letter as sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.letter_paper import ComposedLetter, TemplateText

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.problem import Problem
    from app.services.ports import Control, Store


class OutputKind(StrEnum):
    """As what letters leave the program."""

    ONE_PDF = "one_pdf"
    PDF_EACH = "pdf_each"
    EML = "eml"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template in the list; ``title`` is its heading, ``changed`` whether the company has its own."""

    code: str
    language: str
    title: str
    changed: bool


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field a template may use: what to write, what it means, and an example of what it gives.

    ``group`` sorts the list (letter, money, invoices, interest, company, customer, further, block);
    a ``block`` stands for a whole part of the letter, such as the invoice table.
    """

    name: str
    meaning: str
    example: str
    group: str


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter that is not stored: what the template editor shows on a real customer.

    Without ``document_ids`` it speaks of all that is overdue, or else of all that is open.
    """

    customer_id: int
    template: str
    language: str = ""
    currency: str = ""
    on: date | None = None
    pay_by: date | None = None
    document_ids: tuple[int, ...] = ()
    treatment: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter written outside a run: the change and the new draft's id."""

    change: ChangeSet
    letter_id: int


class LetterService:
    """Templates, composed letters, and letters as files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def templates(self, language: str) -> list[TemplateInfo]:
        """Every template in the order of the ladder, then those outside it."""
        raise NotImplementedError

    def template(self, code: str, language: str) -> TemplateText:
        """The company's own wording, else the shipped one."""
        raise NotImplementedError

    def check(self, texts: TemplateText, language: str = "zh") -> list[Problem]:
        """What is wrong, at its place: ``where.sheet`` is subject, body or message; row and column from 1."""
        raise NotImplementedError

    def save_template(self, code: str, language: str, texts: TemplateText) -> ChangeSet:
        """Keep own words; refused (``DomainError``) while something is wrong with them."""
        raise NotImplementedError

    def reset_template(self, code: str, language: str) -> ChangeSet:
        """Back to the shipped words."""
        raise NotImplementedError

    def fields(self, language: str) -> list[FieldInfo]:
        """Every field a template may use."""
        raise NotImplementedError

    def compose(self, letter: int | LetterDraft, texts: TemplateText | None = None) -> ComposedLetter:
        """One letter in words, by ``texts`` where given (the editor's unsaved ones)."""
        raise NotImplementedError

    def preview_text(self, letter: int | LetterDraft, texts: TemplateText | None = None) -> str:
        """The whole letter as plain text."""
        raise NotImplementedError

    def message(self, letter_id: int) -> str:
        """The short text to paste into a messenger."""
        raise NotImplementedError

    def words(self, letter_ids: Sequence[int]) -> Mapping[int, tuple[str, str]]:
        """Subject and body as they read now, for keeping with a letter that is marked as sent."""
        raise NotImplementedError

    def output(
        self, letter_ids: Sequence[int], path: Path, kind: OutputKind | str, control: Control | None = None
    ) -> list[Path]:
        """Write letters: one PDF at ``path``, or one file each into the folder ``path``; the files."""
        raise NotImplementedError

    def write(
        self,
        customer_id: int,
        template: str,
        language: str = "",
        *,
        currency: str = "",
        on: date | None = None,
        pay_by: date | None = None,
        document_ids: Sequence[int] = (),
        treatment: str = "",
        about: str = "",
        channel: str = "letter",
    ) -> Written:
        """Draft a letter outside a run: thank-you, promise confirmation, plan agreement and the like."""
        raise NotImplementedError
