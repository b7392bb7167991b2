"""Runs one command: parses the call, hands it to its command, turns faults into sentences and codes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.language import asked_language, given_language
from app.cli.parser import CallError, build
from app.cli.printing import prepare, say_error, say_out, worded
from app.domain.problem import HoldfastError
from app.words import say

if TYPE_CHECKING:
    from app.services.session import AppServices

_COMPANY = ".holdfast"
OK, DATA_IS_WRONG, CALL_IS_WRONG = 0, 1, 2
_INTERRUPTED = 130

# Faults of the call rather than of what it was given: the file named is not there, the code unknown.
_OF_THE_CALL = frozenset(
    (
        "file.missing file.exists file.device_name file.is_folder file.no_permission file.locked "
        "file.name_too_long "
        "file.copy_onto_itself "
        "file.password_needed file.password_wrong password.wrong protection.already protection.none "
        "import.file_missing import.file_is_folder company.name_missing export.format "
        "export.no_folder export.is_folder export.not_allowed export.onto_company "
        "period.bad_month proof.bad_mark "
        "help.unknown review.bad_quarter review.bad_section overlay.unknown stress.unknown backtest.window"
    ).split()
)

Factory = Callable[[], "AppServices"]
Window = Callable[["AppServices", str | None, str], int]
"""Shows the main window with a company file open (None: the start screen) in a language ("": the user's)."""


def main(arguments: Sequence[str], factory: Factory, window: Window) -> int:
    """Run ``holdfast`` with its arguments: 0 done, 1 the data is wrong, 2 the call is wrong."""
    prepare(sys.stdout)
    prepare(sys.stderr)
    lang, factory = asked_language(arguments), cache(factory)

    def show(app: AppServices, opening: str | None) -> int:
        return window(app, opening, given_language(arguments))

    try:
        if (file := company_file(arguments)) is not None:
            return show(factory(), file)
        return _run(build(lang).parse_args(arguments), factory, show)
    except HoldfastError as error:
        say_error(worded(error.code, lang, error.params))
        _tell_ways_out(factory, error, lang)
        wrong_call = isinstance(error, CallError) or error.code in _OF_THE_CALL
        return CALL_IS_WRONG if wrong_call else DATA_IS_WRONG
    except BrokenPipeError:  # the reader of our output had enough
        sys.stderr.close()
        return OK
    except KeyboardInterrupt:
        return _INTERRUPTED


def _tell_ways_out(factory: Factory, error: HoldfastError, lang: str) -> None:
    """What the window has buttons for."""
    from app.cli.rescue import FAULTS, tell_ways_out  # noqa: PLC0415 - nothing is damaged, most of the time

    if error.code in FAULTS and error.params.get("path"):
        with suppress(HoldfastError):  # what is wrong is said already
            tell_ways_out(factory(), error, lang)


def company_file(arguments: Sequence[str]) -> str | None:
    """The company file that is the whole call: so a desktop starts the program by a double click."""
    words = list(arguments)
    if words[:1] == ["--lang"]:
        words = words[2:]
    return words[0] if len(words) == 1 and words[0].casefold().endswith(_COMPANY) else None


def _run(call: Namespace, factory: Factory, show: Callable[[AppServices, str | None], int]) -> int:
    app = factory()
    if call.version:
        say_out(f"Holdfast {app.version}")
        return OK
    if call.command is None:
        return show(app, None)
    from app.cli import commands  # noqa: PLC0415 - the bare window pays for no command

    if call.command == "demo":
        return commands.demo(app, call, show)
    done = commands.COMMANDS[call.command](app, call)
    if call.command != "backup":  # which tells by itself
        _tell_failing_backups(app, getattr(call, "file", None), call.lang)
    return done


def _tell_failing_backups(app: AppServices, path: Path | None, lang: str) -> None:
    """What the window says of itself: the latest backup could not be made, or not where it was to be."""
    problem = app.files.backups.failing(path.absolute()) if isinstance(path, Path) else None
    if problem is not None:
        say_error(say("cli.backup.fell_back", lang, reason=worded(problem.code, lang, problem.params)))
