"""Whether the company asks who works with it, and what every role then does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.domain.duties import Seat
from app.domain.duty import Duty
from app.ui.dialogs.duties import DutiesDialog, told
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.domain.credit_record import Person
    from app.domain.duties import Table
    from app.services.control import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog


class DeskCard(Card):
    """Off unless an owner with a PIN switches it on; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme)
        self.context = context
        self.dialog: FormDialog | None = None
        self.owners: list[Person] = []
        self._seat: Seat | None = None
        self._table: Table = context.company.desk.shipped()
        self.state = label("", "bodyStrong", wrap=True)
        self.about = label("", "body", "secondary", wrap=True)
        self.roles = label("", "small", "secondary", wrap=True)
        self.switch_button = button(context.theme, "", "normal", "users", self.switch)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.duties_button = button(context.theme, "", "normal", "list-checks", self.give)
        row.addWidget(self.switch_button)
        row.addWidget(self.duties_button)
        row.addStretch(1)
        for widget in (self.state, self.about, self.roles):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.retranslate()

    def read(self) -> None:
        """Ask whether it asks, and which owners could switch it."""
        desk = self.context.company.desk

        def work(_control: Control) -> tuple[Seat, list[Person], Table]:
            return desk.look(), desk.owners(), desk.table()

        self.context.runner.database(work, self._show, owner=self)

    def _show(self, found: tuple[Seat, list[Person], Table]) -> None:
        self._seat, self.owners, self._table = found
        self.retranslate()

    def switch(self) -> None:
        """Begin or end it, by an owner's PIN."""
        from app.ui.dialogs.seat import SwitchDialog  # noqa: PLC0415 - opened now and then

        if self._seat is not None and self.owners:
            open_for(self, SwitchDialog(self.context, self.owners, on=not self._seat.asks, parent=self))

    def give(self) -> None:
        """Say what every role does."""
        dialog = DutiesDialog(self.context, self._table, self.context.company.desk.shipped(), self)
        dialog.saved.connect(lambda _change: self.read())
        open_for(self, dialog)

    def retranslate(self) -> None:
        """Every text, and whether it can be switched."""
        asks = self._seat is not None and self._seat.asks
        self.set_title(self.tr("Who works with the program"), self.tr("Of this company"))
        self.state.setText(
            self.tr("Everybody sits down with name and PIN, and does what the role is for.")
            if asks
            else self.tr("Nobody is asked: whoever opens the file does everything.")
        )
        self.about.setText(
            self.tr(
                "Where it asks, the change log names the person, and what is not the role's is refused, in "
                "the window and on the command line. It is no lock: whoever has the file and its password "
                "can read it."
            )
        )
        desk, lang = self.context.company.desk, self.context.formats.lang
        self.roles.setText(told(self._table, desk.shipped(), lang))
        self.duties_button.setText(self.tr("Who does what…"))
        first = self.tr("Duties hold nobody until it asks who works here.")
        guard(self.context, self.duties_button, able=asks, because=first, duty=Duty.PEOPLE)
        text = self.tr("Ask nobody any more…") if asks else self.tr("Ask who works here…")
        self.switch_button.setText(text)
        self.switch_button.setEnabled(bool(self.owners) and not self.context.company.read_only)
        self.switch_button.setToolTip(
            "" if self.owners else self.tr("First enter an owner with a PIN under Credit rules › People.")
        )
