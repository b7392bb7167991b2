"""What an entry dialog must know before it opens, read in one go on the database worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.allocation import OpenDebit, OpenPart

if TYPE_CHECKING:
    from datetime import date

    from app.domain.company import Company
    from app.domain.customer import Customer
    from app.domain.late_rates import InterestRule
    from app.services.ledger import DocumentRow, LedgerService
    from app.services.session import CompanySession

Named = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The company's defaults, the labels to choose from, and the customer if there is one yet."""

    company: Company
    today: date
    currencies: tuple[str, ...]
    salespersons: Named
    regions: Named
    groups: Named
    customer: Customer | None = None
    interest_rules: tuple[InterestRule, ...] = ()

    def currency(self) -> str:
        """The currency a new document is most likely in."""
        return (self.customer.currency if self.customer else "") or self.company.currency

    def terms(self) -> str:
        """The customer's terms, else the company's."""
        return (self.customer.terms if self.customer else "") or self.company.terms

    def country(self) -> str:
        """Whose holidays move a due date."""
        return (self.customer.country if self.customer else "") or self.company.country


def read_facts(session: CompanySession, customer_id: int | None = None) -> Facts:
    """Read the facts; runs on the database worker."""
    service = session.company
    company = service.get()
    return Facts(
        company=company,
        today=session.clock.today(),
        currencies=tuple(dict.fromkeys([company.currency, *service.currencies_in_use()])),
        salespersons=tuple((each.id, each.name) for each in service.salespersons()),
        regions=tuple((each.id, each.name) for each in service.regions()),
        groups=tuple((each.id, each.name) for each in service.groups()),
        customer=session.customers.profile(customer_id).customer if customer_id else None,
        interest_rules=session.interest.rules(),
    )


@dataclass(frozen=True, slots=True)
class Payable:
    """A debit that can be paid: its line, and its open parts for the rules of allocation."""

    row: DocumentRow
    debit: OpenDebit


def read_payables(ledger: LedgerService, customer_id: int, currency: str) -> list[Payable]:
    """What a customer still has to pay in a currency, oldest due first; runs on the worker."""
    return [_payable(ledger, row) for row in ledger.open_debits(customer_id, currency)]


def _payable(ledger: LedgerService, row: DocumentRow) -> Payable:
    parts: tuple[OpenPart, ...] = (OpenPart(None, row.due_date or row.doc_date, row.open),)
    if row.has_plan:
        plan = ledger.document(row.id).instalments
        parts = tuple(OpenPart(part.id, part.due_date, part.open) for part in plan if part.open > 0)
    return Payable(row, OpenDebit(row.id, row.number, row.doc_date, parts))
