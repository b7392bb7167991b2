"""Encrypted files on the command line: every command asks, none shows what it was told."""

from __future__ import annotations

import io
import warnings
from contextlib import closing
from getpass import GetPassWarning
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.cli import passwords
from app.cli.parser import Parser, build
from app.domain import file_key
from app.storage.cipher import is_encrypted
from tests.cli.conftest import Call
from tests.cli.test_backups import bring

FIRST, SECOND = "三更灯火五更鸡 1", "correct horse 2"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_key, "_ROUNDS", 1000)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.txt"
    path.write_bytes(b"\xef\xbb\xbf" + FIRST.encode() + b"\r\nnot this\r\n")
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.txt"
    path.write_text(SECOND, "utf-8")
    return path


@pytest.fixture
def ledger(call: Call, tmp_path: Path, first: Path) -> Path:
    path = tmp_path / "甲.holdfast"
    done = call("new", path, "--name", "恒信五金", "--currency", "CNY", "--password-file", first)
    assert done.code == 0, done.err
    return path


def test_a_file_made_with_a_password_opens_by_it_alone(
    call: Call, ledger: Path, first: Path, second: Path
) -> None:
    assert is_encrypted(ledger)
    without = call("check", ledger)
    assert (without.code, FIRST in without.err) == (2, False)
    assert "--password-file" in without.err
    wrong = call("check", ledger, "--password-file", second)
    assert (wrong.code, SECOND in wrong.err) == (2, False)
    assert call("check", ledger, "--password-file", first).code == 0
    bring_with(call, ledger, first)
    assert "苏州恒岳" in call("aging", ledger, "--as-of", "2025-12-31", "--password-file", first).out


def bring_with(call: Call, path: Path, secret: Path) -> None:
    def asking(*words: object) -> object:
        return call(*words, "--password-file", secret)

    bring(asking, path, "苏州恒岳", 1)  # type: ignore[arg-type]  # a call that knows the password


def test_every_command_that_opens_a_file_takes_a_password() -> None:
    grammar: Any = build("en")
    (commands,) = (action.choices for action in grammar._subparsers._group_actions)
    for name, parser in commands.items():
        assert isinstance(parser, Parser)
        known = {action.dest for action in parser._actions}
        assert ("file" in known) == ("password_file" in known), name
        assert "password" not in known, "a password is never an argument"


def test_set_change_and_remove(call: Call, tmp_path: Path, first: Path, second: Path) -> None:
    path = tmp_path / "乙.holdfast"
    assert call("new", path, "--name", "恒信", "--currency", "CNY").code == 0
    bring(call, path, "苏州恒岳", 1)
    done = call("password", "set", path, "--new-password-file", first)
    assert (done.code, is_encrypted(path)) == (0, True), done.err
    assert "1 backup" in done.out
    assert call("password", "set", path, "--password-file", first).code == 2
    weak = tmp_path / "weak.txt"
    weak.write_text("12345678", "utf-8")
    done = call("password", "change", path, "--password-file", first, "--new-password-file", weak)
    assert done.code == 1
    assert call("check", path, "--password-file", first).code == 0
    done = call("password", "change", path, "--password-file", first, "--new-password-file", second)
    assert (done.code, done.err) == (0, "")
    assert call("check", path, "--password-file", first).code == 2
    assert call("password", "remove", path, "--password-file", first).code == 2
    assert is_encrypted(path)
    assert call("password", "remove", path, "--password-file", second).code == 0
    assert not is_encrypted(path)
    assert call("password", "change", path, "--new-password-file", first).code == 2
    assert call("recovery", path, "--pdf", tmp_path / "r.pdf").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_recovery_sheet_holds_a_code_that_opens_the_file(
    call: Call, ledger: Path, first: Path, tmp_path: Path, lang: str
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert call("recovery", ledger, "--pdf", sheet, "--password-file", first, lang=lang).code == 0
    with closing(pypdfium2.PdfDocument(str(sheet))) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    groups = [word for word in text.split() if len(word) == 5 and word.isalnum() and word.upper() == word]
    code = "-".join(word for word in groups if word.isascii())
    assert FIRST not in text
    assert "甲.holdfast" in text
    typed = tmp_path / "code.txt"
    typed.write_text(code.lower(), "utf-8")
    assert call("check", ledger, "--password-file", typed).code == 0
    typed.write_text(code[:-1], "utf-8")
    done = call("check", ledger, "--password-file", typed)
    assert (done.code, "13" in done.err) == (1, True)


def test_backup_and_restore_of_an_encrypted_file(call: Call, ledger: Path, first: Path) -> None:
    assert call("backup", ledger).code == 2
    made = call("backup", ledger, "--json", "--password-file", first).json()
    assert is_encrypted(Path(made["path"]))
    assert call("restore", ledger, "--from", made["path"]).code == 2
    assert call("restore", ledger, "--from", made["path"], "--password-file", first).code == 0
    assert call("check", ledger, "--password-file", first).code == 0


class Terminal(io.StringIO):
    """Standard input that is one."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_asked_and_a_new_password_typed_twice(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asked = tmp_path / "丙.holdfast", []
    answers = iter([FIRST, SECOND, FIRST, FIRST, FIRST])

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(passwords, "getpass", answer)
    new = ("new", path, "--name", "恒信", "--currency", "CNY", "--protect")
    assert call(*new).code == 1
    assert not path.exists()
    assert call(*new).code == 0
    assert call("check", path).code == 0
    assert len(asked) == 5
    assert not any(FIRST in prompt for prompt in asked)


def test_a_terminal_that_would_show_the_password_is_not_asked(
    call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(_prompt: str) -> str:
        warnings.warn("echo", GetPassWarning, stacklevel=1)
        return FIRST

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(passwords, "getpass", shown)
    assert call("check", ledger).code == 2


def test_two_passwords_come_from_standard_input_line_by_line(
    call: Call, ledger: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO(f"{FIRST}\n{SECOND}\n".encode()))
    monkeypatch.setattr("sys.stdin", given)
    done = call("password", "change", ledger, "--password-file", "-", "--new-password-file", "-")
    assert done.code == 0, done.err
    assert call("check", ledger, "--password-file", second).code == 0


@pytest.mark.parametrize(
    "content",
    [None, b"\xff\x00\xfex", b"\xff\xfe\x00", b"\xff\xfe", b"", b"\n", b"\r\nabc", b"a" * 5000, b"a\0b"],
)
def test_a_password_file_that_cannot_be_read_is_said(
    call: Call, ledger: Path, tmp_path: Path, content: bytes | None
) -> None:
    source = tmp_path / "broken.txt"
    if content is not None:
        source.write_bytes(content)
    done = call("check", ledger, "--password-file", source)
    assert done.code == 2
    assert "broken.txt" in done.err


@pytest.mark.parametrize("content", [b"", b"\n" + FIRST.encode()])
def test_a_file_is_never_made_in_clear_where_a_password_was_meant(
    call: Call, tmp_path: Path, content: bytes
) -> None:
    source, path = tmp_path / "empty.txt", tmp_path / "丁.holdfast"
    source.write_bytes(content)
    done = call("new", path, "--name", "恒信", "--currency", "CNY", "--password-file", source)
    assert (done.code, path.exists()) == (2, False)
    assert "empty.txt" in done.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_a_password_file_by_any_editor_is_read(
    call: Call, ledger: Path, tmp_path: Path, encoding: str
) -> None:
    source = tmp_path / "editor.txt"
    source.write_bytes(f"{FIRST}\r\n更多\r\n".encode(encoding))
    assert call("check", ledger, "--password-file", source).code == 0


def test_a_remembered_key_opens_all_but_prints_no_recovery_sheet(
    call: Call, ledger: Path, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    salt = ledger.read_bytes()[:16]
    known = file_key.FileKey.from_password(FIRST, salt)
    monkeypatch.setattr("app.adapters.key_ring.SystemKeyRing.get", lambda _self, _salt: known)
    sheet = tmp_path / "sheet.pdf"
    assert call("check", ledger).code == 0
    made = call("backup", ledger, "--json").json()
    assert call("restore", ledger, "--from", made["path"]).code == 0
    assert call("recovery", ledger, "--pdf", sheet).code == 2
    assert not sheet.exists()
    assert call("recovery", ledger, "--pdf", sheet, "--password-file", first).code == 0


def test_restoring_a_backup_in_clear_says_that_the_password_is_gone(
    call: Call, ledger: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "戊.holdfast"
    assert call("new", plain, "--name", "恒信五金", "--currency", "CNY").code == 0
    done = call("restore", ledger, "--from", plain)
    assert (done.code, is_encrypted(ledger)) == (0, False)
    assert "password set" in done.err
