"""Columns of the predictors and of the grades, and the chart of late rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.chart import BarChart, BarRow
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, count_column, text_column
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.backtest import GradeRate, Measure, Studied
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_WEAK, _FAIR, _GOOD = 0.6, 0.7, 0.8
_PLACES = 3


def share(value: float | None) -> str:
    """A share as it reads."""
    return DASH if value is None else f"{value * 100:.1f}%"


def quality(one: Measure) -> tuple[str, str]:
    """What the area says in a word, and the tone of its chip."""
    auc = one.auc
    if auc is None or auc < _WEAK:
        return "none", "neutral"
    if auc < _FAIR:
        return "weak", "neutral"
    return ("fair", "info") if auc < _GOOD else ("good", "good")


def why_none(one: Measure) -> str:
    """Why a predictor could not be measured."""
    return "backtest.not_known" if not one.known else "backtest.one_kind"


def measure_columns(formats: Formats) -> list[Column[Measure]]:
    """Predictor, invoices it was known for, area with its interval, distance, squared error, in a word."""
    lang = formats.lang

    def title(name: str) -> Callable[[], str]:
        return lambda: say(f"backtest_column.{name}", lang)

    def number(value: float | None) -> Cell:
        return Cell(DASH, tone="tertiary") if value is None else Cell(f"{value:.{_PLACES}f}")

    def interval(one: Measure) -> Cell:
        if one.low is None or one.high is None:
            why = say(why_none(one), lang)
            return Cell(why, tone="tertiary", tip=why)
        return Cell(f"{one.low:.3f} – {one.high:.3f}")

    def brier(one: Measure) -> Cell:
        if one.brier is None or one.base is None:
            return Cell(DASH, tone="tertiary")
        return Cell(f"{one.brier:.3f} ({one.base:.3f})")

    def told(one: Measure) -> Cell:
        if one.auc is None:
            return Cell(DASH, tone="tertiary")
        word, tone = quality(one)
        return Cell(say(f"backtest_quality.{word}", lang), chip=tone)

    right = {"align": Align.RIGHT, "sortable": False}
    return [
        text_column(
            "predictor",
            title("predictor"),
            lambda one: say(f"backtest_predictor.{one.predictor}", lang),
            strong=True,
            width=220,
            min_width=150,
            stretch=1,
            sortable=False,
            fixed=True,
        ),
        count_column("known", title("known"), lambda one: one.known, formats, width=104, sortable=False),
        Column("auc", title("auc"), lambda one: number(one.auc), width=72, min_width=64, **right),  # type: ignore[arg-type]
        Column("interval", title("interval"), interval, width=190, min_width=124, **right),  # type: ignore[arg-type]
        Column("ks", title("ks"), lambda one: number(one.ks), width=72, min_width=64, **right),  # type: ignore[arg-type]
        Column("brier", title("brier"), brier, width=128, min_width=110, drop=1, **right),  # type: ignore[arg-type]
        Column(
            "told", lambda: translate("BacktestPanel", "In a word"), told, width=132, min_width=96,
            sortable=False, drop=2,
        ),
    ]  # fmt: skip


def grade_columns(formats: Formats, currency: str) -> list[Column[GradeRate]]:
    """Grade, invoices, late ones, their share, amounts, mean days late, customers."""
    lang = formats.lang

    def title(name: str) -> Callable[[], str]:
        return lambda: say(f"backtest_column.{name}", lang)

    def grade(one: GradeRate) -> Cell:
        if not one.grade:
            return Cell(say("backtest.no_grade", lang), tone="secondary")
        return Cell(one.grade, chip=f"grade.{one.grade}")

    def rate(one: GradeRate) -> Cell:
        return Cell(share(one.rate), strong=True, tone="tertiary" if one.few else "")

    def days(one: GradeRate) -> Cell:
        return Cell(DASH, tone="tertiary") if one.days is None else Cell(f"{one.days:.1f}")

    return [
        Column("grade", title("grade"), grade, width=92, min_width=76, stretch=1, sortable=False, fixed=True),
        count_column("cases", title("cases"), lambda one: one.cases, formats, width=84, sortable=False),
        count_column("late", title("late"), lambda one: one.late, formats, width=76, sortable=False),
        Column("rate", title("rate"), rate, width=96, min_width=80, align=Align.RIGHT, sortable=False),
        amount_column("amount", title("amount"), lambda one: one.amount, lambda _one: currency, formats,
                      whole=True, sortable=False, width=124, drop=2),
        amount_column("late_amount", title("late_amount"), lambda one: one.late_amount, lambda _one: currency,
                      formats, whole=True, zero_dash=True, sortable=False, width=124, drop=3),
        Column("days", title("days"), days, width=120, min_width=100, align=Align.RIGHT, sortable=False),
        count_column("customers", title("customers"), lambda one: one.customers, formats, width=84,
                     sortable=False, drop=1),
    ]  # fmt: skip


def rate_chart(studied: Studied, lang: str) -> BarChart:
    """The late rate of each grade as a bar, in the grade's colour."""
    rows = tuple(
        BarRow(
            one.grade or say("backtest.no_grade", lang),
            (one.rate or 0.0) * 100,
            (share(one.rate), figure(f"{one.late:,} / {one.cases:,}")),
            f"grade:{one.grade}" if one.grade else "grey",
        )
        for one in studied.grades
    )
    return BarChart(say("backtest_column.rate", lang), rows)
