"""The help beside the pages: F1, search, links, paper, languages; and the guided tour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.help import help_service
from app.services.session import AppServices
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.help.over_dialog import HelpOverDialog
from app.ui.help.panel import HelpPanel
from app.ui.help.walk import GuidedWalk
from app.ui.help.walk_steps import STEPS
from app.ui.i18n import Language
from app.ui.pages import PAGES
from app.ui.pages.tabbed import TabbedPage
from app.ui.pages.today.page import TodayPage
from app.ui.shell.finding import tab_hits
from app.ui.shell.help_door import SEEN, STEP
from app.ui.shell.main_window import MainWindow
from app.ui.shell.shortcuts_sheet import moving_keys, table_keys
from app.ui.tables.menu import table_menu
from app.ui.theme import Scheme, Theme
from tests.ui.conftest import MemoryPreferences, settle

_KEYS = re.compile(r"(?:Ctrl|Alt|Shift)(?:\+\w+)*\+[\w/,]+|\bF\d{1,2}\b")
_IN_FIELDS = {"Ctrl+Backspace"}
"""Keys of fields, which no list of commands holds."""


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=60_000)
    settle(qtbot, window.runner)
    return window


def panel_of(window: MainWindow) -> HelpPanel:
    assert window.help.panel is not None
    return window.help.panel


def key(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(cast("QWidget | None", window.focusWidget()) or window, one)


# -- the panel --------------------------------------------------------------------------------------


def test_f1_explains_the_start_screen_and_escape_gives_the_keyboard_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    before = window.start._choices[1]
    before.setFocus()
    window.commands.action("help").trigger()
    panel = panel_of(window)
    assert (panel.isVisible(), panel.key) == (True, "page.start")
    assert window.help.has_focus
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.focusWidget() is before


def test_f1_within_the_help_closes_it(window: MainWindow) -> None:
    window.help.open_here()
    window.help.open_here()
    assert not window.help.is_open


def test_every_page_and_tab_opens_its_own_topic(qtbot: QtBot, opened: MainWindow) -> None:
    for spec in PAGES:
        opened.go_to(spec.key)
        settle(qtbot, opened.runner)
        page, place = opened.page, opened.navigator.place
        assert page is not None
        assert place is not None
        if place.key != spec.key:  # a score needs a customer
            continue
        tab = page.help_tab()
        assert opened.help.topic_here() == f"page.{spec.key}{'.' if tab else ''}{tab}"
        opened.commands.action("read_again").trigger()
        if isinstance(page, TabbedPage):
            assert all(help_service().has(f"page.{spec.key}.{one}") for one in page.keys)


def test_every_tab_is_gone_to_by_the_palette(qtbot: QtBot, opened: MainWindow) -> None:
    reached = []
    for hit in tab_hits(opened):
        hit.run()
        settle(qtbot, opened.runner)
        reached.append(opened.help.topic_here())
    tabs = [one.key for one in help_service().group("page", "en") if one.key.count(".") > 1]
    left_out = {"page.bank.bring"}
    assert reached == [key for key in tabs if key not in left_out and not key.startswith("page.customers.")]
    opened.go_to("reminders")
    assert not [hit for hit in tab_hits(opened) if hit.title.startswith("Reminders")], "they are its commands"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_topics_are_called_what_the_pages_are_called(language: Language, lang: str) -> None:
    language.set(lang)
    for spec in PAGES:
        assert spec.title() in help_service().topic(f"page.{spec.key}", lang).title


def test_links_lead_to_topics_and_pages_and_nowhere_else(qtbot: QtBot, opened: MainWindow) -> None:
    opened.help.open("guide.figures")
    panel = panel_of(opened)
    panel.reader.anchorClicked.emit(QUrl("#kpi.dso"))
    assert panel.key == "kpi.dso"
    opened.go_back()
    assert panel.key == "guide.figures"
    panel.reader.anchorClicked.emit(QUrl("page:health/figures"))
    settle(qtbot, opened.runner)
    place = opened.navigator.place
    assert place is not None
    assert (place.key, dict(place.params)) == ("health", {"tab": "figures"})
    panel.reader.anchorClicked.emit(QUrl("https://example.com/"))
    assert panel.key == "guide.figures"


def test_without_a_company_a_page_link_says_so(window: MainWindow) -> None:
    window.help.open("guide.start")
    panel_of(window).reader.anchorClicked.emit(QUrl("page:importing"))
    assert window.toast.isVisible()


def test_the_search_finds_by_initials_and_opens_by_keyboard(qtbot: QtBot, opened: MainWindow) -> None:
    opened.language.set("zh")
    opened.help.open("guide.start")
    opened.find_in_page()
    panel = panel_of(opened)
    assert opened.focusWidget() is panel.search
    qtbot.keyClicks(panel.search, "yql")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.list.entries[0].key == "kpi.overdue_rate"
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.key == "kpi.overdue_rate"
    assert panel.reader.isVisible()
    panel.search.setText("没有这样的内容")
    panel._on_search("没有这样的内容")
    assert panel.none.isVisible()


def test_language_and_colours_are_followed(qtbot: QtBot, opened: MainWindow, theme: Theme) -> None:
    opened.help.open("kpi.dso")
    panel = panel_of(opened)
    light, english = panel.reader.toHtml(), panel.reader.toPlainText()
    theme.set_scheme(Scheme.DARK)
    assert panel.reader.toHtml() != light
    opened.language.set("zh")
    qtbot.waitUntil(lambda: panel.reader.toPlainText() != english)
    assert "应收周转天数" in panel.reader.toPlainText()


def test_it_keeps_to_the_right_edge_and_grows_as_wide_as_the_window(opened: MainWindow) -> None:
    opened.help.open("guide.keys")
    panel = panel_of(opened)
    host = cast("QWidget", opened.centralWidget())
    opened.resize(1100, 700)
    QApplication.processEvents()
    assert panel.geometry().right() == host.rect().right()
    panel.toggle_wide()
    assert panel.width() == host.width()
    assert panel.list.isVisible()
    panel.toggle_wide()
    panel.toggle_list()
    assert panel.list.isVisible()
    assert not panel.reader.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the screenless platform
def test_what_has_the_keyboard_or_is_clicked_is_explained(qtbot: QtBot, sample: MainWindow) -> None:
    today = cast("TodayPage", sample.page)
    for tile in today.tiles.values():
        tile.setFocus()
        assert sample.help.topic_here() == tile.help_topic
        assert help_service().has(tile.help_topic)
    centre = today.tiles["dso"].rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, QPoint(0, 0))
    QApplication.sendEvent(today.tiles["dso"], event)
    (menu,) = today.tiles["dso"].findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert panel_of(sample).key == "kpi.dso"
    view = today.card.table.view
    qtbot.waitUntil(lambda: bool(today.card._grades))
    place = [column.key for column in view.table().columns].index("grade")
    row = next(row for row in range(view.table().rowCount()) if view.table().cell(row, place).chip)
    view.setCurrentIndex(view.table().index(row, 0))
    letter = view.table().cell(row, place).text
    (entry,) = [one for one in table_menu(view).actions() if letter in one.text().split()]
    entry.trigger()
    assert panel_of(sample).key == f"grade.{letter.lower()}"


def test_a_key_figure_leads_to_its_entry(qtbot: QtBot, sample: MainWindow) -> None:
    sample.go_to("health", tab="figures", figure="cei")
    settle(qtbot, sample.runner)
    page = sample.page
    assert page is not None
    assert page.drawer is not None
    page.measures.figure_detail.help_button.click()  # type: ignore[attr-defined]  # the page's own
    assert panel_of(sample).key == "kpi.cei"


def f1(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)


def form(window: MainWindow) -> QDialog:
    assert window.workspace is not None
    return FormDialog(window.workspace.context, window)


def paper(window: MainWindow) -> QDialog:
    assert window.workspace is not None
    return PaperDialog(window.workspace.context, "Paper", "", lambda _path, _lang: None, window)


def question(window: MainWindow) -> QDialog:
    return QMessageBox(QMessageBox.Icon.Question, "Holdfast", "Leave?", parent=window)


@pytest.mark.parametrize("made", [form, paper, question])
def test_f1_in_a_dialog_opens_the_help_over_it(
    qtbot: QtBot, opened: MainWindow, made: Callable[[MainWindow], QDialog]
) -> None:
    opened.go_to("customers")
    settle(qtbot, opened.runner)
    dialog = made(opened)
    dialog.open()
    f1(qtbot, dialog)
    over = dialog.findChild(HelpOverDialog)
    assert over is not None
    assert over.isVisible()
    assert over.reader.topic is not None
    assert over.reader.topic.key == "page.customers"
    f1(qtbot, dialog)
    assert dialog.findChildren(HelpOverDialog) == [over]
    f1(qtbot, over)
    assert not over.isVisible(), "pressed in the help it closes it"
    dialog.reject()
    assert not opened.help.is_open


@pytest.mark.parametrize(("command", "topic"), [("backups", "backups"), ("protection", "security")])
def test_dialogs_about_the_file_have_help_as_well(
    qtbot: QtBot, opened: MainWindow, command: str, topic: str
) -> None:
    opened.commands.action(command).trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = cast("QDialog", QApplication.activeModalWidget())
    settle(qtbot, opened.runner)
    f1(qtbot, dialog)
    over = dialog.findChild(HelpOverDialog)
    assert over is not None
    assert over.reader.topic is not None
    assert over.reader.topic.key == f"page.settings.{topic}"
    over.accept()
    dialog.close()


def test_no_command_has_a_key_with_which_letters_are_typed(opened: MainWindow) -> None:
    keys = [
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for _, action in opened.commands.all()
    ]
    assert not [each for each in keys if each.startswith("Ctrl+Alt+")], "AltGr is Ctrl+Alt on Windows"


def test_a_locked_company_keeps_neither_help_nor_tour_above_its_cover(sample: MainWindow) -> None:
    sample.help.open("guide.start")
    sample.help.begin_tour()
    sample.lock.changed.emit(True)
    assert not sample.help.is_open
    assert sample.help.walk is not None
    assert not sample.help.walk.active


def test_a_topic_is_saved_as_a_pdf(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "topic.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.help.open("playbook.law")
    panel_of(window).print_button.click()
    settle(qtbot, window.runner)
    assert len(PdfReader(path).pages) > 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_tells_no_false_shortcut(window: MainWindow, lang: str) -> None:
    known = {
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for _, action in window.commands.all()
    }
    known |= {keys for _, keys in (*table_keys(), *moving_keys())}
    told = {found for topic in help_service().contents(lang) for found in _KEYS.findall(topic.plain)}
    assert not told - known - _IN_FIELDS


# -- the guided tour --------------------------------------------------------------------------------


@pytest.fixture
def walk(qtbot: QtBot, sample: MainWindow) -> Iterator[GuidedWalk]:
    sample.help.begin_tour()
    settle(qtbot, sample.runner)
    assert sample.help.walk is not None
    yield sample.help.walk
    sample.help.leave()


def test_every_step_points_at_something_that_is_there(
    qtbot: QtBot, sample: MainWindow, walk: GuidedWalk
) -> None:
    for place, step in enumerate(STEPS):
        assert walk.place == place
        settle(qtbot, sample.runner)
        qtbot.waitUntil(walk.ring.isVisible, timeout=20_000)
        walk.point()
        target = step.target(sample.page)
        assert target is not None
        assert target.isVisible()
        assert sample.rect().contains(walk.bubble.geometry())
        assert walk.bubble.title.text() == step.title()
        assert help_service().has(step.topic)
        qtbot.keyClick(walk.bubble.next_button, Qt.Key.Key_Return if place % 2 else Qt.Key.Key_Right)
    assert not walk.active
    assert sample.services.preferences.get(STEP) == 0


def test_escape_skips_it_and_the_menu_goes_on_there(
    qtbot: QtBot, sample: MainWindow, walk: GuidedWalk
) -> None:
    walk.forward()
    settle(qtbot, sample.runner)
    key(qtbot, sample, Qt.Key.Key_Escape)
    assert not walk.active
    sample.commands.action("tour").trigger()
    assert (walk.active, walk.place) == (True, 1)
    key(qtbot, sample, Qt.Key.Key_Left)
    assert walk.place == 0


def test_it_covers_nothing_that_has_the_keyboard(qtbot: QtBot, sample: MainWindow, walk: GuidedWalk) -> None:
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow)
    tile = cast("TodayPage", sample.page).tiles["receivables"]
    place = QRect(tile.mapTo(sample, QPoint(0, 0)), tile.size())
    walk._held.stop()
    walk.bubble.move(place.topLeft())
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    assert walk.active
    assert not walk.bubble.geometry().intersects(place)


def test_elsewhere_it_stands_aside_and_back_there_it_points_again(
    qtbot: QtBot, sample: MainWindow, walk: GuidedWalk
) -> None:
    for place, step in enumerate(STEPS):
        walk._go(place)
        other = "customers" if step.page != "customers" else "today"
        sample.go_to(other)
        walk.point()
        assert not walk.ring.isVisible()
        assert walk.bubble.isVisible()
        corner = sample.rect().bottomRight() - walk.bubble.geometry().bottomRight()
        assert (corner.x(), corner.y()) < (60, 60)
        sample.go_back()
        walk.point()
        settle(qtbot, sample.runner)
        qtbot.waitUntil(walk.ring.isVisible, timeout=20_000)


def test_it_lives_through_sizes_languages_and_the_end_of_the_company(
    qtbot: QtBot, sample: MainWindow, walk: GuidedWalk, language: Language
) -> None:
    walk._go(2)
    settle(qtbot, sample.runner)
    language.set("zh")
    qtbot.waitUntil(lambda: walk.bubble.title.text() == "谁欠多少、欠了多久")
    language.set("en")
    sample.resize(1024, 640)
    settle(qtbot, sample.runner)
    walk.point()
    assert sample.rect().contains(walk.bubble.geometry())
    walk.explain()
    walk.forward()
    sample.close_company()
    assert not walk.active
    assert not walk.ring.isVisible()
    walk.point()
    settle(qtbot, sample.runner)


def test_it_is_offered_once_and_never_again(
    qtbot: QtBot, window: MainWindow, services: AppServices, preferences: MemoryPreferences
) -> None:
    preferences.values.pop(SEEN)
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=60_000)
    qtbot.waitUntil(lambda: window.help.walk is not None and window.help.walk.active, timeout=10_000)
    settle(qtbot, window.runner)
    assert services.preferences.get(SEEN) is True
    cast("GuidedWalk", window.help.walk).leave()
    window.help.walk = None
    session = window.doors.session
    assert session is not None
    window.help.offer_tour(session)
    qtbot.wait(600)
    assert window.help.walk is None
