"""The commands: each opens a company file, asks one service, and prints or writes the answer."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.aging import board_as_json, board_as_lines
from app.cli.desk import sit_down
from app.cli.dunning import tell_run
from app.cli.importing import customer_by_code, import_file
from app.cli.parser import CallError
from app.cli.passwords import change_password, key_for, new_password, write_recovery
from app.cli.printing import put_json, say_error, say_out, worded
from app.domain.aging import AgingBoard, AgingQuery, Basis, Grouping
from app.domain.company import Company
from app.domain.insurance_deadline import Duty
from app.domain.notice import NoticeKind
from app.domain.problem import DomainError
from app.services.letters import OutputKind
from app.words import LANGUAGES, say

if TYPE_CHECKING:
    from app.services.session import AppServices, CompanySession

OK, DATA_IS_WRONG = 0, 1
_FORMATS = ("pdf", "xlsx", "csv")


@contextmanager
def opened(app: AppServices, call: Namespace) -> Iterator[CompanySession]:
    """The company file of a call, open; closed in the end. An encrypted one asks for its password first."""
    session = app.files.open(call.file, key=key_for(app, call))
    try:
        sit_down(session, call)
        yield session
    finally:
        session.close()


def new(app: AppServices, call: Namespace) -> int:
    """Make an empty company file."""
    if not call.name.strip():
        raise DomainError("company.name_missing")
    if call.file.is_dir():
        raise CallError("file.is_folder", path=call.file, name=call.file.name or str(call.file))
    if not call.file.parent.is_dir():
        raise CallError("cli.no_folder", folder=call.file.parent)
    password = new_password(call, call.password_file) if call.protect or call.password_file else ""
    app.files.create(call.file, Company(call.name.strip(), call.currency), password=password).close()
    say_out(say("cli.made", call.lang, path=call.file))
    return OK


def import_source(app: AppServices, call: Namespace) -> int:
    """Bring a file of customers, invoices or receipts in."""
    with opened(app, call) as session:
        return import_file(session, call)


def aging(app: AppServices, call: Namespace) -> int:
    """The aging board of a day, printed or written."""
    with opened(app, call) as session:
        limits = call.buckets or session.company.get().bucket_limits
        query = AgingQuery(call.as_of, Basis(call.basis), limits, Grouping(call.by), in_base=call.in_base)
        board = session.aging.board(query)
        if call.json:
            put_json(board_as_json(board, session.company.get()))
            return OK
        for name in _FORMATS:
            path = getattr(call, name)
            if path is not None:
                session.exports.aging(board, path, name, call.lang)
                say_out(say("cli.written", call.lang, path=path))
                return OK
        for line in board_as_lines(board, call.lang):
            say_out(line)
    return OK


def statement(app: AppServices, call: Namespace) -> int:
    """One customer's statement of account as a PDF."""
    if call.start is not None and call.start > call.as_of:
        raise CallError("cli.start_after", start=call.start, as_of=call.as_of)
    with opened(app, call) as session:
        customer = customer_by_code(session, call.customer)
        made = session.statements.build(customer, call.as_of, call.start)
        session.exports.statements([made], call.pdf, call.lang)
    say_out(say("cli.written", call.lang, path=call.pdf))
    return OK


def credit_report(app: AppServices, call: Namespace) -> int:
    """A customer's credit file as a PDF."""
    with opened(app, call) as session:
        customer = customer_by_code(session, call.customer)
        made = session.credit_files.report(customer, call.as_of)
        session.credit_files.write_report(made, call.pdf, call.lang)
    say_out(say("cli.written", call.lang, path=call.pdf))
    return OK


def check(app: AppServices, call: Namespace) -> int:
    """Integrity and invariants of a company file; 1 when something is wrong."""
    from app.cli.proofs import compare  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        findings = session.check.run()
        findings += [one for one in compare(session, call) if one not in findings]
        for code, params in app.place_of(session.path).warnings():
            say_out(worded(code, call.lang, params))
    for finding in findings:
        say_out(worded(finding.code, call.lang, finding.params))
    if findings:
        say_out(say("cli.check.found", call.lang, n=len(findings)))
        return DATA_IS_WRONG
    say_out(say("cli.check.sound", call.lang, path=call.file))
    return OK


def proof(app: AppServices, call: Namespace) -> int:
    """The fingerprints of the history, written to a file."""
    from app.cli.proofs import write_proof  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        write_proof(session, call)
    return OK


def close_month(app: AppServices, call: Namespace) -> int:
    """A month closed, or the months as they stand."""
    from app.cli.periods import close_month as close  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        close(session, call)
    return OK


def reopen_month(app: AppServices, call: Namespace) -> int:
    """A closed month opened again with a reason."""
    from app.cli.periods import reopen_month as reopen  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        reopen(session, call)
    return OK


def interest(app: AppServices, call: Namespace) -> int:
    """Late interest of one invoice, worked out."""
    from app.cli.interest import tell_interest  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_interest(session, call)
    return OK


def words(app: AppServices, call: Namespace) -> int:
    """An amount in words."""
    from app.cli.words import tell_words  # noqa: PLC0415 - loads with its command

    del app
    tell_words(call)
    return OK


def today(app: AppServices, call: Namespace) -> int:
    """What to do on a day, the key figures and the forecast."""
    from app.cli.today import today_as_json, today_as_lines  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        if call.json:
            put_json(today_as_json(session, call.as_of))
            return OK
        for line in today_as_lines(session, call.as_of, call.lang):
            say_out(line)
    return OK


def alerts(app: AppServices, call: Namespace) -> int:
    """What the early-warning rules find on a day; nothing is stored."""
    from app.cli.alerts import alerts_as_json, alerts_as_lines  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        found = session.watch.preview(call.as_of)
        if call.json:
            put_json(alerts_as_json(found, call.as_of))
            return OK
        for line in alerts_as_lines(found, call.as_of, call.lang):
            say_out(line)
    return OK


def claim_calc(app: AppServices, call: Namespace) -> int:
    """What a claim comes to by its clauses and facts; no company file is opened."""
    from app.cli.claim_calc import calculate  # noqa: PLC0415 - loads with its command

    del app
    calculate(call)
    return OK


def cover(app: AppServices, call: Namespace) -> int:
    """What of every open invoice is insured on a day, and why not the rest."""
    from app.cli.cover import tell_cover  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_cover(session, call)
    return OK


def declaration(app: AppServices, call: Namespace) -> int:
    """What is to be declared to an insurer for a period; nothing is kept."""
    from app.cli.declaration import tell_declaration  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_declaration(session, call)
    return OK


def forecast(app: AppServices, call: Namespace) -> int:
    """The cash forecast of thirteen weeks; nothing is kept."""
    from app.cli.forecast import tell_forecast  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_forecast(session, call)
    return OK


def claim(app: AppServices, call: Namespace) -> int:
    """One insurance claim, or its pack."""
    from app.cli.claim import tell_claim  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_claim(session, call)
    return OK


def deadlines(app: AppServices, call: Namespace) -> int:
    """What has to be done towards the insurers in the next ninety days."""
    from app.cli.deadlines import tell_deadlines  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_deadlines(session, call)
    return OK


def order_check(app: AppServices, call: Namespace) -> int:
    """Say whether an order may be shipped."""
    from app.cli.order_check import tell_check  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_check(session, call)
    return OK


def provision(app: AppServices, call: Namespace) -> int:
    """The provision for bad debts of a day; nothing is booked."""
    from app.cli.provision import tell_provision  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_provision(session, call)
    return OK


def score(app: AppServices, call: Namespace) -> int:
    """One customer's score, point by point."""
    from app.cli.scoring import tell_score  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_score(session, call)
    return OK


def rescore(app: AppServices, call: Namespace) -> int:
    """Everybody scored from data alone."""
    from app.cli.scoring import tell_rescore  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_rescore(session, call)
    return OK


def simulate(app: AppServices, call: Namespace) -> int:
    """A credit policy tried on the customers there are."""
    from app.cli.simulate import tell_simulation  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_simulation(session, call)
    return OK


def stress(app: AppServices, call: Namespace) -> int:
    """What events would take, before and after insurance, and what breaks us."""
    from app.cli.stress import tell_stress  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_stress(session, call)
    return OK


def backtest(app: AppServices, call: Namespace) -> int:
    """How well grades, late ratios and alerts foretold lateness."""
    from app.cli.backtest import tell_backtest  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_backtest(session, call)
    return OK


def kpi(app: AppServices, call: Namespace) -> int:
    """The key figures of a period with their working, targets and trend."""
    from app.cli.kpi import tell_kpis  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_kpis(session, call)
    return OK


def review(app: AppServices, call: Namespace) -> int:
    """The review of a quarter: what it says, as JSON, or as a PDF."""
    from app.cli.review import tell_review  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        tell_review(session, call)
    return OK


def bank(app: AppServices, call: Namespace) -> int:
    """Take a bank statement in."""
    from app.cli.bank import take_statement  # noqa: PLC0415 - loads with this command

    with opened(app, call) as session:
        return take_statement(session, call)


def dunning(app: AppServices, call: Namespace) -> int:
    """Who is reminded on a day and why not; 1 when no run can be made for it."""
    with opened(app, call) as session:
        return OK if tell_run(session, call) else DATA_IS_WRONG


def letters(app: AppServices, call: Namespace) -> int:
    """The letters of a day's run as files, none marked as sent; 1 when no run can be made for it."""
    from app.cli.letters import write_letters  # noqa: PLC0415 - loads with its command

    with opened(app, call) as session:
        return OK if write_letters(session, call) else DATA_IS_WRONG


def backup(app: AppServices, call: Namespace) -> int:
    """Back a company file up, or list its backups."""
    from app.cli.backups import backup_file  # noqa: PLC0415 - loads with its command

    backup_file(app, call)
    return OK


def restore(app: AppServices, call: Namespace) -> int:
    """Restore a company file from a backup."""
    from app.cli.backups import restore_file  # noqa: PLC0415 - loads with its command

    restore_file(app, call)
    return OK


def salvage(app: AppServices, call: Namespace) -> int:
    """Save what can be read of a damaged company file."""
    from app.cli.backups import salvage_file  # noqa: PLC0415 - loads with its command

    salvage_file(app, call)
    return OK


def help_topics(app: AppServices, call: Namespace) -> int:
    """The help: its contents, a topic, a search, or a PDF."""
    from app.cli.help_topics import tell_help  # noqa: PLC0415 - loads when asked for

    tell_help(app.help(), call)
    return OK


def password(app: AppServices, call: Namespace) -> int:
    """Set, change or remove the password of a company file."""
    change_password(app, call)
    return OK


def recovery(app: AppServices, call: Namespace) -> int:
    """The recovery sheet of an encrypted company file."""
    write_recovery(app, call)
    return OK


COMMANDS: dict[str, Callable[[AppServices, Namespace], int]] = {
    "new": new,
    "import": import_source,
    "aging": aging,
    "alerts": alerts,
    "statement": statement,
    "check": check,
    "claim": claim,
    "close-month": close_month,
    "claim-calc": claim_calc,
    "backtest": backtest,
    "backup": backup,
    "bank": bank,
    "cover": cover,
    "credit-report": credit_report,
    "deadlines": deadlines,
    "declaration": declaration,
    "dunning": dunning,
    "forecast": forecast,
    "help": help_topics,
    "interest": interest,
    "kpi": kpi,
    "letters": letters,
    "order-check": order_check,
    "password": password,
    "proof": proof,
    "provision": provision,
    "recovery": recovery,
    "reopen-month": reopen_month,
    "rescore": rescore,
    "restore": restore,
    "salvage": salvage,
    "review": review,
    "score": score,
    "simulate": simulate,
    "stress": stress,
    "today": today,
    "words": words,
}


def demo(app: AppServices, call: Namespace, show: Callable[[AppServices, str | None], int]) -> int:
    """Build the sample company, write its papers, say where, and show it where there is a display."""
    as_of = call.as_of or app.clock.today()
    folder = call.out or Path("holdfast-demo")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError("cli.demo.no_folder", folder=folder, reason=error.strerror or "") from error
    copy = folder / "sample.holdfast"
    if call.scale:
        app.files.write_sample(copy, as_of, call.scale, _Counting(call.lang))
        say_out(say("cli.written", call.lang, path=copy))
        return OK
    session = app.files.open_sample(as_of)
    try:
        app.files.save_copy(session, copy)
        say_out(say("cli.written", call.lang, path=copy))
        for path in write_papers(session, as_of, folder):
            say_out(say("cli.written", call.lang, path=path))
    finally:
        session.close()
    return OK if call.no_window or not has_display() else show(app, str(copy))


class _Counting:
    """Tells on standard error how far a long job is."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Say how many of how many."""
        del label
        say_error(say("cli.scaled", self._lang, done=done, total=total))

    def cancelled(self) -> bool:
        """Ctrl+C stops it without asking."""
        return False


def write_papers(session: CompanySession, as_of: date, folder: Path) -> Iterator[Path]:
    """The board in every format and language, statements, letters, what insurers wait for; each path.

    The letters are drafted in the sample the window does not show: the copy beside them was saved before.
    """
    limits = session.company.get().bucket_limits
    board = session.aging.board(AgingQuery(as_of, limits=limits, in_base=True))
    for lang in LANGUAGES:
        for name in _FORMATS:
            path = folder / f"aging-{as_of.isoformat()}-{lang}.{name}"
            session.exports.aging(board, path, name, lang)
            yield path
        path = folder / f"statements-{as_of.isoformat()}-{lang}.pdf"
        made = session.statements.build_many(_speaking(session, board, lang), as_of)
        session.exports.statements(made, path, lang)
        yield path
    if letter_ids := session.dunning.draft(session.dunning.preview(as_of)).letter_ids:
        path = folder / f"letters-{as_of.isoformat()}.pdf"
        yield from session.letters.output(letter_ids, path, OutputKind.ONE_PDF)
    yield from _insurance_papers(session, as_of, folder)
    from app.cli.demo_papers import further_papers  # noqa: PLC0415 - the demo alone writes them

    yield from further_papers(session, board, as_of, folder)


def _insurance_papers(session: CompanySession, as_of: date, folder: Path) -> Iterator[Path]:
    """The duties towards the insurers as calendars, and the notice that is due first."""
    for lang in LANGUAGES:
        path = folder / f"insurance-{as_of.isoformat()}-{lang}.ics"
        session.deadlines.write_calendar(path, as_of, lang)
        yield path
    due = (one for one in session.deadlines.duties(as_of) if one.duty is Duty.NOTICE and one.customer_id)
    if (first := next(due, None)) is not None:
        draft = session.notices.draft(first.policy.id, first.customer_id or 0, NoticeKind.OVERDUE)
        yield session.notices.write(draft.record, folder / f"notice-{as_of.isoformat()}.pdf")


def _speaking(session: CompanySession, board: AgingBoard, lang: str) -> list[int]:
    """Customers on the board whose papers are in that language, but those whom the insurer writes to."""
    customers = (session.customers.profile(row.key).customer for row in board.rows if row.balance)
    theirs = session.claims.with_insurer()
    return [one.id for one in customers if one.language == lang and one.id not in theirs]


def has_display() -> bool:
    """Whether a window can be shown here: always on Windows and macOS, else where a display is set."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal", "vnc"}:
        return False
    return sys.platform in {"win32", "darwin"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
