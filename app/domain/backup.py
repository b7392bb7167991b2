"""Backups of a company file: what each was made for, its name, and which of them are kept.

Their order is the running number in the name, never the clock's: a clock set back or forward
neither loses the newest backup nor keeps an old one for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.file_name import is_device

SUFFIX = ".holdfast"
RECENT, DAILY, WEEKLY, MONTHLY = 10, 7, 4, 12
"""How many are kept: the newest, and the newest of each of so many days, weeks and months."""
STALE_DAYS = 14
"""So old may the newest backup of a changed file become before somebody is told, in days."""
_STAMP = "%Y%m%dT%H%M%S%z"
_NAME = re.compile(
    r"(?P<stem>.*)-(?P<number>\d{5,9})-(?P<at>\d{8}T\d{6}[+-]\d{4})-(?P<kind>[a-z]+)"
    rf"{re.escape(SUFFIX)}",
    re.DOTALL,
)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST_STEM = 60
_LONGEST_BYTES = 140
"""Of a name in UTF-8: number, moment, kind and what a journal is called after it still fit into 255."""


class BackupKind(StrEnum):
    """What a backup was made for."""

    CLOSE = "close"
    IMPORT = "import"
    MIGRATION = "migration"
    BULK = "bulk"
    RESTORE = "restore"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class BackupMark:
    """What a backup's name says: its running number, local time of making, and what for."""

    number: int
    at: datetime
    kind: BackupKind


def safe_stem(name: str) -> str:
    """A name as the beginning of a file's or folder's name on any system; "company" where nothing is left."""
    stem = _UNSAFE.sub("_", name).strip()[:_LONGEST_STEM].strip(" .")
    if is_device(stem):
        stem = f"_{stem}"
    return stem or "company"


def file_name(stem: str, mark: BackupMark) -> str:
    """The name of a backup: ``恒信五金-00012-20251231T183000+0800-close.holdfast``."""
    short = safe_stem(stem).encode("utf-8", "ignore")[:_LONGEST_BYTES].decode("utf-8", "ignore")
    return f"{short}-{mark.number:05d}-{mark.at.strftime(_STAMP)}-{mark.kind}{SUFFIX}"


def parse_name(name: str) -> BackupMark | None:
    """What a file's name says of a backup; None for any other file."""
    found = _NAME.fullmatch(name)
    if found is None or found["kind"] not in set(BackupKind):
        return None
    try:
        at = datetime.strptime(found["at"], _STAMP)  # noqa: DTZ007 - the stamp carries its zone
    except ValueError:
        return None
    return BackupMark(int(found["number"]), at, BackupKind(found["kind"]))


def _rank(mark: BackupMark) -> tuple[int, str, str]:
    return mark.number, mark.at.isoformat(), mark.kind


def kept(marks: Iterable[BackupMark]) -> frozenset[BackupMark]:
    """Those of a file's backups that stay: 10 newest, and the newest of 7 days, 4 weeks and 12 months.

    Days, weeks and months count from the latest one that has a backup at all, so a year without work
    costs nothing.
    """
    newest_first = sorted(set(marks), key=_rank, reverse=True)
    stay = set(newest_first[:RECENT])
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        stay.update(_newest_of_each(newest_first, period, most))
    return frozenset(stay)


def _newest_of_each(
    newest_first: Iterable[BackupMark], period: Callable[[BackupMark], Hashable], most: int
) -> list[BackupMark]:
    found: dict[Hashable, BackupMark] = {}
    for mark in newest_first:
        found.setdefault(period(mark), mark)
    return list(found.values())[:most]


def _day(mark: BackupMark) -> Hashable:
    return mark.at.date()


def _week(mark: BackupMark) -> Hashable:
    return mark.at.isocalendar()[:2]


def _month(mark: BackupMark) -> Hashable:
    return mark.at.year, mark.at.month
