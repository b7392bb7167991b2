"""Overlays of the cash forecast: those shipped, and one's own, kept as studies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.cash_overlay import SHIPPED, Overlay, check, events_of, shipped, to_text
from app.domain.measure_record import Study
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.cash import CashDesk

KIND = "overlay"


class CashOverlays:
    """Overlays; one call one change set."""

    _desk: CashDesk

    def overlays(self) -> list[Overlay]:
        """The shipped ones, then one's own by name."""
        own = []
        for one in self._desk.store.find(Study, kind=KIND):
            try:
                events = events_of(one.content)
            except DomainError:
                continue
            own.append(Overlay(one.name, events, id=one.id, version=one.version, note=one.note))
        return [*SHIPPED, *sorted(own, key=lambda one: (one.name.casefold(), one.id))]

    def overlay(self, name: str) -> Overlay:
        """One by its code, number or name; ``DomainError("overlay.unknown")`` if there is none."""
        wanted = name.strip()
        if (found := shipped(wanted)) is not None:
            return found
        for one in self.overlays():
            if one.id and (wanted.casefold() == one.name.casefold() or wanted == str(one.id)):
                return one
        raise DomainError("overlay.unknown", name=wanted, known=", ".join(self._known()))

    def _known(self) -> list[str]:
        return [one.code or one.name for one in self.overlays()]

    def save_overlay(self, overlay: Overlay) -> ChangeSet:
        """Add an overlay of one's own, or change it."""
        checked = check(overlay)
        with self._desk.store.write() as unit:
            twins = [
                one
                for one in unit.find(Study, kind=KIND)
                if one.name.casefold() == checked.name.casefold() and one.id != checked.id
            ]
            if twins or shipped(checked.name) is not None:
                raise DomainError("overlay.name_taken", name=checked.name)
            if checked.id:
                old = unit.get(Study, checked.id)
                made = replace(old, name=checked.name, content=to_text(checked), note=checked.note)
                unit.replace(replace(made, version=checked.version or old.version))
            else:
                unit.add(Study(KIND, checked.name, to_text(checked), note=checked.note))
            return unit.commit("overlay.saved", name=checked.name)

    def remove_overlay(self, overlay_id: int) -> ChangeSet:
        """Delete an overlay of one's own."""
        with self._desk.store.write() as unit:
            gone = unit.get(Study, overlay_id)
            unit.remove(Study, [overlay_id])
            return unit.commit("overlay.removed", name=gone.name)
