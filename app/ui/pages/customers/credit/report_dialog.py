"""The credit report as it will be printed, in Chinese or English, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.file_name import safe_name
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.paper_view import PaperView
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.credit_report import CreditReport
    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext

_WIDE, _HIGH, _ROOM = 860, 900, 24
_FOLDER = "folder.exports"


class ReportDialog(QDialog):
    """Ctrl+S saves; the language is the window's until another is chosen."""

    def __init__(self, context: PageContext, report: CreditReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.report = context, report
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme, formats = context.theme, context.formats
        title = label(say("credit_report.title", formats.lang), "section")
        day = formats.day(report.as_of)
        about = label(f"{self._whose()} • {day}", "body", "secondary", wrap=True)
        self.setWindowTitle(title.text())
        self.language = Segmented(self.tr("Language of the report"))
        self.language.set_choices([("zh", "中文"), ("en", "English")])
        self.language.set_current(formats.lang)
        self.language.chosen.connect(self._draw)
        self.paper = PaperView(theme, context.runner)
        self.paper.setAccessibleName(self.tr("The report as it will be printed"))
        self.save_button = button(theme, self.tr("Save PDF…"), "primary", "download", self.ask)
        self.close_button = button(theme, self.tr("Close"), "quiet", run=self.reject)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 12)
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(about, 1)
        head.addWidget(self.language)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self.paper, 1)
        layout.addWidget(line())
        layout.addLayout(foot)
        QShortcut(QKeySequence("Ctrl+S"), self, self.ask)
        self._fit()
        self._draw()

    def _fit(self) -> None:
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        self.resize(min(_WIDE, host.width() - 2 * _ROOM), min(_HIGH, host.height() - 2 * _ROOM))

    def _draw(self, *_: object) -> None:
        session, report, lang = self.context.company, self.report, self.language.current

        def pages(width: int, control: Control) -> list[PagePicture]:
            return session.previews.paper(
                lambda pdf: session.credit_files.write_report(report, pdf, lang), width, control
            )

        self.paper.show_source(pages)

    def _whose(self) -> str:
        customer = self.report.customer
        return self.context.formats.name(customer.name, customer.name_en)

    @property
    def suggested(self) -> str:
        """A name for the file."""
        lang = self.language.current
        who = self.report.customer
        name = (who.name_en if lang == "en" else who.short_name) or who.name
        return safe_name(f"{say('credit_report.title', lang)} {name} {self.report.as_of}", ".pdf")

    def ask(self) -> None:
        """Ask where to, and save."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = Path(str(self.context.preferences.get(_FOLDER, "") or Path.home()))
        picked, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report as"), str(folder / self.suggested), "PDF (*.pdf)"
        )
        if picked:
            self.save(Path(picked))

    def save(self, path: Path) -> None:
        """Write the report there."""
        session, report, lang = self.context.company, self.report, self.language.current
        path = ending(path, ".pdf")
        self.context.preferences.set(_FOLDER, str(path.parent))
        text = self.tr("Saved: {name}").format(name=path.name)
        self.context.runner.database(
            lambda _control: session.credit_files.write_report(report, path, lang),
            lambda _path: self.context.notices.toast(text),
            failed=self.context.notices.error,
            owner=self,
        )
