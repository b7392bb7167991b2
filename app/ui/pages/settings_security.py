"""The password of the open company, and when the window locks, for this user on this machine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from app.ui.dialogs.controls import Choice
from app.ui.i18n import Retranslated
from app.ui.pages.settings_desk import DeskCard
from app.ui.shell.locking import CHOICES, MINIMISED, MINUTES, STANDARD
from app.ui.shell.shortcuts_sheet import native
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import stand_left

if TYPE_CHECKING:
    from app.services.control import Control
    from app.services.protection import Protection
    from app.ui.context import PageContext

_WIDEST, _CHOICE = 760, 200


class SecurityPanel(Retranslated):
    """Three cards: the company's password; who works with it; locking."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._state: Protection | None = None
        theme = context.theme
        self.password, self.locking = Card(theme), Card(theme)
        self.desk = DeskCard(context)
        self.state = label("", "bodyStrong")
        self.about = label("", "body", "secondary", wrap=True)
        wanted = context.events.protection_wanted
        self.set_button = button(theme, "", "normal", "key-round", partial(wanted.emit, ""))
        self.sheet_button = button(theme, "", "normal", "printer", partial(wanted.emit, "sheet"))
        self.lock_about = label("", "body", "secondary", wrap=True)
        self.minutes = Choice([(one, str(one)) for one in CHOICES])
        self.minutes.setMinimumWidth(_CHOICE)
        self.minutes.activated.connect(self._on_minutes)
        self.minutes_label = label("", "body", "secondary")
        self.minutes_label.setBuddy(self.minutes)
        self.minimised = QCheckBox()
        self.minimised.toggled.connect(partial(context.preferences.set, MINIMISED))
        self.lock_button = button(theme, "", "normal", "lock", context.events.lock_wanted.emit)
        context.events.protection_changed.connect(self.read)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        stand_left(self, [self.password, self.desk, self.locking], _WIDEST)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.set_button)
        row.addWidget(self.sheet_button)
        row.addStretch(1)
        for widget in (self.state, self.about):
            self.password.body.addWidget(widget)
        self.password.body.addLayout(row)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(self.minutes_label)
        choice.addWidget(self.minutes)
        choice.addStretch(1)
        now = QHBoxLayout()
        now.addWidget(self.lock_button)
        now.addStretch(1)
        self.locking.body.addWidget(self.lock_about)
        self.locking.body.addLayout(choice)
        self.locking.body.addWidget(self.minimised)
        self.locking.body.addLayout(now)

    def read(self) -> None:
        """Ask how the company is protected, and what was chosen."""
        service, preferences = self.context.company.protection, self.context.preferences

        def work(_control: Control) -> Protection:
            return service.state()

        self.context.runner.database(work, self._show, owner=self)
        self.desk.read()
        stored = preferences.get(MINUTES, STANDARD)
        self.minutes.choose(stored if stored in CHOICES else STANDARD)
        self.minimised.blockSignals(True)
        self.minimised.setChecked(preferences.get(MINIMISED) is True)
        self.minimised.blockSignals(False)

    def _show(self, state: Protection) -> None:
        self._state = state
        self.retranslate()

    def _on_minutes(self) -> None:
        self.context.preferences.set(MINUTES, self.minutes.value)
        self.context.events.lock_times_changed.emit()

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text, and what can be done."""
        state, sample = self._state, self.context.company.sample
        encrypted = state is not None and state.encrypted
        self.password.set_title(self.tr("Password"), self.tr("Of this company's file"))
        self.state.setText(self._said())
        self.about.setText(
            self.tr("The sample company has no secrets and takes no password.")
            if sample
            else self.tr(
                "With a password the file and its backups are encrypted. Without it they can be read by "
                "whoever has them, however they came by them."
            )
        )
        self.set_button.setText(
            self.tr("Password and recovery…") if encrypted else self.tr("Set a password…")
        )
        self.set_button.setEnabled(not sample and state is not None)
        self.sheet_button.setText(self.tr("Recovery sheet…"))
        self.sheet_button.setVisible(encrypted)
        self.desk.retranslate()
        self.locking.set_title(self.tr("Lock"), self.tr("For you on this computer"))
        self.lock_about.setText(
            self.tr(
                "A protected company is hidden until its password is typed again. Nothing is lost: open "
                "forms come back as they were."
            )
        )
        self.minutes_label.setText(self.tr("When idle"))
        self.minutes.setAccessibleName(self.minutes_label.text())
        for place, minutes in enumerate(CHOICES):
            after = self.tr("after %n minutes", "", minutes) if minutes else self.tr("never")
            self.minutes.setItemText(place, after)
        self.minimised.setText(self.tr("Also when the window is minimised"))
        self.lock_button.setText(self.tr("Lock now"))
        self.lock_button.setToolTip(native("Ctrl+Shift+H"))
        self.lock_button.setEnabled(encrypted)

    def _said(self) -> str:
        if self._state is None:
            return ""
        if not self._state.encrypted:
            return self.tr("No password: the file is not encrypted.")
        if self._state.remembered:
            return self.tr("Protected; this computer remembers the key.")
        return self.tr("Protected; the password is asked for each time.")
