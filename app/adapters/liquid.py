"""The text of letters by the ``python-liquid`` library: a closed language over a closed set of fields.

No template reaches another file; unknown fields, tags and filters are refused with their place;
loops, memory and output end at limits. A value is put in as plain text and never read as Liquid.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from liquid import BoundTemplate, DictLoader, Environment, Mode, StrictUndefined
from liquid.exceptions import (
    ContextDepthError,
    LiquidError,
    LocalNamespaceLimitError,
    LoopIterationLimitError,
    OutputStreamLimitError,
    UndefinedError,
)

from app.domain.letter_fields import FIELDS, LIST_KEYS, Field
from app.domain.letter_marks import STRONG_OFF, STRONG_ON
from app.domain.problem import DomainError, Problem, Where

_TAGS = frozenset(
    "# assign break capture case comment content continue cycle echo for if illegal output unless".split()
)
_FILTERS = frozenset(
    "append at_least at_most capitalize default downcase first last minus modulo plus prepend size strip "
    "upcase".split()
)
_BLOCK_TAGS = ("if", "unless", "for", "case", "capture", "comment")
_INNER = frozenset({"else", "elsif", "when"})
_MOST_SOURCE = 40_000
_MOST_JOINED = 2_000
_LOOPED = re.compile(r"\{%-?\s*for\s+([\w-]+)\s+in\s+([\w-]+)")
_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TAG_NAME = re.compile(r"\{%-?\s*(#|\w+)")
_QUOTED = re.compile(r"'([^']*)'")
# What a text may ask of a list or of its own loop besides our keys.
_OF_ANY = frozenset({"size", "first", "last"})
_FAULTS = (LiquidError, ArithmeticError, RecursionError, TypeError, ValueError)


class _LetterEnvironment(Environment):
    """Liquid with our limits."""

    loop_iteration_limit = 5_000
    local_namespace_limit = 400_000
    output_stream_limit = 400_000
    context_depth_limit = 20
    block_nesting_limit = 12


def _strong(value: object) -> str:
    """The filter ``strong``: these words in bold."""
    return f"{STRONG_ON}{value}{STRONG_OFF}" if value not in {None, ""} else ""


def _join(values: object, between: object = " ") -> str:
    """The filter ``join``, for lists of ours only: a range of a billion numbers is not text."""
    if not isinstance(values, list | tuple) or len(values) > _MOST_JOINED:
        raise ValueError(values)
    return str(between).join(map(str, values))


def _environment() -> Environment:
    made = _LetterEnvironment(
        tolerance=Mode.STRICT, undefined=StrictUndefined, strict_filters=True, loader=DictLoader({})
    )
    made.tags = {name: tag for name, tag in made.tags.items() if name in _TAGS}
    made.filters = {name: each for name, each in made.filters.items() if name in _FILTERS}
    made.add_filter("strong", _strong)
    made.add_filter("join", _join)
    return made


_ENVIRONMENT = _environment()


@lru_cache(maxsize=128)
def _parsed(text: str) -> BoundTemplate:
    """A template, read once."""
    return _ENVIRONMENT.from_string(text)


@dataclass(frozen=True, slots=True)
class _Known:
    """The fields there are, and the keys of the entries of those that are lists."""

    names: frozenset[str]
    lists: Mapping[str, Sequence[str]]


class LiquidEngine:
    """``app.services.letter_ports.TemplateEngine`` by python-liquid, over a closed set of ``fields``.

    ``lists`` are the keys of the entries of its list fields.
    """

    def __init__(
        self, fields: Iterable[Field] = FIELDS, lists: Mapping[str, Sequence[str]] = LIST_KEYS
    ) -> None:
        self._known = _Known(frozenset(field.name for field in fields), lists)

    def render(self, text: str, values: Mapping[str, object]) -> str:
        """The text with its fields filled; ``DomainError`` saying line and column where it cannot be."""
        try:
            return str(_parsed(text).render(**values))
        except _FAULTS as error:
            found = _problem(text, error, self._known)
            raise DomainError(
                "template.cannot_render",
                line=found.where.row,
                column=found.where.column,
                why=(found.code, dict(found.params)),
            ) from error

    def problems(
        self, text: str, part: str, values: Mapping[str, object], refused: Collection[str] = ()
    ) -> list[Problem]:
        """Everything wrong with a text; ``values`` are an example of every field.

        ``refused`` are fields that may not stand in this part.
        """
        if len(text) > _MOST_SOURCE:
            return [_at(text, _MOST_SOURCE, part, "template.too_large", limit=_MOST_SOURCE)]
        try:
            template = _parsed(text)
        except _FAULTS as error:
            return [_in_part(_problem(text, error, self._known), part)]
        found = [*_unknown(template, text, part, self._known), *_refused(template, text, part, refused)]
        found.sort(key=lambda one: (one.where.row, one.where.column))
        if found:
            return found
        try:
            template.render(**values)
        except _FAULTS as error:
            return [_in_part(_problem(text, error, self._known), part)]
        return []


def _unknown(template: BoundTemplate, text: str, part: str, fields: _Known) -> Iterator[Problem]:
    """Fields, keys and filters that do not exist, each at every place it stands."""
    analysis = template.analyze(include_partials=False)
    for name, variables in analysis.globals.items():
        if name not in fields.names:
            near = _near(name, fields)
            for variable in variables:
                yield _at(text, variable.span.index, part, "template.unknown_field", name=name, near=near)
    loops = {loop: fields.lists.get(listed, ()) for loop, listed in _LOOPED.findall(text)}
    for name, variables in analysis.variables.items():
        for variable in variables:
            key = variable.segments[1] if len(variable.segments) > 1 else None
            if key is None or isinstance(key, list) or (name not in loops and name not in fields.names):
                continue
            if key not in _OF_ANY and not isinstance(key, int) and key not in loops.get(name, ()):
                known = ", ".join(loops[name]) if loops.get(name) else ""
                code = "template.unknown_key" if known else "template.no_keys"
                yield _at(text, variable.span.index, part, code, name=name, key=str(key), known=known)
    for name, spans in analysis.filters.items():
        if name not in _ENVIRONMENT.filters:
            for span in spans:
                known = ", ".join(sorted(_ENVIRONMENT.filters))
                yield _at(text, span.index, part, "template.unknown_filter", name=name, known=known)


def _refused(template: BoundTemplate, text: str, part: str, names: Collection[str]) -> Iterator[Problem]:
    """Fields that exist but may not stand here."""
    for name, variables in template.analyze(include_partials=False).globals.items():
        if name in names:
            for variable in variables:
                yield _at(text, variable.span.index, part, "template.block_here", name=name)


def _near(name: str, fields: _Known) -> tuple[str, dict[str, object]] | str:
    """Did you mean that one: a field that is spelt like it."""
    close = get_close_matches(name, fields.names, n=1)
    return ("template.did_you_mean", {"name": close[0]}) if close else ""


def _problem(text: str, error: Exception, fields: _Known) -> Problem:
    """A fault of the library in our words, at its place."""
    token = error.token if isinstance(error, LiquidError) else None
    index = token.start_index if token is not None and token.start_index >= 0 else _guilty(text)
    match error:
        case LoopIterationLimitError():
            return _at(text, index, "", "template.too_many_loops")
        case OutputStreamLimitError() | LocalNamespaceLimitError() | ContextDepthError() | RecursionError():
            return _at(text, index, "", "template.too_long")
        case UndefinedError():
            name = next(iter(_QUOTED.findall(str(error.message))), "")
            return _at(text, index, "", "template.unknown_field", name=name, near=_near(name, fields))
        case LiquidError():
            return _misread(text, index, str(error.message))
        case _:
            return _at(text, index, "", "template.syntax")


def _misread(text: str, index: int, message: str) -> Problem:
    """What the library's own sentence says, told by its beginning."""
    name = next(iter(_QUOTED.findall(message)), "")
    if message.startswith(("expected '}}'", "expected '%}'")):
        return _at(text, index, "", "template.not_closed", mark=name)
    if message.startswith("expected tag end"):
        index, name = _unclosed(text)
        return _at(text, index, "", "template.block_open", name=name)
    if message.startswith("unexpected tag") and name:
        stray = name.startswith("end") or name in _INNER
        return _at(text, index, "", "template.stray_tag" if stray else "template.unknown_tag", name=name)
    return _at(text, index, "", "template.syntax")


def _guilty(text: str) -> int:
    """Where the first piece stands that cannot be read even alone; 0 if each can."""
    for found in _PIECE.finditer(text):
        piece = found[0]
        name = _TAG_NAME.match(piece)
        tag = name[1] if name else ""
        if tag.startswith("end") or tag in _INNER or tag in {"break", "continue"}:
            continue
        closing = f"{{% end{tag} %}}" if tag in _BLOCK_TAGS else ""
        try:
            _ENVIRONMENT.from_string(piece + closing)
        except _FAULTS:
            return found.start()
    return 0


def _unclosed(text: str) -> tuple[int, str]:
    """The last block that nothing ends: its place and name."""
    open_blocks: list[tuple[int, str]] = []
    for found in _PIECE.finditer(text):
        name = _TAG_NAME.match(found[0])
        if name and name[1] in _BLOCK_TAGS:
            open_blocks.append((found.start(), name[1]))
        elif name and name[1].startswith("end") and open_blocks:
            open_blocks.pop()
    return open_blocks[-1] if open_blocks else (0, "")


def _at(text: str, index: int, part: str, code: str, **params: object) -> Problem:
    """A problem at an offset, as line and column from 1."""
    before = text[:index]
    line = before.count("\n") + 1
    column = index - (before.rfind("\n") + 1) + 1
    return Problem(code, params, where=Where(part, line, column))


def _in_part(problem: Problem, part: str) -> Problem:
    where = Where(part, problem.where.row, problem.where.column)
    return Problem(problem.code, problem.params, where=where)
