"""A file of customers: new ones, and what it says differently of those we know, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.customer import (
    Contact,
    Customer,
    CustomerGroup,
    Identifier,
    IdentifierKind,
    Region,
    Salesperson,
)
from app.domain.import_plan import (
    Action,
    CustomerPlanRow,
    FieldChange,
    ImportChoices,
    PlannedContact,
    PlanRow,
)
from app.domain.importing import StagedCustomer
from app.domain.matching import Match, Party
from app.domain.problem import DomainError, Problem, Severity, Where
from app.domain.terms_text import parse_terms
from app.services.import_customers import CustomerPlan, Draft
from app.services.ports import Store

FIELDS = (
    "name", "code", "short_name", "country", "currency", "terms",
    "address", "phone", "email", "bank", "bank_account", "note",
)  # fmt: skip
LINKS = ("owner", "region", "group")
_NAMED_OTHERWISE = {"bank_account": "account"}


class CustomerRows:
    """Plans the rows of a customer file against a ``CustomerPlan``."""

    def __init__(self, store: Store, plan: CustomerPlan, choices: ImportChoices) -> None:
        self._plan = plan
        self._choices = choices
        self._people = {
            "owner": {one.id: one.name for one in store.find(Salesperson)},
            "region": {one.id: one.name for one in store.find(Region)},
            "group": {one.id: one.name for one in store.find(CustomerGroup)},
        }
        self._contacts: dict[int, set[str]] = {}
        for contact in store.find(Contact):
            self._contacts.setdefault(contact.customer_id, set()).add(contact.name)
        self._numbers = {(one.customer_id, one.value) for one in store.find(Identifier)}
        self._seen: dict[int, int] = {}

    def plan(self, customers: tuple[StagedCustomer, ...]) -> list[CustomerPlanRow]:
        """An action for every row."""
        parties = {
            one.row: self._plan.party(one.name, one.code, one.tax_id, one.country) for one in customers
        }
        first: dict[Party, tuple[int, str]] = {}
        for one in customers:
            first.setdefault(parties[one.row], (one.row, one.currency))
        found = self._plan.resolve((party, *rest) for party, rest in first.items())
        return [self._row(one, parties[one.row], found[parties[one.row]]) for one in customers]

    def _row(self, staged: StagedCustomer, party: Party, match: Match) -> CustomerPlanRow:
        where = Where(row=staged.row)
        doubts = self._doubts(staged)
        if match.refused:
            problems = tuple(replace(problem, where=where) for problem in match.problems)
            return PlanRow(staged.row, Action.PROBLEM, staged, problems=problems)
        ref = match.ref
        before = self._seen.setdefault(ref, staged.row)
        if before != staged.row:
            said = {"first": before, "name": self._plan.name(ref)}
            repeat = Problem("import.same_customer", said, Severity.WARNING, where)
            self._fill(ref, staged)
            return PlanRow(staged.row, Action.SKIP, staged, ref, 0, repeat.code, problems=(repeat,))
        if self._plan.is_fresh(ref):
            self._fill(ref, staged)
            return PlanRow(staged.row, Action.NEW_CUSTOMER, staged, ref, problems=doubts)
        return replace(self._known(ref, staged, party), problems=doubts)

    def _doubts(self, staged: StagedCustomer) -> tuple[Problem, ...]:
        """What is wrong with the registered number or the terms, which are kept as they came."""
        found = []
        if staged.tax_id:
            found.append(self._plan.check(staged.name, staged.tax_id, staged.country).problem)
        if staged.terms:
            found.append(_terms_fault(staged.terms))
        where = Where(row=staged.row)
        return tuple(replace(one, severity=Severity.WARNING, where=where) for one in found if one)

    def _known(self, ref: int, staged: StagedCustomer, party: Party) -> CustomerPlanRow:
        """A customer of the ledger: blanks are filled, other values replaced when accepted."""
        stored = self._plan.stored[ref]
        changes = self._differences(stored, staged)
        if party.identifier and (ref, party.identifier) not in self._numbers:
            changes.append(FieldChange("tax_id", "", party.identifier))
        fresh_contact = staged.contact and staged.contact not in self._contacts.get(ref, ())
        if fresh_contact:
            changes.append(FieldChange("contact", "", staged.contact))
        if not changes:
            return PlanRow(staged.row, Action.SKIP, staged, ref, 0, "import.already_there")
        accepted = self._choices.accepts(staged.row) or all(not one.before for one in changes)
        wanted = [one for one in changes if accepted or not one.before]
        self._apply(self._plan.draft(ref, staged.row), wanted, staged, party)
        return PlanRow(
            staged.row,
            Action.UPDATE_CUSTOMER,
            staged,
            ref,
            changes=tuple(changes),
            accepted=bool(wanted),
        )

    def _differences(self, stored: Customer, staged: StagedCustomer) -> list[FieldChange]:
        changes = []
        for name in FIELDS:
            after = getattr(staged, _NAMED_OTHERWISE.get(name, name))
            before = getattr(stored, name)
            if after and after != before:
                changes.append(FieldChange(name, before, after))
        for name in LINKS:
            link = stored.salesperson_id if name == "owner" else getattr(stored, f"{name}_id")
            before = self._people[name].get(link or 0, "")
            after = getattr(staged, name)
            if after and after != before:
                changes.append(FieldChange(name, before, after))
        return changes

    def _fill(self, ref: int, staged: StagedCustomer) -> None:
        """A new customer gets every field the file gives, where an earlier row gave none."""
        draft = self._plan.draft(ref, staged.row)
        if not draft.fresh:
            return
        given = {
            name: getattr(staged, _NAMED_OTHERWISE.get(name, name)) for name in FIELDS if name != "country"
        }
        blank = {name: value for name, value in given.items() if value and not getattr(draft.value, name)}
        if staged.country and draft.row == staged.row:
            blank["country"] = staged.country
        draft.value = replace(draft.value, **blank)
        for name in LINKS:
            setattr(draft, name, getattr(draft, name) or getattr(staged, name))
        _add_contact(draft, staged)

    def _apply(self, draft: Draft, changes: list[FieldChange], staged: StagedCustomer, party: Party) -> None:
        fields: Mapping[str, str] = {one.field: str(one.after) for one in changes if one.field in FIELDS}
        if fields:
            if "name" in fields:
                draft.aliases.append(draft.value.name)
            draft.value = replace(draft.value, **fields)  # type: ignore[arg-type]
            draft.changed = True
        for one in changes:
            if one.field in LINKS:
                setattr(draft, one.field, str(one.after))
                draft.changed = True
            elif one.field == "tax_id":
                number: tuple[IdentifierKind, str] = (party.identifier_kind, party.identifier)
                if number not in draft.identifiers:
                    draft.identifiers.append(number)
            elif one.field == "contact":
                _add_contact(draft, staged)


def _add_contact(draft: Draft, staged: StagedCustomer) -> None:
    if staged.contact and all(one.name != staged.contact for one in draft.contacts):
        draft.contacts.append(PlannedContact(staged.contact, staged.phone, staged.mobile, staged.email))
    elif staged.mobile and not staged.contact and not draft.value.phone:
        draft.value = replace(draft.value, phone=staged.mobile)


def _terms_fault(text: str) -> Problem | None:
    """A problem for terms that no due date can be reckoned from."""
    try:
        parse_terms(text)
    except DomainError:
        return Problem("import.terms_unread", {"terms": text})
    return None
