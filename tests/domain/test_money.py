"""Money is exact: minor units, one rounding, splits that sum."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    CURRENCIES,
    Money,
    convert,
    exponent,
    round_minor,
    split,
    to_major,
    to_minor,
    whole_units,
)
from app.domain.problem import DomainError

AMOUNTS = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(("currency", "places"), [("CNY", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3)])
def test_exponents_follow_iso_4217(currency: str, places: int) -> None:
    assert exponent(currency) == places


@given(AMOUNTS, st.sampled_from(CURRENCIES))
def test_minor_and_major_are_inverse(minor: int, currency: str) -> None:
    assert to_minor(to_major(minor, currency), currency) == minor


@pytest.mark.parametrize(("amount", "currency"), [("0.005", "CNY"), ("1.5", "JPY"), ("1.0001", "KWD")])
def test_finer_than_the_currency_is_refused(amount: str, currency: str) -> None:
    with pytest.raises(DomainError) as caught:
        to_minor(amount, currency)
    assert caught.value.code == "money.too_many_decimals"


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.5", 1), ("-0.5", -1), ("1.49", 1), ("2.5", 3), ("-2.5", -3), ("0", 0)],
)
def test_rounding_is_half_up(amount: str, rounded: int) -> None:
    assert round_minor(Decimal(amount)) == rounded


def test_conversion_minds_both_exponents() -> None:
    assert convert(10_000, "USD", "JPY", Decimal("151.37")) == 15_137
    assert convert(15_137, "JPY", "CNY", Decimal("0.0472")) == 71_447
    assert convert(1_000, "KWD", "CNY", Decimal("23.5")) == 2_350


@given(AMOUNTS, st.lists(st.integers(0, 1000), min_size=1, max_size=12).filter(any))
def test_parts_sum_to_the_whole_and_stay_within_one_unit(minor: int, weights: list[int]) -> None:
    parts = split(minor, [Decimal(weight) for weight in weights])
    assert sum(parts) == minor
    for part, weight in zip(parts, weights, strict=True):
        assert abs(Decimal(part) - Decimal(minor) * weight / sum(weights)) < 1


def test_a_third_each_gives_the_odd_cent_to_the_first() -> None:
    assert split(10_000, [Decimal(1)] * 3) == [3_334, 3_333, 3_333]


@pytest.mark.parametrize("weights", [[], [Decimal(0)], [Decimal(2), Decimal(-1)]])
def test_weights_that_split_nothing_are_refused(weights: list[Decimal]) -> None:
    with pytest.raises(DomainError):
        split(100, weights)


def test_currencies_do_not_mix() -> None:
    assert Money.of("1.20", "CNY") + Money(5, "CNY") == Money(125, "CNY")
    assert Money.of("1.20", "CNY").major() == Decimal("1.20")
    with pytest.raises(DomainError):
        Money(1, "CNY") - Money(1, "USD")


@pytest.mark.parametrize(("minor", "whole"), [(149, 100), (150, 200), (-150, -200), (-149, -100), (0, 0)])
def test_whole_units_as_tables_write_them(minor: int, whole: int) -> None:
    assert whole_units(minor, "CNY") == whole
    assert whole_units(minor, "JPY") == minor
