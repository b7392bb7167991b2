"""What others say of a customer: ratings with their place on our scale, and events with their evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit

from app.domain.credit_file import EventKind, ExternalEvent, ExternalRating
from app.domain.credit_file_rules import NAMED_ONLY, OPINIONS, points_of
from app.domain.duty import Duty
from app.domain.external_rating import mapped_points
from app.domain.identifiers import compact
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.customers.credit.words import number
from app.ui.user_files import read_bytes
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, set_tone
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.external_rating import RatingScale
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.reading import CreditFile


class RatingDialog(FormDialog):
    """A rating as its provider gave it; its points are said while one types."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        "credit_file.rating_empty": "value",
        "credit_file.later": "on",
        "credit_file.valid_before": "valid_until",
        "credit_file.points": "points",
        "document.bad_date": "valid_until",
    }

    def __init__(
        self,
        context: PageContext,
        content: CreditFile,
        scales: Sequence[RatingScale],
        old: ExternalRating | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=620)
        self.content, self.scales, self.old = content, scales, old
        title = self.tr("Edit rating") if old else self.tr("New external rating")
        self.set_head(
            title, self.tr("Save"), context.formats.name(content.customer.name, content.customer.name_en)
        )
        self.provider = QLineEdit(old.provider if old else "")
        formats = context.formats
        names = dict.fromkeys(formats.name(one.name, one.name_en) or one.provider for one in scales)
        self.provider.setCompleter(QCompleter(list(names), self.provider))
        self.value = QLineEdit(old.value if old else "")
        self.scale = QLineEdit(old.scale if old else "")
        self.scale.setCompleter(
            QCompleter(list(dict.fromkeys(one.scale for one in scales if one.scale)), self.scale)
        )
        self.direction = Choice(
            [("up", self.tr("More is better")), ("down", self.tr("Less is better"))],
            old.direction if old else "up",
        )
        self.on = DayEdit(context.language, old.on if old else content.today)
        self.valid_until = DayText(old.valid_until if old else None)
        self.points = QLineEdit(old.points if old else "")
        self.source = QLineEdit(old.source if old else "")
        self.note = NoteEdit(old.note if old else "")
        self.verdict = label("", "small", "secondary", wrap=True)
        self._add_fields()
        for edit in (self.provider, self.value, self.scale, self.points):
            edit.textChanged.connect(self._say_points)
        self._say_points()
        self.provider.setFocus()

    def _add_fields(self) -> None:
        who = self.required(self.provider, self.tr("Enter who rates."))
        self.add_field("provider", self.provider, self.tr("Provider"), check=who)
        what = self.required(self.value, self.tr("Enter the rating as it was given."))
        self.add_field("value", self.value, self.tr("Rating"), self.tr("As given, such as BBB or 72"), what)
        self.add_field("scale", self.scale, self.tr("Scale"), self.tr("Where the provider has several"))
        self.add_field("direction", self.direction, self.tr("Direction"))
        self.add_field("on", self.on, self.tr("Date"), check=self._check_on)
        self.add_field("valid_until", self.valid_until, self.tr("Valid until"), check=self._check_until)
        hint = self.tr("0 to 100; empty takes them from the map")
        self.add_field("points", self.points, self.tr("Our points"), hint, self._check_points)
        self.add_field("source", self.source, self.tr("Source"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("provider", "value", stretch=(3, 2))
        self.lay("scale", "direction", stretch=(3, 2))
        self.lay("on", "valid_until")
        self.lay("points", "source", stretch=(2, 3))
        self.form.addWidget(self.verdict)
        self.lay("note")

    def _rating(self) -> ExternalRating:
        return ExternalRating(
            self.content.customer.id,
            self.provider.text().strip(),
            self.value.text().strip(),
            self.on.day,
            self.scale.text().strip(),
            str(self.direction.value),
            self.valid_until.day,
            self.points.text().strip(),
            self.source.text().strip(),
            self.note.text,
        )

    def _say_points(self, *_: object) -> None:
        rating = self._rating()
        if not rating.provider or not rating.value:
            self.verdict.setText(self.tr("The map of ratings gives the points; you change it in the rules."))
            set_tone(self.verdict, "secondary")
            return
        found = mapped_points(rating, self.scales)
        if found is None:
            text = self.tr("The map does not know this rating: without points of your own it does not count.")
            tone = "warn"
        elif rating.points:
            text, tone = self.tr("Counts with your own points, not those of the map."), "secondary"
        else:
            text = self.tr("{points} of 100 by the map.").format(points=number(found, 0))
            tone = "good"
        self.verdict.setText(text)
        set_tone(self.verdict, tone)

    def _check_on(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self.content.today else ""

    def _check_until(self) -> str:
        if self.valid_until.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day = self.valid_until.day
        return self.tr("This is before the rating itself.") if day and day < self.on.day else ""

    def _check_points(self) -> str:
        text = self.points.text().strip()
        return self.tr("Enter 0 to 100.") if text and points_of(text) is None else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the rating."""
        made, old = self._rating(), self.old
        if old is not None:
            made = replace(made, id=old.id, version=old.version)
        files = self.context.company.credit_files
        return lambda _control: files.save_rating(made)


class EventDialog(FormDialog):
    """An event outside our books; one found by a name counts once an identifier confirms it."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        "credit_file.later": "on",
        "credit_file.closed_before": "closed_on",
        "credit_file.no_identifier": "identifier",
        "credit_file.other_identifier": "identifier",
        "document.bad_date": "on",
    }

    def __init__(
        self,
        context: PageContext,
        content: CreditFile,
        old: ExternalEvent | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=620)
        self.content, self.old = content, old
        self.path: Path | None = None
        lang = context.formats.lang
        title = self.tr("Edit event") if old else self.tr("New external event")
        self.set_head(
            title, self.tr("Save"), context.formats.name(content.customer.name, content.customer.name_en)
        )
        kinds = [(each, say(f"event_kind.{each}", lang)) for each in EventKind]
        self.kind = Choice(kinds, old.kind if old else EventKind.COURT_RECORD)
        self.on = DayEdit(context.language, old.on if old else content.today)
        self.source = QLineEdit(old.source if old else "")
        self.value = QLineEdit(old.value if old else "")
        self.opinion = Choice([], None)
        self.identifier = QLineEdit(old.identifier if old else "")
        numbers = [one.value for one in content.identifiers]
        self.identifier.setCompleter(QCompleter(numbers, self.identifier))
        self.confirmed_by = QLineEdit(old.confirmed_by if old else "")
        self.closed_on = DayText(old.closed_on if old else None)
        self.note = NoteEdit(old.note if old else "")
        self.verdict = label("", "small", "secondary", wrap=True)
        self._add_fields()
        if old is None:
            self._add_file()
        self._offer_opinions()
        self.kind.currentIndexChanged.connect(self._offer_opinions)
        self.kind.currentIndexChanged.connect(self._say_counts)
        for edit in (self.identifier, self.confirmed_by, self.closed_on):
            edit.textChanged.connect(self._say_counts)
        self._say_counts()
        self.kind.setFocus()

    def _add_fields(self) -> None:
        self.add_field("kind", self.kind, self.tr("What happened"))
        self.add_field("on", self.on, self.tr("Date"), check=self._check_on)
        needed = self.required(self.source, self.tr("Enter where this was found."))
        hint = self.tr("Such as 中国执行信息公开网, a newspaper, the insurer")
        self.add_field("source", self.source, self.tr("Source"), hint, needed)
        self.add_field("value", self.value, self.tr("Case number, or what it is about"))
        self.add_field("opinion", self.opinion, self.tr("What it says"), self.tr("The score reads it"))
        hint = self.tr("The registered number in the finding itself")
        self.add_field("identifier", self.identifier, self.tr("Identifier"), hint, self._check_identifier)
        self.add_field("confirmed_by", self.confirmed_by, self.tr("Confirmed by"), check=self._check_by)
        hint = self.tr("Empty while it goes on")
        self.add_field("closed_on", self.closed_on, self.tr("Closed on"), hint, self._check_closed)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("kind", "on", stretch=(3, 2))
        self.lay("source")
        self.lay("value", "opinion", "closed_on", stretch=(3, 3, 2))
        self.lay("identifier", "confirmed_by", stretch=(3, 2))
        self.form.addWidget(self.verdict)
        self.lay("note")

    def _add_file(self) -> None:
        row = QHBoxLayout()
        row.addWidget(
            button(self.context.theme, self.tr("Attach evidence…"), "quiet", "plus", self._pick, small=True)
        )
        self.file = label("", "small", "secondary", wrap=True)
        row.addWidget(self.file, 1)
        self.form.addLayout(row)

    def _pick(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        picked, _ = QFileDialog.getOpenFileName(self, self.tr("Attach evidence"))
        if picked:
            self.take_file(Path(picked))

    def take_file(self, path: Path) -> None:
        """Keep this with the event when it is saved."""
        self.path = path
        self.file.setText(path.name)
        self.touch()

    def _offer_opinions(self, *_: object) -> None:
        """A bank's or an insurer's opinion is one of a few; anything else is described."""
        lang, kind = self.context.formats.lang, self.kind.value
        said = OPINIONS[kind] if isinstance(kind, EventKind) and kind in OPINIONS else ()
        chosen = self.value.text() if self.opinion.value is None else self.opinion.value
        self.opinion.set_pairs([(each, say(f"choice.{kind}.{each}", lang)) for each in said], chosen)
        self.fields["opinion"].setVisible(bool(said))
        self.fields["value"].setVisible(not said)

    # -- what is wrong --------------------------------------------------------------------------

    @property
    def _named_only(self) -> bool:
        return self.kind.value in NAMED_ONLY

    def _say_counts(self, *_: object) -> None:
        lang, named = self.context.formats.lang, self._named_only
        sure = bool(self.identifier.text().strip() and self.confirmed_by.text().strip())
        if self.closed_on.day is not None and self.closed_on.day <= self.content.today:
            code, tone = "closed", "secondary"
        elif named and not sure:
            code, tone = "unnamed", "warn"
        else:
            code, tone = "counts", "good"
        self.verdict.setText(say(f"event_counts.{code}", lang))
        set_tone(self.verdict, tone)

    def _check_on(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self.content.today else ""

    def _check_identifier(self) -> str:
        typed = self.identifier.text().strip()
        if not typed:
            needs = self._named_only and self.confirmed_by.text().strip()
            return self.tr("Namesakes are common: enter the number before you confirm.") if needs else ""
        own = {compact(one.value) for one in self.content.identifiers}
        if own and compact(typed) not in own:
            return self.tr("This is no number of this customer; perhaps a namesake?")
        return ""

    def _check_by(self) -> str:
        typed = self.identifier.text().strip() and not self.confirmed_by.text().strip()
        return self.tr("Who compared the numbers?") if typed and self._named_only else ""

    def _check_closed(self) -> str:
        if self.closed_on.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day = self.closed_on.day
        return self.tr("This is before it happened.") if day and day < self.on.day else ""

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the event with its evidence."""
        made = ExternalEvent(
            self.content.customer.id,
            EventKind(str(self.kind.value)),
            self.on.day,
            self.source.text(),
            str(self.opinion.value) if self.kind.value in OPINIONS else self.value.text(),
            self.identifier.text(),
            self.confirmed_by.text(),
            self.closed_on.day,
            self.note.text,
        )
        if self.old is not None:
            made = replace(made, id=self.old.id, version=self.old.version)
        files, paths = self.context.company.credit_files, (self.path,) if self.path else ()
        return lambda _control: files.save_event(made, [(path.name, read_bytes(path)) for path in paths])
