"""The words of letters, and letters as files: templates, composing, output.

Nothing is sent by itself, and nothing here counts a letter as sent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.customer import Customer
from app.domain.letter import Letter, LetterState
from app.domain.letter_paper import ComposedLetter, TemplateText
from app.domain.problem import DomainError
from app.services.control import CancelledError, Silent
from app.services.letter_drafting import LetterDraft, LetterDrafter
from app.services.letter_gathering import LetterGatherer
from app.services.letter_templates import FieldInfo, TemplateInfo, TemplateShelf, fields
from app.services.own_letters import require_own_letters

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.letter_facts import LetterFacts
    from app.domain.problem import Problem
    from app.services.letter_ports import (
        InterestSource,
        LetterPress,
        OpenItems,
        Pictures,
        ShippedTemplates,
        TemplateEngine,
    )
    from app.services.ports import Control, Store
    from app.services.settings import SettingService

__all__ = [
    "FieldInfo",
    "LetterDraft",
    "LetterService",
    "OutputKind",
    "TemplateInfo",
    "TemplateText",
    "Written",
]

_BATCH = 200
_Known = dict[tuple[str, str], TemplateText]


class OutputKind(StrEnum):
    """As what letters leave the program."""

    ONE_PDF = "one_pdf"
    PDF_EACH = "pdf_each"
    EML = "eml"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Written:
    """A letter written outside a run: the change and the new draft's id."""

    change: ChangeSet
    letter_id: int


class LetterService:
    """Templates, composed letters, and letters as files."""

    def __init__(
        self,
        store: Store,
        *,
        settings: SettingService,
        clock: Clock,
        shipped: ShippedTemplates,
        engine: TemplateEngine,
        press: LetterPress,
        items: OpenItems,
        pictures: Pictures,
        interest: Callable[[], InterestSource],
        numbers: Callable[[str], Collection[str]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._press = press
        self._shelf = TemplateShelf(store, shipped, engine)
        self._gatherer = LetterGatherer(store, settings, pictures, interest)
        self._drafter = LetterDrafter(store, items, numbers)

    # -- templates

    def templates(self, language: str) -> list[TemplateInfo]:
        """Every template in the order of the ladder, then those outside it."""
        return self._shelf.all(language)

    def template(self, code: str, language: str) -> TemplateText:
        """The company's own wording, else the shipped one."""
        return self._shelf.text(code, language)

    def check(self, texts: TemplateText, language: str = "zh") -> list[Problem]:
        """What is wrong, at its place: ``where.sheet`` is subject, body or message; row, column from 1."""
        return self._shelf.check(texts, language)

    def save_template(self, code: str, language: str, texts: TemplateText) -> ChangeSet:
        """Keep own words; refused (``DomainError``) while something is wrong with them."""
        return self._shelf.save(code, language, texts)

    def reset_template(self, code: str, language: str) -> ChangeSet:
        """Back to the shipped words."""
        return self._shelf.reset(code, language)

    def fields(self, language: str) -> list[FieldInfo]:
        """Every field a template may use."""
        return fields(language)

    # -- one letter

    def compose(self, letter: int | LetterDraft, texts: TemplateText | None = None) -> ComposedLetter:
        """One letter in words, by ``texts`` where given (the editor's unsaved ones)."""
        facts = self._facts_of(letter)
        return self._press.compose(facts, self._words(facts, texts))

    def preview_text(self, letter: int | LetterDraft, texts: TemplateText | None = None) -> str:
        """The whole letter as plain text."""
        return self._press.plain_text(self.compose(letter, texts))

    def preview_pdf(self, letter: int | LetterDraft, path: Path, texts: TemplateText | None = None) -> None:
        """The letter as a PDF, to look at before it counts."""
        self._press.one_pdf([self.compose(letter, texts)], path, Silent())

    def message(self, letter_id: int) -> str:
        """The short text to paste into a messenger."""
        return self.compose(letter_id).message

    def words(self, letter_ids: Sequence[int]) -> Mapping[int, tuple[str, str]]:
        """Subject and body as they read now, for keeping with a letter that is marked as sent."""
        found: dict[int, tuple[str, str]] = {}
        known: _Known = {}
        for facts in self._gatherer.stored(letter_ids):
            words = self._words(facts, None, known)
            found[facts.letter.id] = (words.subject, words.body)
        return found

    def _facts_of(self, letter: int | LetterDraft) -> LetterFacts:
        if isinstance(letter, LetterDraft):
            draft, lines = self._drafter.make(letter, self._clock.today())
            numbered = replace(draft, number=self._drafter.number(draft.run_on))
            return self._gatherer.of([(numbered, lines)])[0]
        found = self._gatherer.stored([letter])
        if not found:
            raise DomainError("record.missing")
        return found[0]

    def _words(
        self, facts: LetterFacts, texts: TemplateText | None, known: _Known | None = None
    ) -> TemplateText:
        """The given words filled in; what was sent reads as it was sent. ``known`` keeps texts looked up."""
        letter, known = facts.letter, {} if known is None else known
        key = (letter.template, letter.language)
        if texts is None and key not in known:
            known[key] = self._shelf.text(*key)
        words = self._press.words(facts, texts or known[key])
        if texts is None and letter.state is LetterState.SENT and letter.body:
            return replace(words, subject=letter.subject, body=letter.body)
        return words

    # -- many letters

    def output(
        self, letter_ids: Sequence[int], path: Path, kind: OutputKind | str, control: Control | None = None
    ) -> list[Path]:
        """Write letters: one PDF at ``path``, or one file each into the folder ``path``; the files."""
        if kind not in set(OutputKind):
            raise DomainError("letter.output_kind", kind=str(kind), known=", ".join(OutputKind))
        control = control or Silent()
        self._require_own(letter_ids)
        letters = self.compose_many(letter_ids, control)
        if not letters:
            raise DomainError("letter.nobody")
        match OutputKind(kind):
            case OutputKind.ONE_PDF:
                self._press.one_pdf(letters, path, control)
                return [path]
            case OutputKind.PDF_EACH:
                return self._press.pdf_each(letters, path, control)
            case OutputKind.EML:
                return self._press.drafts(letters, path, control)
            case OutputKind.TEXT:
                return self._press.texts(letters, path, control)

    def _require_own(self, letter_ids: Sequence[int]) -> None:
        """Drafts are not written while the insurer has the claim; copies of what was sent may be."""
        drafts = self._store.find(Letter, id=list(letter_ids), state=LetterState.DRAFT)
        ids = {one.customer_id for one in drafts}
        if ids:
            require_own_letters(self._store, self._clock.today(), ids)

    def compose_many(self, letter_ids: Sequence[int], control: Control | None = None) -> list[ComposedLetter]:
        """Stored letters in words, in the order asked for."""
        control = control or Silent()
        made: list[ComposedLetter] = []
        known: _Known = {}
        for at in range(0, len(letter_ids), _BATCH):
            if control.cancelled():
                raise CancelledError
            control.progress(at, len(letter_ids), "letters.composing")
            batch = self._gatherer.stored(letter_ids[at : at + _BATCH])
            made += [self._press.compose(facts, self._words(facts, None, known)) for facts in batch]
        return made

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
        choices = LetterDraft(
            customer_id,
            template,
            language,
            currency,
            on,
            pay_by,
            tuple(document_ids),
            treatment,
            about,
            channel,
        )
        letter, lines = self._drafter.make(choices, self._clock.today())
        self._shelf.text(letter.template, letter.language)  # refuses a template or language there is not
        self._drafter.required(letter, lines)
        require_own_letters(self._store, self._clock.today(), [customer_id])
        with self._store.write() as unit:
            customer = unit.get(Customer, customer_id)
            numbered = replace(letter, number=self._drafter.number(letter.run_on))
            letter_id = unit.add(numbered)
            unit.add_all([replace(line, letter_id=letter_id) for line in lines])
            change = unit.commit("letter.written", customer=customer.name, number=numbered.number)
        return Written(change, letter_id)
