"""What the command line prints: aligned tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TextIO
from unicodedata import combining, east_asian_width

from app.domain.money import to_major
from app.words import codes, say

GAP = "  "


def prepare(stream: TextIO) -> None:
    """Let a Windows console (or a pipe in an old code page) take any character."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def say_out(text: str) -> None:
    """One line of the answer, on standard output."""
    print(text, file=sys.stdout)


def say_error(text: str) -> None:
    """One sentence about what is wrong, on standard error."""
    print(text, file=sys.stderr)


def put_json(value: object) -> None:
    """The answer for a program: UTF-8, keys in the order given."""
    print(json.dumps(value, ensure_ascii=False, indent=2), file=sys.stdout)


def say_written(path: object, call: Namespace) -> None:
    """Tell where a file went; with ``--json`` beside the output, which holds nothing but JSON."""
    told = say("cli.written", call.lang, path=path)
    (say_error if call.json else say_out)(told)


def major(minor: int, currency: str) -> str:
    """An amount as JSON carries it: a string in major units, ``-1234.50``."""
    return f"{to_major(minor, currency):f}"


def worded(code: str, lang: str, params: Mapping[str, object]) -> str:
    """The sentence for a code; the bare code with its parameters where nobody worded it.

    The ``way`` out it names is the command line's own, where there is one.
    """
    if code in codes():
        match params.get("way"):
            case (str(way), {**given}) if f"cli.{way}" in codes():
                params = {**params, "way": (f"cli.{way}", given)}
        return say(code, lang, **params)
    return say("cli.unworded", lang, code=code, detail=dict(params))


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes; Chinese characters take two."""
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """Lines of a table: texts to the left, figures (where ``right``) to the right."""
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(_padded(*cell) for cell in zip(row, widths, right, strict=True)).rstrip() for row in rows
    ]


def _padded(text: str, width: int, right: bool) -> str:  # noqa: FBT001 - one of zipped columns
    room = " " * (width - columns_of(text))
    return room + text if right else text + room
