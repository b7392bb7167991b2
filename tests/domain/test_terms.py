"""Payment terms: how they are written, what they mean in due dates, and that nothing is lost."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import Shift, WeekendsOnly
from app.domain.problem import DomainError
from app.domain.terms import (
    Discount,
    DueRule,
    TermPart,
    Terms,
    describe,
    due_parts,
    format_terms,
)
from app.domain.terms_text import parse_terms
from app.words import say

ORACLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "oracles" / "terms.json").read_text(encoding="utf-8")
)
WRITTEN = {"net_30": "net 30", "last_day_of_following_month": "last day of following month", "no_terms": ""}


def due(text: str, start: date, amount: int = 100) -> list[tuple[date, int]]:
    return due_parts(parse_terms(text), start, amount, WeekendsOnly(), "CN")


@pytest.mark.parametrize("case", ORACLES["due_dates"], ids=lambda case: f"{case['id']} {case['source']}")
@pytest.mark.parametrize("name", WRITTEN)
def test_oracle_due_dates(case: dict[str, Any], name: str) -> None:
    for start, expected in zip(case["given"]["invoice_dates"], case["expect"][name], strict=True):
        found = due(WRITTEN[name], date.fromisoformat(start))
        assert found == [(date.fromisoformat(expected), 100)]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("net 30", "net 30"),
        ("30", "net 30"),
        ("30天", "net 30"),
        ("３０ 天", "net 30"),
        ("账期60天", "net 60"),
        ("信用期 30 天", "net 30"),
        ("三十天", "net 30"),
        ("开票后30日内付款", "net 30"),
        ("自开票之日起45天", "net 45"),
        ("payment within 30 days", "net 30"),
        ("Due in 14 days", "net 14"),
        ("30 days from invoice date", "net 30"),
        ("n/30", "net 30"),
        ("2 weeks", "net 14"),
        ("三个月", "net 3 months"),
        ("月结30天", "eom + 30"),
        ("月结 30 天", "eom + 30"),
        ("月结60", "eom + 60"),
        ("EOM 30", "eom + 30"),
        ("end of month + 30", "eom + 30"),
        ("30 EOM", "eom + 30"),
        ("net 30 EOM", "eom + 30"),
        ("本月底", "eom"),
        ("月结2个月", "last day of month + 2"),
        ("60 days then end of month", "net 60 then eom"),
        ("次月15日", "day 15 of month + 1"),
        ("次月十五日", "day 15 of month + 1"),
        ("15th of next month", "day 15 of month + 1"),
        ("due on the 15th of the following month", "day 15 of month + 1"),
        ("15 MFI", "day 15 of month + 1"),
        ("月结，次月25日付款", "day 25 of month + 1"),
        ("下下月10号", "day 10 of month + 2"),
        ("每月25日", "every day 25"),
        ("every 25th", "every day 25"),
        ("每月底", "every last day"),
        ("last day of following month", "last day of month + 1"),
        ("次月底", "last day of month + 1"),
        ("cod", "cash"),
        ("C.O.D.", "cash"),
        ("现金", "cash"),
        ("货到付款", "cash"),
        ("款到发货", "prepaid"),
        ("Cash in advance", "prepaid"),
        ("due on receipt", "due on receipt"),
        ("见票即付", "due on receipt"),
        ("", "due on receipt"),
        ("30% 预付, 70% 60天", "30% prepaid, 70% net 60"),
        ("30%预付70%发货后60天", "30% prepaid, 70% net 60"),
        ("预付30%，余款60天", "30% prepaid, 70% net 60"),
        ("百分之三十预付，百分之七十月结60天", "30% prepaid, 70% eom + 60"),
        ("三成预付，七成月结30天", "30% prepaid, 70% eom + 30"),
        ("30/70: 0,60", "30% due on receipt, 70% net 60"),
        ("20% deposit, 50% net 30, 30% net 60", "20% prepaid, 50% net 30, 30% net 60"),
        ("50% in advance and balance on delivery", "50% prepaid, 50% cash"),
        ("33.3% 30天，33.3% 60天，33.3% 90天", "33.3% net 30, 33.3% net 60, 33.4% net 90"),
        ("分3期，每期30天", "33.33% net 30, 33.33% net 60, 33.34% net 90"),
        ("月结30天，遇节假日顺延", "eom + 30; next working day"),
        ("30天（遇节假日提前至前一个工作日）", "net 30; previous working day"),
        ("net 30, next working day", "net 30; next working day"),
        ("30% deposit, 70% net 60; next business day", "30% prepaid, 70% net 60; next working day"),
        ("2/10 net 30", "2/10 net 30"),
        ("2% 10 Net 30", "2/10 net 30"),
        ("2/10, n/30", "2/10 net 30"),
        ("3/5 2/10 net 30", "3/5 2/10 net 30"),
        ("1/20, 2/10, n/60", "2/10 1/20 net 60"),
        ("3% 5 days, 1.5% 10 days, net 30", "3/5 1.5/10 net 30"),
        ("10天内付款优惠2%，30天", "2/10 net 30"),
        (
            "5天内付款享受3%折扣，10天内付清优惠2%，月结30天",
            "3% discount within 5 days, 2% discount within 10 days, eom + 30",
        ),
    ],
)
def test_reads_what_people_write(text: str, canonical: str) -> None:
    assert format_terms(parse_terms(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "net thirty",
        "99999",
        "次月40日",
        "质保金10% 一年",
        "2025-03-31",
        "次月",
        "遇节假日顺延",
        "%",
        ":",
    ],
)
def test_unknown_terms_name_the_forms(text: str) -> None:
    with pytest.raises(DomainError) as caught:
        parse_terms(text)
    assert caught.value.code == "terms.unknown"
    assert text in say(caught.value.code, "zh", **caught.value.params)
    assert "net 30" in say(caught.value.code, "en", **caught.value.params)


@pytest.mark.parametrize(("text", "total"), [("30% 预付", "30"), ("40% net 30, 50% net 60", "90")])
def test_parts_must_sum_to_the_whole(text: str, total: str) -> None:
    with pytest.raises(DomainError) as caught:
        parse_terms(text)
    assert (caught.value.code, caught.value.params["total"]) == ("terms.shares", total)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("月结30天", date(2025, 1, 10), date(2025, 3, 2)),
        ("月结30天", date(2024, 1, 31), date(2024, 3, 1)),
        ("eom", date(2024, 2, 1), date(2024, 2, 29)),
        ("net 60 then eom", date(2025, 1, 10), date(2025, 3, 31)),
        ("1 month", date(2025, 1, 31), date(2025, 2, 28)),
        ("次月15日", date(2025, 12, 31), date(2026, 1, 15)),
        ("次月底", date(2025, 1, 31), date(2025, 2, 28)),
        ("每月25日", date(2025, 3, 24), date(2025, 3, 25)),
        ("每月25日", date(2025, 3, 25), date(2025, 3, 25)),
        ("每月25日", date(2025, 3, 26), date(2025, 4, 25)),
        ("每月31日", date(2025, 2, 27), date(2025, 2, 28)),
        ("当月10日", date(2025, 3, 26), date(2025, 3, 26)),
        ("net 30; next working day", date(2025, 2, 6), date(2025, 3, 10)),
        ("net 30; previous working day", date(2025, 2, 6), date(2025, 3, 7)),
        ("net 1; previous working day", date(2025, 3, 8), date(2025, 3, 8)),
    ],
)
def test_due_dates(text: str, start: date, expected: date) -> None:
    assert due(text, start) == [(expected, 100)]


def test_parts_sum_exactly() -> None:
    found = due("33.33% net 30, 33.33% net 60, 33.34% net 90", date(2025, 1, 1), 10_000)
    assert [amount for _, amount in found] == [3333, 3333, 3334]


def test_a_part_worth_nothing_is_left_out() -> None:
    assert due("50% prepaid, 50% net 30", date(2025, 1, 1), 1) == [(date(2025, 1, 1), 1)]
    assert due("50% prepaid, 50% net 30", date(2025, 1, 1), 0) == [(date(2025, 1, 31), 0)]


days = st.integers(0, 3650)
months = st.integers(0, 120)
month_days = st.integers(1, 31)
parts = st.one_of(
    st.sampled_from([TermPart(DueRule.PREPAID), TermPart(DueRule.CASH), TermPart(DueRule.RECEIPT)]),
    st.builds(TermPart, st.sampled_from([DueRule.NET, DueRule.END_OF_MONTH, DueRule.NET_THEN_END]), days),
    st.builds(lambda n: TermPart(DueRule.MONTHS, months=n), months),
    st.builds(lambda n, d: TermPart(DueRule.MONTH_DAY, months=n, day=d), months, month_days),
    st.builds(lambda d: TermPart(DueRule.EVERY, day=d), month_days),
)


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    count = draw(st.integers(1, 5))
    cuts = sorted(draw(st.lists(st.integers(1, 9999), min_size=count - 1, max_size=count - 1, unique=True)))
    bounds = [0, *cuts, 10_000]
    shares = [Decimal(b - a).scaleb(-2) for a, b in pairwise(bounds)]
    chosen = draw(st.lists(parts, min_size=count, max_size=count))
    built = tuple(
        TermPart(p.rule, p.days, p.months, p.day, share) for p, share in zip(chosen, shares, strict=True)
    )
    discounts: tuple[Discount, ...] = ()
    if draw(st.booleans()):
        tiers = (Discount(Decimal(3), 5), Discount(Decimal("1.5"), 10))
        discounts = draw(st.sampled_from([(), tiers[1:], tiers]))
    return Terms(built, draw(st.sampled_from(Shift)), discounts)


@given(any_terms())
def test_canonical_text_reads_back_to_the_same_terms(terms: Terms) -> None:
    assert parse_terms(format_terms(terms)) == terms


@given(any_terms(), st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(1, 10**9))
def test_due_parts_sum_to_the_amount_and_never_precede_the_invoice(
    terms: Terms, start: date, amount: int
) -> None:
    found = due_parts(terms, start, amount, WeekendsOnly(), "CN")
    assert sum(part for _, part in found) == amount
    assert all(part > 0 and day >= start for day, part in found)
    assert [day for day, _ in found] == sorted(day for day, _ in found)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        terms = parse_terms(text)
    except DomainError as error:
        assert error.code in {"terms.unknown", "terms.shares", "terms.tiers"}  # noqa: PT017 - either outcome is fine
    else:
        assert parse_terms(format_terms(terms)) == terms


@given(any_terms())
def test_every_term_has_words(terms: Terms) -> None:
    for code, params in describe(terms):
        assert say(code, "zh", **params)
        assert say(code, "en", **params)
