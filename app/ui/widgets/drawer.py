"""The drawer: beside the page in a wide window, sliding over its right side in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import label, line

if TYPE_CHECKING:
    from app.ui.theme import Theme


class Drawer(QFrame):
    """Header with title, second line and close; a scrolling ``body``; a ``footer`` for buttons."""

    closed = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._splitter: QSplitter | None = None
        self._overlay = False
        self._open = False
        self._return_to: QWidget | None = None
        self.setProperty("area", "drawer")
        self.setMinimumWidth(theme.size("drawer.min"))
        self.setMaximumWidth(theme.size("drawer.max"))
        self.lead = QHBoxLayout()
        self._title = label("", "section", wrap=True)
        self._subtitle = label("", "small", "secondary", wrap=True)
        self._close = icon_button(theme, "x", "", self.close_drawer)
        self.body = QVBoxLayout()
        self.footer = QVBoxLayout()
        self._build()
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.hide()
        page.installEventFilter(self)
        self._retranslate()

    def _build(self) -> None:
        gap = self._theme.space("m")
        head = QVBoxLayout()
        head.setContentsMargins(gap, 12, 8, 12)
        head.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(self.lead)
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top)
        head.addWidget(self._subtitle)
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(gap, gap, gap, gap)
        self.body.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.footer.setContentsMargins(gap, 12, gap, 12)
        self.footer.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(scroll, 1)
        layout.addWidget(line())
        layout.addLayout(self.footer)

    def attach(self, splitter: QSplitter) -> None:
        """The splitter it stands in when there is room."""
        self._splitter = splitter

    def set_title(self, text: str, subtitle: str = "") -> None:
        """Whose details are shown."""
        self._title.setText(text)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(text)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self._open

    @property
    def is_overlay(self) -> bool:
        """Whether it lies over the page instead of beside it."""
        return self._overlay

    def open_drawer(self, *, focus: bool = False) -> None:
        """Slide in; with ``focus`` the keyboard goes along and returns on closing."""
        if focus:
            self._return_to = self.window().focusWidget()
        if not self._open:
            self._open = True
            self._arrange()
            self._animate()
        if focus:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Close and give the keyboard back."""
        if not self._open:
            return
        focused = cast("QWidget | None", self.window().focusWidget())
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._open = False
        self._slide.stop()
        self.hide()
        if had_focus and self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def place(self, *, overlay: bool) -> None:
        """Stand beside the page or lie over it, as the window's width asks."""
        moved = overlay != self._overlay
        self._overlay = overlay
        if self._open and (moved or overlay):
            self._arrange()

    def _arrange(self) -> None:
        if self._overlay or self._splitter is None:
            if self.parent() is not self._page:
                self.setParent(self._page)
            self.setGeometry(self._target().x(), 0, self._width(), self._page.height())
            self.raise_()
        elif self.parent() is not self._splitter:
            self._splitter.addWidget(self)
            self._splitter.setStretchFactor(0, 1)
            self._splitter.setStretchFactor(1, 0)
            width = self._width()
            self._splitter.setSizes([max(1, self._page.width() - width), width])
        self.show()

    def _width(self) -> int:
        return min(self._theme.size("drawer.width"), self._page.width())

    def _target(self) -> QPoint:
        return QPoint(self._page.width() - self._width(), 0)

    def _animate(self) -> None:
        length = self._theme.duration()
        if not self._overlay or not length or not self._page.isVisible():
            return
        self._slide.setDuration(length)
        self._slide.setStartValue(self._target() + QPoint(self._width(), 0))
        self._slide.setEndValue(self._target())
        self._slide.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the page's right edge while it lies over it."""
        if event.type() == QEvent.Type.Resize and self._open and self._overlay:
            self._slide.stop()
            self._arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        set_name(self._close, self.tr("Close (Esc)"))
