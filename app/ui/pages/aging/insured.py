"""What of each customer's debt is insured, beside the board: read after it, and only under a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.models.columns import DASH, Align, Cell, Column
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from app.domain.aging import AgingRow
    from app.services.cover_views import BuyerCover
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.formats import Formats

MOVES = frozenset("insurance_policy limit_decision shipment_stop shipment insurer_notice declaration".split())
"""Tables that move what is insured, beside the ledger's own."""
_FEW = 400
"""Up to so many customers only theirs is reckoned."""


class BoardCover(QObject):
    """``came`` says that the figures are here; without a policy they never come."""

    came = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._buyers: Mapping[int, BuyerCover] = {}
        self._base = ""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._buyers)

    def read(self, keys: Sequence[int], as_of: date, base: str) -> None:
        """Ask for the cover of these customers on a day; amounts are in ``base``."""
        session, self._base = self._context.company, base
        wanted = keys if len(keys) <= _FEW else None

        def work(_control: Control) -> Mapping[int, BuyerCover]:
            return session.cover.insured(wanted, as_of)

        self._context.runner.database(
            work, self._show, failed=lambda _error: None, owner=self, key="aging.cover"
        )

    def clear(self) -> None:
        """The board shows no customers."""
        self._buyers = {}

    def _show(self, found: Mapping[int, BuyerCover]) -> None:
        if found or self._buyers:
            self._buyers = found
            self.came.emit()

    # -- what is shown --------------------------------------------------------------------------

    def of(self, customer_id: int) -> BuyerCover | None:
        """One customer's."""
        return self._buyers.get(customer_id)

    def share(self, customer_id: int) -> float | None:
        """The insured share of the debt after set-off, 0 to 1; None where nothing is owed."""
        buyer = self.of(customer_id)
        return buyer.insured / buyer.net if buyer is not None and buyer.net else None

    def insured(self, customer_id: int) -> bool:
        """Whether anything of a customer is insured."""
        return bool((buyer := self.of(customer_id)) and buyer.insured)

    def cell(self, customer_id: int, formats: Formats) -> Cell:
        """The share in per cent; red where nothing is insured."""
        buyer = self.of(customer_id)
        if buyer is None or not buyer.net:
            return Cell(DASH, tone="tertiary")
        insured, rest = (formats.whole(each, self._base) for each in (buyer.insured, buyer.uninsured))
        tip = say("aging.insured_tip", formats.lang, insured=insured, rest=rest)
        share = formats.percent(buyer.insured, buyer.net, 0)
        return Cell(share, tone="secondary" if buyer.insured else "danger", tip=tip)

    def total(self, customer_ids: Collection[int], formats: Formats) -> Cell:
        """The share of all these together."""
        found = [buyer for each in set(customer_ids) if (buyer := self.of(each)) is not None]
        whole = sum(buyer.net for buyer in found)
        text = formats.percent(sum(buyer.insured for buyer in found), whole, 0) if whole else DASH
        return Cell(text, strong=True)

    def column(self, formats: Formats) -> Column[AgingRow]:
        """The column; of those a narrow window keeps longest it goes first."""
        return Column(
            "insured",
            lambda: say("column.insured", formats.lang),
            lambda row: self.cell(row.key, formats),
            value=lambda row: self.share(row.key),
            width=60,
            min_width=52,
            align=Align.RIGHT,
            drop=6,
            descending_first=True,
        )
