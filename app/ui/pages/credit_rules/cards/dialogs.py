"""What a card is asked: to be published, retired, reset, copied, and to take one more indicator."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.duty import Duty
from app.domain.problem import Severity
from app.domain.scorecard import Bin, Indicator, InputKind, Source
from app.domain.scorecard_edit import added
from app.ui.dialogs.controls import Choice, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.who import remember_who, who_control, who_of
from app.ui.pages.credit_rules.cards.words import (
    card_title,
    difference_words,
    family_name,
    indicator_name,
    problem_words,
)
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.scorecard import Family, Scorecard
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting

_LISTED = 12
PUBLISH, RETIRE, RESET = "publish", "retire", "reset"


class ReasonDialog(FormDialog):
    """Publishes, retires or resets the card in view, with a reason and a name."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {"scorecard.no_reason": "reason"}

    def __init__(
        self, context: PageContext, drafting: Drafting, what: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=600)
        found, card = drafting.found, drafting.card
        if found is None or card is None:  # nothing is in view yet, so nothing asks for this
            raise ValueError(what)
        self._what, self._card, self._drafting = what, card, drafting
        self.accept_box: QCheckBox | None = None
        lang = context.formats.lang
        self._head(card_title(card, lang))
        if what != RETIRE:
            self._say_changes(lang)
        if what == PUBLISH:
            self._say_warnings(lang)
        self.reason = NoteEdit()
        self.who = who_control(context, found.people)
        hint = self.tr("Stands with the version for good")
        self.add_field("reason", self.reason, self.tr("Reason"), hint, self._check_reason)
        self.add_field("who", self.who, self.tr("Decided by"))
        self.lay("reason")
        self.lay("who")
        self.reason.setFocus()

    def _head(self, name: str) -> None:
        if self._what == PUBLISH:
            self.set_head(
                self.tr("Publish “{name}”").format(name=name),
                self.tr("Publish"),
                self.tr("From now on it scores. What was scored before stays as it was."),
            )
        elif self._what == RETIRE:
            self.set_head(
                self.tr("Retire “{name}”").format(name=name),
                self.tr("Retire"),
                self.tr("It scores nobody any more. What it scored stays as it was."),
            )
        else:
            self.set_head(
                self.tr("Back to the shipped card “{name}”").format(name=name),
                self.tr("Publish the shipped card"),
                self.tr("The program's own card becomes the next version; yours stay among the versions."),
            )

    def _say_changes(self, lang: str) -> None:
        """In what the card about to be in force differs from the one that is."""
        found = self._drafting.found
        now = found.in_force if found is not None else None
        new = found.shipped if found is not None and self._what == RESET else self._card
        if now is None or new is None:
            return
        lines = difference_words(self.context.company.scoring.compare(now, new), now, new, lang)
        shown = [f"• {each}" for each in lines[:_LISTED]]
        if len(lines) > _LISTED:
            shown.append(self.tr("and %n more", "", len(lines) - _LISTED))
        self.form.addWidget(label(self.tr("What changes"), "section"))
        self.form.addWidget(label("\n".join(shown) or self.tr("Nothing: both score alike."), wrap=True))

    def _say_warnings(self, lang: str) -> None:
        warnings = [each for each in self._drafting.problems if each.severity is Severity.WARNING]
        if not warnings:
            return
        text = "\n".join(problem_words(each, self._card, lang) for each in warnings)
        self.form.addWidget(label(text, tone="warn", wrap=True))
        self.accept_box = QCheckBox(self.tr("Accept %n warning(s)", "", len(warnings)))
        self.accept_box.toggled.connect(self.touch)
        self.form.addWidget(self.accept_box)

    def _check_reason(self) -> str:
        return "" if self.reason.text else say("scorecard.no_reason", self.context.formats.lang)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Publish, retire or reset."""
        scoring, card, code = self.context.company.scoring, self._card, self._card.code
        reason, who = self.reason.text, who_of(self.who)
        remember_who(self.context, who)
        accepted = self.accept_box is not None and self.accept_box.isChecked()
        if self._what == RETIRE:
            return lambda _control: scoring.retire(code, reason, who)
        if self._what == RESET:
            return lambda _control: scoring.reset(code, reason, who)
        return lambda _control: scoring.publish(card, reason, who, accept_warnings=accepted)


class CopyDialog(FormDialog):
    """Begins a card of the company's own with what is in view; ``made`` carries its code."""

    duty = Duty.RULES

    made = Signal(str)

    def __init__(
        self, context: PageContext, card: Scorecard, taken: set[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self._card, self._taken = card, {name.casefold() for name in taken}
        self._code = f"own-{uuid4().hex[:8]}"
        old = card_title(card, context.formats.lang)
        self.set_head(
            self.tr("New card"),
            self.tr("Begin a draft"),
            self.tr("With everything that “{name}” has. It scores only those it was chosen for.").format(
                name=old
            ),
        )
        self.name = QLineEdit(self.tr("{name} (copy)").format(name=old))
        purposes = [("existing", self.tr("Existing customers")), ("new", self.tr("New customers"))]
        self.purpose = Choice(purposes, card.purpose)
        self.add_field("name", self.name, self.tr("Name of the card"), check=self._check_name)
        hint = self.tr("Against these customers the effect is worked out")
        self.add_field("purpose", self.purpose, self.tr("For"), hint)
        self.lay("name")
        self.lay("purpose")
        self.name.selectAll()
        self.name.setFocus()

    def _check_name(self) -> str:
        text = self.name.text().strip()
        if not text:
            return self.tr("Give the card a name.")
        return self.tr("Another card is called so already.") if text.casefold() in self._taken else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the draft."""
        scoring, author = self.context.company.scoring, self.context.actor
        card = replace(
            self._card,
            code=self._code,
            version=1,
            name=self.name.text().strip(),
            purpose=str(self.purpose.value),
        )
        self.made.emit(self._code)
        return lambda _control: scoring.save_draft(card, author)


class IndicatorDialog(FormDialog):
    """Puts one more indicator into a family: a known one, or a question of the company's own."""

    duty = Duty.RULES

    made = Signal(str)

    def __init__(
        self, context: PageContext, drafting: Drafting, family: Family, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self._drafting, self._family = drafting, family
        lang, card, found = context.formats.lang, drafting.card, drafting.found
        there = {each.code for each in card.indicators()} if card is not None else set()
        cards = found.known if found is not None else ()
        self._known = {
            each.code: each for other in cards for each in other.indicators() if each.code not in there
        }
        self.set_head(self.tr("New indicator"), self.tr("Add"), family_name(family, lang))
        pairs = [("", self.tr("A question of our own"))]
        pairs += [(code, indicator_name(each, lang)) for code, each in self._known.items()]
        self.which = Choice(pairs, next(iter(self._known), ""))
        self.name = QLineEdit()
        kinds = [(InputKind.NUMBER, self.tr("A figure")), (InputKind.CHOICE, self.tr("Yes or no"))]
        self.kind = Choice(kinds, InputKind.NUMBER)
        units = ("", "percent", "times", "days", "years", "count", "points")
        named = [(unit, say(f"unit.{unit}", lang) if unit else self.tr("none")) for unit in units]
        self.unit = Choice(named, "")
        self.which.activated.connect(self._follow)
        self.kind.activated.connect(self._follow)
        self.add_field("which", self.which, self.tr("Indicator"))
        hint = self.tr("Answered by hand when a customer is scored")
        self.add_field("name", self.name, self.tr("Question"), hint, self._check_name)
        self.add_field("kind", self.kind, self.tr("Answer"))
        self.add_field("unit", self.unit, self.tr("Unit"))
        self.lay("which")
        self.lay("name")
        self.lay("kind", "unit")
        self._follow()
        self.which.setFocus()

    def _follow(self, *_: object) -> None:
        own = self.which.value == ""
        for name in ("name", "kind", "unit"):
            self.fields[name].setVisible(own)
        self.fields["unit"].setEnabled(self.kind.value is InputKind.NUMBER)

    def _check_name(self) -> str:
        if self.which.value != "" or self.name.text().strip():
            return ""
        return self.tr("Write the question.")

    def indicator(self) -> Indicator:
        """The indicator as chosen, with an equal share of the family's weight."""
        weight = Decimal(100 // (len(self._family.indicators) + 1))
        known = self._known.get(str(self.which.value))
        if known is not None:
            return replace(known, weight=weight)
        name, code = self.name.text().strip(), f"own-{uuid4().hex[:8]}"
        if self.kind.value is InputKind.CHOICE:
            bins = (
                Bin(Decimal(100), choice=self.tr("Yes")),
                Bin(Decimal(0), choice=self.tr("No")),
            )
            return Indicator(code, InputKind.CHOICE, Source.TYPED, weight, bins, name=name)
        bins = (Bin(Decimal(0), high=Decimal(50)), Bin(Decimal(100), low=Decimal(50)))
        unit = str(self.unit.value)
        return Indicator(code, InputKind.NUMBER, Source.TYPED, weight, bins, unit=unit, name=name)

    def submit(self) -> None:
        """Put it on the draft; the draft is kept as any other edit."""
        wrong = self.fields.wrong()
        if wrong:
            self.go_to(wrong[0])
            return
        made, card = self.indicator(), self._drafting.card
        if card is not None:
            self._drafting.edit(added(card, self._family.code, made))
            self.made.emit(made.code)
        self.accept()
