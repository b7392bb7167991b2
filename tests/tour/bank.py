"""Stations of the bank page: the queue and its decisions, bringing a statement in, bills and their steps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.ui.dialogs.bill_step import Step
from tests.tour.stage import Stage

STATEMENT = """甬联紧固件（宁波）有限公司,,,,,,,
账号,6200 0000 0000 0000 088,,,,,,
交易日期,收入,支出,余额,对方户名,对方账号,摘要,流水号
2025-12-30,"{amount}",,"1,990,000.00",{payer},6217 0000 1003 2020,货款 {number},N2025123001
2025-12-30,"4,321.00",,"1,994,321.00",杭州无名商贸有限公司,6217 0000 7777 1234,往来款,N2025123002
2025-12-31,,"12,800.00","1,981,521.00",样例物流公司,6217 0000 8888 0001,运费,N2025123101
2025-12-31,88.20,,"1,981,609.20",样例银行宁波北仑支行,,利息,N2025123102
"""


def _statement(stage: Stage) -> Path:
    """A bank's table that pays one open invoice exactly."""
    from app.domain.document import DocumentKind
    from app.services.ledger import DocumentQuery

    def pick(session: Any) -> Any:
        query = DocumentQuery(kinds=[DocumentKind.INVOICE], open_only=True)
        rows = session.ledger.document_rows(session.ledger.document_ids(query))
        return next(row for row in rows if row.currency == "CNY" and not row.has_plan)

    row = stage.ask(pick)
    path = stage.home / "网银流水_2025年12月.csv"
    text = STATEMENT.format(amount=f"{row.open / 100:,.2f}", payer=row.customer, number=row.number)
    path.write_bytes(text.encode("gb18030"))
    return path


def bank(stage: Stage) -> None:
    """The queue in every state, a line of each sort in the drawer, and every decision's dialog."""
    page = stage.page("bank", tab="lines", state="waiting")
    stage.until(lambda: page.queue.model.rowCount() > 0)
    stage.shot("bank")
    ids = list(page.queue.model.ids())
    for place, line_id in enumerate(ids[:4]):
        page.queue.table.view.select_id(line_id)
        page._show_line(line_id)
        stage.settle()
        stage.shot(f"bank-line-{place + 1}")
    for asked in ("split", "unallocated"):
        page.line.run(asked)
        stage.shot(f"bank-{asked}")
        dialog = page.deciding.dialog
        assert dialog is not None
        dialog.submit()
        if dialog.isVisible():
            stage.shot(f"bank-{asked}-wrong")
        stage.close_all()
    for state in ("applied", "unallocated", "ignored", "all"):
        page.queue.show_state(state)
        stage.settle()
        stage.shot(f"bank-{state}")
    _of_applied(stage, page)
    page.queue.search.setText("没有这家")
    stage.settle(260)
    stage.shot("bank-none")
    page.queue.search.clear()
    page.queue.show_state("waiting")
    stage.settle(260)


def _of_applied(stage: Stage, page: Any) -> None:
    page.queue.show_state("applied")
    stage.settle()
    line_id = page.queue.model.ids()[0]
    page.queue.table.view.select_id(line_id)
    page._show_line(line_id)
    stage.settle()
    stage.shot("bank-line-applied")
    page.line.run("returned")
    stage.shot("bank-returned")
    stage.close_all()


def bank_matching(stage: Stage) -> None:
    """Rules, payers, accounts."""
    page = stage.page("bank", tab="lines")
    page._open_options()
    stage.shot("menu-bank")
    stage.close_all()
    page.rules()
    stage.shot("bank-rules")
    dialog = page.dialog
    assert dialog is not None
    dialog.percent.setText("abc")
    dialog.submit()
    stage.shot("bank-rules-wrong")
    stage.close_all()
    page.deciding.payers()
    stage.shot("bank-payers")
    stage.close_all()
    page._edit_account(None)
    stage.shot("bank-account")
    page.dialog.submit()
    stage.shot("bank-account-wrong")
    stage.close_all()


def bank_bring(stage: Stage) -> None:
    """A bank's table on its way through the four steps, and taken back."""
    page = stage.page("bank", tab="lines")
    page.bring()
    stage.shot("bring-1-choose")
    bringing = page.bringing
    bringing.take_file(_statement(stage))
    stage.until(lambda: bringing.flow.file is not None)
    stage.shot("bring-2-columns")
    bringing.go_on()
    stage.until(lambda: bringing.flow.plan is not None)
    stage.shot("bring-3-check")
    page._account_for_file()
    stage.shot("bring-account")
    stage.close_all()
    bringing.go_on()
    stage.until(lambda: bringing.flow.result is not None)
    stage.shot("bring-4-done")
    bringing.finish.undo.emit()
    stage.shot("bring-undone")
    bad = stage.home / "坏掉的.sta"
    bad.write_text("这不是流水", "utf-8")
    bringing.take_file(bad)
    stage.until(bringing.message.isVisible)
    stage.shot("bring-refused")
    page.show_home()
    stage.window.open_path(_statement(stage))
    stage.settle()
    page.show_home()
    stage.page("importing")
    stage.window.open_path(_statement(stage))
    stage.until(lambda: stage.window.page.flow.staged is not None)  # type: ignore[union-attr]
    stage.shot("import-2-statement")
    stage.window.page.start_over()  # type: ignore[union-attr]


def bills(stage: Stage) -> None:
    """Bills by state, one in the drawer, every step's dialog, and a customer's own."""
    page = stage.page("bank", tab="bills")
    stage.until(lambda: bool(page.bills.model.rows))
    for scope in ("held", "passed", "ended", "all"):
        page.bills.show_state(scope)
        stage.settle()
        stage.shot(f"bills-{scope}")
    held = next(row for row in page.bills.model.rows if row.state == "held")
    page._open_bill(held.bill.id)
    stage.shot("bill")
    for step in Step:
        page.billing.step(held, step)
        stage.shot(f"bill-{step}")
        stage.close_all()
    page.billing.edit(held.bill.id)
    stage.shot("bill-edit")
    stage.close_all()
    page.billing.receive()
    stage.shot("bill-receive")
    dialog = page.billing.dialog
    assert dialog is not None
    dialog.submit()
    stage.shot("bill-receive-wrong")
    stage.close_all()
    customer = held.bill.customer_id
    file = stage.page("customers", customer_id=customer, tab="bills").file
    stage.until(lambda: file.bills is not None and bool(file.bills.panel.model.rows))
    file.bills.panel.table.view.select_id(held.bill.id)
    stage.shot("customer-bills-chosen")
    stage.page("customers", customer_id=customer, tab="overview")
    stage.shot("customer-overview-held")
    board = stage.page("aging")
    row = next(each for each in board._board.rows if each.held)
    board._show_detail(row)
    stage.shot("aging-drawer-held")
    board.detail._drawer.close_drawer()
