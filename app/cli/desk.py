"""Who works here, on the command line: ``--as NAME``; the PIN is typed unseen or read from a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.cli.passwords import asked_unseen, from_file
from app.words import say

if TYPE_CHECKING:
    from app.services.session import CompanySession


def sit_down(session: CompanySession, call: Namespace) -> None:
    """Let who is named in the call work here, where the company asks and the command may write."""
    name = getattr(call, "as_person", None)
    if name is None or not session.desk.look().asks:
        return
    session.desk.sit(name, _pin(call, name))


def _pin(call: Namespace, name: str) -> str:
    if call.pin_file is not None:
        return from_file(call.pin_file)
    if not sys.stdin.isatty():
        raise CallError("cli.desk.no_terminal")
    return asked_unseen(say("cli.desk.ask", call.lang, name=name))
