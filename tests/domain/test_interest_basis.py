"""By which rule interest is claimed: the parties decide, the reason is said, what is missing is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.bootstrap.rates import shipped_law
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.interest_basis import basis_of
from app.domain.late_rates import Period, RuleKind, check_rule, rule_as_json, rule_of
from app.domain.problem import DomainError
from app.words import LANGUAGES, say

LAW = shipped_law()
SIGNED = date(2025, 3, 1)
US = Company("甬联紧固件", "CNY", size_class="small")
LARGE = Customer(
    "大型客户", size_class="large", contract_on=date(2024, 3, 1), sme_disclosed_on=date(2024, 1, 5)
)


@pytest.mark.parametrize(
    ("seller", "buyer", "code"),
    [
        ("CN", "CN", "cn_lpr"), ("GB", "GB", "uk_statutory"), ("DE", "DE", "de_statutory"),
        ("FR", "FR", "fr_statutory"), ("IE", "IE", "ie_statutory"), ("FI", "FI", "fi_statutory"),
        ("NL", "NL", "eu_statutory"), ("PL", "PL", "eu_national"), ("US", "US", "none"),
        ("CN", "US", "cn_lpr"),
    ],
)  # fmt: skip
def test_the_law_of_the_country(seller: str, buyer: str, code: str) -> None:
    basis = basis_of(replace(US, country=seller), Customer("x", country=buyer), LAW, SIGNED)
    assert basis.code == code
    warned = "interest.cross_border" in [warning.code for warning in basis.warnings]
    assert warned == (seller != buyer)


def test_whose_law_holds_across_borders_can_be_chosen() -> None:
    german = Customer("x", country="DE")
    assert basis_of(US, german, LAW, SIGNED).code == "cn_lpr"
    assert basis_of(US, german, replace(LAW, governing="buyer"), SIGNED).code == "de_statutory"


def test_what_was_agreed_comes_before_the_law() -> None:
    agreed = replace(LARGE, late_rate=Decimal("0.03"), late_rate_period="day", late_rate_clause="第 8.2 条")
    basis = basis_of(US, agreed, LAW, SIGNED)
    assert (basis.code, basis.rule and basis.rule.period) == ("contract", Period.DAY)
    assert basis.why.params["clause"] == "第 8.2 条"
    assert [warning.code for warning in basis.warnings] == ["interest.rate_high"]  # 10.95 % a year


def test_a_choice_for_the_customer_comes_first() -> None:
    agreed = replace(LARGE, late_rate=Decimal("0.03"), late_rate_period="day", interest_rule="cn_lpr")
    assert basis_of(US, agreed, LAW, SIGNED).code == "cn_lpr"
    waived = basis_of(US, replace(agreed, interest_rule="none"), LAW, SIGNED)
    assert (waived.rule, waived.why.code) == (None, "interest.why.waived")


def test_the_small_firm_regulation_where_nothing_was_agreed() -> None:
    basis = basis_of(US, LARGE, LAW, SIGNED)
    assert (basis.code, basis.warnings) == ("cn_sme", ())
    assert basis_of(US, replace(LARGE, size_class="public"), LAW, SIGNED).code == "cn_sme"


def test_a_rate_agreed_below_the_lpr_at_signing_is_lifted_to_it() -> None:
    agreed = replace(LARGE, late_rate=Decimal("2.00"), late_rate_period="year")
    basis = basis_of(US, agreed, LAW, SIGNED)
    assert basis.rule is not None
    assert (basis.why.code, basis.rule.rate, basis.rule.kind) == (
        "interest.why.lifted",
        Decimal("3.45"),
        RuleKind.FIXED,
    )
    undisclosed = basis_of(US, replace(agreed, sme_disclosed_on=None), LAW, SIGNED)
    assert undisclosed.rule is not None
    assert undisclosed.rule.rate == Decimal("2.00")


@pytest.mark.parametrize(
    ("own", "changes", "warning"),
    [
        ("", {}, "interest.own_size_missing"),
        ("small", {"size_class": ""}, "interest.size_missing"),
        ("small", {"sme_disclosed_on": None}, "interest.not_disclosed"),
        ("small", {"sme_disclosed_on": date(2024, 6, 1)}, "interest.disclosed_late"),
        ("large", {}, None),
        ("small", {"size_class": "medium"}, None),
        ("small", {"contract_on": date(2019, 1, 1)}, None),
    ],
)
def test_what_keeps_the_regulation_from_applying_is_said(
    own: str, changes: dict[str, object], warning: str | None
) -> None:
    basis = basis_of(replace(US, size_class=own), replace(LARGE, **changes), LAW, SIGNED)  # type: ignore[arg-type]
    assert basis.code == "cn_lpr"
    assert [one.code for one in basis.warnings] == ([warning] if warning else [])


def test_every_reason_and_warning_has_words() -> None:
    customers = [
        LARGE,
        Customer("x", country="US"),
        replace(LARGE, late_rate=Decimal("0.03"), late_rate_period="day", contract_on=None),
        replace(LARGE, late_rate=Decimal(1), late_rate_period="year", contract_on=None),
        replace(LARGE, interest_rule="uk_statutory"),
    ]
    for customer in customers:
        basis = basis_of(US, customer, LAW, SIGNED)
        for problem in (basis.why, *basis.warnings):
            for lang in LANGUAGES:
                assert "{" not in say(problem.code, lang, **problem.params)


def test_every_shipped_rule_and_rate_names_its_source() -> None:
    for rule in LAW.rules.values():
        assert rule.source
        assert rule.source_on
        assert rule.shipped
        check_rule(rule, LAW.tables)
        assert replace(rule_of(rule_as_json(rule)), shipped=True) == rule
    for table in LAW.tables.values():
        assert table.source
        assert all(point.source for point in table.points)
        assert list(table.points) == sorted(table.points, key=lambda point: point.on)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "interest_rule.no_name"),
        ({"table": "libor"}, "interest_rule.no_table"),
        ({"year_basis": 364}, "interest_rule.year_basis"),
        ({"factor": Decimal("1.6")}, "interest_rule.factor"),
        ({"margin": Decimal(5000)}, "interest_rule.bad_rate"),
        ({"floor": Decimal(9), "cap": Decimal(3)}, "interest_rule.floor_above_cap"),
        ({"bands": LAW.rules["de_statutory"].bands, "currency": "XXX"}, "interest_rule.currency"),
    ],
)
def test_a_rule_nobody_could_calculate_by_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError) as caught:
        check_rule(replace(LAW.rules["cn_lpr"], **changes), LAW.tables)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_an_unreadable_rule_is_refused_with_its_code() -> None:
    with pytest.raises(DomainError) as caught:
        rule_of({"code": "x", "name": "x", "kind": "magic"})
    assert caught.value.params["rule"] == "x"
