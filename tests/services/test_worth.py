"""Is insurance worth it: need, premium, losses with and without cover, whom to insure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Rate
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.insurance_worth import Assumptions, BuyerRisk, Event, Question, worth
from app.domain.policy import PolicyTerms
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
BUYERS = (
    BuyerRisk(1, "大客户", "CN", 600_00, None, 3000_00, 3000_00, Decimal(2)),
    BuyerRisk(2, "小客户", "CN", 200_00, None, 1000_00, 1000_00, Decimal(5)),
    BuyerRisk(3, "新客户", "GB", 200_00, None, 1000_00, 500_00, Decimal(5), new=True),
)
ASSUMED = Assumptions(equity=2000_00)


def test_the_three_questions() -> None:
    found = {one.question: one for one in worth(BUYERS, ASSUMED).answers}
    open_account, concentrated, bearable = (found[question] for question in Question)
    figures = (open_account.figure, concentrated.figure, concentrated.second, bearable.figure)
    assert figures == (Decimal(90), Decimal(60), Decimal(20), Decimal(30))
    assert concentrated.buyers == (1,)
    assert all(one.speaks for one in found.values())
    unknown = {one.question: one for one in worth(BUYERS, Assumptions()).answers}
    assert unknown[Question.BEARABLE].speaks is None


def test_premium_against_what_would_be_lost() -> None:
    found = worth(BUYERS, ASSUMED)
    assert (found.turnover, found.premium, found.insured) == (4500_00, 13_50, 800_00)
    # 600 × 2 % + 400 × 5 %; of 80 % of it 90 %.
    assert (found.of(Event.EXPECTED).loss, found.of(Event.EXPECTED).indemnity) == (32_00, 23_04)
    assert found.net == 23_04 - 13_50
    assert found.of(Event.STRESSED).loss == 96_00
    assert (found.of(Event.LARGEST).loss, found.of(Event.LARGEST).retained) == (600_00, 168_00)
    assert found.of(Event.TOP_FIVE).loss == 1000_00
    assert found.assignable == 576_00


def test_failures_share_one_first_loss_and_a_liability_of_the_premium() -> None:
    buyers = tuple(replace(one, insured=one.open) for one in BUYERS)
    terms = PolicyTerms(aggregate_first_loss=100_00, premium_rate=Decimal(1))
    # 90 % of 600, 200 and 200, the first loss of 100 once: 440 + 180 + 180.
    assert worth(buyers, ASSUMED, terms).of(Event.TOP_FIVE).indemnity == 800_00
    capped = replace(terms, max_liability_multiple=Decimal(10))
    found = worth(buyers, ASSUMED, capped)
    assert (found.premium, found.of(Event.LARGEST).indemnity) == (45_00, 440_00)
    assert found.of(Event.TOP_FIVE).indemnity == 450_00


def test_insuring_only_some() -> None:
    found = worth(BUYERS, ASSUMED, chosen=[1])
    assert (found.turnover, found.insured) == (3000_00, 480_00)
    assert (found.paying, found.covered) == ((1,), (1,))
    assert found.of(Event.LARGEST).indemnity == 432_00
    assert found.of(Event.TOP_FIVE).loss == 1000_00


def test_the_policy_s_own_clauses_bound_what_is_paid() -> None:
    terms = PolicyTerms(max_liability=100_00, premium_rate=Decimal(1), min_premium=60_00)
    found = worth(BUYERS, ASSUMED, terms)
    assert found.premium == 60_00
    assert found.of(Event.TOP_FIVE).indemnity == 100_00


buyers = st.lists(
    st.builds(
        BuyerRisk,
        st.integers(1, 10**6),
        st.just("x"),
        st.sampled_from(["CN", "GB"]),
        st.integers(0, 10**10),
        st.none(),
        st.integers(0, 10**10),
        st.integers(0, 10**10),
        st.decimals(0, 100, places=2),
    ),
    max_size=8,
    unique_by=lambda one: one.customer_id,
)


@given(buyers, st.decimals(0, 100, places=1))
def test_cover_never_pays_more_than_the_loss(some: list[BuyerRisk], pct: Decimal) -> None:
    found = worth(some, replace(ASSUMED, insured_pct=pct))
    for one in found.outcomes:
        assert 0 <= one.indemnity <= one.loss + 1
    assert found.insured <= sum(one.open for one in some)
    none = worth(some, ASSUMED, chosen=[])
    assert (none.premium, none.insured) == (0, 0)
    assert all(one.indemnity == 0 for one in none.outcomes)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    Ledger(
        [Customer("苏州恒岳", code="C1"), Customer("Meridian", code="C2", country="GB")],
        [
            invoice(date(2024, 6, 1), 100_00, date(2024, 7, 31), number="O"),
            invoice(date(2025, 11, 1), 1000_00, date(2025, 12, 31), number="A"),
            invoice(date(2025, 11, 1), 200_00, date(2025, 12, 31), customer=2, currency="USD", number="B"),
            invoice(date(2025, 11, 2), 50_00, date(2025, 11, 2), customer=2, currency="USD", number="C"),
        ],
    ).write(store)
    with store.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test")
    yield compose(store, clock, store.close)
    store.close()


def test_the_ledger_s_own_figures(session: CompanySession) -> None:
    first, second = session.insurance_worth.buyers(TODAY)
    assert (first.turnover, first.open, first.insured, first.new) == (1000_00, 1100_00, None, False)
    assert (second.turnover, second.credit, second.new) == (1750_00, 1400_00, True)
    policy = InsurancePolicy("大地", "DZ", date(2025, 1, 1), TODAY, "CNY", "", state="active")
    session.policies.save(policy, PolicyTerms())
    day = date(2025, 1, 1)
    session.policies.decide(LimitDecision(1, 1, day, day, "granted", "", amount=400_00))
    assert [one.insured for one in session.insurance_worth.buyers(TODAY)] == [400_00, 0]
    abroad = session.insurance_worth.worth(TODAY, 1, countries=["GB"])
    assert (abroad.turnover, abroad.insured) == (1400_00, 0)


def test_assumptions_are_kept_and_held_to_sense(session: CompanySession) -> None:
    service = session.insurance_worth
    own = replace(ASSUMED, premium_rate=Decimal("0.45"), source="经纪人报价 2025-11")
    service.save_assumptions(own)
    assert service.assumptions() == own
    for bad in (replace(own, insured_pct=Decimal(101)), replace(own, stress=Decimal("0.5"))):
        with pytest.raises(DomainError, match=r"worth\."):
            service.save_assumptions(bad)
    session.settings.set("insurance.worth", {"stress": "viel"})
    assert service.assumptions() == Assumptions()


def test_a_policy_in_another_currency_is_brought_to_ours(session: CompanySession) -> None:
    day = date(2025, 1, 1)
    for currency in ("USD", "EUR"):
        policy = InsurancePolicy("Export", currency, day, TODAY, currency, "", state="active")
        session.policies.save(policy, PolicyTerms(min_premium=100_00, each_loss=10_00))
    session.policies.decide(LimitDecision(1, 1, day, day, "granted", "", amount=100_00))
    found = session.insurance_worth.worth(TODAY, 1)
    assert (found.premium, found.insured) == (700_00, 700_00)
    # 90 % of 700 less the deductible of 10 USD.
    assert found.of(Event.TOP_FIVE).indemnity == 560_00
    with pytest.raises(DomainError, match=r"worth\.no_rate"):
        session.insurance_worth.worth(TODAY, 2)
