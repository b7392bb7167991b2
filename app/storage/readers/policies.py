"""What policies see of the company file: customers as buyers, and the history of limit decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select

from app.domain.document import DocumentKind
from app.domain.insurance_record import LimitDecision
from app.domain.names import match_key
from app.domain.policy_period import Buyer
from app.services.policy_views import KnownBuyer, OpenDebt
from app.storage.engine import listed
from app.storage.insurance_schema import limit_decision, shipment
from app.storage.mappers import mapper
from app.storage.readers.opened import kept_on, open_on
from app.storage.schema import alias, allocation, company, customer, document, identifier

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from app.storage.store import SqlStore


class SqlPolicyReader:
    """``app.services.policies.PolicyReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def home(self) -> str:
        """The company's own country."""
        with self._store.reading() as connection:
            return connection.scalar(select(company.c.country)) or ""

    def base(self) -> str:
        """The company's own currency."""
        with self._store.reading() as connection:
            return connection.scalar(select(company.c.currency)) or ""

    def buyers(self, customer_ids: Collection[int] | None) -> list[Buyer]:
        """These customers (None: all) as policies see them, with the policies that name them."""
        home, named = self.home(), self._named(customer_ids)
        query = select(customer.c.id, customer.c.country, customer.c.size_class).where(
            customer.c.deleted == 0
        )
        if customer_ids is not None:
            query = query.where(customer.c.id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            return [
                Buyer(row_id, country or home, home, size_class, named.get(row_id, ()))
                for row_id, country, size_class in connection.execute(query).all()
            ]

    def _named(self, customer_ids: Collection[int] | None) -> dict[int, tuple[int, ...]]:
        query = (
            select(limit_decision.c.customer_id, limit_decision.c.policy_id)
            .where(limit_decision.c.deleted == 0)
            .distinct()
        )
        if customer_ids is not None:
            query = query.where(limit_decision.c.customer_id.in_(listed(customer_ids)))
        found: dict[int, tuple[int, ...]] = {}
        with self._store.reading() as connection:
            for owner, policy_id in connection.execute(query).all():
                found[owner] = (*found.get(owner, ()), policy_id)
        return found

    def decisions(self, customer_ids: Collection[int] | None) -> list[LimitDecision]:
        """Live decisions on these customers (None: on all), in the order they were made."""
        made = mapper(LimitDecision)
        query = select(*(made.table.c[name] for name in made.fields)).where(limit_decision.c.deleted == 0)
        if customer_ids is not None:
            query = query.where(limit_decision.c.customer_id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(limit_decision.c.on, limit_decision.c.id))
            return made.decode(rows)

    def known_buyers(self) -> list[KnownBuyer]:
        """Every live customer with its names, code and registration numbers, lower case."""
        plain = select(
            customer.c.id, customer.c.name, customer.c.code, customer.c.name_key, customer.c.short_name,
            customer.c.name_en,
        ).where(customer.c.deleted == 0)  # fmt: skip
        others = (
            select(alias.c.customer_id, alias.c.name_key).where(alias.c.deleted == 0),
            select(identifier.c.customer_id, identifier.c.value).where(identifier.c.deleted == 0),
        )
        more: dict[int, list[str]] = {}
        with self._store.reading() as connection:
            for query in others:
                for owner, key in connection.execute(query):
                    more.setdefault(owner, []).append(key)
            rows = connection.execute(plain.order_by(customer.c.id)).all()
        found = []
        for row_id, name, code, key, short, english in rows:
            told = (code, key or match_key(name), match_key(short), match_key(english), *more.get(row_id, ()))
            keys = tuple(dict.fromkeys(one.strip().casefold() for one in told if one.strip()))
            found.append(KnownBuyer(row_id, name, code, keys))
        return found

    def open_debts(self, day: date) -> list[OpenDebt]:
        """What every customer owed by invoices at the end of a day."""
        last = day.isoformat()
        with self._store.reading() as connection:
            left = open_on(last, kept=kept_on(connection, last))
            known, tax = shipment.c.vat.is_not(None), func.coalesce(shipment.c.vat, 0)
            net = left * (document.c.amount - tax) // document.c.amount
            facts = and_(shipment.c.document_id == document.c.id, shipment.c.deleted == 0)
            query = (
                select(
                    document.c.customer_id,
                    document.c.currency,
                    func.sum(case((known, left), else_=0)),
                    func.sum(case((known, net), else_=0)),
                    func.sum(case((known, 0), else_=left)),
                )
                .outerjoin(shipment, facts)
                .where(
                    document.c.kind == DocumentKind.INVOICE.value,
                    document.c.deleted == 0,
                    document.c.amount > 0,
                    document.c.doc_date <= last,
                    left > 0,
                )
                .group_by(document.c.customer_id, document.c.currency)
            )
            return [OpenDebt(*row) for row in connection.execute(query)]

    def paid_on_time(self, customer_ids: Collection[int], since: date, until: date) -> dict[int, int]:
        """How many invoices each customer paid by their due date between two days."""
        due = func.coalesce(document.c.due_date, document.c.doc_date)
        paid = (
            select(document.c.customer_id, document.c.id)
            .join(allocation, allocation.c.debit_id == document.c.id)
            .where(
                document.c.kind == DocumentKind.INVOICE.value,
                document.c.deleted == 0,
                allocation.c.deleted == 0,
                document.c.customer_id.in_(listed(customer_ids)),
                document.c.doc_date >= since.isoformat(),
                allocation.c.date <= func.min(due, until.isoformat()),
            )
            .group_by(document.c.id)
            .having(func.sum(allocation.c.amount) >= document.c.amount)
            .subquery()
        )
        query = select(paid.c.customer_id, func.count()).group_by(paid.c.customer_id)
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}
