"""What the back-test reads: every invoice with the day it was paid, assessments, warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import Numeric, and_, case, cast, func, select

from app.domain.document import DocumentKind
from app.domain.write_off import BAD_DEBTS
from app.storage.credit_schema import alert, stored_assessment
from app.storage.readers.aging import SqlAgingReader
from app.storage.schema import allocation, document

if TYPE_CHECKING:
    from app.services.backtest import AlertRow, GradeRow
    from app.storage.store import SqlStore

_INVOICE, _RECEIPT = DocumentKind.INVOICE.value, DocumentKind.RECEIPT.value
_WRITE_OFF = DocumentKind.WRITE_OFF.value
_FINAL = "final"
_LEAST_COVERAGE = 60


class SqlBacktestReader:
    """``app.services.backtest.BacktestReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._board = SqlAgingReader(store)

    def invoices(self, as_of: date) -> list[tuple[int, str, str, int, str, str | None]]:
        """Invoices without instalments; what credit notes alone settled was never to be paid: left out."""
        credit = document.alias("credit")
        day = as_of.isoformat()
        paid = func.max(case((credit.c.kind == _RECEIPT, allocation.c.date)))
        given_up = func.max(
            case((and_(credit.c.kind == _WRITE_OFF, credit.c.reason.in_(BAD_DEBTS)), 1), else_=0)
        )
        whole = func.coalesce(func.sum(case((credit.c.id.is_not(None), allocation.c.amount))), 0)
        dated = and_(
            allocation.c.debit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date <= day
        )
        settled = and_(whole >= document.c.amount, given_up == 0)
        query = (
            select(
                document.c.customer_id,
                document.c.doc_date,
                func.coalesce(document.c.due_date, document.c.doc_date),
                document.c.amount,
                document.c.currency,
                case((settled, paid)),
            )
            .select_from(
                document.outerjoin(allocation, dated).outerjoin(credit, credit.c.id == allocation.c.credit_id)
            )
            .where(
                document.c.deleted == 0,
                document.c.kind == _INVOICE,
                document.c.has_plan == 0,
                document.c.doc_date <= day,
            )
            .group_by(document.c.id)
            .having(~and_(settled, paid.is_(None)))
        )
        with self._store.reading() as connection:
            return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in connection.execute(query)]

    def grades(self, as_of: date) -> list[GradeRow]:
        """Finished assessments made by a day; an end that came before its last day counts."""
        made = stored_assessment
        day_before = func.date(made.c.ended_on, "-1 day")
        until = func.min(func.coalesce(made.c.valid_until, "9999"), func.coalesce(day_before, "9999"))
        query = (
            select(
                made.c.customer_id,
                made.c.as_of,
                func.nullif(until, "9999"),
                made.c.grade,
                cast(made.c.score, Numeric(asdecimal=False)),
            )
            .where(made.c.deleted == 0, made.c.state == _FINAL, made.c.as_of <= as_of.isoformat())
            .order_by(made.c.as_of, made.c.id)
        )
        with self._store.reading() as connection:
            return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]

    def alerts(self, as_of: date) -> list[AlertRow]:
        """Warnings given by a day."""
        query = select(alert.c.customer_id, alert.c.on).where(
            alert.c.deleted == 0, alert.c.on <= as_of.isoformat()
        )
        with self._store.reading() as connection:
            return [(row[0], row[1]) for row in connection.execute(query)]

    def coverage(self, start: date, end: date) -> tuple[int, int]:
        """Assessments of a span, and those that rest on too few answers."""
        made = stored_assessment
        low = case((cast(made.c.coverage, Numeric(asdecimal=False)) < _LEAST_COVERAGE, 1), else_=0)
        query = select(func.count(), func.coalesce(func.sum(low), 0)).where(
            made.c.deleted == 0,
            made.c.state == _FINAL,
            made.c.as_of.between(start.isoformat(), end.isoformat()),
        )
        with self._store.reading() as connection:
            row = connection.execute(query).one()
            return row[0], row[1]

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""
        return self._board.rates(as_of)

    def base(self) -> str:
        """The company's own currency."""
        return self._board.base()
