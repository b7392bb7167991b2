"""A letter for every entry of an open menu, none twice; the texts are as before once it closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu


def marked(texts: Iterable[str]) -> list[str]:
    """The texts with ``&`` before each one's letter; where no letter of its own is free, one in brackets."""
    given = list(texts)
    taken = {letter for text in given if (letter := _letter(text))}
    found = []
    for text in given:
        if _letter(text):
            found.append(text)
            continue
        place = next((at for at in _places(text) if text[at].upper() not in taken), -1)
        if place >= 0:
            taken.add(text[place].upper())
            found.append(f"{text[:place]}&{text[place:]}")
            continue
        spare = next((letter for letter in ascii_uppercase if letter not in taken), "")
        taken.add(spare)
        found.append(f"{text}(&{spare})" if spare else text)
    return found


def _letter(text: str) -> str:
    plain = text.replace("&&", "")
    place = plain.find("&")
    return plain[place + 1 : place + 2].upper() if place >= 0 else ""


def _places(text: str) -> Iterator[int]:
    """Where a letter may be taken from: the beginnings of words first."""
    letters = [at for at, sign in enumerate(text) if sign.isascii() and sign.isalpha()]
    first = [at for at in letters if at == 0 or not text[at - 1].isalpha()]
    yield from first
    yield from (at for at in letters if at not in first)


def follow(menu: QMenu) -> None:
    """Mark the menu's entries whenever it opens, and those of the menus below it."""
    menu.aboutToShow.connect(partial(_mark, menu))


def _mark(menu: QMenu) -> None:
    entries: list[tuple[QAction, str]] = [
        (each, each.text()) for each in menu.actions() if not each.isSeparator() and each.text()
    ]
    for (action, _), text in zip(entries, marked(text for _, text in entries), strict=True):
        action.setText(text)
        below = cast("QMenu | None", action.menu())
        if below is not None and not below.property("marked"):
            below.setProperty("marked", True)
            follow(below)
    menu.aboutToHide.connect(partial(_unmark, entries), type=Qt.ConnectionType.SingleShotConnection)


def _unmark(entries: list[tuple[QAction, str]]) -> None:
    for action, text in entries:
        if isValid(action):
            action.setText(text)
