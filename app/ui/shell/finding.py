"""Fills the palette: commands, tabs of all pages, customers and invoices of the ledger."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.pages import PAGES
from app.ui.shell.palette import CommandPalette, Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from app.domain.help_topic import Topic
    from app.services.search import Hit as LedgerHit
    from app.ui.pages import PageSpec
    from app.ui.shell.main_window import MainWindow

_SHOWN = 6
_NO_TAB = frozenset({"page.bank.bring"})
"""Steps that begin with a file."""


def command_hits(window: MainWindow) -> list[Hit]:
    """Commands that can run now, pages first."""
    window.commands.refresh()
    found = [(action, command.menu == "view") for command, action in window.commands.all()]
    found.sort(key=lambda pair: not pair[1])
    actions = [action for action, _ in found if action.isEnabled()]
    hits = [_hit(action) for action in (*window.page_actions(), *actions)]
    return [hit for hit in hits if hit.title]


def _hit(action: QAction) -> Hit:
    title = action.text().replace("&", "")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return Hit("chevron-right", title, keys, action.trigger)


def tab_hits(window: MainWindow) -> list[Hit]:
    """Tabs of all pages, called as the help calls them, which has a topic for each."""
    page, place = window.page, window.navigator.place
    if page is None or place is None:
        return []
    specs = {spec.key: spec for spec in PAGES}
    customer = place.params.get("customer_id") if place.key == "customers" else None
    own = place.key if page.names_tabs else ""
    hits = []
    for topic in window.services.help().group("page", window.language.code):
        _, key, tab = (*topic.key.split("."), "", "")[:3]
        if not tab or topic.key in _NO_TAB or key == own or (key == "customers" and not customer):
            continue
        params = {"customer_id": customer} if key == "customers" else {}
        hits.append(_tab(window, specs[key], topic, {**params, "tab": tab}))
    return hits


def _tab(window: MainWindow, spec: PageSpec, topic: Topic, params: Mapping[str, object]) -> Hit:
    name = re.split(r": |：", topic.title)[-1]
    return Hit(spec.icon, f"{spec.title()}: {name}", "", partial(window.go_to, spec.key, **params))


def spell(
    window: MainWindow, owner: QWidget, titles: Sequence[str], show: Callable[[Mapping[str, str]], None]
) -> None:
    """The pinyin initials of titles; the dictionary is loaded off the window's thread."""
    initials = window.services.help().initials
    window.runner.database(
        lambda _control: {title: initials(title) for title in titles}, show, owner=owner, key="palette.spell"
    )


def find(window: MainWindow, owner: QWidget, text: str, show: Callable[[list[Hit]], None]) -> None:
    """Look a text up in the ledger for ``owner``; a later question replaces this one."""
    session = window.doors.session
    if session is None:
        return
    search = session.search
    window.runner.database(
        lambda _control: search.search(text, _SHOWN),
        lambda found: show([_found(window, each) for each in found]),
        owner=owner,
        key="palette",
    )


def _found(window: MainWindow, hit: LedgerHit) -> Hit:
    """A customer or a document; both lead to the customer's page."""
    go, formats = window.navigator.go, window.formats
    if hit.kind == "customer":
        return Hit("building-2", hit.title, hit.subtitle, partial(go, "customers", customer_id=hit.id))
    words = [hit.subtitle]
    if hit.on is not None:
        words.append(formats.day(hit.on))
    if hit.open:
        words.append(formats.money(hit.open, hit.currency))
    there = partial(go, "customers", customer_id=hit.customer_id, document_id=hit.id)
    return Hit("file-text", hit.title, " · ".join(words), there)


def open_palette(window: MainWindow) -> None:
    """Show it over the window's upper part."""
    palette = CommandPalette(window.theme, [*command_hits(window), *tab_hits(window)], window)
    palette.speller = partial(spell, window, palette)
    if window.workspace is not None:
        palette.finder = partial(find, window, palette)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    corner = window.mapToGlobal(window.rect().topLeft())
    palette.move(corner.x() + (window.width() - palette.width()) // 2, corner.y() + 96)
    palette.open()
