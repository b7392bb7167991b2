"""The application itself: what the desktop asks of it."""

from __future__ import annotations

import os
import subprocess
import sys

DOUBLE_CLICK = """
from PySide6.QtGui import QFileOpenEvent
from app.ui.application import application

app, asked = application(), []
app.file_asked.connect(asked.append)
app.sendEvent(app, QFileOpenEvent("/books/恒信 五金.holdfast"))
assert asked == ["/books/恒信 五金.holdfast"], asked
"""


def test_a_file_double_clicked_in_the_finder_is_asked_for() -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", DOUBLE_CLICK], env=environ, check=True)
