"""The explanation beside a figure: who is behind it, how long it has been rising, how far its target is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kpi_catalogue import AT_LEAST
from app.domain.money import to_major

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.domain.kpi_catalogue import KpiKind
    from app.services.health_facts import PeriodFacts
    from app.services.health_views import Target

RISING = 3
"""So many periods in a row of getting worse are worth a word."""
_NAMED = 2
Note = tuple[str, "Mapping[str, object]"]
NO_NOTE: Note = ("", {})


def note_of(
    kind: KpiKind,
    facts: PeriodFacts,
    values: Sequence[Decimal | None],
    target: Target | None,
    names: Mapping[str, Sequence[str]],
) -> Note:
    """The one thing worth saying; ``values`` are the trend, this period last; ``names`` who is behind it."""
    if values[-1] is None:
        return NO_NOTE
    own = _of_facts(kind.key, facts, names)
    if own is not NO_NOTE:
        return own
    rising = worse_in_a_row(values, kind.bound)
    if rising >= RISING:
        return ("health_note.fallen" if kind.bound == AT_LEAST else "health_note.risen"), {"n": rising}
    return _beside(values[-1], target, kind.bound)


def worse_in_a_row(values: Sequence[Decimal | None], bound: str) -> int:
    """How many periods in a row, up to the last, each was worse than the one before it."""
    count = 0
    for place in range(len(values) - 1, 0, -1):
        now, before = values[place], values[place - 1]
        if now is None or before is None or not (now < before if bound == AT_LEAST else now > before):
            break
        count += 1
    return count


def _beside(value: Decimal, target: Target | None, bound: str) -> Note:
    """How far beside the target, in the figure's own unit."""
    if target is None:
        return NO_NOTE
    better = value - target.value if bound == AT_LEAST else target.value - value
    if not better:
        return "health_note.on_target", {}
    return ("health_note.better" if better > 0 else "health_note.worse"), {"by": abs(better)}


def _of_facts(key: str, facts: PeriodFacts, names: Mapping[str, Sequence[str]]) -> Note:
    """What the facts of the period say by themselves."""
    behind = list(names.get(key, ()))
    if behind:
        more = max(0, len(behind) - _NAMED)
        return "health_note.customers", {"customers": behind[:_NAMED], "more": more}
    amounts = {name: to_major(one, facts.base) for name, one in _amounts(key, facts).items()}
    said = amounts or _counts(key, facts)
    return (f"health_note.{_SAID_AS.get(key, key)}", said) if said else NO_NOTE


_SAID_AS = {"dispute_share": "disputes", "dispute_days": "disputes"}


def _amounts(key: str, facts: PeriodFacts) -> dict[str, int]:
    """Base minor units."""
    if key == "bad_debt_ratio" and facts.written_off:
        return {"written_off": facts.written_off, "recovered": facts.recovered}
    if key == "insured_share" and facts.insured is not None and facts.insurable > facts.insured:
        return {"gap": facts.insurable - facts.insured}
    return {}


def _counts(key: str, facts: PeriodFacts) -> Mapping[str, object]:
    running = len({one.of.document_id for one in facts.quarrels if one.running})
    if key in _SAID_AS and running:
        return {"n": running}
    if key == "promises_kept":
        return {"kept": facts.kept, "n": len(facts.judged)}
    if key == "hhi":
        return {"n": _effective(facts)}
    if key == "provision_cover" and facts.provision is not None:
        return {"on": facts.provision.as_of}
    return {}


def _effective(facts: PeriodFacts) -> int:
    """How many customers owing alike it comes to."""
    owed = [amount for _, amount in facts.balances if amount > 0]
    squares = sum(amount * amount for amount in owed)
    return (2 * sum(owed) ** 2 + squares) // (2 * squares)
