"""What a policy says that cannot be, or is worth another look at the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import Anchor, CountryTerms, Frequency, Period, PolicyTerms, Scope
from app.domain.policy_check import check, neighbours
from app.domain.policy_guide import (
    ASKED_FIRST,
    GROUPS,
    IN_ORDER,
    KINDS,
    choices,
    group_of,
    unlocated,
    unsaid,
)
from app.domain.policy_period import Policy
from app.domain.policy_text import CLAUSES
from app.domain.problem import Severity
from app.words import say

RECORD = InsurancePolicy("大地", "D-1", date(2025, 4, 1), date(2026, 3, 31), "CNY", "{}", state="active")
SOUND = PolicyTerms(
    max_extension_days=60,
    waiting_days=180,
    notify=(Period(Anchor.MEP_END),),
    claim=(Period(Anchor.MEP_END, months=6),),
    premium_rate=Decimal("0.3"),
    declaration=Frequency.MONTH,
    declaration_due=Period(Anchor.PERIOD_END, 10),
    vat_pct=Decimal(13),
)
WHERE = dict.fromkeys(CLAUSES, "8")


def codes(terms: PolicyTerms, record: InsurancePolicy = RECORD) -> list[str]:
    return [one.code.removeprefix("policy_check.") for one in check(terms, record)]


def test_a_sound_policy_is_left_alone() -> None:
    assert codes(replace(SOUND, where=WHERE)) == []
    assert codes(SOUND) == ["unlocated"]


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        ({"insured_pct": Decimal(105)}, "share", "insured_pct"),
        ({"insured_pct": Decimal(0)}, "insures_nothing", "insured_pct"),
        ({"max_extension_days": None}, "no_extension", "notify"),
        ({"claim": (Period(Anchor.WAITING_END, 30),), "waiting_days": None}, "no_waiting", "claim"),
        ({"claim": (Period(Anchor.FILED, 1),)}, "from_itself", "claim"),
        ({"max_liability": 0}, "insures_nothing", "max_liability"),
        ({"max_liability": 100, "each_loss": 100}, "above_liability", "each_loss"),
        ({"excluded_countries": ("Iran",)}, "country", "excluded_countries"),
        ({"countries": (CountryTerms("US"), CountryTerms("US"))}, "twice", "countries"),
        (
            {"countries": (CountryTerms("IR"),), "excluded_countries": ("IR",)},
            "open_and_excluded",
            "countries",
        ),
        ({"listed_countries_only": True}, "no_country", "listed_countries_only"),
        ({"excluded_methods": ("cash",)}, "method", "excluded_methods"),
        ({"max_terms_days": 0}, "insures_nothing", "max_terms_days"),
        ({"where": {**WHERE, "insured": "3"}}, "no_clause", ""),
    ],
)
def test_what_cannot_be_is_an_error(change: dict[str, Any], code: str, at: str) -> None:
    found = check(replace(SOUND, **{"where": WHERE, **change}), RECORD)
    assert (code, at) in {
        (one.code.removeprefix("policy_check."), one.params["at"])
        for one in found
        if one.severity is Severity.ERROR
    }


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"notify": ()}, "missing"),
        ({"insured_pct_discretionary": Decimal(95)}, "discretion_above"),
        ({"scope": Scope.DOMESTIC, "insured_pct_political": Decimal(90)}, "political_at_home"),
        ({"claim": (Period(Anchor.DUE, 90),)}, "claim_before_waiting"),
        ({"notify": (Period(Anchor.DUE, 200),)}, "notice_after_waiting"),
        ({"claim": (Period(Anchor.DUE, 30),), "notify": (Period(Anchor.DUE, 60),)}, "claim_before_notice"),
        ({"premium_rate": Decimal(6)}, "rate_per_mille"),
        ({"max_liability_multiple": Decimal(30), "premium_rate": Decimal(0)}, "multiple_of_nothing"),
        ({"deduct_before_pct": True}, "nothing_deducted"),
        ({"discretionary_limit": 100}, "evidence_unsaid"),
        ({"discretionary_evidence": "report"}, "evidence_for_nothing"),
        ({"declaration_due": None}, "missing"),
        ({"declaration": Frequency.NONE}, "nothing_declared"),
        ({"declaration": Frequency.SHIPMENT}, "declared_from"),
        ({"vat_pct": Decimal(0)}, "no_vat_rate"),
        ({"loss_payee_scope": "policy"}, "no_payee"),
        ({"unchecked": ("claim",)}, "unchecked"),
        ({"max_terms_days": 60, "countries": (CountryTerms("US", max_terms_days=90),)}, "country_terms"),
    ],
)
def test_what_is_odd_is_a_warning(change: dict[str, Any], code: str) -> None:
    found = check(replace(SOUND, **{"where": WHERE, **change}), RECORD)
    assert f"policy_check.{code}" in {one.code for one in found if one.severity is Severity.WARNING}
    for one in found:
        for lang in ("zh", "en"):
            assert "{" not in say(one.code, lang, **one.params)


def test_how_renewals_meet() -> None:
    first = Policy(replace(RECORD, id=1), SOUND)
    after = replace(RECORD, id=2, start=date(2026, 4, 3), end=date(2027, 3, 31), previous_id=1)
    assert [one.params["n"] for one in neighbours(Policy(after, SOUND), [first])] == [2]
    seamless = Policy(replace(after, start=date(2026, 4, 1)), SOUND)
    assert neighbours(seamless, [first]) == []
    doubled = Policy(replace(after, start=date(2026, 3, 1), currency="USD"), SOUND)
    assert [one.code.rpartition(".")[2] for one in neighbours(doubled, [first])] == [
        "other_currency",
        "overlaps",
    ]
    abroad = Policy(replace(after, start=date(2026, 3, 1)), replace(SOUND, scope=Scope.EXPORT))
    assert neighbours(abroad, [first]) == []


def test_the_guide_holds_every_clause_once() -> None:
    assert sorted(IN_ORDER) == sorted(CLAUSES) == sorted(KINDS)
    assert set(ASKED_FIRST) <= set(CLAUSES)
    assert {group_of(name) for name in CLAUSES} == {group.code for group in GROUPS}
    assert choices("claim")
    assert choices("scope") == ("domestic", "export", "both")
    assert choices("insured_pct") == ()


def test_what_a_hurried_reader_still_has_to_say() -> None:
    assert "insured_pct" in unsaid(PolicyTerms())
    assert "insured_pct" not in unsaid(PolicyTerms(where={"insured_pct": "p. 1"}))
    assert unlocated(PolicyTerms(max_terms_days=90)) == ("max_terms_days",)
    assert unlocated(PolicyTerms(max_terms_days=90, where={"max_terms_days": " "})) == ("max_terms_days",)
