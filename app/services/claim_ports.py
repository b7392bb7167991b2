"""What claims need of the other services and rooms: files of the company, letters, a press."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from app.domain.claim_pack import ClaimPack, Enclosure
    from app.domain.company import Company
    from app.services.collection import CollectionService
    from app.services.control import Control
    from app.services.ledger import LedgerService
    from app.services.statement import StatementService


class Settled(NamedTuple):
    """An invoice of the ledger and the day it was paid in full (None: open still); minor units."""

    number: str
    on: date
    amount: int
    due: date
    settled: date | None


@dataclass(frozen=True, slots=True)
class PackWritten:
    """A claim pack that was written: its pages, and the names of the files to be enclosed separately."""

    path: Path
    pages: int
    separate: tuple[str, ...] = ()


class ClaimReader(Protocol):
    """The queries behind a claim's papers."""

    def settled(self, customer_id: int, start: date, as_of: date) -> Sequence[Settled]:
        """A customer's invoices dated within the days, and when each was paid in full by then."""


class ClaimPress(Protocol):
    """Turns a claim into files; an existing file is replaced whole or not at all."""

    def pack(
        self,
        pack: ClaimPack,
        content: Callable[[Enclosure], bytes],
        path: Path,
        lang: str,
        control: Control,
    ) -> PackWritten:
        """One PDF of everything that can be merged; the rest is listed in it."""

    def ledger(self, pack: ClaimPack, path: Path, lang: str) -> None:
        """The ledger as a workbook."""


class MadePapers(Protocol):
    """Papers that are written anew each time, as PDF."""

    def letters(self, letter_ids: Sequence[int]) -> bytes:
        """Reminder letters as they were sent, one after the other."""

    def notice(self, notice_id: int) -> bytes:
        """A notice to the insurer as it was sent."""

    def sent_letters(self, customer_id: int) -> Collection[int]:
        """Letters that were sent to a customer."""


@dataclass(frozen=True, slots=True)
class ClaimFiles:
    """The services beside the claims, each asked at its first use."""

    reader: ClaimReader
    press: ClaimPress
    made: MadePapers
    collection: Callable[[], CollectionService]
    statements: Callable[[], StatementService]
    ledger: Callable[[], LedgerService]
    company: Callable[[], Company]
