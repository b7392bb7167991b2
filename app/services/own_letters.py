"""Whether we may write to a customer ourselves: once a claim is with the insurer, only with its consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.claim_state import WITH_INSURER
from app.domain.customer import Customer
from app.domain.insurance_record import Claim, InsurancePolicy
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from app.services.ports import Store, UnitOfWork

_MOST_NAMES = 5
_STATES = sorted(state.value for state in WITH_INSURER)


def with_insurer(
    store: Store | UnitOfWork, as_of: date, customer_ids: Collection[int] | None = None
) -> dict[int, tuple[str, date]]:
    """Customers (None: of all) we may not write to on a day: the insurer, and since when it has the claim."""
    asked = {} if customer_ids is None else {"customer_id": list(customer_ids)}
    claims = [
        one
        for one in store.find(Claim, state=_STATES, **asked)
        if not one.own_letters_allowed and (one.filed_on or one.opened_on) <= as_of
    ]
    if not claims:
        return {}
    ids = list({one.policy_id for one in claims})
    insurers = {one.id: one.insurer for one in store.find(InsurancePolicy, id=ids)}
    return {
        one.customer_id: (insurers.get(one.policy_id, ""), one.filed_on or one.opened_on) for one in claims
    }


def require_own_letters(store: Store | UnitOfWork, as_of: date, customer_ids: Collection[int]) -> None:
    """Refuse papers of our own to a customer whose claim is with the insurer (``DomainError``)."""
    found = with_insurer(store, as_of, customer_ids)
    if not found:
        return
    names = sorted(one.name for one in store.find(Customer, id=list(found)))
    if len(names) == 1:
        [(insurer, on)] = found.values()
        raise DomainError("letter.with_insurer", customer=names[0], insurer=insurer, on=on)
    shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
    raise DomainError("letter.many_with_insurer", customers=shown, n=len(names))
