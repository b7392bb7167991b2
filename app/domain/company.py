"""The company whose books these are: what its papers print and which rules it chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Company:
    """Name, base currency, letterhead and defaults of one company file."""

    name: str
    currency: str
    name_en: str = ""
    identifier: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    bank: str = ""
    bank_name: str = ""
    bank_account: str = ""
    country: str = "CN"
    terms: str = "net 30"
    bucket_limits: tuple[int, ...] = (30, 60, 90)
    sample: bool = False
    sample_as_of: date | None = None
    id: int = field(default=1)
    version: int = 0
