"""Says that the program ended unexpectedly the last time, and shows the report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:
    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate


def tell(window: MainWindow, report: str, *, opening: bool) -> None:
    """Say it where the user looks: on the start screen, or in the company that is about to ``open``."""

    def say(*_: object) -> None:
        from app.ui.shell.rescue import strip  # noqa: PLC0415 - loads with the first company

        text = translate(
            "LastEnd", "Holdfast ended unexpectedly last time. What was saved is safe, and nothing was sent."
        )
        strip(window).say("warn", text, actions=[(translate("LastEnd", "Show the report…"), show)])

    def show() -> None:
        from app.ui.faults import FaultDialog  # noqa: PLC0415 - read once in a lifetime

        dialog = FaultDialog(window.theme, report, window.services.version, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    if opening:
        window.doors.opened.connect(say, Qt.ConnectionType.SingleShotConnection)
    else:
        say()
