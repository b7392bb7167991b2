"""The states of a claim (赔案), which may follow which, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.policy import Cause
from app.domain.problem import DomainError


class ClaimState(StrEnum):
    """Where a claim stands, in the order in which it runs."""

    REPORTED = "reported"
    WAITING = "waiting"
    READY = "ready_to_file"
    FILED = "filed"
    DOCS_REQUESTED = "docs_requested"
    ASSESSING = "assessing"
    APPROVED = "approved"
    PARTIAL = "partial"
    DECLINED = "declined"
    PAID = "paid"
    RECOVERY = "recovery"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


S = ClaimState
_NEXT: Mapping[ClaimState, frozenset[ClaimState]] = {
    S.REPORTED: frozenset({S.WAITING, S.READY, S.WITHDRAWN}),
    S.WAITING: frozenset({S.READY, S.WITHDRAWN}),
    S.READY: frozenset({S.FILED, S.WITHDRAWN}),
    S.FILED: frozenset({S.DOCS_REQUESTED, S.ASSESSING, S.APPROVED, S.PARTIAL, S.DECLINED, S.WITHDRAWN}),
    S.DOCS_REQUESTED: frozenset({S.ASSESSING, S.DECLINED, S.WITHDRAWN}),
    S.ASSESSING: frozenset({S.DOCS_REQUESTED, S.APPROVED, S.PARTIAL, S.DECLINED, S.WITHDRAWN}),
    S.APPROVED: frozenset({S.PAID}),
    S.PARTIAL: frozenset({S.PAID, S.ASSESSING}),
    S.DECLINED: frozenset({S.ASSESSING, S.CLOSED}),
    S.PAID: frozenset({S.RECOVERY, S.CLOSED}),
    S.RECOVERY: frozenset({S.CLOSED}),
    S.CLOSED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
LIVE = frozenset(S) - {S.CLOSED, S.WITHDRAWN}
"""States of a claim that is still going on: one such claim per policy and buyer."""
WITH_INSURER = frozenset({S.FILED, S.DOCS_REQUESTED, S.ASSESSING, S.APPROVED, S.PARTIAL, S.PAID, S.RECOVERY})
"""From filing on no letters of our own without the insurer's consent."""
FROZEN = WITH_INSURER | {S.DECLINED, S.CLOSED}
"""From filing on the calculation stands as it was filed."""
NEEDS_REASON = frozenset({S.PARTIAL, S.DECLINED, S.WITHDRAWN})


def following(state: ClaimState) -> frozenset[ClaimState]:
    """The states a claim may go to from here."""
    return _NEXT[state]


def require_move(now: ClaimState, to: ClaimState, reason: str = "") -> None:
    """Refuse a state that cannot follow, or one that needs a reason and has none (``DomainError``)."""
    if to not in _NEXT[now]:
        raise DomainError("claim.no_such_step", now=now.value, to=to.value)
    if to in NEEDS_REASON and not reason.strip():
        raise DomainError("claim.needs_reason", to=to.value)


class PaperKind(StrEnum):
    """The documents a claim may need."""

    CONTRACT = "contract"
    INVOICE = "invoice"
    TERMS_EVIDENCE = "terms_evidence"
    TRANSPORT = "transport"
    CUSTOMS = "customs"
    LEDGER = "ledger"
    STATEMENT = "statement"
    DEBT_EVIDENCE = "debt_evidence"
    CORRESPONDENCE = "correspondence"
    DUNNING = "dunning"
    SECURITY = "security"
    INSOLVENCY = "insolvency"
    PROOF_OF_DEBT = "proof_of_debt"
    REJECTION = "rejection"
    POLITICAL = "political"
    POLICY = "policy"
    DECLARATIONS = "declarations"
    LIMIT_DECISION = "limit_decision"
    NOTICE = "notice"
    APPLICATION = "application"
    PAPER_LIST = "paper_list"
    COLLECTION_MANDATE = "collection_mandate"
    MONEY_LAUNDERING = "money_laundering"


P = PaperKind
_ALWAYS = (
    P.CONTRACT,
    P.INVOICE,
    P.TRANSPORT,
    P.LEDGER,
    P.STATEMENT,
    P.LIMIT_DECISION,
    P.NOTICE,
    P.APPLICATION,
)
_BY_CAUSE: Mapping[Cause, tuple[PaperKind, ...]] = {
    Cause.DEFAULT: (P.DUNNING, P.CORRESPONDENCE),
    Cause.INSOLVENCY: (P.INSOLVENCY, P.PROOF_OF_DEBT),
    Cause.REJECTION: (P.REJECTION, P.CORRESPONDENCE),
    Cause.POLITICAL: (P.POLITICAL, P.DEBT_EVIDENCE),
}
MADE_HERE = frozenset({P.LEDGER, P.STATEMENT, P.NOTICE, P.LIMIT_DECISION, P.DECLARATIONS, P.DUNNING})
"""Documents the program makes or already keeps."""


def required_papers(cause: Cause, *, export: bool, declared: bool) -> tuple[PaperKind, ...]:
    """The documents usually required, by cause; exports add the customs declaration."""
    wanted = {*_ALWAYS, *_BY_CAUSE[cause]}
    if export:
        wanted.add(P.CUSTOMS)
    if declared:
        wanted.add(P.DECLARATIONS)
    return tuple(kind for kind in PaperKind if kind in wanted)
