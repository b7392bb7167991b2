"""Stations of the cash forecast."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.cash_overlay import Overlay
from app.domain.measure_record import CashItem
from app.services.cash_views import CashBalance
from app.services.session import CompanySession
from app.ui.pages.analysis.cash.overlays import OverlaysMenu
from tests.tour.stage import Stage


def _money(session: CompanySession) -> None:
    """Own cash and own money, where the sample has none."""
    cash, today = session.cash, session.clock.today()
    if cash.opening(today) is None:
        assumed = replace(cash.assumptions(), minimum=500_000_00)
        cash.save_position(CashBalance(today, 1_200_000_00, "Bank statements"), assumed)
    if not cash.items():
        for days, amount, label, kind, every in (
            (10, 680_000_00, "工资", "wages", "month"),
            (5, 1_400_000_00, "钢材货款", "suppliers", "week"),
            (20, 1_600_000_00, "增值税", "tax", "quarter"),
        ):
            cash.save_item(CashItem(today + timedelta(days), amount, "CNY", label, kind, every))


def cash(stage: Stage) -> None:
    """The weeks, a week's items, a scenario beside it, own money, how well the rule did, the dialogs."""
    stage.ask(_money)
    page: Any = stage.page("analysis", tab="cash")
    panel = page.panel("cash")
    stage.until(lambda: panel.read_now is not None and panel.read_now.found.opening is not None)
    stage.settle()
    stage.shot("cash")
    panel.open_line(panel.weeks.lines[1])
    stage.until(lambda: panel._detail is not None and bool(panel._detail.rows))
    stage.settle()
    stage.shot("cash-week")
    page.drawer.close_drawer()
    panel.open({"overlay": "top_five_late"})
    stage.until(lambda: panel.read_now is not None and panel.read_now.other is not None)
    stage.settle()
    stage.shot("cash-scenario")
    _dialogs(stage, panel)
    panel.show_view("items")
    stage.until(lambda: panel.items is not None and bool(panel.items.rows))
    stage.settle()
    stage.shot("cash-items")
    panel.show_view("own")
    stage.settle()
    stage.shot("cash-own")
    panel.show_view("accuracy")
    stage.until(lambda: panel.accuracy is not None and panel.accuracy.found is not None)
    stage.settle()
    stage.shot("cash-accuracy")
    panel.show_view("weeks")


def _dialogs(stage: Stage, panel: Any) -> None:
    panel.edit_position()
    stage.until(lambda: panel.dialog is not None)
    stage.settle()
    stage.shot("cash-position")
    stage.close_all()
    OverlaysMenu(panel.context, panel).edit(Overlay("", ()))
    stage.settle()
    stage.shot("cash-overlay")
    stage.close_all()
    flows = panel._made_flows()
    flows.add()
    stage.settle()
    stage.shot("cash-own-dialog")
    stage.close_all()
