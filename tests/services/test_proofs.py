"""Proofs of the history: what a wholly recomputed chain cannot match."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.chain import START, day_of, short
from app.domain.customer import Customer
from app.domain.problem import DomainError, EnvironmentFaultError
from app.domain.proof import MARKS, chosen, printed, read
from app.services.session import CompanySession
from app.storage.store import SqlStore
from app.words import say
from tests.storage.test_chain import sealed_anew

Opened = Callable[[], CompanySession]


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    for name in ("甲", "乙", "丙"):
        with store.write() as unit:
            unit.add(Customer(name))
            unit.commit("customer.created", name=name)
    return compose(store, store.clock, store.close)


def rewrite(store: SqlStore, entry: int) -> None:
    """Change an entry and recompute every fingerprint, as somebody with this program's source could."""
    with closing(driver.connect(str(store.path), isolation_level=None)) as raw:
        raw.execute("UPDATE change_set SET actor = '别人' WHERE id = ?", (entry,))
        previous = START
        for (number,) in raw.execute("SELECT id FROM change_set ORDER BY id").fetchall():
            previous = sealed_anew(raw, number, previous)


def test_a_history_that_goes_on_holds(session: CompanySession, store: SqlStore, tmp_path: Path) -> None:
    made = session.proofs.export(tmp_path / "证明.json")
    with store.write() as unit:
        unit.add(Customer("丁"))
        unit.commit("customer.created", name="丁")
    done = session.proofs.check(tmp_path / "证明.json")
    assert (done.findings, done.proof, done.entries) == ((), made, 5)
    assert made.head.entry == 4
    assert session.proofs.head().entry == 5


def test_a_recomputed_history_is_found_by_the_proof_alone(
    session: CompanySession, store: SqlStore, tmp_path: Path
) -> None:
    session.proofs.export(tmp_path / "p.json")
    rewrite(store, 3)
    assert session.check.run() == []
    (found,) = session.proofs.check(tmp_path / "p.json").findings
    assert (found.code, found.params["entry"], found.params["before"]) == ("check.proof_differs", 3, 2)
    told = say(found.code, "zh", **found.params)
    assert say("customer.created", "zh", name="乙") in told
    assert "第 3 条" in told


@pytest.mark.parametrize(
    "edit", ["UPDATE change_set SET actor = '别人' WHERE id = 3", "DELETE FROM change WHERE set_id = 3"]
)
def test_an_entry_edited_under_its_fingerprint_is_found_too(
    session: CompanySession, store: SqlStore, tmp_path: Path, edit: str
) -> None:
    """The fingerprints alone are still those of the proof: the entries must be what they were made of."""
    head = session.proofs.export(tmp_path / "p.json").head
    with closing(driver.connect(str(store.path), isolation_level=None)) as raw:
        raw.execute(edit)
    for done in (session.proofs.check(tmp_path / "p.json"), session.proofs.check_printed(f"4 {head.mark}")):
        assert [(one.code, one.row_id) for one in done.findings] == [("check.chain_changed", 3)]
    assert session.proofs.check_printed(f"2 {session.proofs.make().heads[1].mark}").findings == ()


def test_a_printed_fingerprint_is_a_proof_too(session: CompanySession, store: SqlStore) -> None:
    head = session.proofs.head()
    for text in (
        f"{head.entry} {short(head.mark)}",
        f"{head.entry}: {head.mark.upper()}",
        f" {head.entry}-{head.mark} ",
        f"{head.entry}： {short(head.mark)}".translate(
            {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789abcdef"}
        ),
    ):
        assert session.proofs.check_printed(text).findings == ()
    rewrite(store, 2)
    (found,) = session.proofs.check_printed(f"4 {short(head.mark)}").findings
    assert found.code == "check.proof_differs_first"


def test_a_tail_cut_off_is_found(session: CompanySession, store: SqlStore, tmp_path: Path) -> None:
    session.proofs.export(tmp_path / "p.json")
    with closing(driver.connect(str(store.path), isolation_level=None)) as raw:
        for statement in (
            "DELETE FROM customer WHERE name = '丙'",
            "DELETE FROM change WHERE set_id = 4",
            "DELETE FROM change_set WHERE id = 4",
        ):
            raw.execute(statement)
    assert session.check.run() == [], "the file alone cannot tell"
    (found,) = session.proofs.check(tmp_path / "p.json").findings
    assert (found.code, found.params["entries"]) == ("check.proof_short", 3)
    assert say(found.code, "en", **found.params)


def test_a_proof_of_an_entry_beyond_all_numbers_is_of_a_longer_history(
    session: CompanySession, tmp_path: Path
) -> None:
    path = tmp_path / "p.json"
    session.proofs.export(path)
    told = json.loads(path.read_text("utf-8"))
    told["entries"] = told["marks"][-1][0] = 10**30
    path.write_text(json.dumps(told), "utf-8")
    assert [one.code for one in session.proofs.check(path).findings] == ["check.proof_short"]


def test_the_proof_of_another_company_says_so(session: CompanySession, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    session.proofs.export(path)
    told = json.loads(path.read_text("utf-8"))
    told["company"] = "别家"
    told["marks"][0][2] = "0" * 64
    path.write_text(json.dumps(told), "utf-8")
    codes = [one.code for one in session.proofs.check(path).findings]
    assert codes == ["check.proof_company", "check.proof_differs_first"]


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "{}", "null", '{"kind": 1}', "[" * 9_000,
     '{"kind": "holdfast.history-proof", "version": 1, "company": "x", "made_at": "", "marks": []}',
     '{"kind": "holdfast.history-proof", "version": 1, "company": "", "made_at": "", "marks": [[1, 0, ""]]}',
     '{"kind": "holdfast.history-proof", "version": 2, "company": "x", "made_at": "", "marks": [[1]]}'],
)  # fmt: skip
def test_what_is_no_proof_is_said_to_be_none(session: CompanySession, tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, "utf-8")
    with pytest.raises(DomainError, match=r"proof\.unreadable") as error:
        session.proofs.check(path)
    assert say(error.value.code, "zh", **error.value.params)


@pytest.mark.parametrize("name", ["head", "entries"])
def test_a_proof_that_shows_another_head_than_it_holds_is_none(
    session: CompanySession, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "p.json"
    session.proofs.export(path)
    told = json.loads(path.read_text("utf-8"))
    path.write_text("\ufeff" + json.dumps(told), "utf-8")
    assert session.proofs.check(path).findings == (), "as an editor saves it"
    told[name] = {"head": "f" * 64, "entries": 9}[name]
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(DomainError, match=r"proof\.unreadable"):
        session.proofs.check(path)


@pytest.mark.parametrize("text", ["", "gestern", "2025-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_moment_that_is_none_is_told_as_it_stands(text: str) -> None:
    assert day_of(text) == text


def test_a_missing_proof_is_a_fault_of_the_place(session: CompanySession, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match=r"file\.missing"):
        session.proofs.check(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    "text",
    ["", "1234", "x 3f9a c01b 22e1 90ab", "0 3f9a c01b 22e1 90ab", "12 3f9a", "12 3g9a c01b 22e1 90ab"],
)
def test_what_is_no_printed_fingerprint(text: str) -> None:
    with pytest.raises(DomainError, match=r"proof\.bad_mark"):
        printed(text)


@given(st.integers(1, 2_000_000))
def test_a_proof_stays_small_and_ends_at_the_newest(entries: int) -> None:
    found = chosen(entries)
    assert found[-1] == entries
    assert len(found) <= MARKS + 1
    assert entries > MARKS or found == list(range(1, entries + 1))


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DomainError):
        read(text, "x")
    with suppress(DomainError):
        printed(text)
