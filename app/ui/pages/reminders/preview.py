"""Letters looked at one after the other, as they will be printed and as a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout

from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.paper_view import PaperView
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.letter_paper import ComposedLetter
    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext

_WIDE, _HIGH, _ROOM = 860, 900, 24


@dataclass(frozen=True)
class Sheet:
    """A letter to look at: how it is worded and drawn, both on the database worker."""

    key: object
    compose: Callable[[Control], ComposedLetter]
    draw: Callable[[int, Control], Sequence[PagePicture]]


def stored(context: PageContext, ids: Sequence[int]) -> list[Sheet]:
    """Letters that are drafted or sent already."""
    session = context.company

    def sheet(letter_id: int) -> Sheet:
        return Sheet(
            letter_id,
            lambda _control: session.letters.compose(letter_id),
            lambda width, control: session.previews.letter(letter_id, width, control),
        )

    return [sheet(each) for each in ids]


class PreviewDialog(QDialog):
    """``left`` carries the key of a letter that is not to go out; without ``leaving`` it is not offered."""

    left = Signal(object)

    def __init__(
        self,
        context: PageContext,
        sheets: Sequence[Sheet],
        at: object = None,
        parent: QWidget | None = None,
        *,
        leaving: bool = False,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.sheets = list(sheets)
        self._out: set[object] = set()
        self._leaving = leaving
        keys = [sheet.key for sheet in self.sheets]
        self._at = keys.index(at) if at in keys else 0
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = context.theme
        self._title = label("", "section", wrap=True)
        self._where = label("", "body", "secondary")
        self.before = icon_button(
            theme, "chevron-left", self.tr("The letter before (Alt+←)"), lambda: self.step(-1)
        )
        self.after = icon_button(
            theme, "chevron-right", self.tr("The next letter (Alt+→)"), lambda: self.step(1)
        )
        self.view = Segmented(self.tr("How to look at it"))
        self.view.set_choices([("paper", self.tr("On paper")), ("message", self.tr("As a message"))])
        self.problems = MessageStrip(theme)
        self.paper = PaperView(theme, context.runner)
        self.paper.setAccessibleName(self.tr("The letter as it will be printed"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The message"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.paper)
        self.stack.addWidget(self.text)
        self.leave_button = button(theme, "", "normal", "x", self._leave)
        self.leave_button.setVisible(leaving)
        self.close_button = button(theme, self.tr("Close"), "primary", run=self.accept)
        self._lay_out()
        self._connect()
        self._fit()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for widget in (self.view, self._where, self.before, self.after):
            head.addWidget(widget)
        strip = QVBoxLayout()
        strip.setContentsMargins(20, 0, 20, 8)
        strip.addWidget(self.problems)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(strip)
        layout.addWidget(line())
        layout.addWidget(self.stack, 1)
        layout.addWidget(line())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda key: self.stack.setCurrentIndex(int(key == "message")))
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1), ("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.step(by))

    def _fit(self) -> None:
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        self.resize(min(_WIDE, host.width() - 2 * _ROOM), min(_HIGH, host.height() - 2 * _ROOM))

    # -- showing --------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet | None:
        """The letter in view."""
        return self.sheets[self._at] if self.sheets else None

    def step(self, by: int) -> None:
        """Go to another letter; the first and the last are the ends."""
        at = min(max(self._at + by, 0), len(self.sheets) - 1)
        if at != self._at:
            self._at = at
            self._show()

    def _show(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self._where.setText(
            self.tr("{n} of {all}").format(n=self._at + 1, all=len(self.sheets))
            if len(self.sheets) > 1
            else ""
        )
        self.before.setVisible(len(self.sheets) > 1)
        self.after.setVisible(len(self.sheets) > 1)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self.sheets) - 1)
        self._say_leave()
        self.paper.show_source(sheet.draw)
        self.context.runner.database(
            sheet.compose,
            self._write,
            failed=self.context.notices.error,
            owner=self,
            key=f"preview.{id(self)}",
        )

    def _write(self, letter: ComposedLetter) -> None:
        from app.ui.pages.reminders.words import problem_words  # noqa: PLC0415 - loads with the first letter

        self._title.setText(f"{letter.customer} • {letter.title} {letter.stage}".strip())
        self.setWindowTitle(letter.subject or letter.title)
        self.text.setPlainText(letter.message)
        if letter.problems:
            formats = self.context.formats
            said = "\n".join(problem_words(each, formats) for each in letter.problems)
            self.problems.say("warn", said, closable=False)
        else:
            self.problems.hide()

    # -- leaving out ----------------------------------------------------------------------------

    def mark_out(self, keys: set[object]) -> None:
        """These are left out already."""
        self._out = set(keys)
        self._say_leave()

    def _leave(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            self._out ^= {sheet.key}
            self._say_leave()
            self.left.emit(sheet.key)

    def _say_leave(self) -> None:
        sheet = self.sheet
        out = sheet is not None and sheet.key in self._out
        self.leave_button.setText(self.tr("Take in again") if out else self.tr("Leave this one out"))
