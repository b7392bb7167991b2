"""The printed working of late interest: every figure can be followed, hostile text comes out as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from app.bootstrap.rates import shipped_law
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.interest import Claim, InterestSheet, Settled, work_out
from app.domain.interest_basis import basis_of
from app.reports import interest_sheet
from app.words.formats import exact_amount
from tests.reports.samples import COMPANY, HOSTILE, text_of

LAW = shipped_law()
DUE = date(2025, 5, 31)
TO = date(2025, 8, 29)


def sheet(name: str = "青岛海拓船舶配件有限公司", country: str = "DE", claims: int = 1) -> InterestSheet:
    customer = Customer(name, country=country, name_en="Haituo", id=1)
    company = replace(COMPANY, country=country)
    document = Document(
        1,
        DocumentKind.INVOICE,
        "HQ25-0007",
        date(2025, 4, 30),
        "EUR",
        10000_00,
        DUE,
        6000_00,
        contract="HT-9",
    )
    paid = (Settled(date(2025, 7, 10), 4000_00),)
    debts = [Claim(1, "HQ25-0007", 1, "EUR", DUE, 10000_00, paid, seq=seq) for seq in range(claims)]
    working = work_out(debts, basis_of(company, customer, LAW, DUE), LAW.tables, TO)
    return InterestSheet(working, company, customer, document, TO)


def test_a_sheet_shows_every_step(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    interest_sheet.write(sheet(), path, "zh")
    text = text_of(path)
    for part in (
        "逾期利息计算单", "计算至 2025 年 8 月 29 日", "HQ25-0007", "HT-9", "10,000.00", "2025-06-01",
        "10,000.00 × 11.27% × 30 ÷ 365", "10,000.00 × 10.27% × 10 ÷ 365", "6,000.00 × 10.27% × 50 ÷ 365",
        "年 10.27%", "92.6301", "28.1370", "84.4110", "205.1781", "欧元 205.18", "欧元 40.00", "欧元 245.18",
        "欧元 1.69", "§ 288 Abs. 2, 5 BGB", "德国基础利率（每半年） 1.27%", "不构成对本金或利息数额的结算",
    ):  # fmt: skip
        assert part in text, part


def test_an_english_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    interest_sheet.write(sheet(claims=2), path, "en")
    text = " ".join(text_of(path).split())
    for part in (
        "Late interest, worked out", "Up to 29 Aug 2025", "10.27% a year", "Days late", "EUR 410.36",
        "Instalment 1, due on 31 May 2025 (EUR)", "(from 1 Jul 2025)", "waives no right",
    ):  # fmt: skip
        assert part in text, part


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.pdf"
    interest_sheet.write(sheet(name), path, "zh")
    if name.isascii() and name.isprintable() and len(name) < 100:
        assert name in text_of(path)


def test_no_rule_is_said_and_nothing_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    interest_sheet.write(sheet(country="US"), path, "en")
    text = " ".join(text_of(path).split())
    assert "there is no rule for US" in text
    assert "EUR 0.00" in text


def test_many_spans_run_over_pages(tmp_path: Path) -> None:
    one = sheet()
    paid = tuple(Settled(DUE + timedelta(n), 100_00) for n in range(1, 80))
    claim = replace(one.working.claims[0].claim, settled=paid)
    working = work_out([claim], one.working.basis, LAW.tables, TO)
    path = tmp_path / "a.pdf"
    interest_sheet.write(replace(one, working=working), path, "zh")
    assert "第 2 页" in text_of(path)


def test_exact_interest_is_shown_to_four_places() -> None:
    assert exact_amount(Fraction(10000, 3), 2) == "33.3333"
    assert exact_amount(Fraction(100, 3), 0) == "33.33"
    assert Decimal("205.18") == sheet().working.total.major()
