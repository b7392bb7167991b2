"""Python's cycle collector, run on the main thread alone.

Left to itself it runs in whichever thread happens to allocate. On the database worker it would
free widgets that are only held in cycles, and a widget freed off the main thread breaks Qt.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY_MS = 1000
_THRESHOLDS = (20_000, 10, 10)
"""New objects, then younger collections, after which a generation is due; starting up stays below."""


class Collector(QObject):
    """Collects once a second what is due, while nothing is under way.

    A job on a worker may hold a million objects; walking over them would stop the window for their sake.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.busy: Callable[[], bool] = lambda: False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the oldest generation that is due; the number of objects freed."""
        if self.busy():
            return 0
        counts = zip(gc.get_count(), _THRESHOLDS, strict=True)
        due = [age for age, (count, most) in enumerate(counts) if count > most]
        return gc.collect(max(due)) if due else 0
