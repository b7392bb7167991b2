"""Who decides: one of the people entered, else a name typed; the last one is offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.approval import ASKED_LAST
from app.ui.dialogs.controls import Choice

if TYPE_CHECKING:
    from app.ui.context import PageContext


def who_control(context: PageContext, people: tuple[str, ...]) -> Choice | QLineEdit:
    """A choice of people, or a field where nobody is entered."""
    last = str(context.preferences.get(ASKED_LAST, ""))
    if people:
        return Choice([(name, name) for name in people], last)
    return QLineEdit(last or context.actor)


def who_of(control: Choice | QLineEdit) -> str:
    """The name chosen or typed."""
    return str(control.value) if isinstance(control, Choice) else control.text().strip()


def remember_who(context: PageContext, name: str) -> None:
    """Offer this name first the next time."""
    context.preferences.set(ASKED_LAST, name)
