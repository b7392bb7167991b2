"""A workbook appears whole or not at all, and leaves nothing of itself behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter.workbook

from app.domain.problem import EnvironmentFaultError
from app.reports.workbook import workbook


@pytest.mark.parametrize("large", [False, True])
def test_texts_stay_texts(tmp_path: Path, *, large: bool) -> None:
    with workbook(tmp_path / "a.xlsx", large=large) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(("=1+1", "https://example.com", "0012")):
            sheet.write(row, 0, text)
        if large:
            (beside,) = tmp_path.glob(".holdfast-*/*")
            assert beside.is_file(), "the rows are beside the paper, not among the system's files"
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]
    made = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [(cell.value, cell.data_type) for (cell,) in made.iter_rows()] == [
        ("=1+1", "s"), ("https://example.com", "s"), ("0012", "s"),
    ]  # fmt: skip
    assert made["A2"].hyperlink is None


@pytest.mark.parametrize("large", [False, True])
def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, large: bool
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(xlsxwriter.workbook, "ZipFile", full)
    with (
        pytest.raises(EnvironmentFaultError, match=r"export\.disk_full"),
        workbook(tmp_path / "a.xlsx", large=large) as book,
    ):
        book.add_worksheet().write(0, 0, "甬联紧固件")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("large", [False, True])
def test_a_book_that_failed_halfway_leaves_nothing(tmp_path: Path, *, large: bool) -> None:
    with suppress(KeyError), workbook(tmp_path / "a.xlsx", large=large) as book:
        book.add_worksheet().write(0, 0, "甬联紧固件")
        raise KeyError
    assert list(tmp_path.iterdir()) == []
