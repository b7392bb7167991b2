"""The table's header: the sort arrow stands after the title, the first box checks all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.models.columns import CHECK, Align, Column
from app.ui.tables.cell_delegate import draw_check

if TYPE_CHECKING:
    from app.ui.models.table_model import TableModel
    from app.ui.theme import Theme

_ARROW = 12


class TableHeader(QHeaderView):
    """Paints titles and the arrow itself; a click on a title is the view's affair."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.pad = theme.space("s")
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setFixedHeight(theme.size("tableHeader"))
        self.setFont(theme.font("small"))

    def _model(self) -> TableModel[Any]:
        return cast("TableModel[Any]", self.model())

    def room_for(self, column: Column[Any]) -> int:
        """Width in pixels that shows the whole title, with its arrow where it orders the rows."""
        if column.key == CHECK:
            return 0
        text = QFontMetrics(self._theme.font("small")).horizontalAdvance(column.title())
        arrow = _ARROW + 3 if self._model().sort_key == column.key else 0
        return text + arrow + 2 * self.pad + 2  # advances are rounded, and a title of exact room is cut

    def sizeHint(self) -> QSize:
        """32 pixels high."""
        return QSize(super().sizeHint().width(), self._theme.size("tableHeader"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw one title, with its arrow when it orders the rows."""
        model = self._model()
        column = model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if column.key == CHECK:
            draw_check(painter, self._theme, rect, model.check_state())
        else:
            room = rect.adjusted(self.pad, 0, -self.pad, -1)
            if model.sort_key == column.key:
                room = self._arrow(painter, room, column.title(), column.align)
            self._title(painter, room, column.title(), column.align)
        painter.restore()

    def _title(self, painter: QPainter, rect: QRect, text: str, align: Align) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("textSecondary"))
        flags = {
            Align.LEFT: Qt.AlignmentFlag.AlignLeft,
            Align.RIGHT: Qt.AlignmentFlag.AlignRight,
            Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
        }[align]
        metrics = QFontMetrics(self._theme.font("small"))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(flags | Qt.AlignmentFlag.AlignVCenter), shown)

    def _arrow(self, painter: QPainter, rect: QRect, text: str, align: Align) -> QRect:
        """Draw the arrow after the title; the room that is left for the title."""
        name = "arrow-down" if self._model().descending else "arrow-up"
        room = rect.adjusted(0, 0, -_ARROW - 3, 0)
        width = min(QFontMetrics(self._theme.font("small")).horizontalAdvance(text), room.width())
        spare = {Align.LEFT: 0, Align.RIGHT: room.width() - width, Align.CENTER: (room.width() - width) // 2}
        left = room.left() + spare[align] + width + 3
        picture = self._theme.pixmap(name, "textSecondary", _ARROW)
        painter.drawPixmap(left, rect.center().y() - _ARROW // 2 + 1, picture)
        return room
