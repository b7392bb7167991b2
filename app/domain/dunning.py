"""Reminder policies: a ladder of steps, each with its trigger, channel, template and consequences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import WorkingDays, end_of_month
from app.domain.letter import Channel

NO_REMINDERS = "none"
CHINESE, ENGLISH = "china", "english"


class Trigger(StrEnum):
    """From which day the days of a step are counted."""

    BEFORE_DUE = "before_due"
    DUE = "due"
    END_OF_MONTH = "end_of_month"
    PREVIOUS = "previous"


class Tone(StrEnum):
    """How a letter speaks."""

    COURTESY = "courtesy"
    FRIENDLY = "friendly"
    FIRM = "firm"
    FORMAL = "formal"
    FINAL = "final"


class Treatment(StrEnum):
    """What a letter does about late interest: ask for it, reserve the right to it, or let it go."""

    CLAIM = "claim"
    MENTION = "mention"
    WAIVE = "waive"


class HandOver(StrEnum):
    """To whom a debt goes when we stop writing ourselves."""

    AGENCY = "agency"
    LAWYER = "lawyer"
    INSURER = "insurer"


@dataclass(frozen=True, slots=True)
class DunningStep:
    """One step of a ladder; ``level`` counts from 1, amounts are minor units.

    ``days`` (≥ 0) count by ``trigger``: before the due date, after it, after it and then to the end
    of that month, or after the step before was sent. Below ``minimum`` (of ``minimum_currency``,
    empty: the company's) no letter goes out. ``fee`` is asked once per letter. ``pay_by_days`` are
    working days from the letter to its last day of payment; 0 names none. ``write_off`` suggests
    a write-off once this letter was sent and nothing came; it never writes anything off.
    """

    level: int
    trigger: Trigger
    days: int
    template: str
    channel: Channel = Channel.LETTER
    tone: Tone = Tone.FRIENDLY
    name: Mapping[str, str] = field(default_factory=dict)
    minimum: int = 0
    minimum_currency: str = ""
    fee: int = 0
    fee_currency: str = ""
    treatment: Treatment = Treatment.MENTION
    stop_shipment: bool = False
    hand_over: str = ""
    pay_by_days: int = 0
    write_off: bool = False


@dataclass(frozen=True, slots=True)
class DunningPolicy:
    """A ladder under a code; ``name`` by language (zh, en).

    ``gap_days`` must lie between two letters about the same invoice (day ``gap_days`` itself is
    allowed). ``shipped``: it comes with the program; ``changed``: the company has its own version
    of it. ``note`` says where its figures come from.
    """

    code: str
    name: Mapping[str, str]
    steps: tuple[DunningStep, ...]
    gap_days: int = 0
    note: Mapping[str, str] = field(default_factory=dict)
    shipped: bool = False
    changed: bool = False

    def titled(self, lang: str) -> str:
        """Its name in the language, else in the other one, else its code."""
        return self.name.get(lang) or next(filter(None, self.name.values()), "") or self.code

    def step(self, level: int) -> DunningStep | None:
        """The step of that level."""
        return next((step for step in self.steps if step.level == level), None)


class PolicySource(StrEnum):
    """Where the policy of an invoice was found."""

    DOCUMENT = "document"
    CUSTOMER = "customer"
    COMPANY = "company"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """Which policy holds, and whose choice it was."""

    code: str
    source: PolicySource


def policy_choice(document: str, customer: str, company: str, country: str) -> PolicyChoice:
    """The first code there is: invoice, customer, company; else the shipped ladder of our country."""
    for code, source in (
        (document, PolicySource.DOCUMENT),
        (customer, PolicySource.CUSTOMER),
        (company, PolicySource.COMPANY),
    ):
        if code:
            return PolicyChoice(code, source)
    return PolicyChoice(CHINESE if country == "CN" else ENGLISH, PolicySource.SHIPPED)


def ripe_on(step: DunningStep, due: date, previous: date | None) -> date:
    """The first day of a step; what counts from the letter before counts from the due date without one.

    Rules of OCA's credit control (DN10): due + N, end of the month of due + N, previous + N; and N
    days before the due date (DN34).
    """
    days = timedelta(days=step.days)
    if step.trigger is Trigger.BEFORE_DUE:
        return due - days
    if step.trigger is Trigger.DUE:
        return due + days
    if step.trigger is Trigger.END_OF_MONTH:
        return end_of_month(due + days)
    return (previous or due) + days


def next_step(policy: DunningPolicy, done: int, due: date, as_of: date) -> DunningStep | None:
    """The step after level ``done``; a note before the due date is passed over once that date is past."""
    for step in policy.steps:
        if step.level > done and not (step.trigger is Trigger.BEFORE_DUE and as_of > due):
            return step
    return None


def gap_kept(last: date | None, as_of: date, days: int) -> bool:
    """Whether a letter may follow one sent on ``last``: at least a day, and ``days``, later (DN26, DN30)."""
    return last is None or (as_of - last).days >= max(days, 1)


def pay_by(sent: date, days: int, calendar: WorkingDays, country: str) -> date | None:
    """The working day ``days`` working days after ``sent``; None where a step names none."""
    if days <= 0:
        return None
    day, left = sent, days
    for _ in range(days * 7 + 62):  # a calendar that never answers "working" must not hang a letter
        day += timedelta(days=1)
        left -= calendar.is_working_day(day, country)
        if not left:
            return day
    return sent + timedelta(days=days)
