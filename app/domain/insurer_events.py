"""What the insurer decided, as events of the customer's credit file: a cut limit, and its opinion.

Nothing is stored twice: the events follow from the limit decisions. Their ids are below 0, so that they
never meet those of events that were entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.insurance_record import LimitDecision

CUTS = frozenset({"reduced", "withdrawn", "declined"})
"""Outcomes that take away what was insured, or refuse to insure."""
_OPINIONS = {
    "granted": "full",
    "partial": "partial",
    "reduced": "partial",
    "declined": "refused",
    "withdrawn": "refused",
}
OWN_KIND = "discretionary"
"""A limit of our own discretion is no word of the insurer."""


def event_id(decision_id: int) -> int:
    """The id of the event that follows from a decision."""
    return -decision_id


def events_of(decisions: Iterable[LimitDecision], insurers: dict[int, str]) -> Iterator[ExternalEvent]:
    """The events that follow from decisions; ``insurers`` are named by policy."""
    for one in decisions:
        if one.kind == OWN_KIND:
            continue
        source = insurers.get(one.policy_id, "")
        if one.outcome in CUTS:
            yield ExternalEvent(
                one.customer_id, EventKind.INSURER_CUT, one.on, source, note=one.note, id=event_id(one.id)
            )
        if one.outcome in _OPINIONS:
            yield ExternalEvent(
                one.customer_id,
                EventKind.INSURER_OPINION,
                one.on,
                source,
                _OPINIONS[one.outcome],
                note=one.note,
                id=event_id(one.id),
            )
