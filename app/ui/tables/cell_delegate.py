"""Paints every cell of a table from its ``Cell``: text, chip, heat, usage bar, check box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.models.columns import CHECK, Align, Cell

if TYPE_CHECKING:
    from app.ui.models.table_model import TableModel
    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_BOX = 16
_BAR_WIDTH, _BAR_HEIGHT = 34, 6
_ICON = 16
_CHIP_GAP = 6
_STATUSES = frozenset({"good", "warn", "danger", "info", "neutral"})
_HORIZONTAL = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}
_TONES = {"": "text", "secondary": "textSecondary", "tertiary": "textTertiary", "accent": "accentText"}


def _chip_roles(chip: str) -> tuple[str, str]:
    """Colours behind and of a chip: a status, or a grade, whose D stands on its full colour."""
    if not chip.startswith("grade."):
        return f"status.{chip}.tint", f"status.{chip}.text"
    back, front = ("fill", "onFill") if chip == "grade.D" else ("tint", "text")
    return f"{chip}.{back}", f"{chip}.{front}"


def draw_check(painter: QPainter, theme: Theme, rect: QRect, state: Qt.CheckState) -> None:
    """A check box in the middle of ``rect``."""
    box = QRect(0, 0, _BOX, _BOX)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = state != Qt.CheckState.Unchecked
    painter.setPen(theme.color("accent" if on else "borderStrong"))
    painter.setBrush(theme.color("accent" if on else "surface"))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
    if on:
        name = "check" if state == Qt.CheckState.Checked else "minus"
        painter.drawPixmap(box.adjusted(2, 2, -2, -2), theme.pixmap(name, "textOnAccent", 12))
    painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Knows how a ``Cell`` is drawn; the table view tells it which row is under the mouse."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, totals: bool = False) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._totals = totals
        self._heat: dict[tuple[int, int, int], QColor] = {}
        self.hovered = -1
        self.pad = theme.space("s")
        theme.themeChanged.connect(self._heat.clear)
        self._metrics = {strong: QFontMetrics(self._font(strong=strong)) for strong in (False, True)}

    def _font(self, *, strong: bool) -> Any:
        return self._theme.font("bodyStrong" if strong else "body")

    def elided(self, cell: Cell, width: int) -> bool:
        """Whether the cell's text does not fit into ``width`` pixels."""
        return self.room_for(cell) > width

    def room_for(self, cell: Cell) -> int:
        """Width in pixels that shows the whole text."""
        return self._metrics[cell.strong].horizontalAdvance(cell.text) + 2 * self.pad

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the text asks for; the height is the table's."""
        cell = cast("TableModel[Any]", index.model()).cell(index.row(), index.column())
        return QSize(self.room_for(cell), self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model = cast("TableModel[Any]", index.model())
        row, place = index.row(), index.column()
        rect = option.rect
        cell = model.cell(row, place)
        # The option's state would say it too, but QStyle's hundreds of constants delay the first page.
        selected = self._view.selectionModel().isSelected(index) or model.is_checked(row)
        fill = rect.adjusted(0, 0, -1, 0) if cell.heat is not None else rect
        painter.fillRect(fill, self._background(cell, selected=selected, hovered=row == self.hovered))
        if not self._totals:
            painter.setPen(self._theme.color("divider"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = model.columns[place]
        if column.key == CHECK:
            on = Qt.CheckState.Checked if model.is_checked(row) else Qt.CheckState.Unchecked
            if not self._totals:
                draw_check(painter, self._theme, rect, on)
            return
        self._content(painter, rect.adjusted(self.pad, 0, -self.pad, 0), cell, column.align)

    def _background(self, cell: Cell, *, selected: bool, hovered: bool) -> QColor:
        if cell.heat is not None:
            return self._heat_color(*cell.heat)
        if self._totals:
            return self._theme.color("surface")
        if selected:
            return self._theme.color("selection")
        return self._theme.color("rowHover" if hovered else "surface")

    def _heat_color(self, bucket: int, buckets: int, ratio: float) -> QColor:
        step = round(ratio * 100)
        found = self._heat.get((bucket, buckets, step))
        if found is None:
            tint = self._theme.age(bucket, buckets).tint
            found = self._heat[bucket, buckets, step] = self._theme.heat(tint, step / 100)
        return found

    def _content(self, painter: QPainter, rect: QRect, cell: Cell, align: Align) -> None:
        if cell.icon:
            top = rect.center().y() - _ICON // 2 + 1
            role = f"status.{cell.tone}.text" if cell.tone in _STATUSES else _TONES.get(cell.tone, "text")
            x = rect.left() if cell.text or align is Align.LEFT else rect.center().x() - _ICON // 2
            painter.drawPixmap(x, top, self._theme.pixmap(cell.icon, role, _ICON))
            rect = rect.adjusted(_ICON + 6, 0, 0, 0)
        if cell.bar is not None:
            self._bar(painter, rect, cell.bar)
            rect = rect.adjusted(_BAR_WIDTH + 6, 0, 0, 0)
        if cell.chips:
            self._chips(painter, rect, cell)
        elif cell.chip:
            self._chip(painter, rect, cell, align)
        elif cell.text:
            self._text(painter, rect, cell, align)

    def _text(self, painter: QPainter, rect: QRect, cell: Cell, align: Align) -> None:
        tone = cell.tone
        role = f"status.{tone}.text" if tone in _STATUSES else _TONES.get(tone, tone or "text")
        strong = cell.strong or self._totals
        painter.setFont(self._font(strong=strong))
        painter.setPen(self._theme.color(role))
        text = self._metrics[strong].elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(_HORIZONTAL[align] | Qt.AlignmentFlag.AlignVCenter), text)

    def _chips(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """As many as fit, then how many more there are."""
        metrics = QFontMetrics(self._theme.font("small"))
        left = rect.left()
        for place, (text, tone) in enumerate(cell.chips):
            rest = len(cell.chips) - place
            room = rect.right() - left - (metrics.horizontalAdvance(f"+{rest}") + 4) * (rest > 1)
            wide = metrics.horizontalAdvance(text) + 12
            if place and wide > room:
                painter.setFont(self._theme.font("small"))
                painter.setPen(self._theme.color("textSecondary"))
                middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                painter.drawText(
                    QRect(left, rect.top(), rect.right() - left, rect.height()), middle, f"+{rest}"
                )
                return
            box = QRect(left, rect.top(), min(wide, room), rect.height())
            self._chip(painter, box, Cell(text, chip=tone), Align.LEFT)
            left += box.width() + _CHIP_GAP

    def _chip(self, painter: QPainter, rect: QRect, cell: Cell, align: Align) -> None:
        font = self._theme.font("small")
        metrics = QFontMetrics(font)
        width = min(rect.width(), metrics.horizontalAdvance(cell.text) + 12)
        height = self._theme.size("chip")
        box = QRect(rect.left(), rect.center().y() - height // 2 + 1, width, height)
        if align is Align.RIGHT:
            box.moveRight(rect.right())
        elif align is Align.CENTER:
            box.moveLeft(rect.center().x() - width // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        back, front = _chip_roles(cell.chip)
        painter.setBrush(self._theme.color(back))
        painter.drawRoundedRect(box, self._theme.radius("chip"), self._theme.radius("chip"))
        painter.setFont(font)
        painter.setPen(self._theme.color(front))
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, width - 8)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()

    def _bar(self, painter: QPainter, rect: QRect, share: float) -> None:
        role = "accent" if share <= 0.85 else "status.warn.fill" if share <= 1 else "status.danger.fill"  # noqa: PLR2004 - thresholds of the tokens
        box = QRect(rect.left(), rect.center().y() - _BAR_HEIGHT // 2 + 1, _BAR_WIDTH, _BAR_HEIGHT)
        painter.fillRect(box, self._theme.color("chart.muted"))
        box.setWidth(round(_BAR_WIDTH * min(1.0, max(0.0, share))))
        painter.fillRect(box, self._theme.color(role))
