"""Backups on the command line: made, listed, a file restored from one, or salvaged where there is none."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.desk import sit_down
from app.cli.given_file import require_file
from app.cli.parser import CallError
from app.cli.passwords import current_password, key_for
from app.cli.printing import aligned, put_json, say_error, say_out, worded
from app.domain.backup import BackupKind
from app.domain.duty import Duty
from app.domain.problem import EnvironmentFaultError, HoldfastError
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.file_key import FileKey
    from app.services.backups import Backup
    from app.services.session import AppServices, CompanySession

_BEGINS = b"SQLite format 3"
"""What a file in clear begins with."""
_RIGHT = (False, False, True, True, False, False)


def backup_file(app: AppServices, call: Namespace) -> None:
    """Back a company file up and check the copy, or list what there is."""
    path = call.file.absolute()
    if call.list:
        tell_list(app, call, path)
        return
    key_for(app, call, path)  # has it in hand for the backup
    service = app.files.backups
    made = (
        service.take_to(path, call.to.absolute())
        if call.to is not None
        else service.take(path, BackupKind.MANUAL)
    )
    if call.json:
        put_json(as_json(made))
        return
    held = made.contents
    say_out(
        say(
            "cli.backup.made",
            call.lang,
            path=made.path,
            customers=held.customers if held else 0,
            invoices=held.invoices if held else 0,
        )
    )
    problem = service.standing(path).problem
    if problem is not None and call.to is None:
        reason = worded(problem.code, call.lang, problem.params)
        say_error(say("cli.backup.fell_back", call.lang, reason=reason))


def tell_list(app: AppServices, call: Namespace, path: Path) -> None:
    """The backups of a file, the newest first."""
    found = app.files.backups.listed(path)
    if call.json:
        put_json([as_json(backup) for backup in found])
    elif not found:
        say_out(say("cli.backup.none", call.lang, path=path))
    else:
        for line in as_lines(found, call.lang):
            say_out(line)


def restore_file(app: AppServices, call: Namespace) -> None:
    """Put a backup in the place of a company file; say where the file as it was is kept."""
    path, source = call.file.absolute(), call.source.absolute()
    require_file(source)
    key = key_for(app, call, source)  # what it replaces is kept as it is where its own is another
    _require_owner(app, call, path, key)
    _require_folder(path)
    unprotected = app.files.is_protected(path) and not app.files.is_protected(source)
    kept = app.files.backups.restore(path, source)
    if call.json:
        put_json({"restored": str(path), "from": str(source), "kept": str(kept) if kept else None})
        return
    say_out(say("cli.restore.done", call.lang, path=path))
    if kept is not None:
        say_out(say("cli.restore.kept", call.lang, path=kept))
    if unprotected:
        say_error(say("cli.restore.in_clear", call.lang, path=path))


def _require_owner(app: AppServices, call: Namespace, path: Path, key: FileKey | None) -> None:
    """Where the file as it is asks who works with it, its owner restores it; a damaged one asks nobody."""
    try:
        session = _to_look(app, path, key if app.files.is_protected(path) else None)
    except HoldfastError:
        return
    with closing(session):
        if session.desk.look().asks:
            sit_down(session, call)
            if not session.desk.seat.name:
                raise CallError("cli.desk.needed")
            session.desk.seat.require_duty(Duty.PEOPLE)


def _to_look(app: AppServices, path: Path, key: FileKey | None) -> CompanySession:
    try:
        return app.files.open(path, read_only=True, key=key)
    except EnvironmentFaultError as error:
        if error.code != "file.older_read_only":
            raise
        return app.files.open(path, key=key)


def salvage_file(app: AppServices, call: Namespace) -> None:
    """Copy what can be read of a damaged company file into a new one; say how much was saved and lost."""
    from app.words.salvage_text import salvaged  # noqa: PLC0415 - said once in a lifetime

    path, target = call.file.absolute(), call.to.absolute()
    if not path.is_file():
        raise EnvironmentFaultError("file.missing", path=str(path), name=path.name)
    _require_folder(target)
    _keys_for_damaged(app, call, path)  # the new file is protected as the damaged one was
    found = app.files.backups.salvage(path, target)
    if call.json:
        told = {"rows": found.rows, "lost": found.lost, "incomplete": found.unreadable}
        put_json({"path": str(found.path), **told, "from_log": found.from_log})
        return
    say_out(salvaged(call.lang, found))
    say_out(say("cli.salvage.done", call.lang, path=found.path))


def _require_folder(path: Path) -> None:
    """Refuse a place whose folder is not there: the file itself would be said to be missing."""
    if not path.parent.is_dir():
        raise EnvironmentFaultError("export.no_folder", path=str(path), name=path.name)


def _keys_for_damaged(app: AppServices, call: Namespace, path: Path) -> None:
    """Have the key in hand; damage to the first page may hide that there is one, which backups still show."""
    known = app.files.remembered(path) if call.password_file is None else None
    if known is not None:
        return
    backups = [one.path for one in app.files.backups.listed(path)]
    if app.files.is_protected(path) or (_is_unreadable(path) and any(map(app.files.is_protected, backups))):
        app.files.try_secret(path, current_password(call, path))


def _is_unreadable(path: Path) -> bool:
    with path.open("rb") as file:
        return not file.read(len(_BEGINS)).startswith(_BEGINS)


def as_lines(found: Sequence[Backup], lang: str) -> list[str]:
    """The list for people."""
    heads = ("at", "kind", "customers", "invoices", "state", "file")
    rows = [[say(f"cli.backup.{head}", lang) for head in heads]]
    rows += [
        [
            f"{one.mark.at:%Y-%m-%d %H:%M}",
            say(f"backup_kind.{one.mark.kind}", lang),
            str(one.contents.customers) if one.contents else "–",
            str(one.contents.invoices) if one.contents else "–",
            say(f"backup_state.{state_of(one)}", lang),
            str(one.path),
        ]
        for one in found
    ]
    return aligned(rows, _RIGHT)


def as_json(one: Backup) -> dict[str, object]:
    """One backup for programs."""
    return {
        "path": str(one.path),
        "number": one.mark.number,
        "at": one.mark.at.isoformat(),
        "kind": one.mark.kind.value,
        "size_bytes": one.size_bytes,
        "customers": one.contents.customers if one.contents else None,
        "invoices": one.contents.invoices if one.contents else None,
        "state": state_of(one),
    }


def state_of(one: Backup) -> str:
    """Whether a backup was verified as it is now, as a word of ``backup_state``."""
    if one.sound is None:
        return "unknown"
    return "sound" if one.sound else "damaged"
