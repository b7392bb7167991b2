"""The provision in the window: the matrix and what is behind it, choices, specific debts, booking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.provision import RateSource, Standard
from app.domain.provision_policy import Ageing, ProvisionPolicy, Segmenting, TypedRate
from app.ui.pages.analysis.provision.panel import ProvisionPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

TYPED = replace(
    ProvisionPolicy(),
    method=RateSource.TYPED,
    typed=tuple(TypedRate(Ageing.BOARD, "", place, Decimal(rate), "判断")
                for place, rate in enumerate((1, 2, 10, 20, 50))),
)  # fmt: skip


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def panel_of(desk: Desk, **params: object) -> Any:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("analysis", tab="provision", **params)
    desk.settle()
    page: Any = desk.window.workspace.page
    panel = page.panel("provision")
    assert isinstance(panel, ProvisionPanel)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=10_000)
    desk.settle()
    return panel


def owing(desk: Desk) -> tuple[int, int]:
    """A customer with one debt not due and one 40 days overdue: ids of customer and the old invoice."""
    customer = desk.customer("重庆渝驰", code="C1")
    desk.document(customer, 1000_00, "A1", on=date(2025, 12, 1), due_date=TODAY + timedelta(10))
    old = desk.document(customer, 200_00, "A2", on=date(2025, 10, 1), due_date=TODAY - timedelta(40))
    desk.ask(lambda s: s.provisions.save_policy(TYPED))
    return customer, old


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.lines.rows]


def dialog_of(desk: Desk, panel: Any) -> Any:
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is not None, timeout=5_000)
    desk.settle()
    return panel.dialog


def gone(desk: Desk, panel: Any) -> None:
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is None, timeout=5_000)
    desk.settle()


def test_the_matrix_opens_to_the_debts_behind_it(desk: Desk) -> None:
    customer, _ = owing(desk)
    panel = panel_of(desk)
    assert panel.found is not None
    assert (panel.found.sheet.gross, panel.found.sheet.total) == (1200_00, 30_00)
    assert [row[-1] for row in cells(panel.matrix.table)] == ["10", "20"]
    panel.matrix.table.opened.emit(2)
    desk.settle()
    detail = panel._detail
    assert detail is not None
    assert [one.number for one in detail.items] == ["A2"]
    detail._open_customer()
    desk.settle()
    assert desk.page.file.customer_id == customer
    panel_of(desk)
    panel.matrix.figures.opened.emit(0)
    desk.settle()
    assert len(detail.items) == 2
    panel.matrix.figures.opened.emit(4)
    assert panel.view.current == "specific"


def test_choices_are_tried_and_kept(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    panel.edit_policy()
    dialog = dialog_of(desk, panel)
    dialog.rows[0][1].set_value(Decimal(60))
    dialog.submit()
    desk.settle()
    assert panel.dialog  # weights do not make up the whole
    assert dialog.fields["weight0"].control.property("state") == "error"
    dialog.rows[1][1].set_value(Decimal(40))
    dialog.segmenting.setCurrentIndex(list(Segmenting).index(Segmenting.CURRENCY))
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: panel.found.policy.segmenting is Segmenting.CURRENCY, timeout=5_000)
    assert panel.found is not None
    # 60 % at 1 and 40 % at 1.5 make 1.2.
    assert panel.found.sheet.total == 36_00
    assert [one.weight for one in panel.found.policy.scenarios][:2] == [60, 40]


def test_rates_are_typed_with_what_they_rest_on(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk, view="rates")
    panel.edit_rates()
    dialog = dialog_of(desk, panel)
    assert dialog.source.text() == "判断"
    dialog.rates[0].set_value(Decimal("1.23456"))
    dialog.submit()
    assert panel.dialog
    dialog.rates[0].set_value(Decimal(3))
    dialog.rates[1].set_value(None)
    desk.write(dialog.source, "协会调查")
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: panel.found.sheet.total == 50_00, timeout=5_000)
    assert panel.found is not None
    sources = [one.source for one in panel.found.sheet.rates]
    assert sources == [RateSource.TYPED, RateSource.EXAMPLE, *([RateSource.TYPED] * 3)]
    view = panel.views["rates"]
    assert "协会调查" in cells(view.rates)[0][-1]


def test_a_debt_is_provided_for_by_itself_and_taken_back(desk: Desk) -> None:
    customer, old = owing(desk)
    panel = panel_of(desk, view="specific")
    panel.add_specific(customer, old)
    dialog = dialog_of(desk, panel)
    assert dialog.document.value == old
    dialog.share.set_value(Decimal(150))
    dialog.submit()
    assert panel.dialog
    dialog.share.set_value(Decimal(80))
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: bool(panel.found.sheet.specifics), timeout=5_000)
    assert panel.found is not None
    assert panel.found.sheet.total == 10_00 + 160_00
    view = panel.views["specific"]
    assert cells(view.table)[0][1] == "A2"
    view._edit()
    dialog = dialog_of(desk, panel)
    assert dialog.share.value == 80
    dialog.reject()
    gone(desk, panel)
    view._remove()
    desk.qtbot.waitUntil(lambda: not panel.found.sheet.specifics, timeout=5_000)
    desk.ask(lambda s: s.history.undo())
    desk.qtbot.waitUntil(lambda: bool(panel.found.sheet.specifics), timeout=5_000)


def test_a_proposal_becomes_a_specific_provision(desk: Desk) -> None:
    customer, _ = owing(desk)
    desk.ask(lambda s: s.dunning.hand_over(customer, "lawyer", TODAY))
    panel = panel_of(desk, view="specific")
    assert panel.found is not None
    assert [one.rule for one in panel.found.proposals] == ["handed_lawyer"]
    view = panel.views["specific"]
    view._take()
    dialog = dialog_of(desk, panel)
    assert (dialog.reason.value, dialog.share.value) == ("handed_lawyer", 50)
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: not panel.found.proposals, timeout=5_000)


def test_booking_and_taking_back_with_a_reason(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    panel.book()
    dialog = dialog_of(desk, panel)
    desk.write(dialog.by, "陈静")
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: bool(panel.found.runs), timeout=5_000)
    assert not panel.book_button.isEnabled()
    assert panel.book_button.toolTip()
    panel.show_view("booked")
    view = panel.views["booked"]
    assert cells(view.moves)[0][1:] == ["–", "30", "–", "–", "–", "30"]
    view._unbook()
    dialog = dialog_of(desk, panel)
    dialog.submit()
    assert panel.dialog
    desk.write(dialog.reason, "错了")
    dialog.submit()
    gone(desk, panel)
    desk.qtbot.waitUntil(lambda: not panel.found.runs, timeout=5_000)
    assert panel.book_button.isEnabled()


def test_a_small_firm_sees_what_may_be_written_off(desk: Desk) -> None:
    customer, _ = owing(desk)
    old = date(2022, 1, 1)
    desk.document(customer, 90_00, "OLD", on=old, due_date=old)
    small = replace(TYPED, standard=Standard.SMALL_FIRMS)
    desk.ask(lambda s: s.provisions.save_policy(small))
    panel = panel_of(desk)
    assert cells(panel.matrix.table)[0][1] == "OLD"
    assert not panel.book_button.isEnabled()
    panel.matrix.table.opened.emit(1)
    desk.settle()
    assert desk.page.file.customer_id == customer


def test_papers_are_written(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owing(desk)
    panel = panel_of(desk)
    for kind in ("pdf", "xlsx"):
        path = tmp_path / f"p.{kind}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=path: (str(chosen), ""))
        monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
        panel.export(kind)
        desk.settle()
        assert path.stat().st_size > 1000


def test_an_empty_company_and_a_read_only_file(desk: Desk) -> None:
    panel = panel_of(desk)
    assert panel.matrix.table.empty.isVisible()
    for view in ("rates", "specific", "booked", "outlook"):
        panel.show_view(view)
        desk.settle()
    assert panel.views["outlook"].empty.isVisible()
    assert not panel.views["outlook"].table.isVisible()
    specific = panel.views["specific"].table
    assert specific.empty.height() >= specific.empty.sizeHint().height()
    object.__setattr__(panel.context.company, "read_only", True)
    try:
        panel.read()
        desk.settle()
        for each in (panel.policy_button, panel.book_button, panel.views["rates"].type_button):
            assert not each.isEnabled()
            assert each.toolTip()
        panel.edit_policy()
        panel.book()
        panel.add_specific()
        desk.settle()
        assert panel.dialog is None
    finally:
        object.__setattr__(panel.context.company, "read_only", False)


def test_what_cannot_be_is_named_where_it_is_typed(desk: Desk) -> None:
    customer, old = owing(desk)
    panel = panel_of(desk)
    panel.edit_policy()
    dialog = dialog_of(desk, panel)
    dialog.lgd.setText("abc")
    dialog.rows[3][2].setText("2")  # a multiplier of no scenario
    dialog.submit()
    assert "from 0 to 100" in dialog.fields["lgd"]._below.text()
    dialog.lgd.setText("４５")
    dialog.submit()
    desk.settle()
    assert dialog.fields["scenario0"].has_error
    dialog.reject()
    gone(desk, panel)
    panel.add_specific(customer, old)
    dialog = dialog_of(desk, panel)
    dialog.start.set_day(TODAY + timedelta(1))
    dialog.submit()
    assert dialog.fields["start"].has_error


def test_a_wrong_rate_is_not_lost_on_the_way_to_another_segment(desk: Desk) -> None:
    owing(desk)
    desk.ask(lambda s: s.provisions.save_policy(replace(TYPED, segmenting=Segmenting.CURRENCY)))
    panel = panel_of(desk)
    panel.edit_rates()
    dialog = dialog_of(desk, panel)
    dialog.rates[0].setText("abc")
    dialog.segment.setCurrentIndex(1)
    dialog._on_segment()
    assert (dialog.segment.value, dialog.rates[0].text()) == ("", "abc")
    assert dialog.fields["rate0"].has_error
    dialog.rates[0].setText("4")
    dialog.segment.setCurrentIndex(1)
    dialog._on_segment()
    assert dialog.segment.value == "CNY"


def test_customers_are_called_by_their_english_names(desk: Desk) -> None:
    customer = desk.customer("苏州恒岳", name_en="Hengyue Ltd")
    desk.document(customer, 200_00, "A2", on=date(2025, 10, 1), due_date=TODAY - timedelta(40))
    desk.ask(lambda s: s.dunning.hand_over(customer, "lawyer", TODAY))
    panel = panel_of(desk, view="specific")
    assert cells(panel.views["specific"].proposals)[0][0] == "Hengyue Ltd"
    panel.show_view("matrix")
    panel.open_cell(1)
    desk.settle()
    assert "All receivables" in panel._detail._title
    assert cells(panel._detail.table)[0][0] == "Hengyue Ltd"
    desk.window.language.set("zh")
    desk.qtbot.waitUntil(lambda: cells(panel._detail.table)[0][0] == "苏州恒岳", timeout=5_000)
    assert "全部" in panel._detail._title
