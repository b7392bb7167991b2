"""Answering warnings: seen, put off, acted on, taken up again; and the way to what is to be done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.domain.customer import CustomerStatus
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.pages.watch.answer_dialogs import AcknowledgeDialog, ActDialog, SnoozeDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.watch_views import AlertView
    from app.ui.context import PageContext
    from app.ui.dialogs.claim_facts import ClaimFacts
    from app.ui.dialogs.form_dialog import FormDialog


class Answers(QObject):
    """Opens the dialogs over ``host``; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: FormDialog | None = None

    def acknowledge(self, views: Sequence[AlertView]) -> None:
        """Seen, nothing to do; with a note."""
        if views and writable(self._context):
            open_for(self, AcknowledgeDialog(self._context, views, self._host))

    def snooze(self, views: Sequence[AlertView]) -> None:
        """Put off to a day."""
        if views and writable(self._context):
            open_for(self, SnoozeDialog(self._context, views, self._host))

    def act(
        self, views: Sequence[AlertView], said: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say what was done; ``then`` goes on once it is stored."""
        if views and writable(self._context):
            dialog = ActDialog(self._context, views, said, self._host)
            if then is not None:
                dialog.saved.connect(lambda _change: then())
            open_for(self, dialog)

    def reopen(self, views: Sequence[AlertView]) -> None:
        """New again, at once."""
        watch, ids = self._context.company.watch, [view.alert.id for view in views]
        if ids and writable(self._context):
            self._run(lambda _control: watch.reopen(ids))

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        self._context.runner.database(
            work, self._context.notices.done, failed=self._context.notices.error, owner=self
        )

    # -- what is done ---------------------------------------------------------------------------

    def menu(self, view: AlertView) -> QMenu:
        """What can be done about a warning."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps: tuple[tuple[str, Callable[[AlertView], object]], ...] = (
            (self.tr("Score again…"), self.score),
            (self.tr("Change the limit…"), self.limit),
            (self.tr("Stop shipments…"), self.stop),
            (self.tr("Log a call…"), self.call),
            (self.tr("Write up as a case…"), self.case),
        )
        for text, run in steps:
            menu.addAction(text).triggered.connect(partial(self._take, run, view))
        menu.addSeparator()
        menu.addAction(self.tr("Something else…")).triggered.connect(lambda _on=False: self.act([view]))
        return menu

    @staticmethod
    def _take(run: Callable[[AlertView], object], view: AlertView, *_: object) -> None:
        run(view)

    def score(self, view: AlertView) -> None:
        """Say that the customer is scored again, and go there."""
        self._go_on(view, self.tr("Scored again"), "scoring")

    def limit(self, view: AlertView) -> None:
        """Say that the limit is changed, and go there."""
        self._go_on(view, self.tr("Limit looked at"), "credit", tab="limits")

    def _go_on(self, view: AlertView, said: str, key: str, **params: object) -> None:
        who, navigator = view.alert.customer_id, self._context.navigator
        self.act([view], said, lambda: navigator.go(key, customer_id=who, **params))

    def stop(self, view: AlertView) -> None:
        """Stop shipping on credit: the customer's own status, which the order check keeps to."""
        company, who = self._context.company, view.alert.customer_id

        def work(_control: Control) -> ChangeSet:
            customer = company.customers.profile(who).customer
            return company.customers.update(replace(customer, status=CustomerStatus.STOPPED))

        self.act([view], self.tr("Shipments on credit stopped"), lambda: self._run(work))

    def call(self, view: AlertView) -> None:
        """Log what was said; the warning is acted on once that is stored."""
        from app.ui.dialogs.activity import ActivityDialog  # noqa: PLC0415 - at its first use
        from app.ui.dialogs.claim_facts import read_claim_facts  # noqa: PLC0415 - as above

        session, who, alert_id = self._context.company, view.alert.customer_id, view.alert.id
        if not writable(self._context):
            return

        def show(facts: ClaimFacts) -> None:
            dialog = ActivityDialog(self._context, facts, None, self._host)
            said = self.tr("Called")
            dialog.saved.connect(
                lambda _change: self._run(lambda _control: session.watch.act(alert_id, said))
            )
            open_for(self, dialog)

        self._context.runner.database(
            lambda _control: read_claim_facts(session, who),
            show,
            failed=self._context.notices.error,
            owner=self,
        )

    def case(self, view: AlertView) -> None:
        """Write the customer up as a near miss; the warning is acted on by saying so."""
        who, navigator = view.alert.customer_id, self._context.navigator
        said = self.tr("Written up as a case")
        self.act([view], said, lambda: navigator.bring("watch", tab="cases", near_miss=who))
