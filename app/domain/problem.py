"""What goes wrong, as codes and parameters; ``app.words`` turns them into sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error must be resolved, a warning may be accepted."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a user's file; rows and columns count from 1 as a spreadsheet shows them."""

    sheet: str = ""
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and the code of the fix that is offered ("" if none)."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    where: Where = Where()
    fix: str = ""


class HoldfastError(Exception):
    """Something the user can act on: a code with parameters, worded by ``app.words``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = params


class DomainError(HoldfastError):
    """A rule of the field forbids it: an allocation above the open amount, an unknown currency."""


class EnvironmentFaultError(HoldfastError):
    """The machine or the file is at fault, not the program: full disk, read-only, locked, corrupt."""
