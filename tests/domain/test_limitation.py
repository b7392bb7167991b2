"""The limitation clock by Chinese law."""

from __future__ import annotations

import itertools
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.limitation import PART_PAYMENT, Restart, alarm, expiry
from app.domain.limitation_event import LimitationKind

CASES = json.loads(Path(__file__).parents[1].joinpath("oracles", "limitation.json").read_text("utf-8"))[
    "cases"
]
DEMAND = LimitationKind.DEMAND_DELIVERED.value
_KINDS = {
    "demand letter delivered (EMS signed)": DEMAND,
    "demand letter delivered": DEMAND,
    "part payment": PART_PAYMENT,
}
DUE = date(2023, 3, 31)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_worked_cases(case: dict[str, Any]) -> None:
    events = [Restart(date.fromisoformat(one["date"]), _KINDS[one["kind"]]) for one in case["events"]]
    assert expiry(date.fromisoformat(case["due"]), events).on.isoformat() == case["expected_expiry"]


@pytest.mark.parametrize("kind", [LimitationKind.ACKNOWLEDGED, LimitationKind.PLAN_AGREED])
def test_after_expiry_only_the_debtor_s_own_word_helps(kind: LimitationKind) -> None:
    late = date(2026, 5, 1)
    found = expiry(DUE, [Restart(date(2026, 4, 20), DEMAND), Restart(late, kind.value)])
    assert (found.on, found.basis) == (date(2029, 5, 1), kind.value)
    assert [one.kind for one in found.ignored] == [DEMAND]
    assert expiry(DUE, [Restart(late, PART_PAYMENT)]).on == date(2026, 3, 31)


def test_the_last_day_still_counts_and_an_early_demand_gains_nothing() -> None:
    assert expiry(DUE, [Restart(date(2026, 3, 31), DEMAND)]).on == date(2029, 3, 31)
    early = expiry(DUE, [Restart(date(2023, 3, 1), DEMAND)])
    assert (early.on, early.basis, early.counted) == (date(2026, 3, 31), "due", ())
    assert expiry(date(2024, 2, 29), []).on == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("left", "shown"), [(200, 0), (180, 180), (91, 180), (90, 90), (30, 30), (0, 30), (-1, 0)]
)
def test_alarms(left: int, shown: int) -> None:
    assert alarm(left) == shown


events = st.lists(
    st.builds(
        Restart,
        st.integers(-100, 3000).map(lambda days: DUE + timedelta(days)),
        st.sampled_from([*LimitationKind, PART_PAYMENT]).map(str),
    ),
    max_size=4,
)


@given(events)
def test_the_order_of_entry_does_not_matter(found: list[Restart]) -> None:
    whole = expiry(DUE, found)
    assert {expiry(DUE, order) for order in itertools.permutations(found)} == {whole}
    assert whole.on >= expiry(DUE, []).on
