"""The services of credit insurance, each made at its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.claims import ClaimService
    from app.services.cover import CoverService
    from app.services.declarations import DeclarationService
    from app.services.insurance_deadlines import DeadlineService
    from app.services.insurance_worth import WorthService
    from app.services.notices import NoticeService
    from app.services.policies import PolicyService


class Insuring(Protocol):
    """What an open company offers for transferring risk."""

    @property
    def policies(self) -> PolicyService:
        """Insurance policies, buyer limits, stops and shipments."""

    @property
    def cover(self) -> CoverService:
        """What of every open invoice is really insured."""

    @property
    def deadlines(self) -> DeadlineService:
        """What has to be done towards the insurers, and by when."""

    @property
    def notices(self) -> NoticeService:
        """Notices to the insurers: drafted, sent, answered."""

    @property
    def claims(self) -> ClaimService:
        """Claims: their papers, calculation, payments and recoveries."""

    @property
    def declarations(self) -> DeclarationService:
        """Turnover declarations and the premium on them."""

    @property
    def insurance_worth(self) -> WorthService:
        """Whether to insure, and whom."""
