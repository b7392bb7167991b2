"""One walk through the stations, in one language, theme and size."""

from __future__ import annotations

import faulthandler
import os
import shutil
import tempfile
import traceback
from pathlib import Path

from app.adapters.places import HOME_VARIABLE
from app.services.control import Silent
from tests.disks import unforced
from tests.tour import scenes
from tests.tour.findings import Finding
from tests.tour.stage import DAY, Look, Stage, screen, watched

_LONGEST_S = 150.0
"""A scene that takes longer stands still: the walk ends and says where."""


def prepare(folder: Path) -> Path:
    """Build the sample company once; the folder every walk begins with a copy of."""
    from app import VERSION
    from app.bootstrap.sample_file import built_sample

    built_sample(folder / "cache", DAY, VERSION, Silent())
    return folder


def walk(look: Look, out: Path | None, built: Path, only: str = "") -> list[Finding]:
    """Every fault found on the way."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        shutil.copytree(built / "cache", home / "cache")
        os.environ[HOME_VARIABLE] = folder
        if look.scale > 1:
            os.environ["QT_SCALE_FACTOR"] = str(look.scale)
        screen(home, look)
        with unforced(), watched() as said:
            stage = Stage(look, out, home)
            stage.raise_curtain()
            for scene in _wanted(look, only):
                _play(stage, scene, said)
            stage.bring_down()
        return stage.findings


def _wanted(look: Look, only: str) -> list[scenes.Scene]:
    few = look.scale > 1 and not only and not look.audit
    chosen = scenes.FEW if few else (*scenes.BEFORE, *scenes.INSIDE)
    return [scene for scene in chosen if scene.__name__.startswith(tuple(only.split(",")))]


def _play(stage: Stage, scene: scenes.Scene, said: list[str]) -> None:
    """Play one scene; what Qt and Python said of it are faults too, and so is breaking off."""
    faulthandler.dump_traceback_later(_LONGEST_S, exit=True)
    try:
        if scene in scenes.INSIDE:
            stage.open_sample()
        scene(stage)
        stage.close_all()
    except Exception:  # noqa: BLE001 - the tour goes on and says where it stumbled
        stage.findings.append(Finding("broken off", scene.__name__, "", traceback.format_exc()))
        stage.close_all()
    faulthandler.cancel_dump_traceback_later()
    stage.findings += [Finding("warning", scene.__name__, "", text) for text in said]
    said.clear()
