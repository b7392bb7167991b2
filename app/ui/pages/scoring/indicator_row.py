"""One question of a card: its field, where the value is from, what it earned, and what stands behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.assessment import Answer
from app.domain.problem import DomainError
from app.domain.scorecard import Indicator, InputKind
from app.ui.dialogs.controls import Choice
from app.ui.i18n import Retranslated
from app.ui.pages.scoring import words
from app.ui.pages.scoring.explanation import Explanation
from app.ui.pages.scoring.state import Scoring, choices, number
from app.ui.pages.scoring.value_edit import ValueEdit
from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.pips import Pips
from app.words import say, scoring_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.assessment import Input, Scored
    from app.ui.context import PageContext

_POINTS, _DETAIL, _REST, _LEAST, _WITH_PIPS = 62, 120, 238, 170, 600
_WIDTHS = {"zh": (108, 128, 60), "en": (128, 184, 84)}
"""Name, field and source by language; ``_REST`` is what stands beside them, ``_LEAST`` without pips."""
_LEAST_NAME, _LEAST_FIELD, _BESIDE = 96, 108, 166
"""Name and field give way to what stands beside both: points and the button to unfold."""


class IndicatorRow(Retranslated):
    """``edited``: its value changed, ``explained``: its reason; ``behind`` asks for the rows behind it."""

    edited = Signal(str)
    explained = Signal(str)
    checked = Signal()
    behind = Signal(str)

    def __init__(self, context: PageContext, scoring: Scoring, indicator: Indicator) -> None:
        super().__init__()
        self.context, self.scoring, self.indicator = context, scoring, indicator
        self.fault = ""
        self._typing = False
        theme = context.theme
        self.name = label("", "body", wrap=True)
        self.value = ValueEdit()
        self.choice = Choice([])
        self.number = indicator.kind is InputKind.NUMBER
        self.field: QWidget = self.value if self.number else self.choice
        self.sign, self.source = QLabel(), label("", "small", "secondary", wrap=True)
        self.detail = label("", "small", "secondary", wrap=True)
        self.pips = Pips(theme)
        self.points = label("", "body", "secondary")
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = icon_button(theme, "chevron-right", "", self.toggle, small=True)
        self.wrong = label("", "small", "danger", wrap=True)
        self.reason = QLineEdit()
        self.back = icon_button(theme, "undo-2", "", self.restore, small=True)
        self.explanation: Explanation | None = None
        self._tones: dict[QLabel, str] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.name.setBuddy(self.field)
        self.points.setFixedWidth(_POINTS)
        self.where = QWidget()
        where = QHBoxLayout(self.where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(6)
        where.addWidget(self.sign)
        where.addWidget(self.source)
        where.addStretch(1)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 6, 0, 6)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(4)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.grid.addWidget(self.name, 0, 0)
        self.grid.addWidget(self.field, 0, 1, middle)
        self.grid.addWidget(self.where, 0, 2, middle)
        self.grid.addWidget(self.detail, 0, 3)
        self.grid.addWidget(self.pips, 0, 4, middle)
        self.grid.addWidget(self.points, 0, 5, middle)
        self.grid.addWidget(self.more, 0, 6, middle)
        self.grid.setColumnStretch(3, 1)
        self.why = QHBoxLayout()
        self.why.setSpacing(6)
        self.why.addWidget(self.reason, 1)
        self.why.addWidget(self.back)
        self.grid.addWidget(self.wrong, 2, 1, 1, 5)
        self.grid.addLayout(self.why, 3, 1, 1, 5)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.grid)
        for each in (self.wrong, self.reason, self.back):
            each.hide()

    def _connect(self) -> None:
        self.value.textEdited.connect(self._on_typed)
        self.value.left.connect(self._on_left)
        self.value.restored.connect(self.restore)
        self.choice.activated.connect(self._on_chosen)
        self.reason.textEdited.connect(self._on_reason)

    def arrange(self, width: int) -> None:
        """Put what is said of the value below it where there is no room beside it."""
        name, field, source = _WIDTHS[self.context.formats.lang]
        field = max(_LEAST_FIELD, min(field, width - name - _BESIDE))
        name = max(_LEAST_NAME, min(name, width - field - _BESIDE))
        self.name.setFixedWidth(name)
        self.field.setFixedWidth(field)
        self.source.setFixedWidth(source)
        pips = width >= _WITH_PIPS
        beside = width - name - field - source - _REST >= _DETAIL
        self.pips.setVisible(pips)
        tight = width < name + field + source + _LEAST
        for each in (self.detail, self.where):
            self.grid.removeWidget(each)
        self.grid.removeItem(self.why)
        self.grid.addItem(self.why, 3, int(not tight), 1, 5 + tight)
        if tight:
            self.grid.addWidget(self.where, 1, 1)
            self.grid.addWidget(self.detail, 1, 2, 1, 5)
            return
        self.grid.addWidget(self.where, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        if beside:
            self.grid.addWidget(self.detail, 0, 3)
        else:
            self.grid.addWidget(self.detail, 1, 1, 1, 5)

    # -- typing ---------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._typing = True
        code = self.indicator.code
        try:
            found = number(text, self.indicator)
        except DomainError as error:
            self.fault = words.fault_said(error.code, error.params, self.indicator, self.context.formats.lang)
            self.checked.emit()
            return
        self._clear_fault()
        self.scoring.type(code, found)
        self.edited.emit(code)

    def _on_left(self) -> None:
        """Say what is wrong; what is right is written tidily."""
        self._typing = False
        if self.fault:
            self.say_fault()
        else:
            self._write_value(self.scoring.input(self.indicator.code))
        self.checked.emit()

    def say_fault(self) -> None:
        """Show the sentence below the field."""
        self.wrong.setText(self.fault)
        self.wrong.setVisible(bool(self.fault))
        self._mark(self.field, wrong=bool(self.fault))
        self.field.setAccessibleDescription(self.fault)

    def _clear_fault(self) -> None:
        if self.fault:
            self.fault = ""
            self.say_fault()

    def _mark(self, field: QWidget, *, wrong: bool) -> None:
        state = "error" if wrong else ""
        if field.property("state") != state:
            field.setProperty("state", state)
            field.style().unpolish(field)
            field.style().polish(field)

    def _on_chosen(self) -> None:
        chosen = self.choice.value
        self.scoring.type(self.indicator.code, None if chosen in {None, ""} else str(chosen))
        self.edited.emit(self.indicator.code)

    def _on_reason(self, text: str) -> None:
        self.scoring.explain(self.indicator.code, text)
        if text.strip():
            self._mark(self.reason, wrong=False)
        self.explained.emit(self.indicator.code)

    def restore(self) -> None:
        """Ctrl+Backspace: the value on file again."""
        self._clear_fault()
        self._typing = False
        self.scoring.restore(self.indicator.code)
        self._write_value(self.scoring.input(self.indicator.code))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.indicator.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Backspace works from every control of the row."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Backspace:
            self.restore()
        else:
            super().keyPressEvent(event)

    # -- what is wrong --------------------------------------------------------------------------

    @property
    def unexplained(self) -> bool:
        """Typed over and no word of reason."""
        given = self.scoring.input(self.indicator.code)
        return self.scoring.typed(self.indicator.code) and given.replaces is not None and not given.reason

    def go_to_fault(self) -> None:
        """Take the keyboard to what is wrong, and say it."""
        if self.fault:
            self.say_fault()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._mark(self.reason, wrong=True)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- writing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Write what the value earned and where it is from."""
        given, line = self.scoring.input(self.indicator.code), self.scoring.lines.get(self.indicator.code)
        if not self._typing:
            self._write_value(given)
        self._write_source(given, line)
        self._write_points(line)
        typed = self.scoring.typed(self.indicator.code)
        self.back.setVisible(typed)
        self.reason.setVisible(typed and given.replaces is not None)
        if self.reason.text().strip() != given.reason or not typed:
            self.reason.setText(given.reason if typed else "")
        if self.explanation is not None and not self.explanation.isHidden():
            self.explanation.mark(line)

    def _write_value(self, given: Input) -> None:
        if not self.number:
            self.choice.choose(given.value or "")
        elif not self.fault:
            self.value.setText(words.figure(given.value) if isinstance(given.value, Decimal) else "")
            self.value.setCursorPosition(0)

    def _write_source(self, given: Input, line: Scored | None) -> None:
        lang, theme = self.context.formats.lang, self.context.theme
        over = self.scoring.typed(self.indicator.code) and given.replaces is not None
        missing = given.applicable and given.value is None and not over
        if over:
            icon, tone, text = "flag", "warn", self.tr("Typed over")
            on_file = words.value(self.indicator, self.scoring.automatic(self.indicator.code), lang)
            detail = self.tr("On file: {value}").format(value=on_file)
        elif missing:
            icon, tone, text = "minus", "tertiary", self.tr("Not known")
            detail = " • ".join(
                filter(None, (words.lost(line) if line else "", scoring_text.detail(given.detail, lang)))
            )
        elif given.source == "typed":
            icon, tone, text, detail = "pencil", "secondary", words.source_said(given, lang), ""
        else:
            icon, tone, text = "lock", "secondary", words.source_said(given, lang)
            detail = self._auto_detail(given, line)
        if self.sign.property("iconName") != icon or self._tones.get(self.sign) != tone:
            self._tones[self.sign] = tone
            role = {"warn": "status.warn.text", "tertiary": "textTertiary"}.get(tone, "textSecondary")
            theme.picture(self.sign, icon, role, 14)
        self._write(self.source, text, tone)
        stale = line is not None and line.answer is Answer.STALE
        self._write(self.detail, detail, "warn" if stale or over else "secondary")

    def _auto_detail(self, given: Input, line: Scored | None) -> str:
        lang = self.context.formats.lang
        said = scoring_text.detail(given.detail, lang) if given.detail else ""
        day = self.context.formats.day(given.on) if given.on and given.on != self.scoring.as_of else ""
        stale = self.tr("too old: half the points") if line and line.answer is Answer.STALE else ""
        if not given.applicable:
            stale = say("answer.not_applicable", lang)
        return " • ".join(filter(None, (said, day, stale)))

    def _write_points(self, line: Scored | None) -> None:
        if line is None:
            self.points.setText("–")
            self.pips.set_points(0, 0, "")
            return
        text = words.of(line.shown, line.most)
        if text != self.points.text():
            self.points.setText(text)
            name = self.name.text()
            self.pips.set_points(float(line.shown), float(line.most), f"{name} {text}")

    def _write(self, where: QLabel, text: str, tone: str) -> None:
        if where.text() != text:
            where.setText(text)
        if self._tones.get(where) != tone:
            self._tones[where] = tone
            set_tone(where, tone)

    # -- what stands behind ---------------------------------------------------------------------

    def toggle(self) -> None:
        """Unfold the rows of the card and the way to what the value is made of, or fold them."""
        if self.explanation is None:
            self.explanation = Explanation(self.context, self.scoring, self.indicator)
            self.explanation.behind.connect(lambda: self.behind.emit(self.indicator.code))
            self.column.addWidget(self.explanation)
            self.explanation.retranslate()
            self.explanation.hide()
        unfold = self.explanation.isHidden()
        self.explanation.mark(self.scoring.lines.get(self.indicator.code))
        self.explanation.setVisible(unfold)
        self.context.theme.dress(self.more, "chevron-down" if unfold else "chevron-right", "textSecondary")
        self._name_more()

    def _name_more(self) -> None:
        folded = self.explanation is None or self.explanation.isHidden()
        text = self.tr("How “{name}” earns its points") if folded else self.tr("Fold")
        set_name(self.more, text.format(name=self.name.text()))

    def retranslate(self) -> None:
        """Write every text of the row."""
        lang, code = self.context.formats.lang, self.indicator.code
        name = words.name_of(self.indicator, lang)
        self.name.setText(name)
        self.name.setToolTip(say(f"indicator.help.{code}", lang) if self._has_help() else "")
        self.field.setAccessibleName(name)
        self.reason.setPlaceholderText(self.tr("Why? Kept with the assessment"))
        self.reason.setAccessibleName(self.tr("Reason for typing over “{name}”").format(name=name))
        set_name(self.back, self.tr("Value on file again (Ctrl+Backspace)"))
        unit = self.indicator.unit
        self.value.set_unit(scoring_text.name_of("unit", unit, lang) if unit else "")
        if not self.number:
            given = self.scoring.input(code)
            pairs = [
                ("", "–"),
                *((each, scoring_text.value(code, each, "", lang)) for each in self._offered()),
            ]
            self.choice.set_pairs(pairs, given.value or "")
        self._name_more()
        self.refresh()

    def _has_help(self) -> bool:
        return has_help(self.indicator.code)

    def _offered(self) -> list[str]:
        """The card's answers, and what is on file where the card does not know it."""
        found = choices(self.indicator)
        on_file = self.scoring.automatic(self.indicator.code).value
        return [*found, *([on_file] if isinstance(on_file, str) and on_file not in found else [])]


def has_help(code: str) -> bool:
    """Whether we have a sentence on an indicator; cards of one's own may ask anything."""
    from app.words import codes  # noqa: PLC0415 - a property of all words

    return f"indicator.help.{code}" in codes()
