"""Work on an encrypted company file by commands and window, reading every file before it is removed.

``python -m tests.storage.leak_walk FILE PASSWORD_FILE FOLDER``: papers asked for go to FOLDER/papers,
whatever else is written stays or is read here before it goes. Names what held the marker in clear.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

MARK = "Zq9Leak"
TODAY = date(2025, 12, 31)
_TYPED = frozenset(
    """acceptor address author bank bank_name body broker conditions consequence contact contract drawer email
    goods handed_to holder insurer label lesson lessons made_by message mobile name name_en next_action note
    number passed_to payer person phone proof reference release_reason requested_by short_name signer
    signer_role subject swift text title visible""".split()
)
"""Fields that people type into, of any record; other texts are codes and have a meaning."""

if TYPE_CHECKING:
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def marked(store: SqlStore) -> int:
    """The marker in every field that people type into, as far as the file takes it; how many fields."""
    from sqlalchemy import literal, update
    from sqlalchemy.exc import DBAPIError

    from app.storage import mappers

    done = 0
    for kind, table in every_record(mappers):
        hints = get_type_hints(kind)
        names = [one.name for one in fields(kind) if one.name in _TYPED and hints[one.name] is str]
        for column in (table.c[name] for name in names if table.name != "setting"):
            with store._engine.connect().execution_options(writer=True) as connection:
                try:
                    connection.execute(update(table).values({column: column + literal(f" {MARK}")}))
                    connection.commit()
                    done += 1
                except DBAPIError:
                    connection.rollback()
    return done


def every_record(mappers: Any) -> list[tuple[type[Any], Any]]:
    """All records with their tables."""
    from app.storage import collect_mappers, credit_mappers, insurance_mappers, measure_mappers

    rooms = (mappers, collect_mappers, credit_mappers, insurance_mappers, measure_mappers)
    return [pair for room in rooms for pair in room.TABLES.items()]


class Watch:
    """Reads every file that Python is about to remove; ``found`` are those that held the marker."""

    def __init__(self, papers: Path) -> None:
        self.found: list[str] = []
        self.seen = 0
        self._papers = str(papers)
        sys.addaudithook(self._hear)

    def prove(self, folder: Path) -> None:
        """That a file in clear is noticed, however soon it is gone."""
        with tempfile.TemporaryDirectory(dir=folder) as short_lived:
            (Path(short_lived) / "x").write_text(MARK, "utf-8")
        assert self.found, "a file in clear went unnoticed"
        self.found.clear()

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if event != "os.remove":
            return
        name, handle = given
        folder = f"/proc/self/fd/{handle}" if isinstance(handle, int) and handle >= 0 else ""
        path = Path(folder) / os.fsdecode(name)
        if str(path).startswith(self._papers):
            return
        with contextlib.suppress(OSError):
            self.seen += 1
            if holds(path.read_bytes()):
                self.found.append(str(path))


def holds(data: bytes) -> bool:
    """Whether the marker can be read in some bytes, zipped or not."""
    if any(mark in data for mark in (MARK.encode(), MARK.encode("utf-16-le"), MARK.encode("utf-16-be"))):
        return True
    return data.startswith((b"%PDF", b"PK"))  # a paper, compressed: nobody asked for one outside


def commands(file: Path, secret: Path, papers: Path) -> None:
    """The command line, wholly."""
    from app import cli
    from app.bootstrap import build_app
    from app.domain.clock import FixedClock

    on = ["--as-of", TODAY.isoformat()]
    opened = ["--password-file", str(secret)]
    calls: list[list[str]] = [
        ["check"],
        ["aging", *on, "--xlsx", f"{papers}/aging.xlsx"],
        ["aging", *on, "--pdf", f"{papers}/aging.pdf"],
        ["aging", *on, "--json"],
        ["today", *on],
        ["alerts", *on],
        ["deadlines", *on, "--ics", f"{papers}/duties.ics"],
        ["forecast", *on, "--xlsx", f"{papers}/forecast.xlsx"],
        ["provision", *on, "--pdf", f"{papers}/p.pdf", "--xlsx", f"{papers}/p.xlsx"],
        ["letters", *on, "--out", f"{papers}/letters", "--eml"],
        ["dunning", *on],
        ["cover", *on],
        ["claim", "--claim", "1", "--pack", f"{papers}/pack.pdf"],
        ["backup"],
    ]
    for name, *rest in calls:
        heard = io.StringIO()
        with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
            words = [name, str(file), *rest, *opened, "--lang", "en"]
            ended = cli.main(words, lambda: build_app(FixedClock(TODAY)), lambda *_: 0)
        print("CALL", name, ended, "" if ended == 0 else heard.getvalue()[-200:], flush=True)


def window(file: Path, password: str) -> None:
    """The window: every page, a few papers looked at, locked and closed."""
    from app.bootstrap import build_app
    from app.domain.clock import FixedClock
    from app.ui.application import application, make_window
    from app.ui.pages import PAGES

    qt = application()
    shown = make_window(qt, build_app(FixedClock(TODAY)), "en")
    shown.resize(1280, 800)
    shown.show()

    def settle(until: Callable[[], bool] = lambda: True) -> None:
        end = time.monotonic() + 60
        while shown.runner.pending or not until():
            qt.processEvents()
            if time.monotonic() > end:
                raise TimeoutError
        qt.processEvents()

    shown.open_path(file)
    settle(lambda: shown.unlocking.dialog is not None)
    assert shown.unlocking.dialog is not None
    shown.unlocking.dialog.submitted.emit(password)
    settle(lambda: shown.workspace is not None and shown.page is not None)
    for page in PAGES:
        shown.go_to(page.key)
        settle()
    session = shown.doors.session
    assert session is not None
    done: list[object] = []
    shown.runner.database(lambda _control: look_at_papers(session), done.append)
    shown.runner.database(lambda _control: attach(session), done.append)
    settle(lambda: len(done) == 2)
    shown.lock.lock()
    settle()
    shown.close()
    settle()
    shown.runner.close()
    print("WINDOW", len(PAGES), flush=True)


def look_at_papers(session: CompanySession) -> bool:
    """Papers as pictures, none of them saved."""
    from app.services.control import Silent

    customer, claim = session.customers.ids()[0], session.claims.claims()[0].claim.id
    report = session.credit_files.report(customer, TODAY)
    papers: tuple[Callable[[Path], object], ...] = (
        lambda pdf: session.credit_files.write_report(report, pdf, "zh"),
        lambda pdf: session.claims.pack(claim, pdf, "zh"),
        lambda pdf: session.reviews.pdf("2025Q3", pdf, "zh"),
        lambda pdf: session.cases.pdf([session.cases.list()[0].case.id], pdf, "zh"),
    )
    return all(session.previews.paper(write, 300, Silent()) for write in papers)


def attach(session: CompanySession) -> bool:
    """A file kept in the company file, and written out where it is asked for."""
    customer = session.customers.ids()[0]
    session.collection.attach("customer", customer, f"{MARK}.pdf", f"%PDF-1.4 {MARK}".encode(), MARK)
    return True


def main() -> None:
    """Walk, then say what was found."""
    file, secret, folder = map(Path, sys.argv[1:])
    papers = folder / "papers"
    (papers / "letters").mkdir(parents=True, exist_ok=True)
    watch = Watch(papers)
    watch.prove(folder)
    commands(file, secret, papers)
    window(file, secret.read_text("utf-8").strip())
    print("REMOVED", watch.seen, *watch.found, flush=True)


if __name__ == "__main__":
    main()
