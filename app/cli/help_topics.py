"""The help on the command line: its contents, one topic, a search, or any of it as a PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.cli.printing import GAP, aligned, columns_of, put_json, say_out, say_written
from app.domain.help_topic import said
from app.services.help import GROUPS, PLAYBOOK
from app.words import say

if TYPE_CHECKING:
    from app.domain.help_topic import Found, Piece, Topic
    from app.services.help import HelpService

_WIDE = 92
"""Columns of a terminal a line of help takes at most."""


def tell_help(service: HelpService, call: Namespace) -> None:
    """What was asked for; the contents where nothing was, the playbook where only a PDF was."""
    lang = call.lang
    if call.pdf is not None:
        service.print([call.topic or PLAYBOOK], call.pdf, lang)
        say_written(call.pdf, call)
        return
    if call.search is not None:
        _tell_found(service.search(call.search, lang), call)
        return
    chosen = _chosen(service, call.topic, lang)
    if call.json:
        put_json([{"key": one.key, "title": one.title, "text": one.plain} for one in chosen])
    elif call.topic:
        for line in _topics(chosen):
            say_out(line)
    else:
        for line in _contents(service, lang):
            say_out(line)


def _chosen(service: HelpService, topic: str, lang: str) -> Sequence[Topic]:
    if not topic:
        return service.contents(lang)
    return service.group(topic, lang) if topic in GROUPS else (service.topic(topic, lang),)


def _tell_found(found: Sequence[Found], call: Namespace) -> None:
    if call.json:
        told = [{"key": one.topic.key, "title": one.topic.title, "excerpt": one.excerpt} for one in found]
        put_json(told)
        return
    if not found:
        say_out(say("help.nothing", call.lang, text=call.search))
        return
    for line in aligned([(one.topic.key, one.topic.title) for one in found], (False, False)):
        say_out(line)


def _contents(service: HelpService, lang: str) -> Iterator[str]:
    for place, group in enumerate(GROUPS):
        if place:
            yield ""
        yield say(f"help_group.{group}", lang)
        rows = [(one.key, one.title) for one in service.group(group, lang)]
        yield from (f"{GAP}{line}" for line in aligned(rows, (False, False)))


def _topics(chosen: Sequence[Topic]) -> Iterator[str]:
    for place, topic in enumerate(chosen):
        if place:
            yield ""
        yield topic.title
        yield "=" * min(columns_of(topic.title), _WIDE)
        for piece in topic.pieces:
            yield from _piece(piece)


def _piece(piece: Piece) -> Iterator[str]:
    if piece.kind == "table":
        yield ""
        rows = [[said(cell) for cell in row] for row in piece.cells]
        yield from aligned(rows, [False] * len(rows[0]))
        return
    mark = {"item": "- ", "number": f"{piece.number}. ", "remark": "| "}.get(piece.kind, "")
    if piece.kind in {"head", "text", "remark"}:
        yield ""
    yield from _folded(said(piece.line), mark)


def _folded(text: str, mark: str) -> Iterator[str]:
    """Lines of a terminal; Chinese may break after any character."""
    lead, line = mark, ""
    for word in _words(text):
        if line and columns_of(lead + line + word.rstrip()) > _WIDE:
            yield lead + line.rstrip()
            lead, line = " " * len(mark), word.lstrip()
        else:
            line += word
    yield lead + line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Words with the space after them, Chinese characters one by one; a stop stays with what it ends."""
    word = ""
    for char in text:
        wide = columns_of(char) > 1
        if word and (word[-1] == " " or (wide and char not in "，。；：、）”？")):
            yield word
            word = ""
        word += char
    if word:
        yield word
