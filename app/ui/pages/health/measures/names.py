"""What customers are called in the window's language, put in place of their full names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from app.services.health_views import Concentrated, HealthFigure, HeatMap, KpiRows, Migration
    from app.ui.context import PageContext


NAMED = "health_note.customers"
"""The explanation that names customers."""


class Names:
    """Runs on the worker; what it hands back holds names to be shown."""

    def __init__(self, context: PageContext) -> None:
        self._policies, self._formats = context.company.policies, context.formats

    def of(self, customer_ids: Collection[int]) -> Mapping[int, str]:
        """Short names, English ones in an English window."""
        found = self._policies.called(set(customer_ids))
        return {row_id: self._formats.name(*called) for row_id, called in found.items()}

    def rows(self, found: KpiRows) -> KpiRows:
        """The rows behind a figure."""
        names = self.of({one.customer_id for one in found.rows})
        named = (replace(one, customer=names.get(one.customer_id, one.customer)) for one in found.rows)
        return replace(found, rows=tuple(named))

    def noted(self, figure: HealthFigure, rows: KpiRows) -> HealthFigure:
        """A figure whose explanation names who is behind it."""
        told = figure.note_params.get("customers")
        if figure.note != NAMED or not isinstance(told, Sequence):
            return figure
        names = [one.customer for one in rows.rows[: len(told)]]
        return replace(figure, note_params={**figure.note_params, "customers": names})

    def heat(self, found: HeatMap) -> HeatMap:
        """The risk map."""
        return replace(found, names={**found.names, **self.of(found.balances.keys())})

    def shares(self, found: Concentrated) -> Concentrated:
        """Who owes most."""
        names = self.of({one.customer_id for one in found.rows})
        named = (replace(one, customer=names.get(one.customer_id, one.customer)) for one in found.rows)
        return replace(found, rows=tuple(named))

    def moves(self, found: Migration) -> Migration:
        """Moves of grades."""
        names = self.of({one.customer_id for one in found.rows})
        named = (replace(one, customer=names.get(one.customer_id, one.customer)) for one in found.rows)
        return replace(found, rows=tuple(named))
