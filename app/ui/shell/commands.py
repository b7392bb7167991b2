"""Every command once: for the menu bar, the palette and the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

_ALWAYS: Callable[[], bool] = lambda: True  # noqa: E731 - a constant that can be called


@dataclass(frozen=True, slots=True)
class Command:
    """``menu`` is the key of the menu it stands in; ``enabled`` is asked when a menu opens."""

    key: str
    menu: str
    title: Callable[[], str]
    run: Callable[[], object]
    shortcut: str = ""
    enabled: Callable[[], bool] = _ALWAYS
    separated: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


class Commands:
    """Commands with their actions, in the order they were added."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._all: dict[str, tuple[Command, QAction]] = {}
        self._allowed: frozenset[str] | None = None

    def add(self, command: Command) -> QAction:
        """Make the action; its shortcut works in the whole window."""
        action = QAction(command.title(), self._owner)
        action.setMenuRole(command.role)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _on=False: command.run())
        self._all[command.key] = (command, action)
        return action

    def action(self, key: str) -> QAction:
        """The action of a command."""
        return self._all[key][1]

    def all(self) -> list[tuple[Command, QAction]]:
        """Commands and actions in order."""
        return list(self._all.values())

    def in_menu(self, menu: str) -> list[tuple[Command, QAction]]:
        """Those of one menu."""
        return [pair for pair in self._all.values() if pair[0].menu == menu]

    def refresh(self) -> None:
        """Ask every command whether it can run now."""
        for command, action in self._all.values():
            allowed = self._allowed is None or command.key in self._allowed
            action.setEnabled(allowed and command.enabled())

    def limit(self, allowed: frozenset[str] | None) -> None:
        """Let only these commands run until further notice; None lifts it."""
        self._allowed = allowed
        self.refresh()

    def retranslate(self) -> None:
        """Titles in the language in force."""
        for command, action in self._all.values():
            action.setText(command.title())
