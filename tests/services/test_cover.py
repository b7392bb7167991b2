"""Cover over a company file: as of any day, stops, missed notices and declarations, two currencies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.cover import Gap
from app.domain.customer import Customer
from app.domain.document import Dispute, Rate
from app.domain.insurance_record import (
    Declaration,
    InsurancePolicy,
    InsurerNotice,
    LimitDecision,
    PremiumPayment,
    Shipment,
    ShipmentStop,
)
from app.domain.money import Money
from app.domain.policy import Anchor, Frequency, FxRule, LateNotice, Period, PolicyTerms, Scope
from app.services.cover_views import CoverBook, base_gaps
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, allocated, invoice, receipt

TODAY = date(2025, 12, 31)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    ledger = Ledger(
        [Customer("苏州恒岳", code="C1"), Customer("Meridian", code="C2", country="GB")],
        [
            invoice(date(2025, 3, 1), 1000_00, date(2025, 4, 30)),
            receipt(date(2025, 9, 1), 1000_00),
            invoice(date(2025, 8, 1), 2000_00, date(2025, 9, 30)),
            invoice(date(2025, 12, 1), 3000_00, date(2026, 1, 30)),
            invoice(date(2025, 11, 1), 500_00, date(2025, 12, 31), customer=2, currency="USD"),
        ],
    )
    ledger.allocations = [allocated(ledger, 1, 2, 1000_00, on=date(2025, 9, 1))]
    ledger.write(opened)
    with opened.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test")
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, FixedClock(TODAY), store.close)


def policy(session: CompanySession, terms: PolicyTerms, currency: str = "CNY") -> int:
    """A policy over the year; its id."""
    record = InsurancePolicy("大地", f"P{terms.scope}", *YEAR, currency, "", state="active")
    return min(session.policies.save(record, terms).touched["insurance_policy"])


def limit(session: CompanySession, policy_id: int, customer_id: int, amount: int) -> None:
    day = YEAR[0]
    decision = LimitDecision(policy_id, customer_id, day, day, "granted", "", amount=amount)
    session.policies.decide(decision)


def gaps(book: CoverBook) -> dict[Gap, int]:
    return {one.gap: one.amount for one in book.gaps()}


def test_without_a_policy_nothing_is_insured_and_nothing_is_reckoned(session: CompanySession) -> None:
    assert not session.cover.has_policy()
    assert session.cover.insured(None, TODAY) == {}
    book = session.cover.book(TODAY)
    assert (book.insured, book.open) == (0, 2000_00 + 3000_00 + 500_00 * 7)
    assert gaps(book) == {Gap.NO_POLICY: book.open}


def test_two_policies_two_currencies(session: CompanySession) -> None:
    home = policy(session, PolicyTerms(scope=Scope.DOMESTIC))
    abroad = policy(session, PolicyTerms(scope=Scope.EXPORT), "USD")
    limit(session, home, 1, 4000_00)
    limit(session, abroad, 2, 300_00)
    book = session.cover.book(TODAY)
    assert {row: one.insured for row, one in book.buyers.items()} == {1: 4000_00, 2: 300_00 * 7}
    assert gaps(book) == {Gap.OVER_LIMIT: 1000_00 + 200_00 * 7}
    assert book.open - book.insured == sum(one.amount for one in book.gaps())
    assert book.share is not None
    ((_, covered, expected),) = book.buyers[2].expected
    assert (covered, expected.payable) == (Money(300_00, "USD"), 270_00)


def test_what_is_owed_under_a_policy_still_fills_the_limit_of_its_renewal(session: CompanySession) -> None:
    spans = ((date(2025, 1, 1), date(2025, 9, 30)), (date(2025, 10, 1), date(2026, 9, 30)))
    previous = None
    for place, span in enumerate(spans):
        record = InsurancePolicy("大地", f"R{place}", *span, "CNY", "", state="active", previous_id=previous)
        previous = min(session.policies.save(record, PolicyTerms()).touched["insurance_policy"])
        granted = LimitDecision(previous, 1, span[0], span[0], "granted", "", amount=4000_00)
        session.policies.decide(granted)
    book = session.cover.of_customer(1, TODAY)
    assert [(one.cover.item.open, one.cover.insured) for one in book.items] == [
        (2000_00, 2000_00),
        (3000_00, 2000_00),
    ]
    assert gaps(book) == {Gap.OVER_LIMIT: 1000_00}


def test_cover_of_a_past_day_is_what_it_was(session: CompanySession) -> None:
    home = policy(session, PolicyTerms())
    limit(session, home, 1, 10_000_00)
    past = date(2025, 8, 15)
    before = session.cover.of_customer(1, past)
    assert [one.cover.item.open for one in before.items] == [1000_00, 2000_00]
    cut = LimitDecision(home, 1, date(2025, 10, 1), YEAR[0], "reduced", "", amount=0)
    session.policies.decide(cut)
    assert session.cover.of_customer(1, past).items == before.items


def test_shipments_after_the_maximum_extension_are_not_insured(session: CompanySession) -> None:
    home = policy(session, PolicyTerms(max_extension_days=60))
    limit(session, home, 1, 10_000_00)
    book = session.cover.of_customer(1, TODAY)
    # The invoice due on 30 April was paid on 1 September, after 29 June: the shipment of 1 August fell
    # into that stop; the one due on 30 September has stopped those after 29 November again.
    assert [one.cover.insured for one in book.items] == [0, 0]
    assert gaps(book) == {Gap.AFTER_STOP: 5000_00}


def test_a_stop_told_by_hand_and_lifted(session: CompanySession) -> None:
    home = policy(session, PolicyTerms())
    limit(session, home, 1, 10_000_00)
    session.policies.stop(ShipmentStop(home, 1, date(2025, 7, 1), "insurer"))
    assert session.cover.of_customer(1, TODAY).insured == 0
    session.policies.lift(session.policies.stops(1)[0].id, date(2025, 10, 1))
    assert session.cover.of_customer(1, TODAY).insured == 3000_00


@pytest.mark.parametrize(("sent", "insured"), [(None, 0), ("2025-10-30", 2000_00), ("2025-10-31", 0)])
def test_a_notice_in_time_keeps_the_cover(
    session: CompanySession, store: SqlStore, sent: str | None, insured: int
) -> None:
    home = policy(session, PolicyTerms(notify=(Period(Anchor.DUE, 30),)))
    limit(session, home, 1, 10_000_00)
    if sent:
        day = date.fromisoformat(sent)
        with store.write() as unit:
            unit.add(InsurerNotice(home, 1, "overdue", day, "CNY", 2000_00, "3", sent_on=day))
            unit.commit("test")
    book = session.cover.of_customer(1, TODAY)
    assert [one.cover.insured for one in book.items] == [insured, 3000_00]


@pytest.mark.parametrize(("days", "insured"), [(151, 0), (152, 2000_00)])
def test_a_notice_may_be_due_from_the_shipment(session: CompanySession, days: int, insured: int) -> None:
    limit(session, policy(session, PolicyTerms(notify=(Period(Anchor.SHIPMENT, days),))), 1, 10_000_00)
    book = session.cover.of_customer(1, TODAY)
    assert [one.cover.insured for one in book.items] == [insured, 3000_00]


def test_a_late_notice_may_be_left_to_the_insurer(session: CompanySession) -> None:
    terms = PolicyTerms(notify=(Period(Anchor.DUE, 30),), late_notice=LateNotice.INSURER)
    limit(session, policy(session, terms), 1, 10_000_00)
    assert session.cover.of_customer(1, TODAY).insured == 5000_00


@pytest.mark.parametrize(
    ("rule", "covered"),
    [(FxRule.SHIPMENT, 3500_00), (FxRule.LOSS, 3000_00), (FxRule.LOWER, 3000_00)],
)
def test_whose_day_s_rate_counts(
    session: CompanySession, store: SqlStore, rule: FxRule, covered: int
) -> None:
    with store.write() as unit:
        unit.add(Rate("USD", date(2025, 12, 1), Decimal(6)))
        unit.commit("test")
    export = policy(session, PolicyTerms(scope=Scope.EXPORT, fx_rule=rule))
    limit(session, export, 2, 10_000_00)
    (found,) = session.cover.of_customer(2, TODAY).items
    assert (found.cover.covered, found.cover.insured) == (covered, 500_00)


def test_a_period_not_declared_is_not_insured(session: CompanySession, store: SqlStore) -> None:
    due = Period(Anchor.PERIOD_END, 10)
    home = policy(session, PolicyTerms(declaration=Frequency.QUARTER, declaration_due=due))
    limit(session, home, 1, 10_000_00)
    assert gaps(session.cover.of_customer(1, TODAY)) == {Gap.UNDECLARED: 2000_00}
    with store.write() as unit:
        quarter = (date(2025, 7, 1), date(2025, 9, 30))
        made = date(2025, 10, 9)
        unit.add(Declaration(home, *quarter, "CNY", 2000_00, "[]", declared_on=made))
        unit.commit("test")
    assert gaps(session.cover.of_customer(1, TODAY)) == {}


def test_tax_disputes_and_what_the_invoice_does_not_say(session: CompanySession, store: SqlStore) -> None:
    home = policy(session, PolicyTerms(vat_pct=Decimal(25)))
    limit(session, home, 1, 10_000_00)
    with store.write() as unit:
        unit.add(Dispute(4, date(2025, 12, 5), 1500_00))
        unit.commit("test")
    session.policies.save_shipments([Shipment(3, date(2024, 12, 31), vat=200_00)])
    book = session.cover.of_customer(1, TODAY)
    assert gaps(book)[Gap.OUTSIDE_PERIOD] == 2000_00
    assert (gaps(book)[Gap.VAT], gaps(book)[Gap.DISPUTED]) == (600_00, 1200_00)
    assert book.insured == 1200_00


def test_what_a_planned_shipment_would_have_insured(session: CompanySession) -> None:
    home = policy(session, PolicyTerms(max_terms_days=60))
    limit(session, home, 1, 6000_00)
    found = session.cover.planned(1, Money(2500_00, "CNY"), TODAY, terms_days=30)
    assert (found.insured, found.gaps) == (Money(1000_00, "CNY"), ((Gap.OVER_LIMIT, 1500_00),))
    late = session.cover.planned(1, Money(2500_00, "CNY"), TODAY, terms_days=90)
    assert late.gaps == ((Gap.TERMS_TOO_LONG, 2500_00),)


def test_meters_count_what_was_paid(session: CompanySession, store: SqlStore) -> None:
    home = policy(session, PolicyTerms(max_liability_multiple=Decimal(30), aggregate_first_loss=50_00))
    limit(session, home, 1, 10_000_00)
    with store.write() as unit:
        unit.add(PremiumPayment(home, date(2025, 1, 5), "deposit", 600_00))
        unit.add(PremiumPayment(home, date(2026, 1, 5), "adjustment", 600_00))
        unit.add(PremiumPayment(home, date(2025, 1, 6), "limit_fee", 90_00))
        unit.add(PremiumPayment(home, date(2025, 1, 7), "other", 36_00))
        unit.commit("test")
    meters = session.cover.meters(home, TODAY)
    assert (meters.liability, meters.premium_paid, meters.insured) == (18_000_00, 600_00, 5000_00)
    assert meters.first_loss == 50_00


def test_an_invoice_without_a_rate_is_in_no_sum(session: CompanySession, store: SqlStore) -> None:
    with store.write() as unit:
        unit.remove(Rate, [1])
        unit.commit("test")
    book = session.cover.book(TODAY)
    assert book.missing == ("USD",)
    assert book.open == 5000_00
    assert [base_gaps(one) for one in book.items if one.open_base is None] == [[]]
