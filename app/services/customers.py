"""Customers: the list, the profile, edits, the bin, and joining two into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.backup import BackupKind
from app.domain.bill import Bill
from app.domain.changes import ChangeSet
from app.domain.clock import Clock
from app.domain.customer import (
    Alias,
    Contact,
    Customer,
    CustomerGroup,
    Identifier,
    IdentifierKind,
    Region,
    Salesperson,
)
from app.domain.identifiers import IdentifierCheck, check_identifier
from app.domain.measure_record import SpecificProvision
from app.domain.names import match_key
from app.domain.near_names import NameIndex
from app.domain.problem import DomainError
from app.domain.terms_text import parse_terms
from app.services.customer_merge import CHILDREN, CREDIT, Child, Credit, filled, move
from app.services.customer_views import (
    CustomerProfile,
    CustomerQuery,
    CustomerReader,
    CustomerRow,
    CustomerSort,
)
from app.services.insurance_merge import TRANSFERRED, Transferred
from app.services.ports import Initials, Store, UnitOfWork

__all__ = [
    "CustomerProfile",
    "CustomerQuery",
    "CustomerRow",
    "CustomerService",
    "CustomerSort",
]

REMOVE = "customer.removed"
_ALONG: tuple[type[Child | Credit | Transferred | SpecificProvision], ...] = (
    *CHILDREN, *CREDIT, *TRANSFERRED, SpecificProvision,
)  # fmt: skip
"""What goes to the bin with a customer and comes back with it."""
_COUNTRY_LETTERS = 2


class CustomerService:
    """Use cases on customers; one call, one change set."""

    def __init__(self, store: Store, reader: CustomerReader, clock: Clock, initials: Initials) -> None:
        self._store = store
        self._reader = reader
        self._clock = clock
        self._initials = initials
        self._index: tuple[int, NameIndex] | None = None

    def ids(self, query: CustomerQuery | None = None) -> list[int]:
        """Ids of the customers that fit, in order."""
        asked = query or CustomerQuery()
        return self._reader.ids(asked, asked.as_of or self._clock.today(), match_key(asked.text))

    def rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        """The list's rows of these ids, in their order."""
        return self._reader.rows(ids, self._clock.today())

    def bin(self) -> list[CustomerRow]:
        """Customers in the bin, by name."""
        return self.rows(self.ids(CustomerQuery(deleted=True)))

    def profile(self, customer_id: int) -> CustomerProfile:
        """A customer with contacts, identifiers, aliases and the names behind its references."""
        customer = self._store.get(Customer, customer_id)
        return CustomerProfile(
            customer,
            tuple(self._store.find(Contact, customer_id=customer_id)),
            tuple(self._store.find(Identifier, customer_id=customer_id)),
            tuple(self._store.find(Alias, customer_id=customer_id)),
            self._name_of(Salesperson, customer.salesperson_id),
            self._name_of(Region, customer.region_id),
            self._name_of(CustomerGroup, customer.group_id),
        )

    def _name_of(self, kind: type[Salesperson | Region | CustomerGroup], row_id: int | None) -> str:
        found = self._store.find(kind, id=row_id) if row_id else []
        return found[0].name if found else ""

    def create(
        self,
        customer: Customer,
        contacts: Sequence[Contact] = (),
        identifiers: Sequence[Identifier] = (),
    ) -> ChangeSet:
        """Store a new customer; a blank code gets the next free one (C0001…)."""
        with self._store.write() as uow:
            clean = self._clean(customer)
            clean = replace(clean, code=clean.code or self._reader.next_code())
            self._require_free(clean)
            row_id = uow.add(clean)
            for contact in contacts:
                uow.add(_named(replace(contact, customer_id=row_id)))
            for identifier in identifiers:
                owned = replace(identifier, customer_id=row_id)
                uow.add(self._checked(owned, clean.country))
            return uow.commit("customer.created", name=clean.name, code=clean.code)

    def update(self, customer: Customer) -> ChangeSet:
        """Write an edited customer; ``record.changed`` if someone else wrote it meanwhile."""
        with self._store.write() as uow:
            old = uow.get(Customer, customer.id)
            clean = self._clean(customer)
            if clean.status is not old.status and clean.status_since == old.status_since:
                clean = replace(clean, status_since=self._clock.today())
            self._require_free(clean)
            uow.replace(clean)
            return uow.commit("customer.edited", name=clean.name)

    def _clean(self, customer: Customer) -> Customer:
        name = " ".join(customer.name.split())
        if not name:
            raise DomainError("customer.name_missing")
        country = customer.country.strip().upper()
        if country and not (len(country) == _COUNTRY_LETTERS and country.isascii() and country.isalpha()):
            raise DomainError("customer.bad_country", country=customer.country)
        parse_terms(customer.terms)
        return replace(
            customer,
            name=name,
            code=customer.code.strip(),
            short_name=customer.short_name.strip(),
            country=country,
            terms=customer.terms.strip(),
            name_key=match_key(name) or name,
            initials=self._initials(name),
        )

    def _require_free(self, customer: Customer) -> None:
        """Refuse a code or name that another live customer has."""
        if customer.code:
            for row_id, name in self._reader.coded(customer.code):
                if row_id != customer.id:
                    raise DomainError("customer.code_taken", taken=customer.code, name=name)
        for row_id, name in self._reader.named(customer.name_key):
            if row_id != customer.id:
                raise DomainError("customer.name_taken", name=customer.name, other=name)

    def _checked(self, identifier: Identifier, country: str) -> Identifier:
        """The identifier in compact form; refused when malformed or another customer's."""
        found = check_identifier(identifier.value, identifier.kind, country)
        if not found.valid and found.problem:
            raise DomainError(found.problem.code, **found.problem.params)
        for row_id, name in self._reader.identified(found.kind, found.value):
            if row_id != identifier.customer_id:
                raise DomainError("identifier.taken", value=found.value, name=name)
        return replace(identifier, value=found.value)

    def check_identifier(self, kind: IdentifierKind | None, text: str, country: str = "") -> IdentifierCheck:
        """What a typed number is and what is wrong with it; ``kind`` None finds out."""
        return check_identifier(text, kind, country)

    def similar(self, name: str) -> list[tuple[int, str, str]]:
        """Customers with the same or a near name: (id, name, reason code), the surest first."""
        revision = self._reader.revision()
        if self._index is None or self._index[0] != revision:
            self._index = revision, NameIndex(self._reader.names())
        return [(near.id, near.name, f"near.{near.reason}") for near in self._index[1].similar(name)]

    def save_contact(self, contact: Contact) -> ChangeSet:
        """Add a contact (id 0) or write an edited one."""
        with self._store.write() as uow:
            customer = uow.get(Customer, contact.customer_id)
            _save(uow, _named(contact))
            return uow.commit("contact.saved", name=contact.name, customer=customer.name)

    def remove_contact(self, contact_id: int) -> ChangeSet:
        """Delete a contact."""
        with self._store.write() as uow:
            contact = uow.get(Contact, contact_id)
            uow.remove(Contact, [contact_id])
            return uow.commit("contact.removed", name=contact.name)

    def save_identifier(self, identifier: Identifier) -> ChangeSet:
        """Add an identifier (id 0) or write an edited one, compact and checked."""
        with self._store.write() as uow:
            customer = uow.get(Customer, identifier.customer_id)
            checked = self._checked(identifier, customer.country)
            same = uow.find(Identifier, customer_id=customer.id, value=checked.value)
            if any(one.id != checked.id and one.kind is checked.kind for one in same):
                raise DomainError("identifier.taken", value=checked.value, name=customer.name)
            _save(uow, checked)
            return uow.commit("identifier.saved", value=checked.value, customer=customer.name)

    def remove_identifier(self, identifier_id: int) -> ChangeSet:
        """Delete an identifier."""
        with self._store.write() as uow:
            identifier = uow.get(Identifier, identifier_id)
            uow.remove(Identifier, [identifier_id])
            return uow.commit("identifier.removed", value=identifier.value)

    def add_alias(self, customer_id: int, name: str) -> ChangeSet:
        """Let imported files call the customer by another name too."""
        with self._store.write() as uow:
            customer = uow.get(Customer, customer_id)
            key = match_key(name)
            if not key:
                raise DomainError("customer.name_missing")
            for _, owner in self._reader.named(key):
                raise DomainError("customer.name_taken", name=name, other=owner)
            uow.add(Alias(customer_id, " ".join(name.split()), key))
            return uow.commit("alias.added", name=name.strip(), customer=customer.name)

    def remove_alias(self, alias_id: int) -> ChangeSet:
        """Delete another name of a customer."""
        with self._store.write() as uow:
            alias = uow.get(Alias, alias_id)
            uow.remove(Alias, [alias_id])
            return uow.commit("alias.removed", name=alias.name)

    def remove(self, ids: Sequence[int]) -> ChangeSet:
        """Put customers in the bin with all that hangs on them; refused while they have documents."""
        if len(ids) > 1:
            self._store.safeguard(BackupKind.BULK)
        with self._store.write() as uow:
            gone = [uow.get(Customer, row_id) for row_id in ids]
            for customer in gone:
                if count := self._reader.document_count(customer.id):
                    raise DomainError("customer.has_documents", name=customer.name, n=count)
                if bills := uow.find(Bill, customer_id=customer.id):
                    raise DomainError("customer.has_bills", name=customer.name, n=len(bills))
            for kind in _ALONG:
                uow.remove(kind, [child.id for child in uow.find(kind, customer_id=list(ids))])
            uow.remove(Customer, ids)
            return uow.commit(REMOVE, name=_names(gone), n=len(gone))

    def restore(self, ids: Sequence[int]) -> ChangeSet:
        """Bring customers back from the bin with what was removed with them.

        Refused when code, name or an identifier has meanwhile become another customer's.
        """
        with self._store.write() as uow:
            back = uow.find(Customer, id=list(ids), deleted=True)
            if len(back) != len(set(ids)):
                raise DomainError("record.missing", what=("record.customer", {}))
            for customer in back:
                self._require_free(customer)
                uow.restore(Customer, [customer.id])
                for kind in _ALONG:
                    self._restore_children(uow, kind, customer)
            return uow.commit("customer.restored", name=_names(back), n=len(back))

    def _restore_children(
        self,
        uow: UnitOfWork,
        kind: type[Child | Credit | Transferred | SpecificProvision],
        customer: Customer,
    ) -> None:
        lost = uow.find(kind, customer_id=customer.id, deleted=True)
        verbs = self._reader.removed_by(kind, [child.id for child in lost])
        for child in lost:
            if verbs.get(child.id) != REMOVE:
                continue
            if isinstance(child, Identifier):
                self._checked(child, customer.country)
            if isinstance(child, Alias) and self._reader.named(child.name_key):
                continue
            uow.restore(kind, [child.id])

    def merge(self, keep_id: int, lose_id: int) -> ChangeSet:
        """Make two customers one: everything of ``lose_id`` moves, its name stays as an alias."""
        if keep_id == lose_id:
            raise DomainError("customer.merge_same")
        self._store.safeguard(BackupKind.BULK)
        with self._store.write() as uow:
            keep, lose = uow.get(Customer, keep_id), uow.get(Customer, lose_id)
            move(uow, keep, lose)
            uow.replace(filled(keep, lose))
            uow.remove(Customer, [lose_id])
            if lose.name_key != keep.name_key:
                uow.add(Alias(keep_id, lose.name, lose.name_key))
            return uow.commit("customer.merged", keep=keep.name, lose=lose.name)


def _named(contact: Contact) -> Contact:
    if not contact.name.strip():
        raise DomainError("contact.name_missing")
    return replace(contact, name=contact.name.strip())


def _save(uow: UnitOfWork, value: Contact | Identifier) -> None:
    if value.id:
        uow.replace(value)
    else:
        uow.add(value)


def _names(customers: Sequence[Customer]) -> str:
    return "、".join(customer.name for customer in customers[:3])
