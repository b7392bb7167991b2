"""What the user chooses for himself: days and figures, and views of lists under names."""

from __future__ import annotations

from datetime import date

import pytest

from app.ui import writing
from app.ui.formats import Formats
from app.ui.i18n import Language
from app.ui.shell.mnemonics import marked
from app.ui.tables.column_layout import ColumnLayout
from app.ui.tables.saved_views import SavedViews, Segments
from app.ui.widgets.money_edit import MoneyEdit, parse_amount
from app.ui.widgets.segmented import Segmented
from app.ui.writing import DayStyle, GroupStyle, NegativeStyle, Writing
from tests.ui.conftest import MemoryPreferences

_DAY = date(2025, 3, 9)


@pytest.mark.parametrize(
    ("style", "day", "short"),
    [
        (DayStyle.LANGUAGE, "9 Mar 2025", "9 Mar"),
        (DayStyle.ISO, "2025-03-09", "03-09"),
        (DayStyle.YEAR_FIRST, "2025/03/09", "03/09"),
        (DayStyle.DAY_FIRST, "09/03/2025", "09/03"),
        (DayStyle.DOTTED, "09.03.2025", "09.03."),
        (DayStyle.MONTH_FIRST, "03/09/2025", "03/09"),
    ],
)
def test_days_are_written_as_the_user_likes(
    language: Language, formats: Formats, style: DayStyle, day: str, short: str
) -> None:
    language.set_writing(Writing(days=style))
    assert (formats.day(_DAY), formats.day_short(_DAY)) == (day, short)
    language.set_writing(Writing())


@pytest.mark.parametrize("groups", GroupStyle)
def test_every_way_of_figures_can_be_typed_back(
    language: Language, formats: Formats, groups: GroupStyle
) -> None:
    for negatives in NegativeStyle:
        language.set_writing(Writing(groups=groups, negatives=negatives))
        for minor in (-123456789, 0, 5, 100000):
            assert parse_amount(formats.amount(minor, "CNY"), "CNY") == minor
            field = MoneyEdit("CNY")
            field.set_minor(minor)
            assert field.minor() == minor
    language.set_writing(Writing())


def test_a_choice_is_remembered_and_rubbish_is_not() -> None:
    kept = MemoryPreferences()
    liked = Writing(DayStyle.DOTTED, GroupStyle.SPACE, NegativeStyle.PARENTHESES)
    writing.remember(kept, liked)
    assert writing.stored(kept) == liked
    kept.values = {"write.days": "sideways", "write.groups": 7, "write.negatives": None}
    assert writing.stored(kept) == Writing()


def _views(kept: MemoryPreferences) -> SavedViews:
    return SavedViews("customers", kept)


@pytest.mark.usefixtures("qapp")
def test_a_view_keeps_filters_columns_and_order() -> None:
    kept, asked = MemoryPreferences(), list[str]()
    scope = Segmented()
    scope.set_choices([("all", "All"), ("late", "Late")])
    views = _views(kept)
    views.narrowing = Segments({"scope": scope}, lambda: asked.append(scope.current))
    scope.set_current("late")
    layout = ColumnLayout(["name"], {"phone"}, set(), {"name": 240}, "balance", descending=True)
    views.save("Late payers", layout)
    scope.set_current("all")
    again = _views(kept)
    again.narrowing = views.narrowing
    assert again.names() == ["Late payers"]
    assert again.layout_of("Late payers") == layout
    again.narrowing.restore(again.filters_of("Late payers"))
    assert asked == ["late"]
    assert again.is_shown("Late payers", layout)


def test_views_are_renamed_deleted_and_opened_with() -> None:
    views = _views(MemoryPreferences())
    for name in ("one", "two"):
        views.save(name, ColumnLayout())
    views.set_default("one")
    views.rename("one", "first")
    assert (views.names(), views.default) == (["first", "two"], "first")
    views.rename("two", "first")
    assert views.names() == ["first"]
    views.delete("first")
    assert (views.names(), views.default) == ([], "")


@pytest.mark.parametrize("damage", [7, {"views": 3}, {"views": [{"name": 1}, "x"]}, {"default": "gone"}])
def test_damaged_views_are_none(damage: object) -> None:
    views = _views(MemoryPreferences({"views.customers": damage}))
    assert (views.names(), views.default) == ([], "")


def test_no_letter_of_a_menu_stands_twice() -> None:
    texts = marked(["New company…", "Open…", "Open recent", "&Quit", "撤销", "重做", "Aa", "A"])
    letters = [text[text.index("&") + 1].upper() for text in texts]
    assert len(set(letters)) == len(letters)
    assert texts[3] == "&Quit"
    assert texts[4].startswith("撤销(&")
