"""Credit limits and exposure: the published cases, and that no goods are counted twice."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.credit_limit import (
    Candidate,
    CandidateCode,
    Limit,
    LimitState,
    Room,
    insured,
    need,
    room,
    share,
    suggest,
)
from app.domain.exposure import OrderLine, Piece, exposure
from app.domain.money import Money, convert
from app.domain.problem import DomainError

ORACLES = Path(__file__).parents[1] / "oracles"
CASES: dict[str, Any] = {
    case["id"]: case
    for name in ("scoring", "credit")
    for case in json.loads((ORACLES / f"{name}.json").read_text("utf-8"))["cases"]
}


def cny(major: object) -> Money:
    return Money.of(str(major), "CNY")


def limit(major: object) -> Limit:
    return Limit(LimitState.SET, cny(major))


def test_need_is_purchases_over_terms_and_delay() -> None:
    case = CASES["limit_need"]["inputs"]
    found = need(
        case["annual_purchases"] * 100, case["terms_days"], case["avg_days_late"], Decimal(str(case["vat"]))
    )
    assert found.amount is not None
    assert float(found.amount) / 100 == pytest.approx(CASES["limit_need"]["expected"]["limit"])
    assert need(100, 30, -40).amount == 0


def test_own_revenue_caps_what_is_wanted() -> None:
    case = CASES["limit_cap15"]
    raw = Candidate(CandidateCode.NEED, Decimal(case["inputs"]["raw_limit"]) * 100)
    percent = Decimal(str(case["inputs"]["cap"])) * 100
    cap = share(CandidateCode.OWN_REVENUE, case["inputs"]["own_annual_revenue"] * 100, percent)
    found = suggest([raw, cap], step=100_00)
    assert found.amount == case["expected"]["limit"] * 100
    assert found.bound_by is CandidateCode.OWN_REVENUE


def test_additive_risk_amounts() -> None:
    case = CASES["limit_treasurer"]
    total = case["inputs"]["equity_amount"] + case["inputs"]["profit_amount"]
    found = suggest([Candidate(CandidateCode.ADDITIVE, Decimal(total))], step=1)
    assert found.amount == case["expected"]["limit"]


def test_the_suggestion_is_rounded_down_and_unknown_candidates_do_not_bind() -> None:
    unknown = share(CandidateCode.NET_WORTH, None, Decimal(10))
    assert unknown.why == "limit.base_unknown"
    found = suggest(
        [unknown, insured(None, 5), Candidate(CandidateCode.PREVIOUS, Decimal(19_999))], step=5_000
    )
    assert (found.amount, found.bound_by) == (15_000, CandidateCode.PREVIOUS)
    assert suggest([unknown], step=1).amount is None
    assert share(CandidateCode.NET_WORTH, -100, Decimal(10)).amount == 0
    assert insured(100, 20).amount == 120
    with pytest.raises(DomainError):
        suggest([], step=0)


def test_no_limit_and_a_limit_of_nothing_are_two_things() -> None:
    owed = cny(CASES["CL01"]["given"]["receivable"])
    expected = CASES["CL01"]["expect"]
    limits = {"limit_null": Limit(LimitState.UNSET), "limit_0": limit(0), "limit_200": limit(200)}
    for name, cases in expected.items():
        for added, answer in cases.items():
            fits = room(limits[name], owed, cny(added.removeprefix("add_")))[0]
            assert (fits is not Room.EXCEEDED) is (answer == "ok"), (name, added)
    assert room(Limit(LimitState.NOT_CHECKED), owed, cny(1))[0] is Room.NOT_CHECKED


def test_a_limit_outside_its_days_is_none() -> None:
    dated = Limit(LimitState.SET, cny(1), date(2025, 1, 1), date(2025, 6, 30))
    assert dated.on(date(2025, 6, 30)) == dated
    assert dated.on(date(2025, 7, 1)).state is LimitState.UNSET
    assert dated.on(date(2024, 12, 31)).state is LimitState.UNSET


def test_an_order_over_what_is_left() -> None:
    case = CASES["CL13"]
    fits, left = room(limit(250), cny("246.05"), cny("64.20"))
    assert fits is Room.EXCEEDED
    assert left == cny("-60.25")
    assert cny("246.05") + cny("64.20") == cny(case["expect"]["would_be"])


def test_a_group_limit_is_one_pool() -> None:
    case = CASES["CL14"]
    used = cny(sum(case["given"]["unpaid"]))
    left = case["expect"]["available_for_next_member"]
    assert room(limit(case["given"]["group_limit"]), used, cny(left)) == (Room.FITS, cny(0))
    assert room(limit(case["given"]["group_limit"]), used, cny(left + 1))[0] is Room.EXCEEDED


@pytest.mark.parametrize(("rate", "answer"), [("0.5", "ok"), ("2.0", "blocked")])
def test_a_limit_in_another_currency(rate: str, answer: str) -> None:
    case = CASES["CL10"]
    assert case["expect"][f"rate_{rate}"] == answer
    order = convert(case["given"]["order_foreign"] * 100, "USD", "CNY", Decimal(rate))
    fits = room(limit(case["given"]["limit"]), cny(0), Money(order, "CNY"))[0]
    assert (fits is Room.FITS) is (answer == "ok")


def test_orders_count_once_confirmed() -> None:
    case = CASES["CL08"]
    risk = exposure(open_items=0, orders=[OrderLine(case["given"]["order"])])
    assert risk.total == case["expect"]["exposure"]
    both = exposure(open_items=0, orders=[OrderLine(100), OrderLine(100)])
    assert both.total == case["expect"]["after_override"]


def test_pieces_and_their_sum() -> None:
    risk = exposure(
        open_items=500, unapplied=80, bills_held=30, returned=20, orders=[OrderLine(100, 40, 10, 5)]
    )
    assert dict(risk.pieces) == {
        Piece.OPEN_ITEMS: 500,
        Piece.UNAPPLIED: -80,
        Piece.BILLS_HELD: 30,
        Piece.RETURNED: 20,
        Piece.DELIVERED: 30,
        Piece.ORDERED: 55,
    }
    assert risk.total == 555
    assert exposure(open_items=0, unapplied=9).total == 0
    assert OrderLine(100, 40, 10, cancelled=True).unbilled == 0


STEPS = st.permutations(["deliver", "invoice", "pay"])


@given(st.integers(1, 10**9), st.data(), STEPS)
def test_goods_count_once_from_order_to_payment(amount: int, data: st.DataObject, steps: list[str]) -> None:
    """Whatever part moves in whatever order, an order fully open is at risk with its amount, no more."""
    delivered = invoiced = open_items = paid = 0
    for step in steps:
        if step == "deliver":
            delivered = data.draw(st.integers(0, amount))
        elif step == "invoice":
            invoiced = data.draw(st.integers(0, amount))
            open_items = invoiced
        else:
            paid = data.draw(st.integers(0, open_items))
            open_items -= paid
        risk = exposure(open_items=open_items, orders=[OrderLine(amount, delivered, invoiced)])
        assert risk.total == amount - paid
