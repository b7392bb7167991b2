"""Help as plain texts: topics of a file, the pieces a topic is made of, and finding one by a few letters.

A help file holds topics, each begun by ``# Title {#key}``. A topic is written in a small part of
Markdown: ``##`` headings, paragraphs, ``-`` and ``1.`` lists, ``|`` tables, ``>`` remarks, ``**strong**``
and ``[text](#key)`` or ``[text](page:health/figures)``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

HELP, PAGE = "#", "page:"
"""What the target of a link begins with: another topic, or a page of the program with its tab."""
_TITLE = re.compile(r"# (?P<title>.+?) \{#(?P<key>[a-z0-9_.]+)\}")
_INLINE = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
_NUMBER = re.compile(r"\d+\. ")
_RULE = re.compile(r"\|[\s:|-]+\|")
_LISTED = re.compile(r"^(?:- |\d+\. )", re.MULTILINE)
_AROUND = 46


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``strong``, or a link where ``to`` is not empty."""

    text: str
    strong: bool = False
    to: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """``kind``: head, text, item, number, remark, table; ``cells`` holds a table's rows, its head first."""

    kind: str
    line: Line = ()
    number: int = 0
    cells: tuple[tuple[Line, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One entry of the help; the part of its key before the first dot says where it belongs."""

    key: str
    title: str
    body: str

    @property
    def group(self) -> str:
        """playbook, page, kpi, grade, word, guide."""
        return self.key.partition(".")[0]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it is made of, in order."""
        return pieces(self.body)

    @property
    def plain(self) -> str:
        """Its words without marks, one piece a line."""
        return "\n".join(_plain(piece) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Found:
    """A topic that fits a search, and where in its text."""

    topic: Topic
    excerpt: str = ""


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a help file, in order; ``ValueError`` for a heading without its key."""
    found: list[Topic] = []
    key = title = ""
    body: list[str] = []
    for line in text.splitlines():
        if not line.startswith("# "):
            body.append(line)
            continue
        named = _TITLE.fullmatch(line.rstrip())
        if named is None:
            raise ValueError(line)
        if key:
            found.append(Topic(key, title, "\n".join(body).strip()))
        key, title, body = named["key"], named["title"], []
    return (*found, Topic(key, title, "\n".join(body).strip())) if key else tuple(found)


@lru_cache(maxsize=256)
def pieces(body: str) -> tuple[Piece, ...]:
    """The pieces of a topic's text."""
    return tuple(_pieces(body))


def _pieces(body: str) -> Iterator[Piece]:
    for block in re.split(r"\n\s*\n", body):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("|"):
            yield Piece("table", cells=tuple(_row(line) for line in lines if not _RULE.fullmatch(line)))
            continue
        yield from _lines(lines)


def _lines(lines: Sequence[str]) -> Iterator[Piece]:
    """Headings and list entries begin a piece of their own; other lines go on with the one before."""
    kind, number, words = "", 0, ""
    for line in lines:
        begins = _begin(line)
        if begins is None and kind not in {"", "head"}:
            words = _joined(words, line)
            continue
        if kind:
            yield Piece(kind, runs(words), number)
        kind, text = begins or ("text", line)
        number = int(line.partition(".")[0]) if kind == "number" else 0
        words = text
    if kind:
        yield Piece(kind, runs(words), number)


def _begin(line: str) -> tuple[str, str] | None:
    """The kind and the words of a line that begins a piece; None for one that goes on."""
    if line.startswith("## "):
        return "head", line[3:]
    if line.startswith("- "):
        return "item", line[2:]
    if line.startswith("> "):
        return "remark", line[2:]
    found = _NUMBER.match(line)
    return ("number", line[found.end() :]) if found else None


def _joined(before: str, after: str) -> str:
    """Two lines as one: Chinese needs no space where it was broken."""
    wide = before[-1:] > "\u2e7f" and after[:1] > "\u2e7f"
    return f"{before}{after}" if wide else f"{before} {after}"


def _row(line: str) -> tuple[Line, ...]:
    return tuple(runs(cell.strip()) for cell in line.strip("|").split("|"))


def runs(text: str) -> Line:
    """A line as words of one kind each."""
    found: list[Run] = []
    at = 0
    for mark in _INLINE.finditer(text):
        if mark.start() > at:
            found.append(Run(text[at : mark.start()]))
        if mark["strong"]:
            found.append(Run(mark["strong"], strong=True))
        else:
            found.append(Run(mark["text"], to=mark["to"]))
        at = mark.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return tuple(found)


def said(line: Line) -> str:
    """A line's words without marks."""
    return "".join(run.text for run in line)


def links(topic: Topic) -> Iterator[str]:
    """Where the links of a topic lead."""
    for piece in topic.pieces:
        for line in (piece.line, *(cell for row in piece.cells for cell in row)):
            yield from (run.to for run in line if run.to)


def _plain(piece: Piece) -> str:
    if piece.kind == "table":
        return "\n".join("  ".join(said(cell) for cell in row) for row in piece.cells)
    mark = {"item": "- ", "number": f"{piece.number}. "}.get(piece.kind, "")
    return mark + said(piece.line)


def folded(text: str) -> str:
    """Half-width and caseless, as both sides of a search are compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def find(
    within: Sequence[Topic], text: str, initials: Callable[[str], str], limit: int = 40
) -> tuple[Found, ...]:
    """Topics with every word of a text: in the title first, by its pinyin initials, then in the body."""
    words = folded(text).split()
    if not words:
        return ()
    ranked: list[tuple[int, int, Found]] = []
    for place, topic in enumerate(within):
        title, plain = folded(topic.title), folded(topic.plain)
        if all(word in title for word in words):
            rank = 0 if title.startswith(words[0]) else 1
        elif len(words) == 1 and words[0].isascii() and words[0] in (letters := initials(topic.title)):
            rank = 2 if letters.startswith(words[0]) else 3
        elif all(word in title or word in plain for word in words):
            rank = 4
        else:
            continue
        ranked.append((rank, place, Found(topic, _excerpt(topic.plain, words))))
    return tuple(found for _, _, found in sorted(ranked, key=lambda one: one[:2])[:limit])


def _excerpt(plain: str, words: Sequence[str]) -> str:
    """The text around the first word that stands in it, from the beginning of a word; else its beginning."""
    flat = " ".join(_LISTED.sub("", plain).split())
    at = next((place for word in words if (place := folded(flat).find(word)) >= 0), 0)
    start = max(0, at - _AROUND // 3)
    if start and (between := flat.find(" ", start - 1, at)) >= 0:
        start = between + 1
    piece = flat[start : start + 2 * _AROUND]
    return f"{'…' if start else ''}{piece}{'…' if start + 2 * _AROUND < len(flat) else ''}"
