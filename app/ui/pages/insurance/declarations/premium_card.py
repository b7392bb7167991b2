"""The premium of a policy: by its rate and minimum, what was paid, and what is still to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.ui.context import PageContext
    from app.ui.pages.insurance.declarations.reading import DeclarationsRead

_SHOWN = 2


class PremiumCard(Card):
    """``pay_wanted`` asks for a new payment, ``edit_wanted`` and ``remove_wanted`` carry one's id."""

    pay_wanted = Signal()
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.read: DeclarationsRead | None = None
        theme = context.theme
        self.pay_button = button(theme, "", "quiet", "plus", self.pay_wanted.emit, small=True)
        self.add_action(self.pay_button)
        self.figures, self.second = Figures(theme), Figures(theme)
        self.how = label("", "small", "secondary", wrap=True)
        self.payments = LineList(theme, most=_SHOWN)
        self.payments.opened.connect(self.edit_wanted)
        self.payments.removal_wanted.connect(self.remove_wanted)
        self.payments.menu_wanted.connect(self._open_menu)
        for widget in (self.figures, self.second, self.how, self.payments):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_premium(self, read: DeclarationsRead) -> None:
        """Fill it with a policy's premium."""
        self.read = read
        self._write()

    def _write(self) -> None:
        read, formats = self.read, self.context.formats
        if read is None or read.policy is None or read.premium is None:
            return
        made, currency, terms = read.premium, read.policy.record.currency, read.policy.terms

        def money(minor: int) -> str:
            return formats.money(minor, currency)

        self.figures.set(
            [
                (self.tr("By the rate"), money(made.by_rate), "", ""),
                (self.tr("Minimum"), money(made.minimum), "", "warn" if made.bound_by_minimum else ""),
                (self.tr("Due"), money(made.due), "", ""),
            ]
        )
        tone = "danger" if made.balance > 0 else "good" if made.balance < 0 else ""
        name = self.tr("Still to pay") if made.balance >= 0 else self.tr("Paid too much")
        self.second.set(
            [
                (self.tr("Fees"), money(made.fees), "", ""),
                (self.tr("Paid"), money(made.paid), "", ""),
                (name, money(abs(made.balance)), "", tone),
            ]
        )
        text = self.tr("{rate} % of {turnover} declared").format(
            rate=f"{terms.premium_rate.normalize():f}", turnover=money(made.turnover)
        )
        bound = self.tr("the minimum premium decides") if made.bound_by_minimum else ""
        self.how.setText(" · ".join(filter(None, (text, bound))))
        self.payments.show_lines(
            [
                Line(
                    one.id,
                    formats.day(one.on),
                    say(f"premium_kind.{one.kind}", formats.lang),
                    " · ".join(filter(None, (one.reference, one.note))),
                    money(one.amount),
                )
                for one in read.payments
            ]
        )
        self.payments.setVisible(bool(read.payments))
        guard(self.context, self.pay_button)

    def _open_menu(self, payment_id: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, signal in (
            (self.tr("Edit…"), self.edit_wanted),
            (self.tr("Remove"), self.remove_wanted),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, signal=signal: signal.emit(payment_id))
            guard(self.context, action)
        menu.popup(at)

    def retranslate(self) -> None:
        """Write every text."""
        self.set_title(self.tr("Premium"))
        self.pay_button.setText(self.tr("Payment…"))
        self.payments.setAccessibleName(self.tr("Premium paid"))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
