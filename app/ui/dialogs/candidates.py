"""The candidates for a limit with their working, the one that binds marked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.money import to_minor
from app.domain.problem import DomainError
from app.ui.spoken import Spoken
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label, line
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.credit_limit import Suggestion
    from app.ui.formats import Formats
    from app.ui.theme import Theme

translate = QCoreApplication.translate
_SHARES = frozenset({"net_worth", "turnover", "own_revenue"})
_MONEY = frozenset({"annual", "base", "limit", "own_risk"})
_MARK = 3


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """One candidate in words; ``amount`` minor units of the own currency, None with the ``working`` why."""

    code: str
    name: str
    working: str
    amount: int | None
    binds: bool


def candidate_lines(suggestion: Suggestion, base: str, formats: Formats) -> list[CandidateLine]:
    """A suggestion's candidates; the one that binds first, then by amount, those without one last."""
    found = [
        _line(one.code.value, None if one.amount is None else int(one.amount), one.params, one.why, base,
              formats, binds=one.code is suggestion.bound_by)
        for one in suggestion.candidates
    ]  # fmt: skip
    return _sorted(found)


def kept_lines(candidates: str, bound_by: str, base: str, formats: Formats) -> list[CandidateLine]:
    """The candidates kept with a limit, as they were on the day it was granted."""
    try:
        given = json.loads(candidates or "[]")
        found = [
            _line(one["code"], _minor(one.get("amount"), base), one.get("params", {}), one.get("why", ""),
                  base, formats, binds=one["code"] == bound_by)
            for one in given
        ]  # fmt: skip
    except (KeyError, TypeError, ValueError, InvalidOperation, DomainError):
        return []  # written by hand or by a later version: the limit itself still shows
    return _sorted(found)


def _minor(amount: str | None, base: str) -> int | None:
    return None if amount is None else to_minor(Decimal(amount), base)


def _sorted(found: list[CandidateLine]) -> list[CandidateLine]:
    return sorted(found, key=lambda one: (not one.binds, one.amount is None, one.amount or 0))


def _line(
    code: str,
    amount: int | None,
    params: Mapping[str, object],
    why: str,
    base: str,
    formats: Formats,
    *,
    binds: bool,
) -> CandidateLine:
    name = say(f"limit_candidate.{code}", formats.lang)
    return CandidateLine(code, name, _working(code, amount, params, why, base, formats), amount, binds)


def _working(
    code: str, amount: int | None, params: Mapping[str, object], why: str, base: str, formats: Formats
) -> str:
    if amount is None:
        return say(why, formats.lang) if why else ""
    told = {name: _told(name, value, base, formats) for name, value in params.items()}
    key = "share" if code in _SHARES else code
    text = say(f"limit_working.{key}", formats.lang, **told)
    period = params.get("period_end")
    if not period:
        return text
    day = formats.day(period if isinstance(period, date) else date.fromisoformat(str(period)))
    return f"{text} · " + _statement(day, stale=str(params.get("stale")) == "True")


def _told(name: str, value: object, base: str, formats: Formats) -> str:
    if name in _MONEY and value is not None:
        return formats.whole(int(str(value)), base)
    if name in {"percent", "factor"}:
        return written(Decimal(str(value)))
    return str(value)


def _statement(day: str, *, stale: bool) -> str:
    if stale:
        return translate("Candidates", "statement of {day}, out of date").format(day=day)
    return translate("Candidates", "statement of {day}").format(day=day)


class CandidateList(QWidget):
    """Name and amount, the working below; the binding one stands on a tint behind a mark."""

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self.lines: Sequence[CandidateLine] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[CandidateLine], base: str) -> None:
        """Show these instead of what is there."""
        self.lines = lines
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in lines:
            self._column.addWidget(_Row(self._theme, each, self._amount(each, base)))
            self._column.addWidget(line())

    def _amount(self, one: CandidateLine, base: str) -> str:
        return "–" if one.amount is None else self._formats.whole(one.amount, base)


class _Row(QWidget):
    spoken_as = Spoken.GROUP

    def __init__(self, theme: Theme, one: CandidateLine, amount: str) -> None:
        super().__init__()
        self._theme, self._binds = theme, one.binds
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARK + 8, 5, 8, 5)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        tone = "" if one.amount is not None else "tertiary"
        grid.addWidget(label(one.name, "body", tone, strong=one.binds, wrap=True), 0, 0)
        grid.addWidget(label(amount, "body", tone, strong=one.binds), 0, 1, Qt.AlignmentFlag.AlignRight)
        if one.working:
            grid.addWidget(label(one.working, "small", "secondary", wrap=True), 1, 0, 1, 2)
        said = f"{one.name} {amount} {one.working}"
        if one.binds:
            said = translate("Candidates", "Binds: {candidate}").format(candidate=said)
        self.setAccessibleName(said)
        theme.themeChanged.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint and the mark of the one that binds."""
        if self._binds:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.color("accentTint"))
            painter.fillRect(QRect(0, 0, _MARK, self.height()), self._theme.color("accent"))
