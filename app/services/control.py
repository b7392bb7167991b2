"""How a long job tells how far it is and hears that it should stop; needs nothing of ours."""

from __future__ import annotations

from typing import Protocol


class Control(Protocol):
    """How a long job tells how far it is and hears that it should stop."""

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Report ``done`` of ``total`` (0 when unknown); ``label`` is a word code."""

    def cancelled(self) -> bool:
        """Whether the user asked to stop; the job then raises ``CancelledError``."""


class CancelledError(Exception):
    """The user stopped the job; nothing was kept of it."""


class Silent:
    """A control nobody listens to."""

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Do nothing."""

    def cancelled(self) -> bool:
        """Never."""
        return False
