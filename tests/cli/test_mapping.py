"""A mapping file: titles or numbers for columns, everything else found out, faults named."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from app.cli.mapping import GivenMapping, read_mapping
from app.cli.parser import CallError
from app.domain.importing import ColumnMap, DateOrder, ImportKind, RawTable, Role
from app.words import LANGUAGES, say

TABLE = RawTable(
    name="s.csv",
    format="csv",
    sheet="",
    sheets=(),
    rows=(("Invoice No", "When", "Who", "Sum"), ("1", "01/02/2025", "A", "10")),
    header=("Invoice No", "When", "Who", "Sum"),
    header_row=1,
    header_rows=1,
    signature="x",
)
GUESSED = ColumnMap(
    kind=ImportKind.INVOICES,
    columns={Role.NUMBER: 0, Role.INVOICE_DATE: 1, Role.CUSTOMER: 2},
    ambiguous=(1,),
    currency="CNY",
)


def given(tmp_path: Path, told: object) -> GivenMapping:
    path = tmp_path / "m.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told), "utf-8")
    return read_mapping(path)


def test_what_is_given_goes_over_what_was_guessed(tmp_path: Path) -> None:
    mapping = given(
        tmp_path,
        {
            "kind": "receipts",
            "header_row": 1,
            "columns": {"amount": "sum", "customer": None, "reference": 3},
            "date_order": "dmy",
            "decimal": ",",
            "unit": "10000",
            "currency": "eur",
        },
    )
    applied = mapping.applied(GUESSED, TABLE)
    assert mapping.kind is ImportKind.RECEIPTS
    assert mapping.options.header_row == 1
    assert applied.columns == {Role.NUMBER: 0, Role.INVOICE_DATE: 1, Role.AMOUNT: 3, Role.REFERENCE: 2}
    assert applied.date_orders == {1: DateOrder.DMY}
    assert not applied.ambiguous
    assert (applied.decimal, applied.unit, applied.currency) == (",", Decimal(10000), "EUR")


def test_an_empty_mapping_changes_nothing(tmp_path: Path) -> None:
    assert given(tmp_path, {}).applied(GUESSED, TABLE) == GUESSED


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("not json", "cli.mapping.not_json"),
        ([1], "cli.mapping.not_json"),
        ({"colums": {}}, "cli.mapping.unknown"),
        ({"columns": {"nummer": 1}}, "cli.mapping.unknown"),
        ({"columns": [1]}, "cli.mapping.bad_value"),
        ({"columns": {"number": 1.5}}, "cli.mapping.bad_value"),
        ({"kind": "orders"}, "cli.mapping.bad_value"),
        ({"unit": "many"}, "cli.mapping.bad_value"),
        ({"unit": -1}, "cli.mapping.bad_value"),
        ({"decimal": ";"}, "cli.mapping.bad_value"),
        ({"sheet": 3}, "cli.mapping.bad_value"),
        ({"header_row": 0}, "cli.mapping.bad_value"),
        ({"header_rows": 50}, "cli.mapping.bad_value"),
        ({"delimiter": "ab"}, "cli.mapping.bad_value"),
        ({"delimiter": ""}, "cli.mapping.bad_value"),
        ({"currency": "XXQ"}, "cli.mapping.bad_value"),
        ({"header_row": "4"}, "cli.mapping.bad_value"),
    ],
)
def test_a_fault_of_the_mapping_is_named(tmp_path: Path, told: object, code: str) -> None:
    with pytest.raises(CallError) as caught:
        given(tmp_path, told)
    assert caught.value.code == code
    assert all(say(code, lang, **caught.value.params) for lang in LANGUAGES)


@pytest.mark.parametrize("column", ["Total", 0, 5])
def test_a_column_the_file_does_not_have_is_named(tmp_path: Path, column: object) -> None:
    mapping = given(tmp_path, {"columns": {"amount": column}})
    with pytest.raises(CallError, match=r"cli\.mapping\.no_column"):
        mapping.applied(GUESSED, TABLE)


def test_a_mapping_that_is_not_there_is_a_fault_of_the_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"cli\.mapping\.unreadable"):
        read_mapping(tmp_path / "none.json")
