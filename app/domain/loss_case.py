"""The case library: bad debts and near misses, their cause, what was visible when, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.domain.company import Company
from app.domain.credit_record import LossCase
from app.domain.entry import EARLIEST, MOST
from app.domain.money import CURRENCIES, Money
from app.domain.problem import DomainError


class CaseKind(StrEnum):
    """Whether money was lost."""

    BAD_DEBT = "bad_debt"
    NEAR_MISS = "near_miss"


class CaseCause(StrEnum):
    """Why it came to it; the first that was enough by itself."""

    INSOLVENCY = "insolvency"
    CASH_SHORTAGE = "cash_shortage"
    INDUSTRY_DOWNTURN = "industry_downturn"
    CUSTOMER_OF_CUSTOMER = "customer_of_customer"
    OWNER_CHANGE = "owner_change"
    FRAUD = "fraud"
    DISPUTE = "dispute"
    OUR_FAULT = "our_fault"
    PAPERS_MISSING = "papers_missing"
    LIMIT_IGNORED = "limit_ignored"
    TOO_LATE_CHASED = "too_late_chased"
    LIMITATION = "limitation"
    COUNTRY = "country"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class VisibleMonth:
    """A customer at the end of a month: open and overdue in minor units of the base currency.

    ``days_late`` is the amount-weighted signed lateness of what was settled in the month (None: nothing).
    """

    on: date
    open: int
    overdue: int
    days_late: Decimal | None = None
    settled: int = 0


@dataclass(frozen=True, slots=True)
class VisibleSign:
    """A warning or an event outside our books that was known; worded by ``code``."""

    on: date
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Visible:
    """What the books showed in the months before; ``currency`` is the base's, ``note`` the user's words."""

    currency: str = ""
    known_since: date | None = None
    months: tuple[VisibleMonth, ...] = ()
    signs: tuple[VisibleSign, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case for paper."""

    company: Company
    case: LossCase
    customer: str
    visible: Visible
    made_on: date
    customer_en: str = ""


def check_case(case: LossCase, today: date) -> None:
    """Refuse a case without a name, a known kind and cause, or with a day or amount no ledger holds."""
    if not case.title.strip():
        raise DomainError("loss_case.no_title")
    if case.kind not in set(CaseKind):
        raise DomainError("loss_case.kind", value=case.kind)
    if case.cause and case.cause not in set(CaseCause):
        raise DomainError("loss_case.cause", value=case.cause)
    if not EARLIEST <= case.on <= today:
        raise DomainError("loss_case.day", on=case.on, today=today)
    if case.amount and case.currency not in CURRENCIES:
        raise DomainError("money.unknown_currency", currency=case.currency)
    if case.amount < 0:
        raise DomainError("loss_case.amount")
    if case.amount > MOST:
        raise DomainError("amount.too_large", amount=Money(case.amount, case.currency))


def visible_as_json(visible: Visible) -> dict[str, object]:
    """As ``LossCase.visible`` holds it."""
    return {
        "currency": visible.currency,
        "known_since": visible.known_since.isoformat() if visible.known_since else None,
        "months": [
            {
                "on": one.on.isoformat(),
                "open": one.open,
                "overdue": one.overdue,
                "days_late": None if one.days_late is None else f"{one.days_late:.1f}",
                "settled": one.settled,
            }
            for one in visible.months
        ],
        "signs": [
            {"on": one.on.isoformat(), "code": one.code, "params": dict(one.params)} for one in visible.signs
        ],
        "note": visible.note,
    }


def visible_of(value: object) -> Visible:
    """From what JSON holds; what nobody can read counts as nothing seen."""
    if not isinstance(value, Mapping):
        return Visible()
    try:
        return Visible(
            str(value.get("currency", "")),
            date.fromisoformat(value["known_since"]) if value.get("known_since") else None,
            tuple(_month(one) for one in value.get("months", ())),
            tuple(
                VisibleSign(date.fromisoformat(one["on"]), str(one["code"]), dict(one.get("params", {})))
                for one in value.get("signs", ())
            ),
            str(value.get("note", "")),
        )
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation):
        return Visible()


def _month(one: Mapping[str, object]) -> VisibleMonth:
    late = one.get("days_late")
    return VisibleMonth(
        date.fromisoformat(str(one["on"])),
        int(str(one["open"])),
        int(str(one["overdue"])),
        None if late is None else Decimal(str(late)),
        int(str(one["settled"])),
    )
