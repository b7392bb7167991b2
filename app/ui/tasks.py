"""The only thread code of the window: jobs run elsewhere, results come back on the main thread.

All work on the company file goes through one worker, in order, so that no two jobs touch the
database at once; a second small pool takes work that does not. The runner lives in the main
thread and owns every signal; workers only emit.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.services.control import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from app.services.control import Control

T = TypeVar("T")
BUSY_AFTER_MS = 300
_DATABASE, _OTHERS = "database", "work"
_WORKERS = {_DATABASE: 1, _OTHERS: 2}
_PROGRESS_EVERY_S = 0.1
_CLOSE_WAIT_S = 5.0


class Task:
    """One job under way; the handle by which its owner cancels it and a control for the service."""

    def __init__(self, runner: TaskRunner, number: int, label: str, owner: QObject | None) -> None:
        self.number = number
        self.label = label
        self.owner = owner
        self.must_run = False
        self.quiet = False
        self.error: Exception | None = None
        self.result: object = None
        self._runner = runner
        self._stop = threading.Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Ask the job to stop and drop whatever it still delivers."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Report from the worker; at most ten reports a second reach the window."""
        now = time.monotonic()
        if done == total or now - self._last >= _PROGRESS_EVERY_S:
            self._last = now
            self._runner.progressed.emit(self.number, done, total, label)

    @property
    def wanted(self) -> bool:
        """Whether anyone is still there to take the result."""
        gone = self.owner is not None and not shiboken6.isValid(self.owner)
        return not (self.cancelled() or gone)


class TaskRunner(QObject):
    """Runs jobs off the main thread; ``failed`` takes every error no caller asked for itself."""

    progressed = Signal(int, int, int, str)
    busy_changed = Signal(bool)
    idle = Signal()
    failed = Signal(object)
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._tasks: dict[int, tuple[Task, Callable[[Any], None] | None, Callable[[Exception], None] | None]]
        self._tasks = {}
        self._latest: dict[str, Task] = {}
        self._next = 0
        self._closed = self._shut = False
        self._busy = False
        self._let_through: Callable[[QObject | None], bool] | None = None
        self._held: list[tuple[Task, Callable[[Any], None] | None, Callable[[Exception], None] | None]] = []
        self._timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._timer.timeout.connect(self._show_busy)
        self._finished.connect(self._on_finished)

    # -- starting -------------------------------------------------------------------------------

    def database(
        self,
        work: Callable[[Control], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        label: str = "",
        key: str = "",
        quiet: bool = False,
    ) -> Task:
        """Queue a job for the one database worker.

        ``done`` and ``failed`` run on the main thread, unless the job was cancelled or ``owner``
        is gone. A job with a ``key`` replaces an unfinished one of the same key. A ``quiet`` one is
        not what the user waits for: the window does not look busy.
        """
        return self._start(_DATABASE, work, done, failed, owner, label, key, quiet=quiet)

    def always(self, work: Callable[[], object]) -> None:
        """Queue a database job that runs even when everything is cancelled: closing a file."""
        task = self._start(_DATABASE, lambda _control: work(), None, None, None, "", "")
        task.must_run = True

    def background(
        self,
        work: Callable[[Control], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        label: str = "",
        key: str = "",
    ) -> Task:
        """Run a job that does not touch the company file: sorting, waiting for a child process."""
        return self._start(_OTHERS, work, done, failed, owner, label, key)

    def _start(
        self,
        pool: str,
        work: Callable[[Control], T],
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
        owner: QObject | None,
        label: str,
        key: str,
        *,
        quiet: bool = False,
    ) -> Task:
        self._next += 1
        task = Task(self, self._next, label, owner)
        task.quiet = quiet
        if self._closed:
            task.cancel()
            return task
        if key:
            self.supersede(key)
            self._latest[key] = task
        self._tasks[task.number] = (task, done, failed)
        if not quiet and not self._timer.isActive() and not self._busy:
            self._timer.start()
        self._pool(pool).submit(self._run, task, work)
        return task

    def _pool(self, name: str) -> ThreadPoolExecutor:
        """A pool, made for its first job: the first paint needs none."""
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - see above

            self._pools[name] = ThreadPoolExecutor(_WORKERS[name], f"holdfast-{name}")
        return self._pools[name]

    def _run(self, task: Task, work: Callable[[Control], T]) -> None:
        """On the worker: never raises, never touches a widget."""
        try:
            if task.must_run or not task.cancelled():
                task.result = work(task)
        except CancelledError:
            task.cancel()
        except Exception as error:  # noqa: BLE001 - the border of the thread: every fault is delivered
            task.error = error
        try:
            self._finished.emit(task.number)
        except RuntimeError:
            return  # the window closed before the job ended

    # -- delivery -------------------------------------------------------------------------------

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        task, done, failed = self._tasks.pop(number)
        for key in [key for key, latest in self._latest.items() if latest is task]:
            del self._latest[key]
        if not self._waited_for:
            self._timer.stop()
            self._set_busy(busy=False)
        if self._let_through is None or self._let_through(task.owner):
            self._deliver(task, done, failed)
        else:
            self._held.append((task, done, failed))
        if not self._tasks:
            self.idle.emit()

    def _deliver(
        self,
        task: Task,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        """Hand over what came of a job, where somebody still wants it."""
        if not task.wanted:
            return
        if task.error is None:
            if done is not None:
                done(task.result)
        elif failed is not None:
            failed(task.error)
        else:
            self.failed.emit(task.error)

    def hold(self, let_through: Callable[[QObject | None], bool]) -> None:
        """Jobs go on, but what comes of them waits for ``release``; not for the owners let through."""
        self._let_through = let_through

    def release(self, *, deliver: bool = True) -> None:
        """Hand over what was held back, in the order in which it came, or drop it."""
        self._let_through = None
        held, self._held = self._held, []
        for task, done, failed in held if deliver else []:
            self._deliver(task, done, failed)

    @property
    def _waited_for(self) -> bool:
        """Whether a job is queued or running that the user waits for."""
        return any(not task.quiet for task, _, _ in self._tasks.values())

    def _show_busy(self) -> None:
        self._set_busy(busy=self._waited_for)

    def _set_busy(self, *, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    # -- state ----------------------------------------------------------------------------------

    @property
    def pending(self) -> int:
        """How many jobs are queued or running."""
        return len(self._tasks)

    def supersede(self, key: str) -> None:
        """Cancel the unfinished job of this key: its answer is no longer the question."""
        if (earlier := self._latest.pop(key, None)) is not None:
            earlier.cancel()

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for task, _, _ in self._tasks.values():
            task.cancel()

    def finish(self, wait_s: float = _CLOSE_WAIT_S) -> bool:
        """Wait until everything queued so far has run; False when ``wait_s`` seconds did not do."""
        if self._shut:
            return True
        end = time.monotonic() + wait_s
        return all(tuple(_drained(pool, end) for pool in self._pools.values()))

    def close(self, wait_s: float = _CLOSE_WAIT_S) -> bool:
        """Cancel everything and wait; False when a job still runs after ``wait_s`` seconds."""
        self._closed = True
        self._timer.stop()
        self.cancel_all()
        finished = self.finish(wait_s)
        self._shut = True
        for pool in self._pools.values():
            pool.shutdown(wait=finished, cancel_futures=True)
        return finished


def _drained(pool: ThreadPoolExecutor, end: float) -> bool:
    """Whether the pool got through to a job queued now before ``end`` (monotonic seconds)."""
    marks = [pool.submit(int) for _ in range(pool._max_workers)]  # noqa: SLF001 - no public way to ask
    try:
        for mark in marks:
            mark.result(max(0.0, end - time.monotonic()))
    except TimeoutError:
        return False
    return True
