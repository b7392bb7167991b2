from dataclasses import replace

import pytest

from app.domain.aging import AgingQuery, Basis, Grouping
from app.domain.money import Money
from app.reports.aging_table import aging_table
from tests.reports.samples import AS_OF, board


def test_columns_that_say_nothing_are_left_out() -> None:
    table = aging_table(board(["甲", "乙"]), "zh")
    assert [column.key for column in table.columns] == [
        "code", "label", "balance", "overdue", "bucket0", "bucket1", "bucket2", "bucket3", "bucket4",
        "receipts", "credit_notes", "oldest", "items",
    ]  # fmt: skip
    assert [column.title for column in table.columns][4:9] == [
        "未到期",
        "1–30 天",
        "31–60 天",
        "61–90 天",
        "90 天以上",
    ]
    assert table.subtitle == ("截止日 2025-12-31 · 按到期日计算账龄 · 金额单位 人民币元",)


def test_chosen_columns_keep_their_order_and_rows_theirs() -> None:
    shown = board(["乙", "甲"])
    table = aging_table(shown, "en", ["label", "overdue_rate", "balance"], ["Overdue only"])
    assert [row[0] for row in table.rows] == ["乙", "甲"]
    assert table.rows[1][2] == Money(shown.rows[1].balance, "CNY")
    assert table.subtitle[-1] == "Overdue only"
    assert table.totals[0][0] == "Total, 2 customers"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_adds_up_to_its_balance(lang: str) -> None:
    table = aging_table(board(["甲", "乙", "丙"], ("CNY", "USD")), lang)
    keys = [column.key for column in table.columns]
    parts = [
        i for i, key in enumerate(keys) if key.startswith("bucket") or key in {"receipts", "credit_notes"}
    ]
    for row in (*table.rows, *table.totals):
        money = [cell.minor for i in parts if isinstance(cell := row[i], Money)]
        balance = row[keys.index("balance")]
        assert isinstance(balance, Money)
        assert sum(money) == balance.minor
    assert "currency" in keys


def test_the_board_says_its_basis_unit_and_missing_rates() -> None:
    query = AgingQuery(AS_OF, Basis.INVOICE, (30,), Grouping.SALESPERSON, in_base=True)
    shown = board(["", "李"], ("CNY", "USD"))
    rows = tuple(replace(row, buckets=(1, 2, 3), code="") for row in shown.rows)
    table = aging_table(replace(shown, query=query, rows=rows, totals=(), missing_rates=("USD",)), "en")
    assert table.columns[0].title == "Salesperson"
    assert table.rows[0][0] == "Not assigned"
    assert table.subtitle == (
        "As of 31 Dec 2025 · Aged by invoice date · Converted to CNY at the as-of rate",
        "No rate, not converted: USD",
    )
    assert "Day 0" in [column.title for column in table.columns]
