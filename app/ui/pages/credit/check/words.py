"""How the order check is said in the window: tones, one sentence why, each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.order_check import Answer, Effect
from app.words.order_text import finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.order_check import Reason

TONES = {Answer.GO.value: "good", Answer.DEPOSIT.value: "warn", Answer.HOLD.value: "danger"}
EFFECT_TONES = {Effect.PASS: "good", Effect.NOTE: "neutral", Effect.DEPOSIT: "warn", Effect.HOLD: "danger"}
_GRAVEST = (Effect.HOLD, Effect.DEPOSIT, Effect.PASS)


def weighed(reasons: Sequence[Reason]) -> list[Reason]:
    """The findings, what decides first."""
    order = [*_GRAVEST, Effect.NOTE]
    return sorted(reasons, key=lambda one: order.index(one.effect))


def because(reasons: Sequence[Reason], lang: str) -> str:
    """The one sentence that decides."""
    first = next(iter(weighed(reasons)), None)
    return finding(first.code, first.params, lang) if first is not None else ""
