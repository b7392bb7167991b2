"""What the tabs of insurance say alike: a policy, what is left until a day, and in which tone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.insurance_deadline import Duty
from app.words import say
from app.words.insurance_text import countdown

if TYPE_CHECKING:
    from datetime import date

    from app.domain.policy_period import Policy
    from app.services.duty_views import DutyItem
    from app.ui.formats import Formats

Called = Mapping[int, tuple[str, str]]
"""Customers' own names and their English ones, by id."""
URGENT, SOON = 7, 14
"""Insurance deadlines are red within a week and amber within two: a step earlier than other work."""


def policy_name(policy: Policy) -> str:
    """Insurer and number: 大地 DZ-2025-0417."""
    return f"{policy.record.insurer} {policy.record.number}".strip()


def left_tone(left: int) -> str:
    """The tone of so many days left."""
    if left <= URGENT:
        return "danger"
    return "warn" if left <= SOON else "neutral"


def duty_tone(item: DutyItem, as_of: date) -> str:
    """The tone of a duty; what the insurer owes us is nobody's fault of ours until it is late."""
    left = item.days_left(as_of)
    if item.duty is Duty.ANSWER:
        return "warn" if left < 0 else "info"
    return left_tone(left)


def left_words(day: date, as_of: date, formats: Formats) -> str:
    """剩 6 天, today, or how late."""
    return countdown((day - as_of).days, formats.lang)


def duty_name(item: DutyItem, formats: Formats) -> str:
    """What has to be done: 可损通知."""
    return say(f"duty.{item.duty}", formats.lang)


def whom(item: DutyItem, called: Called | None, formats: Formats) -> str:
    """The buyer a duty is about, by its English name in an English window; "" for none."""
    own, english = (called or {}).get(item.customer_id or 0, (item.customer, ""))
    return formats.name(own, english)
