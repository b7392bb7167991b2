"""Claims written down by hand: every worked case, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.claim_case import read_case
from app.domain.claim_reckoning import reckon
from app.domain.money import to_major
from app.domain.problem import DomainError

_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES = json.loads(_FILE.read_text("utf-8"))["cases"]


def plain(value: object, currency: str) -> object:
    """An answer as the cases write it."""
    if isinstance(value, int):
        return f"{to_major(value, currency):f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(each, currency) for each in value]
    if isinstance(value, dict):
        return {name: plain(each, currency) for name, each in value.items()}
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_worked_cases(case: dict[str, Any]) -> None:
    made = read_case({}, case["inputs"])
    found = reckon(made).figures
    assert {name: plain(found.get(name), made.currency) for name in case["expected"]} == case["expected"]


def test_two_rules_of_recovery_come_to_the_same() -> None:
    facts = {"debt": "65000", "credit_limit": "50000", "indemnity_paid": "45000", "gross": "13000"}
    for rule in ("borne", "pro_rata"):
        found = reckon(read_case({"recovery_rule": rule, "insured_pct": 90}, facts)).figures
        assert (found["insurer"], found["policyholder"]) == (9_000_00, 4_000_00)


def test_first_losses_after_the_percentage() -> None:
    found = reckon(read_case({"insured_pct": "90", "afl": "100000"}, {"claims": ["40000", "70000", "55000"]}))
    steps = found.figures["steps"]
    assert isinstance(steps, list)
    assert [step["payable"] for step in steps] == [0, 0, 48_500_00]
    assert [step["afl_left"] for step in steps] == [64_000_00, 1_000_00, 0]


@pytest.mark.parametrize(
    ("case", "code", "field"),
    [
        ({"dept": "5"}, "claim_case.unknown", "dept"),
        ({"debt": "-5"}, "claim_case.unreadable", "debt"),
        ({"debt": "5.001"}, "claim_case.unreadable", "debt"),
        ({"debt": "NaN"}, "claim_case.unreadable", "debt"),
        ({"debt": "1e40"}, "claim_case.unreadable", "debt"),
        ({"debt": True}, "claim_case.unreadable", "debt"),
        ({"loss_date": "2025-02-30"}, "claim_case.unreadable", "loss_date"),
        ({"cause": "weather"}, "claim_case.unreadable", "cause"),
        ({"invoices": {}}, "claim_case.unreadable", "invoices"),
        ({"invoices": [{"gross": "5", "colour": 1}]}, "claim_case.unknown", "invoices.colour"),
        ({"invoices": [{"gross": "5", "net": "6"}]}, "claim_case.unreadable", "net"),
        ({"reduced_pct": "101"}, "claim_case.unreadable", "reduced_pct"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(case: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        reckon(read_case({}, case))
    assert (refused.value.code, refused.value.params["field"]) == (code, field)


@pytest.mark.parametrize(
    ("policy", "code"), [({"insured_pct": "x"}, "policy.unreadable"), ([], "claim_case.unreadable")]
)
def test_a_policy_that_cannot_be_read(policy: object, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_case(policy, {"debt": "5"})
    assert refused.value.code == code


def test_facts_from_which_nothing_follows() -> None:
    with pytest.raises(DomainError, match=r"claim_case\.nothing"):
        reckon(read_case({"insured_pct": Decimal(90)}, {"premium_paid": "5"}))
