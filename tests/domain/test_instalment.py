"""Plans of instalments, and how payments fall on their parts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.instalment import Resplit, plan, plan_of, resplit
from app.domain.problem import DomainError

T = date(2025, 6, 1)
INVOICE = Document(1, DocumentKind.INVOICE, "F1", T, "CNY", 100, id=7)


def parts(*amounts: int) -> list[Instalment]:
    return plan_of([(T + timedelta(30 * at), amount) for at, amount in enumerate(amounts, 1)])


def test_a_plan_is_ordered_numbered_and_belongs_to_the_invoice() -> None:
    found = plan(INVOICE, [replace(part, id=3, version=4) for part in reversed(parts(30, 50, 20))])
    assert [(p.document_id, p.seq, p.amount, p.id, p.version) for p in found] == [
        (7, 1, 30, 0, 0),
        (7, 2, 50, 0, 0),
        (7, 3, 20, 0, 0),
    ]


@pytest.mark.parametrize(
    ("invoice", "given_parts", "code"),
    [
        (INVOICE, parts(30, 50), "plan.sum"),
        (INVOICE, [], "plan.empty"),
        (INVOICE, [*parts(100), Instalment(0, 2, T, 0)], "plan.not_positive"),
        (INVOICE, [Instalment(0, 1, T - timedelta(1), 100)], "plan.before_invoice"),
        (replace(INVOICE, kind=DocumentKind.RECEIPT), parts(100), "plan.not_invoice"),
    ],
)
def test_refused_plans(invoice: Document, given_parts: list[Instalment], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        plan(invoice, given_parts)


def placed(*amounts: int) -> list[Instalment]:
    return [replace(part, id=at) for at, part in enumerate(parts(*amounts), 101)]


def test_payments_fall_on_the_first_due_in_order_of_date() -> None:
    paid = [
        Allocation(7, 21, T + timedelta(9), 40, 40, id=2, version=1),
        Allocation(7, 20, T + timedelta(5), 20, 20, id=1, version=1),
    ]
    found = resplit(paid, placed(30, 50, 20))
    assert [(a.id, a.instalment_id, a.amount) for a in found.changed] == [(1, 101, 20), (2, 101, 10)]
    assert [(a.id, a.instalment_id, a.amount, a.credit_id) for a in found.added] == [(0, 102, 30, 21)]
    assert found.dropped == ()


def test_clearing_joins_the_pieces_of_one_payment() -> None:
    paid = [
        Allocation(7, 20, T, 30, 30, 101, id=1),
        Allocation(7, 20, T, 10, 10, 102, id=2),
        Allocation(7, 21, T, 5, 5, 102, id=3),
    ]
    found = resplit(paid, [])
    assert [(a.id, a.instalment_id, a.amount, a.credit_amount) for a in found.changed] == [
        (1, None, 40, 40),
        (3, None, 5, 5),
    ]
    assert found.dropped == (2,)


@st.composite
def paid_invoices(draw: st.DrawFn) -> tuple[list[Allocation], list[Instalment]]:
    amounts = draw(st.lists(st.integers(1, 500), min_size=1, max_size=6))
    rows = []
    left = sum(amounts)
    for row_id in range(1, draw(st.integers(0, 6)) + 1):
        if left <= 0:
            break
        amount = draw(st.integers(1, left))
        left -= amount
        day = T + timedelta(draw(st.integers(0, 5)))
        foreign = draw(st.booleans())
        credit_amount = draw(st.integers(20, 900)) if foreign else amount
        rows.append(Allocation(7, draw(st.integers(20, 23)), day, amount, credit_amount, id=row_id))
    return rows, placed(*amounts)


def by_day_and_credit(rows: list[Allocation]) -> Counter[tuple[date, int]]:
    total: Counter[tuple[date, int]] = Counter()
    for row in rows:
        total[row.date, row.credit_id] += row.amount
    return total


@given(paid_invoices())
def test_a_plan_changes_no_day_of_the_ledger(drawn: tuple[list[Allocation], list[Instalment]]) -> None:
    before, new = drawn
    found: Resplit = resplit(before, new)
    after = [*found.changed, *found.added]
    assert by_day_and_credit(before) == by_day_and_credit(after)
    assert sum(a.credit_amount for a in before) == sum(a.credit_amount for a in after)
    assert all(a.amount > 0 and a.credit_amount > 0 for a in after)
    assert {a.id for a in found.changed} | set(found.dropped) == {a.id for a in before}
    filled: Counter[int | None] = Counter()
    for a in after:
        filled[a.instalment_id] += a.amount
    seen_gap = False
    for part in new:
        assert filled[part.id] <= part.amount
        assert not (seen_gap and filled[part.id])
        seen_gap = seen_gap or filled[part.id] < part.amount
