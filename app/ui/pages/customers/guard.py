"""What cannot be done here, and saying so: the file is for reading only, or it is somebody else's duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from app.domain.duty import Duty
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def writable(context: PageContext, duty: Duty | None = None) -> bool:
    """Whether the company file can be changed, by who works here; ``duty`` where it is not the page's."""
    return not context.company.read_only and context.company.desk.seat.may(duty or context.duty)


def reason(context: PageContext, duty: Duty | None = None) -> str:
    """Why nothing can be changed, "" where it can."""
    if writable(context, duty):
        return ""
    if context.company.desk.seat.asks and not context.company.read_only:
        return _no_duty(context, duty or context.duty)
    holder = context.company.holder
    if holder is None:
        return translate("Guard", "This file is open for reading only; nothing can be changed.")
    text = translate("Guard", "{user} has this file open; here it is for reading only.")
    return text.format(user=holder.user or holder.host)


def _no_duty(context: PageContext, duty: Duty | None) -> str:
    seat, lang = context.company.desk.seat, context.formats.lang
    if not seat.name or duty is None:
        return translate("Guard", "Nobody has sat down: for looking only. File › Change who works here…")
    text = translate("Guard", "{name} ({role}) has no duty to {what}. Who has: {able}.")
    role, what = say(f"role.{seat.role}", lang), say(f"duty.{duty}", lang)
    return text.format(name=seat.name, role=role, what=what, able=seat.who_may(duty))


def guard(
    context: PageContext,
    *targets: QWidget | QAction,
    able: bool = True,
    because: str = "",
    duty: Duty | None = None,
) -> None:
    """Enable these if ``able``, the file can be changed and by who works here; else the tool tip says why.

    ``because`` is what stands in the way where they are not ``able``; ``duty`` where it is not the page's.
    """
    why = reason(context, duty) or ("" if able else because)
    for target in targets:
        target.setEnabled(able and not why)
        target.setToolTip(why)
