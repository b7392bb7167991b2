"""Columns of the reviews that are due, and which of them belong together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.review import ReviewReason
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.words import say
from app.words.alert_text import review_sentence
from app.words.formats import countdown

if TYPE_CHECKING:
    from datetime import date

    from app.services.watch_views import ReviewView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
OVERDUE, DUE, COMING, NEVER, ALL = "overdue", "due", "coming", "never", "all"
WEEK = 7


def scope_of(view: ReviewView, today: date) -> str:
    """Whether a review is overdue, due within a week, to come, or the first that was ever made."""
    if view.due.reason is ReviewReason.NEVER:
        return NEVER
    if view.due.due_on < today:
        return OVERDUE
    return DUE if view.due.due_on <= today + timedelta(WEEK) else COMING


def left_words(view: ReviewView, today: date, lang: str) -> tuple[str, str]:
    """How late or how far off, and its tone."""
    days = (view.due.due_on - today).days
    tone = "danger" if days <= 0 else "warn" if days <= WEEK else "neutral"
    return countdown(days, lang), tone


def why(view: ReviewView, lang: str) -> str:
    """Why the review is due."""
    return review_sentence(view.due.reason.value, view.due.params, lang)


def review_columns(formats: Formats, today: date) -> list[Column[ReviewView]]:
    """Day, how far off, customer with its grade, and why."""
    return [
        day_column("due", lambda: translate("ReviewsPanel", "Due"), lambda view: view.due.due_on, formats),
        _left(formats, today),
        text_column(
            "customer",
            lambda: translate("ReviewsPanel", "Customer"),
            lambda view: formats.name(view.customer.name, view.customer.name_en),
            strong=True,
            width=200,
            min_width=120,
            stretch=1,
            fixed=True,
        ),
        _grade(),
        text_column(
            "reason",
            lambda: translate("ReviewsPanel", "By"),
            lambda view: say(f"review_reason.{view.due.reason.value}", formats.lang),
            width=130,
            min_width=90,
            drop=1,
        ),
        text_column(
            "why",
            lambda: translate("ReviewsPanel", "Why"),
            lambda view: why(view, formats.lang),
            width=340,
            min_width=180,
            stretch=3,
            sortable=False,
        ),
    ]


def _left(formats: Formats, today: date) -> Column[ReviewView]:
    def cell(view: ReviewView) -> Cell:
        if view.put_off is not None:
            text = translate("ReviewsPanel", "Put off to {day}").format(day=formats.day_short(view.put_off))
            return Cell(text, chip="info")
        text, tone = left_words(view, today, formats.lang)
        return Cell(text, chip=tone)

    return Column(
        "left",
        lambda: translate("ReviewsPanel", "Left"),
        cell,
        value=lambda view: view.put_off or view.due.due_on,
        width=130,
        min_width=108,
    )


def _grade() -> Column[ReviewView]:
    def cell(view: ReviewView) -> Cell:
        found = view.due.grade
        return Cell(found.value, chip=f"grade.{found.value}") if found else Cell(DASH, tone="tertiary")

    return Column(
        "grade",
        lambda: translate("ReviewsPanel", "Grade"),
        cell,
        value=lambda view: view.due.grade.value if view.due.grade else None,
        width=60,
        min_width=52,
        align=Align.CENTER,
    )
