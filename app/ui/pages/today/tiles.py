"""Key figure tiles: name, value, last twelve month ends, target and how far the figure is from it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.charts import Sparkline
from app.ui.widgets.labels import label, line, set_tone
from app.ui.writing import figure
from app.words import say
from app.words.formats import amount, ratio

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from app.services.kpis import Kpi
    from app.ui.formats import Formats
    from app.ui.theme import Theme

translate = QCoreApplication.translate
KEYS = ("receivables", "overdue_rate", "dso", "promises_kept")
_LINE, _LEAST_LINE = 108, 56
_TONES = {"ok": "good", "near": "warn", "miss": "danger"}
_SHAPES = {"ok": "circle", "near": "triangle", "miss": "square"}
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StateMark(QWidget):
    """A shape that says without colour how a figure stands: ● on target, ▲ near it, ■ beside it."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = "none"
        self.setFixedSize(10, 10)

    def set_state(self, state: str) -> None:
        """``ok``, ``near``, ``miss`` or ``none``."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape in its status colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tone = _TONES.get(self._state, "neutral")
        painter.setBrush(self._theme.color(f"status.{tone}.fill"))
        shape = _SHAPES.get(self._state, "")
        if shape == "triangle":
            painter.drawPolygon(QPolygonF([QPointF(5, 0.5), QPointF(10, 9.5), QPointF(0, 9.5)]))
        elif shape == "square":
            painter.drawRect(QRectF(1, 1, 8, 8))
        elif shape == "circle":
            painter.drawEllipse(QRectF(0.5, 0.5, 9, 9))


class KpiTile(QFrame):
    """One figure; Enter or a click opens its rows, F1 what it means; the context menu has its target too."""

    spoken_as = Spoken.BUTTON

    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    """Asks for the context menu, at a place on the screen."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        self.help_topic = "word.receivables" if key == "receivables" else f"kpi.{key}"
        self.setProperty("area", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # four alike
        self._theme = theme
        self._name = label("", "small", "secondary")
        self._value = label("", "kpi", strong=True)
        self._unit = label("", "body", "secondary")
        self.spark = Sparkline(theme)
        self._mark = StateMark(theme)
        self._target = label("", "small", "secondary")
        self._beside = label("", "small", "secondary")
        self._lay_out()

    def _lay_out(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(4)
        figure.addWidget(self._value)
        figure.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addLayout(figure)
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 12, 6)
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.spark, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 14, 7)
        foot.setSpacing(6)
        foot.addWidget(self._mark)
        foot.addWidget(self._target, 1)
        foot.addWidget(self._beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(line())
        layout.addLayout(foot)

    def set_name(self) -> None:
        """The figure's name in the language in force."""
        names = {
            "receivables": translate("Tiles", "Receivables"),
            "overdue_rate": translate("Tiles", "Overdue rate"),
            "dso": translate("Tiles", "DSO"),
            "promises_kept": translate("Tiles", "Promises kept"),
        }
        self._name.setText(names[self.key])

    @property
    def name(self) -> str:
        """The figure's name as shown."""
        return self._name.text()

    def set_plain(self, text: str, unit: str = "") -> None:
        """The figure alone, before its history is known."""
        self._value.setText(text)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self._make_room()

    def show_kpi(self, kpi: Kpi, formats: Formats) -> None:
        """The figure with all that belongs to it."""
        text, unit = written(kpi, kpi.value, formats)
        if kpi.value is None:
            text, unit = translate("Tiles", "No data"), ""
        self.set_plain(text, unit)
        self._value.setProperty("muted", kpi.value is None)
        values = [float(value) for _, value in kpi.points if value is not None]
        target = float(kpi.target) if kpi.target is not None else None
        self.spark.set_values(values, self._history(kpi, formats), target)
        self._mark.set_state(kpi.state)
        self._mark.setVisible(kpi.state != "none")
        self._target.setText(target_words(kpi, formats) if kpi.value is not None else "")
        beside, tone = beside_words(kpi, formats)
        self._beside.setText(beside)
        set_tone(self._beside, tone)
        if kpi.value is None:
            self._target.setText(say(kpi.why, formats.lang))
        self._make_room()
        self.setToolTip(self._more(kpi, formats))
        self.setAccessibleName(f"{self._name.text()} {text} {unit}".strip())
        self.setAccessibleDescription(f"{self._target.text()} {beside}".strip())

    def _history(self, kpi: Kpi, formats: Formats) -> str:
        parts = (
            f"{formats.day(day)} {' '.join(written(kpi, value, formats)).strip()}"
            for day, value in kpi.points
            if value is not None
        )
        return f"{self._name.text()}: {'; '.join(parts)}"

    def _more(self, kpi: Kpi, formats: Formats) -> str:
        """Figures behind DSO: count-back, best possible, what lateness costs."""
        if kpi.key != "dso" or kpi.value is None:
            return ""
        names = {
            "count_back": translate("Tiles", "Counted back over the months"),
            "best_possible": translate("Tiles", "If nothing were overdue"),
            "delinquent": translate("Tiles", "Days that lateness costs"),
        }
        lines = []
        for key, name in names.items():
            value = kpi.more.get(key)
            text = "–" if value is None else " ".join(written(kpi, value, formats))
            lines.append(f"{name}: {text}")
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line gives way to the figure where there is no room for both."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        figure = self._value.sizeHint().width() + self._unit.sizeHint().width() * self._unit.isVisibleTo(self)
        room = self.width() - figure - 44
        self.spark.setVisible(room >= _LEAST_LINE)
        self.spark.setFixedWidth(min(max(room, _LEAST_LINE), _LINE))
        foot = self._target.sizeHint().width() + self._beside.sizeHint().width() + 56
        self._beside.setVisible(foot <= self.width())
        said = self._target.fontMetrics().horizontalAdvance(self._target.text())
        self._target.setWordWrap(said + 36 > self.width())

    # -- input ----------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the rows."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the rows."""
        if event.key() in _KEYS:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key or the right button: the rows, what it means, the target."""
        event.accept()
        self.menu_asked.emit(self.key, event.globalPos())


def written(kpi: Kpi, value: Decimal | None, formats: Formats) -> tuple[str, str]:
    """A value of the figure's kind, and its unit."""
    if value is None:
        return "–", ""
    if kpi.unit == "money":
        scale = -int(value.as_tuple().exponent) if isinstance(value.as_tuple().exponent, int) else 0
        minor = int(value.scaleb(scale))
        return formats.money(minor, kpi.currency, whole=True), ""
    if kpi.unit == "share":
        return ratio(value).removesuffix("%"), "%"
    return figure(amount(round(value), 0)), translate("Tiles", "days")


def target_words(kpi: Kpi, formats: Formats) -> str:
    """The target as a bound, or how to set one."""
    if kpi.target is None:
        return translate("Tiles", "No target set")
    sign = "≤" if kpi.low_is_good else "≥"
    if kpi.unit == "money":
        text = formats.money(int(kpi.target.scaleb(2)), kpi.currency, whole=True)
        return translate("Tiles", "Policy cap {amount}").format(amount=text)
    if kpi.unit == "share":
        return translate("Tiles", "Target {sign} {value}").format(sign=sign, value=_plain_share(kpi.target))
    return translate("Tiles", "Target {sign} {value} days").format(
        sign=sign, value=figure(amount(round(kpi.target), 0))
    )


def _plain_share(value: Decimal) -> str:
    return f"{(value * 100).normalize():f}%"


def beside_words(kpi: Kpi, formats: Formats) -> tuple[str, str]:
    """How far beside the target, else the change since the month end before; and the tone of it."""
    del formats
    if kpi.value is None:
        return "", ""
    tone = {"ok": "good", "near": "warn", "miss": "danger"}.get(kpi.state, "secondary")
    if kpi.key == "receivables" or kpi.target is None:
        return _change_words(kpi), tone if kpi.key == "receivables" and kpi.state == "miss" else "secondary"
    gap = kpi.value - kpi.target
    if kpi.unit == "days":
        better = gap <= 0
        text = translate("Tiles", "{n} d better") if better else translate("Tiles", "{n} d over")
        return text.format(n=figure(amount(abs(round(gap)), 0))), tone
    points = abs(gap * 100)
    text = translate("Tiles", "{n} points above") if gap > 0 else translate("Tiles", "{n} points below")
    return text.format(n=f"{points:.1f}"), tone


def _change_words(kpi: Kpi) -> str:
    if kpi.delta is None or kpi.value is None:
        return ""
    before = kpi.value - kpi.delta
    if kpi.unit == "money":
        if before <= 0:
            return ""
        share = kpi.delta / before
        sign = "+" if share >= 0 else ""
        return translate("Tiles", "on last month {change}").format(change=f"{sign}{ratio(share)}")
    number = kpi.delta * 100 if kpi.unit == "share" else kpi.delta
    places = 1 if kpi.unit == "share" else 0
    sign = "+" if number >= 0 else "−"
    text = f"{sign}{abs(number):.{places}f}"
    return translate("Tiles", "on last month {change}").format(change=text)
