"""May I ship this: asked, answered as typed, kept, released; orders entered and taken in; the rule tested."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit, OpenOrder
from app.domain.order_check import Answer, Paper
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.order import OrderDialog
from app.ui.dialogs.order_import import OrderImportDialog
from app.ui.dialogs.release import ReleaseDialog
from app.ui.pages.credit.check.columns import RUNNING, release_state
from app.ui.pages.credit.check.panel import ASK, ORDERS, PAST, CheckPanel
from app.ui.pages.credit.page import CreditPage
from app.ui.pages.credit_rules.overdue.panel import OverduePanel
from app.ui.pages.credit_rules.page import CreditRulesPage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

D = TypeVar("D", bound=FormDialog)
NAME = "苏州恒岳机电有限公司"


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer with a limit of 1,000.00 who owes 600.00."""
    made = desk.customer(NAME, terms="net 30")
    desk.document(made, 600_00, "INV-1", due_date=date(2025, 12, 1))
    limit = CreditLimit(
        date(2025, 1, 1), LimitState.SET.value, "CNY", made, amount=1_000_00,
        requested_by="王总", approved_by="王总", reason="首次授信，按采购量",
    )  # fmt: skip
    desk.ask(lambda s: s.limits.grant(limit))
    return made


def panel(desk: Desk, **params: object) -> CheckPanel:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("credit", tab="check", **params)
    desk.settle()
    page = cast("CreditPage", desk.window.page)
    return cast("CheckPanel", page.panel("check"))


def answer_of(shown: CheckPanel) -> Answer:
    assert shown.found is not None
    return shown.found.view.answer


def asked(desk: Desk, customer_id: int, amount: str) -> CheckPanel:
    shown = panel(desk, view=ASK, customer_id=customer_id)
    desk.qtbot.waitUntil(lambda: shown.form.customer.customer_id == customer_id, timeout=5_000)
    desk.write(shown.form.amount, amount)
    answered(desk, shown)
    return shown


def answered(desk: Desk, shown: CheckPanel) -> None:
    """Wait for the pause after typing, then for the answer."""
    desk.qtbot.waitUntil(lambda: not shown.form._pause.isActive(), timeout=5_000)
    desk.settle()


def order(desk: Desk, customer_id: int, number: str = "SO-1", amount: int = 300_00) -> int:
    change = desk.ask(lambda s: s.orders.save(OpenOrder(customer_id, number, TODAY, "CNY", amount)))
    return next(iter(change.touched["open_order"]))


def dialog(desk: Desk, shown: object, kind: type[D]) -> D:
    desk.qtbot.waitUntil(lambda: getattr(shown, "dialog") is not None, timeout=5_000)  # noqa: B009 - any opener
    desk.settle()
    found = getattr(shown, "dialog")  # noqa: B009 - as above
    assert isinstance(found, kind)
    return found


# -- the answer


def test_the_answer_follows_the_amount(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "400")
    assert answer_of(shown) is Answer.GO
    assert shown.answer.verdict.tone == "good"
    desk.write(shown.form.amount, "400.01")
    answered(desk, shown)
    assert answer_of(shown) is Answer.HOLD
    assert shown.answer.verdict.tone == "danger"
    assert shown.answer.verdict.accessibleName()
    shown.form.paper.set_current(Paper.CREDIT_NOTE.value)
    shown.form.paper.chosen.emit(Paper.CREDIT_NOTE.value)
    answered(desk, shown)
    assert answer_of(shown) is Answer.GO, "a credit note passes"
    shown.form.paper.set_current(Paper.ORDER.value)
    desk.write(shown.form.prepaid, "400.01")
    answered(desk, shown)
    assert answer_of(shown) is Answer.GO, "paid ahead in full"


@pytest.mark.parametrize("typed", ["0", "-5", "12a", "1e9", "99999999999999999999"])
def test_what_is_no_amount_is_said_at_the_field(desk: Desk, customer: int, typed: str) -> None:
    shown = asked(desk, customer, typed)
    assert shown.found is None
    assert not shown.keep_button.isEnabled()
    shown.form.fields.verify("amount")
    assert shown.form.fields["amount"].has_error


def test_nobody_of_that_name_is_said(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "10")
    desk.write(shown.form.customer, "nobody at all")
    desk.settle()
    answered(desk, shown)
    shown.form.fields.verify("customer")
    assert shown.form.fields["customer"].has_error
    assert shown.form.question() is None


def test_more_paid_ahead_than_ordered_is_refused(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "10")
    desk.write(shown.form.prepaid, "11")
    shown.form.fields.verify("prepaid")
    assert shown.form.fields["prepaid"].has_error
    assert shown.form.question() is None


def test_an_open_order_fills_the_question(desk: Desk, customer: int) -> None:
    order_id = order(desk, customer)
    shown = panel(desk, order_id=order_id)
    answered(desk, shown)
    assert shown.found is not None
    assert (shown.found.asked.order_id, shown.found.asked.amount) == (order_id, 300_00)
    assert shown.found.view.exposure.exposure.total == 600_00, "not counted beside itself"
    assert not shown.form.currency.isEnabled()


def test_every_piece_opens_its_rows(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "10")
    shown.answer.exposure.choose("open_items")
    assert [line.text.split()[0] for line in shown.answer.exposure.rows.lines] == ["INV-1"]
    assert shown.answer.late.lines, "30 days late"


# -- keeping and releasing


def test_kept_once_and_undone(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "900")
    shown.keep()
    desk.settle()
    assert shown.kept
    assert not shown.keep_button.isEnabled()
    [row] = desk.ask(lambda s: s.orders.checks(customer))
    assert row.check.answer == Answer.HOLD.value
    desk.ask(lambda s: s.history.undo())
    shown.read()
    desk.settle()
    assert not shown.kept
    assert shown.keep_button.isEnabled()


def test_a_release_stands_in_the_list(desk: Desk, customer: int) -> None:
    order_id = order(desk, customer, amount=900_00)
    shown = panel(desk, order_id=order_id)
    answered(desk, shown)
    shown.release()
    form = dialog(desk, shown, ReleaseDialog)
    form.submit()
    assert form.fields["reason"].has_error
    form.reason.setPlainText("客户承诺周五付清，先发这一批")
    desk.write(form.amount, "901")
    form.submit()
    assert form.fields["amount"].has_error
    desk.write(form.amount, "900")
    form.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: shown.dialog is None, timeout=5_000)
    [row] = desk.ask(lambda s: s.orders.checks(customer))
    assert (release_state(row), row.number) == (RUNNING, "SO-1")
    shown.show_view(PAST)
    desk.settle()
    shown.history.show_check(row.check.id)
    detail = shown.history._detail
    assert detail is not None
    assert "客户承诺" in detail.release.text()
    assert detail.exposure.view is not None
    assert detail.exposure.view.exposure.total == 600_00
    assert not detail.release_button.isEnabled()
    again = panel(desk, order_id=order_id)
    answered(desk, again)
    assert again.found is not None
    assert again.found.view.answer is Answer.GO, "the release lets it pass"


# -- open orders


def test_an_order_is_entered_and_edited(desk: Desk, customer: int) -> None:
    shown = asked(desk, customer, "250")
    shown.enter_order()
    form = dialog(desk, shown.orders, OrderDialog)
    assert form.customer.customer_id == customer
    desk.write(form.number, "SO-7")
    desk.write(form.parts["delivered"], "-1")
    form.submit()
    assert form.fields["delivered"].has_error
    desk.write(form.parts["delivered"], "50")
    form.submit()
    desk.settle()
    answered(desk, shown)
    [row] = desk.ask(lambda s: s.orders.open_orders(customer))
    assert (row.order.number, row.order.amount, row.delivered_not_invoiced) == ("SO-7", 250_00, 50_00)
    assert shown.form.order_id == row.order.id, "the question is about that order from now on"


def test_a_file_is_looked_at_before_it_is_taken(desk: Desk, customer: int, tmp_path: Path) -> None:
    order(desk, customer)
    path = tmp_path / "orders.csv"
    path.write_text(
        f"Order no,Customer,Order date,Amount\nSO-1,{NAME},2025-12-01,350\nSO-2,{NAME},2025-12-02,80\n"
        "SO-3,nobody,2025-12-02,80\n",
        "utf-8",
    )
    shown = panel(desk, view=ORDERS)
    shown.orders.take_file(path)
    form = dialog(desk, shown.orders, OrderImportDialog)
    assert [form.changes(one) for one in form.file.plan.orders][1] == ""
    assert "300.00 → 350.00" in form.changes(form.file.plan.orders[0])
    assert "nobody" in form.problems.text()
    form.submit()
    desk.settle()
    rows = desk.ask(lambda s: s.orders.open_orders(customer))
    assert sorted((row.order.number, row.order.amount) for row in rows) == [("SO-1", 350_00), ("SO-2", 80_00)]


def test_rows_are_pasted_and_a_wrong_file_is_said(desk: Desk, customer: int, tmp_path: Path) -> None:
    shown = panel(desk, view=ORDERS)
    QGuiApplication.clipboard().setText(
        f"Order no\tCustomer\tOrder date\tAmount\nSO-9\t{NAME}\t2025-12-02\t80\n"
    )
    shown.orders.paste()
    form = dialog(desk, shown.orders, OrderImportDialog)
    form.reject()
    desk.settle()
    desk.qtbot.waitUntil(lambda: shown.orders.dialog is None, timeout=5_000)
    wrong = tmp_path / "photo.xlsx"
    wrong.write_bytes(b"GIF89a nothing of the kind")
    shown.orders.take_file(wrong)
    desk.settle()
    assert shown.orders.message.isVisible()
    assert customer


# -- from anywhere


def test_the_shortcut_asks_about_the_customer_in_view(desk: Desk, customer: int) -> None:
    desk.go(customer_id=customer)
    desk.window.commands.action("order_check").trigger()
    desk.settle()
    page = cast("CreditPage", desk.window.page)
    shown = cast("CheckPanel", page.panel("check"))
    desk.qtbot.waitUntil(lambda: shown.form.customer.customer_id == customer, timeout=5_000)


# -- the overdue rule


def test_the_rule_is_tested_before_it_holds(desk: Desk, customer: int) -> None:
    desk.document(customer, 700_00, "INV-2", on=date(2025, 12, 20), due_date=TODAY + timedelta(20))
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("credit_rules", tab="overdue")
    desk.settle()
    shown = cast("OverduePanel", cast("CreditRulesPage", desk.window.page).panel("overdue"))
    desk.write(shown.small, "100")
    desk.write(shown.most, "5000")
    shown.on.setChecked(True)
    assert shown.strip.isVisible(), "not tested yet"
    shown.test()
    desk.settle()
    assert not shown.strip.isVisible()
    [row] = shown.model.rows
    assert (row.outcome.held.customer_id, row.outcome.shipments) == (customer, 1)
    shown.save()
    desk.settle()
    rule = desk.ask(lambda s: s.orders.overdue_rule())
    assert rule.on
    assert rule.most == Decimal(5000)
    view = desk.ask(lambda s: s.orders.check(customer, 1_00, "CNY", TODAY))
    assert view.answer is Answer.HOLD
    shown.reset()
    desk.settle()
    assert not desk.ask(lambda s: s.orders.overdue_rule()).on


def test_a_kept_check_is_printed_again(
    desk: Desk, customer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asked(desk, customer, "900")
    shown.keep()
    desk.settle()
    shown = panel(desk, check_id=shown.kept)
    detail = shown.history._detail
    assert detail is not None
    path = tmp_path / "then.pdf"
    monkeypatch.setattr("app.ui.pages.exporting.PageExports._ask", lambda *_: path)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    detail.print_button.click()
    desk.settle()
    assert path.read_bytes().startswith(b"%PDF")


def test_an_english_window_has_english_names(desk: Desk) -> None:
    made = desk.customer(NAME, name_en="Suzhou Hengyue Electromechanical")
    order(desk, made)
    shown = asked(desk, made, "1")
    assert shown.form.customer.text() == "Suzhou Hengyue Electromechanical"
    shown.keep()
    desk.settle()
    for view, table in ((PAST, shown.history.model), (ORDERS, shown.orders.model)):
        shown = panel(desk, view=view)
        place = [column.key for column in table.columns].index("customer")
        assert table.index(0, place).data() == "Suzhou Hengyue Electromechanical"
    page = desk.go(customer_id=made)
    assert page.header.breadcrumb.accessibleName().endswith("Suzhou Hengyue Electromechanical")
    assert page.file.head.name.text() == "Suzhou Hengyue Electromechanical"
    page.header.breadcrumb.chosen.emit(0)
    desk.settle()
    listed = page.list.model
    cells = [listed.index(0, place).data() for place in range(listed.columnCount())]
    assert "Suzhou Hengyue Electromechanical" in cells
