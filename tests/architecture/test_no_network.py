"""Nothing here talks to a network: not the window, not the command line, not what they start."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from app.ui.pages.health.measures.figure_detail import FigureDetail
from tests.architecture.sources import MODULES, ROOT, relative
from tests.tour.__main__ import OFFLINE, child
from tests.tour.stage import Look
from tests.tour.walk import prepare

FORBIDDEN = 97
AS_OF = date(2025, 12, 31)
TALKING = frozenset(
    """ssl urllib http ftplib smtplib imaplib poplib nntplib telnetlib xmlrpc socketserver asyncio webbrowser
    requests httpx aiohttp urllib3 websockets paramiko QtNetwork QtWebSockets QtWebEngineCore""".split()
)
MAY_TALK = re.compile("|".join((*TALKING, "socket")))
"""What no module may be imported without being named."""
LINK = "app/ui/pages/health/measures/figure_detail.py"
HELP = "app/ui/help/reader.py"
"""The one place that opens an address; everything else shows a file this program wrote."""
COMMANDS = """
import sys
from datetime import date
from app import cli
from app.bootstrap import build_app
from app.domain.clock import FixedClock

FILE, SOURCE, OUT = sys.argv[1:]
ON = ["--as-of", "2025-12-31"]
CALLS = [
    ["check", FILE], ["aging", FILE, *ON], ["today", FILE, *ON], ["kpi", FILE], ["deadlines", FILE, *ON],
    ["forecast", FILE, *ON], ["stress", FILE, *ON], ["letters", FILE, *ON, "--out", OUT],
    ["review", FILE, "--quarter", "2025Q4", "--pdf", OUT + "/review.pdf"],
    ["import", FILE, SOURCE, "--kind", "invoices", "--dry-run"],
]
for call in CALLS:
    ended = cli.main([*call, "--lang", "en"], lambda: build_app(FixedClock(date(2025, 12, 31))), lambda *_: 0)
    print("CALL", call[0], ended, flush=True)
assert "multiprocessing" in sys.modules
"""

CHILD = """
import subprocess, sys
sys.exit(subprocess.call([sys.executable, "-c", "import socket; socket.gethostbyname('x')"]))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(OFFLINE), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=environ, cwd=ROOT
    )


@pytest.mark.parametrize(
    "reach",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "from contextlib import suppress\nwith suppress(Exception):\n from PySide6 import QtNetwork",
        CHILD,
    ],
)
def test_the_guard_catches_whoever_reaches_out(reach: str) -> None:
    assert run("-c", reach).returncode == FORBIDDEN


def test_the_command_line_reaches_for_no_network(
    built: Callable[[date], Path], tmp_path: Path, home: Path
) -> None:
    del home
    file, source = tmp_path / "a.holdfast", tmp_path / "invoices.csv"
    file.write_bytes(built(AS_OF).read_bytes())
    source.write_text("customer,number,date,amount\nA,1,2025-01-05,12.00\n", "utf-8")
    done = run("-c", COMMANDS, str(file), str(source), str(tmp_path))
    assert done.returncode == 0, done.stderr
    ends = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("CALL ")]
    assert len(ends) == 10
    assert {end for _, end in ends} <= {"0", "1"}, ends
    assert (tmp_path / "review.pdf").exists()


def test_the_window_reaches_for_no_network(tmp_path: Path) -> None:
    found = child(Look("en", "light", (1100, 700)), prepare(tmp_path), only="today")
    assert [one for one in found if one.kind == "broken off"] == []


def test_nothing_that_talks_is_imported_and_of_sockets_only_the_computers_name_is_asked() -> None:
    for path in MODULES:
        text, name = path.read_text("utf-8"), relative(path)
        if not MAY_TALK.search(text):
            continue
        for node in ast.walk(ast.parse(text)):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(alias.name for alias in node.names)]
                assert node.module != "socket", name
            talking = {part for name in names for part in name.split(".")} & TALKING
            assert not talking or names[0] in {"urllib.parse", "http.HTTPStatus"}, (name, names)
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "socket":
                assert node.attr == "gethostname", name


def test_links_open_only_where_a_click_asks_and_nothing_opens_by_itself() -> None:
    for module in MODULES:
        text, path = module.read_text("utf-8"), relative(module)
        assert ("(QTextBrowser)" in text) == (path == HELP)
        if path == HELP:  # its links lead within the program; it opens none by itself
            assert "self.setOpenLinks(False)" in text
        for never in ("setOpenExternalLinks", "setOpenLinks(True", "os.startfile", "xdg-open"):
            assert never not in text, (path, never)
        for given in text.split(".openUrl(")[1:]:
            assert path == LINK or given.startswith("QUrl.fromLocalFile("), path


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        ("https://www.coface.com/x", True),
        ("HTTP://example.com", True),
        ("file:///etc/passwd", False),
        (r"\\server\share\x.exe", False),
        ("C:\\Windows\\System32\\calc.exe", False),
        ("smb://server/x", False),
        ("javascript:alert(1)", False),
        ("ms-msdt:/id PCWDiagnostic", False),
        ("search-ms:query=x", False),
        ("data:text/html,x", False),
        (" file:///x", False),
    ],
)
def test_hostile_addresses_are_not_opened(url: str, opens: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    figure = SimpleNamespace(benchmark=SimpleNamespace(url=url))
    detail = SimpleNamespace(found=SimpleNamespace(figure=figure))
    FigureDetail.open_link(cast("FigureDetail", detail))
    assert bool(opened) is opens
