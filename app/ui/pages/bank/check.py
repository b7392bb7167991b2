"""Step 3: the dry run. What every line of the file would come to, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.domain.money import to_major
from app.domain.problem import Severity
from app.services.bank_views import Outcome, PlannedLine
from app.ui.i18n import Retranslated
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.bank.words import OUTCOME_TONES, format_name, numbers, outcome_name, own_account, why
from app.ui.pages.importing.words import problem_text
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.domain.bank_file import BankFile
    from app.services.bank_views import MatchPlan
    from app.ui.context import PageContext
    from app.ui.pages.bank.flow import BankFlow

_ALL = "all"
_PROBLEMS_SHOWN = 4


class CheckPanel(Retranslated):
    """``make_account`` asks for a new account of ours; ``decided``: bad rows are left out, or not."""

    make_account = Signal()
    decided = Signal()

    def __init__(self, context: PageContext, flow: BankFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        self.message = MessageStrip(theme)
        self.account, self.section = QComboBox(), QComboBox()
        self._account_label, self._section_label = (label("", "small", "secondary") for _ in range(2))
        self.new_account = button(theme, "", "normal", "plus", self.make_account.emit)
        self._name = label("", "bodyStrong")
        self._period = label("", "small", "secondary")
        self.figures = Figures(theme, "section")
        self.scope = Segmented()
        self.table = DataTable(theme, "bank.plan", context.preferences, empty_icon="list-filter")
        self.model: RowTable[PlannedLine] = RowTable(
            self._columns(), context.runner, lambda line: line.raw.row, parent=self
        )
        self.table.set_model(self.model)
        self.leave_out = QCheckBox()
        self._lay_out()
        self.leave_out.toggled.connect(self._on_leave_out)
        self.account.activated.connect(lambda _at: flow.choose_account(int(self.account.currentData())))
        self.section.activated.connect(lambda _at: flow.reread(section=self.section.currentData()))
        self.scope.chosen.connect(self.narrow)
        self.table.clear_filter.connect(self._show_all)
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self._context.theme
        bar = QFrame()
        bar.setProperty("area", "card")
        bar.setFixedHeight(theme.size("control") + 20)
        picture = QLabel()
        theme.picture(picture, "landmark", "textSecondary", 18)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.account.setMinimumWidth(200)
        row.addWidget(picture)
        row.addWidget(self._name)
        row.addWidget(self._period, 1)
        for widget in (
            self._section_label,
            self.section,
            self._account_label,
            self.account,
            self.new_account,
        ):
            row.addWidget(widget)
        card = Card(theme)
        card.body.addWidget(self.figures)
        filters = QHBoxLayout()
        filters.addWidget(self.scope)
        filters.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(self.message)
        layout.addWidget(self.leave_out)
        layout.addWidget(card)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)

    # -- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the plan made last."""
        file, plan = self._flow.file, self._flow.plan
        if file is None or plan is None:
            return
        self._fill_bar(file)
        self._say_problems(file)
        self._say_figures(plan)
        scopes = [(_ALL, self.tr("All"))]
        scopes += [
            (each.value, outcome_name(each, self._context.formats))
            for each in Outcome
            if self._flow.count(each)
        ]
        self.scope.set_choices(scopes)
        if self.scope.current not in {key for key, _ in scopes}:
            self.scope.set_current(_ALL)
        self.model.set_columns(self._columns())
        self.model.set_rows(plan.lines)
        self.narrow()

    def _fill_bar(self, file: BankFile) -> None:
        formats = self._context.formats
        self._name.setText(file.name)
        said = [format_name(file.format)]
        if file.start and file.end:
            said.append(f"{formats.day(file.start)} – {formats.day(file.end)}")
        self._period.setText(" • ".join(said))
        self.account.clear()
        fresh = self.tr("New account {number}").format(number=file.account_hint or file.currency)
        self.account.addItem(fresh.strip(), 0)
        for each in self._flow.accounts:
            self.account.addItem(own_account(each.name, each.number), each.id)
        self.show_account()
        self.section.clear()
        for part in file.sections:
            self.section.addItem(part, part)
        self.section.setCurrentIndex(max(0, self.section.findData(self._flow.options.section)))
        for widget in (self.section, self._section_label):
            widget.setVisible(len(file.sections) > 1)

    def show_account(self) -> None:
        """The account the plan in view is for."""
        self.account.setCurrentIndex(max(0, self.account.findData(self._flow.account_id)))

    def _on_leave_out(self, on: bool) -> None:
        self._flow.leave_out = on
        self.decided.emit()

    def _say_problems(self, file: BankFile) -> None:
        bad = len(file.bad_rows)
        self.leave_out.setText(
            self.tr("Leave out %n row(s) that cannot be read and take in the others", "", bad)
        )
        self.leave_out.setChecked(self._flow.leave_out)
        self.leave_out.setVisible(bool(bad) and not file.stopped)
        if not file.problems:
            self.message.hide()
            return
        tone = "danger" if file.errors else "warn"
        texts = [problem_text(each, self._context.formats) for each in file.problems[:_PROBLEMS_SHOWN]]
        if len(file.problems) > _PROBLEMS_SHOWN:
            texts.append(self.tr("and %n more", "", len(file.problems) - _PROBLEMS_SHOWN))
        worst = any(each.severity is Severity.ERROR for each in file.problems)
        title = self.tr("This statement cannot be taken in yet") if worst else ""
        self.message.say(tone, "\n".join(texts), title, closable=False)

    def _say_figures(self, plan: MatchPlan) -> None:
        formats, file = self._context.formats, plan.file
        alike = not self._several_currencies

        def figure(name: str, outcome: Outcome, tone: str = "") -> tuple[str, str, str, str]:
            count, total = self._flow.sums[outcome]
            note = formats.money(total, file.currency) if count and alike else ""
            return name, formats.count(count), note, tone if count else ""

        figures = [
            (self.tr("Lines"), formats.count(len(plan.lines)), "", ""),
            figure(self.tr("Known from before"), Outcome.KNOWN),
            figure(self.tr("Certain, applied at once"), Outcome.APPLY, "good"),
            figure(self.tr("Waiting for you"), Outcome.WAIT, "warn"),
            figure(self.tr("Set aside"), Outcome.IGNORE),
        ]
        if file.closing is not None:
            opening = formats.money(file.opening or 0, file.currency)
            note = self.tr("opened with {amount}").format(amount=opening) if file.opening is not None else ""
            closing = formats.money(file.closing, file.currency)
            figures.append((self.tr("Closing balance"), closing, note, ""))
        self.figures.set(figures)

    @property
    def _several_currencies(self) -> bool:
        """Whether amounts need their currency beside them, and have no common sum."""
        file = self._flow.file
        return file is not None and len({line.currency for line in file.lines}) > 1

    def narrow(self, *_: object) -> None:
        """Show the lines of one outcome, or all."""
        scope = self.scope.current
        self.model.set_filter(None if scope in {_ALL, ""} else lambda line: line.outcome.value == scope)
        self.table.say_empty(self.tr("The statement has no lines."), "")

    def _show_all(self) -> None:
        self.scope.set_current(_ALL)
        self.narrow()

    def _columns(self) -> list[Column[PlannedLine]]:
        formats = self._context.formats

        def outcome(line: PlannedLine) -> Cell:
            return Cell(outcome_name(line.outcome, formats), chip=OUTCOME_TONES[line.outcome])

        columns: list[Column[Any]] = [
            day_column("on", lambda: self.tr("Date"), lambda line: line.raw.on, formats),
            Column("outcome", lambda: self.tr("What happens"), outcome,
                   value=lambda line: line.outcome.value, width=104, min_width=90),
            text_column("payer", lambda: self.tr("Payer"),
                        lambda line: line.raw.payer or line.raw.payer_account, strong=True, width=170,
                        stretch=2),
            Column("amount", lambda: self.tr("Amount"),
                   lambda line: Cell(formats.amount(line.raw.amount, line.raw.currency)),
                   value=lambda line: line.raw.amount,
                   plain=lambda line: f"{to_major(line.raw.amount, line.raw.currency):f}",
                   width=120, min_width=100, align=Align.RIGHT, descending_first=True, fixed=True),
            text_column("currency", lambda: self.tr("Currency"), lambda line: line.raw.currency,
                        tone="secondary", width=64, hidden=not self._several_currencies),
            text_column("customer", lambda: self.tr("Customer"),
                        lambda line: line.best.customer if line.best else "", width=150, stretch=2),
            text_column("numbers", lambda: self.tr("For"),
                        lambda line: numbers(line.best.parts) if line.best else "", width=140, stretch=1),
            text_column("why", lambda: self.tr("Because of"), lambda line: why(line, formats),
                        tone="secondary", width=220, stretch=3),
            text_column("text", lambda: self.tr("Text"),
                        lambda line: " ".join(filter(None, (line.raw.text, line.raw.reference))),
                        tone="secondary", width=160, stretch=1, drop=1),
        ]  # fmt: skip
        return columns

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._account_label.setText(self.tr("Our account"))
        self._section_label.setText(self.tr("Account in the file"))
        self.account.setAccessibleName(self.tr("Our account"))
        self.section.setAccessibleName(self.tr("Account in the file"))
        self.new_account.setText(self.tr("New account…"))
        self.scope.setAccessibleName(self.tr("Which lines"))
        self.table.view.setAccessibleName(self.tr("Lines of the statement"))
        self.scope.set_choices([(_ALL, self.tr("All"))])
        self.refresh()
