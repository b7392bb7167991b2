"""``backup``, ``restore`` and ``salvage`` on the command line."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call

TABLE = "客户名称,发票号,开票日期,到期日,金额\n{name},INV-{n},2025-11-01,2025-12-01,100.00\n"


@pytest.fixture
def ledger(call: Call, tmp_path: Path) -> Path:
    """A company file with one invoice."""
    path = tmp_path / "恒信五金.holdfast"
    assert call("new", path, "--name", "恒信五金", "--currency", "CNY").code == 0
    bring(call, path, "苏州恒岳", 1)
    return path


def bring(call: Call, path: Path, name: str, n: int) -> None:
    source = path.with_name(f"{n}.csv")
    source.write_text(TABLE.format(name=name, n=n), "utf-8")
    done = call("import", path, source)
    assert done.code == 0, done.err


def test_what_changed_is_backed_up_when_the_file_is_closed_and_before_the_next_import(
    call: Call, ledger: Path
) -> None:
    listed = call("backup", ledger, "--list", "--json").json()
    assert [one["kind"] for one in listed] == ["close"]
    assert (listed[0]["invoices"], listed[0]["state"]) == (1, "sound")
    bring(call, ledger, "杭州二号", 2)
    assert [one["kind"] for one in call("backup", ledger, "--list", "--json").json()] == ["close", "close"]
    assert call("check", ledger).code == 0
    assert len(call("backup", ledger, "--list", "--json").json()) == 2, "reading changes nothing"


def test_a_backup_by_hand_into_a_folder(call: Call, ledger: Path, tmp_path: Path) -> None:
    done = call("backup", ledger, "--to", tmp_path / "stick", "--json")
    made = done.json()
    assert Path(made["path"]).parent == tmp_path / "stick"
    assert (made["kind"], made["customers"], made["invoices"]) == ("manual", 1, 1)
    said = call("backup", ledger, "--to", tmp_path / "stick", lang="zh")
    assert "1 家客户" in said.out
    assert len(list((tmp_path / "stick").glob("*.holdfast"))) == 2


def test_restoring_says_where_the_file_before_is_kept(call: Call, ledger: Path) -> None:
    first = call("backup", ledger, "--json").json()["path"]
    bring(call, ledger, "杭州二号", 2)
    done = call("restore", ledger, "--from", first, "--json").json()
    assert call("backup", ledger, "--json").json()["invoices"] == 1
    again = call("restore", ledger, "--from", done["kept"])
    assert again.code == 0
    assert "Restored" in again.out
    assert call("backup", ledger, "--json").json()["invoices"] == 2


def test_the_list_for_people(call: Call, ledger: Path) -> None:
    assert "On closing" in call("backup", ledger, "--list").out
    assert "关闭时" in call("backup", ledger, "--list", lang="zh").out
    other = ledger.with_name("new.holdfast")
    assert call("new", other, "--name", "x", "--currency", "CNY").code == 0
    assert "no backups yet" in call("backup", other, "--list").out


def test_the_sample_is_not_backed_up_by_itself(call: Call, sample: Path) -> None:
    assert call("check", sample).code == 0
    assert call("backup", sample, "--list", "--json").json() == []


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("backup", "{missing}"), 2, "not there"),
        (("restore", "{file}", "--from", "{missing}"), 2, "not there"),
        (("restore", "{file}", "--from", "{text}"), 1, "damaged"),
        (("restore", "{file}", "--from", "{file}"), 1, "is the company file itself"),
        (("backup", "{text}"), 1, "not a Holdfast company file"),
        (("restore", "{file}"), 2, "--from"),
        (("backup", "{file}", "--list", "--to", "{missing}"), 2, "exclude each other"),
        (("backup", "{file}", "--to", "{nowhere}"), 1, "not there"),
    ],
)
def test_every_fault_has_a_sentence(
    call: Call, ledger: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, word: str
) -> None:
    text = tmp_path / "text.holdfast"
    text.write_text("hello " * 40, "utf-8")
    places = {
        "missing": tmp_path / "missing.holdfast",
        "file": ledger,
        "text": text,
        "nowhere": tmp_path / "a" / "b" / "c" / "d" / "e",
    }
    done = call(*(one.format(**places) for one in arguments))
    assert (done.code, done.out) == (code, "")
    assert word in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_newest_good_backup_of_a_damaged_file_is_named_with_the_command_that_restores_it(
    call: Call, ledger: Path, lang: str
) -> None:
    bring(call, ledger, "杭州二号", 2)
    newest = Path(call("backup", ledger, "--list", "--json").json()[0]["path"])
    newest.write_bytes(newest.read_bytes()[:-4096])
    told = call("backup", ledger, "--list", "--json").json()[1]
    good, day = told["path"], told["at"][:10]
    ledger.write_bytes(ledger.read_bytes()[:-8192])
    refused = call("check", ledger, lang=lang)
    assert (refused.code, good in refused.err, str(newest) in refused.err) == (1, True, False)
    assert day in refused.err
    command = shlex.split(refused.err.splitlines()[-1])
    assert command == ["holdfast", "restore", str(ledger), "--from", good]
    assert call(*command[1:]).code == 0
    assert call("check", ledger).code == 0


def test_the_backup_of_a_file_that_is_gone_or_emptied_is_named_too(call: Call, ledger: Path) -> None:
    for spoil in (lambda: ledger.write_bytes(b""), lambda: ledger.write_bytes(b"x"), ledger.unlink):
        spoil()
        refused = call("check", ledger)
        assert "holdfast restore" in refused.err, refused.err
    assert "holdfast restore" not in call("check", ledger.with_name("other.holdfast")).err


@pytest.mark.parametrize(
    ("lang", "command", "saved"), [("en", "holdfast salvage", "saved"), ("zh", "holdfast salvage", "抢救出")]
)
def test_a_damaged_file_without_backups_is_told_the_way_out_and_salvaged(
    call: Call, ledger: Path, tmp_path: Path, lang: str, command: str, saved: str
) -> None:
    for one in call("backup", ledger, "--list", "--json").json():
        Path(one["path"]).unlink()
    data = bytearray(ledger.read_bytes())
    data[-8192:] = bytes(8192)
    ledger.write_bytes(data)
    refused = call("check", ledger, lang=lang)
    assert (refused.code, command in refused.err) == (1, True)
    new = tmp_path / "new.holdfast"
    done = call("salvage", ledger, "--to", new, lang=lang)
    assert done.code == 0, done.err
    assert saved in done.out
    assert call("check", new).code in {0, 1}
    assert ledger.read_bytes() == data
    assert call("salvage", ledger, "--to", new).code == 2


def test_backups_that_fail_are_told_by_whatever_writes(call: Call, ledger: Path) -> None:
    """Once only the window said so."""
    own = Path(call("backup", ledger, "--list", "--json").json()[0]["path"]).parent.parent
    shutil.rmtree(own)
    own.write_text("a file in the way")
    bring(call, ledger, "杭州二号", 2)
    told = call("check", ledger)
    assert (told.code, str(own) in told.err) == (0, True)
    assert "is a file, not a folder" in told.err
    own.unlink()
    assert call("backup", ledger).code == 0
    assert call("check", ledger).err == ""


@pytest.mark.parametrize("name", ["salvage", "restore"])
def test_a_folder_that_is_not_there_is_said_to_be_the_fault(
    call: Call, ledger: Path, tmp_path: Path, name: str
) -> None:
    nowhere = tmp_path / "nowhere" / "a.holdfast"
    given = (ledger, "--to", nowhere) if name == "salvage" else (nowhere, "--from", ledger)
    done = call(name, *given)
    assert done.code == 2
    assert "the folder does not exist" in done.err
