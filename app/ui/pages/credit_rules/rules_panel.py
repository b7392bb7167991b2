"""A tab of rules that are saved together: fields, Save, Discard, the shipped ones; nothing lost unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.faults import is_ours, sentence
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.buttons import button
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

S = TypeVar("S")


class RulesPanel(TabPanel, Generic[S]):
    """Subclasses fill ``column`` and say how rules are read, shown, typed and kept."""

    moves = frozenset({"setting"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.stored: S | None = None
        self.shipped: S | None = None
        theme = context.theme
        self.strip = MessageStrip(theme)
        self.save_button = button(theme, "", "primary", run=self.save)
        self.drop_button = button(theme, "", "quiet", run=self.drop)
        self.reset_button = button(theme, "", "link", "undo-2", self.reset)
        inner = QWidget()
        inner.setProperty("area", "window")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addWidget(self.reset_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.drop_button)
        self.foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.strip)
        layout.addLayout(self.foot)

    # -- what a subclass gives ------------------------------------------------------------------

    def load(self) -> tuple[S, S]:
        """The rules in force and the shipped ones; runs on the worker."""
        raise NotImplementedError

    def put(self, rules: S) -> None:
        """Show rules in the fields."""
        raise NotImplementedError

    def typed(self) -> S | None:
        """The rules as they stand in the fields; None while something in them is no figure."""
        raise NotImplementedError

    def keep(self, rules: S) -> ChangeSet:
        """Store them; runs on the worker."""
        raise NotImplementedError

    def back(self) -> ChangeSet:
        """Return to the shipped ones; runs on the worker."""
        raise NotImplementedError

    def moved(self) -> None:
        """What stands in the fields has changed."""

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the rules, unless something is typed."""
        if self.dirty:
            return

        def done(found: tuple[S, S]) -> None:
            typed_meanwhile = self.dirty
            self.stored, self.shipped = found
            if not typed_meanwhile:
                self.put(found[0])
            self.on_edit()

        self.context.runner.database(
            lambda _control: self.load(),
            done,
            failed=self.context.notices.error,
            owner=self,
            key=f"credit_rules.{type(self).__name__}",
        )

    # -- editing --------------------------------------------------------------------------------

    @property
    def touched(self) -> bool:
        """Whether the fields differ from what is stored."""
        return self.stored is not None and self.typed() != self.stored

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.touched and writable(self.context)

    def on_edit(self, *_: object) -> None:
        """Follow the fields: what can be saved, dropped or put back."""
        found = self.typed()
        self.strip.hide()
        guard(self.context, self.save_button, able=self.touched and found is not None)
        self.drop_button.setEnabled(self.touched)
        guard(self.context, self.reset_button, able=self.shipped is not None and self.stored != self.shipped)
        self.title_changed.emit()
        self.moved()

    def save(self) -> None:
        """Keep what stands in the fields."""
        found = self.typed()
        if found is not None and self.touched:
            self._do(lambda _control: self.keep(found), found)

    def drop(self) -> None:
        """Back to what is stored."""
        if self.stored is not None:
            self.put(self.stored)
            self.on_edit()

    def reset(self) -> None:
        """Back to the shipped rules; the toast offers to undo it."""
        if self.shipped is not None:
            self._do(lambda _control: self.back(), self.shipped)

    def _do(self, work: Callable[[Control], ChangeSet], then: S) -> None:
        def done(change: ChangeSet) -> None:
            self.stored = then
            self.put(then)
            self.on_edit()
            self.context.notices.done(change)

        if writable(self.context):
            self.context.runner.database(work, done, failed=self.refused, owner=self)

    def refused(self, error: Exception) -> None:
        """Say what was wrong."""
        if is_ours(error):
            self.context.notices.error(error)
        else:
            self.strip.say("danger", sentence(error, self.context.formats.lang))

    def may_leave(self) -> bool:
        """Ask before typed rules are lost."""
        if not self.dirty:
            return True
        self.strip.say(
            "warn",
            self.tr("These rules are not saved."),
            actions=[(self.tr("Save"), self.save), (self.tr("Discard"), self.drop)],
            closable=False,
        )
        return False

    def retranslate(self) -> None:
        """Write the buttons; subclasses write the rest."""
        self.save_button.setText(self.tr("Save"))
        self.drop_button.setText(self.tr("Discard"))
        self.reset_button.setText(self.tr("Back to the shipped rules"))
