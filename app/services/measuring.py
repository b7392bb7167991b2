"""The services that measure and learn, each made at its first use."""

from __future__ import annotations

from typing import Protocol


class Measuring(Protocol):
    """What an open company offers for measuring credit control and asking what if."""
