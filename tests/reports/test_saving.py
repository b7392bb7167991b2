import errno
import os
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import EnvironmentFaultError
from app.reports.saving import free_path, replacing, safe_file_name
from app.words import say


@given(st.text(), st.text())
def test_any_text_makes_one_plain_file_name(first: str, second: str) -> None:
    name = safe_file_name(first, second, suffix=".pdf")
    assert Path(name).name == name
    assert not name.startswith((".", " ", "-"))
    assert not name.removesuffix(".pdf").endswith((".", " "))
    assert not set(name) & set('<>:"/\\|?*\0')
    assert len(name.encode("utf-8")) <= 210


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对账单 甬联紧固件（宁波）有限公司", "对账单 甬联紧固件（宁波）有限公司.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("com7", "_com7.pdf"),
        ("", "file.pdf"),
        ("a\r\nb", "a b.pdf"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_file_name(text, suffix=".pdf") == name


def test_an_existing_name_counts_on(tmp_path: Path) -> None:
    path = tmp_path / "对账单.pdf"
    for expected in ("对账单.pdf", "对账单 (2).pdf", "对账单 (3).pdf"):
        free = free_path(path)
        assert free.name == expected
        free.touch()


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_success_takes_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as temporary:
        temporary.write_text("new")
    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_the_file_is_as_open_as_any_other(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.txt") as temporary:
        temporary.write_text("new")
    (tmp_path / "b.txt").touch()
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export.disk_full"),
        (errno.EACCES, "export.not_allowed"),
        (errno.ENOENT, "export.no_folder"),
        (errno.EIO, "export.failed"),
    ],
)
def test_faults_of_the_disk_have_their_own_sentences(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(EnvironmentFaultError) as caught, replacing(tmp_path / "a.txt"):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == code
    assert "a.txt" in say(code, "zh", **caught.value.params)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"SQLite format 3\0 and more"),
        ("firm.HOLDFAST", b"encrypted"),
        ("firm.db", Random(7).randbytes(3 * 4096)),
    ],
    ids=["plain", "by its name", "encrypted"],
)
def test_a_ledger_is_never_replaced_by_a_paper(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(EnvironmentFaultError) as caught, replacing(path) as temporary:
        temporary.write_text("paper")
    assert caught.value.code == "export.onto_company"
    assert name in say("export.onto_company", "zh", **caught.value.params)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_packed_paper_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04" + Random(7).randbytes(2 * 4096 - 4))
    with replacing(path) as temporary:
        temporary.write_text("paper")
    assert path.read_text() == "paper"


def test_a_folder_is_no_place_for_a_paper(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as caught, replacing(tmp_path):
        pass
    assert caught.value.code == "export.is_folder"
    assert str(tmp_path) in say("export.is_folder", "en", **caught.value.params)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as caught, replacing(tmp_path / "none" / "a.txt"):
        pass
    assert caught.value.code == "export.no_folder"
