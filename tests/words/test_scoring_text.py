"""Scores in words: units, rows of a card, points lost, remarks kept with a value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.words import scoring_text as s


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "zh", "en"),
    [
        ("days_late", Decimal(23), "days", "23 天", "23 days"),
        ("days_late", Decimal(-1), "days", "−1 天", "−1 day"),
        ("debt_ratio", Decimal("68.50"), "percent", "68.5%", "68.5%"),
        ("current_ratio", Decimal("1.2345"), "times", "1.23 倍", "1.23 times"),
        ("country_risk", Decimal(2), "class", "2 级", "class 2"),
        ("registration", "normal", "", "存续（正常）", "Normal"),
        ("own", "其他", "", "其他", "其他"),
        ("own", None, "days", "", ""),
    ],
)
def test_values(indicator: str, value: Decimal | str | None, unit: str, zh: str, en: str) -> None:
    assert s.value(indicator, value, unit, "zh") == zh
    assert s.value(indicator, value, unit, "en") == en


def test_what_an_indicator_cost() -> None:
    said = s.value("days_late", Decimal(23), "days", "zh")
    assert s.reason("平均迟付", said, "given", Decimal(6), Decimal(15), "zh") == "平均迟付 23 天：−9.0 / 15.0"
    assert s.reason("Debt ratio", "", "missing", Decimal("1.1"), Decimal("4.5"), "en") == (
        "Debt ratio, missing: −3.4 of 4.5"
    )
    assert s.credit("流动比率", "1.5 倍", Decimal("5.25"), Decimal(6), "zh") == "流动比率 1.5 倍：+5.3 / 6.0"


@pytest.mark.parametrize(
    ("low", "high", "zh", "en"),
    [
        (None, Decimal(40), "低于 40%", "below 40%"),
        (Decimal(40), Decimal(60), "40 至不足 60%", "40 to below 60%"),
        (Decimal(100), None, "100% 及以上", "100% or more"),
        (None, None, "", ""),
    ],
)
def test_rows(low: Decimal | None, high: Decimal | None, zh: str, en: str) -> None:
    assert s.bin_label("debt_ratio", low, high, "", "percent", "zh") == zh
    assert s.bin_label("debt_ratio", low, high, "", "percent", "en") == en
    assert s.bin_label("registration", low, high, "changed", "", "en") == "Changed recently"


def test_remarks() -> None:
    assert s.detail('["scoring.late_of", {"late": 3, "n": 9}]', "zh") == "9 张中 3 张迟付，按全公司水平修正"
    assert s.detail('["scoring.no_promises"]', "en") == "No promise has fallen due"
    assert (
        s.detail('["ratio.lacking", {"lines": ["equity", "revenue"]}]', "zh")
        == "无法计算：缺少所有者权益、营业收入"
    )
    assert "OECD" in s.detail('["scoring.said_by", {"who": "scoring.start.country_risk"}]', "en")
    assert s.detail("自己写的", "zh") == "自己写的"
    assert s.detail("", "zh") == ""
    params: dict[str, object] = {"until": date(2026, 12, 31)}
    assert s.because("assessment.expired", params, "en") == "Expired: it held until 31 Dec 2026"
    assert s.card_name("existing", "en") == "Existing customers"
    assert s.card_name("export", "en", "Own") == "Own"
