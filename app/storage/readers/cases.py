"""What the ledger shows of one customer on a day, for the case library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from app.domain.document import DEBITS, DocumentKind
from app.domain.loss_case import VisibleSign
from app.domain.money import convert
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.watch_events import confirmed_events
from app.storage.schema import allocation, document, instalment

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_DEBITS = sorted(kind.value for kind in DEBITS)


class SqlCaseReader:
    """``app.services.cases.CaseReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._money = SqlAgingReader(store)

    def standing(self, customer_id: int, day: date) -> tuple[int, int]:
        """Open debits and the overdue part of them on a day; a currency without a rate is left out."""
        settled = (
            select(func.coalesce(func.sum(allocation.c.amount), 0))
            .where(
                allocation.c.debit_id == document.c.id,
                or_(instalment.c.id.is_(None), allocation.c.instalment_id == instalment.c.id),
                allocation.c.deleted == 0,
                allocation.c.date <= day.isoformat(),
            )
            .correlate(document, instalment)
            .scalar_subquery()
        )
        whole = func.coalesce(instalment.c.amount, document.c.amount)
        due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)
        parts = (document.c.id == instalment.c.document_id) & (instalment.c.deleted == 0)
        query = (
            select(document.c.currency, whole - settled, due < day.isoformat())
            .select_from(document.outerjoin(instalment, parts))
            .where(
                document.c.customer_id == customer_id,
                document.c.deleted == 0,
                document.c.kind.in_(_DEBITS),
                document.c.doc_date <= day.isoformat(),
            )
        )
        base, rates = self._money.base(), self._money.rates(day)
        owed = late = 0
        with self._store.reading() as connection:
            for currency, amount, overdue in connection.execute(query):
                rate = Decimal(1) if currency == base else rates.get(currency, Decimal(0))
                worth = convert(amount, currency, base, rate)
                owed += worth
                late += worth if overdue else 0
        return owed, late

    def known_since(self, customer_id: int) -> date | None:
        """The day of the first invoice."""
        query = select(func.min(document.c.doc_date)).where(
            document.c.customer_id == customer_id,
            document.c.deleted == 0,
            document.c.kind == DocumentKind.INVOICE.value,
        )
        with self._store.reading() as connection:
            found = connection.scalar(query)
        return date.fromisoformat(found) if found else None

    def events(self, customer_id: int, until: date) -> Sequence[VisibleSign]:
        """Confirmed events outside our books up to a day."""
        with self._store.reading() as connection:
            found = confirmed_events(connection, until, date.min).get(customer_id, ())
        return [VisibleSign(one.on, f"event_kind.{one.kind}") for one in found]

    def base(self) -> str:
        """The company's own currency."""
        return self._money.base()
