"""Early-warning rules: when each fires, that no cause is told twice, and what history says of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import resources
from app.domain import alert_figures as figures
from app.domain.alert_figures import (
    GradeMove,
    Happened,
    Lateness,
    LimitUse,
    NewAccount,
    Outside,
    Owed,
    Volume,
)
from app.domain.alert_history import HORIZON, Trouble, TroubleKind, judged, month_ends
from app.domain.alert_rules import AlertRule, RuleCode, Told, Warned, fresh, rule_as_json, rule_of
from app.domain.problem import DomainError
from app.domain.review import ReviewFacts, ReviewReason, review_due, review_months
from app.domain.scorecard import Grade

DAY = date(2025, 12, 31)
SHIPPED = {
    RuleCode(one["code"]): rule_of(one)
    for one in json.loads(resources.path("alert_rules.json").read_text(encoding="utf-8"))["rules"]
}


def rule(code: RuleCode, **thresholds: int) -> AlertRule:
    shipped = SHIPPED[code]
    more = {name: Decimal(value) for name, value in thresholds.items()}
    return replace(shipped, thresholds={**shipped.thresholds, **more})


def test_every_rule_is_shipped_with_a_note() -> None:
    assert set(SHIPPED) == set(RuleCode)
    assert all(one.note and one.enabled for one in SHIPPED.values())


@pytest.mark.parametrize(
    ("recent", "before", "payments", "fires"),
    [(20, 10, 3, True), (19, 10, 3, False), (4, -20, 9, False), (20, 10, 2, False), (None, 10, 3, False)],
)
def test_paying_later_needs_both_thresholds_and_payments(
    recent: int | None, before: int, payments: int, fires: bool
) -> None:
    lateness = Lateness(None if recent is None else Decimal(recent), Decimal(before), payments)
    found = figures.worsening(rule(RuleCode.WORSENING), 1, lateness, DAY)
    assert (found is not None) is fires
    assert found is None or (found.lasting and found.params == {"days": "20", "before": "10"})


@pytest.mark.parametrize(
    ("code", "recent", "percent"),
    [
        (RuleCode.ORDERS_JUMP, 180_00, None),
        (RuleCode.ORDERS_JUMP, 270_00, "200"),
        (RuleCode.ORDERS_DROP, 30_00, "67"),
        (RuleCode.ORDERS_DROP, 270_00, None),
        (RuleCode.ORDERS_DROP, 0, "100"),
    ],
)
def test_orders_are_held_against_the_customers_own_year(
    code: RuleCode, recent: int, percent: str | None
) -> None:
    volume = Volume(recent, 365_00, 12)
    found = figures.orders_moved(rule(code, days=90, percent=101 if percent is None else 60), 1, volume, DAY)
    assert (found.params["percent"] if found else None) == percent
    assert figures.orders_moved(rule(code), 1, replace(volume, invoices_before=1), DAY) is None


def test_a_limit_is_told_once_near_and_once_over() -> None:
    used = [
        figures.limit_use(rule(RuleCode.LIMIT_USE), 1, LimitUse(7, Decimal(percent)), DAY)
        for percent in ("89.9", "90", "100", "100.1", "140")
    ]
    assert [one and one.cause for one in used] == [
        None,
        "limit:7:near",
        "limit:7:near",
        "limit:7:over",
        "limit:7:over",
    ]


def test_happenings_are_known_by_the_last_of_them() -> None:
    broken = rule(RuleCode.BROKEN_PROMISES, count=2)
    assert figures.happened(broken, 1, Happened(1, 5, DAY), DAY) is None
    found = figures.happened(broken, 1, Happened(2, 5, DAY), DAY)
    assert found is not None
    assert found.cause == "broken_promises:5"
    assert not found.lasting
    part = figures.partial_payments(rule(RuleCode.PARTIAL_PAYMENTS, count=1), 1, Happened(1, 5, DAY), DAY)
    assert part is not None
    assert part.lasting


def test_single_things_name_their_cause() -> None:
    account = NewAccount("6222020200112233", DAY, 4)
    changed = figures.changed_account(rule(RuleCode.CHANGED_ACCOUNT), 1, account, DAY)
    event = figures.external_event(rule(RuleCode.EXTERNAL_EVENT), 1, Outside(9, "court_record", DAY), DAY)
    assert changed is not None
    assert changed.params["account"] == "…2233"
    assert event is not None
    assert event.cause == "event:9"
    for now, fires in ((Grade.B, False), (Grade.A, False), (Grade.C, True)):
        move = GradeMove(3, Grade.B, now, DAY)
        assert (figures.grade_drop(rule(RuleCode.GRADE_DROP), 1, move, DAY) is not None) is fires


def test_a_statement_is_old_only_where_something_is_owed() -> None:
    old, owed = rule(RuleCode.STALE_STATEMENT), Owed(100, Decimal(1))
    assert figures.stale_statement(old, 1, date(2024, 7, 1), owed, DAY) is None
    assert figures.stale_statement(old, 1, date(2024, 6, 30), owed, DAY) is not None
    assert figures.stale_statement(old, 1, date(2020, 6, 30), Owed(0, Decimal(0)), DAY) is None
    big = figures.concentration(rule(RuleCode.CONCENTRATION), 1, Owed(1, Decimal("20.04")), DAY)
    assert big is not None
    assert big.params == {"percent": "20"}


WARNINGS = st.lists(
    st.builds(
        Warned,
        st.sampled_from([RuleCode.WORSENING, RuleCode.DISPUTES]),
        st.integers(1, 2),
        st.sampled_from("abc"),
        st.integers(0, 200).map(lambda n: DAY - timedelta(n)),
        lasting=st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=60)
@given(WARNINGS, st.integers(1, 120))
def test_what_was_told_is_not_told_again(found: list[Warned], quiet: int) -> None:
    new = fresh(found, (), quiet)
    told = [Told(one.rule.value, one.customer_id, one.cause, one.on) for one in new]
    assert fresh(found, told, quiet) == []
    assert len({(one.rule, one.customer_id, one.cause) for one in new}) == len(new)


def test_a_lasting_condition_is_told_again_after_the_quiet_days() -> None:
    told = [Told("worsening", 1, "since:x", DAY)]
    for days, again in ((1, False), (89, False), (90, True)):
        on = DAY + timedelta(days)
        warned = Warned(RuleCode.WORSENING, 1, f"since:{on}", on, lasting=True)
        assert bool(fresh([warned], told, 90)) is again


def test_rules_go_through_json_and_refuse_nonsense() -> None:
    for shipped in SHIPPED.values():
        assert rule_of(rule_as_json(shipped), shipped) == shipped
    shipped = SHIPPED[RuleCode.WORSENING]
    for given_, code in (
        ({"code": "x"}, "alert_rule.unreadable"),
        ("text", "alert_rule.unreadable"),
        ({**rule_as_json(shipped), "thresholds": {"days": "1"}}, "alert_rule.thresholds"),
        (rule_as_json(rule(RuleCode.WORSENING, days=0)), "alert_rule.value"),
        (rule_as_json(rule(RuleCode.WORSENING, at_least=-1)), "alert_rule.value"),
        (
            rule_as_json(replace(shipped, thresholds={**shipped.thresholds, "days": Decimal("1.5")})),
            "alert_rule.whole",
        ),
        (
            rule_as_json(replace(shipped, thresholds={**shipped.thresholds, "days": Decimal("NaN")})),
            "alert_rule.value",
        ),
    ):
        with pytest.raises(DomainError, match=code.replace(".", r"\.")):
            rule_of(given_, shipped)


def test_trouble_counts_when_it_comes_after_the_warning_within_the_horizon() -> None:
    on = date(2025, 1, 31)
    warned = Warned(RuleCode.DISPUTES, 1, "x", on)

    def told(*days: int, until: date = DAY) -> tuple[bool, bool, bool]:
        troubles = [Trouble(1, TroubleKind.OVERDUE, on + timedelta(n)) for n in days]
        (firing,) = judged([warned], troubles, until)
        return firing.trouble is not None, firing.already, firing.pending

    assert told(HORIZON) == (True, False, False)
    assert told(HORIZON + 1) == (False, False, False)
    assert told(0) == (False, True, False)
    assert told(-10, 20) == (True, True, False)
    assert told(until=on + timedelta(30)) == (False, False, True)


def test_months_are_looked_at_on_their_last_day() -> None:
    assert month_ends(date(2025, 1, 31), date(2025, 3, 30)) == [date(2025, 1, 31), date(2025, 2, 28)]
    assert month_ends(date(2025, 1, 1), date(2025, 1, 30)) == []


def test_reviews_come_by_whatever_is_first() -> None:
    facts = ReviewFacts(1, Grade.B, date(2025, 1, 31), date(2025, 7, 31), date(2025, 9, 1))
    for changed, months, on, reason in (
        ({}, 6, date(2025, 7, 31), ReviewReason.ASSESSMENT_ENDED),
        ({}, 1, date(2025, 2, 28), ReviewReason.GRADE),
        ({"grade": Grade.C}, 12, date(2025, 4, 30), ReviewReason.GRADE),
        ({"limit_review_on": date(2025, 2, 2)}, 6, date(2025, 2, 2), ReviewReason.LIMIT),
        ({"event_on": date(2025, 2, 1), "event": "court_record"}, 6, date(2025, 2, 1), ReviewReason.EVENT),
    ):
        due = review_due(replace(facts, **changed), months)
        assert due is not None
        assert (due.due_on, due.reason) == (on, reason)
    assert review_due(ReviewFacts(1), 3) is None
    never = review_due(ReviewFacts(1, owed_since=DAY), 3)
    assert never is not None
    assert never.reason is ReviewReason.NEVER
    assert [review_months(grade, 12) for grade in Grade] == [12, 12, 3, 3]
