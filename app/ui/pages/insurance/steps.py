"""The steps to an indemnity, one a line: what it is, what it takes off, what is left."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.indemnity import StepCode
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.indemnity import Step
    from app.ui.formats import Formats

translate = QCoreApplication.translate


class StepList(QWidget):
    """``show_steps`` fills it; the last line is what is to be expected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.texts: list[str] = []

    def show_steps(self, steps: Sequence[Step], currency: str, formats: Formats) -> None:
        """Show these, with what is left after the last as the sum."""
        clear(self._grid)
        self.texts = []
        right = Qt.AlignmentFlag.AlignRight
        for place, step in enumerate(steps):
            name, less = step_words(step, currency, formats), ""
            if step.taken:
                less = formats.amount(-step.taken, currency)
            left = formats.amount(step.left, currency)
            self._grid.addWidget(label(name, "small", wrap=True), place, 0)
            self._grid.addWidget(label(less, "small", "secondary"), place, 1, right)
            self._grid.addWidget(label(left, "small"), place, 2, right)
            self.texts.append(f"{name} {less} {left}")
        if steps:
            at = len(steps)
            self._grid.addWidget(line(strong=True), at, 0, 1, 3)
            name = translate("StepList", "Indemnity to expect")
            self._grid.addWidget(label(name, "bodyStrong", strong=True), at + 1, 0, 1, 2)
            total = label(formats.money(steps[-1].left, currency), "bodyStrong", strong=True)
            self._grid.addWidget(total, at + 1, 2, right)
        self.setAccessibleDescription("; ".join(self.texts))


def step_words(step: Step, currency: str, formats: Formats) -> str:
    """A step's name with the figure it used: 赔付比例 90%."""
    name, params = say(f"indemnity_step.{step.code}", formats.lang), step.params
    if step.code is StepCode.PERCENT and isinstance(params.get("pct"), Decimal):
        return f"{name} {written(Decimal(str(params['pct'])))}%"
    figure = {
        StepCode.THRESHOLD: "least",
        StepCode.RETENTION: "least",
        StepCode.FIRST_LOSS: "remaining",
        StepCode.LIABILITY: "remaining",
    }.get(step.code)
    amount = params.get(figure) if figure else None
    if not isinstance(amount, int):
        return name
    text = formats.whole(amount, currency)
    if figure == "remaining":
        text = translate("StepList", "{amount} left").format(amount=text)
    return f"{name} ({text})" if formats.lang == "en" else f"{name}（{text}）"
