"""Money after a loss: worked cases, and shares that add up to the minor unit."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import to_minor
from app.domain.policy import RecoveryRule
from app.domain.problem import DomainError
from app.domain.recovery import Debt, before_loss, cost_shares, insured_part, share

_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"))["cases"]
}
DAY = date(2025, 1, 31)


def test_pro_rata_between_insured_and_uninsured_debt() -> None:
    case = CASES["P08"]
    debt, limit, got = (
        to_minor(case["inputs"][name], "GBP") for name in ("debt", "credit_limit", "recovery")
    )
    insured = insured_part(got, covered=limit, debt=debt)
    assert insured == to_minor(case["expected"]["to_insured_part"], "GBP")
    assert got - insured == to_minor(case["expected"]["to_uninsured_part"], "GBP")


def test_by_what_each_side_bore() -> None:
    case = CASES["P12"]
    gross, costs, paid, debt = (
        to_minor(case["inputs"][name], "USD") for name in ("gross", "costs", "indemnity_paid", "claimable")
    )
    found = share(
        RecoveryRule.BORNE, gross, costs=costs, paid=paid, debts=[Debt("1", DAY, debt)], pct=Decimal(90)
    )
    expected = {name: to_minor(value, "USD") for name, value in case["expected"].items()}
    assert (found.net, found.insurer, found.policyholder) == (
        expected["net"],
        expected["insurer"],
        expected["policyholder"],
    )


def test_two_rules_that_come_to_the_same() -> None:
    debts = [Debt("1", DAY, 65_000_00, 50_000_00)]
    for rule in (RecoveryRule.BORNE, RecoveryRule.PRO_RATA):
        found = share(rule, 13_000_00, paid=45_000_00, debts=debts, pct=Decimal(90))
        assert (found.insurer, found.policyholder) == (9_000_00, 4_000_00)


def test_costs_before_and_after_payment() -> None:
    case = CASES["C10"]
    costs, paid, entrusted = (
        to_minor(case["inputs"][name], "USD") for name in ("costs", "indemnity_paid", "entrusted_amount")
    )
    pct = Decimal(case["inputs"]["insured_pct"])
    before, after = cost_shares(costs, pct=pct), cost_shares(costs, pct=pct, paid=paid, entrusted=entrusted)
    expected = {name: to_minor(value, "USD") for name, value in case["expected"].items()}
    assert before.policyholder == expected["own_share_before"]
    assert before.insurer == expected["insurer_share_before"]
    assert after.policyholder == expected["own_share_after"]
    assert after.insurer == expected["insurer_share_after"]


@pytest.mark.parametrize(("gross", "costs"), [(-1, 0), (10, 11), (10, -1)])
def test_amounts_that_cannot_be(gross: int, costs: int) -> None:
    with pytest.raises(DomainError):
        share(RecoveryRule.BORNE, gross, costs=costs, paid=5, debts=[Debt("1", DAY, 10)], pct=Decimal(90))


amounts = st.integers(0, 10**10)
debts = st.lists(
    st.builds(
        lambda n, amount, pct: Debt(str(n), DAY + timedelta(days=n), amount, amount * pct // 100),
        st.integers(0, 200),
        st.integers(1, 10**9),
        st.integers(0, 100),
    ),
    min_size=1,
    max_size=6,
)


@given(st.sampled_from(list(RecoveryRule)), amounts, st.integers(0, 100), debts, st.integers(0, 100))
def test_shares_add_up_to_the_minor_unit(
    rule: RecoveryRule, gross: int, cost_pct: int, owed: list[Debt], paid_pct: int
) -> None:
    costs = gross * cost_pct // 100
    paid = sum(each.covered for each in owed) * paid_pct // 100
    found = share(rule, gross, costs=costs, paid=paid, debts=owed, pct=Decimal(paid_pct))
    assert found.insurer + found.policyholder + found.costs == gross
    assert 0 <= found.insurer <= paid
    assert found.policyholder >= 0


@given(debts, amounts)
def test_a_payment_is_set_against_the_oldest_first(owed: list[Debt], received: int) -> None:
    left = before_loss(owed, received)
    total = sum(each.amount for each in owed)
    assert sum(left) == max(0, total - received)
    reached = [debt.due for debt, rest in zip(owed, left, strict=True) if rest < debt.amount]
    untouched = [debt.due for debt, rest in zip(owed, left, strict=True) if rest == debt.amount]
    assert not reached or not untouched or max(reached) <= min(untouched)
