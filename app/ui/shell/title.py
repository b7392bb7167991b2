"""What the window's title says: which file, and how it is open; nothing of a company that is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.shell.brand import NAME

if TYPE_CHECKING:
    from app.services.session import CompanySession

translate = QCoreApplication.translate


def title_of(session: CompanySession | None, *, locked: bool) -> str:
    """The title with this company open, or none."""
    if session is None:
        return NAME
    if locked:
        return f"{translate('MainWindow', 'Locked')} — {NAME}"
    marks = []
    if session.sample:
        marks.append(translate("MainWindow", "sample"))
    if session.read_only:
        marks.append(translate("MainWindow", "read-only"))
    mark = f" [{', '.join(marks)}]" if marks else ""
    return f"{session.path.name}{mark} — {NAME}"
