"""Who works here, on the command line: asked where the company asks, for what writes."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import build_app
from app.cli import desk
from app.domain.clock import FixedClock
from app.domain.credit_record import Person
from tests.cli.conftest import AS_OF, Call

OWNER, SALES = "4711", "2468"


@pytest.fixture
def ledger(tmp_path: Path, call: Call) -> Path:
    path = tmp_path / "甲.holdfast"
    assert call("new", path, "--name", "恒信五金", "--currency", "CNY").code == 0
    with closing(build_app(FixedClock(AS_OF)).files.open(path)) as session:
        for name, role, pin in (("小李", "sales", SALES), ("王总", "owner", OWNER)):
            person = min(session.people.save(Person(name, role)).touched["person"])
            session.people.set_pin(person, pin)
        session.desk.switch("王总", OWNER, on=True)
    return path


def pin_file(folder: Path, pin: str) -> Path:
    path = folder / f"{pin}.txt"
    path.write_text(f"{pin}\n", "utf-8")
    return path


def test_what_writes_wants_somebody_and_what_reads_does_not(call: Call, ledger: Path) -> None:
    refused = call("close-month", ledger, "2025-10")
    assert refused.code == 2
    assert "--as NAME" in refused.err
    assert call("close-month", ledger).code == 0
    assert call("check", ledger).code == 0


def test_the_duty_and_the_pin_decide(call: Call, ledger: Path, tmp_path: Path) -> None:
    month = ("close-month", ledger, "2025-10")
    wrong = call(*month, "--as", "王总", "--pin-file", pin_file(tmp_path, SALES))
    assert (wrong.code, SALES in wrong.err) == (1, False)
    sales = call(*month, "--as", "小李", "--pin-file", pin_file(tmp_path, SALES))
    assert sales.code == 1
    assert "小李 (Sales) has no duty to keep the books" in sales.err
    assert call(*month, "--as", "谁").code == 2
    done = call(*month, "--as", "王总", "--pin-file", pin_file(tmp_path, OWNER))
    assert done.code == 0, done.err
    with closing(build_app(FixedClock(AS_OF)).files.open(ledger)) as session:
        latest = session.history.entries()[0]
    assert (latest.verb, latest.actor) == ("period.closed", "王总")


def test_the_pin_is_asked_for_unseen_at_a_terminal(
    call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return OWNER

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(desk, "asked_unseen", typed)
    assert call("close-month", ledger, "2025-10", "--as", "王总").code == 0
    assert asked == ["PIN of 王总: "]


def test_only_the_owner_restores_what_can_be_opened(call: Call, ledger: Path, tmp_path: Path) -> None:
    """A damaged file asks nobody: nobody could sit down at it; what comes back asks again."""
    assert call("backup", ledger, "--to", tmp_path / "kept").code == 0
    (backup,) = (tmp_path / "kept").rglob("*.holdfast")
    restore = ("restore", ledger, "--from", backup)
    before = ledger.read_bytes()
    refused = call(*restore)
    assert refused.code == 2
    assert "--as NAME" in refused.err
    sales = call(*restore, "--as", "小李", "--pin-file", pin_file(tmp_path, SALES))
    assert sales.code == 1
    assert "小李 (Sales) has no duty to manage people" in sales.err
    assert ledger.read_bytes() == before
    assert call(*restore, "--as", "王总", "--pin-file", pin_file(tmp_path, OWNER)).code == 0
    ledger.write_bytes(ledger.read_bytes()[:512])
    assert call(*restore).code == 0
    with closing(build_app(FixedClock(AS_OF)).files.open(ledger)) as session:
        assert session.desk.look().asks


def test_what_is_salvaged_asks_whom_the_damaged_file_asked(call: Call, ledger: Path, tmp_path: Path) -> None:
    new = tmp_path / "saved.holdfast"
    assert call("salvage", ledger, "--to", new).code == 0
    with closing(build_app(FixedClock(AS_OF)).files.open(new)) as session:
        assert session.desk.look().asks
        assert [one.name for one in session.desk.owners()] == ["王总"]


def test_another_s_duty_is_refused_before_any_work(call: Call, ledger: Path, tmp_path: Path) -> None:
    """Nothing is read of a table that would only be refused in the end."""
    table = tmp_path / "a.csv"
    table.write_bytes(b"\x00" * 64)
    found = call("import", ledger, table, "--as", "小李", "--pin-file", pin_file(tmp_path, SALES))
    assert found.code == 1
    assert "小李 (Sales) has no duty to keep the books" in found.err
