"""The back-test over frames against plain counting; nothing known later may enter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analytics.backtest import InvoiceRow, study
from app.domain.backtest import SHRINK, Predictor, Question, Studied
from app.domain.discrimination import area, kolmogorov_smirnov

START = date(2025, 1, 1)
QUESTION = Question(START + timedelta(60), START + timedelta(200), START + timedelta(260))


def day(number: int | None) -> str | None:
    return None if number is None else (START + timedelta(number)).isoformat()


def row(customer: int, issued: int, due: int, settled: int | None, amount: int = 100) -> InvoiceRow:
    return (customer, str(day(issued)), str(day(due)), amount, day(settled))


def measure(found: Studied, predictor: Predictor) -> tuple[float | None, int]:
    one = next(each for each in found.measures if each.predictor is predictor)
    return one.auc, one.known


ledgers = st.lists(
    st.builds(
        lambda customer, issued, terms, wait: row(
            customer, issued, issued + terms, None if wait is None else issued + wait
        ),
        st.integers(1, 4),
        st.integers(0, 200),
        st.integers(0, 40),
        st.none() | st.integers(0, 90),
    ),
    max_size=40,
)


def naive(invoices: list[InvoiceRow], question: Question) -> tuple[list[float], list[float], int]:
    """Ratios of the late and of the others, by counting invoice by invoice; and how many are undecided."""
    late: list[float] = []
    good: list[float] = []
    undecided = 0
    for customer, issued, due, _amount, settled in invoices:
        if not question.start.isoformat() <= issued <= question.end.isoformat():
            continue
        paid = settled if settled is not None and settled <= question.as_of.isoformat() else None
        if paid is None and due >= question.as_of.isoformat():
            undecided += 1
            continue
        was_late = paid is None or paid > due
        n = bad = all_n = all_bad = 0
        for other, _on, other_due, _sum, other_paid in invoices:
            other_late = other_paid is None or other_paid > other_due
            if other_late:
                # Known to be late from the day after the due date.
                known = (date.fromisoformat(other_due) + timedelta(1)).isoformat() < issued
            else:
                known = other_paid is not None and other_paid < issued
            if known:
                all_n, all_bad = all_n + 1, all_bad + other_late
                if other == customer:
                    n, bad = n + 1, bad + other_late
        if all_n:
            ratio = (bad + SHRINK * all_bad / all_n) / (n + SHRINK)
            (late if was_late else good).append(ratio)
    return late, good, undecided


@settings(max_examples=40)
@given(ledgers)
def test_the_late_ratio_is_what_was_known_on_the_day(invoices: list[InvoiceRow]) -> None:
    found = study(invoices, [], [], QUESTION)
    late, good, undecided = naive(invoices, QUESTION)
    auc, known = measure(found, Predictor.LATE_RATIO)
    assert known == len(late) + len(good)
    assert found.undecided == undecided
    expected = area(late, good)
    if expected is None:
        assert auc is None
    else:
        assert auc == pytest.approx(expected.auc)
        one = found.measures[0]
        assert one.ks == pytest.approx(kolmogorov_smirnov(late, good))
        assert one.low is not None
        assert one.high is not None
        assert 0 <= one.low <= one.high <= 1


def test_a_grade_counts_while_it_holds() -> None:
    invoices = [row(1, 70, 80, 79), row(1, 120, 130, 150), row(1, 190, 200, 230)]
    grades = [(1, str(day(60)), day(100), "A", 90.0), (1, str(day(180)), None, "D", 20.0)]
    found = study(invoices, grades, [], QUESTION)
    assert {one.grade: (one.cases, one.late) for one in found.grades} == {
        "A": (1, 0),
        "": (1, 1),
        "D": (1, 1),
    }
    assert found.ordered
    assert measure(found, Predictor.GRADE) == (1.0, 2)
    assert measure(found, Predictor.SCORE) == (1.0, 2)


def test_a_grade_that_is_late_more_often_than_a_worse_one_is_said() -> None:
    invoices = [row(1, 70, 80, 90), row(2, 70, 80, 79)]
    grades = [(1, str(day(60)), None, "A", 90.0), (2, str(day(60)), None, "C", 55.0)]
    assert study(invoices, grades, [], QUESTION).ordered is False


def test_an_alert_counts_for_ninety_days() -> None:
    invoices = [row(1, 70, 80, 120), row(2, 70, 80, 79), row(1, 199, 205, 204)]
    found = study(invoices, [], [(1, str(day(60))), (1, str(day(70)))], QUESTION)
    assert measure(found, Predictor.ALERT) == (1.0, 3)


def test_what_is_still_open_is_late_once_it_should_have_been_paid() -> None:
    invoices = [row(1, 100, 130, None), row(1, 190, 259, None), row(1, 195, 300, None)]
    found = study(invoices, [], [], QUESTION)
    assert (found.cases, found.late, found.open_late, found.undecided) == (2, 2, 2, 1)
    lenient = Question(QUESTION.start, QUESTION.end, QUESTION.as_of, 30)
    assert study(invoices, [], [], lenient).undecided == 2


def test_overrides_and_the_invoices_they_let_through() -> None:
    invoices = [row(1, 70, 80, 120), row(2, 70, 80, 79)]
    ran = [(1, str(day(60)), str(day(90))), (2, str(day(60)), str(day(90))), (2, str(day(91)), str(day(99)))]
    found = study(invoices, [], [], QUESTION, ran)
    assert (found.overridden, found.overridden_late) == (2, 1)


def test_nothing_at_all() -> None:
    found = study([], [], [], QUESTION)
    assert (found.cases, found.rate, found.ordered, found.few) == (0, None, None, True)
