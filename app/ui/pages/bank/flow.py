"""One statement on its way in: the file, our account, the dry run, the result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.bank_file import BankReadOptions
from app.services.bank_views import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.bank import BankAccount
    from app.domain.bank_file import BankColumns, BankFile
    from app.services.bank_views import BankResult, MatchPlan
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.tasks import Task


class BankFlow(QObject):
    """Reads, maps, previews and commits off the main thread; says what came of it."""

    read = Signal()
    remapped = Signal()
    planned = Signal()
    committed = Signal()
    failed = Signal(object)
    working = Signal(bool)
    progressed = Signal(int, int, str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = context.company
        self._task: Task | None = None
        self.accounts: Sequence[BankAccount] = ()
        self.clear()
        context.runner.progressed.connect(self._on_progress)

    def clear(self) -> None:
        """Begin anew."""
        self.path: Path | None = None
        self.options = BankReadOptions()
        self.file: BankFile | None = None
        self.account_id = 0
        self.plan: MatchPlan | None = None
        self.sums: Mapping[Outcome, tuple[int, int]] = {}
        self.result: BankResult | None = None
        self.leave_out = False

    @property
    def may_commit(self) -> bool:
        """Whether nothing stops the statement: rows that cannot be read do, unless they are left out."""
        file = self.file
        return file is not None and not file.stopped and (not file.errors or self.leave_out)

    @property
    def account(self) -> BankAccount | None:
        """Our account that was chosen, None for one made from the file."""
        return next((each for each in self.accounts if each.id == self.account_id), None)

    # -- reading --------------------------------------------------------------------------------

    def read_file(self, path: Path, options: BankReadOptions | None = None) -> None:
        """Read a statement; its account is found by the number in it where there is one."""
        self.clear()
        self.path, self.options = path, options or BankReadOptions()
        bank, chosen = self._session.bank, self.options

        def work(control: Control) -> tuple[BankFile, int, Sequence[BankAccount]]:
            file = bank.read(path, chosen, control)
            ours = bank.account_for(file)
            account_id = chosen.account_id or (ours.id if ours is not None else 0)
            return file, account_id, bank.accounts()

        def done(found: tuple[BankFile, int, Sequence[BankAccount]]) -> None:
            self.file, self.account_id, self.accounts = found
            self.read.emit()

        self._run(work, done)

    def reread(self, **chosen: object) -> None:
        """Read the same file with another sheet, header row, encoding or section."""
        if self.path is not None:
            self.read_file(self.path, replace(self.options, **chosen))  # type: ignore[arg-type]  # by name

    def remap(self, mapping: BankColumns) -> None:
        """Read the cells of a table by other columns."""
        file, bank, account_id = self.file, self._session.bank, self.account_id or None
        if file is None:
            return

        def done(found: BankFile) -> None:
            self.file, self.plan, self.leave_out = found, None, False
            self.remapped.emit()

        self._run(lambda _control: bank.remap(file, mapping, account_id), done)

    def choose_account(self, account_id: int) -> None:
        """The statement is of this account of ours; 0 makes one from the file."""
        if account_id != self.account_id:
            self.account_id = account_id
            self.make_plan()

    def keep_account(self) -> None:
        """The account chosen does not fit: go back to the one the plan in view is for."""
        if self.plan is not None:
            self.account_id = self.plan.account_id

    def take_account(self, account_id: int) -> None:
        """An account was made for this statement."""
        bank = self._session.bank

        def done(found: Sequence[BankAccount]) -> None:
            self.accounts = found
            self.choose_account(account_id)

        self._run(lambda _control: bank.accounts(), done)

    # -- plan and commit ------------------------------------------------------------------------

    def make_plan(self) -> None:
        """The dry run: what would happen to every line."""
        file, account_id, bank = self.file, self.account_id, self._session.bank
        if file is None:
            return

        def work(control: Control) -> tuple[MatchPlan, Mapping[Outcome, tuple[int, int]]]:
            plan = bank.preview(file, account_id, control)
            return plan, {each: (plan.count(each), plan.total(each)) for each in Outcome}

        def done(found: tuple[MatchPlan, Mapping[Outcome, tuple[int, int]]]) -> None:
            self.plan, self.sums = found
            self.planned.emit()

        self._run(work, done)

    def count(self, outcome: Outcome) -> int:
        """How many lines of the plan have this outcome; counted beside the window, once."""
        return self.sums.get(outcome, (0, 0))[0]

    def commit(self) -> None:
        """Write the plan as one action."""
        plan, bank, leave_out = self.plan, self._session.bank, self.leave_out
        if plan is None:
            return

        def done(result: BankResult) -> None:
            self.result = result
            self.committed.emit()

        self._run(lambda control: bank.commit(plan, control, leave_out=leave_out), done)

    def cancel(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.working.emit(False)

    def _run(self, work: Callable[[Control], object], done: Callable[..., None]) -> None:
        def finished(result: object) -> None:
            self._task = None
            self.working.emit(False)
            done(result)

        def failed(error: Exception) -> None:
            self._task = None
            self.working.emit(False)
            self.failed.emit(error)

        self.working.emit(True)
        self._task = self._context.runner.database(
            work, finished, failed=failed, owner=self, label="bank.matching", key="bank.bring"
        )

    def _on_progress(self, number: int, done: int, total: int, label: str) -> None:
        if self._task is not None and number == self._task.number:
            self.progressed.emit(done, total, label)
