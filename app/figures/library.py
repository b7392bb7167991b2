"""matplotlib with its settings as they were shipped, whatever lies on this machine; one drawing at a time."""

from __future__ import annotations

import threading

import matplotlib as mpl

DRAWING = threading.RLock()
"""Held while a figure is made and drawn: the library's faces are not made for two threads."""

mpl.rcdefaults()
