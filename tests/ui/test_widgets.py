"""Each widget by mouse and by keyboard."""

from __future__ import annotations

import gc
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from app.domain.problem import DomainError
from app.ui import spoken
from app.ui.dialogs.controls import Choice
from app.ui.i18n import Language
from app.ui.theme import Theme
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.aging_strip import AgingStrip, Segment
from app.ui.widgets.as_of_date import AsOfDate, month_end_before, quarter_end_before
from app.ui.widgets.breadcrumb import Breadcrumb
from app.ui.widgets.charts import Bar, BarChart, Sparkline
from app.ui.widgets.chip import Chip, Grade
from app.ui.widgets.drawer import Drawer
from app.ui.widgets.form_field import FormField
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.money_edit import MoneyEdit, parse_amount
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.tabs import Tabs
from app.ui.widgets.toast import Toast

SEGMENTS = [
    Segment("Not due", "5,620,150", 562_015_000, "67.0%"),
    Segment("1–30 days", "1,232,520", 123_252_000, "14.7%"),
    Segment("Over 30 days", "0", 0, "0.0%"),
]


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> AgingStrip:
    made = AgingStrip(theme)
    qtbot.addWidget(made)
    made.set_segments(SEGMENTS)
    made.resize(600, made.height())
    made.show()
    return made


def test_a_click_filters_and_a_second_one_shows_all(qtbot: QtBot, strip: AgingStrip) -> None:
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert chosen == [0, -1]


def test_arrows_move_and_space_filters(qtbot: QtBot, strip: AgingStrip) -> None:
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert chosen == [1, -1]
    assert "1,232,520" in strip.accessibleDescription()


def test_the_segments_fill_the_strip(strip: AgingStrip) -> None:
    bars = strip._bars()
    assert bars[0].left() == 0
    assert bars[1].right() == strip.width() - 1
    assert bars[2].width() == 0


def test_nothing_owed_still_paints(qtbot: QtBot, theme: Theme) -> None:
    made = AgingStrip(theme)
    qtbot.addWidget(made)
    made.set_segments([Segment("Not due", "–", 0, "–")])
    made.show()
    assert not made.grab().isNull()


def test_arrows_choose_the_next_segment(qtbot: QtBot) -> None:
    made = Segmented("Which")
    qtbot.addWidget(made)
    made.set_choices([("all", "All"), ("late", "Overdue"), ("dispute", "Disputed")])
    made.show()
    assert made.current == "all"
    with qtbot.waitSignal(made.chosen) as signal:
        made.step(1)
    assert signal.args == ["late"]
    made.set_choices([("all", "全部"), ("late", "逾期"), ("dispute", "有争议")])
    assert made.current == "late"


@pytest.mark.parametrize(
    ("day", "month_end", "quarter_end"),
    [
        (date(2025, 12, 31), date(2025, 11, 30), date(2025, 9, 30)),
        (date(2025, 1, 5), date(2024, 12, 31), date(2024, 12, 31)),
        (date(2024, 3, 31), date(2024, 2, 29), date(2023, 12, 31)),
    ],
)
def test_common_days(day: date, month_end: date, quarter_end: date) -> None:
    assert month_end_before(day) == month_end
    assert quarter_end_before(day) == quarter_end


def test_page_keys_go_by_month_and_keep_month_ends(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = AsOfDate(theme, language, FixedClock(date(2025, 12, 31)))
    qtbot.addWidget(made)
    days: list[date] = []
    made.changed.connect(days.append)
    qtbot.keyClick(made.edit, Qt.Key.Key_PageUp)
    qtbot.keyClick(made.edit, Qt.Key.Key_PageUp)
    qtbot.keyClick(made.edit, Qt.Key.Key_PageDown)
    assert days == [date(2025, 11, 30), date(2025, 10, 31), date(2025, 11, 30)]
    assert made.choices()[0][1] == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("typed", "pasted", "day"),
    [
        ("5 Mar 2025", "", date(2025, 3, 5)),
        ("20250305", "", date(2025, 3, 5)),
        ("2025-3-5", "", date(2025, 3, 5)),
        ("2025-02-31", "", date(2025, 12, 31)),
        ("", "2025年3月5日", date(2025, 3, 5)),
    ],
)
def test_the_day_is_typed_as_everywhere_and_told_once(
    qtbot: QtBot, theme: Theme, language: Language, typed: str, pasted: str, day: date
) -> None:
    made = AsOfDate(theme, language, FixedClock(date(2025, 12, 31)))
    qtbot.addWidget(made)
    days: list[date] = []
    made.changed.connect(days.append)
    made.edit.setSelectedSection(made.edit.sectionAt(0))
    qtbot.keyClicks(made.edit, typed)
    QApplication.clipboard().setText(pasted)
    if pasted:
        qtbot.keyClick(made.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert days == []
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert (made.day, days) == (day, [day] if day != date(2025, 12, 31) else [])


def test_search_waits_for_a_pause_and_enter_does_not(qtbot: QtBot, theme: Theme) -> None:
    made = SearchField(theme, "Customer or invoice")
    qtbot.addWidget(made)
    texts: list[str] = []
    made.searched.connect(texts.append)
    qtbot.keyClicks(made, "szhy")
    assert texts == []
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert texts == ["szhy"]
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: texts == ["szhy", ""])


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1,200,000.50", 120_000_050),
        ("１，２００．５", 120_050),
        ("-3", -300),
        ("(1 200)", -120_000),
        ("¥ 12万", 12_000_000),
        ("80-", -8000),
        ("12,34,567.5", 123_456_750),
    ],
)
def test_amounts_as_people_type_them(text: str, minor: int) -> None:
    assert parse_amount(text, "CNY") == minor


@pytest.mark.parametrize("text", ["12o", "abc", ".", "1.2.3", "--", "12,34", "1.234,50", "1,5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(DomainError):
        parse_amount(text, "CNY")


def test_a_money_field_tidies_up_when_left(qtbot: QtBot) -> None:
    made = MoneyEdit("JPY")
    qtbot.addWidget(made)
    made.setText("1200000")
    made.show()
    made.setFocus()
    made.clearFocus()
    assert made.minor() == 1_200_000
    made.set_currency("KWD")
    made.set_minor(1500)
    assert made.text() == "1.500"


def test_a_field_says_what_is_wrong_until_it_is_changed(qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = FormField(edit, "Limit")
    qtbot.addWidget(field)
    field.set_text("Limit", "in CNY")
    field.set_error("Digits only, e.g. 120,000")
    assert field.has_error
    assert edit.accessibleDescription() == "Digits only, e.g. 120,000"
    qtbot.keyClicks(edit, "1")
    assert not field.has_error


def test_the_toast_offers_undo(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    undone: list[bool] = []
    toast = Toast(theme, host)
    toast.say("Invoice removed", lambda: undone.append(True))
    assert toast.isVisible()
    qtbot.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_the_drawer_closes_by_esc_and_gives_the_keyboard_back(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    edit = QLineEdit(page)
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    edit.setFocus()
    drawer = Drawer(theme, page)
    drawer.place(overlay=True)
    drawer.set_title("Nordhaven Tools", "Terms 60 d")
    drawer.open_drawer(focus=True)
    assert drawer.is_open
    page.resize(1000, 600)
    assert drawer.geometry().right() == 999
    qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert drawer.isHidden()
    qtbot.waitUntil(edit.hasFocus)


def test_small_painted_widgets_say_what_they_show(qtbot: QtBot, theme: Theme) -> None:
    spoken.watch()
    chip, grade = Chip(theme, "Paid", "good"), Grade(theme, "D")
    spark, chart = Sparkline(theme), BarChart(theme)
    spark.set_values([1, 3, 2, 5], "Overdue rate rising to 5 %", target=4)
    chart.set_bars([Bar("Nov", 12, "12 d", warn=True), Bar("Dec", 9, "9 d")])
    for widget in (chip, grade, spark, chart):
        qtbot.addWidget(widget)
        widget.show()
        assert not widget.grab().isNull()
        assert widget.accessibleName()
    kinds = [QAccessible.queryAccessibleInterface(each).role().name for each in (chip, grade, spark, chart)]
    assert kinds == ["StaticText", "StaticText", "Graphic", "Graphic"]


def test_what_says_a_kind_comes_and_goes(qapp: QApplication, theme: Theme) -> None:
    """Qt keeps and frees what it is told of a part, whoever collects in between."""
    spoken.watch()
    for _ in range(50):
        mark = Grade(theme, "B")
        told = QAccessible.queryAccessibleInterface(mark)
        gc.collect(0)
        mark.set("C", "")
        assert (told.role().name, told.text(QAccessible.Text.Name)) == ("StaticText", "C")
        del told
        mark.deleteLater()
        qapp.sendPostedEvents(mark, QEvent.Type.DeferredDelete.value)


def test_a_message_said_again_keeps_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    strip = MessageStrip(theme)
    qtbot.addWidget(strip)
    for _ in range(2):
        strip.say("warn", "Not saved", actions=[("Try again", lambda: None)])
        buttons = [one for one in strip.findChildren(QPushButton) if one.isVisible()]
        assert len(buttons) == 1
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    buttons[0].setFocus()
    strip.say("warn", "Not saved", actions=[("Try again", lambda: None)])
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.isVisible()
    assert focused is not buttons[0]


def test_bars_and_strips_come_and_go(qtbot: QtBot, theme: Theme) -> None:
    bar, strip, crumbs, tabs = ActionBar(theme), MessageStrip(theme), Breadcrumb(theme), Tabs()
    for widget in (bar, strip, crumbs, tabs):
        qtbot.addWidget(widget)
    bar.say("3 selected", "¥ 808,700")
    assert not bar.isHidden()
    bar.say("")
    assert bar.isHidden()
    done: list[str] = []
    strip.say("danger", "Not saved", "Your changes are kept.", [("Try again", lambda: done.append("again"))])
    assert not strip.isHidden()
    with qtbot.waitSignal(crumbs.chosen) as signal:
        crumbs.set_path(["Customers", "Nordhaven"])
        crumbs.findChildren(QPushButton)[0].click()
    assert signal.args == [0]
    for title in ("One", "Two"):
        tabs.add(QWidget(), title)
    tabs.step(1)
    assert tabs.stack.currentIndex() == 1
    tabs.step(1)
    assert tabs.stack.currentIndex() == 0


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_day_is_seen_whole(qtbot: QtBot, theme: Theme, language: Language, code: str) -> None:
    language.set(code)
    made = AsOfDate(theme, language, FixedClock(date(2028, 9, 28)))
    qtbot.addWidget(made)
    made.show()
    line = made.edit.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text())


def test_a_long_name_in_the_way_up_is_cut_to_its_room(theme: Theme, qtbot: QtBot) -> None:
    name = "Quanzhou Tongjiao Stone Machinery & <b>Sons</b> Co., Ltd."
    crumbs = Breadcrumb(theme)
    qtbot.addWidget(crumbs)
    crumbs.set_path(["Customers", name])
    crumbs.resize(220, 40)
    crumbs.show()
    here = crumbs.findChildren(QLabel)[-1]
    qtbot.waitUntil(lambda: here.text().endswith("…"))
    assert here.fontMetrics().horizontalAdvance(here.text()) <= here.width()
    assert "Quanzhou" in here.toolTip()
    assert crumbs.accessibleName() == f"Customers / {name}"
    crumbs.resize(900, 40)
    crumbs.set_path(["Customers", "恒岳"])
    qtbot.waitUntil(lambda: crumbs.findChildren(QLabel)[-1].text() == "恒岳")


def test_a_choice_says_whole_what_is_cut(qtbot: QtBot) -> None:
    made = Choice([("", "All")])
    qtbot.addWidget(made)
    made.resize(120, 32)
    made.set_pairs([("", "Every country that buys from us on credit")])
    assert made.toolTip() == made.currentText()
    made.set_room(120, 1000)
    assert made.minimumWidth() > 250


def test_actions_stand_below_where_they_would_press_the_words(qtbot: QtBot, theme: Theme) -> None:
    strip = MessageStrip(theme)
    qtbot.addWidget(strip)
    doing = [("Keep the draft and leave", strip.hide), ("Drop it", strip.hide)]
    strip.say("warn", "Cancel the scoring? What you typed is dropped.", actions=doing)
    strip.resize(900, 60)
    words, first = strip.findChildren(QLabel)[-1], strip.findChildren(QPushButton)[0]
    qtbot.waitUntil(lambda: first.mapTo(strip, first.rect().topLeft()).x() > words.geometry().right())
    strip.resize(360, 120)
    qtbot.waitUntil(lambda: first.mapTo(strip, first.rect().topLeft()).y() >= words.geometry().bottom())
    assert first.width() >= first.sizeHint().width()
