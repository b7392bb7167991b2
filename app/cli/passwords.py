"""Passwords on the command line: typed unseen at a terminal or read from a file; never an argument."""

from __future__ import annotations

import sys
import warnings
from argparse import Namespace
from contextlib import closing
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.cli.printing import say_error, say_out, worded
from app.cli.writable import require_writable
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.words import say

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.protection import ProtectionService, Rewritten
    from app.services.session import AppServices

_STANDARD_INPUT = "-"
_LONGEST = 4096
"""Bytes of a line that could be a password."""
_UTF16 = b"\xff\xfe", b"\xfe\xff"
"""What Windows' older shell begins a file with; nothing in UTF-8 does."""


def key_for(app: AppServices, call: Namespace, path: Path | None = None) -> FileKey | None:
    """The key of the file a command works on; None for a plain one.

    From ``--password-file``, else as this computer remembers it, else asked for.
    """
    path = path or call.file
    if not app.files.is_protected(path):
        return None
    if call.password_file is None and (known := app.files.remembered(path)) is not None:
        return known
    return app.files.key_of(path, current_password(call, path))


def current_password(call: Namespace, path: Path) -> str:
    """The present password (or recovery code) of a file."""
    if call.password_file is not None:
        return from_file(call.password_file)
    if not sys.stdin.isatty():
        raise CallError("cli.password.no_terminal", name=path.name)
    return asked_unseen(say("cli.password.ask", call.lang, name=path.name))


def new_password(call: Namespace, source: Path | None) -> str:
    """A new password: from a file, or typed twice."""
    if source is not None:
        return from_file(source)
    if not sys.stdin.isatty():
        raise CallError("cli.password.no_terminal_new")
    typed = asked_unseen(say("cli.password.ask_new", call.lang, name=call.file.name))
    if asked_unseen(say("cli.password.ask_again", call.lang)) != typed:
        raise DomainError("password.not_the_same")
    return typed


def from_file(source: Path) -> str:
    """The first line of a file, or of standard input for ``-``; refused where that cannot be a password."""
    try:
        if str(source) == _STANDARD_INPUT:
            line = sys.stdin.buffer.readline(_LONGEST)
        else:
            with source.open("rb") as file:
                line = file.readline(_LONGEST)
                if line.startswith(_UTF16):
                    line = (line + file.read(_LONGEST)).decode("utf-16").partition("\n")[0].encode()
        secret = line.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        reason = error.strerror or ""
        raise CallError("cli.password.file_unreadable", path=source, detail=reason) from error
    except UnicodeDecodeError:  # its text would show what was read
        raise CallError("cli.password.file_unreadable", path=source, detail="UTF-8") from None
    if not secret or len(line) >= _LONGEST or "\0" in secret:  # never an empty one: it would protect nothing
        raise CallError("cli.password.none_in_file", path=source)
    return secret


def asked_unseen(prompt: str) -> str:
    """A line typed at the terminal that shows nothing of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass(prompt)
        except (GetPassWarning, EOFError):  # a terminal that would show it
            raise CallError("cli.password.hidden") from None


def change_password(app: AppServices, call: Namespace) -> None:
    """Set, change or remove the password of a company file; say what became of its backups."""
    path, key, old = call.file, None, ""
    if app.files.is_protected(path):
        old = current_password(call, path)
        key = app.files.key_of(path, old)
    with closing(app.files.open(path, key=key)) as session:
        from app.cli.desk import sit_down  # noqa: PLC0415 - it asks for PINs as passwords are asked for here

        sit_down(session, call)
        require_writable(session, Duty.PEOPLE)
        done = _changed(session.protection, call, old)
    said = {"set": "set", "change": "changed", "remove": "removed"}[call.step]
    say_out(say(f"cli.password.{said}", call.lang, path=path))
    _tell_backups(done, call.lang)
    if call.step != "remove":
        say_out(say("cli.password.print_sheet", call.lang))


def _changed(protection: ProtectionService, call: Namespace, old: str) -> Rewritten:
    if call.step == "remove":
        return protection.remove(old)
    encrypted = protection.state().encrypted
    if encrypted is not (call.step == "change"):  # said before a new password is asked for
        raise DomainError("protection.already" if encrypted else "protection.none")
    if encrypted:
        return protection.change(old, new_password(call, call.new_password_file))
    return protection.protect(new_password(call, call.new_password_file or call.password_file))


def _tell_backups(done: Rewritten, lang: str) -> None:
    if done.backups:
        say_out(say("cli.password.backups", lang, n=done.backups))
    for one in done.left:
        reason = worded(one.problem.code, lang, one.problem.params)
        say_error(say("cli.password.left", lang, path=one.path, reason=reason))
    say_out(say("protection.elsewhere", lang))


def write_recovery(app: AppServices, call: Namespace) -> None:
    """The recovery sheet of an encrypted company file as a PDF.

    A key this computer remembers is not enough: whoever sits at it has to know the password.
    """
    if not app.files.is_protected(call.file):
        app.files.open(call.file, read_only=True).close()  # a missing file or another kind is said first
        raise DomainError("protection.none")
    key = app.files.key_of(call.file, current_password(call, call.file))
    with closing(app.files.open(call.file, key=key)) as session:
        session.protection.write_sheet(session.protection.recovery(key), call.pdf, call.lang)
    say_out(say("cli.written", call.lang, path=call.pdf))
