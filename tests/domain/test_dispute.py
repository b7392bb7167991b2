"""Disputes: what they hold back, how long they run, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.dispute import DisputeState, check_dispute, contested, dispute_days, state_of
from app.domain.document import Dispute, Document, DocumentKind
from app.domain.problem import DomainError

T = date(2025, 6, 1)
INVOICE = Document(1, DocumentKind.INVOICE, "F1", T, "CNY", 100, T, id=1)


def dispute(amount: int | None, day: int = 5, **fields: object) -> Dispute:
    return Dispute(1, T + timedelta(day), amount, **fields)  # type: ignore[arg-type]  # fields of Dispute


@pytest.mark.parametrize(
    ("disputes", "open_amount", "held"),
    [
        ([], 100, 0),
        ([dispute(40)], 100, 40),
        ([dispute(40)], 30, 30),
        ([dispute(40), dispute(30)], 100, 70),
        ([dispute(None)], 80, 80),
        ([dispute(None), dispute(10)], 80, 80),
        ([dispute(40, 20)], 100, 0),
        ([dispute(40, closed_on=T + timedelta(10))], 100, 0),
        ([dispute(40, closed_on=T + timedelta(11))], 100, 40),
        ([dispute(None)], -5, 0),
    ],
)
def test_what_is_contested_never_exceeds_what_is_open(
    disputes: list[Dispute], open_amount: int, held: int
) -> None:
    assert contested(disputes, open_amount, T + timedelta(10)) == held


def test_state_follows_the_day() -> None:
    ended = dispute(None, closed_on=T + timedelta(9), state="resolved")
    assert state_of(ended, T + timedelta(9)) is DisputeState.RESOLVED
    assert state_of(ended, T + timedelta(8)) is DisputeState.OPEN
    assert state_of(dispute(None, state="waiting_us"), T) is DisputeState.WAITING_US
    assert state_of(dispute(None, state="what"), T) is DisputeState.OPEN


def test_days_run_until_it_ends() -> None:
    assert dispute_days(dispute(None), T + timedelta(12)) == 7
    assert dispute_days(dispute(None, closed_on=T + timedelta(8)), T + timedelta(12)) == 3
    assert dispute_days(dispute(None, closed_on=T + timedelta(8)), T + timedelta(7)) == 2


@pytest.mark.parametrize(
    ("wanted", "others", "code"),
    [
        (dispute(10, -1), [], "dispute.before_invoice"),
        (dispute(10, target_on=T), [], "dispute.target_before"),
        (dispute(0), [], "dispute.no_amount"),
        (dispute(101), [], "dispute.above_invoice"),
        (dispute(61), [dispute(40, id=3)], "dispute.already"),
        (dispute(None), [dispute(1, id=3)], "dispute.already"),
    ],
)
def test_what_does_not_fit_is_refused(wanted: Dispute, others: list[Dispute], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        check_dispute(wanted, INVOICE, others)


def test_only_invoices_are_disputed() -> None:
    with pytest.raises(DomainError, match="not_invoice"):
        check_dispute(dispute(5), replace(INVOICE, kind=DocumentKind.RECEIPT), [])


def test_an_ended_dispute_and_the_one_edited_leave_room() -> None:
    check_dispute(dispute(100), INVOICE, [dispute(40, id=3, closed_on=T + timedelta(9))])
    check_dispute(dispute(60, id=3), INVOICE, [dispute(40, id=3), dispute(40, id=4)])
