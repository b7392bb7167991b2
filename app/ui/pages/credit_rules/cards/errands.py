"""What can be done with a card as a whole: publish, discard, copy, reset, retire, carry out and in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.domain.problem import DomainError, Problem
from app.ui.pages.credit_rules.cards.words import card_title
from app.ui.pages.customers.guard import writable
from app.ui.pages.exporting import PageExports
from app.ui.user_files import write_bytes
from app.words.scoring_text import because

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.scorecard import Scorecard
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting
    from app.ui.pages.credit_rules.cards.panel import ScorecardsPanel

_LISTED = 5


class CardErrands(QObject):
    """Every errand is about the card in view."""

    def __init__(self, context: PageContext, drafting: Drafting, panel: ScorecardsPanel) -> None:
        super().__init__(panel)
        self.context, self._drafting, self._panel = context, drafting, panel

    # -- dialogs --------------------------------------------------------------------------------

    def _reason(self, what: str) -> None:
        from app.ui.pages.credit_rules.cards.dialogs import ReasonDialog  # noqa: PLC0415 - loads on first use

        if self._drafting.card is not None and writable(self.context):
            self._drafting.flush()
            dialog = ReasonDialog(self.context, self._drafting, what, self._panel)
            dialog.saved.connect(lambda _change: self._drafting.read())
            self._panel.show_dialog(dialog)

    def publish(self) -> None:
        """Ask why, then put the draft in force."""
        self._reason("publish")

    def retire(self) -> None:
        """Ask why, then take the card out of use."""
        self._reason("retire")

    def reset(self) -> None:
        """Ask why, then put the program's own card in force again."""
        self._reason("reset")

    def copy(self) -> None:
        """Begin a card of the company's own with what is in view."""
        from app.ui.pages.credit_rules.cards.dialogs import CopyDialog  # noqa: PLC0415 - loads on first use

        card, found = self._drafting.card, self._drafting.found
        if card is None or found is None or not writable(self.context):
            return
        lang = self.context.formats.lang
        dialog = CopyDialog(self.context, card, {card_title(info, lang) for info in found.infos}, self._panel)
        made: list[str] = []
        dialog.made.connect(made.append)
        dialog.saved.connect(lambda _change: self._drafting.choose(made[0]))
        self._panel.show_dialog(dialog)

    def add_indicator(self, family: str) -> None:
        """Ask for one more indicator of a family."""
        from app.ui.pages.credit_rules.cards.dialogs import (  # noqa: PLC0415 - loads on first use
            IndicatorDialog,
        )

        card = self._drafting.card
        there = next((one for one in card.families if one.code == family), None) if card is not None else None
        if there is not None and not self._drafting.locked:
            dialog = IndicatorDialog(self.context, self._drafting, there, self._panel)
            dialog.made.connect(self._panel.weights.show_part)
            self._panel.show_dialog(dialog)

    # -- at once --------------------------------------------------------------------------------

    def _do(self, work: Callable[[Control], ChangeSet], then: Callable[[], object] | None = None) -> None:
        def done(change: ChangeSet) -> None:
            if change.id:
                self.context.notices.done(change)
            if then is not None:
                then()
            else:
                self._drafting.read()

        if writable(self.context):
            self.context.runner.database(work, done, failed=self.context.notices.error, owner=self)

    def discard(self) -> None:
        """Drop the draft."""
        scoring, code = self.context.company.scoring, self._drafting.code
        self._drafting.flush()
        self._do(lambda _control: scoring.discard_draft(code))

    def take_version(self) -> None:
        """Make the version looked at the draft."""
        scoring, card, author = self.context.company.scoring, self._drafting.card, self.context.actor
        if card is not None:
            self._do(
                lambda _control: scoring.save_draft(card, author),
                lambda: self._drafting.choose(card.code),
            )

    # -- out and in -----------------------------------------------------------------------------

    def _name(self, card: Scorecard) -> str:
        return f"{card_title(card, self.context.formats.lang)} {card.version}"

    def export(self, file_format: str) -> None:
        """Write the card in view as JSON, or its weights and bins as a workbook."""
        card = self._drafting.card
        if card is None:
            return
        scoring, lang = self.context.company.scoring, self.context.formats.lang

        def work(path: Path, _control: Control) -> None:
            if file_format == "json":
                write_bytes(path, scoring.export_card(card).encode())
            else:
                scoring.write_sheet(card, path, lang)

        PageExports(self.context, self._panel).write(self._name(card), file_format, work)

    def bring(self) -> None:
        """Ask for a card's JSON or a workbook of weights and bins."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        kinds = self.tr("Scorecards (*.json *.xlsx)")
        picked, _ = QFileDialog.getOpenFileName(self._panel, self.tr("Import a scorecard"), "", kinds)
        if picked:
            self.take_file(Path(picked))

    def take_file(self, path: Path) -> None:
        """Make a file the draft: a card by its code, or a workbook with figures of the card in view."""
        scoring, onto, author = self.context.company.scoring, self._drafting.card, self.context.actor
        if onto is None or not writable(self.context):
            return
        name = path.stem

        def work(_control: Control) -> tuple[str, ChangeSet]:
            if path.suffix.lower() == ".xlsx":
                card = scoring.read_sheet(path, onto)
            else:
                card = scoring.import_card(path.read_text("utf-8"))
            known = {info.code for info in scoring.cards()}
            if card.code not in known and not card.name:
                card = replace(card, name=name)
            return card.code, scoring.save_draft(card, author)

        def done(found: tuple[str, ChangeSet]) -> None:
            code, change = found
            if change.id:
                self.context.notices.done(change)
            self._drafting.choose(code)

        self._drafting.flush()
        self.context.runner.database(work, done, failed=self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        """A card with faults is refused with every one of them named."""
        found = error.params.get("problems") if isinstance(error, DomainError) else None
        if not isinstance(found, list):
            if isinstance(error, UnicodeDecodeError):
                error = DomainError("scorecard.unreadable", detail="UTF-8")
            self.context.notices.error(error)
            return
        lang = self.context.formats.lang
        problems = [each for each in found if isinstance(each, Problem)]
        lines = [because(each.code, dict(each.params), lang) for each in problems[:_LISTED]]
        title = self.tr("The file was not taken in: %n fault(s)", "", len(problems))
        self._panel.strip.say("danger", "\n".join(lines), title)

    # -- the menu -------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What is done now and then."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        drafting, found = self._drafting, self._drafting.found
        info, able = drafting.info, writable(self.context)
        shipped = found is not None and found.shipped is not None
        live = info is not None and info.state == "published"
        for text, run, on in (
            (self.tr("Export as JSON…"), partial(self.export, "json"), drafting.card is not None),
            (self.tr("Export weights and bins to Excel…"), partial(self.export, "xlsx"), True),
            (self.tr("Import…"), self.bring, able),
            (self.tr("Copy as a new card…"), self.copy, able),
            (self.tr("Discard the draft"), self.discard, able and drafting.is_draft),
            (
                self.tr("Back to the shipped card…"),
                self.reset,
                able and shipped and info is not None and not info.as_shipped,
            ),
            (self.tr("Retire the card…"), self.retire, able and live and not shipped),
        ):
            action = menu.addAction(text)
            action.setEnabled(on)
            action.triggered.connect(lambda _on=False, run=run: run())
        return menu
