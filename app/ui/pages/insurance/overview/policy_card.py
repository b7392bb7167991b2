"""A policy as a card: what it is, how it stands, and how far it is used; it opens the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.domain.policy_period import PolicyState
from app.ui.spoken import Spoken
from app.ui.widgets.chip import Chip
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label, plain
from app.ui.widgets.share_bar import ShareBar
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from app.domain.policy_period import Policy
    from app.services.cover_views import Meters
    from app.services.policies import PolicyView
    from app.ui.formats import Formats
    from app.ui.theme import Theme

translate = QCoreApplication.translate
_BLANK, _JOINER = "\u00a0", "\u2060"
STATE_TONES = {
    PolicyState.DRAFT: "info",
    PolicyState.UPCOMING: "info",
    PolicyState.ACTIVE: "good",
    PolicyState.EXPIRED: "neutral",
    PolicyState.CANCELLED: "warn",
    PolicyState.ANNULLED: "neutral",
}
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def policy_name(policy: Policy) -> str:
    """What a policy is called: its product, else its insurer."""
    return policy.record.product or policy.record.insurer


class PolicyCard(QFrame):
    """``opened`` carries the policy's id."""

    spoken_as = Spoken.BUTTON

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.policy_id = 0
        self.setProperty("area", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # cards alike
        self._name, self._number = label("", "section"), label("", "small", "secondary")
        self._state = Chip(theme)
        self._clauses = label("", "small", "secondary", wrap=True)
        self._insured, self._insured_name = label("", "bodyStrong", strong=True), label("", "body")
        self._most = CutLabel("body", "secondary")
        self.bar = ShareBar(theme, 0, "")
        self._used = label("", "small", "secondary", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._name, self._state):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._number)
        balance = QHBoxLayout()
        balance.setSpacing(8)
        for widget in (self._insured_name, self._insured):
            balance.addWidget(widget)
        balance.addStretch(1)
        balance.addWidget(self._most)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._clauses)
        layout.addSpacing(4)
        layout.addLayout(balance)
        layout.addWidget(self.bar)
        layout.addWidget(self._used)
        layout.addStretch(1)

    def show_policy(self, view: PolicyView, meters: Meters | None, formats: Formats) -> None:
        """Show a policy with its meters."""
        policy, lang = view.policy, formats.lang
        self.policy_id = policy.id
        self._name.setText(policy_name(policy))
        self._number.setText(policy.record.number)
        self._state.set(say(f"policy_state.{view.state}", lang), STATE_TONES[view.state])
        clauses = clauses_of(policy, formats)
        self._clauses.setText(" • ".join(map(_whole, clauses)))
        self._insured_name.setText(translate("PolicyCard", "Insured"))
        currency, insured = policy.record.currency, meters.insured if meters else 0
        self._insured.setText(formats.money(insured, currency, whole=True))
        most = meters.liability if meters else None
        told = translate("PolicyCard", "max. liability {amount}")
        self._most.setText(told.format(amount=formats.whole(most, currency)) if most is not None else "")
        self.bar.setVisible(bool(most))
        if most:
            self.bar.set_share(insured / most, f"{self._insured.text()} / {self._most.text()}")
        used = meter_words(meters, formats) if meters else []
        self._used.setText(" • ".join(map(_whole, used)))
        self._used.setVisible(bool(used))
        said = [self._name.text(), self._number.text(), self._state.text, " • ".join(clauses)]
        said += [self._insured_name.text(), self._insured.text(), self._most.text(), *used]
        self.setAccessibleName(" ".join(filter(None, said)))
        self.setToolTip(plain(f"{policy.record.insurer} {policy.record.number}"))

    # -- input ----------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the policy."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.policy_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the policy."""
        if event.key() in _KEYS:
            self.opened.emit(self.policy_id)
        else:
            super().keyPressEvent(event)


def _whole(part: str) -> str:
    """A part that no line ends within."""
    return _JOINER.join(part.replace(" ", _BLANK))


def clauses_of(policy: Policy, formats: Formats) -> list[str]:
    """Until when, how much is paid, what we keep, how long the waiting period is."""
    terms = policy.terms
    paid = translate("PolicyCard", "pays {share} %").format(share=written(terms.insured_pct))
    kept = translate("PolicyCard", "we keep {share} %").format(share=written(100 - terms.insured_pct))
    parts = [translate("PolicyCard", "to {day}").format(day=formats.day(policy.last_day)), paid, kept]
    if terms.waiting_days is not None:
        parts.append(translate("PolicyCard", "waiting period {n} d").format(n=terms.waiting_days))
    return parts


def meter_words(meters: Meters, formats: Formats) -> list[str]:
    """How far the first loss, the maximum liability and the premium are used, where the policy has them."""
    terms, currency = meters.policy.terms, meters.policy.record.currency
    first, paid, premium = (
        translate("PolicyCard", "First loss borne {used} of {whole}"),
        translate("PolicyCard", "Paid out {used} of {whole}"),
        translate("PolicyCard", "Premium paid {used} of {whole}"),
    )
    pairs = (
        (first, meters.first_loss_used, meters.first_loss),
        (paid, meters.liability_used, meters.liability if meters.liability_used else None),
        (premium, meters.premium_paid, max(terms.min_premium, terms.deposit_premium) or None),
    )
    return [
        text.format(used=formats.whole(used, currency), whole=formats.whole(whole, currency))
        for text, used, whole in pairs
        if whole is not None
    ]
