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
        ({"pct": "150", "debt": "5"}, "claim_case.unreadable", "insured_pct"),
        ({"pct": 90, "insured_pct": 80, "debt": "5"}, "claim_case.unreadable", "insured_pct"),
        ({"pct_by_cause": {"default": 101}, "debt": "5"}, "claim_case.unreadable", "pct_by_cause"),
        ({"currency": "ZZZZ", "debt": "5"}, "claim_case.unreadable", "currency"),
        ({"invoice_date": "9999-12-01"}, "claim_case.unreadable", "invoice_date"),
        ({"covered": "500", "debt": "100"}, "claim_case.above", "covered"),
        ({"covered": "500", "credit_limit": "50"}, "claim_case.above", "covered"),
        ({"max_liability_multiple": 30, "debt": "5"}, "claim_case.needs", "premium_paid"),
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


def test_the_case_says_the_last_word_by_whatever_name() -> None:
    for policy, case in (({"insured_pct": 90}, {"pct": 80}), ({"pct": 90}, {"insured_pct": 80})):
        assert reckon(read_case(policy, {**case, "debt": "100"})).figures["payable"] == 80_00


def test_terms_show_in_the_days_where_nobody_says_them() -> None:
    invoice = {"gross": "100", "shipped": "2025-01-01", "due": "2025-04-11"}
    found = reckon(read_case({"max_terms_days": 90}, {"invoices": [invoice]}))
    assert (found.figures["less_long_terms"], found.figures["payable"]) == (100_00, 0)


def test_a_receipt_after_the_loss_is_divided_not_set_against_the_oldest() -> None:
    invoices = [
        {"no": "1", "due": "2025-01-31", "amount": "30000"},
        {"no": "2", "due": "2025-02-28", "amount": "35000"},
    ]
    case = {
        "insured_pct": 90,
        "credit_limit": "50000",
        "invoices": invoices,
        "loss_date": "2025-08-01",
        "receipt": {"date": "2025-08-02", "amount": "13000"},
    }
    found = reckon(read_case({}, case)).figures
    assert (found["covered"], found["payable"]) == (50_000_00, 45_000_00)
    assert (found["to_insured_part"], found["insurer"], found["policyholder"]) == (
        10_000_00,
        9_000_00,
        4_000_00,
    )
