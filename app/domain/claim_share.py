"""What of each invoice of a claim the insurer paid, and what the firm bears itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.claim_trace import TracedInvoice


@dataclass(frozen=True, slots=True)
class Borne:
    """One invoice: open and debt as the claim saw them after set-off, the insurer's part, and ours.

    Minor units: ``open`` of the invoice's currency, the others of the policy's; ``paid`` and ``own`` make
    ``debt``.
    """

    document_id: int
    open: int
    debt: int
    paid: int

    @property
    def own(self) -> int:
        """What is left to us."""
        return self.debt - self.paid


def borne(invoices: Sequence[TracedInvoice], paid: int) -> list[Borne]:
    """A payment laid on the invoices by what was covered of each, to the minor unit.

    No invoice gets more than its debt, and together they get no more than was covered.
    """
    covered = sum(one.covered for one in invoices)
    left, rest = min(max(0, paid), covered), covered
    found = []
    for one in invoices:
        # Of what is left to lay, this invoice's part of what is left to cover: the last takes the rest.
        part = left * one.covered // rest if rest else 0
        found.append(Borne(one.document_id, one.still_open, one.owed, part))
        left -= part
        rest -= one.covered
    return found
