"""Each rule, what makes its finding certain or not, and the evidence in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.allocation import OpenPart
from app.domain.bank_file import RawBankLine
from app.domain.cash_match import DEFAULT_RULES, LineProposal, MatchRule, RuleCode, Tolerances
from app.domain.cash_match_book import Book, BookDebit, BookReceipt
from app.domain.cash_match_sums import Sums
from app.domain.cash_match_text import NumberIndex
from app.domain.cash_matcher import Matcher
from app.domain.names import match_key
from app.words import say

T = date(2025, 6, 1)
HENGYUE, OTHER = "苏州恒岳贸易有限公司", "上海二号有限公司"


def debit(row_id: int, number: str, amount: int, customer: int = 1, day: int = 0) -> BookDebit:
    on = T + timedelta(day)
    return BookDebit(row_id, number, customer, "CNY", on, (OpenPart(None, on + timedelta(30), amount),))


def book(*debits: BookDebit, **more: object) -> Book:
    made = Book(
        debits,
        {1: HENGYUE, 2: OTHER},
        {match_key(HENGYUE): frozenset({1}), match_key(OTHER): frozenset({2})},
    )
    return replace(made, **more)  # type: ignore[arg-type]


def line(amount: int, text: str = "", payer: str = "", **fields: object) -> RawBankLine:
    made = RawBankLine(1, T + timedelta(40), amount, "CNY", payer, text=text)
    return replace(made, **fields)  # type: ignore[arg-type]


def match(
    made: Book, one: RawBankLine, rules: tuple[MatchRule, ...] = DEFAULT_RULES
) -> tuple[LineProposal, ...]:
    return Matcher(made, rules, Tolerances(), "CNY").proposals(one)


def codes(proposal: LineProposal) -> list[str]:
    return [clue.code.removeprefix("bank.clue_") for clue in proposal.evidence]


# -- numbers in texts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HQ2509-103", ["HQ2509-103"]),
        ("付贵司HQ2509-103货款，谢谢", ["HQ2509-103"]),
        ("ｈｑ２５０９－１０３", ["HQ2509-103"]),
        ("HQ2509103 HQ 2509 104", ["HQ2509103", "HQ 2509 104"]),
        ("HQ2509-103/HQ2509-104", ["HQ2509-103", "HQ2509-104"]),
        ("RE:HQ2509-103PAY", ["HQ2509-103"]),
        ("HQ2509-1034", []),
        ("HQ2509-103-1", []),
        ("XHQ2509-103", []),
        ("9HQ2509-103", ["HQ2509-103"]),
        ("INV-12 INV-123", ["INV-123"]),
        ("25332000000012345678", ["25332000000012345678"]),
        ("no number at all", []),
        ("", []),
    ],
)
def test_numbers_are_found_inside_longer_texts(text: str, found: list[str]) -> None:
    numbers = ("HQ2509-103", "HQ2509-104", "INV-123", "25332000000012345678")
    index = NumberIndex((number, n, True) for n, number in enumerate(numbers))
    assert [one.written for one in index.find(text)] == found


@pytest.mark.parametrize(
    ("number", "text", "weak"),
    [
        ("20250603", "6月3日20250603汇款", True),
        ("20259999", "20259999", False),
        ("12345", "12345", True),
        ("123456", "123456", False),
        ("123456", "123 456", True),
        ("HQ2509-103", "HQ2509-103", False),
        ("HQ2509-103", "HQ2509-103A", True),
    ],
)
def test_what_may_be_chance_asks_for_more(number: str, text: str, *, weak: bool) -> None:
    [found] = NumberIndex([(number, 1, True)]).find(text)
    assert found.weak is weak


# -- rules ------------------------------------------------------------------------------------------


def test_reference_is_certain_to_the_cent_and_says_why() -> None:
    [best] = match(book(debit(1, "HQ2509-103", 500)), line(500, "货款HQ2509-103"))
    assert (best.rule, best.certain, best.applied, best.difference) == ("reference", True, 500, 0)
    assert codes(best) == ["number", "to_the_cent"]
    assert say(best.evidence[0].code, "zh", **best.evidence[0].params) == "单据号 HQ2509-103 出现在摘要中"
    assert (
        say(best.evidence[0].code, "en", **best.evidence[0].params) == "Number HQ2509-103 stands in the text"
    )


@pytest.mark.parametrize(("amount", "clue"), [(450, "short"), (600, "over")])
def test_reference_with_another_amount_waits(amount: int, clue: str) -> None:
    best = match(book(debit(1, "HQ2509-103", 500)), line(amount, "HQ2509-103"))[0]
    assert (best.certain, best.difference) == (False, amount - 500)
    assert clue in codes(best)
    assert best.applied == min(amount, 500)


def test_several_numbers_are_paid_together_first_due_first() -> None:
    made = book(debit(1, "A-10001", 300), debit(2, "A-10002", 200, day=-9))
    best = match(made, line(500, "A-10001、A-10002"))[0]
    assert (best.certain, [part.number for part in best.parts]) == (True, ["A-10002", "A-10001"])


def test_the_same_number_of_two_customers_is_decided_by_the_payer() -> None:
    made = book(debit(1, "INV-0012", 500), debit(2, "INV-0012", 500, customer=2))
    found = match(made, line(500, "INV-0012"))
    assert [(one.customer_id, one.certain) for one in found[:2]] == [(1, False), (2, False)]
    [best] = match(made, line(500, "INV-0012", OTHER))
    assert (best.customer_id, best.certain) == (2, True)


def test_a_number_that_may_be_chance_waits_until_the_payer_is_known() -> None:
    made = book(debit(1, "12345", 500))
    assert not match(made, line(500, "12345"))[0].certain
    assert match(made, line(500, "12345", HENGYUE))[0].certain


def test_reference_of_an_order_is_told_from_a_number() -> None:
    made = book(replace(debit(1, "A-10001", 500), reference="PO-778899"))
    best = match(made, line(500, "PO-778899"))[0]
    assert codes(best)[0] == "reference"


def test_one_exact_amount_is_certain_of_a_known_payer_only() -> None:
    made = book(debit(1, "A-10001", 500), debit(2, "A-10002", 300))
    best = match(made, line(500, "货款", HENGYUE))[0]
    assert (best.rule, best.certain, codes(best)) == ("exact", True, ["exact", "name"])
    best = match(made, line(500, "货款", "某某"))[0]
    assert (best.rule, best.certain, codes(best)) == ("exact", False, ["exact", "payer_unknown"])


def test_two_exact_amounts_wait_the_older_first() -> None:
    made = book(debit(1, "A-10001", 500), debit(2, "A-10002", 500, day=-5))
    found = match(made, line(500, "货款", HENGYUE))
    assert [(one.parts[0].number, one.certain) for one in found[:2]] == [
        ("A-10002", False),
        ("A-10001", False),
    ]
    assert "several" in codes(found[0])


def test_the_only_sum_is_certain_and_one_of_two_is_not() -> None:
    made = book(debit(1, "A-10001", 510), debit(2, "A-10002", 320), debit(3, "A-10003", 170))
    best = match(made, line(680, "", HENGYUE))[0]
    assert (best.rule, best.certain) == ("sum", True)
    assert {part.number for part in best.parts} == {"A-10001", "A-10003"}
    made = book(
        debit(1, "A-10001", 100), debit(2, "A-10002", 200), debit(3, "A-10003", 150), debit(4, "A-10004", 150)
    )
    best = match(made, line(300, "", HENGYUE))[0]
    assert (best.rule, best.certain) == ("sum", False)
    assert "other_sums" in codes(best)


def test_sums_of_many_are_found_by_month_only() -> None:
    many = [debit(n, f"A-{n:05}", 1_000 + 2**n, day=-31 * (n % 2)) for n in range(1, 21)]
    month = [one for one in many if one.doc_date.month == T.month]
    groups, sole = Sums(many).of(sum(one.open for one in month))
    assert (groups, sole) == ([tuple(sorted(month, key=lambda one: one.due))], True)
    assert Sums(many[:1]).of(many[0].open) == ([], False)


@pytest.mark.parametrize(
    ("more", "fields", "rule", "clue"),
    [
        ({"accounts": {"62220001": 1}}, {"payer_account": "6222 0001"}, "account", "account"),
        ({"payers": {match_key("恒岳财务"): 1}}, {"payer": "恒岳财务"}, "name", "payer"),
        ({}, {"payer": HENGYUE}, "name", "name"),
        ({"aliases": {match_key("恒岳"): frozenset({1})}}, {"payer": "恒 岳"}, "alias", "alias"),
    ],
)
def test_a_known_payer_alone_proposes_the_oldest_and_waits(
    more: dict[str, object], fields: dict[str, object], rule: str, clue: str
) -> None:
    made = book(debit(1, "A-10001", 500), debit(2, "A-10002", 300, day=-5), **more)
    best = match(made, line(400, "", **fields))[0]  # type: ignore[arg-type]
    assert (best.rule, best.certain, codes(best)) == (rule, False, [clue, "oldest"])
    assert [(part.number, part.amount) for part in best.parts] == [("A-10002", 300), ("A-10001", 100)]
    trusted = (MatchRule(RuleCode(rule), certain=True),)
    assert match(made, line(400, "", **fields), trusted)[0].certain  # type: ignore[arg-type]


def test_a_stranger_and_a_switched_off_rule_find_nothing() -> None:
    made = book(debit(1, "A-10001", 500), payers={match_key("税务局"): None})
    matcher = Matcher(made, DEFAULT_RULES, Tolerances(), "CNY")
    assert matcher.payer(line(77, "", "税务局")).stranger
    assert matcher.proposals(line(77, "", "税务局")) == ()
    off = tuple(replace(rule, enabled=rule.code is RuleCode.SUM) for rule in DEFAULT_RULES)
    assert match(made, line(500, "A-10001", HENGYUE), off) == ()


def test_the_order_of_the_rules_decides() -> None:
    made = book(debit(1, "A-10001", 500), debit(2, "A-10002", 700))
    best = match(
        made, line(500, "A-10002", HENGYUE), (DEFAULT_RULES[1], DEFAULT_RULES[0], *DEFAULT_RULES[2:])
    )[0]
    assert (best.rule, best.parts[0].number) == ("exact", "A-10001")
    best = match(made, line(500, "A-10002", HENGYUE))[0]
    assert (best.rule, best.parts[0].number) == ("reference", "A-10002")


def test_what_is_used_is_not_found_again() -> None:
    made = book(debit(1, "A-10001", 500))
    matcher = Matcher(made, DEFAULT_RULES, Tolerances(), "CNY")
    matcher.use(matcher.proposals(line(500, "A-10001", HENGYUE))[0])
    [best] = matcher.proposals(line(500, "A-10001", HENGYUE))
    assert (best.parts, best.difference, codes(best)) == ((), 500, ["name", "nothing_open"])


def test_money_out_finds_the_receipt_that_came_back_and_never_acts_alone() -> None:
    receipt = BookReceipt(9, "RC-1", 1, "CNY", T + timedelta(30), 500, linked=True)
    made = book(receipts=(receipt, replace(receipt, id=8, on=T)))
    found = match(made, line(-500, "退票", HENGYUE, returned=True))
    assert [(one.receipt_id, one.certain) for one in found] == [(9, False), (8, False)]
    assert codes(found[0]) == ["returned", "flagged", "name"]
    assert match(made, line(-500, "付货款", "某某")) == ()
    assert match(made, line(-400, "退票", HENGYUE)) == ()


def test_a_receipt_entered_already_comes_first() -> None:
    receipt = BookReceipt(9, "RC-1", 1, "CNY", T + timedelta(38), 500, linked=False)
    made = book(debit(1, "A-10001", 500), receipts=(receipt,))
    found = match(made, line(500, "A-10001", HENGYUE))
    assert [(one.rule, one.certain) for one in found] == [("entered", False), ("reference", False)]
    assert match(book(receipts=(replace(receipt, linked=True),)), line(500, "x")) == ()
