"""The controls of one shock: what happens, to whom, which of them, how much, in which currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.scorecard import GRADES
from app.domain.stress import EventKind
from app.domain.stress_scenario import Shock, Whom, ranked
from app.ui.dialogs.controls import Choice, CountEdit
from app.ui.pages.analysis.stress.naming import customer_name, industries_of, part_name
from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.check_list import CheckButton
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.words import say
from app.words.formats import country_name

if TYPE_CHECKING:
    from app.services.stress_views import StressGround
    from app.ui.context import PageContext

DAYS = frozenset({EventKind.DELAY, EventKind.DSO})
PLAIN = frozenset({EventKind.DOWNGRADE, EventKind.LIMITS_WITHDRAWN})
MOST_DAYS = Decimal(720)
_WHOLE, _MOST_COUNT = Decimal(100), 1000
_ALL_ALIKE = frozenset({EventKind.DSO, EventKind.CURRENCY})
"""These strike nobody in particular."""


class ShockRow(QObject):
    """``shock`` is what the controls say; those that say nothing of this kind are hidden."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, context: PageContext, shock: Shock, ground: StressGround, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ground = context, ground
        self._values: dict[Whom, tuple[str, ...]] = {shock.whom: shock.values}
        lang = context.formats.lang
        self.kind = Choice([(one, say(f"stress_kind.{one}", lang)) for one in EventKind], shock.kind)
        self.whom = Choice([(one, self._whom_name(one)) for one in Whom], shock.whom)
        self.count = CountEdit(max(1, shock.count), _MOST_COUNT)
        self.count.setMinimum(1)
        self.which = CheckButton()
        self.part = QStackedWidget()
        for widget in (QWidget(), self.count, self.which):
            self.part.addWidget(widget)
        self.severity = DecimalEdit(shock.severity if shock.kind not in PLAIN else None, most=MOST_DAYS)
        self.severity.setMaximumWidth(92)
        self.unit = label("", "small", "secondary")
        owed = sorted({one.currency for one in ground.debtors} | ({shock.currency} - {""}))
        self._owed = owed
        self.currency = Choice([("", "")], "")
        self._offer_currencies(shock.currency)
        self.remove = icon_button(context.theme, "trash-2", "", lambda: self.removed.emit(self))
        self._shown = shock.whom
        self.kind.activated.connect(self._on_kind)
        self.whom.activated.connect(self._on_whom)
        self.currency.activated.connect(lambda _place: self.changed.emit())
        self.count.valueChanged.connect(lambda _value: self.changed.emit())
        self.severity.textEdited.connect(lambda _text: self.changed.emit())
        self.which.changed.connect(self.changed)
        self._write()

    def _whom_name(self, whom: Whom) -> str:
        lang = self._context.formats.lang
        return self.tr("the largest") if whom is Whom.LARGEST else say(f"stress_whom.{whom}", lang)

    def _offer_currencies(self, chosen: str) -> None:
        base = self._ground.currency
        strikes = self.kind.value is EventKind.CURRENCY
        any_one = self.tr("all foreign") if strikes else self.tr("any")
        offered = [one for one in self._owed if not strikes or one != base]
        self.currency.set_pairs([("", any_one), *((one, one) for one in offered)], chosen)

    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.kind, self.whom, self.part, self.severity, self.unit, self.currency, self.remove

    def number(self, place: int, *, alone: bool) -> None:
        """Name the controls by their place; the only row cannot go."""
        names = (
            (self.kind, self.tr("What happens, shock {n}")),
            (self.whom, self.tr("To whom, shock {n}")),
            (self.count, self.tr("How many of the largest, shock {n}")),
            (self.which, self.tr("Which, shock {n}")),
            (self.severity, self.tr("How much, shock {n}")),
            (self.currency, self.tr("Currency, shock {n}")),
        )
        for widget, text in names:
            widget.setAccessibleName(text.format(n=place))
        set_name(self.remove, self.tr("Remove shock {n}").format(n=place))
        self.remove.setEnabled(not alone)

    # -- what is chosen -------------------------------------------------------------------------

    def _kind(self) -> EventKind:
        return EventKind(str(self.kind.value))

    def _whom(self) -> Whom:
        return Whom.ALL if self._kind() in _ALL_ALIKE else Whom(str(self.whom.value))

    def _on_kind(self, *_: object) -> None:
        chosen = self.currency.value
        self._offer_currencies(chosen if isinstance(chosen, str) else "")
        self._write()
        self.changed.emit()

    def _on_whom(self, *_: object) -> None:
        self._values[self._shown] = self.which.values
        self._shown = Whom(str(self.whom.value))
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        kind, whom = self._kind(), self._whom()
        self.whom.setVisible(kind not in _ALL_ALIKE)
        self.severity.setVisible(kind not in PLAIN)
        self.unit.setText("" if kind in PLAIN else self.tr("days") if kind in DAYS else "%")
        self.currency.setVisible(kind is not EventKind.DSO)
        listed = whom in {Whom.INDUSTRY, Whom.COUNTRY, Whom.GRADE, Whom.CUSTOMER}
        self.part.setCurrentIndex(1 if whom is Whom.LARGEST else 2 if listed else 0)
        if listed:
            self.which.offer(self._offered(whom), self._values.get(whom, ()), self._nothing(whom))

    def _nothing(self, whom: Whom) -> str:
        return {
            Whom.INDUSTRY: self.tr("the largest industry"),
            Whom.COUNTRY: self.tr("the largest foreign country"),
        }.get(whom, self.tr("Choose…"))

    def _offered(self, whom: Whom) -> list[tuple[str, str]]:
        ground, formats = self._ground, self._context.formats
        if whom is Whom.INDUSTRY:
            return [(one, part_name(one, formats.lang)) for one in industries_of(ground)]
        if whom is Whom.COUNTRY:
            codes = sorted({one.country for one in ground.debtors if one.country})
            return [(one, f"{one} {country_name(one, formats.lang)}") for one in codes]
        if whom is Whom.GRADE:
            return [(one.value, one.value) for one in GRADES]
        return [(str(one), customer_name(ground, one, formats)) for one in ranked(ground.debtors)]

    def fault(self) -> str:
        """What is wrong with it, "" for nothing."""
        kind, whom, value = self._kind(), self._whom(), self.severity.value
        most = MOST_DAYS if kind in DAYS else _WHOLE
        if kind not in PLAIN and (value is None or not 0 < value <= most):
            return self.tr("{what}: enter a figure above 0, {most} at most.").format(
                what=self.kind.currentText(), most=most
            )
        if whom in {Whom.GRADE, Whom.CUSTOMER} and not self.which.values:
            return say("stress.nobody", self._context.formats.lang)
        return ""

    def shock(self) -> Shock:
        """The shock as the controls say it."""
        kind, whom = self._kind(), self._whom()
        listed = self.part.currentIndex() == 2  # noqa: PLR2004 - where the list stands
        currency = self.currency.value if kind is not EventKind.DSO else ""
        return Shock(
            kind,
            Decimal(0) if kind in PLAIN else self.severity.value or Decimal(0),
            whom,
            self.count.value() if whom is Whom.LARGEST else 1,
            self.which.values if listed else (),
            currency if isinstance(currency, str) else "",
        )
