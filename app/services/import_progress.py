"""Telling how far a long loop is, and hearing that it should stop."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from app.services.ports import CancelledError, Control

T = TypeVar("T")
STEP = 2000
"""Rows between two looks: about a hundredth of a second."""


@contextmanager
def many_values() -> Iterator[None]:
    """No search for cycles inside: hundreds of thousands of new values have none, and it would walk all."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def ticking(values: Sequence[T], control: Control, label: str) -> Iterator[T]:
    """The values, with progress told every so often; raises ``CancelledError`` when asked to stop."""
    for start in range(0, len(values), STEP):
        check(control)
        control.progress(start, len(values), label)
        yield from values[start : start + STEP]


def chunks(values: Sequence[T], control: Control, label: str, size: int) -> Iterator[Sequence[T]]:
    """The values in portions, with progress told before each."""
    for start in range(0, len(values), size):
        check(control)
        control.progress(start, len(values), label)
        yield values[start : start + size]


def check(control: Control) -> None:
    """Raise ``CancelledError`` if the user asked to stop."""
    if control.cancelled():
        raise CancelledError
