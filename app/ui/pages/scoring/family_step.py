"""One step of the wizard: the indicators of a family, each on a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.pages.scoring import words
from app.ui.pages.scoring.indicator_row import IndicatorRow
from app.ui.widgets.labels import label, line

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.domain.scorecard import Family
    from app.ui.context import PageContext
    from app.ui.pages.scoring.state import Scoring

_EDGE = 14


class FamilyStep(Retranslated):
    """``edited`` and ``explained`` carry the indicator; ``behind`` asks for the rows behind one."""

    edited = Signal(str)
    explained = Signal(str)
    checked = Signal()
    behind = Signal(str)

    def __init__(self, context: PageContext, scoring: Scoring, family: Family, place: int) -> None:
        super().__init__()
        self.context, self.scoring, self.family, self.place = context, scoring, family, place
        self.visited = False
        self._arranged = (0, "")
        self.title = label("", "section")
        self.sum_name = label("", "body", "secondary")
        self.sum = label("", "section")
        self.most = label("", "body", "secondary")
        self.lock = QLabel()
        context.theme.picture(self.lock, "lock", "textSecondary", 13)
        self.hint = label("", "small", "secondary", wrap=True)
        self.rows = [IndicatorRow(context, scoring, each) for each in family.indicators]
        self._lay_out()
        for row in self.rows:
            row.edited.connect(self.edited)
            row.explained.connect(self.explained)
            row.checked.connect(self.checked)
            row.behind.connect(self.behind)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addStretch(1)
        for each in (self.sum_name, self.sum, self.most):
            head.addWidget(each)
        hint = QHBoxLayout()
        hint.setSpacing(6)
        hint.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        hint.addWidget(self.hint, 1)
        inner = QWidget()
        inner.setProperty("area", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, _EDGE, 0)
        column.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                column.addWidget(line())
            column.addWidget(row)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(hint)
        layout.addWidget(line())
        layout.addWidget(self.area, 1)

    def refresh(self) -> None:
        """Write points and sources of every row, and the sum."""
        for row in self.rows:
            row.refresh()
        self.write_sum()

    def write_sum(self) -> None:
        """Write the family's points."""
        sums = self.scoring.families()[self.place]
        self.sum.setText(words.points(sums.got))
        self.most.setText(f"/ {words.points(sums.most)}")

    @property
    def wrong(self) -> bool:
        """Whether a value cannot be read, or one that was typed over lacks its reason after it was left."""
        return any(row.fault for row in self.rows)

    def first_fault(self) -> IndicatorRow | None:
        """The first row that cannot be finished as it is."""
        return next((row for row in self.rows if row.fault or row.unexplained), None)

    def go_to(self, row: IndicatorRow) -> None:
        """Show a row and what is wrong with it."""
        self.area.ensureWidgetVisible(row)
        row.go_to_fault()

    def leave(self) -> None:
        """Say what is wrong with its rows."""
        for row in self.rows:
            if row.fault:
                row.say_fault()

    def start(self) -> None:
        """Take the keyboard to the first field."""
        self.visited = True
        if self.rows:
            self.rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines a row where one does not hold everything."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        asked = self.width(), self.context.formats.lang
        if asked != self._arranged:
            self._arranged = asked
            for row in self.rows:
                row.arrange(self.width() - _EDGE)

    def retranslate(self) -> None:
        """Write the head; the rows write themselves."""
        lang = self.context.formats.lang
        self.title.setText(f"{self.place + 1}   {words.family_name(self.family.code, lang)}")
        self.sum_name.setText(self.tr("Points"))
        self.hint.setText(
            self.tr("Filled in from what is on file; what you type over is marked and needs a reason.")
        )
        self.write_sum()
        self._arrange()
