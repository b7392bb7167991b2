"""Late interest in the window: worked out from a document, its rules and rates in the settings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.document import DocumentKind
from app.domain.rate_entry import RateEntry
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.interest import InterestDialog
from app.ui.dialogs.interest_rule import InterestRuleDialog
from app.ui.dialogs.late_terms_form import typed_rate
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.settings_rate_tables import parse_percent
from app.ui.shell.main_window import MainWindow
from app.ui.typed_day import parse_day
from app.ui.writing import DayStyle, Writing, in_force, use
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def invoice(desk: Desk) -> int:
    """100,000 due on 30 September 2025 at 0.05 % a day."""
    customer = desk.customer(
        "苏州恒岳机电有限公司",
        late_rate=Decimal("0.05"),
        late_rate_period="day",
        late_rate_clause="第 8.2 条",
        terms="2/10 net 30",
    )
    made = desk.document(
        customer, 100_000_00, "F-1", on=date(2025, 8, 31), due_date=date(2025, 9, 30), terms="2/10 net 30"
    )
    desk.go(document_id=made)
    return made


def shown(desk: Desk, invoice: int) -> InterestDialog:
    desk.page.entries.interest(invoice)
    dialog = desk.dialog(InterestDialog)
    desk.qtbot.waitUntil(lambda: dialog.working is not None)
    return dialog


# the dialog


def test_the_document_offers_its_interest_step_by_step(desk: Desk, invoice: int) -> None:
    dialog = shown(desk, invoice)
    assert dialog.working is not None
    assert (dialog.to.day, dialog.working.days_late) == (TODAY, 92)
    assert dialog.working.total.minor == 4_600_00
    assert "第 8.2 条" in dialog.why.text()
    assert dialog.model.rowCount() == 1
    assert "37.24" in dialog.offer.text()
    dialog.reject()
    assert desk.closed()


def test_another_day_and_another_rule(desk: Desk, invoice: int) -> None:
    dialog = shown(desk, invoice)
    dialog.to.setDate(dialog.to.date().addDays(-31))
    desk.qtbot.waitUntil(lambda: dialog.working is not None and dialog.working.days_late == 61)
    codes = [basis.code for basis in dialog.facts.bases]
    dialog.rule.setCurrentIndex(codes.index("cn_lpr"))
    dialog.rule.activated.emit(dialog.rule.currentIndex())
    desk.settle()
    assert dialog.working is not None
    assert dialog.working.basis.code == "cn_lpr"
    assert dialog.working.spans[0].rate == Decimal("3.90")
    dialog.reject()
    assert desk.closed()


def test_nothing_late_says_so(desk: Desk, invoice: int) -> None:
    dialog = shown(desk, invoice)
    dialog.to.setDate(dialog.to.date().addYears(-1))
    desk.qtbot.waitUntil(lambda: dialog.working is not None and not dialog.working.spans)
    assert dialog.table.empty.isVisible()
    dialog.reject()
    assert desk.closed()


def test_the_sheet_is_written_where_asked(
    desk: Desk, invoice: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    dialog = shown(desk, invoice)
    dialog.submit()
    desk.qtbot.waitUntil(path.exists)
    desk.settle()
    assert "4,600.00" in PdfReader(path).pages[0].extract_text()
    dialog.reject()
    assert desk.closed()


def test_only_an_invoice_offers_it(desk: Desk, invoice: int) -> None:
    def offered() -> bool:
        buttons = desk.page.findChildren(QPushButton)
        return any(each.isVisible() and each.text() == "Late interest" for each in buttons)

    desk.qtbot.waitUntil(offered)
    customer = desk.ask(lambda s: s.ledger.document(invoice).document.customer_id)
    desk.go(document_id=desk.document(customer, 100_00, "R-1", DocumentKind.RECEIPT))
    desk.qtbot.waitUntil(lambda: not offered())


def test_the_board_offers_it_on_an_open_invoice(desk: Desk, invoice: int) -> None:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("aging")
    desk.settle()
    page = cast("AgingPage", desk.window.workspace.page)
    model = page._model
    assert model is not None
    desk.qtbot.waitUntil(lambda: model.rowCount() > 0)
    names = [model.row_at(place).name("zh") for place in range(model.rowCount())]
    page._open_row(model.id_at(names.index("苏州恒岳机电有限公司")))
    desk.settle()
    items = page.detail.items
    desk.qtbot.waitUntil(lambda: page.detail._model.rowCount() > 0)
    items.view.setCurrentIndex(page.detail._model.index(0, 0))
    (action,) = page.detail._item_actions()
    assert action.text() == "Late interest"
    action.trigger()
    desk.settle()
    dialog = desk.window.findChild(InterestDialog)
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.working is not None)
    assert dialog.facts.document.id == invoice
    dialog.reject()
    desk.settle()


# the customer's file


def test_the_profile_keeps_what_decides_about_interest(desk: Desk, invoice: int) -> None:
    customer = desk.ask(lambda s: s.ledger.document(invoice).document.customer_id)
    page = desk.go(customer_id=customer, tab="profile")
    values = page.file.profile.values
    assert values is not None
    assert values.late is not None
    late = values.late
    assert late.late_rate.text() == "0.05"
    late.size_class.choose("large")
    desk.write(late.contract_on, "2024/3/1")
    desk.write(late.sme_disclosed_on, "soon")
    page.file.profile._set_dirty(dirty=True)
    page.file.profile.save()
    assert page.file.profile.fields is not None
    assert page.file.profile.fields["sme_disclosed_on"].has_error
    desk.write(late.sme_disclosed_on, "20240105")
    page.file.profile.save()
    desk.settle()
    stored = desk.ask(lambda s: s.customers.profile(customer).customer)
    assert (stored.size_class, stored.contract_on, stored.sme_disclosed_on) == (
        "large", date(2024, 3, 1), date(2024, 1, 5),
    )  # fmt: skip
    assert stored.late_rate == Decimal("0.05")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-31", date(2025, 12, 31)),
        ("２０２５/1/2", date(2025, 1, 2)),
        ("2025年3月4日", date(2025, 3, 4)),
        ("20250305", date(2025, 3, 5)),
        ("2025 年 12 月 31 日", date(2025, 12, 31)),
        ("31 Dec 2025", date(2025, 12, 31)),
        ("1st september 2025", date(2025, 9, 1)),
        ("Dec 31, 2025", date(2025, 12, 31)),
        ("31/12/2025", date(2025, 12, 31)),
        ("12/31/2025", date(2025, 12, 31)),
        ("31.12.2025", date(2025, 12, 31)),
        ("5.3.2025", date(2025, 3, 5)),
        ("5/3/2025", None),
        ("3/3/2025", date(2025, 3, 3)),
        ("31/12.2025", None),
        ("31 Nope 2025", None),
        ("2025-02-30", None),
        ("0001-01-01", None),
        ("x", None),
    ],
)
def test_a_day_typed(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("style", "shown", "typed"),
    [
        (DayStyle.DAY_FIRST, "31/12/2025", {"5/3/2025": date(2025, 3, 5), "12/31/2025": None}),
        (DayStyle.DOTTED, "31.12.2025", {"5/3/2025": date(2025, 3, 5), "5.3.2025": date(2025, 3, 5)}),
        (DayStyle.MONTH_FIRST, "12/31/2025", {"5/3/2025": date(2025, 5, 3), "31/12/2025": None}),
        (DayStyle.YEAR_FIRST, "2025/12/31", {"5/3/2025": None, "31/12/2025": date(2025, 12, 31)}),
    ],
)
def test_a_day_typed_as_the_user_writes_days(
    qtbot: QtBot, style: DayStyle, shown: str, typed: dict[str, date | None]
) -> None:
    before = in_force()
    use(Writing(days=style))
    try:
        field = DayText(date(2025, 12, 31))
        qtbot.addWidget(field)
        assert (field.text(), field.placeholderText(), field.day) == (shown, shown, date(2025, 12, 31))
        assert {text: parse_day(text) for text in typed} == typed
    finally:
        use(before)


@pytest.mark.parametrize(
    ("text", "rate"), [("0.05%", "0.05"), ("18", "18"), ("-1", None), ("0,05", None), ("NaN", None)]
)
def test_a_rate_typed(text: str, rate: str | None) -> None:
    assert typed_rate(text) == (Decimal(rate) if rate else None)
    assert parse_percent("−0.88") == Decimal("-0.88")
    assert parse_percent("1e9") is None


# settings


def settings(desk: Desk) -> SettingsPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("settings", tab="interest")
    desk.settle()
    page = cast("SettingsPage", desk.window.workspace.page)
    desk.qtbot.waitUntil(lambda: page.interest.model.rowCount() > 0)
    return page


def test_a_rate_is_entered_and_removed_again(desk: Desk) -> None:
    panel = settings(desk).interest.tables
    before = panel.model.rowCount()
    desk.write(panel.rate, "2.9o")
    panel.add()
    assert panel._fields[1].has_error
    desk.write(panel.rate, "2.90")
    desk.write(panel.source, "PBOC")
    desk.key(Qt.Key.Key_Return, widget=panel.source)
    desk.settle()
    assert panel.model.rowCount() == before + 1
    panel.table.view.setCurrentIndex(panel.model.index(0, 0))
    assert panel.remove_button.isEnabled()
    panel.remove()
    desk.settle()
    assert panel.model.rowCount() == before
    panel.table.view.setCurrentIndex(panel.model.index(0, 0))
    assert not panel.remove_button.isEnabled(), "a shipped rate stays"


def test_an_old_table_is_marked(desk: Desk) -> None:
    panel = settings(desk).interest.tables
    assert not panel.message.isVisibleTo(panel)
    panel.series.setCurrentIndex(list(panel.views).index("national_reference"))
    panel._show_table()
    assert panel.message.isVisibleTo(panel)
    assert panel.message.tone == "warn"
    desk.ask(lambda s: s.interest.add_rate(RateEntry("national_reference", date(2024, 1, 1), Decimal(4))))
    desk.settle()
    assert "days old" in panel.age.text()
    assert panel.message.isVisibleTo(panel)


def test_a_rule_is_changed_and_reset(desk: Desk) -> None:
    panel = settings(desk).interest
    place = [rule.code for rule in panel.rules].index("cn_lpr")
    panel.table.view.setCurrentIndex(panel.model.index(place, 0))
    panel.edit()
    dialog = panel.dialog
    assert isinstance(dialog, InterestRuleDialog)
    desk.write(dialog.numbers["factor"], "1.6")
    dialog.submit()
    desk.settle()
    assert dialog.fields["factor"].has_error
    desk.write(dialog.numbers["factor"], "1.5")
    dialog.submit()
    desk.settle()
    assert desk.ask(lambda s: s.interest.rule("cn_lpr")).factor == Decimal("1.5")
    panel.table.view.setCurrentIndex(panel.model.index(place, 0))
    assert panel.reset_button.isEnabled()
    panel.reset()
    desk.settle()
    assert desk.ask(lambda s: s.interest.rule("cn_lpr")).factor == Decimal("1.3")


def test_a_rule_of_ones_own_is_made_and_deleted(desk: Desk) -> None:
    panel = settings(desk).interest
    panel.table.view.setCurrentIndex(panel.model.index(0, 0))
    panel.new()
    dialog = panel.dialog
    assert isinstance(dialog, InterestRuleDialog)
    dialog.submit()
    assert dialog.fields["name"].has_error
    desk.write(dialog.name, "House rule")
    desk.write(dialog.numbers["rate"], "0.03")
    dialog.submit()
    desk.settle()
    assert panel.rules[-1].name == "House rule"
    panel.table.view.setCurrentIndex(panel.model.index(len(panel.rules) - 1, 0))
    assert panel.reset_button.text() == "Delete"
    panel.reset()
    desk.settle()
    assert all(rule.name != "House rule" for rule in panel.rules)


def test_whose_law_is_chosen(desk: Desk) -> None:
    panel = settings(desk).interest
    panel.governing.choose("buyer")
    panel.governing.activated.emit(panel.governing.currentIndex())
    desk.settle()
    assert desk.ask(lambda s: s.interest.governing()) == "buyer"


def test_the_company_keeps_its_size_and_signer(desk: Desk) -> None:
    page = settings(desk)
    company = page.company
    company.size_class.choose("small")
    company._edits["signer"].setText("陈晓岚")
    company.touched()
    company.save()
    desk.settle()
    stored = desk.ask(lambda s: s.company.get())
    assert (stored.size_class, stored.signer) == ("small", "陈晓岚")
