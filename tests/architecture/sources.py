"""The program's sources, room by room, and what a reader of its code finds in it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "app").rglob("*.py"))


def relative(path: Path) -> str:
    """A module as it is called in the repository."""
    return path.relative_to(ROOT).as_posix()


def rooms() -> dict[str, list[Path]]:
    """The modules of each room; what stands in no room stands by itself."""
    found = defaultdict(list)
    for path in MODULES:
        found[relative(path).split("/")[1]].append(path)
    return found


def patterns(text: ast.expr) -> list[str]:
    """The texts an expression may be, as regular expressions: literals, f-strings, one or the other."""
    match text:
        case ast.Constant(value=str(said)):
            return [re.escape(said)]
        case ast.JoinedStr(values=parts):
            return ["".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in parts)]
        case ast.IfExp(body=one, orelse=other):
            return patterns(one) + patterns(other)
        case _:
            return []
