"""Which page is shown, and the way back: pages ask to go somewhere, the shell follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its key, with what it should show."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


class Navigator(QObject):
    """Page history as in a browser: Alt+← and Alt+→."""

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._at = -1

    @property
    def place(self) -> Place | None:
        """Where we are."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier page."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether we came back from a page."""
        return self._at < len(self._places) - 1

    def go(self, key: str, **params: object) -> None:
        """Show a page: ``go("customers", customer_id=7)``."""
        place = Place(key, params)
        self._keep(place)
        self.moved.emit(place)

    def bring(self, key: str, **params: object) -> None:
        """Show a page and hand it something once: coming back finds the page as it was left."""
        self._keep(Place(key))
        self.moved.emit(Place(key, params))

    def _keep(self, place: Place) -> None:
        if place != self.place:
            del self._places[self._at + 1 :]
            self._places.append(place)
            del self._places[:-_KEPT]
            self._at = len(self._places) - 1

    def back(self) -> None:
        """The page before."""
        self._step(-1)

    def forward(self) -> None:
        """The page we came back from."""
        self._step(1)

    def clear(self) -> None:
        """Forget all pages (another company)."""
        self._places.clear()
        self._at = -1

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._places):
            self._at += by
            self.moved.emit(self._places[self._at])
