"""The import wizard: a messy file through all four steps, its fixes, refusals, snapshot and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import resources
from app.domain.import_plan import Action
from app.domain.importing import ImportKind
from app.ui.pages.importing.outcome import note_of
from app.ui.pages.importing.page import ImportPage
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import settle

Settled = Callable[[], None]


@pytest.fixture(name="settle")
def settled(qtbot: QtBot, window: MainWindow) -> Settled:
    """Wait until nothing is under way."""

    def wait() -> None:
        settle(qtbot, window.runner)

    return wait


MESSY = """甬联紧固件（宁波）有限公司,,,,,,,
应收账款明细表,,,,,,,
单据编号,客户名称,开票日,应收到期,价税合计,已收,币别,备注2
T-1001,新客户甲有限公司,2025/9/21,2025/11/20,"168,000.00",0,人民币,
T-1002,新客户甲有限公司,2025/10/9,2025/12/8,"142,600.00",0,人民币,镀层待检
T-1002,新客户甲有限公司,2025/10/9,2025/12/8,"142,600.00",0,人民币,
T-1003,新客户乙有限公司,2025/9/25,2025/11/31,"126,500.00",0,人民币,
T-1004,,2025/12/23,2026/1/22,"8,900.00",0,人民币,
合计,,,,"588,600.00",0,,
"""


@pytest.fixture
def wizard(window: MainWindow, qtbot: QtBot, settle: Settled) -> Iterator[ImportPage]:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    window.navigator.go("importing")
    settle()
    page = window.page
    assert isinstance(page, ImportPage)
    yield page
    page.start_over()  # else closing would ask about corrections not yet imported


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "应收明细.csv"
    path.write_bytes(MESSY.encode("gb18030"))
    return path


def test_a_messy_file_is_mended_imported_and_taken_back(
    wizard: ImportPage, messy: Path, settle: Settled
) -> None:
    wizard.take_file(messy)
    settle()
    assert wizard.stack.currentIndex() == 1
    assert wizard.flow.table is not None
    assert (wizard.flow.table.encoding, wizard.flow.table.header_row) == ("gb18030", 3)
    assert wizard.columns.model.rowCount() == 6  # five items, and the total that does not agree
    fixes = {problem.code: problem for problem in wizard.flow.problems()}
    wizard.columns.apply_fix(fixes["import.no_such_day"])
    settle()
    wizard.columns.apply_fix(fixes["import.duplicate_number"])
    settle()
    index = wizard.columns.model.place_of(8, 2)
    assert wizard.columns.model.setData(index, "新客户乙有限公司")
    settle()
    assert wizard.flow.error_rows() == []
    assert not wizard.skip.isVisibleTo(wizard)
    wizard.next.click()
    settle()
    assert wizard.stack.currentIndex() == 2
    assert wizard.flow.plan is not None
    assert wizard.flow.plan.counts()[Action.NEW] == 4
    wizard.next.click()
    settle()
    assert wizard.stack.currentIndex() == 3
    assert wizard.flow.result is not None
    assert (wizard.flow.result.added, wizard.flow.result.customers_added) == (4, 2)
    ledger = wizard.context.company.search
    assert [hit.title for hit in ledger.search("T-1003") if hit.kind == "document"] == ["T-1003"]
    wizard.finish.take_back.click()
    settle()
    assert wizard.stack.currentIndex() == 0
    assert ledger.search("T-1003") == []


def test_typed_corrections_are_undone_with_the_keyboard(
    wizard: ImportPage, messy: Path, settle: Settled
) -> None:
    wizard.take_file(messy)
    settle()
    before = len(wizard.flow.error_rows())
    wizard.skip.click()
    settle()
    assert wizard.flow.error_rows() == []
    assert wizard.flow.undo()
    settle()
    assert len(wizard.flow.error_rows()) == before
    assert wizard.flow.redo()
    settle()
    assert wizard.flow.error_rows() == []


def test_a_column_is_assigned_by_hand_and_the_preview_narrows(
    wizard: ImportPage, messy: Path, settle: Settled
) -> None:
    wizard.take_file(messy)
    settle()
    wizard.columns.mapping._assign(7, None)
    settle()
    assert 7 not in wizard.flow.columns.columns.values()  # type: ignore[union-attr]
    wizard.columns.only.setChecked(True)
    assert 0 < wizard.columns.model.rowCount() < 5


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("空.csv", b"", "empty"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "picture"),
        ("cut.xlsx", b"PK\x03\x04" + b"0" * 50, ""),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_changes_nothing(
    wizard: ImportPage, tmp_path: Path, settle: Settled, name: str, content: bytes, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    wizard.take_file(path)
    settle()
    assert wizard.stack.currentIndex() == 0
    assert wizard.message.isVisibleTo(wizard)
    assert word in wizard.message.accessibleName()


def test_a_paste_and_a_snapshot_show_what_will_be_settled(
    wizard: ImportPage, settle: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = wizard.context.company.clock.today()
    wizard.choose.snapshot.setChecked(True)
    assert wizard.flow.draft.snapshot_of == today
    QGuiApplication.clipboard().setText(
        f"客户名称\t发票号码\t开票日期\t未收余额\n某客户有限公司\tP-1\t{today}\t100.00\n"
    )
    wizard.choose.paste_text()
    settle()
    wizard.choose._on_snapshot()
    wizard.next.click()
    settle()
    plan = wizard.flow.plan
    assert plan is not None
    assert plan.closings
    wizard.check.view.set_current("closing")
    wizard.check._narrow()
    assert wizard.check.table.model().rowCount() == len(plan.closings)
    monkeypatch.setattr(QMessageBox, "exec", lambda _self: 0)
    wizard.start_over()
    assert wizard.may_leave()


def test_refused_rows_are_saved_with_their_reasons(
    wizard: ImportPage, messy: Path, settle: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import openpyxl

    target = tmp_path / "refused.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    wizard.take_file(messy)
    settle()
    wizard.next.click()
    settle()
    wizard.save_rejects()
    settle()
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) >= 3
    assert any("2025/11/31" in str(cell) for row in rows for cell in row)


def test_kinds_and_languages_switch_live(wizard: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    for kind in ImportKind:
        wizard.choose._on_kind(kind.value)
    window.choose_language("zh")
    qtbot.waitUntil(lambda: wizard.choose.pick.text() == "选择文件…")
    window.choose_language("en")
    qtbot.waitUntil(lambda: wizard.choose.pick.text() == "Choose a file…")


def test_rows_that_stay_out_are_named_before_and_after(
    wizard: ImportPage, messy: Path, settle: Settled
) -> None:
    wizard.take_file(messy)
    settle()
    wizard.next.click()
    settle()
    assert "3" in wizard.next.text()
    wizard.next.click()
    settle()
    assert wizard.flow.result is not None
    assert wizard.flow.left_out() == 3
    assert wizard.finish.rejects.isVisibleTo(wizard)


def test_days_are_read_as_the_user_says(wizard: ImportPage, settle: Settled, tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(
        "Customer,Invoice number,Invoice date,Amount\nAcme,X1,03/04/2025,10.00\nAcme,X2,05/06/2025,20.00\n",
        "utf-8",
    )
    wizard.take_file(path)
    settle()
    assert wizard.flow.columns is not None
    assert wizard.flow.columns.ambiguous
    order = wizard.columns.bar.order
    order.setCurrentIndex(1)
    wizard.columns.bar._on_order(1)
    settle()
    assert wizard.flow.staged is not None
    assert [each.doc_date for each in wizard.flow.staged.documents] == [date(2025, 4, 3), date(2025, 6, 5)]


def test_a_customer_listed_twice_is_told_once(
    wizard: ImportPage, window: MainWindow, settle: Settled, tmp_path: Path
) -> None:
    path = tmp_path / "客户资料.csv"
    rows = "C901,丙机电有限公司,91320505MA1WK8Q2XL\nC903, 丙机电 有限公司 ,91320505MA1WK8Q2XL\n"
    path.write_bytes(f"客户编码,客户名称,税号\n{rows}".encode("gb18030"))
    wizard.choose._on_kind(ImportKind.CUSTOMERS.value)
    wizard.take_file(path)
    settle()
    wizard.next.click()
    settle()
    assert wizard.flow.plan is not None
    assert window.workspace is not None
    formats = window.workspace.context.formats
    new, again = (note_of(row, formats) for row in wizard.flow.plan.rows)
    assert new == ""
    assert again.count("2") == 1


def test_kinds_of_files_stand_in_brackets_that_qt_reads() -> None:
    written = (resources.path("i18n") / "zh_CN.ts").read_text("utf-8")
    kinds = [line for line in written.splitlines() if "{patterns}" in line or "*." in line]
    assert kinds
    assert not [line for line in kinds if "（" in line]
