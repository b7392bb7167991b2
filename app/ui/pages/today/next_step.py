"""What the next step of a work item does: the one place that knows where each leads, or what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.work import WorkItem
    from app.services.collection_views import DisputeView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.claim_facts import ClaimFacts

T = TypeVar("T")


class NextSteps(QObject):
    """Opens the dialog of a step over ``host``, or goes to the page where it is taken."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._steps: Mapping[str, Callable[[Mapping[str, object]], None]] = {
            "note": self._reminders,
            "letter": self._reminders,
            "email": self._reminders,
            "message": self._reminders,
            "call": self._log,
            "follow_up": self._log,
            "dispute": self._resolve,
            "match": lambda _target: self._go("bank", tab="lines", state="waiting"),
            "allocate": lambda _target: self._go("bank", tab="lines", state="unallocated"),
            "bill": lambda target: self._go("bank", tab="bills", bill_id=target.get("bill_id")),
            "limitation": lambda target: self._go("customers", document_id=target.get("document_id")),
            "acknowledge": lambda target: self._go("reminders", customer_id=target.get("customer_id")),
            "import": lambda _target: self._go("importing"),
            "alert": lambda target: self._go("watch", tab="alerts", **target),
            "review": lambda target: self._go("scoring", customer_id=target.get("customer_id")),
            "assess": lambda _target: self._go("watch", tab="reviews", scope="never"),
            "draft": lambda target: self._go("scoring", customer_id=target.get("customer_id")),
            "release": lambda target: self._go("credit", tab="check", check_id=target.get("check_id")),
            "limit": lambda target: self._go("credit", tab="limits", **target),
            "insurance": lambda target: self._go("insurance", tab="overview", duty=target.get("key")),
            "override": lambda target: self._go("credit", tab="overrides", **target),
            "finding": lambda target: self._go("health", tab="findings", **target),
            "stress": lambda target: self._go("analysis", tab="stress", **target),
            "contingency": lambda target: self._go("analysis", tab="contingency", **target),
        }

    def run(self, item: WorkItem) -> None:
        """Take the step; one nobody knows leads to the customer's file."""
        self._steps.get(item.action, self._file)(item.target)

    def _go(self, key: str, **params: object) -> None:
        self._context.navigator.go(key, **params)

    def _reminders(self, target: Mapping[str, object]) -> None:
        """The letter to this customer in the run of the day; coming back later finds the page as left."""
        who, currency = target.get("customer_id"), target.get("currency")
        self._context.navigator.bring("reminders", tab="run", chosen=who, currency=currency)

    def _file(self, target: Mapping[str, object]) -> None:
        self._go("customers", customer_id=target.get("customer_id"), tab="collection")

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    # -- in place -------------------------------------------------------------------------------

    def _log(self, target: Mapping[str, object]) -> None:
        """Log a contact; the follow-up that led here is done once it is saved."""
        from app.ui.dialogs.activity import ActivityDialog  # noqa: PLC0415 - at its first use
        from app.ui.dialogs.claim_facts import read_claim_facts  # noqa: PLC0415 - as above

        customer_id, activity_id = target.get("customer_id"), target.get("activity_id")
        if not isinstance(customer_id, int) or not writable(self._context):
            return
        session = self._context.company

        def show(facts: ClaimFacts) -> None:
            dialog = ActivityDialog(self._context, facts, None, self._host)
            if isinstance(activity_id, int):
                dialog.saved.connect(lambda _change: self._followed(activity_id))
            dialog.open()

        self._read(lambda _control: read_claim_facts(session, customer_id), show)

    def _followed(self, activity_id: int) -> None:
        collection, today = self._context.company.collection, self._context.company.clock.today()
        self._context.runner.database(lambda _control: collection.done_next(activity_id, today), owner=self)

    def _resolve(self, target: Mapping[str, object]) -> None:
        """Say how a dispute ended."""
        from app.services.collection_views import DisputeQuery  # noqa: PLC0415 - at its first use
        from app.ui.pages.collection.entries import CollectionEntries  # noqa: PLC0415 - as above

        dispute_id, document_id = target.get("dispute_id"), target.get("document_id")
        if not isinstance(document_id, int):
            return
        session, query = self._context.company, DisputeQuery(document_id=document_id)
        self._entries = CollectionEntries(self._context, self._host)

        def show(found: list[DisputeView]) -> None:
            views = [one for one in found if one.dispute.id == dispute_id]
            if views:
                self._entries.resolve(views[0])

        self._read(lambda _control: session.collection.disputes(query), show)
