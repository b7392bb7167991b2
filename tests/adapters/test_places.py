"""Folders of this machine."""

from __future__ import annotations

import pytest

from app.adapters.places import HOME_VARIABLE, data_folder, documents_folder, log_folder, settings_folder


def test_own_folders_carry_the_name_and_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    own = {settings_folder(), data_folder(), log_folder()}
    assert len(own) == 3
    assert all("Holdfast" in str(folder) for folder in own)
    assert documents_folder().is_absolute()
