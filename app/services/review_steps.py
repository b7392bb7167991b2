"""The next step with a customer in a few words: what is owed to the insurer, promised, or ripe."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.money import Money
from app.domain.review_value import Said
from app.domain.scorecard import Grade

if TYPE_CHECKING:
    from app.domain.aging import AgingRow
    from app.services.review_books import Books

_SOON = 30
_OLD = 90


def next_step(books: Books, row: AgingRow) -> Said:
    """One step, or two where a stop goes with another."""
    steps = [said for said in (_stop(books, row), _insurer(books, row), _promised(books, row)) if said]
    if not steps:
        return _collect(row)
    if len(steps) == 1:
        return steps[0]
    return Said("review.step.both", {"first": steps[0], "second": steps[1]})


def _stop(books: Books, row: AgingRow) -> Said | None:
    weak = books.grades.get(row.key) is Grade.D
    return Said("review.step.stop") if weak and row.overdue > 0 else None


def _insurer(books: Books, row: AgingRow) -> Said | None:
    duty = books.next_duty(row.key)
    if duty is None or duty.safe > books.as_of + timedelta(_SOON):
        return None
    late = duty.safe < books.as_of
    code = "review.step.duty_late" if late else "review.step.duty"
    return Said(code, {"duty": Said(f"duty.{duty.duty}"), "safe": duty.safe})


def _promised(books: Books, row: AgingRow) -> Said | None:
    found = books.open_promise(row.key)
    if found is None:
        return None
    amount = Money(found.promise.amount, found.promise.currency)
    return Said("review.step.promise", {"on": found.promise.due_on, "amount": amount})


def _collect(row: AgingRow) -> Said:
    if row.disputed and row.overdue > 0:
        return Said("review.step.dispute")
    if row.oldest > _OLD:
        return Said("review.step.legal")
    return Said("review.step.remind" if row.overdue > 0 else "review.step.watch")
