"""The rules of reminder runs, by the worked cases of other programs and by our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.calendar import WeekendsOnly
from app.domain.dunning import (
    DunningPolicy,
    PolicySource,
    Trigger,
    gap_kept,
    next_step,
    pay_by,
    policy_choice,
    ripe_on,
)
from app.domain.dunning_rules import in_currency, standings
from app.domain.dunning_run import Debtor, Reminded, RunningPromise
from app.domain.dunning_text import check_policy, format_steps, numbered, parse_steps, require_sound
from app.domain.letter import Channel
from app.domain.problem import DomainError
from tests.domain.dunnings import (
    DUE,
    ORACLES,
    SHIPPED,
    by_days,
    facts,
    ladder,
    levels,
    part,
    reasons,
    run,
    step,
)


def on(days: int) -> date:
    return DUE + timedelta(days)


# -- ladders --------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SHIPPED)
def test_shipped_ladders_are_sound_and_survive_writing(code: str) -> None:
    policy = SHIPPED[code]
    assert check_policy(policy) == []
    assert parse_steps(format_steps(policy), code) == (policy.steps, policy.gap_days)


def test_the_chinese_ladder_is_the_one_described() -> None:
    steps = SHIPPED["china"].steps
    signed = [-one.days if one.trigger is Trigger.BEFORE_DUE else one.days for one in steps]
    assert signed == [-5, 3, 15, 30, 45, 75]
    assert [one.template for one in steps] == "before_due reminder second formal final hand_over".split()
    assert SHIPPED["none"].steps == ()


def test_the_first_step_cannot_count_from_the_one_before() -> None:
    """Oracle DN22."""
    assert ORACLES["DN22"]["expect"]["error"]
    bad = ladder(step(1, 5, Trigger.PREVIOUS))
    assert [one.code for one in check_policy(bad)] == ["dunning.first_after_previous"]
    with pytest.raises(DomainError, match="first_after_previous"):
        require_sound(bad)


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        (ladder(step(2, 5), step(1, 9)), "dunning.levels_unordered"),
        (ladder(step(1, 9), step(2, 5)), "dunning.days_unordered"),
        (ladder(step(1, 9), step(2, 5, Trigger.BEFORE_DUE)), "dunning.before_due_late"),
        (ladder(step(1, -1)), "dunning.bad_days"),
        (ladder(step(1, 1, fee=-5)), "dunning.negative_amount"),
        (ladder(step(1, 1, fee_currency="XXX")), "dunning.bad_currency"),
        (ladder(step(1, 1, hand_over="police")), "dunning.bad_hand_over"),
        (ladder(step(1, 1, pay_by_days=-1)), "dunning.bad_pay_by"),
        (ladder(replace(step(1, 1), template=" ")), "dunning.template_missing"),
        (ladder(*(step(n, n) for n in range(1, 20))), "dunning.too_many_steps"),
        (ladder(step(1, 1), gap=-1), "dunning.bad_gap"),
        (replace(ladder(step(1, 1)), code=""), "dunning.code_missing"),
        (replace(ladder(step(1, 1)), name={}), "dunning.name_missing"),
    ],
)
def test_what_is_wrong_with_a_ladder_is_said(policy: DunningPolicy, code: str) -> None:
    assert code in [one.code for one in check_policy(policy)]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"steps": [{"level": 1}]}', '{"steps": [{"trigger": "x"}]}']
)
def test_a_ladder_nobody_can_read_is_named(text: str) -> None:
    with pytest.raises(DomainError, match="policy_unreadable"):
        parse_steps(text, "own")


def test_steps_are_numbered_as_they_stand() -> None:
    assert [one.level for one in numbered([step(7, 1), step(3, 2)])] == [1, 2]


def test_the_invoice_goes_before_the_customer_before_the_company() -> None:
    assert policy_choice("a", "b", "c", "CN").source is PolicySource.DOCUMENT
    assert policy_choice("", "b", "c", "CN").code == "b"
    assert policy_choice("", "", "c", "CN").source is PolicySource.COMPANY
    assert policy_choice("", "", "", "CN").code == "china"
    assert policy_choice("", "", "", "DE").code == "english"


def test_when_steps_are_ripe() -> None:
    """Oracle DN34 among them: 14 days before 31 March 2024 is the 17th."""
    given = ORACLES["DN34"]
    due = date.fromisoformat(given["given"]["due"])
    before = step(1, given["given"]["days_before"], Trigger.BEFORE_DUE)
    assert ripe_on(before, due, None).isoformat() == given["expect"]["next"]
    assert ripe_on(step(1, 30, Trigger.END_OF_MONTH), date(2024, 1, 31), None) == date(2024, 3, 31)
    assert ripe_on(step(2, 10, Trigger.PREVIOUS), DUE, on(4)) == on(14)
    assert ripe_on(step(2, 10, Trigger.PREVIOUS), DUE, None) == on(10)


def test_a_note_before_the_due_date_is_not_sent_after_it() -> None:
    policy = SHIPPED["china"]
    assert next_step(policy, 0, DUE, DUE) == policy.steps[0]
    assert next_step(policy, 0, DUE, on(1)) == policy.steps[1]
    assert next_step(policy, 6, DUE, on(90)) is None


def test_the_last_day_of_payment_is_a_working_day() -> None:
    friday = date(2025, 6, 6)
    assert pay_by(friday, 5, WeekendsOnly(), "CN") == date(2025, 6, 13)
    assert pay_by(friday, 0, WeekendsOnly(), "CN") is None


# -- worked cases ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["DN01", "DN02"])
def test_a_fee_is_asked_once_per_letter(key: str) -> None:
    """Oracles DN01 and DN02, the fee of the letter; DN35: each step has its own, once."""
    given = ORACLES[key]
    policy = ladder(step(1, 10, fee=given["given"]["fee"] * 100))
    days = given["given"]["overdue_days"]
    letter = run(on(days), [part(1, 10_000), part(2, 5_000)], policy).letters[0]
    assert letter.fee == given["expect"]["fee"] * 100
    assert letter.total == 15_000


def test_each_reminder_has_its_own_fee() -> None:
    """Oracle DN35."""
    given = ORACLES["DN35"]
    fees, days = given["given"]["fees"], given["given"]["reminder_days_after_invoice"]
    policy = ladder(*(step(n, day, fee=fee) for n, (day, fee) in enumerate(zip(days, fees, strict=True), 1)))
    asked: list[int] = []
    reminded: dict[Any, Reminded] = {}
    for day in days:
        letter = run(on(day), [part()], policy, reminded=reminded).letters[0]
        asked.append(letter.fee)
        reminded = {(1, None): Reminded(letter.level, on(day), "test")}
    assert asked == given["expect"]["fee_lines"]


def test_only_instalments_that_are_due_are_in_the_letter() -> None:
    """Oracle DN03: posted T-6, halves after 5 and 10 days; at T one line of 50."""
    given = ORACLES["DN03"]
    posted = DUE - timedelta(6)
    halves = [
        part(1, 5_000, posted + timedelta(one["days"]), instalment_id=n)
        for n, one in enumerate(given["given"]["terms"], 1)
    ]
    letter = run(DUE, halves, by_days(1)).letters[0]
    assert len(letter.lines) == given["expect"]["lines"]
    assert letter.lines[0].amount == given["expect"]["line_amount"] * 100


def test_one_letter_for_several_invoices() -> None:
    """Oracle DN06."""
    given = ORACLES["DN06"]
    parts = [part(n, amount * 100) for n, amount in enumerate(given["given"]["invoices"], 1)]
    found = run(on(6), parts, by_days(1))
    assert len(found.letters) == 1
    assert [line.amount // 100 for line in found.letters[0].lines] == given["expect"]["amounts"]


OCA = {
    "3-time": ladder(
        step(1, 10, channel=Channel.EMAIL),
        step(2, 30, Trigger.END_OF_MONTH, channel=Channel.EMAIL),
        step(3, 10, Trigger.PREVIOUS, channel=Channel.LETTER),
        code="3-time",
    ),
    "2-time": ladder(
        step(1, 30, Trigger.END_OF_MONTH, channel=Channel.EMAIL),
        step(2, 60, Trigger.PREVIOUS, channel=Channel.LETTER),
        code="2-time",
    ),
}
RUNS = [date(2013, 1, 31), date(2013, 2, 28), date(2013, 3, 31), date(2013, 4, 30), date(2013, 5, 31),
        date(2013, 6, 30)]  # fmt: skip
OCA_CASES = {"DN10": RUNS[0], "DN11": RUNS[1], "DN13": RUNS[3], "DN15": RUNS[5]}


def _oca_lines() -> list[Any]:
    return [
        pytest.param(key, line, id=f"{key}-{line['invoice']}-{line['due']}")
        for key in OCA_CASES
        for line in ORACLES[key]["expect"]["lines"] + ORACLES[key]["expect"].get("rule_also_gives", [])
    ]


@pytest.mark.parametrize(("key", "line"), _oca_lines())
def test_monthly_runs_come_to_the_level_of_the_fixture(key: str, line: dict[str, Any]) -> None:
    """Oracles DN10, DN11, DN13, DN15: all runs before were made at month ends and sent."""
    policy = OCA["2-time" if line["customer"] in {"customer_2", "customer_3"} else "3-time"]
    debt = part(1, round(line["balance"] * 100), date.fromisoformat(line["due"]))
    with_address = {1: Debtor(1, line["customer"], email="a@b.example")}
    reminded: dict[Any, Reminded] = {}
    last = None
    for day in RUNS[: RUNS.index(OCA_CASES[key]) + 1]:
        found = run(day, [debt], policy, reminded=reminded, debtors=with_address)
        last = found.letters[0] if found.letters else None
        if last is not None:
            reminded[1, None] = Reminded(last.level, day, policy.code)
    assert last is not None
    assert (last.level, str(last.channel), last.total) == (line["level"], line["channel"], debt.open)


def test_a_small_rest_and_an_invoice_without_policy_are_left_alone() -> None:
    """Oracle DN17: 0.09 is below the tolerance of 0.10; the other is in no policy."""
    given = ORACLES["DN17"]
    small, excluded = given["given"]["invoices"]
    due = date.fromisoformat(small["due"])
    policy = ladder(step(1, 1, minimum=round(given["given"]["tolerance"] * 100)))
    parts = [part(1, round(small["amt"] * 100), due), part(2, excluded["amt"] * 100, due, policy="none")]
    found = run(due + timedelta(30), parts, policy)
    assert len(found.letters) == given["expect"]["lines"]
    assert sorted(reasons(found)) == ["dunning.below_minimum", "dunning.no_policy"]


def test_a_level_set_by_hand_is_next_whatever_was_sent() -> None:
    """Oracle DN19."""
    by_hand = {(1, None): Reminded(0, on(80), "china", by_hand=True)}
    found = run(on(80), [part()], by_days(5, 20, 40), reminded=by_hand)
    assert levels(found)["F1"] == ORACLES["DN19"]["expect"]["new_level"]


@pytest.mark.parametrize(
    ("currency", "expected"), [("EUR", "EUR_line"), ("USD", "USD_line")], ids=["EUR", "USD"]
)
def test_a_fee_in_another_currency(currency: str, expected: str) -> None:
    """Oracle DN23: EUR 5 at 0.654 EUR per USD are USD 7.65."""
    given = ORACLES["DN23"]
    rates = {"USD": Decimal(str(given["given"]["eur_rate"]))}
    turned = in_currency(given["given"]["fee"] * 100, "EUR", currency, "EUR", rates)
    assert turned == round(given["expect"][expected] * 100)


def test_a_fee_without_currency_or_rate() -> None:
    """Oracle DN23, no currency: as it stands; without a rate none is asked for, and that is said."""
    assert run(on(3), [part(currency="USD")], ladder(step(1, 1, fee=500))).letters[0].fee == 500
    lacking = run(on(3), [part(currency="USD")], ladder(step(1, 1, fee=500, fee_currency="EUR"))).letters[0]
    assert lacking.fee == 0
    assert [one.code for one in lacking.warnings] == ["dunning.fee_without_rate"]
    assert run(on(3), [part()], by_days(1)).letters[0].fee == ORACLES["DN23"]["expect"]["fee_0"]


def test_only_what_is_overdue_counts() -> None:
    """Oracle DN24."""
    given = ORACLES["DN24"]
    parts = [part(1, 50_000, on(-5)), part(2, 100_000, on(30))]
    letter = run(DUE, parts, by_days(1)).letters[0]
    assert len(letter.lines) == given["expect"]["overdue_count"]
    assert letter.total == given["expect"]["overdue_amount"] * 100


def test_levels_follow_one_another() -> None:
    """Oracles DN25 and DN31: level 2 only once level 1 was sent; a level done is not done again."""
    given = ORACLES["DN25"]["given"]
    policy = by_days(*given["levels_days"])
    day = on(given["days_due"])
    assert levels(run(day, [part()], policy)) == {"F1": 1}
    sent = {(1, None): Reminded(1, on(10), "test")}
    assert levels(run(day, [part()], policy, reminded=sent)) == {"F1": 2}
    assert levels(run(on(ORACLES["DN31"]["given"]["days_due"]), [part()], policy, reminded=sent)) == {}


@pytest.mark.parametrize(("day", "said"), ORACLES["DN26"]["expect"].items())
def test_days_between_letters(day: str, said: str) -> None:
    """Oracle DN26."""
    sent = date.fromisoformat(ORACLES["DN26"]["given"]["level1_sent"])
    kept = gap_kept(sent, date.fromisoformat(day), ORACLES["DN26"]["given"]["min_days"])
    assert kept is (said == "yes")


def test_the_interval_rule() -> None:
    """Oracles DN29 and DN30; a letter dated later allows none before it."""
    last, day = (date.fromisoformat(ORACLES["DN30"]["given"][name]) for name in ("last", "run"))
    assert gap_kept(last, day, 7)
    assert not gap_kept(last, day, 15)
    assert not gap_kept(day, last, 1)
    assert gap_kept(None, day, 1000)
    finished = [date.fromisoformat(one) for one in ORACLES["DN29"]["given"]["finished"]]
    assert max(finished).isoformat() == ORACLES["DN29"]["expect"]["last"]


# -- our own --------------------------------------------------------------------------------------


def test_however_long_the_program_was_closed_one_step_a_run() -> None:
    found = run(on(400), [part()])
    assert levels(found) == {"F1": 2}
    sent = {(1, None): Reminded(2, on(400), "china")}
    assert reasons(run(on(401), [part()], reminded=sent)) == ["dunning.too_soon"]
    assert levels(run(on(407), [part()], reminded=sent)) == {"F1": 3}


def test_one_letter_at_the_highest_step_each_line_at_its_own() -> None:
    parts = [part(1, due=on(-40)), part(2, due=on(-4))]
    sent = {(1, None): Reminded(3, on(-20), "china")}
    found = run(DUE, parts, reminded=sent)
    [letter] = found.letters
    assert (letter.level, letter.template, letter.stop_shipment) == (4, "formal", True)
    assert [line.level for line in letter.lines] == [4, 2]
    assert letter.last_sent == sent[1, None]


def test_what_is_not_due_yet_is_written_about_by_itself_and_later() -> None:
    both = [part(1, due=on(-4)), part(2, due=on(3))]
    found = run(DUE, both)
    assert levels(found) == {"F1": 2}
    assert reasons(found) == ["dunning.overdue_first"]
    sent = {(1, None): Reminded(2, on(-1), "china")}
    assert reasons(run(DUE, both, reminded=sent)) == ["dunning.not_yet", "dunning.too_soon"]
    assert levels(run(DUE, [part(2, due=on(3))])) == {"F2": 1}


def test_currencies_have_letters_of_their_own() -> None:
    found = run(on(5), [part(1), part(2, currency="USD")])
    assert [letter.currency for letter in found.letters] == ["CNY", "USD"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"insolvent": True}, "dunning.insolvent"),
        ({"handed_to": "insurer", "handed_on": on(1)}, "dunning.handed_over"),
        ({"block": "老板亲自处理"}, "dunning.blocked"),
        ({"grace_until": on(20)}, "dunning.grace"),
    ],
)
def test_a_customer_that_is_not_written_to(fields: dict[str, Any], code: str) -> None:
    debtors = {1: Debtor(1, "甲", **fields)}
    found = run(on(20), [part(1), part(2)], debtors=debtors)
    assert found.letters == []
    assert [(item.reason.code, item.amount) for item in found.skipped] == [(code, 20_000)]


def test_grace_ends_the_day_after_and_a_hand_over_to_come_stops_nothing() -> None:
    assert run(on(21), [part()], debtors={1: Debtor(1, "甲", grace_until=on(20))}).letters
    assert run(on(20), [part()], debtors={1: Debtor(1, "甲", handed_to="lawyer", handed_on=on(21))}).letters


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"block": "等红字发票"}, "dunning.document_blocked"),
        ({"grace_until": on(20)}, "dunning.document_grace"),
        ({"policy": "none"}, "dunning.no_policy"),
        ({"policy": "gone"}, "dunning.policy_missing"),
    ],
)
def test_leaving_one_invoice_alone_does_not_silence_the_others(fields: dict[str, Any], code: str) -> None:
    found = run(on(20), [part(1, **fields), part(2)])
    assert levels(found) == {"F2": 2}
    assert reasons(found) == [code]


def test_the_undisputed_rest_is_asked_for() -> None:
    found = run(on(20), [part(1, 10_000), part(2, 5_000)], disputed={1: 4_000, 2: None})
    [letter] = found.letters
    assert [(line.amount, line.disputed) for line in letter.lines] == [(6_000, 4_000)]
    assert [(item.number, item.amount) for item in found.skipped] == [("F1", 4_000), ("F2", 5_000)]


def test_a_promise_pauses_until_its_day_and_not_after() -> None:
    given = RunningPromise(1, "CNY", 10_000, on(20), 1)
    parts = [part(1), part(2)]
    assert levels(run(on(20), parts, promises=(given,))) == {"F2": 2}
    assert levels(run(on(21), parts, promises=(given,))) == {"F1": 2, "F2": 2}


def test_a_promise_of_the_customer_stands_for_the_oldest_invoices() -> None:
    given = RunningPromise(1, "CNY", 15_000, on(30))
    parts = [part(1, due=on(2)), part(2, due=on(1)), part(3, due=on(3))]
    assert levels(run(on(20), parts, promises=(given,))) == {"F3": 2}


def test_plans_and_bills_hold_back_their_share() -> None:
    found = run(on(20), [part(1), part(2)], planned={(1, None): 10_000}, held={2: 7_000})
    assert [line.amount for line in found.letters[0].lines] == [3_000]
    assert reasons(found) == ["dunning.planned", "dunning.bill_held"]
    both = run(on(20), [part(1)], planned={(1, None): 6_000}, held={1: 7_000})
    assert [item.amount for item in both.skipped] == [6_000, 4_000]


def test_who_has_as_much_with_us_is_not_written_to() -> None:
    covered = run(on(20), [part(1)], on_account={(1, "CNY"): 10_000})
    assert reasons(covered) == ["dunning.net_credit"]
    less = run(on(20), [part(1)], on_account={(1, "CNY"): 9_999})
    assert less.letters[0].on_account == 9_999


def test_money_we_hold_pays_what_is_overdue_before_what_is_soon_due() -> None:
    parts = [part(1), part(2, 50_000, due=on(24))]
    covered = run(on(21), parts, on_account={(1, "CNY"): 10_000})
    assert levels(covered) == {"F2": 1}
    assert reasons(covered) == ["dunning.net_credit"]
    assert covered.skipped[0].reason.params["overdue"] == 10_000
    again = standings(facts(on(21), parts, on_account={(1, "CNY"): 10_000}))
    assert (again[1, None].left, again[2, None].left) == (0, 50_000)
    less = run(on(21), parts, on_account={(1, "CNY"): 9_999})
    assert (levels(less), reasons(less)) == ({"F1": 2}, ["dunning.overdue_first"])
    whole = run(on(21), parts, on_account={(1, "CNY"): 60_000})
    assert (levels(whole), set(reasons(whole))) == ({}, {"dunning.net_credit"})


def test_below_the_minimum_the_highest_step_gives_way() -> None:
    policy = ladder(step(1, 1), step(2, 10, minimum=50_000))
    sent = {(1, None): Reminded(1, on(2), "test")}
    found = run(on(20), [part(1), part(2)], policy, reminded=sent)
    assert levels(found) == {"F2": 1}
    assert reasons(found) == ["dunning.below_minimum"]


def test_the_end_of_the_ladder_suggests_a_write_off_and_makes_none() -> None:
    """Oracle DN32: only after the last letter was sent."""
    assert ORACLES["DN32"]["expect"]["after_L1"] == "not written off"
    policy = ladder(step(1, 10), step(2, 20, write_off=True))
    one = {(1, None): Reminded(1, on(10), "test")}
    assert reasons(run(on(15), [part()], policy, reminded=one)) == ["dunning.not_yet"]
    two = {(1, None): Reminded(2, on(20), "test")}
    [item] = run(on(21), [part()], policy, reminded=two).skipped
    assert item.reason.code == "dunning.ladder_done"
    assert item.reason.params["write_off"] is True


def test_a_claim_past_limitation_is_only_asked_to_be_acknowledged() -> None:
    alone = run(on(20), [part(1)], barred=frozenset({1}))
    assert alone.letters[0].template == "acknowledgement"
    mixed = run(on(20), [part(1), part(2)], barred=frozenset({1}))
    assert levels(mixed) == {"F2": 2}
    assert reasons(mixed) == ["dunning.time_barred"]


def test_without_an_address_the_e_mail_becomes_a_letter() -> None:
    assert run(on(5), [part()]).letters[0].channel is Channel.LETTER
    known = {1: Debtor(1, "甲", email="a@b.example")}
    assert run(on(5), [part()], debtors=known).letters[0].channel is Channel.EMAIL


def test_before_sending_every_part_is_looked_at_again() -> None:
    parts = [part(1), part(2), part(3, block="等")]
    found = standings(facts(on(20), parts, disputed={2: 1_000}))
    assert found[1, None].left == 10_000
    assert (found[2, None].left, found[2, None].disputed) == (9_000, 1_000)
    assert found[3, None].reasons[0].code == "dunning.document_blocked"
    gone = standings(facts(on(20), [part(1)], on_account={(1, "CNY"): 10_000}))
    assert gone[1, None].reasons[0].code == "dunning.net_credit"


def test_no_worked_case_is_left_aside_in_silence() -> None:
    texts = " ".join(path.read_text("utf-8") for path in Path(__file__).parents[1].rglob("test_dunning*.py"))
    assert [key for key in ORACLES if key not in texts] == []
