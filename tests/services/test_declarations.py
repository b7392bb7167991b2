"""Turnover declared from the ledger: what counts, what is left out, the change to the last, the premium."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.declaration import DeclaredLine, LeftOut, Sale, compare, lines, parse, terms_step, to_text
from app.domain.document import DocumentKind, Rate
from app.domain.insurance_record import InsurancePolicy, PremiumPayment, Shipment
from app.domain.policy import Anchor, Frequency, Period, PolicyTerms, Scope
from app.domain.problem import DomainError
from app.domain.turnover_period import period_of, periods
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, credit, invoice

TODAY = date(2025, 12, 31)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
Q3 = (date(2025, 7, 1), date(2025, 9, 30))
Q4 = (date(2025, 10, 1), date(2025, 12, 31))
TERMS = PolicyTerms(
    scope=Scope.EXPORT,
    declaration=Frequency.QUARTER,
    declaration_due=Period(Anchor.PERIOD_END, 10),
    premium_rate=Decimal("0.25"),
    min_premium=50_00,
    excluded_countries=("RU",),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [
            Customer("苏州恒岳", code="C1"),
            Customer("Meridian", code="C2", country="GB"),
            Customer("Wolga", code="C3", country="RU"),
        ],
        [
            invoice(date(2025, 8, 1), 900_00, date(2025, 9, 30), customer=1),
            invoice(date(2025, 8, 1), 1000_00, date(2025, 9, 30), customer=2, currency="USD", number="A"),
            invoice(date(2025, 10, 5), 2000_00, date(2025, 12, 4), customer=2, currency="USD", number="B"),
            credit(DocumentKind.CREDIT_NOTE, date(2025, 11, 5), 300_00, customer=2, currency="USD"),
            invoice(date(2025, 11, 1), 500_00, date(2025, 12, 31), customer=3, currency="USD", number="R"),
            invoice(date(2025, 12, 1), 70_00, date(2025, 12, 31), customer=2, currency="EUR", number="E"),
        ],
    ).write(opened)
    with opened.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test")
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(InsurancePolicy("信保", "CK", *YEAR, "USD", "", state="active"), TERMS)
    return made


def test_what_is_declared_and_what_is_left_out(session: CompanySession) -> None:
    view = session.declarations.preview(1, *Q4)
    assert [(one.customer, one.terms, one.amount) for one in view.lines] == [
        ("Meridian", 60, 2000_00),
        ("Meridian", 0, -300_00),
    ]
    assert view.turnover == 1700_00
    assert {one.number: one.left_out for one in view.left_out} == {
        "R": LeftOut.EXCLUDED,
        "E": LeftOut.NO_RATE,
    }
    assert all(one.customer != "苏州恒岳" for one in view.sales)


def test_the_shipment_date_counts(session: CompanySession) -> None:
    session.policies.save_shipments([Shipment(3, date(2025, 9, 29))])
    assert session.declarations.preview(1, *Q4).turnover == -300_00
    assert session.declarations.preview(1, *Q3).turnover == 3000_00


def test_tax_that_is_not_insured_is_no_turnover(session: CompanySession) -> None:
    [view] = session.policies.all()
    session.policies.save(view.record, replace(TERMS, vat_pct=Decimal(13)))
    session.policies.save_shipments([Shipment(3, vat=200_00)])
    # 2000 less its own tax of 200; the credit note of 300 by the usual rate: 300 / 1.13 = 265.49.
    assert session.declarations.preview(1, *Q4).turnover == 1800_00 - 265_49
    [view] = session.policies.all()
    session.policies.save(view.record, replace(TERMS, vat_pct=Decimal(13), vat_covered=True))
    assert session.declarations.preview(1, *Q4).turnover == 1700_00


def test_cash_in_advance_is_not_declared(session: CompanySession) -> None:
    session.policies.save_shipments([Shipment(3, method="CIA")])
    view = session.declarations.preview(1, *Q4)
    assert LeftOut.CASH in {one.left_out for one in view.left_out}


def test_declared_once_compared_with_the_last_and_drift_said(
    session: CompanySession, store: SqlStore
) -> None:
    declarations = session.declarations
    declarations.declare(1, *Q3, date(2025, 10, 8))
    view = declarations.preview(1, *Q4)
    changes = {(one.line.customer, one.line.terms): one.change for one in view.differences}
    assert changes == {("Meridian", 60): 1000_00, ("Meridian", 0): -300_00}
    with pytest.raises(DomainError, match=r"declaration\.twice"):
        declarations.declare(1, date(2025, 9, 30), date(2025, 10, 31), TODAY)
    with store.write() as unit:
        unit.add(invoice(date(2025, 9, 1), 10_00, date(2025, 9, 30), customer=2, currency="USD", number="L"))
        unit.commit("test")
    late = declarations.preview(1, *Q3)
    assert (late.turnover, late.drift) == (1010_00, 10_00)
    session.history.undo()
    states = [made is not None for _, _, made in declarations.periods(1)]
    assert states == [False, False, True, False]


def test_not_before_the_period_ends(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"declaration\.too_early"):
        session.declarations.declare(1, *Q4, date(2025, 12, 1))


def test_the_premium_on_what_was_declared(session: CompanySession) -> None:
    declarations = session.declarations
    declarations.declare(1, *Q3, TODAY)
    declarations.save_payment(PremiumPayment(1, date(2025, 1, 5), "deposit", 1_00))
    found = declarations.premium(1)
    assert (found.turnover, found.by_rate, found.balance) == (1000_00, 2_50, 1_50)
    with pytest.raises(DomainError, match=r"premium\.no_amount"):
        declarations.save_payment(PremiumPayment(1, TODAY, "deposit", 0))


@pytest.mark.parametrize(("lang", "sheet"), [("zh", "申报明细"), ("en", "Declared")])
def test_the_workbook(session: CompanySession, tmp_path: Path, lang: str, sheet: str) -> None:
    path = tmp_path / "申报.xlsx"
    session.declarations.write_sheet(session.declarations.preview(1, *Q4), path, lang)
    book = openpyxl.load_workbook(path)
    rows = list(book[sheet].values)
    assert rows[4][1] == "Meridian"
    assert rows[6][3] == 1700


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.sampled_from([Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR]), days, st.integers(0, 800))
def test_periods_cover_a_policy_without_gap_or_overlap(
    frequency: Frequency, start: date, length: int
) -> None:
    end = date.fromordinal(start.toordinal() + length)
    found = periods(frequency, start, end)
    assert (found[0][0], found[-1][1]) == (start, end)
    for (_, last), (first, _) in itertools.pairwise(found):
        assert first.toordinal() == last.toordinal() + 1
    assert all(period_of(frequency, first, start, end) == (first, last) for first, last in found)


sales = st.lists(
    st.builds(
        lambda n, country, amount, terms: Sale(
            n, str(n), n % 4, f"客户{n % 4}", country, TODAY, "CNY", amount, terms, declared=amount
        ),
        st.integers(1, 99),
        st.sampled_from(["CN", "GB"]),
        st.integers(-(10**9), 10**9),
        st.integers(0, 400),
    ),
    max_size=20,
)


@given(sales, sales)
def test_lines_make_up_the_turnover_and_differences_the_change(now: list[Sale], before: list[Sale]) -> None:
    new, old = lines(now), lines(before)
    assert sum(one.amount for one in new) == sum(one.declared or 0 for one in now)
    assert parse(to_text(new)) == new
    change = sum(one.change for one in compare(new, old))
    assert change == sum(one.amount for one in new) - sum(one.amount for one in old)


def test_terms_are_declared_in_steps() -> None:
    assert [terms_step(days) for days in (0, 1, 30, 31, 120, 999)] == [0, 30, 30, 60, 120, 360]
    assert DeclaredLine("CN", 1, "x", 0, 1).documents == 0
