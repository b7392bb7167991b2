"""Our own statements and liquidity: typed, replaced, undone; figures with the year before; what lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import FinancialStatement
from app.domain.financials import Line
from app.domain.liquidity import LiquidityCode, liquidity
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company

TODAY = date(2025, 12, 31)
FIGURES = {
    Line.CASH: 200_00,
    Line.RECEIVABLES: 600_00,
    Line.INVENTORY: 450_00,
    Line.CURRENT_ASSETS: 1300_00,
    Line.PAYABLES: 300_00,
    Line.CURRENT_LIABILITIES: 1000_00,
    Line.REVENUE: 3650_00,
    Line.COST_OF_SALES: 3650_00,
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("自己", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    yield compose(store, clock, store.close)
    store.close()


def statement(year: int, months: int = 12) -> FinancialStatement:
    return FinancialStatement(0, date(year, 12, 31), "CNY", "", months)


def test_the_cash_conversion_cycle() -> None:
    # Published worked case: 45 days of inventory + 60 of receivables − 30 of payables.
    found = liquidity(FIGURES)
    assert found[LiquidityCode.CASH_CYCLE].value == 75
    assert found[LiquidityCode.REQUIREMENT].value == 750_00
    assert found[LiquidityCode.WORKING_CAPITAL].value == 300_00
    assert found[LiquidityCode.NET_CASH].value == -450_00


def test_figures_with_those_of_the_year_before(session: CompanySession) -> None:
    service = session.liquidity
    assert service.liquidity().view is None
    service.save_statement(statement(2023), {**FIGURES, Line.CURRENT_ASSETS: 1500_00})
    service.save_statement(statement(2024), FIGURES)
    found = {one.code: one for one in service.liquidity().figures}
    assert found[LiquidityCode.CURRENT].figure.value == Decimal("1.3")
    assert found[LiquidityCode.CURRENT].before == Decimal("1.5")
    assert service.liquidity(date(2024, 6, 30)).view is not None
    assert service.liquidity(date(2023, 6, 30)).view is None


def test_flows_of_a_quarter_count_as_of_a_year(session: CompanySession) -> None:
    quarter = {**FIGURES, Line.REVENUE: 3650_00 // 4, Line.COST_OF_SALES: 3650_00 // 4}
    session.liquidity.save_statement(statement(2024, 3), quarter)
    found = {one.code: one.figure for one in session.liquidity.liquidity().figures}
    days = found[LiquidityCode.RECEIVABLE_DAYS].value
    assert days is not None
    assert abs(days - 60) < Decimal("0.1")


def test_one_a_period_unless_a_file_brings_it_anew(session: CompanySession) -> None:
    service = session.liquidity
    service.save_statement(statement(2024), FIGURES)
    with pytest.raises(DomainError, match=r"credit_file\.statement_twice"):
        service.save_statement(statement(2024), FIGURES)
    service.save_statements([(statement(2024), {Line.CASH: 1_00})], ("年报.xlsx", b""))
    [only] = service.statements()
    assert (only.figures, only.statement.source) == ({Line.CASH: 1_00}, "年报.xlsx")
    assert service.liquidity().figures[0].figure.why == "ratio.lacking"
    session.history.undo()
    assert service.statements()[0].figures == FIGURES
    service.remove_statement(service.statements()[0].statement.id)
    assert service.statements() == []


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (FinancialStatement(0, date(2026, 1, 1), "CNY", ""), "period_later"),
        (FinancialStatement(0, date(2024, 1, 1), "CNY", "", 99), "months"),
        (FinancialStatement(0, date(2024, 1, 1), "CNY", "", 12, 7), "unit"),
    ],
)
def test_statements_that_cannot_be(session: CompanySession, made: FinancialStatement, code: str) -> None:
    with pytest.raises(DomainError, match=rf"credit_file\.{code}"):
        session.liquidity.save_statement(made, FIGURES)
    with pytest.raises(DomainError, match=r"credit_file\.no_figures"):
        session.liquidity.save_statement(statement(2024), {})


@given(st.dictionaries(st.sampled_from(list(Line)), st.integers(-(10**12), 10**12)))
def test_net_cash_is_what_the_requirement_leaves(figures: dict[Line, int]) -> None:
    found = liquidity(figures)
    parts = (LiquidityCode.WORKING_CAPITAL, LiquidityCode.REQUIREMENT, LiquidityCode.NET_CASH)
    whole, required, left = (found[code].value for code in parts)
    if whole is not None and required is not None:
        assert left == whole - required
    else:
        assert left is None
