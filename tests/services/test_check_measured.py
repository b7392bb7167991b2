"""Records of measuring keep their laws: each kind of damage by hand gives its own finding."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.services.check import Finding
from app.services.check_measured import MeasuredCheck
from app.storage.company_file import open_company
from app.storage.integrity import SqlCheckReader
from app.storage.measure_integrity import QUERIES
from app.storage.store import SqlStore
from app.words import say
from tests.services.checking import besides_the_hand

AS_OF = date(2025, 12, 31)
_LOCKED = "(SELECT id FROM period_review WHERE state = 'locked')"
_OPEN = "(SELECT id FROM period_review WHERE state = 'open')"


@pytest.fixture
def store(tmp_path: Path, built: Callable[[date], Path]) -> Iterator[SqlStore]:
    path = tmp_path / "s.holdfast"
    shutil.copyfile(built(AS_OF), path)
    opened = open_company(path, clock=FixedClock(AS_OF), actor="test")
    yield opened
    opened.close()


def found_in(store: SqlStore) -> list[Finding]:
    """What the checks of measuring find."""
    every = {**SqlCheckReader(store).checks(()), **MeasuredCheck(store).checks()}
    codes = [*QUERIES, *MeasuredCheck(store).checks(), "check.binned_customer"]
    return [one for code in codes for one in every[code]()]


DAMAGE = [
    (
        f"UPDATE period_review SET start = '2025-07-01', \"end\" = '2025-09-30' WHERE id = {_OPEN}",  # noqa: S608 - constants
        {"check.review_twice", "check.finding_carried"},
    ),
    (f"UPDATE period_review SET digest = '' WHERE id = {_LOCKED}", {"check.review_locked"}),  # noqa: S608
    (f"UPDATE period_review SET digest = 'x' WHERE id = {_OPEN}", {"check.review_locked"}),  # noqa: S608
    (
        f"UPDATE period_review SET figures = replace(figures, '1', '2') WHERE id = {_LOCKED}",  # noqa: S608
        {"check.review_changed"},
    ),
    (f"UPDATE period_review SET deleted = 1 WHERE id = {_OPEN}", {"check.finding_review"}),  # noqa: S608
    ("UPDATE finding SET carried_id = id WHERE carried_id IS NOT NULL", {"check.finding_carried"}),
    (
        "UPDATE finding SET carried_id = (SELECT min(carried_id) FROM finding) WHERE carried_id IS NOT NULL",
        {"check.finding_carried"},
    ),
    ("UPDATE provision_run SET as_of = '2025-06-30' WHERE as_of = '2025-09-30'", {"check.provision_twice"}),
    ("UPDATE provision_run SET gross = 1 WHERE id = 1", {"check.provision_over"}),
    ("UPDATE provision_run SET total = total - 1 WHERE id = 1", {"check.provision_sum"}),
    ("UPDATE provision_run SET result = '[]' WHERE id = 1", {"check.provision_lost"}),
    (
        "UPDATE specific_provision SET document_id = (SELECT min(id) FROM document WHERE customer_id = 1)",
        {"check.specific_document"},
    ),
    ("UPDATE specific_provision SET customer_id = 6", {"check.specific_twice"}),
    ("UPDATE specific_provision SET share = '101' WHERE id = 1", {"check.specific_share"}),
    ("UPDATE specific_provision SET until = '2020-01-01' WHERE id = 1", {"check.specific_share"}),
    ("UPDATE own_statement SET months = 3", {"check.statement_twice"}),
    ("UPDATE contingency_plan SET deleted = 1 WHERE level = 2", {"check.plan_gone"}),
    ("UPDATE plan_run SET ended = '2020-01-01'", {"check.plan_gone"}),
    ("UPDATE study SET content = 'x' WHERE id = 1", {"check.kept_unreadable"}),
    ("UPDATE contingency_plan SET content = '7' WHERE id = 1", {"check.kept_unreadable"}),
    ("UPDATE own_statement SET figures = '' WHERE id = 1", {"check.kept_unreadable"}),
]


@pytest.mark.parametrize(("damage", "codes"), DAMAGE)
def test_each_damage_is_found_and_named(store: SqlStore, damage: str, codes: set[str]) -> None:
    assert found_in(store) == []
    store.raw.execute("PRAGMA foreign_keys = OFF")
    assert store.raw.execute(damage).rowcount > 0
    found = found_in(store)
    assert {one.code for one in found} == codes
    for one in found:
        for lang in ("zh", "en"):
            assert "{" not in say(one.code, lang, **one.params)
        assert one.table
        assert one.row_id


def test_a_provision_for_a_customer_in_the_bin_is_found(store: SqlStore) -> None:
    store.raw.execute("UPDATE customer SET deleted = 1 WHERE id = 6")
    found = [one for one in found_in(store) if one.table == "specific_provision"]
    assert [one.code for one in found] == ["check.binned_customer"]


def test_a_check_of_the_file_asks_them_all(store: SqlStore) -> None:
    session = compose(store, FixedClock(AS_OF), store.close)
    store.raw.execute("UPDATE own_statement SET months = 3")
    store.raw.execute("UPDATE provision_run SET total = total - 1 WHERE id = 1")
    assert {one.code for one in besides_the_hand(session.check.run())} == {
        "check.statement_twice",
        "check.provision_sum",
    }
