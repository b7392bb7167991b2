"""What a report of the program's own fault says: where in the program, what kind; nothing of the company.

Only what is known to be ours is kept: places in the program, kinds of errors, and those words of a
message that stand in the program itself or in Python's own messages. Whatever else a message holds
(names, amounts, numbers, paths, keys) is left out, so that nobody has to know what it may be.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from types import CodeType

LEFT_OUT = "…"
"""Stands where something of the user's stood."""
_MOST_FRAMES, _MOST_CAUSES, _LONGEST = 40, 6, 1_000
_ROOMS = frozenset({"app", "tests"})
_SHARED = frozenset({"site-packages", "_internal", "lib", "Lib"})
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’|`[^`]*`|«[^»]*»|<[^>]*>")
_PLACE = re.compile(r"\S*[\\/@]\S*")
"""A path or an address, whatever its parts may mean."""
_CUT = re.compile(r"\[(?:SQL|parameters)\b.*", re.DOTALL)
"""SQLAlchemy tells the statement and its values: the first is not needed, the second nobody's business."""
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z_]*")
_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(rf"{LEFT_OUT}(?:[^\w{LEFT_OUT}]*{LEFT_OUT})+")
_PYTHON = frozenset(
    """
    a abstract access after allocate allowed already an and any are argument arguments as assignment at
    attribute await base be been before bool bound bytes call callable called can cannot changed character
    class closed code codec column concatenate constraint context convert coroutine could database dataclass
    decode deleted dict dictionary did difference directory division does during element empty encode end
    error exceeded execution expected extra failed false field file float for foreign format found from
    frozen function generator get given global has have hashable if immutable implemented import in index
    initialized input instance int integer internal invalid is iterable iteration iterator key keyword length
    limit list literal local locked lock long malformed mapping maximum member memory method missing module
    more must name near negative no non None NoneType not null number object of on only open operand
    operation or out overflow positional range read recursion reference referenced required returned row
    sequence set shape should size slice small some start state str string subscriptable supported syntax
    table than the thread timeout to too transaction true tuple type types unbound unexpected unhashable
    unique unknown unpack unsupported utf value values variable was when while with without write wrong
    wrapped zero CHECK FOREIGN KEY NOT NULL UNIQUE STRICT INTEGER TEXT REAL BLOB datatype deleted
    shiboken Internal C object QObject QWidget
    """.split()
)
"""Words of Python's, SQLite's and Qt's own messages."""
_DUMP_FRAME = re.compile(r'\s*File "(?P<path>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')
_DUMP_HEAD = re.compile(
    r"(?:Fatal Python error|Windows fatal exception|Current thread|Thread|Python runtime state|Garbage-)"
    r"[\w :().,\-<>]*"
)


def redacted(message: str, known: Iterable[str] = ()) -> str:
    """A message of which only Python's words and ``known`` ones are left."""
    allowed = _PYTHON | set(known)
    text = _PLACE.sub(LEFT_OUT, _QUOTED.sub(LEFT_OUT, _CUT.sub("", message[:_LONGEST])))
    kept = _WORD.sub(lambda found: found[0] if _is_ours(found[0], allowed) else LEFT_OUT, text)
    return _REPEATED.sub(LEFT_OUT, _SPACES.sub(" ", kept)).strip()


def _is_ours(text: str, allowed: set[str] | frozenset[str]) -> bool:
    return bool(_PLAIN.fullmatch(text)) and (text in allowed or text.lower() in _PYTHON)


def place(path: str) -> str:
    """Where in the program a source file is: never where on the user's disk."""
    parts = [part for part in re.split(r"[\\/]+", path) if part]
    # From the back: a folder of the user's may be called as ours are.
    for at, part in reversed(list(enumerate(parts[:-1]))):
        if part in _ROOMS:
            return "/".join(parts[at:])
        if part in _SHARED:
            return "/".join(parts[at + 1 :][-3:])
    return parts[-1] if parts and parts[-1].endswith((".py", ">")) else LEFT_OUT


def traced(error: BaseException) -> str:
    """An error with what caused it: kinds, redacted messages, and the way through the program."""
    return "\n".join(line for one in _chain(error) for line in _told(one))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _told(error: BaseException) -> Iterator[str]:
    frames = list(traceback.walk_tb(error.__traceback__))
    known = {word for frame, _line in frames for word in _words(frame.f_code)}
    kind = type(error)
    message = redacted(str(error), known)
    yield f"{kind.__module__}.{kind.__qualname__}: {message}".rstrip(": ")
    for frame, line in frames[-_MOST_FRAMES:]:
        yield f"  {place(frame.f_code.co_filename)}:{line} in {frame.f_code.co_qualname}"


def _words(code: CodeType) -> Iterator[str]:
    """Names and words that stand in a function itself."""
    yield from (*code.co_names, *code.co_varnames)
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield from _WORD.findall(constant)


def dumped(text: str) -> str:
    """What is left of a dump of ``faulthandler``: its heads, and the places in the program."""
    kept = []
    for line in text.splitlines():
        if found := _DUMP_FRAME.fullmatch(line):
            kept.append(f"  {place(found['path'])}:{found['line']} in {found['name']}")
        elif found := _DUMP_HEAD.match(line):
            kept.append(found[0].strip())
    return "\n".join(kept)
