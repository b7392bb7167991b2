"""Which period is looked at: quarters, months, years, any days from–to; one choice for all tabs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from app.domain.duty import Duty
from app.domain.kpi_period import PeriodKind, back_from, period_of, span
from app.domain.problem import DomainError
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.pages.health.measures.said import period_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.kpi_period import Period
    from app.ui.context import PageContext

_OFFERED = {PeriodKind.QUARTER: 8, PeriodKind.MONTH: 13, PeriodKind.YEAR: 5}


class PeriodButton(QPushButton):
    """``chosen`` carries the period picked; PageUp and PageDown go to the one before and after."""

    chosen = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.period: Period | None = None
        self.dialog: FormDialog | None = None
        self.setProperty("kind", "normal")
        self.setAutoDefault(False)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the name
        context.theme.dress(self, "chevron-down", "text")
        self.clicked.connect(self.open_menu)

    def show_period(self, period: Period) -> None:
        """Say which one is looked at."""
        self.period = period
        self.retranslate()

    def retranslate(self) -> None:
        """Write the period's name."""
        name = period_name(self.period, self._context.formats.lang) if self.period is not None else "…"
        self.setText(name)
        self.setAccessibleName(self.tr("Period: {name}").format(name=name))

    # -- the menu -------------------------------------------------------------------------------

    def menu_of_periods(self) -> QMenu:
        """Quarters, months and years up to today's, and any days."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        today = self._context.company.clock.today()
        self._offer(menu, period_of(today, PeriodKind.QUARTER))
        menu.addSeparator()
        for kind, name in (
            (PeriodKind.MONTH, self.tr("Months")),
            (PeriodKind.YEAR, self.tr("Years")),
        ):
            self._offer(menu.addMenu(name), period_of(today, kind))
        menu.addSeparator()
        days = menu.addAction(self.tr("As of a day, or from–to…"))
        days.triggered.connect(lambda _on=False: self.ask_days())
        return menu

    def _offer(self, menu: QMenu, newest: Period) -> None:
        for one in reversed(back_from(newest, _OFFERED[newest.kind])):
            action = QAction(period_name(one, self._context.formats.lang), menu)
            action.setCheckable(True)
            action.setChecked(one == self.period)
            action.triggered.connect(lambda _on=False, one=one: self.chosen.emit(one))
            menu.addAction(action)

    def open_menu(self, *_: object) -> None:
        """Show the menu below the button."""
        self.menu_of_periods().popup(self.mapToGlobal(QPoint(0, self.height())))

    def ask_days(self) -> None:
        """Ask for the days."""
        dialog = DaysDialog(self._context, self.period, self.window())
        dialog.picked.connect(self.chosen)
        open_for(self, dialog)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp is the period before, PageDown the one after; Alt+↓ opens the menu."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None and self.period is not None:
            self.step(step)
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """The period before or after; none that has not begun."""
        if self.period is None:
            return
        beside = self.period.before() if by < 0 else _after(self.period)
        if beside.start <= self._context.company.clock.today():
            self.chosen.emit(beside)


class DaysDialog(FormDialog):
    """Asks for the first and the last day; ``picked`` carries the period."""

    duty = Duty.PROGRAM

    picked = Signal(object)
    codes: Mapping[str, str] = {"period.bad_span": "end"}

    def __init__(self, context: PageContext, period: Period | None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=440)
        self.set_head(
            self.tr("As of a day"),
            self.tr("Show"),
            self.tr("Sales, payments and promises count from the first day; what is owed as of the last."),
        )
        today = context.company.clock.today()
        last = min(period.end, today) if period is not None else today
        first = period.start if period is not None else period_of(today, PeriodKind.QUARTER).start
        self.start, self.end = DayEdit(context.language, first), DayEdit(context.language, last)
        self.add_field("start", self.start, self.tr("First day"))
        self.add_field("end", self.end, self.tr("Last day"), "", self._check)
        self.lay("start", "end")
        self.end.setFocus()

    def _check(self) -> str:
        if self.start.day > self.end.day:
            return self.tr("The last day lies before the first.")
        return self.past_check(self.end)()

    def touch(self, *_: object) -> None:
        """Nothing typed here is worth asking about."""

    def submit(self) -> None:
        """Nothing is stored: hand the days over."""
        wrong = self.fields.wrong()
        if wrong:
            self.go_to(wrong[0])
            return
        try:
            found = span(self.start.day, self.end.day)
        except DomainError as error:
            self._refused(error)
            return
        self.picked.emit(found)
        self.accept()


def _after(period: Period) -> Period:
    """The period just after one, of the same kind; of a span one of as many days."""
    first = period.end + timedelta(1)
    if period.kind is PeriodKind.SPAN:
        return span(first, first + timedelta(period.days - 1))
    return period_of(first, period.kind)
