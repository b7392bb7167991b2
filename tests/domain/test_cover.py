"""What of each open invoice is insured: worked cases, the walk by shipment date, and its laws."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.buyer_limit import BuyerLimits
from app.domain.cover import Gap, Ground, Insurable, Spell, walk
from app.domain.indemnity import Loss, indemnity
from app.domain.insurance_record import LimitDecision
from app.domain.money import to_minor
from app.domain.policy import LimitUsage, PolicyTerms
from app.domain.recovery import Debt, before_loss

_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"))["cases"]
}
START, END, LATE = date(2025, 1, 1), date(2025, 12, 31), date(2026, 6, 30)


def decision(
    amount: int | None, *, day: date = START, outcome: str = "granted", **more: Any
) -> LimitDecision:
    """A decision that holds from its own day on."""
    return LimitDecision(1, 1, day, day, outcome, "CNY", amount=amount, **more)


def ground(
    *decisions: LimitDecision,
    terms: PolicyTerms | None = None,
    known: date = LATE,
    stops: tuple[Spell, ...] = (),
) -> Ground:
    """What one buyer's invoices are measured against."""
    clauses = terms or PolicyTerms()
    limits = BuyerLimits(
        decisions,
        known_on=known,
        discretionary=clauses.discretionary_limit,
        reduction_days=clauses.reduction_days,
    )
    return Ground(clauses, START, END, limits, stops)


def item(number: int, amount: int, shipped: date = START, days: int = 60, **more: Any) -> Insurable:
    """An open invoice issued on the day it was shipped."""
    return Insurable(
        number, str(number), 1, shipped, shipped, shipped + timedelta(days=days), "CNY", amount, **more
    )


def test_a_reduction_still_to_come_never_revives_a_limit_withdrawn_meanwhile() -> None:
    history = (
        decision(100_00),
        decision(50_00, day=date(2025, 2, 20), outcome="reduced"),
        decision(None, day=date(2025, 3, 1), outcome="withdrawn"),
    )
    told = ground(*history, terms=PolicyTerms(reduction_days=30))
    days = (date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 22), date(2025, 6, 1))
    found = walk([item(place, 60_00, day) for place, day in enumerate(days)], told)
    assert [one.insured for one in found] == [60_00, 0, 0, 0]
    raised = (*history[:2], decision(80_00, day=date(2025, 3, 1)))
    (later,) = walk([item(1, 90_00, date(2025, 4, 1))], ground(*raised, terms=told.terms))
    assert later.insured == 80_00


def test_many_invoices_in_another_currency_never_round_beyond_the_limit() -> None:
    items = [item(place, 1, rate=Decimal("0.5")) for place in range(300)]
    found = walk(items, ground(decision(100)))
    assert sum(one.covered for one in found) == 100
    assert sum(one.insured for one in found) == 200


@pytest.mark.parametrize("rate", [Decimal(1) / 7, Decimal(1) / 3, Decimal("0.7") / 100])
def test_a_limit_in_another_currency_is_all_of_it(rate: Decimal) -> None:
    (found,) = walk([item(1, 10**9, rate=rate)], ground(decision(100_00)))
    assert (found.covered, found.insured) == (100_00, int(round(100_00 / rate, 3)))


@pytest.mark.parametrize("name", ["P01", "P02", "P14"])
def test_a_balance_under_and_over_its_limit(name: str) -> None:
    case = CASES[name]
    debt, limit = (to_minor(case["inputs"][each], "CNY") for each in ("debt", "credit_limit"))
    (found,) = walk([item(1, debt)], ground(decision(limit)))
    expected = case["expected"]
    assert found.insured == to_minor(expected["covered"], "CNY")
    assert found.uninsured == to_minor(expected.get("uncovered", "0"), "CNY")
    if "payable" in expected:
        assert indemnity(Loss(found.covered), PolicyTerms()).payable == to_minor(expected["payable"], "CNY")


@pytest.mark.parametrize("usage", list(LimitUsage))
def test_what_is_taken_out_before_the_percentage(usage: LimitUsage) -> None:
    case = CASES["C01"]
    given_ = case["inputs"]
    terms = PolicyTerms(max_terms_days=given_["max_terms_days"], limit_usage=usage)
    items = [
        item(
            place,
            to_minor(one["gross"], "EUR"),
            date.fromisoformat(one["shipped"]),
            one["terms_days"],
            vat=to_minor(one["gross"], "EUR") - to_minor(one["net"], "EUR"),
            disputed=to_minor(one["disputed_net"], "EUR"),
        )
        for place, one in enumerate(given_["invoices"])
    ]
    stop = Spell(date.fromisoformat(given_["stop_shipment_date"]))
    found = walk(items, ground(decision(to_minor(given_["credit_limit"], "EUR")), terms=terms, stops=(stop,)))
    taken: dict[Gap, int] = {}
    for each in found:
        for gap, amount in each.gaps:
            taken[gap] = taken.get(gap, 0) + amount
    expected = {name: to_minor(value, "EUR") for name, value in case["expected"].items()}
    assert taken == {
        Gap.VAT: expected["less_vat"],
        Gap.DISPUTED: expected["less_disputed"],
        Gap.TERMS_TOO_LONG: expected["less_long_terms"],
        Gap.AFTER_STOP: expected["less_after_stop"],
    }
    covered = sum(each.covered for each in found)
    assert covered == expected["covered"]
    assert indemnity(Loss(covered), terms).payable == expected["payable"]


def test_our_own_discretion_has_its_own_percentage() -> None:
    case = CASES["C07"]
    given_ = case["inputs"]
    terms = PolicyTerms(
        insured_pct=Decimal(given_["insured_pct_named"]),
        insured_pct_discretionary=Decimal(given_["insured_pct_discretionary"]),
        discretionary_limit=to_minor(given_["discretionary_limit"], "CHF"),
    )
    own = decision(None, kind="discretionary", evidence="两次按期付款")
    (found,) = walk([item(1, to_minor(given_["debt"], "CHF"))], ground(own, terms=terms))
    assert found.limit is not None
    assert found.limit.kind == "discretionary"
    assert found.covered == to_minor(case["expected"]["covered"], "CHF")
    paid = indemnity(Loss(found.covered, discretionary=True), terms).payable
    assert paid == to_minor(case["expected"]["payable"], "CHF")


def test_a_payment_before_the_loss_makes_room_under_the_limit() -> None:
    case = CASES["C08"]
    given_ = case["inputs"]
    debts = [
        Debt(one["no"], date.fromisoformat(one["due"]), to_minor(one["amount"], "EUR"))
        for one in given_["invoices"]
    ]
    limit = ground(decision(to_minor(given_["credit_limit"], "EUR")))

    def covered(amounts: list[int]) -> int:
        items = [
            item(place, amount, debt.due - timedelta(days=30), 30)
            for place, (debt, amount) in enumerate(zip(debts, amounts, strict=True))
        ]
        return sum(each.covered for each in walk(items, limit))

    open_after = before_loss(debts, to_minor(given_["receipt"]["amount"], "EUR"))
    expected = case["expected"]
    assert open_after == [to_minor(each, "EUR") for each in expected["open_after"]]
    assert sum(open_after) == to_minor(expected["debt_at_loss"], "EUR")
    assert covered(open_after) == to_minor(expected["covered"], "EUR")
    assert indemnity(Loss(covered(open_after)), PolicyTerms()).payable == to_minor(expected["payable"], "EUR")
    assert covered([debt.amount for debt in debts]) == to_minor(expected["without_receipt_covered"], "EUR")


def test_the_limit_on_the_shipment_date_counts() -> None:
    cut = decision(30_000, day=date(2025, 3, 1), outcome="reduced")
    gone = decision(None, day=date(2025, 5, 1), outcome="withdrawn")
    days = [date(2025, 2, 1), date(2025, 3, 2), date(2025, 5, 2)]
    found = walk([item(n, 40_000, day) for n, day in enumerate(days)], ground(decision(100_000), cut, gone))
    assert [each.insured for each in found] == [40_000, 0, 0]
    assert found[1].gaps == ((Gap.OVER_LIMIT, 40_000),)
    assert found[2].gaps == ((Gap.LIMIT_WITHDRAWN, 40_000),)


def test_a_no_of_the_insurer_ends_our_discretion() -> None:
    terms = PolicyTerms(discretionary_limit=20_000)
    own = decision(None, kind="discretionary", evidence="报告")
    refused = decision(0, day=date(2025, 3, 1), outcome="declined")
    found = walk(
        [item(1, 5_000, date(2025, 2, 1)), item(2, 5_000, date(2025, 3, 2))],
        ground(own, refused, terms=terms),
    )
    assert [each.insured for each in found] == [5_000, 0]
    assert found[1].gaps == ((Gap.LIMIT_DECLINED, 5_000),)


@pytest.mark.parametrize(
    ("usage", "insured"), [(LimitUsage.COVERED, [0, 60_000]), (LimitUsage.ALL_DEBT, [0, 20_000])]
)
def test_whether_uninsured_debt_fills_the_limit(usage: LimitUsage, insured: list[int]) -> None:
    terms = PolicyTerms(max_terms_days=90, limit_usage=usage)
    items = [item(1, 40_000, date(2025, 1, 5), 120), item(2, 80_000, date(2025, 1, 6))]
    found = walk(items, ground(decision(60_000), terms=terms))
    assert [each.insured for each in found] == insured


def test_a_small_dispute_stays_covered() -> None:
    terms = PolicyTerms(small_dispute_pct=Decimal(15))
    small, big = item(1, 10_000, disputed=1_000), item(2, 10_000, disputed=20_000)
    found = walk([small, big], ground(decision(100_000), terms=terms))
    assert [each.insured for each in found] == [10_000, 0]


days = st.integers(0, 420).map(lambda n: START + timedelta(days=n))
outcomes = st.sampled_from(["granted", "reduced", "withdrawn", "declined"])
decisions = st.builds(
    lambda day, amount, outcome: decision(amount, day=day, outcome=outcome),
    days,
    st.integers(0, 200_000),
    outcomes,
)
invoices = st.builds(
    lambda number, amount, day, terms, vat, disputed: item(
        number, amount, day, terms, vat=amount * vat // 100, disputed=amount * disputed // 100
    ),
    st.integers(1, 10**6),
    st.integers(1, 100_000),
    days,
    st.integers(0, 150),
    st.integers(0, 20),
    st.integers(0, 100),
)
clauses = st.builds(
    PolicyTerms,
    max_terms_days=st.none() | st.integers(30, 120),
    limit_usage=st.sampled_from(list(LimitUsage)),
    vat_covered=st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(invoices, max_size=12), st.lists(decisions, max_size=5), clauses)
def test_insured_and_gaps_make_up_what_is_open(
    items: list[Insurable], told: list[LimitDecision], terms: PolicyTerms
) -> None:
    for each in walk(items, ground(*told, terms=terms)):
        assert each.insured + sum(amount for _, amount in each.gaps) == each.item.open
        assert 0 <= each.insured <= each.item.open
        assert all(amount > 0 for _, amount in each.gaps)
        assert each.limit is not None or not each.insured


@settings(max_examples=60)
@given(st.lists(invoices, max_size=12), st.lists(decisions, max_size=5), decisions, clauses)
def test_a_later_decision_never_uncovers_what_was_shipped_before(
    items: list[Insurable], told: list[LimitDecision], later: LimitDecision, terms: PolicyTerms
) -> None:
    before = walk(items, ground(*told, terms=terms))
    after = walk(items, ground(*told, later, terms=terms))
    for one, two in zip(before, after, strict=True):
        if one.item.shipped < later.effective:
            assert one == two


@settings(max_examples=60)
@given(st.lists(invoices, max_size=8), st.lists(decisions, max_size=5), st.lists(decisions, max_size=3), days)
def test_cover_as_of_a_day_knows_nothing_decided_after_it(
    items: list[Insurable], told: list[LimitDecision], more: list[LimitDecision], known: date
) -> None:
    later = [each for each in more if each.on > known]
    assert walk(items, ground(*told, known=known)) == walk(items, ground(*told, *later, known=known))


@settings(max_examples=60)
@given(st.lists(invoices, max_size=12), st.integers(0, 300_000))
def test_never_more_is_covered_than_the_limit(items: list[Insurable], limit: int) -> None:
    found = walk(items, ground(decision(limit)))
    assert sum(each.covered for each in found) <= limit
