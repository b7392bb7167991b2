"""Why part of a debt is given up; what counts as a bad debt."""

from __future__ import annotations

from enum import StrEnum


class WriteOffReason(StrEnum):
    """The kind of a write-off (``Document.reason``); only a bad debt goes into the register."""

    BAD_DEBT = "bad_debt"
    DISCOUNT = "discount"
    BANK_CHARGE = "bank_charge"
    TOLERANCE = "tolerance"
    EXCHANGE = "exchange"


BAD_DEBTS = frozenset({"", WriteOffReason.BAD_DEBT})
"""A write-off without a kind is from before kinds were kept: a debt given up."""
