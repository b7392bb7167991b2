"""How an indicator earns its points: its meaning, every row of the card, the way to what lies behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from app.domain.assessment import STALE_SHARE, Answer
from app.domain.scorecard import WHOLE, Indicator, Knockout, Source
from app.ui.i18n import Retranslated
from app.ui.pages.scoring import words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, set_tone
from app.words import codes, say

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.assessment import Scored
    from app.ui.context import PageContext
    from app.ui.pages.scoring.state import Scoring

_DEALINGS = frozenset({"dispute_share", "promises_kept"})


def place_behind(indicator: Indicator) -> tuple[str, str]:
    """Page and tab that show what an indicator is made of."""
    if indicator.source is Source.LEDGER:
        return "customers", "collection" if indicator.code in _DEALINGS else "invoices"
    if indicator.source is Source.STATEMENTS:
        return "customers", "financials"
    if indicator.source is Source.TABLE:
        return "credit_rules", "tables"
    return "customers", "credit_file"


_FACTS = {"overdue_90_share": "invoices", "longest_overdue": "invoices", "bounced_bills": "bills"}


def tab_behind(knockout: Knockout) -> str:
    """Tab of the customer's file that shows why a knock-out was hit."""
    return _FACTS.get(knockout.fact, "credit_file")


class Explanation(Retranslated):
    """``behind`` asks to be taken to the rows behind the value."""

    behind = Signal()

    def __init__(self, context: PageContext, scoring: Scoring, indicator: Indicator) -> None:
        super().__init__()
        self.context, self.scoring, self.indicator = context, scoring, indicator
        self.help = label("", "small", "secondary", wrap=True)
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(24)
        self.table.setVerticalSpacing(2)
        self.table.setColumnStretch(2, 1)
        self.link = button(context.theme, "", "link", run=self.behind.emit)
        well = QFrame()
        well.setProperty("area", "well")
        inner = QVBoxLayout(well)
        inner.setContentsMargins(12, 8, 12, 6)
        inner.setSpacing(6)
        inner.addWidget(self.help)
        inner.addLayout(self.table)
        inner.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(well)
        self._rows: list[tuple[object, QLabel, QLabel]] = []

    def mark(self, line: Scored | None) -> None:
        """Set the row that the value falls into apart."""
        for key, name, points in self._rows:
            here = line is not None and key in {line.bin, line.answer if line.bin is None else None}
            for each in (name, points):
                set_tone(each, "accent" if here else "secondary")
                each.setProperty("strong", here)
                each.style().unpolish(each)
                each.style().polish(each)

    def _add(self, key: object, text: str, share: Decimal, most: Decimal) -> None:
        name = label(text, "small", "secondary")
        points = label(words.points(share * most / WHOLE), "small", "secondary")
        points.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = len(self._rows)
        self.table.addWidget(name, row, 0)
        self.table.addWidget(points, row, 1)
        self._rows.append((key, name, points))

    def retranslate(self) -> None:
        """Write every row."""
        for _, *cells in self._rows:
            for cell in cells:
                cell.deleteLater()
        self._rows = []
        lang, one = self.context.formats.lang, self.indicator
        line = self.scoring.lines.get(one.code)
        most = line.most if line is not None else WHOLE
        helped = f"indicator.help.{one.code}"
        parts = [say(helped, lang) if helped in codes() else ""]
        if one.max_age_days is not None:
            text = self.tr("A value older than %n day(s) earns {share}% of its points.", "", one.max_age_days)
            parts.append(text.format(share=words.points(STALE_SHARE * 100)))
        if one.not_applicable is None:
            parts.append(self.tr("Where it does not apply, it is left out of the weighting."))
        self.help.setText(" ".join(filter(None, parts)))
        for each in one.bins:
            self._add(each, words.bin_said(one, each, lang), each.points, most)
        self._add(Answer.MISSING, say("answer.missing", lang), one.missing, most)
        if one.least is not None or one.most is not None:
            self._add(Answer.OUT_OF_RANGE, say("answer.out_of_range", lang), one.out_of_range, most)
        self.link.setText(self._where())
        self.mark(line)

    def _where(self) -> str:
        return {
            "invoices": self.tr("Show the invoices behind it"),
            "collection": self.tr("Show promises and disputes"),
            "financials": self.tr("Show the financial statements"),
            "credit_file": self.tr("Show the credit file"),
            "tables": self.tr("Show the table"),
        }[place_behind(self.indicator)[1]]
