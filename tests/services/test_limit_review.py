"""The quarterly review of limits: what is unused, too small, expiring or unproven, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.document import Rate
from app.domain.insurance_record import LimitDecision, Shipment
from app.domain.policy import PolicyTerms
from app.domain.problem import DomainError
from app.services.limit_reviewing import REVIEWED
from app.services.policy_views import Ask, Finding, ReviewRow
from app.services.session import CompanySession
from app.words import say
from tests.services.insuring import TODAY, policy_on, session_on
from tests.services.ledgers import invoice, receipt

GRANTED = LimitDecision(1, 1, date(2025, 5, 1), date(2025, 5, 1), "granted", "", amount=500_000_00)


DOCUMENTS = [
    invoice(date(2025, 10, 10), 400_000_00, date(2025, 11, 10)),
    invoice(date(2025, 12, 1), 100_000_00, date(2026, 1, 31)),
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = session_on(tmp_path, DOCUMENTS)
    yield made
    made.close()


def paid(session: CompanySession) -> None:
    """The first invoice is paid on 5 November."""
    session.ledger.enter_receipt(receipt(date(2025, 11, 5), 400_000_00), [(1, 400_000_00)])


def reviewed(session: CompanySession, customer_id: int = 1, **more: Any) -> ReviewRow:
    found = session.policies.limit_review(TODAY, **more)
    row = next(one for one in found.rows if one.customer_id == customer_id)
    for one in row.findings:
        assert say(f"limit_finding.{one}", "zh")
    for ask in row.asks:
        assert say(f"limit_ask.{ask}", "en", amount="1", on_time=row.on_time, on="x")
    return row


def decided(session: CompanySession, **fields: Any) -> None:
    session.policies.decide(replace(GRANTED, **fields))


def test_debt_above_the_limit_asks_for_more(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=450_000_00)
    row = reviewed(session)
    assert (row.used, row.peak, row.over) == (500_000_00, 500_000_00, 50_000_00)
    assert (row.findings, row.asks) == ((Finding.OVER,), (Ask.RAISE,))
    assert row.suggested == 600_000_00


def test_a_limit_that_fits_is_left_alone(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=700_000_00)
    row = reviewed(session)
    assert (row.findings, row.asks, row.suggested) == ((), (), None)
    assert session.policies.limit_review(TODAY).to_do == ()


def test_a_limit_that_is_nearly_full(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=520_000_00)
    assert reviewed(session).findings == (Finding.TIGHT,)


def test_an_unused_limit_is_lowered_and_one_without_debt_returned(session: CompanySession) -> None:
    policy_on(session, PolicyTerms(limit_fee=300_00))
    decided(session, amount=5_000_000_00)
    decided(session, customer_id=2)
    row = reviewed(session)
    assert (row.findings, row.asks, row.suggested) == ((Finding.UNUSED,), (Ask.LOWER,), 600_000_00)
    idle = reviewed(session, 2)
    assert (idle.asks, idle.suggested, idle.fee) == ((Ask.RETURN,), 0, 300_00)
    found = session.policies.limit_review(TODAY)
    assert found.granted == {1: 5_500_000_00}
    assert found.unused == {1: 5_000_000_00}
    assert found.fees == {1: 600_00}


def test_the_peak_of_the_last_months_counts_not_today_alone(session: CompanySession) -> None:
    paid(session)
    policy_on(session)
    decided(session, amount=420_000_00)
    row = reviewed(session)
    assert (row.used, row.peak) == (100_000_00, 400_000_00)
    assert row.findings == (Finding.TIGHT,)


def test_no_limit_asks_for_one_unless_our_own_discretion_is_enough(session: CompanySession) -> None:
    policy_on(session)
    row = reviewed(session)
    assert (row.findings, row.asks, row.over) == ((Finding.NONE,), (Ask.REQUEST,), 500_000_00)
    assert row.suggested == 600_000_00


def test_discretion_needs_evidence_and_new_one_every_year(session: CompanySession) -> None:
    paid(session)
    policy_on(session, PolicyTerms(discretionary_limit=600_000_00))
    row = reviewed(session)
    assert (row.findings, row.asks, row.on_time) == ((Finding.NO_EVIDENCE,), (Ask.EVIDENCE,), 1)
    own = {"kind": "discretionary", "amount": None, "evidence": "两次按期付款"}
    decided(session, **own, on=date(2024, 11, 1), effective=date(2025, 4, 1))
    assert Finding.OLD_EVIDENCE in reviewed(session).findings
    decided(session, **own, on=TODAY, effective=date(2025, 4, 1))
    assert reviewed(session).asks == ()


def test_what_ends_soon_is_renewed_if_it_is_needed(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=700_000_00, until=date(2026, 1, 31))
    row = reviewed(session)
    assert (row.findings, row.asks) == ((Finding.EXPIRING,), (Ask.RENEW,))
    assert (row.suggested, row.until) == (700_000_00, date(2026, 1, 31))


@pytest.mark.parametrize("outcome", ["declined", "withdrawn"])
def test_after_a_no_credit_stops(session: CompanySession, outcome: str) -> None:
    policy_on(session)
    decided(session, amount=None, outcome=outcome)
    row = reviewed(session)
    assert (row.findings, row.asks) == ((Finding.REFUSED,), (Ask.COLLECT,))


def test_an_expired_limit(session: CompanySession) -> None:
    policy_on(session)
    decided(session, until=date(2025, 11, 30))
    assert reviewed(session).findings == (Finding.EXPIRED,)


def test_a_request_is_waited_for_then_chased_then_answered(session: CompanySession) -> None:
    policy_on(session)
    session.policies.request(1, 1, 600_000_00, on=TODAY, terms_days=90, note="旺季")
    row = reviewed(session)
    assert row.pending is not None
    assert (row.findings, row.asks) == ((Finding.NONE, Finding.PENDING), ())
    later = session.policies.limit_review(date(2026, 1, 20)).rows[0]
    assert later.asks == (Ask.CHASE,)
    with pytest.raises(DomainError, match=r"buyer_limit\.pending"):
        session.policies.request(1, 1, 600_000_00)
    session.policies.request(1, 1, 700_000_00)
    decided(session, on=TODAY, effective=TODAY, amount=700_000_00)
    assert session.policies.pending(1, 1) is None
    assert reviewed(session).findings == ()
    assert [one.outcome for one in session.policies.decisions(1)] == ["granted", "requested", "requested"]


def test_a_request_of_nothing_is_refused(session: CompanySession) -> None:
    policy_on(session)
    with pytest.raises(DomainError, match=r"buyer_limit\.nothing_requested"):
        session.policies.request(1, 1, 0)


def test_without_a_policy_there_is_nothing_to_review(session: CompanySession) -> None:
    assert session.policies.limit_review(TODAY).rows == ()


def test_decisions_and_stops_stand_on_the_timeline(session: CompanySession) -> None:
    policy_on(session)
    session.policies.request(1, 1, 900_00, on=date(2025, 4, 20))
    decided(session)
    decided(session, on=date(2025, 6, 1), effective=date(2025, 6, 1), outcome="reduced", amount=300_00)
    decided(session, on=date(2025, 7, 1), effective=date(2025, 7, 1), outcome="withdrawn", amount=None)
    events = [one for one in session.aging.events(1, 20) if one.kind.startswith("buyer_limit")]
    assert [(one.kind, one.amount, one.number) for one in events] == [
        ("buyer_limit.withdrawn", 0, "DZ-2025"),
        ("buyer_limit.reduced", 300_00, "DZ-2025"),
        ("buyer_limit.granted", 500_000_00, "DZ-2025"),
        ("buyer_limit.requested", 900_00, "DZ-2025"),
    ]
    for one in events:
        for lang in ("zh", "en"):
            assert say(f"event.{one.kind}", lang, number=one.number, amount="1")


def test_tax_that_is_not_insured_fills_no_limit(session: CompanySession) -> None:
    policy_on(session, PolicyTerms(vat_pct=Decimal(25)))
    session.policies.save_shipments([Shipment(1, vat=40_000_00)])
    decided(session)
    row = reviewed(session)
    assert row.used == 360_000_00 + 80_000_00
    late = receipt(date(2025, 12, 10), 400_000_00)  # open at the end of November
    session.ledger.enter_receipt(late, [(1, 400_000_00)])
    assert reviewed(session).peak == 360_000_00


def test_a_policy_of_another_currency_counts_in_its_own(tmp_path: Path) -> None:
    for rates, used in (([], 0), ([Rate("USD", date(2025, 1, 1), Decimal(8))], 62_500_00)):
        folder = tmp_path / str(used)
        folder.mkdir()
        session = session_on(folder, DOCUMENTS, rates)
        policy_on(session, currency="USD")
        decided(session)
        row = reviewed(session)
        assert (row.used, row.peak) == (used, used)
        session.close()


def test_what_is_on_account_fills_no_limit(session: CompanySession) -> None:
    policy_on(session)
    decided(session)
    before = reviewed(session).used
    session.ledger.enter_receipt(receipt(date(2025, 12, 30), 150_000_00))
    assert reviewed(session).used == before - 150_000_00


def test_a_row_is_marked_done_for_the_quarter_and_taken_up_again(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=450_000_00)
    assert [row.customer_id for row in session.policies.limit_review(TODAY).to_do] == [1]
    session.policies.mark_reviewed(1, 1)
    assert reviewed(session).done_on == TODAY
    assert session.policies.limit_review(TODAY).to_do == ()
    assert session.policies.limit_review(TODAY.replace(month=11, day=30)).rows[0].done_on is None
    session.policies.mark_reviewed(1, 1, done=False)
    assert reviewed(session).done_on is None


def test_a_mark_of_the_last_quarter_counts_no_more(session: CompanySession) -> None:
    policy_on(session)
    decided(session, amount=450_000_00)
    session.settings.set(REVIEWED, {"1:1": "2025-09-30", "1:2": "soon"})
    assert reviewed(session).done_on is None
    session.settings.set(REVIEWED, {"1:1": "2025-09-30"})
    assert reviewed(session).done_on is None
    session.policies.mark_reviewed(1, 1)
    assert session.settings.get(REVIEWED) == {"1:1": TODAY.isoformat()}
