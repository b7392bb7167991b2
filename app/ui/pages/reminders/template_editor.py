"""The editor of a template: heading, letter and message, with what is wrong at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.letter_paper import TemplateText
from app.ui.i18n import Retranslated
from app.ui.pages.customers.guard import writable
from app.ui.pages.reminders.words import problem_words
from app.ui.widgets.code_edit import CodeEdit, Fault
from app.ui.widgets.form_field import FormField
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.problem import Problem
    from app.ui.context import PageContext

BODY, MESSAGE, SUBJECT = "body", "message", "subject"
_SHOWN = 3


class TemplateEditor(Retranslated):
    """``edited`` after every change by hand, ``part_changed`` with ``body`` or ``message``."""

    edited = Signal()
    part_changed = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self.subject = QLineEdit()
        self.subject_field = FormField(self.subject)
        self.part = Segmented()
        self.body, self.short = CodeEdit(theme), CodeEdit(theme)
        self.faults = MessageStrip(theme)
        self._problems: list[Problem] = []
        self._shipped = True
        self._filling = False
        self._last: QWidget = self.body
        self.stack = QStackedWidget()
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.short)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.subject_field)
        layout.addWidget(self.part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.faults)
        self.subject.textEdited.connect(self._on_edit)
        for edit in (self.body, self.short):
            edit.textChanged.connect(self._on_edit)
            edit.setReadOnly(not writable(context))
        self.subject.setReadOnly(not writable(context))
        for widget in (self.subject, self.body, self.short):
            widget.installEventFilter(self)
        self.part.chosen.connect(self._on_part)
        self.retranslate()

    # -- texts ----------------------------------------------------------------------------------

    def set_texts(self, texts: TemplateText) -> None:
        """Show these words; undo of typing begins anew."""
        self._filling = True
        self._shipped = texts.shipped
        self.subject.setText(texts.subject)
        self.body.setPlainText(texts.body)
        self.short.setPlainText(texts.message)
        self._filling = False
        self.set_problems([])

    def texts(self) -> TemplateText:
        """The words as typed."""
        return TemplateText(
            self.subject.text(), self.body.toPlainText(), self.short.toPlainText(), shipped=self._shipped
        )

    def insert(self, text: str) -> None:
        """Write a field where the keyboard was last."""
        if not writable(self.context):
            return
        if isinstance(self._last, CodeEdit) and self._last is self.stack.currentWidget():
            self._last.insertPlainText(text)
            self._last.setFocus()
        elif self._last is self.subject:
            self.subject.insert(text)
            self.subject.setFocus()
            self._on_edit()
        else:
            edit = self.short if self.part.current == MESSAGE else self.body
            edit.insertPlainText(text)
            edit.setFocus()

    def _on_edit(self, *_: object) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_part(self, part: str) -> None:
        self.stack.setCurrentWidget(self.short if part == MESSAGE else self.body)
        self.part_changed.emit(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where the keyboard was, for inserting a field."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last = watched
        return False

    # -- problems -------------------------------------------------------------------------------

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Underline what is wrong and say it, each with its place."""
        self._problems = list(problems)
        formats = self.context.formats
        faults: dict[str, list[Fault]] = {BODY: [], MESSAGE: [], SUBJECT: []}
        for problem in problems:
            where = problem.where
            fault = Fault(where.row, where.column, problem_words(problem, formats))
            faults.setdefault(where.sheet or BODY, []).append(fault)
        self.body.set_faults(faults[BODY])
        self.short.set_faults(faults[MESSAGE])
        self.subject_field.set_error(faults[SUBJECT][0].text if faults[SUBJECT] else "")
        if not problems:
            self.faults.hide()
            return
        said = "\n".join(self._sentence(each) for each in problems[:_SHOWN])
        self.faults.say("danger", said, actions=[(self.tr("Go there"), self.go_to_problem)], closable=False)

    def _sentence(self, problem: Problem) -> str:
        part = {
            MESSAGE: self.tr("Message"),
            SUBJECT: self.tr("Heading"),
        }.get(problem.where.sheet, self.tr("Letter"))
        place = self.tr("{part}, line {line}, column {column}").format(
            part=part, line=problem.where.row, column=problem.where.column
        )
        if not problem.where.row:
            place = part
        return f"{place}: {problem_words(problem, self.context.formats)}"

    def go_to_problem(self) -> None:
        """Take the keyboard to the first thing that is wrong."""
        if not self._problems:
            return
        where = self._problems[0].where
        if where.sheet == SUBJECT:
            self.subject.setFocus()
            self.subject.setCursorPosition(max(0, where.column - 1))
            return
        part = MESSAGE if where.sheet == MESSAGE else BODY
        self.part.set_current(part)
        self._on_part(part)
        edit = self.short if part == MESSAGE else self.body
        if edit.faults:
            edit.go_to(edit.faults[0])

    def retranslate(self) -> None:
        """Write every text of the editor."""
        self.subject_field.set_text(self.tr("Heading, and subject of the e-mail"))
        self.part.set_choices([(BODY, self.tr("Letter")), (MESSAGE, self.tr("Message text"))])
        self.part.setAccessibleName(self.tr("Which words"))
        self.body.setAccessibleName(self.tr("Words of the letter"))
        self.short.setAccessibleName(self.tr("Words of the message"))
        if self._problems:
            self.set_problems(self._problems)
