"""What a credit pays: by reference, exact amount, oldest first; never more than there is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.allocation import (
    Method,
    OpenDebit,
    OpenPart,
    Proposal,
    allocation_date,
    check_currencies,
    check_pair,
    check_within,
    fill,
    mentions,
    propose,
)
from app.domain.document import Document, DocumentKind
from app.domain.problem import DomainError

ORACLES: dict[str, Any] = {
    case["id"]: case
    for case in json.loads(
        (Path(__file__).parents[1] / "oracles" / "allocation.json").read_text(encoding="utf-8")
    )["cases"]
}
T = date(2025, 6, 1)


def debit(row_id: int, number: str, amount: int, due: date = T, doc_date: date | None = None) -> OpenDebit:
    return OpenDebit(row_id, number, doc_date or due, (OpenPart(None, due, amount),))


def planned(row_id: int, *parts: tuple[int, int]) -> OpenDebit:
    return OpenDebit(
        row_id,
        f"P{row_id}",
        T,
        tuple(OpenPart(seq, T + timedelta(days), amount) for seq, (days, amount) in enumerate(parts, 1)),
    )


def test_oracle_instalments_fill_first_due_first() -> None:
    case = ORACLES["AG02"]
    parts = [(int(part["due"].removeprefix("T+")), part["amt"]) for part in case["given"]["terms"]]
    found = fill(case["given"]["payment"], [planned(1, *parts)])
    paid = {one.instalment_id: one.amount for one in found}
    left = [
        {"invoiced": amount, "paid": paid.get(seq, 0), "outstanding": amount - paid.get(seq, 0)}
        for seq, (_, amount) in enumerate(parts, 1)
        if amount > paid.get(seq, 0)
    ]
    assert left == case["expect"]["rows"], case["source"]


@pytest.mark.parametrize(
    ("text", "number", "named"),
    [
        ("INV-0012", "INV-0012", True),
        ("付 INV-0012 货款", "INV-0012", True),
        ("付INV-0012货款", "INV-0012", True),
        ("inv0012", "INV-0012", True),
        ("inv 0012 paid", "INV-0012", True),
        ("ＩＮＶ－0012", "INV-0012", True),
        ("INV-0012/INV-0013", "INV-0013", True),
        ("INV-0012,INV-0013", "INV-0012", True),
        ("INV-00123", "INV-0012", False),
        ("XINV-0012", "INV-0012", False),
        ("2025-INV-0012", "INV-0012", False),
        ("INV-0012-2", "INV-0012", False),
        ("12月货款", "12", False),
        ("12", "12", True),
        ("", "INV-0012", False),
        ("anything", "", False),
        ("24317000000012345678 电子发票", "24317000000012345678", True),
    ],
)
def test_mentions(text: str, number: str, named: bool) -> None:
    assert mentions(text, number) is named


def test_reference_pays_the_named_invoice_and_leaves_the_rest() -> None:
    debits = [debit(1, "INV-0001", 1000), debit(2, "INV-0002", 500)]
    assert propose(700, "货款 INV-0002", debits, Method.OLDEST) == [Proposal(2, None, "INV-0002", 500)]


def test_a_method_goes_no_further_than_it_says() -> None:
    debits = [debit(1, "INV-0001", 1000)]
    assert propose(400, "no number", debits, Method.REFERENCE) == []
    assert propose(400, "no number", debits, Method.EXACT) == []
    assert propose(400, "no number", debits, Method.OLDEST) == [Proposal(1, None, "INV-0001", 400)]


def test_exact_prefers_one_debit_then_next_part_then_month_then_the_oldest_together() -> None:
    may, june = date(2025, 5, 3), date(2025, 6, 3)
    debits = [
        debit(1, "A", 300, june),
        debit(2, "B", 300, may),
        debit(3, "C", 200, june),
        debit(4, "D", 70, may),
    ]
    assert propose(300, "", debits, Method.EXACT) == [Proposal(2, None, "B", 300)]
    assert [one.debit_id for one in propose(370, "", debits, Method.EXACT)] == [2, 4]
    assert [one.debit_id for one in propose(500, "", debits, Method.EXACT)] == [1, 3]
    assert [one.debit_id for one in propose(870, "", debits, Method.EXACT)] == [2, 4, 1, 3]
    assert propose(50, "", [planned(9, (30, 50), (60, 20))], Method.EXACT) == [Proposal(9, 1, "P9", 50)]
    assert propose(20, "", [planned(9, (30, 50), (60, 20))], Method.EXACT) == []


def test_oldest_takes_what_is_due_first_across_plans() -> None:
    debits = [planned(1, (10, 50), (90, 50)), debit(2, "B", 40, T + timedelta(20))]
    found = propose(95, "", debits, Method.OLDEST)
    assert [(one.debit_id, one.instalment_id, one.amount) for one in found] == [
        (1, 1, 50),
        (2, None, 40),
        (1, 2, 5),
    ]


debits_drawn = st.lists(
    st.builds(
        lambda row_id, parts: planned(row_id, *parts),
        st.integers(1, 50),
        st.lists(st.tuples(st.integers(0, 90), st.integers(0, 1000)), min_size=1, max_size=4),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(st.integers(1, 5000), st.text("P0123456789 ", max_size=12), debits_drawn, st.sampled_from(Method))
def test_never_above_either_side(amount: int, text: str, debits: list[OpenDebit], method: Method) -> None:
    found = propose(amount, text, debits, method)
    room = {(one.id, part.instalment_id): part.open for one in debits for part in one.parts}
    assert sum(one.amount for one in found) <= amount
    assert all(0 < one.amount <= room[one.debit_id, one.instalment_id] for one in found)
    assert len({(one.debit_id, one.instalment_id) for one in found}) == len(found)
    if method is Method.OLDEST and not any(mentions(text, one.number) for one in debits):
        assert sum(one.amount for one in found) == min(amount, sum(one.open for one in debits))


def document(kind: DocumentKind, on: date = T, currency: str = "CNY", customer: int = 1) -> Document:
    return Document(customer, kind, "N1", on, currency, 100)


def test_the_day_is_the_later_of_the_two() -> None:
    invoice, receipt = document(DocumentKind.INVOICE), document(DocumentKind.RECEIPT, T - timedelta(9))
    assert allocation_date(invoice, receipt) == T
    assert allocation_date(invoice, receipt, T + timedelta(3)) == T + timedelta(3)
    with pytest.raises(DomainError) as caught:
        allocation_date(invoice, receipt, T - timedelta(1))
    assert (caught.value.code, caught.value.params["earliest"]) == ("allocation.too_early", T)


def test_refusals() -> None:
    invoice, receipt = document(DocumentKind.INVOICE), document(DocumentKind.RECEIPT)
    check_pair(invoice, receipt)
    for debit_side, credit_side, code in (
        (receipt, receipt, "allocation.same_side"),
        (invoice, invoice, "allocation.same_side"),
        (invoice, document(DocumentKind.RECEIPT, customer=2), "allocation.other_customer"),
    ):
        with pytest.raises(DomainError, match=code):
            check_pair(debit_side, credit_side)
    dollars = document(DocumentKind.RECEIPT, currency="USD")
    check_currencies(invoice, dollars, 14)
    with pytest.raises(DomainError, match=r"allocation\.currencies"):
        check_currencies(invoice, dollars, None)
    check_within(5, 5, invoice)
    with pytest.raises(DomainError, match=r"allocation\.above_open"):
        check_within(6, 5, invoice)
    with pytest.raises(DomainError, match=r"amount\.not_positive"):
        check_within(0, 5, invoice)
