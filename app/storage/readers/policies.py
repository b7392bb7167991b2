"""What policies see of the company file: customers as buyers, and the history of limit decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.domain.insurance_record import LimitDecision
from app.domain.policy_period import Buyer
from app.storage.engine import listed
from app.storage.insurance_schema import limit_decision
from app.storage.mappers import mapper
from app.storage.schema import company, customer

if TYPE_CHECKING:
    from collections.abc import Collection

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
