"""The services that turn open items into money, each made at its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.bank import BankService
    from app.services.bills import BillService
    from app.services.collection import CollectionService
    from app.services.dunning import DunningService
    from app.services.interest import InterestService
    from app.services.letters import LetterService
    from app.services.previews import PreviewService
    from app.services.settings import SettingService
    from app.services.work import WorkService


class Collecting(Protocol):
    """What an open company offers for collecting money."""

    @property
    def settings(self) -> SettingService:
        """The company's own choices."""

    @property
    def bank(self) -> BankService:
        """Bank statements and what came of their lines."""

    @property
    def bills(self) -> BillService:
        """Bills and post-dated cheques."""

    @property
    def dunning(self) -> DunningService:
        """Reminder policies, runs and the limitation clock."""

    @property
    def letters(self) -> LetterService:
        """The words of letters, and letters as files."""

    @property
    def previews(self) -> PreviewService:
        """Letters as pictures of their pages."""

    @property
    def interest(self) -> InterestService:
        """Late interest, its rates and rules, early-payment discounts."""

    @property
    def collection(self) -> CollectionService:
        """Activities, promises, disputes, plans, bad debts, attachments."""

    @property
    def work(self) -> WorkService:
        """What is to do today, and the figures of the first page."""
