"""The credit file in the real window: statements typed, pasted, read in; facts entered; gaps; the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.credit_file import (
    BankFlow,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
)
from app.domain.credit_file_parts import FilePart, PartState
from app.domain.customer import Identifier, IdentifierKind
from app.domain.financials import Line
from app.domain.ratios import RatioCode
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.customers.credit.company_dialogs import CertificationDialog, ContractPointDialog
from app.ui.pages.customers.credit.entries import CreditEntries
from app.ui.pages.customers.credit.flow_dialog import FlowDialog
from app.ui.pages.customers.credit.import_dialog import StatementImportDialog
from app.ui.pages.customers.credit.outside_dialogs import EventDialog, RatingDialog
from app.ui.pages.customers.credit.profile_dialog import CompanyDialog
from app.ui.pages.customers.credit.report_dialog import ReportDialog
from app.ui.pages.customers.credit.statement_dialog import StatementDialog
from app.ui.pages.customers.credit_file_tab import CreditFileTab
from app.ui.pages.customers.financials_tab import FinancialsTab
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

D = TypeVar("D", bound=FormDialog)
NUMBER = "REG-2025-77"
YEAR = {
    Line.CASH: 100_00,
    Line.CURRENT_ASSETS: 600_00,
    Line.CURRENT_LIABILITIES: 300_00,
    Line.TOTAL_ASSETS: 1000_00,
    Line.TOTAL_LIABILITIES: 400_00,
    Line.EQUITY: 600_00,
}
FILE = (
    "Line (in thousands),2024-12-31,2023-12-31\nCash,120.5,98\nStock,205,190\nOther receivables,12,9\n"
    "Current assets,660,590\nTotal assets,1180,1090\nTotal liabilities,460,430\nTotal equity,720,660\n"
)


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    return desk.customer("苏州恒岳机电有限公司", terms="net 30")


def entries(desk: Desk) -> CreditEntries:
    return desk.page.entries.credit


def financials(desk: Desk, customer_id: int) -> FinancialsTab:
    desk.go(customer_id=customer_id, tab="financials")
    tab = desk.page.file.financials
    assert tab is not None
    desk.qtbot.waitUntil(lambda: tab.content is not None)
    desk.settle()
    return tab


def credit_file(desk: Desk, customer_id: int) -> CreditFileTab:
    desk.go(customer_id=customer_id, tab="credit_file")
    tab = desk.page.file.credit_file
    assert tab is not None
    desk.qtbot.waitUntil(lambda: tab.content is not None)
    desk.settle()
    return tab


def dialog(desk: Desk, kind: type[D]) -> D:
    desk.settle()
    made = entries(desk)
    desk.qtbot.waitUntil(lambda: made.dialog is not None, timeout=5_000)
    assert isinstance(made.dialog, kind)
    return made.dialog


def closed(desk: Desk) -> bool:
    made = entries(desk)
    desk.settle()
    desk.qtbot.waitUntil(lambda: made.dialog is None, timeout=5_000)
    desk.settle()
    return True


def stored(desk: Desk, customer_id: int, **fields: object) -> None:
    made = FinancialStatement(customer_id, date(2024, 12, 31), "CNY", "", **fields)  # type: ignore[arg-type]  # by name
    desk.ask(lambda s: s.credit_files.save_statement(made, YEAR))


# -- statements -------------------------------------------------------------------------------------


def test_a_statement_is_pasted_checked_while_typing_and_undone(desk: Desk, customer: int) -> None:
    tab = financials(desk, customer)
    assert tab.statements.table.empty.isVisibleTo(tab)
    tab.add_button.click()
    made = dialog(desk, StatementDialog)
    assert made.period_end.day == date(2024, 12, 31)
    made.unit.choose(10_000)
    made.grid.paste("货币资金\t12.5\n资产总计\t400\n负债合计\t150\n其他应收款\t3\n所有者权益合计\t240")
    desk.settle()
    assert "100,000" in made.state.text()
    assert "其他应收款" in made.message.accessibleName()
    made.grid.go_to(Line.EQUITY)
    made.grid.paste("250")
    assert made.grid.figures()[Line.EQUITY] == 2_500_000_00
    assert "balances" in made.state.text()
    made.submit()
    assert closed(desk)
    [view] = desk.ask(lambda s: s.credit_files.statements(customer))
    assert view.figures[Line.CASH] == 125_000_00
    assert (view.statement.unit, tab.statements.chosen) == (10_000, view.statement.id)
    desk.ask(lambda s: s.history.undo())
    assert tab.content is not None
    assert tab.content.statements == ()


def test_enter_writes_a_number_and_goes_to_the_next_line(desk: Desk, customer: int) -> None:
    financials(desk, customer).add()
    made = dialog(desk, StatementDialog)
    grid = made.grid
    grid.go_to(Line.CASH)
    desk.qtbot.keyClick(grid, "1")
    editor = grid.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    desk.qtbot.keyClicks(editor, "234.5")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: grid.figures() == {Line.CASH: 123_450})
    assert grid.text_of(Line.CASH) == "1,234.50"
    assert made.isVisible()
    grid.go_to(Line.CASH)
    desk.qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.figures() == {}
    made.reject()
    made.reject()


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_stored(desk: Desk, customer: int) -> None:
    financials(desk, customer).add()
    made = dialog(desk, StatementDialog)
    made.period_end.setText("2026-12-31")
    made.received_on.setText("yesterday")
    made.submit()
    assert made.fields["period_end"].has_error
    assert made.fields["received_on"].has_error
    made.period_end.setText("2024-12-31")
    made.received_on.clear()
    made.submit()
    assert "no figures" in made.message.accessibleName()
    made.grid.go_to(Line.CASH)
    made.grid.paste("12x")
    made.submit()
    assert made.grid.wrong() == [Line.CASH]
    assert "12x" in made.message.accessibleName()
    made.reject()
    made.reject()
    assert desk.ask(lambda s: s.credit_files.statements(customer)) == []


def test_a_ratio_tells_its_definition_its_lines_and_why_it_has_no_value(desk: Desk, customer: int) -> None:
    stored(desk, customer)
    tab = financials(desk, customer)
    tab.show_part("ratios")
    view = tab.ratios
    keys = [row.key for row in view.model.rows]
    view.table.view.setCurrentIndex(view.model.index(keys.index(RatioCode.CURRENT), 1))
    assert "2.00" in view.side.text
    assert "÷" in view.side.text
    view.table.view.setCurrentIndex(view.model.index(keys.index(RatioCode.INTEREST_COVER), 1))
    assert "Not computable" in view.side.text
    view.table.view.setCurrentIndex(view.model.index(keys.index("z_double_prime"), 1))
    assert "second opinion" in view.side.text


def test_a_file_is_looked_at_before_it_is_taken_in_with_a_line_chosen(
    desk: Desk, customer: int, tmp_path: Path
) -> None:
    stored(desk, customer)
    path = tmp_path / "accounts.csv"
    path.write_text(FILE, "utf-8")
    tab = financials(desk, customer)
    assert tab.content is not None
    entries(desk).read_statements(tab.content, path)
    made = dialog(desk, StatementImportDialog)
    assert (made.unit.value, len(made.rows)) == (1000, 2)
    [(unknown, choice)] = made.choosers
    assert unknown.amounts == (12_000_00, 9_000_00)
    choice.choose(Line.RECEIVABLES)
    made.submit()
    assert closed(desk)
    newer, older = desk.ask(lambda s: s.credit_files.statements(customer))
    assert newer.figures[Line.RECEIVABLES] == 12_000_00
    assert older.figures[Line.CASH] == 98_000_00
    files = desk.ask(lambda s: s.collection.attachments("financial_statement", newer.statement.id))
    assert [one.name for one in files] == ["accounts.csv"]
    desk.ask(lambda s: s.history.undo())
    [back] = desk.ask(lambda s: s.credit_files.statements(customer))
    assert back.figures == YEAR


def test_a_month_of_bank_flow_is_noted_once(desk: Desk, customer: int) -> None:
    tab = financials(desk, customer)
    tab.show_part("flows")
    tab.add()
    made = dialog(desk, FlowDialog)
    assert made.month.text() == "2025-11"
    made.inflow.setText("-5")
    made.outflow.setText("10")
    made.submit()
    assert made.fields["inflow"].has_error
    made.inflow.setText("120.50")
    made.submit()
    assert closed(desk)
    assert len(tab.flows.model.rows) == 1
    desk.ask(lambda s: s.credit_files.save_bank_flow(BankFlow(customer, date(2025, 12, 1), "CNY", 1, 1)))
    tab.add()
    made = dialog(desk, FlowDialog)
    made.month.setText("2025-12")
    for edit in (made.inflow, made.outflow):
        edit.setText("1")
    made.submit()
    desk.settle()
    assert made.fields["month"].has_error
    made.reject()
    made.reject()


# -- the file ---------------------------------------------------------------------------------------


def test_the_company_and_what_it_shares_with_the_customer_are_one_action(desk: Desk, customer: int) -> None:
    tab = credit_file(desk, customer)
    tab.edit_button.click()
    made = dialog(desk, CompanyDialog)
    made.founded_on.setText("2026-01-01")
    made.capital.setText("-1")
    made.industry.setEditText("ZZ9")
    made.country.setText("C1")
    made.submit()
    wrong = [name for name in ("founded_on", "capital", "industry", "country") if made.fields[name].has_error]
    assert len(wrong) == 4
    made.founded_on.setText("1921-07-01")
    made.capital.setText("500万")
    made.industry.setEditText("C3311 金属")
    made.country.setText("de")
    made.size_class.choose("small")
    made.submit()
    assert closed(desk)
    profile = desk.ask(lambda s: s.credit_files.profile(customer))
    assert (profile.founded_on, profile.capital, profile.industry) == (
        date(1921, 7, 1),
        5_000_000_00,
        "C3311",
    )
    assert desk.ask(lambda s: s.customers.profile(customer)).customer.country == "DE"
    desk.ask(lambda s: s.history.undo())
    assert desk.ask(lambda s: s.customers.profile(customer)).customer.country == "CN"
    assert desk.ask(lambda s: s.credit_files.profile(customer)).id == 0


def test_a_gap_leads_to_where_it_is_filled(desk: Desk, customer: int) -> None:
    tab = credit_file(desk, customer)
    assert tab.content is not None
    assert tab.content.parts[FilePart.FLOWS] is PartState.LACKING
    buttons = {made.text(): made for made in tab.parts.findChildren(QPushButton)}
    buttons["Bank flows"].click()
    desk.settle()
    assert desk.page.file.tab == "financials"
    assert desk.page.file.financials is not None
    assert desk.page.file.financials.parts.current == "flows"
    credit_file(desk, customer).lead(FilePart.RATINGS)
    focused = tab.sections["ratings"].add
    assert focused is not None
    assert desk.window.focusWidget() is focused


def test_certificates_points_and_ratings_are_entered_where_they_stand(desk: Desk, customer: int) -> None:
    tab = credit_file(desk, customer)
    assert tab.content is not None
    entries(desk).certification(tab.content)
    certificate = dialog(desk, CertificationDialog)
    certificate.submit()
    assert certificate.fields["name"].has_error
    certificate.name.setText("ISO 9001")
    certificate.valid_until.setText("2025-01-31")
    certificate.submit()
    assert closed(desk)
    assert [line.chip for line in tab.sections["certifications"].list.lines] == ["Expired"]
    tab.open_line("contract", 2)
    point = dialog(desk, ContractPointDialog)
    point.state.choose("missing")
    point.submit()
    assert closed(desk)
    assert tab.sections["contract"].list.lines[1].chip == "Missing"
    entries(desk).rating(tab.content)
    rating = dialog(desk, RatingDialog)
    rating.provider.setText("Nobody Known")
    rating.value.setText("BBB")
    rating.valid_until.setText("2025-01-01")
    rating.submit()
    assert rating.fields["valid_until"].has_error
    rating.valid_until.clear()
    assert "does not know" in rating.verdict.text()
    rating.points.setText("70")
    rating.submit()
    assert closed(desk)
    assert "70" in tab.sections["ratings"].list.lines[0].chip


def test_an_event_found_by_name_counts_once_its_number_is_confirmed(
    desk: Desk, customer: int, tmp_path: Path
) -> None:
    desk.ask(lambda s: s.customers.save_identifier(Identifier(customer, IdentifierKind.OTHER, NUMBER)))
    tab = credit_file(desk, customer)
    assert tab.content is not None
    evidence = tmp_path / "判决书.txt"
    evidence.write_text("民事判决", "utf-8")
    entries(desk).outside_event(tab.content)
    made = dialog(desk, EventDialog)
    made.submit()
    assert made.fields["source"].has_error
    made.source.setText("中国裁判文书网")
    made.identifier.setText("91330200MA2AFX0X1X")
    made.confirmed_by.setText("陈会计")
    made.submit()
    assert made.fields["identifier"].has_error
    made.identifier.clear()
    made.confirmed_by.clear()
    made.take_file(evidence)
    made.submit()
    assert closed(desk)
    [line] = tab.sections["events"].list.lines
    assert line.chip == "Not confirmed"
    assert "1 file" in line.note
    [view] = desk.ask(lambda s: s.credit_files.events(customer))
    tab.open_line("events", view.event.id)
    made = dialog(desk, EventDialog)
    made.identifier.setText(NUMBER)
    made.confirmed_by.setText("陈会计")
    made.submit()
    assert closed(desk)
    assert tab.sections["events"].list.lines[0].chip == "Counts"
    desk.ask(lambda s: s.history.undo())
    desk.ask(lambda s: s.history.undo())
    assert desk.ask(lambda s: s.collection.attachments("external_event", view.event.id)) == []


def test_ctrl_p_shows_the_report_in_either_language_and_saves_it(
    desk: Desk, customer: int, tmp_path: Path
) -> None:
    event = ExternalEvent(customer, EventKind.NEGATIVE_NEWS, TODAY, "报纸")
    desk.ask(lambda s: s.credit_files.save_event(event))
    desk.ask(lambda s: s.credit_files.save_rating(ExternalRating(customer, "税务局", "A", TODAY)))
    credit_file(desk, customer)
    action = desk.page.report_action
    assert action.shortcut() == QKeySequence("Ctrl+P")
    action.trigger()
    desk.settle()
    made = entries(desk)
    desk.qtbot.waitUntil(lambda: made.report_dialog is not None)
    report = made.report_dialog
    assert isinstance(report, ReportDialog)
    desk.qtbot.waitUntil(lambda: report.paper.pages > 0, timeout=10_000)
    report.language.step(1)
    desk.settle()
    path = tmp_path / "report"
    report.save(path)
    desk.settle()
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    report.reject()
    desk.qtbot.waitUntil(lambda: made.report_dialog is None)
