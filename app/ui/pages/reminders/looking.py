"""Looking through the letters of a run before they are drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.ui.pages.reminders.preview import PreviewDialog, Sheet
from app.ui.pages.reminders.run_detail import draft_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.dunning_run import AccountKey, ProposedLetter
    from app.ui.context import PageContext
    from app.ui.pages.reminders.run_panel import RunPanel


def look_through(
    context: PageContext, run: RunPanel, first: ProposedLetter, host: QWidget
) -> PreviewDialog | None:
    """Open the run's letters one after the other; any may be left out on the way."""
    proposal, session = run.proposal, context.company
    if proposal is None:
        return None

    def sheet(letter: ProposedLetter) -> Sheet:
        draft = draft_of(letter, proposal.as_of)
        return Sheet(
            letter.key,
            lambda _control: session.letters.compose(draft),
            lambda width, control: session.previews.letter(draft, width, control),
        )

    shown = [
        letter for letter in run.model.shown() if letter.key == first.key or letter.key not in run.left_out
    ]
    dialog = PreviewDialog(context, [sheet(each) for each in shown], first.key, host, leaving=True)
    dialog.mark_out(set(run.left_out))
    by_key = {letter.key: letter for letter in shown}

    def leave(key: object) -> None:
        letter = by_key[cast("AccountKey", key)]
        run.leave(letter, out=letter.key not in run.left_out)

    dialog.left.connect(leave)
    dialog.open()
    return dialog
