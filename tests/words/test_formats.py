from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import LANGUAGES, aging, papers, say
from app.words import formats as f


@pytest.mark.parametrize(
    ("minor", "exponent", "text"),
    [
        (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "−0.05"), (123456789, 2, "1,234,567.89"),
        (1234, 0, "1,234"), (-1234567, 3, "−1,234.567"), (10**20, 2, "1,000,000,000,000,000,000.00"),
    ],
)  # fmt: skip
def test_amounts(minor: int, exponent: int, text: str) -> None:
    assert f.amount(minor, exponent) == text


@pytest.mark.parametrize(
    ("minor", "text"), [(49, "0"), (50, "1"), (-50, "−1"), (-49, "0"), (123450, "1,235")]
)
def test_whole_amounts_round_half_up(minor: int, text: str) -> None:
    assert f.amount(minor, 2, decimals=False) == text


def test_nothing_is_a_dash_where_asked() -> None:
    assert f.amount(0, 2, zero_dash=True) == "–"
    assert f.amount(1, 2, zero_dash=True) == "0.01"


@given(st.integers(-(10**20), 10**20), st.integers(0, 4))
def test_an_amount_reads_back_exactly(minor: int, exponent: int) -> None:
    text = f.amount(minor, exponent).replace("−", "-").replace(",", "")
    assert Decimal(text).scaleb(exponent) == minor


def test_percentages() -> None:
    assert f.percent(1, 3) == "33.3%"
    assert f.percent(-1, 3) == "−33.3%"
    assert f.percent(2, 3, places=0) == "67%"
    assert f.percent(5, 0) == "–"
    assert f.ratio(Decimal("0.0625")) == "6.3%"
    assert f.ratio(Decimal("12.5")) == "1,250.0%"


def test_days() -> None:
    day = date(2025, 12, 31)
    assert f.day_in_column(day, "zh") == "2025-12-31"
    assert f.day_in_column(day, "en") == "31 Dec 2025"
    assert f.day_in_column(None, "en") == ""
    assert f.day_in_sentence(day, "zh") == "2025 年 12 月 31 日"
    assert f.day_in_sentence(day, "zh", year=False) == "12 月 31 日"
    assert f.day_in_sentence(day, "en") == "31 Dec 2025"
    assert f.day_in_sentence(day, "en", year=False) == "31 Dec"


def test_counts_of_days() -> None:
    assert [f.days(n, "en") for n in (1, 3)] == ["1 day", "3 days"]
    assert f.days(3, "zh") == "3 天"
    assert [f.age(n, "zh") for n in (41, 0, -12)] == ["逾期 41 天", "今天到期", "还有 12 天"]
    assert [f.age(n, "en") for n in (41, 0, -12)] == ["41 d late", "Due today", "in 12 d"]
    assert [f.countdown(n, "zh") for n in (-3, 0, 6)] == ["超期 3 天", "今天", "剩 6 天"]
    assert [f.countdown(n, "en") for n in (-3, 0, 6)] == ["3 d late", "Today", "6 d left"]


def test_money_in_sentences() -> None:
    assert f.money(25316669, 2, "CNY", "zh") == "人民币 253,166.69 元"
    assert f.money(4620000, 2, "USD", "zh") == "美元 46,200.00"
    assert f.money(4620000, 2, "USD", "en") == "USD 46,200.00"
    assert f.currency_name("USD", "en") == "US Dollar"
    assert (f.unit_name("CNY", "zh"), f.unit_name("EUR", "zh"), f.unit_name("CNY", "en")) == (
        "人民币元", "欧元", "CNY",
    )  # fmt: skip
    assert f.count(-12345) == "−12,345"


def test_bucket_names() -> None:
    limits = (30, 60, 90)
    assert f.bucket_labels(limits, "zh") == ("未到期", "1–30 天", "31–60 天", "61–90 天", "90 天以上")
    assert f.bucket_labels(limits, "zh", full=True)[1] == "逾期 1–30 天"
    assert f.bucket_labels(limits, "en") == (
        "Not due",
        "1–30 days",
        "31–60 days",
        "61–90 days",
        "Over 90 days",
    )
    assert f.bucket_labels(limits, "en", full=True)[1] == "1–30 days late"
    assert f.bucket_labels((1, 2), "en", basis="invoice", full=True) == (
        "Day 0",
        "Day 1",
        "Day 2",
        "Over 2 days",
    )


@pytest.mark.parametrize("code", sorted({**aging.WORDS, **papers.WORDS}))
def test_every_code_speaks_both_languages_with_the_same_fields(code: str) -> None:
    texts = {**aging.WORDS, **papers.WORDS}[code]
    fields = [{part.split("}")[0] for part in text.split("{")[1:]} for text in texts]
    assert len(texts) in {2, 3}
    assert all(texts)
    assert all(each == fields[0] for each in fields)
    values = dict.fromkeys(fields[0] | {"n"}, 2)
    assert all(say(code, lang, **values) for lang in LANGUAGES)
