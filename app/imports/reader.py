"""A user's file to a ``RawTable``: parsed in a child process that may be killed at any time."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.context import SpawnProcess
from pathlib import Path

import psutil

from app.domain.importing import Fix, RawTable, SourceOptions
from app.domain.problem import EnvironmentFaultError, Problem, Severity
from app.imports.archive import far_cell
from app.imports.child import Facts, Wanted, serve
from app.imports.header import find_header, is_blank, signature
from app.imports.limits import DEFAULT_LIMITS, MIB, ReadControl, ReadLimits
from app.imports.transport import Row, to_rows

_POLL = 0.05
_NO_OPTIONS = SourceOptions()


def read(
    path: Path | str,
    options: SourceOptions = _NO_OPTIONS,
    limits: ReadLimits = DEFAULT_LIMITS,
    control: ReadControl | None = None,
) -> RawTable:
    """The table in a file; raises ``EnvironmentFaultError`` when there is none to be had."""
    path = Path(path)
    wanted = Wanted(options.sheet, options.encoding, options.delimiter)
    facts, rows = parse_apart(path, wanted, limits, control)
    return tabulate(path.name, facts, rows, options)


def parse_apart(
    path: Path, wanted: Wanted, limits: ReadLimits = DEFAULT_LIMITS, control: ReadControl | None = None
) -> tuple[Facts, list[Row]]:
    """Facts and rows of a file, parsed in a child process under limits."""
    check_file(path, limits)
    reading = _Reading(path, wanted, limits, control)
    try:
        return reading.run()
    finally:
        reading.stop()


def read_text(text: str, options: SourceOptions = _NO_OPTIONS) -> RawTable:
    """The table in a text pasted from a spreadsheet (or from a delimited file)."""
    from app.imports import delimited  # noqa: PLC0415 - a paste is rare

    if not text.strip():
        raise EnvironmentFaultError("import.paste_empty")
    mark = options.delimiter or ("\t" if "\t" in text else delimited.find_delimiter(text))
    rows: list[Row] = [tuple(row) for row in delimited.cut(text, mark)]
    return tabulate("", Facts("paste", delimiter=mark), rows, options)


def check_file(path: Path, limits: ReadLimits = DEFAULT_LIMITS) -> None:
    """Raises when the path is missing, a folder, empty, too big, or held by another program."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise EnvironmentFaultError("import.file_is_folder", name=path.name)
        with path.open("rb") as stream:
            stream.read(1)
    except FileNotFoundError as error:
        raise EnvironmentFaultError("import.file_missing", name=str(path)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise EnvironmentFaultError("import.file_unreadable", name=path.name, why=why) from error
    if not size:
        raise EnvironmentFaultError("import.file_empty", name=path.name)
    if size > limits.file:
        raise EnvironmentFaultError(
            "import.file_too_big", name=path.name, size=size // MIB, limit=limits.file // MIB
        )


class _Reading:
    """One child process at work on one file, watched until it has sent everything or is killed."""

    def __init__(self, path: Path, wanted: Wanted, limits: ReadLimits, control: ReadControl | None) -> None:
        self._path, self._limits, self._control = path, limits, control
        context = multiprocessing.get_context("spawn")
        self._channel, far_end = context.Pipe(duplex=False)
        self._process: SpawnProcess = context.Process(
            target=serve,
            args=(far_end, str(path), wanted, limits),
            daemon=True,
        )
        self._process.start()
        far_end.close()
        self._deadline = time.monotonic() + limits.seconds
        self._watched = psutil.Process(self._process.pid)
        self._facts: Facts | None = None
        self._total = 0
        self._rows: list[Row] = []
        self._done = False

    def run(self) -> tuple[Facts, list[Row]]:
        """Facts and rows of the file; raises what the child reports, or what became of it."""
        checked = 0.0
        try:
            while not self._done:
                if self._channel.poll(_POLL):
                    self._done = self._receive()
                if time.monotonic() - checked > _POLL:
                    checked = time.monotonic()
                    self._watch()
        except (EOFError, OSError, psutil.NoSuchProcess) as error:
            raise self._cause_of_death() from error
        if self._facts is None:
            raise self._cause_of_death()
        return self._facts, self._rows

    def _receive(self) -> bool:
        """Take one message in; True when it was the last."""
        match self._channel.recv():
            case ("rows", count, columns):
                self._rows.extend(to_rows(count, columns))
                if self._control:
                    self._control.progress(len(self._rows), max(self._total, len(self._rows)))
            case ("facts", facts, total):
                self._facts, self._total = facts, total
            case ("error", code, params):
                raise EnvironmentFaultError(code, **params)
            case _:
                return True
        return False

    def _watch(self) -> None:
        """Raises when the user gave up, the time is over, or the child took too much memory."""
        if self._control and self._control.cancelled():
            raise EnvironmentFaultError("import.cancelled")
        if time.monotonic() > self._deadline:
            raise EnvironmentFaultError(
                "import.read_timeout", name=self._path.name, seconds=round(self._limits.seconds)
            )
        if self._watched.memory_info().rss > self._limits.memory:
            self._process.kill()
            raise self._cause_of_death(memory=True)

    def _cause_of_death(self, *, memory: bool = False) -> EnvironmentFaultError:
        """Why the child is gone: a cell at the end of the world, too much memory, or a crash."""
        cell = far_cell(self._path)
        name = self._path.name
        if cell:
            return EnvironmentFaultError("import.workbook_far_cell", name=name, cell=cell)
        if memory:
            limit = self._limits.memory // MIB
            return EnvironmentFaultError("import.read_memory", name=name, limit=limit)
        return EnvironmentFaultError("import.read_crashed", name=name)

    def stop(self) -> None:
        """End the child, whatever it is doing, and let go of its resources."""
        self._channel.close()
        self._process.kill()  # also when it is done: tidying up its memory would take it a while
        self._process.join()
        self._process.close()


def tabulate(name: str, facts: Facts, rows: list[Row], options: SourceOptions) -> RawTable:
    """The rows with their header found, and the oddities of the file as problems."""
    while rows and all(map(is_blank, rows[-1])):
        rows.pop()
    if not rows:
        raise EnvironmentFaultError("import.no_rows", name=name)
    header = find_header(rows, options.header_row, options.header_rows)
    return RawTable(
        name=name,
        format=facts.format,
        sheet=facts.sheet,
        sheets=facts.sheets,
        rows=tuple(rows),
        header=header.titles,
        header_row=header.row,
        header_rows=header.depth,
        signature=signature(header.titles),
        encoding=facts.encoding,
        delimiter=facts.delimiter,
        problems=_oddities(facts, found=bool(header.row)),
    )


def _oddities(facts: Facts, *, found: bool) -> tuple[Problem, ...]:
    """What the user should know about the file as a whole."""
    problems = []
    if facts.bad_characters:
        params = {"n": facts.bad_characters, "encoding": facts.encoding}
        problems.append(Problem("import.bad_characters", params, Severity.WARNING, fix=Fix.ENCODING))
    if facts.runaway_quote:
        problems.append(Problem("import.runaway_quote", {}, Severity.WARNING))
    if not found:
        problems.append(Problem("import.no_header", {}, Severity.WARNING, fix=Fix.HEADER))
    return tuple(problems)
