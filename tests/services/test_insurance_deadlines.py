"""Duties towards the insurers: there while their reason is, gone when it is done; calendar and day's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from app.bootstrap.session import compose
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.customer import Customer
from app.domain.insurance_deadline import Duty
from app.domain.insurance_record import (
    Claim,
    ClaimEvent,
    Declaration,
    InsurancePolicy,
    InsurerNotice,
    LimitDecision,
    PremiumPayment,
    ShipmentStop,
)
from app.domain.policy import Anchor, Basis, CountryTerms, Frequency, Period, PolicyTerms
from app.services.duty_views import DutyItem
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
POLICY = InsurancePolicy("大地", "DZ-2025", date(2025, 4, 1), date(2026, 3, 31), "CNY", "", state="active")
TERMS = PolicyTerms(
    max_extension_days=60,
    waiting_days=90,
    notify=(Period(Anchor.DUE, 45),),
    adverse=(Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING),),
    claim=(Period(Anchor.WAITING_END, months=2), Period(Anchor.DUE, 240)),
    answer=(Period(Anchor.FILED, 30),),
    documents=(Period(Anchor.KNOWLEDGE, 15),),
    objection=(Period(Anchor.DECISION, 20),),
    declaration=Frequency.QUARTER,
    declaration_due=Period(Anchor.PERIOD_END, 20),
    deposit_premium=100_00,
    where={"notify": "第 8 条"},
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [Customer("苏州恒岳", code="C1")],
        [
            invoice(date(2025, 10, 1), 1000_00, date(2025, 11, 30), number="A"),
            invoice(date(2025, 10, 20), 2000_00, date(2025, 12, 20), number="B"),
            invoice(date(2025, 12, 20), 4000_00, date(2026, 2, 20), number="C"),
        ],
    ).write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, TERMS)
    return made


def duties(session: CompanySession, duty: Duty, as_of: date = TODAY) -> list[DutyItem]:
    return [item for item in session.deadlines.duties(as_of, 400) if item.duty is duty]


def add(store: SqlStore, *records: object) -> None:
    with store.write() as unit:
        for record in records:
            unit.add(record)  # type: ignore[arg-type]
        unit.commit("test")


def notice(day: date, documents: str = "", kind: str = "overdue") -> InsurerNotice:
    return InsurerNotice(1, 1, kind, day, "CNY", 3000_00, documents, sent_on=day)


def test_without_a_policy_there_is_nothing_to_do(store: SqlStore) -> None:
    made = compose(store, FixedClock(TODAY), store.close)
    assert made.deadlines.duties(TODAY) == []
    assert made.deadlines.stopped(1, TODAY) is None


def test_overdue_invoices_are_to_be_reported_the_oldest_deciding(
    session: CompanySession, store: SqlStore
) -> None:
    [item] = duties(session, Duty.NOTICE)
    assert (item.day, item.days_left(TODAY), item.forfeits) == (date(2026, 1, 14), 14, True)
    assert item.safe < item.day
    assert [number for _, number in item.documents] == ["A", "B"]
    assert item.deadline.decided_by.clause == "第 8 条"
    add(store, notice(TODAY, "1"))
    [item] = duties(session, Duty.NOTICE)
    assert [number for _, number in item.documents] == ["B"]
    add(store, notice(TODAY, "2"))
    assert duties(session, Duty.NOTICE) == []


def test_a_small_debt_need_not_be_reported(session: CompanySession) -> None:
    session.policies.save(replace(session.policies.all()[0].record), replace(TERMS, notify_minimum=1500_00))
    [item] = duties(session, Duty.NOTICE)
    assert [number for _, number in item.documents] == ["B"]


def test_the_maximum_extension_then_the_stop_until_it_is_recorded(
    session: CompanySession, store: SqlStore
) -> None:
    [ends] = duties(session, Duty.MEP_END)
    assert ends.day == date(2026, 1, 29)
    late = date(2026, 2, 1)
    [stop] = duties(session, Duty.STOP, late)
    assert session.deadlines.stopped(1, late) == date(2026, 1, 29)
    assert stop.forfeits
    add(store, ShipmentStop(1, 1, date(2026, 1, 30), "mep"))
    assert duties(session, Duty.STOP, late) == []


def test_from_the_notice_to_the_claim(session: CompanySession, store: SqlStore) -> None:
    assert duties(session, Duty.CLAIM) == []
    add(store, notice(date(2025, 12, 15)))
    [waits] = duties(session, Duty.WAITING_END)
    assert waits.day == date(2026, 2, 28)
    [claim] = duties(session, Duty.CLAIM)
    assert claim.day == date(2026, 4, 28)
    assert [one.day for one in claim.deadline.reckonings] == [date(2026, 4, 28), date(2026, 7, 28)]
    filed = Claim(1, 1, "default", ClaimState.FILED, "CNY", TODAY, filed_on=date(2025, 12, 20), claimed=1)
    add(store, filed)
    assert duties(session, Duty.CLAIM) == []
    [answer] = duties(session, Duty.ANSWER)
    assert (answer.day, answer.claim_id) == (date(2026, 1, 19), 1)


def test_insolvency_has_no_waiting_period(session: CompanySession, store: SqlStore) -> None:
    add(store, notice(date(2025, 12, 15), kind="insolvency"))
    assert duties(session, Duty.WAITING_END) == []


@pytest.mark.parametrize(
    ("state", "duty", "day"),
    [
        (ClaimState.DOCS_REQUESTED, Duty.DOCUMENTS, date(2026, 1, 9)),
        (ClaimState.DECLINED, Duty.OBJECTION, date(2026, 1, 14)),
    ],
)
def test_what_a_claim_waits_for(
    session: CompanySession, store: SqlStore, state: ClaimState, duty: Duty, day: date
) -> None:
    filed = Claim(1, 1, "default", state, "CNY", TODAY, filed_on=date(2025, 12, 1), claimed=5_00)
    add(store, filed, ClaimEvent(1, date(2025, 12, 25), "state", state))
    [item] = duties(session, duty)
    assert item.day == day


def test_bad_news_is_told_once_and_only_where_it_is_sure(session: CompanySession, store: SqlStore) -> None:
    unsure = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 12, 24))
    sure = replace(unsure, identifier="9132", confirmed_by="方")
    add(store, unsure, sure)
    [item] = duties(session, Duty.ADVERSE)
    assert item.day > date(2026, 1, 5)
    add(store, notice(date(2025, 12, 30), kind="adverse"))
    assert duties(session, Duty.ADVERSE) == []


def test_turnover_is_declared_period_by_period(session: CompanySession, store: SqlStore) -> None:
    found = duties(session, Duty.DECLARATION)
    assert [item.day for item in found][:3] == [date(2025, 7, 20), date(2025, 10, 20), date(2026, 1, 20)]
    quarter = (date(2025, 4, 1), date(2025, 6, 30))
    add(store, Declaration(1, *quarter, "CNY", 0, "[]", declared_on=date(2025, 7, 9)))
    assert duties(session, Duty.DECLARATION)[0].day == date(2025, 10, 20)


def test_limits_premium_and_the_policy_itself(session: CompanySession, store: SqlStore) -> None:
    day = date(2025, 4, 1)
    session.policies.decide(LimitDecision(1, 1, day, day, "granted", "", amount=5, until=date(2026, 1, 31)))
    [expires] = duties(session, Duty.LIMIT_EXPIRY)
    assert (expires.day, expires.customer) == (date(2026, 1, 31), "苏州恒岳")
    assert [item.day for item in duties(session, Duty.RENEWAL)] == [date(2026, 3, 31)]
    assert len(duties(session, Duty.PREMIUM)) == 1
    add(store, PremiumPayment(1, day, "deposit", 100_00))
    assert duties(session, Duty.PREMIUM) == []
    following = replace(
        POLICY, number="DZ-2026", start=date(2026, 4, 1), end=date(2027, 3, 31), previous_id=1
    )
    session.policies.save(following, TERMS)
    assert duties(session, Duty.RENEWAL) == []


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "可损通知 · 苏州恒岳"), ("en", "Overdue notice · 苏州恒岳")]
)
def test_duties_as_a_calendar(session: CompanySession, tmp_path: Path, lang: str, title: str) -> None:
    path = tmp_path / "期限.ics"
    written = session.deadlines.write_calendar(path, TODAY, lang)
    read = Calendar.from_ical(path.read_bytes())
    events = [part for part in read.walk() if part.name == "VEVENT"]
    assert len(events) == written
    [told] = [event for event in events if str(event["summary"]) == title]
    assert "2026" in str(told["description"])
    assert len({str(event["uid"]) for event in events}) == written


def test_duties_are_work_from_a_fortnight_before(session: CompanySession) -> None:
    found = [item for item in session.work.agenda(TODAY).items if item.kind == "insurance"]
    keys = [item.key.split(":")[1] for item in found]
    assert "notice" in keys
    assert "renewal" not in keys


def test_what_follows_a_notice_runs_from_the_notice_of_what_is_still_owed(
    session: CompanySession, store: SqlStore
) -> None:
    terms = replace(
        TERMS,
        waiting_anchor=Anchor.NOTICE,
        claim=(Period(Anchor.KNOWLEDGE, months=4),),
        countries=(CountryTerms("CN", waiting_days=30),),
    )
    [view] = session.policies.all()
    session.policies.save(view.record, terms)
    with store.write() as unit:
        unit.replace(replace(unit.get(Customer, 1), country="CN"))
        unit.commit("test")
    told = replace(notice(date(2025, 12, 10), "1"), known_on=date(2025, 12, 3))
    add(store, notice(date(2025, 5, 2), "999"), told)
    [waiting], [claim] = duties(session, Duty.WAITING_END), duties(session, Duty.CLAIM)
    assert waiting.day == date(2026, 1, 9)
    assert claim.day == date(2026, 4, 3)


def test_each_shipment_is_declared_where_the_policy_asks_it(session: CompanySession, store: SqlStore) -> None:
    terms = replace(TERMS, declaration=Frequency.SHIPMENT, declaration_due=Period(Anchor.PERIOD_END, 15))
    [view] = session.policies.all()
    session.policies.save(view.record, terms)
    found = duties(session, Duty.DECLARATION)
    days = [date(2025, 10, 16), date(2025, 11, 4), date(2026, 1, 4)]
    assert [item.day for item in found] == days
    assert [[number for _, number in item.documents] for item in found] == [["A"], ["B"], ["C"]]
    day = date(2025, 10, 1)
    add(store, Declaration(1, day, day, "CNY", 0, "[]", declared_on=date(2025, 10, 9)))
    assert [item.day for item in duties(session, Duty.DECLARATION)] == days[1:]
