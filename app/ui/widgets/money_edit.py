"""A field for an amount: takes 1,200,000.50 and full-width digits, writes it tidily when left."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.entry import MOST
from app.domain.money import Money, exponent, to_major, to_minor
from app.domain.problem import DomainError
from app.ui.writing import in_force

_SIGNS = re.compile(r"[\s'’¥￥$€£元]")
_GROUPED = re.compile(r"\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?")
"""Commas between thousands, or after the Indian fashion; "12,34" may mean 12.34 and is refused."""
_NUMBER = re.compile(r"[-−(]?\d*\.?\d*\)?")


def parse_amount(text: str, currency: str) -> int:
    """Typed text to minor units; ``DomainError`` for no number, excess decimals, more than a ledger holds.

    Full-width characters, thousands separators, currency signs, a minus before or after and
    parentheses for negatives are understood; a trailing 万 multiplies by ten thousand.
    """
    minor = to_minor(parse_number(text), currency)
    if abs(minor) > MOST:
        raise DomainError("amount.too_large", amount=Money(minor, currency))
    return minor


def parse_number(text: str) -> Decimal:
    """Typed text to a number, understood as ``parse_amount`` does; ``DomainError`` for anything else."""
    plain = _SIGNS.sub("", unicodedata.normalize("NFKC", text))
    unit = 10_000 if plain.endswith("万") else 1
    plain = plain.removesuffix("万")
    if plain.endswith(("-", "−")):
        plain = f"-{plain[:-1]}"
    negative = plain.startswith(("-", "−", "("))
    digits = plain.strip("()-−")
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    if not digits or digits == "." or not _NUMBER.fullmatch(digits):
        raise DomainError("money.not_a_number", text=text)
    number = Decimal(digits) * unit
    return -number if negative else number


class MoneyEdit(QLineEdit):
    """Holds minor units of one currency; ``edited`` tells that the user changed it."""

    edited = Signal()

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self.edited)

    @property
    def currency(self) -> str:
        """In which currency the amount is."""
        return self._currency

    def set_currency(self, currency: str) -> None:
        """Read the text as another currency from now on."""
        self._currency = currency

    def minor(self) -> int | None:
        """The amount in minor units, None when empty; ``DomainError`` when it is no amount."""
        text = self.text().strip()
        return parse_amount(text, self._currency) if text else None

    def set_minor(self, minor: int | None) -> None:
        """Show an amount."""
        self.setText("" if minor is None else self._written(minor))

    def _written(self, minor: int) -> str:
        return in_force().grouped(f"{to_major(minor, self._currency):,.{exponent(self._currency)}f}")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the amount with separators; leave what cannot be read for the form to name."""
        super().focusOutEvent(event)
        try:
            minor = self.minor()
        except DomainError:
            return
        if minor is not None:
            self.set_minor(minor)
