"""Claims as the window and the papers see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.claim_pack import ListedPaper
from app.domain.claim_state import ClaimState
from app.domain.claim_trace import Calculation
from app.domain.insurance_record import Claim, ClaimEvent, ClaimPaper
from app.domain.money import Money
from app.domain.policy_period import Policy


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list: the debt in it, papers there and needed, what was paid (minor units)."""

    claim: Claim
    policy: Policy
    customer: str
    customer_en: str
    documents: tuple[int, ...]
    papers: int
    papers_needed: int
    paid: int
    debt: tuple[Money, ...] = ()

    @property
    def state(self) -> ClaimState:
        """Where it stands."""
        return ClaimState(self.claim.state)

    @property
    def expected(self) -> int:
        """What is still to come of what was approved; 0 before that."""
        return max(0, (self.claim.approved or 0) - self.paid)


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """One claim whole: its papers, what happened, its calculation (frozen once filed).

    ``checklist`` are the same papers with their files, in the order of the list. ``waits_until`` is the
    last day of the waiting period, None for a cause without one.
    """

    row: ClaimRow
    papers: Sequence[ClaimPaper]
    events: Sequence[ClaimEvent]
    calculation: Calculation
    following: tuple[ClaimState, ...]
    loss_on: date
    recovered: int = 0
    own_recovered: int = 0
    own_costs: int = 0
    checklist: tuple[ListedPaper, ...] = ()
    waits_until: date | None = None
