"""Notices as lists, drawers and dialogs show them, and what notices need of the other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.notice import NoticeItem, NoticeState, state_of

if TYPE_CHECKING:
    from app.domain.customer import Customer
    from app.domain.insurance_deadline import Deadline
    from app.domain.insurance_record import InsurerNotice
    from app.domain.letter_paper import ComposedLetter
    from app.domain.money import Money
    from app.domain.notice_facts import NoticeFacts
    from app.domain.policy_period import Policy


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice with all that is said of it; one that is not stored yet has the id 0.

    ``record.text`` are its words ("" while they are the template's own). ``deadline`` is the last day
    to tell the insurer by the policy (None: no clause says one), ``as_of`` the day it was sent, or today.
    """

    record: InsurerNotice
    number: str
    policy: Policy
    customer: Customer
    items: tuple[NoticeItem, ...]
    totals: tuple[Money, ...]
    as_of: date
    deadline: Deadline | None = None

    @property
    def state(self) -> NoticeState:
        """Draft, sent, or answered."""
        return state_of(self.record.sent_on, self.record.reply)

    @property
    def late(self) -> bool:
        """Whether it was sent after the last day, or was not yet sent when that day had passed."""
        return self.deadline is not None and self.as_of > self.deadline.day

    @property
    def edited(self) -> bool:
        """Whether a person changed the words."""
        return bool(self.record.text)


class NoticePress(Protocol):
    """Turns the facts of a notice into words, and words into files."""

    def words(self, facts: NoticeFacts, lang: str) -> str:
        """The template filled in as plain text to edit: title, empty line, paragraphs and parts."""

    def compose(self, facts: NoticeFacts, text: str, lang: str) -> ComposedLetter:
        """The letter as it will read, by ``text`` where given, else by the template."""

    def pdf(self, letter: ComposedLetter, path: Path) -> None:
        """The letter on paper."""

    def pdf_bytes(self, letter: ComposedLetter) -> bytes:
        """The letter on paper as bytes; no file is made."""

    def mail(self, letter: ComposedLetter, path: Path) -> None:
        """An e-mail draft (.eml) with its PDF attached."""

    def file_name(self, letter: ComposedLetter, suffix: str) -> str:
        """A name to save it under."""

    def plain_text(self, letter: ComposedLetter) -> str:
        """The whole letter as text."""
