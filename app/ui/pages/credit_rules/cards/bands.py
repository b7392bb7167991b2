"""The rest of a card: from which score each grade is given, the least coverage, and the knock-outs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from app.domain.scorecard import Effect, Grade
from app.domain.scorecard_edit import with_family, with_floor, with_knockout
from app.ui.dialogs.controls import Choice
from app.ui.i18n import Retranslated
from app.ui.pages.credit_rules.cards.words import family_name, knockout_name
from app.ui.widgets.chip import Chip
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import clear
from app.words import say
from app.words.scoring_text import card_name

if TYPE_CHECKING:
    from app.domain.scorecard import Knockout, Scorecard
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting

_EDIT, _UNBOUNDED = 72, Decimal(1_000_000)
_PERCENT = frozenset({"overdue_90_share"})
"""Facts that are a share in per cent; other figures are counts."""


@dataclass(slots=True)
class KnockoutRow:
    """The controls of one knock-out; ``value`` None where its test is a fact and no figure."""

    on: QCheckBox
    effect: Choice
    value: DecimalEdit | None = None


class Bands(Retranslated):
    """Edits go to the draft at once."""

    def __init__(self, context: PageContext, drafting: Drafting) -> None:
        super().__init__()
        self.context, self._drafting = context, drafting
        self._shape: tuple[object, ...] = ()
        self.name = QLineEdit()
        self.name.textEdited.connect(self._on_name)
        self.coverage = DecimalEdit(Decimal(60))
        self.coverage.setFixedWidth(_EDIT)
        self.coverage.edited.connect(self._on_coverage)
        self.floors = {grade: DecimalEdit(Decimal(0)) for grade in (Grade.A, Grade.B, Grade.C)}
        self.rows: dict[str, KnockoutRow] = {}
        self.known: dict[str, Knockout] = {}
        self.name_label, self.bands_title = label("", "small", "secondary"), label("", "section")
        self.coverage_label, self.coverage_note = label("", "body"), label("", "small", "tertiary", wrap=True)
        self.evidence_label = label("", wrap=True)
        self.evidence: dict[str, QCheckBox] = {}
        self.families = QHBoxLayout()
        self.families.setSpacing(16)
        self.outs_title, self.outs_note = label("", "section"), label("", "small", "secondary", wrap=True)
        self.fault = label("", "small", "danger", wrap=True)
        self.rest = label("", "small", "secondary")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(0, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self.context.theme
        bands = QHBoxLayout()
        bands.setSpacing(8)
        self._from: list[QLabel] = []
        for grade, edit in self.floors.items():
            edit.setFixedWidth(_EDIT)
            edit.edited.connect(partial(self._on_floor, grade))
            word = label("", tone="secondary")
            self._from.append(word)
            for widget in (GradeChip(theme, grade.value), word, edit):
                bands.addWidget(widget)
            bands.addSpacing(16)
        bands.addWidget(GradeChip(theme, Grade.D.value))
        bands.addWidget(self.rest)
        bands.addStretch(1)
        least = QHBoxLayout()
        least.setSpacing(8)
        for widget in (self.coverage_label, self.coverage, label("%", tone="secondary")):
            least.addWidget(widget)
        least.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.name_label)
        layout.addWidget(self.name)
        layout.addSpacing(8)
        layout.addWidget(self.bands_title)
        layout.addLayout(bands)
        layout.addWidget(self.fault)
        layout.addLayout(least)
        layout.addWidget(self.coverage_note)
        layout.addWidget(self.evidence_label)
        layout.addLayout(self.families)
        layout.addWidget(line())
        layout.addWidget(self.outs_title)
        layout.addWidget(self.outs_note)
        layout.addLayout(self.grid)
        layout.addStretch(1)

    # -- showing --------------------------------------------------------------------------------

    def write(self) -> None:
        """Show the card in view."""
        card, found = self._drafting.card, self._drafting.found
        if card is None or found is None:
            return
        self.known = {each.code: each for other in (*found.known, card) for each in other.knockouts}
        families = tuple(family.code for family in card.families)
        shape = (card.code, *self.known, *families, self._drafting.locked, self.context.formats.lang)
        if shape != self._shape:
            self._shape = shape
            self._build()
            self._build_evidence(card)
        self._fill(card)

    def _build(self) -> None:
        clear(self.grid)
        self.rows = {}
        titles = (self.tr("Knock-out"), self.tr("From"), "", self.tr("Whatever the score says"))
        for column, title in enumerate(titles):
            self.grid.addWidget(label(title, "small", "secondary"), 0, column)
        for place, (code, knockout) in enumerate(self.known.items(), 1):
            self._row(place, code, knockout)

    def _build_evidence(self, card: Scorecard) -> None:
        clear(self.families)
        self.evidence = {}
        for family in card.families:
            box = QCheckBox(family_name(family, self.context.formats.lang))
            box.setEnabled(not self._drafting.locked)
            box.toggled.connect(partial(self._on_evidence, family.code))
            self.families.addWidget(box)
            self.evidence[family.code] = box
        self.families.addStretch(1)

    def _row(self, place: int, code: str, knockout: Knockout) -> None:
        lang, locked = self.context.formats.lang, self._drafting.locked
        name = knockout_name(knockout, lang)
        on = QCheckBox(name)
        on.setEnabled(not locked and not knockout.firm)
        on.toggled.connect(partial(self._on_switch, code))
        effect = Choice([(each, say(f"effect.{each}", lang)) for each in Effect], knockout.effect)
        effect.setFixedWidth(176)
        effect.setAccessibleName(name)
        effect.activated.connect(partial(self._on_effect, code))
        self.grid.addWidget(on, place, 0)
        row = KnockoutRow(on, effect)
        if isinstance(knockout.value, Decimal):
            row.value = DecimalEdit(knockout.value, most=_UNBOUNDED)
            row.value.setFixedWidth(_EDIT)
            row.value.setAccessibleName(self.tr("Threshold of “{name}”").format(name=name))
            row.value.setEnabled(not locked)
            row.value.edited.connect(partial(self._on_threshold, code))
            unit = "%" if knockout.fact in _PERCENT else self.tr("times")
            self.grid.addWidget(row.value, place, 1)
            self.grid.addWidget(label(unit, "small", "secondary"), place, 2)
        self.grid.addWidget(effect, place, 3)
        if knockout.firm:
            effect.setEnabled(False)
            chip = Chip(self.context.theme, self.tr("Always on"), "neutral")
            chip.setToolTip(self.tr("Sanctions and insolvency can neither be switched off nor overridden"))
            on.setToolTip(chip.toolTip())
            self.grid.addWidget(chip, place, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.rows[code] = row

    def _fill(self, card: Scorecard) -> None:
        locked, lang = self._drafting.locked, self.context.formats.lang
        if not self.name.hasFocus():
            self.name.setText(card.name or card_name(card.code, lang))
        self.name.setEnabled(not locked)
        self.coverage.set_value(card.least_coverage)
        self.coverage.setEnabled(not locked)
        for band in card.bands:
            if band.grade in self.floors:
                self.floors[band.grade].set_value(band.floor)
                self.floors[band.grade].setEnabled(not locked)
        for family in card.families:
            self.evidence[family.code].blockSignals(True)
            self.evidence[family.code].setChecked(family.evidence)
            self.evidence[family.code].blockSignals(False)
        wrong = [each for each in self._drafting.problems if each.code == "scorecard.bands"]
        self.fault.setText(say("scorecard.bands", lang) if wrong else "")
        self.fault.setVisible(bool(wrong))
        there = {each.code: each for each in card.knockouts}
        for code, row in self.rows.items():
            knockout = there.get(code, self.known[code])
            row.on.blockSignals(True)
            row.on.setChecked(code in there)
            row.on.blockSignals(False)
            row.effect.blockSignals(True)
            row.effect.choose(knockout.effect)
            row.effect.blockSignals(False)
            able = code in there and not locked
            row.effect.setEnabled(able and not knockout.firm)
            if row.value is not None and isinstance(knockout.value, Decimal):
                row.value.set_value(knockout.value)
                row.value.setEnabled(able)

    # -- what the user does ---------------------------------------------------------------------

    def _on_name(self, text: str) -> None:
        card = self._drafting.card
        if card is not None:
            shipped = {card_name(card.code, lang) for lang in ("zh", "en")}
            self._drafting.edit(replace(card, name="" if text.strip() in shipped else text.strip()))

    def _on_coverage(self, value: Decimal) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(replace(self._drafting.card, least_coverage=value))

    def _on_evidence(self, family: str, on: bool) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(with_family(self._drafting.card, family, evidence=on))

    def _on_floor(self, grade: Grade, floor: Decimal) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(with_floor(self._drafting.card, grade, floor))

    def _knockout(self, code: str) -> Knockout:
        card = self._drafting.card
        there = {each.code: each for each in card.knockouts} if card is not None else {}
        return there.get(code, self.known[code])

    def _put(self, knockout: Knockout, *, on: bool = True) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(with_knockout(self._drafting.card, knockout, on=on, order=tuple(self.known)))

    def _on_switch(self, code: str, on: bool) -> None:
        self._put(self._knockout(code), on=on)

    def _on_threshold(self, code: str, value: Decimal) -> None:
        self._put(replace(self._knockout(code), value=value))

    def _on_effect(self, code: str, *_: object) -> None:
        self._put(replace(self._knockout(code), effect=Effect(str(self.rows[code].effect.value))))

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.name_label.setText(self.tr("Name of the card"))
        self.name.setAccessibleName(self.tr("Name of the card"))
        self.bands_title.setText(self.tr("Grades"))
        for word in self._from:
            word.setText(self.tr("from"))
        for grade, edit in self.floors.items():
            edit.setAccessibleName(self.tr("Grade {grade} from").format(grade=grade.value))
        self.rest.setText(self.tr("below"))
        self.coverage_label.setText(self.tr("Least coverage"))
        self.coverage.setAccessibleName(self.tr("Least coverage"))
        self.coverage_note.setText(
            self.tr("With less of the weights answered the data count as insufficient: C at most.")
        )
        self.evidence_label.setText(
            self.tr("A grade above C also needs at least one answer among these families:")
        )
        self.outs_title.setText(self.tr("Knock-outs"))
        self.outs_note.setText(self.tr("They stand beside the score: whoever is hit gets no better grade."))
        self.write()
