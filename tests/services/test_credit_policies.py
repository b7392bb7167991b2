"""Credit policies over a ledger: today as it is, keeping, comparing, adopting and taking back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_policy import Rule
from app.domain.credit_policy_text import Assumptions, CreditPolicy
from app.domain.customer import Customer
from app.domain.document import Instalment, Rate
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import SPAN, START, Ledger, invoice, ledgers

TODAY = date(2025, 12, 31)
TIGHT = CreditPolicy("紧缩", tuple(Rule(g, Decimal(20), Decimal(30)) for g in "ABCD"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("试算公司", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    Ledger(
        [Customer("常客", code="C1"), Customer("外客", code="C2", country="GB"), Customer("旧账", code="C3")],
        [
            invoice(date(2025, 11, 1), 365_000_00, date(2025, 12, 31), number="A"),
            invoice(date(2025, 12, 1), 10_000_00, date(2026, 1, 30), customer=2, currency="USD", number="B"),
            invoice(date(2025, 12, 1), 5_000_00, date(2025, 12, 1), customer=2, currency="USD", number="C"),
            invoice(date(2023, 1, 1), 500_00, date(2023, 2, 1), customer=3, number="O"),
        ],
    ).write(store)
    with store.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test")
    yield compose(store, clock, store.close)
    store.close()


def test_today_is_the_ledger_s_own(session: CompanySession) -> None:
    ground = session.credit_policies.ground(TODAY)
    assert (ground.currency, ground.missing, ground.unscored) == ("CNY", (), 3)
    answer = session.credit_policies.answer(CreditPolicy(""), TODAY, ground)
    owed = 365_000_00 + 15_000_00 * 7 + 500_00
    assert answer.today.total.receivables == owed
    assert answer.today.total == answer.tried.total
    assert answer.today.total.sales == 365_000_00 + 15_000_00 * 7
    usual, abroad, old = ground.segments
    assert (usual.terms_days, usual.prepaid, old.stale) == (Decimal(60), Decimal(0), 500_00)
    assert abroad.prepaid.quantize(Decimal("0.01")) == Decimal("33.33")
    assert answer.cash_released == 0


def test_a_tighter_policy_releases_cash(session: CompanySession) -> None:
    answer = session.credit_policies.answer(TIGHT, TODAY)
    assert answer.cash_released > 0
    assert answer.tried.total.sales < answer.today.total.sales
    points = session.credit_policies.frontier(TIGHT, answer.ground)
    assert any(one.total == answer.tried.total for one in points)


def test_policies_are_kept_under_their_names(session: CompanySession) -> None:
    service = session.credit_policies
    service.keep(TIGHT)
    [kept] = service.kept()
    assert (kept.policy, kept.as_of, kept.adopted) == (TIGHT, TODAY, False)
    service.keep(replace(TIGHT, name="更紧"), kept.study_id)
    assert [one.policy.name for one in service.kept()] == ["更紧"]
    session.history.undo()
    assert [one.policy.name for one in service.kept()] == ["紧缩"]
    with pytest.raises(DomainError, match=r"credit_policy\.name_taken"):
        service.keep(TIGHT)
    with pytest.raises(DomainError, match=r"credit_policy\.name"):
        service.keep(replace(TIGHT, name="  "))
    with pytest.raises(DomainError, match=r"credit_policy\.share"):
        service.keep(CreditPolicy("坏", tuple(Rule(g, prepaid=Decimal(101)) for g in "ABCD")))
    service.remove(kept.study_id)
    assert service.kept() == []


def test_assumptions_are_kept_with_their_sources(session: CompanySession) -> None:
    service = session.credit_policies
    own = replace(Assumptions(), margin=Decimal(27), sources={"margin": "2024 年审计报告"})
    service.save_assumptions(own)
    assert service.assumptions() == own
    with pytest.raises(DomainError, match=r"credit_policy\.assumption"):
        service.save_assumptions(replace(own, lgd=Decimal(120)))
    session.settings.set("policy.assumptions", {"margin": "viel"})
    assert service.assumptions() == Assumptions()


def test_adopting_changes_the_grade_policy_and_can_be_taken_back(session: CompanySession) -> None:
    service, before = session.credit_policies, session.limits.grade_policy()
    service.keep(TIGHT)
    [kept] = service.kept()
    preview = service.adoption(TIGHT, service.ground(TODAY))
    assert preview.before == before
    assert {terms.terms_days for terms in preview.after.grades.values()} == {20}
    service.adopt(TIGHT, kept.study_id)
    assert session.limits.grade_policy() == preview.after
    assert service.kept()[0].adopted
    with pytest.raises(DomainError, match=r"credit_policy\.nothing_new"):
        service.adopt(TIGHT, kept.study_id)
    session.history.undo()
    assert session.limits.grade_policy() == before
    assert not service.kept()[0].adopted


def test_what_the_grade_policy_has_no_place_for_is_named(session: CompanySession) -> None:
    service = session.credit_policies
    capped = CreditPolicy("封顶", tuple(Rule(g, discount=Decimal(1), cap=100) for g in "ABCD"))
    preview = service.adoption(capped, service.ground(TODAY))
    assert (preview.left_out, preview.after, preview.rows) == (("discount", "cap"), preview.before, ())


def test_an_invoice_due_in_parts_is_lent_part_by_part(tmp_path: Path) -> None:
    clock, path = FixedClock(TODAY), tmp_path / "parts.holdfast"
    create_company(path, Company("试算公司", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    issued, last = date(2025, 12, 1), date(2026, 12, 1)
    Ledger(
        [Customer("分期", code="C1")],
        [invoice(issued, 1000_00, last, number="A")],
        [
            Instalment(1, 1, issued, 300_00, 300_00),
            Instalment(1, 2, date(2026, 1, 30), 600_00, 600_00),
            Instalment(1, 3, last, 100_00, 100_00),
        ],
    ).write(store)
    [found] = compose(store, clock, store.close).credit_policies.ground(TODAY).segments
    store.close()
    assert (found.sales, found.prepaid) == (1000_00, Decimal(30))
    assert found.terms_days == (Decimal(60) * 600 + Decimal(365) * 100) / 700


@given(ledger=ledgers(), ago=st.integers(0, 200))
@settings(max_examples=10, deadline=None)
def test_today_s_policy_reproduces_today_whatever_is_in_the_books(ledger: Ledger, ago: int) -> None:
    """Tried as it stands, nothing moves; what it lends are the debts of that day, customer by customer."""
    on, clock = START + timedelta(SPAN - ago), FixedClock(START + timedelta(SPAN))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.holdfast"
        create_company(path, Company("试算公司", "CNY"), clock=clock, actor="test")
        store = open_company(path, clock=clock, actor="test")
        ledger.write(store)
        session = compose(store, clock, store.close)
        try:
            answer = session.credit_policies.answer(CreditPolicy(""), on)
            today = answer.today.total
            assert answer.tried == answer.today
            assert answer.cash_released == 0
            assert today.sales == sum(one.sales for one in answer.ground.segments)
            owed = sum(
                max(0, parts["balance"])
                for (_, currency), parts in ledger.open_on(on).items()
                if currency == "CNY"
            )
            assert abs(today.receivables - owed) <= len(answer.ground.segments)
        finally:
            session.close()
