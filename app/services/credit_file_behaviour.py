"""Payment behaviour in the credit file, from our own ledger, for one customer or for all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.customer_behaviour import Behaviour, Sums, behaviour_of
from app.services.credit_file_desk import CreditFilePart

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from decimal import Decimal

    from app.domain.promise import KeptRate


class FileBehaviour(CreditFilePart):
    """Use cases on payment behaviour."""

    def behaviour(self, customer_id: int, as_of: date | None = None) -> Behaviour:
        """How one customer pays as of a day, with its median and months."""
        day = self._day(as_of)
        reader = self._desk.behaviour
        found = reader.sums([customer_id], day)
        made = behaviour_of(
            found[0] if found else Sums(customer_id),
            day,
            reader.company_share(day),
            _kept(self._desk.kept_rates(day, customer_id).get(customer_id)),
        )
        months = tuple(reader.months(customer_id, day))
        return replace(made, median=reader.median(customer_id, day), months=months)

    def behaviours(
        self, as_of: date | None = None, customer_ids: Collection[int] | None = None
    ) -> dict[int, Behaviour]:
        """How these customers pay, or (None) all that have invoices; without median and months."""
        day = self._day(as_of)
        sums = self._desk.behaviour.sums(customer_ids, day)
        share = self._desk.behaviour.company_share(day)
        alone = next(iter(customer_ids)) if customer_ids is not None and len(customer_ids) == 1 else None
        kept = self._desk.kept_rates(day, alone)
        return {
            one.customer_id: behaviour_of(one, day, share, _kept(kept.get(one.customer_id))) for one in sums
        }


def _kept(rate: KeptRate | None) -> tuple[Decimal | None, int]:
    return (rate.rate, rate.judged) if rate else (None, 0)
