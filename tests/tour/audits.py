"""What else is looked for at the tour's stations, one audit at a time: each walks the same way.

``names``: every part says its name and kind to a screen reader. ``keys``: the keyboard reaches and leaves
every part, and sees where it is. ``compose``: nothing acts while an input method composes. ``pseudo``: a
made-up language 60 % longer than English shows what is clipped or was never translated. ``large``: a
screen of 200 % leaves little room. ``contrast``: the colours of high contrast, with the first audit's eyes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.tour.findings import Finding

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from tests.tour.stage import Stage

Look = Callable[[str, "QWidget"], list[Finding]]


@dataclass(frozen=True, slots=True)
class Eyes:
    """How one audit looks at a window, and at a dialog about to be closed."""

    look: Look
    leaving: Callable[[str, QDialog], list[Finding]] | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """In which language, colours, window and scale an audit walks."""

    name: str
    lang: str = "en"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    scale: int = 1


AUDITS: dict[str, Audit] = {
    each.name: each
    for each in (
        Audit("names"),
        Audit("keys"),
        Audit("compose"),
        Audit("pseudo"),
        Audit("large", size=(960, 600), scale=2),
        Audit("contrast", theme="dark"),
    )
}


def eyes(name: str, stage: Stage) -> Eyes:
    """The eyes of an audit; those that look at what is clipped are the tour's own."""
    match name:
        case "names":
            from app.ui.spoken import watch
            from tests.tour.spoken import spoken

            watch()
            return Eyes(spoken)
        case "keys":
            from tests.tour.keys import Keys

            keys = Keys(stage)
            return Eyes(keys.look, keys.leaving)
        case "compose":
            from tests.tour.composing import Composer

            return Eyes(Composer(stage).look)
        case _:
            return Eyes(stage.looker.look)
