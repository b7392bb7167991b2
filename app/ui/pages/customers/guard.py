"""What cannot be done to a file that is open for reading only, and saying so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from app.ui.context import PageContext

translate = QCoreApplication.translate


def writable(context: PageContext) -> bool:
    """Whether the company file can be changed."""
    return not context.company.read_only


def reason(context: PageContext) -> str:
    """Why nothing can be changed, "" where it can."""
    if writable(context):
        return ""
    holder = context.company.holder
    if holder is None:
        return translate("Guard", "This file is open for reading only; nothing can be changed.")
    text = translate("Guard", "{user} has this file open; here it is for reading only.")
    return text.format(user=holder.user or holder.host)


def guard(context: PageContext, *targets: QWidget | QAction, able: bool = True, because: str = "") -> None:
    """Enable these if ``able`` and the file can be changed; else their tool tip says why not.

    ``because`` is what stands in the way where they are not ``able``.
    """
    why = reason(context) or ("" if able else because)
    for target in targets:
        target.setEnabled(able and not why)
        target.setToolTip(why)
