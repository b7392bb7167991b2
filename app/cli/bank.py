"""Bank statements from the command line: read, match, tell, and write what is sure."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_error, say_out, worded
from app.cli.writable import require_writable
from app.domain.bank import BankAccount
from app.domain.bank_file import BankFile, BankReadOptions
from app.domain.cash_match import LineProposal
from app.domain.duty import Duty
from app.domain.money import exponent
from app.domain.problem import Problem, Severity
from app.services.bank_views import MatchPlan, Outcome, PlannedLine
from app.services.ports import Silent
from app.words import say
from app.words.formats import amount

if TYPE_CHECKING:
    from app.services.session import CompanySession

OK, DATA_IS_WRONG = 0, 1
_OTHER_ACCOUNTS = "bank.other_accounts"


def take_statement(session: CompanySession, call: Namespace) -> int:
    """Take every account's part of ``call.statement`` in; nothing of one with problems is written."""
    if not call.dry_run:
        require_writable(session, Duty.BOOK)
    given = _account_named(session, call.account) if call.account else None
    options = BankReadOptions(given.id if given else None)
    first = session.bank.read(call.statement, options, Silent())
    sections = first.sections[1:]
    rest = (session.bank.read(call.statement, replace(options, section=one), Silent()) for one in sections)
    told, code = [], OK
    for file in (first, *rest):
        plan = session.bank.preview(file, _account(session, file, given), Silent())
        stopped = plan.file.stopped or (plan.file.errors > 0 and not call.skip_bad_rows)
        change = 0
        if not stopped and not call.dry_run:
            change = session.bank.commit(plan, Silent(), leave_out=call.skip_bad_rows).change.id
        code = DATA_IS_WRONG if stopped else code
        if call.json:
            told.append(_as_json(session, plan, call.lang, change=change, stopped=stopped))
        else:
            _tell(session, plan, call, stopped=stopped)
    if call.json:
        put_json({"source": str(call.statement), "dry_run": call.dry_run, "statements": told})
    return code


def _account_named(session: CompanySession, wanted: str) -> BankAccount:
    """The account of that id, name or number."""
    ours = session.bank.accounts()
    plain = wanted.strip().casefold()
    for one in ours:
        if plain in {str(one.id), one.name.casefold(), one.number.replace(" ", "").casefold()}:
            return one
    raise CallError("cli.bank.no_account", account=wanted, known=_known(ours))


def _account(session: CompanySession, file: BankFile, given: BankAccount | None) -> int:
    """The account a file is of; 0 where there is none yet and the file makes it."""
    found = given or session.bank.account_for(file)
    if found is not None:
        return found.id
    ours = session.bank.accounts()
    if any(one.currency == file.currency for one in ours) and not file.account_hint:
        raise CallError("cli.bank.which_account", known=_known(ours))
    return 0


def _known(accounts: list[BankAccount]) -> str:
    return ", ".join(f"{one.id} {one.name}" for one in accounts) or "–"


def _account_name(session: CompanySession, plan: MatchPlan) -> str:
    known = [one.name for one in session.bank.accounts() if one.id == plan.account_id]
    return known[0] if known else plan.file.account_hint or "–"


# -- for people ------------------------------------------------------------------------------------


def _tell(session: CompanySession, plan: MatchPlan, call: Namespace, *, stopped: bool) -> None:
    lang, file = call.lang, plan.file
    say_out(
        say(
            "cli.bank.read", lang, name=file.name, format=file.format, account=_account_name(session, plan),
            n=len(file.lines), currency=file.currency,
        )
    )  # fmt: skip
    for problem in file.problems:
        if problem.code == _OTHER_ACCOUNTS:
            continue  # they are all taken in, one after another
        tell = say_error if problem.severity is Severity.ERROR else say_out
        tell(_line(problem, lang))
    if stopped:
        say_error(say("bank.has_problems", lang, n=file.errors))
        if not file.stopped:
            say_error(say("cli.bank.may_leave_out", lang, n=len(file.bad_rows)))
        return
    if file.bad_rows:
        say_out(say("bank.left_out", lang, n=len(file.bad_rows), rows=", ".join(map(str, file.bad_rows))))
    new = [line for line in plan.lines if line.outcome is not Outcome.KNOWN]
    if new:
        for text in aligned([_cells(line, lang) for line in new], [False, True, False, False, False]):
            say_out(text)
    say_out(say(f"cli.bank.{'previewed' if call.dry_run else 'done'}", lang, **_counts(plan)))


def _line(problem: Problem, lang: str) -> str:
    return f"{say(f'cli.import.{problem.severity}', lang)}  {worded(problem.code, lang, problem.params)}"


def _cells(line: PlannedLine, lang: str) -> list[str]:
    raw, best = line.raw, line.best
    if best is None:
        why = say(line.why, lang) if line.why else ""
    else:
        why = f"{best.customer}: {'; '.join(_evidence(best, lang))}"
    money = amount(raw.amount, exponent(raw.currency))
    outcome = say(f"bank.outcome_{line.outcome}", lang)
    return [raw.on.isoformat(), money, outcome, raw.payer or raw.text, why]


def _evidence(proposal: LineProposal, lang: str) -> list[str]:
    return [worded(clue.code, lang, clue.params) for clue in proposal.evidence]


def _counts(plan: MatchPlan) -> dict[str, int]:
    applied, waiting, ignored = (plan.count(o) for o in (Outcome.APPLY, Outcome.WAIT, Outcome.IGNORE))
    added = len(plan.lines) - plan.known
    return {
        "added": added, "known": plan.known, "applied": applied, "waiting": waiting, "ignored": ignored
    }  # fmt: skip


# -- for programs ----------------------------------------------------------------------------------


def _as_json(
    session: CompanySession, plan: MatchPlan, lang: str, *, change: int, stopped: bool
) -> dict[str, object]:
    file = plan.file
    return {
        "format": str(file.format),
        "account": _account_name(session, plan),
        "currency": file.currency,
        "start": file.start.isoformat() if file.start else None,
        "end": file.end.isoformat() if file.end else None,
        "opening": None if file.opening is None else major(file.opening, file.currency),
        "closing": None if file.closing is None else major(file.closing, file.currency),
        "written": bool(change),
        "change_set": change or None,
        "stopped": stopped,
        "left_out": [] if stopped else list(file.bad_rows),
        **_counts(plan),
        "problems": [
            {
                "code": one.code,
                "severity": one.severity.value,
                "row": one.where.row,
                "text": worded(one.code, lang, one.params),
            }
            for one in file.problems
        ],
        "lines": [_line_as_json(line, lang) for line in plan.lines],
    }


def _line_as_json(line: PlannedLine, lang: str) -> dict[str, object]:
    raw = line.raw
    return {
        "row": raw.row,
        "on": raw.on.isoformat(),
        "amount": major(raw.amount, raw.currency),
        "currency": raw.currency,
        "payer": raw.payer,
        "text": raw.text,
        "outcome": line.outcome.value,
        "why": say(line.why, lang) if line.why else "",
        "proposals": [_proposal_as_json(one, raw.currency, lang) for one in line.proposals],
    }


def _proposal_as_json(proposal: LineProposal, currency: str, lang: str) -> dict[str, object]:
    return {
        "rule": proposal.rule,
        "certain": proposal.certain,
        "customer": proposal.customer,
        "invoices": [
            {
                "number": part.number,
                "amount": major(part.amount, part.currency or currency),
                "currency": part.currency or currency,
            }
            for part in proposal.parts
        ],
        "difference": major(proposal.difference, currency),
        "evidence": [
            {"code": clue.code, "text": text}
            for clue, text in zip(proposal.evidence, _evidence(proposal, lang), strict=True)
        ],
    }
