"""The steps of the wizard: a number or a tick, what each earned, a mark where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STEP_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROW, _HIGH_ROW, _TWO_LINES, _CIRCLE, _EDGE, _GAP, _LINE = 40, 48, 62, 22, 8, 8, 18


def steps_asked(event: QKeyEvent) -> int:
    """How many steps a key asks to go: Alt+← one back, Alt+→ one on."""
    alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
    return _STEP_KEYS.get(Qt.Key(event.key()), 0) if alt else 0


class StepState(StrEnum):
    """How far a step is."""

    OPEN = "open"
    CURRENT = "current"
    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, its points in words, and where it stands (also said in words)."""

    name: str
    points: str
    state: StepState
    said: str


class _Steps(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: Sequence[Step] = ()

    def show_steps(self, steps: Sequence[Step]) -> None:
        if len(steps) != len(self.steps):
            self.beginResetModel()
            self.steps = steps
            self.endResetModel()
        elif steps != self.steps:
            self.steps = steps
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return "  ".join(filter(None, (step.name, step.points, step.said)))
        return None


class _Painter(QStyledItemDelegate):
    """A circle, the name, the points: beside the name where there is room, else below it."""

    def __init__(self, theme: Theme, parent: StepRail) -> None:
        super().__init__(parent)
        self._theme, self._rail = theme, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        high = _TWO_LINES if self._rail.wraps else _HIGH_ROW
        return QSize(100, high if self._rail.narrow else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Steps)  # noqa: S101 - tells the type checker what it is
        step, theme, rect = model.steps[index.row()], self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = index.row() == self._rail.currentIndex().row()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("window"))
        if now or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface" if now else "rowHover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 4, 4)
        if now and self._rail.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), 4, 4)
        self._circle(painter, rect, step, index.row(), now=now)
        self._words(painter, rect, step, now=now)
        painter.restore()

    def _circle(self, painter: QPainter, rect: QRect, step: Step, place: int, *, now: bool) -> None:
        theme = self._theme
        circle = QRectF(rect.left() + _EDGE, rect.center().y() - _CIRCLE / 2 + 0.5, _CIRCLE, _CIRCLE)
        wrong = step.state is StepState.PROBLEM
        edge = "status.danger.fill" if wrong else "accent" if now else "borderStrong"
        painter.setPen(QPen(theme.color(edge), 1.2))
        painter.setBrush(theme.color("accent") if now and not wrong else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        corner = circle.topLeft().toPoint()
        if wrong:
            sign = theme.pixmap("triangle-alert", "status.danger.text", 12)
            painter.drawPixmap(corner.x() + 5, corner.y() + 4, sign)
        elif step.state is StepState.DONE and not now:
            painter.drawPixmap(corner.x() + 4, corner.y() + 4, theme.pixmap("check", "textSecondary", 14))
        else:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("textOnAccent" if now else "textSecondary"))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))

    def _words(self, painter: QPainter, rect: QRect, step: Step, *, now: bool) -> None:
        theme, small = self._theme, self._theme.font("small")
        font = theme.font("bodyStrong" if now else "body")
        left = rect.left() + _EDGE + _CIRCLE + _GAP
        room = QRect(left, rect.top(), rect.right() - _EDGE - left, rect.height())
        wide = QFontMetrics(small).horizontalAdvance(step.points)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        below = room
        if self._rail.narrow and step.points:
            below = QRect(left, rect.bottom() - _LINE - 2, room.width(), _LINE)
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            room = QRect(left, rect.top() + 2, room.width(), below.top() - rect.top() - 2)
        elif step.points:
            room = room.adjusted(0, 0, -wide - _GAP, 0)
        painter.setFont(small)
        painter.setPen(theme.color("text" if now else "textSecondary"))
        painter.drawText(below, int(where), step.points)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        left_middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if self._rail.narrow and self._rail.wraps:
            painter.drawText(room, left_middle | int(Qt.TextFlag.TextWordWrap), step.name)
            return
        name = QFontMetrics(font).elidedText(step.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left_middle, name)


class StepRail(QListView):
    """``asked`` carries the step to go to: ↑↓ or a click; no step is barred."""

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow, self.wraps = False, False
        self._theme = theme
        self._steps = _Steps(self)
        self.setModel(self._steps)
        self.setItemDelegate(_Painter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        self.setProperty("area", "rail")
        self.selectionModel().currentRowChanged.connect(self._on_current)
        theme.themeChanged.connect(self.viewport().update)

    @property
    def steps(self) -> Sequence[Step]:
        """The steps as they stand."""
        return self._steps.steps

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Write the steps."""
        self._steps.show_steps(steps)
        self._measure()

    def _measure(self) -> None:
        """Whether the longest name needs two lines."""
        metrics = QFontMetrics(self._theme.font("bodyStrong"))
        room = self.viewport().width() - 2 * _EDGE - _CIRCLE - _GAP
        wraps = any(metrics.horizontalAdvance(step.name) > room for step in self.steps)
        if wraps != self.wraps:
            self.wraps = wraps
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names may need two lines now, or no longer."""
        super().resizeEvent(event)
        self._measure()

    def set_step(self, place: int) -> None:
        """Mark a step as the one in view without asking for it."""
        if self.currentIndex().row() != place:
            model = self.selectionModel()
            model.blockSignals(True)
            self.setCurrentIndex(self._steps.index(place))
            model.blockSignals(False)
            self.viewport().update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the points below the names."""
        if narrow != self.narrow:
            self.narrow = narrow
            self.scheduleDelayedItemsLayout()

    def _on_current(self, now: Index, _before: Index) -> None:
        if now.isValid():
            self.asked.emit(now.row())
        self.viewport().update()
