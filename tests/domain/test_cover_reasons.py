"""Each reason for which an invoice is not insured, one clause at a time; and the clauses that vary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.buyer_limit import BuyerLimits
from app.domain.cover import Gap, Insurable, Spell, walk
from app.domain.indemnity import Loss, indemnity
from app.domain.insurance_record import LimitDecision
from app.domain.policy import Cause, CountryTerms, PolicyTerms
from tests.domain.test_cover import END, LATE, START, decision, ground, item

GOOD = decision(100_000, method="OA", terms_days=90)
CLOSED = PolicyTerms(countries=(CountryTerms("RU", open=False),))
SHORT = PolicyTerms(countries=(CountryTerms("PL", max_terms_days=30),))
ABROAD = PolicyTerms(countries=(CountryTerms("AE", pct=Decimal(70)), CountryTerms("DE")))
OWN = PolicyTerms(insured_pct_discretionary=Decimal(80))
DEFAULT = {"cause": Cause.DEFAULT}
GONE = decision(100_000, until=date(2025, 2, 1))


@pytest.mark.parametrize(
    ("terms", "told", "change", "why"),
    [
        (PolicyTerms(), GOOD, {"shipped": START - timedelta(1)}, Gap.OUTSIDE_PERIOD),
        (PolicyTerms(), GOOD, {"shipped": END + timedelta(1)}, Gap.OUTSIDE_PERIOD),
        (PolicyTerms(excluded_buyers=(1,)), GOOD, {}, Gap.EXCLUDED_BUYER),
        (PolicyTerms(excluded_kinds=("public",)), GOOD, {}, Gap.EXCLUDED_BUYER),
        (PolicyTerms(excluded_countries=("IR",)), GOOD, {"country": "IR"}, Gap.EXCLUDED_COUNTRY),
        (CLOSED, GOOD, {"country": "RU"}, Gap.EXCLUDED_COUNTRY),
        (PolicyTerms(listed_countries_only=True), GOOD, {"country": "DE"}, Gap.EXCLUDED_COUNTRY),
        (PolicyTerms(excluded_goods=("酒",)), GOOD, {"goods": "酒"}, Gap.EXCLUDED_GOODS),
        (PolicyTerms(excluded_methods=("LC",)), GOOD, {"method": "LC"}, Gap.EXCLUDED_METHOD),
        (PolicyTerms(), decision(None, outcome="requested"), {}, Gap.NO_LIMIT),
        (PolicyTerms(), decision(0), {}, Gap.NO_LIMIT),
        (PolicyTerms(), decision(None, outcome="declined"), {}, Gap.LIMIT_DECLINED),
        (PolicyTerms(), decision(None, outcome="withdrawn"), {}, Gap.LIMIT_WITHDRAWN),
        (PolicyTerms(), decision(None, outcome="expired"), {}, Gap.LIMIT_EXPIRED),
        (PolicyTerms(), GONE, {"shipped": date(2025, 2, 2)}, Gap.LIMIT_EXPIRED),
        (PolicyTerms(), GOOD, {"method": "DA"}, Gap.METHOD_MISMATCH),
        (PolicyTerms(), GOOD, {"due": START + timedelta(91)}, Gap.TERMS_TOO_LONG),
        (SHORT, GOOD, {"country": "PL"}, Gap.TERMS_TOO_LONG),
        (PolicyTerms(invoicing_days=10), GOOD, {"issued": START + timedelta(11)}, Gap.INVOICED_LATE),
        (PolicyTerms(), GOOD, {"undeclared": True}, Gap.UNDECLARED),
        (PolicyTerms(), GOOD, {"notified_late": True}, Gap.NOTIFIED_LATE),
        (PolicyTerms(), GOOD, {"rate": None}, Gap.NO_RATE),
    ],
)  # fmt: skip
def test_each_reason_stands_for_the_whole_invoice(
    terms: PolicyTerms, told: LimitDecision, change: dict[str, object], why: Gap
) -> None:
    invoice: Insurable = item(1, 50_000)._replace(**change)  # type: ignore[arg-type]
    measured = replace(ground(told, terms=terms), kind="public")
    (found,) = walk([invoice], measured)
    assert (found.insured, found.covered) == (0, 0)
    assert found.gaps == ((why, 50_000),)


@pytest.mark.parametrize(
    "change",
    [
        {"shipped": END, "issued": END, "due": END + timedelta(60)},
        {"method": "OA"},
        {"due": START + timedelta(90)},
        {"country": "DE"},
    ],
)
def test_what_keeps_to_the_clauses_is_insured(change: dict[str, object]) -> None:
    terms = PolicyTerms(
        excluded_countries=("IR",), excluded_methods=("LC",), invoicing_days=10, max_terms_days=90
    )
    (found,) = walk([item(1, 50_000)._replace(**change)], ground(GOOD, terms=terms))  # type: ignore[arg-type]
    assert (found.insured, found.gaps) == (50_000, ())


@pytest.mark.parametrize(
    ("day", "insured"), [("2025-03-01", 1), ("2025-03-02", 0), ("2025-04-01", 0), ("2025-04-02", 1)]
)
def test_a_stop_holds_from_the_day_after_it_to_its_last(day: str, insured: int) -> None:
    stop = Spell(date(2025, 3, 1), date(2025, 4, 1))
    (found,) = walk([item(1, 1, date.fromisoformat(day))], ground(GOOD, stops=(stop,)))
    assert found.insured == insured


def test_an_undeclared_shipment_may_stay_covered() -> None:
    terms = PolicyTerms(undeclared_uncovered=False)
    (found,) = walk([item(1, 1, undeclared=True)], ground(GOOD, terms=terms))
    assert found.insured == 1


def test_a_top_up_adds_for_its_days() -> None:
    more = decision(30_000, day=date(2025, 3, 1), kind="top_up", until=date(2025, 5, 31))
    limits = BuyerLimits([GOOD, more], known_on=LATE)
    days = ((2, 28), (3, 1), (5, 31), (6, 1))
    found = [limits.in_force(date(2025, *day)) for day in days]
    assert [one.amount for one in found if one] == [100_000, 130_000, 130_000, 100_000]
    assert [one.top_up for one in found if one] == [0, 30_000, 30_000, 0]


def test_a_limit_in_another_currency_fills_at_the_rate() -> None:
    two = [item(n, 10_000, rate=Decimal("7.5")) for n in (1, 2)]
    found = walk(two, ground(decision(100_000)))
    assert [one.covered for one in found] == [75_000, 25_000]
    assert [one.insured for one in found] == [10_000, 3_333]
    assert found[1].gaps == ((Gap.OVER_LIMIT, 6_667),)


@pytest.mark.parametrize(
    ("terms", "asked", "pct"),
    [
        (PolicyTerms(), {"cause": Cause.POLITICAL}, 90),
        (PolicyTerms(insured_pct_political=Decimal(95)), {"cause": Cause.POLITICAL}, 95),
        (PolicyTerms(insured_pct_political=Decimal(95)), {"cause": Cause.DEFAULT}, 90),
        (PolicyTerms(pct_by_cause={Cause.REJECTION: Decimal(80)}), {"cause": Cause.REJECTION}, 80),
        (ABROAD, DEFAULT | {"country": "AE"}, 70),
        (ABROAD, DEFAULT | {"country": "DE"}, 90),
        (OWN, DEFAULT | {"discretionary": True}, 80),
    ],
)  # fmt: skip
def test_the_most_particular_percentage_counts(
    terms: PolicyTerms, asked: dict[str, object], pct: int
) -> None:
    assert terms.pct(**asked) == pct  # type: ignore[arg-type]
    loss = Loss(1000, **asked)  # type: ignore[arg-type]
    assert indemnity(loss, terms).payable == 10 * pct


@pytest.mark.parametrize(
    ("cause", "country", "days"),
    [
        (Cause.DEFAULT, "", 120),
        (Cause.DEFAULT, "AE", 180),
        (Cause.POLITICAL, "AE", 150),
        (Cause.INSOLVENCY, "AE", 0),
        (Cause.REJECTION, "DE", 120),
    ],
)
def test_waiting_periods_by_cause_and_country(cause: Cause, country: str, days: int) -> None:
    schedule = (CountryTerms("AE", waiting_days=180), CountryTerms("DE"))
    terms = PolicyTerms(waiting_days=120, waiting_days_political=150, countries=schedule)
    assert terms.waiting(cause, country) == days


@pytest.mark.parametrize(
    ("most", "multiple", "expected"),
    [(None, None, None), (900, None, 900), (None, "30", 600), (900, "30", 600), (500, "30", 500)],
)
def test_the_lower_maximum_liability_counts(
    most: int | None, multiple: str | None, expected: int | None
) -> None:
    terms = PolicyTerms(max_liability=most, max_liability_multiple=Decimal(multiple) if multiple else None)
    assert terms.liability(20) == expected
