"""Customers by hand: found, kept apart, joined, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import (
    Alias,
    Contact,
    Customer,
    CustomerGroup,
    CustomerStatus,
    Identifier,
    IdentifierKind,
    Region,
    Salesperson,
)
from app.domain.document import Document, DocumentKind, Promise, Rate
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.customers import CustomerQuery, CustomerSort
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.books import Books, T, books_on

USCC = "914403001922038216"


@pytest.fixture
def books(store: SqlStore, clock: FixedClock) -> Books:
    return books_on(store, clock)


def names(books: Books, query: CustomerQuery) -> list[str]:
    return [row.name for row in books.customers.rows(books.customers.ids(query))]


def test_create_completes_code_key_and_initials(books: Books) -> None:
    first = books.customer("  苏州恒岳贸易（集团）  有限责任公司 ")
    second = books.customer("Acme Ltd", country="gb", terms="net 30")
    stored = books.store.get(Customer, first)
    assert (stored.name, stored.code) == ("苏州恒岳贸易（集团） 有限责任公司", "C0001")
    assert (stored.name_key, stored.initials) == ("苏州恒岳贸易集团有限公司", "szhymyjtyxzrgs")
    assert (books.store.get(Customer, second).code, books.store.get(Customer, second).country) == (
        "C0002",
        "GB",
    )


def test_create_with_contacts_and_identifiers_is_one_undoable_set(books: Books) -> None:
    change = books.undoes(
        lambda: books.customers.create(
            Customer("华为技术有限公司", salesperson_id=None),
            [Contact(0, "王芳", phone="123")],
            [Identifier(0, IdentifierKind.USCC, "9144 0300 1922 0382 16")],
        )
    )
    assert set(change.touched) == {"customer", "contact", "identifier"}
    profile = books.customers.profile(1)
    assert [one.name for one in profile.contacts] == ["王芳"]
    assert [one.value for one in profile.identifiers] == [USCC]


@pytest.mark.parametrize(
    ("customer", "code"),
    [
        (Customer(" "), "customer.name_missing"),
        (Customer("B", country="China"), "customer.bad_country"),
        (Customer("B", terms="whenever"), "terms.unknown"),
        (Customer("B", code="c0001"), "customer.code_taken"),
        (Customer("苏州恒岳贸易有限责任公司"), "customer.name_taken"),
    ],
)
def test_refused_customers(books: Books, customer: Customer, code: str) -> None:
    books.customer()
    before = books.picture()
    with pytest.raises(DomainError, match=code):
        books.customers.create(customer)
    assert books.picture() == before


def test_refused_identifiers(books: Books) -> None:
    first, second = books.customer("A"), books.customer("B")
    books.customers.save_identifier(Identifier(first, IdentifierKind.USCC, USCC))
    for owner, value, code in (
        (second, USCC, "identifier.taken"),
        (first, USCC, "identifier.taken"),
        (second, USCC[:-1] + "7", "identifier.check_character"),
    ):
        with pytest.raises(DomainError, match=code):
            books.customers.save_identifier(Identifier(owner, IdentifierKind.USCC, value))
    books.customers.save_identifier(Identifier(second, IdentifierKind.CN_TAX15, "110105123456789"))
    assert books.customers.check_identifier(None, USCC, "CN").valid


def test_update_checks_and_sees_another_hand(books: Books) -> None:
    row_id = books.customer("A")
    books.customer("B")
    read = books.store.get(Customer, row_id)
    books.undoes(lambda: books.customers.update(replace(read, status=CustomerStatus.STOPPED)))
    stored = books.store.get(Customer, row_id)
    assert (stored.status, stored.status_since) == (CustomerStatus.STOPPED, date(2025, 12, 31))
    with pytest.raises(DomainError, match=r"record\.changed"):
        books.customers.update(replace(read, note="late"))
    with pytest.raises(DomainError, match=r"customer\.name_taken"):
        books.customers.update(replace(stored, name="b"))


def test_contacts_and_aliases_come_and_go(books: Books) -> None:
    row_id = books.customer("A")
    books.customers.save_contact(Contact(row_id, "王芳"))
    [contact] = books.customers.profile(row_id).contacts
    books.undoes(lambda: books.customers.save_contact(replace(contact, phone="1")))
    with pytest.raises(DomainError, match=r"contact\.name_missing"):
        books.customers.save_contact(Contact(row_id, " "))
    books.undoes(lambda: books.customers.remove_contact(contact.id))
    books.undoes(lambda: books.customers.add_alias(row_id, "Alpha 公司"))
    for name, code in (("ALPHA公司", "customer.name_taken"), ("--", "customer.name_missing")):
        with pytest.raises(DomainError, match=code):
            books.customers.add_alias(row_id, name)
    [alias] = books.customers.profile(row_id).aliases
    books.undoes(lambda: books.customers.remove_alias(alias.id))
    books.customers.save_identifier(Identifier(row_id, IdentifierKind.OTHER, "X 1"))
    [identifier] = books.customers.profile(row_id).identifiers
    books.undoes(lambda: books.customers.remove_identifier(identifier.id))
    profile = books.customers.profile(row_id)
    assert (profile.contacts, profile.aliases, profile.identifiers) == ((), (), ())


@pytest.fixture
def peopled(books: Books) -> Books:
    with books.store.write() as uow:
        east = uow.add(Region("华东"))
        suzhou = uow.add(Region("苏州", east))
        li, group = uow.add(Salesperson("李明")), uow.add(CustomerGroup("恒岳系"))
        uow.add(Rate("USD", date(2025, 1, 1), Decimal("7.2")))
        uow.commit("test")
    books.customer("苏州恒岳贸易有限公司", code="S1", short_name="恒岳", region_id=suzhou, group_id=group)
    books.customer("长安机械有限公司", code="B2", region_id=east, salesperson_id=li)
    books.customer("Acme 100% Ltd", code="A3", name_en="Acme", country="GB", status=CustomerStatus.STOPPED)
    books.customers.save_identifier(Identifier(1, IdentifierKind.USCC, USCC))
    books.customers.add_alias(2, "旧长安厂")
    books.enter(1, 1000, "F1", due_date=date(2025, 7, 1))
    books.enter(1, 300, "R1", DocumentKind.RECEIPT)
    books.enter(2, 500, "F2", currency="USD", due_date=date(2026, 7, 1), day=9)
    books.enter(2, 90, "F3", day=3, terms="50% net 30, 50% net 300")
    return books


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("恒岳", ["苏州恒岳贸易有限公司"]),
        ("苏州恒岳贸易有限责任公司", ["苏州恒岳贸易有限公司"]),
        ("szhy", ["苏州恒岳贸易有限公司"]),
        ("CA", ["长安机械有限公司"]),
        ("旧长安", ["长安机械有限公司"]),
        ("acme", ["Acme 100% Ltd"]),
        ("0%", ["Acme 100% Ltd"]),
        ("b2", ["长安机械有限公司"]),
        (USCC[4:12], ["苏州恒岳贸易有限公司"]),
        ("苏州 S1", ["苏州恒岳贸易有限公司"]),
        ("苏州 B2", []),
        ("_", []),
    ],
)
def test_search(peopled: Books, text: str, found: list[str]) -> None:
    assert names(peopled, CustomerQuery(text)) == found


def test_filters(peopled: Books) -> None:
    assert names(peopled, CustomerQuery(status=CustomerStatus.STOPPED)) == ["Acme 100% Ltd"]
    assert len(names(peopled, CustomerQuery(region_id=1))) == 2
    assert names(peopled, CustomerQuery(region_id=2)) == ["苏州恒岳贸易有限公司"]
    assert names(peopled, CustomerQuery(salesperson_id=1)) == ["长安机械有限公司"]
    assert names(peopled, CustomerQuery(group_id=1)) == ["苏州恒岳贸易有限公司"]


def test_rows_carry_balances_by_currency(peopled: Books) -> None:
    rows = {row.code: row for row in peopled.customers.rows([1, 2, 3, 99])}
    assert rows["S1"].balances == (Money(700, "CNY"),)
    assert rows["S1"].overdue == (Money(1000, "CNY"),)
    assert (rows["S1"].region, rows["S1"].group) == ("苏州", "恒岳系")
    assert rows["B2"].balances == (Money(90, "CNY"), Money(500, "USD"))
    assert rows["B2"].overdue == (Money(45, "CNY"),)
    assert rows["B2"].last_invoice == date(2025, 6, 10)
    assert (rows["A3"].balances, rows["A3"].overdue, rows["A3"].last_invoice) == ((), (), None)
    profile = peopled.customers.profile(2)
    assert (profile.salesperson, profile.region, profile.group) == ("李明", "华东", "")


@pytest.mark.parametrize("sort", list(CustomerSort))
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_lists_everyone(peopled: Books, sort: CustomerSort, descending: bool) -> None:
    ids = peopled.customers.ids(CustomerQuery(sort=sort, descending=descending))
    assert sorted(ids) == [1, 2, 3]


def test_orders(peopled: Books) -> None:
    def ordered(sort: CustomerSort) -> list[int]:
        return peopled.customers.ids(CustomerQuery(sort=sort, descending=True))

    assert peopled.customers.ids() == [3, 2, 1]  # acme, chang'an, suzhou
    assert ordered(CustomerSort.BALANCE) == [2, 1, 3]  # 5 USD at 7.2 are more than 7 CNY
    assert ordered(CustomerSort.OVERDUE) == [1, 2, 3]
    assert ordered(CustomerSort.LAST_INVOICE) == [2, 1, 3]


def test_similar_follows_every_edit(peopled: Books) -> None:
    assert peopled.customers.similar("苏州恒悦贸易有限公司") == [(1, "苏州恒岳贸易有限公司", "near.spelling")]
    peopled.customer("恒悦贸易有限公司")
    assert [near[0] for near in peopled.customers.similar("苏州恒悦贸易有限公司")] == [4, 1]


def test_a_customer_with_documents_is_not_deleted(peopled: Books) -> None:
    with pytest.raises(DomainError) as caught:
        peopled.customers.remove([3, 1])
    assert (caught.value.code, caught.value.params["n"]) == ("customer.has_documents", 2)
    assert len(peopled.customers.ids()) == 3


def test_the_bin_keeps_what_hangs_on_a_customer(books: Books) -> None:
    row_id = books.customer("A")
    books.customers.save_contact(Contact(row_id, "gone before"))
    books.customers.save_contact(Contact(row_id, "kept"))
    books.customers.remove_contact(1)
    books.customers.save_identifier(Identifier(row_id, IdentifierKind.USCC, USCC))
    books.undoes(lambda: books.customers.remove([row_id]))
    assert [row.name for row in books.customers.bin()] == ["A"]
    assert books.customers.ids() == []
    books.undoes(lambda: books.customers.restore([row_id]))
    profile = books.customers.profile(row_id)
    assert [one.name for one in profile.contacts] == ["kept"]
    assert len(profile.identifiers) == 1
    assert books.customers.bin() == []


@pytest.mark.parametrize(
    ("other", "identifier", "code"),
    [
        (Customer("B", code="X1"), None, "customer.code_taken"),
        (Customer("a"), None, "customer.name_taken"),
        (Customer("B"), Identifier(0, IdentifierKind.USCC, USCC), "identifier.taken"),
    ],
)
def test_restore_refuses_what_is_taken_meanwhile(
    books: Books, other: Customer, identifier: Identifier | None, code: str
) -> None:
    row_id = books.customer("A", code="X1")
    books.customers.save_identifier(Identifier(row_id, IdentifierKind.USCC, USCC))
    books.customers.remove([row_id])
    books.customers.create(other, (), [identifier] if identifier else [])
    before = books.picture()
    with pytest.raises(DomainError, match=code):
        books.customers.restore([row_id])
    assert books.picture() == before


def test_restore_of_what_is_not_in_the_bin(books: Books) -> None:
    with pytest.raises(DomainError, match=r"record\.missing"):
        books.customers.restore([books.customer("A")])


def test_merge_moves_everything_and_can_be_undone(books: Books) -> None:
    keep = books.customer("苏州恒岳贸易有限公司", phone="")
    lose = books.customer("恒岳贸易", phone="0512", note="old", terms="net 60")
    books.customers.save_identifier(Identifier(lose, IdentifierKind.USCC, USCC))
    books.customers.save_contact(Contact(lose, "王芳"))
    books.customers.add_alias(lose, "HY")
    invoice = books.enter(lose, 100, "F1")
    binned = books.enter(lose, 50, "F2")
    books.ledger.remove([binned])
    books.ledger.enter_receipt(Document(lose, DocumentKind.RECEIPT, "R1", T, "CNY", 40), "oldest")
    with books.store.write() as uow:
        uow.add(Promise(lose, T, T, 60, "CNY"))
        uow.commit("test")

    books.undoes(lambda: books.customers.merge(keep, lose))

    profile = books.customers.profile(keep)
    assert (profile.customer.phone, profile.customer.terms, profile.customer.note) == (
        "0512",
        "net 60",
        "old",
    )
    assert {one.name for one in profile.aliases} == {"恒岳贸易", "HY"}
    assert [one.value for one in profile.identifiers] == [USCC]
    assert len(profile.contacts) == 1
    assert books.store.find(Promise, customer_id=keep)
    assert books.open(invoice) == 60
    assert {row.customer_id for row in books.store.find(Document)} == {keep}
    books.ledger.restore([binned])
    assert books.store.get(Document, binned).customer_id == keep
    assert [row.id for row in books.customers.bin()] == [lose]
    with pytest.raises(DomainError, match=r"customer\.name_taken"):
        books.customers.restore([lose])


def test_merge_keeps_an_identifier_both_have_once(books: Books) -> None:
    keep, lose = books.customer("A"), books.customer("B")
    with books.store.write() as uow:
        for owner in (keep, lose):
            uow.add(Identifier(owner, IdentifierKind.USCC, USCC))
        uow.add(Alias(lose, "C", "c"))
        uow.commit("test")
    books.undoes(lambda: books.customers.merge(keep, lose))
    assert len(books.customers.profile(keep).identifiers) == 1
    with pytest.raises(DomainError, match=r"customer\.merge_same"):
        books.customers.merge(keep, keep)


def test_a_removal_redone_still_restores_what_went_along(books: Books) -> None:
    row_id = books.customer("A")
    books.customers.save_contact(Contact(row_id, "kept"))
    books.undoes(lambda: books.customers.remove([row_id]))
    books.customers.restore([row_id])
    assert len(books.customers.profile(row_id).contacts) == 1
    undo(books.store)
    assert len(books.customers.bin()) == 1


def test_the_company_is_not_needed_for_customers(books: Books) -> None:
    assert books.store.find(Company)[0].currency == "CNY"
