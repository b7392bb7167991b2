"""Clauses as JSON: any policy comes back as it went, templates read, and nonsense is named."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.buyer_limit import METHODS
from app.domain.policy import (
    Anchor,
    Basis,
    Cause,
    CountryTerms,
    Frequency,
    FxRule,
    LateNotice,
    LimitUsage,
    Period,
    PolicyTerms,
    RecoveryRule,
    Scope,
)
from app.domain.policy_text import AMOUNTS, CLAUSES, DAYS, FLAGS, PERCENTAGES, PERIODS, parse, read, to_text
from app.domain.problem import DomainError

DAY_COUNTS = st.integers(0, 3650)
SHARES = st.decimals(0, 100, places=3)
MONEY = st.integers(0, 10**13)
TEXTS = st.text(max_size=12)
PERIOD = st.builds(Period, st.sampled_from(Anchor), DAY_COUNTS, st.integers(0, 60), st.sampled_from(Basis))
COUNTRY = st.builds(
    CountryTerms,
    st.from_regex(r"[A-Z]{2}", fullmatch=True),
    st.booleans(),
    st.none() | SHARES,
    st.none() | DAY_COUNTS,
    st.none() | DAY_COUNTS,
)
OPEN = {
    "insured_pct_political",
    "insured_pct_discretionary",
    "max_terms_days",
    "max_extension_days",
    "invoicing_days",
    "preshipment_days",
    "waiting_days",
    "waiting_days_political",
    "max_liability",
    "max_liability_multiple",
    "discretionary_limit",
    "small_dispute_pct",
}


def perhaps(name: str, kind: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None where the clause may be absent."""
    return st.none() | kind if name in OPEN else kind


TERMS = st.builds(
    PolicyTerms,
    scope=st.sampled_from(Scope),
    **{name: perhaps(name, MONEY) for name in AMOUNTS},
    **{name: perhaps(name, SHARES) for name in PERCENTAGES},
    **{name: perhaps(name, DAY_COUNTS) for name in DAYS},
    **{name: st.booleans() for name in FLAGS},
    **{name: st.lists(PERIOD, max_size=3).map(tuple) for name in PERIODS},
    pct_by_cause=st.dictionaries(st.sampled_from(Cause), SHARES, max_size=3),
    waiting_anchor=st.sampled_from(Anchor),
    late_notice=st.sampled_from(LateNotice),
    declaration=st.sampled_from(Frequency),
    declaration_due=st.none() | PERIOD,
    fx_rule=st.sampled_from(FxRule),
    limit_usage=st.sampled_from(LimitUsage),
    recovery_rule=st.sampled_from(RecoveryRule),
    discretionary_evidence=TEXTS,
    loss_payee=TEXTS,
    loss_payee_scope=TEXTS,
    excluded_countries=st.lists(st.sampled_from(["IR", "KP", "RU"]), max_size=2).map(tuple),
    excluded_goods=st.lists(TEXTS, max_size=2).map(tuple),
    excluded_buyers=st.lists(st.integers(1, 10**9), max_size=3).map(tuple),
    excluded_methods=st.lists(st.sampled_from(METHODS), max_size=2).map(tuple),
    excluded_kinds=st.lists(TEXTS, max_size=2).map(tuple),
    countries=st.lists(COUNTRY, max_size=2).map(tuple),
    where=st.dictionaries(st.sampled_from(CLAUSES), TEXTS, max_size=3),
    unchecked=st.lists(st.sampled_from(CLAUSES), max_size=3).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(TERMS)
def test_any_policy_comes_back_as_it_went(terms: PolicyTerms) -> None:
    text = to_text(terms)
    assert parse(text) == terms
    assert to_text(parse(text)) == text


def test_a_plain_policy_says_nothing() -> None:
    assert to_text(PolicyTerms()) == "{}"
    assert parse("") == parse("{}") == PolicyTerms()


def test_amounts_in_major_units_by_currency() -> None:
    assert read({"each_loss": "1000.50"}, "CNY").each_loss == 100_050
    assert read({"each_loss": 1000}, "JPY").each_loss == 1000
    with pytest.raises(DomainError, match=r"policy\.unreadable"):
        read({"each_loss": "0.5"}, "JPY")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[", "policy.unreadable"),
        ("[]", "policy.unreadable"),
        ('{"insured_pc": 90}', "policy.unknown_clause"),
        ('{"insured_pct": "NaN"}', "policy.unreadable"),
        ('{"insured_pct": true}', "policy.unreadable"),
        ('{"insured_pct": null}', "policy.unreadable"),
        ('{"each_loss": 1.5}', "policy.unreadable"),
        ('{"each_loss": 1e400}', "policy.unreadable"),
        ('{"max_terms_days": -1}', "policy.unreadable"),
        ('{"notify": {"anchor": "due"}}', "policy.unreadable"),
        ('{"notify": [{"anchor": "yesterday"}]}', "policy.unreadable"),
        ('{"notify": [{"anchor": "due", "weeks": 2}]}', "policy.unreadable"),
        ('{"countries": [{"pct": 5}]}', "policy.unreadable"),
        ('{"excluded_buyers": ["3"]}', "policy.unreadable"),
        ('{"pct_by_cause": {"theft": 5}}', "policy.unreadable"),
        ('{"vat_covered": 1}', "policy.unreadable"),
        ("[" * 100_000, "policy.unreadable"),
    ],
)
def test_nonsense_is_refused_by_its_clause(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        parse(text)
    assert refused.value.code == code


def test_the_templates_read() -> None:
    path = Path(__file__).parents[2] / "resources" / "insurance_templates.json"
    for one in json.loads(path.read_text("utf-8"))["templates"]:
        terms = read(one["terms"])
        assert parse(to_text(terms)) == terms
        assert set(one["sources"]) <= set(CLAUSES)
        assert terms.insured_pct >= Decimal(50)
