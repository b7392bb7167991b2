"""Late interest: the published cases, day counts, changing rates, part payments, bounds and compensation."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap.rates import shipped_law
from app.domain.customer import Customer
from app.domain.interest import (
    Claim,
    InterestBasis,
    InterestWorking,
    Settled,
    accrue,
    band_amount,
    work_out,
)
from app.domain.interest_basis import contract_rule
from app.domain.late_rates import InterestRule, Period, RatePoint, RateTable, RuleKind, quote, yearly
from app.domain.money import Money
from app.domain.problem import Problem

_PATH = Path(__file__).parents[1] / "oracles" / "interest.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_PATH.read_text(encoding="utf-8"))["cases"]
}
LAW = shipped_law()
START = date(2025, 1, 1)


def given_(case: str) -> dict[str, Any]:
    found = CASES[case]
    assert found["source"]
    return found.get("inputs") or found["given"]  # type: ignore[no-any-return]


def expected(case: str) -> dict[str, Any]:
    found = CASES[case]
    return found.get("expected") or found["expect"]  # type: ignore[no-any-return]


def fixed(rate: str, period: Period = Period.YEAR, **fields: Any) -> InterestRule:
    return InterestRule("own", "own", "", RuleKind.FIXED, Decimal(rate), period, **fields)


def worked(
    principal: str,
    days: int,
    rule: InterestRule,
    due: date = START,
    currency: str = "EUR",
    settled: tuple[Settled, ...] = (),
) -> InterestWorking:
    claim = Claim(1, "F1", 1, currency, due, Money.of(principal, currency).minor, settled)
    basis = InterestBasis(rule.code, rule, Problem("interest.why.chosen"))
    return work_out([claim], basis, LAW.tables, due + timedelta(days))


def figures(working: InterestWorking) -> dict[str, str]:
    found = {"interest": str(working.total.major())}
    if working.compensation:
        found["compensation"] = str(working.compensation.major())
    return found


# the published cases


def test_cn1_a_contract_rate_per_day_from_the_day_after_due_to_the_day_paid() -> None:
    case = given_("CN1")
    due, paid = date.fromisoformat(case["due"]), date.fromisoformat(case["paid"])
    customer = Customer("x", late_rate=Decimal(case["daily_rate"]) * 100, late_rate_period="day")
    working = worked(case["principal"], (paid - due).days, contract_rule(customer), due)
    assert working.days_late == expected("CN1")["days"]
    assert figures(working) == {"interest": expected("CN1")["interest"]}


@pytest.mark.parametrize("key", ["1.3/365", "1.5/365", "1.3/360"])
def test_cn2_the_lpr_of_the_breach_times_a_factor(key: str) -> None:
    factor, year = key.split("/")
    rule = replace(LAW.rules["cn_lpr"], factor=Decimal(factor), year_basis=int(year))
    due = date(2024, 12, 31)  # the LPR of 2024-10-21 holds, 3.10
    working = worked(given_("CN2")["principal"], given_("CN2")["days"], rule, due)
    assert working.spans[0].point is not None
    assert working.spans[0].point.rate == Decimal(given_("CN2")["reference"])
    assert figures(working)["interest"] == expected("CN2")[key]


@pytest.mark.parametrize("case", ["CN3", "KP07"])
def test_cn3_the_small_firm_regulation(case: str) -> None:
    inputs = given_(case)
    principal = Decimal(str(inputs.get("principal") or inputs["amount"]))
    working = worked(str(principal), inputs["days"], LAW.rules["cn_sme"], currency="CNY")
    assert working.total.major() == Decimal(str(expected(case)["interest"]))
    assert working.spans[0].rate_a_year == Decimal(CASES["CN3"]["expected"]["annualised_365"])


def test_cn4_at_the_lifted_rate() -> None:
    inputs = given_("CN4")
    rule = fixed(expected("CN4")["rate_used"], year_basis=inputs["basis"])
    assert figures(worked(inputs["principal"], inputs["days"], rule)) == {
        "interest": expected("CN4")["interest"]
    }


def test_de1_base_rate_and_nine() -> None:
    inputs = given_("DE1")
    first = date.fromisoformat(inputs["from_"])
    working = worked(inputs["principal"], inputs["days"], LAW.rules["de_statutory"], first - timedelta(1))
    assert working.spans[0].rate == Decimal(inputs["rate"])
    assert figures(working) == expected("DE1")


def test_fr1_ecb_and_ten_on_the_gross_amount() -> None:
    inputs = given_("FR1")
    working = worked(
        inputs["principal_incl_vat"], inputs["days"], LAW.rules["fr_statutory"], date(2024, 6, 30)
    )
    assert working.spans[0].rate == Decimal(inputs["rate"])
    assert figures(working) == expected("FR1")


def test_eu1_a_rate_that_floats_with_the_half_year() -> None:
    inputs = given_("EU1")
    due, to = date.fromisoformat(inputs["due"]), date.fromisoformat(inputs["to"])
    working = worked(inputs["principal"], (to - due).days, LAW.rules["eu_statutory"], due)
    assert [(span.days, span.rate) for span in working.spans] == [
        (30, Decimal("11.15")),
        (60, Decimal("10.15")),
    ]
    assert figures(working) == expected("EU1")


@pytest.mark.parametrize(
    ("case", "due"), [("UK1", date(2025, 3, 31)), ("UK2", date(2024, 3, 31)), ("UK3", None)]
)
def test_uk_interest_and_compensation(case: str, due: date | None) -> None:
    inputs, wanted = given_(case), expected(case)
    rule = LAW.rules["uk_statutory"]
    if due is None:  # no half-year had a Bank Rate of 5.00 from its first day but July 2023
        due = date(2023, 6, 30)
    working = worked(inputs["principal"], inputs["days"], rule, due, "GBP")
    if "rate" in inputs:
        assert working.spans[0].rate == Decimal(inputs["rate"])
    assert figures(working) == {key: wanted[key] for key in ("interest", "compensation")}
    if case == "UK3":
        assert str(working.daily.major()) == wanted["daily"]
        assert str((Money.of(inputs["principal"], "GBP") + working.grand_total).major()) == wanted["total"]


def test_uk4_the_rate_is_fixed_by_the_day_interest_starts() -> None:
    inputs = given_("UK4")
    due, to = date.fromisoformat(inputs["due"]), date.fromisoformat(inputs["to"])
    rule = LAW.rules["uk_statutory"]
    working = worked(inputs["principal"], (to - due).days, rule, due, "GBP")
    assert len(working.spans) == 1
    assert figures(working)["interest"] == expected("UK4")["interest"]
    split = worked(inputs["principal"], (to - due).days, replace(rule, floating=True), due, "GBP")
    assert figures(split)["interest"] == expected("UK4")["if_split"]


@pytest.mark.parametrize("case", ["UK5", "KP09"])
def test_uk5_compensation_goes_by_bands(case: str) -> None:
    bands = LAW.rules["uk_statutory"].bands
    wanted = expected(case).get("compensation") or expected(case)["fixed"]
    found = [band_amount(bands, Decimal(str(amount))) for amount in given_(case)["amounts"]]
    assert found == [Decimal(str(amount)) for amount in wanted]


def test_us1_a_rate_per_month_counts_as_twelve_a_year() -> None:
    inputs = given_("US1")
    rule = fixed(inputs["monthly"], Period.MONTH)
    assert figures(worked(inputs["principal"], inputs["days"], rule)) == expected("US1")


def test_us2_a_state_rate() -> None:
    inputs = given_("US2")
    assert figures(worked(inputs["principal"], inputs["days"], fixed(inputs["annual"]))) == expected("US2")


@pytest.mark.parametrize("case", ["DN01", "DN02"])
def test_dn_simple_interest_on_actual_days(case: str) -> None:
    inputs = given_(case)
    rule = fixed(str(Decimal(str(inputs["rate_pa"])) * 100))
    working = worked(str(inputs["invoice"]), inputs["overdue_days"], rule)
    assert working.total.major() == Decimal(str(expected(case)["interest"]))
    fee = Decimal(str(inputs["fee"]))
    grand = Decimal(str(inputs["invoice"])) + working.total.major() + fee
    assert grand == Decimal(str(expected(case)["grand_total"]))


def test_kp08_the_eu_floor() -> None:
    inputs = given_("KP08")
    rule = replace(
        fixed(str(Decimal(str(inputs["rate"])) * 100)),
        bands=LAW.rules["eu_statutory"].bands,
        currency="EUR",
    )
    working = worked(str(inputs["amount"]), inputs["days"], rule)
    assert working.total.major() == Decimal(str(expected("KP08")["interest"]))
    assert working.compensation == Money.of(expected("KP08")["fixed_compensation"], "EUR")


# steps


def test_a_part_payment_lowers_the_principal_from_the_day_after() -> None:
    paid = (Settled(START + timedelta(10), 400_00),)
    working = worked("1000.00", 30, fixed("10"), settled=paid)
    assert [(span.days, span.principal) for span in working.spans] == [(10, 1000_00), (20, 600_00)]
    exact = Fraction((1000_00 * 10 + 600_00 * 20) * 10, 36500)
    assert working.claims[0].interest == exact
    assert working.open == Money(600_00, "EUR")


def test_what_was_paid_before_or_on_the_due_day_never_bore_interest() -> None:
    working = worked("1000.00", 30, fixed("10"), settled=(Settled(START, 1000_00),))
    assert (working.spans, working.total.minor, working.daily.minor) == ((), 0, 0)


def test_paid_late_still_bears_the_interest_of_its_delay() -> None:
    working = worked("1000.00", 60, fixed("10"), settled=(Settled(START + timedelta(30), 1000_00),))
    assert working.days_late == 30
    assert (working.total, working.daily) == (Money(822, "EUR"), Money(0, "EUR"))


def test_a_rate_table_that_begins_too_late_is_said_not_guessed() -> None:
    working = worked("1000.00", 30, LAW.rules["cn_lpr"], date(2015, 1, 1))
    assert working.total.minor == 0
    assert [note.code for note in working.notes] == ["interest.no_rate"]


def test_a_rate_needed_long_after_the_last_entry_is_doubted() -> None:
    working = worked("1000.00", 30, LAW.rules["uk_statutory"], date(2027, 8, 1), "GBP")
    assert [note.code for note in working.notes] == ["interest.rate_old"]


def test_bounds_of_a_rule() -> None:
    low = worked("1000.00", 365, fixed("2", floor=Decimal(3)))
    high = worked("1000.00", 365, fixed("0.1", Period.DAY, cap=Decimal(24)))
    most = worked("1000.00", 365, fixed("10", most=Decimal(5)))
    assert [working.total.minor for working in (low, high, most)] == [30_00, 240_00, 50_00]
    codes = [[note.code for note in working.notes] for working in (low, high, most)]
    assert codes == [["interest.at_floor"], ["interest.at_cap"], ["interest.at_most"]]
    assert most.daily.minor == 0


def test_finland_rounds_the_reference_up() -> None:
    found = quote(LAW.rules["fi_statutory"], LAW.tables, date(2025, 7, 1))
    assert found is not None
    assert found.rate == Decimal("10.5")  # 2.15 goes up to 2.5


def test_compensation_in_another_currency_is_named_only_where_there_is_one_band() -> None:
    euros = worked("1000.00", 5, LAW.rules["de_statutory"], currency="USD")
    pounds = worked("1000.00", 5, LAW.rules["uk_statutory"], currency="USD")
    assert euros.compensation == Money(40_00, "EUR")
    assert euros.grand_total == euros.total
    assert pounds.compensation is None
    assert "interest.compensation_unknown" in [note.code for note in pounds.notes]


def test_a_table_knows_its_age() -> None:
    table = RateTable("t", "t", "t", 62, (RatePoint(date(2025, 5, 20), Decimal(3)),))
    assert table.age(date(2025, 6, 20)) == 31
    assert [table.stale(day) for day in (date(2025, 7, 21), date(2025, 7, 22))] == [False, True]
    assert replace(table, confirmed_on=date(2026, 6, 22)).stale(date(2026, 8, 1)) is False
    assert RateTable("t", "t", "t", 62).stale(date(2025, 1, 1))


def test_yearly() -> None:
    assert yearly(Decimal("0.05"), Period.DAY) == Decimal("18.25")
    assert yearly(Decimal("1.5"), Period.MONTH) == Decimal(18)


# laws

rules = st.sampled_from([fixed("7.3"), fixed("0.05", Period.DAY), LAW.rules["eu_statutory"]])
dues = st.dates(date(2024, 1, 1), date(2026, 1, 1))
payments = st.lists(
    st.builds(lambda day, amount: (day, amount), st.integers(0, 400), st.integers(1, 300_00)), max_size=3
)


def claim_of(due: date, amount: int, paid: list[tuple[int, int]]) -> Claim:
    return Claim(
        1, "F1", 1, "EUR", due, amount, tuple(Settled(due + timedelta(day), part) for day, part in paid)
    )


def exact(claim: Claim, rule: InterestRule, to: date) -> Fraction:
    return sum((span.interest for span in accrue(claim, rule, LAW.tables, to)), Fraction(0))


@given(dues, st.integers(1000_00, 5000_00), payments, st.integers(0, 400), st.integers(0, 400), rules)
def test_a_period_cut_in_two_sums(
    due: date, amount: int, paid: list[tuple[int, int]], first: int, more: int, rule: InterestRule
) -> None:
    claim = claim_of(due, amount, paid)
    middle, to = due + timedelta(first), due + timedelta(first + more)
    rest = replace(claim, due_date=middle)
    whole = exact(claim, rule, to)
    assert exact(claim, rule, middle) + exact(rest, rule, to) == whole
    assert exact(claim, rule, middle) <= whole  # never less for more days


@given(dues, st.integers(0, 400), rules)
def test_nothing_owed_bears_nothing(due: date, days: int, rule: InterestRule) -> None:
    assert exact(claim_of(due, 0, []), rule, due + timedelta(days)) == 0


@given(dues, st.integers(1000_00, 5000_00), payments, st.integers(1, 400), rules)
def test_spans_follow_one_another_and_never_count_interest_on_interest(
    due: date, amount: int, paid: list[tuple[int, int]], days: int, rule: InterestRule
) -> None:
    spans = accrue(claim_of(due, amount, paid), rule, LAW.tables, due + timedelta(days))
    assert spans[0].start == due + timedelta(1)
    assert sum(span.days for span in spans) == days
    assert all(after.start == before.end + timedelta(1) for before, after in pairwise(spans))
    assert all(after.principal <= before.principal for before, after in pairwise(spans))
