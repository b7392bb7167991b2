"""Every action a service commits has words for the history, and gives them what they ask for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import app.services
from app import words

SERVICES = Path(app.services.__file__).parent
COMMITS = {"commit", "commit_for_good"}


def commits() -> Iterator[tuple[str, set[str] | None]]:
    """Verbs written out in the services, with the parameters given (None: not all written out)."""
    for path in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr=attr), args=[ast.Constant(value=str(verb))], keywords=given
                ) if attr in COMMITS:
                    names = {one.arg for one in given}
                    yield verb, None if None in names else {name for name in names if name}


def test_every_verb_has_words_and_their_parameters() -> None:
    found = list(commits())
    assert len(found) > 10
    for verb, given in found:
        assert verb in words.codes(), verb
        for text in words._CATALOGUE[verb]:
            asked = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert given is None or asked <= given, verb


def test_no_code_is_worded_twice() -> None:
    modules = [getattr(words, name) for name in dir(words) if hasattr(getattr(words, name), "WORDS")]
    codes = [code for module in modules for code in module.WORDS]
    assert sorted(codes) == sorted(set(codes))
