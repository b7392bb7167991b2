"""Every code that is spoken has words, in both languages, with the same parameters."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

import app.words
from app.words import codes
from tests.architecture.sources import patterns, relative, rooms

ROOMS = rooms()
# Calls whose first argument is a code that somebody will say.
SPEAKERS = {
    "say",
    "Problem",
    "HoldfastError",
    "DomainError",
    "EnvironmentFaultError",
    "CallError",
    "commit",
    "commit_for_good",
}
WORDED = {
    name: module.WORDS
    for name in (one.name for one in pkgutil.iter_modules(app.words.__path__))
    if hasattr(module := importlib.import_module(f"app.words.{name}"), "WORDS")
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def called(node: ast.Call) -> str:
    """The function's name; a widget's own ``say`` and the like are methods and speak texts."""
    match node.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr="commit" | "commit_for_good" as name) if node.args:
            return name
        case _:
            return ""


def spoken(path: Path) -> list[tuple[int, str]]:
    """Codes that a module says: literal ones, and f-strings as patterns."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and called(node) in SPEAKERS and node.args):
            continue
        found += [(node.lineno, code) for code in patterns(node.args[0])]
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_code_spoken_has_words(room: str) -> None:
    known = "\n".join(codes())
    unworded = [
        f"{relative(path)}:{line}: nobody worded {pattern}"
        for path in ROOMS[room]
        for line, pattern in spoken(path)
        if not re.search(f"^{pattern}$", known, re.MULTILINE)
    ]
    assert not unworded, "\n".join(unworded)


@pytest.mark.parametrize("module", WORDED)
def test_both_languages_say_it_with_the_same_parameters(module: str) -> None:
    for code, texts in WORDED[module].items():
        assert len(texts) in {2, 3}, code
        assert all(text.strip() for text in texts), code
        chinese, *english = (fields(text) - {"n"} for text in texts)
        assert all(chinese == one for one in english), code


def test_no_code_is_worded_twice() -> None:
    times = Counter(code for words in WORDED.values() for code in words)
    assert not [code for code, count in times.items() if count > 1]
