"""The rules of a reminder run: one step per invoice, one letter per account, a reason for all the rest.

Every open amount that a run looks at ends in exactly one letter or one reason: letters and reasons
sum to what is open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from app.domain.calendar import WorkingDays
from app.domain.dunning import (
    DunningPolicy,
    DunningStep,
    PolicyChoice,
    Trigger,
    gap_kept,
    next_step,
    pay_by,
    policy_choice,
    ripe_on,
)
from app.domain.dunning_claims import Claims, Rest
from app.domain.dunning_run import (
    AccountKey,
    Debtor,
    DuePart,
    PartKey,
    ProposedLetter,
    ProposedLine,
    Reminded,
    RunFacts,
    RunningPromise,
    SkippedItem,
)
from app.domain.letter import Channel
from app.domain.money import exponent, round_minor, to_major
from app.domain.problem import Problem, Severity

ACKNOWLEDGEMENT = "acknowledgement"


@dataclass(frozen=True, slots=True)
class Run:
    """What a run comes to: letters by customer and currency, and what is passed over."""

    letters: list[ProposedLetter] = field(default_factory=list)
    skipped: list[SkippedItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be asked for a part now, what of it is contested, and why not all of it."""

    left: int
    disputed: int
    reasons: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ripe:
    """A line with the step it is ripe for, and the policy the step is of."""

    line: ProposedLine
    step: DunningStep
    policy: DunningPolicy


def plan_run(facts: RunFacts, calendar: WorkingDays) -> Run:
    """The run that follows from the facts; letters by customer name."""
    run = Run()
    last_days = _LastDays(facts, calendar)
    for key, parts, promises in _accounts(facts):
        account = _Account(facts, facts.debtors[key[0]], key[1], run)
        account.decide(parts, promises, last_days)
    run.letters.sort(key=lambda letter: (letter.customer, letter.customer_id, letter.currency))
    return run


def not_written_to(facts: RunFacts, debtor: Debtor) -> Problem | None:
    """Why a customer is not written to at all; None where nothing speaks against it."""
    if debtor.insolvent:
        return Problem("dunning.insolvent", {"since": debtor.insolvent_since})
    if debtor.handed_to and (debtor.handed_on is None or debtor.handed_on <= facts.as_of):
        params = {"to": said(f"handed_to.{debtor.handed_to}"), "on": debtor.handed_on}
        return Problem("dunning.handed_over", params)
    if debtor.id in facts.claimed:
        insurer, on = facts.claimed[debtor.id]
        return Problem("dunning.with_insurer", {"insurer": insurer, "on": on})
    if debtor.block:
        return Problem("dunning.blocked", {"reason": debtor.block})
    if debtor.grace_until is not None and debtor.grace_until >= facts.as_of:
        return Problem("dunning.grace", {"until": debtor.grace_until})
    return None


def said(code: str) -> tuple[str, dict[str, object]]:
    """A parameter that is itself worded."""
    return code, {}


def suggests_write_off(policy: DunningPolicy) -> bool:
    """Whether the end of the ladder suggests to write off what is left (DN32)."""
    return bool(policy.steps) and policy.steps[-1].write_off


def in_currency(minor: int, source: str, target: str, base: str, rates: Mapping[str, Decimal]) -> int | None:
    """An amount in another currency by way of the base, rounded half up once; None without a rate (DN23)."""
    if source == target or not minor:
        return minor
    worth = Decimal(1) if source == base else rates.get(source)
    price = Decimal(1) if target == base else rates.get(target)
    if not worth or not price:
        return None
    return round_minor((to_major(minor, source) * worth / price).scaleb(exponent(target)))


def standings(facts: RunFacts) -> dict[PartKey, Standing]:
    """What may be asked for each part now, whatever its step: for the look before sending."""
    found: dict[PartKey, Standing] = {}
    for key, parts, promises in _accounts(facts):
        reason = not_written_to(facts, facts.debtors[key[0]])
        claims = Claims(facts, parts, promises)
        rests = {(part.document_id, part.instalment_id): (part, claims.rest(part)) for part in parts}
        asked = [(part.due_date, rest.left) for part, rest in rests.values()]
        credit = _Credit(facts, key, asked)
        for part_key, (part, rest) in rests.items():
            why = reason or credit.settles(part.due_date) or _exempt(facts, part)
            if why is not None:
                found[part_key] = Standing(0, 0, (why,))
            else:
                found[part_key] = Standing(rest.left, rest.disputed, tuple(one.reason for one in rest.taken))
    return found


def _accounts(
    facts: RunFacts,
) -> Iterator[tuple[AccountKey, list[DuePart], list[RunningPromise]]]:
    """Parts by customer and currency, oldest due first, with the promises that stand for them."""
    accounts: dict[AccountKey, list[DuePart]] = defaultdict(list)
    for part in facts.parts:
        accounts[part.customer_id, part.currency].append(part)
    promises: dict[AccountKey, list[RunningPromise]] = defaultdict(list)
    for promise in facts.promises:
        promises[promise.customer_id, promise.currency].append(promise)
    for key, parts in accounts.items():
        if len(parts) > 1:
            parts.sort(key=_age)
        yield key, parts, promises.get(key, [])


def _age(part: DuePart) -> tuple[date, date, int, int]:
    return part.due_date, part.doc_date, part.document_id, part.instalment_id or 0


def _exempt(facts: RunFacts, part: DuePart) -> Problem | None:
    """Why one invoice is not written about, by its own mark."""
    if part.block:
        return Problem("dunning.document_blocked", {"reason": part.block})
    if part.grace_until is not None and part.grace_until >= facts.as_of:
        return Problem("dunning.document_grace", {"until": part.grace_until})
    return None


class _Credit:
    """What a customer has on account with us, against all that might be asked of it, by due date.

    It settles what is overdue first: money we hold already is not asked for again.
    """

    def __init__(self, facts: RunFacts, key: AccountKey, asked: Iterable[tuple[date, int]]) -> None:
        self.amount = facts.on_account.get(key, 0)
        self._as_of = facts.as_of
        self._currency = key[1]
        self._whole = self._overdue = 0
        for due, left in asked if self.amount > 0 else ():
            self._whole += left
            self._overdue += left if due < facts.as_of else 0

    def settles(self, due: date) -> Problem | None:
        """Why a part due on that day is not asked for; None where the credit does not reach."""
        asked = self._overdue if due < self._as_of else self._whole
        if not self.amount >= asked > 0:
            return None
        params = {"credit": self.amount, "overdue": asked, "currency": self._currency}
        return Problem("dunning.net_credit", params)


class _LastDays:
    """The last day of payment by the working days a step gives: the same for every letter of the run."""

    def __init__(self, facts: RunFacts, calendar: WorkingDays) -> None:
        self._facts = facts
        self._calendar = calendar
        self._known: dict[int, date | None] = {}

    def __call__(self, days: int) -> date | None:
        if days not in self._known:
            self._known[days] = pay_by(self._facts.as_of, days, self._calendar, self._facts.country)
        return self._known[days]


class _Account:
    """One customer in one currency: its parts become lines of one letter, or reasons."""

    def __init__(self, facts: RunFacts, debtor: Debtor, currency: str, run: Run) -> None:
        self._facts = facts
        self._debtor = debtor
        self._currency = currency
        self._run = run
        self._chosen: dict[str, tuple[PolicyChoice, DunningPolicy | None]] = {}
        self._written: date | None = None
        """When we last wrote about any of its open invoices."""

    def decide(self, parts: list[DuePart], promises: Iterable[RunningPromise], last_days: _LastDays) -> None:
        """Add the account's letter and its reasons to the run."""
        reason = not_written_to(self._facts, self._debtor)
        if reason is not None:
            self._pass_over(sum(part.open for part in parts), reason)
            return
        lines, chaseable = self._lines(parts, Claims(self._facts, parts, promises))
        credit = _Credit(self._facts, (self._debtor.id, self._currency), chaseable)
        lines = self._above_minimum(self._without_barred(self._without_ahead(self._unpaid(lines, credit))))
        if lines:
            self._run.letters.append(self._letter(lines, credit.amount, last_days))

    def _unpaid(self, lines: list[_Ripe], credit: _Credit) -> list[_Ripe]:
        """Lines that what the customer has on account does not settle."""
        asked = []
        for ripe in lines:
            reason = credit.settles(ripe.line.due_date) if credit.amount else None
            if reason is None:
                asked.append(ripe)
            else:
                self._pass_over(ripe.line.amount, reason, ripe.line, ripe.line.level)
        return asked

    def _lines(self, parts: Iterable[DuePart], claims: Claims) -> tuple[list[_Ripe], list[tuple[date, int]]]:
        """Lines ripe for their next step, and all that might be chased of the account, by due date."""
        lines: list[_Ripe] = []
        chaseable: list[tuple[date, int]] = []
        claimed = bool(claims)
        if self._facts.reminded:
            keys = ((part.document_id, part.instalment_id) for part in parts)
            known = (self._facts.reminded[key].on for key in keys if key in self._facts.reminded)
            self._written = max(known, default=None)
        for part in parts:
            rest = claims.rest(part) if claimed else Rest(part.open)
            for taken in rest.taken:
                self._pass_over(taken.amount, taken.reason, part)
            if rest.left > 0:
                chaseable.append((part.due_date, rest.left))
                found = self._ripe(part, rest)
                if isinstance(found, Problem):
                    self._pass_over(rest.left, found, part)
                else:
                    lines.append(found)
        return lines, chaseable

    def _pass_over(
        self, amount: int, reason: Problem, of: DuePart | ProposedLine | None = None, level: int = 0
    ) -> None:
        debtor = self._debtor
        if of is None:
            item = SkippedItem(
                debtor.id, debtor.name, self._currency, amount, reason, customer_en=debtor.name_en
            )
        else:
            item = SkippedItem(
                debtor.id,
                debtor.name,
                self._currency,
                amount,
                reason,
                of.document_id,
                of.instalment_id,
                of.number,
                of.due_date,
                level,
                debtor.name_en,
            )
        self._run.skipped.append(item)

    def _drop(self, lines: Iterable[_Ripe], code: str, **params: object) -> None:
        reason = Problem(code, {**params, "currency": self._currency})
        for ripe in lines:
            self._pass_over(ripe.line.amount, reason, ripe.line, ripe.line.level)

    # -- one invoice

    def _ripe(self, part: DuePart, rest: Rest) -> _Ripe | Problem:
        """The line of a part at its next step, or why it is not to be written about today."""
        facts = self._facts
        exempt = _exempt(facts, part)
        if exempt is not None:
            return exempt
        choice, policy = self._chosen.get(part.policy) or self._choose(part.policy)
        if policy is None:
            return Problem("dunning.policy_missing", {"policy": choice.code})
        if not policy.steps:
            return Problem("dunning.no_policy", {"policy": choice.code, "source": choice.source.value})
        last = facts.reminded.get((part.document_id, part.instalment_id))
        step = self._step(policy, part, last)
        if isinstance(step, Problem):
            return step
        return _Ripe(self._line(part, rest, step, policy, last), step, policy)

    def _choose(self, own: str) -> tuple[PolicyChoice, DunningPolicy | None]:
        """The policy of invoices whose own choice is ``own``."""
        facts = self._facts
        choice = policy_choice(own, self._debtor.policy, facts.company_policy, facts.country)
        self._chosen[own] = choice, facts.policies.get(choice.code)
        return self._chosen[own]

    def _step(self, policy: DunningPolicy, part: DuePart, last: Reminded | None) -> DunningStep | Problem:
        as_of = self._facts.as_of
        step = next_step(policy, last.level if last else 0, part.due_date, as_of)
        if step is None:
            params = {"level": policy.steps[-1].level, "write_off": suggests_write_off(policy)}
            return Problem("dunning.ladder_done", params | {"on": last.on if last else None})
        if last is not None and last.by_hand:
            return step
        start = ripe_on(step, part.due_date, last.on if last else None)
        if start > as_of:
            return Problem("dunning.not_yet", {"level": step.level, "on": start, "due": part.due_date})
        before = last.on if last is not None else None
        if step.trigger is Trigger.BEFORE_DUE:
            before = max(filter(None, (before, self._written)), default=None)
        if before is not None and not gap_kept(before, as_of, policy.gap_days):
            on = before + timedelta(days=max(policy.gap_days, 1))
            return Problem("dunning.too_soon", {"level": step.level, "on": on, "last": before})
        return step

    def _line(
        self, part: DuePart, rest: Rest, step: DunningStep, policy: DunningPolicy, last: Reminded | None
    ) -> ProposedLine:
        return ProposedLine(
            part.document_id,
            part.instalment_id,
            part.number,
            part.doc_date,
            part.due_date,
            (self._facts.as_of - part.due_date).days,
            step.level,
            rest.left,
            rest.disputed,
            rest.held,
            policy.code,
            last,
        )

    # -- the letter

    def _without_ahead(self, lines: list[_Ripe]) -> list[_Ripe]:
        """What is not yet due is not mixed into a letter about what is overdue."""
        ahead = [ripe for ripe in lines if ripe.step.trigger is Trigger.BEFORE_DUE]
        if len(ahead) in {0, len(lines)}:
            return lines
        self._drop(ahead, "dunning.overdue_first")
        return [ripe for ripe in lines if ripe.step.trigger is not Trigger.BEFORE_DUE]

    def _without_barred(self, lines: list[_Ripe]) -> list[_Ripe]:
        """A claim past its limitation is only asked to be acknowledged, in a letter of its own."""
        barred = self._facts.barred
        past = [ripe for ripe in lines if ripe.line.document_id in barred] if barred else []
        if len(past) in {0, len(lines)}:
            return lines
        self._drop(past, "dunning.time_barred")
        return [ripe for ripe in lines if ripe.line.document_id not in barred]

    def _above_minimum(self, lines: list[_Ripe]) -> list[_Ripe]:
        """Lines whose letter reaches the minimum of its step; the highest step gives way first."""
        while lines:
            top = max(lines, key=lambda ripe: ripe.line.level)
            total = sum(ripe.line.amount for ripe in lines)
            least = self._turned(top.step.minimum, top.step.minimum_currency or self._facts.base)
            if least is None or total >= least:
                return lines
            level = top.line.level
            low = [ripe for ripe in lines if ripe.line.level == level]
            self._drop(low, "dunning.below_minimum", amount=total, minimum=least, level=level)
            lines = [ripe for ripe in lines if ripe.line.level != level]
        return lines

    def _turned(self, minor: int, currency: str) -> int | None:
        return in_currency(minor, currency, self._currency, self._facts.base, self._facts.rates)

    def _letter(self, lines: list[_Ripe], credit: int, last_days: _LastDays) -> ProposedLetter:
        debtor, facts = self._debtor, self._facts
        top = max(lines, key=lambda ripe: ripe.line.level)
        step = top.step
        barred = lines[0].line.document_id in facts.barred
        fee = 0 if barred else self._turned(step.fee, step.fee_currency or self._currency)
        params = {"currency": step.fee_currency, "other": self._currency}
        lacking = () if fee is not None else (_warning("dunning.fee_without_rate", params),)
        sent = [ripe.line.last for ripe in lines if ripe.line.last is not None]
        unreachable = step.channel is Channel.EMAIL and not debtor.email
        return ProposedLetter(
            customer_id=debtor.id,
            customer=debtor.name,
            currency=self._currency,
            policy=top.policy.code,
            level=step.level,
            step=step,
            channel=Channel.LETTER if unreachable else step.channel,
            template=ACKNOWLEDGEMENT if barred else step.template,
            language=debtor.language or "zh",
            lines=tuple(ripe.line for ripe in lines),
            total=sum(ripe.line.amount for ripe in lines),
            pay_by=last_days(step.pay_by_days),
            last_sent=max(sent, key=lambda last: (last.on, last.level), default=None),
            fee=fee or 0,
            on_account=credit,
            stop_shipment=step.stop_shipment and not barred,
            hand_over="" if barred else step.hand_over,
            customer_code=debtor.code,
            customer_en=debtor.name_en,
            warnings=lacking,
        )


def _warning(code: str, params: Mapping[str, object]) -> Problem:
    return Problem(code, params, Severity.WARNING)
