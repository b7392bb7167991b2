"""A file that takes its place: flushed with its name, and its fault told rather than what comes after."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.domain.problem import EnvironmentFaultError
from app.storage.backup import put_in_place

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps names by itself")


@POSIX_ONLY
def test_the_file_and_then_its_name_outlast_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[tuple[int, bool]] = []
    real, target = os.fsync, tmp_path / "a"

    def watched(handle: int) -> None:
        flushed.append((os.fstat(handle).st_ino, target.exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    with put_in_place(target) as making:
        making.write_bytes(b"new")
    assert flushed == [(target.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_a_leftover_that_cannot_be_taken_away_does_not_hide_the_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner may hold what was half made."""
    real = Path.unlink

    def held(path: Path, *, missing_ok: bool = False) -> None:
        if path.exists():
            raise PermissionError(13, "sharing violation")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(EnvironmentFaultError, match=r"file\.disk_full"):
        fail_halfway(tmp_path / "a")
    assert not (tmp_path / "a").exists()


def fail_halfway(path: Path) -> None:
    with put_in_place(path) as making:
        making.write_bytes(b"new")
        raise OSError(28, "No space left on device")
