"""From booking to booking: the movement of the provision, the journal to post, what was booked when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.provision_sheet import Side
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow, figure, named
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say
from app.words.provision_names import per_cent, source_in

if TYPE_CHECKING:
    from app.domain.provision_sheet import BookedRun, MovementSheet
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead

_MOVES = ("begin", "charged", "released", "written_off", "recovered", "end")
_LESS = frozenset({"released", "written_off"})


class BookedView(Retranslated):
    """``unbook_wanted`` carries a run to take back, ``paper_wanted`` one to print, ``day_wanted`` a day."""

    unbook_wanted = Signal(int)
    paper_wanted = Signal(int)
    day_wanted = Signal(object)
    written_off_wanted = Signal()
    """A movement leads to the register of bad debts: what was written off and recovered."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: ProvisionRead | None = None
        theme = context.theme
        self.moved_title, self.journal_title, self.runs_title = (label("", "section") for _ in range(3))
        self.moves = LinesTable(context, "provision.moves", icon="history")
        self.journal = LinesTable(context, "provision.journal", icon="book-open")
        self.note = label("", "small", "secondary", wrap=True)
        self.runs = LinesTable(context, "provision.runs", icon="stamp")
        self.print_button = button(theme, "", "normal", "printer", self._print, small=True)
        self.unbook_button = button(theme, "", "quiet", "undo-2", self._unbook, small=True)
        self.runs.opened.connect(self._on_run)
        self.moves.opened.connect(lambda _row: self.written_off_wanted.emit())
        self.runs.current_changed.connect(lambda _row: self._guard())
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.moved_title)
        column.addWidget(self.moves)
        column.addWidget(self.journal_title)
        column.addWidget(self.journal)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.runs_title, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.unbook_button)
        column.addLayout(row)
        column.addWidget(self.runs)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_provision(self, found: ProvisionRead) -> None:
        """Show the day and what was booked."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        self._write_moves(found)
        self._write_journal(found)
        self._write_runs(found)
        self._guard()

    def _write_moves(self, found: ProvisionRead) -> None:
        """From the last booking to the day in view, then between bookings."""
        lang = self.context.formats.lang
        shown: list[MovementSheet] = []
        if found.paper.movement is not None and found.booked is None:
            shown.append(found.paper.movement)
        shown += found.moves
        heads = (
            named("day", lang, width=220, min_width=150, stretch=2),
            *(
                Head(key, say(f"provision_move.{key}", lang), figure=True, width=110, min_width=84, stretch=1)
                for key in _MOVES
            ),
        )
        rows = [PlainRow(place, self._move(one)) for place, one in enumerate(shown, 1)]
        self.moves.show_lines(heads, rows)
        self.moves.say_empty(self.tr("Nothing was booked yet."))
        self.moves.fit_rows(6)

    def _move(self, one: MovementSheet) -> tuple[Cell, ...]:
        formats = self.context.formats
        start = formats.day(one.begin_on) if one.begin_on is not None else self.tr("from nothing")
        cells = []
        for key in _MOVES:
            minor = getattr(one.movement, key)
            cells.append(
                figure(self.context, -minor if key in _LESS else minor, one.base, strong=key == "end")
            )
        return Cell(f"{start} → {formats.day(one.end_on)}", strong=True), *cells

    def _write_journal(self, found: ProvisionRead) -> None:
        lang = self.context.formats.lang
        heads = (
            named("what", lang, width=200, min_width=130, stretch=2),
            named("code", lang, width=80, min_width=64),
            named("account", lang, width=200, min_width=130, stretch=2),
            named("debit", lang, figure=True, width=120, min_width=90),
            named("credit", lang, figure=True, width=120, min_width=90),
        )
        rows, base = [], found.sheet.base
        for place, one in enumerate(found.paper.postings, 1):
            account = found.paper.account(one.account)
            debit = one.side is Side.DEBIT
            amount = figure(self.context, one.amount, base, whole=False)
            side = say(f"posting_side.{one.side}", lang)
            name = account.name(lang) if account else one.account
            rows.append(
                PlainRow(
                    place,
                    (
                        Cell(say(f"posting.{one.what}", lang) if debit else "", strong=True),
                        Cell(account.code if account else ""),
                        Cell(f"{side}  {name}" if debit else f"　　{side}  {name}"),
                        amount if debit else Cell(""),
                        Cell("") if debit else amount,
                    ),
                )
            )
        self.journal.show_lines(heads, rows)
        self.journal.say_empty(say("provision_paper.nothing_to_post", lang))
        self.journal.fit_rows(8)
        source = say("provision_paper.source", lang, source=source_in(found.paper.account_source, lang))
        used = any(one.what in {"written_off", "recovered"} for one in found.paper.postings)
        self.note.setText("　".join(filter(None, (say("posting.already", lang) if used else "", source))))

    def _write_runs(self, found: ProvisionRead) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        heads = (
            named("day", lang, width=120, min_width=96),
            named("gross", lang, figure=True, width=120, min_width=90),
            named("provided", lang, figure=True, width=120, min_width=90),
            named("share", lang, figure=True, width=84, min_width=70),
            named("source", lang, width=120, min_width=90),
            named("why", lang, width=220, min_width=120, stretch=2),
        )
        rows = [
            PlainRow(
                one.id,
                (
                    Cell(formats.day(one.as_of), strong=True),
                    figure(self.context, one.gross, one.currency),
                    figure(self.context, one.total, one.currency, strong=True),
                    Cell(per_cent(one.cover)),
                    Cell(say(f"rate_source.{one.method}", lang) if one.method else ""),
                    Cell(" · ".join(filter(None, (formats.day(one.booked_on), one.by, one.note)))),
                ),
            )
            for one in found.runs
        ]
        self.runs.show_lines(heads, rows)
        self.runs.say_empty(self.tr("No provision was booked yet."), self._book_text(found))
        if rows:
            self.runs.view.select_id(rows[0].key)
        self.runs.fit_rows(8)

    def _book_text(self, found: ProvisionRead) -> str:
        """The verb of an empty list, where the day in view can be booked."""
        sheet, today = found.sheet, self.context.company.clock.today()
        able = writable(self.context) and not sheet.small_firm and sheet.as_of <= today
        return self.tr("Book…") if able else ""

    # -- acting ---------------------------------------------------------------------------------

    def _run(self) -> BookedRun | None:
        row = self.runs.view.current_id()
        return next((one for one in self.found.runs if one.id == row), None) if self.found else None

    def _guard(self) -> None:
        one = self._run()
        none = "" if one is not None else self.tr("No provision was booked yet.")
        self.print_button.setEnabled(one is not None)
        self.print_button.setToolTip(none)
        because = none or self.tr("Only the last booking can be taken back.")
        guard(self.context, self.unbook_button, able=one is not None and one.last, because=because)

    def _on_run(self, _row: int) -> None:
        if (one := self._run()) is not None:
            self.day_wanted.emit(one.as_of)

    def _print(self) -> None:
        if (one := self._run()) is not None:
            self.paper_wanted.emit(one.id)

    def _unbook(self) -> None:
        if (one := self._run()) is not None:
            self.unbook_wanted.emit(one.id)

    def retranslate(self) -> None:
        """Write every text of the view."""
        lang = self.context.formats.lang
        self.moved_title.setText(say("provision_paper.movement", lang))
        self.journal_title.setText(say("provision_paper.journal", lang))
        self.runs_title.setText(self.tr("Booked provisions"))
        self.print_button.setText(self.tr("Print as booked…"))
        self.unbook_button.setText(self.tr("Take back…"))
        self.moves.view.setAccessibleName(self.moved_title.text())
        self.journal.view.setAccessibleName(self.journal_title.text())
        self.runs.view.setAccessibleName(self.runs_title.text())
        self._write()
