"""Figures of the board beside its table: the rows on screen as a board, the strip, the overdue share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.aging import sum_rows
from app.ui.widgets.aging_strip import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.aging import AgingBoard, AgingRow
    from app.ui.formats import Formats


def shown_board(board: AgingBoard, rows: Sequence[AgingRow]) -> AgingBoard:
    """The same board with only these rows; totals are their sums, one per currency."""
    return replace(board, rows=tuple(rows), totals=tuple(sum_rows(rows, board.base)))


def strip_segments(board: AgingBoard, formats: Formats) -> list[Segment]:
    """Buckets of the whole board in its main currency (base, or the first one's), not due first."""
    total = next(iter(board.totals), None)
    labels = formats.buckets(board.query.limits, basis=board.query.basis.value, full=True)
    amounts = total.buckets if total is not None else (0,) * len(labels)
    currency = total.currency if total is not None else board.base
    whole = sum(amounts)
    mixed = len(board.totals) > 1  # then the currency must be said

    def written(amount: int) -> str:
        return formats.money(amount, currency, whole=True) if mixed else formats.whole(amount, currency)

    return [
        Segment(label, written(amount), amount, formats.percent(amount, whole))
        for label, amount in zip(labels, amounts, strict=True)
    ]


def overdue_share(board: AgingBoard, formats: Formats) -> str:
    """Overdue as a share of all open debits; "" when nothing is open, or in several currencies."""
    total = next(iter(board.totals), None)
    if total is None or len(board.totals) > 1 or sum(total.buckets) <= 0:
        return ""
    return formats.percent(total.overdue, sum(total.buckets))
