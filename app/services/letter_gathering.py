"""What letters are made from, gathered for many at once: a fixed number of questions to the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from app.domain.bank import BankAccount
from app.domain.company import Company
from app.domain.customer import Contact, Customer
from app.domain.document import Document, Instalment, Promise
from app.domain.interest_basis import BIG, SMALL
from app.domain.letter import Letter, LetterLine, LetterState
from app.domain.letter_facts import WAIVE, LetterFacts, LetterItem
from app.domain.payment_plan import PaymentPlan, PlanPart
from app.services.interest import InterestLine
from app.services.letter_interest import discount_offer, interest_terms

if TYPE_CHECKING:
    from app.domain.early_discount import EarlyDiscount
    from app.domain.interest import InterestWorking
    from app.services.letter_ports import InterestSource, Pictures
    from app.services.ports import Store
    from app.services.settings import SettingService

OBJECT_DAYS = {"zh": 5, "en": 7}
"""Days a letter gives to object, unless the setting ``letters.object_days`` says otherwise."""
_DEMANDS = frozenset({"reminder", "second", "formal", "final"})
_BEFORE_INTEREST = frozenset({"before_due"})
_CHINA = "CN"
T = TypeVar("T")

DraftLines = tuple[Letter, Sequence[LetterLine]]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Everything that many letters draw on."""

    company: Company
    logo: bytes | None
    seal: bytes | None
    accounts: Sequence[BankAccount]
    customers: Mapping[int, Customer]
    contacts: Mapping[int, list[Contact]]
    documents: Mapping[int, Document]
    instalments: Mapping[int, Instalment]
    earlier: Mapping[int, list[Letter]]
    workings: Mapping[tuple[date, int], InterestWorking]
    offers: Mapping[tuple[date, int], EarlyDiscount]
    object_days: int | None


class LetterGatherer:
    """Gathers the facts of letters; ``interest`` is asked only where a letter may speak of it."""

    def __init__(
        self,
        store: Store,
        settings: SettingService,
        pictures: Pictures,
        interest: Callable[[], InterestSource],
    ) -> None:
        self._store = store
        self._settings = settings
        self._pictures = pictures
        self._interest = interest

    def stored(self, letter_ids: Sequence[int]) -> list[LetterFacts]:
        """The facts of stored letters, in the order asked for."""
        letters = {row.id: row for row in self._store.find(Letter, id=list(letter_ids))}
        lines = _grouped(self._store.find(LetterLine, letter_id=list(letter_ids)), lambda row: row.letter_id)
        return self.of(
            [(letters[row_id], lines.get(row_id, ())) for row_id in letter_ids if row_id in letters]
        )

    def of(self, drafts: Sequence[DraftLines]) -> list[LetterFacts]:
        """The facts of letters with their lines, stored or not."""
        shelf = self._shelf(drafts)
        return [self._facts(letter, lines, shelf) for letter, lines in drafts]

    def _shelf(self, drafts: Sequence[DraftLines]) -> _Shelf:
        store, company = self._store, self._store.find(Company)[0]
        customer_ids = list({letter.customer_id for letter, _ in drafts})
        lines = [line for _, each in drafts for line in each]
        document_ids = list({line.document_id for line in lines})
        return _Shelf(
            company,
            self._pictures(company.logo) if company.logo else None,
            self._pictures(company.seal) if company.seal else None,
            store.find(BankAccount),
            {row.id: row for row in store.find(Customer, id=customer_ids)},
            _grouped(store.find(Contact, customer_id=customer_ids), lambda row: row.customer_id),
            {row.id: row for row in store.find(Document, id=document_ids)},
            {
                row.id: row
                for row in store.find(Instalment, id=list({i.instalment_id for i in lines} - {None}))
            },
            self._earlier(document_ids),
            self._workings(drafts),
            self._offers(drafts),
            self._object_days(),
        )

    def _earlier(self, document_ids: Sequence[int]) -> dict[int, list[Letter]]:
        """Demands sent before, by document, the oldest first."""
        lines = self._store.find(LetterLine, document_id=list(document_ids))
        sent = self._store.find(Letter, id=list({line.letter_id for line in lines}), state=LetterState.SENT)
        letters = {row.id: row for row in sent if row.template in _DEMANDS and row.sent_on}
        found: dict[int, list[Letter]] = defaultdict(list)
        for line in lines:
            if line.letter_id in letters:
                found[line.document_id].append(letters[line.letter_id])
        return found

    def _workings(self, drafts: Sequence[DraftLines]) -> dict[tuple[date, int], InterestWorking]:
        """Late interest by letter's day and document."""
        wanted: dict[date, list[InterestLine]] = defaultdict(list)
        for letter, lines in drafts:
            if letter.treatment != WAIVE and letter.template not in _BEFORE_INTEREST:
                late = (line for line in lines if line.due_date < letter.run_on)
                wanted[letter.run_on] += [InterestLine(line.document_id, line.instalment_id) for line in late]
        return {
            (on, document_id): working
            for on, asked in wanted.items()
            if asked
            for document_id, working in self._interest().of_lines(asked, on).items()
        }

    def _offers(self, drafts: Sequence[DraftLines]) -> dict[tuple[date, int], EarlyDiscount]:
        """Early-payment discounts still running, by letter's day and document."""
        wanted: dict[date, set[int]] = defaultdict(set)
        for letter, lines in drafts:
            if letter.template == "before_due":
                wanted[letter.run_on] |= {line.document_id for line in lines}
        return {
            (on, document_id): offer
            for on, ids in wanted.items()
            if ids
            for document_id, offer in self._interest().early_many(ids, on).items()
        }

    def _facts(self, letter: Letter, lines: Sequence[LetterLine], shelf: _Shelf) -> LetterFacts:
        customer, company = shelf.customers[letter.customer_id], shelf.company
        known = [line for line in lines if line.document_id in shelf.documents]
        terms = interest_terms(letter, known, customer, shelf.workings)
        items = [_item(letter, line, shelf) for line in known]
        if terms is not None and not any(item.interest for item in items):
            items = [replace(item, interest=each) for item, each in zip(items, terms.each, strict=True)]
        if terms is not None:
            terms = replace(
                terms, total=sum(i.interest for i in items), each=tuple(i.interest for i in items)
            )
        order = sorted(items, key=lambda item: (item.due_date, item.number))
        facts = LetterFacts(
            letter,
            company,
            customer,
            tuple(order),
            contact=_contact(shelf.contacts.get(customer.id, ())),
            account=_account(shelf.accounts, company, letter),
            previous=_previous(letter, known, shelf),
            interest=terms,
            discount=discount_offer(letter, items, shelf.offers),
            sme_rules=_small_firm_rules(company, customer),
            object_days=shelf.object_days or OBJECT_DAYS.get(letter.language, 7),
            logo=shelf.logo,
            seal=shelf.seal,
        )
        return self._about(facts)

    def _object_days(self) -> int | None:
        """The company's own choice of days to object, in every language."""
        chosen = self._settings.get("letters.object_days")
        return chosen if isinstance(chosen, int) and chosen > 0 else None

    def _about(self, facts: LetterFacts) -> LetterFacts:
        """With the promise, plan or receipt the letter names."""
        kind, _, row_id = facts.letter.about.partition(":")
        if not row_id.isdecimal():
            return facts
        match kind:
            case "promise":
                return replace(facts, promise=_first(self._store.find(Promise, id=int(row_id))))
            case "receipt":
                return replace(facts, receipt=_first(self._store.find(Document, id=int(row_id))))
            case "plan":
                parts = sorted(self._store.find(PlanPart, plan_id=int(row_id)), key=lambda part: part.seq)
                plan = _first(self._store.find(PaymentPlan, id=int(row_id)))
                return replace(facts, plan=plan, parts=tuple(parts))
            case _:
                return facts


def _item(letter: Letter, line: LetterLine, shelf: _Shelf) -> LetterItem:
    document = shelf.documents[line.document_id]
    part = shelf.instalments.get(line.instalment_id or 0)
    return LetterItem(
        document.id,
        document.number,
        document.doc_date,
        line.due_date,
        (letter.run_on - line.due_date).days,
        part.amount if part else document.amount,
        line.amount,
        part.seq if part else 0,
        line.disputed,
        line.interest,
        line.level,
        document.contract,
        document.reference,
    )


def _contact(contacts: Sequence[Contact]) -> Contact | None:
    """Whom to address: the first with an e-mail address, else the first."""
    return next((one for one in contacts if one.email), next(iter(contacts), None))


def _account(accounts: Sequence[BankAccount], company: Company, letter: Letter) -> BankAccount | None:
    """Where to pay in the letter's currency: our account in it, else the one of the company's profile.

    ``name`` becomes the beneficiary, in the letter's language: the account's own name is what we
    call it among ourselves.
    """
    ours = next((row for row in accounts if row.currency == letter.currency and row.number), None)
    if ours is None and company.bank_account:
        ours = BankAccount("", letter.currency, company.bank, company.bank_account, company.swift)
    holder = company.bank_name or company.name
    if letter.language == "en" and holder == company.name:
        holder = company.name_en or holder
    return replace(ours, name=holder) if ours else None


def _previous(letter: Letter, lines: Iterable[LetterLine], shelf: _Shelf) -> tuple[Letter, ...]:
    """Demands sent before this letter that named one of its invoices."""
    found = {
        one.id: one
        for line in lines
        for one in shelf.earlier.get(line.document_id, ())
        if one.id != letter.id and one.sent_on and one.sent_on <= letter.run_on
    }
    return tuple(sorted(found.values(), key=lambda one: (one.sent_on or one.run_on, one.id)))


def _small_firm_rules(company: Company, customer: Customer) -> bool:
    """Whether 保障中小企业款项支付条例 protects us: both sizes fit and the customer was told of ours."""
    domestic = company.country == customer.country == _CHINA
    fits = company.size_class in SMALL and customer.size_class in BIG
    return domestic and fits and customer.sme_disclosed_on is not None


def _grouped(rows: Iterable[T], key: Callable[[T], int]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _first(rows: Sequence[T]) -> T | None:
    return rows[0] if rows else None
