"""The coverage gap as parts of one bar: what is insured, then each reason why something is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.cover import Gap
from app.domain.money import exponent
from app.ui.widgets.cover_bar import Part
from app.words import say

if TYPE_CHECKING:
    from app.ui.formats import Formats
    from app.ui.pages.insurance.overview.reading import Overview

MOST = 6
"""So many reasons stand by themselves; the smaller ones are summed."""
_ROLES = {
    Gap.OVER_LIMIT: "status.warn.fill",
    Gap.NO_LIMIT: "status.danger.fill",
    Gap.LIMIT_WITHDRAWN: "status.danger.fill",
    Gap.LIMIT_DECLINED: "status.danger.fill",
    Gap.LIMIT_EXPIRED: "status.danger.fill",
    Gap.AFTER_STOP: "status.danger.fill",
    Gap.NOTIFIED_LATE: "status.danger.fill",
    Gap.DISPUTED: "chart.secondary",
    Gap.VAT: "chart.muted",
    Gap.SET_OFF: "chart.muted",
    Gap.NO_POLICY: "status.neutral.fill",
    Gap.OUTSIDE_PERIOD: "status.neutral.fill",
}


def in_whole(found: Overview) -> bool:
    """Whether every part of the gap is a whole amount: else all are written with their decimals."""
    unit = 10 ** exponent(found.book.base)
    return all(one.amount % unit == 0 for one in found.book.gaps())


def gap_parts(found: Overview, formats: Formats, inside: str, other: str) -> list[Part]:
    """Insured first, then the reasons, the greatest first; what is on account, no debt, comes last.

    Together they are all that is open.
    """
    book = found.book
    gaps = [one for one in book.gaps() if one.gap is not Gap.SET_OFF]

    whole = in_whole(found)

    def written(minor: int) -> str:
        return formats.whole(minor, book.base) if whole else formats.amount(minor, book.base)

    parts = [Part("", inside, written(book.insured), book.insured, "chart.primary", inside=inside)]
    shown, rest = (gaps, []) if len(gaps) <= MOST else (gaps[: MOST - 1], gaps[MOST - 1 :])
    for one in shown:
        names = {book.names.get(item.cover.item.customer_id, "") for item in one.items}
        name = say(f"cover_gap.{one.gap}", formats.lang)
        if len(names) == 1 and one.gap is not Gap.VAT:
            who = next(iter(one.items)).cover.item.customer_id
            called = formats.name(*found.called.get(who, (next(iter(names)), "")))
            name = f"{name}（{called}）" if formats.lang == "zh" else f"{name} ({called})"
        role = _ROLES.get(one.gap, "status.info.fill")
        parts.append(Part(one.gap.value, name, written(one.amount), one.amount, role))
    if rest:
        amount = sum(one.amount for one in rest)
        parts.append(Part("", f"{other} ({len(rest)})", written(amount), amount, "chart.muted"))
    if book.set_off:
        name, role = say(f"cover_gap.{Gap.SET_OFF}", formats.lang), _ROLES[Gap.SET_OFF]
        parts.append(Part(Gap.SET_OFF.value, name, written(book.set_off), book.set_off, role))
    return parts
