"""What the tab of declarations shows of a policy: its periods, its premium and what was paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.insurance_deadline import Duty
from app.ui.pages.insurance.declarations.columns import PeriodRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.insurance_record import PremiumPayment
    from app.domain.policy_period import Policy
    from app.domain.premium import Premium
    from app.services.session import CompanySession


@dataclass(frozen=True, slots=True)
class DeclarationsRead:
    """One policy's declarations; ``policy`` None where there is none in use."""

    policies: Sequence[Policy]
    policy: Policy | None = None
    periods: Sequence[PeriodRow] = ()
    premium: Premium | None = None
    payments: Sequence[PremiumPayment] = ()


def read_declarations(session: CompanySession, policy_id: int) -> DeclarationsRead:
    """Read a policy's declarations; the newest policy that is to declare where none is named."""
    policies = [one for one in session.policies.all() if one.in_use]
    if not policies:
        return DeclarationsRead(())
    named = next((one for one in policies if one.id == policy_id), policies[0])
    today = session.clock.today()
    due = {
        item.param: item.day
        for item in session.deadlines.duties(today)
        if item.duty is Duty.DECLARATION and item.policy.id == named.id
    }
    rows = [
        PeriodRow(place, start, end, stored, named.record.currency, due.get(f"{start}/{end}"))
        for place, (start, end, stored) in enumerate(session.declarations.periods(named.id), 1)
        if start <= today
    ]
    return DeclarationsRead(
        policies,
        named,
        rows[::-1],
        session.declarations.premium(named.id),
        session.declarations.payments(named.id),
    )
