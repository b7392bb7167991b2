"""Asks for the target of a figure, and for what it is compared with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.pages.health.measures import said
from app.ui.pages.health.measures.values import value_text
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit, parse_figure
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.health_views import Aim
    from app.services.ports import Control
    from app.ui.context import PageContext

USUAL, NONE, TYPED = "usual", "none", "typed"
_HUNDRED = Decimal(100)


def typed(value: Decimal | None, unit: str) -> str:
    """A figure as it is typed: a share in per cent."""
    if value is None:
        return ""
    return f"{(value * _HUNDRED if unit == 'share' else value).normalize():f}"


class TargetDialog(FormDialog):
    """Asks for one target; empty takes it away, and the usual one can be had again."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {"kpi.bad_target": "target"}

    def __init__(self, context: PageContext, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=460)
        self.aim = aim
        lang = context.formats.lang
        name = said.figure_name(aim.key, lang)
        self.set_head(self.tr("Target of {figure}").format(figure=name), self.tr("Set target"))
        self.target = QLineEdit(typed(aim.target.value if aim.target else None, aim.unit))
        units = {"share": "%", "days": self.tr("days"), "times": self.tr("times a period")}
        unit = units.get(aim.unit, "")
        words = {"≤": self.tr("at most"), "<": self.tr("below"), "≥": self.tr("at least")}
        head = f"{words[aim.bound]} ({unit})" if unit else words[aim.bound]
        self.add_field("target", self.target, head, self.tr("Empty: no target"), self._check)
        self.lay("target")
        if aim.usual is not None:
            usual = said.said_target(aim.usual, aim.bound, aim.unit, lang)
            source = say(f"kpi_target.{aim.usual.source}", lang)
            text = self.tr("Usual target {value}: {source}").format(value=usual, source=source)
            self.form.addWidget(label(text, "small", "secondary", wrap=True))
            self.usual_button = button(context.theme, self.tr("Back to the usual target"), "link",
                                       run=self.take_usual)  # fmt: skip
            self.form.addWidget(self.usual_button)
        self.target.selectAll()
        self.target.setFocus()

    def _check(self) -> str:
        text = self.target.text().strip()
        return "" if not text or parse_figure(text) is not None else self.tr("Enter a number, such as 75.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Choose it."""
        health, key, text = self.context.company.health, self.aim.key, self.target.text()
        return lambda _control: health.set_target(key, text)

    def take_usual(self) -> None:
        """Forget one's own."""
        health, key = self.context.company.health, self.aim.key
        self.run(lambda _control: health.reset_target(key))


class BenchmarkDialog(FormDialog):
    """One of those that come with a source, one's own with its source, or none."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {"kpi.bad_target": "value", "health.no_source": "source"}

    def __init__(self, context: PageContext, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=620)
        self.aim = aim
        lang = context.formats.lang
        name = said.figure_name(aim.key, lang)
        self.set_head(
            self.tr("Benchmark of {figure}").format(figure=name),
            self.tr("Compare"),
            self.tr("A figure published by others, with who published it and when."),
        )
        chosen = aim.chosen
        own = chosen is not None and not chosen.code
        shipped = [
            (one.code, f"{value_text(one.value, aim.unit, lang)} · {said.measured(one, lang)}")
            for one in aim.offered
        ]
        now = TYPED if own else (chosen.code if chosen is not None else NONE)
        self.which = Choice([(NONE, self.tr("None")), *shipped, (TYPED, self.tr("Our own figure…"))], now)
        self.about = label("", "small", "secondary", wrap=True)
        most = _HUNDRED if aim.unit == "share" else None
        value = chosen.value if own and chosen is not None else None
        if value is not None and aim.unit == "share":
            value *= _HUNDRED
        self.value = DecimalEdit(value, most=most, empty=True)
        self.source = QLineEdit(chosen.source if own and chosen is not None else "")
        self.url = QLineEdit(chosen.url if own and chosen is not None else "")
        today = context.company.clock.today()
        on = chosen.on if own and chosen is not None else None
        self.on = OptionalDay(context.language, self.tr("known"), on, today)
        self._lay_fields()
        self.which.activated.connect(self._on_which)
        self._on_which()

    def _lay_fields(self) -> None:
        unit = {"share": "%", "days": self.tr("days")}.get(self.aim.unit, "")
        self.add_field("which", self.which, self.tr("Compare with"))
        self.lay("which")
        self.form.addWidget(self.about)
        head = self.tr("Value ({unit})").format(unit=unit) if unit else self.tr("Value")
        self.add_field("value", self.value, head, "", self._check_value)
        self.add_field("on", self.on, self.tr("As of"), check=self.past_check(self.on))
        self.lay("value", "on")
        self.add_field("source", self.source, self.tr("Who published it"), "", self._check_source)
        self.lay("source")
        hint = self.tr("Opened only when you click it")
        self.add_field("url", self.url, self.tr("Address"), hint, self._check_url)
        self.lay("url")

    @property
    def own(self) -> bool:
        """Whether a figure of one's own is typed."""
        return self.which.value == TYPED

    def _on_which(self, *_: object) -> None:
        """Only one's own figure has fields."""
        for name in ("value", "on", "source", "url"):
            self.fields[name].setVisible(self.own)
        found = next((one for one in self.aim.offered if one.code == self.which.value), None)
        text = ""
        if found is not None:
            lang = self.context.formats.lang
            text = f"{said.measured(found, lang)}\n{said.said_source(found, self.context.formats)}"
            if found.url:
                text = f"{text}\n{found.url}"
        self.about.setText(text)
        self.about.setVisible(bool(text))
        if self.isVisible():
            self.fit()

    def _check_value(self) -> str:
        if not self.own or self.value.value is not None:
            return ""
        if self.aim.unit == "share":
            return self.tr("Enter a figure from 0 to 100.")
        return self.tr("Enter a figure of 0 or more.")

    def _check_source(self) -> str:
        return self.tr("Say who published it.") if self.own and not self.source.text().strip() else ""

    def _check_url(self) -> str:
        text = self.url.text().strip()
        if not self.own or not text or text.startswith(("https://", "http://")):
            return ""
        return self.tr("An address begins with https://.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Compare with it from now on."""
        health, key, which = self.context.company.health, self.aim.key, self.which.value
        if not self.own:
            code = "" if which == NONE else str(which)
            return lambda _control: health.choose_benchmark(key, code)
        value = self.value.value or Decimal(0)
        if self.aim.unit == "share":
            value /= _HUNDRED
        source, on, url = self.source.text(), self.on.day, self.url.text()
        return lambda _control: health.set_benchmark(key, value, source, on, url)
