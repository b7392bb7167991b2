"""Jobs run in order elsewhere; what they give arrives on the main thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.services.ports import CancelledError, Control
from app.ui.tasks import TaskRunner


def test_database_jobs_run_one_by_one_on_one_other_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(20):
        runner.database(lambda _c, number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert [number for number, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen}) == 1
    assert seen[0][1] != threading.get_ident()


def test_results_arrive_on_the_main_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    got: list[tuple[int, int]] = []
    runner.background(lambda _c: 42, lambda value: got.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, threading.get_ident())]


def test_errors_go_to_the_caller_or_to_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    def fail(_control: Control) -> None:
        raise ValueError("no")

    caught: list[Exception] = []
    runner.database(fail, failed=caught.append)
    with qtbot.waitSignal(runner.failed) as signal:
        runner.database(fail)
    assert isinstance(caught[0], ValueError)
    assert isinstance(signal.args[0], ValueError)


def test_a_cancelled_job_delivers_nothing(qtbot: QtBot, runner: TaskRunner) -> None:
    gate, got = threading.Event(), list[str]()

    def work(control: Control) -> str:
        gate.wait(5)
        if control.cancelled():
            raise CancelledError
        return "late"

    task = runner.database(work, got.append)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert got == []


def test_a_job_of_the_same_key_replaces_the_one_before(qtbot: QtBot, runner: TaskRunner) -> None:
    got: list[int] = []
    for number in range(5):
        runner.database(lambda _c, number=number: number, got.append, key="board")  # type: ignore[misc]
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert got == [4]


def test_a_result_whose_owner_is_gone_is_dropped(qtbot: QtBot, runner: TaskRunner) -> None:
    import shiboken6

    gate, got, owner = threading.Event(), list[bool](), QObject()
    runner.database(lambda _c: gate.wait(5), got.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert got == []


def test_progress_reaches_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    with qtbot.waitSignal(runner.progressed) as signal:
        runner.database(lambda control: control.progress(3, 3, "import.reading"))
    assert signal.args[1:] == [3, 3, "import.reading"]


def test_busy_is_said_only_of_long_work(qtbot: QtBot, runner: TaskRunner) -> None:
    said: list[bool] = []
    runner.busy_changed.connect(said.append)
    runner.database(lambda _c: None)
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert said == []
    gate = threading.Event()
    runner.database(lambda _c: gate.wait(10))
    qtbot.waitUntil(lambda: said == [True])
    gate.set()
    qtbot.waitUntil(lambda: said == [True, False])


@pytest.mark.usefixtures("qapp")
def test_closing_waits_and_says_when_it_could_not() -> None:
    made, gate = TaskRunner(), threading.Event()
    made.database(lambda _c: gate.wait(30))
    assert made.finish(0.05) is False
    gate.set()
    assert made.close()
    late = made.database(lambda _c: 1)
    assert late.cancelled()
