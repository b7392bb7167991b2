"""Settings survive, are written whole, and never stop the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.adapters import places
from app.adapters.preferences import JsonPreferences


def test_a_setting_survives_and_can_be_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "preferences.json"
    JsonPreferences(path).set("theme", "dark")
    again = JsonPreferences(path)
    assert again.get("theme") == "dark"
    assert again.get("language", "zh") == "zh"
    again.set("theme", None)
    assert JsonPreferences(path).get("theme") is None
    assert [one.name for one in path.parent.iterdir()] == ["preferences.json"]


def test_chinese_is_kept_readable(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    JsonPreferences(path).set("recent", [["/账/甬联.holdfast", "甬联紧固件"]])
    assert "甬联紧固件" in path.read_text("utf-8")


def test_a_path_that_is_no_text_is_kept(tmp_path: Path) -> None:
    path, odd = tmp_path / "preferences.json", b"/\xd5\xcb.holdfast".decode("utf-8", "surrogateescape")
    JsonPreferences(path).set("recent", [[odd, "甬联紧固件"]])
    assert JsonPreferences(path).get("recent") == [[odd, "甬联紧固件"]]


@pytest.mark.parametrize("damage", ["", "{", "[1]", "\x00"])
def test_a_damaged_file_is_put_aside(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(damage, "utf-8")
    preferences = JsonPreferences(path)
    assert preferences.get("theme") is None
    preferences.set("theme", "light")
    assert JsonPreferences(path).get("theme") == "light"
    assert path.with_name("preferences.json.damaged").read_text("utf-8") == damage


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only here")
def test_a_place_that_cannot_be_written_keeps_settings_for_the_run(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    preferences = JsonPreferences(tmp_path / "preferences.json")
    preferences.set("theme", "dark")
    assert preferences.get("theme") == "dark"
    tmp_path.chmod(0o700)


def test_a_file_in_the_way_of_the_folder_keeps_settings_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("in the way", "utf-8")
    preferences = JsonPreferences(tmp_path / "settings" / "preferences.json")
    preferences.set("theme", "dark")
    assert preferences.get("theme") == "dark"


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_HOME", str(tmp_path))
    folders = {places.settings_folder(), places.data_folder(), places.cache_folder(), places.log_folder()}
    assert {folder.parent for folder in folders} == {tmp_path}
    assert len(folders) == 4
    monkeypatch.delenv("HOLDFAST_HOME")
    assert places.settings_folder().parent != tmp_path


def test_two_windows_do_not_take_each_others_settings_back(tmp_path: Path) -> None:
    """Once the next column made wider in one undid the backup folder chosen in the other."""
    path = tmp_path / "preferences.json"
    first = JsonPreferences(path)
    first.set("old", 1)
    second = JsonPreferences(path)
    first.set("backup.folder", "/备份")
    second.set("table.width", 90)
    second.set("old", None)
    assert second.get("backup.folder") == "/备份"
    first.set("theme", "dark")
    assert first.get("table.width") == 90
    again = JsonPreferences(path)
    assert [again.get(key) for key in ("backup.folder", "table.width", "theme", "old")] == [
        "/备份",
        90,
        "dark",
        None,
    ]
    path.unlink()
    first.set("theme", "light")
    assert JsonPreferences(path).get("backup.folder") == "/备份", (
        "deleted under the window, it comes back whole"
    )
