"""People and their authority: profiles with roles and PINs, and the matrix of amounts by grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from app.domain.authority import AuthorityMatrix
from app.ui.dialogs.opening import open_for
from app.ui.models.columns import Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.people.matrix import MatrixEdit, whole
from app.ui.pages.credit_rules.rules_panel import RulesPanel
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label, literal
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import Person
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage

_LIST_HEIGHT = 214


class PeoplePanel(RulesPanel[AuthorityMatrix]):
    """Profiles are saved one by one, the matrix with one press; ``dialog`` is the one now open."""

    moves = frozenset({"person", "setting", "company"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.people: list[Person] = []
        self.dialog: FormDialog | None = None
        self._base = "CNY"
        theme = context.theme
        self.profiles, self.authority = Card(theme, " "), Card(theme, " ")
        self.about = label("", "small", "secondary", wrap=True)
        self.alone, self.keys = MessageStrip(theme), MessageStrip(theme)
        self.locked = False
        self.table = DataTable(theme, "credit_rules.people", context.preferences, framed=False,
                               empty_icon="users")  # fmt: skip
        self.table.setFixedHeight(_LIST_HEIGHT)
        self.model: RowTable[Person] = RowTable(
            self._columns(), context.runner, lambda person: person.id, parent=self
        )
        self.table.set_model(self.model)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.edit_button = button(theme, "", "link", "pencil", self._edit_current)
        self.pin_button = button(theme, "", "link", "lock", self._pin_current)
        self.remove_button = button(theme, "", "link", "trash-2", self._remove_current)
        self.standing = Chip(theme)
        self.own_button = button(theme, "", "normal", "plus", self._open_own)
        self.matrix_note = label("", "small", "secondary", wrap=True)
        self.matrix = MatrixEdit(context)
        self._lay_out()
        self.matrix.edited.connect(self.on_edit)
        self.table.opened.connect(self.edit)
        self.table.clear_filter.connect(self.add)
        self.table.empty.bar(reason(context))
        self.table.current_changed.connect(self._follow)

    def _lay_out(self) -> None:
        self.profiles.add_action(self.add_button)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (self.edit_button, self.pin_button, self.remove_button):
            tools.addWidget(widget)
        tools.addStretch(1)
        for each in (self.about, self.alone, self.keys):
            self.profiles.body.addWidget(each)
        self.profiles.body.addWidget(self.table)
        self.profiles.body.addLayout(tools)
        self.authority.add_action(self.standing)
        self.authority.add_action(self.own_button)
        self.authority.body.addWidget(self.matrix_note)
        self.authority.body.addWidget(self.matrix)
        self.column.addWidget(self.profiles)
        self.column.addWidget(self.authority)
        self.column.addStretch(1)

    def _columns(self) -> list[Column[Person]]:
        lang = self.context.formats.lang

        def pin(person: Person) -> Cell:
            if person.pin:
                return Cell(self.tr("PIN set"), chip="good", icon="")
            return Cell(self.tr("No PIN"), tone="tertiary")

        def active(person: Person) -> Cell:
            if person.active:
                return Cell(self.tr("Works here"), chip="neutral")
            return Cell(self.tr("Has left"), chip="warn")

        return [
            text_column("name", lambda: self.tr("Name"), lambda person: person.name, strong=True, width=200,
                        min_width=130, stretch=2, fixed=True),
            text_column("role", lambda: self.tr("Role"), lambda person: say(f"role.{person.role}", lang),
                        width=160, min_width=110, stretch=1),
            Column("pin", lambda: self.tr("PIN"), pin, value=lambda person: bool(person.pin), width=110,
                   min_width=90),
            Column("active", lambda: self.tr("State"), active, value=lambda person: person.active, width=120,
                   min_width=96),
        ]  # fmt: skip

    # -- RulesPanel -----------------------------------------------------------------------------

    def read(self) -> None:
        """The people are read even while an edited matrix waits."""
        super().read()
        if self.dirty:
            people = self.context.company.people
            self.context.runner.database(
                lambda _control: (people.list(inactive=True), people.locked()),
                self._show_people,
                owner=self,
                key="people",
            )

    def _show_people(self, found: tuple[list[Person], bool]) -> None:
        self.people, self.locked = found
        self.moved()

    def load(self) -> tuple[AuthorityMatrix, AuthorityMatrix]:
        """The people, and the matrix in force and the shipped one."""
        session = self.context.company
        self.people = session.people.list(inactive=True)
        self.locked = session.people.locked()
        self._base = session.company.get().currency
        return whole(session.people.matrix()), whole(session.people.shipped_matrix())

    def put(self, rules: AuthorityMatrix) -> None:
        """Write the matrix into its fields."""
        self.matrix.set_base(self._base)
        self.matrix.put(rules)

    def typed(self) -> AuthorityMatrix | None:
        """The matrix as typed."""
        return self.matrix.value()

    def keep(self, rules: AuthorityMatrix) -> ChangeSet:
        """Store the company's own matrix."""
        return self.context.company.people.save_matrix(rules)

    def back(self) -> ChangeSet:
        """Return to the shipped one."""
        return self.context.company.people.reset_matrix()

    def moved(self) -> None:
        """Show the people, who decides alone, and whose matrix it is."""
        self.model.set_columns(self._columns())
        if list(self.model.rows) != self.people:
            self.model.set_rows(self.people)
        if self.people and not self.table.view.current_id():
            self.table.view.select_id(self.people[0].id)
        own = self.stored is not None and self.stored != self.shipped
        self.standing.set(self.tr("Own") if own else self.tr("Shipped"), "info" if own else "neutral")
        self._say_alone()
        self._say_locked()
        guard(self.context, self.add_button, able=not self.locked)
        guard(self.context, self.own_button, able=not self.locked and bool(self._without_line()))
        self.matrix.setEnabled(not self.locked)
        if self.locked:
            self.save_button.setEnabled(False)
            self.reset_button.setEnabled(False)
        self._follow()

    def _say_locked(self) -> None:
        """While an owner has a PIN, that PIN comes before any change of people or authority."""
        if not self.locked:
            self.keys.hide()
            return
        self.keys.say(
            "info",
            self.tr("Only an owner changes people and their authority."),
            actions=[(self.tr("Type an owner's PIN…"), self.ask_owner)],
            closable=False,
        )

    def ask_owner(self) -> None:
        """Let an owner unlock the panel."""
        from app.ui.pages.credit_rules.people.dialogs import OwnerDialog  # noqa: PLC0415 - loads on first use

        owners = [one for one in self.people if one.role == "owner" and one.active and one.pin]
        dialog = OwnerDialog(self.context, owners, self)
        dialog.saved.connect(self._unlocked)
        open_for(self, dialog)

    def _unlocked(self, *_: object) -> None:
        self.locked = False
        self.on_edit()

    def refused(self, error: Exception) -> None:
        """Say what was wrong; an owner's five minutes may be over."""
        if getattr(error, "code", "") == "person.owner_needed":
            self.locked = True
            self.on_edit()
        super().refused(error)

    def _say_alone(self) -> None:
        active = [person for person in self.people if person.active]
        if len(active) > 1:
            self.alone.hide()
            return
        if active:
            text = self.tr(
                "{name} is the only person: no second pair of eyes is asked for, the matrix does not bind, "
                "and every decision is marked as made alone."
            ).format(name=active[0].name)
        else:
            text = self.tr(
                "Nobody is entered: whoever uses the program decides alone, without bound, and every "
                "decision is marked so. Enter people to share the work."
            )
        self.alone.say("info", text, closable=False)

    # -- people ---------------------------------------------------------------------------------

    def _follow(self, *_: object) -> None:
        one = self.current
        guard(self._of_pin(one), self.pin_button, able=one is not None)
        guard(self.context, self.edit_button, self.remove_button, able=one is not None and not self.locked)
        has = one is not None and bool(one.pin)
        self.pin_button.setText(self.tr("Change the PIN…") if has else self.tr("Set a PIN…"))

    def _of_pin(self, one: Person | None) -> PageContext:
        """The own PIN is everybody's own to change."""
        own = one is not None and one.name == self.context.company.desk.seat.name
        return self.context.doing(None) if own else self.context

    @property
    def current(self) -> Person | None:
        """Who is chosen."""
        return self._person(self.table.view.current_id())

    def _person(self, person_id: int) -> Person | None:
        return next((one for one in self.people if one.id == person_id), None)

    def add(self) -> None:
        """Enter somebody."""
        self._open_person(None)

    def edit(self, person_id: int) -> None:
        """Edit a profile."""
        if (person := self._person(person_id)) is not None and not self.locked:
            self._open_person(person)

    def _edit_current(self) -> None:
        if self.current is not None:
            self._open_person(self.current)

    def _open_person(self, person: Person | None) -> None:
        from app.ui.pages.credit_rules.people.dialogs import PersonDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            open_for(self, PersonDialog(self.context, person, first=not self.people, parent=self))

    def _pin_current(self) -> None:
        from app.ui.pages.credit_rules.people.dialogs import PinDialog  # noqa: PLC0415 - loads on first use

        if self.current is not None and writable(self._of_pin(self.current)):
            owners = [one for one in self.people if one.role == "owner" and one.active]
            open_for(self, PinDialog(self.context, self.current, owners, self))

    def _remove_current(self) -> None:
        if self.current is not None:
            people, person_id = self.context.company.people, self.current.id
            self._run(lambda _control: people.remove(person_id))

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(work, self.context.notices.done, failed=self.refused, owner=self)

    # -- own lines ------------------------------------------------------------------------------

    def _without_line(self) -> list[str]:
        named = {line.person for line in self.matrix.lines if line.person}
        return [one.name for one in self.people if one.active and one.name not in named]

    def own_menu(self) -> QMenu:
        """Everybody without a line of their own."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._without_line():
            action = menu.addAction(literal(name))
            action.triggered.connect(lambda _on=False, each=name: self.matrix.add_person(each))
        return menu

    def _open_own(self) -> None:
        self.own_menu().popup(self.own_button.mapToGlobal(QPoint(0, self.own_button.height())))

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text of the panel."""
        super().retranslate()
        self.profiles.set_title(self.tr("People"))
        self.authority.set_title(self.tr("Who may grant how much to which grade"))
        self.about.setText(
            self.tr(
                "A profile records who decided; a PIN proves it was that person. It is no lock: whoever has "
                "the file can read it."
            )
        )
        self.table.view.setAccessibleName(self.tr("People"))
        self.table.say_empty(self.tr("Nobody is entered."), self.tr("Add a person"))
        self.add_button.setText(self.tr("Add a person…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.remove_button.setText(self.tr("Remove"))
        self.own_button.setText(self.tr("A line for one person"))
        self.matrix_note.setText(
            self.tr(
                "The largest limit each may grant, in our own currency. A person's own line goes before the "
                "role's. Leaving somebody unchecked takes an authority without bound; without a valid grade, "
                "grade C counts."
            )
        )
        if self.stored is not None:
            self.matrix.put(self.matrix.value() or self.stored)
        self.moved()
