"""Key figures as the window says them: names, targets, working filled in, the heads of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kpi_period import PeriodKind
from app.ui.pages.health.measures.values import number_text, value_text
from app.words import review_text, say
from app.words.formats import MINUS
from app.words.kpi_text import (
    bound_text,
    note_text,
    period_short,
    period_text,
    state_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kpi_period import Period
    from app.services.health_views import Benchmark, HealthFigure, Operand, Target
    from app.ui.formats import Formats

translate = QCoreApplication.translate
TONES = {"ok": "good", "near": "warn", "miss": "danger"}
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "collection",
        (
            "dso",
            "dso_year",
            "dso_count_back",
            "best_possible_dso",
            "days_delinquent",
            "cei",
            "cei_monthly",
            "turnover",
            "days_late",
            "promises_kept",
        ),
    ),
    (
        "quality",
        (
            "overdue_rate",
            "over_90",
            "dispute_share",
            "dispute_days",
            "bad_debt_ratio",
            "loss_ratio",
            "provision_cover",
        ),
    ),
    (
        "risk",
        (
            "largest",
            "top_five",
            "hhi",
            "above_limit_share",
            "limit_breaches",
            "overrides",
            "reviews_overdue",
        ),
    ),
    ("insurance", ("insured_share",)),
)
"""All figures by what they are about."""
EQUATIONS: dict[str, str] = {
    "dso": "{receivables} ÷ {sales} × {days}",
    "dso_year": "{receivables} ÷ {sales_year} × {days}",
    "best_possible_dso": "{current} ÷ {sales} × {days}",
    "days_delinquent": "{overdue} ÷ {sales} × {days}",
    "cei": "({begin} + {sales} − {end_total}) ÷ ({begin} + {sales} − {end_current})",
    "cei_monthly": (
        "({begin} + {sales} ÷ {months} − {end_total}) ÷ ({begin} + {sales} ÷ {months} − {end_current})"
    ),
    "turnover": "{sales} ÷ (({begin} + {end_total}) ÷ 2)",
    "overdue_rate": "{overdue} ÷ {debits}",
    "over_90": "{over_90} ÷ {debits}",
    "bad_debt_ratio": "({written_off} − {recovered}) ÷ {sales_year}",
    "loss_ratio": "({written_off} − {recovered} − {indemnity}) ÷ {turnover_year}",
    "insured_share": "{insured} ÷ {insurable}",
    "promises_kept": "{kept} ÷ {judged}",
    "dispute_share": "{disputed} ÷ {debits}",
    "dispute_days": "{dispute_days} ÷ {disputes}",
    "days_late": "{late_weighted} ÷ {paid}",
    "largest": "{largest} ÷ {owed}",
    "top_five": "{top_five} ÷ {owed}",
    "above_limit_share": "{above_limit} ÷ {owed}",
    "overrides": "{grade_overrides} + {releases}",
    "provision_cover": "{provision} ÷ {over_90}",
}
"""Formulas that one line of arithmetic says; the operands are put in."""


def figure_name(key: str, lang: str) -> str:
    """What a figure is called."""
    return say(f"kpi.{key}", lang)


def group_name(group: str) -> str:
    """What a group of figures is about."""
    names = {
        "collection": translate("Measures", "Collection"),
        "quality": translate("Measures", "Quality of receivables"),
        "risk": translate("Measures", "Risk and limits"),
        "insurance": translate("Measures", "Insurance"),
    }
    return names[group]


def period_name(period: Period, lang: str) -> str:
    """What a period is called."""
    return period_text(period.kind.value, period.name, period.start, period.end, lang)


def places(periods: Sequence[Period]) -> tuple[str, ...]:
    """Periods below a chart: 24Q1, Q2 …; 25/12; 2025."""
    found = []
    for place, one in enumerate(periods):
        if one.kind is PeriodKind.QUARTER:
            found.append(review_text.quarter_short(one.name, first=place == 0))
        elif one.kind is PeriodKind.MONTH:
            found.append(f"{one.start:%y}/{one.start.month}" if place == 0 or one.start.month == 1
                         else str(one.start.month))  # fmt: skip
        elif one.kind is PeriodKind.SPAN:
            found.append(f"{one.end:%y-%m-%d}")
        else:
            found.append(period_short(one.kind.value, one.start, one.end))
    return tuple(found)


def period_head(period: Period) -> str:
    """A period above a column: 25Q4, 2025-12, 2025."""
    return period_short(period.kind.value, period.start, period.end)


def column_names(kind: PeriodKind) -> tuple[str, str]:
    """The heads of this period and the one before it."""
    names = {
        PeriodKind.MONTH: (translate("Measures", "This month"), translate("Measures", "Last month")),
        PeriodKind.QUARTER: (translate("Measures", "This quarter"), translate("Measures", "Last quarter")),
        PeriodKind.YEAR: (translate("Measures", "This year"), translate("Measures", "Last year")),
        PeriodKind.SPAN: (translate("Measures", "This period"), translate("Measures", "Before")),
    }
    return names[kind]


def said_value(one: HealthFigure, lang: str) -> str:
    """A figure's value."""
    return value_text(one.value, one.unit, lang)


def said_target(target: Target | None, bound: str, unit: str, lang: str) -> str:
    """A target with its bound, "" without one."""
    return "" if target is None else bound_text(target.value, bound, unit, lang)


def said_state(one: HealthFigure, lang: str) -> str:
    """The mark and the word: ● on target."""
    return state_text(one.state, lang, known=one.value is not None or one.target is None)


def said_why(one: HealthFigure, lang: str) -> str:
    """Why there is no figure, "" where there is one."""
    return say(one.why, lang, **one.why_params) if one.why else ""


def explanation(one: HealthFigure, lang: str) -> str:
    """The explanation beside a figure, or why there is none."""
    return said_why(one, lang) or note_text(one.note, one.note_params, one.unit, lang)


def said_operand(operand: Operand, lang: str) -> str:
    """An operand's value with its unit; whole days without places."""
    value = operand.value
    if operand.unit == "days" and value is not None and value == value.to_integral_value():
        return say("kpi_unit.days", lang, n=number_text(value, 0))
    return value_text(value, operand.unit, lang)


def equation(one: HealthFigure, lang: str) -> str:
    """The formula with its operands put in, "" where no single line says it."""
    form = EQUATIONS.get(one.key)
    if form is None or one.value is None:
        return ""
    told = {each.name: _bare(each, lang) for each in one.operands}
    return f"{form.format(**told)} = {said_value(one, lang)}"


def _bare(operand: Operand, lang: str) -> str:
    """A number within arithmetic: what is counted goes without saying."""
    whole = operand.unit in {"days", "count"}
    text = value_text(operand.value, "count" if whole else operand.unit, lang)
    return f"({text})" if text.startswith(MINUS) else text


def said_source(benchmark: Benchmark, formats: Formats) -> str:
    """Who published a benchmark, and for when."""
    on = formats.day(benchmark.on) if benchmark.on is not None else ""
    return " · ".join(filter(None, (benchmark.source, on)))


def measured(benchmark: Benchmark, lang: str) -> str:
    """What a benchmark measures."""
    return say(f"benchmark.{benchmark.code or 'typed'}", lang)
