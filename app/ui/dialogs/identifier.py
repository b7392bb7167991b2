"""A registered number, checked while one types: which register it is of, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.customer import Identifier, IdentifierKind
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice, identifier_kinds
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.labels import label, set_tone
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.identifiers import IdentifierCheck
    from app.services.ports import Control
    from app.ui.context import PageContext

_PAUSE_MS = 150


class LiveCheck(QObject):
    """Asks the service about a typed number; ``answered`` carries the check, None for nothing typed."""

    answered = Signal(object)

    def __init__(self, context: PageContext, country: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._country = country
        self._question: tuple[IdentifierKind | None, str] = None, ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def look(self, kind: IdentifierKind | None, text: str) -> None:
        """Ask once typing pauses."""
        self._question = kind, text.strip()
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.answered.emit(None)

    def _ask(self) -> None:
        service, country = self._context.company.customers, self._country()
        kind, text = self._question

        def work(_control: Control) -> IdentifierCheck:
            return service.check_identifier(kind, text, country)

        self._context.runner.database(work, self.answered.emit, owner=self, key=f"identifier.{id(self)}")


def words_of(check: IdentifierCheck, lang: str) -> str:
    """The problem with a number in a sentence, "" for none."""
    return say(check.problem.code, lang, **check.problem.params) if check.problem else ""


class IdentifierDialog(FormDialog):
    """Adds or edits a customer's identifier."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = dict.fromkeys(
        (
            "identifier.empty identifier.length identifier.character identifier.last_character "
            "identifier.check_character identifier.check_digits identifier.eu_prefix identifier.vat_length "
            "identifier.vat_checksum identifier.vat_format identifier.taken"
        ).split(),
        "value",
    )

    def __init__(
        self,
        context: PageContext,
        identifier: Identifier,
        country: str,
        parent: QWidget | None = None,
        *,
        customer: str = "",
    ) -> None:
        super().__init__(context, parent, width=520)
        new = not identifier.id
        title = self.tr("New identifier") if new else self.tr("Edit identifier")
        self.set_head(title, self.tr("Save"), customer)
        self.identifier = identifier
        self._country = country
        self.found: IdentifierCheck | None = None
        lang = context.formats.lang
        self.kind = Choice(
            [(None, self.tr("Recognise it")), *identifier_kinds(lang)], None if new else identifier.kind
        )
        self.value = QLineEdit(identifier.value)
        self.verdict = label("", "small", "secondary", wrap=True)
        self.add_field("kind", self.kind, self.tr("Register"))
        missing = self.required(self.value, self.tr("Enter the number."))
        self.add_field("value", self.value, self.tr("Number"), check=missing)
        self.lay("kind")
        self.lay("value")
        self.form.addWidget(self.verdict)
        self._live = LiveCheck(context, lambda: country, self)
        self._live.answered.connect(self._on_answer)
        self.value.textEdited.connect(self._look)
        self.kind.activated.connect(self._look)
        self._look()
        self.value.setFocus()

    def _chosen(self) -> IdentifierKind | None:
        value = self.kind.value
        return value if isinstance(value, IdentifierKind) else None

    def _look(self) -> None:
        self._live.look(self._chosen(), self.value.text())

    def _on_answer(self, check: IdentifierCheck | None) -> None:
        self.found = check
        lang = self.context.formats.lang
        if check is None:
            self.verdict.setText("")
            return
        kind = say(f"identifier_kind.{check.kind}", lang)
        wrong = words_of(check, lang)
        if wrong:
            self.verdict.setText(self.tr("{kind}: {problem}").format(kind=kind, problem=wrong))
        elif check.kind in {IdentifierKind.OTHER, IdentifierKind.DUNS}:
            self.verdict.setText(self.tr("{kind}, without a check digit.").format(kind=kind))
        else:
            self.verdict.setText(self.tr("{kind}: the check digit is right.").format(kind=kind))
        set_tone(self.verdict, "warn" if wrong and check.valid else "danger" if wrong else "good")
        self.fields.resized.emit()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it; the service finds out the register where none is chosen."""
        customers, kind, text = self.context.company.customers, self._chosen(), self.value.text().strip()
        identifier, country = self.identifier, self._country

        def work(_control: Control) -> ChangeSet:
            register = kind or customers.check_identifier(None, text, country).kind
            made = Identifier(
                identifier.customer_id, register, text, id=identifier.id, version=identifier.version
            )
            return customers.save_identifier(made)

        return work
