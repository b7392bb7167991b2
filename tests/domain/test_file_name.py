"""File names that every system takes, from whatever people and files are called."""

import re
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.attachment_type import safe_name as attachment_name
from app.domain.backup import safe_stem
from app.domain.file_name import LONGEST_NAME, LONGEST_PATH, MOST_BYTES, is_device, safe_name
from app.reports.saving import free_path, safe_file_name

DEVICES = ["CON", "con", "NUL", "Aux", "PRN", "COM1", "com9", "LPT0", "COM¹", "lpt³", "CONIN$", "nul.tar"]
ODD = st.one_of(
    st.text(max_size=80),
    st.builds("".join, st.lists(st.sampled_from([*DEVICES, ".", " ", "/", "\\", ":", "甬", "\0", "\u202e"]))),
    st.builds(str.__mul__, st.sampled_from(["甬", "a", "𝄞", "e\u0301", ". "]), st.integers(0, 400)),
)


def fits_windows(name: str) -> bool:
    units = len(name.encode("utf-16-le")) // 2
    plain = re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name) is None and name == name.strip(" ").rstrip(".")
    return bool(name) and plain and units <= 255 and not is_device(name)


@settings(max_examples=300, deadline=None)
@given(ODD, st.sampled_from(["", ".pdf", ".xlsx", ".holdfast"]), st.sampled_from([" ", "_"]))
def test_any_text_makes_a_name_for_windows(text: str, ending: str, instead: str) -> None:
    name = safe_name(text, ending, instead=instead)
    assert fits_windows(name)
    assert name.endswith(ending)
    assert not name.startswith(".")
    assert len(name.encode()) <= MOST_BYTES
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
    assert PureWindowsPath(name).name == name
    if not ending:
        assert safe_name(name, instead=instead) == name


@settings(max_examples=100, deadline=None)
@given(ODD, st.integers(3, 240))
def test_a_name_fits_into_its_folder(text: str, depth: int) -> None:
    folder = "C:\\" + "x" * (depth - 3)
    whole = f"{folder}\\{safe_name(text, '.xlsx', folder=folder)}"
    assert len(whole.encode("utf-16-le")) // 2 <= LONGEST_PATH


@settings(max_examples=150, deadline=None)
@given(ODD)
def test_so_do_names_of_papers_attachments_and_backups(text: str) -> None:
    assert fits_windows(safe_file_name(text, suffix=".pdf"))
    assert fits_windows(attachment_name(text))
    assert fits_windows(f"{safe_stem(text)}-00001-close.holdfast")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甬联紧固件（宁波）", "甬联紧固件（宁波）.pdf"),
        ("Müller & Söhne / Kehl", "Müller & Söhne Kehl.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.2026", "_nul.2026.pdf"),
        ("com¹", "_com¹.pdf"),
        ("COM10", "COM10.pdf"),
        ("..\\..\\Windows\\x", "Windows x.pdf"),
        ("a\u202efdp", "afdp.pdf"),
        ("name. . ", "name.pdf"),
        ("", "file.pdf"),
        ("???", "file.pdf"),
        ("ｅ\u0301", "ｅ\u0301.pdf"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text, ".pdf") == name


def test_a_deep_folder_cuts_the_name_and_never_the_ending() -> None:
    assert len(safe_name("x" * 300, ".pdf")) == LONGEST_NAME
    assert safe_name("abc" * 100, ".pdf", folder="f" * 230) == ("abc" * 100)[:24] + ".pdf"
    assert safe_name("abcdefghijklmnop", ".pdf", folder="f" * 400) == "abcdefghijkl.pdf"


@pytest.mark.parametrize("depth", [40, 180, 238])
def test_papers_written_by_the_dozen_fit_into_a_deep_folder(depth: int) -> None:
    folder = Path("/") / "/".join("f" * 20 for _ in range(depth // 21))
    whole = free_path(folder / safe_file_name("对账单" * 40, "W" * 90, suffix=".pdf"))
    assert len(str(whole).encode("utf-16-le")) // 2 + len(" (9999)") <= LONGEST_PATH
    assert whole.suffix == ".pdf"
