"""Pages on paper by the system's own print dialog; nothing is written to the disk for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.previews import PagePicture


def print_pages(pages: Sequence[PagePicture], title: str, parent: QWidget) -> bool:
    """Ask which printer, and print; False where the user thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if not dialog.exec():
        return False
    return paint(pages, printer)


def paint(pages: Sequence[PagePicture], printer: QPrinter) -> bool:
    """Paint every page over the whole sheet; False where the printer does not begin."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        image = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        sheet = painter.viewport()
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(sheet.topLeft(), size), image)
    painter.end()
    return True
