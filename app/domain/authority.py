"""Who may grant how much to which grade: the authority matrix of a company.

Amounts are whole major units of the company's own currency, as text decimals in JSON; nothing said is
nothing granted, null is without bound. A line for a person goes before the line of the person's role.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from app.domain.problem import DomainError
from app.domain.scorecard import Grade


class Role(StrEnum):
    """What somebody does in the firm."""

    OWNER = "owner"
    CREDIT = "credit"
    SALES = "sales"
    BOOKKEEPER = "bookkeeper"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that may be granted; ``amount`` None is without bound (major units, own currency)."""

    amount: Decimal | None

    def allows(self, wanted: Decimal) -> bool:
        """Whether so much may be granted."""
        return self.amount is None or wanted <= self.amount


NOTHING = Ceiling(Decimal(0))
BOUNDLESS = Ceiling(None)


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """What a role, or one person by name, may grant to each grade."""

    ceilings: Mapping[Grade, Ceiling]
    role: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityMatrix:
    """All lines; the first that fits decides, a person's own before its role's."""

    lines: tuple[AuthorityLine, ...]

    def ceiling(self, name: str, role: str, grade: Grade) -> Ceiling:
        """What somebody may grant to a grade."""
        own = (line for line in self.lines if line.person and line.person == name)
        by_role = (line for line in self.lines if not line.person and line.role == role)
        for line in (*own, *by_role):
            return line.ceilings.get(grade, NOTHING)
        return NOTHING


def matrix_of(value: Any) -> AuthorityMatrix:
    """A matrix from what JSON holds; ``DomainError("authority.unreadable")`` where it is none."""
    try:
        lines = value["lines"]
        return AuthorityMatrix(tuple(_line(one) for one in lines))
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise DomainError("authority.unreadable", detail=str(error)) from error


def _line(value: Mapping[str, object]) -> AuthorityLine:
    given = value["ceilings"]
    if not isinstance(given, Mapping):
        raise TypeError("ceilings")
    ceilings = {Grade(grade): _ceiling(amount) for grade, amount in given.items()}
    person, role = str(value.get("person", "")), str(value.get("role", ""))
    return AuthorityLine(ceilings, "" if person else Role(role).value, person)


def _ceiling(amount: object) -> Ceiling:
    if amount is None:
        return BOUNDLESS
    found = Decimal(str(amount))
    if not found.is_finite() or found < 0:
        raise ValueError(amount)
    return Ceiling(found)


def matrix_as_json(matrix: AuthorityMatrix) -> dict[str, object]:
    """A matrix as JSON holds it."""
    return {
        "lines": [
            {
                "role": line.role,
                "person": line.person,
                "ceilings": {
                    grade.value: None if ceiling.amount is None else f"{ceiling.amount:f}"
                    for grade, ceiling in line.ceilings.items()
                },
            }
            for line in matrix.lines
        ]
    }
