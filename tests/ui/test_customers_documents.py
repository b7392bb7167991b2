"""A customer's documents: lists, drawer, timeline, history, statement."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.document import DocumentKind, Instalment
from app.ui.dialogs.write_off import WriteOffDialog
from app.ui.pages.customers.documents_panel import DocumentsPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.document(made, 10_000, "INV-1", on=date(2025, 9, 1))
    desk.document(made, 20_000, "INV-2", on=date(2025, 12, 20))
    desk.document(made, 4_000, "RC-1", DocumentKind.RECEIPT, date(2025, 12, 1), reference="INV-1")
    desk.go(customer_id=made)
    return made


def choose(desk: Desk, panel: DocumentsPanel, scope: str) -> None:
    panel.scope.set_current(scope)
    panel.scope.chosen.emit(scope)
    desk.settle()


def numbers(desk: Desk, panel: DocumentsPanel) -> list[str]:
    rows = range(panel.model.rowCount())
    for place in rows:
        panel.model.row_at(place)
    desk.settle()
    return [row.number for place in rows if (row := panel.model.row_at(place)) is not None]


def footer(desk: Desk) -> dict[str, QPushButton]:
    drawer = desk.page.drawer
    assert drawer is not None

    def shown() -> dict[str, QPushButton]:
        return {each.text(): each for each in drawer.findChildren(QPushButton) if each.isVisible()}

    desk.qtbot.waitUntil(lambda: bool(shown()))
    return shown()


def test_lists_narrow_by_kind_openness_and_text(desk: Desk, customer: int) -> None:
    debits, credits_ = desk.page.file.debits, desk.page.file.credits
    desk.go(customer_id=customer, tab="invoices")
    assert numbers(desk, debits) == ["INV-2", "INV-1"]
    choose(desk, debits, "refund")
    assert numbers(desk, debits) == []
    debits.clear_filters()
    desk.settle()
    desk.write(debits.search, "INV-1")
    desk.key(Qt.Key.Key_Return, widget=debits.search)
    desk.settle()
    assert numbers(desk, debits) == ["INV-1"]
    desk.go(customer_id=customer, tab="credits")
    choose(desk, credits_, "open")
    assert numbers(desk, credits_) == ["RC-1"]


def test_checked_credits_are_allocated_by_a_rule(desk: Desk, customer: int) -> None:
    desk.go(customer_id=customer, tab="credits")
    panel = desk.page.file.credits
    panel.model.set_checked(panel.model.ids())
    desk.settle()
    assert panel.bar_allocate.isVisible()
    assert panel.bar_allocate.isEnabled()
    desk.page.entries.auto_allocate(list(panel.model.ids()), "reference")
    desk.settle()
    assert {row.number: row.open for row in desk.rows(customer)} == {
        "INV-1": 6_000,
        "INV-2": 20_000,
        "RC-1": 0,
    }
    assert not panel.bar_allocate.isEnabled(), "nothing is left to allocate"


def test_documents_go_to_the_bin_and_come_back(desk: Desk, customer: int) -> None:
    desk.go(customer_id=customer, tab="invoices")
    panel = desk.page.file.debits
    gone = panel.model.ids()[0]
    desk.go(document_id=gone)
    footer(desk)["Delete"].click()
    desk.settle()
    assert not desk.page.document.is_open, "the drawer of a deleted document closes"
    assert numbers(desk, panel) == ["INV-1"]
    choose(desk, panel, "bin")
    assert list(panel.model.ids()) == [gone]
    panel.opened.emit(0)
    panel.model.set_checked([gone])
    desk.settle()
    panel.bar_restore.click()
    desk.settle()
    panel.clear_filters()
    desk.settle()
    assert numbers(desk, panel) == ["INV-2", "INV-1"]


def test_the_drawer_shows_plan_allocations_and_offers_what_is_possible(desk: Desk, customer: int) -> None:
    invoice = next(row.id for row in desk.rows(customer) if row.number == "INV-1")
    credit = next(row.id for row in desk.rows(customer) if row.number == "RC-1")
    parts = [Instalment(invoice, 1, date(2025, 10, 1), 5_000), Instalment(invoice, 2, TODAY, 5_000)]
    desk.ask(lambda s: s.ledger.set_plan(invoice, parts))
    desk.ask(lambda s: s.ledger.allocate(credit, invoice, 4_000))
    desk.go(document_id=invoice)
    detail = desk.page.document.detail
    assert detail is not None
    assert [part.open for part in detail.instalments] == [1_000, 5_000]
    assert "RC-1" in footer(desk), "the receipt that paid it is a link"
    footer(desk)["RC-1"].click()
    desk.settle()
    assert desk.page.document.detail is not None
    assert desk.page.document.detail.document.number == "RC-1"
    assert not footer(desk)["Allocate"].isEnabled(), "nothing is left of it"
    desk.go(document_id=invoice)
    footer(desk)["Write off"].click()
    desk.dialog(WriteOffDialog).reject()
    assert desk.closed()


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the screenless platform
def test_a_credit_on_account_is_offered_to_an_invoice(desk: Desk, customer: int) -> None:
    wanted = next(row.id for row in desk.rows(customer) if row.number == "INV-1")
    invoice = desk.ask(lambda s: s.ledger.document(wanted))
    desk.page.entries.apply_credit(invoice.document, QPoint(10, 10))
    desk.settle()
    menu = next(each for each in desk.page.findChildren(QMenu) if each.isVisible())
    assert menu.actions()[0].text().startswith("RC-1")
    menu.close()


def test_a_bucket_of_the_strip_narrows_the_open_items(desk: Desk, customer: int) -> None:
    overview = desk.page.file.overview
    assert customer
    assert len(overview.model.rows) == 3, "two invoices and the receipt on account"
    overview.strip._choose(3)
    assert [item.number for item in overview.model.rows] == []
    overview.strip._choose(4)
    assert [item.number for item in overview.model.rows] == ["INV-1"]
    overview.items.clear_filter.emit()
    assert len(overview.model.rows) == 3


def test_enter_on_the_timeline_opens_the_document(desk: Desk, customer: int) -> None:
    timeline = desk.page.file.overview.timeline
    assert customer
    timeline.setCurrentIndex(timeline.model().index(0, 0))
    desk.key(Qt.Key.Key_Return, widget=timeline)
    desk.settle()
    assert desk.page.document.detail is not None
    assert desk.page.document.detail.document.number == timeline.events[0].number


def test_the_history_of_the_customer_holds_its_documents_too(desk: Desk, customer: int) -> None:
    other = desk.customer("Meridian Fastening Inc.")
    desk.document(other, 500, "X-1")
    desk.go(customer_id=customer, tab="history")
    entries = desk.page.file.history.model.rows
    assert [entry.verb for entry in entries] == ["document.entered"] * 3 + ["customer.created"]
    desk.window.undo()
    desk.settle()
    assert len(desk.page.file.history.model.rows) == 4, "another customer's actions are not in it"


def test_a_statement_is_written(
    desk: Desk, customer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "statement.pdf"
    assert customer
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    desk.page.statement_button.click()
    desk.settle()
    assert target.read_bytes().startswith(b"%PDF")
