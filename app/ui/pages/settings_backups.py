"""Where backups go, for this user on this machine, and the newest one of the open company."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.backup import parse_name
from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import stand_left
from app.words import say

if TYPE_CHECKING:
    from app.services.backups import Standing
    from app.services.control import Control
    from app.ui.context import PageContext

_WIDEST = 760


class BackupsPanel(Retranslated):
    """A folder chosen holds from the next backup on; those made before stay where they are."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._standing: tuple[Standing, bool] | None = None
        self.card = Card(context.theme)
        self.about = label("", "body", "secondary", wrap=True)
        self.caption = label("", "body", "secondary")
        self.folder = label("", "body", wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.newest = label("", "body", wrap=True)
        self.problem = label("", "body", "warn", wrap=True)
        self.choose_button = button(context.theme, "", "normal", "folder", self.choose)
        self.standard_button = button(context.theme, "", "quiet", run=self.use_standard)
        self.show_button = button(context.theme, "", "normal", "history", context.events.backups_wanted.emit)
        self.show_button.setEnabled(not context.company.sample)
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.choose_button, self.standard_button):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.show_button)
        for widget in (self.about, self.caption, self.folder, self.newest, self.problem):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(row)
        stand_left(self, [self.card], _WIDEST)
        self.retranslate()

    def read(self) -> None:
        """Ask where backups go and how they stand."""
        files, path = self.context.app.files, self.context.company.path

        def work(_control: Control) -> tuple[Standing, bool]:
            return files.backups.standing(path), files.backups.chosen is not None

        self.context.runner.database(work, self._show, owner=self)

    def _show(self, found: tuple[Standing, bool]) -> None:
        self._standing = found
        self.retranslate()

    def choose(self) -> None:
        """Ask for a folder."""
        from app.ui.shell.asking import folder_for_backups  # noqa: PLC0415 - asked now and then

        start = self._standing[0].folder.parent if self._standing is not None else Path.home()
        if (folder := folder_for_backups(self, start)) is not None:
            self._set(folder)

    def use_standard(self) -> None:
        """Back to the program's own folder."""
        self._set(None)

    def _set(self, folder: Path | None) -> None:
        files = self.context.app.files
        self.context.runner.database(
            lambda _control: files.backups.choose(folder), lambda _nothing: self.read(), owner=self
        )

    def retranslate(self) -> None:
        """Texts, and how the backups stand."""
        self.card.set_title(self.tr("Backups"), self.tr("For you on this computer"))
        self.about.setText(
            self.tr(
                "A backup is made whenever a company is closed with changes, and before an import, an "
                "upgrade, a bulk change and a restore. The newest 10 are kept, and one for each of 7 days, "
                "4 weeks and 12 months. Another disk is the safest place."
            )
        )
        self.caption.setText(self.tr("Folder"))
        self.choose_button.setText(self.tr("Choose a folder…"))
        self.standard_button.setText(self.tr("Use the standard folder"))
        self.show_button.setText(self.tr("Backups…"))
        standing, chosen = self._standing if self._standing is not None else (None, False)
        self.standard_button.setVisible(chosen)
        self.folder.setText(str(standing.folder.parent) if standing is not None else "")
        self.newest.setText(self._of_company(standing))
        problem = standing.problem if standing is not None and not self.context.company.sample else None
        self.problem.setVisible(problem is not None)
        if problem is not None:
            self.problem.setText(say(problem.code, self.context.formats.lang, **problem.params))

    def _of_company(self, standing: Standing | None) -> str:
        if parse_name(self.context.company.path.name) is not None:
            return ""  # a backup that is being looked at
        if self.context.company.sample:
            return self.tr("The sample company is not backed up.")
        if standing is None:
            return ""
        if standing.newest is None:
            return self.tr("This company has no backups yet.")
        text = self.tr("Newest backup of this company: {time}")
        return text.format(time=self.context.formats.moment(standing.newest.mark.at))
