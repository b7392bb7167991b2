"""What encryption costs: opening a protected file, reading its board, and writing it anew under another key.

The floor is the same work on the same file in clear. Measured in turn, the medians compared; deriving
the key from the password (a tenth of a second by intent) is told apart.

Run: ``uv run python -m tests.bench.bench_cipher [--times 12]``
"""

from __future__ import annotations

import argparse
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from app.bootstrap.sample_build import write_sample
from app.bootstrap.session import compose
from app.domain.aging import AgingQuery
from app.domain.clock import FixedClock
from app.domain.file_key import FileKey
from app.services.control import Silent
from app.storage.company_file import open_company
from app.storage.rewriting import write_anew
from tests.bench.bench_chain import told

AT_MOST = 3.0
_TODAY = date(2025, 12, 31)
_CLOCK = FixedClock(_TODAY)
_ROUNDS = 7


def opened(path: Path, key: FileKey | None) -> None:
    """Open and close, as far as a read-only file goes."""
    open_company(path, clock=_CLOCK, actor="bench", read_only=True, key=key).close()


def board(path: Path, key: FileKey | None) -> None:
    """The board of an earlier day, which reads every allocation."""
    with closing(open_company(path, clock=_CLOCK, actor="bench", read_only=True, key=key)) as store:
        session = compose(store, _CLOCK, lambda: None)
        session.aging.board(AgingQuery(date(2025, 9, 30)))


def rewritten(path: Path, key: FileKey | None) -> None:
    """The whole file once more, under the same key or none, read back."""
    with tempfile.TemporaryDirectory(dir=path.parent) as place:
        write_anew(path, key, Path(place) / "a", key, Silent())


def measured(work: Callable[[Path, FileKey | None], None], sealed: Path, key: FileKey, clear: Path) -> None:
    """Both in turn; one line."""
    pairs = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        work(sealed, key)
        between = time.perf_counter()
        work(clear, None)
        pairs.append((between - begun, time.perf_counter() - between))
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    told(f"{work.__name__} encrypted / in clear", ours, theirs, AT_MOST)


def main() -> None:
    """Measure all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=12)
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        clear, sealed = Path(place) / "clear.holdfast", Path(place) / "sealed.holdfast"
        write_sample(clear, _TODAY, call.times, Silent())
        key = FileKey(secrets.token_bytes(32), secrets.token_bytes(16))
        write_anew(clear, None, sealed, key, Silent())
        print(f"{clear.stat().st_size / 2**20:.0f} MiB, encrypted {sealed.stat().st_size / 2**20:.0f} MiB")
        for work in (opened, board, rewritten):
            measured(work, sealed, key, clear)
        begun = time.perf_counter()
        FileKey.from_password("a password of many words")
        print(f"key from a password: {time.perf_counter() - begun:.3f} s")


if __name__ == "__main__":
    main()
