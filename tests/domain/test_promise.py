"""Promises judged by the receipts: the states, the days, and that no order of anything matters."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.document import Promise
from app.domain.payment import Payment
from app.domain.problem import DomainError
from app.domain.promise import Judgement, PromiseState, check_promise, judge, kept_rate

T = date(2025, 6, 1)


def day(n: int) -> date:
    return T + timedelta(n)


def promised(
    amount: int, made: int = 0, due: int = 10, row_id: int = 1, document: int | None = None, **fields: object
) -> Promise:
    return Promise(1, day(made), day(due), amount, "CNY", document, id=row_id, **fields)  # type: ignore[arg-type]


def paid(amount: int, on: int, document: int | None = None, currency: str = "CNY") -> Payment:
    return Payment(1, currency, day(on), amount, document)


def one(promise: Promise, payments: Sequence[Payment], as_of: int) -> Judgement:
    return judge([promise], payments, day(as_of))[promise.id]


@pytest.mark.parametrize(
    ("payments", "as_of", "state", "in_time", "late", "days_late"),
    [
        ([], 9, PromiseState.OPEN, 0, 0, 0),
        ([], 10, PromiseState.OPEN, 0, 0, 0),
        ([], 11, PromiseState.BROKEN, 0, 0, 1),
        ([(100, 0)], 0, PromiseState.KEPT, 100, 0, 0),
        ([(100, 10)], 30, PromiseState.KEPT, 100, 0, 0),
        ([(150, 3)], 30, PromiseState.KEPT, 100, 0, 0),
        ([(60, 3), (40, 9)], 9, PromiseState.KEPT, 100, 0, 0),
        ([(60, 3)], 9, PromiseState.OPEN, 60, 0, 0),
        ([(60, 3)], 12, PromiseState.PARTLY, 60, 0, 2),
        ([(60, 3), (40, 15)], 30, PromiseState.PARTLY, 60, 40, 5),
        ([(100, 14)], 30, PromiseState.BROKEN, 0, 100, 4),
        ([(100, 14)], 12, PromiseState.BROKEN, 0, 0, 2),
        ([(100, -1)], 30, PromiseState.BROKEN, 0, 0, 20),
    ],
)
def test_a_promise_is_judged_by_what_came_between_its_days(
    payments: list[tuple[int, int]],
    as_of: int,
    state: PromiseState,
    in_time: int,
    late: int,
    days_late: int,
) -> None:
    judged = one(promised(100), [paid(*each) for each in payments], as_of)
    assert (judged.state, judged.paid, judged.late, judged.days_late) == (state, in_time, late, days_late)


def test_the_day_it_was_judged() -> None:
    assert one(promised(100), [paid(60, 3), paid(40, 7)], 30).judged_on == day(7)
    assert one(promised(100), [], 30).judged_on == day(11)
    assert one(promised(100), [], 5).judged_on is None


def test_another_currency_or_customer_keeps_nothing() -> None:
    other = Payment(2, "CNY", day(3), 100)
    assert one(promised(100), [paid(100, 3, currency="USD"), other], 30).state is PromiseState.BROKEN


def test_a_promise_for_an_invoice_counts_only_what_was_set_against_it() -> None:
    given_ = promised(100, document=7)
    assert one(given_, [paid(100, 3), paid(100, 3, document=8)], 30).state is PromiseState.BROKEN
    assert one(given_, [paid(100, 3, document=7)], 30).state is PromiseState.KEPT


def test_promises_take_receipts_in_the_order_they_fall_due() -> None:
    early, late = promised(100, due=5, row_id=2), promised(100, due=10, row_id=1)
    judged = judge([late, early], [paid(100, 4)], day(6))
    assert (judged[2].state, judged[1].state) == (PromiseState.KEPT, PromiseState.OPEN)
    judged = judge([late, early], [paid(100, 4), paid(100, 8)], day(12))
    assert {each.state for each in judged.values()} == {PromiseState.KEPT}


def test_a_promise_without_an_invoice_leaves_named_money_to_the_one_that_names_it() -> None:
    general, named = promised(100, due=5), promised(100, due=10, row_id=2, document=7)
    judged = judge([general, named], [paid(100, 3, document=7), paid(100, 4)], day(12))
    assert {each.state for each in judged.values()} == {PromiseState.KEPT}


def test_a_cancelled_promise_takes_nothing_and_is_not_judged() -> None:
    gone = promised(100, row_id=1, closed_on=day(4), outcome="cancelled")
    stands = promised(100, row_id=2)
    judged = judge([gone, stands], [paid(100, 3)], day(12))
    assert judged[1] == Judgement(PromiseState.CANCELLED, judged_on=day(4))
    assert judged[2].state is PromiseState.KEPT
    assert judge([gone], [paid(100, 3)], day(3))[1].state is PromiseState.KEPT


def test_an_outcome_from_before_yields_to_the_receipts() -> None:
    said = promised(100, closed_on=day(11), outcome="broken")
    assert one(said, [paid(100, 8)], 30).state is PromiseState.KEPT


def test_a_promise_of_the_future_is_not_there_yet() -> None:
    assert judge([promised(100, made=5)], [], day(4)) == {}


def test_kept_rate_leaves_out_what_was_not_judged() -> None:
    states = (PromiseState.KEPT, PromiseState.KEPT, PromiseState.PARTLY, PromiseState.BROKEN)
    rate = kept_rate(
        [*map(Judgement, states), Judgement(PromiseState.OPEN), Judgement(PromiseState.CANCELLED)]
    )
    assert (rate.kept, rate.partly, rate.broken, rate.rate) == (2, 1, 1, Decimal("0.5"))
    assert kept_rate([]).rate is None


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        (promised(0), "promise.no_amount"),
        (promised(10**16), "amount.too_large"),
        (promised(5, made=1), "promise.not_yet"),
        (promised(5, due=-1), "promise.due_before_made"),
        (Promise(1, T, T, 5, "???"), "money.unknown_currency"),
        (Promise(1, T, date(2199, 1, 1), 5, "CNY"), "document.bad_date"),
    ],
)
def test_impossible_promises_are_refused(promise: Promise, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        check_promise(promise, T)


_DAYS = st.integers(0, 30)
_PAYMENTS = st.lists(st.builds(paid, st.integers(1, 200), _DAYS, st.sampled_from([None, 7, 8])), max_size=8)


@st.composite
def _promises(draw: st.DrawFn) -> list[Promise]:
    found = []
    for row_id in range(1, draw(st.integers(1, 5)) + 1):
        made = draw(_DAYS)
        found.append(
            promised(
                draw(st.integers(1, 200)),
                made,
                made + draw(st.integers(0, 12)),
                row_id,
                draw(st.sampled_from([None, 7])),
            )
        )
    return found


@settings(max_examples=120, deadline=None)
@given(_promises(), _PAYMENTS, st.integers(0, 50), st.randoms())
def test_no_order_and_no_splitting_of_receipts_changes_a_judgement(
    promises: list[Promise], payments: list[Payment], as_of: int, chance: random.Random
) -> None:
    expected = judge(promises, payments, day(as_of))
    pieces = [
        Payment(1, each.currency, each.on, part, each.document_id)
        for each in payments
        for part in (each.amount // 2, each.amount - each.amount // 2)
        if part
    ]
    mixed = list(promises)
    chance.shuffle(pieces)
    chance.shuffle(mixed)
    assert judge(mixed, pieces, day(as_of)) == expected


@settings(max_examples=120, deadline=None)
@given(_promises(), _PAYMENTS, st.integers(0, 50))
def test_no_receipt_is_counted_twice_and_none_above_its_promise(
    promises: list[Promise], payments: list[Payment], as_of: int
) -> None:
    judged = judge(promises, payments, day(as_of))
    by_id = {each.id: each for each in promises}
    assert all(0 <= found.paid + found.late <= by_id[key].amount for key, found in judged.items())
    came = sum(each.amount for each in payments if each.on <= day(as_of))
    assert sum(found.paid + found.late for found in judged.values()) <= came
