"""What stands behind a warning: how its figures made the rule fire, and the rows they come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.alert_figures import YEAR, masked
from app.domain.alert_rules import AlertRule, RuleCode
from app.domain.credit_file import EventKind, FinancialStatement
from app.domain.credit_record import Alert, StoredAssessment
from app.domain.money import exponent
from app.domain.promise import PromiseState
from app.services.insurer_events import external_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

    from app.domain.exposure import ExposureView
    from app.services.limit_views import Usage
    from app.services.ports import Store
    from app.services.watch_views import Collected

Said = tuple[str, Mapping[str, object]]
"""A code with its parameters, put into words by whoever shows it."""
_NOT_KEPT = frozenset({PromiseState.BROKEN, PromiseState.PARTLY})
_MOST = 400


@dataclass(frozen=True, slots=True)
class Fact:
    """One row behind a warning; ``amount`` in minor units, signed, None where none is at stake.

    ``text`` is somebody's own (a number, an account), ``said`` what happened in words. ``document_id``
    and ``customer_id`` say what it leads to, 0 for nothing. ``before`` marks what it is compared with.
    """

    on: date | None
    text: str
    said: Said
    amount: int | None = None
    currency: str = ""
    document_id: int = 0
    customer_id: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows behind a warning and ``working``, the sentence that says why they made the rule fire.

    ``again`` is after how many days a condition that lasts may be told again, 0 for a cause told once.
    """

    working: Said
    facts: tuple[Fact, ...] = ()
    again: int = 0


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment of an invoice, or what stood open of it: ``late`` days past due, less than 0 before."""

    document_id: int
    number: str
    on: date
    late: int
    amount: int
    currency: str
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """Something with a day and an amount: an invoice, a payment with its ``rest``, a dispute, a bank line."""

    document_id: int
    number: str
    on: date
    amount: int
    currency: str
    rest: int = 0
    account: str = ""


class WitnessReader(Protocol):
    """Rows of one customer as they were known on a day, the newest first."""

    def payments(self, customer_id: int, start: date, end: date) -> Sequence[Paid]:
        """What receipts paid after ``start`` up to ``end``."""

    def overdue(self, customer_id: int, as_of: date) -> Sequence[Paid]:
        """What stood open past its due day."""

    def invoices(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Invoices after ``start`` up to ``end``."""

    def partial_payments(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Payments that left a twentieth of their invoice open, or more; ``rest`` is what they left."""

    def disputes(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Disputes opened after ``start`` up to ``end``, but for those where the customer was right."""

    def lines(self, customer_id: int, end: date) -> Sequence[Seen]:
        """Money that came in by bank up to ``end``, with the account it came from."""

    def debtors(self, as_of: date, most: int) -> Sequence[tuple[int, str, str, int]]:
        """Who owes the most: customer, name, English name, minor units of the base currency."""

    def owed_together(self, as_of: date) -> int:
        """All that is owed, minor units of the base currency."""

    def base(self) -> str:
        """The company's own currency."""


class Usages(Protocol):
    """How far limits are used."""

    def __call__(self, customer_ids: Collection[int], as_of: date) -> Mapping[int, Usage]:
        """By customer."""


@dataclass(frozen=True, slots=True)
class WitnessDesk:
    """The company file, its rows, and the services beside it."""

    store: Store
    reader: WitnessReader
    collected: Callable[[], Collected]
    usages: Usages
    exposure: Callable[[int, date], ExposureView]


class Witness:
    """Finds what stands behind a warning, as of its day."""

    def __init__(self, desk: WitnessDesk) -> None:
        self._desk = desk
        self._tell: Mapping[RuleCode, Callable[[Alert, AlertRule, Mapping[str, object]], Evidence]] = {
            RuleCode.WORSENING: self._worsening,
            RuleCode.ORDERS_JUMP: self._orders,
            RuleCode.ORDERS_DROP: self._orders,
            RuleCode.LIMIT_USE: self._limit_use,
            RuleCode.BROKEN_PROMISES: self._promises,
            RuleCode.PARTIAL_PAYMENTS: self._partial,
            RuleCode.DISPUTES: self._disputes,
            RuleCode.CHANGED_ACCOUNT: self._accounts,
            RuleCode.STALE_STATEMENT: self._statements,
            RuleCode.EXTERNAL_EVENT: self._events,
            RuleCode.GRADE_DROP: self._grades,
            RuleCode.CONCENTRATION: self._concentration,
        }

    def __call__(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        """The evidence of a warning; the rule's thresholds are those of today."""
        return self._tell[rule.code](alert, rule, params)

    # -- paying ---------------------------------------------------------------------------------

    def _worsening(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        reader, who, day = self._desk.reader, alert.customer_id, alert.on
        start = day - timedelta(rule.days("days"))
        facts = [_late(one, before=False) for one in reader.overdue(who, day)]
        facts += [_late(one, before=False) for one in reader.payments(who, start, day)]
        facts += [_late(one, before=True) for one in reader.payments(who, start - timedelta(YEAR), start)]
        recent, before = _number(params, "days"), _number(params, "before")
        said = {
            "span": rule.days("days"),
            "recent": recent,
            "before": before,
            "more": recent - before,
            "limit": _plain(rule.of("more_days")),
            "least": _plain(rule.of("at_least")),
        }
        return Evidence(("alert_working.worsening", said), tuple(facts[:_MOST]))

    def _promises(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        since = alert.on - timedelta(rule.days("days"))
        facts = [
            Fact(
                view.promise.due_on,
                view.number,
                (f"promise_state.{view.state.value}", {}),
                view.promise.amount,
                view.promise.currency,
                view.promise.document_id or 0,
            )
            for view in self._desk.collected().promises(alert.customer_id, alert.on)
            if view.state in _NOT_KEPT and view.promise.due_on > since
        ]
        return _counted(rule, params, sorted(facts, key=_newest))

    def _partial(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        start = alert.on - timedelta(rule.days("days"))
        facts = []
        for one in self._desk.reader.partial_payments(alert.customer_id, start, alert.on):
            said: Said = ("alert_fact.rest", {"rest": _money(one.rest, one.currency)})
            facts.append(Fact(one.on, one.number, said, one.amount, one.currency, one.document_id))
        return _counted(rule, params, facts)

    def _disputes(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        start = alert.on - timedelta(rule.days("days"))
        found = self._desk.reader.disputes(alert.customer_id, start, alert.on)
        facts = [
            Fact(one.on, one.number, ("alert_fact.dispute", {}), one.amount, one.currency, one.document_id)
            for one in found
        ]
        return _counted(rule, params, facts)

    def _accounts(self, alert: Alert, _rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        new = alert.cause.partition(":")[2].replace(" ", "")
        facts = []
        for one in self._desk.reader.lines(alert.customer_id, alert.on):
            strange = one.account.replace(" ", "") == new
            code = "alert_fact.new_account" if strange else "alert_fact.known_account"
            said: Said = (code, {"account": masked(one.account)})
            facts.append(Fact(one.on, one.number, said, one.amount, one.currency, before=not strange))
        facts.sort(key=lambda fact: (fact.before, _newest(fact)))
        return Evidence(("alert_working.changed_account", dict(params)), tuple(facts[:_MOST]))

    # -- buying and owing -----------------------------------------------------------------------

    def _orders(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        span, who = rule.days("days"), alert.customer_id
        start = alert.on - timedelta(span)
        recent = self._desk.reader.invoices(who, start, alert.on)
        before = self._desk.reader.invoices(who, start - timedelta(YEAR), start)
        facts = [_invoiced(one, before=False) for one in recent]
        facts += [_invoiced(one, before=True) for one in before]
        said = {
            "span": span,
            "n": len(recent),
            "before": len(before),
            "percent": params.get("percent", ""),
            "limit": _plain(rule.of("percent")),
        }
        return Evidence((f"alert_working.{rule.code.value}", said), tuple(facts[:_MOST]))

    def _limit_use(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        usage = self._desk.usages([alert.customer_id], alert.on).get(alert.customer_id)
        view = self._desk.exposure(alert.customer_id, alert.on)
        facts = [
            Fact(
                row.on,
                row.number,
                (f"exposure.{row.piece}", {}),
                row.amount,
                row.currency,
                row.row_id if row.kind not in {"bill", "order"} else 0,
                row.customer_id or alert.customer_id,
            )
            for row in view.rows
        ]
        said: dict[str, object] = {"limit": _plain(rule.of("percent")), **params}
        if usage is None or usage.limit.amount is None:
            return Evidence(("alert_working.limit_gone", said), tuple(facts[:_MOST]))
        said["used"] = _money(usage.used.minor, usage.used.currency)
        said["whole"] = _money(usage.limit.amount.minor, usage.limit.amount.currency)
        return Evidence(("alert_working.limit_use", said), tuple(facts[:_MOST]))

    def _concentration(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        reader, base = self._desk.reader, self._desk.reader.base()
        whole = reader.owed_together(alert.on)
        facts, mine = [], 0
        for customer_id, name, name_en, amount in reader.debtors(alert.on, _MOST):
            said: Said = ("alert_fact.share", {"share": (amount, whole), "name_en": name_en})
            its = customer_id == alert.customer_id
            mine = amount if its else mine
            facts.append(Fact(None, name, said, amount, base, 0, customer_id, before=not its))
        working = {
            **params,
            "owed": _money(mine, base),
            "whole": _money(whole, base),
            "limit": _plain(rule.of("percent")),
        }
        return Evidence(("alert_working.concentration", working), tuple(facts[:_MOST]))

    # -- the credit file ------------------------------------------------------------------------

    def _statements(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        found = self._desk.store.find(FinancialStatement, customer_id=alert.customer_id)
        known = [one for one in found if (one.received_on or one.period_end) <= alert.on]
        facts = [
            Fact(one.period_end, one.source, (f"statement_quality.{one.quality.value}", {}))
            for one in sorted(known, key=lambda one: one.period_end, reverse=True)
        ]
        said = {**params, "limit": rule.days("months")}
        return Evidence(("alert_working.stale_statement", said), tuple(facts))

    def _events(self, alert: Alert, rule: AlertRule, _params: Mapping[str, object]) -> Evidence:
        event_id = alert.cause.partition(":")[2]
        known = external_events(self._desk.store, [alert.customer_id])
        found = [one for one in known if one.kind is not EventKind.INSURER_OPINION or one.id > 0]
        facts = []
        for one in sorted(found, key=lambda one: one.on, reverse=True):
            text = " ".join(part for part in (one.source, one.value) if part)
            said: Said = (f"event_kind.{one.kind.value}", {})
            facts.append(Fact(one.on, text, said, before=str(one.id) != event_id))
        facts.sort(key=lambda fact: (fact.before, _newest(fact)))
        return Evidence(("alert_working.external_event", {"span": rule.days("days")}), tuple(facts))

    def _grades(self, alert: Alert, rule: AlertRule, params: Mapping[str, object]) -> Evidence:
        found = self._desk.store.find(StoredAssessment, customer_id=alert.customer_id, state="final")
        known = sorted((one for one in found if one.as_of <= alert.on), key=lambda one: (one.as_of, one.id))
        facts = [
            Fact(one.as_of, "", ("alert_fact.grade", {"grade": one.grade, "score": one.score}))
            for one in reversed(known)
        ]
        said = {**params, "limit": rule.days("notches")}
        return Evidence(("alert_working.grade_drop", said), tuple(facts))


def _late(one: Paid, *, before: bool) -> Fact:
    """A payment or an open item, with its days late."""
    way = "paid" if one.settled else "open"
    code = f"alert_fact.{way}_late" if one.late > 0 else f"alert_fact.{way}_in_time"
    said: Said = (code, {"n": abs(one.late)})
    return Fact(one.on, one.number, said, one.amount, one.currency, one.document_id, before=before)


def _invoiced(one: Seen, *, before: bool) -> Fact:
    code = "alert_fact.invoiced_before" if before else "alert_fact.invoiced"
    return Fact(one.on, one.number, (code, {}), one.amount, one.currency, one.document_id, before=before)


def _counted(rule: AlertRule, params: Mapping[str, object], facts: Sequence[Fact]) -> Evidence:
    said = {"n": params.get("n", len(facts)), "days": rule.days("days"), "limit": rule.days("count")}
    return Evidence((f"alert_working.{rule.code.value}", said), tuple(facts[:_MOST]))


def _newest(fact: Fact) -> int:
    return -(fact.on or date.min).toordinal()


def _number(params: Mapping[str, object], name: str) -> int:
    try:
        return int(str(params.get(name, 0)))
    except ValueError:
        return 0


def _money(minor: int, currency: str) -> tuple[int, str, int]:
    """An amount as the words want it: with the decimal places of its currency."""
    return minor, currency, exponent(currency)


def _plain(value: Decimal) -> str:
    """A threshold without needless zeros."""
    return f"{value.normalize():f}"
