"""F6: the keyboard walks from one area of the window to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def first_stop(area: QWidget) -> QWidget | None:
    """The first widget in an area that the Tab key stops at."""
    if _stops(area):
        return area
    widget = area.nextInFocusChain()
    while widget is not None and widget is not area:
        if area.isAncestorOf(widget) and _stops(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _stops(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tab and widget.isVisible() and widget.isEnabled()


def step(areas: Sequence[QWidget], by: int = 1) -> QWidget | None:
    """Move the focus ``by`` areas on from where it is; the widget that got it.

    An area may hold a later one (a page its header): the innermost that has the focus counts.
    """
    shown = [area for area in areas if area.isVisible()]
    if not shown:
        return None
    focused = cast("QWidget | None", shown[0].window().focusWidget())
    at = -1
    for place, area in enumerate(shown):
        if focused is not None and (area is focused or area.isAncestorOf(focused)):
            at = place if at < 0 or shown[at].isAncestorOf(area) else at
    for offset in range(1, len(shown) + 1):
        target = first_stop(shown[(at + by * offset) % len(shown)])
        if target is not None and target is not focused:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return target
    return None
