"""Findings: what calls for an action and what does not, how it weighs, and by when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.finding import CustomerFact, DutyFact, Facts, FigureFact, action_of, find, worsening
from app.domain.money import Money
from app.domain.review_value import Name

DAY = date(2026, 1, 5)
END = date(2025, 12, 31)


def _trend(*values: str) -> tuple[Decimal | None, ...]:
    return tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("values", "low", "run"),
    [
        (("20", "21", "22"), True, 2),
        (("20", "21", "21"), True, 0),
        (("30", "21", "22"), True, 1),
        (("80", "78", "74"), False, 2),
        (("80", "78", "79"), False, 0),
        ((), True, 0),
        (("1",), True, 0),
    ],
)
def test_quarters_in_a_row(values: tuple[str, ...], low: bool, run: int) -> None:
    assert worsening(FigureFact("x", "share", Decimal(1), low_is_good=low, trend=_trend(*values))) == run


def test_a_missed_target_and_a_worsening_figure_are_findings() -> None:
    missed = FigureFact(
        "overdue_rate", "share", Decimal("0.33"), Decimal("0.25"), "miss", True, _trend("0.2", "0.3", "0.33")
    )
    worse = FigureFact(
        "promises_kept", "share", Decimal("0.78"), Decimal("0.8"), "near", False, _trend("0.9", "0.8", "0.78")
    )
    good = FigureFact("dso", "days", Decimal(65), Decimal(75), "ok", True, _trend("60", "62", "65"))
    unknown = FigureFact("cei", "share", None, Decimal(1), "none", False)
    found = find(Facts(DAY, END, figures=(missed, worse, good, unknown)))
    assert [(one.code, one.subject, one.params["quarters"]) for one in found] == [
        ("target", "overdue_rate", 2),
        ("worsening", "promises_kept", 2),
    ]
    assert found[0].weight > found[1].weight
    assert action_of(found[0].code, found[0].params).code == "finding_action.target.collect"


def test_customers_duties_and_data() -> None:
    name = Name("重庆渝驰", "Yuchi", 7)
    debt = CustomerFact(name, Money(502_000_00, "CNY"), days=128)
    soon = DutyFact("a", "notify", DAY + timedelta(3), forfeits=True, customer=name)
    late = DutyFact("b", "notify", DAY + timedelta(15), forfeits=True, customer=name)
    facts = Facts(
        DAY,
        END,
        over_90=(debt,),
        over_limit=(debt,),
        uninsured=(debt,),
        duties=(soon, late),
        concentrated=(CustomerFact(name, Money(1, "CNY"), share=Decimal("0.16")),),
        broken=(debt,),
        newest=END - timedelta(11),
        reviews_overdue=4,
    )
    found = find(facts)
    assert [one.code for one in found] == [
        "insurance",
        "over_90",
        "uninsured",
        "over_limit",
        "stale",
        "broken",
        "concentration",
        "reviews",
    ]
    assert found[0].due == soon.safe
    assert all(one.due >= DAY for one in found)
    missed = DutyFact("c", "notify", DAY - timedelta(9), forfeits=True, customer=name)
    assert [one.due for one in find(Facts(DAY, END, duties=(missed, soon)))] == [missed.safe, soon.safe]
    assert {one.customer_id for one in found[:4]} == {7}


def test_many_customers_of_one_kind_share_a_finding() -> None:
    debts = [CustomerFact(Name(f"客户{n}", "", n), Money(n * 100, "CNY")) for n in range(1, 41)]
    found = find(Facts(DAY, END, over_90=debts))
    assert [one.subject for one in found] == ["40", "39", "38", "37", "36", ""]
    [more] = [one for one in found if one.code == "over_90_more"]
    assert more.params["n"] == 35
    names = more.params["names"]
    assert isinstance(names, tuple)
    assert (len(names), names[0], names[-1]) == (11, Name("客户35", "", 35), Name("…"))
    assert more.role == "credit"
    assert action_of(more.code, more.params).code == "finding_action.over_90"


def test_nothing_wrong_is_no_finding() -> None:
    assert find(Facts(DAY, END, newest=END)) == ()
    assert find(Facts(DAY, END)) == ()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.decimals(0, 1, places=2), max_size=6))
def test_a_run_never_outlasts_the_trend(values: list[Decimal]) -> None:
    fact = FigureFact("x", "share", Decimal(1), low_is_good=True, trend=tuple(values))
    other = FigureFact("x", "share", Decimal(1), low_is_good=False, trend=tuple(values))
    assert worsening(fact) + worsening(other) <= max(len(values) - 1, 0)
    assert not (worsening(fact) and worsening(other))
