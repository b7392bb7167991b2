"""The sample company as values: people, customers, documents and what binds them, with ids from 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from app.domain.customer import (
    Contact,
    Customer,
    CustomerGroup,
    CustomerStatus,
    Identifier,
    IdentifierKind,
    Region,
    Salesperson,
)
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment, Promise, Rate
from app.services.sample import SEED
from app.services.sample.account import Account, Post
from app.services.sample.banking import Banking, bank
from app.services.sample.catalogue import GROUPS, REGIONS, SALESPERSONS, Profile, profiles
from app.services.sample.dealings import Dealings, deal
from app.services.sample.files import Files, file
from app.services.sample.incidents import befall
from app.services.sample.rates import RateBook, sample_rates
from app.services.sample.reminders import HANDED_OVER, Reminders, remind
from app.services.sample.trade import Span, trade

_PREFIX = {
    DocumentKind.INVOICE: "HQ",
    DocumentKind.REFUND: "TK",
    DocumentKind.CREDIT_NOTE: "HC",
    DocumentKind.RECEIPT: "SK",
    DocumentKind.WRITE_OFF: "HX",
}
# habit → status, and how many days before the as-of day it came
_STOPPED: dict[str, tuple[CustomerStatus, int | None]] = {
    "failing": (CustomerStatus.STOPPED, 70),
    "bankrupt": (CustomerStatus.INSOLVENT, 82),
}
_NAMED_ON_RECEIPT = 2
_CONTRACT_DAYS = 12
_SMALL = 40_000
_SIZES = {"C1001": "large", "C1038": "large", "C1042": "large", "C1046": "large", "C1006": "medium"}
_CLAUSE = "合同第 8.3 条：逾期付款的，买方按日支付逾期金额万分之{}的违约金"
# code → what the contract says of late interest: rate in per cent, per what, and the clause
_LATE_CLAUSES: dict[str, tuple[Decimal | None, str, str]] = {
    "C1003": (Decimal("0.05"), "day", _CLAUSE.format("五")),
    "C1005": (Decimal("0.03"), "day", _CLAUSE.format("三")),
    "C1011": (Decimal("0.05"), "day", _CLAUSE.format("五")),
    "C1020": (Decimal("0.04"), "day", _CLAUSE.format("四")),
    "C1044": (Decimal("0.05"), "day", _CLAUSE.format("五")),
    "C2002": (Decimal("1.5"), "month", "Section 9: 1.5 % per month on overdue amounts"),
}


@dataclass(slots=True)
class Book:
    """Rows of one type each, ids given; a row refers to another by that id."""

    salespersons: list[Salesperson] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    groups: list[CustomerGroup] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    instalments: list[Instalment] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    reminders: Reminders = field(default_factory=Reminders)
    banking: Banking = field(default_factory=Banking)
    dealings: Dealings = field(default_factory=Dealings)
    files: Files = field(default_factory=Files)


class Numbers:
    """Ids and document numbers that run on from one book to the next."""

    def __init__(self) -> None:
        self.post = count(1)
        self.part = count(1)
        self.allocation = count(1)
        self._months: Counter[tuple[DocumentKind, int, int]] = Counter()

    def number(self, post: Post) -> str:
        """Next number of its kind and month: HQ2510-135."""
        key = (post.kind, post.on.year, post.on.month)
        self._months[key] += 1
        return f"{_PREFIX[post.kind]}{post.on:%y%m}-{self._months[key]:03d}"


def sample_book(as_of: date, seed: int = SEED) -> Book:
    """The sixty customers of the sample company around a day; the same for the same day and seed."""
    span = Span.before(as_of)
    book = frame(span, seed)
    rates = RateBook(tuple(book.rates))
    accounts = [account_of(profile, f"{seed}:{profile.code}", span, rates) for profile in profiles()]
    enter(book, accounts, list(range(1, len(accounts) + 1)), Numbers(), span)
    people = list(enumerate(accounts, 1))
    book.reminders = remind(people, as_of)
    book.banking = bank(people, as_of)
    book.dealings = deal(people, as_of)
    book.files = file(people, as_of, seed)
    return book


def frame(span: Span, seed: int) -> Book:
    """Salespersons, regions, groups and rates: all that customers refer to."""
    regions = {name: n for n, name in enumerate(REGIONS, 1)}
    return Book(
        salespersons=[Salesperson(name, id=n) for n, name in enumerate(SALESPERSONS, 1)],
        regions=[Region(name, regions.get(parent), id=regions[name]) for name, parent in REGIONS.items()],
        groups=[CustomerGroup(name, id=n) for n, name in enumerate(GROUPS, 1)],
        rates=list(sample_rates(seeded(f"{seed}:rates"), span.start, span.as_of)),
    )


def seeded(key: str) -> Random:
    """Chance that repeats itself, one stream for each key."""
    return Random(key)  # noqa: S311 - the sample must repeat; nothing secret hangs on it


def account_of(profile: Profile, key: str, span: Span, rates: RateBook) -> Account:
    """One customer's two years: trade, then what else befell it."""
    rng = seeded(key)
    account = trade(profile, rng, span, rates)
    befall(account, rng, span, rates)
    return account


def enter(book: Book, accounts: list[Account], ids: list[int], numbers: Numbers, span: Span) -> None:
    """Put accounts into the book as rows; documents are numbered in the order of their days."""
    owner = {id(post): (ids[n], account) for n, account in enumerate(accounts) for post in account.posts}
    posts = sorted((post for account in accounts for post in account.posts), key=lambda post: post.on)
    for post in posts:
        post.id = next(numbers.post)
        post.number = numbers.number(post)
    _name_invoices_on_receipts(accounts)
    for customer_id, account in zip(ids, accounts, strict=True):
        book.customers.append(_customer(account.profile, customer_id, span))
        book.contacts += _contacts(account.profile, customer_id)
        book.identifiers += _identifiers(account.profile, customer_id)
        book.promises += _promises(account, customer_id)
        book.disputes += _disputes(account)
    for post in posts:
        customer_id, account = owner[id(post)]
        book.documents.append(_document(post, customer_id, account.profile))
        book.instalments += _instalments(post, numbers)
    book.allocations += _allocations(accounts, numbers)


def _name_invoices_on_receipts(accounts: Iterable[Account]) -> None:
    """A receipt's reference names the invoices it pays, as remittance advice does."""
    for account in accounts:
        paid: dict[int, tuple[Post, list[str]]] = {}
        for match in account.matches:
            if match.credit.kind is DocumentKind.RECEIPT and match.debit.kind is DocumentKind.INVOICE:
                paid.setdefault(id(match.credit), (match.credit, []))[1].append(match.debit.number)
        for receipt, names in paid.values():
            more = f" +{len(names) - _NAMED_ON_RECEIPT}" if len(names) > _NAMED_ON_RECEIPT else ""
            receipt.reference = " ".join(names[:_NAMED_ON_RECEIPT]) + more


def _customer(profile: Profile, customer_id: int, span: Span) -> Customer:
    status, since = _STOPPED.get(profile.habit, (CustomerStatus.ACTIVE, None))
    group = next((n for n, codes in enumerate(GROUPS.values(), 1) if profile.code in codes), None)
    size_class = _SIZES.get(profile.code, "small" if profile.size < _SMALL else "medium")
    late = _LATE_CLAUSES.get(profile.code, (None, "", ""))
    handed = HANDED_OVER.get(profile.code, ("", 0))
    home, street = profile.country == "CN", f"{profile.city}市样例路 {customer_id} 号"
    return Customer(
        name=profile.name,
        code=profile.code,
        short_name=profile.short_name,
        name_en=profile.name_en,
        country=profile.country,
        currency=profile.currency,
        terms=profile.terms,
        language=profile.language,
        salesperson_id=profile.seller + 1,
        region_id=list(REGIONS).index(profile.region) + 1,
        group_id=group,
        address=street if home else f"{customer_id} Sample Street, {profile.city}",
        phone=profile.phone,
        email=f"finance@{profile.code.lower()}.example",
        status=status,
        status_since=None if since is None else span.as_of - timedelta(since),
        dunning_policy="" if home else "english",
        size_class=size_class,
        contract_on=span.start + timedelta(_CONTRACT_DAYS),
        sme_disclosed_on=span.start + timedelta(_CONTRACT_DAYS) if size_class == "large" else None,
        late_rate=late[0],
        late_rate_period=late[1],
        late_rate_clause=late[2],
        handed_to=handed[0],
        handed_on=span.as_of - timedelta(handed[1]) if handed[0] else None,
        id=customer_id,
    )


def _contacts(profile: Profile, customer_id: int) -> Iterator[Contact]:
    role = "财务" if profile.language == "zh" else "Accounts payable"
    mail = f"ap@{profile.code.lower()}.example"
    yield Contact(customer_id, profile.contact, role, profile.phone, email=mail)


def _identifiers(profile: Profile, customer_id: int) -> Iterator[Identifier]:
    if profile.identifier:
        kinds = {"CN": IdentifierKind.USCC, "GB": IdentifierKind.GB_VAT}
        yield Identifier(customer_id, kinds.get(profile.country, IdentifierKind.EU_VAT), profile.identifier)


def _document(post: Post, customer_id: int, profile: Profile) -> Document:
    return Document(
        customer_id=customer_id,
        kind=post.kind,
        number=post.number,
        doc_date=post.on,
        currency=profile.currency,
        amount=post.amount,
        due_date=post.due,
        has_plan=bool(post.parts),
        terms=post.terms,
        reference=post.reference,
        contract=post.contract,
        salesperson_id=profile.seller + 1,
        original_id=post.original.id if post.original else None,
        book_rate=post.book_rate,
        reason=post.reason,
        approved_by=post.approved_by,
        dunning_block=post.dunning_block,
        note=post.note,
        id=post.id,
    )


def _instalments(post: Post, numbers: Numbers) -> Iterator[Instalment]:
    for seq, part in enumerate(post.parts, 1):
        part.id = next(numbers.part)
        yield Instalment(post.id, seq, part.due, part.amount, label=part.label, id=part.id)


def _allocations(accounts: Iterable[Account], numbers: Numbers) -> Iterator[Allocation]:
    """In the order of their days; a reversal comes after what it takes back."""
    matches = [match for account in accounts for match in account.matches]
    matches.sort(key=lambda one: (one.on, one.reverses is not None, one.credit.id, one.debit.id))
    ids = {id(match): next(numbers.allocation) for match in matches}
    for match in matches:
        yield Allocation(
            match.debit.id,
            match.credit.id,
            match.on,
            match.amount,
            match.amount,
            instalment_id=match.part.id if match.part else None,
            reverses_id=ids[id(match.reverses)] if match.reverses else None,
            id=ids[id(match)],
        )


def _disputes(account: Account) -> Iterator[Dispute]:
    for item in account.objections:
        yield Dispute(
            item.post.id,
            item.opened,
            item.amount,
            item.closed,
            reason=item.reason,
            owner=SALESPERSONS[account.profile.seller],
            target_on=item.target,
            state=item.state,
            outcome=item.outcome,
            note=item.note,
        )


def _promises(account: Account, customer_id: int) -> Iterator[Promise]:
    for word in account.words:
        yield Promise(
            customer_id,
            word.made,
            word.due,
            word.amount,
            account.profile.currency,
            word.post.id,
            made_by=account.profile.contact,
            channel=word.channel,
            closed_on=word.closed,
            outcome=word.outcome,
        )
