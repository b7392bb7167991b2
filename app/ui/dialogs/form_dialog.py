"""The frame of every entry dialog: fields with their faults, saving on the worker, leaving safely."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.fields import Fields
from app.ui.faults import is_ours, sentence
from app.ui.pages.customers.guard import reason
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.controls import DayEdit
    from app.ui.dialogs.optional_day import OptionalDay
    from app.ui.widgets.form_field import FormField

_EDGE, _GAP, _ROOM, _LEAST = 24, 14, 48, 320


class FormDialog(QDialog):
    """Subclasses add fields and give ``job``; ``saved`` carries the change set once it is stored.

    A fault shows below its field when the field is left; saving goes to the first one. What the
    service refuses lands at the field named in ``codes`` or in the strip above the buttons.
    """

    saved = Signal(object)
    codes: Mapping[str, str] = {}
    duty: ClassVar[Duty | None] = None
    """Whose duty saving is; PROGRAM where nothing is changed, None where the place it opens from says."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        width: int = 600,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.fields = Fields(self)
        self.fields.touched.connect(self.touch)
        self.fields.resized.connect(self._on_resized)
        self._dirty = False
        self._asked = False
        self._saving = self._kept_out = False
        self._placed = False
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width = width
        self.form = QVBoxLayout()
        self.form.setContentsMargins(_EDGE, 4, _EDGE, 8)
        self.form.setSpacing(_GAP)
        self.message = MessageStrip(context.theme)
        self._title = label("", "page", wrap=True)
        self._subtitle = label("", "body", "secondary", wrap=True)
        self._save = button(context.theme, "", "primary", run=self.submit)
        self._save.setDefault(True)
        self._cancel = button(context.theme, self.tr("Cancel"), "quiet", run=self.reject)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE, 20, _EDGE, 10)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        self._inner = QWidget()
        self._inner.setProperty("area", "window")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.form)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(_EDGE, 12, _EDGE, 16)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._save)
        strip = QVBoxLayout()
        strip.setContentsMargins(_EDGE, 0, _EDGE, 8)
        strip.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(strip)
        layout.addWidget(line())
        layout.addLayout(self.foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the page the dialog belongs to; Enter on a button means that button."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_F1:
            self.context.events.help_wanted.emit("")
        else:
            super().keyPressEvent(event)

    def set_head(self, title: str, verb: str, subtitle: str = "") -> None:
        """What the dialog does, the verb on its button, and for whom."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._save.setText(verb)

    # -- fields ---------------------------------------------------------------------------------

    def add_field(
        self,
        name: str,
        control: QWidget,
        text: str,
        hint: str = "",
        check: Callable[[], str] | None = None,
    ) -> FormField:
        """Make a field; ``check`` says what is wrong with it, "" for nothing."""
        return self.fields.add(name, control, text, hint, check)

    def lay(self, *names: str, stretch: Sequence[int] = ()) -> None:
        """Put these fields side by side in the form."""
        self.form.addLayout(self.fields.row(*names, stretch=stretch))

    def touch(self, *_: object) -> None:
        """Something was typed that would be lost."""
        self._dirty = True

    @property
    def typed(self) -> bool:
        """Whether something was typed that would be lost."""
        return self._dirty

    def verify(self, name: str) -> bool:
        """Check one field and say what is wrong with it; True when nothing is."""
        return self.fields.verify(name)

    def _on_resized(self) -> None:
        """The content is higher or lower now; fit once the layout knows by how much."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)

    def required(self, control: QLineEdit, text: str) -> Callable[[], str]:
        """A check that something is written."""
        return lambda: "" if control.text().strip() else text

    def amount_check(self, control: MoneyEdit) -> Callable[[], str]:
        """A check that an amount above zero is written."""

        def check() -> str:
            try:
                minor = control.minor()
            except HoldfastError as error:
                return sentence(error, self.context.formats.lang)
            if minor is None:
                return self.tr("Enter an amount.")
            return "" if minor > 0 else self.tr("The amount must be above zero.")

        return check

    def aside_check(self, control: MoneyEdit) -> Callable[[], str]:
        """A check of an amount that may stay empty: what is written can be read and is not below zero."""

        def check() -> str:
            try:
                minor = control.minor()
            except HoldfastError as error:
                return sentence(error, self.context.formats.lang)
            return self.tr("The amount cannot be below zero.") if minor is not None and minor < 0 else ""

        return check

    def past_check(self, control: DayEdit | OptionalDay) -> Callable[[], str]:
        """A check that a day is not still to come."""
        today = self.context.company.clock.today()

        def check() -> str:
            day = control.day
            return self.tr("This day is still to come.") if day is not None and day > today else ""

        return check

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """What to run on the worker, built from the fields; called when every check passed."""
        raise NotImplementedError

    def submit(self) -> None:
        """Check everything, go to the first fault, or save."""
        if self._saving or self._kept_out:
            return
        wrong = self.fields.wrong()
        if wrong:
            self.go_to(wrong[0])
            return
        try:
            work = self.job()
        except HoldfastError as error:
            self._refused(error)
            return
        self.run(work)

    def run(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run a job on the worker and close when it is stored."""
        if self._kept_out:
            return
        self._set_saving(saving=True)
        self.message.hide()
        self.context.runner.database(work, self._done, failed=self._failed, owner=self)

    def go_to(self, name: str) -> None:
        """Take the keyboard to a field."""
        control = self.fields[name].control
        self._scroll.ensureWidgetVisible(self.fields[name])
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        self._save.setEnabled(not saving)
        self._inner.setEnabled(not saving)

    def _done(self, change: ChangeSet) -> None:
        self._saving = False
        if change.id:
            self.context.notices.done(change)
        self.saved.emit(change)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_saving(saving=False)
        if is_ours(error):
            self.context.notices.error(error)
        else:
            self._refused(error)

    def _refused(self, error: Exception) -> None:
        text = sentence(error, self.context.formats.lang)
        name = self.codes.get(error.code, "") if isinstance(error, HoldfastError) else ""
        if name in self.fields and self.fields[name].isEnabled():
            self.fields[name].set_error(text)
            self._on_resized()
            self.go_to(name)
        else:
            self.message.say("danger", text)
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- leaving --------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; ask first when something typed would be lost (once more means yes)."""
        if self._saving:
            return
        if self._dirty and not self._asked:
            self._asked = True
            self.message.say(
                "warn",
                self.tr("What you typed is not saved. Press Esc again to discard it."),
                actions=[(self.tr("Keep editing"), self._keep), (self.tr("Discard"), self.reject)],
                closable=False,
            )
            return
        super().reject()

    def _keep(self) -> None:
        self._asked = False
        self.message.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its content, never higher than the window it stands over."""
        super().showEvent(event)
        self._keep_out()
        self.fit()

    def _keep_out(self) -> None:
        """Say beforehand that nothing can be saved: the file is for reading, or it is another's duty."""
        if self.duty is Duty.PROGRAM or not (why := reason(self.context, self.duty)):
            return
        self._kept_out = True
        self._save.setEnabled(False)
        self._save.setToolTip(why)
        self.message.say("warn", why, closable=False)

    def fit(self) -> None:
        """Take the size the content asks for, within the window; never shrink under the hand."""
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        width = min(self._width, max(_LEAST, host.width() - _ROOM))
        content = self.form
        content.activate()
        high = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        whole = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        rest = whole - self._scroll.sizeHint().height()
        wanted = max(high + rest + 4, self.height() if self._placed else 0)
        self._placed = True
        self.resize(width, min(wanted, max(_LEAST, host.height() - _ROOM)))
