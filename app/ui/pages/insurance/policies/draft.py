"""A policy while it is edited: values, places, marks, and what cannot be read; it touches no widget."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.policy import PolicyTerms
from app.domain.policy_guide import GROUPS
from app.domain.policy_text import CLAUSES

if TYPE_CHECKING:
    from app.domain.insurance_record import InsurancePolicy
    from app.domain.policy_period import Policy

RECORD, GUIDE = "record", "guide"
"""Pages of the editor beside the groups of the guide."""
PAGES: tuple[str, ...] = (RECORD, GUIDE, *(group.code for group in GROUPS))


@dataclass
class PolicyDraft:
    """``faults`` says per clause what cannot be read; such a clause keeps its last readable value."""

    record: InsurancePolicy
    terms: PolicyTerms
    faults: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, policy: Policy) -> PolicyDraft:
        """As it is stored."""
        return cls(policy.record, policy.terms)

    def value(self, clause: str) -> Any:
        """What a clause says now."""
        return getattr(self.terms, clause)

    def set_value(self, clause: str, value: object) -> None:
        """Say something else by a clause; that is to have looked at it."""
        if value != self.value(clause):
            changed: dict[str, Any] = {clause: value}
            self.terms = replace(self.terms, **changed)
            self.look_at(clause, looked=True)
        self.faults.pop(clause, None)

    def set_fault(self, clause: str, text: str) -> None:
        """A clause holds something that cannot be read."""
        self.faults[clause] = text

    def set_where(self, clause: str, text: str) -> None:
        """Note the place in the policy; to know the place is to have looked at it."""
        where = {name: place for name, place in self.terms.where.items() if name != clause}
        if text.strip():
            where[clause] = text.strip()
            self.look_at(clause, looked=True)
        self.terms = replace(self.terms, where=where)

    def look_at(self, clause: str, *, looked: bool) -> None:
        """Mark a clause as compared with the paper, or as not compared yet."""
        left = [name for name in self.terms.unchecked if name != clause]
        kept = left if looked else [name for name in CLAUSES if name == clause or name in left]
        self.terms = replace(self.terms, unchecked=tuple(kept))

    def unchecked(self, clause: str) -> bool:
        """Whether a template said it and nobody compared it yet."""
        return clause in self.terms.unchecked

    def same_as(self, policy: Policy) -> bool:
        """Whether nothing is changed."""
        return self.record == policy.record and self.terms == policy.terms and not self.faults
