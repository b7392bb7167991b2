"""Beginning a policy from a shape or from last year's, and policies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.insurance_record import LimitDecision
from app.domain.policy import Anchor, Period, PolicyTerms, Scope
from app.domain.policy_guide import IN_ORDER, KINDS
from app.domain.policy_period import PolicyState
from app.domain.policy_text import CLAUSES
from app.domain.problem import DomainError, Severity
from app.services.session import CompanySession
from app.words import say
from app.words.clause_text import clause_value
from tests.services.insuring import TODAY, YEAR, policy_on, session_on


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = session_on(tmp_path)
    yield made
    made.close()


def told(policy_id: int, customer_id: int, day: date, outcome: str, amount: int | None) -> LimitDecision:
    return LimitDecision(policy_id, customer_id, day, day, outcome, "", amount=amount, terms_days=90)


# -- shapes -------------------------------------------------------------------------------------


def test_every_shape_is_named_sourced_and_reads(session: CompanySession) -> None:
    shapes = session.policies.templates()
    assert len(shapes) >= 6
    for one in shapes:
        assert {"zh", "en"} <= one.names.keys()
        assert one.sources.keys() <= set(CLAUSES)
        assert all({"zh", "en"} <= told.keys() for told in one.sources.values())
        errors = [
            found.code
            for found in session.policies.check(one.terms, session.policies.from_template(one.code).record)
            if found.severity is Severity.ERROR
        ]
        assert errors == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_draft_from_a_shape_is_all_to_be_checked(session: CompanySession, lang: str) -> None:
    draft = session.policies.from_template("whole_turnover_notice", lang)
    assert set(draft.terms.unchecked) >= {"insured_pct", "notify", "max_terms_days", "vat_covered"}
    assert draft.terms.discretionary_evidence.isascii() is (lang == "en")
    assert (draft.record.start, draft.record.end) == (TODAY, date(2026, 12, 30))
    assert (draft.record.currency, draft.record.template) == ("CNY", "whole_turnover_notice")
    assert session.policies.all() == []  # nothing is stored
    assert any(
        one.code == "policy_check.unchecked" for one in session.policies.check(draft.terms, draft.record)
    )
    session.policies.save(replace(draft.record, insurer="安联", number="A-1"), draft.terms)
    kept = session.policies.all()[0]
    assert kept.terms == draft.terms
    assert kept.state_on(TODAY) is PolicyState.DRAFT


def test_a_shape_nobody_knows(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"policy\.no_template") as refused:
        session.policies.from_template("lloyds")
    assert say(refused.value.code, "en", **refused.value.params)


# -- renewal ------------------------------------------------------------------------------------


def test_a_renewal_follows_its_predecessor_to_the_day(session: CompanySession) -> None:
    terms = PolicyTerms(insured_pct=Decimal(85), where={"insured_pct": "第 3 条"})
    old = policy_on(session, terms)
    draft = session.policies.renew(old)
    assert (draft.record.start, draft.record.end) == (date(2026, 4, 1), date(2027, 3, 31))
    assert (draft.record.previous_id, draft.record.state, draft.terms) == (old, "draft", terms)
    session.policies.save(replace(draft.record, number="DZ-2026"), draft.terms)
    with pytest.raises(DomainError, match=r"policy\.renewed"):
        session.policies.renew(old)


def test_limits_run_on_into_a_renewal(session: CompanySession) -> None:
    old = policy_on(session)
    session.policies.decide(told(old, 1, date(2025, 5, 1), "granted", 800_00))
    session.policies.decide(replace(told(old, 2, date(2025, 5, 1), "granted", 500_00), until=YEAR[1]))
    session.policies.decide(told(old, 3, date(2025, 5, 1), "granted", 300_00))
    session.policies.decide(told(old, 3, date(2025, 9, 1), "withdrawn", None))
    draft = session.policies.renew(old)
    session.policies.save(replace(draft.record, number="DZ-2026", state="active"), draft.terms)
    new = session.policies.policy(old).following
    assert new is not None
    assert [(one.customer_id, one.amount, one.until) for one in session.policies.carried(new.id)] == [
        (1, 800_00, None),
        (2, 500_00, None),
    ]
    session.policies.carry_limits(new.id)
    assert session.policies.carried(new.id) == []  # not twice
    found = session.policies.in_force([1, 3], date(2026, 4, 1))
    assert found[1].limit is not None
    assert (found[1].limit.amount, found[1].limit.terms_days) == (800_00, 90)
    assert found[3].limit is None
    with pytest.raises(DomainError, match=r"policy\.no_predecessor"):
        session.policies.carry_limits(old)


def test_limits_of_another_currency_do_not_run_on(session: CompanySession) -> None:
    old = policy_on(session)
    session.policies.decide(told(old, 1, date(2025, 5, 1), "granted", 800_00))
    draft = session.policies.renew(old)
    dollars = replace(draft.record, number="DZ-2026", currency="USD")
    session.policies.save(dollars, draft.terms)
    new = session.policies.policy(old).following
    assert new is not None
    assert session.policies.carried(new.id) == []


# -- side by side -------------------------------------------------------------------------------


def test_policies_side_by_side(session: CompanySession) -> None:
    first = policy_on(session, PolicyTerms(each_loss=100_00, where={"each_loss": "明细表 7"}))
    second = policy_on(session, PolicyTerms(each_loss=100_00, scope=Scope.EXPORT), "CK-1", "USD")
    found = session.policies.compare([first, second], ["cn_export"])
    assert [one.clause for one in found.rows] == list(IN_ORDER)
    rows = {one.clause: one for one in found.rows}
    assert rows["each_loss"].differs  # the same figure in another currency
    assert rows["each_loss"].where == ("明细表 7", "", "")
    assert rows["scope"].values == (Scope.BOTH, Scope.EXPORT, Scope.EXPORT)
    assert not rows["insured_pct"].differs
    assert rows["notify"].values[2] == (Period(Anchor.DUE, 60),)
    for row in found.rows:
        for value, column in zip(row.values, found.columns, strict=True):
            for lang in ("zh", "en"):
                assert clause_value(row.clause, KINDS[row.clause], value, lang, currency=column.currency)
    with pytest.raises(DomainError):
        session.policies.compare([first, 99])


def test_checks_know_the_policies_beside(session: CompanySession) -> None:
    old = policy_on(session)
    draft = session.policies.renew(old)
    late = replace(draft.record, number="DZ-2026", start=date(2026, 4, 11))
    codes = [one.code for one in session.policies.check(draft.terms, late)]
    assert "policy_check.gap_before" in codes
    twin = replace(session.policies.policy(old).policy.record, id=0, number="B")
    assert "policy_check.overlaps" in [one.code for one in session.policies.check(PolicyTerms(), twin)]
