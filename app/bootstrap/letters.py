"""Letters over one open company: templates by Liquid, papers by the reports room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.letter_texts import ShippedLetters
from app.adapters.liquid import LiquidEngine
from app.bootstrap.papers import steps
from app.domain.problem import DomainError
from app.reports.letter_text import composed, plain_text, words_of
from app.services.letters import LetterService
from app.storage.content import SqlContentStore
from app.storage.readers.dunning import SqlDunningReader

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.letter_facts import LetterFacts
    from app.domain.letter_paper import ComposedLetter, TemplateText
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def letter_service(store: SqlStore, clock: Clock, session: CompanySession) -> LetterService:
    """The letter service; interest is asked at its first use."""
    contents = SqlContentStore(store)

    def picture(digest: str) -> bytes | None:
        try:
            return contents.get(digest)
        except DomainError:
            return None

    engine = LiquidEngine()
    return LetterService(
        store,
        settings=session.settings,
        clock=clock,
        shipped=ShippedLetters(),
        engine=engine,
        press=ReportPress(engine),
        items=session.aging,
        pictures=picture,
        interest=lambda: session.interest,
        numbers=SqlDunningReader(store).numbers_like,
    )


def held(write: Callable[[Path], object]) -> bytes:
    """The bytes of the paper that ``write`` makes; no file is made."""
    from app.reports.pdf import bytes_of  # noqa: PLC0415 - reportlab loads with a PDF

    return bytes_of(write)


class ReportPress:
    """``app.services.letter_ports.LetterPress`` by the reports room."""

    def __init__(self, engine: LiquidEngine) -> None:
        self._engine = engine

    def words(self, facts: LetterFacts, texts: TemplateText) -> TemplateText:
        """The template filled in."""
        return words_of(facts, texts, self._engine)

    def compose(self, facts: LetterFacts, words: TemplateText) -> ComposedLetter:
        """The letter as it will read."""
        return composed(facts, words)

    def plain_text(self, letter: ComposedLetter) -> str:
        """The whole letter as text."""
        return plain_text(letter)

    def one_pdf(self, letters: Sequence[ComposedLetter], path: Path, control: Control) -> None:
        """All letters in one PDF."""
        from app.reports.letter_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

        write(letters, path, steps(control, len(letters)))

    def pdf_each(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One PDF per letter."""
        from app.reports.letter_pdf import write_each  # noqa: PLC0415 - reportlab loads with a PDF

        return write_each(letters, folder, steps(control, len(letters)))

    def drafts(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One e-mail draft per letter."""
        from app.reports.eml import write_drafts  # noqa: PLC0415 - reportlab loads with a PDF

        return write_drafts(letters, folder, steps(control, len(letters)))

    def texts(self, letters: Sequence[ComposedLetter], folder: Path, control: Control) -> list[Path]:
        """One text file per letter."""
        from app.reports.eml import write_texts  # noqa: PLC0415 - reportlab loads with a PDF

        return write_texts(letters, folder, steps(control, len(letters)))
