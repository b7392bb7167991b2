"""One indicator of a card: its rows from, below and points, the special answers, and who stands where."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.assessment import Answer
from app.domain.scorecard import InputKind
from app.domain.scorecard_edit import (
    closed,
    indicator_of,
    joined,
    removed,
    share,
    split,
    with_boundary,
    with_choice,
    with_edited,
    with_points,
)
from app.services.scoring_views import BinCount
from app.ui.dialogs.controls import CountEdit
from app.ui.i18n import Retranslated
from app.ui.pages.credit_rules.cards.row_bar import RowBar
from app.ui.pages.credit_rules.cards.words import (
    indicator_help,
    indicator_name,
    problem_words,
    row_name,
    unit_name,
)
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.form_field import room_for_hint
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.scorecard import Bin, Indicator
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting

_FIGURE, _MOST_DAYS = 76, 3650
_FROM, _BELOW, _POINTS, _LESS, _WHO = range(5)
_SPECIAL = (Answer.MISSING, Answer.NOT_APPLICABLE, Answer.OUT_OF_RANGE)


class IndicatorEditor(Retranslated):
    """Edits go to the draft at once; ``opened`` carries the customers of a row and the row's name."""

    opened = Signal(object, str)

    def __init__(self, context: PageContext, drafting: Drafting) -> None:
        super().__init__()
        self.context, self._drafting = context, drafting
        self.code = ""
        self._counts: Mapping[str, Sequence[BinCount]] = {}
        self._shape: tuple[object, ...] = ()
        theme = context.theme
        self.title = label("", "section", wrap=True)
        self.help = label("", "small", "secondary", wrap=True)
        self.facts = label("", "small", "secondary", wrap=True)
        self.fault = label("", "small", "danger", wrap=True)
        self.age_label, self.age_after = label("", "small", "secondary"), label("", "small", "tertiary")
        self.age = CountEdit(0, _MOST_DAYS)
        self.age.setFixedWidth(96)
        self.age.valueChanged.connect(self._on_age)
        self.range_from, self.range_to = label("", "small", "secondary"), label("", "small", "secondary")
        self.least = DecimalEdit(None, least=None, most=None, empty=True)
        self.most = DecimalEdit(None, least=None, most=None, empty=True)
        for edit in (self.least, self.most):
            edit.setFixedWidth(_FIGURE)
            edit.edited.connect(self._on_range)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(_WHO, 1)
        self.leaves_out = QCheckBox()
        self.leaves_out.toggled.connect(self._on_leave_out)
        self.uneven = QCheckBox()
        self.uneven.toggled.connect(self._on_uneven)
        self.more_button = button(theme, "", "link", "plus", self._add_row)
        self.close_button = button(theme, "", "link", run=self._close)
        self.remove_button = button(theme, "", "link", "trash-2", self._remove)
        self.rows: list[tuple[QLineEdit | None, QLineEdit | None, DecimalEdit]] = []
        self.special: dict[Answer, DecimalEdit] = {}
        self.bars: dict[object, RowBar] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        age = QHBoxLayout()
        age.setSpacing(8)
        for widget in (self.age_label, self.age, self.age_after):
            age.addWidget(widget)
        age.addStretch(1)
        sensible = QHBoxLayout()
        sensible.setSpacing(8)
        for part in (self.range_from, self.least, self.range_to, self.most):
            sensible.addWidget(part)
        sensible.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.more_button)
        tools.addWidget(self.close_button)
        tools.addStretch(1)
        tools.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.setSpacing(6)
        for widget in (self.title, self.help, self.facts):
            layout.addWidget(widget)
        layout.addLayout(age)
        layout.addWidget(self.fault)
        layout.addLayout(self.grid)
        layout.addLayout(tools)
        layout.addLayout(sensible)
        layout.addWidget(self.leaves_out)
        layout.addWidget(self.uneven)
        layout.addStretch(1)

    @property
    def indicator(self) -> Indicator | None:
        """The indicator in view."""
        card = self._drafting.card
        return None if card is None else indicator_of(card, self.code)

    # -- building -------------------------------------------------------------------------------

    def show_indicator(self, code: str) -> None:
        """Show another indicator."""
        self.code = code
        self.write()

    def show_fault(self) -> None:
        """Take the keyboard to the first field that is wrong, else to the first row."""
        edits = [edit for row in self.rows for edit in row if edit is not None and edit.isEnabled()]
        wrong = [edit for edit in edits if edit.property("state") == "error"]
        for edit in (*wrong, *edits)[:1]:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Mapping[str, Sequence[BinCount]]) -> None:
        """Show which customers stand in which row."""
        self._counts = counts
        self._count()

    def write(self) -> None:
        """Show the indicator as it is on the card in view."""
        found = self.indicator
        self.setVisible(found is not None)
        if found is None:
            return
        shape = (found.code, found.kind, len(found.bins), self._drafting.locked, self.context.formats.lang)
        if shape != self._shape:
            self._shape = shape
            self._build(found)
        self._fill(found)

    def _build(self, found: Indicator) -> None:
        clear(self.grid)
        self.rows, self.special, self.bars = [], {}, {}
        choice = found.kind is InputKind.CHOICE
        titles = [self.tr("Answer") if choice else self.tr("From"), "" if choice else self.tr("Below")]
        titles += [self.tr("Points"), "", self.tr("Own customers")]
        for column, title in enumerate(titles):
            right = column in ({_POINTS} if choice else {_FROM, _BELOW, _POINTS})
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            self.grid.addWidget(label(title, "small", "secondary"), 0, column, side)
        for place in range(len(found.bins)):
            self._row(found, place)
        for offset, answer in enumerate(_SPECIAL):
            self._special_row(answer, len(found.bins) + 1 + offset)

    def _row(self, found: Indicator, place: int) -> None:
        line = place + 1
        low: QLineEdit | None = None
        high: QLineEdit | None = None
        row = found.bins[place]
        if found.kind is InputKind.NUMBER:
            low, high = self._bound(found, place - 1), self._bound(found, place)
            self.grid.addWidget(low, line, _FROM)
            self.grid.addWidget(high, line, _BELOW)
        elif self._own(found):
            low = QLineEdit(row.choice)
            low.textEdited.connect(partial(self._on_choice, place))
            low.setEnabled(not self._drafting.locked)
            self.grid.addWidget(low, line, _FROM, 1, 2)
        else:
            name = row_name(found, row, self.context.formats.lang)
            self.grid.addWidget(label(name, wrap=True), line, _FROM, 1, 2)
        points = self._points(partial(self._on_points, place))
        self.grid.addWidget(points, line, _POINTS)
        name = self.tr("Remove row {n}").format(n=line)
        less = icon_button(self.context.theme, "x", name, partial(self._join, place), small=True)
        less.setVisible(len(found.bins) > 1 and not self._drafting.locked and self._may_cut(found))
        self.grid.addWidget(less, line, _LESS)
        self._bar(place, line)
        self.rows.append((low, high, points))

    def _bound(self, found: Indicator, place: int) -> DecimalEdit:
        """A boundary between rows ``place`` and the next; the outermost are without end."""
        outer = not 0 <= place < len(found.bins) - 1
        made = DecimalEdit(None, least=None, most=None, empty=True)
        made.setFixedWidth(room_for_hint(made, self.tr("no end"), _FIGURE))
        made.setEnabled(not outer and not self._drafting.locked)
        if outer:
            made.setPlaceholderText(self.tr("no end"))
        else:
            made.edited.connect(partial(self._on_bound, place))
        return made

    def _points(self, run: Callable[[Decimal], None]) -> DecimalEdit:
        made = DecimalEdit(Decimal(0))
        made.setFixedWidth(56)
        made.setEnabled(not self._drafting.locked)
        made.edited.connect(run)
        return made

    def _special_row(self, answer: Answer, line: int) -> None:
        name = label(say(f"answer.{answer}", self.context.formats.lang), tone="secondary", wrap=True)
        self.grid.addWidget(name, line, _FROM, 1, 2)
        if answer is Answer.OUT_OF_RANGE:
            self.range_label = name
        points = self._points(partial(self._on_special, answer))
        points.setAccessibleName(say(f"answer.{answer}", self.context.formats.lang))
        self.grid.addWidget(points, line, _POINTS)
        self.special[answer] = points
        self._bar(answer, line)

    def _bar(self, key: object, line: int) -> None:
        made = RowBar(self.context.theme)
        made.opened.connect(partial(self._open, key))
        self.bars[key] = made
        self.grid.addWidget(made, line, _WHO)

    @staticmethod
    def _own(found: Indicator) -> bool:
        """Whether it is a question of the company's own: nothing else depends on its choices."""
        return bool(found.name)

    def _may_cut(self, found: Indicator) -> bool:
        return found.kind is InputKind.NUMBER or self._own(found)

    # -- showing --------------------------------------------------------------------------------

    def _fill(self, found: Indicator) -> None:
        lang, card, locked = self.context.formats.lang, self._drafting.card, self._drafting.locked
        if card is None:
            return
        self.title.setText(indicator_name(found, lang))
        self.help.setText(indicator_help(found, lang))
        self.help.setVisible(bool(self.help.text()))
        self.facts.setText(
            self.tr("Unit: {unit} • Source: {source} • Counts {share} of 100 points").format(
                unit=unit_name(found, lang),
                source=say(f"source.{found.source}", lang),
                share=written(round(share(card, found.code), 2)),
            )
        )
        self._fill_age(found, locked=locked)
        problems = [problem_words(each, card, lang) for each in self._drafting.problems_of(found.code)]
        self.fault.setText("\n".join(problems))
        self.fault.setVisible(bool(problems))
        self._fill_rows(found)
        self._fill_special(found, locked=locked)
        self.more_button.setVisible(not locked and self._may_cut(found))
        self.close_button.setVisible(not locked and closed(found) != found)
        self.remove_button.setVisible(not locked and len(card.indicators()) > 1)
        self.uneven.blockSignals(True)
        self.uneven.setChecked(found.uneven)
        self.uneven.blockSignals(False)
        self.uneven.setVisible(found.kind is InputKind.NUMBER)
        self.uneven.setEnabled(not locked)
        for edit, value in ((self.least, found.least), (self.most, found.most)):
            edit.set_value(value)
            edit.setEnabled(not locked)
        for widget in (self.range_from, self.least, self.range_to, self.most):
            widget.setVisible(found.kind is InputKind.NUMBER)
        self._count()

    def _fill_age(self, found: Indicator, *, locked: bool) -> None:
        self.age.blockSignals(True)
        self.age.setValue(found.max_age_days or 0)
        self.age.blockSignals(False)
        self.age.setEnabled(not locked)

    def _fill_rows(self, found: Indicator) -> None:
        for place, (low, high, points) in enumerate(self.rows):
            row = found.bins[place]
            name = row_name(found, row, self.context.formats.lang)
            if isinstance(low, DecimalEdit) and isinstance(high, DecimalEdit):
                low.set_value(row.low)
                high.set_value(row.high)
                low.setAccessibleName(self.tr("Row {n} from").format(n=place + 1))
                high.setAccessibleName(self.tr("Row {n} below").format(n=place + 1))
                self._mark(found, place, row, low, high)
            elif low is not None and not low.hasFocus():
                low.setText(row.choice)
                low.setAccessibleName(self.tr("Answer {n}").format(n=place + 1))
            points.set_value(row.points)
            points.setAccessibleName(self.tr("Points for {row}").format(row=name))

    def _mark(self, found: Indicator, place: int, row: Bin, low: DecimalEdit, high: DecimalEdit) -> None:
        """A boundary out of order or torn apart stands out; so does an end that is not open."""
        before = found.bins[place - 1].high if place else None
        torn = before != row.low
        for edit, wrong in (
            (low, torn),
            (high, row.low is not None and row.high is not None and row.low >= row.high),
        ):
            state = "error" if wrong or not edit.sound else ""
            if (edit.property("state") or "") != state:
                edit.setProperty("state", state)
                edit.style().unpolish(edit)
                edit.style().polish(edit)

    def _fill_special(self, found: Indicator, *, locked: bool) -> None:
        self.special[Answer.MISSING].set_value(found.missing)
        self.special[Answer.OUT_OF_RANGE].set_value(found.out_of_range)
        out = found.not_applicable is None
        applies = self.special[Answer.NOT_APPLICABLE]
        applies.set_value(found.not_applicable or Decimal(0))
        applies.setVisible(not out)
        applies.setEnabled(not locked)
        self.leaves_out.blockSignals(True)
        self.leaves_out.setChecked(out)
        self.leaves_out.blockSignals(False)
        self.leaves_out.setEnabled(not locked)
        self.range_label.setText(self._range(found))

    def _range(self, found: Indicator) -> str:
        lang = self.context.formats.lang
        if found.kind is InputKind.CHOICE:
            return self.tr("Any other answer")
        least, most = written(found.least), written(found.most)
        if least and most:
            return self.tr("Out of range: below {least} or above {most}").format(least=least, most=most)
        if least:
            return self.tr("Out of range: below {least}").format(least=least)
        if most:
            return self.tr("Out of range: above {most}").format(most=most)
        return say("answer.out_of_range", lang)

    def _count(self) -> None:
        """Write the bars; a row that was edited just now has none until it is counted again."""
        found = self.indicator
        if found is None or not self.bars:
            return
        counts = self._counts.get(found.code, ())
        most = max((each.customers for each in counts), default=0)
        for key, bar in self.bars.items():
            bar.show_count(self._count_of(found, key, counts), most)

    def _count_of(self, found: Indicator, key: object, counts: Sequence[BinCount]) -> BinCount | None:
        if isinstance(key, Answer):
            nobody = BinCount(key, 0) if counts else None
            return next((each for each in counts if each.bin is None and each.answer is key), nobody)
        if not isinstance(key, int) or key >= len(found.bins):
            return None
        bins = [each for each in counts if each.bin is not None]
        return bins[key] if key < len(bins) and len(bins) == len(found.bins) else None

    def _open(self, key: object) -> None:
        found = self.indicator
        if found is None:
            return
        count = self._count_of(found, key, self._counts.get(found.code, ()))
        if count is None or not count.members:
            return
        lang = self.context.formats.lang
        where = say(f"answer.{key}", lang) if isinstance(key, Answer) else ""
        if count.bin is not None:
            where = row_name(found, count.bin, lang)
        said = self.tr("{indicator}: {row}").format(indicator=indicator_name(found, lang), row=where)
        self.opened.emit(count, said)

    # -- what the user does ---------------------------------------------------------------------

    def _put(self, edited: Indicator) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(with_edited(self._drafting.card, edited))

    def _on_bound(self, place: int, value: Decimal | None) -> None:
        if (found := self.indicator) is not None and value is not None:
            self._put(with_boundary(found, place, value))

    def _on_choice(self, place: int, text: str) -> None:
        if (found := self.indicator) is not None:
            self._put(with_choice(found, place, text.strip()))

    def _on_points(self, place: int, points: Decimal) -> None:
        if (found := self.indicator) is not None:
            self._put(with_points(found, place, points))

    def _on_special(self, answer: Answer, points: Decimal) -> None:
        found = self.indicator
        if found is None:
            return
        if answer is Answer.MISSING:
            self._put(replace(found, missing=points))
        elif answer is Answer.OUT_OF_RANGE:
            self._put(replace(found, out_of_range=points))
        elif found.not_applicable is not None:
            self._put(replace(found, not_applicable=points))

    def _on_leave_out(self, on: bool) -> None:
        if (found := self.indicator) is not None:
            self._put(replace(found, not_applicable=None if on else Decimal(50)))

    def _on_age(self, days: int) -> None:
        if (found := self.indicator) is not None:
            self._put(replace(found, max_age_days=days or None))

    def _on_range(self, *_: object) -> None:
        found = self.indicator
        if found is not None and self.least.sound and self.most.sound:
            self._put(replace(found, least=self.least.value, most=self.most.value))

    def _on_uneven(self, on: bool) -> None:
        if (found := self.indicator) is not None:
            self._put(replace(found, uneven=on))

    def _add_row(self) -> None:
        if (found := self.indicator) is not None:
            self._put(split(found, len(found.bins) - 1))

    def _close(self) -> None:
        if (found := self.indicator) is not None:
            self._put(closed(found))

    def _join(self, place: int) -> None:
        if (found := self.indicator) is not None:
            self._put(joined(found, place))

    def _remove(self) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(removed(self._drafting.card, self.code))

    def retranslate(self) -> None:
        """Write every text of the editor."""
        self.age_label.setText(self.tr("Maximum age, days"))
        self.age_after.setText(self.tr("older values earn half their points"))
        self.age.setSpecialValueText(self.tr("no limit"))
        self.age.setAccessibleName(self.tr("Maximum age, days"))
        self.range_from.setText(self.tr("Values make sense from"))
        self.range_to.setText(self.tr("to"))
        for edit, name in ((self.least, self.tr("Least value")), (self.most, self.tr("Greatest value"))):
            edit.setAccessibleName(name)
            edit.setPlaceholderText(self.tr("no end"))
            edit.setFixedWidth(room_for_hint(edit, self.tr("no end"), _FIGURE))
        self.more_button.setText(self.tr("Add a row"))
        self.close_button.setText(self.tr("Close the gaps"))
        self.remove_button.setText(self.tr("Remove this indicator"))
        self.leaves_out.setText(
            self.tr("Where it does not apply, leave it out: the rest of the family counts more")
        )
        self.uneven.setText(self.tr("Points go up and down on purpose"))
        self.write()
