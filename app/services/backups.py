"""Backups of company files: made, thinned, verified, restored; what went wrong is kept until one succeeds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.backup import STALE_DAYS, BackupKind, BackupMark, kept, safe_stem
from app.domain.problem import EnvironmentFaultError, Problem, Severity
from app.services.control import Control, Silent

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import Preferences

FOLDER_KEY = "backup.folder"
_FORMER_KEY = "backup.former"
_MOST_FORMER = 12
_PROBLEM_KEY = "backup.problem"
_NUMBER_KEY = "backup.number"
_SILENT = Silent()
_ONLY_CREATED = 1
"""A file whose one change is its own making has nothing to lose."""
_BEYOND_COPYING = frozenset(
    {
        "file.damaged",
        "file.empty",
        "file.not_a_company",
        "file.other_program",
        "file.password_needed",  # nobody said it: kept byte by byte, it still opens with it
        "file.password_wrong",
    }
)
_DAMAGED = frozenset({"file.damaged", "file.password_wrong"})
"""Of these: what is damaged for certain; the others are whole, but not ours or not ours to read."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a company file holds: live rows, and the first and latest entry of its log."""

    customers: int
    invoices: int
    changes: int
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``sound``: verified and whole, verified and not, or (None) not verified as it is now."""

    path: Path
    mark: BackupMark
    size_bytes: int
    contents: Contents | None = None
    sound: bool | None = None
    verified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was copied out of a damaged file: rows by table; lost at most; tables that are not complete.

    ``from_log``: so many of the rows were lost with their page and written as the change log has them.
    """

    path: Path
    rows: dict[str, int]
    lost: int
    unreadable: tuple[str, ...]
    customers: int
    invoices: int
    from_log: int = 0

    @property
    def saved(self) -> int:
        """All rows that were copied."""
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """How a file is backed up: where to, its newest backup, and what is to be said about it."""

    folder: Path
    newest: Backup | None
    problem: Problem | None


class BackupVault(Protocol):
    """Backups as files; refusals are ``EnvironmentFaultError`` with codes of ``app.words.backups``."""

    def contents(self, path: Path) -> Contents:
        """What a company file holds now."""

    def listed(self, folder: Path) -> list[Backup]:
        """The backups of a folder, the newest first; none where there is no folder."""

    def write(self, source: Path, folder: Path, mark: BackupMark, control: Control) -> Backup:
        """A verified copy of a company file; whole or not at all."""

    def keep_open(self, copy: Callable[[Path], None], stem: str, folder: Path, mark: BackupMark) -> Path:
        """A backup that ``copy`` writes from a file that is open, wherever that file is now."""

    def verify(self, backup: Path, control: Control) -> Backup:
        """Read the whole backup through; what was found is remembered."""

    def remove(self, backup: Path) -> None:
        """Take a backup away; a missing one is fine."""

    def put_back(self, backup: Path, target: Path, keep: Callable[[], None], control: Control) -> None:
        """Replace a company file nobody has open; ``keep`` runs before, with the file held."""

    def put_aside(self, path: Path, *, damaged: bool) -> Path:
        """A copy, byte by byte, of a file that is beyond copying otherwise; where it is, named for why."""

    def salvage(self, source: Path, target: Path, control: Control) -> Salvaged:
        """Copy what can be read out of a damaged file into a new one."""


class BackupService:
    """Use cases over the backups of any company file, open or not; they run on the database worker."""

    def __init__(
        self, vault: BackupVault, preferences: Preferences, clock: Clock, standard: Callable[[], Path]
    ) -> None:
        self._vault = vault
        self._preferences = preferences
        self._clock = clock
        self._standard = standard

    # -- where ----------------------------------------------------------------------------------

    @property
    def chosen(self) -> Path | None:
        """The folder the user chose for backups; None for the program's own."""
        stored = self._preferences.get(FOLDER_KEY)
        return Path(stored) if isinstance(stored, str) and stored else None

    def choose(self, folder: Path | None) -> None:
        """Write backups below this folder from now on; None goes back to the program's own."""
        before, after = self.chosen, folder.absolute() if folder is not None else None
        if before is not None and before != after:
            others = [one for one in self.former if one != before]
            self._preferences.set(_FORMER_KEY, [str(one) for one in (before, *others)][:_MOST_FORMER])
        self._preferences.set(FOLDER_KEY, str(after) if after is not None else None)

    @property
    def former(self) -> list[Path]:
        """Folders that were chosen earlier, the latest first: backups may still be there."""
        stored = self._preferences.get(_FORMER_KEY)
        told = [Path(one) for one in stored if isinstance(one, str)] if isinstance(stored, list) else []
        return [one for one in told if one != self.chosen]

    def away(self) -> list[Path]:
        """Folders chosen now or earlier that cannot be looked into: backups there are not known."""
        chosen = [self.chosen] if self.chosen is not None else []
        return [one for one in (*chosen, *self.former) if not one.is_dir()]

    def folder(self, path: Path) -> Path:
        """Where backups of a company file go; by its place, so that it is known when the file is broken."""
        return (self.chosen or self._standard()) / _folder_name(path)

    def _own_folder(self, path: Path) -> Path:
        return self._standard() / _folder_name(path)

    # -- what there is --------------------------------------------------------------------------

    def listed(self, path: Path) -> list[Backup]:
        """A company file's backups, the newest first, wherever the program was told to write them."""
        former = [one / _folder_name(path) for one in self.former]
        return self._in((self.folder(path), self._own_folder(path), *former))

    def _at_hand(self, path: Path) -> list[Backup]:
        """Those where they are written now: a former folder may be far, and looked into in vain for long."""
        return self._in((self.folder(path), self._own_folder(path)))

    def _in(self, folders: Sequence[Path]) -> list[Backup]:
        found = [backup for folder in dict.fromkeys(folders) for backup in self._vault.listed(folder)]
        return sorted(found, key=lambda one: (one.mark.number, one.mark.at), reverse=True)

    def standing(self, path: Path) -> Standing:
        """Whether the backups of a file are as they should be."""
        found = self._at_hand(path)
        newest = found[0] if found else None
        return Standing(self.folder(path), newest, self._kept_problem(path) or self._aged(path, newest))

    def failing(self, path: Path) -> Problem | None:
        """What went wrong with the latest backup of a file; nothing is looked at."""
        return self._kept_problem(path)

    def newest_good(self, path: Path, control: Control = _SILENT) -> Backup | None:
        """The newest backup that reads through without damage."""
        for backup in self.listed(path):
            try:
                checked = self._vault.verify(backup.path, control)
            except EnvironmentFaultError:
                continue
            if checked.sound:
                return checked
        return None

    def _aged(self, path: Path, newest: Backup | None) -> Problem | None:
        try:
            now = self._vault.contents(path)
        except EnvironmentFaultError:
            return None  # opening it says what is wrong
        since = newest.mark.at if newest is not None else now.since
        if now.changes <= _ONLY_CREATED or since is None or not _changed(now, newest):
            return None
        age = self._clock.now() - since
        if age <= timedelta(days=STALE_DAYS):
            return None
        code = "backup.stale" if newest is not None else "backup.none_yet"
        return Problem(code, {"n": age.days}, Severity.WARNING)

    # -- making ---------------------------------------------------------------------------------

    def take(self, path: Path, kind: BackupKind, control: Control = _SILENT) -> Backup:
        """Back a company file up, and thin its backups out; what went wrong is kept for ``standing``."""
        mark = self._next(path, kind)
        try:
            made = self._vault.write(path, self.folder(path), mark, control)
        except EnvironmentFaultError as error:
            made = self._fall_back(path, mark, error, control)
            self._keep_problem(path, "backup.fell_back", error, folder=str(made.path.parent))
        else:
            if self._kept_problem(path) is not None:
                self._preferences.set(_problem_key(path), None)
        self._preferences.set(f"{_NUMBER_KEY}.{_folder_name(path)}", mark.number)
        self._thin(made.path.parent)
        return made

    def take_open(self, path: Path, copy: Callable[[Path], None]) -> Path:
        """Keep what is still open of a file that no longer is at its path; the backup's path."""
        mark = self._next(path, BackupKind.CLOSE)
        try:
            return self._vault.keep_open(copy, path.stem, self.folder(path), mark)
        except EnvironmentFaultError as error:
            own = self._own_folder(path)
            if own == self.folder(path):
                self._keep_problem(path, "backup.failed_last", error)
                raise
            return self._vault.keep_open(copy, path.stem, own, mark)

    def take_to(self, path: Path, folder: Path, control: Control = _SILENT) -> Backup:
        """Back a company file up into a folder of the user's; nothing there is thinned out."""
        mark = self._mark(self._vault.listed(folder), BackupKind.MANUAL)
        return self._vault.write(path, folder, mark, control)

    def _next(self, path: Path, kind: BackupKind) -> BackupMark:
        """The mark of a file's next backup; its number goes on where the folder was changed meanwhile."""
        mark = self._mark(self._at_hand(path), kind)
        last = self._preferences.get(f"{_NUMBER_KEY}.{_folder_name(path)}")
        return replace(mark, number=max(mark.number, last + 1)) if isinstance(last, int) else mark

    def _mark(self, others: Sequence[Backup], kind: BackupKind) -> BackupMark:
        number = max((backup.mark.number for backup in others), default=0) + 1
        return BackupMark(number, self._clock.now().astimezone().replace(microsecond=0), kind)

    def take_if_changed(self, path: Path, kind: BackupKind, control: Control = _SILENT) -> Backup | None:
        """Back up what changed since the newest backup; a fault is kept, not raised: work goes on."""
        try:
            now = self._vault.contents(path)
            found = self._at_hand(path)
            if now.changes <= _ONLY_CREATED or not _changed(now, found[0] if found else None):
                return None
            return self.take(path, kind, control)
        except EnvironmentFaultError as error:
            self._keep_problem(path, "backup.failed_last", error)
            return None

    def _fall_back(
        self, path: Path, mark: BackupMark, error: EnvironmentFaultError, control: Control
    ) -> Backup:
        own = self._own_folder(path)
        if own == self.folder(path):
            self._keep_problem(path, "backup.failed_last", error)
            raise error
        try:
            return self._vault.write(path, own, mark, control)
        except EnvironmentFaultError as second:
            self._keep_problem(path, "backup.failed_last", second)
            raise

    def _thin(self, folder: Path) -> None:
        found = self._vault.listed(folder)
        stay = kept(backup.mark for backup in found)
        for backup in found:
            if backup.mark not in stay:
                with suppress(EnvironmentFaultError):  # held by another program: it goes next time
                    self._vault.remove(backup.path)

    # -- using ----------------------------------------------------------------------------------

    def verify(self, backup: Path, control: Control = _SILENT) -> Backup:
        """Read a backup through from the first page to the last."""
        return self._vault.verify(backup, control)

    def remove(self, backup: Path) -> None:
        """Take one backup away."""
        self._vault.remove(backup)

    def restore(self, path: Path, backup: Path, control: Control = _SILENT) -> Path | None:
        """Put a backup in the place of a company file that nobody has open.

        The file as it was is kept first; the result says where (None where there was none).
        """
        if path.exists() and backup.exists() and path.samefile(backup):
            raise EnvironmentFaultError("backup.same_file", path=str(path), name=path.name)
        before: list[Path] = []

        def keep() -> None:
            if path.exists():
                before.append(self._kept_before(path, control))

        self._vault.put_back(backup, path, keep, control)
        return before[0] if before else None

    def _kept_before(self, path: Path, control: Control) -> Path:
        problem = self._preferences.get(_problem_key(path))
        try:
            return self.take(path, BackupKind.RESTORE, control).path
        except EnvironmentFaultError as error:
            if error.code not in _BEYOND_COPYING:
                raise
            self._preferences.set(_problem_key(path), problem)
            return self._vault.put_aside(path, damaged=error.code in _DAMAGED)

    def salvage(self, source: Path, target: Path, control: Control = _SILENT) -> Salvaged:
        """Copy what can be read of a damaged company file into a new one; the damaged one stays."""
        return self._vault.salvage(source, target, control)

    # -- what went wrong ------------------------------------------------------------------------

    def _keep_problem(self, path: Path, code: str, error: EnvironmentFaultError, **params: str) -> None:
        plain = {name: value for name, value in error.params.items() if isinstance(value, str | int)}
        self._preferences.set(_problem_key(path), [code, {**params, "reason": [error.code, plain]}])

    def _kept_problem(self, path: Path) -> Problem | None:
        match self._preferences.get(_problem_key(path)):
            case [str(code), {**params}]:
                return Problem(code, {str(name): value for name, value in params.items()}, Severity.WARNING)
            case _:
                return None


def _changed(now: Contents, newest: Backup | None) -> bool:
    if newest is None or newest.contents is None or newest.sound is False:
        return True
    # The number alone would not do: after a restore it counts up again from an earlier one.
    then = newest.contents
    return (then.changes, then.until) != (now.changes, now.until)


def _folder_name(path: Path) -> str:
    """``恒信五金-3f2a91c0``: the file's name for people, its place for telling equal names apart."""
    place = os.path.normcase(path.absolute()).encode("utf-8", "surrogatepass")
    return f"{safe_stem(path.stem)}-{hashlib.sha256(place).hexdigest()[:8]}"


def _problem_key(path: Path) -> str:
    return f"{_PROBLEM_KEY}.{_folder_name(path)}"
