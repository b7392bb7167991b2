"""Limits, their candidates, authority, pools, overrides and the downturn profile on a real file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.credit_file import FinancialStatement, Profile
from app.domain.credit_limit import CandidateCode, LimitState
from app.domain.credit_record import CreditLimit, GradeOverride
from app.domain.customer import CustomerGroup
from app.domain.document import Allocation, DocumentKind, Rate
from app.domain.downturn import DownturnProfile, TermsInForce
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.scorecard import Grade
from app.storage.store import SqlStore
from tests.services.books import T
from tests.services.deciding import TODAY, Desk, desk_on

ORACLES = Path(__file__).parents[1] / "oracles" / "credit.json"
CASES: dict[str, Any] = {case["id"]: case for case in json.loads(ORACLES.read_text("utf-8"))["cases"]}


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


def day(minus: int) -> int:
    """Days after T for so many days before today."""
    return (TODAY - T).days - minus


# -- what holds


def test_unset_nothing_and_not_checked_are_three_things(desk: Desk) -> None:
    assert desk.limits.current(1, TODAY).state is LimitState.UNSET
    desk.grant(1, 0)
    assert desk.limits.current(1, TODAY).amount == Money(0, "CNY")
    desk.grant(1, None, state="not_checked", start=TODAY + timedelta(1))
    assert desk.limits.current(1, TODAY + timedelta(1)).state is LimitState.NOT_CHECKED
    assert desk.limits.current(1, TODAY).state is LimitState.SET


def test_a_limit_has_days_and_the_one_before_holds_again_when_it_is_withdrawn(desk: Desk) -> None:
    desk.grant(1, 100_00, start=TODAY - timedelta(30))
    later = desk.grant(1, 200_00, end=TODAY + timedelta(9))
    assert desk.limits.current(1, TODAY - timedelta(1)).amount == Money(100_00, "CNY")
    assert desk.limits.current(1, TODAY + timedelta(9)).amount == Money(200_00, "CNY")
    assert desk.limits.current(1, TODAY + timedelta(10)).state is LimitState.UNSET
    desk.limits.withdraw(later)
    assert desk.limits.current(1, TODAY + timedelta(10)).amount == Money(100_00, "CNY")
    [left] = desk.limits.history(1)
    desk.limits.end(left.id, TODAY)
    assert desk.limits.current(1, TODAY + timedelta(1)).state is LimitState.UNSET
    with pytest.raises(DomainError, match=r"limit\.dates"):
        desk.limits.end(left.id, TODAY - timedelta(31))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"customer_id": None}, r"limit\.owner_missing"),
        ({"group_id": 1}, r"limit\.owner_missing"),
        ({"state": "endless"}, r"limit\.state_unknown"),
        ({"amount": None}, r"limit\.amount_missing"),
        ({"amount": -1}, r"limit\.amount_negative"),
        ({"end": TODAY - timedelta(1)}, r"limit\.dates"),
        ({"terms": "whenever"}, r"terms\.unknown"),
        ({"currency": "USD"}, r"limit\.no_rate_to_base"),
        ({"currency": "ZZZ"}, r"money\.unknown_currency"),
        ({"amount": 10**15 + 1}, r"amount\.too_large"),
        ({"deposit": "NaN"}, r"limit\.deposit"),
        ({"deposit": "half"}, r"limit\.deposit"),
        ({"deposit": "-1"}, r"limit\.deposit"),
        ({"deposit": "100.01"}, r"limit\.deposit"),
    ],
)
def test_what_is_no_limit_is_refused(desk: Desk, fields: dict[str, Any], code: str) -> None:
    limit = CreditLimit(TODAY, "set", "CNY", customer_id=1, amount=100, approved_by="王总")
    with pytest.raises(DomainError, match=code):
        desk.limits.grant(replace(limit, **fields))


def test_a_limit_below_what_is_used_needs_a_reason_and_no_day_has_two(desk: Desk) -> None:
    """CL05."""
    assert CASES["CL05"]["expect"]["save"] == "error"
    desk.enter(1, 500_00)
    with pytest.raises(DomainError, match=r"limit\.below_exposure"):
        desk.grant(1, 400_00)
    with pytest.raises(DomainError, match=r"limit\.below_exposure"):
        desk.grant(1, 400_00, accept_below=True, reason="too short")
    desk.grant(1, 400_00, accept_below=True, reason="We run this customer down over the quarter")
    with pytest.raises(DomainError, match=r"limit\.twice"):
        desk.grant(1, 600_00)


def test_use_of_a_limit(desk: Desk) -> None:
    desk.enter(1, 500_00)
    assert desk.limits.usage([1], TODAY)[1].left is None
    desk.grant(1, 800_00)
    usage = desk.limits.usage([1], TODAY)[1]
    assert (usage.used, usage.left, usage.percent) == (
        Money(500_00, "CNY"),
        Money(300_00, "CNY"),
        Decimal("62.5"),
    )


@pytest.mark.parametrize(("rate", "used"), [("0.5", 50_00), ("2.0", 200_00)])
def test_a_limit_in_another_currency_by_dated_rates(desk: Desk, rate: str, used: int) -> None:
    """CL10."""
    desk.company.set_rate(Rate("USD", TODAY, Decimal(rate)))
    desk.company.set_rate(Rate("USD", TODAY + timedelta(1), Decimal(9)))
    desk.enter(1, 100_00, currency="USD")
    desk.grant(1, 9900, accept_below=True, reason="as the case of the oracle has it")
    usage = desk.limits.usage([1], TODAY)[1]
    assert usage.used == Money(used, "CNY")
    assert usage.left is not None
    assert (usage.left.minor >= 0) is (CASES["CL10"]["expect"][f"rate_{rate}"] == "ok")


def test_what_has_no_rate_is_named(desk: Desk) -> None:
    desk.enter(1, 100_00, currency="USD")
    desk.grant(1, 100_00)
    assert desk.limits.usage([1], TODAY)[1].missing == ("USD",)


def test_a_group_limit_is_one_pool_beside_the_members_own(desk: Desk) -> None:
    """CL14."""
    case = CASES["CL14"]
    with desk.store.write() as unit:
        group = unit.add(CustomerGroup("恒岳集团"))
        inner = unit.add(CustomerGroup("恒岳华东", parent_id=group))
        unit.commit("test.group")
    members = [desk.customer(f"成员{n}", group_id=at) for n, at in enumerate((group, inner))]
    for place, (row_id, amount) in enumerate(zip(members, case["given"]["unpaid"], strict=True)):
        desk.enter(row_id, amount * 100, f"G{place}")
    limit = CreditLimit(TODAY, "set", "CNY", group_id=group, amount=case["given"]["group_limit"] * 100)
    desk.limits.grant(limit)
    [pool] = desk.limits.pools_of(members[1], TODAY)
    assert pool.usage.left == Money(case["expect"]["available_for_next_member"] * 100, "CNY")
    assert (pool.name, pool.members) == ("恒岳集团", tuple(members))
    assert desk.limits.pools(TODAY) == [pool]
    assert desk.limits.pools_of(1, TODAY) == []
    assert desk.limits.history(group_id=group)[0].candidates == ""


# -- authority


def test_authority_is_checked_and_recorded(desk: Desk) -> None:
    for name, role in (("王总", "owner"), ("小李", "sales")):
        desk.person(name, role)
    desk.score(1, "B")
    with pytest.raises(DomainError, match=r"authority\.exceeded"):
        desk.grant(1, 20_001_00, by="小李")
    for state in ("unset", "not_checked"):
        with pytest.raises(DomainError, match=r"authority\.exceeded"):
            desk.grant(1, None, by="小李", state=state)
    desk.grant(1, 20_000_00, by="小李")
    [kept] = desk.limits.history(1)
    assert (kept.approved_by, kept.alone) == ("小李", False)


def test_who_is_not_scored_counts_as_c(desk: Desk) -> None:
    for name, role in (("王总", "owner"), ("陈", "credit")):
        desk.person(name, role)
    with pytest.raises(DomainError, match=r"authority\.exceeded"):
        desk.grant(1, 100_001_00, by="陈")
    desk.grant(1, 100_000_00, by="陈")


def test_one_person_alone_is_recorded_as_such(desk: Desk) -> None:
    desk.grant(1, 100_00)
    assert desk.limits.history(1)[0].alone


# -- candidates


def trade(desk: Desk) -> None:
    """Twelve invoices of 100,000.00, one a month, each paid ten days late where that day has come."""
    for month in range(12):
        on = day(355 - 30 * month)
        invoice = desk.enter(1, 100_000_00, f"F{month}", day=on, due_date=T + timedelta(on + 30))
        if T + timedelta(on + 40) <= TODAY:
            paid = desk.enter(1, 100_000_00, f"R{month}", DocumentKind.RECEIPT, day=on + 40)
            with desk.store.write() as unit:
                unit.add(Allocation(invoice, paid, T + timedelta(on + 40), 100_000_00, 100_000_00))
                unit.commit("test.paid")


def test_candidates_with_their_working(desk: Desk) -> None:
    trade(desk)
    desk.score(1, "B")
    with desk.store.write() as unit:
        figures = json.dumps({"equity": 900_000_00, "intangibles": 100_000_00, "revenue": 3_500_000_00})
        unit.add(FinancialStatement(1, date(2025, 6, 30), "CNY", figures, months=6))
        unit.add(FinancialStatement(1, date(2026, 6, 30), "CNY", "{}"))
        unit.commit("test.statement")
    found = desk.limits.candidates(1, TODAY, approver="王总")
    by_code = {one.code: one for one in found.candidates}
    assert by_code[CandidateCode.NEED].params == {
        "annual": 1_200_000_00, "terms": 45, "delay": 10, "vat": 0,
    }  # fmt: skip
    assert by_code[CandidateCode.NET_WORTH].amount == 800_000_00 * Decimal("0.35")
    assert by_code[CandidateCode.TURNOVER].amount == 7_000_000_00 * Decimal("0.05")
    assert by_code[CandidateCode.OWN_REVENUE].amount == 1_200_000_00 * Decimal("0.15")
    assert by_code[CandidateCode.INSURED].why == "limit.not_insured"
    assert by_code[CandidateCode.PREVIOUS].why == "limit.no_previous"
    assert by_code[CandidateCode.AUTHORITY].why == "limit.boundless"
    peak = by_code[CandidateCode.PEAK]
    assert not peak.binds
    need = by_code[CandidateCode.NEED].amount
    assert need is not None
    assert int(need) == 180_821_91
    assert (found.amount, found.bound_by) == (180_000_00, CandidateCode.OWN_REVENUE)


def test_what_is_granted_keeps_its_candidates_and_becomes_the_previous(desk: Desk) -> None:
    trade(desk)
    assessment = desk.score(1, "C")
    desk.grant(1, 150_000_00)
    [kept] = desk.limits.history(1)
    assert (kept.suggested, kept.bound_by, kept.assessment_id) == (131_000_00, "need", assessment)
    assert {one["code"] for one in json.loads(kept.candidates)} >= {"need", "own_revenue", "authority"}
    again = {one.code: one for one in desk.limits.candidates(1, TODAY).candidates}
    assert again[CandidateCode.PREVIOUS].amount == 105_000_00


def test_a_proposal_is_what_the_grade_and_the_candidates_say(desk: Desk) -> None:
    trade(desk)
    assert desk.limits.proposal(1, TODAY).terms == ""
    desk.score(1, "C")
    made = desk.limits.proposal(1, TODAY, "王总")
    assert (made.amount, made.terms, made.deposit, made.review_on) == (
        131_000_00,
        "net 30",
        "30",
        date(2026, 3, 31),
    )
    desk.limits.grant(replace(made, review_on=None))
    assert desk.limits.history(1)[0].review_on == date(2026, 3, 31)


def test_without_a_grade_the_cap_on_any_one_customer_suggests_nothing(desk: Desk) -> None:
    trade(desk)
    found = desk.limits.candidates(1, TODAY)
    assert (found.amount, found.bound_by) == (None, None)
    assert {one.why for one in found.candidates if one.amount is None} == {
        "limit.no_grade", "limit.not_insured", "limit.no_previous", "limit.boundless",
    }  # fmt: skip


def test_a_new_customer_s_need_is_what_it_says_it_buys(desk: Desk) -> None:
    desk.score(1, "A")
    assert desk.limits.candidates(1, TODAY).candidates[0].why == "limit.no_sales"
    with desk.store.write() as unit:
        unit.add(Profile(1, annual_purchases=365_000_00))
        unit.commit("test.profile")
    assert desk.limits.candidates(1, TODAY).amount == 60_000_00
    assert desk.limits.candidates(1, TODAY, grade=Grade.D).amount == 0


# -- terms and downturn


def test_terms_by_grade_and_by_the_limit_itself(desk: Desk) -> None:
    assert desk.limits.terms(1, TODAY) is None
    desk.score(1, "C")
    assert desk.limits.terms(1, TODAY) == TermsInForce(30, Decimal(30), 3)
    desk.grant(1, 100_00, terms="net 40", deposit="10")
    view = desk.limits.view(1, TODAY)
    assert (view.terms, view.grade, view.downturn) == (TermsInForce(40, Decimal(10), 3), Grade.C, False)


def test_a_policy_of_one_s_own_and_back(desk: Desk) -> None:
    policy = desk.limits.grade_policy()
    a = replace(policy.of(Grade.A), terms_days=90)
    desk.limits.save_grade_policy(replace(policy, grades={**policy.grades, Grade.A: a}))
    assert desk.limits.grade_policy().of(Grade.A).terms_days == 90
    for bad in (replace(a, terms_days=-1), replace(a, deposit=Decimal(101)), replace(a, review_months=0)):
        with pytest.raises(DomainError, match=r"grade_policy\."):
            desk.limits.save_grade_policy(replace(policy, grades={**policy.grades, Grade.A: bad}))
    with pytest.raises(DomainError, match=r"grade_policy\.whole"):
        desk.limits.save_grade_policy(replace(policy, step=Decimal(0)))
    desk.limits.reset_grade_policy()
    assert desk.limits.grade_policy() == policy


def test_a_downturn_is_previewed_switched_on_and_off_again_whole(desk: Desk) -> None:
    other = desk.customer("柏林公司", country="DE")
    for row_id, grade in ((1, "C"), (other, "C")):
        desk.score(row_id, grade)
    desk.grant(1, 100_00, terms="net 30")
    before = desk.limits.view(1, TODAY), desk.limits.view(other, TODAY)
    profile = DownturnProfile(frozenset({Grade.C}), frozenset({"CN"}))
    [row] = desk.limits.preview_downturn(profile)
    assert (row.customer_id, row.after) == (1, TermsInForce(15, Decimal(50), 1))
    assert desk.limits.view(1, TODAY) == before[0]
    desk.limits.switch_downturn_on(profile, "王总", "orders fall")
    view = desk.limits.view(1, TODAY)
    assert (view.terms, view.downturn) == (TermsInForce(15, Decimal(20), 1), True)
    assert desk.limits.view(other, TODAY) == before[1]
    assert desk.limits.view(1, TODAY - timedelta(1)).downturn is False
    desk.limits.save_downturn(replace(profile, countries=frozenset()))
    assert desk.limits.downturn().on
    assert desk.limits.view(other, TODAY).downturn
    desk.limits.switch_downturn_off()
    assert (desk.limits.view(1, TODAY), desk.limits.view(other, TODAY)) == before
    with pytest.raises(DomainError, match=r"downturn\.percent"):
        desk.limits.preview_downturn(replace(profile, terms_percent=Decimal(120)))


def test_a_downturn_of_an_industry(desk: Desk) -> None:
    desk.score(1, "B")
    profile = DownturnProfile(industries=("C33",))
    assert desk.limits.preview_downturn(profile) == []
    with desk.store.write() as unit:
        unit.add(Profile(1, industry="C3311"))
        unit.commit("test.profile")
    assert [row.customer_id for row in desk.limits.preview_downturn(profile)] == [1]


# -- overrides


def override(assessment: int, now: str = "B", **fields: Any) -> GradeOverride:
    made = GradeOverride(
        0, assessment, "", now, "security", "Bank guarantee of the parent company", "小李", "王总", TODAY,
        TODAY + timedelta(60),
    )  # fmt: skip
    return replace(made, **fields)


def two_people(desk: Desk) -> None:
    desk.person("王总", "owner")
    desk.person("小李", "sales")


def test_who_may_grant_nothing_to_a_grade_cannot_approve_lifting_it(desk: Desk) -> None:
    two_people(desk)
    row = desk.score(1, "C")
    desk.person("会计", "bookkeeper")
    with pytest.raises(DomainError) as refused:
        desk.limits.override(override(row, approved_by="会计"))
    assert refused.value.code == "authority.none"
    assert "王总" in str(refused.value.params["able"])
    assert "会计" not in str(refused.value.params["able"])
    desk.limits.override(override(row, "D", approved_by="会计"))


def test_an_override_holds_until_its_end_and_stands_in_the_register(desk: Desk) -> None:
    two_people(desk)
    row = desk.score(1, "C")
    made = min(desk.limits.override(override(row)).touched["grade_override"])
    assert desk.limits.grades([1], TODAY) == {1: Grade.B}
    assert desk.limits.grades([1], TODAY + timedelta(61)) == {1: Grade.C}
    with pytest.raises(DomainError, match=r"override\.running"):
        desk.limits.override(override(row, "A"))
    desk.limits.judge_override(made, "paid")
    with pytest.raises(DomainError, match=r"override\.outcome_unknown"):
        desk.limits.judge_override(made, "fine")
    register = desk.limits.register(TODAY - timedelta(30), TODAY)
    [one] = register.rows
    assert (one.up, one.notches, one.running, register.rate) == (True, 1, True, Decimal("100.0"))
    assert (register.outcomes["paid"], register.by_person["王总"]) == (1, 1)
    desk.limits.end_override(made)
    assert desk.limits.grades([1], TODAY) == {1: Grade.C}
    assert desk.limits.register(date(2020, 1, 1), date(2020, 12, 31)).rate is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"now": "A"}, r"override\.too_far"),
        ({"now": "D"}, r"override\.same"),
        ({"reason_code": "because"}, r"override\.reason_code"),
        ({"reason": "a  b  c  d  e"}, r"override\.reason_short"),
        ({"requested_by": "王总"}, r"override\.own"),
        ({"expires_on": TODAY - timedelta(1)}, r"override\.expired"),
        ({"expires_on": TODAY + timedelta(81)}, r"override\.too_long"),
        ({"approved_by": "老张"}, r"person\.unknown"),
    ],
)
def test_what_the_rules_forbid(desk: Desk, fields: dict[str, Any], code: str) -> None:
    two_people(desk)
    row = desk.score(1, "D")
    with pytest.raises(DomainError, match=code):
        desk.limits.override(override(row, **fields))


@pytest.mark.parametrize("knockout", ["sanctioned", "long_overdue,insolvent"])
def test_never_over_a_firm_knockout_but_always_downward(desk: Desk, knockout: str) -> None:
    two_people(desk)
    row = desk.score(1, "C", knockouts=knockout)
    with pytest.raises(DomainError, match=r"override\.firm"):
        desk.limits.override(override(row, "B"))
    desk.limits.override(override(row, "D"))


def test_only_a_valid_assessment_is_overridden(desk: Desk) -> None:
    two_people(desk)
    old = desk.score(1, "C", valid_until=TODAY - timedelta(1))
    with pytest.raises(DomainError, match=r"override\.not_latest"):
        desk.limits.override(override(old))
    ended = desk.score(1, "C", ended_on=TODAY)
    with pytest.raises(DomainError, match=r"override\.not_latest"):
        desk.limits.override(override(ended))


def test_one_person_alone_may_approve_what_it_asked_for(desk: Desk) -> None:
    row = desk.score(1, "C")
    desk.limits.override(override(row, requested_by="王总"))
    assert desk.limits.grades([1], TODAY) == {1: Grade.B}


def test_a_limit_of_its_own_is_tightened_once(desk: Desk) -> None:
    desk.score(1, "A")
    desk.grant(1, 900_00)
    desk.limits.switch_downturn_on(DownturnProfile(frozenset({Grade.A})), "王总", "orders fall")
    assert desk.limits.view(1, TODAY).terms == TermsInForce(30, Decimal(20), 6)
    proposal = desk.limits.proposal(1, TODAY, "王总")
    assert (proposal.terms, proposal.review_on) == ("net 60", date(2026, 6, 30))
    desk.limits.withdraw(desk.limits.history(1)[0].id)
    desk.limits.grant(replace(proposal, state="set", amount=900_00))
    assert desk.limits.view(1, TODAY).terms == TermsInForce(30, Decimal(20), 6)


# -- the list


def test_the_list_says_in_one_word_how_each_stands(desk: Desk) -> None:
    names = ["Within", "Near", "Over", "Stopped", "Free", "Expired", "None"]
    ids = {name: desk.customer(name=name, code=name[:2]) for name in names}
    for row_id in ids.values():
        desk.enter(row_id, 900_00)
    desk.grant(ids["Within"], 2_000_00)
    desk.grant(ids["Near"], 1_000_00)
    why: dict[str, Any] = {"accept_below": True, "reason": "We run this customer down over the quarter"}
    desk.grant(ids["Over"], 800_00, **why)
    desk.grant(ids["Stopped"], 0, **why)
    desk.grant(ids["Free"], None, state="not_checked")
    desk.grant(ids["Expired"], 2_000_00, start=TODAY - timedelta(30), end=TODAY - timedelta(1))
    rows = {row.customer.name: row for row in desk.limits.rows(TODAY)}
    standings = {name: rows[name].standing.value for name in names}
    assert standings == {
        "Within": "within", "Near": "near", "Over": "over", "Stopped": "stopped",
        "Free": "not_checked", "Expired": "expired", "None": "none",
    }  # fmt: skip
    assert rows["Over"].customer.code == "Ov"
    assert (rows["Over"].limit_base, rows["Over"].used_base) == (800_00, 900_00)
    for name, row_id in ids.items():
        assert rows[name].usage == desk.limits.usage([row_id], TODAY)[row_id]
        view = desk.limits.view(row_id, TODAY)
        assert (rows[name].limit, rows[name].terms, rows[name].grade) == (view.limit, view.terms, view.grade)


def test_a_pool_can_be_looked_at_before_it_is_set(desk: Desk) -> None:
    with desk.store.write() as unit:
        group = unit.add(CustomerGroup("恒岳集团"))
        unit.commit("test.groups")
    member = desk.customer(name="Member", group_id=group)
    desk.enter(member, 500_00)
    pool = desk.limits.pool(group, TODAY)
    assert (pool.members, pool.limit.state, pool.usage.used) == (
        (member,),
        LimitState.UNSET,
        Money(500_00, "CNY"),
    )
    assert desk.limits.pools(TODAY) == []
    assert desk.limits.grade_for(None, group) is Grade.C
    desk.limits.grant(CreditLimit(TODAY, "set", "CNY", group_id=group, amount=900_00, approved_by="王总"))
    rows = {row.customer.customer_id: row for row in desk.limits.rows(TODAY)}
    assert rows[member].pool == desk.limits.pool(group, TODAY)
    assert rows[1].pool is None


def test_the_service_itself_asks_for_the_approver_s_pin(desk: Desk) -> None:
    two_people(desk)
    boss = next(one for one in desk.people.list() if one.name == "王总")
    row = desk.score(1, "C")
    desk.people.set_pin(boss.id, "4711")
    limit = CreditLimit(TODAY, "set", "CNY", customer_id=1, amount=900_00, approved_by="王总")
    profile = DownturnProfile(grades=frozenset({Grade.C}))
    for wrong in ("", "4712"):
        desk.people.confirm("王总", "4711")  # or the third wrong one in a row would have to wait
        with pytest.raises(DomainError, match=r"person\.wrong_pin"):
            desk.limits.grant(limit, pin=wrong)
        with pytest.raises(DomainError, match=r"person\.wrong_pin"):
            desk.limits.override(override(row), pin=wrong)
    desk.people.confirm("王总", "4711")
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        desk.limits.switch_downturn_on(profile, "王总", "The market falls", pin="1")
    assert not desk.limits.history(1)
    desk.limits.override(override(row), pin="4711")
    desk.limits.grant(limit, pin="4711")
    assert desk.limits.history(1)[0].approved_by == "王总"
