"""What the terminal gets: columns that stand under each other, amounts as strings."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from app.cli.printing import aligned, columns_of, major, prepare, worded


def test_chinese_takes_two_columns_and_accents_none() -> None:
    assert columns_of("abc") == 3
    assert columns_of("苏州恒岳") == 8
    assert columns_of("Ａ１") == 4
    assert columns_of("e\u0301") == 1


def test_texts_to_the_left_and_figures_to_the_right() -> None:
    rows = [("客户", "余额"), ("苏州恒岳机电", "1,200.00"), ("Nordhaven", "9.50")]
    assert aligned(rows, (False, True)) == [
        "客户              余额",
        "苏州恒岳机电  1,200.00",
        "Nordhaven         9.50",
    ]


@given(st.lists(st.tuples(st.text("ab客户é", max_size=8), st.text("0123,.", min_size=1)), min_size=1))
def test_figures_end_in_one_column(rows: list[tuple[str, str]]) -> None:
    widths = {columns_of(line) for line in aligned(rows, (False, True))}
    assert len(widths) == 1


def test_amounts_for_programs_are_strings_in_major_units() -> None:
    assert major(-123_450, "CNY") == "-1234.50"
    assert major(0, "USD") == "0.00"
    assert major(920_000, "JPY") == "920000"
    assert major(5, "KWD") == "0.005"


def test_a_console_of_another_code_page_takes_any_character() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    prepare(stream)
    stream.write("稳账 −1,200 \ud800")
    stream.flush()
    assert raw.getvalue() == "稳账 −1,200 ?".encode()


def test_a_code_nobody_worded_is_still_told() -> None:
    assert "no.such.code" in worded("no.such.code", "en", {"a": 1})
    assert worded("cli.aging.empty", "zh", {}) == "这一天没有未清项。"
