"""The inside of a scrolling view, found the quick way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

_NAME = "qt_scrollarea_viewport"


def viewport_of(view: QAbstractScrollArea) -> QWidget:
    """The view's viewport; once found it stays known, and ``view.viewport()`` hands out the same object.

    PySide makes every class of widget there is before it answers the first ``viewport()`` of a view
    whose viewport it has not met, which delays the first page by 7 ms. A search by name meets it.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return view.findChild(QWidget, _NAME, direct) or view.viewport()
