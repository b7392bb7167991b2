"""The guided tour: a bubble beside what it speaks of, step by step, by mouse or keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.help.walk_steps import STEPS
from app.ui.shell.help_door import SEEN, STEP
from app.ui.spoken import Spoken
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.help.walk_steps import Step
    from app.ui.shell.main_window import MainWindow
    from app.ui.theme import Theme

_WIDTH, _GAP, _EDGE, _RING = 380, 14, 16, 3
_LAY_OUT_MS, _AGAIN_MS, _HELD_MS = 60, 200, 1500
_NEXT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_PageDown})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_PageUp})
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Ring(QWidget):
    """A frame around what is spoken of; the mouse goes through it."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An accent frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focusRing"), _RING))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class Bubble(QFrame):
    """Where we are, what it is about, and the ways on; Enter or → next, ← back, Esc leaves."""

    def __init__(self, walk: GuidedWalk, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._walk = walk
        self.setProperty("area", "toast")
        self.setFixedWidth(_WIDTH)
        self.count = label("", "small", "secondary")
        self.title = label("", "section", wrap=True)
        self.text = label("", "body", wrap=True)
        self.more_button = button(theme, "", "link", run=walk.explain)
        self.leave_button = button(theme, "", "link", run=walk.leave)
        self.back_button = button(theme, "", "normal", run=walk.back)
        self.next_button = button(theme, "", "primary", run=walk.forward)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(6)
        for widget in (self.count, self.title, self.text):
            layout.addWidget(widget)
        layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(4)
        layout.addLayout(foot)
        for each in (self.more_button, self.leave_button, self.back_button, self.next_button):
            each.installEventFilter(self)
        self.hide()

    def show_step(self, step: Step, place: int) -> None:
        """Write a step."""
        last = place == len(STEPS) - 1
        self.count.setText(self.tr("Guided tour {n} of {all}").format(n=place + 1, all=len(STEPS)))
        self.title.setText(step.title())
        self.text.setText(step.text())
        self.more_button.setText(self.tr("More about this"))
        self.leave_button.setText(self.tr("Close the tour") if last else self.tr("Skip the tour"))
        self.leave_button.setVisible(not last)
        self.back_button.setText(self.tr("Back"))
        self.back_button.setEnabled(place > 0)
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.setAccessibleName(f"{self.count.text()}: {self.title.text()}")
        self.setAccessibleDescription(self.text.text())
        self.next_button.setAccessibleDescription(f"{self.title.text()}. {self.text.text()}")
        self.fit()

    def fit(self) -> None:
        """As high as its text at its width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The tour by keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self._walk.leave()
        elif not self._turned(event.key()):
            super().keyPressEvent(event)

    def _turned(self, key: int) -> bool:
        """Whether a key led on or back."""
        if key in _NEXT:
            self._walk.forward()
        elif key in _BACK:
            self._walk.back()
        return key in _NEXT or key in _BACK

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons would take the arrows for themselves, and leave Enter to nobody."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._turned(event.key()):
                return True
            if event.key() in _ENTER and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._walk.rewrite()
        super().changeEvent(event)


class GuidedWalk(QObject):
    """``begin`` goes on where it was left; the step is remembered in the preferences."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.place = 0
        self._watched: QWidget | None = None
        self.ring = Ring(window.theme, window)
        self.bubble = Bubble(self, window.theme, window)
        self._soon = QTimer(self, singleShot=True, interval=_LAY_OUT_MS)
        self._soon.timeout.connect(self.point)
        self._held = QTimer(self, singleShot=True, interval=_HELD_MS)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)
        window.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether a step is shown."""
        return self.bubble.isVisible()

    @property
    def step(self) -> Step:
        """The step in view."""
        return STEPS[self.place]

    def begin(self) -> None:
        """Show the step it was left at."""
        preferences = self._window.services.preferences
        preferences.set(SEEN, True)
        left = preferences.get(STEP, 0)
        self._go(left if isinstance(left, int) and 0 <= left < len(STEPS) else 0)

    def forward(self) -> None:
        """The next step; after the last one the tour is over."""
        if self.place + 1 < len(STEPS):
            self._go(self.place + 1)
        else:
            self._window.services.preferences.set(STEP, 0)
            self.stop()

    def back(self) -> None:
        """The step before."""
        if self.place:
            self._go(self.place - 1)

    def leave(self) -> None:
        """Close it; the Help menu goes on from here."""
        self._window.services.preferences.set(STEP, self.place)
        self.stop()

    def stop(self) -> None:
        """Take it off the window; the keyboard goes to the page."""
        focused = cast("QWidget | None", self._window.focusWidget())
        had_focus = focused is not None and self.bubble.isAncestorOf(focused)
        self._soon.stop()
        self._watch(None)
        self.bubble.hide()
        self.ring.hide()
        page = self._window.page
        if had_focus and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain(self) -> None:
        """The help on what the step is about."""
        self._window.help.open(self.step.topic)
        self.bubble.raise_()

    def rewrite(self) -> None:
        """The step in another language."""
        if self.active:
            self.bubble.show_step(self.step, self.place)
            self.point()

    def _go(self, place: int) -> None:
        self.place = place
        self._window.services.preferences.set(STEP, place)
        step = self.step
        here = self._window.navigator.place
        if here is None or here.key != step.page or step.params:
            self._window.go_to(step.page, **step.params)
        self.bubble.show_step(step, place)
        self.bubble.show()
        self.bubble.move(self._centre())
        self.ring.hide()
        self.bubble.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._held.start()
        self._soon.start(_LAY_OUT_MS)  # once the page has laid itself out

    def _on_focus(self) -> None:
        """A page takes the keyboard once it has read what it shows: at first it stays with the tour."""
        new = QApplication.focusWidget()
        if not self.active or new is None or self.bubble.isAncestorOf(new):
            return
        if self._held.isActive():
            self._held.stop()
            self.bubble.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._window.isAncestorOf(new):
            self._make_way(QRect(new.mapTo(self._window, QPoint(0, 0)), new.size()))

    def _make_way(self, focused: QRect) -> None:
        """Where the keyboard is, is not covered, as long as there is room beside it."""
        if self.bubble.geometry().intersects(focused):
            self.bubble.move(self._beside(focused.intersected(self._window.rect())))

    # -- where it stands ------------------------------------------------------------------------

    def point(self) -> None:
        """Put the ring around what is spoken of and the bubble beside it."""
        if not self.bubble.isVisible():
            return
        page, place = self._window.page, self._window.navigator.place
        there = page is not None and place is not None and place.key == self.step.page
        target = self.step.target(page) if there else None
        self._watch(target)
        self.bubble.fit()
        if target is None or not target.isVisible():
            self.ring.hide()
            self.bubble.move(self._centre() if there else self._corner())
            self.bubble.raise_()
            self._soon.start(_AGAIN_MS)
            return
        area = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        area = area.intersected(self._window.rect())
        self.ring.setGeometry(area.adjusted(-_RING, -_RING, _RING, _RING))
        self.ring.show()
        self.ring.raise_()
        self.bubble.move(self._beside(area))
        self.bubble.raise_()

    def _watch(self, target: QWidget | None) -> None:
        """What is pointed at may come, move and grow after the page is shown."""
        if target is self._watched:
            return
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = target
        if target is not None:
            target.installEventFilter(self)

    def _centre(self) -> QPoint:
        room, own = self._window.rect(), self.bubble.size()
        return QPoint((room.width() - own.width()) // 2, (room.height() - own.height()) // 2)

    def _corner(self) -> QPoint:
        """Somebody looks at another page meanwhile: out of the way, and there to go on."""
        room, own = self._window.rect(), self.bubble.size()
        return QPoint(room.width() - own.width() - _EDGE, room.height() - own.height() - 3 * _EDGE)

    def _beside(self, area: QRect) -> QPoint:
        """Below, above, right or left of it where there is room, else in its lower right corner."""
        own, room = self.bubble.size(), self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        across = max(room.left(), min(area.left(), room.right() - own.width()))
        down = max(room.top(), min(area.top(), room.bottom() - own.height()))
        places = (
            QPoint(across, area.bottom() + _GAP),
            QPoint(across, area.top() - _GAP - own.height()),
            QPoint(area.right() + _GAP, down),
            QPoint(area.left() - _GAP - own.width(), down),
        )
        for corner in places:
            if room.contains(QRect(corner, own)):
                return corner
        return QPoint(
            min(area.right(), room.right()) - own.width() - _GAP,
            min(area.bottom(), room.bottom()) - own.height() - _GAP,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and what is pointed at."""
        if self.active and event.type() in _MOVES and watched in (self._window, self._watched):
            self._soon.start(_LAY_OUT_MS)
        return super().eventFilter(watched, event)
