"""The company's profile, its dated rates, and the people and places customers belong to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.aging import bucket_limits
from app.domain.company import Company
from app.domain.customer import CustomerGroup, Region, Salesperson
from app.domain.document import Rate
from app.domain.money import CURRENCIES
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Store, UnitOfWork

Label = Salesperson | Region | CustomerGroup
Branch = Region | CustomerGroup
L = TypeVar("L", Salesperson, Region, CustomerGroup)
B = TypeVar("B", Region, CustomerGroup)

_VERBS: dict[type[Label], str] = {
    Salesperson: "salesperson",
    Region: "region",
    CustomerGroup: "customer_group",
}


class CompanyReader(Protocol):
    """Questions about the ledger as a whole; storage fills it."""

    def currencies_in_use(self) -> list[str]:
        """Currencies of live documents, by code."""

    def uses(self, kind: type[Label], row_id: int) -> int:
        """How many live records refer to a salesperson, region or group."""


class CompanyService:
    """One company's own settings; every change is one undoable action."""

    def __init__(self, store: Store, reader: CompanyReader) -> None:
        self._store = store
        self._reader = reader

    def get(self) -> Company:
        """The profile."""
        return self._store.find(Company)[0]

    def update(self, company: Company) -> ChangeSet:
        """Save the profile; the base currency stays once there are documents."""
        wanted = self._checked(company)
        with self._store.write() as unit:
            unit.replace(wanted)
            return unit.commit("company.edited")

    def _checked(self, company: Company) -> Company:
        if not company.name.strip():
            raise DomainError("company.name_missing")
        if company.currency not in CURRENCIES:
            raise DomainError("company.currency_unknown", currency=company.currency)
        now = self.get()
        if company.currency != now.currency and self._reader.currencies_in_use():
            raise DomainError("company.currency_in_use", currency=now.currency)
        limits = bucket_limits(company.bucket_limits)
        return replace(company, name=company.name.strip(), bucket_limits=limits)

    def currencies_in_use(self) -> list[str]:
        """Currencies of live documents, by code."""
        return self._reader.currencies_in_use()

    def rates(self, currency: str | None = None) -> list[Rate]:
        """Dated rates, of one currency or all, by currency and the latest day first."""
        found = self._store.find(Rate) if currency is None else self._store.find(Rate, currency=currency)
        return sorted(found, key=lambda rate: (rate.currency, -rate.on.toordinal()))

    def set_rate(self, rate: Rate) -> ChangeSet:
        """Keep a currency's rate of a day, in place of any it had that day."""
        base = self.get().currency
        if rate.currency == base:
            raise DomainError("rate.own_currency", currency=base)
        if rate.currency not in CURRENCIES:
            raise DomainError("company.currency_unknown", currency=rate.currency)
        if rate.rate <= 0:
            raise DomainError("rate.not_positive")
        with self._store.write() as unit:
            same_day = unit.find(Rate, currency=rate.currency, on=rate.on)
            if same_day:
                kept = same_day[0]
                unit.replace(replace(kept, rate=rate.rate, source=rate.source))
            else:
                unit.add(rate)
            return unit.commit("rate.set", currency=rate.currency, on=rate.on.isoformat())

    def remove_rate(self, rate_id: int) -> ChangeSet:
        """Take a rate away."""
        with self._store.write() as unit:
            rate = unit.get(Rate, rate_id)
            unit.remove(Rate, [rate_id])
            return unit.commit("rate.removed", currency=rate.currency, on=rate.on.isoformat())

    def salespersons(self) -> list[Salesperson]:
        """All salespersons, by name."""
        return _by_name(self._store.find(Salesperson))

    def regions(self) -> list[Region]:
        """All regions, by name; ``parent_id`` makes the tree."""
        return _by_name(self._store.find(Region))

    def groups(self) -> list[CustomerGroup]:
        """All customer groups, by name; ``parent_id`` makes the tree."""
        return _by_name(self._store.find(CustomerGroup))

    def add_salesperson(self, name: str) -> ChangeSet:
        """A new salesperson."""
        return self._add(Salesperson(name))

    def add_region(self, name: str, parent_id: int | None = None) -> ChangeSet:
        """A new region, below another or at the top."""
        return self._add(Region(name, parent_id))

    def add_group(self, name: str, parent_id: int | None = None) -> ChangeSet:
        """A new customer group, below another or at the top."""
        return self._add(CustomerGroup(name, parent_id))

    def rename_salesperson(self, row_id: int, name: str) -> ChangeSet:
        """Another name for a salesperson."""
        return self._rename(Salesperson, row_id, name)

    def rename_region(self, row_id: int, name: str) -> ChangeSet:
        """Another name for a region."""
        return self._rename(Region, row_id, name)

    def rename_group(self, row_id: int, name: str) -> ChangeSet:
        """Another name for a customer group."""
        return self._rename(CustomerGroup, row_id, name)

    def move_region(self, row_id: int, parent_id: int | None) -> ChangeSet:
        """Put a region below another; None puts it at the top."""
        return self._move(Region, row_id, parent_id)

    def move_group(self, row_id: int, parent_id: int | None) -> ChangeSet:
        """Put a customer group below another; None puts it at the top."""
        return self._move(CustomerGroup, row_id, parent_id)

    def remove_salesperson(self, row_id: int) -> ChangeSet:
        """Remove one that nothing refers to; ``label.in_use`` otherwise."""
        return self._remove(Salesperson, row_id)

    def remove_region(self, row_id: int) -> ChangeSet:
        """Remove one that nothing refers to; ``label.in_use`` otherwise."""
        return self._remove(Region, row_id)

    def remove_group(self, row_id: int) -> ChangeSet:
        """Remove one that nothing refers to; ``label.in_use`` otherwise."""
        return self._remove(CustomerGroup, row_id)

    def _add(self, label: Label) -> ChangeSet:
        with self._store.write() as unit:
            named = replace(label, name=_free_name(unit, type(label), label.name))
            if isinstance(named, Region | CustomerGroup) and named.parent_id is not None:
                unit.get(type(named), named.parent_id)
            unit.add(named)
            return unit.commit(f"{_VERBS[type(named)]}.added", name=named.name)

    def _rename(self, kind: type[L], row_id: int, name: str) -> ChangeSet:
        with self._store.write() as unit:
            label = unit.get(kind, row_id)
            wanted = _free_name(unit, kind, name, row_id)
            unit.replace(replace(label, name=wanted))
            return unit.commit(f"{_VERBS[kind]}.renamed", name=wanted)

    def _move(self, kind: type[B], row_id: int, parent_id: int | None) -> ChangeSet:
        with self._store.write() as unit:
            branch = unit.get(kind, row_id)
            above = parent_id
            while above is not None:
                if above == row_id:
                    raise DomainError("label.own_ancestor", name=branch.name)
                above = unit.get(kind, above).parent_id
            unit.replace(replace(branch, parent_id=parent_id))
            return unit.commit(f"{_VERBS[kind]}.moved", name=branch.name)

    def _remove(self, kind: type[L], row_id: int) -> ChangeSet:
        label = self._store.get(kind, row_id)
        uses = self._reader.uses(kind, row_id)
        if uses:
            raise DomainError("label.in_use", name=label.name, n=uses)
        with self._store.write() as unit:
            unit.remove(kind, [row_id])
            return unit.commit(f"{_VERBS[kind]}.removed", name=label.name)


def _by_name(labels: list[L]) -> list[L]:
    return sorted(labels, key=lambda label: label.name)


def _free_name(unit: UnitOfWork, kind: type[Label], name: str, own_id: int = 0) -> str:
    """The name without its outer spaces; refused when empty or another's."""
    clean = name.strip()
    if not clean:
        raise DomainError("label.empty")
    if any(label.id != own_id for label in unit.find(kind, name=clean)):
        raise DomainError("label.taken", name=clean)
    return clean
