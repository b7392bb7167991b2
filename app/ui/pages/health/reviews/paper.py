"""The review as it will be printed, with the parts to choose, and saving it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.domain.period_review import PartCode
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.pages.customers.guard import writable
from app.ui.widgets.buttons import button
from app.words import review_text, say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.review_views import ReviewView
    from app.ui.context import PageContext


class ReviewPaperDialog(PaperDialog):
    """The paper of a quarter; parts are ticked in a menu, and kept with a review that is open."""

    def __init__(self, context: PageContext, quarter: str, parent: QWidget | None = None) -> None:
        self.quarter = quarter
        self.sections: tuple[str, ...] = ()
        self._read: ReviewView | None = None
        lang = context.formats.lang
        super().__init__(
            context,
            say("review.title", lang),
            review_text.quarter_name(quarter, lang),
            self._write_paper,
            parent,
        )
        self.parts_button = button(context.theme, self.tr("Parts"), "normal", "list-checks", self.choose)
        self.head.insertWidget(self.head.count() - 1, self.parts_button)

    def _write_paper(self, path: Path, lang: str) -> object:
        """Runs on the worker: the review is read once, however often it is drawn."""
        reviews = self.context.company.reviews
        if self._read is None:
            self._read = reviews.view(self.quarter)
            self.sections = self.sections or self._read.sections
        reviews.print(self._read, path, lang, self.sections)
        return path

    def choose(self) -> None:
        """Tick the parts wanted."""
        menu = self.parts_menu()
        menu.popup(self.parts_button.mapToGlobal(QPoint(0, self.parts_button.height())))

    def parts_menu(self) -> QMenu:
        """The parts in their order, those chosen ticked."""
        menu = QMenu(self)
        lang = self.context.formats.lang
        for code in PartCode:
            action = menu.addAction(say(f"review_part.{code}", lang))
            action.setCheckable(True)
            action.setChecked(code.value in self.sections)
            action.toggled.connect(lambda on, code=code.value: self.set_part(code, on=on))
        return menu

    def set_part(self, code: str, *, on: bool) -> None:
        """Take a part in or leave it out, and draw anew."""
        wanted = {*self.sections, code} if on else {*self.sections} - {code}
        self.sections = tuple(each.value for each in PartCode if each.value in wanted)
        self._keep()
        self._draw()

    def _keep(self) -> None:
        """A review that is being written keeps the choice."""
        view = self._read
        if view is None or view.review is None or view.locked or not writable(self.context):
            return
        kept = replace(view.review, sections=json.dumps(list(self.sections)))
        reviews, quarter = self.context.company.reviews, self.quarter

        def work(_control: object) -> ReviewView:
            reviews.save(replace(kept, version=reviews.record(quarter).version))
            return reviews.view(quarter)

        def take(read: ReviewView) -> None:
            self._read = read

        self.context.runner.database(work, take, failed=self.context.notices.error, owner=self)


def open_review_paper(context: PageContext, quarter: str, parent: QWidget | None = None) -> ReviewPaperDialog:
    """Show the quarterly report of a quarter (2025Q4) as it will be printed, to be saved as a PDF."""
    dialog = ReviewPaperDialog(context, quarter, parent)
    dialog.open()
    return dialog
