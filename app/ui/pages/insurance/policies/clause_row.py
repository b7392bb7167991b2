"""One clause in the editor: its name, what it means, its value, where the policy says so, its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.problem import Severity
from app.ui.pages.insurance.policies.controls import control_of
from app.ui.widgets.chip import Chip
from app.ui.widgets.form_field import room_for_hint
from app.ui.widgets.labels import label, line, set_tone
from app.words import say
from app.words.clause_text import clause_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.problem import Problem
    from app.ui.context import PageContext
    from app.ui.pages.insurance.policies.draft import PolicyDraft

_WHERE = 216


class ClauseRow(QWidget):
    """Writes into the draft as one types; ``edited`` says that something is different now."""

    edited = Signal()

    def __init__(
        self,
        context: PageContext,
        draft: PolicyDraft,
        clause: str,
        buyers: Mapping[int, str],
        *,
        source: str = "",
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._context, self._draft, self.clause = context, draft, clause
        self._problems: Sequence[Problem] = ()
        lang = context.formats.lang
        self.name = label(clause_name(clause, lang), "bodyStrong", strong=True, wrap=True)
        self.mark = Chip(context.theme, say("clause.unchecked", lang), "warn")
        self.help = label(say(f"clause_help.{clause}", lang), "small", "secondary", wrap=True)
        said = self.tr("The common shape: {source}").format(source=source) if source else ""
        self.source = label(said, "caption", "tertiary", wrap=True)
        self.source.setVisible(bool(said))
        self.control = control_of(
            context, clause, draft.value(clause), draft.record.currency, buyers, self._on_value
        )
        self.where = QLineEdit(draft.terms.where.get(clause, ""))
        self.where.setPlaceholderText(self.tr("Where: clause, page"))
        self.where.setAccessibleName(self.tr("{clause}: where in my policy").format(clause=self.name.text()))
        self.where.setFixedWidth(room_for_hint(self.where, self.where.placeholderText(), _WHERE))
        self.compared = QCheckBox(self.tr("compared"))
        self.compared.setToolTip(self.tr("I have compared this clause with my policy"))
        self.compared.setAccessibleName(self.tr("{clause}: compared").format(clause=self.name.text()))
        self.says = label("", "small", "warn", wrap=True)
        self._lay_out()
        self._was_template = draft.unchecked(clause)
        self.where.textEdited.connect(self._on_where)
        self.compared.toggled.connect(self._on_compared)
        if read_only:
            for widget in (self.control.widget, self.where, self.compared):
                widget.setEnabled(False)
        self.follow()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for widget in (self.mark, self.compared, self.where):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.help)
        layout.addWidget(self.source)
        layout.addSpacing(2)
        layout.addWidget(self.control.widget)
        layout.addWidget(self.says)
        layout.addSpacing(8)
        layout.addWidget(line())

    # -- editing --------------------------------------------------------------------------------

    def _on_value(self) -> None:
        text = self.control.fault()
        if text:
            self._draft.set_fault(self.clause, text)
        else:
            self._draft.set_value(self.clause, self.control.value())
        self.follow()
        self.edited.emit()

    def _on_where(self, text: str) -> None:
        self._draft.set_where(self.clause, text)
        self.follow()
        self.edited.emit()

    def _on_compared(self, looked: bool) -> None:
        self._draft.look_at(self.clause, looked=looked)
        self.follow()
        self.edited.emit()

    # -- showing --------------------------------------------------------------------------------

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what the check found about this clause."""
        self._problems = problems
        self.follow()

    def follow(self) -> None:
        """Show the mark, the box and what is wrong as the draft stands."""
        draft, lang = self._draft, self._context.formats.lang
        unchecked = draft.unchecked(self.clause)
        self.mark.setVisible(unchecked)
        self.compared.setVisible(unchecked or self._was_template)
        self.compared.blockSignals(True)
        self.compared.setChecked(not unchecked)
        self.compared.blockSignals(False)
        fault = draft.faults.get(self.clause, "")
        told = [fault] if fault else [say(one.code, lang, **dict(one.params)) for one in self._problems]
        wrong = bool(fault) or any(one.severity is Severity.ERROR for one in self._problems)
        self.says.setText("\n".join(told))
        set_tone(self.says, "danger" if wrong else "warn")
        self.says.setVisible(bool(told))

    def take_focus(self) -> None:
        """Take the keyboard to the value."""
        self.control.focus.setFocus(Qt.FocusReason.OtherFocusReason)
