"""Assessments over a file: what is on file, what is kept, how long it holds, and that it repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import assessment_text
from app.domain.assessment import Input
from app.domain.bill import Bill, BillEnd, BillKind
from app.domain.credit_file import (
    Certification,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_file_rules import figures_text
from app.domain.credit_record import GradeOverride, StoredAssessment
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Document, DocumentKind
from app.domain.financials import Line
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.problem import DomainError
from app.domain.scorecard import Grade, GradeBand
from app.services.control import CancelledError
from app.services.scoring_inputs import section
from app.services.scoring_tables import TableName
from app.services.scoring_validity import Tolerance, months_later
from app.services.scoring_views import Draft, TableRow
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.books import T
from tests.services.scoring import DAY, FIGURES, Scoring, scoring_on
from tests.services.test_scorecards import SHIPPED, refused, reweighed


@pytest.fixture
def desk(store: SqlStore) -> Scoring:
    made = scoring_on(store)
    made.books.customer()
    return made


def values(desk: Scoring, customer_id: int = 1, day: date = DAY) -> dict[str, Decimal | str | None]:
    service = desk.on(day)
    return {code: one.value for code, one in service.inputs(customer_id, day, SHIPPED).items()}


# -- what is on file ------------------------------------------------------------------------------


def test_a_file_known_well_answers_every_question(desk: Scoring) -> None:
    desk.known_well(1)
    desk.keep(Certification(1, "ISO 9001", valid_until=DAY))
    found = values(desk)
    assert found == {
        "debt_ratio": Decimal(55),
        "current_ratio": Decimal("1.5"),
        "ebit_return": Decimal(6),
        "earnings_cover": Decimal("0.1491"),
        "statement_quality": "audited",
        "years_known": Decimal("6.9979"),
        "days_late": Decimal(0),
        "late_ratio": Decimal(4),
        "longest_overdue": Decimal(0),
        "dispute_share": Decimal(0),
        "promises_kept": None,
        "order_change": Decimal(0),
        "industry_outlook": "growing",
        "country_risk": Decimal(2),
        "firm_age": Decimal("20.9966"),
        "registration": "normal",
        "court_records": Decimal(0),
        "certification": "valid",
        "external_rating": Decimal(85),
        "insurer_opinion": "full",
        "bank_reference": "good",
    }
    outcome = desk.on().assess(SHIPPED, desk.draft(1).inputs, DAY, desk.draft(1).facts)
    assert (outcome.grade, outcome.coverage) == (Grade.A, Decimal(100))


def test_nothing_unknown_is_taken_for_good(desk: Scoring) -> None:
    found = values(desk)
    assert {code for code, value in found.items() if value is not None} == {"country_risk"}
    assert desk.on().card_for(1, DAY) == "new"
    desk.keep(ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 3, 1)))
    assert values(desk)["court_records"] == 0  # somebody looked, nothing is confirmed
    desk.keep(
        ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 4, 1), identifier="9132", confirmed_by="王芳"),
        ExternalRating(1, "无名", "AAA", date(2025, 1, 1)),
    )
    assert values(desk)["court_records"] == 1
    given = desk.on().inputs(1, DAY, SHIPPED)["external_rating"]
    assert (given.value, given.detail) == (
        None,
        '["scoring.not_mapped", {"provider": "无名", "value": "AAA"}]',
    )


def test_later_papers_do_not_count_yet(desk: Scoring) -> None:
    desk.known_well(1)
    before = date(2025, 3, 1)
    desk.keep(replace_received(desk.store.find(FinancialStatement)[0]))
    found = values(desk, day=before)
    assert [found[code] for code in ("insurer_opinion", "external_rating", "registration")] == [None] * 3
    assert found["debt_ratio"] == 55
    assert values(desk)["debt_ratio"] == 55


def replace_received(statement: FinancialStatement) -> FinancialStatement:
    """The same year again, received after the day looked at."""
    return replace(statement, id=0, version=0, received_on=date(2025, 5, 1))


def test_a_half_year_is_brought_to_twelve_months(desk: Scoring) -> None:
    desk.keep(FinancialStatement(1, date(2025, 6, 30), "CNY", figures_text(FIGURES), months=6))
    given = desk.on().inputs(1, DAY, SHIPPED)
    assert given["ebit_return"].value == 12
    assert given["debt_ratio"].value == 55
    assert given["ebit_return"].detail == '["scoring.annualised", {"months": 6}]'
    no_debts = {**FIGURES, Line.CURRENT_LIABILITIES: 0}
    desk.keep(FinancialStatement(1, date(2025, 9, 30), "CNY", figures_text(no_debts), months=9))
    assert values(desk)["current_ratio"] is None


@pytest.mark.parametrize(
    ("code", "system", "letter"),
    [
        ("3311", "gbt4754", "C"),
        ("51", "gbt4754", "F"),
        ("4690", "isic", "G"),
        ("x", "isic", ""),
        ("1", "", ""),
    ],
)
def test_the_section_of_an_industry_code(code: str, system: str, letter: str) -> None:
    assert section(code, system) == letter


@pytest.mark.parametrize(
    ("industry", "system", "outlook"),
    [("C3831", "gbt4754", "growing"), ("3831", "gbt4754", "growing"), ("E48", "gbt4754", "weakening"),
     ("4711", "isic", "weakening"), ("", "gbt4754", None), ("ZZ", "gbt4754", None)],
)  # fmt: skip
def test_the_longest_beginning_of_an_industry_decides(
    desk: Scoring, industry: str, system: str, outlook: str | None
) -> None:
    desk.keep(Profile(1, industry=industry, industry_system=system))
    assert values(desk)["industry_outlook"] == outlook


def test_knockouts_are_read_from_file_and_ledger(desk: Scoring) -> None:
    service = desk.on()
    assert service.facts(1, DAY, SHIPPED) == {
        "sanctioned": None, "insolvent": None, "dishonest_debtor": None, "overdue_90_share": None,
        "bounced_bills": Decimal(0),
    }  # fmt: skip
    desk.books.enter(1, 30_000, "F1", due_date=T)
    desk.books.enter(1, 10_000, "F2", due_date=DAY)
    bounced = Bill(1, BillKind.CHEQUE, "7", T, DAY, "CNY", 100, ended_on=DAY, ended_how=BillEnd.BOUNCED)
    desk.keep(
        bounced,
        replace(bounced, number="8", ended_on=date(2024, 12, 31)),
        Profile(1, sanctioned="yes", sanctions_on=DAY),
        ExternalEvent(1, EventKind.DISHONEST_DEBTOR, T, identifier="9132", confirmed_by="王芳"),
    )
    customer = desk.store.get(Customer, 1)
    with desk.store.write() as uow:
        uow.replace(replace(customer, status=CustomerStatus.INSOLVENT, status_since=T))
        uow.commit("setting.chosen", name="test")
    facts = service.facts(1, DAY, SHIPPED)
    assert facts == {
        "sanctioned": "yes", "insolvent": "yes", "dishonest_debtor": "yes",
        "overdue_90_share": Decimal(75), "bounced_bills": Decimal(1),
    }  # fmt: skip
    assert service.facts(1, T - timedelta(1), SHIPPED)["insolvent"] is None
    new = service.card("new")
    assert service.facts(1, DAY, new)["overdue_90_share"] == 75
    assert service.assess(SHIPPED, {}, DAY, facts).grade is Grade.D


# -- what is kept ---------------------------------------------------------------------------------


def test_a_finished_assessment_repeats_for_ever(desk: Scoring) -> None:
    desk.known_well(1)
    service, draft = desk.on(), desk.draft(1)
    change = service.finish(draft)
    row_id = min(change.touched["stored_assessment"])
    first = service.recompute(row_id)
    assert first == service.assess(SHIPPED, draft.inputs, DAY, draft.facts)
    service.publish(reweighed(SHIPPED, 100 - 4, 1, 1, 1, 1), "全看报表")
    desk.behaves.clear()
    desk.keep(Profile(1, sanctioned="yes"))
    assert service.recompute(row_id) == first
    undo(desk.store)
    undo(desk.store)
    assert service.recompute(row_id) == first
    view = service.latest(1, DAY)
    assert view is not None
    assert (view.outcome, view.card_version, view.author, view.grade) == (first, 1, "王芳", Grade.A)
    assert service.recompute(row_id) == desk.on(date(2030, 1, 1)).recompute(row_id)


@given(
    numbers=st.lists(st.one_of(st.none(), st.decimals(-1000, 1000, places=3)), min_size=14, max_size=14),
    chosen=st.integers(0, 3),
    reason=st.text(max_size=5),
)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_was_put_in_comes_out_alike(
    desk: Scoring, numbers: list[Decimal | None], chosen: int, reason: str
) -> None:
    inputs, left = {}, list(numbers)
    for indicator in SHIPPED.indicators():
        choice = indicator.bins[chosen % len(indicator.bins)].choice
        value = choice or (left.pop() if left else None)
        replaced = None if choice else value
        inputs[indicator.code] = Input(
            value, "typed", DAY, detail=reason, replaces=replaced, reason=f"因 {reason}"
        )
    service = desk.on()
    service.finish(Draft(1, SHIPPED, DAY, inputs))
    view = service.latest(1, DAY)
    assert view is not None
    assert view.inputs == inputs
    assert service.recompute(view.id) == view.outcome == service.assess(SHIPPED, inputs, DAY, view.facts)
    assert (view.score, view.grade) == (view.outcome.score, view.outcome.grade)


def test_a_value_typed_over_needs_a_reason(desk: Scoring) -> None:
    service, draft = desk.on(), desk.draft(1)
    over = Input(Decimal(50), "typed", replaces=Decimal(90))
    with refused("assessment.no_reason"):
        service.finish(replace(draft, inputs={**draft.inputs, "debt_ratio": over}))
    service.finish(replace(draft, inputs={**draft.inputs, "debt_ratio": replace(over, reason="补充报表")}))
    view = service.latest(1, DAY)
    assert view is not None
    assert view.inputs["debt_ratio"].reason == "补充报表"


def test_knockouts_are_never_taken_from_a_draft(desk: Scoring) -> None:
    desk.known_well(1)
    draft = desk.draft(1)
    profile = desk.store.find(Profile)[0]
    with desk.store.write() as uow:
        uow.replace(replace(profile, sanctioned="yes"))
        uow.commit("setting.chosen", name="test")
    desk.on().finish(draft)
    view = desk.on().latest(1, DAY)
    assert view is not None
    assert (view.by_score, view.grade, view.facts["sanctioned"]) == (Grade.A, Grade.D, "yes")


def test_a_card_not_published_scores_for_nobody(desk: Scoring) -> None:
    draft = desk.draft(1)
    with refused("assessment.card_not_published"):
        desk.on().finish(replace(draft, card=reweighed(SHIPPED, 25, 40, 10, 10, 15)))
    assert desk.store.find(StoredAssessment) == []


def test_nobody_is_scored_as_of_a_day_to_come(desk: Scoring) -> None:
    with refused("assessment.future"):
        desk.on().finish(replace(desk.draft(1), as_of=DAY + timedelta(1)))
    assert desk.store.find(StoredAssessment) == []


def test_a_draft_is_kept_until_it_is_finished(desk: Scoring) -> None:
    service, draft = desk.on(), desk.draft(1)
    assert service.draft_of(1) is None
    service.save_draft_assessment(draft)
    service.save_draft_assessment(replace(draft, note="等报表"))
    kept = service.draft_of(1)
    assert kept is not None
    assert (kept.card, kept.inputs, kept.note) == (SHIPPED, draft.inputs, "等报表")
    assert service.latest(1, DAY) is None
    service.finish(kept)
    assert service.draft_of(1) is None
    service.save_draft_assessment(draft)
    service.drop_draft(1)
    assert service.draft_of(1) is None


@pytest.mark.parametrize("text", ["", "[]", "1", '{"inputs": 1}', '{"a": {"number": "x"}}', '{"a": true}',
                                  '{"a": {"value": 1, "on": "2025-02-30"}}', '{"a": 1e999}'])  # fmt: skip
def test_inputs_that_nobody_can_read_are_refused(text: str) -> None:
    with refused("assessment.unreadable"):
        assessment_text.read(text)


# -- how long it holds ----------------------------------------------------------------------------


def finished(desk: Scoring, day: date = DAY) -> int:
    change = desk.on(day).finish(desk.draft(1, day=day))
    return min(change.touched["stored_assessment"])


def why(desk: Scoring, day: date) -> str:
    """Why the last assessment no longer holds on a day; empty while it does. The grade says the same."""
    view = desk.on(day).latest(1, day)
    assert view is not None
    force = desk.on(day).grade_of([1], day)[1]
    assert (force.valid, force.ended) == (view.valid, view.ended)
    return view.ended.code.removeprefix("assessment.") if view.ended else ""


def test_a_grade_holds_so_many_months(desk: Scoring) -> None:
    desk.known_well(1)
    finished(desk)
    assert why(desk, DAY) == why(desk, date(2026, 12, 31)) == ""
    assert why(desk, date(2027, 1, 1)) == "expired"
    assert months_later(date(2025, 12, 31), 2) == date(2026, 2, 28)
    service = desk.on()
    assert service.validity() == {Grade.A: 12, Grade.B: 6, Grade.C: 3, Grade.D: 1}
    service.set_validity({Grade.A: 6})
    assert service.validity()[Grade.A] == 6
    with refused("assessment.validity"):
        service.set_validity({Grade.D: 9})


def test_events_end_a_grade_early(desk: Scoring) -> None:
    desk.known_well(1)
    finished(desk)
    later = DAY + timedelta(20)
    record = ExternalEvent(1, EventKind.COURT_RECORD, DAY + timedelta(5))
    desk.keep(record)
    assert why(desk, later) == ""
    desk.keep(replace(record, identifier="9132", confirmed_by="王芳"))
    assert why(desk, later) == "ended_court"
    assert why(desk, DAY + timedelta(4)) == ""
    undo(desk.store)
    desk.keep(ExternalEvent(1, EventKind.INSURER_CUT, DAY + timedelta(6)))
    assert why(desk, later) == "ended_insurer"


def test_new_arrears_end_a_grade_and_old_ones_do_not(desk: Scoring) -> None:
    desk.known_well(1)
    desk.books.enter(1, 50_000, "F1", due_date=DAY - timedelta(40))
    finished(desk)
    assert why(desk, DAY + timedelta(60)) == ""  # known when it was scored
    desk.books.enter(1, 100_000, "F2", day=200, due_date=DAY - timedelta(10))
    assert why(desk, DAY + timedelta(20)) == ""
    assert why(desk, DAY + timedelta(21)) == "ended_overdue"
    service = desk.on()
    service.set_tolerance(Tolerance(30, Decimal(70)))
    assert why(desk, DAY + timedelta(21)) == ""
    with refused("assessment.tolerance"):
        service.set_tolerance(Tolerance(-1))
    with refused("assessment.tolerance"):
        service.set_tolerance(Tolerance(3, Decimal("NaN")))
    with refused("scoring.loss_rates"):
        service.set_loss_rates({Grade.A: Decimal("NaN")})


def test_a_grade_is_replaced_ended_by_hand_and_overridden(desk: Scoring) -> None:
    desk.known_well(1)
    first = finished(desk, DAY - timedelta(30))
    second = finished(desk)
    service = desk.on()
    newest, older = service.history(1)
    assert (newest.id, older.id, newest.valid) == (second, first, True)
    assert older.ended is not None
    assert older.ended.code == "assessment.replaced"
    assert service.view(first).ended == older.ended
    override = GradeOverride(
        1, second, "A", "B", "other", "行业转弱，先降一级", "王芳", "李明", DAY, DAY + timedelta(30)
    )
    desk.keep(override)
    view = service.latest(1, DAY)
    assert view is not None
    assert (view.grade, view.final) == (Grade.A, Grade.B)
    assert service.grade_of(None, DAY)[1].grade is Grade.B
    assert service.grade_of([1], DAY + timedelta(31))[1].grade is Grade.A
    with refused("assessment.no_end_reason"):
        service.end(second, DAY, "")
    with refused("assessment.end_before"):
        service.end(second, DAY - timedelta(1), "改组")
    service.end(second, DAY, "改组")
    assert why(desk, DAY) == "ended_by_hand"
    assert service.grade_of([99], DAY) == {}


def test_what_moved_since_last_time(desk: Scoring) -> None:
    desk.known_well(1)
    service = desk.on()
    draft = desk.draft(1)
    outcome = service.assess(draft.card, draft.inputs, DAY, draft.facts)
    assert service.changes(1, outcome, DAY) == ()
    finished(desk)
    desk.pays(1, days=23, late=10)
    again = desk.draft(1)
    worse = service.assess(again.card, again.inputs, DAY, again.facts)
    moved = service.changes(1, worse, DAY)
    assert [one.indicator for one in moved][:2] == ["days_late", "late_ratio"]
    assert sum(one.now - one.was for one in moved) == worse.score - outcome.score


# -- everybody ------------------------------------------------------------------------------------


def test_everybody_is_scored_again(desk: Scoring) -> None:
    desk.known_well(1)
    two = desk.books.customer("绍兴柯润")
    finished(desk)
    desk.pays(1, days=60, late=20)
    rows = desk.on().rescore(DAY)
    assert [(row.customer_id, row.was, row.now, row.card) for row in rows] == [
        (1, Grade.A, Grade.B, "existing"),
        (two, None, Grade.D, "new"),
    ]
    assert rows[0].moved == 1
    draft = desk.draft(1)
    outcome = desk.on().assess(draft.card, draft.inputs, DAY, draft.facts)
    assert (rows[0].score, rows[0].coverage) == (outcome.score, outcome.coverage)

    class Stopped:
        def progress(self, done: int, total: int, label: str = "") -> None:
            """Tell nobody."""

        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        desk.on().rescore(DAY, Stopped())


def test_many_are_scored_for_good_in_one_step(desk: Scoring) -> None:
    desk.known_well(1)
    two = desk.books.customer("绍兴柯润")
    scoring = desk.on()
    draft = desk.draft(two, "new")
    scoring.save_draft_assessment(draft)
    change = scoring.finish_all(DAY, [1, two], author="小李", note="季度复评")
    assert change.verb == "assessment.finished_all"
    rows = {row.customer_id: row for row in scoring.rescore(DAY)}
    for customer_id in (1, two):
        view = scoring.latest(customer_id, DAY)
        assert view is not None
        assert (view.score, view.grade) == (rows[customer_id].score, rows[customer_id].now)
        assert (view.author, view.note, view.valid) == ("小李", "季度复评", True)
        assert scoring.recompute(view.id) == view.outcome
        assert view.valid_until == scoring.validity_rules.until(view.grade, DAY)
    assert scoring.draft_of(two) is None
    undo(desk.store)
    assert scoring.latest(1, DAY) is None
    assert scoring.draft_of(two) is not None
    with pytest.raises(DomainError, match=r"assessment\.nobody"):
        scoring.finish_all(DAY, [])


def test_a_card_is_tried_before_it_is_published(desk: Scoring) -> None:
    desk.known_well(1)
    two = desk.books.customer("绍兴柯润")
    desk.pays(two, days=60, n=10, late=9)
    desk.books.enter(two, 70_000, "F1", due_date=DAY)
    lower = (*SHIPPED.bands[:2], GradeBand(Grade.C, Decimal(20)), SHIPPED.bands[3])
    card = replace(SHIPPED, bands=lower)
    preview = desk.on().preview_card(card, DAY)
    told = {(row.customer_id, row.was, row.now, row.exposure) for row in preview.rows}
    assert told == {(1, Grade.A, Grade.A, 0), (two, Grade.D, Grade.C, 70_000)}
    assert {pair: (one.customers, one.exposure) for pair, one in preview.migration.items()} == {
        (was, now): (1, exposure) for _, was, now, exposure in told
    }
    assert [row.customer_id for row in preview.moved] == [two]
    assert (preview.loss_was, preview.loss_now) == (15_540, 6_020)
    desk.on().set_loss_rates({Grade.C: Decimal(10)})
    assert desk.on().preview_card(card, DAY).loss_now == 7_000
    with refused("scoring.loss_rates"):
        desk.on().set_loss_rates({Grade.A: Decimal(50)})
    assert preview.late_rates == {Grade.A: 0, Grade.C: Decimal("0.9")}
    late = {each.bin.low: (each.customers, each.late_rate) for each in preview.bins["days_late"] if each.bin}
    assert late[Decimal(45)] == (1, Decimal("0.9"))
    assert late[None] == (1, Decimal(0))
    assert all(sum(each.customers for each in rows) == 2 for rows in preview.bins.values())
    assert preview.currency == "CNY"


def test_an_unsound_card_is_not_tried(desk: Scoring) -> None:
    with refused("scorecard.unsound"):
        desk.on().preview_card(reweighed(SHIPPED, 0, 0, 0, 0, 0), DAY)


def test_own_rows_go_before_shipped_ones(desk: Scoring) -> None:
    service = desk.on()
    own = TableRow("CN", "5", "内部判断", DAY)
    service.set_row(TableName.COUNTRY_RISK, own)
    assert values(desk)["country_risk"] == 5
    assert [row for row in service.country_risk() if row.own] == [replace(own, own=True)]
    service.reset_table(TableName.COUNTRY_RISK, "CN")
    assert values(desk)["country_risk"] == 2
    service.set_row(TableName.INDUSTRY_OUTLOOK, TableRow("gbt4754:C", "distressed", "内部判断", DAY))
    service.reset_table(TableName.INDUSTRY_OUTLOOK)
    assert not any(row.own for row in service.industry_outlook())
    for row, code in (
        (replace(own, value="8"), "scoring.table_value"),
        (replace(own, value="x"), "scoring.table_value"),
        (replace(own, key=" "), "scoring.table_value"),
        (replace(own, source=" "), "scoring.table_source"),
    ):
        with refused(code):
            service.set_row(TableName.COUNTRY_RISK, row)


def test_few_payments_make_a_customer_new(desk: Scoring) -> None:
    service = desk.on()
    desk.pays(1, n=2)
    assert service.card_for(1, DAY) == "new"
    desk.pays(1, n=3)
    assert service.card_for(1, DAY) == "existing"
    with pytest.raises(DomainError, match=r"record\.missing"):
        service.inputs(99, DAY, SHIPPED)


def test_the_ledger_itself_feeds_the_card(desk: Scoring) -> None:
    for n in range(4):
        desk.books.enter(1, 10_000, f"F{n}", due_date=T + timedelta(30))
    desk.books.enter(1, 40_000, "R1", kind=DocumentKind.RECEIPT, day=53)
    credit = max(row.id for row in desk.store.find(Document))
    desk.books.ledger.allocate_all(credit, [(n, 10_000) for n in range(1, 5)])
    found = values(desk)
    assert found["days_late"] == 23
    assert desk.on().card_for(1, DAY) == "existing"


def test_an_insurers_worse_word_ends_a_grade_early(desk: Scoring) -> None:
    desk.known_well(1)
    finished(desk)
    later = DAY + timedelta(20)
    desk.keep(InsurancePolicy("大地", "D1", DAY, months_later(DAY, 12), "CNY", "{}"))
    granted = LimitDecision(1, 1, DAY + timedelta(3), DAY, "granted", "CNY", amount=100)
    desk.keep(granted)
    desk.keep(replace(granted, kind="discretionary", outcome="withdrawn"))
    desk.keep(replace(granted, on=DAY - timedelta(1), outcome="reduced"))
    assert why(desk, later) == ""
    for outcome in ("reduced", "withdrawn", "declined"):
        desk.keep(replace(granted, on=DAY + timedelta(6), outcome=outcome))
        assert why(desk, later) == "ended_insurer"
        assert why(desk, DAY + timedelta(5)) == ""
        undo(desk.store)
