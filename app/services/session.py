"""What the window and the command line hold: the program's services, and those of one open company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.problem import Problem
    from app.domain.shared_place import FilePlace
    from app.services.aging import AgingService
    from app.services.backtest import BacktestService
    from app.services.bank import BankService
    from app.services.bills import BillService
    from app.services.cases import CaseService
    from app.services.cash import CashService
    from app.services.check import CheckService
    from app.services.claims import ClaimService
    from app.services.collecting import Collecting
    from app.services.collection import CollectionService
    from app.services.company import CompanyService
    from app.services.company_files import CompanyFiles
    from app.services.contingency import ContingencyService
    from app.services.cover import CoverService
    from app.services.credit_files import CreditFileService
    from app.services.credit_policies import CreditPolicyService
    from app.services.customers import CustomerService
    from app.services.deciding import Deciding
    from app.services.declarations import DeclarationService
    from app.services.desk import DeskService
    from app.services.dunning import DunningService
    from app.services.exports import ExportService
    from app.services.health import HealthService
    from app.services.help import HelpService
    from app.services.history import HistoryService
    from app.services.importing import ImportService
    from app.services.insurance_deadlines import DeadlineService
    from app.services.insurance_worth import WorthService
    from app.services.insuring import Insuring
    from app.services.interest import InterestService
    from app.services.ledger import LedgerService
    from app.services.letters import LetterService
    from app.services.limits import LimitService
    from app.services.liquidity import LiquidityService
    from app.services.measuring import Measuring
    from app.services.notices import NoticeService
    from app.services.orders import OrderService
    from app.services.people import PeopleService
    from app.services.periods import PeriodService
    from app.services.policies import PolicyService
    from app.services.ports import Listener, Preferences
    from app.services.previews import PreviewService
    from app.services.proofs import ProofService
    from app.services.protection import ProtectionService
    from app.services.provisions import ProvisionService
    from app.services.reviews import ReviewService
    from app.services.scoring import ScoringService
    from app.services.search import SearchService
    from app.services.settings import SettingService
    from app.services.statement import StatementService
    from app.services.stress import StressService
    from app.services.watch import WatchService
    from app.services.work import WorkService


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who has the company file open for writing."""

    user: str
    host: str
    pid: int
    since: datetime | None = None
    left_behind: bool = False
    """Only a synchronised folder says so: the lock itself does not reach the other computer."""


@dataclass(frozen=True, slots=True)
class FurtherServices:
    """The services of an open company that its first page does without."""

    customers: CustomerService
    ledger: LedgerService
    statements: StatementService
    history: HistoryService
    search: SearchService
    exports: ExportService
    check: CheckService
    periods: PeriodService
    proofs: ProofService


@dataclass(frozen=True)
class CompanySession:
    """One open company file and its services; all of them run on the one database worker.

    What the first page does without is made at its first use (``further``, ``import_service``,
    ``collecting_services`` and those after it).
    """

    path: Path
    read_only: bool
    holder: LockHolder | None
    sample: bool
    clock: Clock
    company: CompanyService
    aging: AgingService
    further: Callable[[], FurtherServices]
    import_service: Callable[[], ImportService]
    collecting_services: Callable[[CompanySession], Collecting]
    deciding_services: Callable[[CompanySession], Deciding]
    insuring_services: Callable[[CompanySession], Insuring]
    measuring_services: Callable[[CompanySession], Measuring]
    desk_service: Callable[[CompanySession], DeskService]
    protection_service: Callable[[], ProtectionService]
    subscribe: Callable[[Listener], Callable[[], None]]
    close: Callable[[], None]
    file_trouble: Callable[[], Problem | None]
    """What happened to the file behind our back: moved, replaced, written into; None when nothing did."""

    @cached_property
    def _further(self) -> FurtherServices:
        return self.further()

    @property
    def customers(self) -> CustomerService:
        """Customers and what belongs to them."""
        return self._further.customers

    @property
    def ledger(self) -> LedgerService:
        """Invoices, receipts, allocations and write-offs."""
        return self._further.ledger

    @property
    def statements(self) -> StatementService:
        """Statements of account."""
        return self._further.statements

    @property
    def history(self) -> HistoryService:
        """The change log, undo and redo."""
        return self._further.history

    @property
    def search(self) -> SearchService:
        """Finding customers and invoices by a few letters."""
        return self._further.search

    @property
    def exports(self) -> ExportService:
        """Papers and tables as files."""
        return self._further.exports

    @property
    def check(self) -> CheckService:
        """Whether the file is sound and its ledger keeps its laws."""
        return self._further.check

    @property
    def periods(self) -> PeriodService:
        """Closed months."""
        return self._further.periods

    @property
    def proofs(self) -> ProofService:
        """Proofs of the history, made and compared."""
        return self._further.proofs

    @cached_property
    def _collecting(self) -> Collecting:
        return self.collecting_services(self)

    @property
    def settings(self) -> SettingService:
        """The company's own choices."""
        return self._collecting.settings

    @property
    def bank(self) -> BankService:
        """Bank statements and what came of their lines."""
        return self._collecting.bank

    @property
    def bills(self) -> BillService:
        """Bills and post-dated cheques."""
        return self._collecting.bills

    @property
    def dunning(self) -> DunningService:
        """Reminder policies, runs and the limitation clock."""
        return self._collecting.dunning

    @property
    def letters(self) -> LetterService:
        """The words of letters, and letters as files."""
        return self._collecting.letters

    @property
    def previews(self) -> PreviewService:
        """Letters as pictures of their pages."""
        return self._collecting.previews

    @property
    def interest(self) -> InterestService:
        """Late interest, its rates and rules, early-payment discounts."""
        return self._collecting.interest

    @property
    def collection(self) -> CollectionService:
        """Activities, promises, disputes, plans, bad debts, attachments."""
        return self._collecting.collection

    @property
    def work(self) -> WorkService:
        """What is to do today, and the figures of the first page."""
        return self._collecting.work

    @cached_property
    def _deciding(self) -> Deciding:
        return self.deciding_services(self)

    @property
    def credit_files(self) -> CreditFileService:
        """Credit files: profiles, financial statements, ratings, events, payment behaviour."""
        return self._deciding.credit_files

    @property
    def scoring(self) -> ScoringService:
        """Scorecards, assessments and grades."""
        return self._deciding.scoring

    @property
    def limits(self) -> LimitService:
        """Credit limits, terms by grade, overrides, the downturn profile."""
        return self._deciding.limits

    @property
    def orders(self) -> OrderService:
        """Open orders, exposure and the order check."""
        return self._deciding.orders

    @property
    def people(self) -> PeopleService:
        """Local profiles and who may grant what."""
        return self._deciding.people

    @property
    def watch(self) -> WatchService:
        """Reviews due and early warnings."""
        return self._deciding.watch

    @property
    def cases(self) -> CaseService:
        """The library of bad debts and near misses."""
        return self._deciding.cases

    @cached_property
    def _insuring(self) -> Insuring:
        return self.insuring_services(self)

    @property
    def policies(self) -> PolicyService:
        """Insurance policies, buyer limits, stops and shipments."""
        return self._insuring.policies

    @property
    def cover(self) -> CoverService:
        """What of every open invoice is really insured."""
        return self._insuring.cover

    @property
    def deadlines(self) -> DeadlineService:
        """What has to be done towards the insurers, and by when."""
        return self._insuring.deadlines

    @property
    def notices(self) -> NoticeService:
        """Notices to the insurers: drafted, sent, answered."""
        return self._insuring.notices

    @property
    def claims(self) -> ClaimService:
        """Claims: their papers, calculation, payments and recoveries."""
        return self._insuring.claims

    @property
    def declarations(self) -> DeclarationService:
        """Turnover declarations and the premium on them."""
        return self._insuring.declarations

    @property
    def insurance_worth(self) -> WorthService:
        """Whether to insure, and whom."""
        return self._insuring.insurance_worth

    @cached_property
    def _measuring(self) -> Measuring:
        return self.measuring_services(self)

    @property
    def health(self) -> HealthService:
        """Key figures of any period, their targets, and the risk map."""
        return self._measuring.health

    @property
    def credit_policies(self) -> CreditPolicyService:
        """Credit policies tried out, compared and adopted."""
        return self._measuring.credit_policies

    @property
    def cash(self) -> CashService:
        """The cash forecast of thirteen weeks, own money, and what if."""
        return self._measuring.cash

    @property
    def reviews(self) -> ReviewService:
        """The quarterly review, its findings, and what was locked."""
        return self._measuring.reviews

    @property
    def provisions(self) -> ProvisionService:
        """The provision for bad debts: rates, matrix, specific ones, movement."""
        return self._measuring.provisions

    @property
    def stress(self) -> StressService:
        """Stress tests of the receivables, single, together and in reverse."""
        return self._measuring.stress

    @property
    def contingency(self) -> ContingencyService:
        """Contingency plans, their drills, and plans opened by a real alert."""
        return self._measuring.contingency

    @property
    def backtest(self) -> BacktestService:
        """How well grades, habits and alerts foretold lateness."""
        return self._measuring.backtest

    @property
    def liquidity(self) -> LiquidityService:
        """Our own statements and what they say of our liquidity."""
        return self._measuring.liquidity

    @cached_property
    def desk(self) -> DeskService:
        """Who works with the program, where the company asks."""
        return self.desk_service(self)

    @cached_property
    def protection(self) -> ProtectionService:
        """The file's password and its recovery sheet."""
        return self.protection_service()

    @cached_property
    def importing(self) -> ImportService:
        """Bringing files in."""
        return self.import_service()


@dataclass(frozen=True, slots=True)
class AppServices:
    """What exists before any company is open."""

    files: CompanyFiles
    preferences: Preferences
    clock: Clock
    version: str
    actor: str
    place_of: Callable[[Path], FilePlace]
    help: Callable[[], HelpService]
