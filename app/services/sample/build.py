"""Writes the sample company into an open, empty company file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.services.ports import CancelledError, Control, Record, Silent, Store, UnitOfWork
from app.services.sample import SEED
from app.services.sample.book import Book, Numbers, account_of, enter, frame, sample_book
from app.services.sample.catalogue import Profile, profiles, sample_uscc
from app.services.sample.rates import RateBook
from app.services.sample.trade import Span

VERB = "sample.build"
BATCH_CUSTOMERS = 600
_FIRST_SCALED_NUMBER = 100_000

Finish = Callable[[Customer], Customer]
"""Fills what a customer's name implies: match key and initials."""


def build(store: Store, as_of: date, finish: Finish, seed: int = SEED) -> None:
    """Write the sample company around ``as_of`` as one change set that undo does not touch."""
    with store.write() as unit:
        _write(unit, sample_book(as_of, seed), finish)
        unit.commit_for_good(VERB, as_of=as_of.isoformat())


def build_scaled(
    store: Store, as_of: date, finish: Finish, times: int, seed: int = SEED, control: Control | None = None
) -> None:
    """The same company ``times`` over (334 gives 20,000 customers and a million invoices), in batches."""
    control = control or Silent()
    span = Span.before(as_of)
    rates = RateBook(tuple(frame(span, seed).rates))
    people = [_again(profile, n, i) for n in range(times) for i, profile in enumerate(profiles())]
    numbers = Numbers()
    for start in range(0, len(people), BATCH_CUSTOMERS):
        if control.cancelled():
            raise CancelledError
        control.progress(start, len(people), VERB)
        batch = people[start : start + BATCH_CUSTOMERS]
        book = frame(span, seed) if start == 0 else Book()
        accounts = [account_of(profile, f"{seed}:{profile.code}", span, rates) for profile in batch]
        enter(book, accounts, list(range(start + 1, start + 1 + len(batch))), numbers, span)
        with store.write() as unit:
            _write(unit, book, finish)
            unit.commit_for_good(VERB, as_of=as_of.isoformat())
    control.progress(len(people), len(people), VERB)


def _again(profile: Profile, n: int, i: int) -> Profile:
    """The nth copy of a profile, a customer of its own; the first is the profile itself."""
    if n == 0:
        return profile
    identifier = ""
    if profile.country == "CN":
        number = _FIRST_SCALED_NUMBER + n * len(profiles()) + i
        identifier = sample_uscc(profile.identifier[2:8], number)
    return replace(
        profile,
        code=f"{profile.code}-{n:03d}",
        name=f"{profile.name}{n:03d}",
        short_name=f"{profile.short_name}{n:03d}",
        name_en=f"{profile.name_en} {n:03d}",
        identifier=identifier,
    )


def _write(unit: UnitOfWork, book: Book, finish: Finish) -> None:
    """Add all rows, what is referred to first; in an empty file ids run from 1 as the book's do."""
    groups: tuple[Sequence[Record], ...] = (
        book.salespersons,
        book.regions,
        book.groups,
        book.rates,
        [finish(customer) for customer in book.customers],
        book.contacts,
        book.identifiers,
        book.documents,
        book.instalments,
        book.allocations,
        book.disputes,
        book.promises,
        book.reminders.runs,
        book.reminders.letters,
        book.reminders.lines,
        book.banking.accounts,
        book.banking.statements,
        book.banking.lines,
        book.banking.payers,
        book.banking.bills,
        book.banking.covers,
        book.dealings.activities,
        book.dealings.plans,
        book.dealings.items,
        book.dealings.parts,
        book.dealings.settings,
        book.files.profiles,
        book.files.statements,
        book.files.flows,
        book.files.certifications,
        book.files.points,
        book.files.ratings,
        book.files.events,
    )
    for rows in filter(None, groups):
        ids = unit.add_all(rows)
        if rows[0].id not in {0, ids[0]}:
            raise DomainError("sample.file_not_empty")
