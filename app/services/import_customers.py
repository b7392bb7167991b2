"""The customers of an import: who the parties of a file are, who is new, and what we learn of the known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.company import Company
from app.domain.customer import Alias, Customer, Identifier, IdentifierKind
from app.domain.identifiers import IdentifierCheck, check_identifier, compact, detect_kind
from app.domain.import_plan import ImportChoices, PlannedContact, PlannedCustomer
from app.domain.matching import (
    CustomerBook,
    Evidence,
    Known,
    Match,
    Party,
    match_problem,
    near_names,
)
from app.domain.names import match_key
from app.domain.problem import Problem, Severity, Where
from app.services.ports import Store

_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(slots=True)
class Draft:
    """A customer while it is planned: its value, and what is to be added to it."""

    value: Customer
    row: int
    party: Party
    identifiers: list[tuple[IdentifierKind, str]]
    aliases: list[str]
    contacts: list[PlannedContact]
    fresh: bool = False
    changed: bool = False
    owner: str = ""
    region: str = ""
    group: str = ""


class CustomerPlan:
    """Finds or makes the customer of every party; ``settle`` everything, then read the results."""

    def __init__(self, store: Store, company: Company, choices: ImportChoices) -> None:
        self._company = company
        self._choices = choices
        self.stored = {one.id: one for one in store.find(Customer)}
        self._names = _spellings(self.stored.values(), store.find(Alias))
        self._identifiers = _identifiers(store.find(Identifier))
        self._book = CustomerBook(
            Known(
                ref,
                one.name,
                one.code,
                tuple(dict.fromkeys(match_key(name) for name in self._names[ref])),
                tuple(self._identifiers.get(ref, ())),
            )
            for ref, one in self.stored.items()
        )
        self._drafts: dict[int, Draft] = {}
        self._fresh = 0
        self._decided: set[Party] = set()
        self.problems: dict[int, list[Problem]] = {}

    def party(self, name: str, code: str, tax_id: str, country: str = "") -> Party:
        """What a row says of its customer, its identifier in compact form."""
        if not tax_id:
            return Party(name, code)
        found = self.check(name, tax_id, country)
        return Party(name, code, found.value or compact(tax_id), found.kind)

    def check(self, name: str, tax_id: str, country: str = "") -> IdentifierCheck:
        """The kind of a registered number and what is wrong with it."""
        land = country or (self._company.country if _HAN.search(name) else "")
        return check_identifier(tax_id, detect_kind(tax_id, land), land)

    def resolve(self, parties: Iterable[tuple[Party, int, str]]) -> dict[Party, Match]:
        """Who each party (with its first row and its currency) is; new customers become drafts.

        Those with the most evidence go first, so that a row with a name alone finds the customer
        that another row gave a name and a code.
        """
        matches = self._choices.matches
        found = {}
        later = {key for key, choice in matches.items() if isinstance(choice, str)}
        ordered = sorted(parties, key=lambda p: (p[0].key in later, -p[0].weight, p[1]))
        for party, row, currency in ordered:
            match = self._book.match(party, matches)
            if match.problems or match.by is Evidence.CHOSEN:
                self._decided.add(party)
            if not match.refused:
                ref = match.ref or self._add(party, row, currency)
                self._learn(ref, party, row, match.by)
                self._book.resolved(party, ref)
                match = replace(match, ref=ref)
                for problem in match.problems:
                    self._report(row, problem)
            found[party] = match
        self._report_near()
        return found

    def name(self, ref: int) -> str:
        """The name of a customer, stored or planned."""
        return self.value(ref).name

    def value(self, ref: int) -> Customer:
        """The customer as it will be."""
        draft = self._drafts.get(ref)
        return draft.value if draft else self.stored[ref]

    def is_fresh(self, ref: int) -> bool:
        """Whether the plan adds it."""
        return ref < 0

    def draft(self, ref: int, row: int = 0) -> Draft:
        """The customer's draft, made of the stored row at need."""
        if ref not in self._drafts:
            value = self.stored[ref]
            party = Party(value.name, value.code)
            self._drafts[ref] = Draft(value, row, party, [], [], [])
        return self._drafts[ref]

    def identifiers(self, ref: int) -> Sequence[tuple[IdentifierKind, str]]:
        """Registered numbers of a customer, planned ones included."""
        planned = self._drafts[ref].identifiers if ref in self._drafts else []
        return [*self._identifiers.get(ref, ()), *planned]

    def results(self) -> tuple[PlannedCustomer, ...]:
        """All customers to add or to change, new ones in the order of their references."""
        return tuple(
            PlannedCustomer(
                ref,
                draft.value,
                draft.row,
                tuple(draft.identifiers),
                tuple(draft.aliases),
                tuple(draft.contacts),
                draft.owner,
                draft.region,
                draft.group,
                draft.changed,
            )
            for ref, draft in sorted(self._drafts.items(), key=lambda item: -item[0])
            if draft.fresh or draft.changed or draft.identifiers or draft.aliases or draft.contacts
        )

    def names_used(self, refs: Iterable[int]) -> Mapping[int, str]:
        """Names for a preview."""
        return {ref: self.name(ref) for ref in set(refs) if ref}

    def _add(self, party: Party, row: int, currency: str) -> int:
        self._fresh += 1
        ref = -self._fresh
        name = party.label
        spoken = "zh" if _HAN.search(name) else "en"
        value = Customer(
            name,
            party.code,
            country=_land(party) or self._company.country,
            currency=currency,
            language=spoken,
        )
        numbers = [(party.identifier_kind, party.identifier)] if party.identifier else []
        self._drafts[ref] = Draft(value, row, party, numbers, [], [], fresh=True, changed=True)
        self._put(ref)
        return ref

    def _put(self, ref: int) -> None:
        draft = self._drafts[ref]
        names = [draft.value.name, *draft.aliases, *self._names.get(ref, ())]
        keys = tuple(dict.fromkeys(match_key(name) for name in names))
        numbers = tuple(self.identifiers(ref))
        self._book.put(Known(ref, draft.value.name, draft.value.code, keys, numbers))

    def _learn(self, ref: int, party: Party, row: int, by: Evidence) -> None:
        """What the party adds: a code, a number, a name where a code stood for one, an alias."""
        known = self._book[ref]
        kinds = {kind for kind, _ in known.identifiers}
        code = party.code if party.code and not known.code else ""
        number = party.identifier if party.identifier_kind not in kinds else ""
        key = match_key(party.name)
        named = bool(key) and known.nameless and key not in known.keys
        alias = bool(key) and not named and by is Evidence.CHOSEN and key not in known.keys
        if not (code or number or named or alias):
            return
        draft = self.draft(ref, row)
        if code or named:
            draft.value = replace(
                draft.value,
                code=code or draft.value.code,
                name=party.name if named else draft.value.name,
            )
            draft.changed = True
        if number:
            draft.identifiers.append((party.identifier_kind, party.identifier))
        if alias:
            draft.aliases.append(party.name)
        self._put(ref)

    def _report(self, row: int, problem: Problem) -> None:
        self.problems.setdefault(row, []).append(replace(problem, where=Where(row=row)))

    def _report_near(self) -> None:
        """Propose, for every new customer nobody decided about, the ones that look like it."""
        news = [(ref, draft) for ref, draft in self._drafts.items() if draft.fresh]
        asked = [
            (ref, draft.party)
            for ref, draft in news
            if draft.party.name and draft.party.name != draft.party.code and draft.party not in self._decided
        ]
        if not asked:
            return
        known = [(ref, name) for ref, names in self._names.items() for name in names]
        known += [(ref, draft.value.name) for ref, draft in news]
        for ref, near in near_names(asked, known).items():
            draft = self._drafts[ref]
            candidates = [(self._choice(one), self.name(one)) for one, _ in near]
            why: dict[str, object] = {"why": (f"import.near_{near[0][1].value}", {})}
            problem = match_problem("import.customer_near", draft.party, candidates, why)
            self._report(draft.row, replace(problem, severity=Severity.WARNING))

    def _choice(self, ref: int) -> int | str:
        """What a choice for that customer is written as."""
        return ref if ref > 0 else self._drafts[ref].party.key


def _land(party: Party) -> str:
    """The country that a registered number belongs to, "" when it does not tell."""
    match party.identifier_kind:
        case IdentifierKind.EU_VAT:
            prefix = party.identifier[:2]
            return {"EL": "GR", "XI": "GB"}.get(prefix, prefix)
        case IdentifierKind.GB_VAT:
            return "GB"
        case IdentifierKind.USCC | IdentifierKind.CN_TAX15:
            return "CN"
        case _:
            return ""


def _spellings(customers: Iterable[Customer], aliases: Iterable[Alias]) -> dict[int, list[str]]:
    """All names of each customer."""
    names = {one.id: [name for name in (one.name, one.short_name, one.name_en) if name] for one in customers}
    for alias in aliases:
        if alias.customer_id in names:
            names[alias.customer_id].append(alias.name)
    return names


def _identifiers(rows: Iterable[Identifier]) -> dict[int, list[tuple[IdentifierKind, str]]]:
    found: dict[int, list[tuple[IdentifierKind, str]]] = {}
    for one in rows:
        found.setdefault(one.customer_id, []).append((one.kind, one.value))
    return found
