"""Policy clauses in words: every clause is named, explained, and its value said in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.policy import Anchor, Basis, Cause, CountryTerms, Period, PolicyTerms
from app.domain.policy_guide import GROUPS, IN_ORDER, KINDS, choices
from app.words import codes, say
from app.words.clause_text import choice_text, clause_name, clause_value
from tests.domain.test_policy_text import TERMS


@pytest.mark.parametrize("clause", IN_ORDER)
def test_every_clause_is_named_and_explained(clause: str) -> None:
    for lang in ("zh", "en"):
        assert clause_name(clause, lang)
        assert len(say(f"clause_help.{clause}", lang)) > 8
        assert clause_value(clause, KINDS[clause], getattr(PolicyTerms(), clause), lang)


def test_every_group_and_choice_has_words() -> None:
    for group in GROUPS:
        assert {f"clause_group.{group.code}", f"clause_group_help.{group.code}"} <= codes()
    for clause in IN_ORDER:
        for code in choices(clause):
            assert choice_text(clause, code, "zh") != code


@pytest.mark.parametrize(
    ("clause", "value", "zh", "en"),
    [
        ("insured_pct", Decimal("90.00"), "90%", "90%"),
        ("premium_rate", Decimal("0.25"), "0.25%", "0.25%"),
        ("max_liability_multiple", Decimal(30), "30 倍", "30 times"),
        ("each_loss", 1_000_000, "CNY 10,000.00", "CNY 10,000.00"),
        ("each_loss", 0, "未约定", "Not in the policy"),
        ("max_terms_days", None, "未约定", "Not in the policy"),
        ("max_terms_days", 1, "1 天", "1 day"),
        ("margin_days", 5, "5 个工作日", "5 working days"),
        ("vat_covered", False, "否", "No"),
        ("fx_rule", "lower", "两者取低", "The lower of both"),
        (
            "adverse",
            (Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING),),
            "知悉之日后 10 个工作日",
            "10 working days after the day it became known",
        ),
        ("notify", (Period(Anchor.MEP_END),), "最长延长期限届满当天", "by the end of the maximum extension"),
        (
            "claim",
            (Period(Anchor.DUE, 240), Period(Anchor.DUE, months=8)),
            "原到期日后 240 天或原到期日后 8 个月（以较早者为准）",
            (
                "240 days after the original due date or 8 months after the original due date "
                "(the earliest counts)"
            ),
        ),
        ("pct_by_cause", {Cause.REJECTION: Decimal(80)}, "拒收货物 80%", "Rejection of goods 80%"),
        ("excluded_countries", ("DE", "FR"), "德国、法国", "Germany, France"),
        (
            "countries",
            (CountryTerms("DE", open=False), CountryTerms("FR", pct=Decimal(80), waiting_days=90)),
            "德国：暂停承保；法国：比例 80%、等待期 90 天",
            "Germany: closed; France: 80%, waiting 90 days",
        ),
        ("excluded_buyers", (1, 2), "甲、乙", "甲, 乙"),
        ("excluded_goods", ("<b>", "钢"), "<b>、钢", "<b>, 钢"),
    ],
)
def test_a_value_in_words(clause: str, value: Any, zh: str, en: str) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        told = clause_value(
            clause, KINDS[clause], value, lang, currency="CNY", places=2, buyers={1: "甲", 2: "乙"}
        )
        assert told == said


@settings(max_examples=30, deadline=None)
@given(TERMS)
def test_any_policy_can_be_said(terms: PolicyTerms) -> None:
    for clause in IN_ORDER:
        value = getattr(terms, clause)
        for lang in ("zh", "en"):
            said = clause_value(clause, KINDS[clause], value, lang, currency="JPY", places=0)
            assert said or not any(value)
