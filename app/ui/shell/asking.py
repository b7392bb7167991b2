"""Questions the window asks: which file, where to, whether to leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.services.company_files import SUFFIX
from app.ui.shell.brand import NAME
from app.ui.user_files import ending

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def company_to_open(parent: QWidget) -> Path | None:
    """A company file to open, None when the user thought better of it."""
    kinds = translate("Asking", "Company files (*.holdfast)")
    title = translate("Asking", "Open a company")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None


def place_for_copy(parent: QWidget, start: Path) -> Path | None:
    """Where a copy of the open file goes."""
    kinds = translate("Asking", "Company files (*.holdfast)")
    title = translate("Asking", "Save a copy")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    return ending(Path(chosen), SUFFIX) if chosen else None


def place_for_salvage(parent: QWidget, start: Path) -> Path | None:
    """Where what is salvaged of a damaged file goes."""
    kinds = translate("Asking", "Company files (*.holdfast)")
    title = translate("Asking", "Salvage into a new file")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    return ending(Path(chosen), SUFFIX) if chosen else None


def place_for_report(parent: QWidget) -> Path | None:
    """Where the report of a fault goes."""
    kinds = translate("Asking", "Text files (*.txt)")
    title = translate("Asking", "Save report")
    start = str(Path.home() / translate("Asking", "Holdfast report.txt"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, kinds)
    return ending(Path(chosen), ".txt") if chosen else None


def folder_for_backups(parent: QWidget, start: Path) -> Path | None:
    """Where backups go from now on."""
    title = translate("Asking", "Folder for backups")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def place_for_paper(parent: QWidget, start: Path) -> Path | None:
    """Where a PDF goes."""
    kinds = translate("Asking", "PDF files (*.pdf)")
    title = translate("Asking", "Save as PDF")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    return ending(Path(chosen), ".pdf") if chosen else None


def leave_anyway(parent: QWidget) -> bool:
    """Whether to stop work that does not end by itself."""
    text = translate(
        "Asking",
        "Work is still under way. Leaving now stops it and takes it back; saved data stays. Leave?",
    )
    return QMessageBox.question(parent, NAME, text) == QMessageBox.StandardButton.Yes


def leave_locked(parent: QWidget) -> bool:
    """Whether to give up a form that stands open behind the lock."""
    text = translate(
        "Asking",
        "A form with entries that are not saved is open behind the lock. Closing loses them. Close?",
    )
    return QMessageBox.question(parent, NAME, text) == QMessageBox.StandardButton.Yes
