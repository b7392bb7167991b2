"""The header of a table: which row it is, how many rows it takes, and the titles it gives."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from app.domain.importing import Cell, ImportKind, Role
from app.imports.synonyms import contained, exact
from app.imports.titles import bare, normal, text_of

SEARCH_ROWS = 80
"""How far down a header is looked for."""

_MAX_DEPTH = 3
_MIN_TITLES = 2
_LONGEST_TITLE = 40
_SUBTITLES = frozenset(
    "金额 本币 原币 发生 已结 未结 数量 单价 借方 贷方 本位币 外币 余额 方向 期初 期末 本期 "
    "累计 发生额 编码 名称 编号 "
    "amount bydays debit credit days base foreign date no name code currency".split()
)
_BUCKET = re.compile(
    r"^(逾期|超期|欠款|账龄|过期)?\s*[<>≤≥]?\s*(over|above|older than|more than|less than)?\s*"
    r"[\d一二三四五六]+\s*\+?\s*((-|–|~|—|至|到|to)\s*[<>]?\s*\d+)?\s*(天|日|个?月|年|days?|months?|"
    r"years?|d)?\s*"
    r"(以内|以上|及以上|内|past due|overdue|and over|and above|plus|\+|or more|old)?$"
)
_BUCKET_NAMES = frozenset(
    "older current future 未到期 账期内 信用期内 notdue notyetdue period1 period2 period3 "
    "period4 未逾期 90+".split()
)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (row from 1, 0 when none), its depth, and the joined titles."""

    row: int
    depth: int
    titles: tuple[str, ...]


def is_bucket(title: str) -> bool:
    """True for the heading of an aging bucket, which is recomputed and never read."""
    form = normal(title)
    if form in _BUCKET_NAMES:
        return True
    text = unicodedata.normalize("NFKC", title).casefold().strip()
    return (
        any(c.isdigit() or c in "一二三四五六" for c in text)
        and bool(_BUCKET.match(re.sub(r"[()]", " ", text).strip()))
        and not text.isdigit()
    )


def signature(titles: Sequence[str]) -> str:
    """The same text for two headers with the same titles in the same places; "" for no header."""
    if not any(titles):
        return ""
    joined = "\x1f".join(map(normal, titles)).rstrip("\x1f")
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def find_header(rows: Sequence[Sequence[Cell]], row: int | None = None, depth: int | None = None) -> Header:
    """The best header among the first rows, or the one the user pointed at (``row`` from 1)."""
    if row is not None:
        start = max(1, min(row, len(rows)))
        deep = min(depth or _depth_at(rows, start - 1), len(rows) - start + 1)
        return Header(start, deep, joined_titles(rows, start - 1, deep))
    best, best_score = Header(0, 0, ()), 0.0
    for index in range(min(SEARCH_ROWS, len(rows))):
        for deep in _depths(rows, index, depth):
            titles = joined_titles(rows, index, deep)
            score = _score(titles) - 0.4 * (deep - 1) - 0.5 * _values(rows[index])
            if score > best_score:
                best, best_score = Header(index + 1, deep, titles), score
    if best_score < _MIN_TITLES:
        return _alone(rows) or _by_shape(rows)
    return best if depth else _with_subtitles(rows, best)


def _with_subtitles(rows: Sequence[Sequence[Cell]], header: Header) -> Header:
    """The header with a further row of mere subtitles ("Amount", "by days") below it, if there is one."""
    below = header.row + header.depth - 1
    if header.depth == _MAX_DEPTH or below >= len(rows):
        return header
    filled = [cell for cell in rows[below] if not is_blank(cell)]
    if not filled or not all(normal(text_of(cell)) in _SUBTITLES for cell in filled):
        return header
    depth = header.depth + 1
    return Header(header.row, depth, joined_titles(rows, header.row - 1, depth))


def likeness(name: str, rows: Sequence[Sequence[Cell]]) -> tuple[float, int]:
    """How much a sheet looks like a ledger: known titles first, then its length."""
    header = find_header(rows)
    hint = any(word in name.casefold() for word in ("应收", "明细", "invoice", "receivable", "客户"))
    return _score(header.titles) + hint, len(rows)


def _depths(rows: Sequence[Sequence[Cell]], index: int, wanted: int | None) -> range | tuple[int]:
    """The depths to try at a row."""
    if wanted:
        return (min(wanted, len(rows) - index),)
    return range(1, _depth_at(rows, index) + 1)


def _depth_at(rows: Sequence[Sequence[Cell]], index: int) -> int:
    """How many rows from ``index`` on can belong to one header."""
    depth = 1
    while depth < _MAX_DEPTH and index + depth < len(rows):
        if not _is_subtitle_row(rows[index + depth], rows[index]):
            break
        depth += 1
    return depth


def _is_subtitle_row(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """True for a row of titles that divide those above: Amount / by days, 借方 over 金额 / 本币."""
    filled = [normal(text_of(cell)) for cell in row if not is_blank(cell)]
    if not filled or any(isinstance(cell, int | float | date) for cell in row):
        return False
    if list(row) == list(above):
        return False
    names = exact(ImportKind.INVOICES)
    return all(text in _SUBTITLES or text in names for text in filled)


def is_blank(cell: Cell) -> bool:
    """True for an empty cell, or one of blanks only."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def joined_titles(rows: Sequence[Sequence[Cell]], index: int, depth: int) -> tuple[str, ...]:
    """The titles of a header of ``depth`` rows; a group's title reaches over its divided columns."""
    layers = [[" ".join(text_of(cell).split()) for cell in row] for row in rows[index : index + depth]]
    width = max(map(len, layers))
    for layer in layers:
        layer.extend([""] * (width - len(layer)))
    for level in range(depth - 2, -1, -1):
        _reach(layers[level], layers[level + 1])
    return tuple("-".join(dict.fromkeys(filter(None, (layer[c] for layer in layers)))) for c in range(width))


def _reach(upper: list[str], lower: list[str]) -> None:
    """Repeat a group's title over the untitled columns to its right that are divided below."""
    group = ""
    for column, title in enumerate(upper):
        if title:
            group = title if lower[column] else ""
        elif lower[column]:
            upper[column] = group


def _score(titles: Sequence[str]) -> float:
    """How many different roles the titles name, surely or by a part of their name."""
    names = {kind: exact(kind) for kind in ImportKind}
    sure: set[Role] = set()
    maybe: set[Role] = set()
    for title in titles:
        if not title or len(title) > _LONGEST_TITLE:
            continue
        for known in names.values():
            for form in (normal(title), bare(title)):
                sure.update(role for role, _ in known.get(form, ())[:1])
        part = contained(title, ImportKind.INVOICES)
        if part:
            maybe.add(part[0])
    return len(sure) + 0.3 * len(maybe - sure)


def _values(row: Sequence[Cell]) -> int:
    """How many cells of a row hold a number or day: a header names buckets at most."""
    return sum(1 for cell in row if _has_value(cell) and not is_bucket(text_of(cell)))


def _alone(rows: Sequence[Sequence[Cell]]) -> Header | None:
    """The one title of a list of one column, where it is a name we know: a list of customers, say."""
    if any(sum(not is_blank(cell) for cell in row) > 1 for row in rows[:SEARCH_ROWS]):
        return None
    for index, row in enumerate(rows[:SEARCH_ROWS]):
        if not all(map(is_blank, row)):
            titles = joined_titles(rows, index, 1)
            return Header(index + 1, 1, titles) if _score(titles) >= 1 else None
    return None


def _by_shape(rows: Sequence[Sequence[Cell]]) -> Header:
    """A row of short texts above a row with numbers or dates, whatever language it is in."""
    for index, row in enumerate(rows[: min(SEARCH_ROWS, len(rows) - 1)]):
        filled = [cell for cell in row if not is_blank(cell)]
        texts = [cell for cell in filled if isinstance(cell, str) and not _has_value(cell)]
        if (
            len(filled) > _MIN_TITLES
            and len(texts) == len(filled)
            and any(_has_value(cell) for cell in rows[index + 1])
        ):
            return Header(index + 1, 1, joined_titles(rows, index, 1))
    return Header(0, 0, ())


def _has_value(cell: Cell) -> bool:
    """True for a number, a day, or a text made mostly of digits."""
    if isinstance(cell, str):
        digits = sum(c.isdigit() for c in cell)
        return digits * 2 >= len(cell) > 0
    return isinstance(cell, int | float | date | time)
