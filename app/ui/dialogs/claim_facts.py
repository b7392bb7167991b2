"""What the dialogs of promises, disputes, plans and calls must know before they open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.document import DocumentKind
from app.services.ledger import DocumentQuery, DocumentSort

if TYPE_CHECKING:
    from datetime import date

    from app.domain.customer import Customer
    from app.services.ledger import DocumentRow
    from app.services.session import CompanySession
    from app.ui.formats import Formats


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A customer with its open invoices, the earliest due first, and whom to speak to."""

    customer: Customer
    currency: str
    currencies: tuple[str, ...]
    today: date
    invoices: tuple[DocumentRow, ...]
    people: tuple[str, ...]
    actor: str = ""

    def invoice(self, document_id: int | None) -> DocumentRow | None:
        """The open invoice of that id."""
        return next((row for row in self.invoices if row.id == document_id), None)

    def owed(self, currency: str) -> int:
        """What is open of all invoices in a currency, minor units."""
        return sum(row.open for row in self.invoices if row.currency == currency)


def read_claim_facts(session: CompanySession, customer_id: int, *, wanted: int | None = None) -> ClaimFacts:
    """Read them; runs on the database worker. ``wanted`` is an invoice to offer though it be settled."""
    profile = session.customers.profile(customer_id)
    customer, company = profile.customer, session.company.get()
    query = DocumentQuery(
        customer_id=customer_id,
        kinds={DocumentKind.INVOICE},
        open_only=True,
        sort=DocumentSort.DUE_DATE,
        descending=False,
    )
    ids = session.ledger.document_ids(query)
    extra = [wanted] if wanted and wanted not in ids else []
    rows = session.ledger.document_rows([*ids, *extra])
    used = [row.currency for row in rows]
    currency = customer.currency or (used[0] if used else company.currency)
    return ClaimFacts(
        customer,
        currency,
        tuple(dict.fromkeys([currency, *used, company.currency])),
        session.clock.today(),
        tuple(rows),
        tuple(each.name for each in profile.contacts if each.name),
    )


def invoice_pairs(facts: ClaimFacts, formats: Formats) -> list[tuple[int, str]]:
    """The open invoices as a choice shows them: number, due day, what is open."""
    return [
        (row.id, f"{row.number}  {formats.day(row.due_date)}  {formats.money(row.open, row.currency)}")
        for row in facts.invoices
    ]
