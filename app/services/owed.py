"""What each customer owes in each currency, in the base currency: together what the sums come to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.services.cover_views import Covered


def owed_in_base(
    items: Iterable[Covered], in_base: Callable[[int, str], int | None]
) -> dict[tuple[int, str], int]:
    """Per customer and currency what is open less what is set off, base minor units.

    Those of a currency make up its sum converted once, as everywhere; what rounding leaves goes to the
    one that owes most of it. Currencies without a rate are left out.
    """
    sums: dict[tuple[int, str], int] = defaultdict(int)
    for one in items:
        item = one.cover.item
        sums[item.customer_id, item.currency] += item.owed
    found: dict[tuple[int, str], int] = {}
    for currency in sorted({key[1] for key in sums}):
        mine = {key: minor for key, minor in sums.items() if key[1] == currency}
        whole = in_base(sum(mine.values()), currency)
        if whole is None:
            continue
        parts = {key: in_base(minor, currency) or 0 for key, minor in mine.items()}
        largest = max(sorted(parts), key=parts.__getitem__)
        parts[largest] += whole - sum(parts.values())
        found |= parts
    return found
