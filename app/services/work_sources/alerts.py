"""Early warnings that nobody has answered: one line per customer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.services.watch_views import AlertView

KIND = "alert"
_NEW = "new"


class Inbox(Protocol):
    """What this source needs of the watch."""

    def inbox(self, states: str, as_of: date) -> Sequence[AlertView]:
        """Warnings in a state on a day, the weightiest first."""


class AlertSource:
    """Items from the inbox; the rules themselves are run elsewhere."""

    def __init__(self, watch: Callable[[], Inbox]) -> None:
        self._watch = watch

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """The weightiest new warning of each customer, with how many more there are."""
        found: dict[int, list[AlertView]] = defaultdict(list)
        for view in self._watch().inbox(_NEW, as_of):
            found[view.alert.customer_id].append(view)
        for customer_id, views in found.items():
            first = views[0]
            yield WorkItem(
                key=f"{KIND}:{customer_id}:{max(view.alert.id for view in views)}",
                kind=KIND,
                due=as_of,
                reason="work.alert.many",
                params={"rule": (f"alert_rule.{first.rule}", {}), "n": len(views)},
                action="alert",
                target={"customer_id": customer_id, "alert_id": first.alert.id},
                customer_id=customer_id,
                customer=first.customer.name,
                customer_en=first.customer.name_en,
            )
