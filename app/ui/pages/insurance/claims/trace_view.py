"""A claim's calculation step by step, from the open debt on; each step opens to the figures it used."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.claim_pack import gap_sums
from app.domain.cover import Gap
from app.domain.indemnity import StepCode
from app.ui.i18n import Retranslated
from app.ui.spoken import Spoken
from app.ui.widgets.labels import label, line
from app.words import say
from app.words.insurance_text import joined, set_off_part

if TYPE_CHECKING:
    from app.domain.claim_trace import Calculation
    from app.domain.indemnity import Step
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.theme import Theme

_MOST = 8
"""So many credits or invoices are named in a sentence."""
_AMOUNTS = frozenset({"least", "share", "deductible", "whole", "remaining"})


def step_said(step: Step, currency: str, formats: Formats) -> str:
    """The figures a step used, as a sentence."""
    told: dict[str, object] = {"taken": formats.money(step.taken, currency)}
    for name, value in step.params.items():
        amount = name in _AMOUNTS and isinstance(value, int)
        told[name] = formats.money(int(str(value)), currency) if amount else value
    if "pct" in step.params:
        told["pct"] = f"{Decimal(str(step.params['pct'])).normalize():f}"
    code = step.code.value
    if step.code is StepCode.THRESHOLD:
        code = "threshold_met" if step.params.get("met") else "threshold_missed"
    if step.code is StepCode.PERCENT and step.params.get("decided"):
        code = "percent_decided"
    return say(f"indemnity_why.{code}", formats.lang, **told)


def debt_said(found: Calculation, formats: Formats) -> str:
    """The open debt by invoice, as a sentence."""
    told = (f"{one.number} {formats.money(one.open, one.currency)}" for one in found.invoices)
    return say("set_off.debt", formats.lang, parts=joined(told, formats.lang, _MOST))


def gap_said(found: Calculation, gap: Gap, formats: Formats) -> str:
    """What one reason takes off which invoices, as a sentence; what is set off also by which credit."""
    lang = formats.lang
    if gap is Gap.SET_OFF:
        told = [
            set_off_part(
                each.kind, each.number, each.on, formats.money(each.amount, one.currency), one.number, lang
            )
            for one in found.invoices
            for each in one.credits
        ]
        return say("set_off.why", lang, parts=joined(told, lang, _MOST))
    parts = [
        f"{one.number} {formats.money(amount, one.currency)}"
        for one in found.invoices
        for reason, amount in one.gaps
        if reason is gap
    ]
    return say("set_off.gap", lang, parts=joined(parts, lang, _MOST))


class StepRow(QWidget):
    """One step: name, what it took off, what is left; Enter or a click opens its figures."""

    spoken_as = Spoken.BUTTON

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.taken = label("", "body"), label("", "body", "secondary")
        self.left = label("", "bodyStrong")
        self.why = label("", "small", "secondary", wrap=True)
        self.why.hide()
        for each in (self.taken, self.left):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            each.setMinimumWidth(116)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.taken)
        top.addWidget(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.why)

    def set(self, name: str, taken: str, left: str, why: str) -> None:
        """Write the step."""
        self.name.setText(name)
        self.taken.setText(taken)
        self.left.setText(left)
        self.why.setText(why)
        self.setAccessibleName(" ".join(filter(None, (name, taken, left))))
        self.setAccessibleDescription(why)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if why else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if why else Qt.CursorShape.ArrowCursor)

    def toggle(self) -> None:
        """Open or close the figures, where there are any."""
        if not self.why.text():
            return
        self.why.setVisible(self.why.isHidden())
        self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class TraceView(Retranslated):
    """``show_calculation`` fills it; the last line is the indemnity to expect."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: Calculation | None = None
        self.reasons: list[StepRow] = []
        self.steps = [StepRow(context.theme) for _ in StepCode]
        self._names = [label("", "small", "tertiary") for _ in range(3)]
        self.result = StepRow(context.theme)
        self.frozen = label("", "small", "secondary", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 0)
        head.setSpacing(8)
        for place, name in enumerate(self._names):
            if place:
                name.setAlignment(Qt.AlignmentFlag.AlignRight)
                name.setMinimumWidth(116)
            head.addWidget(name, 0 if place else 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        self._before = QVBoxLayout()
        self._before.setSpacing(0)
        layout.addLayout(self._before)
        for row in self.steps:
            layout.addWidget(row)
        layout.addWidget(line(strong=True))
        layout.addWidget(self.result)
        layout.addSpacing(4)
        layout.addWidget(self.frozen)

    def show_calculation(self, found: Calculation) -> None:
        """Fill it with a calculation."""
        self._found = found
        self._write()

    def _write_reasons(self, found: Calculation) -> None:
        """The open debt, and what each reason takes off it until the covered debt is left."""
        formats, currency = self._context.formats, found.currency
        sums = gap_sums(found.invoices)
        left = found.owed + found.set_off
        name = say("claim_pack.debt", formats.lang)
        told = [(name, "", formats.amount(left, currency), debt_said(found, formats))]
        for gap, taken in sums.items():
            left -= taken
            told.append(
                (
                    say(f"cover_gap.{gap}", formats.lang),
                    formats.amount(-taken, currency),
                    formats.amount(left, currency),
                    gap_said(found, gap, formats),
                )
            )
        told = told if sums else []
        while len(self.reasons) < len(told):
            row = StepRow(self._context.theme)
            self.reasons.append(row)
            self._before.addWidget(row)
        for place, row in enumerate(self.reasons):
            row.setVisible(place < len(told))
            if place < len(told):
                row.set(*told[place])

    def _write(self) -> None:
        found, formats = self._found, self._context.formats
        if found is None:
            return
        self._write_reasons(found)
        lang, currency = formats.lang, found.currency
        for place, row in enumerate(self.steps):
            row.setVisible(place < len(found.steps))
            if place < len(found.steps):
                step = found.steps[place]
                taken = formats.amount(-step.taken, currency) if step.taken else ""
                name = say(f"indemnity_step.{step.code}", lang)
                row.set(name, taken, formats.amount(step.left, currency), step_said(step, currency, formats))
        expected = formats.money(found.payable, currency)
        self.result.set(self.tr("Expected indemnity"), "", expected, "")
        self.result.name.setProperty("strong", True)
        day = formats.day_in_text(found.as_of)
        if found.frozen:
            text = self.tr("Frozen at filing, as of {day}: later changes to the policy do not touch it.")
        else:
            text = self.tr("As of {day}; it is frozen when the claim is filed.")
        self.frozen.setText(text.format(day=day))

    def retranslate(self) -> None:
        """Write every text."""
        currency = self._found.currency if self._found is not None else ""
        self._names[0].setText(self.tr("Step"))
        self._names[1].setText(self.tr("Taken off"))
        left = self.tr("Left")
        self._names[2].setText(f"{left} {currency}".strip())
        self._write()
