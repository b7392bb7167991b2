"""Pack a built folder: .tar.xz and .zip with steady order, times and owners; and the Windows installer."""

from __future__ import annotations

import lzma
import os
import stat
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from signing import call

WINDOWS = Path(__file__).resolve().parent / "windows" / "installer.nsi"
_PRESET = 6  # 9 is no smaller here and takes three times the memory to unpack


def _paths(folder: Path) -> Iterator[Path]:
    """Everything below a folder in a steady order."""
    return iter(sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()))


def tar_xz(folder: Path, target: Path, seconds: int, name: str) -> None:
    """The folder as ``name/`` in a compressed archive; links stay links."""

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.mtime, info.uid, info.gid, info.uname, info.gname = seconds, 0, 0, "", ""
        info.mode = 0o755 if info.isdir() or info.mode & stat.S_IXUSR else 0o644
        return info

    with (
        lzma.open(target, "wb", preset=_PRESET) as stream,
        tarfile.open(fileobj=stream, mode="w|") as archive,
    ):
        for path in _paths(folder):
            inside = PurePosixPath(name) / path.relative_to(folder).as_posix()
            archive.add(path, str(inside), recursive=False, filter=plain)


def zipped(folder: Path, target: Path, seconds: int, name: str, more: Iterable[tuple[str, str]] = ()) -> None:
    """The folder as ``name/`` in a .zip, with ``more`` small texts by name beside its files."""
    when = time.gmtime(max(seconds, 315_532_800))[:6]  # the format begins in 1980
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _paths(folder):
            if path.is_file():
                info = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", when)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, path.read_bytes())
        for place, text in more:
            archive.writestr(zipfile.ZipInfo(f"{name}/{place}", when), text)


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder, each once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def installer(stage: Path, icons: Path, version: str, target: Path) -> None:
    """The Windows installer of a staged tree, by ``makensis``; any warning of it is an error."""
    given: dict[str, object] = {
        "VERSION": version,
        "VERSION4": f"{version}.0",
        "KIB": size_of(stage) // 1024,
        "STAGE": stage,
        "ICONS": icons,
        "OUT": target,
    }
    sign = "/" if sys.platform == "win32" else "-"
    if signing := subprocess.list2cmdline(call()):
        given["SIGN"] = signing
    told = [f"{sign}D{name}={value}" for name, value in given.items()]
    # Without it Windows reads the script in its own code page, and the Chinese name becomes signs.
    read = [f"{sign}INPUTCHARSET", "UTF8"]
    environ = {**os.environ, "LC_ALL": "C.UTF-8"}
    call_it = ["makensis", f"{sign}V2", f"{sign}WX", *read, *told, str(WINDOWS)]
    subprocess.run(call_it, check=True, env=environ)
