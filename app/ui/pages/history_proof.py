"""The history's fingerprint: shown, exported as proof, and held against a proof or a printed one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.chain import day_of, short
from app.domain.file_name import safe_name
from app.domain.problem import HoldfastError
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import stand_left
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.chain import Head
    from app.domain.proof import Proof
    from app.services.check import Finding
    from app.services.control import Control
    from app.services.proofs import Compared
    from app.ui.context import PageContext

T = TypeVar("T")
_WIDEST = 760


class ProofPanel(Retranslated):
    """Whether the history still is what it was; nothing here writes to the company file."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._head: Head | None = None
        theme = context.theme
        self.card = Card(theme, " ")
        self.about = label("", "body", "secondary", wrap=True)
        self.newest = label("", "bodyStrong", wrap=True)
        self.whole = label("", "small", "secondary", wrap=True)
        for one in (self.newest, self.whole):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message = MessageStrip(theme)
        self.verify_button = button(theme, "", "normal", "shield-check", run=self.verify)
        self.compare_button = button(theme, "", "normal", run=self.compare_file)
        self.export_button = button(theme, "", "primary", run=self.export)
        self.printed = QLineEdit()
        self.printed.returnPressed.connect(self.compare_printed)
        self.field = FormField(self.printed)
        self.printed_button = button(theme, "", "normal", run=self.compare_printed)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.export_button, self.compare_button, self.verify_button):
            row.addWidget(one)
        row.addStretch(1)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.field, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label(" ", "small"))
        column.addWidget(self.printed_button)
        column.addStretch(1)
        typed.addLayout(column)
        for widget in (self.about, self.newest, self.whole, self.message):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(row)
        self.card.body.addLayout(typed)
        stand_left(self, [self.card], _WIDEST)

    def read(self) -> None:
        """Ask for the newest fingerprint."""
        proofs = self.context.company.proofs
        self.context.runner.database(
            lambda _control: proofs.head(), self._show, owner=self, key="history.proof"
        )

    def _show(self, head: Head) -> None:
        self._head = head
        self.retranslate()

    # -- acts -----------------------------------------------------------------------------------

    def verify(self) -> None:
        """Check the whole file, the history first."""
        check = self.context.company.check
        self.context.runner.database(check.run, self._on_checked, owner=self, key="history.check")

    def _on_checked(self, found: list[Finding]) -> None:
        lang = self.context.formats.lang
        if not found:
            self.message.say("good", say("check.sound", lang))
            return
        title = say("check.found", lang, n=len(found))
        self.message.say("danger", say(found[0].code, lang, **found[0].params), title)

    def export(self) -> None:
        """Ask where, and write a proof."""
        home = Path.home()
        name = self.tr("History proof.json").removesuffix(".json")
        start = str(home / safe_name(f"{self.context.company.path.stem} {name}", ".json", folder=str(home)))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export proof"), start, self._kinds())
        if chosen:
            self.write(ending(Path(chosen), ".json"))

    def write(self, path: Path) -> None:
        """Write a proof to a file."""
        proofs = self.context.company.proofs

        def told(_made: Proof) -> None:
            text = self.tr("The proof was written to {path}. Keep it away from this file.")
            self.message.say("good", text.format(path=path))

        self._run(lambda _control: proofs.export(path), told)

    def compare_file(self) -> None:
        """Ask for a proof, and hold the history against it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Compare with a proof"), str(Path.home()), self._kinds()
        )
        if chosen:
            self.compare(Path(chosen))

    def compare(self, path: Path) -> None:
        """Hold the history against a proof's file."""
        proofs = self.context.company.proofs
        self._run(lambda _control: proofs.check(path), self._on_compared)

    def compare_printed(self) -> None:
        """Hold the history against the fingerprint that was typed."""
        proofs, text = self.context.company.proofs, self.printed.text()
        self._run(lambda _control: proofs.check_printed(text), self._on_compared)

    def _run(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self.context.runner.database(work, then, failed=self._on_failed, owner=self)

    def _on_compared(self, done: Compared) -> None:
        lang = self.context.formats.lang
        if done.findings:
            texts = [say(one.code, lang, **one.params) for one in done.findings]
            self.message.say("danger", "\n".join(texts))
            return
        head = done.proof.head
        day = self._day(head) or short(head.mark)
        self.message.say("good", say("check.proof_holds", lang, entries=head.entry, day=day))

    def _day(self, head: Head) -> str:
        """The day of an action as columns write it; as it stands where somebody made it no day, or none."""
        day = day_of(head.at)
        return self.context.formats.day(day) if isinstance(day, date) else day

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self.message.say("danger", sentence(error, self.context.formats.lang))
        else:
            self.context.notices.error(error)

    # -- words ----------------------------------------------------------------------------------

    def _kinds(self) -> str:
        return self.tr("Proofs (*.json)")

    def retranslate(self) -> None:
        """Texts, and the newest fingerprint."""
        self.card.set_title(self.tr("Proof of the history"))
        self.about.setText(
            self.tr(
                "Every action carries the fingerprint of the one before, so the newest one stands for the "
                "whole history. Who edits the file by other means breaks the chain. Who rewrites the whole "
                "chain is found only by a proof kept elsewhere: exported, or printed with a review."
            )
        )
        head = self._head
        self.newest.setVisible(head is not None)
        self.whole.setVisible(head is not None)
        if head is not None:
            text = self.tr("Action {entry} of {day}:  {mark}")
            self.newest.setText(text.format(entry=head.entry, day=self._day(head), mark=short(head.mark)))
            self.whole.setText(head.mark)
        self.export_button.setText(self.tr("Export proof…"))
        self.compare_button.setText(self.tr("Compare with a proof…"))
        self.verify_button.setText(self.tr("Check the file"))
        self.printed_button.setText(self.tr("Compare"))
        self.field.set_text(self.tr("Printed fingerprint"), "1234 3f9a c01b 22e1 90ab")
