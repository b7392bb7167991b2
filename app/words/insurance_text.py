"""Insurance deadlines as sentences: the arithmetic of a day, and what is to be done by it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.words import say
from app.words.formats import day_in_sentence


def reckoned(
    anchor: str, start: date, days: int, months: int, basis: str, day: date, clause: str, lang: str
) -> str:
    """How a day was reckoned: ``原到期日 11 月 30 日 + 30 天 = 12 月 30 日（保单第 8 条）``."""
    whence = f"{say(f'period_anchor.{anchor}', lang)} {day_in_sentence(start, lang)}".strip()
    where = say("duty.clause", lang, clause=clause) if clause else ""
    if not days and not months:
        return f"{whence}{where}"
    span = []
    if months:
        span.append(say("duty.months", lang, n=months))
    if days:
        span.append(say(f"duty.days.{basis}", lang, n=days))
    return f"{whence} + {' + '.join(span)} = {day_in_sentence(day, lang)}{where}"


def set_off_part(kind: str, number: str, on: date, amount: str, invoice: str, lang: str) -> str:
    """What comes off an invoice by which credit: ``收款 R-7（2025年9月1日）¥300.00 冲抵发票 A-1``."""
    what = " ".join(filter(None, (say(f"kind.{kind}", lang), number)))
    return say("set_off.part", lang, what=what, day=day_in_sentence(on, lang), amount=amount, invoice=invoice)


def joined(parts: Iterable[str], lang: str, most: int) -> str:
    """So many of them as one line, and how many more there are."""
    told = list(parts)
    more = [say("set_off.more", lang, n=len(told) - most)] if len(told) > most else []
    return ("；" if lang == "zh" else "; ").join([*told[:most], *more])


def countdown(left: int, lang: str) -> str:
    """Days left until a day: 剩 6 天, today, or how long ago it passed."""
    if left == 0:
        return say("duty.today", lang)
    return say("duty.left" if left > 0 else "duty.passed", lang, n=abs(left))
