"""A claim by hand: clauses and facts as people write them down in JSON, read into exact values.

Amounts are major units of ``currency``, percentages plain numbers, days ISO dates. Every field is
known by one name or one of its common other names; an unknown one is refused, not ignored. Payment
terms count the invoice's own day as the first unless ``counts_first_day`` says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.money import exponent
from app.domain.policy import Cause, LimitUsage, PolicyTerms
from app.domain.policy_text import CLAUSES, SHARES, read
from app.domain.problem import DomainError

_CLAUSE_NAMES: Mapping[str, str] = {
    "afl": "aggregate_first_loss",
    "policy_pct": "insured_pct",
    "insured_pct_named": "insured_pct",
    "pct": "insured_pct",
    "rate_pct": "premium_rate",
    "limit_usage_basis": "limit_usage",
    "balance_basis": "limit_usage",
    "recovery_allocation": "recovery_rule",
    "recovery_allocation_after_claim": "recovery_rule",
    "mep_days": "max_extension_days",
}
_USAGES: Mapping[str, str] = {
    "all_debt": LimitUsage.ALL_DEBT,
    "all": LimitUsage.ALL_DEBT,
    "covered": LimitUsage.COVERED,
    "insured": LimitUsage.COVERED,
    "insured_debt": LimitUsage.COVERED,
    "eligible": LimitUsage.COVERED,
}
_MOST = Decimal(10) ** 15
_LONGEST = 36500
_CODE = 3
_YEARS = range(1900, 2201)
"""Years a case may be about: no period from them leaves the calendar."""


@dataclass(frozen=True, slots=True)
class CaseInvoice:
    """An invoice of a case, minor units: ``gross`` is open, ``vat`` its tax, ``disputed`` without tax."""

    number: str
    gross: int
    vat: int = 0
    disputed: int = 0
    terms_days: int = 0
    shipped: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimCase:
    """The facts of a case; minor units of ``currency``. What the case does not say is None or empty."""

    currency: str
    terms: PolicyTerms
    amounts: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    lists: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    invoices: tuple[CaseInvoice, ...] = ()
    receipt: tuple[date, int] | None = None
    cause: Cause | None = None
    reduced_pct: Decimal | None = None

    def amount(self, *names: str) -> int | None:
        """The first of these amounts that the case names."""
        return next((self.amounts[name] for name in names if name in self.amounts), None)

    def some(self, *names: str) -> int:
        """The first of these amounts, 0 where the case names none."""
        return self.amount(*names) or 0


_AMOUNTS = frozenset(
    (
        "debt covered claimable credit_limit effective_limit recovery gross costs indemnity_paid "
        "entrusted_amount set_off afl_used liability_used claims_paid_so_far premium_paid deposit_paid fees"
    ).split()
)
_DAYS = frozenset("terms_days notify_days_after_due waiting_days_from_notification payment_days".split())
_DATES = frozenset("loss_date stop_shipment_date invoice_date".split())
_LISTS = frozenset({"claims"})
_CAUSE_PCT = {f"pct_{cause}": cause for cause in Cause}


def read_case(policy: object, case: object) -> ClaimCase:
    """Clauses and facts from the two files; either may hold any of the fields, the case's word counts.

    ``DomainError("claim_case.unknown")`` or ``("claim_case.unreadable")`` names the field.
    """
    told: dict[str, object] = {}
    for source in (policy, case):
        if not isinstance(source, Mapping):
            raise DomainError("claim_case.unreadable", field="", value=str(source)[:80])
        told |= _named_once(source)
    currency = str(told.pop("currency", "") or "CNY").strip().upper()
    if not (len(currency) == _CODE and currency.isascii() and currency.isalpha()):
        raise DomainError("claim_case.unreadable", field="currency", value=currency[:80])
    inclusive = "counts_first_day" not in told
    said = {name: told.pop(name) for name in list(told) if name in CLAUSES}
    terms = _terms(said, currency)
    return _facts(replace(terms, counts_first_day=terms.counts_first_day or inclusive), told, currency)


def _named_once(source: Mapping[str, object]) -> dict[str, object]:
    """A file's fields under their own names; one that contradicts itself is refused."""
    found: dict[str, object] = {}
    for written, value in source.items():
        name = _CLAUSE_NAMES.get(str(written), str(written))
        if found.get(name, value) != value:
            raise DomainError("claim_case.unreadable", field=str(written), value=str(value)[:80])
        found[name] = value
    return found


def _terms(clauses: Mapping[str, object], currency: str) -> PolicyTerms:
    said = dict(clauses)
    if "limit_usage" in said:
        said["limit_usage"] = _USAGES.get(str(said["limit_usage"]), said["limit_usage"])
    terms = read(said, currency)
    shares = {name: getattr(terms, name) for name in SHARES}
    shares |= {"pct_by_cause": max(terms.pct_by_cause.values(), default=None)}
    shares |= {"countries": max((one.pct for one in terms.countries if one.pct is not None), default=None)}
    for name, pct in shares.items():
        if pct is not None and pct > 100:  # noqa: PLR2004 - per cent
            raise DomainError("claim_case.unreadable", field=name, value=str(pct)[:80])
    return terms


def _facts(terms: PolicyTerms, told: Mapping[str, object], currency: str) -> ClaimCase:
    amounts: dict[str, int] = {}
    days: dict[str, int] = {}
    dates: dict[str, date] = {}
    lists: dict[str, tuple[int, ...]] = {}
    by_cause: dict[Cause, Decimal] = dict(terms.pct_by_cause)
    made = ClaimCase(currency, terms)
    for name, value in told.items():
        if value is None:
            continue
        if name in _AMOUNTS:
            amounts[name] = _amount(name, value, currency)
        elif name in _DAYS:
            days[name] = _whole(name, value)
        elif name in _DATES:
            dates[name] = _date(name, value)
        elif name in _LISTS or (name == "declared" and isinstance(value, list | tuple)):
            lists[name] = tuple(_amount(name, each, currency) for each in _list(name, value))
        elif name == "declared":
            amounts[name] = _amount(name, value, currency)
        elif name in _CAUSE_PCT:
            by_cause[_CAUSE_PCT[name]] = _percent(name, value)
        else:
            made = _further(made, name, value)
    return replace(
        made,
        terms=replace(terms, pct_by_cause=by_cause),
        amounts=amounts,
        days=days,
        dates=dates,
        lists=lists,
    )


def _further(made: ClaimCase, name: str, value: object) -> ClaimCase:
    """The fields that are more than a number or a day."""
    if name == "invoices":
        found = tuple(_invoice(each, made) for each in _list(name, value))
        return replace(made, invoices=found)
    if name == "receipt":
        row = _row(name, value, frozenset({"date", "amount"}))
        return replace(
            made, receipt=(_date(name, row.get("date")), _amount(name, row.get("amount"), made.currency))
        )
    if name == "cause":
        if value not in set(Cause):
            raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
        return replace(made, cause=Cause(str(value)))
    if name == "reduced_pct":
        return replace(made, reduced_pct=_percent(name, value))
    raise DomainError("claim_case.unknown", field=name)


_INVOICE_FIELDS = frozenset(
    "no number gross net amount vat disputed_net disputed terms_days shipped due".split()
)


def _invoice(value: object, case: ClaimCase) -> CaseInvoice:
    row = _row("invoices", value, _INVOICE_FIELDS)
    currency = case.currency
    gross = _amount("gross", row.get("gross", row.get("amount", row.get("net"))), currency)
    vat = 0
    if row.get("vat") is not None:
        vat = _amount("vat", row["vat"], currency)
    elif row.get("net") is not None:
        vat = gross - _amount("net", row["net"], currency)
    if not 0 <= vat <= gross:
        raise DomainError("claim_case.unreadable", field="net", value=str(row.get("net"))[:80])
    disputed = row.get("disputed_net", row.get("disputed"))
    shipped, due = (None if row.get(name) is None else _date(name, row[name]) for name in ("shipped", "due"))
    granted = 0 if shipped is None or due is None else max(0, (due - shipped).days)
    return CaseInvoice(
        str(row.get("no", row.get("number", ""))),
        gross,
        vat,
        0 if disputed is None else _amount("disputed_net", disputed, currency),
        granted if row.get("terms_days") is None else _whole("terms_days", row["terms_days"]),
        shipped,
        due,
    )


# -- single values ----------------------------------------------------------------------------------


def _refused(read_one: Callable[[object], object], name: str, value: object) -> object:
    try:
        return read_one(value)
    except (ValueError, TypeError, InvalidOperation, OverflowError) as error:
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80]) from error


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or value is None:
        raise TypeError(value)
    found = Decimal(str(value))
    if not found.is_finite() or not 0 <= found <= _MOST:
        raise ValueError(value)
    return found


def _amount(name: str, value: object, currency: str) -> int:
    def read_one(text: object) -> int:
        scaled = _number(text).scaleb(exponent(currency))
        if scaled != scaled.to_integral_value():
            raise ValueError(text)
        return int(scaled)

    found = _refused(read_one, name, value)
    assert isinstance(found, int)  # noqa: S101 - tells the type checker what it is
    return found


def _percent(name: str, value: object) -> Decimal:
    found = _refused(_number, name, value)
    assert isinstance(found, Decimal)  # noqa: S101 - tells the type checker what it is
    if found > 100:  # noqa: PLR2004 - per cent
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
    return found


def _whole(name: str, value: object) -> int:
    found = _refused(_number, name, value)
    assert isinstance(found, Decimal)  # noqa: S101 - tells the type checker what it is
    if found != found.to_integral_value() or found > _LONGEST:
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
    return int(found)


def _date(name: str, value: object) -> date:
    found = _refused(lambda text: date.fromisoformat(str(text)), name, value)
    assert isinstance(found, date)  # noqa: S101 - tells the type checker what it is
    if found.year not in _YEARS:
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
    return found


def _list(name: str, value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
    return list(value)


def _row(name: str, value: object, known: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise DomainError("claim_case.unreadable", field=name, value=str(value)[:80])
    unknown = sorted(str(each) for each in value if each not in known)
    if unknown:
        raise DomainError("claim_case.unknown", field=f"{name}.{unknown[0]}")
    return value
