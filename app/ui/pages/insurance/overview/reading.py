"""What the overview shows, read in one go on the database worker."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.insurance_deadline import Duty, mep_end
from app.domain.money import convert, exponent
from app.domain.policy_period import PolicyState
from app.services.rate_book import RateBook
from app.ui.pages.insurance.claims.cards import read_board
from app.ui.shell.duty_count import NEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.buyer_limit import InForce
    from app.domain.insurance_record import LimitDecision
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.cover_views import CoverBook, Meters
    from app.services.duty_views import DutyItem
    from app.services.policies import LimitInForce, PolicyView
    from app.services.session import CompanySession
    from app.ui.pages.insurance.claims.cards import BoardRead

RED_ABOVE = "insurance.uninsured_red"
"""Setting: an uninsured balance above so much (minor units of the base currency) is red."""
_RED_MAJOR = 200_000


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """A buyer: its limit in force, its insured and uninsured balance (base currency), how it stands.

    ``state`` is withdrawn, declined, expired, none, stopped, requested, reduced, partial, discretionary
    or granted; ``limit_base`` None without a limit or a rate.
    """

    customer_id: int
    name: str
    name_en: str
    policy: Policy | None
    limit: InForce | None
    limit_base: int | None
    insured: int
    uninsured: int
    state: str

    @property
    def share(self) -> float | None:
        """How far the limit is filled, 1 is all of it."""
        return self.insured / self.limit_base if self.limit_base else None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the overview as of a day; amounts without a currency are in ``book.base``."""

    today: date
    policies: Sequence[PolicyView]
    meters: Mapping[int, Meters]
    book: CoverBook
    buyers: Sequence[BuyerRow]
    duties: Sequence[DutyItem]
    board: BoardRead
    called: Mapping[int, tuple[str, str]]
    red_above: int

    @property
    def near(self) -> int:
        """How many deadlines have passed or come within two weeks."""
        return sum(item.days_left(self.today) <= NEAR for item in self.duties)

    @property
    def untold(self) -> list[DutyItem]:
        """Buyers about whom a notice is due."""
        return [item for item in self.duties if item.duty is Duty.NOTICE]


def read_overview(session: CompanySession, control: Control) -> Overview | None:
    """Read it; None where no policy was ever entered."""
    policies = session.policies.policies()
    if not policies:
        return None
    today = session.clock.today()
    book = session.cover.book(today, control=control)
    shown = [one for one in policies if one.state is PolicyState.ACTIVE] or policies[:2]
    duties = session.deadlines.duties(today)
    known = _standing_buyers(session, book, today)
    ids = {*known, *(item.customer_id for item in duties if item.customer_id)}
    called = session.policies.called(ids)
    return Overview(
        today,
        shown,
        {one.policy.id: session.cover.meters(one.policy.id, today, book) for one in shown},
        book,
        _buyers(session, known, book, called, today),
        duties,
        read_board(session, duties),
        called,
        red_above(session, book.base),
    )


def red_above(session: CompanySession, base: str) -> int:
    """From which uninsured balance on it is red, minor units of the base currency."""
    stored = session.settings.get(RED_ABOVE)
    return stored if isinstance(stored, int) and stored >= 0 else _RED_MAJOR * 10 ** exponent(base)


# -- buyers ---------------------------------------------------------------------------------------


def _standing_buyers(session: CompanySession, book: CoverBook, today: date) -> dict[int, LimitInForce | None]:
    """Buyers with a limit, with a decision, or with something that is not insured."""
    in_force = session.policies.in_force(None, today)
    decided = {one.customer_id for one in session.policies.decisions()}
    found: dict[int, LimitInForce | None] = {
        row: one for row, one in in_force.items() if one.limit is not None or row in decided
    }
    for row, one in book.buyers.items():
        if one.open:
            found.setdefault(row, in_force.get(row))
    return found


def _buyers(
    session: CompanySession,
    known: Mapping[int, LimitInForce | None],
    book: CoverBook,
    called: Mapping[int, tuple[str, str]],
    today: date,
) -> list[BuyerRow]:
    rates = RateBook(session.company.rates(), book.base)
    decisions: dict[tuple[int, int], list[LimitDecision]] = defaultdict(list)
    for one in session.policies.decisions():
        decisions[one.policy_id, one.customer_id].append(one)
    stopped = _stopped(session, book, today)
    made = []
    for row, held in known.items():
        cover = book.buyers.get(row)
        policy, limit = (held.policy, held.limit) if held else (None, None)
        told = decisions.get((policy.id, row), []) if policy else []
        name, name_en = called.get(row, ("", ""))
        made.append(
            BuyerRow(
                row,
                name,
                name_en,
                policy,
                limit,
                _in_base(limit, policy, rates, book, today),
                cover.insured if cover else 0,
                cover.uninsured if cover else 0,
                _state(held, told, stopped=row in stopped),
            )
        )
    return sorted(made, key=lambda one: (-(one.insured + one.uninsured), one.name))


def _in_base(
    limit: InForce | None, policy: Policy | None, rates: RateBook, book: CoverBook, today: date
) -> int | None:
    if limit is None or policy is None:
        return None
    currency = policy.record.currency
    if currency == book.base:
        return limit.amount
    rate = rates.to_base(currency, today)
    return None if rate is None else convert(limit.amount, currency, book.base, rate)


def _stopped(session: CompanySession, book: CoverBook, today: date) -> set[int]:
    """Buyers to whom nothing more may be shipped: stopped by hand, or an invoice past its extension."""
    found = {
        one.customer_id
        for one in session.policies.stops()
        if one.start <= today and (one.lifted is None or one.lifted >= today)
    }
    for one in book.items:
        policy, item = one.policy, one.cover.item
        if policy is not None and policy.terms.stop_at_mep:
            ends = mep_end(item.due, policy.terms)
            if ends is not None and ends < today:
                found.add(item.customer_id)
    return found


def _state(held: LimitInForce | None, told: Sequence[LimitDecision], *, stopped: bool) -> str:
    """In one word; what needs doing goes before what is merely so. ``told`` is newest first."""
    own = [one for one in told if one.kind != "top_up"]
    if held is None or held.limit is None:
        why = held.why_none if held else ""
        waiting = bool(own) and own[0].outcome == "requested"
        return "requested" if waiting else why or "none"
    if stopped:
        return "stopped"
    if own and own[0].outcome == "requested":
        return "requested"
    if held.limit.kind == "discretionary":
        return "discretionary"
    return next((one.outcome for one in own if one.id == held.limit.decision_id), "granted")
