"""The window: start screen, opening and closing a company, moving about, undo, messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.domain.document import Rate
from app.domain.problem import EnvironmentFaultError
from app.services.company_files import RecentFile
from app.services.session import AppServices
from app.ui import faults
from app.ui.navigator import Navigator
from app.ui.pages import PAGES
from app.ui.pages.history import HistoryPage
from app.ui.pages.limits_text import parse_limits
from app.ui.pages.new_company import NewCompanyDialog, file_name
from app.ui.pages.settings import SettingsPage
from app.ui.pages.settings_rates import parse_rate
from app.ui.shell import dropping, regions
from app.ui.shell.about import AboutDialog
from app.ui.shell.finding import command_hits, find, spell
from app.ui.shell.main_window import MainWindow
from app.ui.shell.palette import CommandPalette, Hit
from app.ui.shell.recent_row import RecentRow
from app.ui.shell.shortcuts_sheet import ShortcutsSheet, keys_of
from tests.ui.conftest import settle


def test_start_keys_one_to_four_choose(qtbot: QtBot, window: MainWindow) -> None:
    for signal, key in (
        (window.start.sample, Qt.Key.Key_1),
        (window.start.new, Qt.Key.Key_2),
        (window.start.bring_in, Qt.Key.Key_3),
        (window.start.browse, Qt.Key.Key_4),
    ):
        signal.disconnect()
        with qtbot.waitSignal(signal):
            qtbot.keyClick(window.start, key)


def test_a_missing_recent_file_is_shown_and_can_be_forgotten(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    there, gone = tmp_path / "here.holdfast", tmp_path / "gone.holdfast"
    settle(qtbot, window.runner)
    window._on_recent([RecentFile(there, "Here", True, 8192), RecentFile(gone, "Gone", False)])
    rows = window.start.findChildren(RecentRow)
    assert [row.file.path for row in rows[-2:]] == [there, gone]
    assert "not found" in rows[-1].accessibleName()
    forgotten: list[Path] = []
    window.start.forgotten.connect(forgotten.append)
    rows[-1]._forget.click()
    assert forgotten == [gone]
    settle(qtbot, window.runner)


def test_opening_a_company_shows_its_pages_and_its_name(opened: MainWindow) -> None:
    assert opened.windowTitle() == "恒信五金.holdfast — Holdfast 稳账"
    assert opened.workspace is not None
    assert opened.workspace.nav._company.text() == "恒信五金有限公司"
    assert opened.page is not None


def test_closing_goes_back_to_the_start_screen(qtbot: QtBot, opened: MainWindow) -> None:
    opened.close_company()
    settle(qtbot, opened.runner)
    assert not opened.has_company()
    assert opened.start.isVisible()
    assert opened.windowTitle() == "Holdfast 稳账"


def test_a_file_another_holds_is_read_only_and_says_who(
    qtbot: QtBot, window: MainWindow, services: AppServices, tmp_path: Path
) -> None:
    path = tmp_path / "held.holdfast"
    other = services.files.create(path, Company("恒信", "CNY"))
    window.open_path(path)
    qtbot.waitUntil(window.has_company)
    settle(qtbot, window.runner)
    assert window.workspace is not None
    assert window.workspace.message.isVisible()
    assert "[read-only]" in window.windowTitle()
    assert not window.can_write()
    other.close()
    window.open_path(path)
    qtbot.waitUntil(window.can_write)
    settle(qtbot, window.runner)
    assert "[read-only]" not in window.windowTitle()


def test_a_missing_file_gets_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open_path(tmp_path / "nowhere.holdfast")
    qtbot.waitUntil(window.start.message.isVisible)
    assert "nowhere.holdfast" in window.start.message.accessibleName()
    settle(qtbot, window.runner)


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_every_page_opens_in_both_languages_and_schemes(
    qtbot: QtBot, opened: MainWindow, spec: object
) -> None:
    opened.go_to(spec.key)  # type: ignore[attr-defined]
    settle(qtbot, opened.runner)
    opened.choose_scheme("dark")
    opened.choose_language("zh")
    opened.resize(1100, 700)
    settle(qtbot, opened.runner)
    assert not opened.grab().isNull()
    opened.choose_language("en")


def test_the_navigation_shrinks_to_a_rail(opened: MainWindow) -> None:
    assert opened.workspace is not None
    opened.resize(1440, 900)
    assert opened.workspace.nav.width() == 184
    opened.resize(1100, 700)
    assert opened.workspace.nav.width() == 56


def test_f6_walks_through_the_areas(opened: MainWindow) -> None:
    opened.activateWindow()
    opened.go_to("settings")
    assert opened.workspace is not None
    areas = opened.workspace.regions()
    first = regions.step(areas)
    second = regions.step(areas)
    assert first is not None
    assert second is not None
    assert first is not second


def test_undo_and_redo_of_an_edit_with_words(qtbot: QtBot, opened: MainWindow) -> None:
    session = opened.doors.session
    assert session is not None
    company = opened.runner
    company.database(lambda _c: session.company.update(replace(session.company.get(), name="新名字")))
    settle(qtbot, opened.runner)
    assert opened.workspace is not None
    qtbot.waitUntil(lambda: opened.workspace is not None and opened.workspace.nav._company.text() == "新名字")
    opened.undo()
    settle(qtbot, opened.runner)
    qtbot.waitUntil(
        lambda: opened.workspace is not None and opened.workspace.nav._company.text() == "恒信五金有限公司"
    )
    assert opened.toast.text.startswith("Undo")
    opened.redo()
    settle(qtbot, opened.runner)
    qtbot.waitUntil(lambda: opened.workspace is not None and opened.workspace.nav._company.text() == "新名字")


def test_nothing_to_undo_says_so(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.workspace is not None
    opened.undo()
    opened.undo()
    qtbot.waitUntil(lambda: "nothing to undo" in opened.toast.text)
    assert opened.workspace.message.isHidden()
    settle(qtbot, opened.runner)


def test_history_shows_rows_before_and_after(qtbot: QtBot, opened: MainWindow) -> None:
    session = opened.doors.session
    assert session is not None
    rate = Rate("USD", date(2025, 12, 1), Decimal("7.1"), "bank")
    opened.runner.database(lambda _c: session.company.set_rate(rate))
    opened.go_to("history")
    settle(qtbot, opened.runner)
    page = opened.page
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: page.model.rowCount() >= 2)
    page._open(page.model.ids()[0])
    settle(qtbot, opened.runner)
    assert page.drawer is not None
    assert page.drawer.is_open
    assert page.undo_button.isEnabled()
    page.undo_button.click()
    settle(qtbot, opened.runner)
    qtbot.waitUntil(lambda: not page.undo_button.isEnabled())


def test_settings_save_and_ask_before_losing_edits(qtbot: QtBot, opened: MainWindow) -> None:
    opened.go_to("settings")
    settle(qtbot, opened.runner)
    page = opened.page
    assert isinstance(page, SettingsPage)
    page.rules.limits.setText("15、45")
    page.rules.touched()
    page.rules.save()
    settle(qtbot, opened.runner)
    session = opened.doors.session
    assert session is not None
    assert page.rules.company is not None
    qtbot.waitUntil(lambda: page.rules.company is not None and page.rules.company.bucket_limits == (15, 45))
    page.company._edits["name"].setText("")
    page.company.touched()
    page.company.save()
    settle(qtbot, opened.runner)
    assert page.company.fields["name"].has_error
    page.company.discard()
    assert page.may_leave()


def test_a_rate_is_set_and_removed(qtbot: QtBot, opened: MainWindow) -> None:
    opened.go_to("settings")
    settle(qtbot, opened.runner)
    page = opened.page
    assert isinstance(page, SettingsPage)
    page.rates.rate.setText("x")
    page.rates.set_rate()
    page.rates.rate.setText("７.１３２５")
    page.rates.set_rate()
    qtbot.waitUntil(lambda: page.rates.model.rowCount() == 1)
    assert page.rates.model.row_at(0).rate == Decimal("7.1325")
    page.rates.model.set_checked(page.rates.model.ids())
    page.rates.remove()
    qtbot.waitUntil(lambda: page.rates.model.rowCount() == 0)
    settle(qtbot, opened.runner)


@pytest.mark.parametrize(
    ("text", "rate"), [("7.13", Decimal("7.13")), ("0", None), ("7,13", None), ("-1", None), ("NaN", None)]
)
def test_rates(text: str, rate: Decimal | None) -> None:
    assert parse_rate(text) == rate


def test_limits_as_people_write_them() -> None:
    assert parse_limits("９０、30 60") == (30, 60, 90)


def _shows_one(palette: CommandPalette) -> bool:
    return palette.list.model().rowCount() == 1


def test_the_palette_finds_commands_and_the_ledger(qtbot: QtBot, opened: MainWindow) -> None:
    done: list[str] = []
    hits = [
        Hit("x", "Open settings", "", lambda: done.append("settings")),
        Hit("x", "信用体检: 全部指标", "", lambda: done.append("figures")),
    ]
    for typed in ("sett", "qbzb"):
        palette = CommandPalette(opened.theme, hits, opened)
        palette.finder = partial(find, opened, palette)
        palette.speller = partial(spell, opened, palette)
        palette.open()
        qtbot.keyClicks(palette.search, typed)
        qtbot.waitUntil(partial(_shows_one, palette))
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert done == ["settings", "figures"]
    settle(qtbot, opened.runner)
    assert any("Ctrl+" in hit.detail for hit in command_hits(opened))


def test_dialogs_open(qtbot: QtBot, opened: MainWindow) -> None:
    sheet = ShortcutsSheet(opened.theme, opened.commands, opened)
    about = AboutDialog(opened.theme, "1.0", opened)
    fault = faults.FaultDialog(opened.theme, ZeroDivisionError("x"), "1.0", opened)
    for dialog in (sheet, about, fault):
        qtbot.addWidget(dialog)
        dialog.show()
    assert about.choice.count() >= 2
    assert about.text.toPlainText()
    fault._toggle()
    assert "ZeroDivisionError" in fault._details.toPlainText()


def test_the_sheet_of_keys_tells_those_of_the_page_too(qtbot: QtBot, opened: MainWindow) -> None:
    opened.go_to("customers")
    settle(qtbot, opened.runner)
    told = keys_of(opened.page_actions())
    assert any(keys.endswith("N") for _, keys in told)
    opened.show_shortcuts()
    (sheet,) = opened.findChildren(ShortcutsSheet)
    said = {one.text() for one in sheet.findChildren(QLabel)}
    assert {text for line in told for text in line} <= said
    assert not any("…" in text or "&" in text for text, _ in told)
    sheet.close()


def test_a_new_company_is_asked_for_its_parts(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = NewCompanyDialog(window.theme, window.formats, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._create()
    assert dialog.result() == 0
    qtbot.keyClicks(dialog.name, "Acme: Tools?")
    assert dialog.path.name == "Acme Tools.holdfast"
    dialog.place.setText(str(tmp_path / "acme"))
    dialog.terms.setText("gibberish terms")
    dialog._create()
    assert dialog.result() == 0
    dialog.terms.setText("net 30")
    dialog._create()
    assert dialog.result() == 1
    assert dialog.path == tmp_path / "acme.holdfast"
    assert dialog.company.name == "Acme: Tools?"


def test_file_names_are_fit_for_every_system() -> None:
    assert file_name('a/b:c*"?<>|.') == "a b c"


def test_only_known_files_can_be_dropped(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.xlsx"))])
    assert dropping.path_of(data) == tmp_path / "x.xlsx"
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.exe"))])
    assert dropping.path_of(data) is None


def test_the_navigator_goes_back_and_forth(qtbot: QtBot) -> None:
    navigator = Navigator()
    keys: list[str] = []
    navigator.moved.connect(lambda place: keys.append(place.key))
    navigator.go("aging")
    navigator.go("customers", customer_id=7)
    navigator.back()
    navigator.forward()
    navigator.back()
    navigator.go("settings")
    assert keys == ["aging", "customers", "aging", "customers", "aging", "settings"]
    assert not navigator.can_go_forward
    del qtbot


def test_faults_of_the_user_are_sentences_and_ours_are_reports() -> None:
    assert not faults.is_ours(EnvironmentFaultError("file.missing", name="x"))
    assert "x" in faults.sentence(EnvironmentFaultError("file.missing", name="x"), "zh")
    assert faults.is_ours(ZeroDivisionError())
    assert faults.sentence(EnvironmentFaultError("no.such.code", name="x"), "en").startswith("no.such.code")


def test_icon_buttons_have_names(opened: MainWindow) -> None:
    from PySide6.QtWidgets import QToolButton

    for made in opened.findChildren(QToolButton):
        if made.property("kind") == "icon":
            assert made.accessibleName(), made
    for push in opened.findChildren(QPushButton):
        assert push.text() or push.accessibleName() or not push.isVisible(), push


def test_a_long_sentence_is_cut_in_the_middle_and_keeps_its_button(opened: MainWindow) -> None:
    text = "Letter to " + "很长的名字" * 60 + " marked as sent"
    opened.toast.say(text, lambda: None)
    assert opened.toast.text == text
    assert "…" in opened.toast._text.text()
    assert opened.toast._text.text().endswith("marked as sent")
    assert opened.toast.width() <= opened.width() - 48
