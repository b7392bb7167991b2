"""The chain of the change log, with the company file edited by hand."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.chain import START, ChainEntry, fingerprint, short
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document
from app.services.check import Finding
from app.storage.chain_integrity import ChainCheck
from app.storage.company_file import create_company, open_company
from app.storage.history import SqlChangeLog
from app.storage.store import SqlStore
from app.words import say
from tests.storage.tampering import CLOCK, COMPAT, found_after, with_entries
from tests.storage.test_unit_of_work import customer_in

ROWS = "SELECT table_name, row_id, before, after FROM change WHERE set_id = ? ORDER BY id"
SETS = "SELECT id, at, actor, verb, params, undoes, reversible, rows FROM change_set WHERE id = ?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Six entries: company, customer, invoice, a change of it, its undo, its redo."""
    return with_entries(tmp_path, _edited)


def _edited(store: SqlStore) -> None:
    with store.write() as unit:
        unit.replace(replace(unit.get(Document, 1), amount=120_00))
        unit.commit("document.edited", kind=("kind.invoice", {}), number="FP-1")
    SqlChangeLog(store).undo(0)
    SqlChangeLog(store).redo()


def checked(path: Path) -> list[Finding]:
    with closing(open_company(path, clock=CLOCK, actor="x", read_only=True)) as store:
        return chain_of(store)


def chain_of(store: SqlStore) -> list[Finding]:
    return [one for check in ChainCheck(store).checks().values() for one in check()]


def by_hand(path: Path, *statements: str) -> list[Finding]:
    return found_after(path, statements, chain_of)


def sealed_anew(raw: driver.Connection, entry: int, previous: str) -> str:
    """Recompute one entry's fingerprint as the program would."""
    made = fingerprint(
        previous,
        ChainEntry(*raw.execute(SETS, (entry,)).fetchone()),
        [rows] if (rows := raw.execute(ROWS, (entry,)).fetchall()) else [],
    )
    raw.execute("UPDATE change_set SET previous = ?, hash = ? WHERE id = ?", (previous, made, entry))
    return made


def test_an_untouched_file_holds(path: Path) -> None:
    assert checked(path) == []


def test_the_fingerprint_is_what_the_docs_say(path: Path) -> None:
    """Worked out from the file with nothing of ours but the written definition."""
    with closing(driver.connect(str(path))) as raw:
        previous = "0" * 64
        for row in raw.execute("SELECT * FROM change_set ORDER BY id").fetchall():
            entry, at, actor, verb, params, undoes, reversible, rows, before, mark = row
            listed = [previous, entry, at, actor, verb, params, undoes, reversible, rows]
            listed += [list(one) for one in raw.execute(ROWS, (entry,))]
            text = json.dumps(listed, separators=(",", ":"), ensure_ascii=False)
            assert (before, mark) == (previous, hashlib.sha256(text.encode("utf-8")).hexdigest())
            previous = mark
    assert short(previous).replace(" ", "") == previous[:16]


@pytest.mark.parametrize(
    ("statement", "code", "entry"),
    [
        ("UPDATE change SET after = replace(after, '10000', '90000') WHERE set_id = 3", "chain_changed", 3),
        ("UPDATE change SET before = NULL WHERE set_id = 4", "chain_changed", 4),
        ("UPDATE change SET row_id = 2 WHERE set_id = 4", "chain_changed", 4),
        ("DELETE FROM change WHERE id = (SELECT min(id) FROM change WHERE set_id = 3)", "chain_changed", 3),
        ("UPDATE change_set SET at = '2025-11-30T12:00:00Z' WHERE id = 4", "chain_changed", 4),
        ("UPDATE change_set SET actor = '李四' WHERE id = 2", "chain_changed", 2),
        ("UPDATE change_set SET params = '{}' WHERE id = 4", "chain_changed", 4),
        ("UPDATE change_set SET params = 'x', verb = 'x', at = 'x' WHERE id = 4", "chain_changed", 4),
        ("UPDATE change_set SET reversible = 1 WHERE id = 1", "chain_changed", 1),
        ("UPDATE change_set SET hash = previous WHERE id = 3", "chain_changed", 3),
        ("UPDATE change_set SET previous = hash WHERE id = 3", "chain_link", 3),
        ("UPDATE change SET set_id = 3 WHERE set_id = 5", "chain_stray", 5),
        ("INSERT INTO change(set_id, table_name, row_id) VALUES (2, 'customer', 9)", "chain_stray", 6),
        ("INSERT INTO change_set(id, at, actor, verb) VALUES (9, '2025-12-31T12:00:00Z', '', 'x')",
         "chain_missing", 9),
    ],
)  # fmt: skip
def test_the_first_broken_link_is_named(path: Path, statement: str, code: str, entry: int) -> None:
    first = by_hand(path, statement)[0]
    assert (first.code, first.row_id) == (f"check.{code}", entry)


def test_the_sentence_names_number_day_and_action(path: Path) -> None:
    (first, *_) = by_hand(path, "UPDATE change SET after = replace(after, '12000', '1') WHERE set_id = 4")
    told = say(first.code, "zh", **first.params)
    assert "第 4 条" in told
    assert "2025-12-31" in told
    assert say("document.edited", "zh", kind=say("kind.invoice", "zh"), number="FP-1") in told


def test_an_entry_taken_out_is_missed(path: Path) -> None:
    first = by_hand(path, "DELETE FROM change WHERE set_id = 4", "DELETE FROM change_set WHERE id = 4")[0]
    assert (first.code, first.row_id, first.params["before"]) == ("check.chain_missing", 5, 3)


def test_numbers_closed_up_after_a_deletion_do_not_help(path: Path) -> None:
    found = by_hand(
        path,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM change WHERE set_id = 4",
        "DELETE FROM change_set WHERE id = 4",
        "UPDATE change SET set_id = set_id - 1 WHERE set_id > 4",
        "UPDATE change_set SET id = id - 1 WHERE id > 4",
    )
    assert (found[0].code, found[0].row_id) == ("check.chain_link", 4)


def test_two_entries_exchanged_are_found(path: Path) -> None:
    found = by_hand(
        path,
        "PRAGMA foreign_keys = OFF",
        *(
            f"UPDATE {table} SET {column} = {to} WHERE {column} = {of}"  # noqa: S608 - our own numbers
            for of, to in ((2, 99), (3, 2), (99, 3))
            for table, column in (("change_set", "id"), ("change", "set_id"))
        ),
    )
    assert {one.code for one in found} >= {"check.chain_changed", "check.chain_link"}
    assert found[0].row_id == 2


def test_one_fingerprint_recomputed_breaks_at_the_next(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute("UPDATE change SET after = replace(after, '10000', '1') WHERE set_id = 3")
        (previous,) = raw.execute("SELECT previous FROM change_set WHERE id = 3").fetchone()
        sealed_anew(raw, 3, previous)
    first = checked(path)[0]
    assert (first.code, first.row_id, first.params["before"]) == ("check.chain_link", 4, 3)


def test_a_wholly_recomputed_chain_holds_by_itself(path: Path) -> None:
    """Which is why a proof is kept elsewhere: see ``test_proof``."""
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        raw.execute("UPDATE change_set SET actor = '别人' WHERE id = 3")
        previous = START
        for entry in range(1, 7):
            previous = sealed_anew(raw, entry, previous)
    assert checked(path) == []


@pytest.mark.parametrize(
    ("statement", "code", "label"),
    [
        ("UPDATE document SET amount = 1 WHERE id = 2", "outside_changed", "FP-2"),
        ("UPDATE customer SET deleted = 1", "outside_changed", "苏州恒岌"),
        ("DELETE FROM document WHERE id = 2", "outside_gone", "FP-2"),
        ("INSERT INTO region(name, created_at, changed_at) VALUES ('华南', '', '')", "outside_added", "华南"),
    ],
)
def test_rows_edited_behind_the_logs_back(path: Path, statement: str, code: str, label: str) -> None:
    (found,) = by_hand(path, statement)
    assert (found.code, found.params["label"]) == (f"check.{code}", label)


def test_a_row_put_back_by_hand_is_found(path: Path) -> None:
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        row = customer_in(store, "乙")
        SqlChangeLog(store).undo(0)
    (found,) = by_hand(
        path,
        f"INSERT INTO customer(id, name, created_at, changed_at) VALUES ({row}, '乙', '', '')",  # noqa: S608
    )
    assert (found.code, found.params["label"]) == ("check.outside_back", "乙")


def test_a_tail_cut_off_shows_in_the_rows_it_left(path: Path) -> None:
    found = by_hand(path, "DELETE FROM change WHERE set_id > 3", "DELETE FROM change_set WHERE id > 3")
    assert [(one.code, one.params["label"], one.params["entry"]) for one in found] == [
        ("check.outside_changed", "FP-1", 3)
    ]


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_entries_of_older_files_are_sealed_as_they_stand(version: int, tmp_path: Path) -> None:
    old = Path(shutil.copy(COMPAT / f"schema-{version}.holdfast", tmp_path))
    with closing(open_company(old, clock=CLOCK, actor="x")) as store:
        customer_in(store)
        SqlChangeLog(store).undo(0)
    assert checked(old) == []
    (first, *_) = by_hand(old, "UPDATE change SET after = 'x' WHERE id = (SELECT min(id) FROM change)")
    assert (first.code, first.row_id) == ("check.chain_changed", 1)


@settings(max_examples=12, deadline=None)
@given(texts=st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=8))
def test_any_text_is_sealed_as_it_is_verified(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The database writes what is sealed, the check works it out anew: they agree on every character."""
    path = tmp_path_factory.mktemp("text") / "a.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=CLOCK, actor="x")
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        with store.write() as unit:
            unit.add_all([Customer(text.replace("\0", "")) for text in texts])
            unit.commit("import.customers", source="\n".join(texts), n=len(texts))
        SqlChangeLog(store).undo(0)
    assert checked(path) == []


def test_bytes_that_are_no_text_are_a_finding_too(path: Path) -> None:
    found = by_hand(path, "UPDATE change SET after = CAST(x'7bff7d' AS TEXT) WHERE set_id = 3")
    assert (found[0].code, found[0].row_id) == ("check.chain_changed", 3)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_any_one_cell_of_the_log_is_guarded(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever single cell is changed, a link breaks."""
    path = tmp_path_factory.mktemp("one") / "a.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=CLOCK, actor="王芳")
    with closing(open_company(path, clock=CLOCK, actor="王芳")) as store:
        customer_in(store)
        customer_in(store, "乙")
    columns = {
        "change_set": ["at", "actor", "verb", "params", "undoes", "reversible", "rows", "previous", "hash"],
        "change": ["table_name", "row_id", "before", "after"],
    }
    table = data.draw(st.sampled_from(sorted(columns)))
    column = data.draw(st.sampled_from(columns[table]))
    number = column in {"undoes", "reversible", "rows", "row_id"}
    value = data.draw(
        st.integers(-(2**31), 2**31)
        if number
        else st.text(st.characters(codec="utf-8", exclude_characters="\0"))
    )
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        (was,) = raw.execute(f"SELECT {column} FROM {table} WHERE id = 2").fetchone()  # noqa: S608
        raw.execute(f"UPDATE {table} SET {column} = ? WHERE id = 2", (value,))  # noqa: S608
    codes = [one.code for one in checked(path)]
    assert any(code.startswith("check.chain_") for code in codes) == (value != was)
