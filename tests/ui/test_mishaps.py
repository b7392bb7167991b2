"""What a newcomer runs into: odd names, places and numbers, leaving in the middle, taking things back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.services.session import AppServices
from app.ui.dialogs.controls import DayEdit
from app.ui.i18n import Language
from app.ui.navigator import Navigator, Place
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.history import HistoryPage
from app.ui.pages.importing.page import ImportPage
from app.ui.pages.new_company import NewCompanyDialog
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today.page import TodayPage
from app.ui.shell.main_window import MainWindow
from app.ui.widgets.labels import literal, plain
from app.ui.writing import Writing
from tests.ui.conftest import settle
from tests.ui.desk import Desk

ODD = '<img src=x> & "=1+1"'
INVOICE = (
    "Invoice No,Customer,Invoice Date,Due Date,Amount\nA-1,Acme Tools Ltd,2025-10-01,2025-11-01,100.00\n"
)


def spoken(code: str) -> Language:
    """A language that no window follows."""
    kind = QLocale.Language.Chinese if code == "zh" else QLocale.Language.English
    pattern = Writing().pattern(code)
    return cast("Language", SimpleNamespace(code=code, locale=QLocale(kind), day_pattern=pattern))


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "open.csv"
    path.write_text(INVOICE, encoding="utf-8")
    return path


@pytest.mark.parametrize("place", ["长" * 120, "~nobody-by-this-name/x"])
def test_a_place_no_file_can_have_is_said_at_the_field(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, place: str
) -> None:
    dialog = NewCompanyDialog(window.theme, window.formats, window)
    qtbot.addWidget(dialog)
    dialog.name.setText("Acme")
    dialog.place.setText(place if place.startswith("~") else str(tmp_path / place))
    dialog._create()
    assert dialog.result() == 0
    assert dialog.place.accessibleDescription().startswith("No file can have this name")


def test_a_file_waiting_for_a_company_that_was_not_made_waits_no_longer(
    qtbot: QtBot, window: MainWindow, invoice: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def answer(dialog: NewCompanyDialog) -> int:
        dialog.name.setText("Acme")
        dialog.place.setText(str(tmp_path / "gone" / "acme"))
        return 1

    monkeypatch.setattr(NewCompanyDialog, "exec", answer)
    window.import_file(invoice)
    settle(qtbot, window.runner)
    assert window.start.message.isVisible()
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    assert isinstance(window.page, TodayPage)


def test_typed_changes_stop_another_company_from_taking_their_place(
    desk: Desk, services: AppServices, tmp_path: Path
) -> None:
    other = tmp_path / "other.holdfast"
    services.files.create(other, Company("Other", "EUR")).close()
    page = desk.go(customer_id=desk.customer("Acme Tools"), tab="profile")
    desk.write(page.file.profile.findChildren(QLineEdit)[0], "Typed")
    assert page.file.profile.dirty
    for leave in (desk.window.open_sample, desk.window.browse, lambda: desk.window.open_path(other)):
        leave()
        desk.settle()
        assert desk.page is page
        assert page.file.profile.dirty
    page.file.profile.discard()
    desk.window.open_path(other)
    desk.settle()
    assert desk.window.windowTitle().startswith("other.holdfast")


def test_a_copy_gets_its_ending_and_a_bad_place_is_named_as_typed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for chosen in (tmp_path / "copy of 31 Dec", tmp_path / "no folder" / "copy"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: (str(chosen), ""))
        desk.window.save_copy()
        desk.settle()
    assert (tmp_path / "copy of 31 Dec.holdfast").exists()
    assert desk.window.workspace is not None
    said = desk.window.workspace.message.accessibleName()
    assert "“copy.holdfast”" in said
    assert "making" not in said


def test_coming_back_to_the_import_finds_it_as_it_was_left(desk: Desk, invoice: Path) -> None:
    window = desk.window
    window.import_file(invoice)
    desk.settle()
    page = window.page
    assert isinstance(page, ImportPage)
    page.flow.type_over(2, 2, "Acme & Sons")
    desk.settle()
    window.go_to("aging")
    window.go_back()
    desk.settle()
    assert window.page is page
    assert page.flow.unsaved
    page.start_over()


def test_what_is_brought_is_handed_over_once() -> None:
    navigator, shown = Navigator(), list[Place]()
    navigator.moved.connect(shown.append)
    navigator.bring("importing", path="a.csv")
    navigator.go("aging")
    navigator.back()
    assert [place.params for place in shown] == [{"path": "a.csv"}, {}, {}]


def test_undoing_an_import_leaves_later_work_alone(desk: Desk, invoice: Path) -> None:
    desk.window.import_file(invoice)
    desk.settle()
    page = desk.window.page
    assert isinstance(page, ImportPage)
    for _ in range(2):
        page._next()
        desk.settle()
    assert page.flow.result is not None
    later = desk.customer("Came later")
    page.finish.take_back.click()
    desk.settle()
    assert [row.name for row in desk.ask(lambda s: s.customers.rows([later]))] == ["Came later"]
    entries = desk.ask(lambda s: s.history.entries(10))
    assert all(entry.undone_by for entry in entries if entry.verb == "import.invoices")


def test_a_closed_drawer_of_the_history_stays_closed(desk: Desk) -> None:
    desk.customer("Acme Tools")
    desk.window.go_to("history")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, HistoryPage)
    page._open(page.model.ids()[0])
    desk.settle()
    assert page.drawer is not None
    page.drawer.close_drawer()
    desk.customer("Another")
    page.retranslate()
    desk.settle()
    assert not page.drawer.is_open


def test_what_stops_an_undo_is_told_by_the_clock_and_goes_with_the_next_success(desk: Desk) -> None:
    window = desk.window
    first = desk.ask(lambda s: s.history.entries(1))[0].id
    desk.document(desk.customer("Acme Tools"), 1000, "A-1")
    made = next(e.id for e in desk.ask(lambda s: s.history.entries(9)) if e.verb == "customer.created")
    assert made > first
    session = desk.session
    window.runner.database(lambda _control: session.history.undo(made))
    desk.settle()
    assert window.workspace is not None
    strip = window.workspace.message
    assert strip.isVisible()
    assert "2025-12-31" in strip.accessibleName()
    assert "12:00:00Z" not in strip.accessibleName()
    window.undo()
    desk.settle()
    assert strip.isHidden()


def board(desk: Desk) -> AgingPage:
    """The aging board in the window."""
    desk.window.go_to("aging")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, AgingPage)
    return page


@pytest.mark.parametrize("text", ["abc", "0", "-5", "1,2,3,4,5,6", "", "99999999999999999999"])
def test_buckets_that_make_no_sense_are_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    page, asked = board(desk), list[str]()

    def answer(_host: object, _title: str, prompt: str, **_rest: object) -> tuple[str, bool]:
        asked.append(prompt)
        return text, len(asked) == 1

    monkeypatch.setattr(QInputDialog, "getText", answer)
    before = page._views.view
    page._views._ask_buckets()
    assert "9999" in asked[1]
    assert page._views.view == before


def test_a_file_open_elsewhere_takes_no_typing_and_says_so_in_either_language(
    qtbot: QtBot, window: MainWindow, services: AppServices, tmp_path: Path
) -> None:
    path = tmp_path / "held.holdfast"
    held = services.files.create(path, Company("恒信", "CNY"))
    window.open_path(path)
    settle(qtbot, window.runner)
    window.go_to("settings")
    settle(qtbot, window.runner)
    page = window.page
    assert isinstance(page, SettingsPage)
    fields = (*page.company.fields.values(), *page.rules.fields.values(), *page.rates._fields)
    assert not any(field.control.isEnabled() for field in fields)
    assert window.workspace is not None
    strip = window.workspace.message
    assert "You can read it" in strip.accessibleName()
    window.choose_language("zh")
    qtbot.waitUntil(lambda: "You can read it" not in strip.accessibleName())
    assert strip.isVisible()
    held.close()


def test_esc_in_the_table_closes_the_drawer_it_opened(desk: Desk) -> None:
    desk.document(desk.customer("Acme Tools"), 1000, "A-1")
    page = board(desk)
    page.table.view.setFocus()
    page.table.view.selectRow(0)
    desk.key(Qt.Key.Key_Return, widget=page.table.view)
    desk.settle()
    assert page.drawer is not None
    assert page.drawer.is_open
    desk.key(Qt.Key.Key_Escape, widget=page.table.view)
    assert not page.drawer.is_open


def test_tab_goes_through_the_filters_in_the_order_they_stand(desk: Desk) -> None:
    page = board(desk)
    stops, here = list[QWidget](), page.as_of.nextInFocusChain()
    while here is not None and here is not page.as_of:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and page.isAncestorOf(here):
            stops.append(here)
        here = here.nextInFocusChain()
    order = [page.scope, page.search, page.view_button, page.strip, page.table.view]
    places = [
        next(at for at, stop in enumerate(stops) if stop is one or one.isAncestorOf(stop)) for one in order
    ]
    assert places == sorted(places)
    assert all(stop.accessibleName() for stop in (page.table.view, page.strip, page.search))


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-03-05", date(2025, 3, 5)),
        ("2025/3/5", date(2025, 3, 5)),
        ("20250305", date(2025, 3, 5)),
        ("2025-02-31", date(2025, 12, 31)),
        ("31/03/2024", date(2024, 3, 31)),
    ],
)
def test_a_day_typed_whole_is_that_day_or_none(qtbot: QtBot, code: str, typed: str, day: date) -> None:
    edit = DayEdit(spoken(code), date(2025, 12, 31))
    qtbot.addWidget(edit)
    edit.setSelectedSection(edit.sectionAt(0))
    qtbot.keyClicks(edit, typed)
    assert edit.day == day


def test_a_day_is_typed_with_the_name_of_its_month(qtbot: QtBot) -> None:
    edit = DayEdit(spoken("en"), date(2025, 12, 31))
    qtbot.addWidget(edit)
    edit.setSelectedSection(edit.sectionAt(0))
    qtbot.keyClicks(edit, "5 Mar 2024")
    assert edit.day == date(2024, 3, 5)


def test_names_that_look_like_a_page_or_a_key_are_shown_as_they_are() -> None:
    assert plain(ODD) == "<qt>&lt;img src=x&gt; &amp; &quot;=1+1&quot;</qt>"
    assert plain("A & B") == "A & B"
    assert literal("A & B") == "A && B"
