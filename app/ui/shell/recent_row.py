"""A company file opened before, as a row of the start screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from app.services.company_files import RecentFile
    from app.ui.formats import Formats
    from app.ui.theme import Theme


class RecentRow(QPushButton):
    """One file opened before: its name, folder, size and last change; greyed when it is gone."""

    forgotten = Signal(object)

    def __init__(self, theme: Theme, formats: Formats, file: RecentFile) -> None:
        super().__init__()
        self._theme, self._formats, self.file = theme, formats, file
        self.setMinimumHeight(38)
        self._forget = icon_button(theme, "x", "", self._on_forget, small=True, parent=self)
        self._forget.setVisible(not file.exists)
        set_name(self._forget, self.tr("Take off the list"))
        self.setToolTip(plain(str(file.path)))
        self.setAccessibleName(self._said())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(420, 38)

    def _on_forget(self) -> None:
        self.forgotten.emit(self.file.path)

    def _state(self) -> str:
        if not self.file.exists:
            return self.tr("not found")
        size = self._formats.file_size(self.file.size_bytes)
        changed = self.file.changed_at
        return f"{size} · {self._formats.moment(changed)}" if changed else size

    def _said(self) -> str:
        """For those who do not see the lock."""
        protected = self.tr("protected by a password") if self.file.protected else ""
        return " ".join(filter(None, (self.file.path.name, protected, self._state())))

    def _folder(self) -> str:
        parent = self.file.path.parent
        try:
            return "~/" + parent.relative_to(Path.home()).as_posix()
        except ValueError:
            return str(parent)

    def resizeEvent(self, event: object) -> None:
        """The cross stands at the right end."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._forget.setGeometry(self.width() - 30, 6, 26, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, name, folder; size and last change at the right."""
        theme, here = self._theme, self.file.exists
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("rowHover"))
        painter.setPen(theme.color("divider"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        name, folder = self.file.path.name, self._folder()
        sign = "lock" if self.file.protected else "folder"
        icon = theme.pixmap(sign if here else "file-x", "text" if here else "textDisabled", 16)
        painter.drawPixmap(2, self.height() // 2 - 8, icon)
        room = self.rect().adjusted(28, 0, -4 if here else -36, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        small = QFontMetrics(theme.font("small"))
        right = small.horizontalAdvance(self._state()) + 16
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text" if here else "textTertiary"))
        body = QFontMetrics(theme.font("body"))
        shown = body.elidedText(name, Qt.TextElideMode.ElideMiddle, max(80, room.width() - right))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        used = body.horizontalAdvance(shown) + 12
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textTertiary"))
        rest = room.adjusted(used, 0, -right, 0)
        if rest.width() > 40:  # noqa: PLR2004 - less says nothing
            text = small.elidedText(folder, Qt.TextElideMode.ElideMiddle, rest.width())
            painter.drawText(rest, int(middle | Qt.AlignmentFlag.AlignLeft), text)
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), self._state())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
