"""The services of credit insurance, each made at its first use."""

from __future__ import annotations

from typing import Protocol


class Insuring(Protocol):
    """What an open company offers for transferring risk."""
