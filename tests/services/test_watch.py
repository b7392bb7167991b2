"""The watch: rules over a ledger, an inbox without repetition, history without hindsight, reviews."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.alert_figures import Happened
from app.domain.alert_history import TroubleKind
from app.domain.alert_rules import RuleCode
from app.domain.bank import BankAccount, BankLine, BankStatement, LineState
from app.domain.bill import Bill, BillEnd, BillKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import EventKind, ExternalEvent, FinancialStatement
from app.domain.credit_record import CreditLimit, StoredAssessment
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Dispute, DocumentKind
from app.domain.problem import DomainError
from app.domain.review import ReviewReason
from app.domain.scorecard import Grade
from app.services.control import CancelledError
from app.services.session import CompanySession
from app.services.watch import ACTED, NEW, SNOOZED
from app.services.watch_views import AlertView
from app.services.work_sources.reviews import ReviewSource
from app.storage.company_file import create_company, open_company
from app.storage.readers.watch import SqlWatchReader
from app.storage.readers.work import SqlWorkReader
from app.storage.store import SqlStore
from app.words import say
from tests.services.ledgers import DAYS, Ledger, allocated, credit, invoice, ledgers, receipt
from tests.services.test_aging import fresh_store, replace_ledger

DAY = date(2025, 12, 31)


@dataclass
class Desk:
    """A file with one or two customers, open."""

    store: SqlStore
    session: CompanySession

    def add(self, *values: object) -> None:
        with self.store.write() as unit:
            for value in values:
                unit.add(value)  # type: ignore[arg-type]
            unit.commit("test")

    def fired(self, code: RuleCode, day: date = DAY) -> list[AlertView]:
        return [view for view in self.session.watch.preview(day) if view.rule is code]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(DAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    made = Desk(store, compose(store, clock, store.close))
    made.add(Customer("苏州恒岳", code="C1"), Customer("青岛海拓", code="C2"))
    yield made
    store.close()


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, built: Callable[[date], Path]
) -> Iterator[CompanySession]:
    path = tmp_path_factory.mktemp("sample") / "s.holdfast"
    shutil.copyfile(built(DAY), path)
    store = open_company(path, clock=FixedClock(DAY), actor="test")
    yield compose(store, FixedClock(DAY), store.close)
    store.close()


# -- single rules ---------------------------------------------------------------------------------


def paying(days_late: tuple[int, ...]) -> Ledger:
    """An invoice of every month of 2024 and 2025, each paid so many days after it fell due."""
    ledger = Ledger()
    for number, late in enumerate(days_late):
        on = date(2024 + number // 12, number % 12 + 1, 1)
        due = on + timedelta(10)
        ledger.documents += [
            invoice(on, 1000, due, number=f"F{number}"),
            receipt(due + timedelta(late), 1000),
        ]
        place = len(ledger.documents)
        ledger.allocations.append(allocated(ledger, place - 1, place, 1000))
    return ledger


def test_a_customer_that_pays_later_is_told_with_both_figures(desk: Desk) -> None:
    paying((2,) * 20 + (30, 30, 15, 15)).write(desk.store)
    (found,) = desk.fired(RuleCode.WORSENING)
    assert found.customer.code == "C1"
    assert int(str(found.params["before"])) < int(str(found.params["days"]))
    assert "late" in say("alert.worsening", "en", **found.params)
    assert not desk.fired(RuleCode.WORSENING, date(2025, 8, 31))


def test_an_open_overdue_invoice_counts_as_late(desk: Desk) -> None:
    ledger = paying((0,) * 22)
    ledger.documents.append(invoice(date(2025, 10, 2), 9000, date(2025, 11, 1)))
    ledger.write(desk.store)
    (found,) = desk.fired(RuleCode.WORSENING)
    assert found.params["before"] == "0"
    assert int(str(found.params["days"])) > 20


def test_orders_jump_and_drop_against_the_own_year(desk: Desk) -> None:
    start = date(2024, 10, 1)
    steady = [invoice(start + timedelta(25 * n), 1000, number=f"A{n}") for n in range(13)]
    jump = [invoice(date(2025, 12, n), 9000, number=f"B{n}") for n in (1, 2, 3)]
    other = [invoice(start + timedelta(25 * n), 1000, customer=2, number=f"C{n}") for n in range(13)]
    Ledger(documents=[*steady, *jump, *other]).write(desk.store)
    assert [one.alert.customer_id for one in desk.fired(RuleCode.ORDERS_JUMP)] == [1]
    assert [one.alert.customer_id for one in desk.fired(RuleCode.ORDERS_DROP)] == [2]


def test_limits_disputes_statements_and_concentration(desk: Desk) -> None:
    Ledger(
        documents=[invoice(date(2025, 12, 1), 950_00), invoice(date(2025, 12, 1), 10_00, customer=2)],
        disputes=[Dispute(1, date(2025, 12, 5)), Dispute(1, date(2025, 12, 9), amount=1)],
    ).write(desk.store)
    desk.add(
        CreditLimit(date(2025, 1, 1), "set", "CNY", customer_id=1, amount=1000_00),
        FinancialStatement(1, date(2023, 12, 31), "CNY", "{}"),
    )
    fired = {view.rule: view for view in desk.session.watch.preview(DAY) if view.alert.customer_id == 1}
    assert fired[RuleCode.LIMIT_USE].params == {"percent": "95"}
    assert fired[RuleCode.DISPUTES].params["n"] == 2
    assert fired[RuleCode.STALE_STATEMENT].params["months"] == 24
    assert fired[RuleCode.CONCENTRATION].params == {"percent": "99"}


def test_partial_payments_are_counted_by_what_they_left_open(desk: Desk) -> None:
    ledger = Ledger()
    for number, paid in enumerate((500, 700, 940, 960)):
        on = date(2025, 11, 1) + timedelta(number)
        ledger.documents += [invoice(on, 1000, number=f"F{number}"), receipt(on, paid)]
        ledger.allocations.append(allocated(ledger, 2 * number + 1, 2 * number + 2, paid))
    ledger.write(desk.store)
    (found,) = desk.fired(RuleCode.PARTIAL_PAYMENTS)
    assert (found.params["n"], found.params["on"]) == (3, "2025-11-03")


def test_a_new_account_is_told_once_another_was_known(desk: Desk) -> None:
    def line(key: str, on: date, account: str) -> BankLine:
        return BankLine(
            1, 1, key, on, 100, "CNY", payer_account=account, state=LineState.APPLIED, customer_id=1
        )

    desk.add(
        BankAccount("基本户", "CNY"),
        BankStatement(1, "a", "csv", "d", "CNY"),
        line("a", date(2025, 3, 1), "111122223333"),
        line("b", date(2025, 12, 20), "444455556666"),
        line("c", date(2025, 12, 21), "444455556666"),
    )
    (found,) = desk.fired(RuleCode.CHANGED_ACCOUNT)
    assert found.params == {"account": "…6666", "on": "2025-12-20"}
    assert not desk.fired(RuleCode.CHANGED_ACCOUNT, date(2025, 12, 19))


def test_events_need_a_confirmed_identifier_and_grades_two_assessments(desk: Desk) -> None:
    court = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 12, 1), identifier="9133", confirmed_by="方")
    made = StoredAssessment(
        1, "existing", 1, "h", date(2025, 1, 1), "{}", "80", "90", "A", "A", state="final"
    )
    desk.add(
        court,
        replace(court, confirmed_by="", kind=EventKind.DISHONEST_DEBTOR),
        made,
        replace(made, as_of=date(2025, 10, 1), grade="C"),
        replace(made, as_of=date(2025, 11, 1), grade="D", state="draft"),
    )
    (event,) = desk.fired(RuleCode.EXTERNAL_EVENT)
    assert event.params["kind"] == "court_record"
    (drop,) = desk.fired(RuleCode.GRADE_DROP)
    assert (drop.params["was"], drop.params["now"]) == ("A", "C")


# -- the inbox ------------------------------------------------------------------------------------


def test_running_twice_adds_nothing(desk: Desk) -> None:
    paying((2,) * 20 + (30, 30, 15, 15)).write(desk.store)
    watch = desk.session.watch
    first = watch.run(DAY)
    assert first
    assert all(view.alert.id and view.state == NEW for view in first)
    assert watch.run(DAY) == []
    assert RuleCode.WORSENING not in {view.rule for view in watch.run(DAY + timedelta(30))}
    assert {view.alert.id for view in watch.inbox(as_of=DAY)} == {view.alert.id for view in first}


def test_a_warning_is_seen_put_off_acted_on_and_taken_up_again(desk: Desk) -> None:
    paying((2,) * 20 + (30, 30, 15, 15)).write(desk.store)
    watch = desk.session.watch
    alert_id = watch.run(DAY)[0].alert.id
    watch.snooze(alert_id, DAY + timedelta(7), "等对账")
    assert [view.alert.note for view in watch.inbox(SNOOZED) if view.alert.id == alert_id] == ["等对账"]
    assert alert_id in {view.alert.id for view in watch.inbox(NEW, DAY + timedelta(7))}
    with pytest.raises(DomainError, match=r"alert\.snoozed_into_past"):
        watch.snooze(alert_id, DAY)
    with pytest.raises(DomainError, match=r"alert\.no_note"):
        watch.act(alert_id, " ")
    assert watch.act(alert_id, "改为预付").verb == "alert.acted"
    assert [view.alert.id for view in watch.inbox((ACTED,))] == [alert_id]
    watch.reopen(alert_id)
    watch.acknowledge(alert_id)
    assert alert_id not in {view.alert.id for view in watch.inbox(NEW)}


def test_rules_are_changed_switched_off_and_reset(desk: Desk) -> None:
    paying((2,) * 20 + (30, 30, 15, 15)).write(desk.store)
    watch = desk.session.watch
    view = next(one for one in watch.rules() if one.rule.code is RuleCode.WORSENING)
    stricter = {**view.rule.thresholds, "more_days": Decimal(900)}
    watch.save_rule(replace(view.rule, thresholds=stricter))
    assert not desk.fired(RuleCode.WORSENING)
    assert [one.rule.code for one in watch.rules() if one.changed] == [RuleCode.WORSENING]
    watch.reset_rule("worsening")
    assert desk.fired(RuleCode.WORSENING)
    watch.save_rule(replace(view.rule, enabled=False))
    assert not desk.fired(RuleCode.WORSENING)
    desk.session.settings.set("watch.rules", {"worsening": "nonsense"})
    assert not any(one.changed for one in watch.rules())


# -- history --------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=10)
@given(ledgers(), DAYS)
def test_figures_of_a_day_know_nothing_of_later_days(ledger: Ledger, day: date) -> None:
    early = replace_ledger(ledger, day)
    with fresh_store() as before, fresh_store() as after:
        early.write(before)
        ledger.write(after)
        then, now = SqlWatchReader(before), SqlWatchReader(after)
        assert then.lateness(day, 90) == now.lateness(day, 90)
        assert then.volumes(day, 90) == now.volumes(day, 90)
        assert then.owed(day) == now.owed(day)
        assert _told(then.partial_payments(day, 90)) == _told(now.partial_payments(day, 90))
        assert _told(then.disputes(day, 90)) == _told(now.disputes(day, 90))


def _told(found: Mapping[int, Happened]) -> dict[int, tuple[int, date]]:
    """Without ids: what is left of a ledger is numbered anew."""
    return {key: (one.count, one.last_on) for key, one in found.items()}


@settings(deadline=None, max_examples=10)
@given(ledgers(), st.integers(0, 400))
def test_what_is_owed_is_what_plain_counting_gives(ledger: Ledger, days: int) -> None:
    ledger.documents = [replace(one, currency="CNY") for one in ledger.documents]
    ledger.allocations = [replace(one, credit_amount=one.amount) for one in ledger.allocations]
    day = date(2025, 1, 1) + timedelta(days)
    counted = {
        key[0]: sum(amount for name, amount in sums.items() if name.startswith("age"))
        for key, sums in ledger.open_on(day).items()
    }
    with fresh_store() as store:
        ledger.write(store)
        found = {key: one.amount for key, one in SqlWatchReader(store).owed(day).items()}
    assert found == {key: amount for key, amount in counted.items() if amount > 0}


def test_a_rule_on_history_is_judged_by_what_followed(desk: Desk) -> None:
    ledger = paying((2,) * 14 + (30,) * 2)
    ledger.documents.append(invoice(date(2025, 5, 1), 1000, date(2025, 6, 1), number="OPEN"))
    ledger.write(desk.store)
    watch = desk.session.watch
    view = next(one for one in watch.rules() if one.rule.code is RuleCode.WORSENING)
    found = watch.test_rule(view.rule, date(2025, 1, 1), DAY)
    first = found.firings[0]
    assert first.warned.on == date(2025, 4, 30)
    assert first.trouble is not None
    assert (first.trouble.kind, first.trouble.on) == (TroubleKind.OVERDUE, date(2025, 8, 1))
    assert (found.troubled, found.foreseen) == (1, 1)
    assert found.fired >= found.before_trouble >= 1
    assert watch.inbox() == []
    with pytest.raises(DomainError, match=r"watch\.span"):
        watch.test_rule(view.rule, DAY, date(2025, 1, 1))


def test_every_kind_of_trouble_is_found_once(desk: Desk) -> None:
    ledger = Ledger(
        documents=[
            invoice(date(2025, 1, 1), 1000, date(2025, 2, 1)),
            credit(DocumentKind.WRITE_OFF, date(2025, 7, 1), 500),
        ]
    )
    ledger.allocations.append(allocated(ledger, 1, 2, 500))
    ledger.write(desk.store)
    gone = desk.store.get(Customer, 2)
    with desk.store.write() as unit:
        unit.replace(replace(gone, status=CustomerStatus.INSOLVENT, status_since=date(2025, 8, 1)))
        unit.add(
            Bill(2, next(iter(BillKind)), "B1", date(2025, 1, 1), date(2025, 3, 1), "CNY", 100,
                 ended_on=date(2025, 3, 2), ended_how=BillEnd.BOUNCED)
        )  # fmt: skip
        unit.commit("test")
    reader = SqlWatchReader(desk.store)
    found = {(one.customer_id, one.kind, one.on) for one in reader.troubles(date(2025, 1, 1), DAY)}
    assert found == {
        (1, TroubleKind.OVERDUE, date(2025, 4, 3)),
        (1, TroubleKind.WRITE_OFF, date(2025, 7, 1)),
        (2, TroubleKind.INSOLVENCY, date(2025, 8, 1)),
        (2, TroubleKind.BOUNCED_BILL, date(2025, 3, 2)),
    }
    assert not reader.troubles(date(2025, 4, 4), date(2025, 6, 30))


def test_every_shipped_rule_runs_on_the_sample_and_can_be_stopped(sample: CompanySession) -> None:
    class Stopped:
        def progress(self, done: int, total: int, label: str = "") -> None:
            del done, total, label

        def cancelled(self) -> bool:
            return True

    for view in sample.watch.rules():
        found = sample.watch.test_rule(view.rule, date(2025, 6, 1), DAY)
        assert found.fired == len(found.firings)
    with pytest.raises(CancelledError):
        sample.watch.run(DAY, Stopped())
    for alert in sample.watch.preview(DAY):
        for lang in ("zh", "en"):
            assert "{" not in say(f"alert.{alert.rule}", lang, **alert.params)


# -- reviews --------------------------------------------------------------------------------------


def test_reviews_come_by_grade_limit_event_and_for_those_never_assessed(desk: Desk) -> None:
    made = StoredAssessment(
        1, "existing", 1, "h", date(2025, 1, 15), "{}", "55", "90", "C", "C", state="final"
    )
    desk.add(made)
    Ledger(documents=[invoice(date(2025, 12, 1), 100, customer=2)]).write(desk.store)
    watch = desk.session.watch
    found = {view.due.customer_id: view.due for view in watch.reviews(DAY)}
    assert (found[1].due_on, found[1].reason, found[1].grade) == (
        date(2025, 4, 15),
        ReviewReason.GRADE,
        Grade.C,
    )
    assert found[2].reason is ReviewReason.NEVER
    assert [view.due.customer_id for view in watch.reviews(date(2025, 4, 1))] == []
    assert [view.due.customer_id for view in watch.reviews(date(2025, 4, 1), date(2025, 4, 15))] == [1]
    court = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 2, 1), identifier="9133", confirmed_by="方")
    desk.add(court)
    assert watch.reviews(date(2025, 3, 1))[0].due.reason is ReviewReason.EVENT


def test_the_month_is_asked_for_until_it_is_in(desk: Desk) -> None:
    source = ReviewSource(lambda: desk.session.watch, SqlWorkReader(desk.store))
    assert list(source.items(DAY)) == []
    Ledger(documents=[receipt(date(2025, 11, 26), 100)]).write(desk.store)
    (item,) = source.items(DAY)
    assert (item.key, item.due, item.action) == ("review:month:2025-11", date(2025, 12, 5), "import")
    Ledger(documents=[receipt(date(2025, 11, 28), 100)]).write(desk.store)
    assert list(source.items(DAY)) == []
