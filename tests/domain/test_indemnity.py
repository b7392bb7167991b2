"""What an insurer is to be expected to pay: worked cases, both orders, and the bounds that hold always."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.indemnity import Indemnity, Loss, StepCode, Used, indemnity
from app.domain.money import to_minor
from app.domain.policy import Cause, CountryTerms, PolicyTerms
from app.domain.premium import finance_cap, premium

_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"))["cases"]
}


def minor(case: dict[str, Any], name: str, *, part: str = "inputs") -> int:
    """An amount of a case, in minor units; 0 where it names none."""
    return to_minor(case[part].get(name) or "0", "CNY")


def terms_of(case: dict[str, Any]) -> PolicyTerms:
    """The clauses a case names."""
    given_ = case["inputs"]
    cap = given_.get("max_liability")
    multiple = given_.get("max_liability_multiple")
    return PolicyTerms(
        insured_pct=Decimal(given_.get("insured_pct") or given_.get("policy_pct") or "90"),
        threshold=minor(case, "threshold"),
        threshold_inclusive=given_.get("threshold_inclusive", False),
        each_loss=minor(case, "each_loss"),
        deduct_before_pct=given_.get("deduct_before_pct", False),
        aggregate_first_loss=minor(case, "afl"),
        min_retention=minor(case, "min_retention"),
        max_liability=None if cap is None else to_minor(cap, "CNY"),
        max_liability_multiple=None if multiple is None else Decimal(multiple),
    )


def left(found: Indemnity, code: StepCode) -> int:
    """What was left after a step of the trace."""
    return next(step.left for step in found.steps if step.code is code)


@pytest.mark.parametrize("name", ["P06", "P07a", "P07b", "P07c"])
def test_a_debt_and_what_is_paid_for_it(name: str) -> None:
    case = CASES[name]
    found = indemnity(Loss(minor(case, "debt")), terms_of(case))
    assert found.payable == minor(case, "payable", part="expected")


def test_the_deductible_before_the_percentage() -> None:
    case = CASES["P03"]
    found = indemnity(Loss(minor(case, "debt")), terms_of(case))
    assert left(found, StepCode.EACH_LOSS) == minor(case, "after_each_loss", part="expected")
    share = next(step.taken for step in found.steps if step.code is StepCode.PERCENT)
    assert share == minor(case, "insured_share", part="expected")
    assert found.payable == minor(case, "payable", part="expected")


@pytest.mark.parametrize("name", ["P10", "C16"])
def test_every_step_of_the_full_stack(name: str) -> None:
    case = CASES[name]
    used = Used(minor(case, "afl_used"), minor(case, "liability_used"))
    found = indemnity(Loss(minor(case, "covered")), terms_of(case), used)
    assert left(found, StepCode.COVERED) == minor(case, "covered", part="expected")
    assert left(found, StepCode.PERCENT) == minor(case, "after_pct", part="expected")
    assert left(found, StepCode.EACH_LOSS) == minor(case, "after_each_loss", part="expected")
    assert left(found, StepCode.FIRST_LOSS) == minor(case, "after_afl", part="expected")
    assert found.first_loss == minor(case, "afl_consumed", part="expected")
    assert found.payable == minor(case, "payable", part="expected")


def test_the_first_loss_is_consumed_claim_by_claim() -> None:
    case = CASES["C04"]
    consumed = 0
    for claim, expected in zip(case["inputs"]["claims"], case["expected"]["steps"], strict=True):
        found = indemnity(Loss(to_minor(claim, "CNY")), terms_of(case), Used(first_loss=consumed))
        consumed += found.first_loss
        assert found.first_loss == to_minor(expected["afl_consumed"], "CNY")
        assert found.payable == to_minor(expected["payable"], "CNY")


def test_maximum_liability_as_a_multiple_of_premium() -> None:
    case = CASES["C05"]
    used = Used(0, minor(case, "claims_paid_so_far"), minor(case, "premium_paid"))
    terms = terms_of(case)
    assert terms.liability(used.premium_paid) == minor(case, "max_liability", part="expected")
    found = indemnity(Loss(minor(case, "covered")), terms, used)
    assert left(found, StepCode.PERCENT) == minor(case, "after_pct", part="expected")
    assert found.payable == minor(case, "payable", part="expected")


def test_another_percentage_by_cause() -> None:
    case = CASES["C11"]
    given_ = case["inputs"]
    terms = PolicyTerms(
        pct_by_cause={
            Cause.DEFAULT: Decimal(given_["pct_default"]),
            Cause.REJECTION: Decimal(given_["pct_rejection"]),
        }
    )
    for cause in (Cause.DEFAULT, Cause.REJECTION):
        found = indemnity(Loss(minor(case, "covered"), cause), terms)
        assert found.payable == minor(case, f"payable_{cause}", part="expected")


def test_the_insurer_s_own_percentage_after_a_late_notice() -> None:
    case = CASES["C13"]
    terms, covered = terms_of(case), minor(case, "covered")
    reduced = Decimal(case["inputs"]["reduced_pct"])
    found = [indemnity(Loss(covered, pct=pct), terms).payable for pct in (None, reduced, Decimal(0))]
    names = ("payable_in_time", "payable_reduced", "payable_rejected")
    assert found == [minor(case, name, part="expected") for name in names]


def test_premium_by_declared_turnover_and_its_minimum() -> None:
    case = CASES["C14"]
    terms = PolicyTerms(
        premium_rate=Decimal(case["inputs"]["rate_pct"]), min_premium=minor(case, "min_premium")
    )
    declared = [to_minor(each, "CNY") for each in case["inputs"]["declared"]]
    found = premium(terms, declared, paid=minor(case, "deposit_paid"))
    assert found.turnover == minor(case, "turnover", part="expected")
    assert found.by_rate == minor(case, "premium_by_rate", part="expected")
    assert found.due == minor(case, "premium_due", part="expected")
    assert found.balance == minor(case, "balance_to_pay", part="expected")


def test_what_a_bank_may_lend_on_an_assigned_policy() -> None:
    case = CASES["P17"]
    found = finance_cap(
        minor(case, "declared"), minor(case, "effective_limit"), Decimal(case["inputs"]["insured_pct"])
    )
    assert found == minor(case, "max_finance", part="expected")


amounts = st.integers(0, 10**12)
percentages = st.decimals(0, 100, places=2)


@given(
    covered=amounts,
    pct=percentages,
    threshold=amounts,
    each_loss=amounts,
    first_loss=amounts,
    retention=amounts,
    most=st.none() | amounts,
    before=st.booleans(),
    inclusive=st.booleans(),
    used=st.tuples(amounts, amounts),
)
def test_an_indemnity_keeps_within_its_bounds(
    covered: int,
    pct: Decimal,
    threshold: int,
    each_loss: int,
    first_loss: int,
    retention: int,
    most: int | None,
    before: bool,
    inclusive: bool,
    used: tuple[int, int],
) -> None:
    terms = PolicyTerms(
        insured_pct=pct,
        threshold=threshold,
        threshold_inclusive=inclusive,
        each_loss=each_loss,
        deduct_before_pct=before,
        aggregate_first_loss=first_loss,
        min_retention=retention,
        max_liability=most,
    )
    found = indemnity(Loss(covered), terms, Used(*used))
    assert 0 <= found.payable <= covered
    assert 2 * 100 * found.payable <= 2 * pct * covered + 100  # half a minor unit of rounding at most
    assert covered - found.payable >= min(covered, retention) or not retention
    assert most is None or found.payable <= max(0, most - used[1])
    assert found.first_loss <= max(0, first_loss - used[0])
    assert found.steps[0].left - sum(step.taken for step in found.steps) == found.payable


@pytest.mark.parametrize(
    ("cause", "country", "discretionary", "expected"),
    [
        (Cause.DEFAULT, "NG", False, 50),
        (Cause.REJECTION, "NG", False, 50),
        (Cause.REJECTION, "DE", False, 80),
        (Cause.POLITICAL, "DE", False, 95),
        (Cause.POLITICAL, "NG", False, 50),
        (Cause.DEFAULT, "NG", True, 50),
        (Cause.DEFAULT, "DE", True, 70),
    ],
)
def test_a_country_bounds_what_a_cause_would_give(
    cause: Cause, country: str, discretionary: bool, expected: int
) -> None:
    terms = PolicyTerms(
        pct_by_cause={Cause.DEFAULT: Decimal(90), Cause.REJECTION: Decimal(80)},
        insured_pct_political=Decimal(95),
        insured_pct_discretionary=Decimal(70),
        countries=(CountryTerms("NG", pct=Decimal(50)),),
    )
    assert terms.pct(cause, discretionary=discretionary, country=country) == expected
