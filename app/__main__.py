"""The program: ``holdfast`` on the command line, or the window when called without a command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplashScreen

    from app.services.session import AppServices


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the given arguments (the process's own by default); the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if is_from_desktop(words):
        # Nothing is collected before the window's own collector does it: a start leaves no cycles behind.
        gc.disable()
        from app.ui.program import opening_card  # noqa: PLC0415 - the commands need no Qt

        card = opening_card()  # before the services: the first paint waits for nothing
        return _window(_app(), words[0] if words else None, "", card)
    from app.cli import main as run  # noqa: PLC0415 - the window does not wait for the grammar of commands

    return run(words, _app, _window)


def is_from_desktop(words: Sequence[str]) -> bool:
    """Whether the call is one of a menu or a double click: nothing, or a company file alone."""
    return not words or (len(words) == 1 and words[0].casefold().endswith(".holdfast"))


def _app() -> AppServices:
    from app.bootstrap import build_app  # noqa: PLC0415 - help and faults of the call need no services

    return build_app()


def _window(app: AppServices, opening: str | None, language: str, card: QSplashScreen | None = None) -> int:
    from app.bootstrap.crashes import guarded  # noqa: PLC0415 - the commands end with their own sentences

    def shown(earlier: str) -> int:
        from app.ui.application import run  # noqa: PLC0415 - the commands need no Qt

        return run(app, opening, language=language, earlier=earlier, card=card)

    return guarded(shown, app.version)


if __name__ == "__main__":
    sys.exit(main())
