"""Which customer a row of a file means: by identifier, then code, then name; near names are only proposed.

All evidence a row gives must point at one customer. Where it points at two, or at one whose own
identifier is another, the row is a problem until the user says who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.customer import IdentifierKind
from app.domain.names import match_key
from app.domain.near_names import NameIndex, NearReason
from app.domain.problem import Problem, Severity

NEAR_SHOWN = 3
_DIGITS = re.compile(r"[0-9]+")

Choice = int | str
"""A customer of the ledger, 0 for a new one, or the key of another party of the same file."""


class Evidence(StrEnum):
    """What a customer was recognised by."""

    NONE = ""
    CHOSEN = "chosen"
    IDENTIFIER = "identifier"
    CODE = "code"
    NAME = "name"


def said_as(by: Evidence) -> tuple[str, dict[str, object]]:
    """The evidence as words speak of it."""
    return f"import.evidence_{by.value}", {}


@dataclass(frozen=True, slots=True)
class Party:
    """A customer as rows of a file name it; ``identifier`` is compact, with its kind."""

    name: str = ""
    code: str = ""
    identifier: str = ""
    identifier_kind: IdentifierKind = IdentifierKind.OTHER

    @property
    def key(self) -> str:
        """What a choice about this party is kept under."""
        return "|".join((match_key(self.name), fold_code(self.code), self.identifier))

    @property
    def label(self) -> str:
        """The name, or what stands for it."""
        return self.name or self.code or self.identifier

    @property
    def weight(self) -> int:
        """How many kinds of evidence it gives."""
        return bool(self.name) + bool(self.code) + bool(self.identifier)


@dataclass(frozen=True, slots=True)
class Known:
    """A customer one can match: of the ledger (``ref`` > 0) or new in this import (< 0)."""

    ref: int
    name: str
    code: str = ""
    keys: tuple[str, ...] = ()
    identifiers: tuple[tuple[IdentifierKind, str], ...] = ()

    @property
    def nameless(self) -> bool:
        """Whether only a code was known when it was stored, and stands for the name."""
        return bool(self.code) and self.name == self.code


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant: ``ref`` 0 is nobody known. An error among ``problems`` forbids using the row."""

    ref: int
    by: Evidence = Evidence.NONE
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the user must decide first."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def fold_code(code: str) -> str:
    """A customer code for comparison: case and outer blanks do not count."""
    return code.strip().casefold()


def chosen(party: Party, matches: Mapping[str, Choice]) -> Choice | None:
    """The customer that the user chose for a party (0: a new one); None if nothing was chosen."""
    for key in (party.key, match_key(party.name), fold_code(party.code)):
        if key and key in matches:
            return matches[key]
    return None


class CustomerBook:
    """Customers by everything they can be recognised by; grows while an import is planned."""

    def __init__(self, customers: Iterable[Known]) -> None:
        self._known: dict[int, Known] = {}
        self._by_party: dict[str, int] = {}
        self._by_identifier: dict[str, set[int]] = defaultdict(set)
        self._by_code: dict[str, set[int]] = defaultdict(set)
        self._by_key: dict[str, set[int]] = defaultdict(set)
        for customer in customers:
            self.put(customer)

    def __getitem__(self, ref: int) -> Known:
        return self._known[ref]

    def __contains__(self, ref: int) -> bool:
        return ref in self._known

    def put(self, customer: Known) -> None:
        """Add a customer, or what more has become known of it."""
        ref = customer.ref
        self._known[ref] = customer
        for _, value in customer.identifiers:
            self._by_identifier[value].add(ref)
        if customer.code:
            self._by_code[fold_code(customer.code)].add(ref)
        for key in customer.keys:
            self._by_key[key].add(ref)

    def resolved(self, party: Party, ref: int) -> None:
        """Remember who a party of the file turned out to be, for parties chosen to be the same."""
        self._by_party[party.key] = ref

    def match(self, party: Party, matches: Mapping[str, Choice]) -> Match:
        """Who the party is, with what the user chose before counting most."""
        choice = chosen(party, matches)
        if isinstance(choice, str):
            choice = self._by_party.get(choice)
        if choice == 0 or choice in self._known:
            return Match(choice or 0, Evidence.CHOSEN)
        found = self._evidence(party)
        if not found:
            return Match(0)
        common = set.intersection(*found.values())
        if len(common) == 1:
            return self._checked(party, common.pop(), next(iter(found)))
        return Match(0, problems=(self._disagreement(party, found, common),))

    def _evidence(self, party: Party) -> dict[Evidence, set[int]]:
        """Customers by each kind of evidence that finds any, the strongest kind first."""
        found = {
            Evidence.IDENTIFIER: self._by_identifier.get(party.identifier) if party.identifier else None,
            Evidence.CODE: self._by_code.get(fold_code(party.code)) if party.code else None,
            Evidence.NAME: self._by_key.get(match_key(party.name)) if party.name else None,
        }
        return {kind: refs for kind, refs in found.items() if refs}

    def _checked(self, party: Party, ref: int, by: Evidence) -> Match:
        """The one candidate, unless what it is known by contradicts the file."""
        customer = self._known[ref]
        other = _other_identifier(party, customer) if by is not Evidence.IDENTIFIER else ""
        if other:
            said = {"identifier": party.identifier, "known": other}
            return Match(0, problems=(self._problem("import.identifier_differs", party, [ref], said),))
        if by is Evidence.NAME and _differ(party.code, customer.code):
            said = {"code": party.code, "known": customer.code}
            return Match(0, problems=(self._doubt("import.code_differs", party, ref, said),))
        renamed = party.name and not customer.nameless and match_key(party.name) not in customer.keys
        if renamed and by is not Evidence.NAME:
            return Match(ref, by, (self._doubt("import.name_differs", party, ref, {"by": said_as(by)}),))
        return Match(ref, by)

    def _disagreement(self, party: Party, found: Mapping[Evidence, set[int]], common: set[int]) -> Problem:
        if common:
            said: dict[str, object] = {"n": len(common)}
            return self._problem("import.customer_ambiguous", party, sorted(common), said)
        kinds = list(found)
        pairs = [(a, b) for i, a in enumerate(kinds) for b in kinds[i + 1 :] if not found[a] & found[b]]
        # Three kinds may agree two by two and yet not all; the outer two then stand for the quarrel.
        by, other_by = pairs[0] if pairs else (kinds[0], kinds[-1])
        refs = [min(found[by]), min(found[other_by])]
        said = {
            "by": said_as(by),
            "other_by": said_as(other_by),
            "first": self._known[refs[0]].name,
            "second": self._known[refs[1]].name,
        }
        return self._problem("import.customer_conflict", party, refs, said)

    def _doubt(self, code: str, party: Party, ref: int, said: Mapping[str, object]) -> Problem:
        return replace(self._problem(code, party, [ref], said), severity=Severity.WARNING)

    def _problem(self, code: str, party: Party, refs: Iterable[int], said: Mapping[str, object]) -> Problem:
        return match_problem(code, party, [(ref, self._known[ref].name) for ref in refs], said)


def match_problem(
    code: str, party: Party, candidates: Sequence[tuple[Choice, str]], said: Mapping[str, object]
) -> Problem:
    """A problem that offers ``candidates`` (ref, name) to choose from, under the party's key."""
    params = {
        "name": party.label,
        "key": party.key,
        "candidates": tuple(candidates),
        "other": candidates[0][1],
    }
    return Problem(code, {**params, **said}, fix="match")


def _other_identifier(party: Party, customer: Known) -> str:
    """An identifier of the same register under which the customer is known instead; "" if none."""
    if not party.identifier:
        return ""
    others = [value for kind, value in customer.identifiers if kind is party.identifier_kind]
    return "" if not others or party.identifier in others else others[0]


def _differ(first: str, second: str) -> bool:
    """Whether both codes are given and are not the same."""
    return bool(first and second) and fold_code(first) != fold_code(second)


def near_names(
    news: Iterable[tuple[int, Party]], known: Iterable[tuple[int, str]]
) -> dict[int, list[tuple[int, NearReason]]]:
    """For each new customer (ref, party) the customers of ``known`` (ref, name) that may be the same.

    ``known`` may hold the new ones too; of two new ones alike the one that came later is asked
    about. Names that differ in a number are never alike: 客户 12 is not 客户 13.
    """
    names = list(known)
    index = NameIndex(names)
    by_ref = dict(names)
    found = {}
    for ref, party in news:
        near = [
            (one.id, one.reason)
            for one in index.similar(party.name, NEAR_SHOWN + 2)
            if one.id != ref and (one.id > 0 or one.id > ref) and _same_digits(party.name, by_ref[one.id])
        ]
        if near:
            found[ref] = near[:NEAR_SHOWN]
    return found


def _same_digits(first: str, second: str) -> bool:
    return _DIGITS.findall(first) == _DIGITS.findall(second)
