"""Following the keyboard, and answering screen readers, in the whole program; begun after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import composing, focus_ring, spoken

if TYPE_CHECKING:
    from app.ui.theme import Theme


def watch(theme: Theme) -> None:
    """Hold keys back while an input method composes, show where the keyboard is, say what is painted."""
    composing.watch(theme.app)
    focus_ring.watch(theme)
    spoken.watch()
