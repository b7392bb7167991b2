"""What the credit file needs of the other rooms, as Protocols."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.credit_file_views import StatementFile
    from app.domain.customer_behaviour import MonthLate, Sums
    from app.domain.promise import KeptRate
    from app.services.control import Control


class StatementSource(Protocol):
    """Reading financial statements out of a file."""

    def __call__(self, path: Path, currency: str, unit: int | None, control: Control) -> StatementFile:
        """What the file proposes; ``EnvironmentFaultError`` where it holds nothing to read."""


class BehaviourReader(Protocol):
    """Payment behaviour by set-based queries."""

    def sums(self, customer_ids: Collection[int] | None, as_of: date) -> list[Sums]:
        """What there is to count for these customers, or (None) all that have invoices."""

    def company_share(self, as_of: date) -> Decimal:
        """The share of all invoices that were late, 0 to 1."""

    def months(self, customer_id: int, as_of: date) -> Sequence[MonthLate]:
        """The twelve months up to the day, the earliest first."""

    def median(self, customer_id: int, as_of: date) -> int | None:
        """The lower median of signed days late of what is counted."""


KeptRates = Callable[[date, int | None], Mapping[int, "KeptRate"]]
"""How promises were kept up to a day, of one customer or of all that made any."""
