"""Stations of the order check: each answer with its working, what was asked before, open orders, the rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from app.domain.order_check import Answer
from tests.tour.stage import Stage

_HEAD = "订单号,客户,订单日期,订单金额,已发货金额,已开票金额,预付金额"


def _panel(stage: Stage, **params: object) -> Any:
    page = stage.page("credit", tab="check", **params)
    return page.panel("check")


def _ask(stage: Stage, panel: Any, order_id: int) -> None:
    panel._look_up(0, order_id)
    stage.until(lambda: panel.found is not None and panel.found.asked.order_id == order_id)
    stage.settle(60)


def order_check(stage: Stage) -> None:
    """Go, go with a deposit, hold; what is missing; the release."""
    panel = _panel(stage, view="ask")
    panel.begin()
    stage.settle(250)
    stage.shot("check-empty")
    day = stage.session.clock.today()
    orders = stage.ask(
        lambda s: [
            (row, s.orders.check_order(row.order.id, day).answer)
            for row in s.orders.open_orders()
            if row.order.state == "open"
        ]
    )
    for answer in Answer:
        found = next((row for row, said in orders if said is answer), None)
        if found is not None:
            _ask(stage, panel, found.order.id)
            stage.shot(f"check-{answer}")
    panel.answer.exposure.choose("open_items")
    bar = panel.answer._scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stage.shot("check-working")
    bar.setValue(bar.maximum())
    stage.shot("check-working-end")
    panel.release()
    stage.settle(150)
    stage.shot("dialog-release")
    panel.dialog.submit()
    stage.shot("dialog-release-wrong")
    stage.close_all()
    panel.form.amount.setText("-5")
    panel.form.prepaid.setText("12a")
    panel.form.fields.wrong()
    panel.form._tell()
    stage.shot("check-wrong")
    panel.begin()


def order_history(stage: Stage) -> None:
    """Checks and releases, one in the drawer."""
    panel = _panel(stage, view="history")
    stage.until(lambda: panel.history.model.rowCount() > 0)
    stage.shot("checks")
    released = next((row for row in panel.history._rows if row.check.release_until), panel.history._rows[0])
    panel.history.show_check(released.check.id)
    stage.settle(200)
    stage.shot("checks-drawer")
    panel.host.drawer.close_drawer()


def order_list(stage: Stage) -> None:
    """Open orders, one edited, some read from a file and from the clipboard."""
    panel = _panel(stage, view="orders")
    listed = panel.orders
    stage.until(lambda: listed.model.rowCount() > 0)
    stage.shot("orders")
    row = listed.model.shown()[0]
    listed.edit(row)
    stage.shot("dialog-order")
    stage.close_all()
    listed.new()
    stage.settle()
    listed.dialog.submit()
    stage.shot("dialog-order-wrong")
    stage.close_all()
    path = stage.home / "未结订单.csv"
    order = row.order
    lines = [
        _HEAD,
        f"{order.number},{row.customer},{order.on},{order.amount / 100 + 1000:.2f},0,0,0",
        f"DD251231-901,{row.customer},2025-12-30,88000.00,0,0,0",
        "DD251231-902,没有这家公司,2025-12-30,1000.00,0,0,0",
        f"DD251231-903,{row.customer},2025-12-30,十二万,0,0,0",
    ]
    path.write_text("\n".join(lines), "utf-8")
    listed.take_file(path)
    stage.settle(150)
    stage.shot("dialog-orders-file")
    stage.close_all()
    wrong = Path(stage.home) / "照片.xlsx"
    wrong.write_bytes(b"GIF89a nothing of the kind")
    listed.take_file(wrong)
    stage.settle(150)
    stage.shot("orders-refused")
    listed.message.hide()
    QGuiApplication.clipboard().setText("\n".join(lines[:3]).replace(",", "\t"))
    listed.paste()
    stage.settle(150)
    stage.shot("dialog-orders-paste")
    stage.close_all()


def overdue_rule(stage: Stage) -> None:
    """The rule as shipped, tested on the past, and changed without a test."""
    page = stage.page("credit_rules", tab="overdue")
    panel = page.panel("overdue")
    stage.until(lambda: panel.stored is not None)
    stage.shot("overdue-rule")
    panel.test()
    stage.until(lambda: panel.tested is not None)
    stage.shot("overdue-rule-tested")
    panel.most.setText("100,000")
    panel.on.setChecked(True)
    stage.shot("overdue-rule-untested")
    panel.most.setText("viel")
    panel.on_edit()
    stage.shot("overdue-rule-wrong")
    panel.drop()
