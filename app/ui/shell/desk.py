"""Who works with the program: asked when a company that wants it is opened, and on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import Person
    from app.domain.duties import Seat
    from app.services.control import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.seat import SeatDialog
    from app.ui.shell.main_window import MainWindow
    from app.ui.shell.workspace import Workspace

_MOVES = frozenset({"person", "setting"})


class DeskDoor(QObject):
    """Asks, and lets the window show what that person may; locking the window keeps the person."""

    def __init__(self, window: MainWindow, context: PageContext, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._window, self._context, self._workspace = window, context, workspace
        self._desk = context.company.desk
        self._shown = self._desk.seat
        self.dialog: SeatDialog | None = None
        if not context.company.read_only:
            context.events.desk_wanted.connect(self.ask)
            context.events.changed.connect(self._on_change)
            self._look(self._ask_first)

    def asks(self) -> bool:
        """Whether the company asks who works with it, and can be changed at all."""
        return self._desk.seat.asks and not self._context.company.read_only

    def _on_change(self, change: ChangeSet) -> None:
        """People or settings changed: what was allowed may be no more."""
        if change.touched.keys() & _MOVES:
            self._look(self._show)

    def _look(self, then: Callable[[Seat], None]) -> None:
        desk = self._desk
        self._context.runner.database(
            lambda _control: desk.look(), then, failed=lambda _error: None, owner=self, quiet=True
        )

    def _ask_first(self, seat: Seat) -> None:
        if seat.asks:
            self.ask()

    def ask(self) -> None:
        """Ask who sits down."""
        if self.dialog is not None or not self._window.may_leave():
            return
        desk = self._desk

        def work(_control: Control) -> list[Person]:
            return desk.people()

        self._context.runner.database(work, self._open, owner=self)

    def _open(self, people: list[Person]) -> None:
        if self.dialog is not None:
            return
        from app.ui.dialogs.seat import SeatDialog  # noqa: PLC0415 - most companies ask nobody

        dialog = SeatDialog(self._context, people, seated=self._desk.seat.name, parent=self._window)
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None
        self._show(self._desk.seat)

    def _show(self, seat: Seat) -> None:
        """Say who works here; pages are built anew where somebody else does, or other duties hold."""
        shown, self._shown = self._shown, seat
        self._workspace.write_seat()
        if seat != shown:
            self._workspace.renew()
        self._window.commands.refresh()
