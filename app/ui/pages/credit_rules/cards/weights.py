"""The families of a card with their indicators: weights typed or stepped, bars, and bringing them to 100."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.scorecard import WHOLE
from app.domain.scorecard_edit import (
    families_to_whole,
    indicators_to_whole,
    with_family,
    with_indicator,
)
from app.ui.i18n import Retranslated
from app.ui.pages.credit_rules.cards.words import family_name, indicator_name
from app.ui.spoken import Spoken
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from app.domain.scorecard import Family, Scorecard
    from app.ui.pages.credit_rules.cards.drafting import Drafting
    from app.ui.theme import Theme

_EDIT, _BAR, _HIGH, _THICK = 52, 40, 34, 6


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below a family: the sum of its weights, bringing them to 100, one more indicator."""

    total: QLabel
    whole: QPushButton
    more: QPushButton


class PartRow(QWidget):
    """One family or indicator: its name, a mark where something is wrong, a bar; Enter or a click chooses.

    ↑ and ↓ go to the rows beside it.
    """

    spoken_as = Spoken.BUTTON

    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, *, head: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._head = theme, head
        self._name, self._share, self._wrong, self._current = "", 0.0, False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.themeChanged.connect(self.update)

    def write(self, name: str, share: Decimal, *, wrong: bool, current: bool, said: str) -> None:
        """Show a name with its share (per cent)."""
        self._name, self._share = name, float(min(max(share, Decimal(0)), WHOLE)) / 100
        self._wrong, self._current = wrong, current
        self.setAccessibleName(said)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(160, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name, the mark and the bar."""
        painter, theme = QPainter(self), self._theme
        if self._current:
            painter.fillRect(self.rect(), theme.color("selection"))
        font = theme.font("bodyStrong" if self._head else "body")
        left = 8 if self._head else 20
        right = self.width() - _BAR - 12
        if self._wrong:
            mark = theme.pixmap("triangle-alert", "status.danger.text", 14)
            painter.drawPixmap(right - 18, (_HIGH - 14) // 2, mark)
            right -= 22
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        room = QRect(left, 0, max(20, right - left), _HIGH)
        text = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        bar = QRect(self.width() - _BAR - 6, (_HIGH - _THICK) // 2, _BAR, _THICK)
        painter.fillRect(bar, theme.color("chart.muted"))
        bar.setWidth(round(_BAR * self._share))
        painter.fillRect(bar, theme.color("accent" if self._head else "chart.primarySoft"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space chooses, the arrows go on."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class Weights(Retranslated):
    """``chosen`` carries the indicator to look at, ``wanted`` the family that shall get one more.

    ``revealed`` asks for a row to be brought into view.
    """

    chosen = Signal(str)
    wanted = Signal(str)
    revealed = Signal(QWidget)

    def __init__(self, theme: Theme, drafting: Drafting) -> None:
        super().__init__()
        self._theme, self._drafting = theme, drafting
        self.current = ""
        self._shape: tuple[object, ...] = ()
        self.rows: dict[str, PartRow] = {}
        self.edits: dict[str, DecimalEdit] = {}
        self.feet: dict[str, Foot] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 8)
        self._layout.setSpacing(0)
        self._total = label("", "small", "secondary")
        self._whole = button(theme, "", "link", run=self._families_to_whole, small=True)

    # -- building -------------------------------------------------------------------------------

    def write(self) -> None:
        """Show the card in view."""
        card = self._drafting.card
        if card is None:
            return
        shape = tuple((one.code, tuple(each.code for each in one.indicators)) for one in card.families)
        if shape != self._shape or self._drafting.locked == self._editable:
            self._shape = shape
            self._build(card)
        if self.current not in {each.code for each in card.indicators()}:
            self.current = next((each.code for each in card.indicators()), "")
            self.chosen.emit(self.current)
        self._fill(card)

    @property
    def _editable(self) -> bool:
        return any(edit.isEnabled() for edit in self.edits.values())

    def _build(self, card: Scorecard) -> None:
        self._total.setParent(None)
        self._whole.setParent(None)
        clear(self._layout)
        self.rows, self.edits, self.feet = {}, {}, {}
        self._line(self._total, self._whole)
        for family in card.families:
            self._layout.addSpacing(6)
            self._part(f"family:{family.code}", head=True)
            for each in family.indicators:
                self._part(each.code, head=False)
            self._foot(family)
        self._layout.addStretch(1)
        for edit in self.edits.values():
            edit.setEnabled(not self._drafting.locked)
        self._line_up()

    def _line(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._layout.addLayout(row)
        return row

    def _part(self, key: str, *, head: bool) -> None:
        row = PartRow(self._theme, head=head)
        edit = DecimalEdit(Decimal(0), least=Decimal(0), most=WHOLE)
        edit.setFixedWidth(_EDIT)
        self.rows[key], self.edits[key] = row, edit
        row.chosen.connect(partial(self._choose, key))
        row.stepped.connect(partial(self._step, key))
        edit.edited.connect(partial(self._on_weight, key))
        side = QHBoxLayout()
        side.setContentsMargins(0, 1, 0, 1)
        side.setSpacing(4)
        side.addWidget(row, 1)
        side.addWidget(edit)
        self._layout.addLayout(side)

    def _foot(self, family: Family) -> None:
        """What the weights within a family sum to, and one more indicator."""
        total = label("", "caption", "tertiary")
        whole = button(
            self._theme, "", "link", run=partial(self._indicators_to_whole, family.code), small=True
        )
        more = button(self._theme, "", "link", "plus", partial(self.wanted.emit, family.code), small=True)
        self.feet[family.code] = Foot(total, whole, more)
        self._line(total, whole, more).setContentsMargins(20, 0, 0, 0)

    def _line_up(self) -> None:
        """Tab goes down the rows as they stand."""
        before: QWidget | None = None
        for key, row in self.rows.items():
            for widget in (row, self.edits[key]):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    # -- showing --------------------------------------------------------------------------------

    def _fill(self, card: Scorecard) -> None:
        lang, drafting = self._drafting.context.formats.lang, self._drafting
        for family in card.families:
            name = family_name(family, lang)
            wrong = bool(drafting.problems_of(family=family.code))
            said = self.tr("{name}, weight {weight} of 100").format(name=name, weight=written(family.weight))
            key = f"family:{family.code}"
            self.rows[key].write(name, family.weight, wrong=wrong, current=key == self.current, said=said)
            self._weigh(key, family.weight, said)
            for each in family.indicators:
                name = indicator_name(each, lang)
                said = self.tr("{name}, weight {weight} of 100").format(
                    name=name, weight=written(each.weight)
                )
                wrong = bool(drafting.problems_of(each.code))
                row = self.rows[each.code]
                row.write(name, each.weight, wrong=wrong, current=each.code == self.current, said=said)
                self._weigh(each.code, each.weight, said)
        self._sum(card)

    def _weigh(self, key: str, weight: Decimal, said: str) -> None:
        self.edits[key].set_value(weight)
        self.edits[key].setAccessibleName(said)

    def _sum(self, card: Scorecard) -> None:
        locked, lang = self._drafting.locked, self._drafting.context.formats.lang
        total = sum((one.weight for one in card.families), Decimal(0))
        self._total.setText(self.tr("Families together: {total} of 100").format(total=written(total)))
        set_tone(self._total, "secondary" if total == WHOLE else "danger")
        self._whole.setText(self.tr("Make them 100"))
        self._whole.setVisible(total != WHOLE and not locked)
        for family in card.families:
            within = sum((each.weight for each in family.indicators), Decimal(0))
            foot, fits = self.feet[family.code], within == WHOLE
            foot.total.setText(self.tr("Together {total} of 100").format(total=written(within)))
            set_tone(foot.total, "tertiary" if fits else "danger")
            foot.whole.setText(self.tr("Make them 100"))
            foot.whole.setVisible(not fits and not locked)
            foot.more.setText(self.tr("Add…"))
            foot.more.setAccessibleName(
                self.tr("Add an indicator to {family}").format(family=family_name(family, lang))
            )
            foot.more.setVisible(not locked)

    # -- what the user does ---------------------------------------------------------------------

    def show_part(self, key: str) -> None:
        """Look at an indicator, or (``family:…``) go to a family."""
        if key in self.rows:
            self._choose(key)
            QTimer.singleShot(0, self, lambda: self._reveal(key))
            if not key.startswith("family:"):
                self.rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, key: str) -> None:
        if key in self.rows:
            self.revealed.emit(self.rows[key])

    def show_first_family(self) -> None:
        """Go to the weight of the first family."""
        first = next((key for key in self.rows if key.startswith("family:")), "")
        self.show_part(first)

    def _choose(self, key: str) -> None:
        if key.startswith("family:"):
            self.edits[key].setFocus(Qt.FocusReason.OtherFocusReason)
            self.edits[key].selectAll()
            return
        self.current = key
        if self._drafting.card is not None:
            self._fill(self._drafting.card)
        self.chosen.emit(key)

    def _step(self, key: str, by: int) -> None:
        keys = list(self.rows)
        place = keys.index(key) + by
        if 0 <= place < len(keys):
            self.rows[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_weight(self, key: str, weight: Decimal) -> None:
        card = self._drafting.card
        if card is None:
            return
        if key.startswith("family:"):
            self._drafting.edit(with_family(card, key.removeprefix("family:"), weight=weight))
        else:
            self._drafting.edit(with_indicator(card, key, weight=weight))

    def _families_to_whole(self) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(families_to_whole(self._drafting.card))

    def _indicators_to_whole(self, family: str) -> None:
        if self._drafting.card is not None:
            self._drafting.edit(indicators_to_whole(self._drafting.card, family))

    def retranslate(self) -> None:
        """Write every text of the column."""
        self.setAccessibleName(self.tr("Families and indicators with their weights"))
        if self._drafting.card is not None and self.rows:
            self._fill(self._drafting.card)
