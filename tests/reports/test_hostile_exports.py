"""A company full of hostile text through every exporter: what comes out is text, in files of sound names."""

from __future__ import annotations

import csv
import email
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from email import policy
from pathlib import Path
from typing import Any

import icalendar
import pytest
from pypdf import PdfReader

from app import cli
from app.bootstrap import build_app
from app.domain.aging import AgingQuery
from app.domain.clock import FixedClock
from app.domain.file_key import RecoverySheet
from app.reports.recovery_sheet import write_recovery_sheet
from app.services.letters import OutputKind
from app.services.session import CompanySession
from tests.domain.test_file_name import fits_windows

AS_OF = date(2025, 12, 31)
APP = Path(__file__).resolve().parents[2] / "app" / "reports"
TEXTS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+1|cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "＝1＋1",
    "\t=1",
    '<img src="/etc/passwd"/><a href="javascript:x">',
    "A & B <b>x</b> ]]>",
    "{{ customer }}{% for i in (1..9) %}x{% endfor %} {0} %s",
    "a\r\nBcc: thief@evil.example\r\n\r\nbody",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "..\\..\\CON",
    "../../etc/x" * 40,
    "\u202egnp.exe\u2066",
    "nul\x00l\x07\x1b[31m",
    "W" * 300,
    "长" * 300,
    "שלום🎉",
)
"""Each is put before the row's own number, so that no two rows share a name."""
FREE = {
    "company": "name name_en address phone contact bank bank_name bank_account signer signer_role",
    "customer": "name short_name name_en address phone bank bank_account note",
    "contact": "name role phone note",
    "document": "number reference contract note",
    "alias": "name",
    "activity": "person by note next_action",
    "bank_line": "payer payer_account text reference",
    "cash_item": "label note",
    "certification": "name number source",
    "claim": "reference reason note",
    "claim_event": "reason who payee",
    "customer_group": "name",
    "region": "name",
    "salesperson": "name",
    "dispute": "owner note outcome",
    "external_event": "source value note",
    "external_rating": "value note",
    "finding": "text action owner note",
    "insurance_policy": "insurer number product holder broker contact note",
    "insurer_notice": "reference proof text note",
    "limit_decision": "conditions reference source note",
    "loss_case": "title facts lesson consequence",
    "open_order": "number note",
    "payment_plan": "number note",
    "period_review": "verdict prepared_by reviewed_by changes lessons note",
    "promise": "made_by note",
    "shipment": "goods transport",
    "specific_provision": "reason note",
    "credit_limit": "requested_by approved_by reason",
    "grade_override": "requested_by approved_by reason",
}


def poisoned(path: Path) -> None:
    """Write hostile text into everything that people name and note."""
    with closing(sqlite3.connect(path)) as file, file:
        file.create_function("hostile", 2, lambda row, place: f"{TEXTS[(row + place) % len(TEXTS)]} {row}")
        for table, columns in FREE.items():
            for place, column in enumerate(columns.split()):
                file.execute(
                    f'UPDATE "{table}" SET "{column}" = hostile(id, ?) WHERE "{column}" <> ?',  # noqa: S608 - own names
                    (place, ""),
                )


@pytest.fixture(scope="module")
def hostile(built: Callable[[date], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "s.holdfast"
    path.write_bytes(built(AS_OF).read_bytes())
    poisoned(path)
    return path


@pytest.fixture(scope="module")
def session(hostile: Path) -> Iterator[CompanySession]:
    opened = build_app(FixedClock(AS_OF)).files.open(hostile)
    try:
        yield opened
    finally:
        opened.close()


# -- the exporters ----------------------------------------------------------------------------------


def _board(one: CompanySession, folder: Path, ending: str) -> None:
    board = one.aging.board(AgingQuery(AS_OF, limits=one.company.get().bucket_limits, in_base=True))
    one.exports.aging(board, folder / f"a.{ending}", ending, "en")


def _largest(one: CompanySession) -> int:
    board = one.aging.board(AgingQuery(AS_OF, in_base=True))
    return max(board.rows, key=lambda row: row.balance).key


def _statements(one: CompanySession, folder: Path) -> None:
    made = one.statements.build_many(list(range(1, 5)), AS_OF)
    one.exports.statements(made, folder / "s.pdf", "zh")
    one.exports.statements(made, folder, "en", each=True)


def _letters(one: CompanySession, folder: Path, kind: OutputKind) -> None:
    ids = one.dunning.draft(one.dunning.preview(AS_OF)).letter_ids[:6]
    where = folder / "l.pdf" if kind is OutputKind.ONE_PDF else folder
    one.letters.output(ids, where, kind)


def _claim_pack(one: CompanySession, folder: Path) -> None:
    claim = one.claims.claims()[0].claim.id
    one.claims.pack(claim, folder / "p.pdf", "zh")
    one.claims.ledger_sheet(claim, folder / "l.xlsx", "zh")


def _declaration(one: CompanySession, folder: Path) -> None:
    chosen = one.policies.all()[0]
    view = one.declarations.preview(chosen.id, date(2025, 10, 1), date(2025, 12, 31))
    one.declarations.write_sheet(view, folder / "d.xlsx", "en")


def _provision(one: CompanySession, folder: Path, ending: str) -> None:
    write = {"pdf": one.provisions.write_pdf, "xlsx": one.provisions.write_xlsx}[ending]
    write(one.provisions.paper(one.provisions.provision(AS_OF)), folder / f"p.{ending}", "en")


def _rejects(one: CompanySession, folder: Path) -> None:
    rows = [(number, list(TEXTS), text) for number, text in enumerate(TEXTS, 1)]
    one.exports.rejects(folder / "r.xlsx", TEXTS, rows, "en")


def _interest(one: CompanySession, folder: Path) -> None:
    found = "SELECT id FROM document WHERE kind = 'invoice' ORDER BY due_date LIMIT 1"
    with closing(sqlite3.connect(one.path)) as file:
        (invoice,) = file.execute(found).fetchone()
    sheet = one.interest.sheet(invoice, AS_OF, "cn_sme")
    one.exports.interest_sheet(sheet, folder / "i.pdf", "en")


def _scorecard(one: CompanySession, folder: Path) -> None:
    card = one.scoring.card("existing")
    one.scoring.write_sheet(replace(card, name=TEXTS[0]), folder / "c.xlsx", "en")


def _cases(one: CompanySession, folder: Path) -> None:
    one.cases.pdf([view.case.id for view in one.cases.list()], folder / "c.pdf", "zh")


def _check(one: CompanySession, folder: Path) -> None:
    one.orders.print_kept(one.orders.checks()[0].check.id, folder / "o.pdf", "en")


def _tables(one: CompanySession, folder: Path) -> None:
    for ending in ("csv", "xlsx"):
        _board(one, folder, ending)


def _mails(one: CompanySession, folder: Path) -> None:
    for kind in (OutputKind.EML, OutputKind.TEXT):
        _letters(one, folder, kind)


def _recovery(_one: CompanySession, folder: Path) -> None:
    for place, text in enumerate(TEXTS):
        write_recovery_sheet(RecoverySheet(text, text, AS_OF, ("AAAA",)), folder / f"{place}.pdf", "en")


EXPORTERS: dict[str, Callable[[CompanySession, Path], object]] = {
    "table_export": _tables,
    "table_pdf": lambda one, folder: _board(one, folder, "pdf"),
    "statement_pdf": _statements,
    "letter_pdf": lambda one, folder: _letters(one, folder, OutputKind.PDF_EACH),
    "eml": _mails,
    "credit_report": lambda one, folder: one.credit_files.write_report(
        one.credit_files.report(_largest(one), AS_OF), folder / "c.pdf", "zh"
    ),
    "review_pdf": lambda one, folder: one.reviews.print(one.reviews.view("2025Q4"), folder / "r.pdf", "en"),
    "claim_pack": _claim_pack,
    "case_pdf": _cases,
    "interest_sheet": _interest,
    "order_check": _check,
    "recovery_sheet": _recovery,
    "scorecard_sheet": _scorecard,
    "declaration_sheet": _declaration,
    "duty_calendar": lambda one, folder: one.deadlines.write_calendar(folder / "d.ics", AS_OF, "en"),
    "provision_pdf": lambda one, folder: _provision(one, folder, "pdf"),
    "provision_sheet": lambda one, folder: _provision(one, folder, "xlsx"),
    "cash_sheet": lambda one, folder: one.cash.write_sheet(
        one.cash.forecasts(AS_OF, (None,))[0], folder / "c.xlsx", "en"
    ),
    "rejects_xlsx": _rejects,
}
"""By the module that writes."""


# -- what may come out ------------------------------------------------------------------------------

_NUMBER = re.compile(r"[-+]?[\d,.]+%?")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
ACTIVE = {"/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile", "/SubmitForm", "/OpenAction", "/AA"}


def _sound_pdf(path: Path) -> None:
    paper = PdfReader(path)
    assert paper.pages
    seen: set[str] = set()
    for number in {number for found in paper.xref.values() for number in found}:
        held: Any = paper.get_object(number)
        seen.update(held if isinstance(held, dict) else ())
    assert "/Contents" in seen
    assert not seen & ACTIVE


def _sound_xlsx(path: Path) -> None:
    with zipfile.ZipFile(path) as book:
        assert "xl/vbaProject.bin" not in book.namelist()
        for name in book.namelist():
            text = book.read(name)
            for part in (b"<f>", b"<f ", b"<hyperlink", b'TargetMode="External"'):
                assert part not in text or name.startswith("xl/theme"), name


def _sound_csv(path: Path) -> None:
    for row in csv.reader(path.read_text("utf-8-sig").splitlines()):
        for cell in row:
            assert not cell.lstrip().startswith(FORMULA) or _NUMBER.fullmatch(cell), cell


def _sound_eml(path: Path) -> None:
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert not {"bcc", "cc", "reply-to"} & {name.lower() for name in mail.keys()}  # noqa: SIM118 - not a dict
    assert not mail.defects
    assert "html" not in {part.get_content_subtype() for part in mail.walk()}


def _sound_ics(path: Path) -> None:
    raw = path.read_bytes()
    found = icalendar.Calendar.from_ical(raw)
    events = [one for one in found.walk() if one.name == "VEVENT"]
    assert events
    assert all(event.get("UID") and event.get("DTSTART") for event in events)


SOUND: dict[str, Callable[[Path], object]] = {
    ".pdf": _sound_pdf,
    ".xlsx": _sound_xlsx,
    ".csv": _sound_csv,
    ".eml": _sound_eml,
    ".ics": _sound_ics,
    ".txt": lambda path: path.read_text("utf-8"),
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_hostile_text_comes_out_as_text(name: str, session: CompanySession, tmp_path: Path) -> None:
    EXPORTERS[name](session, tmp_path)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    for path in written:
        assert fits_windows(path.name), path.name
        SOUND[path.suffix](path)


def test_no_exporter_is_left_out() -> None:
    writers = {path.stem for path in APP.glob("*.py") if "\ndef write" in path.read_text("utf-8")}
    assert writers - {"help_pdf"} == EXPORTERS.keys(), "the help is our own text"


@pytest.mark.parametrize("command", ["aging", "today", "cover", "alerts"])
def test_what_programs_read_is_json_whatever_the_names(
    command: str, hostile: Path, session: CompanySession, capsys: pytest.CaptureFixture[str]
) -> None:
    assert session.path == hostile
    call = [command, str(hostile), "--json", "--as-of", AS_OF.isoformat()]
    assert cli.main(call, lambda: build_app(FixedClock(AS_OF)), lambda *_: 0) == 0
    assert json.loads(capsys.readouterr().out)
