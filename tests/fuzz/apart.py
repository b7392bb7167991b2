"""A parser in native code, run in a process of its own under limits, as the program runs it."""

from __future__ import annotations

import os
import resource
import signal
import time
import traceback
import warnings
from collections.abc import Callable

from app.domain.problem import HoldfastError
from app.imports.refusal import RefusalError
from tests.fuzz.target import worded_refusal

_SECONDS = 8.0
_MEMORY = 3 << 30
_FINE, _REFUSED, _BROKEN = 0, 3, 4


def apart(work: Callable[[], object], name: str) -> None:
    """Do the work in a child process; a native crash there is what the reader has a sentence for."""
    child = _forked()
    if not child:
        os._exit(_outcome(work))
    status = _awaited(child)
    if os.WIFEXITED(status):
        code = os.WEXITSTATUS(status)
        if code == _REFUSED:
            raise RefusalError("import.workbook_damaged", name=name)
        assert code == _FINE, f"the child ended with {code}: its words are in the log"


def _forked() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads: the child calls nothing that waits for one
        return os.fork()


def _outcome(work: Callable[[], object]) -> int:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for name in ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE"):  # the fuzzer's own would be a finding
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    try:
        work()
    except (HoldfastError, RefusalError) as error:
        worded_refusal(error)
        return _REFUSED
    except MemoryError:
        return _REFUSED
    except BaseException:  # noqa: BLE001 - whatever it is, it is the finding
        traceback.print_exc()
        return _BROKEN
    return _FINE


def _awaited(child: int) -> int:
    """The child's status; ``TimeoutError`` for one that does not end."""
    until = time.monotonic() + _SECONDS
    pause = 0.001
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise TimeoutError(f"{_SECONDS:.0f} s")
