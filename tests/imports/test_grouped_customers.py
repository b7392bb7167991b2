"""A customer written once over many rows holds for them; a name that is merely missing does not."""

from __future__ import annotations

import pytest

from app.domain.importing import ImportKind
from app.imports import guess_columns, interpret, read_text

HEAD = "客户名称\t发票号码\t开票日期\t金额\n"


def staged(names: str) -> tuple[list[str], list[str]]:
    rows = [f"{name}\tA{n}\t2025-01-0{n}\t{n}00\n" for n, name in enumerate(names.split(","), 1)]
    table = read_text(HEAD + "".join(rows))
    columns, _ = guess_columns(table, ImportKind.INVOICES)
    found = interpret(table, columns, default_currency="CNY")
    return [each.customer for each in found.documents], [each.code for each in found.problems]


@pytest.mark.parametrize(
    ("names", "customers"), [("甲公司,,,乙公司,", "甲甲甲乙乙"), ("甲公司,,乙公司,,", "甲甲乙乙乙")]
)
def test_merged_cells_hold_for_the_rows_below(names: str, customers: str) -> None:
    found, problems = staged(names)
    assert found == [f"{letter}公司" for letter in customers]
    assert problems == []


@pytest.mark.parametrize(
    "names", ["甲公司,甲公司,,乙公司,乙公司", "甲公司,甲公司,乙公司,,乙公司", "甲公司,乙公司,丙公司,,丁公司"]
)
def test_a_missing_name_is_never_taken_from_the_row_above(names: str) -> None:
    found, problems = staged(names)
    assert len(found) == 4
    assert problems == ["import.missing_customer"]
