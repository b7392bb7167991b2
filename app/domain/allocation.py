"""Setting credits against debits: which, how much, and from which day; pure rules.

A proposal never exceeds what is open on either side; what is left of the credit stays
unallocated. Instalments are filled first due, first filled.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from app.domain.document import CREDITS, DEBITS, Document
from app.domain.money import Money
from app.domain.problem import DomainError

# "12" in a bank text is a month, a count, anything; a number this long is meant.
LEAST_REFERENCE = 4


class Method(StrEnum):
    """How far to go in finding what a credit pays: each method also tries those before it."""

    REFERENCE = "reference"
    EXACT = "exact"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class OpenPart:
    """What is open of one instalment, or of a whole debit (``instalment_id`` None); minor units."""

    instalment_id: int | None
    due_date: date
    open: int


@dataclass(frozen=True, slots=True)
class OpenDebit:
    """An open debit as allocation sees it; without a plan it has one part."""

    id: int
    number: str
    doc_date: date
    parts: tuple[OpenPart, ...]

    @property
    def open(self) -> int:
        """What is open in all, minor units."""
        return sum(part.open for part in self.parts)


@dataclass(frozen=True, slots=True)
class Proposal:
    """So much of a credit for this debit or instalment, minor units."""

    debit_id: int
    instalment_id: int | None
    number: str
    amount: int


def propose(amount: int, text: str, debits: Sequence[OpenDebit], method: Method) -> list[Proposal]:
    """What a credit of ``amount`` whose reference reads ``text`` pays, of one customer and currency.

    By the numbers named in the text; where none is and the method allows, an exact amount; else,
    where it allows, oldest due first. The proposals sum to ``amount`` at most.
    """
    rules: dict[Method, Callable[[], list[Proposal]]] = {
        Method.REFERENCE: lambda: by_reference(amount, text, debits),
        Method.EXACT: lambda: by_exact(amount, debits),
        Method.OLDEST: lambda: by_oldest(amount, debits),
    }
    for rule, found_by in rules.items():
        if proposals := found_by():
            return proposals
        if rule is method:
            break
    return []


def by_reference(amount: int, text: str, debits: Sequence[OpenDebit]) -> list[Proposal]:
    """The debits whose numbers the text names, oldest due first."""
    return by_oldest(amount, [debit for debit in debits if mentions(text, debit.number)])


def by_exact(amount: int, debits: Sequence[OpenDebit]) -> list[Proposal]:
    """Debits open at exactly ``amount``; nothing when none fit.

    One debit, then one's next instalment, then all debits of one month (a monthly settlement),
    then the oldest so many together.
    """
    ordered = sorted(debits, key=_age)
    for debit in ordered:
        if debit.open == amount:
            return fill(amount, [debit])
    for debit in ordered:
        parts = [part for part in _by_due(debit.parts) if part.open > 0]
        if parts and parts[0].open == amount:
            return [Proposal(debit.id, parts[0].instalment_id, debit.number, amount)]
    months: dict[tuple[int, int], list[OpenDebit]] = defaultdict(list)
    for debit in ordered:
        months[debit.doc_date.year, debit.doc_date.month].append(debit)
    prefixes = [ordered[:count] for count in range(2, len(ordered) + 1)]
    for group in (*months.values(), *prefixes):
        if sum(debit.open for debit in group) == amount:
            return fill(amount, group)
    return []


def by_oldest(amount: int, debits: Sequence[OpenDebit]) -> list[Proposal]:
    """The parts due first, whichever debit they are of."""
    parts = [(part, debit) for debit in debits for part in debit.parts]
    parts.sort(key=lambda pair: (pair[0].due_date, pair[1].doc_date, pair[1].id))
    return _spread(amount, parts)


def fill(amount: int, debits: Iterable[OpenDebit]) -> list[Proposal]:
    """The debits in the order given, each one's parts first due first."""
    return _spread(amount, [(part, debit) for debit in debits for part in _by_due(debit.parts)])


def mentions(text: str, number: str) -> bool:
    """Whether the text names the document number, also inside a longer sentence.

    Width, case and the signs between groups do not matter (``INV0012`` names ``INV-0012``); a
    number that is only part of a longer one (``INV-12`` in ``INV-123``) is not named.
    """
    said, wanted = _folded(text), _folded(number)
    if not wanted or not said:
        return False
    if said == wanted:
        return True
    if len(wanted) < LEAST_REFERENCE:
        return False
    alone = rf"(?<![0-9a-z])(?<![0-9a-z][-_.]){re.escape(wanted)}(?![0-9a-z])(?![-_.][0-9a-z])"
    if re.search(alone, said):
        return True
    tokens = [_squashed(token) for token in re.findall(r"[0-9a-z][0-9a-z\-_./]*", said)]
    squashed = _squashed(wanted)
    return squashed in tokens or any(a + b == squashed for a, b in pairwise(tokens))


def allocation_date(debit: Document, credit: Document, on: date | None = None) -> date:
    """The day an allocation counts from: the later of the two documents, or ``on`` if not before."""
    earliest = max(debit.doc_date, credit.doc_date)
    if on is not None and on < earliest:
        raise DomainError("allocation.too_early", on=on, earliest=earliest, number=debit.number)
    return on or earliest


def free_from(amount: int, used: Iterable[tuple[date, int]], wanted: int, earliest: date) -> date:
    """The first day from ``earliest`` on, from which ``wanted`` of ``amount`` stays free for good.

    ``used`` are dated uses, negative where one was taken back; ``earliest`` itself where it never fits.
    """
    steps: dict[date, int] = defaultdict(int)
    for day, part in used:
        steps[day] += part
    peak = total = sum(steps.values())
    best = earliest if amount - total >= wanted else None
    for day in sorted(steps, reverse=True):
        if amount - peak < wanted:
            break
        best = max(day, earliest)
        total -= steps[day]
        if day <= earliest:
            return earliest
        peak = max(peak, total)
        if amount - peak >= wanted:
            best = earliest
    return best or earliest


def check_pair(debit: Document, credit: Document) -> None:
    """Refuse two documents that cannot be set against each other."""
    if debit.kind not in DEBITS or credit.kind not in CREDITS:
        raise DomainError("allocation.same_side", debit=debit.number, credit=credit.number)
    if debit.customer_id != credit.customer_id:
        raise DomainError("allocation.other_customer", debit=debit.number, credit=credit.number)


def check_currencies(debit: Document, credit: Document, credit_amount: int | None) -> None:
    """Refuse two currencies unless the amount in the credit's own is given."""
    if debit.currency != credit.currency and credit_amount is None:
        raise DomainError("allocation.currencies", debit=debit.currency, credit=credit.currency)


def check_within(amount: int, left: int, document: Document) -> None:
    """Refuse an amount that is not positive, or above what is ``left`` open (minor units)."""
    if amount <= 0:
        raise DomainError("amount.not_positive", number=document.number)
    if amount > left:
        raise DomainError(
            "allocation.above_open",
            number=document.number,
            amount=Money(amount, document.currency),
            open=Money(left, document.currency),
        )


def _spread(amount: int, parts: Iterable[tuple[OpenPart, OpenDebit]]) -> list[Proposal]:
    proposals = []
    left = amount
    for part, debit in parts:
        share = min(left, part.open)
        if share > 0:
            proposals.append(Proposal(debit.id, part.instalment_id, debit.number, share))
            left -= share
    return proposals


def _by_due(parts: Sequence[OpenPart]) -> list[OpenPart]:
    return sorted(parts, key=lambda part: (part.due_date, part.instalment_id or 0))


def _age(debit: OpenDebit) -> tuple[date, date, int]:
    due = min((part.due_date for part in debit.parts), default=debit.doc_date)
    return due, debit.doc_date, debit.id


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _squashed(token: str) -> str:
    return re.sub(r"[-_./\s]", "", token)
