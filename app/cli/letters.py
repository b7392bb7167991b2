"""The letters of a day's run as files: drafts in the company file, nothing marked as sent."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.cli.printing import say_error, say_out, worded
from app.cli.writable import require_writable
from app.domain.duty import Duty
from app.services.letters import OutputKind
from app.words import say

if TYPE_CHECKING:
    from app.services.session import CompanySession


def write_letters(session: CompanySession, call: Namespace) -> bool:
    """Make the run's drafts and write them to the folder; False where no run can be made for the day."""
    require_writable(session, Duty.COLLECT)
    proposal = session.dunning.preview(call.as_of)
    if proposal.refusal is not None:
        say_error(worded(proposal.refusal.code, call.lang, proposal.refusal.params))
        return False
    try:
        call.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError("cli.letters.no_folder", folder=call.out, reason=error.strerror or "") from error
    letter_ids = session.dunning.draft(proposal).letter_ids
    kind = OutputKind.EML if call.eml else OutputKind.PDF_EACH
    for path in session.letters.output(letter_ids, call.out, kind) if letter_ids else ():
        say_out(say("cli.written", call.lang, path=path))
    say_out(say("cli.letters.done", call.lang, n=len(letter_ids)))
    return True
