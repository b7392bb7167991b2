"""The sample company: believable, lawful as a ledger, and the same for the same day and seed."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import uscc
from stdnum.eu import vat as eu_vat
from stdnum.gb import vat as gb_vat

from app.domain.aging import DEFAULT_LIMITS, bucket
from app.domain.clock import FixedClock
from app.domain.credit_file_rules import check_event, check_profile, check_statement, counts, figures_of
from app.domain.customer import CustomerStatus, IdentifierKind
from app.domain.document import DEBITS, DocumentKind, sign
from app.domain.financials import check
from app.domain.money import convert
from app.domain.problem import DomainError
from app.domain.ratios import RatioCode, ratio
from app.services.sample import EDITION
from app.services.sample.book import Book, sample_book
from app.services.sample.build import BATCH_CUSTOMERS, build, build_scaled
from app.services.sample.catalogue import profiles, sample_company
from app.services.sample.rates import RateBook
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore

AS_OF = date(2025, 12, 31)
DAYS = [AS_OF, date(2026, 11, 23), date(2024, 2, 29), date(2026, 3, 1), date(2026, 5, 20), date(2026, 9, 1)]


def open_by_part(book: Book, as_of: date) -> Counter[tuple[int, int | None]]:
    """What is open of every document (or part of a plan) on a day, by the dates alone."""
    docs = {document.id: document for document in book.documents}
    left: Counter[tuple[int, int | None]] = Counter()
    for document in book.documents:
        if document.doc_date <= as_of and not document.has_plan:
            left[document.id, None] = document.amount
    for part in book.instalments:
        if docs[part.document_id].doc_date <= as_of:
            left[part.document_id, part.id] = part.amount
    for one in book.allocations:
        if one.date <= as_of:
            left[one.debit_id, one.instalment_id] -= one.amount
            left[one.credit_id, None] -= one.credit_amount
    return left


def buckets_in_base(book: Book, as_of: date) -> list[int]:
    docs = {document.id: document for document in book.documents}
    parts = {part.id: part for part in book.instalments}
    rates = RateBook(tuple(book.rates))
    sums = [0] * 5
    for (doc_id, part_id), minor in open_by_part(book, as_of).items():
        document = docs[doc_id]
        if document.kind not in DEBITS:
            continue
        due = parts[part_id].due_date if part_id else document.due_date
        assert due is not None
        rate = rates.on(document.currency, as_of)
        value = convert(minor, document.currency, "CNY", rate) if rate else minor
        sums[bucket((as_of - due).days, DEFAULT_LIMITS)] += value
    return sums


def test_the_same_day_and_seed_make_the_same_company() -> None:
    assert sample_book(AS_OF, 7) == sample_book(AS_OF, 7)
    assert sample_book(AS_OF, 7).documents != sample_book(AS_OF, 8).documents


def test_what_is_built_has_not_changed_within_its_edition() -> None:
    book = sample_book(AS_OF)
    facts: list[tuple[object, ...]] = [
        (one.code, one.name, one.name_en, one.terms, one.identifier) for one in profiles()
    ]
    facts += [
        (one.number, str(one.doc_date), str(one.due_date), one.amount, one.reference)
        for one in book.documents
    ]
    facts += [(str(one.date), one.debit_id, one.credit_id, one.amount, one.note) for one in book.allocations]
    facts += [
        (str(one.made_on), str(one.due_on), one.amount, one.outcome, one.channel) for one in book.promises
    ]
    facts += [
        (one.number, str(one.run_on), one.level, one.amount, str(one.delivered_on))
        for one in book.reminders.letters
    ]
    facts += [(one.letter_id, one.document_id, one.level, one.amount) for one in book.reminders.lines]
    facts += [(str(one.on), one.amount, one.payer, one.text, one.state) for one in book.banking.lines]
    facts += [(one.number, str(one.due_on), one.amount, one.ended_how) for one in book.banking.bills]
    facts += [(str(one.on), one.kind, one.result, one.note) for one in book.dealings.activities]
    facts += [(one.plan_id, str(one.due_on), one.amount) for one in book.dealings.parts]
    facts += [(one.customer_id, str(one.founded_on), one.capital) for one in book.files.profiles]
    facts += [(str(one.period_end), one.figures) for one in book.files.statements]
    facts += [(one.inflow, one.outflow) for one in book.files.flows]
    facts += [(str(one.on), one.provider, one.value) for one in book.files.ratings]
    facts += [(str(one.on), one.kind, one.value) for one in book.files.events]
    facts += [(one.customer_id, str(one.valid_until)) for one in book.files.certifications]
    # Files in users' caches are of this edition: raise EDITION together with this digest.
    assert (EDITION, hashlib.sha256(repr(facts).encode()).hexdigest()[:16]) == (19, "4dd7daafc0925155")


def test_size_and_span() -> None:
    book = sample_book(AS_OF)
    invoices = [one for one in book.documents if one.kind is DocumentKind.INVOICE]
    assert len(book.customers) == 60
    assert sum(customer.country != "CN" for customer in book.customers) == 14
    assert {one.currency for one in book.documents} == {"CNY", "USD", "EUR", "GBP", "JPY"}
    assert 2_900 <= len(invoices) <= 3_300
    early = [one for one in invoices if one.doc_date < AS_OF - timedelta(731)]
    assert [one.reference for one in early] == ["质保金"]  # the debt whose limitation period ends
    assert {one.customer_id for one in invoices} == {customer.id for customer in book.customers}


@pytest.mark.parametrize("as_of", DAYS)
def test_the_board_looks_alive_on_any_day(as_of: date) -> None:
    sums = buckets_in_base(sample_book(as_of), as_of)
    assert all(sums)
    assert 0.23 <= sum(sums[1:]) / sum(sums) <= 0.37


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.integers(0, 10_000))
@settings(max_examples=6, deadline=None)
def test_the_ledger_is_lawful_whatever_the_day_and_the_seed(as_of: date, seed: int) -> None:
    book = sample_book(as_of, seed)
    docs = {document.id: document for document in book.documents}
    for one in book.allocations:
        debit, credit = docs[one.debit_id], docs[one.credit_id]
        assert sign(debit.kind) == 1
        assert sign(credit.kind) == -1
        assert one.date >= max(debit.doc_date, credit.doc_date)
        assert debit.customer_id == credit.customer_id
        assert one.amount == one.credit_amount
        assert (one.amount < 0) == (one.reverses_id is not None)
        assert (one.instalment_id is not None) == debit.has_plan
    assert min(open_by_part(book, date.max).values()) >= 0
    planned: defaultdict[int, int] = defaultdict(int)
    for part in book.instalments:
        planned[part.document_id] += part.amount
    assert all(planned[one.id] == one.amount for one in book.documents if one.has_plan)
    numbers = Counter(one.number for one in book.documents)
    assert set(numbers.values()) == {1}


def test_everything_that_happens_in_the_trade_happens_here() -> None:
    book = sample_book(AS_OF)
    docs = {document.id: document for document in book.documents}
    left = open_by_part(book, AS_OF)
    credit_notes = [one for one in book.documents if one.kind is DocumentKind.CREDIT_NOTE]
    assert any(one.original_id for one in credit_notes)
    assert any(one.original_id is None and left[one.id, None] for one in credit_notes)
    assert any(
        one.kind is DocumentKind.RECEIPT and left[one.id, None] == one.amount for one in book.documents
    )
    assert any(
        docs[one.credit_id].kind is DocumentKind.RECEIPT and docs[one.credit_id].doc_date < one.date
        for one in book.allocations
    )
    assert {one.kind for one in book.documents} == set(DocumentKind)
    future = {one.kind for one in book.documents if one.doc_date > AS_OF}
    assert future == {DocumentKind.INVOICE, DocumentKind.RECEIPT}
    assert any(part.due_date > AS_OF + timedelta(300) for part in book.instalments)
    assert {one.outcome for one in book.promises} == {"", "kept", "broken"}
    assert {one.closed_on is None for one in book.disputes} == {True, False}
    assert {one.amount is None for one in book.disputes} == {True, False}
    assert {customer.status for customer in book.customers} == set(CustomerStatus)
    partial = Counter(one.debit_id for one in book.allocations if one.instalment_id is None)
    assert max(partial.values()) >= 2


def test_the_insolvent_customer_owes_only_old_debts_and_some_were_given_up() -> None:
    book = sample_book(AS_OF)
    (customer,) = (one for one in book.customers if one.status is CustomerStatus.INSOLVENT)
    left = open_by_part(book, AS_OF)
    mine = [one for one in book.documents if one.customer_id == customer.id]
    assert any(one.kind is DocumentKind.WRITE_OFF for one in mine)
    still_open = [one for one in mine if one.kind is DocumentKind.INVOICE and left[one.id, None]]
    assert still_open
    assert all(one.due_date and one.due_date < AS_OF - timedelta(60) for one in still_open)


def test_credit_files_are_sound_and_tell_the_firms_apart() -> None:
    book = sample_book(AS_OF)
    health = {}
    for one in book.files.statements:
        figures = figures_of(one.figures)
        assert check(figures) == []
        check_statement(one, figures, AS_OF)
        health[one.customer_id] = ratio(RatioCode.DEBT, figures).value or 0
    assert len(health) == 50
    assert max(health.values()) > 1 > min(health.values())
    numbers = {one.customer_id: [one.value] for one in book.identifiers}
    for event in book.files.events:
        check_event(event, numbers.get(event.customer_id, ()), AS_OF)
    for profile in book.files.profiles:
        check_profile(profile, AS_OF)
    assert {counts(event) for event in book.files.events} == {True, False}


def test_identifiers_have_valid_check_digits() -> None:
    checks: dict[IdentifierKind, Callable[[str], bool]] = {
        IdentifierKind.USCC: uscc.is_valid,
        IdentifierKind.EU_VAT: eu_vat.is_valid,
        IdentifierKind.GB_VAT: lambda value: gb_vat.is_valid(value.removeprefix("GB")),
    }
    identifiers = sample_book(AS_OF).identifiers
    assert {one.kind for one in identifiers} == set(checks)
    assert all(checks[one.kind](one.value) for one in identifiers)
    assert uscc.is_valid(sample_company().identifier)
    assert len({one.value for one in identifiers}) == len(identifiers)


def test_names_read_well_in_both_languages() -> None:
    for profile in profiles():
        assert profile.name_en.replace("é", "e").replace("í", "i").replace("É", "E").isascii()
        assert profile.short_name
        assert (profile.language == "zh") == (profile.country == "CN")
    assert len({profile.name for profile in profiles()}) == 60


def store_at(path: Path) -> SqlStore:
    clock = FixedClock(AS_OF)
    create_company(path, replace(sample_company(), sample_as_of=AS_OF), clock=clock, actor="test")
    return open_company(path, clock=clock, actor="test")


def test_it_is_written_as_one_change_that_cannot_be_undone(tmp_path: Path) -> None:
    store = store_at(tmp_path / "s.holdfast")
    build(store, AS_OF, lambda customer: customer)
    rows = store.raw.execute("SELECT verb, reversible FROM change_set ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [("company.created", 0), ("sample.build", 0)]
    (written,) = store.raw.execute("SELECT count(*) FROM document WHERE open < amount").fetchone()
    assert written > 3_000
    assert not store.raw.execute("PRAGMA foreign_key_check").fetchall()
    store.close()


def test_a_file_with_customers_is_not_built_over(tmp_path: Path) -> None:
    store = store_at(tmp_path / "s.holdfast")
    build(store, AS_OF, lambda customer: customer)
    with pytest.raises(DomainError, match=r"sample\.file_not_empty"):
        build(store, AS_OF, lambda customer: customer)
    store.close()


class Counting:
    """A control that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def progress(self, done: int, total: int, label: str = "") -> None:
        assert label == "sample.build"
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return False


def test_scaled_it_is_the_same_company_many_times_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.sample.build.BATCH_CUSTOMERS", 60)
    store = store_at(tmp_path / "s.holdfast")
    control = Counting()
    build_scaled(store, AS_OF, lambda customer: customer, 3, control=control)
    assert control.told == [(0, 180), (60, 180), (120, 180), (180, 180)]
    assert BATCH_CUSTOMERS > 60
    counted = "SELECT count(*), count(DISTINCT {}) FROM {}"
    for table, column, least in (("customer", "code", 180), ("document", "number", 15_000)):
        total, distinct = store.raw.execute(counted.format(column, table)).fetchone()
        assert total == distinct >= least
    assert not store.raw.execute("PRAGMA foreign_key_check").fetchall()
    store.close()
