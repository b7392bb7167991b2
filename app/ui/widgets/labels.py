"""Labels in the type scale and the tones of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def label(
    text: str = "",
    kind: str = "body",
    tone: str = "",
    *,
    strong: bool = False,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of a type style (``body``, ``small``, ``section``, ``page``…) and tone."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    if tone:
        made.setProperty("tone", tone)
    if strong:
        made.setProperty("strong", True)
    made.setWordWrap(wrap)
    return made


def plain(text: str) -> str:
    """A tool tip that shows the text as it is: Qt takes names such as ``<img>`` for a page."""
    if "<" not in text:
        return text
    from html import escape  # noqa: PLC0415 - brings a table of 2,000 signs that few tips need

    return "<qt>{}</qt>".format(escape(text).replace("\n", "<br>"))


def literal(text: str) -> str:
    """A text for a button or a menu that keeps its ``&``: Qt takes one for the mark of a key."""
    return text.replace("&", "&&")


def set_tone(widget: QLabel, tone: str) -> None:
    """Change a label's tone after it was made."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def line(parent: QWidget | None = None, *, strong: bool = False) -> QFrame:
    """A hairline between groups, or the stronger one above a total."""
    made = QFrame(parent)
    made.setProperty("area", "rule" if strong else "line")
    made.setFixedHeight(1)
    return made
