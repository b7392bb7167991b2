"""Notices to the insurer (可能损失通知书): drafted from the ledger, sent by hand, answered by the insurer.

Nothing is sent by itself. An answer writes what follows from it, a limit decision or a stop, in the
same unit of work.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.buyer_limit import require_sound as require_decision
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.insurance_deadline import Deadline, deadline, mep_end
from app.domain.insurance_record import InsurancePolicy, InsurerNotice, LimitDecision, ShipmentStop
from app.domain.letter import Letter, LetterLine, LetterState
from app.domain.money import Money, exponent, round_minor, to_major
from app.domain.notice import (
    NoticeItem,
    NoticeKind,
    NoticeReply,
    NoticeState,
    anchors_of,
    as_text,
    clause_of,
    document_ids,
    kind_of,
    periods_of,
    reply_of,
)
from app.domain.notice_facts import NoticeFacts
from app.domain.policy_period import by_id
from app.domain.problem import DomainError
from app.services.notice_views import NoticeView
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.calendar import WorkingDays
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.letter_paper import ComposedLetter
    from app.domain.policy_period import Policy
    from app.services.cover_views import CoverReader, OpenInvoice
    from app.services.notice_views import NoticePress
    from app.services.policies import PolicyService
    from app.services.ports import Control, Store, UnitOfWork
    from app.services.previews import PagePicture, PreviewService

__all__ = ["NoticeDesk", "NoticeService", "NoticeView"]

LANGUAGES = ("zh", "en")
FORMATS = (".pdf", ".eml")


@dataclass(frozen=True, slots=True)
class NoticeDesk:
    """The company file, what is read of it, and the rooms that word and print notices."""

    store: Store
    policies: PolicyService
    reader: CoverReader
    calendar: WorkingDays
    clock: Clock
    press: NoticePress
    previews: Callable[[], PreviewService]
    picture: Callable[[str], bytes | None]


class NoticeService:
    """Use cases on notices; one call one change set."""

    def __init__(self, desk: NoticeDesk) -> None:
        self._desk = desk

    # -- reading --------------------------------------------------------------------------------

    def notices(
        self,
        state: NoticeState | str | None = None,
        *,
        customer_id: int | None = None,
        policy_id: int | None = None,
    ) -> list[NoticeView]:
        """Notices, drafts first, then the newest sent."""

    def notice(self, notice_id: int) -> NoticeView:
        """One notice."""

    # -- drafting -------------------------------------------------------------------------------

    def draft(
        self,
        policy_id: int,
        customer_id: int,
        kind: NoticeKind | str,
        document_ids: Collection[int] | None = None,
        known_on: date | None = None,
        lang: str = "",
    ) -> NoticeView:
        """A notice as it would be written; nothing is stored (``save`` keeps ``view.record``).

        ``document_ids`` None: for an overdue notice all overdue invoices the insurer was not told of, else
        every open one under the policy. ``known_on`` None: today. ``lang`` "": Chinese in China.
        """

    def words(self, record: InsurerNotice, lang: str = "") -> str:
        """The words to edit: title, empty line, paragraphs, and the parts in brackets on their own lines."""

    def save(self, record: InsurerNotice) -> ChangeSet:
        """Keep a draft, new or edited; refused once it is sent. Words equal to the template's are not kept."""

    def remove(self, notice_id: int) -> ChangeSet:
        """Put a draft into the bin."""

    # -- paper ----------------------------------------------------------------------------------

    def compose(self, record: InsurerNotice, lang: str = "") -> ComposedLetter:
        """The letter as it will read; in another language than its own by the template."""

    def preview(
        self, record: InsurerNotice, width: int, control: Control, lang: str = ""
    ) -> list[PagePicture]:
        """The pages of a notice ``width`` pixels wide, stored or not."""

    def preview_text(self, record: InsurerNotice, lang: str = "") -> str:
        """The whole letter as plain text."""

    def write(self, record: InsurerNotice, path: Path, lang: str = "") -> Path:
        """Write the notice as a PDF or an e-mail draft, by the suffix (.pdf, .eml); the file."""

    # -- sent, answered -------------------------------------------------------------------------

    def send(self, notice_id: int, on: date, reference: str = "", proof: str = "") -> ChangeSet:
        """Note that it was sent, with the words it had; ``proof`` is what shows that it arrived."""

    def reply(
        self,
        notice_id: int,
        on: date,
        reply: NoticeReply | str,
        *,
        amount: int | None = None,
        effective: date | None = None,
        reference: str = "",
        note: str = "",
    ) -> ChangeSet:
        """Note the insurer's answer, and in the same unit the limit decision or stop that follows from it.

        ``amount`` (minor units, policy currency) is the reduced limit; ``effective`` the first day it holds
        for, or of the stop (None: ``on``).
        """
