"""Claims over one open company; papers and letters are asked at their first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.claim_press import PaperPress
from app.bootstrap.letters import held
from app.domain.insurance_record import InsurerNotice
from app.domain.letter import LetterState
from app.services.claim_ports import ClaimFiles
from app.services.claims import ClaimDesk, ClaimService
from app.services.dunning_views import LetterQuery
from app.services.letters import OutputKind
from app.storage.readers.claim_papers import SqlClaimReader

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.domain.clock import Clock
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def claim_service(store: SqlStore, clock: Clock, session: CompanySession) -> ClaimService:
    """The claim service; what it needs beside it is asked of the session."""
    files = ClaimFiles(
        SqlClaimReader(store),
        PaperPress(),
        _Made(store, session),
        collection=lambda: session.collection,
        statements=lambda: session.statements,
        ledger=lambda: session.ledger,
        company=session.company.get,
    )
    return ClaimService(ClaimDesk(store, session.policies, session.cover, clock, files))


class _Made:
    """``app.services.claim_ports.MadePapers`` by the letters and notices of the session."""

    def __init__(self, store: SqlStore, session: CompanySession) -> None:
        self._store = store
        self._session = session

    def letters(self, letter_ids: Sequence[int]) -> bytes:
        """Reminder letters as they were sent."""
        return held(lambda path: self._session.letters.output(letter_ids, path, OutputKind.ONE_PDF))

    def notice(self, notice_id: int) -> bytes:
        """A notice as it was sent."""
        record = self._store.get(InsurerNotice, notice_id)
        return held(lambda path: self._session.notices.write(record, path, record.lang))

    def sent_letters(self, customer_id: int) -> Collection[int]:
        """Letters that were sent to a customer."""
        return self._session.dunning.letters(LetterQuery(customer_id=customer_id, state=LetterState.SENT))
