"""Work that credit decisions leave: orders held, scorings begun, limits and overrides about to end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.credit_record import CreditLimit, GradeOverride, OpenOrder, OrderCheck, StoredAssessment
from app.domain.customer import Customer, CustomerGroup
from app.domain.work import WorkItem
from app.services.ports import Record
from app.services.work_sources.decisions import DecisionSource
from app.storage.readers.work_credit import SqlDecisionReader
from app.storage.store import SqlStore
from app.words import say

DAY = date(2025, 12, 31)


def ago(days: int) -> date:
    return DAY - timedelta(days)


@pytest.fixture
def store(store: SqlStore) -> SqlStore:
    keep(store, Customer("甲有限公司", short_name="甲", name_en="Jia"), Customer("乙"), CustomerGroup("集团"))
    return store


def keep(store: SqlStore, *records: Record) -> list[int]:
    with store.write() as unit:
        ids = [unit.add(one) for one in records]
        unit.commit("test")
    return ids


def work(store: SqlStore) -> list[WorkItem]:
    found = list(DecisionSource(SqlDecisionReader(store)).items(DAY))
    for one in found:
        assert one.kind == "credit"
        for lang in ("zh", "en"):
            assert "{" not in say(one.reason, lang, **one.params)
            assert say(f"work.action.{one.action}", lang)
    return found


def reasons(store: SqlStore) -> list[str]:
    return [one.reason.removeprefix("work.credit.") for one in work(store)]


def check(on: date, answer: str = "hold", **more: object) -> OrderCheck:
    given: dict[str, object] = {"order_id": 1, **more}
    return OrderCheck(1, on, "CNY", 100_00, answer, "{}", **given)  # type: ignore[arg-type]


def test_an_order_that_is_held_waits_for_a_release(store: SqlStore) -> None:
    keep(store, OpenOrder(1, "SO-1", ago(9), "CNY", 100_00, ship_on=DAY + timedelta(4)))
    keep(store, check(ago(5), "deposit", deposit=30_00))
    (item,) = work(store)
    assert (item.reason, item.due, item.customer, item.customer_en) == (
        "work.credit.deposit", DAY + timedelta(4), "甲", "Jia",
    )  # fmt: skip
    assert item.target == {"customer_id": 1, "check_id": 1}
    keep(store, check(ago(4)))
    assert reasons(store) == ["hold"]
    keep(store, check(ago(3), release_until=ago(2), release_amount=1, released_by="王总"))
    assert reasons(store) == ["hold"]
    keep(store, check(ago(3), release_until=DAY, release_amount=1, released_by="王总"))
    assert reasons(store) == []
    keep(store, check(ago(2)), check(ago(1), "go"))
    assert reasons(store) == []


@pytest.mark.parametrize(
    ("state", "on"), [("closed", ago(2)), ("cancelled", ago(2)), ("open", ago(15)), ("open", DAY)]
)
def test_only_open_orders_checked_lately_are_work(store: SqlStore, state: str, on: date) -> None:
    keep(store, OpenOrder(1, "SO-1", ago(30), "CNY", 100_00, state=state))
    keep(store, check(on, order_id=1 if on != DAY else None))
    assert reasons(store) == []


def test_a_scoring_left_unfinished(store: SqlStore) -> None:
    draft = StoredAssessment(1, "existing", 1, "", ago(3), "{}", "60", "90", "C", "C")
    keep(store, draft)
    (item,) = work(store)
    assert (item.reason, item.action, item.due) == ("work.credit.draft", "draft", DAY + timedelta(4))
    store.raw.execute("UPDATE stored_assessment SET as_of = ?", (ago(2).isoformat(),))
    assert reasons(store) == []


LONG_AGO = DAY - timedelta(200)


def limit(end: date | None, start: date = LONG_AGO, **more: object) -> CreditLimit:
    given: dict[str, object] = {"customer_id": 1, "amount": 100_00, **more}
    return CreditLimit(start, "set", "CNY", end=end, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("end", "found"),
    [(14, ["limit_ends"]), (0, ["limit_ends"]), (-1, ["limit_ended"]), (15, []), (-31, [])],
)
def test_a_limit_that_ends(store: SqlStore, end: int, found: list[str]) -> None:
    keep(store, limit(DAY + timedelta(end)))
    assert reasons(store) == found


def test_a_limit_that_another_follows_is_no_work(store: SqlStore) -> None:
    keep(store, limit(ago(1)), limit(DAY, customer_id=None, group_id=1), limit(DAY, customer_id=2))
    assert [one.customer for one in work(store)] == ["甲", "集团", "乙"]
    keep(store, limit(None, DAY), limit(None, DAY, customer_id=None, group_id=1))
    keep(store, CreditLimit(DAY, "not_checked", "CNY", 2))
    assert reasons(store) == []
    keep(store, limit(DAY, ago(1), customer_id=None, group_id=1, amount=0))
    assert reasons(store) == []


def test_an_override_that_ends(store: SqlStore) -> None:
    made = StoredAssessment(1, "existing", 1, "", ago(40), "{}", "60", "90", "C", "C", state="final")
    keep(store, made)
    keep(store, GradeOverride(1, 1, "C", "B", "other", "", "小李", "王总", ago(30), DAY + timedelta(14)))
    (item,) = work(store)
    assert (item.reason, item.due) == ("work.credit.override", DAY + timedelta(14))
    keep(store, StoredAssessment(1, "existing", 1, "", ago(1), "{}", "60", "90", "C", "C", state="final"))
    assert reasons(store) == []
