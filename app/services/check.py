"""Checking a company file: is it whole, and does everything in it still agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from app.domain.problem import HoldfastError
from app.services.ports import CancelledError, Control, Silent

_DAYS_TRIED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not agree: a code worded in ``app.words.checks``, and the row it is about."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    table: str = ""
    row_id: int = 0


Check = Callable[[], list[Finding]]


class CheckReader(Protocol):
    """The checks themselves, each one pass in SQL."""

    def checks(self, days: tuple[date, ...]) -> Mapping[str, Check]:
        """Every check by its code; ``days`` are those on which the aging is tried."""


class CheckService:
    """Runs all checks; an empty list means that nothing is wrong.

    ``further`` are those that SQL alone cannot answer, by their codes.
    """

    def __init__(
        self,
        reader: CheckReader,
        today: Callable[[], date],
        further: Callable[[], Mapping[str, Check]] = dict,
    ) -> None:
        self._reader = reader
        self._today = today
        self._further = further

    def run(self, control: Control | None = None) -> list[Finding]:
        """All findings, the file's own soundness first. Damage there ends the run at once."""
        control = control or Silent()
        checks = {**self._reader.checks(tuple(days_to_try(self._today()))), **self._further()}
        found: list[Finding] = []
        for done, (code, check) in enumerate(checks.items()):
            if control.cancelled():
                raise CancelledError
            control.progress(done, len(checks), "check.running")
            found += _carried_out(code, check, found)
            if found and code == "check.damaged":
                break
        control.progress(len(checks), len(checks), "check.running")
        return found


def _carried_out(code: str, check: Check, found: list[Finding]) -> list[Finding]:
    """What a check finds; one that trips over what is wrong already is a finding itself.

    The rest is told then too. Where nothing is wrong, tripping is our own mistake.
    """
    try:
        return check()
    except HoldfastError as error:
        if not found or error.code != "file.damaged":
            raise
        return [Finding("check.tripped", {"check": code})]
    except Exception:
        if not found:
            raise
        return [Finding("check.tripped", {"check": code})]


def days_to_try(today: date) -> Iterator[date]:
    """Today and the last three quarter ends."""
    day = today
    for _ in range(_DAYS_TRIED):
        yield day
        first_of_quarter = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        day = first_of_quarter - timedelta(1)
