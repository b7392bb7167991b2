"""What the health check has read of the ledger, kept until the file changes: one page asks many questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.services.health_ledger import DatedSums
    from app.services.health_ports import HealthDesk

NINETY = 90
_DAYS_KEPT = 64


class LedgerMemory:
    """Sums by day up to today, and balances at the ends of periods."""

    def __init__(self, desk: HealthDesk) -> None:
        self._desk = desk
        self._of: tuple[object, ...] = ()
        self._sums: DatedSums | None = None
        self._balances: dict[date, Sequence[tuple[int, str, int]]] = {}

    @property
    def limits(self) -> tuple[int, ...]:
        """From which days past due on open debits are told apart: the board's, and 90 always."""
        return tuple(sorted({0, NINETY, *self._desk.bucket_limits()}))

    def sums(self) -> DatedSums:
        """Everything that adds up to figures, by day."""
        self._forget_the_old()
        if self._sums is None:
            self._sums = self._desk.reader.sums(self._desk.today(), self.limits)
        return self._sums

    def balances(self, days: Sequence[date]) -> Mapping[date, Sequence[tuple[int, str, int]]]:
        """Per day: customer, currency and what it owes net of credits."""
        self._forget_the_old()
        missing = sorted({day for day in days if day not in self._balances})
        if missing:
            self._balances.update(self._desk.reader.balances(missing))
        return self._balances

    def _forget_the_old(self) -> None:
        now = (self._desk.reader.state(), self._desk.today(), self.limits)
        if now != self._of or len(self._balances) > _DAYS_KEPT:
            self._of, self._sums, self._balances = now, None, {}
