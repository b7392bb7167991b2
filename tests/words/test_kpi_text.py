"""Key figures as they read in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.kpi_catalogue import CATALOGUE
from app.domain.kpi_period import Period, named_period
from app.words import codes
from app.words.kpi_text import bound_text, note_text, period_short, period_text, value_text


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("65.25", "days", "65.3 天", "65.3 d"),
        ("0.33", "share", "33.0%", "33.0%"),
        ("0.0062", "share", "0.62%", "0.62%"),
        ("-0.0005", "share", "−0.05%", "−0.05%"),
        ("0", "share", "0.0%", "0.0%"),
        ("1396370.4", "money", "1,396,370", "1,396,370"),
        ("4.125", "times", "4.13 次", "4.13 ×"),
        ("270.5", "points", "271", "271"),
        (None, "days", "–", "–"),
    ],
)
def test_values_by_their_unit(value: str | None, unit: str, zh: str, en: str) -> None:
    number = None if value is None else Decimal(value)
    assert (value_text(number, unit, "zh"), value_text(number, unit, "en")) == (zh, en)


def test_targets_have_no_idle_zeros() -> None:
    assert bound_text(Decimal("52.80"), "≤", "days", "zh") == "≤ 52.8 天"
    assert bound_text(Decimal("0.0100"), "<", "share", "en") == "< 1%"
    assert bound_text(Decimal(100), "≤", "count", "en") == "≤ 100"


def test_notes_name_customers_distances_and_days() -> None:
    assert note_text("", {}, "days", "zh") == ""
    assert note_text("health_note.worse", {"by": Decimal("0.06")}, "share", "zh") == "距目标还差 6.0 个百分点"
    assert (
        note_text("health_note.better", {"by": Decimal(10)}, "days", "en") == "10.0 d better than the target"
    )
    told = {"customers": ["甲", "乙"], "more": 3}
    assert note_text("health_note.customers", told, "share", "zh") == "甲、乙，另有 3 家"
    assert note_text("health_note.customers", {**told, "more": 0}, "share", "en") == "甲, 乙"
    assert (
        note_text("health_note.provision_cover", {"on": date(2025, 9, 30)}, "share", "zh")
        == "按 2025-09-30 的计提"
    )


@pytest.mark.parametrize(
    ("name", "zh", "en", "short"),
    [
        ("2025Q4", "2025 年第四季度", "Q4 2025", "25Q4"),
        ("2025-02", "2025 年 2 月", "Feb 2025", "2025-02"),
        ("2025", "2025 年", "2025", "2025"),
        ("2025-10-07..2025-12-30", "2025-10-07 至 2025-12-30", "2025-10-07 to 2025-12-30", "2025-12-30"),
    ],
)
def test_periods_have_names(name: str, zh: str, en: str, short: str) -> None:
    one: Period = named_period(name)
    said = [period_text(one.kind.value, one.name, one.start, one.end, lang) for lang in ("zh", "en")]
    assert (*said, period_short(one.kind.value, one.start, one.end)) == (zh, en, short)


def test_every_figure_has_a_name_a_formula_and_a_setting() -> None:
    known = codes()
    for one in CATALOGUE:
        assert {f"kpi.{one.key}", f"formula.{one.key}", f"operand.{one.rows}"} <= set(known)
        name = "health.dso" if one.key == "dso" else "dso" if one.key == "dso_year" else one.key
        assert f"setting_name.kpi.target.{name}" in known
