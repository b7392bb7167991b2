"""The company's own entries in dated rate tables and interest rules; shipped ones need no row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RateEntry:
    """From ``on`` the rate of ``series`` (``lpr_1y``, ``uk_reference`` …) is so many per cent a year."""

    series: str
    on: date
    rate: Decimal
    source: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class StoredInterestRule:
    """The company's own late-interest rule, or its change of a shipped one; ``definition`` is JSON."""

    code: str
    name: str
    definition: str
    source: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
