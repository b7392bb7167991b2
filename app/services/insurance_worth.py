"""Is insurance worth it: the ledger's figures and the owner's assumptions brought to one answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from app.domain.insurance_worth import Assumptions, BuyerRisk, Worth, worth
from app.domain.money import exponent, round_minor
from app.domain.policy_text import AMOUNTS
from app.domain.problem import DomainError
from app.domain.scorecard import Grade
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.document import Rate
    from app.domain.policy import PolicyTerms
    from app.services.cover import CoverService
    from app.services.policies import PolicyService
    from app.services.settings import SettingService

SETTING = "insurance.worth"
_YEAR = 365
_AMOUNTS = frozenset({"min_premium", "equity", "profit"})
_MAY_BE_OPEN = frozenset({"equity", "profit"})


class Turnover(NamedTuple):
    """A year's turnover of a customer in one currency, minor units; ``credit`` is the part not paid first."""

    customer_id: int
    name: str
    country: str
    currency: str
    amount: int
    credit: int


class WorthReader(Protocol):
    """What is read of the ledger."""

    def turnover(self, start: date, end: date) -> Sequence[Turnover]:
        """Per live customer and currency: invoices less credit notes of the span, the part on credit."""

    def known_since(self) -> Mapping[int, date]:
        """The day of each customer's first invoice."""


class Grades(Protocol):
    """The grades of customers on a day, by id."""

    def __call__(self, as_of: date) -> Mapping[int, Grade]:
        """Those that were assessed."""


@dataclass(frozen=True, slots=True)
class WorthDesk:
    """What is read, and the services beside it."""

    reader: WorthReader
    policies: PolicyService
    cover: CoverService
    settings: SettingService
    grades: Grades
    loss_rates: Callable[[], Mapping[Grade, Decimal]]
    rates: Callable[[], Sequence[Rate]]
    base: Callable[[], str]
    home: Callable[[], str]


class WorthService:
    """Answers whether to insure, and whom; only the assumptions are kept."""

    def __init__(self, desk: WorthDesk) -> None:
        self._desk = desk

    # -- assumptions ----------------------------------------------------------------------------

    def assumptions(self) -> Assumptions:
        """The owner's own, else those to begin with."""
        stored = self._desk.settings.get(SETTING, {})
        usual = Assumptions()
        if not isinstance(stored, dict):
            return usual
        try:
            told: dict[str, Any] = {name: _read(name, value) for name, value in stored.items()}
            return replace(usual, **told)
        except (TypeError, ValueError, InvalidOperation):
            return usual

    def save_assumptions(self, assumed: Assumptions) -> ChangeSet:
        """Keep assumptions; percentages lie between 0 and 100, the stress factor at 1 or above."""
        _require_sound(assumed)
        told = {
            field.name: _plain(getattr(assumed, field.name))
            for field in fields(Assumptions)
            if getattr(assumed, field.name) != getattr(Assumptions(), field.name)
        }
        return self._desk.settings.set(SETTING, told)

    # -- the answer -----------------------------------------------------------------------------

    def buyers(self, as_of: date) -> list[BuyerRisk]:
        """Every customer that owes or bought within a year, in the base currency."""
        base = self._desk.base()
        book = RateBook(self._desk.rates(), base)
        sums: dict[int, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
        names: dict[int, tuple[str, str]] = {}
        for row in self._desk.reader.turnover(as_of - timedelta(days=_YEAR - 1), as_of):
            names[row.customer_id] = (row.name, row.country)
            rate = Decimal(1) if row.currency == base else book.to_base(row.currency, as_of)
            if rate is not None:
                scaled = rate.scaleb(exponent(base) - exponent(row.currency))
                sums[row.customer_id][0] += row.amount * scaled
                sums[row.customer_id][1] += row.credit * scaled
        covered = self._desk.cover.book(as_of)
        grades, rates = self._desk.grades(as_of), self._desk.loss_rates()
        since = self._desk.reader.known_since()
        insured = self._desk.cover.has_policy()
        home = self._desk.home()
        found = []
        for row_id in sorted({*sums, *covered.buyers}):
            name, country = names.get(row_id, (covered.names.get(row_id, ""), home))
            owed = covered.buyers.get(row_id)
            grade = grades.get(row_id)
            turnover, credit = sums[row_id]
            first = since.get(row_id)
            found.append(
                BuyerRisk(
                    row_id,
                    name,
                    country or home,
                    owed.net if owed else 0,
                    (owed.insured if owed else 0) if insured else None,
                    max(0, round_minor(turnover)),
                    max(0, round_minor(credit)),
                    rates[grade or Grade.C],
                    first is not None and first > as_of - timedelta(days=_YEAR),
                    grade.value if grade else "",
                )
            )
        return found

    def worth(
        self,
        as_of: date,
        policy_id: int | None = None,
        *,
        assumed: Assumptions | None = None,
        chosen: Collection[int] | None = None,
        countries: Collection[str] | None = None,
    ) -> Worth:
        """The answer for all buyers, or for insuring only some of them or those in some countries."""
        buyers = self.buyers(as_of)
        terms = None if policy_id is None else self._terms(policy_id, as_of)
        told = assumed or self.assumptions()
        _require_sound(told)
        if countries is not None:
            within = {one.customer_id for one in buyers if one.country in countries}
            chosen = within if chosen is None else within & set(chosen)
        return worth(buyers, told, terms, chosen)

    def _terms(self, policy_id: int, as_of: date) -> PolicyTerms:
        """A policy's clauses with their amounts in the base currency, in which the answer is reckoned."""
        policy = self._desk.policies.policy(policy_id).policy
        base, currency = self._desk.base(), policy.record.currency
        if currency == base:
            return policy.terms
        rate = RateBook(self._desk.rates(), base).to_base(currency, as_of)
        if rate is None:
            raise DomainError("worth.no_rate", currency=currency)
        scaled = rate.scaleb(exponent(base) - exponent(currency))
        told = {name: getattr(policy.terms, name) for name in AMOUNTS}
        ours: dict[str, Any] = {
            name: round_minor(amount * scaled) for name, amount in told.items() if amount is not None
        }
        return replace(policy.terms, **ours)


def _read(name: str, value: object) -> object:
    if name == "source":
        return str(value)
    if value is None and name in _MAY_BE_OPEN:
        return None
    if name in _AMOUNTS:
        return int(str(value))
    return Decimal(str(value))


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


def _require_sound(assumed: Assumptions) -> None:
    shares = (
        "premium_rate insured_pct limit_share open_account concentration new_buyers bearable finance"
    ).split()
    for name in shares:
        if not 0 <= getattr(assumed, name) <= 100:  # noqa: PLR2004 - per cent
            raise DomainError("worth.share", name=(f"worth_assumption.{name}", {}))
    if assumed.stress < 1:
        raise DomainError("worth.stress")
    if assumed.min_premium < 0:
        raise DomainError("worth.share", name=("worth_assumption.min_premium", {}))
