"""Stations of the credit file: statements typed, read in and judged; the company; the report on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.tour.stage import Stage

PASTED = (
    "货币资金\t1,200,000\n应收账款\t860,000\n其他应收款\t5,000\n"
    "资产总计\t4,000,000\n负债合计\t1,500,000\n所有者权益合计\t2,400,000"
)
_FILE = (
    "项目,2024年12月31日,2023年12月31日\n货币资金,120.5,98\n应收账款,310,280\n其他应收款,12,9\n存货,205,190\n"
    "流动资产合计,660,590\n资产总计,1180,1090\n应付账款,210,190\n流动负债合计,330,300\n负债合计,460,430\n"
    "所有者权益合计,720,660\n营业收入,2100,1900\n营业成本,1700,1560\n利润总额,96,80\n所得税费用,24,20\n净利润,72,60\n"
)


def _fullest(session: Any) -> int:
    """The customer of whom most is known."""
    files, customers = session.credit_files, session.customers

    def weight(customer_id: int) -> int:
        return sum(
            bool(found)
            for found in (
                files.statements(customer_id),
                files.bank_flows(customer_id),
                files.contract_points(customer_id),
                files.ratings(customer_id),
            )
        )

    ids: list[int] = customers.ids()
    return max(ids, key=lambda customer_id: (weight(customer_id), -customer_id))


def _emptiest(session: Any) -> int:
    """A customer without statements."""
    files = session.credit_files
    ids: list[int] = session.customers.ids()
    return next(one for one in reversed(ids) if not files.statements(one))


def _statement_file(home: Path) -> Path:
    path = home / "财务报表（万元）.csv"
    path.write_text(_FILE, "utf-8-sig")
    return path


def financials(stage: Stage) -> None:
    """Statements, ratios, models, flows, and what is typed or read in."""
    customer_id = stage.ask(_fullest)
    page = stage.page("customers", customer_id=customer_id, tab="financials")
    stage.until(lambda: page.file.financials is not None and page.file.financials.content is not None)
    tab = page.file.financials
    stage.shot("financials")
    tab.show_part("ratios")
    stage.shot("financials-ratios")
    rows = tab.ratios.model
    tab.ratios.table.view.setCurrentIndex(rows.index(rows.rowCount() - 2, 1))
    stage.shot("financials-model")
    tab.show_part("flows")
    stage.shot("financials-flows")
    tab.show_part("statements")
    made = page.entries.credit
    dialogs: tuple[tuple[str, Callable[[], None]], ...] = (
        ("statement-edit", lambda: tab.edit(tab.content.statements[0].statement.id)),
        ("flow", lambda: made.flow(tab.content)),
        ("import", lambda: made.read_statements(tab.content, _statement_file(stage.home))),
    )
    for name, run in dialogs:
        run()
        stage.until(lambda: made.dialog is not None)
        stage.shot(f"financials-{name}")
        stage.close_all()
    made.statement(tab.content)
    stage.until(lambda: made.dialog is not None)
    made.dialog.grid.paste(PASTED)
    made.dialog.period_end.setText("2027-01-01")
    made.dialog.submit()
    stage.shot("financials-statement-wrong")
    stage.close_all()
    stage.page("customers", customer_id=stage.ask(_emptiest), tab="financials")
    stage.shot("financials-empty")
    tab.show_part("flows")
    stage.shot("financials-flows-empty")
    tab.show_part("statements")


def credit_file(stage: Stage) -> None:
    """The file of a customer well known and of one hardly known, its dialogs, the report."""
    customer_id = stage.ask(_fullest)
    stage.looker.words.learn_text("ISIC BBB")
    page = stage.page("customers", customer_id=customer_id, tab="credit_file")
    stage.until(lambda: page.file.credit_file is not None and page.file.credit_file.content is not None)
    tab = page.file.credit_file
    stage.shot("credit-file")
    tab.lead("files")
    stage.shot("credit-file-low")
    made = page.entries.credit
    dialogs: tuple[tuple[str, Callable[[], None]], ...] = (
        ("company", lambda: made.profile(tab.content)),
        ("certificate", lambda: made.certification(tab.content)),
        ("point", lambda: made.point(tab.content, tab.content.checklist[1])),
        ("rating", lambda: made.rating(tab.content)),
        ("event", lambda: made.outside_event(tab.content)),
    )
    for name, run in dialogs:
        run()
        stage.until(lambda: made.dialog is not None)
        stage.shot(f"credit-file-{name}")
        if name in {"certificate", "rating", "event"}:
            made.dialog.submit()
            stage.shot(f"credit-file-{name}-wrong")
        stage.close_all()
    page.credit_report()
    stage.until(lambda: made.report_dialog is not None and made.report_dialog.paper.pages > 0)
    stage.shot("credit-report")
    stage.close_all()
    stage.page("customers", customer_id=stage.ask(_emptiest), tab="credit_file")
    stage.shot("credit-file-empty")
