import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.amount_words import english, renminbi
from app.domain.problem import DomainError

ORACLES = json.loads((Path(__file__).parents[1] / "oracles/amount_in_words.json").read_text("utf-8"))
DIGITS = {mark: value for value, mark in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def fen(amount: str) -> int:
    return int(Decimal(amount) * 100)


def read_integer(text: str) -> int:
    """Read capital numerals back by their meaning, independently of how they were written."""
    for mark, unit in (("亿", 10**8), ("万", 10**4)):
        if mark in text:
            high, _, low = text.rpartition(mark)
            return read_integer(high) * unit + read_integer(low)
    total, digit = 0, 0
    for mark in text:
        if mark in PLACES:
            total += digit * PLACES[mark]
            digit = 0
        else:
            digit = DIGITS[mark]
    return total + digit


def read(words: str) -> int:
    text = words.removeprefix("人民币").removesuffix("整")
    yuan, _, rest = text.rpartition("元") if "元" in text else ("", "", text)
    total = read_integer(yuan) * 100
    digit = 0
    for mark in rest:
        if mark in "角分":
            total += digit * (10 if mark == "角" else 1)
        else:
            digit = DIGITS[mark]
    return total


@pytest.mark.parametrize("case", ORACLES["amount_in_words"], ids=lambda case: case["amount"])
def test_canonical_form(case: dict[str, str]) -> None:
    assert renminbi(fen(case["amount"])) == case["canonical"]


@pytest.mark.parametrize("case", ORACLES["pboc_examples"], ids=lambda case: case["amount"])
def test_the_central_banks_examples_with_the_closing_mark(case: dict[str, str]) -> None:
    assert renminbi(fen(case["amount"])) in {f"人民币{case['words']}", f"人民币{case['words']}整"}


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_words_read_back_to_the_same_amount(amount: int) -> None:
    words = renminbi(amount)
    assert read(words) == amount
    assert "零零" not in words
    assert words.endswith(("分", "整"))


def test_a_trillion_of_each_group() -> None:
    assert renminbi(10**14) == "人民币壹万亿元整"
    assert renminbi(123456789012345678) == (
        "人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌亿玖仟零壹拾贰万叁仟肆佰伍拾陆元柒角捌分"
    )


@pytest.mark.parametrize("amount", [10**18, -(10**18)])
def test_beyond_the_largest_amount_it_refuses(amount: int) -> None:
    with pytest.raises(DomainError, match=r"amount_words\.too_large"):
        renminbi(amount)
    with pytest.raises(DomainError, match=r"amount_words\.too_large"):
        english(amount, "USD")


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (0, "USD", "USD zero only"),
        (100530, "USD", "USD one thousand and five and 30/100"),
        (1_000_005, "JPY", "JPY one million and five only"),
        (123_456_789_012, "EUR", ("EUR one billion two hundred and thirty-four million five hundred and "
         "sixty-seven thousand eight hundred and ninety and 12/100")),
        (-4_200, "GBP", "GBP minus forty-two only"),
        (11_019, "KWD", "KWD eleven and 019/1000"),
    ],
)  # fmt: skip
def test_english_words(minor: int, currency: str, words: str) -> None:
    assert english(minor, currency) == words


SMALL = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(),
        [*range(21), 30, 40, 50, 60, 70, 80, 90],
        strict=True,
    )
)
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read_english(words: str) -> int:
    total, group = 0, 0
    for word in words.replace("-", " ").replace(" and ", " ").split():
        if word in LARGE:
            total, group = total + group * LARGE[word], 0
        elif word == "hundred":
            group *= 100
        else:
            group += SMALL[word]
    return total + group


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_english_words_read_back_to_the_same_amount(whole: int) -> None:
    words = english(whole, "JPY").removeprefix("JPY ").removesuffix(" only")
    assert read_english(words) == whole
