"""Opening a dialog whose opener names it for as long as it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from app.ui.dialogs.form_dialog import FormDialog


class Opener(Protocol):
    """Who opens dialogs; ``dialog`` is the one now open, or None."""

    dialog: Any


def open_for(opener: Opener, dialog: FormDialog) -> None:
    """Open a dialog, and let the opener forget it once it is gone.

    It goes a turn after it closes; a dialog that followed it by then is the one to remember.
    """

    def forget(*_: object) -> None:
        if opener.dialog is dialog:
            opener.dialog = None

    opener.dialog = dialog
    dialog.destroyed.connect(forget)
    dialog.open()
