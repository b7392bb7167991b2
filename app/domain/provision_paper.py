"""Everything a paper on the provision of a day says, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.company import Company
from app.domain.provision_policy import Account, Examples
from app.domain.provision_sheet import (
    BookedRun,
    Comparison,
    MovementSheet,
    Posting,
    ProvisionSheet,
    Sensitivity,
    WriteOffDue,
)


@dataclass(frozen=True, slots=True)
class ProvisionPaper:
    """The sheet, how it came from the last booked one, the journal, what it hangs on, and the law it names.

    ``run`` is the booking it was made from, ``due`` what a firm that writes off directly may give up.
    """

    company: Company
    made_on: date
    sheet: ProvisionSheet
    examples: Examples
    movement: MovementSheet | None = None
    postings: tuple[Posting, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()
    comparison: Comparison | None = None
    run: BookedRun | None = None
    due: tuple[WriteOffDue, ...] = ()

    def account(self, key: str) -> Account | None:
        """An account of the chart in use."""
        books = "small_firms" if self.sheet.small_firm else self.sheet.policy.books.value
        return self.examples.accounts.get(books, {}).get(key)

    @property
    def account_source(self) -> str:
        """Where the chart in use comes from."""
        books = "small_firms" if self.sheet.small_firm else self.sheet.policy.books.value
        return self.examples.account_source.get(books, "")
