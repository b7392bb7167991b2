"""A quarter's review (季度信用管理报告) as values: figures and tables, to JSON and back, and compared.

What was reported is kept as this content with its SHA-256. Reckoning the same period again gives the same
content for ever unless the history of the ledger was changed; then the difference list says where.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.kpi_period import Period, PeriodKind, named_period
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.review_value import Measure, Name, Said, Value, from_plain, to_plain


class PartCode(StrEnum):
    """The parts of a review in their order; the verdict on the cover always stands."""

    FIGURES = "figures"
    AGING = "aging"
    MOVEMENTS = "movements"
    RISKS = "risks"
    BREACHES = "breaches"
    INSURANCE = "insurance"
    OUTLOOK = "outlook"
    CASES = "cases"
    ACTIONS = "actions"
    APPENDIX = "appendix"


RECKONED = frozenset(PartCode) - {PartCode.ACTIONS, PartCode.OUTLOOK, PartCode.APPENDIX}
"""Parts that follow from the dated ledger; what people write and what is yet to come is not compared."""


def quarter_named(text: str) -> Period:
    """The quarter called ``2025Q4``; ``DomainError("review.bad_quarter")`` for anything else."""
    try:
        found = named_period(text)
    except DomainError as error:
        raise DomainError("review.bad_quarter", value=text) from error
    if found.kind is not PeriodKind.QUARTER:
        raise DomainError("review.bad_quarter", value=text)
    return found


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure: ``value`` in its ``unit`` (money: major units, share: a fraction, days, count, …).

    ``before`` is that of the quarter before, ``trend`` quarters with theirs, the figure's own last.
    ``bound`` is how the value should lie to the target (≤, < or ≥). ``why`` says why there is no value.
    ``working`` holds the operands of ``formula``: code, value, unit.
    """

    key: str
    unit: str
    value: Decimal | None
    before: Decimal | None = None
    target: Decimal | None = None
    bound: str = ""
    status: str = "none"
    why: Said | None = None
    formula: str = ""
    working: tuple[tuple[str, Decimal | None, str], ...] = ()
    benchmark: Decimal | None = None
    source: str = ""
    note: Said | None = None
    trend: tuple[tuple[str, Decimal | None], ...] = ()

    @property
    def low_is_good(self) -> bool | None:
        """Whether the target is an upper bound; None without any bound."""
        return self.bound != "≥" if self.bound else None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; ``key`` names the same line when the period is reckoned again."""

    key: str
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what its columns are, its rows, and the total where there is one.

    ``dated`` tells that it follows from the dated ledger alone, so that a later day gives the same.
    """

    code: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    total: tuple[Value, ...] = ()
    dated: bool = True

    def column(self, name: str) -> tuple[Value, ...]:
        """The cells of one column, from above."""
        at = self.columns.index(name)
        return tuple(row.cells[at] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its conclusion, figures, tables and sentences; ``missing`` says why there is nothing."""

    code: str
    lead: tuple[Said, ...] = ()
    figures: tuple[Reading, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    lines: tuple[Said, ...] = ()
    missing: Said | None = None

    def sheet(self, code: str) -> Sheet | None:
        """A table by its code."""
        return next((one for one in self.sheets if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Content:
    """A whole review; ``unfinished`` while the period runs, ``left_out`` names currencies without a rate."""

    quarter: str
    start: date
    as_of: date
    company: Name
    base: str
    unfinished: bool = False
    left_out: tuple[str, ...] = ()
    verdict: tuple[Said, ...] = ()
    own_verdict: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    made_on: date | None = None
    strategy: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    def part(self, code: str) -> Part | None:
        """A part by its code."""
        return next((one for one in self.parts if one.code == code), None)

    def reading(self, key: str) -> Reading | None:
        """A figure by its key, from whichever part holds it."""
        return next((one for part in self.parts for one in part.figures if one.key == key), None)


# -- to JSON and back ---------------------------------------------------------------------------------


def as_json(content: Content) -> str:
    """The content as JSON, always the same for the same content."""
    return json.dumps(as_plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of a content's JSON, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def as_plain(content: Content) -> dict[str, object]:
    """The content as what JSON holds."""
    return {
        "quarter": content.quarter,
        "start": content.start.isoformat(),
        "as_of": content.as_of.isoformat(),
        "company": to_plain(content.company),
        "base": content.base,
        "unfinished": content.unfinished,
        "left_out": list(content.left_out),
        "verdict": [to_plain(one) for one in content.verdict],
        "own_verdict": content.own_verdict,
        "prepared_by": content.prepared_by,
        "reviewed_by": content.reviewed_by,
        "made_on": to_plain(content.made_on),
        "strategy": dict(content.strategy),
        "parts": [_part_plain(one) for one in content.parts],
    }


def _part_plain(part: Part) -> dict[str, object]:
    return {
        "code": str(part.code),
        "lead": [to_plain(one) for one in part.lead],
        "figures": [_reading_plain(one) for one in part.figures],
        "sheets": [_sheet_plain(one) for one in part.sheets],
        "lines": [to_plain(one) for one in part.lines],
        "missing": to_plain(part.missing),
    }


def _sheet_plain(sheet: Sheet) -> dict[str, object]:
    return {
        "code": sheet.code,
        "columns": list(sheet.columns),
        "rows": [[row.key, [to_plain(cell) for cell in row.cells]] for row in sheet.rows],
        "total": [to_plain(cell) for cell in sheet.total],
        "dated": sheet.dated,
    }


def _reading_plain(one: Reading) -> dict[str, object]:
    return {
        "key": one.key,
        "unit": one.unit,
        "value": to_plain(one.value),
        "before": to_plain(one.before),
        "target": to_plain(one.target),
        "bound": one.bound,
        "status": one.status,
        "why": to_plain(one.why),
        "formula": one.formula,
        "working": [[name, to_plain(value), unit] for name, value, unit in one.working],
        "benchmark": to_plain(one.benchmark),
        "source": one.source,
        "note": to_plain(one.note),
        "trend": [[place, to_plain(value)] for place, value in one.trend],
    }


def content_of(text: str) -> Content:
    """The content a JSON text holds; ``DomainError("review.unreadable")`` where it holds none."""
    try:
        return _content(json.loads(text))
    except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise DomainError("review.unreadable") from error


def _content(told: dict[str, object]) -> Content:
    company = from_plain(told["company"])
    made_on = from_plain(told["made_on"])
    if not isinstance(company, Name) or not (made_on is None or isinstance(made_on, date)):
        raise DomainError("review.unreadable")
    return Content(
        str(told["quarter"]),
        date.fromisoformat(str(told["start"])),
        date.fromisoformat(str(told["as_of"])),
        company,
        str(told["base"]),
        bool(told["unfinished"]),
        tuple(map(str, _many(told["left_out"]))),
        tuple(_said(one) for one in _many(told["verdict"])),
        str(told["own_verdict"]),
        str(told["prepared_by"]),
        str(told["reviewed_by"]),
        made_on,
        {str(name): str(one) for name, one in _object(told["strategy"]).items()},
        tuple(_part(_object(one)) for one in _many(told["parts"])),
    )


def _part(told: Mapping[str, object]) -> Part:
    missing = told["missing"]
    return Part(
        str(told["code"]),
        tuple(_said(one) for one in _many(told["lead"])),
        tuple(_reading(_object(one)) for one in _many(told["figures"])),
        tuple(_sheet(_object(one)) for one in _many(told["sheets"])),
        tuple(_said(one) for one in _many(told["lines"])),
        None if missing is None else _said(missing),
    )


def _sheet(told: Mapping[str, object]) -> Sheet:
    rows = []
    for one in _many(told["rows"]):
        key, cells = _many(one)
        rows.append(Row(str(key), tuple(_value(cell) for cell in _many(cells))))
    return Sheet(
        str(told["code"]),
        tuple(map(str, _many(told["columns"]))),
        tuple(rows),
        tuple(_value(cell) for cell in _many(told["total"])),
        bool(told["dated"]),
    )


def _reading(told: Mapping[str, object]) -> Reading:
    note, why = told["note"], told["why"]
    return Reading(
        str(told["key"]),
        str(told["unit"]),
        _number(told["value"]),
        _number(told["before"]),
        _number(told["target"]),
        str(told["bound"]),
        str(told["status"]),
        None if why is None else _said(why),
        str(told["formula"]),
        tuple((str(name), _number(one), str(unit)) for name, one, unit in map(_many, _many(told["working"]))),
        _number(told["benchmark"]),
        str(told["source"]),
        None if note is None else _said(note),
        tuple((str(place), _number(one)) for place, one in map(_many, _many(told["trend"]))),
    )


def _many(told: object) -> list[object]:
    if not isinstance(told, list):
        raise DomainError("review.unreadable")
    return told


def _object(told: object) -> Mapping[str, object]:
    if not isinstance(told, dict):
        raise DomainError("review.unreadable")
    return told


def _said(told: object) -> Said:
    value = from_plain(told)
    if not isinstance(value, Said):
        raise DomainError("review.unreadable")
    return value


def _number(told: object) -> Decimal | None:
    value = from_plain(told)
    if value is not None and not isinstance(value, Decimal):
        raise DomainError("review.unreadable")
    return value


def _value(told: object) -> Value:
    value = from_plain(told)
    if isinstance(value, tuple) and not isinstance(value, Name | Said | Measure):
        raise DomainError("review.unreadable")
    return value  # type: ignore[return-value]  # a tuple of values stands only inside a sentence


# -- what changed since it was reported ---------------------------------------------------------------


class Change(StrEnum):
    """How a figure or a line differs from what was reported."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: of a figure (``key``), or of a table's line (``sheet``, ``row``) in a ``column``.

    ``name`` is what the line is called; ``unit`` how the values read, money in minor units.
    """

    change: Change
    part: str
    key: str = ""
    sheet: str = ""
    row: str = ""
    name: Value = None
    column: str = ""
    unit: str = ""
    before: Value = None
    after: Value = None


def differences(reported: Content, today: Content) -> tuple[Difference, ...]:
    """Where the same period reckoned today differs from what was reported, part by part.

    Only what was reported is compared: a part left out then is left out here too.
    """
    found: list[Difference] = []
    for was in reported.parts:
        now = today.part(was.code)
        if was.code in RECKONED and now is not None:
            found += _of_figures(was, now)
            found += _of_sheets(was, now)
    return tuple(found)


def _of_figures(was: Part, now: Part) -> Iterator[Difference]:
    found = {one.key: one for one in now.figures}
    for one in was.figures:
        other = found.pop(one.key, None)
        if other is None:
            yield Difference(Change.GONE, was.code, one.key, unit=one.unit, before=one.value)
        elif one.value != other.value:
            yield Difference(
                Change.CHANGED, was.code, one.key, unit=one.unit, before=one.value, after=other.value
            )
    for other in found.values():
        yield Difference(Change.ADDED, was.code, other.key, unit=other.unit, after=other.value)


def _of_sheets(was: Part, now: Part) -> Iterator[Difference]:
    for sheet in was.sheets:
        if not sheet.dated:
            continue
        other = now.sheet(sheet.code) or Sheet(sheet.code, sheet.columns)
        rows = {row.key: row for row in other.rows}
        for row in sheet.rows:
            same = rows.pop(row.key, None)
            if same is None:
                yield _line(Change.GONE, was.code, sheet, row)
            else:
                yield from _of_cells(was.code, sheet, row, other, same)
        for row in rows.values():
            yield _line(Change.ADDED, was.code, other, row)
        yield from _of_totals(was.code, sheet, other)


def _line(change: Change, part: str, sheet: Sheet, row: Row) -> Difference:
    """A whole line that is there only once; its amount, if it has one, says how much it is about."""
    money = next((cell for cell in row.cells if isinstance(cell, Money)), None)
    before, after = (money, None) if change is Change.GONE else (None, money)
    return Difference(
        change, part, sheet=sheet.code, row=row.key, name=_called(row.cells), before=before, after=after
    )


def _of_cells(part: str, sheet: Sheet, row: Row, other: Sheet, same: Row) -> Iterator[Difference]:
    now = dict(zip(other.columns, same.cells, strict=True))
    for column, cell in zip(sheet.columns, row.cells, strict=True):
        if isinstance(cell, Said | Name) or column not in now or now[column] == cell:
            continue  # a sentence follows from the figures; a customer may change its name
        yield Difference(
            Change.CHANGED,
            part,
            sheet=sheet.code,
            row=row.key,
            name=_called(row.cells),
            column=column,
            before=cell,
            after=now[column],
        )


def _of_totals(part: str, sheet: Sheet, other: Sheet) -> Iterator[Difference]:
    if not sheet.total or not other.total:
        return
    now = dict(zip(other.columns, other.total, strict=True))
    for column, cell in zip(sheet.columns, sheet.total, strict=True):
        if not isinstance(cell, Said) and column in now and now[column] != cell:
            yield Difference(
                Change.CHANGED,
                part,
                sheet=sheet.code,
                row="total",
                name=Said("paper.total"),
                column=column,
                before=cell,
                after=now[column],
            )


def _called(cells: tuple[Value, ...]) -> Value:
    """What a line is called: its first cell that is a name, a sentence or a text."""
    return next((cell for cell in cells if isinstance(cell, Name | Said | str) and cell), None)
