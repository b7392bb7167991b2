"""Files of own money: columns by their titles in both languages, each fault with its row and column."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.importing import RawTable
from app.imports.outflows import OutflowTable
from tests.imports.tables import table, text_table


def read(raw: RawTable | str, currency: str = "CNY") -> OutflowTable:
    made = OutflowTable(text_table(raw) if isinstance(raw, str) else raw, currency)
    made.read()
    return made


@pytest.mark.parametrize(
    "text",
    [
        (
            "付款日期 | 用途 | 支出 | 收入 | 类别 | 周期 | 截止日期 | 备注\n"
            "2026-01-10 | 工资 | 68,000.00 | | 工资 | 每月 | 2026-12-31 | 含社保\n"
            "2026-02-26 | 出口退税 | | 240000 | 税费 | 一次 | |"
        ),
        (
            "Payment date | Description | Amount | Income | Category | Repeats | Until | Note\n"
            "10 Jan 2026 | 工资 | 68,000.00 | | Wages | Monthly | 31 Dec 2026 | 含社保\n"
            "26 Feb 2026 | 出口退税 | | 240000 | Tax | once | |"
        ),
    ],
)
def test_titles_in_both_languages(text: str) -> None:
    found = read(text)
    assert not found.problems
    wages, refund = found.lines
    assert (wages.on, wages.amount, wages.kind, wages.every, wages.until, wages.note) == (
        date(2026, 1, 10),
        68_000_00,
        "wages",
        "month",
        date(2026, 12, 31),
        "含社保",
    )
    assert (refund.amount, refund.kind, refund.every, refund.until) == (-240_000_00, "tax", "", None)


def test_currency_and_ten_thousands() -> None:
    found = read(
        table(
            [
                ["单位：万元", "", "", ""],
                ["日期", "摘要", "金额", "币种"],
                [date(2026, 1, 5), "设备", 12.5, "美元"],
                [date(2026, 1, 6), "材料", 3, ""],
            ]
        )
    )
    assert [(one.amount, one.currency) for one in found.lines] == [(125_000_00, "USD"), (30_000_00, "CNY")]


def test_each_fault_is_said_with_its_row_and_column() -> None:
    found = read(
        "日期 | 用途 | 金额 | 币种 | 类别 | 周期\n"
        "2026-13-40 | a | 1 | | |\n"
        "2026-01-02 | b | x | | |\n"
        "2026-01-02 | c | -5 | | |\n"
        "2026-01-02 | d | | | |\n"
        "2026-01-02 | | 5 | | |\n"
        " | e | 5 | | |\n"
        "2026-01-02 | f | 5 | QQQ | |\n"
        "2026-01-02 | g | 5 | | 神秘 |\n"
        "2026-01-02 | h | 5 | | | 每天\n"
        "合计 | | 31 | | |"
    )
    assert [(one.code, one.where.row, one.where.column) for one in found.problems] == [
        ("outflow.row_date", 2, 1),
        ("outflow.row_amount", 3, 3),
        ("outflow.row_amount", 4, 3),
        ("outflow.row_amount", 5, 3),
        ("outflow.row_label", 6, 2),
        ("outflow.row_date", 7, 1),
        ("outflow.row_currency", 8, 4),
        ("outflow.row_kind", 9, 5),
        ("outflow.row_every", 10, 6),
    ]
    assert [(one.label, one.kind) for one in found.lines] == [("g", "other")]


def test_hostile_text_stays_text() -> None:
    [one] = read('日期 | 用途 | 金额\n2026-01-02 | =HYPERLINK("x") | 5').lines
    assert one.label == '=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("head", "column"),
    [("用途 | 金额", "on"), ("日期 | 金额", "label"), ("日期 | 用途", "amount")],
)
def test_a_column_that_is_missing_is_named(head: str, column: str) -> None:
    found = read(f"{head}\n2026-01-02 | 5")
    assert not found.lines
    assert found.problems[0].params["column"] == (f"outflow_column.{column}", {})
