"""What a buyer has on account comes off its debt: which credit, which invoice, and what it does to cover."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cover import Gap, Insurable, not_insured, walk
from app.domain.policy import LimitUsage, PolicyTerms
from app.domain.recovery import Debt, before_loss
from app.domain.set_off import OnAccount, SetOff, lay
from tests.domain.test_cover import START, clauses, decision, ground, item

DAY = date(2025, 3, 1)


def credit(
    row: int,
    amount: int,
    kind: str = "receipt",
    *,
    on: date = DAY,
    currency: str = "CNY",
    of: int | None = None,
) -> OnAccount:
    """A document open on the buyer's account."""
    return OnAccount(row, 1, kind, f"R{row}", on, currency, amount, of)


def laid(items: list[Insurable], *account: OnAccount) -> dict[int, list[tuple[int, int]]]:
    """What comes off each invoice: credit and amount."""
    return {row: [(one.credit_id, one.amount) for one in parts] for row, parts in lay(items, account).items()}


def with_credits(items: list[Insurable], *account: OnAccount) -> list[Insurable]:
    """The invoices with what comes off them."""
    parts = lay(items, account)
    return [one._replace(credits=parts.get(one.document_id, ())) for one in items]


def test_a_receipt_comes_off_the_oldest_due_first_not_the_first_shipped() -> None:
    early, late = item(1, 300, START, 120), item(2, 200, START + timedelta(10), 30)
    assert laid([early, late], credit(9, 250)) == {2: [(9, 200)], 1: [(9, 50)]}


def test_a_credit_note_comes_off_the_invoice_it_corrects_and_the_rest_off_the_oldest() -> None:
    items = [item(1, 300), item(2, 200, days=90)]
    assert laid(items, credit(9, 250, "credit_note", of=2)) == {2: [(9, 200)], 1: [(9, 50)]}
    assert laid(items, credit(9, 100, "credit_note", of=77)) == {1: [(9, 100)]}


def test_the_oldest_credit_goes_first_and_what_is_too_much_stays() -> None:
    items = [item(1, 100), item(2, 50, days=90)]
    account = credit(8, 70, on=DAY + timedelta(1)), credit(9, 40), credit(10, 500, on=DAY + timedelta(2))
    assert laid(items, *account) == {1: [(9, 40), (8, 60)], 2: [(8, 10), (10, 40)]}


def test_another_currency_sets_nothing_off() -> None:
    assert laid([item(1, 100)], credit(9, 70, currency="USD")) == {}


def test_money_given_back_takes_from_the_credits_before_those_that_correct_an_invoice() -> None:
    items = [item(1, 100), item(2, 100, days=90)]
    account = credit(7, 30, "credit_note", of=2), credit(8, 50), credit(9, 40, "refund")
    assert laid(items, *account) == {2: [(7, 30)], 1: [(8, 10)]}
    assert laid(items, *account, credit(10, 100, "refund")) == {}


def test_what_is_set_off_is_no_debt_and_has_its_own_reason() -> None:
    items = with_credits([item(1, 40_000, vat=1_000), item(2, 80_000, days=90)], credit(9, 30_000))
    found = walk(items, ground(decision(60_000)))
    assert found[0].gaps == ((Gap.SET_OFF, 30_000), (Gap.VAT, 1_000))
    assert (found[0].insured, found[0].uninsured) == (9_000, 1_000)
    assert found[1].insured == 51_000  # the credit made room under the limit


@pytest.mark.parametrize("usage", list(LimitUsage))
def test_what_is_set_off_fills_no_limit_by_either_rule(usage: LimitUsage) -> None:
    terms = PolicyTerms(max_terms_days=90, limit_usage=usage)
    items = [item(1, 50_000, days=120), item(2, 80_000, START + timedelta(1), 90)]
    whole = with_credits(items, credit(9, 50_000, "credit_note", of=1))
    found = walk(whole, ground(decision(60_000), terms=terms))
    assert found[0].gaps == ((Gap.SET_OFF, 50_000),)
    assert found[1].insured == 60_000


def test_without_a_policy_what_is_set_off_still_stands_apart() -> None:
    (part, whole) = with_credits([item(1, 100), item(2, 50, days=10)], credit(9, 70))
    assert not_insured(part, Gap.NO_POLICY).gaps == ((Gap.SET_OFF, 20), (Gap.NO_POLICY, 80))
    assert not_insured(whole, Gap.NO_POLICY).gaps == ((Gap.SET_OFF, 50),)


amounts = st.integers(1, 50_000)
owed = st.lists(st.tuples(amounts, st.integers(0, 300), st.integers(0, 120), st.integers(0, 100)), max_size=8)
held = st.lists(
    st.tuples(amounts, st.sampled_from(["receipt", "credit_note", "refund"]), st.integers(0, 9) | st.none()),
    max_size=6,
)


def _items(rows: list[tuple[int, int, int, int]]) -> list[Insurable]:
    return [
        item(place, amount, START + timedelta(shipped), terms, rate=Decimal("0.7"))
        for place, (amount, shipped, terms, _) in enumerate(rows)
    ]


@settings(max_examples=80)
@given(owed, held)
def test_nothing_is_laid_twice_and_all_that_can_be_is(
    rows: list[tuple[int, int, int, int]], told: list[tuple[int, str, int | None]]
) -> None:
    items = _items(rows)
    account = [credit(100 + place, *each[:2], of=each[2]) for place, each in enumerate(told)]
    parts = lay(items, account)
    by_credit: dict[int, int] = {}
    for one in items:
        taken = sum(each.amount for each in parts.get(one.document_id, ()))
        assert 0 <= taken <= one.open
        for each in parts.get(one.document_id, ()):
            by_credit[each.credit_id] = by_credit.get(each.credit_id, 0) + each.amount
    assert all(by_credit.get(one.document_id, 0) <= one.open for one in account)
    given_back = sum(one.open for one in account if one.kind == "refund")
    there = max(0, sum(one.open for one in account if one.kind != "refund") - given_back)
    assert sum(by_credit.values()) == min(there, sum(one.open for one in items))


@settings(max_examples=60)
@given(owed, st.integers(0, 200_000))
def test_receipts_come_off_as_a_payment_before_the_loss_does(
    rows: list[tuple[int, int, int, int]], received: int
) -> None:
    items = _items(rows)
    found = with_credits(items, credit(100, received))
    debts = [Debt(one.number, one.due, one.open) for one in items]
    assert [one.owed for one in found] == before_loss(debts, received)


@settings(max_examples=80)
@given(owed, held, st.integers(0, 150_000), clauses)
def test_cover_is_that_of_the_same_credits_allocated(
    rows: list[tuple[int, int, int, int]],
    told: list[tuple[int, str, int | None]],
    limit: int,
    terms: PolicyTerms,
) -> None:
    account = [credit(100 + place, *each[:2], of=each[2]) for place, each in enumerate(told)]
    items = [
        one._replace(disputed=one.owed * row[3] // 100, vat=one.owed // 10)
        for one, row in zip(with_credits(_items(rows), *account), rows, strict=True)
    ]
    allocated = [one._replace(open=one.owed, credits=()) for one in items]
    told_ground = ground(decision(limit), terms=terms)
    pairs = zip(walk(items, told_ground), walk(allocated, told_ground), strict=True)
    for one, other in pairs:
        assert (one.insured, one.covered) == (other.insured, other.covered)
        assert tuple(each for each in one.gaps if each[0] is not Gap.SET_OFF) == other.gaps
        assert one.insured + sum(amount for _, amount in one.gaps) == one.item.open
        assert one.uninsured == one.item.open - one.item.set_off - one.insured >= 0


def test_a_part_names_its_credit() -> None:
    (parts,) = lay([item(1, 100)], [credit(9, 30, "credit_note", of=1)]).values()
    assert parts == (SetOff(9, "credit_note", "R9", DAY, 30),)
