"""The reminders of the last weeks: a run every week by the shipped ladders, each letter with its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.document import DocumentKind
from app.domain.letter import Channel, DunningRun, Letter, LetterLine, LetterState
from app.services.sample.account import Account, Part, Post
from app.services.sample.habits import working_day

RUNS = 7
HANDED_OVER = {"C1006": ("lawyer", 12)}
"""Code → to whom, and how many days before the as-of day."""
_LATELY = frozenset({"C1011", "C1036", "C2006"})
"""Left out of the last two runs, so that something is due on the as-of day."""
# level, days from the due date, template, channel
_LADDERS = {
    "china": (
        (1, -5, "before_due", Channel.MESSAGE),
        (2, 3, "reminder", Channel.EMAIL),
        (3, 15, "second", Channel.EMAIL),
        (4, 30, "formal", Channel.LETTER),
        (5, 45, "final", Channel.LETTER),
        (6, 75, "hand_over", Channel.LETTER),
    ),
    "english": (
        (1, -3, "before_due", Channel.EMAIL),
        (2, 1, "reminder", Channel.EMAIL),
        (3, 7, "second", Channel.EMAIL),
        (4, 14, "formal", Channel.LETTER),
        (5, 30, "final", Channel.LETTER),
        (6, 60, "hand_over", Channel.LETTER),
    ),
}
_GAP_DAYS = 7
_WITH_PROOF = 4
_INSOLVENT_DAYS = 82


@dataclass
class Reminders:
    """Rows of the runs; letters and lines are numbered from 1."""

    runs: list[DunningRun] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    lines: list[LetterLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Due:
    """A debit (or a part of one) that a run looks at."""

    post: Post
    part: Part | None
    due: date
    open: int
    disputed: int


def remind(accounts: Iterable[tuple[int, Account]], as_of: date) -> Reminders:
    """The runs of seven weeks, the last one yesterday."""
    made = Reminders()
    done: dict[tuple[int, int], tuple[int, date]] = {}
    people = list(accounts)
    for back in range(RUNS - 1, -1, -1):
        day = as_of - timedelta(1 + 7 * back)
        before = len(made.letters)
        for customer_id, account in people:
            skipped = account.profile.code in _LATELY and back < 2  # noqa: PLR2004 - the last two
            if not skipped and _written_to(account, day, as_of):
                _write(made, customer_id, account, day, done)
        made.runs.append(DunningRun(day, letters=len(made.letters) - before))
    return made


def _written_to(account: Account, day: date, as_of: date) -> bool:
    if account.profile.habit == "bankrupt":
        return (as_of - day).days > _INSOLVENT_DAYS
    handed = HANDED_OVER.get(account.profile.code)
    return handed is None or (as_of - day).days > handed[1]


def _write(
    made: Reminders,
    customer_id: int,
    account: Account,
    day: date,
    done: dict[tuple[int, int], tuple[int, date]],
) -> None:
    """One letter to the customer, if any of its debits is ripe for its next step."""
    policy = "china" if account.profile.country == "CN" else "english"
    ripe = []
    for one in _due(account, day):
        key = (one.post.id, one.part.id if one.part else 0)
        level, last = done.get(key, (0, None))
        step = _next(policy, level, last, one.due, day)
        if step is not None:
            ripe.append((one, step))
            done[key] = (step[0], day)
    if not ripe:
        return
    top = max((step for _, step in ripe), key=lambda step: step[0])
    letter_id = len(made.letters) + 1
    made.letters.append(_letter(letter_id, customer_id, account, day, top, sum(o.open for o, _ in ripe)))
    for one, step in ripe:
        part = one.part.id if one.part else None
        made.lines.append(LetterLine(letter_id, one.post.id, step[0], one.due, one.open, part, one.disputed))


_Step = tuple[int, int, str, Channel]


def _next(policy: str, level: int, last: date | None, due: date, day: date) -> _Step | None:
    for step in _LADDERS[policy]:
        if step[0] > level and not (step[1] < 0 and day > due):
            ripe = due + timedelta(step[1]) <= day
            rested = last is None or (day - last).days >= _GAP_DAYS
            return step if ripe and rested else None
    return None


def _letter(
    letter_id: int, customer_id: int, account: Account, day: date, step: _Step, amount: int
) -> Letter:
    level, _, template, channel = step
    proof = channel is Channel.LETTER and level >= _WITH_PROOF
    profile = account.profile
    return Letter(
        customer_id,
        profile.currency,
        f"CK{day:%y%m%d}-{letter_id:03d}",
        template,
        profile.language,
        channel,
        day,
        policy="china" if profile.country == "CN" else "english",
        level=level,
        state=LetterState.SENT,
        pay_by=working_day(day + timedelta(9)) if level > 1 else None,
        amount=amount,
        treatment="waive" if level < 3 else "mention",  # noqa: PLR2004 - as the ladders say
        sent_on=day,
        proof=f"EMS 1{letter_id:07d}00CN" if proof else "",
        delivered_on=day + timedelta(3) if proof and letter_id % 3 else None,
        id=letter_id,
    )


def _due(account: Account, day: date) -> Iterator[_Due]:
    """What of the customer was open on the day, neither promised then nor in a plan."""
    planned = {
        id(post)
        for plan in account.agreements
        if plan.agreed <= day and "plan_broken" not in account.profile.incidents
        for post, _, _ in plan.items
    }
    promised = {
        id(word.post)
        for word in account.words
        if word.made <= day <= word.due and (word.closed is None or word.closed > day)
    }
    for post in account.posts:
        if post.kind is not DocumentKind.INVOICE or post.on > day or post.dunning_block:
            continue
        if id(post) in planned or id(post) in promised:
            continue
        yield from _parts(account, post, day)


def _parts(account: Account, post: Post, day: date) -> Iterator[_Due]:
    paid: dict[int, int] = {}
    for match in account.matches:
        if match.debit is post and match.on <= day:
            key = id(match.part)
            paid[key] = paid.get(key, 0) + match.amount
    disputed = 0
    for one in account.objections:
        if one.post is post and one.opened <= day and (one.closed is None or one.closed > day):
            disputed = post.amount if one.amount is None else one.amount
    pieces: list[Part | None] = [*post.parts] or [None]
    for part in pieces:
        due = post.due or post.on if part is None else part.due
        left = (post.amount if part is None else part.amount) - paid.get(id(part), 0)
        if left > disputed:
            yield _Due(post, part, due, left - disputed, disputed)
