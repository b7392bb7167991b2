"""Try a built program out where there is no Python: an empty PATH, an empty environment, a fresh home.

``python packaging/smoke.py PROGRAM CHECKS`` with the built folder (or .app) and the folder of the checking
programs; ``--pictures DIR`` walks the tour from the frozen program as well.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
DAY = "2025-12-31"
LOOKS = (("zh", "light", "1440x900"), ("en", "dark", "1100x700"))
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "HOME", "TMPDIR")
"""Without these Windows and macOS start no program at all; none of them leads to a Python."""
_LONGEST_S, _TOUR_S = 600, 3600
_STAYS_S = 4
_SCREENLESS = "This plugin does not support"
"""What Qt's screenless platform says of every window."""
_OFX = """OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20251231<LANGUAGE>ENG</SONRS>
</SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>CNY
<BANKACCTFROM><BANKID>1<ACCTID>6200000000<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20251201
<DTEND>20251231<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20251215<TRNAMT>700.00<FITID>1<NAME>Hengyue</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>700.00<DTASOF>20251231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


class SmokeError(Exception):
    """The built program did not do what it should."""


@dataclass(frozen=True)
class Built:
    """A built program: its folder, its command line, its window, and where it was tried."""

    line: Path
    window: Path
    home: Path

    @property
    def surroundings(self) -> dict[str, str]:
        """All that the program finds around it."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ and sys.platform != "linux"}
        return {
            **kept,
            "PATH": "",
            "LC_ALL": "C.UTF-8",
            "HOLDFAST_HOME": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(
        self, program: Path, *words: object, code: int = 0, answer: str = "", longest: int = _LONGEST_S
    ) -> str:
        """Run one command; what it printed. Raises when it ends otherwise than expected."""
        call = [str(program), *map(str, words)]
        done = subprocess.run(
            call,
            env=self.surroundings,
            cwd=self.home,
            input=answer.encode(),
            capture_output=True,
            check=False,
            timeout=longest,
        )
        out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
        if done.returncode != code:
            raise SmokeError(f"{' '.join(call)}: {done.returncode}\n{out}\n{err}")
        return out

    def call(self, *words: object, code: int = 0, answer: str = "") -> str:
        """Run one command of the shipped command line."""
        return self.run(self.line, *words, code=code, answer=answer)


def built(program: Path, home: Path) -> Built:
    """The programs in a built folder."""
    if sys.platform == "win32":
        return Built(program / "holdfast-cli.exe", program / "Holdfast.exe", home)
    inside = program / "Contents" / "MacOS" / "Holdfast" if sys.platform == "darwin" else program / "holdfast"
    return Built(inside, inside, home)


@contextmanager
def lent(checks: Path, name: str, beside: Path) -> Iterator[Path]:
    """A checking program put beside the shipped one, whose libraries it shares, and taken away again."""
    suffix = ".exe" if sys.platform == "win32" else ""
    here = beside.with_name(name + suffix)
    shutil.copy2(checks / (name + suffix), here)
    try:
        yield here
    finally:
        here.unlink()


def try_version(tried: Built) -> None:
    """The program starts and knows its version."""
    from app import VERSION  # noqa: PLC0415 - the checkout is found by then

    if (said := tried.call("--version").strip()) != f"Holdfast {VERSION}":
        raise SmokeError(f"--version: {said}")


def try_sample(tried: Built) -> Path:
    """The sample company with all its papers: templates, fonts, charts; its file passes the check."""
    folder = tried.home / "demo"
    tried.call("demo", "--no-window", "--as-of", DAY, "--out", folder)
    papers = [path for path in folder.iterdir() if path.suffix in {".pdf", ".xlsx", ".csv"}]
    if len(papers) < 10 or any(not path.stat().st_size for path in papers):  # noqa: PLR2004 - there are two dozen
        raise SmokeError(f"papers of the sample: {sorted(path.name for path in papers)}")
    tried.call("check", folder / "sample.holdfast")
    return folder / "sample.holdfast"


def try_older_files(tried: Built) -> None:
    """One file of every released schema opens: the migrations are inside."""
    for path in sorted((ROOT / "tests" / "compat").glob("schema-*.holdfast")):
        copy = tried.home / path.name
        shutil.copyfile(path, copy)
        board = json.loads(tried.call("aging", copy, "--as-of", DAY, "--json"))
        if not board:
            raise SmokeError(f"{path.name}: an empty board")
        tried.call("check", copy)


def try_imports(tried: Built) -> Path:
    """A workbook and a bank's file, each read in a child process of the frozen program."""
    books, table, statement = (tried.home / name for name in ("新公司.holdfast", "客户.xlsx", "bank.ofx"))
    with xlsxwriter.Workbook(table) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate((("客户编码", "客户名称"), ("C1", "苏州恒岳机电"), ("C2", "=1+1"))):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
    statement.write_text(_OFX, "ascii")
    tried.call("new", books, "--name", "恒信五金", "--currency", "CNY")
    tried.call("import", books, table, "--kind", "customers")
    tried.call("bank", books, statement)
    tried.call("check", books)
    return books


def try_password(tried: Built, file: Path) -> None:
    """A password set, needed, and taken off again, with the cipher that is inside."""
    secret = tried.home / "password.txt"
    secret.write_text("铁砧 correct horse 42\n", "utf-8")
    tried.call("password", "set", file, "--new-password-file", secret)
    if file.read_bytes()[:6] == b"SQLite":
        raise SmokeError(f"{file.name}: still readable by anybody")
    tried.call("check", file, code=2)
    tried.call("check", file, "--password-file", secret)
    tried.call("password", "remove", file, "--password-file", secret)
    tried.call("check", file)


def try_window(tried: Built, file: Path) -> None:
    """The window opens a file as a double click asks, says nothing, and stays."""
    call = [str(tried.window), str(file)]
    window = subprocess.Popen(call, env=tried.surroundings, cwd=tried.home, stderr=subprocess.PIPE)
    time.sleep(_STAYS_S)
    left = window.poll()
    window.kill()
    lines = window.communicate()[1].decode("utf-8", "replace").splitlines()
    said = [line for line in lines if _SCREENLESS not in line]
    if left is not None or said:
        raise SmokeError(f"window: {left} {said}")


@contextmanager
def readable(program: Path) -> Iterator[None]:
    """The translations' sources in the bundle for a while: the tour asks them which texts are ours."""
    folder = next(path.parent for path in program.rglob("zh_CN.qm") if not path.is_symlink())
    lent_here = [folder / path.name for path in (ROOT / "resources" / "i18n").glob("*.ts")]
    for path in lent_here:
        shutil.copyfile(ROOT / "resources" / "i18n" / path.name, path)
    try:
        yield
    finally:
        for path in lent_here:
            path.unlink()


def take_pictures(tried: Built, program: Path, checks: Path, folder: Path, stations: Sequence[str]) -> None:
    """The tour from the frozen program, two looks at a time; raises when it finds a fault."""

    def walk(look: Sequence[str]) -> str:
        return tried.run(looking, "tour", *look, folder, *stations, longest=_TOUR_S)

    looking_on = lent(checks, "holdfast-look", tried.line)
    with looking_on as looking, readable(program), ThreadPoolExecutor(len(LOOKS)) as pool:
        for said in pool.map(walk, LOOKS):
            print(said.strip(), flush=True)


def smoke(program: Path, checks: Path, pictures: Path | None = None, stations: Sequence[str] = ()) -> None:
    """Everything in turn, the tour only where its pictures go somewhere; raises at the first fault."""
    with tempfile.TemporaryDirectory(prefix="稳账 ", ignore_cleanup_errors=True) as folder:
        tried = built(program, Path(folder))
        begun = time.monotonic()
        try_version(tried)
        sample = try_sample(tried)
        try_older_files(tried)
        try_password(tried, try_imports(tried))
        try_window(tried, sample)
        with lent(checks, "holdfast-look", tried.line) as looking:
            tried.run(looking, "parts")
        print(f"smoke test: all well, {time.monotonic() - begun:.0f} s", flush=True)
        if pictures is not None:
            take_pictures(tried, program, checks, pictures.absolute(), stations)
            print(f"tour: all well, {time.monotonic() - begun:.0f} s", flush=True)


def main() -> None:
    """Run from the command line."""
    sys.path.insert(0, str(ROOT))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("checks", type=Path)
    parser.add_argument("--pictures", type=Path, help="folder for the tour's pictures")
    parser.add_argument("--stations", default="", help="stations of the tour whose name begins so, by comma")
    options = parser.parse_args()
    smoke(
        options.program.absolute(), options.checks.absolute(), options.pictures, options.stations.split(",")
    )


if __name__ == "__main__":
    main()
