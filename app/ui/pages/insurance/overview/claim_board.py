"""The claims board: what is to be notified, what waits, what is filed, what was paid this year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.claim_state import ClaimState
from app.domain.insurance_deadline import Duty
from app.domain.money import Money
from app.ui.i18n import Retranslated
from app.ui.pages.insurance.overview.reading import waiting_claims
from app.ui.pages.insurance.said import duty_tone, left_words
from app.ui.widgets.card_list import CardList, SmallCard
from app.ui.widgets.labels import label, line
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.services.claim_views import ClaimRow
    from app.services.duty_views import DutyItem
    from app.ui.context import PageContext
    from app.ui.pages.insurance.overview.reading import Overview

COLUMNS = ("notify", "waiting", "filed", "paid")
MOST = 4
"""So many cards a column shows; the rest stands on the tab of claims."""
_NARROW = 640
_WAITING = frozenset({ClaimState.REPORTED, ClaimState.WAITING, ClaimState.READY})
_PAID = frozenset({ClaimState.PAID, ClaimState.RECOVERY, ClaimState.CLOSED})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A card and the amount its column counts."""

    card: SmallCard
    amounts: tuple[Money, ...]


class _Column(QWidget):
    """Title, count and sum above its cards."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # four alike
        self.title = label("", "small", strong=True)
        self.count = label("", "small", "secondary")
        self.sum = label("", "small", "secondary")
        self.more = label("", "small", "tertiary")
        self.cards = CardList(context.theme)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.sum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(line(strong=True))
        layout.addSpacing(2)
        layout.addWidget(self.cards)
        layout.addWidget(self.more)
        layout.addStretch(1)


class ClaimBoard(Retranslated):
    """``duty`` carries a duty to open, ``claim`` a claim."""

    duty = Signal(str)
    claim = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._found: Overview | None = None
        self.columns = {key: _Column(context) for key in COLUMNS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(16)
        self._across = 0
        self._place()
        for column in self.columns.values():
            column.cards.opened.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other, or two where there is no room for four."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        across = 4 if self.width() >= _NARROW else 2
        if across == self._across:
            return
        self._across = across
        for place, column in enumerate(self.columns.values()):
            row, at = divmod(place, across)
            self._grid.addWidget(column, row, at, Qt.AlignmentFlag.AlignTop)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    # -- showing --------------------------------------------------------------------------------

    def show_claims(self, found: Overview) -> None:
        """Show what was read."""
        self._found = found
        self._write()

    def _write(self) -> None:
        found = self._found
        if found is None:
            return
        titles = {
            "notify": self.tr("To notify"),
            "waiting": self.tr("Waiting period"),
            "filed": self.tr("Filed"),
            "paid": self.tr("Paid this year"),
        }
        formats = self.context.formats
        for key, entries in self._entries(found).items():
            column = self.columns[key]
            column.title.setText(titles[key])
            column.count.setText(formats.count(len(entries)))
            column.sum.setText(self._sum(found, entries))
            column.cards.setAccessibleName(titles[key])
            column.cards.show_cards([entry.card for entry in entries[:MOST]])
            rest = len(entries) - MOST
            column.more.setText(self.tr("%n more", "", rest) if rest > 0 else self.tr("None") * (not entries))
            column.more.setVisible(rest > 0 or not entries)

    def _sum(self, found: Overview, entries: Sequence[_Entry]) -> str:
        """All of a column in the base currency; nothing where a rate is missing."""
        amounts = [found.in_base(one) for entry in entries for one in entry.amounts]
        known = [each for each in amounts if each is not None]
        return self.context.formats.whole(sum(known), found.book.base) if len(known) == len(amounts) else ""

    def _entries(self, found: Overview) -> dict[str, list[_Entry]]:
        made: dict[str, list[_Entry]] = {key: [] for key in COLUMNS}
        made["notify"] = [self._duty_card(found, item, self.tr("Overdue")) for item in found.untold]
        live = waiting_claims(found.claims)
        for item in found.duties:
            begun = (item.policy.id, item.customer_id or 0) in live
            if item.duty is Duty.WAITING_END and not begun:
                made["waiting"].append(self._duty_card(found, item, self.tr("Reported")))
        for row in found.claims:
            if row.state in _WAITING:
                made["waiting"].append(self._claim_card(found, row))
            elif row.state in _PAID:
                if row.claim.id in found.paid_on and found.paid_on[row.claim.id].year == found.today.year:
                    made["paid"].append(self._claim_card(found, row))
            elif row.state is not ClaimState.WITHDRAWN:
                made["filed"].append(self._claim_card(found, row))
        return made

    def _amount(self, money: Money, base: str) -> str:
        text = self.context.formats.whole(money.minor, money.currency)
        return text if money.currency == base else f"{money.currency} {text}"

    def _amounts(self, amounts: Sequence[Money], base: str) -> str:
        return " + ".join(self._amount(one, base) for one in amounts)

    def _duty_card(self, found: Overview, item: DutyItem, name: str) -> _Entry:
        formats, customer_id = self.context.formats, item.customer_id or 0
        left = left_words(item.day, found.today, formats)
        note, tone = self.tr("{left} to notify").format(left=left), duty_tone(item, found.today)
        if item.duty is Duty.WAITING_END:
            note, tone = self.tr("until {day}").format(day=formats.day_short(item.day)), ""
        card = SmallCard(
            f"duty:{item.key}",
            formats.name(*found.called.get(customer_id, (item.customer, ""))),
            self._grade(found, customer_id),
            name,
            self._amounts(item.amounts, found.book.base),
            note,
            "" if tone == "neutral" else tone,
        )
        return _Entry(card, item.amounts)

    def _claim_card(self, found: Overview, row: ClaimRow) -> _Entry:
        claim, base = row.claim, found.book.base
        amounts: tuple[Money, ...] = (Money(claim.claimed, claim.currency),)
        name = self.tr("Claimed")
        if not claim.claimed:
            amounts, name = row.debt, self.tr("Debt")
        note, tone = self._claim_note(found, row)
        card = SmallCard(
            f"claim:{claim.id}",
            self.context.formats.name(*found.called.get(claim.customer_id, (row.customer, row.customer_en))),
            self._grade(found, claim.customer_id),
            name,
            self._amounts(amounts, base),
            note,
            tone,
        )
        return _Entry(card, amounts)

    def _claim_note(self, found: Overview, row: ClaimRow) -> tuple[str, str]:
        """How far it is: papers, when it was filed, what is expected, what came."""
        formats, claim, lang = self.context.formats, row.claim, self.context.formats.lang
        state = say(f"claim_state.{row.state}", lang)
        if row.state in _WAITING:
            papers = self.tr("papers {done} / {needed}").format(done=row.papers, needed=row.papers_needed)
            return f"{state} · {papers}", ""
        if row.state in _PAID:
            on, paid = found.paid_on.get(claim.id), formats.whole(row.paid, claim.currency)
            return self.tr("{day}: {amount} received").format(day=formats.day_short(on), amount=paid), "good"
        parts = [formats.day_short(claim.filed_on) if claim.filed_on else "", state]
        if claim.approved:
            parts.append(formats.whole(claim.approved, claim.currency))
        return " · ".join(filter(None, parts)), "danger" if row.state is ClaimState.DECLINED else ""

    def _grade(self, found: Overview, customer_id: int) -> str:
        grade = found.grades.get(customer_id)
        return grade.value if grade is not None else ""

    def _open(self, key: str) -> None:
        kind, _, rest = key.partition(":")
        if kind == "claim":
            self.claim.emit(int(rest))
        else:
            self.duty.emit(rest)

    def retranslate(self) -> None:
        """Write every text."""
        self._write()
