"""Folders of this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.places import (
    HOME_VARIABLE,
    PORTABLE,
    data_folder,
    log_folder,
    portable_home,
    settings_folder,
)


def test_own_folders_carry_the_name_and_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    own = {settings_folder(), data_folder(), log_folder()}
    assert len(own) == 3
    assert all("Holdfast" in str(folder) for folder in own)


def test_a_portable_program_keeps_everything_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    program = tmp_path / "稳账" / "Holdfast.exe"
    program.parent.mkdir()
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.parent not in settings_folder().parents
    portable_home.cache_clear()
    (program.parent / PORTABLE).write_text("home\n", "utf-8")
    assert settings_folder() == program.parent / "home" / "settings"
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "told"))
    assert settings_folder() == tmp_path / "told" / "settings"
    portable_home.cache_clear()


@pytest.mark.parametrize(("content", "named"), [
    (b"", "home"), ("数据".encode("gbk"), "home"), ("数据\r\n以下为说明".encode("utf-8-sig"), "数据"),
])  # fmt: skip
def test_whatever_an_editor_makes_of_the_portable_file_there_is_a_folder(
    tmp_path: Path, content: bytes, named: str
) -> None:
    (tmp_path / PORTABLE).write_bytes(content)
    assert portable_home(tmp_path / "Holdfast.exe") == tmp_path.resolve() / named
    portable_home.cache_clear()
