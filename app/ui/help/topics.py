"""Which topic of the help explains what has the keyboard or lies under the mouse.

A widget or dialog names its topic by ``help_topic``; F1 opens that of the nearest one around the keyboard,
a context menu that of what was clicked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.words import say

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def topic_of(widget: QWidget | None, up_to: QWidget | None = None) -> str:
    """The topic of a widget or of the nearest one around it, "" where none names one."""
    node = widget
    while node is not None:
        topic = getattr(node, "help_topic", "")
        if isinstance(topic, str) and topic:
            return topic
        node = None if node is up_to or node.isWindow() else node.parentWidget()
    return ""


def explaining(menu: QMenu, widget: QWidget, topic: str) -> QAction:
    """An entry that opens a topic, added to a context menu of a widget."""
    text = translate("HelpTopics", "What this means")
    if topic.startswith("grade."):
        grade = say(f"grade.{topic[-1].upper()}", _context(widget).formats.lang)
        text = translate("HelpTopics", "What {grade} means").format(grade=grade)
    action = menu.addAction(text)
    action.triggered.connect(lambda: _context(widget).events.help_wanted.emit(topic))
    return action


def open_menu(widget: QWidget, topic: str, at: QPoint) -> None:
    """The context menu of something that is only explained."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    explaining(menu, widget, topic)
    menu.popup(at)


def _context(widget: QWidget) -> PageContext:
    """What the page or dialog was built with that a widget stands in."""
    node: QWidget | None = widget
    while node is not None:
        if (context := getattr(node, "context", None)) is not None:
            return context  # type: ignore[no-any-return]  # the one meaning of that name in the window
        node = node.parentWidget()
    raise LookupError(type(widget).__name__)
