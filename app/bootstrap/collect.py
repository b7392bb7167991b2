"""The services for collecting money over one open company, each wired at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.bank import BankService
    from app.services.bills import BillService
    from app.services.collection import CollectionService
    from app.services.company import CompanyService
    from app.services.dunning import DunningService
    from app.services.interest import InterestService
    from app.services.letters import LetterService
    from app.services.previews import PreviewService
    from app.services.session import CompanySession
    from app.services.settings import SettingService
    from app.services.work import WorkService
    from app.storage.store import SqlStore


class SqlCollecting:
    """``app.services.collecting.Collecting`` over a store; ``session`` gives the services beside them."""

    def __init__(
        self, store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
    ) -> None:
        self._store = store
        self._company = company
        self._clock = clock
        self._session = session

    @cached_property
    def settings(self) -> SettingService:
        """The company's own choices."""
        from app.services.settings import SettingService  # noqa: PLC0415 - at its first use

        return SettingService(self._store)

    @cached_property
    def bank(self) -> BankService:
        """Bank statements and what came of their lines."""
        from app.bootstrap.banking import bank_service  # noqa: PLC0415 - at its first use

        return bank_service(self._store, self.settings, self._company)

    @cached_property
    def bills(self) -> BillService:
        """Bills and post-dated cheques."""
        from app.bootstrap.banking import bill_service  # noqa: PLC0415 - at its first use

        return bill_service(self._store, self._clock)

    @cached_property
    def dunning(self) -> DunningService:
        """Reminder policies, runs and the limitation clock."""
        from app.bootstrap.reminders import dunning_service  # noqa: PLC0415 - at its first use

        return dunning_service(self._store, self._clock, self._session)

    @cached_property
    def letters(self) -> LetterService:
        """The words of letters, and letters as files."""
        from app.bootstrap.letters import letter_service  # noqa: PLC0415 - at its first use

        return letter_service(self._store, self._clock, self._session)

    @cached_property
    def previews(self) -> PreviewService:
        """Letters as pictures of their pages."""
        from app.adapters.pdf_pages import PdfiumPages  # noqa: PLC0415 - at its first use
        from app.bootstrap.letters import held  # noqa: PLC0415 - at its first use
        from app.services.previews import PreviewService  # noqa: PLC0415 - at its first use

        return PreviewService(self.letters, PdfiumPages(), held)

    @cached_property
    def interest(self) -> InterestService:
        """Late interest, its rates and rules, early-payment discounts."""
        from app.bootstrap.rates import shipped_law  # noqa: PLC0415 - at its first use
        from app.services.interest import InterestService  # noqa: PLC0415 - at its first use
        from app.storage.readers.interest import SqlInterestReader  # noqa: PLC0415 - at its first use

        reader = SqlInterestReader(self._store)
        return InterestService(self._store, reader, self._clock, self.settings, shipped_law)

    @cached_property
    def collection(self) -> CollectionService:
        """Activities, promises, disputes, plans, bad debts, attachments."""
        from app.services.collection import CollectionService  # noqa: PLC0415 - at its first use
        from app.services.collection_desk import CollectionDesk  # noqa: PLC0415 - at its first use
        from app.storage.content import SqlContentStore  # noqa: PLC0415 - at its first use
        from app.storage.readers.collection import SqlCollectionReader  # noqa: PLC0415 - at its first use
        from app.storage.readers.documents import SqlDocumentReader  # noqa: PLC0415 - at its first use

        desk = CollectionDesk(
            store=self._store,
            reader=SqlCollectionReader(self._store),
            documents=SqlDocumentReader(self._store),
            contents=SqlContentStore(self._store),
            ledger=self._session.ledger,
            settings=self.settings,
            clock=self._clock,
        )
        return CollectionService(desk)

    @cached_property
    def work(self) -> WorkService:
        """What is to do today, and the figures of the first page."""
        from app.bootstrap.today import work_service  # noqa: PLC0415 - at its first use

        return work_service(self._store, self._company, self._session)
