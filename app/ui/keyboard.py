"""Following where the keyboard goes in the whole program; begun once the window is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import composing, focus_ring

if TYPE_CHECKING:
    from app.ui.theme import Theme


def watch(theme: Theme) -> None:
    """Hold keys back while an input method composes, and show where the keyboard is."""
    composing.watch(theme.app)
    focus_ring.watch(theme)
