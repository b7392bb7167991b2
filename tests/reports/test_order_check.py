"""The printed order check: every number of the answer, in both languages; hostile text comes out as text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.credit_limit import Limit, LimitState
from app.domain.exposure import ExposureRow, ExposureView, OrderLine, exposure
from app.domain.money import Money
from app.domain.order_check import Late, OrderQuestion, OverdueRule, Pool, answer
from app.domain.order_paper import CheckPaper, CheckView
from app.reports import order_check
from tests.reports.samples import COMPANY, HOSTILE, text_of

DAY = date(2025, 12, 31)


def paper(name: str = "青岛海拓船舶配件有限公司") -> CheckPaper:
    risk = exposure(open_items=9_000_00, unapplied=500_00, orders=[OrderLine(2_000_00, 800_00)])
    rows = (
        ExposureRow("open_items", "invoice", "HQ25-0007", date(2025, 9, 1), "CNY", 9_000_00, DAY),
        ExposureRow("unapplied", "receipt", name, DAY, "CNY", -500_00),
    )
    limit = Limit(LimitState.SET, Money(10_000_00, "CNY"))
    question = OrderQuestion(
        Money(3_000_00, "CNY"),
        Money(0, "CNY"),
        pools=(
            Pool(limit, Money(risk.total, "CNY"), Money(3_000_00, "CNY")),
            Pool(limit, Money(1_00, "CNY"), Money(3_000_00, "CNY"), name),
        ),
        rule=OverdueRule(on=True),
        late=Late(Decimal(9000), Decimal(540_000), 60),
        deposit=Decimal(30),
    )
    group = ExposureView("CNY", exposure(open_items=1_00), ())
    view = CheckView(
        1, name, "C1", DAY, question, answer(question), ExposureView("CNY", risk, rows, group=group)
    )
    return CheckPaper(view, COMPANY, DAY)


def test_a_check_shows_every_number(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    order_check.write(paper(), path, "zh")
    text = text_of(path)
    for part in (
        "订单核查单", "截至 2025 年 12 月 31 日", "暂停发货", "人民币 3,000.00 元", "10,500.00", "HQ25-0007",
        "已发货未开票", "800.00", "1,200.00", "−500.00", "540,000", "60 天", "人民币 900.00 元", "批准人",
    ):  # fmt: skip
        assert part in text, part


def test_an_english_check(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    order_check.write(paper(), path, "en")
    text = text_of(path)
    for part in ("Order check", "As of 31 Dec 2025", "Hold", "CNY 3,000.00", "540,000", "Released by"):
        assert part in text, part


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_out_as_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.pdf"
    order_check.write(paper(name), path, "en")
    assert "Order check" in text_of(path)
