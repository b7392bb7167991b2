"""Late interest and early-payment discounts of documents, and the rates and rules behind them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.early_discount import EarlyDiscount, early_discount, tiers
from app.domain.interest import (
    Claim,
    InterestBasis,
    InterestSheet,
    InterestWorking,
    both,
    plain,
    work_out,
)
from app.domain.interest_basis import CONTRACT, NONE, LateLaw, basis_of
from app.domain.late_rates import (
    InterestRule,
    RatePoint,
    RateTable,
    check_point,
    check_rule,
    rule_as_json,
    rule_of,
    with_own,
)
from app.domain.problem import DomainError, Problem
from app.domain.rate_entry import RateEntry, StoredInterestRule

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store
    from app.services.settings import SettingService

GOVERNING = "interest.governing_law"
GOVERNING_CHOICES = ("seller", "buyer")


class InterestReader(Protocol):
    """Debts and what was settled of them when; storage fills it."""

    def claims(self, document_ids: Collection[int], to: date) -> list[Claim]:
        """The invoices' debts, one per instalment where there is a plan, with what was settled up to a day.

        A credit note counts from the beginning; a payment that came back by then, not at all.
        """


@dataclass(frozen=True, slots=True)
class RateTableView:
    """A rate table as it holds, how old its last entry is, and whether it is time to look for a new one."""

    table: RateTable
    age_days: int | None
    stale: bool


@dataclass(frozen=True, slots=True)
class InterestLine:
    """One debt on a letter: a document, or one instalment of it."""

    document_id: int
    instalment_id: int | None = None


class InterestService:
    """``shipped`` gives the rates and rules the program came with; the company's own rows override them."""

    def __init__(
        self,
        store: Store,
        reader: InterestReader,
        clock: Clock,
        settings: SettingService,
        shipped: Callable[[], LateLaw],
    ) -> None:
        self._store = store
        self._reader = reader
        self._clock = clock
        self._settings = settings
        self._shipped = shipped

    # -- what interest is ---------------------------------------------------------------------------

    def of_document(self, document_id: int, to: date, basis: str | None = None) -> InterestWorking:
        """The working of an invoice to a day, by its own rule or the one named; no other document has one."""
        document = self._store.get(Document, document_id)
        if document.kind is not DocumentKind.INVOICE:
            raise DomainError("interest.not_invoice", number=document.number)
        law = self.law()
        chosen = self._chosen(document, law) if basis is None else self._by_code(document, law, basis)
        return work_out(self._reader.claims([document_id], to), chosen, law.tables, to)

    def sheet(self, document_id: int, to: date, basis: str | None = None) -> InterestSheet:
        """The working with all that its printed sheet carries."""
        document = self._store.get(Document, document_id)
        return InterestSheet(
            self.of_document(document_id, to, basis),
            self._company(),
            self._store.get(Customer, document.customer_id),
            document,
            self._clock.today(),
        )

    def of_documents(self, document_ids: Collection[int], to: date) -> dict[int, InterestWorking]:
        """The workings of many invoices by id, in few questions; what is no invoice is left out."""
        return self.of_lines([InterestLine(row_id) for row_id in document_ids], to)

    def of_lines(self, lines: Sequence[InterestLine], to: date) -> dict[int, InterestWorking]:
        """The workings of the debts on letters, by document; named instalments only where some are named.

        A fixed number of questions to the file, however many lines.
        """
        wanted: dict[int, set[int | None]] = defaultdict(set)
        for line in lines:
            wanted[line.document_id].add(line.instalment_id)
        claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in self._reader.claims(wanted.keys(), to):
            if None in wanted[claim.document_id] or claim.instalment_id in wanted[claim.document_id]:
                claims[claim.document_id].append(claim)
        law, company = self.law(), self._company()
        documents = {row.id: row for row in self._store.find(Document, id=list(claims))}
        customers = self._customers(documents.values())
        found = {}
        for document_id, debts in claims.items():
            document = documents[document_id]
            basis = basis_of(company, customers[document.customer_id], law, document.doc_date)
            found[document_id] = work_out(debts, basis, law.tables, to)
        return found

    def basis_of(self, customer: Customer | int, document: Document | None = None) -> InterestBasis:
        """By which rule interest is claimed from a customer (for a document, or today), and why."""
        if isinstance(customer, int):
            customer = self._store.get(Customer, customer)
        signed = document.doc_date if document else self._clock.today()
        return basis_of(self._company(), customer, self.law(), signed)

    def bases(self, document_id: int) -> tuple[InterestBasis, ...]:
        """What an invoice's interest could be claimed by: its own basis first, then every other rule."""
        document, law = self._store.get(Document, document_id), self.law()
        own = self._chosen(document, law)
        others = (code for code in law.rules if code != own.code)
        return (own, *(self._by_code(document, law, code) for code in others))

    # -- discounts ------------------------------------------------------------------------------------

    def early(self, document_id: int, on: date) -> EarlyDiscount | None:
        """The best discount still running for paying an open invoice on a day."""
        return self.early_many([document_id], on).get(document_id)

    def early_many(self, document_ids: Collection[int], on: date) -> dict[int, EarlyDiscount]:
        """The best discounts still running on a day, by document; a settled one has none."""
        documents = [row for row in self._store.find(Document, id=list(document_ids)) if row.open > 0]
        customers, house = self._customers(documents), self._company().terms
        offers = (
            (row.id, early_discount(row, on, customers[row.customer_id].terms or house)) for row in documents
        )
        return {row_id: offer for row_id, offer in offers if offer}

    def tiers(self, document_id: int) -> tuple[EarlyDiscount, ...]:
        """All discounts an invoice's terms offer, the earliest first."""
        document = self._store.get(Document, document_id)
        terms = self._store.get(Customer, document.customer_id).terms
        return tiers(document, terms or self._company().terms)

    # -- rates and rules --------------------------------------------------------------------------------

    def law(self) -> LateLaw:
        """All rules and tables as they hold in this company."""
        shipped = self._shipped()
        own: dict[str, list[RatePoint]] = defaultdict(list)
        for row in self._store.find(RateEntry):
            own[row.series].append(RatePoint(row.on, row.rate, row.source, row.id))
        tables = {code: with_own(table, own.get(code, ())) for code, table in shipped.tables.items()}
        governing = self._settings.get(GOVERNING, shipped.governing)
        return replace(
            shipped,
            rules=self._rules(shipped),
            tables=tables,
            governing=governing if governing in GOVERNING_CHOICES else shipped.governing,
        )

    def _rules(self, shipped: LateLaw) -> Mapping[str, InterestRule]:
        rules = dict(shipped.rules)
        for row in self._store.find(StoredInterestRule):
            try:
                stored = rule_of(json.loads(row.definition))
            except (ValueError, DomainError):  # written by hand or by a later version: the shipped one holds
                continue
            is_shipped = row.code in shipped.rules
            rules[row.code] = replace(
                stored, code=row.code, source=row.source, shipped=is_shipped, changed=is_shipped
            )
        return rules

    def rules(self) -> tuple[InterestRule, ...]:
        """All rules: the shipped ones in their order, then the company's own."""
        return tuple(self.law().rules.values())

    def rule(self, code: str) -> InterestRule:
        """One rule; ``DomainError`` for a code nobody knows."""
        return self._known(self.law(), code)

    def save_rule(self, rule: InterestRule) -> ChangeSet:
        """Keep a rule of the company's own, or its change of a shipped one."""
        check_rule(rule, self._shipped().tables)
        text = json.dumps(rule_as_json(rule), ensure_ascii=False)
        with self._store.write() as unit:
            found = unit.find(StoredInterestRule, code=rule.code)
            if found:
                unit.replace(replace(found[0], name=rule.name, definition=text, source=rule.source))
            else:
                unit.add(StoredInterestRule(rule.code, rule.name, text, rule.source))
            return unit.commit("interest_rule.saved", name=rule.name)

    def reset_rule(self, code: str) -> ChangeSet:
        """Back to the shipped rule; one of the company's own goes."""
        rule = self.rule(code)
        with self._store.write() as unit:
            rows = unit.find(StoredInterestRule, code=code)
            unit.remove(StoredInterestRule, [row.id for row in rows])
            return unit.commit("interest_rule.reset", name=rule.name)

    def series(self) -> tuple[RateTableView, ...]:
        """All rate tables, each with the age of its last entry."""
        today = self._clock.today()
        tables = self.law().tables.values()
        return tuple(RateTableView(table, table.age(today), table.stale(today)) for table in tables)

    def add_rate(self, entry: RateEntry) -> ChangeSet:
        """Put an entry into a table, in place of any of that day."""
        if entry.series not in self._shipped().tables:
            raise DomainError("interest_rule.no_table", table=entry.series)
        check_point(RatePoint(entry.on, entry.rate, entry.source))
        with self._store.write() as unit:
            same = unit.find(RateEntry, series=entry.series, on=entry.on)
            if same:
                unit.replace(replace(same[0], rate=entry.rate, source=entry.source))
            else:
                unit.add(entry)
            return unit.commit("rate_entry.saved", rate=plain(entry.rate), on=entry.on.isoformat())

    def remove_rate(self, entry_id: int) -> ChangeSet:
        """Take an own entry away; a shipped one of that day holds again."""
        with self._store.write() as unit:
            entry = unit.get(RateEntry, entry_id)
            unit.remove(RateEntry, [entry_id])
            return unit.commit("rate_entry.removed", rate=plain(entry.rate), on=entry.on.isoformat())

    def governing(self) -> str:
        """Whose country's law applies across borders: ``seller`` or ``buyer``."""
        return self.law().governing

    def set_governing(self, choice: str) -> ChangeSet:
        """Choose it."""
        if choice not in GOVERNING_CHOICES:
            raise DomainError("interest.governing_unknown", choice=choice)
        return self._settings.set(GOVERNING, choice)

    # -- inside ------------------------------------------------------------------------------------------

    def _company(self) -> Company:
        return self._store.find(Company)[0]

    def _customers(self, documents: Collection[Document]) -> dict[int, Customer]:
        ids = {document.customer_id for document in documents}
        return {row.id: row for row in self._store.find(Customer, id=list(ids))}

    def _chosen(self, document: Document, law: LateLaw) -> InterestBasis:
        customer = self._store.get(Customer, document.customer_id)
        return basis_of(self._company(), customer, law, document.doc_date)

    def _by_code(self, document: Document, law: LateLaw, code: str) -> InterestBasis:
        """As if the customer had that rule; ``contract`` and ``none`` are known too."""
        if code not in {CONTRACT, NONE}:
            self._known(law, code)
        customer = self._store.get(Customer, document.customer_id)
        as_chosen = replace(customer, interest_rule=code)
        found = basis_of(self._company(), as_chosen, law, document.doc_date)
        if customer.interest_rule == code or found.rule is None or code == CONTRACT:
            return found
        rule = both(found.rule.name, found.rule.name_en)
        return replace(found, why=Problem("interest.why.tried", {"rule": rule}))

    def _known(self, law: LateLaw, code: str) -> InterestRule:
        if code not in law.rules:
            raise DomainError("interest_rule.unknown", rule=code, known=", ".join(law.rules))
        return law.rules[code]
