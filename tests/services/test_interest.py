"""Interest of documents in a file, and the company's own rates and rules beside the shipped ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event

from app.bootstrap.rates import shipped_law
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.late_rates import Period, RuleKind
from app.domain.problem import DomainError
from app.domain.rate_entry import RateEntry, StoredInterestRule
from app.services.interest import InterestLine, InterestService
from app.services.settings import SettingService
from app.storage.readers.interest import SqlInterestReader
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.books import Books, T, books_on


@pytest.fixture
def books(store: SqlStore, clock: FixedClock) -> Books:
    return books_on(store, clock)


@pytest.fixture
def interest(store: SqlStore, clock: FixedClock) -> InterestService:
    return InterestService(store, SqlInterestReader(store), clock, SettingService(store), shipped_law)


def agreed(books: Books, rate: str = "0.05") -> int:
    return books.customer(late_rate=Decimal(rate), late_rate_period="day", late_rate_clause="8.2")


def put(store: SqlStore, *rows: Document | Allocation) -> list[int]:
    with store.write() as unit:
        ids = [unit.add(row) for row in rows]
        unit.commit("document.entered", kind="", number="", amount="")
    return ids


def test_a_part_payment_splits_the_days(books: Books, interest: InterestService) -> None:
    customer = agreed(books)
    invoice = books.enter(customer, 1000_00, due_date=T)
    receipt = books.enter(customer, 400_00, "R1", DocumentKind.RECEIPT, 10)
    put(books.store, Allocation(invoice, receipt, T + timedelta(10), 400_00, 400_00))
    working = interest.of_document(invoice, T + timedelta(30))
    assert [(span.days, span.principal) for span in working.spans] == [(10, 1000_00), (20, 600_00)]
    assert (working.total.minor, working.daily.minor, working.open.minor) == (11_00, 30, 600_00)
    before = interest.of_document(invoice, T + timedelta(5))
    assert (before.total.minor, before.open.minor) == (2_50, 1000_00)


def test_money_that_came_back_never_paid(books: Books, interest: InterestService) -> None:
    customer = agreed(books)
    invoice = books.enter(customer, 1000_00, due_date=T)
    receipt = books.enter(customer, 1000_00, "R1", DocumentKind.RECEIPT, 10)
    (allocation,) = put(books.store, Allocation(invoice, receipt, T + timedelta(10), 1000_00, 1000_00))
    bounced = T + timedelta(15)
    put(
        books.store,
        Allocation(invoice, receipt, bounced, -1000_00, -1000_00, reverses_id=allocation),
    )
    assert interest.of_document(invoice, T + timedelta(14)).days_late == 10
    assert interest.of_document(invoice, T + timedelta(30)).days_late == 30


def test_what_a_credit_note_corrects_was_never_owed(books: Books, interest: InterestService) -> None:
    customer = agreed(books)
    invoice = books.enter(customer, 1000_00, due_date=T)
    note = books.enter(customer, 200_00, "C1", DocumentKind.CREDIT_NOTE, 20)
    put(books.store, Allocation(invoice, note, T + timedelta(20), 200_00, 200_00))
    working = interest.of_document(invoice, T + timedelta(30))
    assert [(span.days, span.principal) for span in working.spans] == [(30, 800_00)]


def test_each_instalment_runs_from_its_own_day(books: Books, interest: InterestService) -> None:
    invoice = books.enter(agreed(books), 1000_00, due_date=T)
    parts = [Instalment(invoice, 1, T, 400_00), Instalment(invoice, 2, T + timedelta(20), 600_00)]
    books.ledger.set_plan(invoice, parts)
    working = interest.of_document(invoice, T + timedelta(30))
    assert [(one.claim.seq, one.days_late) for one in working.claims] == [(1, 30), (2, 10)]
    assert working.total.minor == 400_00 * 5 * 30 // 10000 + 600_00 * 5 * 10 // 10000
    second = working.claims[1].claim.instalment_id
    only = interest.of_lines([InterestLine(invoice, second)], T + timedelta(30))
    assert [one.claim.seq for one in only[invoice].claims] == [2]


def test_many_lines_ask_a_fixed_number_of_questions(
    books: Books, store: SqlStore, interest: InterestService
) -> None:
    customer = agreed(books)
    invoices = [books.enter(customer, 1000_00, f"F{n}", due_date=T) for n in range(12)]

    def asked(count: int) -> int:
        said: list[str] = []

        def listen(*arguments: object) -> None:
            said.append(str(arguments[2]))

        event.listen(store._engine, "before_cursor_execute", listen)
        found = interest.of_lines([InterestLine(row_id) for row_id in invoices[:count]], T + timedelta(30))
        event.remove(store._engine, "before_cursor_execute", listen)
        assert len(found) == count
        return len(said)

    asked(1)  # the first question of a file also learns its tables
    assert asked(12) == asked(1)


def test_interest_is_of_invoices(books: Books, interest: InterestService) -> None:
    receipt = books.enter(agreed(books), 100_00, "R1", DocumentKind.RECEIPT)
    with pytest.raises(DomainError) as caught:
        interest.of_document(receipt, T)
    assert caught.value.code == "interest.not_invoice"


def test_another_basis_can_be_tried(books: Books, interest: InterestService) -> None:
    invoice = books.enter(agreed(books), 1000_00, due_date=T)
    other = interest.of_document(invoice, T + timedelta(30), "uk_statutory")
    assert (other.basis.code, other.spans[0].rate) == ("uk_statutory", Decimal("12.75"))
    codes = [basis.code for basis in interest.bases(invoice)]
    assert codes[0] == "contract"
    assert set(codes[1:]) == set(shipped_law().rules)
    with pytest.raises(DomainError):
        interest.of_document(invoice, T, "usury")


def test_an_own_rate_goes_into_its_table_and_out_again(
    store: SqlStore, books: Books, interest: InterestService
) -> None:
    invoice = books.enter(books.customer(), 1000_00, due_date=date(2025, 9, 30))
    to = date(2025, 12, 31)
    assert interest.of_document(invoice, to).spans[0].rate == Decimal("3.90")
    interest.add_rate(RateEntry("lpr_1y", date(2025, 9, 22), Decimal("2.90"), "中国人民银行"))
    interest.add_rate(RateEntry("lpr_1y", date(2025, 9, 22), Decimal("2.80"), "中国人民银行"))
    assert interest.of_document(invoice, to).spans[0].rate == Decimal("3.64")
    (own,) = (point for view in interest.series() for point in view.table.points if point.own_id)
    interest.remove_rate(own.own_id)
    assert interest.of_document(invoice, to).spans[0].rate == Decimal("3.90")
    undo(store)
    assert interest.of_document(invoice, to).spans[0].rate == Decimal("3.64")


def test_the_age_of_a_tables_last_entry(interest: InterestService) -> None:
    ages = {view.table.code: (view.age_days, view.stale) for view in interest.series()}
    assert ages["lpr_1y"] == ((date(2025, 12, 31) - date(2025, 5, 20)).days, False)
    assert ages["national_reference"] == (None, True)


@pytest.mark.parametrize("rate", ["NaN", "1001", "-2000"])
def test_an_unbelievable_rate_is_refused(interest: InterestService, rate: str) -> None:
    with pytest.raises(DomainError) as caught:
        interest.add_rate(RateEntry("lpr_1y", T, Decimal(rate)))
    assert caught.value.code == "rate_table.bad_rate"


def test_a_shipped_rule_is_changed_and_reset(store: SqlStore, interest: InterestService) -> None:
    rule = interest.rule("cn_lpr")
    interest.save_rule(replace(rule, factor=Decimal("1.5"), year_basis=360))
    found = interest.rule("cn_lpr")
    assert (found.factor, found.year_basis, found.shipped, found.changed) == (Decimal("1.5"), 360, True, True)
    interest.reset_rule("cn_lpr")
    assert interest.rule("cn_lpr") == rule
    undo(store)
    assert interest.rule("cn_lpr").changed


def test_an_own_rule_comes_last_and_can_go(interest: InterestService) -> None:
    own = replace(
        interest.rule("cn_lpr"), code="own-1", name="内部规则", kind=RuleKind.FIXED, rate=Decimal(6)
    )
    interest.save_rule(replace(own, factor_range=None, countries=(), period=Period.YEAR))
    assert interest.rules()[-1].code == "own-1"
    assert not interest.rules()[-1].shipped
    interest.reset_rule("own-1")
    with pytest.raises(DomainError):
        interest.rule("own-1")


def test_a_stored_rule_nobody_can_read_leaves_the_shipped_one(
    store: SqlStore, interest: InterestService
) -> None:
    with store.write() as unit:
        unit.add(StoredInterestRule("cn_lpr", "x", "{not json"))
        unit.commit("interest_rule.saved", name="x")
    assert interest.rule("cn_lpr") == shipped_law().rules["cn_lpr"]


def test_the_law_across_borders_is_a_choice(books: Books, interest: InterestService) -> None:
    customer = books.customer("Zeta GmbH", country="DE")
    assert interest.basis_of(customer).code == "cn_lpr"
    interest.set_governing("buyer")
    assert interest.basis_of(customer).code == "de_statutory"
    with pytest.raises(DomainError):
        interest.set_governing("mine")


def test_a_discount_is_offered_by_the_terms_that_hold(
    store: SqlStore, books: Books, interest: InterestService
) -> None:
    customer = books.customer(terms="2/10 net 30")
    invoice = books.enter(customer, 1000_00)
    offer = interest.early(invoice, T + timedelta(10))
    assert offer is not None
    assert (offer.amount.minor, offer.until, offer.annual_cost) == (
        20_00,
        T + timedelta(10),
        Decimal("37.24"),
    )
    assert interest.early(invoice, T + timedelta(11)) is None
    assert len(interest.tiers(invoice)) == 1
    house = store.find(Company)[0]
    with store.write() as unit:
        unit.replace(replace(house, terms="1/7 net 30"))
        unit.replace(replace(store.get(Customer, customer), terms=""))
        unit.commit("company.edited")
    later = interest.early(invoice, T)
    assert later is not None
    assert later.percent == 1
