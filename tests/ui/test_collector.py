"""Cycles of widgets are freed on the main thread, never by a worker."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from app.ui.collector import Collector


class _Knot:
    def __init__(self) -> None:
        self.me = self


@pytest.mark.usefixtures("qapp")
def test_collecting_is_left_to_the_main_thread() -> None:
    owner = QObject()
    collector = Collector(owner)
    assert not gc.isenabled()
    freed_on: list[str] = []
    knot = _Knot()
    weakref.finalize(knot, lambda: freed_on.append(threading.current_thread().name))
    del knot
    worker = threading.Thread(target=lambda: [[] for _ in range(60_000)], name="worker")
    worker.start()
    worker.join()
    assert freed_on == []
    collector.busy = lambda: True
    assert collector.collect() == 0
    collector.busy = lambda: False
    held = [[] for _ in range(25_000)]  # type: ignore[var-annotated]  # only their number matters
    assert collector.collect() > 0
    assert freed_on == [threading.main_thread().name]
    assert len(held) == 25_000
