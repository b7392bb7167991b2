"""The command line run in this process, with a home of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.services.session import AppServices

AS_OF = date(2025, 12, 31)


@dataclass(frozen=True)
class Answer:
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Windows = list[tuple[str | None, str]]
Call = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.fixture
def windows() -> Windows:
    """What was asked of the window, in order."""
    return []


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], windows: Windows) -> Call:
    def window(_app: AppServices, opening: str | None, language: str) -> int:
        windows.append((opening, language))
        return 0

    def run(*arguments: object, lang: str = "en") -> Answer:
        capsys.readouterr()
        words = [*map(str, arguments), *(["--lang", lang] if lang else [])]
        code = cli.main(words, lambda: build_app(FixedClock(AS_OF)), window)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def sample(built: Callable[[date], Path], tmp_path: Path) -> Path:
    path = tmp_path / "甬联.holdfast"
    shutil.copyfile(built(AS_OF), path)
    return path
