"""Editing periods: so many months and days after a day of one's own choice; several for one duty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.policy import Anchor, Basis, Period
from app.ui.dialogs.controls import Choice, CountEdit
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

translate = QCoreApplication.translate
_MOST_MONTHS, _MOST_DAYS = 120, 3650
_NUMBER, _BASIS = 68, 148


class PeriodRow(QWidget):
    """One period; ``edited`` says that it is another now, ``removed`` that it is not wanted."""

    edited = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, lang: str, period: Period, anchors: Sequence[str], name: str) -> None:
        super().__init__()
        self.months = CountEdit(period.months, _MOST_MONTHS)
        self.days = CountEdit(period.days, _MOST_DAYS)
        self.basis = Choice([(each, say(f"day_basis.{each}", lang)) for each in Basis], period.basis)
        offered = dict.fromkeys([*anchors, period.anchor.value])
        self.anchor = Choice(
            [(each, say(f"period_anchor.{each}", lang)) for each in offered], period.anchor.value
        )
        self.remove = icon_button(
            theme, "x", translate("PolicyClauses", "Take this period away"), self.removed.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for control, width in ((self.months, _NUMBER), (self.days, _NUMBER), (self.basis, _BASIS)):
            control.setFixedWidth(width)
        self.months.setAccessibleName(translate("PolicyClauses", "{clause}: months").format(clause=name))
        self.days.setAccessibleName(translate("PolicyClauses", "{clause}: days").format(clause=name))
        self.basis.setAccessibleName(
            translate("PolicyClauses", "{clause}: how days count").format(clause=name)
        )
        self.anchor.setAccessibleName(
            translate("PolicyClauses", "{clause}: counted from").format(clause=name)
        )
        row.addWidget(self.months)
        row.addWidget(label(translate("PolicyClauses", "months +"), "small", "secondary"))
        row.addWidget(self.days)
        row.addWidget(self.basis)
        row.addWidget(label(translate("PolicyClauses", "after the"), "small", "secondary"))
        row.addWidget(self.anchor, 1)
        row.addWidget(self.remove)
        self.months.valueChanged.connect(self.edited)
        self.days.valueChanged.connect(self.edited)
        self.basis.activated.connect(self.edited)
        self.anchor.activated.connect(self.edited)

    def period(self) -> Period:
        """What stands in the row."""
        anchor, basis = Anchor(str(self.anchor.value)), Basis(str(self.basis.value))
        return Period(anchor, self.days.value(), self.months.value(), basis)


class PeriodsEdit(QWidget):
    """The periods of one clause; with ``most`` 1 a single one, or none."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        lang: str,
        periods: Sequence[Period],
        anchors: Sequence[str],
        name: str,
        *,
        most: int = 6,
    ) -> None:
        super().__init__()
        self._theme, self._lang, self._anchors, self._name, self._most = theme, lang, anchors, name, most
        self.rows: list[PeriodRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.none = label(translate("PolicyClauses", "Not in the policy"), "small", "tertiary")
        self.add_button = button(theme, translate("PolicyClauses", "Add a period"), "link", "plus", self.add)
        self.add_button.setAccessibleName(
            translate("PolicyClauses", "{clause}: add a period").format(clause=name)
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.none)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._list)
        layout.addLayout(foot)
        self.set_periods(periods)

    def set_periods(self, periods: Sequence[Period]) -> None:
        """Show these."""
        clear(self._list)
        self.rows = []
        for period in periods:
            self._put(period)
        self._follow()

    def _put(self, period: Period) -> PeriodRow:
        made = PeriodRow(self._theme, self._lang, period, self._anchors, self._name)
        made.edited.connect(self.edited)
        made.removed.connect(partial(self._remove, made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def add(self) -> None:
        """One period more."""
        anchor = Anchor(self._anchors[0]) if self._anchors else Anchor.DUE
        made = self._put(Period(anchor, 30))
        self._follow()
        made.days.setFocus()
        self.edited.emit()

    def _remove(self, row: PeriodRow) -> None:
        self.set_periods([each.period() for each in self.rows if each is not row])
        self.add_button.setFocus()
        self.edited.emit()

    def _follow(self) -> None:
        self.none.setVisible(not self.rows)
        self.add_button.setVisible(len(self.rows) < self._most)

    def periods(self) -> tuple[Period, ...]:
        """What stands in the rows."""
        return tuple(row.period() for row in self.rows)
