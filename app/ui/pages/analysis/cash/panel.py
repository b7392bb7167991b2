"""The cash forecast: thirteen weeks with a scenario beside them, own money, and how well the rule did."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.pages.analysis.cash.weeks import WeeksView
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.cash_overlay import Overlay
    from app.services.cash_views import CashForecast, ExpectedRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.cash.accuracy import AccuracyView
    from app.ui.pages.analysis.cash.detail import CashDetail
    from app.ui.pages.analysis.cash.flows import FlowsView
    from app.ui.pages.analysis.cash.items import ItemsView
    from app.ui.pages.analysis.cash.lines import CashLine
    from app.ui.pages.tabbed import TabbedPage

WEEKS, ITEMS, OWN, ACCURACY = "weeks", "items", "own", "accuracy"
_OVERLAY_WIDE = 230


@dataclass(frozen=True, slots=True)
class CashRead:
    """The forecast, the scenario's beside it, the scenarios there are and the customers they name."""

    found: CashForecast
    other: CashForecast | None
    overlays: Sequence[Overlay]
    names: Mapping[int, tuple[str, str]]


class CashPanel(TabPanel):
    """``open(view=…)``: weeks, items, own, accuracy; ``open(overlay="largest_late")`` lays one over it."""

    moves = frozenset(
        {
            "document", "allocation", "customer", "promise", "payment_plan", "plan_item", "plan_part",
            "bill", "bill_cover", "dispute", "claim", "claim_event", "claim_invoice", "rate", "cash_item",
            "study", "setting",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.read_now: CashRead | None = None
        self.dialog: FormDialog | None = None
        self._detail: CashDetail | None = None
        self._wanted = ""
        self._part: int | str | None = None
        self.view = Segmented()
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.overlay = Choice([("", "")])
        self.overlay.setMinimumWidth(_OVERLAY_WIDE)
        self.scenarios_button = button(theme, "", "quiet", "layers", self.edit_overlays)
        self.position_button = button(theme, "", "normal", "wallet", self.edit_position)
        self.export_button = button(theme, "", "normal", "table", self.export)
        self.weeks = WeeksView(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.weeks)
        self.items: ItemsView | None = None
        self.flows: FlowsView | None = None
        self.accuracy: AccuracyView | None = None
        self._lay_out()
        self.view.chosen.connect(self.show_view)
        self.as_of.changed.connect(self._on_day)
        self.overlay.activated.connect(self.read)
        self.weeks.opened.connect(self.open_line)
        self.weeks.wanted_position.connect(self.edit_position)
        self.weeks.wanted_own.connect(partial(self.show_view, OWN))

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (self.view, self.as_of, self.overlay, self.scenarios_button):
            filters.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(self.stack, 1)
        for each in (self.export_button, self.position_button):
            self.host.header.add(each)

    # -- reading --------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day of the forecast."""
        return self.as_of.day

    def _on_day(self, *_: object) -> None:
        if self.accuracy is not None:
            self.accuracy.forget()
        self.read()

    def read(self, *_: object) -> None:
        """Work the forecast out, with the scenario chosen beside it."""
        session, cash, day = self.context.company, self.context.company.cash, self.day
        chosen_before = self.overlay.value
        wanted = self._wanted or (chosen_before if isinstance(chosen_before, str) else "")
        self._wanted = ""

        def work(control: Control) -> CashRead:
            overlays = cash.overlays()
            chosen = next((one for one in overlays if wanted and wanted in {one.code, f"#{one.id}"}), None)
            found, *rest = cash.forecasts(day, (None, chosen) if chosen else (None,), control)
            named = {event.customer_id for one in overlays for event in one.events if event.customer_id}
            named |= set(found.ranked[:1])
            names = {row.id: (row.name, row.name_en) for row in session.customers.rows(sorted(named))}
            return CashRead(found, rest[0] if rest else None, overlays, names)

        self.weeks.loading(on=True)
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, label="work.forecasting", key="analysis.cash"
        )
        if self.flows is not None:
            self.flows.read()
        if self.accuracy is not None:
            self.accuracy.forget()
            if self.view.current == ACCURACY:
                self.accuracy.read(self.day)

    def _failed(self, error: Exception) -> None:
        self.weeks.loading(on=False)
        self.context.notices.error(error)

    def _show(self, made: CashRead) -> None:
        self.weeks.loading(on=False)
        self.read_now = made
        self._offer(made)
        self._show_weeks(made)
        self._refresh_detail()
        if self.view.current == ITEMS:
            self._made_items()
        guard(self.context, self.position_button)
        self.host.tell_status()

    def _show_weeks(self, made: CashRead) -> None:
        overlay = made.other.overlay if made.other is not None else None
        about = ""
        if overlay is not None:
            from app.ui.pages.analysis.cash.overlays import told  # noqa: PLC0415 - loads on first use

            formats, found = self.context.formats, made.found
            names = {row: formats.name(*each) for row, each in made.names.items()}
            about = told(overlay, found.ranked, names, formats, found.currency)
        self.weeks.show_forecast(made.found, made.other, self._overlay_name(made), about)

    def _offer(self, made: CashRead) -> None:
        chosen = ""
        if made.other is not None and made.other.overlay is not None:
            one = made.other.overlay
            chosen = one.code or f"#{one.id}"
        pairs = [(one.code or f"#{one.id}", self.called(one)) for one in made.overlays]
        self.overlay.set_pairs([("", say("overlay.none", self.context.formats.lang)), *pairs], chosen)

    def called(self, one: Overlay) -> str:
        """What a scenario is called."""
        return say(f"overlay.{one.code}", self.context.formats.lang) if one.code else one.name

    def _overlay_name(self, made: CashRead) -> str:
        overlay = made.other.overlay if made.other is not None else None
        return self.called(overlay) if overlay is not None else ""

    # -- opening --------------------------------------------------------------------------------

    def open_line(self, line: CashLine) -> None:
        """Show the open amounts of a week or another part beside the table."""
        if self.read_now is not None and line.part != "on_account":
            self._part = line.part
            self._read_part(line, focus=True)

    def _read_part(self, line: CashLine, *, focus: bool = False) -> None:
        if self.read_now is None:
            return
        cash, shown = self.context.company.cash, self.read_now.other or self.read_now.found
        part = line.part

        def show(rows: Sequence[ExpectedRow]) -> None:
            detail = self._made_detail()
            title = self.tr("Week of {day}").format(day=line.name) if line.week is not None else line.name
            detail.show_part(shown, title, line, rows)
            self.host.show_detail(detail, focus=focus)
            detail.write_title()

        self.context.runner.database(
            lambda _control: cash.rows(shown, part),
            show,
            failed=self.context.notices.error,
            owner=self,
            key="analysis.cash.part",
        )

    def _made_detail(self) -> CashDetail:
        from app.ui.pages.analysis.cash.detail import CashDetail  # noqa: PLC0415 - loads on first use

        if self._detail is None:
            self._detail = CashDetail(self.context, self)
            self._detail.retranslate()
        return self._detail

    def _refresh_detail(self) -> None:
        """The part in the drawer again, as it is now."""
        if self._detail is None or not self.host.shows_detail(self._detail):
            return
        line = next((one for one in self.weeks.lines if one.part == self._part), None)
        if line is not None:
            self._read_part(line)
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    def show_view(self, key: str) -> None:
        """The weeks, own money, or how well the rule did."""
        if self.view.current != key:
            self.view.set_current(key)
        widget: QWidget = self.weeks
        if key == ITEMS:
            widget = self._made_items()
        elif key == OWN:
            widget = self._made_flows()
        elif key == ACCURACY:
            widget = self._made_accuracy()
        if widget is not self.weeks and self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.stack.setCurrentWidget(widget)
        for one in (self.overlay, self.scenarios_button):
            one.setVisible(key in {WEEKS, ITEMS})
        self.as_of.setVisible(key != OWN)
        if key == ACCURACY and self.accuracy is not None:
            self.accuracy.read(self.day)

    def _made_items(self) -> ItemsView:
        from app.ui.pages.analysis.cash.items import ItemsView  # noqa: PLC0415 - loads on first use

        if self.items is None:
            self.items = ItemsView(self.context)
            self.stack.addWidget(self.items)
            self.items.retranslate()
        if self.read_now is not None:
            self.items.show_forecast(self.read_now.other or self.read_now.found)
        return self.items

    def _made_flows(self) -> FlowsView:
        from app.ui.pages.analysis.cash.flows import FlowsView  # noqa: PLC0415 - loads on first use

        if self.flows is None:
            self.flows = FlowsView(self.context, self)
            self.stack.addWidget(self.flows)
            self.flows.retranslate()
            self.flows.read()
        return self.flows

    def _made_accuracy(self) -> AccuracyView:
        from app.ui.pages.analysis.cash.accuracy import AccuracyView  # noqa: PLC0415 - loads on first use

        if self.accuracy is None:
            self.accuracy = AccuracyView(self.context)
            self.stack.addWidget(self.accuracy)
            self.accuracy.retranslate()
        return self.accuracy

    # -- acts -----------------------------------------------------------------------------------

    def edit_position(self) -> None:
        """Enter own cash and change the assumptions."""
        if not writable(self.context):
            return
        from app.ui.pages.analysis.cash.position import (  # noqa: PLC0415 - loads on first use
            PositionDialog,
            read_position,
        )

        session, day = self.context.company, self.day
        self.context.runner.database(
            lambda _control: read_position(session, day),
            lambda facts: open_for(self, PositionDialog(self.context, facts, self)),
            failed=self.context.notices.error,
            owner=self,
            key="analysis.cash.position",
        )

    def edit_overlays(self) -> None:
        """Scenarios of one's own: added, changed, deleted."""
        from app.ui.pages.analysis.cash.overlays import OverlaysMenu  # noqa: PLC0415 - loads on first use

        if self.read_now is not None:
            OverlaysMenu(self.context, self).popup_at(self.scenarios_button)

    def export(self) -> None:
        """Write the workbook."""
        made, cash, lang = self.read_now, self.context.company.cash, self.context.formats.lang
        if made is None:
            return
        title = say("cash_sheet.title", lang)
        tested = self.accuracy.of_day(made.found.as_of) if self.accuracy is not None else None

        def work(path: Path, control: Control) -> None:
            judged = tested or cash.backtest(made.found.as_of, control)
            cash.write_sheet(made.found, path, lang, compared=made.other, backtest=judged)

        PageExports(self.context, self).write(f"{title} {made.found.as_of.isoformat()}", "xlsx", work)

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Which view, and which scenario."""
        view, overlay = str(params.get("view", "")), str(params.get("overlay", ""))
        if view in {WEEKS, ITEMS, OWN, ACCURACY}:
            self.show_view(view)
        if overlay:
            self._wanted = overlay
            self.read()

    def status(self) -> str:
        """What the forecast is about."""
        if self.read_now is None:
            return ""
        return self.tr("%n open item(s) laid on 13 weeks", "", len(self.read_now.found.items))

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.position_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.position_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("View"))
        self.view.set_choices(
            [
                (WEEKS, self.tr("Forecast")),
                (ITEMS, self.tr("Open items")),
                (OWN, self.tr("Own money")),
                (ACCURACY, self.tr("How well it did")),
            ]
        )
        self.overlay.setAccessibleName(self.tr("Scenario"))
        self.scenarios_button.setText(self.tr("Scenarios"))
        self.position_button.setText(self.tr("Cash and assumptions…"))
        self.export_button.setText(self.tr("Export Excel"))
        self.weeks.retranslate()
        if self.read_now is not None:
            self._offer(self.read_now)
            self._show_weeks(self.read_now)
