"""Importing from the command line: read, stage, plan, tell, and only then write."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.mapping import GivenMapping, read_mapping
from app.cli.parser import CallError
from app.cli.printing import major, put_json, say_error, say_out, worded
from app.cli.writable import require_writable
from app.domain.duty import Duty
from app.domain.import_plan import Action, ImportChoices, ImportPlan, PlanTotal
from app.domain.importing import Cell, ColumnMap, Corrections, Fix, ImportKind, RawTable
from app.domain.money import exponent
from app.domain.names import match_key
from app.domain.problem import Problem, Severity
from app.services.ports import Silent
from app.words import say
from app.words.formats import amount

if TYPE_CHECKING:
    from app.services.session import CompanySession

OK, DATA_IS_WRONG = 0, 1
_NEW = "new"
_ROWS_SHOWN = 20
_BY_MAPPING = {
    Fix.COLUMNS: "cli.import.columns_by_mapping",
    Fix.DATES: "cli.import.dates_by_mapping",
}
# Where the kinds recognise equally many columns: invoices are what most exports are.
_KINDS = (ImportKind.INVOICES, ImportKind.RECEIPTS, ImportKind.CUSTOMERS)


def import_file(session: CompanySession, call: Namespace) -> int:
    """Import ``call.source``; nothing is written while a problem stands, unless rejects are wanted."""
    _require_writable(session, call)
    given = read_mapping(call.mapping) if call.mapping else GivenMapping()
    table = session.importing.read(call.source, given.options, Silent())
    columns = _columns(session, table, given, call.kind)
    staged = session.importing.stage(table, columns, Corrections())
    plan = session.importing.plan(staged, _choices(session, call), Silent())
    stopped = plan.blocked is not None or (plan.errors > 0 and call.rejects is None)
    change = 0
    if not stopped and not call.dry_run:
        if call.rejects is not None:  # before writing: a place that refuses the file must stop the import
            _save_rejects(session, table, plan, call.rejects, call.lang)
        done = session.importing.commit(plan, call.source.name, Silent(), (table, columns))
        change = done.change.id
        if call.rejects is not None and not call.json:
            say_out(say("cli.written", call.lang, path=call.rejects))
    tell = _tell_program if call.json else _tell_people
    tell(plan, call, stopped=stopped, change=change)
    return DATA_IS_WRONG if stopped else OK


def _require_writable(session: CompanySession, call: Namespace) -> None:
    """Refuse before any work what could not be written, or would be written over the source."""
    if not call.dry_run:
        require_writable(session, Duty.BOOK)
    rejects = call.rejects
    if rejects is not None and rejects.exists() and call.source.exists() and rejects.samefile(call.source):
        raise CallError("cli.rejects_onto_source", path=call.source)


def _columns(session: CompanySession, table: RawTable, given: GivenMapping, kind: str | None) -> ColumnMap:
    """The column map: of the kind asked for, else of the kind that recognises most columns."""
    wanted = ImportKind(kind) if kind else given.kind
    kinds = (wanted,) if wanted else _KINDS
    guesses = [session.importing.guess(table, one)[0] for one in kinds]
    return given.applied(max(guesses, key=lambda columns: len(columns.columns)), table)


def _choices(session: CompanySession, call: Namespace) -> ImportChoices:
    matches = {
        match_key(name): 0 if code == _NEW else customer_by_code(session, code) for name, code in call.match
    }
    return ImportChoices(
        snapshot_of=call.snapshot_of,
        allocate=call.allocate or None,
        matches=matches,
        accept_changes=call.accept_changes,
    )


def customer_by_code(session: CompanySession, code: str) -> int:
    """The id of the customer with that code, else of the only one with that name."""
    wanted = code.strip().casefold()
    rows = session.customers.rows(session.customers.ids())
    found = [row.id for row in rows if row.code.casefold() == wanted]
    if not found:
        found = [row.id for row in rows if wanted in {row.name.casefold(), row.short_name.casefold()}]
    if len(found) != 1:
        raise CallError("cli.customer_not_unique" if found else "cli.no_such_customer", customer=code)
    return found[0]


def _save_rejects(session: CompanySession, table: RawTable, plan: ImportPlan, path: Path, lang: str) -> None:
    rows = [
        (
            one.row,
            [_cell_text(cell) for cell in one.cells],
            " ".join(worded(problem.code, lang, problem.params) for problem in one.problems),
        )
        for one in session.importing.reject_rows(table, plan)
    ]
    session.exports.rejects(path, table.header, rows, lang)


def _cell_text(cell: Cell) -> str:
    """A cell as a spreadsheet would show it typed."""
    return "" if cell is None else str(cell)


def _tell_people(plan: ImportPlan, call: Namespace, *, stopped: bool, change: int) -> None:
    lang = call.lang
    say_out(say("cli.import.kind", lang, kind=say(f"cli.import.{plan.kind}", lang)))
    for problem in _told(plan):
        tell = say_error if problem.severity is Severity.ERROR else say_out
        tell(_line(problem, lang))
    for reason, rows in _left_out(plan).items():
        shown = ", ".join(map(str, rows[:_ROWS_SHOWN])) + (" …" if len(rows) > _ROWS_SHOWN else "")
        text = say("cli.import.left_out", lang, n=len(rows), reason=say(reason, lang), rows=shown)
        say_out(f"{say('cli.import.warning', lang)}  {text}")
    for total in plan.totals:
        say_out(_total(total, lang))
    if plan.blocked is not None:
        say_error(worded(plan.blocked.code, lang, plan.blocked.params))
    elif stopped:
        say_error(say("cli.import.stopped", lang, n=plan.errors))
        fixes = {problem.fix for problem in plan.all_problems()}
        for fix, code in _BY_MAPPING.items():
            if fix in fixes:
                say_error(say(code, lang))
    else:
        outcome = "done" if change else "previewed" if call.dry_run else "nothing_new"
        say_out(say(f"cli.import.{outcome}", lang, **_counts(plan)))


def _left_out(plan: ImportPlan) -> dict[str, list[int]]:
    """The rows that the file itself rules out, by the code of the reason: voided, drafts, nil amounts."""
    rows: dict[str, list[int]] = {}
    for row, reason in sorted(plan.staged.reasons.items()):
        rows.setdefault(reason, []).append(row)
    return rows


def _told(plan: ImportPlan) -> list[Problem]:
    return [*plan.all_problems(), *plan.notes]


def _line(problem: Problem, lang: str) -> str:
    where = problem.where
    kind = say(f"cli.import.{problem.severity}", lang)
    text = worded(problem.code, lang, problem.params)
    if not where.row:
        return f"{kind}  {text}"
    code = "cli.import.place_column" if where.column else "cli.import.place"
    return f"{kind}  {say(code, lang, row=where.row, column=where.column)}  {text}"


def _total(total: PlanTotal, lang: str) -> str:
    digits = exponent(total.currency)
    code = "cli.import.total_unstated"
    if total.stated is not None:
        code = "cli.import.total" if total.stated == total.found else "cli.import.total_differs"
    stated = amount(total.stated or 0, digits)
    params = {"stated": stated} if code == "cli.import.total_differs" else {}
    return say(code, lang, currency=total.currency, found=amount(total.found, digits), **params)


def _counts(plan: ImportPlan) -> dict[str, int]:
    counts = plan.counts()
    return {
        "added": counts[Action.NEW] + counts[Action.NEW_CUSTOMER],
        "changed": sum(row.accepted for row in plan.rows),
        "skipped": counts[Action.SKIP] + sum(not row.accepted for row in plan.rows if row.changes),
        "refused": len(plan.refused_rows),
        "settled": len(plan.inferred),
        "customers": sum(customer.ref < 0 for customer in plan.customers),
    }


def _tell_program(plan: ImportPlan, call: Namespace, *, stopped: bool, change: int) -> None:
    put_json(
        {
            "source": str(call.source),
            "kind": plan.kind.value,
            "snapshot_of": call.snapshot_of.isoformat() if call.snapshot_of else None,
            "written": bool(change),
            "change_set": change or None,
            "stopped": stopped,
            **_counts(plan),
            "totals": [_total_as_json(total) for total in plan.totals],
            "left_out": [
                {"row": row, "code": reason, "text": say(reason, call.lang)}
                for row, reason in sorted(plan.staged.reasons.items())
            ],
            "problems": [_problem_as_json(problem, call.lang) for problem in _told(plan)],
            "blocked": _problem_as_json(plan.blocked, call.lang) if plan.blocked else None,
        }
    )


def _total_as_json(total: PlanTotal) -> dict[str, object]:
    money = total.currency
    return {
        "currency": money,
        "stated": None if total.stated is None else major(total.stated, money),
        "found": major(total.found, money),
        "new": major(total.new, money),
        "changed": major(total.changed, money),
        "skipped": major(total.skipped, money),
        "refused": major(total.refused, money),
        "closing": major(total.closing, money),
    }


def _problem_as_json(problem: Problem, lang: str) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "sheet": problem.where.sheet,
        "row": problem.where.row,
        "column": problem.where.column,
        "text": worded(problem.code, lang, problem.params),
    }
