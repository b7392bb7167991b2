"""Policies side by side, and grade by grade: what each comes to, how far from today, which is best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.money import Money, whole_units
from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.policy.reading import FIGURES, HIGHER, RELEASED, figure_of
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.credit_policy import Outcome
    from app.domain.credit_policy_study import Tried
    from app.domain.table import Cell as TableCell
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.analysis.policy.reading import GradeEdge, Trial

SHOWN = (*FIGURES, RELEASED)
_GRADE_FIGURES = (
    "sales", "margin", "carry", "discount", "premium", "loss", "stressed_loss", "profit", "receivables",
)  # fmt: skip
_DROPS = {"margin": 3, "discount": 1, "premium": 2, "stressed_loss": 4, "carry": 5}
_NAME = 24
TRIED, TODAY, CHANGE = "tried", "today", "change"


def signed(minor: int, formats: Formats, currency: str) -> str:
    """An amount with its sign."""
    text = formats.whole(minor, currency)
    return f"+{text}" if minor > 0 else text


def apart(now: int, was: int, formats: Formats, currency: str) -> str:
    """How far two amounts are apart as both are written: in whole units, so that the eye can follow."""
    return signed(whole_units(now, currency) - whole_units(was, currency), formats, currency)


def policy_columns(trial: Trial, name: str, lang: str) -> list[tuple[str, Tried]]:
    """Today, the policy tried, the kept ones: each with what it is called."""
    found = [(say("policy_study.today", lang), trial.answer.today)]
    found.append((_short(name) or say("policy_study.tried", lang), trial.answer.tried))
    found += [(_short(kept.policy.name), tried) for kept, tried in trial.others]
    return found


def _short(name: str) -> str:
    """A name that leaves room for figures; the whole of it stands where policies are chosen."""
    plain = " ".join(name.split())
    return plain if len(plain) <= _NAME else f"{plain[: _NAME - 1]}…"


def best_of(values: Sequence[int], figure: str) -> list[int]:
    """Places of the best; none where all are the same."""
    if len(set(values)) < 2:  # noqa: PLR2004 - nothing to choose between
        return []
    best = max(values) if figure in HIGHER else min(values)
    return [place for place, value in enumerate(values) if value == best]


def comparison_table(trial: Trial, name: str, title: str, subtitle: Sequence[str], formats: Formats) -> Table:
    """The comparison as it leaves the program: amounts, then what each differs from today by."""
    lang, currency = formats.lang, trial.answer.ground.currency
    columns = policy_columns(trial, name, lang)
    heads = [TableColumn("figure", say("policy_study.figure", lang))]
    heads += [TableColumn(f"p{n}", text, ColumnKind.MONEY) for n, (text, _) in enumerate(columns)]
    against = say("policy_study.against", lang)
    heads += [
        TableColumn(f"d{n}", f"{text} {against}", ColumnKind.MONEY)
        for n, (text, _) in enumerate(columns)
        if n
    ]
    rows: list[tuple[TableCell, ...]] = []
    for figure in SHOWN:
        values = [trial.figure(tried, figure) for _, tried in columns]
        amounts = [Money(value, currency) for value in values]
        apart = [Money(value - values[0], currency) for value in values[1:]]
        rows.append((say(f"policy_outcome.{figure}", lang), *amounts, *apart))
    return Table(title, tuple(heads), tuple(rows), subtitle=tuple(subtitle))


class CompareView(Retranslated):
    """``opened`` carries the figure whose customers are asked for."""

    opened = Signal(str)
    wanted_data = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._shown: tuple[Trial, str] | None = None
        self.table = LinesTable(context, "policy.compare", icon="scale")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.opened.connect(lambda place: self.opened.emit(SHOWN[place - 1]))
        self.table.clear_filter.connect(self.wanted_data)

    def show_trial(self, trial: Trial, name: str) -> None:
        """Show these side by side."""
        self._shown = (trial, name)
        formats, lang = self.context.formats, self.context.formats.lang
        currency = trial.answer.ground.currency
        columns = policy_columns(trial, name, lang)
        heads = [Head("figure", say("policy_study.figure", lang), width=150, min_width=120, stretch=1)]
        heads += [
            Head(f"p{place}", text, figure=True, width=190 if place else 120, min_width=150 if place else 96)
            for place, (text, _) in enumerate(columns)
        ]
        heads.append(Head("best", say("policy_study.best", lang), width=150, min_width=110, drop=1))
        rows = []
        for key, figure in enumerate(SHOWN, 1):
            values = [trial.figure(tried, figure) for _, tried in columns]
            best = best_of(values, figure)
            cells = [Cell(say(f"policy_outcome.{figure}", lang), strong=figure == "profit")]
            for place, value in enumerate(values):
                text = formats.whole(value, currency)
                if place and figure != RELEASED and value != values[0]:
                    text += f" ({apart(value, values[0], formats, currency)})"
                if figure == RELEASED:
                    was, now = (columns[at][1].total.receivables for at in (0, place))
                    text = apart(was, now, formats, currency) if place else DASH
                cells.append(Cell(text, strong=place in best))
            told = " · ".join(columns[place][0] for place in best)
            cells.append(Cell(f"● {told}", tone="good") if told else Cell(DASH, tone="tertiary"))
            rows.append(PlainRow(key, tuple(cells)))
        self.table.show_lines(heads, rows if trial.answer.ground.segments else [])
        self.table.fit_rows()

    def retranslate(self) -> None:
        """Write every text."""
        self.table.view.setAccessibleName(self.tr("Policies side by side"))
        self.table.say_empty(
            self.tr("Nobody bought or owes anything yet: there is nothing to try a policy on."),
            self.tr("Import data…"),
        )
        if self._shown is not None:
            self.show_trial(*self._shown)


class GradesView(Retranslated):
    """``opened`` carries grade ("" for all) and figure."""

    opened = Signal(str, str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._trial: Trial | None = None
        self._grades: list[str] = []
        self.mode = Segmented()
        self.table = LinesTable(context, "policy.grades", icon="layers")
        self.rule = label("", "small", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        layout.addWidget(self.rule)
        self.mode.chosen.connect(self._write)
        self.table.opened.connect(self._open)

    def show_trial(self, trial: Trial) -> None:
        """Show what each grade comes to."""
        self._trial = trial
        self._write()

    def _write(self, *_: object) -> None:
        if self._trial is None:
            return
        lang, answer = self.context.formats.lang, self._trial.answer
        heads = [Head("grade", say("policy_study.by_grade", lang), width=64, min_width=52)]
        heads += [
            Head(name, say(f"policy_outcome.{name}", lang), figure=True, width=104, min_width=84,
                 drop=_DROPS.get(name, 0))
            for name in _GRADE_FIGURES
        ]  # fmt: skip
        heads += [
            Head(name, say(f"policy_study.{name}", lang), figure=True, width=96, min_width=80)
            for name in ("loss_share", "breakeven")
        ]
        heads.append(Head("verdict", say("policy_study.verdict", lang), width=96, min_width=78, stretch=1))
        self._grades = [one.grade for one in answer.tried.grades]
        rows = [PlainRow(place, self._cells(grade)) for place, grade in enumerate(self._grades, 1)]
        total = self._amounts(answer.today.total, answer.tried.total, strong=True)
        name = Cell(say("paper.total", lang), strong=True)
        self.table.show_lines(heads, rows, (name, *total, Cell(""), Cell(""), Cell("")) if rows else ())
        self.table.fit_rows()

    def _cells(self, grade: str) -> tuple[Cell, ...]:
        assert self._trial is not None  # noqa: S101 - asked for with something shown
        answer = self._trial.answer
        amounts = self._amounts(answer.today.of(grade), answer.tried.of(grade))
        edge = self._trial.today_edge if self.mode.current == TODAY else self._trial.tried_edge
        return (Cell(grade, chip=f"grade.{grade}"), *amounts, *self._edge(edge, grade))

    def _edge(self, edge: GradeEdge, grade: str) -> tuple[Cell, ...]:
        lang = self.context.formats.lang
        at, lost = edge.breakeven.get(grade), edge.expected.get(grade)
        if at is None or lost is None:
            nothing = Cell(DASH, tone="tertiary")
            return nothing, nothing, Cell(say("policy_study.no_credit", lang), tone="tertiary")
        earns = lost < at
        word = say(f"policy_study.{'earns' if earns else 'loses'}", lang)
        told = Cell(f"{'●' if earns else '■'} {word}", tone="good" if earns else "danger")
        return Cell(f"{lost:.2f}%"), Cell(f"{at:.2f}%".replace("-", "−")), told

    def _amounts(
        self, today: Outcome | None, tried: Outcome | None, *, strong: bool = False
    ) -> tuple[Cell, ...]:
        assert self._trial is not None  # noqa: S101 - as above
        formats, currency = self.context.formats, self._trial.answer.ground.currency
        cells = []
        for name in _GRADE_FIGURES:
            was, now = figure_of(today, name), figure_of(tried, name)
            if self.mode.current == CHANGE:
                text = apart(now, was, formats, currency)
                cells.append(Cell(text if now != was else DASH, strong=strong))
            else:
                value = was if self.mode.current == TODAY else now
                text = formats.whole(value, currency) if value else DASH
                cells.append(Cell(text, tone="" if value else "tertiary", strong=strong))
        return tuple(cells)

    def _open(self, place: int) -> None:
        column = self.table.view.currentIndex().column()
        columns = self.table.lines.columns
        key = columns[column].key if 0 <= column < len(columns) else ""
        figure = key if key in FIGURES else "loss" if key in {"loss_share", "breakeven"} else "profit"
        self.opened.emit(self._grades[place - 1], figure)

    def retranslate(self) -> None:
        """Write every text."""
        self.mode.setAccessibleName(self.tr("What is shown by grade"))
        self.mode.set_choices(
            [
                (TRIED, self.tr("This policy")),
                (TODAY, self.tr("Today")),
                (CHANGE, self.tr("Difference")),
            ]
        )
        self.table.view.setAccessibleName(self.tr("Outcome by grade"))
        self.rule.setText(
            self.tr(
                "Break-even: the share of the credit sales that may be lost before they earn nothing; margin "
                "less carrying cost, discount and premium."
            )
        )
        self._write()
