"""A panel of settings that are saved together: fields, Save and Discard, unsaved edits asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMessageBox

from app.domain.problem import HoldfastError
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.pages.customers.guard import writable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import FormField
from app.ui.widgets.layouts import stand_left
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.company import Company
    from app.ui.context import PageContext

_WIDEST = 760


class SettingsForm(Retranslated):
    """Subclasses fill ``grid`` with fields and turn them into a ``Company`` in ``edited``."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.company: Company | None = None
        self.fields: dict[str, FormField] = {}
        theme = context.theme
        self.message = MessageStrip(theme)
        self.card = Card(theme)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(12)
        self.card.body.addWidget(self.message)
        self.card.body.addLayout(self.grid)
        self.save_button = button(theme, "", "primary", run=self.save)
        self.discard_button = button(theme, "", "quiet", run=self.discard)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        self.card.body.addLayout(foot)
        stand_left(self, [self.card], _WIDEST)
        self._mark(changed=False)

    # -- what a subclass gives ------------------------------------------------------------------

    def fill(self, company: Company) -> None:
        """Show the stored values."""
        raise NotImplementedError

    def edited(self, company: Company) -> Company:
        """The company with what stands in the fields; ``DomainError`` for what cannot be."""
        raise NotImplementedError

    def blame(self, error: HoldfastError) -> FormField | None:
        """The field an error belongs to."""
        raise NotImplementedError

    # -- fields ---------------------------------------------------------------------------------

    def add_line(self, key: str, row: int, column: int, span: int = 1) -> QLineEdit:
        """Add a line field at a place of the grid."""
        edit = QLineEdit()
        edit.textEdited.connect(self.touched)
        edit.returnPressed.connect(self.save)
        field = FormField(edit)
        self.fields[key] = field
        self.grid.addWidget(field, row, column, 1, span)
        return edit

    def touched(self) -> None:
        """The user changed something."""
        self._mark(changed=True)

    def _mark(self, *, changed: bool) -> None:
        self._changed = changed
        free = writable(self.context)
        self.save_button.setEnabled(changed and free)
        self.discard_button.setEnabled(changed)

    # -- saving ---------------------------------------------------------------------------------

    def show_company(self, company: Company) -> None:
        """Show what is stored, unless unsaved edits stand in the fields."""
        for field in self.fields.values():
            field.setEnabled(writable(self.context))
        fresh = self.company is None or not self._changed
        self.company = company
        if fresh:
            self.discard()

    def discard(self) -> None:
        """Back to what is stored."""
        self.message.hide()
        for field in self.fields.values():
            field.set_error("")
        if self.company is not None:
            self.fill(self.company)
        self._mark(changed=False)

    def save(self) -> None:
        """Save what stands in the fields."""
        if self.company is None or not self._changed:
            return
        try:
            wanted = self.edited(self.company)
        except HoldfastError as error:
            self._on_failed(error)
            return
        service = self.context.company.company
        self.context.runner.database(
            lambda _control: service.update(wanted), self._on_saved, failed=self._on_failed, owner=self
        )

    def _on_saved(self, change: ChangeSet) -> None:
        self.message.hide()
        self._mark(changed=False)
        self.context.notices.done(change)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, HoldfastError):
            self.context.notices.error(error)
            return
        field = self.blame(error)
        text = sentence(error, self.context.formats.lang)
        if field is None:
            self.message.say("danger", text)
        else:
            field.set_error(text)
            field.control.setFocus()

    @property
    def dirty(self) -> bool:
        """Whether there are unsaved edits."""
        return bool(self._changed)

    def may_leave(self) -> bool:
        """Ask about unsaved edits."""
        if not self.dirty:
            return True
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Settings"),
            self.tr("There are unsaved settings."),
            parent=self,
        )
        drop = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is not drop:
            return False
        self.discard()
        return True

    def write_buttons(self) -> None:
        """Texts of the two buttons."""
        self.save_button.setText(self.tr("Save changes"))
        self.discard_button.setText(self.tr("Discard"))
