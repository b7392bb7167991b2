"""Credit limits: what holds, how far it is used, what is suggested, and who grants it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.credit_limit import Limit, LimitState
from app.domain.credit_record import CreditLimit
from app.domain.customer import Customer, CustomerGroup
from app.domain.dunning_rules import in_currency
from app.domain.entry import MOST
from app.domain.money import CURRENCIES, Money, to_major
from app.domain.override import LEAST_WORDS
from app.domain.problem import DomainError
from app.domain.review import months_later
from app.domain.scorecard import Grade
from app.domain.terms_text import parse_terms
from app.services.exposures import book, usage_of
from app.services.limit_candidates import Candidates, as_json
from app.services.limit_desk import LimitDesk, in_force, limit_of, worst
from app.services.limit_overrides import Overrides
from app.services.limit_rows import rows_of
from app.services.limit_terms import covered, is_running, own_terms, plain
from app.services.limit_views import GroupPool, LimitRow, LimitView, Usage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.ports import UnitOfWork

__all__ = ["LimitDesk", "LimitService"]

_WHOLE = Decimal(100)
_BOUNDLESS = Decimal("Infinity")
"""What no check at all may grant: only somebody without bound may choose that."""


class LimitService(Candidates, Overrides):
    """Limits, terms, overrides and the downturn profile of one company; one call one change set."""

    # -- what holds

    def current(self, customer_id: int, on: date) -> Limit:
        """The customer's own limit on a day."""
        return self.currents([customer_id], on)[customer_id]

    def currents(self, customer_ids: Collection[int], on: date) -> dict[int, Limit]:
        """The limits of many customers on a day; unset where nobody set one."""
        records = self._records(customer_ids)
        return {row_id: limit_of(in_force(records.get(row_id, ()), on), on) for row_id in customer_ids}

    def _records(self, customer_ids: Collection[int]) -> dict[int, list[CreditLimit]]:
        found: dict[int, list[CreditLimit]] = {}
        for one in self._desk.reader.limits(customer_ids=customer_ids):
            found.setdefault(one.customer_id or 0, []).append(one)
        return found

    def view(self, customer_id: int, on: date) -> LimitView:
        """The limit on a day with its record, the grade, and the terms in force."""
        record = in_force(self._desk.reader.limits(customer_ids=[customer_id]), on)
        limit = limit_of(record, on)
        grade = self.grades([customer_id], on).get(customer_id)
        profile = self.downturn()
        traits = self._desk.reader.traits([customer_id]) if is_running(profile, on) else {}
        tight = covered(profile, traits, grade, customer_id)
        terms = None if grade is None else plain(self.grade_policy().of(grade))
        if record is not None and limit.state is LimitState.SET:
            terms = own_terms(record, terms)
        if tight and terms is not None:
            terms = profile.tightened(terms)
        return LimitView(limit, record, terms, grade, tight)

    def history(self, customer_id: int | None = None, group_id: int | None = None) -> list[CreditLimit]:
        """All limits of a customer or a group, the newest first."""
        found = self._desk.reader.limits(
            customer_ids=None if customer_id is None else [customer_id],
            group_ids=None if group_id is None else [group_id],
        )
        return found[::-1]

    # -- how far it is used

    def usage(self, customer_ids: Collection[int], as_of: date) -> dict[int, Usage]:
        """How far each customer's own limit is used; in a fixed number of questions."""
        made, limits = book(self._desk.reader, customer_ids, as_of), self.currents(customer_ids, as_of)
        return {row_id: usage_of(made, [row_id], limits[row_id]) for row_id in customer_ids}

    def rows(self, as_of: date) -> list[LimitRow]:
        """Every live customer with its limit and how far it is used, by name; few questions for all."""
        profile = self.downturn()
        return rows_of(
            self._desk, self.grades(None, as_of), self.grade_policy(), profile, self.pools(as_of), as_of
        )

    def pools(self, as_of: date, group_ids: Collection[int] | None = None) -> list[GroupPool]:
        """The shared limits of groups (or of these) on a day, with what their members use together."""
        names = self._desk.reader.group_names()
        wanted = names.keys() if group_ids is None else group_ids
        records: dict[int, list[CreditLimit]] = {}
        for one in self._desk.reader.limits(group_ids=wanted):
            records.setdefault(one.group_id or 0, []).append(one)
        members = self._desk.reader.members(records.keys())
        made = book(self._desk.reader, {row for rows in members.values() for row in rows}, as_of)
        found = []
        for group_id, own in records.items():
            limit = limit_of(in_force(own, as_of), as_of)
            usage = usage_of(made, members[group_id], limit)
            found.append(GroupPool(group_id, names.get(group_id, ""), limit, usage, members[group_id]))
        return sorted(found, key=lambda pool: pool.name)

    def pool(self, group_id: int, as_of: date) -> GroupPool:
        """One group's shared limit, also where nobody has set it yet."""
        reader = self._desk.reader
        members = reader.members([group_id])[group_id]
        limit = limit_of(in_force(reader.limits(group_ids=[group_id]), as_of), as_of)
        usage = usage_of(book(reader, members, as_of), members, limit)
        return GroupPool(group_id, reader.group_names().get(group_id, ""), limit, usage, members)

    def pools_of(self, customer_id: int, as_of: date) -> list[GroupPool]:
        """The pools a customer draws on: its group's and those of the groups that lie around it."""
        group_id = self._desk.store.get(Customer, customer_id).group_id
        if group_id is None:
            return []
        return self.pools(as_of, self._desk.reader.groups_of(group_id))

    # -- granting

    def grant(self, limit: CreditLimit, *, pin: str = "", accept_below: bool = False) -> ChangeSet:
        """Grant a limit from a day on; authority and the approver's PIN are checked, the candidates kept.

        A limit below what is used already needs ``accept_below`` and a reason; running orders stay.
        """
        clean = self._checked(limit)
        self._require_free(clean)
        ids = self._owners(clean.customer_id, clean.group_id)
        known = self.grades(ids, self._desk.clock.today())
        grade = _counting(known, ids)
        approval = self._desk.people.require(clean.approved_by, grade, self._risk(clean), pin)
        clean = replace(clean, approved_by=approval.name, alone=approval.alone)
        self._require_above(clean, accept_below=accept_below)
        clean = self._with_candidates(clean, known.get(clean.customer_id or 0))
        with self._desk.store.write() as unit:
            name = _owner(unit, clean)
            unit.add(clean)
            return unit.commit("limit.granted", name=name, amount=_said(clean))

    def proposal(self, customer_id: int, on: date, approver: str = "") -> CreditLimit:
        """A limit as it would be granted on a day: suggested amount, terms by grade, review; to be edited."""
        base = self._desk.reader.base()
        found = self.candidates(customer_id, on, approver=approver)
        grade = self.grades([customer_id], on).get(customer_id)
        made = CreditLimit(on, LimitState.SET, base, customer_id, amount=found.amount, approved_by=approver)
        made = replace(
            made,
            state=LimitState.UNSET.value if found.amount is None else LimitState.SET.value,
            suggested=found.amount,
            bound_by=found.bound_by.value if found.bound_by else "",
            candidates=as_json(found, base),
        )
        if grade is None:
            return made
        # A limit is granted on the grade's own terms: the downturn profile tightens them while it runs.
        terms, without = self.terms_at(customer_id, grade, on)
        return replace(
            made,
            terms=f"net {without.terms_days}",
            deposit=f"{without.deposit:f}",
            review_on=months_later(on, terms.review_months),
        )

    def end(self, limit_id: int, on: date) -> ChangeSet:
        """Let a limit end after a day."""
        with self._desk.store.write() as unit:
            old = unit.get(CreditLimit, limit_id)
            if on < old.start:
                raise DomainError("limit.dates", start=old.start, end=on)
            unit.replace(replace(old, end=on))
            return unit.commit("limit.ended", name=_owner(unit, old), on=on.isoformat())

    def withdraw(self, limit_id: int) -> ChangeSet:
        """Take a limit back as if it had not been granted; the one before it holds again."""
        with self._desk.store.write() as unit:
            old = unit.get(CreditLimit, limit_id)
            unit.remove(CreditLimit, [limit_id])
            return unit.commit("limit.withdrawn", name=_owner(unit, old))

    def _checked(self, limit: CreditLimit) -> CreditLimit:
        if (limit.customer_id is None) is (limit.group_id is None):
            raise DomainError("limit.owner_missing")
        if limit.state not in set(LimitState):
            raise DomainError("limit.state_unknown", state=limit.state)
        if limit.state == LimitState.SET and limit.amount is None:
            raise DomainError("limit.amount_missing")
        if limit.amount is not None and limit.amount < 0:
            raise DomainError("limit.amount_negative")
        currency = limit.currency or self._desk.reader.base()
        if currency not in CURRENCIES:
            raise DomainError("money.unknown_currency", currency=currency)
        if limit.amount is not None and limit.amount > MOST:
            raise DomainError("amount.too_large", amount=Money(limit.amount, currency))
        if limit.end is not None and limit.end < limit.start:
            raise DomainError("limit.dates", start=limit.start, end=limit.end)
        parse_terms(limit.terms)
        _check_deposit(limit.deposit)
        return replace(
            limit,
            state=LimitState(limit.state).value,
            currency=currency,
            amount=limit.amount if limit.state == LimitState.SET else None,
            reason=limit.reason.strip(),
            requested_by=" ".join(limit.requested_by.split()),
        )

    def _require_free(self, limit: CreditLimit) -> None:
        for one in self.history(limit.customer_id, limit.group_id):
            if one.start == limit.start:
                raise DomainError("limit.twice", start=one.start, amount=_said(one))

    def grade_for(self, customer_id: int | None, group_id: int = 0) -> Grade:
        """Whose authority counts: the customer's grade, a group's worst; who is not scored counts as C."""
        ids = self._owners(customer_id, group_id)
        return _counting(self.grades(ids, self._desk.clock.today()), ids)

    def _owners(self, customer_id: int | None, group_id: int | None) -> Collection[int]:
        if customer_id is not None:
            return [customer_id]
        return self._desk.reader.members([group_id or 0])[group_id or 0]

    def _risk(self, limit: CreditLimit) -> Decimal:
        """What is granted, major units of the own currency; leaving a customer unchecked has no bound."""
        if limit.state != LimitState.SET or limit.amount is None:
            return _BOUNDLESS
        reader, today = self._desk.reader, self._desk.clock.today()
        base = reader.base()
        based = in_currency(limit.amount, limit.currency, base, base, reader.rates(today))
        if based is None:
            raise DomainError("limit.no_rate_to_base", currency=limit.currency, on=today)
        return to_major(based, base)

    def _require_above(self, limit: CreditLimit, *, accept_below: bool) -> None:
        if limit.state != LimitState.SET or limit.amount is None:
            return
        enough = len("".join(limit.reason.split())) >= LEAST_WORDS
        if accept_below and enough:
            return
        reader, today = self._desk.reader, self._desk.clock.today()
        ids = self._owners(limit.customer_id, limit.group_id)
        granted = Limit(LimitState.SET, Money(limit.amount, limit.currency))
        usage = usage_of(book(reader, ids, today), ids, granted)
        if usage.used.minor > limit.amount:
            raise DomainError(
                "limit.below_exposure", limit=str(granted.amount), used=str(usage.used), least=LEAST_WORDS
            )

    def _with_candidates(self, limit: CreditLimit, grade: Grade | None) -> CreditLimit:
        """With its review day, its assessment and its candidates, where the caller gave none."""
        customer_id = limit.customer_id
        if customer_id is None or limit.state != LimitState.SET:
            return limit
        today = self._desk.clock.today()
        if limit.review_on is None:
            terms = self.terms(customer_id, limit.start)
            review = months_later(limit.start, terms.review_months) if terms else None
            limit = replace(limit, review_on=review)
        if limit.assessment_id is None:
            assessment = self._valid([customer_id], today).get(customer_id)
            limit = replace(limit, assessment_id=assessment.id if assessment else None)
        if limit.candidates:
            return limit
        base = self._desk.reader.base()
        found = self.candidates(customer_id, today, grade=grade, approver=limit.approved_by)
        return replace(
            limit,
            candidates=as_json(found, base),
            suggested=found.amount if limit.currency == base else None,
            bound_by=limit.bound_by or (found.bound_by.value if found.bound_by else ""),
        )


def _check_deposit(text: str) -> None:
    """Refuse what is no share: terms of all customers are worked out from these texts."""
    try:
        share = Decimal(text)
    except InvalidOperation:
        share = Decimal("NaN")
    if not (share.is_finite() and 0 <= share <= _WHOLE):
        raise DomainError("limit.deposit", value=text)


def _counting(known: Mapping[int, Grade], ids: Collection[int]) -> Grade:
    """The worst of these; one that is not scored counts as C."""
    unknown = [Grade.C] if len(known) < len(ids) or not ids else []
    return worst([*known.values(), *unknown]) or Grade.C


def _owner(unit: UnitOfWork, limit: CreditLimit) -> str:
    if limit.customer_id is not None:
        return unit.get(Customer, limit.customer_id).name
    return unit.get(CustomerGroup, limit.group_id or 0).name


def _said(limit: CreditLimit) -> object:
    if limit.amount is None or limit.state != LimitState.SET:
        return (f"limit_state.{limit.state}", {})
    return str(Money(limit.amount, limit.currency))
