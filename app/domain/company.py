"""The company whose books these are: what its papers print and which rules it chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Company:
    """Name, base currency, letterhead and defaults of one company file.

    ``logo`` and ``seal`` are digests of pictures kept in the file; ``size_class`` is our own by the
    SME rules (micro, small, medium, large); ``dunning_policy`` the code of the default policy.
    """

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
    swift: str = ""
    signer: str = ""
    signer_role: str = ""
    logo: str = ""
    seal: str = ""
    size_class: str = ""
    dunning_policy: str = ""
    country: str = "CN"
    terms: str = "net 30"
    bucket_limits: tuple[int, ...] = (30, 60, 90)
    sample: bool = False
    sample_as_of: date | None = None
    id: int = field(default=1)
    version: int = 0
