"""The collection tab of a customer's file: promises, disputes, plans, calls, letters, files at one look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from app.domain.dispute import DisputeState
from app.domain.duty import Duty
from app.domain.plan_judging import PlanState
from app.domain.promise import PromiseState
from app.ui.pages.collection.lines import (
    activity_line,
    dispute_line,
    file_line,
    letter_line,
    plan_line,
    promise_line,
)
from app.ui.pages.collection.reading import Collected, read_collected
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.halves import Halves
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from app.ui.context import PageContext
    from app.ui.pages.collection.entries import CollectionEntries

_WIDE = 900
_SECTIONS = ("promises", "disputes", "plans", "activities", "letters", "files")
_LOGGED = frozenset({"promises", "activities", "files"})
Offer = tuple[str, "Callable[[], None]"]


def _duty(key: str) -> Duty:
    """Everybody in the firm logs; what follows from it is collecting."""
    return Duty.LOG if key in _LOGGED else Duty.COLLECT


class Section(Card):
    """A card with a list, a way to add, and a sentence while it is empty."""

    def __init__(self, context: PageContext, add: Callable[[], None] | None, *, most: int = 5) -> None:
        super().__init__(context.theme, " ")
        self.body.setContentsMargins(0, 0, 0, 6)
        self.list = LineList(context.theme, most=most)
        self.empty = label("", "small", "secondary", wrap=True)
        self.empty.setContentsMargins(16, 0, 16, 8)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.add: QPushButton | None = None
        if add is not None:
            self.add = button(context.theme, "", "quiet", "plus", add, small=True)
            guard(context, self.add)
            self.add_action(self.add)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, or the sentence of nothing."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)


class CollectionTab(Halves):
    """``show_customer`` reads; ``add``, ``edit`` and the menus go through ``entries``."""

    def __init__(self, context: PageContext, entries: CollectionEntries) -> None:
        super().__init__(_WIDE)
        self.context = context
        self.entries = entries
        self.customer_id = 0
        self.content: Collected | None = None
        adds: dict[str, Callable[[], None] | None] = {
            "promises": lambda: self.entries.promise(self.customer_id),
            "disputes": lambda: self.entries.dispute(self.customer_id),
            "plans": lambda: self.entries.plan(self.customer_id),
            "activities": lambda: self.entries.log(self.customer_id),
            "letters": None,
            "files": lambda: self.entries.attach("customer", self.customer_id),
        }
        self.sections = {key: Section(context.doing(_duty(key)), adds[key]) for key in _SECTIONS}
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, keys in ((left, _SECTIONS[:3]), (right, _SECTIONS[3:])):
            half.setSpacing(16)
            for key in keys:
                half.addWidget(self.sections[key])
            half.addStretch(1)
        self.lay_halves(left, right, (1, 1))
        for key, section in self.sections.items():
            section.list.opened.connect(partial(self.open_line, key))
            section.list.menu_wanted.connect(partial(self._pop, key))
            section.list.removal_wanted.connect(partial(self._remove, key))
        self.retranslate()

    # -- asking ---------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show what is known of this customer."""
        if customer_id != self.customer_id:
            self.customer_id, self.content = customer_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        session, customer_id = self.context.company, self.customer_id
        if customer_id:
            self.context.runner.database(
                lambda _control: read_collected(session, customer_id),
                self._show,
                failed=self.context.notices.error,
                owner=self,
                key="customer.collection",
            )

    def _show(self, content: Collected) -> None:
        self.content = content
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        content, formats = self.content, self.context.formats
        if content is None:
            return
        lines = {
            "promises": [promise_line(one, formats) for one in content.promises],
            "disputes": [dispute_line(one, formats) for one in content.disputes],
            "plans": [plan_line(one, formats) for one in content.plans],
            "activities": [activity_line(one, formats, content.today) for one in content.activities],
            "letters": [letter_line(one, formats) for one in content.letters],
            "files": [file_line(one, formats) for one in content.files],
        }
        titles = self._titles()
        for key, section in self.sections.items():
            section.show_lines(lines[key])
            note = formats.count(len(lines[key])) if lines[key] else ""
            if key == "promises" and content.kept.judged:
                kept = self.tr("{kept} of {judged} kept")
                note = kept.format(kept=content.kept.kept, judged=content.kept.judged)
            section.set_title(titles[key], note)
            section.list.setAccessibleName(titles[key])

    def _titles(self) -> dict[str, str]:
        return {
            "promises": self.tr("Promises"),
            "disputes": self.tr("Disputes"),
            "plans": self.tr("Payment plans"),
            "activities": self.tr("Calls and notes"),
            "letters": self.tr("Letters"),
            "files": self.tr("Files"),
        }

    # -- what can be done -----------------------------------------------------------------------

    def open_line(self, key: str, row_id: int) -> None:
        """Enter: what one most likely wants of a line."""
        offers = self.offers(key, row_id)
        if offers:
            offers[0][1]()

    def offers(self, key: str, row_id: int) -> list[Offer]:
        """What can be done with a line, the likeliest first."""
        makers: dict[str, Callable[[int], list[Offer]]] = {
            "promises": self._of_promise,
            "disputes": self._of_dispute,
            "plans": self._of_plan,
            "activities": self._of_activity,
            "letters": self._of_letter,
            "files": self._of_file,
        }
        return makers[key](row_id) if self.content is not None else []

    def _of_promise(self, row_id: int) -> list[Offer]:
        entries, content = self.entries, self._content
        view = next(one for one in content.promises if one.promise.id == row_id)
        offers: list[Offer] = [(self.tr("Edit…"), partial(entries.promise, self.customer_id, view.promise))]
        if view.state is not PromiseState.CANCELLED:
            offers.append((self.tr("Cancel the promise"), partial(entries.cancel_promise, row_id)))
        return [*offers, (self.tr("Delete"), partial(entries.remove_promise, row_id))]

    def _of_dispute(self, row_id: int) -> list[Offer]:
        entries, content = self.entries, self._content
        view = next(one for one in content.disputes if one.dispute.id == row_id)
        edit: Offer = (self.tr("Edit…"), partial(entries.dispute, self.customer_id, view.dispute))
        ending: Offer = (self.tr("Resolve…"), partial(entries.resolve, view))
        again: Offer = (self.tr("Reopen"), partial(entries.reopen_dispute, row_id))
        offers = [edit, again if view.state is DisputeState.RESOLVED else ending]
        go, document_id = self.context.navigator.go, view.dispute.document_id
        offers.append((self.tr("Show the invoice"), lambda: go("customers", document_id=document_id)))
        offers.append((self.tr("Attach a file…"), partial(entries.attach, "dispute", row_id)))
        return [*offers, (self.tr("Delete"), partial(entries.remove_dispute, row_id))]

    def _of_plan(self, row_id: int) -> list[Offer]:
        entries, content = self.entries, self._content
        view = next(one for one in content.plans if one.plan.id == row_id)
        offers: list[Offer] = [(self.tr("Agreement to sign…"), partial(entries.plan_paper, view))]
        if view.plan.signed_on is None:
            offers.append((self.tr("Signed…"), partial(entries.sign_plan, view)))
        offers.append((self.tr("Attach a file…"), partial(entries.attach, "payment_plan", row_id)))
        if view.state is not PlanState.CANCELLED:
            offers.append((self.tr("End the plan"), partial(entries.close_plan, row_id)))
        return [*offers, (self.tr("Delete"), partial(entries.remove_plan, row_id))]

    def _of_activity(self, row_id: int) -> list[Offer]:
        entries, content = self.entries, self._content
        entry = next(one.activity for one in content.activities if one.activity.id == row_id)
        offers: list[Offer] = [(self.tr("Edit…"), partial(entries.log, self.customer_id, entry))]
        if entry.next_on is not None and entry.next_done_on is None:
            offers.append((self.tr("Next action is done"), partial(entries.done_next, row_id)))
        offers.append((self.tr("Attach a file…"), partial(entries.attach, "activity", row_id)))
        return [*offers, (self.tr("Delete"), partial(entries.remove_activity, row_id))]

    def _of_letter(self, row_id: int) -> list[Offer]:
        go = self.context.navigator.go
        return [(self.tr("Show the letter"), lambda: go("reminders", letter_id=row_id))]

    def _of_file(self, row_id: int) -> list[Offer]:
        entries, content = self.entries, self._content
        one = next(each for each in content.files if each.id == row_id)
        return [
            (self.tr("Save a copy…"), partial(entries.save_file, one)),
            (self.tr("Remove"), partial(entries.detach, row_id)),
        ]

    @property
    def _content(self) -> Collected:
        if self.content is None:
            raise LookupError("nothing is shown")
        return self.content

    def _pop(self, key: str, row_id: int, at: QPoint) -> None:
        self.menu(key, row_id).popup(at)

    def menu(self, key: str, row_id: int) -> QMenu:
        """The menu of a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        free = {self.tr("Show the invoice"), self.tr("Show the letter"), self.tr("Save a copy…")}
        for text, run in self.offers(key, row_id):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, run=run: run())
            if text not in free:
                guard(self.context, action, duty=_duty(key))
        return menu

    def _remove(self, key: str, row_id: int) -> None:
        """Delete takes away the chosen line; letters stay."""
        if key != "letters":
            self.offers(key, row_id)[-1][1]()

    def retranslate(self) -> None:
        """Write every text of the tab."""
        adds = {
            "promises": self.tr("Promise…"),
            "disputes": self.tr("Dispute…"),
            "plans": self.tr("Plan…"),
            "activities": self.tr("Log…"),
            "files": self.tr("Attach…"),
        }
        empties = {
            "promises": self.tr("No promise yet. One pauses the reminders and is judged by the receipts."),
            "disputes": self.tr("Nothing is disputed."),
            "plans": self.tr("No payment plan."),
            "activities": self.tr("No call or visit is noted yet."),
            "letters": self.tr("No letter yet."),
            "files": self.tr("No file is kept with this customer."),
        }
        titles = self._titles()
        for key, section in self.sections.items():
            section.set_title(titles[key])
            section.empty.setText(empties[key])
            if section.add is not None:
                section.add.setText(adds[key])
        self._write()
