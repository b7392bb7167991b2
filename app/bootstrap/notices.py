"""Notices to the insurer over one open company: words by Liquid, papers by the reports room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.domain.problem import DomainError
from app.services.notice_gathering import NoticeDesk
from app.services.notices import NoticeService
from app.storage.content import SqlContentStore
from app.storage.readers.cover import SqlCoverReader

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.letter_paper import ComposedLetter
    from app.domain.notice_facts import NoticeFacts
    from app.services.ports import UnitOfWork
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def notice_service(store: SqlStore, clock: Clock, session: CompanySession) -> NoticeService:
    """The service over a store."""
    contents = SqlContentStore(store)

    def picture(digest: str) -> bytes | None:
        try:
            return contents.get(digest)
        except DomainError:
            return None

    def attach(unit: UnitOfWork, owner: str, owner_id: int, name: str, data: bytes) -> int:
        return session.collection.attach_within(unit, owner, owner_id, name, data)

    return NoticeService(
        NoticeDesk(
            store,
            session.policies,
            SqlCoverReader(store),
            HolidayCalendar(),
            clock,
            ReportNotices(),
            lambda: session.previews,
            picture,
            attach,
        )
    )


class ReportNotices:
    """``app.services.notice_views.NoticePress`` by the reports room; Liquid loads with the first notice."""

    def words(self, facts: NoticeFacts, lang: str) -> str:
        """The template filled in as plain text to edit."""
        from app.adapters.letter_texts import shipped_text  # noqa: PLC0415 - with the first notice
        from app.adapters.liquid import LiquidEngine  # noqa: PLC0415 - as above
        from app.domain.notice_fields import NOTICE_FIELDS  # noqa: PLC0415 - as above
        from app.reports.notice_text import words  # noqa: PLC0415 - as above

        texts = shipped_text(f"notice_{facts.kind}", lang)
        return words(facts, texts, LiquidEngine(NOTICE_FIELDS, {}), lang)

    def compose(self, facts: NoticeFacts, text: str, lang: str) -> ComposedLetter:
        """The letter as it will read by a text, the template's where there is none."""
        from app.reports.notice_text import composed  # noqa: PLC0415 - with the first notice

        return composed(facts, text or self.words(facts, lang), lang)

    def pdf(self, letter: ComposedLetter, path: Path) -> None:
        """The letter on paper."""
        from app.reports.letter_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

        write((letter,), path)

    def pdf_bytes(self, letter: ComposedLetter) -> bytes:
        """The letter on paper as bytes."""
        from app.bootstrap.letters import held  # noqa: PLC0415 - as below

        return held(lambda path: self.pdf(letter, path))

    def mail(self, letter: ComposedLetter, path: Path) -> None:
        """An e-mail draft with its PDF attached."""
        from app.reports.eml import write_draft  # noqa: PLC0415 - reportlab loads with a PDF

        write_draft(letter, path)

    def file_name(self, letter: ComposedLetter, suffix: str) -> str:
        """A name to save it under."""
        from app.reports.letter_pdf import file_name  # noqa: PLC0415 - reportlab loads with a PDF

        return file_name(letter, suffix)

    def plain_text(self, letter: ComposedLetter) -> str:
        """The whole letter as text."""
        from app.reports.letter_text import plain_text  # noqa: PLC0415 - with the first notice

        return plain_text(letter)
