"""The list of problems with the fix that is offered for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.problem import Severity
from app.ui.i18n import retranslate_on
from app.ui.pages.importing.words import fix_text, problem_text, row_text
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from app.domain.problem import Problem
    from app.ui.context import PageContext

_SHOWN = 100


class Problems(Card):
    """Errors first; ``fix`` asks for a problem's fix."""

    fix = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, padded=False)
        self._context = context
        self._problems: Sequence[Problem] = ()
        self._must = Chip(context.theme)
        self._notes = Chip(context.theme)
        self.add_action(self._must)
        self.add_action(self._notes)
        self._list = self.add_scrolled_list()
        self.retranslate()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, errors first."""
        self._problems = sorted(problems, key=lambda each: each.severity is not Severity.ERROR)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the list in the language in force."""
        errors = sum(each.severity is Severity.ERROR for each in self._problems)
        notes = len(self._problems) - errors
        self.set_title(self.tr("Problems"), self.tr("%n found", "", len(self._problems)))
        self._must.set(self.tr("{n} to resolve").format(n=errors), "danger")
        self._notes.set(self.tr("%n note(s)", "", notes), "warn")
        self._must.setVisible(bool(errors))
        self._notes.setVisible(bool(notes))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, problem in enumerate(self._problems[:_SHOWN]):
            if place:
                self._list.addWidget(line())
            self._list.addWidget(self._line(problem))
        rest = len(self._problems) - _SHOWN
        if rest > 0:
            self._list.addWidget(label(self.tr("and %n more", "", rest), "small", "secondary"))
        if not self._problems:
            self._list.addWidget(label(self.tr("Every row can be imported."), "body", "secondary", wrap=True))
        self._list.addStretch(1)

    def _line(self, problem: Problem) -> QWidget:
        formats, theme = self._context.formats, self._context.theme
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(10)
        mark = QLabel()
        tone = "danger" if problem.severity is Severity.ERROR else "warn"
        theme.picture(mark, "triangle-alert", f"status.{tone}.text")
        mark.setContentsMargins(0, 5, 0, 0)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        where = row_text(problem, formats)
        if where:
            layout.addWidget(label(where, "body", strong=True), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(
            label(problem_text(problem, formats), "body", wrap=True), 1, Qt.AlignmentFlag.AlignTop
        )
        offer = fix_text(problem, formats)
        if offer:
            link = button(theme, offer, "link", run=lambda: self.fix.emit(problem), small=True)
            link.setAccessibleName(f"{where} {offer}".strip())
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        retranslate_on(event, self)
        super().changeEvent(event)
