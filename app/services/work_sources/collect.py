"""Who to write to or call today: the reminder steps that are due, one line per customer and currency.

Ranked by amount × days late × (1 + broken promises); see ``work.collect.rule``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.money import Money
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.domain.dunning_run import DunningProposal, ProposedLetter
    from app.services.work_sources.rows import Name, WorkReader

KIND = "collect"
_CHANNELS = frozenset({"letter", "email", "message", "call"})


class Reminders(Protocol):
    """What this source needs of the reminder service."""

    def preview(self, as_of: date) -> DunningProposal:
        """The run of a day as it would be made."""


class CollectSource:
    """Items from the run that would be made today."""

    def __init__(
        self,
        reminders: Callable[[], Reminders],
        broken: Callable[[date], Sequence[int]],
        reader: WorkReader,
    ) -> None:
        self._reminders = reminders
        self._broken = broken
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """One per proposed letter; ``broken`` gives the customer of each promise not kept."""
        letters = self._reminders().preview(as_of).letters
        if not letters:
            return
        broken = Counter(self._broken(as_of))
        names = self._reader.names({letter.customer_id for letter in letters})
        for letter in letters:
            yield _item(letter, as_of, broken[letter.customer_id], names.get(letter.customer_id))


def _item(letter: ProposedLetter, as_of: date, broken: int, name: Name | None) -> WorkItem:
    late = max((line.days_late for line in letter.lines), default=0)
    reason, params = _reason(letter, late, broken)
    channel = letter.channel if letter.channel in _CHANNELS else "letter"
    action = "note" if late <= 0 and channel != "call" else channel
    return WorkItem(
        key=f"{KIND}:{letter.customer_id}:{letter.currency}:{letter.level}:{_since(letter)}",
        kind=KIND,
        due=as_of,
        reason=reason,
        params={**params, "level": letter.level},
        action=action,
        target={"customer_id": letter.customer_id, "currency": letter.currency, "level": letter.level},
        customer_id=letter.customer_id,
        customer=name.zh if name else letter.customer,
        customer_en=name.en if name else "",
        amount=Money(letter.total, letter.currency),
        weight=max(late, 1) * (1 + broken),
    )


def _since(letter: ProposedLetter) -> str:
    """What makes the same step of the same customer another one: the letter before it."""
    return letter.last_sent.on.isoformat() if letter.last_sent else ""


def _reason(letter: ProposedLetter, late: int, broken: int) -> tuple[str, dict[str, object]]:
    count = len(letter.lines)
    if late <= 0:
        return "work.collect.ahead", {"n": count}
    if letter.last_sent is None:
        return "work.collect.first", {"days": late, "n": count}
    before: dict[str, object] = {"days": late, "level": letter.last_sent.level}
    if broken:
        return "work.collect.broken", {**before, "n": broken}
    return "work.collect.again", {**before, "on": letter.last_sent.on}
