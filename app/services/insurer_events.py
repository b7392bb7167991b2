"""Events of credit files that follow from the insurers' decisions, read beside those that were entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.credit_file import ExternalEvent
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.insurer_events import events_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.services.ports import Store


def external_events(store: Store, customer_ids: Collection[int] | None) -> list[ExternalEvent]:
    """Entered events of these customers (None: of all), and what their insurers decided."""
    asked = {} if customer_ids is None else {"customer_id": list(customer_ids)}
    return [*store.find(ExternalEvent, **asked), *from_insurers(store, customer_ids)]


def from_insurers(store: Store, customer_ids: Collection[int] | None) -> list[ExternalEvent]:
    """What the insurers decided, as events."""
    asked = {} if customer_ids is None else {"customer_id": list(customer_ids)}
    decisions = store.find(LimitDecision, **asked)
    if not decisions:
        return []
    ids = list({one.policy_id for one in decisions})
    insurers = {one.id: one.insurer for one in store.find(InsurancePolicy, id=ids)}
    return list(events_of(decisions, insurers))
