"""A paper as it will be printed, in Chinese or English, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.file_name import safe_name
from app.ui.faults import is_ours, sentence
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.paper_view import PaperView
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.context import PageContext

_WIDE, _HIGH, _ROOM = 860, 900, 24
_FOLDER = "folder.exports"


class PaperDialog(QDialog):
    """``write`` puts the paper into a file in a language, on the worker; Ctrl+S saves."""

    def __init__(
        self,
        context: PageContext,
        title: str,
        about: str,
        write: Callable[[Path, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self._write, self._name = context, write, f"{title} {about}".strip()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        theme = context.theme
        self.language = Segmented(self.tr("Language of the paper"))
        self.language.set_choices([("zh", "中文"), ("en", "English")])
        self.language.set_current(context.formats.lang)
        self.language.chosen.connect(self._draw)
        self.paper = PaperView(theme, context.runner)
        self.paper.setAccessibleName(self.tr("The paper as it will be printed"))
        self.message = MessageStrip(theme)
        self.save_button = button(theme, self.tr("Save PDF…"), "primary", "download", self.ask)
        self.close_button = button(theme, self.tr("Close"), "quiet", run=self.reject)
        self._lay_out(title, about)
        QShortcut(QKeySequence("Ctrl+S"), self, self.ask)
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        self.resize(min(_WIDE, host.width() - 2 * _ROOM), min(_HIGH, host.height() - 2 * _ROOM))
        self._draw()

    def _lay_out(self, title: str, about: str) -> None:
        self.head = QHBoxLayout()
        self.head.setContentsMargins(20, 12, 12, 12)
        self.head.setSpacing(12)
        self.head.addWidget(label(title, "section"))
        self.head.addWidget(label(about, "body", "secondary", wrap=True), 1)
        self.head.addWidget(self.language)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.head)
        layout.addWidget(line())
        strip = QVBoxLayout()
        strip.setContentsMargins(20, 0, 20, 8)
        strip.addWidget(self.message)
        layout.addWidget(self.paper, 1)
        layout.addLayout(strip)
        layout.addWidget(line())
        layout.addLayout(foot)

    def _draw(self, *_: object) -> None:
        previews, write, lang = self.context.company.previews, self._write, self.language.current

        def pages(width: int, control: Control) -> list[PagePicture]:
            return previews.paper(lambda pdf: write(pdf, lang), width, control)

        self.paper.show_source(pages)

    def ask(self) -> None:
        """Ask where to, and save."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = Path(str(self.context.preferences.get(_FOLDER, "") or Path.home()))
        suggested = str(folder / safe_name(self._name, ".pdf", folder=str(folder)))
        picked, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), suggested, "PDF (*.pdf)")
        if picked:
            self.save(Path(picked))

    def save(self, path: Path) -> None:
        """Write the paper there."""
        write, lang = self._write, self.language.current
        path = ending(path, ".pdf")
        text = self.tr("Saved: {name}").format(name=path.name)

        def saved(_path: object) -> None:
            self.context.preferences.set(_FOLDER, str(path.parent))
            self.message.say("good", text)

        self.message.hide()
        self.context.runner.database(
            lambda _control: write(path, lang), saved, failed=self._failed, owner=self
        )

    def _failed(self, error: Exception) -> None:
        """Say it here: what stands in the window lies behind this dialog."""
        if is_ours(error):
            self.context.notices.error(error)
        else:
            self.message.say("danger", sentence(error, self.context.formats.lang))
