"""The printed credit report: every part with its figures, what is missing said, hostile text as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.aging import OpenItem
from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
    Registration,
    StatementQuality,
)
from app.domain.credit_file_rules import CONTRACT_POINTS
from app.domain.credit_file_views import ChecklistPoint, EventView, RatingView, StatementView
from app.domain.credit_report import CreditReport, ReportEvent, ReportGrade, ReportLimit
from app.domain.customer import Customer, Identifier, IdentifierKind
from app.domain.customer_behaviour import Behaviour, MonthLate
from app.domain.distress import Z_DOUBLE_PRIME, opinion, zmijewski
from app.domain.document import DocumentKind
from app.domain.financials import Line, check
from app.domain.money import Money
from app.domain.ratios import ratios, tangible_net_worth
from app.domain.statement import StatementCurrency
from app.reports import credit_report
from tests.reports.samples import AS_OF, COMPANY, HOSTILE, text_of

FIGURES: dict[Line, int] = {
    Line.CURRENT_ASSETS: 600_00,
    Line.TOTAL_ASSETS: 1000_00,
    Line.CURRENT_LIABILITIES: 300_00,
    Line.TOTAL_LIABILITIES: 400_00,
    Line.EQUITY: 590_00,
    Line.RETAINED_EARNINGS: 200_00,
    Line.EBIT: 100_00,
    Line.NET_PROFIT: 60_00,
}


def view(end: date, figures: dict[Line, int]) -> StatementView:
    statement = FinancialStatement(1, end, "CNY", "", quality=StatementQuality.AUDITED)
    opinions = (opinion(Z_DOUBLE_PRIME, figures), zmijewski(figures))
    return StatementView(
        statement, figures, tuple(check(figures)), ratios(figures), opinions, tangible_net_worth(figures)
    )


def empty(name: str = "上海朗沃汽车零部件有限公司") -> CreditReport:
    customer = Customer(name, code="C1001", name_en="Langwo" if name.startswith("上海") else "", id=1)
    checklist = tuple(ChecklistPoint(point, "unasked") for point in CONTRACT_POINTS)
    return CreditReport(COMPANY, customer, AS_OF, Profile(1), Behaviour(1, AS_OF), checklist=checklist)


def full(name: str = "上海朗沃汽车零部件有限公司", note: str = "买卖合同纠纷") -> CreditReport:
    months = tuple(
        MonthLate(date(2025, month, 1), Decimal(month - 6) if month != 3 else None, month % 3)
        for month in range(1, 13)
    )
    item = OpenItem(1, 0, DocumentKind.INVOICE, "F1", 1, name, AS_OF, AS_OF, "CNY", 500_00, 500_00, 0, 0)
    rating = ExternalRating(1, note, "B", date(2025, 4, 30), "A-D", source=note)
    event = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 9, 12), note, "(2025)民初1234号", note=note)
    return replace(
        empty(name),
        identifiers=(Identifier(1, IdentifierKind.USCC, "91310115000010014X"),),
        profile=Profile(
            1,
            note,
            date(2011, 5, 4),
            5_000_000_00,
            capital_currency="CNY",
            parent=note,
            registration=Registration.NORMAL,
            registration_on=date(2025, 11, 3),
        ),
        behaviour=Behaviour(
            1,
            AS_OF,
            Decimal("15.63"),
            Decimal("0.953"),
            Decimal("0.84"),
            55,
            53,
            53,
            15,
            Decimal("69.1"),
            Decimal("0.02"),
            1,
            50,
            Decimal("0.75"),
            4,
            Decimal("-0.125"),
            Decimal("1.99"),
            15,
            months,
        ),
        grade=ReportGrade("B", Decimal("71.25"), Decimal("0.86"), date(2025, 12, 1), valid=True),
        limit=ReportLimit("set", Money(300_000_00, "CNY"), date(2026, 6, 30)),
        sections=(StatementCurrency("CNY", 0, (), 500_00, (30, 60, 90), (500_00, 0, 0, 0, 0), 0, (item,)),),
        statements=(view(date(2024, 12, 31), FIGURES), view(date(2023, 12, 31), {Line.CASH: 5})),
        ratings=(RatingView(rating, Decimal(75), valid=True, from_map=True),),
        events=(EventView(event, counts=False, running=True),),
        checklist=(ChecklistPoint("terms", "weak", ContractPoint(1, "terms", "weak", "第 5 条", note)),),
        certifications=(Certification(1, "ISO 9001", "CN-1", date(2025, 6, 30)),),
        flows=(BankFlow(1, date(2025, 11, 1), "CNY", 12345_00, 6789_00),),
        timeline=(
            ReportEvent(date(2025, 12, 30), "invoice", "HQ-1", 500_00, "CNY"),
            ReportEvent(date(2025, 9, 12), "external.court_record", "(2025)民初1234号", text=note),
        ),
    )


def drawn(report: CreditReport, path: Path, lang: str) -> str:
    credit_report.write(report, path, lang)
    return " ".join(text_of(path).split())


def test_a_whole_file_in_chinese(tmp_path: Path) -> None:
    text = drawn(full(), tmp_path / "a.pdf", "zh")
    for part in (
        "客户信用报告", "截至 2025 年 12 月 31 日", "91310115000010014X", "人民币 5,000,000.00 元",
        "正常 (2025-11-03)", "B（71.3 分，2025-12-01）", "86%", "人民币 300,000.00 元 (2026-06-30)",
        "15.6 天", "95.3%", "84.0%", "75%", "−12.5%", "各月付清发票的加权逾期天数",
        "未付 1 项，共人民币 500.00 元", "资产负债表不平", "人民币 10.00 元", "流动资产 ÷ 流动负债", "2.00",
        "40.0%", "Z″ 值", "安全", "缺少", "身份未确认", "(2025)民初1234号", "不完善", "第 5 条",
        "（已过期）", "12,345.00", "2025-11", "开票 HQ-1，人民币 500.00 元", "涉诉记录", "不构成授信承诺",
    ):  # fmt: skip
        assert part in text, part


def test_a_whole_file_in_english(tmp_path: Path) -> None:
    text = drawn(full(), tmp_path / "a.pdf", "en")
    for part in (
        "Credit report", "As of 31 Dec 2025", "Langwo", "B (71.3 points, 1 Dec 2025)", "15.6 days",
        "1 open item, CNY 500.00", "Current assets ÷ current liabilities", "Safe", "Not confirmed",
        "Court record", "(expired)", "No promise of credit", "Weak",
    ):  # fmt: skip
        assert part in text, part


def test_gearing_over_negative_equity_is_no_number(tmp_path: Path) -> None:
    figures = FIGURES | {Line.EQUITY: -10_00, Line.TOTAL_LIABILITIES: 1010_00, Line.SHORT_DEBT: 5_00}
    told = replace(full(), statements=(view(date(2024, 12, 31), figures),))
    text = drawn(told, tmp_path / "a.pdf", "en")
    assert "Gearing" in text
    assert "Not computable: Equity is negative" in text
    assert "Interest cover" not in text


def test_an_empty_file_says_what_is_missing(tmp_path: Path) -> None:
    text = drawn(empty(), tmp_path / "a.pdf", "en")
    for part in (
        "No assessment yet", "None decided", "There are no invoices to count.", "Nothing is open.",
        "No financial statements.", "No external ratings.", "No external events are noted.",
        "Not looked at", "No certificates are noted.", "No bank flows.", "Nothing is on record.",
    ):  # fmt: skip
        assert part in text, part
    ended = ReportGrade("C", Decimal(55), Decimal(1), AS_OF, valid=False)
    told = replace(empty(), grade=ended, limit=ReportLimit("not_checked"))
    text = drawn(told, tmp_path / "b.pdf", "en")
    assert "no longer valid" in text
    assert "Not checked" in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_and_notes_are_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.pdf"
    credit_report.write(full(name, name), path, "en")
    if name.isascii() and name.isprintable() and len(name) < 100:
        assert name in text_of(path)


def test_a_long_file_runs_over_pages_and_no_title_stands_alone(tmp_path: Path) -> None:
    one = full()
    long = replace(one, timeline=one.timeline * 60, events=one.events * 30)
    credit_report.write(long, tmp_path / "a.pdf", "zh")
    text = text_of(tmp_path / "a.pdf")
    assert "共 6 页" in text or "共 7 页" in text or "共 8 页" in text
    for title in ("外部事件", "合同检查", "近期事项"):
        for page in text.split("内部资料"):
            assert not page.strip().endswith(title)
