"""The rooms keep their doors shut, and every module says what it is."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import VERSION
from tests.architecture.sources import ROOT, relative, rooms

ROOMS = rooms()
MOST_LINES = 600
MOST_FUNCTION_LINES = 60


def test_the_program_knows_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_import_contracts_are_kept() -> None:
    run = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_has_a_docstring_and_no_length_is_too_long_to_read(room: str) -> None:
    faults = [f"{relative(path)}: {fault}" for path in ROOMS[room] for fault in unreadable(path)]
    assert not faults, "\n".join(faults)


def unreadable(path: Path) -> Iterator[str]:
    """What keeps a reader from understanding a module."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    if not ast.get_docstring(tree):
        yield "does not say what it is"
    if text.count("\n") > MOST_LINES:
        yield f"{text.count(chr(10))} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            lines = node.end_lineno - node.lineno + 1
            if lines > MOST_FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"


def test_what_cannot_be_read_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text("def f():\n" + "    pass\n" * MOST_LINES, "utf-8")
    assert [*unreadable(path)] == ["does not say what it is", "601 lines", "f has 601 lines"]
