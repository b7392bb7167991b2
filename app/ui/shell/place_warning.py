"""Warns once of a company file in a synchronised folder or on a network drive, and of conflict copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from app.words import say

if TYPE_CHECKING:
    from app.domain.shared_place import FilePlace
    from app.ui.context import PageContext
    from app.ui.widgets.message_strip import MessageStrip

TOLD = "place.told"
"""The preference: path of a file → the conflict copies its user has been told of for good."""


class PlaceWarning(QObject):
    """Lives with the strip it speaks through; a new conflict copy is worth another warning."""

    def __init__(self, context: PageContext, strip: MessageStrip) -> None:
        super().__init__(strip)
        self._context, self._strip = context, strip
        self._place: FilePlace | None = None
        strip.installEventFilter(self)

    def look(self) -> None:
        """Look at the place on the worker: a network drive may take its time to answer."""
        place_of, path = self._context.app.place_of, self._context.company.path
        self._context.runner.database(
            lambda _control: place_of(path), self._on_place, owner=self._strip, quiet=True
        )

    def _on_place(self, place: FilePlace) -> None:
        known = self._told().get(str(self._context.company.path))
        old = set(known) if isinstance(known, list) else set()
        if place.harmless or (known is not None and old.issuperset(place.copies)):
            return
        self._place = place
        self._write()

    def _write(self) -> None:
        if self._place is None:
            return
        lang = self._context.formats.lang
        text = "\n".join(say(code, lang, **params) for code, params in self._place.warnings())
        self._strip.say("warn", text, actions=[(self.tr("Do not show again"), self._keep_quiet)])

    def _keep_quiet(self) -> None:
        if self._place is not None:
            told = {**self._told(), str(self._context.company.path): list(self._place.copies)}
            self._context.app.preferences.set(TOLD, told)
        self._place = None
        self._strip.hide()

    def _told(self) -> dict[str, object]:
        kept = self._context.app.preferences.get(TOLD)
        return kept if isinstance(kept, dict) else {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it in the language in force."""
        if event.type() == QEvent.Type.LanguageChange and not self._strip.isHidden():
            self._write()
        return super().eventFilter(watched, event)
