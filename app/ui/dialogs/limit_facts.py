"""What granting a limit must know before it opens, read in one go on the database worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dunning_rules import in_currency
from app.ui.dialogs.approval import read_deciders

if TYPE_CHECKING:
    from datetime import date

    from app.domain.credit_limit import Limit, Suggestion
    from app.domain.credit_record import CreditLimit
    from app.domain.scorecard import Grade
    from app.services.limit_views import Usage
    from app.services.session import CompanySession
    from app.ui.dialogs.approval import Deciders


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """Whose limit, what holds and is used, what is suggested (customers only), and who may decide.

    ``record`` is the customer's last decision, for the terms that go on when only the amount changes.

    ``grade`` is whose authority counts, ``scored`` whether anybody gave it; ``usage`` stands in the
    currency of the limit that holds. ``taken`` are the days from which a limit runs already.
    """

    name: str
    name_en: str
    customer_id: int | None
    group_id: int | None
    today: date
    currencies: tuple[str, ...]
    now: Limit
    record: CreditLimit | None
    usage: Usage
    grade: Grade
    scored: bool
    proposal: CreditLimit | None
    suggestion: Suggestion | None
    taken: tuple[date, ...]
    deciders: Deciders

    @property
    def base(self) -> str:
        """The company's own currency."""
        return self.deciders.base

    def used_in(self, currency: str) -> int | None:
        """What is used now, in another currency; None without a rate."""
        used = self.usage.used
        return in_currency(used.minor, used.currency, currency, self.base, self.deciders.rates)

    def suggested_in(self, currency: str) -> int | None:
        """The suggestion in another currency; None where there is none, or no rate."""
        if self.suggestion is None or self.suggestion.amount is None:
            return None
        return in_currency(self.suggestion.amount, self.base, currency, self.base, self.deciders.rates)


def read_limit_facts(
    session: CompanySession, actor: str, customer_id: int | None = None, group_id: int | None = None
) -> LimitFacts:
    """Read the facts of a customer, or of a group; runs on the database worker."""
    limits, today = session.limits, session.clock.today()
    deciders = read_deciders(session, actor)
    proposal: CreditLimit | None = None
    record: CreditLimit | None = None
    suggestion: Suggestion | None = None
    known = limits.grades(None if customer_id is None else [customer_id], today)
    if customer_id is not None:
        customer = session.customers.profile(customer_id).customer
        name, name_en = customer.name, customer.name_en
        view, usage = limits.view(customer_id, today), limits.usage([customer_id], today)[customer_id]
        now, record = view.limit, view.record
        proposal, suggestion = limits.proposal(customer_id, today), limits.candidates(customer_id, today)
        scored = customer_id in known
    else:
        pool = limits.pool(group_id or 0, today)
        name, name_en, now, usage = pool.name, "", pool.limit, pool.usage
        scored = bool(pool.members) and all(member in known for member in pool.members)
    return LimitFacts(
        name,
        name_en,
        customer_id,
        group_id,
        today,
        tuple(dict.fromkeys([deciders.base, *session.company.currencies_in_use()])),
        now,
        record,
        usage,
        limits.grade_for(customer_id, group_id or 0),
        scored,
        proposal,
        suggestion,
        tuple(one.start for one in limits.history(customer_id, group_id)),
        deciders,
    )
