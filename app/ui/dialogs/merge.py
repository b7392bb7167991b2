"""Joining two customers into one: both side by side, which one stays, and what moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout

from app.domain.duty import Duty
from app.services.ledger import DocumentQuery
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.customers import CustomerProfile, CustomerRow
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two customers with what hangs on it."""

    profile: CustomerProfile
    row: CustomerRow
    documents: int

    @property
    def id(self) -> int:
        """The customer's id."""
        return self.profile.customer.id

    @property
    def name(self) -> str:
        """The customer's name."""
        return self.profile.customer.name


def read_sides(session: CompanySession, ids: Sequence[int]) -> list[Side]:
    """Both customers; the one with more documents first. Runs on the database worker."""
    sides = [
        Side(
            session.customers.profile(each),
            session.customers.rows([each])[0],
            len(session.ledger.document_ids(DocumentQuery(customer_id=each))),
        )
        for each in ids
    ]
    return sorted(sides, key=lambda side: -side.documents)


class MergeDialog(FormDialog):
    """Asks which of two customers stays."""

    duty = Duty.BOOK

    def __init__(self, context: PageContext, sides: Sequence[Side], parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=720)
        self.set_head(self.tr("Merge two customers"), self.tr("Merge"))
        self.sides = list(sides)
        self._choices = QButtonGroup(self)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        for place, side in enumerate(self.sides):
            pair.addWidget(self._panel(place, side), 1)
        self.form.addLayout(pair)
        self.moves = label("", "body", wrap=True)
        self.form.addWidget(self.moves)
        note = self.tr(
            "Blank fields of the one that stays are filled from the other. Undo takes it back whole."
        )
        self.form.addWidget(label(note, "small", "secondary", wrap=True))
        self._choices.idToggled.connect(self._say)
        self._choices.button(0).setChecked(True)
        self._choices.button(0).setFocus()

    def _panel(self, place: int, side: Side) -> QFrame:
        panel = QFrame()
        panel.setProperty("area", "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        keep = QRadioButton(self.tr("Keep this one"))
        keep.setAccessibleName(self.tr("Keep {name}").format(name=side.name))
        self._choices.addButton(keep, place)
        column.addWidget(label(side.name, "section", wrap=True))
        column.addWidget(keep)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts(side)):
            grid.addWidget(label(name, "small", "secondary"), row, 0)
            grid.addWidget(label(value or "–", "body", wrap=True), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return panel

    def _facts(self, side: Side) -> list[tuple[str, str]]:
        formats, customer = self.context.formats, side.profile.customer
        numbers = [each.value for each in side.profile.identifiers]
        balances = [formats.money(each.minor, each.currency) for each in side.row.balances]
        return [
            (self.tr("Customer code"), customer.code),
            (self.tr("Identifiers"), ", ".join(numbers)),
            (self.tr("Balance"), ", ".join(balances)),
            (self.tr("Documents"), formats.count(side.documents)),
            (self.tr("Contacts"), ", ".join(each.name for each in side.profile.contacts)),
            (self.tr("Payment terms"), customer.terms),
            (self.tr("Salesperson"), side.profile.salesperson),
            (self.tr("Status"), say(f"customer_status.{customer.status}", formats.lang)),
        ]

    @property
    def kept(self) -> int:
        """Which side stays."""
        return max(0, self._choices.checkedId())

    def _say(self, *_: object) -> None:
        keep, lose = self.sides[self.kept], self.sides[1 - self.kept]
        parts = [
            self.tr("%n document(s)", "", lose.documents),
            self.tr("%n contact(s)", "", len(lose.profile.contacts)),
            self.tr("%n identifier(s)", "", len(lose.profile.identifiers)),
        ]
        text = self.tr("{what} of “{lose}” move to “{keep}”; “{lose}” stays as another name of it.")
        joined = self.tr(", ", "between the parts of a list").join(parts)
        self.moves.setText(text.format(what=joined, lose=lose.name, keep=keep.name))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Join the two."""
        customers = self.context.company.customers
        keep, lose = self.sides[self.kept].id, self.sides[1 - self.kept].id
        return lambda _control: customers.merge(keep, lose)
