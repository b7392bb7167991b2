"""Buttons in their four kinds, and the busy one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.theme import Theme


def button(
    theme: Theme,
    text: str = "",
    kind: str = "normal",
    icon: str = "",
    run: Callable[[], object] | None = None,
    *,
    small: bool = False,
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button: ``primary`` (one a page), ``normal``, ``quiet``, ``link`` or ``danger``."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
    if small:
        made.setProperty("small", True)
    if icon:
        tone = {"primary": "textOnAccent", "link": "accentText"}.get(kind, "text")
        theme.dress(made, icon, tone)
        made.setProperty("icon_name", icon)
    if run is not None:
        made.clicked.connect(lambda: run())  # noqa: PLW0108 - keeps Qt's checked flag from the callable
    return made


def icon_button(
    theme: Theme,
    icon: str,
    name: str,
    run: Callable[[], object] | None = None,
    *,
    role: str = "textSecondary",
    small: bool = False,
    parent: QWidget | None = None,
) -> QToolButton:
    """A button of an icon alone; ``name`` is its accessible name and tool tip."""
    made = QToolButton(parent)
    made.setProperty("kind", "icon")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if small:
        made.setProperty("small", True)
    theme.dress(made, icon, role)
    set_name(made, name)
    if run is not None:
        made.clicked.connect(lambda: run())  # noqa: PLW0108 - keeps Qt's checked flag from the callable
    return made


def set_name(widget: QWidget, name: str) -> None:
    """The accessible name and the tool tip of a widget without text."""
    widget.setAccessibleName(name)
    widget.setToolTip(name)
