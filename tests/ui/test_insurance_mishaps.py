"""Wrong input in the window of insurance: each is named at its field, and nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.policy_views import Ask
from app.ui.dialogs.buyer_limit import BuyerLimitDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.limit_list import LimitListDialog
from app.ui.dialogs.shipment_stop import StopDialog
from app.ui.dialogs.shipments import ShipmentsDialog
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.claims.panel import ClaimsPanel
from app.ui.pages.insurance.cover.panel import CoverPanel
from app.ui.pages.insurance.deadlines.panel import DeadlinesPanel
from app.ui.pages.insurance.declarations.panel import DeclarationsPanel
from app.ui.pages.insurance.limits.panel import BuyerLimitsPanel
from app.ui.pages.insurance.limits.review import ask_words
from app.ui.pages.insurance.notices.panel import NoticesPanel
from app.ui.pages.insurance.overview.panel import OverviewPanel
from app.ui.pages.insurance.overview.policy_card import PolicyCard
from app.ui.pages.insurance.page import InsurancePage
from app.ui.pages.insurance.policies.panel import PoliciesPanel
from app.ui.pages.insurance.worth.panel import WorthPanel
from app.ui.shell.main_window import MainWindow
from app.ui.tables.table_view import TableView
from app.ui.widgets.deadline_ladder import DeadlineLadder
from app.ui.widgets.decimal_edit import parse_figure
from app.ui.widgets.figures import Figure
from app.ui.widgets.money_edit import MoneyEdit, parse_amount
from tests.ui.desk import TODAY, Desk
from tests.ui.insured import Insured, insured

HUGE = "99999999999999999999999"


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def company(desk: Desk) -> Insured:
    return insured(desk)


def fault(dialog: FormDialog, name: str) -> str:
    """What stands in red below a field."""
    field = dialog.fields[name]
    return field._below.text() if field.has_error else ""


def limits_of(company: Insured) -> BuyerLimitsPanel:
    return cast("BuyerLimitsPanel", company.page("limits").panel("limits"))


def decision(company: Insured, **typed: str) -> BuyerLimitDialog:
    """The dialog of a decision on the late buyer with these texts in its fields, submitted."""
    panel = limits_of(company)
    panel.acts.decide(company.late)
    company.desk.settle()
    dialog = panel.acts.dialog
    assert isinstance(dialog, BuyerLimitDialog)
    for name, text in typed.items():
        cast("MoneyEdit", getattr(dialog, name)).setText(text)
    return dialog


@pytest.mark.parametrize("text", [HUGE, f"-{HUGE}", "９９９９９９９９９９９９９９９"])
def test_an_amount_no_ledger_holds_is_refused_where_it_is_typed(company: Insured, text: str) -> None:
    dialog = decision(company, amount=text)
    dialog.submit()
    assert "amount" in [name for name in ("amount", "fee") if fault(dialog, name)]


def test_full_width_digits_are_an_amount() -> None:
    assert parse_amount("１，２３４．５０", "CNY") == 1234_50


@pytest.mark.parametrize("text", ["abc", "-5", "12.345", HUGE])
def test_a_fee_that_cannot_be_read_is_named_at_the_fee(company: Insured, text: str) -> None:
    dialog = decision(company, amount="1000", fee=text)
    dialog.submit()
    assert fault(dialog, "fee")
    assert not fault(dialog, "amount")


def test_a_decision_is_not_of_tomorrow_and_takes_no_cover_back(company: Insured) -> None:
    dialog = decision(company, amount="1000")
    dialog.on.set_day(TODAY + timedelta(1))
    dialog.submit()
    assert fault(dialog, "on")
    dialog.on.set_day(TODAY)
    dialog.outcome.choose("withdrawn")
    dialog.effective.set_day(TODAY - timedelta(30))
    dialog.submit()
    assert "shipped before" in fault(dialog, "effective")


def test_shipments_do_not_stop_before_the_policy_began(company: Insured) -> None:
    panel = limits_of(company)
    row = panel.row(company.sound)
    assert row is not None
    assert row.policy is not None
    panel.acts.stop(company.sound, row.policy, "x")
    dialog = panel.acts.dialog
    assert isinstance(dialog, StopDialog)
    dialog.start.set_day(date(2000, 1, 1))
    dialog.submit()
    assert fault(dialog, "start")


def test_premium_is_not_paid_tomorrow(company: Insured) -> None:
    panel = cast("DeclarationsPanel", company.page("declarations").panel("declarations"))
    panel.pay()
    dialog = panel.dialog
    assert dialog is not None
    cast("StopDialog", dialog).on.set_day(TODAY + timedelta(1))  # type: ignore[attr-defined]  # every such dialog asks the day
    dialog.submit()
    assert fault(dialog, "on")


def test_a_loss_is_not_of_tomorrow(company: Insured) -> None:
    panel = cast("ClaimsPanel", company.page("claims").panel("claims"))
    panel.acts.open_claim(company.late)
    company.desk.settle()
    dialog = panel.acts.dialog
    assert dialog is not None
    dialog.loss.set_day(TODAY + timedelta(1))  # type: ignore[attr-defined]  # of the dialog that opens a claim
    dialog.submit()
    assert fault(dialog, "loss")


def test_checking_other_invoices_is_not_lost_without_being_asked(company: Insured) -> None:
    panel = cast("ClaimsPanel", company.page("claims").panel("claims"))
    panel.acts.open_claim(company.late)
    company.desk.settle()
    dialog = panel.acts.dialog
    assert dialog is not None
    assert not dialog._dirty
    dialog.invoices.rows.clear_checks()  # type: ignore[attr-defined]  # as above
    dialog.reject()
    assert dialog.isVisible()
    assert "not saved" in dialog.message._text.text()


def test_a_list_read_for_another_day_is_not_kept(company: Insured, tmp_path: Path) -> None:
    panel, path = limits_of(company), tmp_path / "list.csv"
    path.write_text("客户名称,批复限额,决定\n重庆渝驰,1000,批准\n", encoding="utf-8")
    assert panel.found is not None
    panel.acts.take_list(panel.found.policies[0], path)
    company.desk.qtbot.waitUntil(lambda: panel.acts.dialog is not None, timeout=20_000)
    dialog = panel.acts.dialog
    assert isinstance(dialog, LimitListDialog)
    assert dialog._save.isEnabled()
    path.unlink()
    dialog.on.setDate(dialog.on.date().addDays(-1))
    company.desk.settle()
    assert not dialog._save.isEnabled()
    assert "list.csv" in dialog.message._text.text()


def test_the_head_of_a_policy_is_saved_as_often_as_it_is_changed(company: Insured) -> None:
    panel = cast("PoliciesPanel", company.page("policies").panel("policies"))
    panel.edit(1)
    for broker in ("first", "second"):
        page = panel.editor.record_page
        assert page is not None
        company.desk.write(page.lines["broker"], broker)
        assert panel.editor.dirty
        panel.editor.save()
        company.desk.settle()
        assert not panel.editor.dirty
    assert company.desk.ask(lambda s: s.policies.all())[0].record.broker == "second"


@pytest.mark.parametrize(("text", "figure"), [("9,5", None), ("1,234.5", Decimal("1234.5")), ("９０", 90)])
def test_a_comma_stands_between_thousands_only(text: str, figure: Decimal | None) -> None:
    assert parse_figure(text) == figure


def test_goods_do_not_arrive_before_they_left(company: Insured) -> None:
    panel = cast("CoverPanel", company.page("cover").panel("cover"))
    row = panel.row(company.invoices[0])
    assert row is not None
    panel.shipment(row)
    company.desk.qtbot.waitUntil(lambda: panel.dialog is not None, timeout=5_000)
    dialog = panel.dialog
    assert isinstance(dialog, ShipmentsDialog)
    before = dialog._dirty
    dialog.shipped.box.click()
    assert (before, dialog._dirty) == (False, True)
    dialog.shipped.set_day(TODAY + timedelta(1))
    dialog.delivered.set_day(TODAY)
    dialog.country.setText("QQ")
    dialog.submit()
    assert fault(dialog, "shipped")
    assert fault(dialog, "delivered")
    assert fault(dialog, "country")


# -- without a policy, and without anything ----------------------------------------------------------


def test_without_a_policy_nothing_is_begun_that_needs_one(desk: Desk) -> None:
    assert desk.window.workspace is not None
    for tab in ("notices", "claims"):
        desk.window.workspace.context.navigator.go("insurance", tab=tab)
        desk.settle()
        panel = cast("InsurancePage", desk.window.workspace.page).panel(tab)
        assert isinstance(panel, NoticesPanel | ClaimsPanel)
        assert not panel.new_button.isEnabled()
        assert "policy" in panel.new_button.toolTip()
        panel._clear()
        desk.settle()
        page = cast("InsurancePage", desk.window.workspace.page)
        assert page.keys[page.place] == "policies"


def test_the_subtitle_belongs_to_the_tab_in_view(company: Insured) -> None:
    page = company.page("overview")
    panel = cast("OverviewPanel", page.panel("overview"))
    assert page.header._subtitle.text() == panel.summary()
    company.desk.window.language.set("zh")
    company.desk.qtbot.waitUntil(lambda: page.header._title.text() == "保险", timeout=5_000)
    company.desk.settle()
    assert page.header._subtitle.text() == panel.summary()
    assert "保单" in panel.summary()
    company.page("claims")
    assert page.header._subtitle.text() != panel.summary()


def test_a_figure_opened_in_worth_follows_the_language(company: Insured) -> None:
    panel = cast("WorthPanel", company.page("worth").panel("worth"))
    panel._open_event(3)
    company.desk.settle()
    told = panel.only._text.text()
    company.desk.window.language.set("zh")
    company.desk.qtbot.waitUntil(lambda: "保险" in panel.host.header._title.text(), timeout=5_000)
    company.desk.settle()
    assert panel.only._text.text() != told
    assert panel.buyers.rowCount() == 1
    panel._show_all()
    assert panel.buyers.rowCount() == 2


def test_a_suggested_name_has_no_folders(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def ask(_host: object, _title: str, suggested: str, _names: str) -> tuple[str, str]:
        asked.append(Path(suggested))
        return "", ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", ask)
    assert desk.window.workspace is not None
    exports = PageExports(desk.window.workspace.context, desk.window)
    exports.write("Claim pack /etc/../A\\B:C?", "pdf", lambda _path, _control: None)
    assert asked[0].parent == Path.home()
    assert asked[0].suffix == ".pdf"
    assert "etc" in asked[0].name


@pytest.mark.parametrize("ask", list(Ask))
def test_every_thing_to_ask_for_has_its_words(company: Insured, ask: Ask) -> None:
    panel = limits_of(company)
    review = company.desk.ask(lambda s: s.policies.limit_review(TODAY))
    row = replace(review.rows[0], asks=(ask,), suggested=1000_00)
    assert "{" not in ask_words(row, panel.context.formats)


# -- by keyboard alone ---------------------------------------------------------------------------------


def stops(page: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Where Tab comes on a page, in order, of these kinds."""
    found, at = list[QWidget](), page.nextInFocusChain()
    while at is not None and at is not page:
        tabbed = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and at.isVisible() and isinstance(at, kinds) and page.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def test_tab_comes_to_what_is_made_late_where_it_stands(company: Insured) -> None:
    wait = company.desk.qtbot.waitUntil
    page = company.page("overview")
    kinds = (PolicyCard, DeadlineLadder)
    wait(lambda: [type(each) for each in stops(page, *kinds)] == [*kinds], timeout=5_000)
    page = company.page("cover")
    cover = cast("CoverPanel", page.panel("cover"))

    def around() -> list[QWidget]:
        bar = [cover.search, *cover.reasons._buttons.values(), cover.table.view]
        return [each for each in stops(page, QWidget) if each in bar]

    def wanted() -> list[QWidget]:
        return [cover.search, cover.reasons._buttons[cover.reasons.current], cover.table.view]

    wait(lambda: bool(cover.reasons.current) and around() == wanted(), timeout=5_000)
    page = company.page("worth")
    worth = cast("WorthPanel", page.panel("worth"))

    def figures() -> list[type[QWidget]]:
        return [type(each) for each in stops(page, Figure, TableView) if each is not worth.outcomes.view]

    wait(lambda: figures() == [Figure] * 4 + [type(worth.table.view)], timeout=5_000)


def test_enter_on_a_deadline_takes_the_keyboard_to_its_drawer(company: Insured) -> None:
    page = company.page("deadlines")
    panel = cast("DeadlinesPanel", page.panel("deadlines"))
    view = panel.table.view
    view.select_id(panel._number(panel.items[0]))
    company.desk.key(Qt.Key.Key_Return, widget=view)
    assert page.drawer is not None
    focused = page.window().focusWidget()
    assert focused is not None
    assert page.drawer.isAncestorOf(focused)
