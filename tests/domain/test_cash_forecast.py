"""Own cash over thirteen weeks: ranges, what comes back, the gap, scenarios; parts sum to receivables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cash_backtest import DayError, Origin, horizon, judge, median
from app.domain.cash_forecast import (
    Gap,
    Sales,
    Spread,
    Spreads,
    cumulated,
    expected,
    gap,
    lasting,
    occurrences,
    running,
    settle_days,
)
from app.domain.cash_overlay import (
    CUT,
    FAILED,
    SHIPPED,
    CashEvent,
    EventKind,
    Ground,
    Overlay,
    Who,
    check,
    events_of,
    lay_over,
    sales_left,
    shipped,
    struck,
    to_text,
)
from app.domain.forecast import (
    ASSIGNED,
    CLAIM,
    CLAIMED,
    HORIZON,
    SPREADS,
    WEEKS,
    Dated,
    Habit,
    OpenAmount,
    Placed,
    forecast,
    lay,
    spread,
    sum_up,
)
from app.domain.measure_record import CashItem
from app.domain.problem import DomainError

DAY = date(2025, 12, 31)
HABIT = Habit({1: 10, 2: -4}, company=3, settled=40)


def same(day: date) -> date:
    return day


GROUND = Ground(DAY, (1, 2, 3), same, same)


def due(days: int, amount: int = 800, customer: int = 1, document: int = 1, **more: object) -> OpenAmount:
    return OpenAmount(customer, document, DAY + timedelta(days), amount, **more)  # type: ignore[arg-type]  # fields by name


# -- the rule ---------------------------------------------------------------------------------------


def test_thirteen_weeks_begin_with_the_eight_of_the_first_page() -> None:
    items = [due(-20), due(-80, document=2), due(5, document=3), due(60, document=4), due(200, document=5)]
    whole = forecast(DAY, items, (), HABIT, -50, same, HORIZON)
    eight = forecast(DAY, items, (), HABIT, -50, same)
    assert whole.habit[:WEEKS] == eight.habit
    assert whole.first(WEEKS) == replace(eight, claims=(0,) * WEEKS)
    assert whole.habit[9] == 800  # 60 + 10 days
    assert (whole.later, eight.later) == (800, 1600)


def test_a_claim_pays_on_its_day_and_the_rest_of_its_invoices_is_left_out() -> None:
    claim = Dated(1, DAY + timedelta(10), 700, CLAIM, frozenset({1}))
    parts = forecast(DAY, [due(-200, doubtful="old"), due(5, document=2)], [claim], HABIT, 0, same, HORIZON)
    assert (parts.claims[1], parts.left_out) == (700, {"old": 100})
    parts = forecast(DAY, [due(-20)], [claim], HABIT, 0, same, HORIZON)
    assert parts.left_out == {CLAIMED: 100}
    parts = forecast(DAY, [due(-20)], [replace(claim, kind=ASSIGNED)], HABIT, 0, same, HORIZON)
    assert parts.left_out == {ASSIGNED: 700, CLAIMED: 100}


amounts = st.builds(
    OpenAmount,
    st.integers(1, 4),
    st.integers(1, 9),
    st.integers(-400, 200).map(lambda days: DAY + timedelta(days)),
    st.integers(1, 10**9),
    st.integers(0, 10**9),
    st.sampled_from(("", "", "", "insolvent", "old")),
)
announced = st.builds(
    Dated,
    st.integers(1, 4),
    st.integers(1, 120).map(lambda days: DAY + timedelta(days)),
    st.integers(1, 10**9),
    st.sampled_from(("promise", CLAIM, ASSIGNED)),
    st.sets(st.integers(1, 9), max_size=2).map(frozenset),
)
events = st.one_of(
    st.builds(CashEvent, st.just(EventKind.LATE), st.sampled_from(Who), st.just(2), st.integers(1, 365)),
    st.builds(CashEvent, st.just(EventKind.FAILS), st.sampled_from(list(Who)[1:]), st.just(2)),
    st.builds(
        CashEvent,
        st.just(EventKind.COLLECTIONS),
        st.sampled_from(Who),
        st.just(2),
        percent=st.decimals("0.1", 100, places=1),
    ),
)


@given(
    st.lists(amounts, max_size=10),
    st.lists(announced, max_size=5),
    st.integers(-(10**9), 0),
    st.lists(events, min_size=1, max_size=3),
)
@settings(max_examples=80)
def test_parts_sum_to_the_receivables_whatever_happens(
    items: list[OpenAmount], dated: list[Dated], on_account: int, strikes: list[CashEvent]
) -> None:
    placed = lay(DAY, items, dated, HABIT, same)
    owed = sum(item.open for item in items)
    parts = sum_up(DAY, placed, on_account, HORIZON)
    assert parts.total == owed + on_account
    assert min((*parts.habit, *parts.dated, *parts.claims, parts.later), default=0) >= 0
    after = lay_over(placed, Overlay("x", tuple(strikes)), GROUND)
    struck_parts = sum_up(DAY, after, on_account, HORIZON)
    assert struck_parts.total == parts.total
    assert struck_parts.claims == parts.claims  # what an insurer pays is not its customer's to be late with
    for weeks in range(1, HORIZON + 1):  # at no time has more come in
        assert sum(struck_parts.habit[:weeks]) <= sum(parts.habit[:weeks])


@given(st.lists(amounts, min_size=2, max_size=8, unique_by=lambda one: one.document_id), st.integers(1, 60))
@settings(max_examples=60)
def test_moving_one_item_moves_only_its_weeks(items: list[OpenAmount], days: int) -> None:
    plain = [replace(item, disputed=0, doubtful="") for item in items]
    moved = [replace(plain[0], due=plain[0].due + timedelta(days)), *plain[1:]]

    def others(found: list[Placed]) -> Counter[Placed]:
        return Counter(one for one in found if one.item.document_id != plain[0].document_id)

    before, after = (lay(DAY, each, (), HABIT, same) for each in (plain, moved))
    assert others(before) == others(after)
    one, two = (sum_up(DAY, lay(DAY, [each], (), HABIT, same), 0, HORIZON) for each in (plain[0], moved[0]))
    rest = sum_up(DAY, lay(DAY, plain[1:], (), HABIT, same), 0, HORIZON)
    whole = sum_up(DAY, after, 0, HORIZON)
    assert whole.habit == tuple(a + b for a, b in zip(two.habit, rest.habit, strict=True))
    assert one.total == two.total


def test_an_amount_is_spread_without_losing_a_unit() -> None:
    assert spread(803, 4) == [201, 201, 201, 200]
    assert sum(spread(10, SPREADS["spread"])) == 10


# -- ranges -----------------------------------------------------------------------------------------


def test_a_range_is_the_customers_own_drawn_towards_the_companys() -> None:
    spreads = Spreads({1: Spread(5, -10, 30), 2: Spread(45, 0, 50)}, Spread(100, 0, 10))
    assert spreads.of(1) == Spread(5, -5, 20)  # as many as the company counts for: half way
    assert spreads.of(2) == Spread(45, 0, 46)
    assert spreads.of(9) == Spread(0, 0, 10)


def test_the_range_of_an_item_holds_its_day() -> None:
    spreads = Spreads({}, Spread(10, -3, 12))
    [one] = lay(DAY, [due(20)], (), HABIT, same)
    told = expected(one, "CNY", DAY, 10, spreads)
    assert (told.on, told.low, told.high) == tuple(DAY + timedelta(n) for n in (30, 17, 32))
    [late] = lay(DAY, [due(-20)], (), HABIT, same)
    told = expected(late, "CNY", DAY, 10, spreads)
    assert (told.why, told.on, told.low) == ("soon", None, DAY + timedelta(1))
    assert told.high == DAY + timedelta(28)
    [out] = lay(DAY, [due(5, doubtful="old")], (), HABIT, same)
    assert expected(out, "CNY", DAY, 0, spreads).high is None


# -- own money --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "every", "until", "days"),
    [
        (date(2026, 1, 5), "", None, ["2026-01-05"]),
        (date(2025, 12, 30), "", None, []),
        (date(2025, 12, 29), "week", date(2026, 1, 12), ["2026-01-05", "2026-01-12"]),
        (date(2025, 10, 31), "month", None, ["2026-01-31", "2026-02-28", "2026-03-31"]),
        (date(2026, 2, 10), "month", date(2026, 3, 9), ["2026-02-10"]),
        (date(2025, 8, 20), "quarter", None, ["2026-02-20"]),
    ],
)
def test_what_comes_back(on: date, every: str, until: date | None, days: list[str]) -> None:
    item = CashItem(on, 100, "CNY", "工资", every=every, until=until)
    found = occurrences(item, date(2026, 1, 1), date(2026, 4, 1))
    assert [day.isoformat() for day in found] == days


def test_new_sales_come_after_their_days() -> None:
    sales = Sales(Decimal(100), 30)
    assert sales.collected(DAY, DAY + timedelta(30)) == 0
    assert sales.collected(DAY, DAY + timedelta(37)) == 700


def test_the_gap_is_the_first_day_below_the_least_cash() -> None:
    flows = {DAY + timedelta(n): amount for n, amount in ((1, -300), (3, -400), (8, 100), (9, 900))}
    assert running(1000, flows)[-1] == (DAY + timedelta(9), 1300)
    found = gap(1000, flows, 500, DAY + timedelta(1))
    assert found == Gap(DAY + timedelta(3), 200, DAY + timedelta(3), 200, DAY + timedelta(9))
    assert gap(1000, flows, 300, DAY + timedelta(1)) is None
    at_once = gap(100, {DAY + timedelta(5): 900}, 500, DAY + timedelta(1))
    assert at_once == Gap(DAY + timedelta(1), 400, DAY + timedelta(1), 400, DAY + timedelta(5))
    assert gap(100, {}, 500, DAY) == Gap(DAY, 400, DAY, 400, None)


def test_small_things() -> None:
    assert cumulated([1, 2, -5], 10) == [11, 13, 8]
    assert settle_days({}, 3, DAY) == {DAY: 3}
    assert settle_days({DAY: 5}, 4, DAY + timedelta(3)) == {DAY: 4}
    monday = date(2026, 1, 5)
    assert lasting(monday, lambda day: day.weekday() < 5) == date(2026, 1, 9)
    assert lasting(monday, lambda _day: False) == date(2026, 1, 11)


# -- scenarios --------------------------------------------------------------------------------------


def test_who_is_struck() -> None:
    ranked = (7, 3, 9, 1, 2, 4)
    assert struck(CashEvent(EventKind.LATE, Who.LARGEST), ranked) == {7}
    assert struck(CashEvent(EventKind.LATE, Who.TOP_FIVE), ranked) == {7, 3, 9, 1, 2}
    assert struck(CashEvent(EventKind.LATE, Who.CUSTOMER, 4), ranked) == {4}
    assert struck(CashEvent(EventKind.LATE), ranked) is None


def test_a_late_customer_pays_later_and_the_others_as_before() -> None:
    placed = lay(DAY, [due(5), due(5, customer=2, document=2), due(-20, document=3)], (), HABIT, same)
    overlay = Overlay("x", (CashEvent(EventKind.LATE, Who.LARGEST, days=60),))
    after = sum_up(DAY, lay_over(placed, overlay, GROUND), 0, HORIZON)
    assert after.habit[0] == 800  # the other customer
    assert after.habit[10] == 1000  # 5 + 10 + 60 days, and of the one spread what came by the 14th day
    assert sum(after.habit[8:]) + after.later == 1600


def test_a_failed_customer_pays_nothing_and_a_cut_takes_its_share() -> None:
    claim = Dated(1, DAY + timedelta(10), 300, CLAIM, frozenset({9}))
    placed = lay(DAY, [due(5), due(5, document=9), due(5, customer=2, document=2)], [claim], HABIT, same)
    failed = lay_over(placed, Overlay("x", (CashEvent(EventKind.FAILS, Who.LARGEST),)), GROUND)
    parts = sum_up(DAY, failed, 0, HORIZON)
    assert (parts.left_out[FAILED], parts.claims[1], parts.habit[0]) == (800, 300, 800)
    cut = lay_over(placed, Overlay("x", (CashEvent(EventKind.COLLECTIONS, percent=Decimal(25)),)), GROUND)
    assert sum_up(DAY, cut, 0, HORIZON).left_out == {CLAIMED: 500, CUT: 400}


def test_sales_shrink_by_every_event() -> None:
    fifth = CashEvent(EventKind.SALES, percent=Decimal(20))
    assert sales_left(Overlay("x", (fifth, fifth))) == Decimal("0.64")
    assert sales_left(None) == 1


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (CashEvent(EventKind.LATE, days=0), "overlay.bad_days"),
        (CashEvent(EventKind.LATE, days=366), "overlay.bad_days"),
        (CashEvent(EventKind.COLLECTIONS, percent=Decimal(101)), "overlay.bad_percent"),
        (CashEvent(EventKind.SALES), "overlay.bad_percent"),
        (CashEvent(EventKind.OUTFLOW), "overlay.bad_amount"),
        (CashEvent(EventKind.FAILS, Who.CUSTOMER), "overlay.no_customer"),
        (CashEvent(EventKind.FAILS), "overlay.all_fail"),
    ],
)
def test_events_that_cannot_be_are_refused(event: CashEvent, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        check(Overlay("x", (event,)))


def test_overlays_without_a_name_or_events_are_refused() -> None:
    with pytest.raises(DomainError, match=r"overlay\.no_name"):
        check(Overlay("  ", SHIPPED[0].events))
    with pytest.raises(DomainError, match=r"overlay\.no_events"):
        check(Overlay("x", ()))
    assert shipped("largest_late") is SHIPPED[0]
    assert shipped("") is None


@given(st.lists(events, max_size=4))
@settings(max_examples=30)
def test_events_are_kept_as_they_are(made: list[CashEvent]) -> None:
    out = CashEvent(EventKind.OUTFLOW, amount=5, on=DAY)
    assert events_of(to_text(Overlay("x", (*made, out)))) == (*made, out)


@pytest.mark.parametrize("text", ["", "[]", '{"events": [{"kind": "storm"}]}', '{"events": 3}'])
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(DomainError, match=r"overlay\.unreadable"):
        events_of(text)


# -- back-test --------------------------------------------------------------------------------------


def test_errors_by_horizon() -> None:
    one = horizon(1, [(100, 80), (50, 70)])
    assert (one.said, one.came, one.mae, one.bias) == (150, 150, Decimal(20), Decimal(0))
    assert one.wape == Decimal(40) / 150
    assert horizon(2, []).mae is None
    assert horizon(2, [(10, 0)]).wape is None


def test_only_whole_spans_are_compared_whole() -> None:
    told = judge("CNY", [Origin(DAY, (10, 10), (8, 12)), Origin(DAY, (10, 10), (10,))], 2, DayError())
    assert [each.n for each in told.horizons] == [2, 1]
    assert (told.total.n, told.total.mae, told.few) == (1, Decimal(0), True)
    assert (median([]), median([3, 1, 2]), median([1, 2])) == (None, Decimal(2), Decimal("1.5"))
