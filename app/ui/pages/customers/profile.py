"""A customer's profile: every field, identifiers with their check, contacts, other names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.problem import HoldfastError
from app.ui.dialogs.customer_form import CODES, CustomerForm
from app.ui.dialogs.facts import Facts, read_facts
from app.ui.dialogs.fields import Fields
from app.ui.dialogs.identifier import words_of
from app.ui.dialogs.late_terms_form import ROWS as LATE_ROWS
from app.ui.faults import is_ours, sentence
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.pages.customers.halves import Halves
from app.ui.pages.customers.reminder_card import ReminderCard
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.customer import Contact, Customer, Identifier
    from app.domain.identifiers import IdentifierCheck
    from app.services.customers import CustomerProfile
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries

_WIDE = 860


@dataclass(frozen=True, slots=True)
class Profiled:
    """What the profile shows: the customer, its identifiers checked, and the choices of its fields."""

    profile: CustomerProfile
    checks: tuple[IdentifierCheck, ...]
    facts: Facts


def read_profile(session: CompanySession, customer_id: int) -> Profiled:
    """Read it; runs on the database worker."""
    customers = session.customers
    profile = customers.profile(customer_id)
    country = profile.customer.country
    checks = (customers.check_identifier(each.kind, each.value, country) for each in profile.identifiers)
    return Profiled(profile, tuple(checks), read_facts(session))


class ProfilePanel(Halves):
    """Saves the form as one action; contacts and identifiers are edited in dialogs."""

    dirty_changed = Signal(bool)

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(_WIDE)
        self.context = context
        self.entries = entries
        self.profiled: Profiled | None = None
        self.dirty = False
        self.fields: Fields | None = None
        self.values: CustomerForm | None = None
        theme = context.theme
        self.message = MessageStrip(theme)
        self.form_card, self.numbers, self.contacts, self.aliases = (Card(theme, " ") for _ in range(4))
        self.reminders = ReminderCard(context, entries)
        self._form_holder = QWidget()
        self.form_card.body.addWidget(self._form_holder)
        self.save_button = button(theme, "", "primary", run=self.save)
        self.discard_button = button(theme, "", "quiet", run=self.discard)
        self.form_card.add_action(self.discard_button)
        self.form_card.add_action(self.save_button)
        self.add_number = button(theme, "", "link", "plus", partial(self._new, "identifier"))
        self.add_contact = button(theme, "", "link", "plus", partial(self._new, "contact"))
        self.add_alias = button(theme, "", "link", "plus", partial(self._new, "alias"))
        self.numbers.add_action(self.add_number)
        self.contacts.add_action(self.add_contact)
        self.aliases.add_action(self.add_alias)
        self._number_grid, self._contact_grid, self._alias_grid = QGridLayout(), QGridLayout(), QGridLayout()
        self._lay_out()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()
        self._set_dirty(dirty=False)

    def _lay_out(self) -> None:
        for card, grid in (
            (self.numbers, self._number_grid),
            (self.contacts, self._contact_grid),
            (self.aliases, self._alias_grid),
        ):
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(0, 1)
            card.body.addLayout(grid)
        right = QVBoxLayout()
        right.setSpacing(16)
        for card in (self.reminders, self.numbers, self.contacts, self.aliases):
            right.addWidget(card)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.message)
        left.addWidget(self.form_card)
        left.addStretch(1)
        self.lay_halves(left, right, (8, 5))

    # -- showing --------------------------------------------------------------------------------

    def show_profile(self, profiled: Profiled) -> None:
        """Show a customer; a form with typed changes of the same customer stays as it is."""
        before = self.profiled
        same = before is not None and before.profile.customer.id == profiled.profile.customer.id
        self.profiled = profiled
        if not (same and self.dirty):
            self._rebuild(profiled.profile.customer)
            self._set_dirty(dirty=False)
        self.reminders.show_customer(profiled.profile.customer.id)
        self._show_lists()

    def _rebuild(self, customer: Customer) -> None:
        """Make the form anew with these values, in the language in force."""
        if self.profiled is None:
            return
        old, self._form_holder = self._form_holder, QWidget()
        self.fields = Fields(self._form_holder)
        self.values = CustomerForm(self.context, self.profiled.facts, self.fields, customer)
        column = QVBoxLayout(self._form_holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for names, stretch in _ROWS:
            column.addLayout(self.fields.row(*names, stretch=stretch))
        column.addWidget(label(self.tr("Contract and late payment"), "section"))
        for names, stretch in LATE_ROWS:
            column.addLayout(self.fields.row(*names, stretch=stretch))
        self.fields.touched.connect(partial(self._set_dirty, dirty=True))
        self.form_card.body.replaceWidget(old, self._form_holder)
        old.hide()
        old.deleteLater()
        why = reason(self.context)
        self._form_holder.setEnabled(not why)
        self._form_holder.setToolTip(why)
        self.message.hide()

    def _set_dirty(self, *_: object, dirty: bool) -> None:
        changed = dirty != self.dirty
        self.dirty = dirty
        self.discard_button.setVisible(dirty)
        guard(self.context, self.save_button, able=dirty)
        if changed:
            self.dirty_changed.emit(dirty)

    def _show_lists(self) -> None:
        if self.profiled is None:
            return
        profile = self.profiled.profile
        for grid in (self._number_grid, self._contact_grid, self._alias_grid):
            _clear(grid)
        for row, (each, check) in enumerate(zip(profile.identifiers, self.profiled.checks, strict=True)):
            self._number_row(row, each, check)
        for row, contact in enumerate(profile.contacts):
            self._contact_row(row, contact)
        for row, alias in enumerate(profile.aliases):
            self._alias_grid.addWidget(label(alias.name, wrap=True), row, 0)
            self._add_tools(
                self._alias_grid, row, alias.name, None, partial(self.entries.remove_alias, alias.id)
            )
        self._say_nothing(self._number_grid, profile.identifiers, self.tr("No registered number yet."))
        self._say_nothing(self._contact_grid, profile.contacts, self.tr("Nobody to talk to yet."))
        self._say_nothing(
            self._alias_grid, profile.aliases, self.tr("Imported files know it by its own name only.")
        )

    def _say_nothing(self, grid: QGridLayout, rows: Sequence[object], text: str) -> None:
        if not rows:
            grid.addWidget(label(text, "body", "tertiary", wrap=True), 0, 0)

    def _number_row(self, row: int, each: Identifier, check: IdentifierCheck) -> None:
        lang = self.context.formats.lang
        words = QVBoxLayout()
        words.setSpacing(1)
        top = QHBoxLayout()
        top.setSpacing(8)
        number = label(each.value, "bodyStrong")
        number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        top.addWidget(number)
        top.addWidget(Chip(self.context.theme, *self._verdict(check)))
        top.addStretch(1)
        words.addLayout(top)
        words.addWidget(label(say(f"identifier_kind.{each.kind}", lang), "small", "secondary"))
        if check.problem:
            words.addWidget(
                label(words_of(check, lang), "small", "warn" if check.valid else "danger", wrap=True)
            )
        self._number_grid.addLayout(words, row, 0)
        self._add_tools(
            self._number_grid,
            row,
            each.value,
            partial(self.entries.identifier, each),
            partial(self.entries.remove_identifier, each.id),
        )

    def _verdict(self, check: IdentifierCheck) -> tuple[str, str]:
        if not check.valid:
            return self.tr("Not well formed"), "danger"
        if check.problem:
            return self.tr("Old number"), "warn"
        return self.tr("Well formed"), "good"

    def _contact_row(self, row: int, contact: Contact) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        name = " · ".join(part for part in (contact.name, contact.role) if part)
        words.addWidget(label(name, "bodyStrong", wrap=True))
        reach = " · ".join(part for part in (contact.mobile, contact.phone, contact.email) if part)
        for text in (reach, contact.note):
            if text:
                words.addWidget(label(text, "small", "secondary", wrap=True))
        self._contact_grid.addLayout(words, row, 0)
        self._add_tools(
            self._contact_grid,
            row,
            contact.name,
            partial(self.entries.contact, contact),
            partial(self.entries.remove_contact, contact.id),
        )

    def _add_tools(
        self,
        grid: QGridLayout,
        row: int,
        name: str,
        edit: Callable[[], None] | None,
        remove: Callable[[], None],
    ) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if edit is not None:
            pencil = icon_button(self.context.theme, "pencil", self.tr("Edit {name}").format(name=name), edit)
            grid.addWidget(pencil, row, 1, top)
            if not writable(self.context):
                guard(self.context, pencil)
        bin_ = icon_button(self.context.theme, "trash-2", self.tr("Delete {name}").format(name=name), remove)
        grid.addWidget(bin_, row, 2, top)
        if not writable(self.context):
            guard(self.context, bin_)

    def _new(self, what: str) -> None:
        if self.profiled is None:
            return
        customer_id = self.profiled.profile.customer.id
        makers = {
            "identifier": self.entries.new_identifier,
            "contact": self.entries.new_contact,
            "alias": self.entries.new_alias,
        }
        makers[what](customer_id)

    # -- saving ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Check every field, go to the first fault, or store the profile."""
        if self.fields is None or self.values is None or not self.dirty or not writable(self.context):
            return
        wrong = self.fields.wrong()
        if wrong:
            self.fields[wrong[0]].control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        customers, customer = self.context.company.customers, self.values.value()
        self._form_holder.setEnabled(False)

        def work(_control: Control) -> ChangeSet:
            return customers.update(customer)

        self.context.runner.database(work, self._done, failed=self._failed, owner=self)

    def _done(self, change: ChangeSet) -> None:
        self._form_holder.setEnabled(True)
        self._set_dirty(dirty=False)
        self.message.hide()
        if change.id:
            self.context.notices.done(change)
        if self.profiled is not None:
            customer_id, session = self.profiled.profile.customer.id, self.context.company
            self.context.runner.database(
                lambda _control: read_profile(session, customer_id), self.show_profile, owner=self
            )

    def _failed(self, error: Exception) -> None:
        self._form_holder.setEnabled(True)
        if is_ours(error) or self.fields is None:
            self.context.notices.error(error)
            return
        text = sentence(error, self.context.formats.lang)
        name = CODES.get(error.code, "") if isinstance(error, HoldfastError) else ""
        if name:
            self.fields[name].set_error(text)
            self.fields[name].control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.message.say("danger", text)

    def discard(self) -> None:
        """Show what is stored again."""
        if self.profiled is not None:
            self._set_dirty(dirty=False)
            self._rebuild(self.profiled.profile.customer)

    def remind(self) -> None:
        """Say that something typed here is not saved."""
        text = self.tr("The profile has changes that are not saved.")
        actions = [(self.tr("Save"), self.save), (self.tr("Discard"), self.discard)]
        self.message.say("warn", text, actions=actions, closable=False)

    def retranslate(self) -> None:
        """Write every text of the panel; what was typed stays."""
        self.form_card.set_title(self.tr("Profile"))
        self.reminders.retranslate()
        self.numbers.set_title(self.tr("Identifiers"))
        self.contacts.set_title(self.tr("Contacts"))
        self.aliases.set_title(self.tr("Other names in files"))
        self.save_button.setText(self.tr("Save"))
        self.discard_button.setText(self.tr("Discard changes"))
        for each in (self.add_number, self.add_contact, self.add_alias):
            each.setText(self.tr("Add"))
        self.add_number.setAccessibleName(self.tr("Add an identifier"))
        self.add_contact.setAccessibleName(self.tr("Add a contact"))
        self.add_alias.setAccessibleName(self.tr("Add another name"))
        guard(self.context, self.add_number, self.add_contact, self.add_alias)
        if self.profiled is not None and self.values is not None:
            self._rebuild(self.values.value())
            self._show_lists()


_ROWS: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("name", "code"), (2, 1)),
    (("short_name", "name_en"), ()),
    (("country", "currency", "language"), ()),
    (("terms",), ()),
    (("salesperson", "region", "group"), ()),
    (("status", "since"), ()),
    (("phone", "email"), ()),
    (("address",), ()),
    (("bank", "bank_account"), ()),
    (("note",), ()),
)


def _clear(grid: QGridLayout) -> None:
    """Take everything out of a grid, nested layouts too."""
    while (item := grid.takeAt(0)) is not None:
        _drop(item.widget(), item.layout())


def _drop(widget: QWidget | None, layout: object) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    if isinstance(layout, QBoxLayout):
        while (item := layout.takeAt(0)) is not None:
            _drop(item.widget(), item.layout())
        layout.deleteLater()
