"""What a scoring comes to, always in view: score, grade, where points come from, what moved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.assessment import changes
from app.ui.i18n import Retranslated
from app.ui.pages.scoring import words
from app.ui.pages.scoring.explanation import tab_behind
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.score_dial import Band, ScoreDial
from app.ui.widgets.score_line import Point, ScoreLine
from app.ui.widgets.waterfall import Part, Waterfall
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.assessment import Change
    from app.services.scoring_views import AssessmentView
    from app.ui.context import PageContext
    from app.ui.pages.scoring.state import Scoring

_CHANGES, _EDGE, _GRADE, _BESIDE = 6, 16, 30, 320


class BigGrade(GradeChip):
    """The grade's letter as large as a field."""

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_GRADE, _GRADE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint, then the letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, front = self.colors()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setFont(self._theme.font("page"))
        painter.setPen(front)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)


class ResultPanel(Retranslated):
    """``family_wanted`` carries a family's place, ``opened`` a past assessment."""

    family_wanted = Signal(int)
    opened = Signal(int)
    behind = Signal(str)
    """Asks for the tab of the customer's file that shows why a knock-out was hit."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.scoring: Scoring | None = None
        self.history: Sequence[AssessmentView] = ()
        self.changes: Sequence[Change] = ()
        theme = context.theme
        self.dial = ScoreDial(theme)
        self.grade_name, self.grade = label("", "small", "secondary"), BigGrade(theme)
        self.last, self.moved = label("", "small", "secondary", wrap=True), label("", "small", wrap=True)
        self.coverage = label("", "small", "secondary", wrap=True)
        self.knockouts = MessageStrip(theme)
        self.why = button(theme, "", "link", run=self._show_why)
        self.lack = MessageStrip(theme)
        self.sources_title = label("", "bodyStrong", strong=True)
        self.waterfall = Waterfall(theme)
        self.changes_title, self.changes_note = (
            label("", "bodyStrong", strong=True),
            label("", "small", "secondary"),
        )
        self.changes_grid = QGridLayout()
        self.lift = MessageStrip(theme)
        self.line_title = label("", "bodyStrong", strong=True)
        self.line = ScoreLine(theme)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.rest = label("", "small", "tertiary", wrap=True)
        self._lay_out()
        self.waterfall.chosen.connect(self.family_wanted)
        self.line.opened.connect(self.opened)
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_EDGE, 12, _EDGE, _EDGE)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self.coverage)
        column.addWidget(self.knockouts)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lack)
        column.addSpacing(6)
        column.addWidget(self.sources_title)
        column.addWidget(self.waterfall)
        column.addSpacing(8)
        column.addWidget(self.changes_title)
        column.addWidget(self.changes_note)
        self.changes_grid.setHorizontalSpacing(10)
        self.changes_grid.setVerticalSpacing(6)
        self.changes_grid.setColumnStretch(1, 1)
        self.changes_grid.setColumnMinimumWidth(0, 32)
        column.addLayout(self.changes_grid)
        column.addWidget(self.rest)
        column.addSpacing(8)
        column.addWidget(self.lift)
        column.addSpacing(8)
        column.addWidget(self.line_title)
        column.addWidget(self.line)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _head(self) -> QBoxLayout:
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addStretch(1)
        for each in (self.grade_name, self.grade, self.last, self.moved):
            words_column.addWidget(each)
        words_column.addStretch(1)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(8)
        self._pair.addWidget(self.dial, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._pair.addLayout(words_column, 1)
        return self._pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand below the dial where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(way)

    # -- showing --------------------------------------------------------------------------------

    def show_scoring(self, scoring: Scoring, history: Sequence[AssessmentView]) -> None:
        """Show another scoring."""
        self.scoring, self.history = scoring, history
        self.refresh()

    def refresh(self) -> None:
        """Write everything anew; called on each edit."""
        if self.scoring is None:
            return
        self._write_score(self.scoring)
        self._write_warnings(self.scoring)
        self._write_parts(self.scoring)
        self._write_changes(self.scoring)
        self._write_line(self.scoring)

    def _write_score(self, scoring: Scoring) -> None:
        outcome, formats = scoring.outcome, self.context.formats
        bands = [Band(band.grade.value, float(band.floor)) for band in scoring.card.bands]
        whole = words.points(outcome.score)
        said = self.tr("Score {score} of 100, grade {grade}").format(score=whole, grade=outcome.grade)
        self.dial.set_score(float(outcome.score), whole, self.tr("of 100"), bands, said)
        self.grade.set(outcome.grade.value, "neutral")
        self.grade.setToolTip(say(f"grade.about.{outcome.grade}", formats.lang))
        before = self.history[0] if self.history else None
        if before is None:
            self.last.setText(self.tr("First assessment"))
            self.moved.hide()
        else:
            last, moved, tone = words.moved_said(outcome.score, before, formats)
            self.last.setText(last)
            self.moved.setText(moved)
            if self.moved.property("tone") != tone:
                set_tone(self.moved, tone)
            self.moved.show()
        self.coverage.setText(words.coverage_said(scoring.card, outcome, formats.lang))
        self.coverage.setVisible(outcome.sufficient)

    def _write_warnings(self, scoring: Scoring) -> None:
        outcome, lang = scoring.outcome, self.context.formats.lang
        said = "\n".join(words.knockout_said(each, lang) for each in outcome.knockouts)
        self._say(self.knockouts, "danger", said, self.tr("Knock-outs"))
        self.why.setVisible(bool(outcome.knockouts))
        lacking = "" if outcome.sufficient else words.coverage_said(scoring.card, outcome, lang)
        self._say(self.lack, "warn", lacking)
        lift, margin = words.lift_said(scoring.card, outcome, lang), words.margin_said(scoring.card, outcome)
        self._say(self.lift, "info", " ".join(filter(None, (margin, lift))))

    def _show_why(self) -> None:
        if self.scoring is not None and self.scoring.outcome.knockouts:
            self.behind.emit(tab_behind(self.scoring.outcome.knockouts[0]))

    def _say(self, strip: MessageStrip, tone: str, text: str, title: str = "") -> None:
        """Say it once: a strip that says the same already stays as it is."""
        if not text:
            strip.hide()
        elif strip.isHidden() or strip.accessibleName() != f"{title} {text}".strip():
            strip.say(tone, text, title, closable=False)

    def _write_parts(self, scoring: Scoring) -> None:
        lang = self.context.formats.lang
        parts = [
            Part(
                words.family_name(each.code, lang),
                float(each.got),
                float(each.most),
                words.signed(each.got) if each.got else "0",
            )
            for each in scoring.families()
        ]
        self.waterfall.set_parts(parts, self.tr("Together"), words.points(scoring.outcome.score))

    def _write_changes(self, scoring: Scoring) -> None:
        before = self.history[0] if self.history else None
        lines, self.changes = [], ()
        if before is not None:
            self.changes = changes(before.outcome, scoring.outcome)
            lines = words.change_lines(
                self.changes, scoring.card, before.inputs, scoring.inputs(), self.context.formats.lang
            )
        shown = sorted(lines, key=lambda one: one[2])[:_CHANGES] if len(lines) > _CHANGES else lines
        while len(self._rows) < len(shown):
            pair = label("", "bodyStrong"), label("", "body", wrap=True)
            for column, each in enumerate(pair):
                self.changes_grid.addWidget(each, len(self._rows), column, Qt.AlignmentFlag.AlignTop)
            self._rows.append(pair)
        for place, pair in enumerate(self._rows):
            for each in pair:
                each.setVisible(place < len(shown))
        for (mark, text), (sign, said, gain) in zip(self._rows, shown, strict=False):
            mark.setText(sign)
            text.setText(said)
            tone = "good" if gain else "danger"
            if mark.property("tone") != tone:
                set_tone(mark, tone)
        total = sum((each.now - each.was for each in self.changes), start=scoring.outcome.score * 0)
        note = self.tr("against last time, {points} together").format(points=words.signed(total))
        self.changes_note.setText(note if lines else "")
        self.changes_note.setVisible(bool(lines))
        self.changes_title.setVisible(before is not None)
        more = len(lines) - len(shown)
        nothing = "" if lines or before is None else self.tr("Nothing moved since last time.")
        self.rest.setText(self.tr("and %n more", "", more) if more else nothing)
        self.rest.setVisible(bool(self.rest.text()))

    def _write_line(self, scoring: Scoring) -> None:
        formats, outcome = self.context.formats, scoring.outcome
        points = [
            Point(float(each.score), words.points(each.score), formats.day_short(each.as_of), each.id)
            for each in reversed(self.history)
        ]
        points.append(Point(float(outcome.score), words.points(outcome.score), self.tr("now")))
        floors = {band.grade: band.floor for band in scoring.card.bands}
        floor = floors[outcome.by_score]
        text = self.tr("{grade} from {floor}").format(grade=outcome.by_score, floor=words.points(floor))
        self.line.set_points(points, float(floor) if floor else None, text if floor else "")
        for each in (self.line, self.line_title):
            each.setVisible(bool(self.history))

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text."""
        self.grade_name.setText(self.tr("Grade"))
        self.why.setText(self.tr("Show what stands behind it"))
        self.sources_title.setText(self.tr("Where the points come from"))
        self.changes_title.setText(self.tr("What moved the score"))
        self.line_title.setText(self.tr("Past reviews"))
        self.waterfall.setAccessibleName(self.sources_title.text())
        self.line.setAccessibleName(self.line_title.text())
        self.refresh()
