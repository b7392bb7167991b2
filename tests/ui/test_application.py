"""The application itself: what the desktop asks of it."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from app.domain.shared_place import FilePlace, PlaceKind
from app.ui.application import appear
from app.ui.pages.new_company import documents_folder, local_folder
from app.ui.shell.main_window import MainWindow

DOUBLE_CLICK = """
from PySide6.QtGui import QFileOpenEvent
from app.ui.application import application

app, asked = application(), []
app.file_asked.connect(asked.append)
app.sendEvent(app, QFileOpenEvent("/books/恒信 五金.holdfast"))
assert asked == ["/books/恒信 五金.holdfast"], asked
"""
BEFORE_THE_WINDOW = """
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from app.ui.program import program

app, opened = program(), []
app.sendEvent(app, QFileOpenEvent("/books/a.holdfast"))
from app.ui import application

application.make_window = lambda *_: SimpleNamespace(open_path=opened.append)
application.appear = lambda _window: QTimer.singleShot(0, app.quit)
application.run(None)
assert opened == [Path("/books/a.holdfast")], opened
"""


@pytest.mark.parametrize("moment", [DOUBLE_CLICK, BEFORE_THE_WINDOW], ids=["later", "at the start"])
def test_a_file_double_clicked_in_the_finder_is_asked_for(moment: str) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", moment], env=environ, check=True)


def test_a_screen_smaller_than_the_window_is_filled(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(window, "show", lambda: shown.append("as designed"))
    monkeypatch.setattr(window, "showMaximized", lambda: shown.append("whole screen"))
    room = window.screen().availableGeometry().size()
    monkeypatch.setattr(window, "width", room.width)
    for height in (room.height(), room.height() - 60):
        monkeypatch.setattr(window, "height", lambda height=height: height)
        appear(window)
    assert shown == ["whole screen", "as designed"]


def _shared(kind: PlaceKind, _path: Path) -> FilePlace:
    return FilePlace(kind)


def test_a_company_goes_where_there_is_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(place))
    assert documents_folder() == Path.home()
    place.mkdir()
    assert documents_folder() == place
    assert local_folder(lambda _path: FilePlace()) == place
    for kind in PlaceKind:
        assert local_folder(partial(_shared, kind)) == Path.home()
