"""Where a company file lies: in a folder that is synchronised, on a network drive, or here.

A pure reading of the path, the environment and the mounted drives against a table of marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath

WINDOWS = "win32"
OTHER_SERVICE = "cloud"
"""A service below macOS's folder for such that the table does not know."""
_CLOUD_STORAGE = ("library", "cloudstorage")
_GVFS = "gvfs"
_MOST_NAMED = 5
_REMOTE_SOURCE = re.compile(r"//|[^/\s]+:/")
_LONG_UNC, _LONG = "\\\\?\\UNC\\", ("\\\\?\\", "\\\\.\\")


class PlaceKind(StrEnum):
    """What is not simply a folder of this computer."""

    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class FilePlace:
    """What a file's place means for it: kind, the service's code, and conflict copies beside it."""

    kind: PlaceKind | None = None
    service: str = ""
    copies: tuple[str, ...] = ()

    @property
    def harmless(self) -> bool:
        """Nothing to warn of."""
        return self.kind is None and not self.copies

    def warnings(self) -> list[tuple[str, dict[str, object]]]:
        """What may come of it and what to do: codes with their parameters."""
        found: list[tuple[str, dict[str, object]]] = []
        if self.kind is not None:
            found.append((f"place.{self.kind}", {"service": (f"place.{self.service}", {})}))
        if self.copies:
            names = ", ".join((*self.copies[:_MOST_NAMED], *(["…"] if self.copies[_MOST_NAMED:] else [])))
            found.append(("place.copies", {"n": len(self.copies), "names": names}))
        return found


@dataclass(frozen=True, slots=True)
class Service:
    """One service's marks; names are folded. ``drive_roots`` count only right below a Windows drive."""

    code: str
    folders: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    cloud_storage: tuple[str, ...] = ()
    drive_roots: frozenset[str] = frozenset()
    variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The table: services, file systems that live elsewhere, patterns of conflict copies' names."""

    services: tuple[Service, ...]
    filesystems: frozenset[str]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted drive: where, its file system's type, where it comes from; ``remote`` as the system says."""

    at: str
    filesystem: str = ""
    source: str = ""
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The computer: ``sys.platform``, environment, mounts, and folders that services say are theirs."""

    system: str
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: Sequence[Mount] = ()
    known_roots: Sequence[tuple[str, str]] = ()
    computer: str = ""


def marks_of(table: object) -> Marks:
    """The marks of a table as it is kept (``resources/shared_places.json``)."""
    if not isinstance(table, Mapping):
        raise TypeError(type(table).__name__)
    return Marks(
        tuple(_service(one) for one in table["services"]),
        frozenset(table["network"]["filesystems"]),
        tuple(one["pattern"] for one in table["conflicts"]),
    )


def _service(row: Mapping[str, object]) -> Service:
    def names(key: str) -> tuple[str, ...]:
        found = row.get(key, ())
        return tuple(_folded(one, keep_end=True) for one in found) if isinstance(found, list) else ()

    chains, variables = row.get("chains", ()), row.get("variables", ())
    return Service(
        str(row["code"]),
        frozenset(names("folders")),
        names("beginnings"),
        tuple(tuple(map(_folded, one)) for one in chains) if isinstance(chains, list) else (),
        names("cloud_storage"),
        frozenset(names("drive_roots")),
        tuple(map(str, variables)) if isinstance(variables, list) else (),
    )


def _folded(name: object, *, keep_end: bool = False) -> str:
    """A folder's name as systems compare it: Windows drops trailing dots and spaces."""
    text = unicodedata.normalize("NFC", str(name)).casefold()
    return text if keep_end else text.rstrip(" .")


def _path(path: str, system: str) -> PurePath:
    if system != WINDOWS:
        return PurePosixPath(path)
    if path.upper().startswith(_LONG_UNC):
        path = f"\\\\{path[len(_LONG_UNC) :]}"
    elif path.startswith(_LONG):
        path = path[len(_LONG[0]) :]
    return PureWindowsPath(path)


def place_of(path: str, marks: Marks, around: Surroundings) -> FilePlace:
    """Where a file lies. A synchronised folder on a network drive counts as synchronised."""
    whole = _path(path, around.system)
    service = _service_of(whole, marks, around)
    if service:
        return FilePlace(PlaceKind.SYNCED, service)
    return FilePlace(PlaceKind.NETWORK) if _is_elsewhere(whole, marks, around) else FilePlace()


def _service_of(path: PurePath, marks: Marks, around: Surroundings) -> str:
    folders = _folders(path)
    for code, root in _roots(marks, around):
        if _is_below(folders, _all_parts(_path(root, around.system))):
            return code
    at = _after(folders, _CLOUD_STORAGE)
    if at is not None and at < len(folders):
        return _named(folders[at], marks.services)
    return next((one.code for one in marks.services if _is_of(one, folders, path)), "")


def _roots(marks: Marks, around: Surroundings) -> Iterable[tuple[str, str]]:
    """Folders said to be a service's own; names of variables are compared as Windows does."""
    values = {name.upper(): value for name, value in around.environment.items()}
    yield from around.known_roots
    for service in marks.services:
        for variable in service.variables:
            if root := values.get(variable.upper(), "").strip():
                yield service.code, root


def _folders(path: PurePath) -> list[str]:
    return _all_parts(path.parent)


def _all_parts(path: PurePath) -> list[str]:
    return [_folded(part) for part in path.parts]


def _is_below(folders: Sequence[str], root: Sequence[str]) -> bool:
    """Below a folder that is more than a drive's or the system's root."""
    return len(root) > 1 and list(folders[: len(root)]) == list(root)


def _after(folders: Sequence[str], chain: Sequence[str]) -> int | None:
    """Where a run of folders ends; None where it is not on the way."""
    size = len(chain)
    starts = range(len(folders) - size + 1)
    return next((i + size for i in starts if tuple(folders[i : i + size]) == tuple(chain)), None)


def _named(folder: str, services: Iterable[Service]) -> str:
    return next((one.code for one in services if folder.startswith(one.cloud_storage)), OTHER_SERVICE)


def _is_of(service: Service, folders: Sequence[str], path: PurePath) -> bool:
    if any(one in service.folders or one.startswith(service.beginnings) for one in folders):
        return True
    if any(_after(folders, chain) is not None for chain in service.chains):
        return True
    on_a_drive = isinstance(path, PureWindowsPath) and bool(path.drive)
    return on_a_drive and len(folders) > 1 and folders[1] in service.drive_roots


def _is_elsewhere(path: PurePath, marks: Marks, around: Surroundings) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    folders = _folders(path)
    if around.system != WINDOWS and _GVFS in folders[:5]:
        return True
    holding = [one for one in around.mounts if _holds(one, folders, around.system)]
    if not holding:
        return False
    mount = max(holding, key=lambda one: len(_all_parts(_path(one.at, around.system))))
    if mount.remote or mount.filesystem.casefold() in marks.filesystems:
        return True
    return around.system != WINDOWS and bool(_REMOTE_SOURCE.match(mount.source))


def _holds(mount: Mount, folders: Sequence[str], system: str) -> bool:
    at = _all_parts(_path(mount.at, system))
    return bool(at) and list(folders[: len(at)]) == at


def conflict_copies(name: str, beside: Iterable[str], marks: Marks, computer: str = "") -> tuple[str, ...]:
    """Files of the same company that a synchronisation set apart, by name; ``name`` may be one itself."""
    patterns, others = _patterns(marks, computer), [one for one in beside if _name(one) != _name(name)]
    originals = [one for one in others if _is_copy(name, one, patterns)]
    bases = (name, *originals)
    copies = (one for one in others if any(_is_copy(one, base, patterns) for base in bases))
    return tuple(sorted({*originals, *copies}))


def _patterns(marks: Marks, computer: str) -> list[re.Pattern[str]]:
    usable = [one for one in marks.conflicts if computer or "{computer}" not in one]
    return [
        re.compile(_name(one.replace("{computer}", re.escape(computer))), re.IGNORECASE) for one in usable
    ]


def _name(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_copy(name: str, original: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Whether a name is another with the mark of a conflict put behind it."""
    stem, _, ending = _name(name).rpartition(".")
    before, _, own_ending = _name(original).rpartition(".")
    if not before or ending.casefold() != own_ending.casefold() or len(stem) <= len(before):
        return False
    if stem[: len(before)].casefold() != before.casefold():
        return False
    return any(one.fullmatch(stem[len(before) :]) for one in patterns)
