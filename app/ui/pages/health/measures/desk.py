"""What the tabs of key figures share: the period in view, the header's buttons, drawers and dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kpi_period import PeriodKind, named_period, period_of
from app.domain.problem import DomainError
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.pages.health.measures.choosing import PeriodButton
from app.ui.pages.health.measures.said import period_name
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.kpi_period import Period
    from app.services.health_views import Aim
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.health.measures.figure_detail import FigureDetail
    from app.ui.pages.health.measures.people_detail import PeopleDetail, Person
    from app.ui.pages.tabbed import TabbedPage

TABS = frozenset({"overview", "figures", "risk"})
TABLES = frozenset(
    {
        "document",
        "allocation",
        "customer",
        "customer_group",
        "region",
        "rate",
        "setting",
        "instalment",
        "profile",
        "promise",
        "dispute",
        "credit_limit",
        "stored_assessment",
        "grade_override",
        "order_check",
        "insurance_policy",
        "limit_decision",
        "claim",
        "claim_event",
        "provision_run",
        "company",
    }
)
"""Tables whose changes move a figure."""


class Measures(QObject):
    """One for the page; ``changed`` says that another period is in view."""

    changed = Signal()

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(host)
        self.context, self.host = context, host
        self.period: Period | None = None
        self.dialog: FormDialog | None = None
        self._figure: FigureDetail | None = None
        self._people: PeopleDetail | None = None
        theme = context.theme
        self.period_button = PeriodButton(context)
        self.targets_button = button(theme, "", "normal", "sliders-horizontal", self.edit_targets)
        self.report_button = button(theme, "", "primary", "file-text", self.open_report)
        for widget in (self.period_button, self.targets_button, self.report_button):
            host.header.add(widget, shrinks=widget is not self.period_button)
        self.period_button.chosen.connect(self.look_at)

    # -- period ---------------------------------------------------------------------------------

    def look_at(self, period: Period) -> None:
        """Look at another period on all tabs."""
        if period == self.period:
            return
        self.settle_on(period)
        self.changed.emit()
        if self._figure is not None and self.host.shows_detail(self._figure):
            self._figure.read()
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    def settle_on(self, period: Period) -> None:
        """Take a period without reading anything anew."""
        self.period = period
        self.period_button.show_period(period)
        self.host.write_titles()

    def take_period(self, name: object) -> None:
        """Look at a period by its name; anything else is passed over."""
        if isinstance(name, str) and name:
            try:
                self.look_at(named_period(name))
            except DomainError as error:
                self.context.notices.error(error)

    def take_kind(self, kind: PeriodKind) -> None:
        """The month, quarter or year the end of the period in view lies in."""
        if self.period is not None and self.period.kind is not kind:
            end = min(self.period.end, self.context.company.clock.today())
            self.look_at(period_of(end, kind))

    @property
    def unfinished(self) -> bool:
        """Whether the period is not over yet."""
        return self.period is not None and self.period.end > self.context.company.clock.today()

    def period_line(self) -> str:
        """The period and the day its figures are as of, marked where it is not over."""
        if self.period is None:
            return ""
        formats = self.context.formats
        end = self.period.cut(self.context.company.clock.today()).end
        told = [
            period_name(self.period, formats.lang),
            self.tr("as of {day}").format(day=formats.day(end)),
        ]
        if self.unfinished:
            told.append(self.tr("not over yet"))
        return " · ".join(told)

    # -- the header -----------------------------------------------------------------------------

    def show_buttons(self, tab: str) -> None:
        """The header's buttons belong to the tabs of figures."""
        for widget in (self.period_button, self.targets_button, self.report_button):
            widget.setVisible(tab in TABS)

    def open_report(self) -> None:
        """Show the quarterly report of the quarter in view as it will be printed."""
        from app.ui.pages.health.reviews.paper import open_review_paper  # noqa: PLC0415 - at its first use

        if self.period is not None:
            end = min(self.period.end, self.context.company.clock.today())
            open_review_paper(self.context, period_of(end, PeriodKind.QUARTER).name, self.host)

    def retranslate(self) -> None:
        """Write the header's buttons and the drawers."""
        self.period_button.retranslate()
        self.targets_button.setText(self.tr("Set targets"))
        self.report_button.setText(self.tr("Export quarterly report PDF"))

    # -- drawers --------------------------------------------------------------------------------

    def open_figure(self, key: str, *, focus: bool = False) -> None:
        """Open the drawer of a figure."""
        from app.ui.pages.health.measures.figure_detail import FigureDetail  # noqa: PLC0415 - at its first use

        if self._figure is None:
            self._figure = FigureDetail(self.context, self)
            self._figure.retranslate()
        self.host.show_detail(self._figure, focus=focus)
        self._figure.look_at(key)

    def follow(self, key: str) -> None:
        """An open drawer goes along with the row in view."""
        if self._figure is not None and self.host.shows_detail(self._figure) and self._figure.key != key:
            self._figure.look_at(key)

    @property
    def figure_detail(self) -> FigureDetail | None:
        """The drawer of a figure, once one was opened."""
        return self._figure

    @property
    def people_detail(self) -> PeopleDetail | None:
        """The drawer of customers, once one was opened."""
        return self._people

    def open_people(self, title: str, people: Sequence[Person], base: str) -> None:
        """Open the drawer of some customers."""
        from app.ui.pages.health.measures.people_detail import PeopleDetail  # noqa: PLC0415 - as above

        if self._people is None:
            self._people = PeopleDetail(self.context, self)
            self._people.retranslate()
        self.host.show_detail(self._people)
        self._people.show_people(title, people, base)

    def reread(self) -> None:
        """Something moved: the drawer of a figure follows."""
        if self._figure is not None and self.host.shows_detail(self._figure):
            self._figure.read()

    # -- dialogs --------------------------------------------------------------------------------

    def edit_targets(self) -> None:
        """All targets and benchmarks."""
        from app.ui.pages.health.measures.aims_dialog import AimsDialog  # noqa: PLC0415 - at its first use

        AimsDialog(self.context, self, self.host).open()

    def edit_target(self, key: str, over: QWidget | None = None) -> None:
        """The target of one figure."""
        from app.ui.pages.health.measures.aim_forms import TargetDialog  # noqa: PLC0415 - at its first use

        self._with_aim(key, lambda aim: TargetDialog(self.context, aim, over or self.host))

    def edit_benchmark(self, key: str, over: QWidget | None = None) -> None:
        """The benchmark of one figure."""
        from app.ui.pages.health.measures.aim_forms import BenchmarkDialog  # noqa: PLC0415 - at its first use

        self._with_aim(key, lambda aim: BenchmarkDialog(self.context, aim, over or self.host))

    def _with_aim(self, key: str, make: Callable[[Aim], FormDialog]) -> None:
        if not writable(self.context):
            return
        health = self.context.company.health

        def show(aims: Sequence[Aim]) -> None:
            aim = next((one for one in aims if one.key == key), None)
            if aim is not None:
                open_for(self, make(aim))

        self.context.runner.database(
            lambda _control: health.aims(), show, failed=self.context.notices.error, owner=self
        )


class MeasuresPanel(TabPanel):
    """A tab of figures: reads anew when another period is chosen, at once or when next seen."""

    moves = TABLES

    def __init__(self, context: PageContext, host: TabbedPage, measures: Measures) -> None:
        super().__init__(context, host)
        self.measures = measures
        self._behind = False
        measures.changed.connect(self._on_period)

    def _on_period(self) -> None:
        if self.isVisible():
            self.read()
        else:
            self._behind = True

    def showEvent(self, event: QShowEvent) -> None:
        """Another period may have been chosen meanwhile."""
        super().showEvent(event)
        if self._behind:
            self._behind = False
            self.read()

    def wanted(self) -> Period | None:
        """The period in view, None before there is one."""
        return self.measures.period

    def summary(self) -> str:
        """The period beside the page's title."""
        return self.measures.period_line()
