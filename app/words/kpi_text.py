"""Key figures as they read: values by their unit, explanations, names of periods; one way for all outputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.words import say
from app.words.alert_text import fact_sentence
from app.words.formats import DASH, MINUS, ratio

_ZH_QUARTERS = "一二三四"
_EN_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_SMALL = Decimal("0.01")
"""A share below 1 % has two places: bad debts are held against a target of 1 %."""
_PLACES = {"days": 1, "times": 2, "count": 0, "points": 0, "money": 0}


def number_text(value: Decimal, places: int) -> str:
    """A number rounded half up with thousands separators and a true minus."""
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,f}"
    return MINUS + text if rounded < 0 else text


def value_text(value: Decimal | None, unit: str, lang: str) -> str:
    """A figure with its unit: 65.3 天, 33.0%, 4.12 ×, 1,396,370; "–" where there is none."""
    if value is None:
        return DASH
    if unit == "share":
        return ratio(value, 2 if value and abs(value) < _SMALL else 1)
    if unit == "money":
        return number_text(value, 0)
    return say(f"kpi_unit.{unit}", lang, n=number_text(value, _PLACES[unit]))


def adds_text(value: Decimal, unit: str, lang: str) -> str:
    """What a row adds to a figure, in the operand's unit."""
    return number_text(value, 1) if unit == "points" else value_text(value, unit, lang)


def row_text(
    kind: str, label: str, day: str, code: str, params: Mapping[str, object], lang: str, *, mixed: bool
) -> str:
    """What a row behind a figure is, beside its customer; its kind only where there are several."""
    named = say(f"kpi_row_kind.{kind}", lang) if mixed and kind != "customer" else ""
    plain = {
        name: number_text(value, 0) if isinstance(value, Decimal) else value for name, value in params.items()
    }
    more = fact_sentence(code, plain, lang) if code else ""
    return " · ".join(filter(None, (named, label, day, more)))


def bound_text(value: Decimal, bound: str, unit: str, lang: str) -> str:
    """A target: ≤ 75 天, < 1%, ≥ 80%."""
    return f"{bound} {_short(value, unit, lang)}"


def distance_text(by: Decimal, unit: str, lang: str) -> str:
    """How far apart two values of a unit are: 10 天, 6.0 个百分点."""
    if unit == "share":
        return say("kpi_unit.share_points", lang, n=number_text(by * 100, 1))
    return value_text(by, unit, lang)


def state_text(state: str, lang: str, *, known: bool = True) -> str:
    """How a figure stands, mark and word: ● on target; ○ no data where there is a target but no figure."""
    word_of = "unknown" if state == "none" and not known else state
    return f"{say(f'kpi_mark.{state}', lang)} {say(f'kpi_state.{word_of}', lang)}".strip()


def note_text(code: str, params: Mapping[str, object], unit: str, lang: str) -> str:
    """The explanation beside a figure, "" where there is none."""
    if not code:
        return ""
    said: dict[str, object] = {}
    for name, value in params.items():
        if isinstance(value, date):
            said[name] = value.isoformat()
        elif isinstance(value, Decimal):
            said[name] = distance_text(value, unit, lang) if name == "by" else number_text(value, 0)
        else:
            said[name] = value
    customers = params.get("customers")
    if isinstance(customers, Sequence):
        more = params.get("more")
        said["customers"] = say("health_note.list", lang).join(map(str, customers))
        if isinstance(more, int) and more:
            return say(f"{code}_more", lang, **said)
    return say(code, lang, **said)


def period_text(kind: str, name: str, start: date, end: date, lang: str) -> str:
    """What a period is called: 2025 年第四季度, Q4 2025; 2025-10-07 至 2025-12-31."""
    quarter = (start.month - 1) // 3
    return say(
        f"period_name.{kind}",
        lang,
        year=start.year,
        month=start.month if lang == "zh" else _EN_MONTHS[start.month - 1],
        quarter=_ZH_QUARTERS[quarter] if lang == "zh" else quarter + 1,
        start=start.isoformat(),
        end=end.isoformat(),
        name=name,
    )


def period_short(kind: str, start: date, end: date) -> str:
    """A period below a chart: 25Q4, 2025-12, 2025."""
    if kind == "quarter":
        return f"{start:%y}Q{(start.month - 1) // 3 + 1}"
    if kind == "month":
        return f"{start:%Y-%m}"
    return f"{start:%Y}" if kind == "year" else end.isoformat()


def _short(value: Decimal, unit: str, lang: str) -> str:
    """A target without idle zeros."""
    if unit == "share":
        return f"{(value * 100).normalize():f}%"
    plain = f"{value.normalize():,f}" if unit != "money" else number_text(value, 0)
    return plain if unit == "money" else say(f"kpi_unit.{unit}", lang, n=plain)
