from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.importing import Cell
from app.imports.cells import LostDigitsError, as_code, as_text
from app.imports.converters import to_amounts
from app.imports.numbers import (
    BadNumberError,
    RoundedError,
    currency_of,
    decimal_mark,
    float_to_decimal,
    looks_like_number,
    minor_units,
    parse,
    parse_with_currency,
)

AMOUNTS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1234.5", "1234.5"),
        ("1,234.50", "1234.50"),
        ("１，２３４．５０", "1234.50"),
        ("1 234.50", "1234.50"),
        ("1\u00a0234.50", "1234.50"),
        ("1\u202f234.50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("(1,234.50)", "-1234.50"),
        ("（1,234.50）", "-1234.50"),
        ("1,234.50-", "-1234.50"),
        ("-1,234.50", "-1234.50"),
        ("−1234.50", "-1234.50"),
        ("￥1,234.50", "1234.50"),
        ("¥ 1,234.50", "1234.50"),
        ("CNY 1,234.50", "1234.50"),
        ("RMB1,234.50", "1234.50"),
        ("1,234.50元", "1234.50"),
        ("$4,250.00", "4250.00"),
        ("-$4,250.00", "-4250.00"),
        ("($4,250.00)", "-4250.00"),
        ("$(4,250.00)", "-4250.00"),
        ("€1,234.50", "1234.50"),
        ("£12.00", "12.00"),
        ("1,234.50 EUR", "1234.50"),
        ("1,234.50 Dr", "1234.50"),
        ("1,234.50 CR", "-1234.50"),
        ("借 1,234.50", "1234.50"),
        ("贷1,234.50", "-1234.50"),
        ("1.5万元", "15000"),
        ("1.5万", "15000"),
        ("2亿", "200000000"),
        ("-", "0"),
        ("--", "0"),
        ("—", "0"),
        ("0", "0"),
        (".5", "0.5"),
        ("'1234.50", "1234.50"),
        ("1,00,000.00", "100000.00"),
        ("+5", "5"),
        ("5.", "5"),
        ("美元 5", "5"),
    ],
)
def test_amounts_as_people_write_them(text: str, wanted: str) -> None:
    assert parse(text) == Decimal(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.5"),
        ("-1.234.567,89", "-1234567.89"),
        ("€ 1.234,50", "1234.50"),
    ],
)
def test_european_amounts(text: str, wanted: str) -> None:
    assert parse(text, ",") == Decimal(wanted)


@pytest.mark.parametrize(
    "text",
    ["abc", "1,23", "12,34.5", "1.2.3", "1E+05", "9.1E+17", "12%", "1/2", "N/A", "1 234 5x", "()", "$"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadNumberError):
        parse(text)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "\x00"])
def test_nothing_is_no_amount_and_no_fault(text: str) -> None:
    assert parse(text) is None


@given(AMOUNTS, st.sampled_from(["{:,}", "{}", "￥{:,}", "{:,}元", "CNY {:,}", " {:,} ", "{:,} USD"]))
def test_written_amounts_come_back(amount: Decimal, style: str) -> None:
    assert parse(style.format(amount)) == amount


@given(AMOUNTS)
def test_european_written_amounts_come_back(amount: Decimal) -> None:
    text = f"{amount:,}".translate(str.maketrans(",.", ".,"))
    assert parse(text, ",") == amount


@given(AMOUNTS.filter(bool))
def test_each_sign_of_a_negative_is_understood(amount: Decimal) -> None:
    size = abs(amount)
    for text in (f"({size:,})", f"{size:,}-", f"-{size:,}", f"{size:,} CR", f"贷 {size}"):
        assert parse(text) == -size


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        value = parse(text)
    except BadNumberError:
        return
    assert value is None or value.is_finite()


@given(AMOUNTS)
def test_the_fast_way_and_the_patient_way_agree(amount: Decimal) -> None:
    minor = int(amount * 100)
    cells: list[Cell] = [f"{amount}", f"{amount:,}", float(amount), f"￥{amount:,}"]
    found = to_amounts(cells, ["CNY"] * 4, ".", Decimal(1), signs=False)
    assert found.values == [minor] * 4
    assert not found.bad
    assert not found.rounded


def test_the_decimal_mark_is_decided_by_all_values() -> None:
    assert decimal_mark(["1.234,50", "12,00", "1.000"]) == ","
    assert decimal_mark(["1,234.50", "12.00", "1,000"]) == "."
    assert decimal_mark(["1.000.000"]) == ","
    assert decimal_mark(["1,000,000"]) == "."
    assert decimal_mark(["1.000", "2.000"], default=",") == ","
    assert decimal_mark([100, 2.5, None, "x"]) == "."


@pytest.mark.parametrize(
    ("text", "expected", "wanted"),
    [
        ("$5", "CNY", "USD"),
        ("$5", "SGD", "SGD"),
        ("HK$5", "CNY", "HKD"),
        ("¥5", "JPY", "JPY"),
        ("¥5", "USD", "CNY"),
        ("€5", "CNY", "EUR"),
        ("RMB 5", "USD", "CNY"),
    ],
)
def test_a_sign_names_its_currency(text: str, expected: str, wanted: str) -> None:
    _, symbol = parse_with_currency(text)
    assert currency_of(symbol, expected) == wanted


def test_binary_dust_is_not_money() -> None:
    assert minor_units(float_to_decimal(0.1 + 0.2), "CNY") == 30
    assert minor_units(float_to_decimal(28640.78), "CNY") == 2864078


def test_finer_than_a_coin_is_rounded_and_said() -> None:
    with pytest.raises(RoundedError) as caught:
        minor_units(Decimal("1.005"), "CNY")
    assert caught.value.minor == 101
    found = to_amounts(["1.005", "12"], ["CNY", "JPY"], ".", Decimal(1), signs=False)
    assert (found.values, found.rounded) == ([101, 12], {0})


def test_a_unit_multiplies() -> None:
    found = to_amounts(["1.5", 2, "abc", None], ["CNY"] * 4, ".", Decimal(10_000), signs=False)
    assert found.values == [1_500_000, 2_000_000, None, None]
    assert found.bad == {2}


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("00123", "00123"),
        ("'00123", "00123"),
        (1001.0, "1001"),
        (1001, "1001"),
        (" A-1 ", "A-1"),
        (None, ""),
        (12345678901234.0, "12345678901234"),
        ("Ａ１", "Ａ１"),
        ("1\x002", "12"),
        ("9E17", "9E17"),
    ],
)
def test_codes_keep_what_they_say(cell: object, wanted: str) -> None:
    assert as_code(cell) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["9.1E+17", "9.14403E+17", 9.14403e17, 1234567890123456.0, "1e+15"])
def test_codes_that_lost_digits_are_refused(cell: str | float) -> None:
    with pytest.raises(LostDigitsError):
        as_code(cell)


def test_cells_as_texts() -> None:
    assert [as_text(cell) for cell in (True, False, 2.5, "a\n b", None)] == ["1", "0", "2.5", "a b", ""]


def test_numbers_are_recognised_in_either_notation() -> None:
    numbers: list[Cell] = ["1.234,50", "1,234.50", 5, 5.5, "-", "￥5"]
    others: list[Cell] = [None, True, "", "A1", "2025-01-01"]
    assert [looks_like_number(cell) for cell in numbers + others] == [True] * 6 + [False] * 5


def test_absurd_numbers_are_no_amounts() -> None:
    cells: list[Cell] = [float("inf"), float("nan"), 1e300, "9" * 40, "1" * 16]
    found = to_amounts(cells, ["CNY"] * 5, ".", Decimal(1), signs=False)
    assert found.values == [None] * 5
    assert found.bad == {0, 1, 2, 3, 4}
