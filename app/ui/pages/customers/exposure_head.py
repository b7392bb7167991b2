"""What is at risk with a customer beside its limit, as a gauge with its words above and the pool below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.credit_limit import LimitState
from app.domain.exposure import Piece
from app.ui.i18n import Retranslated
from app.ui.pages.credit.exposure_list import ExposureList
from app.ui.pages.customers.credit_glance import is_stop
from app.ui.widgets.buttons import button
from app.ui.widgets.exposure_gauge import ExposureGauge, Gauge, GaugePiece
from app.ui.widgets.labels import label, set_tone
from app.words import say

if TYPE_CHECKING:
    from app.domain.exposure import ExposureView
    from app.domain.money import Money
    from app.services.limit_views import GroupPool
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit_glance import CreditGlance

_WIDTH = 520
DISPUTED, LEFT, INSURED, UNINSURED = "disputed", "left", "insured", "uninsured"
SET_OFF = "set_off"
_ROLES = {
    Piece.OPEN_ITEMS: "chart.primary",
    Piece.UNAPPLIED: "chart.primary",
    Piece.BILLS_HELD: "status.info.fill",
    Piece.RETURNED: "status.danger.fill",
    Piece.DELIVERED: "chart.primarySoft",
    Piece.ORDERED: "chart.secondary",
}


class ExposureHead(Retranslated):
    """``piece`` carries what was chosen: a piece of the exposure, or one of the four named above."""

    piece = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._credit: CreditGlance | None = None
        self._disputed = 0
        theme = context.theme
        self.title = label("", "bodyStrong", strong=True)
        self.total = label("", "section", strong=True)
        self.share = label("", "small", "secondary")
        self.gauge = ExposureGauge(theme)
        self.pool = button(theme, "", "link", "users", self._open_pool, small=True)
        self.gauge.chosen.connect(self.piece)
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.title, self.total, self.share):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.gauge)
        layout.addWidget(self.pool, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._credit = None
        for widget in (self.title, self.total, self.share):
            widget.clear()
        self.pool.hide()
        self.gauge.show_gauge(Gauge(), "")
        self.gauge.setVisible(False)

    def show_credit(self, credit: CreditGlance, disputed: int) -> None:
        """Show what was read."""
        self._credit, self._disputed = credit, disputed
        self._write()

    def _write(self) -> None:
        credit = self._credit
        if credit is None:
            return
        formats, view = self.context.formats, credit.exposure
        total = view.exposure.total
        self.title.setText(self.tr("Exposure"))
        self.total.setText(formats.money(total, view.currency, whole=True))
        words, tone = self._limit_words(credit)
        self.share.setText(words)
        set_tone(self.share, tone)
        gauge = self._gauge(credit)
        self.gauge.setVisible(bool(gauge.pieces))
        self.gauge.show_gauge(gauge, f"{self.title.text()} {self.total.text()}, {words}")
        self._write_pool(credit.pools[0] if credit.pools else None)

    def _limit_words(self, credit: CreditGlance) -> tuple[str, str]:
        """How the limit stands: not checked, none, nothing, over, or the used share."""
        limit, total, formats = credit.limit.limit, credit.exposure.exposure.total, self.context.formats
        if limit.state is LimitState.NOT_CHECKED:
            return self.tr("no limit is checked"), "secondary"
        if limit.amount is None:
            return self.tr("no limit set"), "warn"
        if is_stop(limit):
            return self.tr("limit 0: on stop"), "danger"
        share = formats.percent(total, limit.amount.minor)
        if total > limit.amount.minor:
            over = formats.whole(total - limit.amount.minor, limit.amount.currency)
            return self.tr("{share} of the limit, {amount} over").format(share=share, amount=over), "danger"
        return self.tr("{share} of the limit").format(share=share), "secondary"

    def _gauge(self, credit: CreditGlance) -> Gauge:
        formats, view = self.context.formats, credit.exposure
        pieces = []
        for piece, amount in view.exposure.pieces:
            if piece is Piece.OPEN_ITEMS and (parts := self._cover_pieces(credit, amount)):
                pieces += parts
                continue
            disputed = min(self._disputed, amount) if piece is Piece.OPEN_ITEMS else 0
            if amount - disputed:
                name = say(f"gauge.{piece}", formats.lang)
                text = formats.whole(amount - disputed, view.currency)
                pieces.append(GaugePiece(piece.value, name, text, amount - disputed, _ROLES[piece]))
            if disputed:
                text = formats.whole(disputed, view.currency)
                name = self.tr("Disputed")
                pieces.append(GaugePiece(DISPUTED, name, text, disputed, "status.warn.fill"))
        limit = credit.limit.limit.amount
        if limit is None:
            return Gauge(pieces, mark=self._insurers(credit), mark_text=self._insurers_text(credit))
        left = limit.minor - view.exposure.total
        if left > 0:
            text = formats.whole(left, limit.currency)
            pieces.append(GaugePiece(LEFT, self.tr("Available"), text, left, "chart.muted", left=True))
        return Gauge(
            pieces,
            limit.minor,
            self._limit_text(limit),
            self._insurers(credit),
            self._insurers_text(credit),
        )

    def _cover_pieces(self, credit: CreditGlance, amount: int) -> list[GaugePiece]:
        """Open items as insured, not, and paid on account, where a policy says so in the same currency."""
        insured, view, formats = credit.insured, credit.exposure, self.context.formats
        if insured is None or insured.base != view.currency or not (insured.insured or insured.policy):
            return []
        covered = max(0, min(insured.insured, amount))
        laid = max(0, min(insured.set_off, amount - covered))
        rest = amount - covered - laid
        disputed = min(self._disputed, rest)
        name = self.tr("Uninsured")
        if disputed and disputed == rest:
            name = self.tr("Uninsured (disputed)")
        elif disputed:
            part = formats.whole(disputed, view.currency)
            name = self.tr("Uninsured ({amount} disputed)").format(amount=part)
        parts = (
            (INSURED, self.tr("Insured"), covered, "chart.primary"),
            (UNINSURED, name, rest, "status.warn.fill"),
            (SET_OFF, self.tr("Paid on account"), laid, "chart.muted"),
        )
        return [
            GaugePiece(key, text, formats.whole(minor, view.currency), minor, role)
            for key, text, minor, role in parts
            if minor
        ]

    @staticmethod
    def _insurers(credit: CreditGlance) -> int | None:
        """The insurer's limit on this buyer, where it stands in the gauge's currency."""
        held = credit.insured.held if credit.insured else None
        if held is None or held.limit is None or held.policy.record.currency != credit.exposure.currency:
            return None
        return held.limit.amount

    def _insurers_text(self, credit: CreditGlance) -> str:
        limit = self._insurers(credit)
        if limit is None:
            return ""
        amount = self.context.formats.whole(limit, credit.exposure.currency)
        return self.tr("Insurer's limit {amount}").format(amount=amount)

    def _limit_text(self, limit: Money) -> str:
        amount = self.context.formats.whole(limit.minor, limit.currency)
        return self.tr("Credit limit {amount}").format(amount=amount)

    def _write_pool(self, pool: GroupPool | None) -> None:
        self.pool.setVisible(pool is not None)
        if pool is None:
            return
        formats, usage = self.context.formats, pool.usage
        used = formats.money(usage.used.minor, usage.used.currency, whole=True)
        if pool.limit.amount is None:
            self.pool.setText(self.tr("Group {name}: {used} used").format(name=pool.name, used=used))
            return
        limit = formats.whole(pool.limit.amount.minor, pool.limit.amount.currency)
        text = self.tr("Group {name}: {used} of {limit} used").format(name=pool.name, used=used, limit=limit)
        self.pool.setText(text)

    def _open_pool(self) -> None:
        if self._credit is not None and self._credit.pools:
            pool = self._credit.pools[0]
            self.context.navigator.go("credit", tab="limits", group_id=pool.group_id)

    def open_rows(self, piece: str) -> None:
        """Show the rows behind a piece over the page; Esc puts them away."""
        if self._credit is not None:
            sheet = RowSheet(self.context, self.tr("Exposure"), self)
            opened = Piece.OPEN_ITEMS.value if piece in {DISPUTED, INSURED} else piece
            sheet.show_rows(self._credit.exposure, opened)

    def retranslate(self) -> None:
        """Write every text."""
        self._write()


class RowSheet(QDialog):
    """The pieces of an exposure with their rows; opening a row goes there and closes the sheet."""

    def __init__(self, context: PageContext, title: str, parent: ExposureHead) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.rows = ExposureList(context, self)
        self.rows.rows.opened.connect(lambda _place: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(title, "page"))
        layout.addWidget(self.rows)

    def show_rows(self, view: ExposureView, piece: str) -> None:
        """Open on the rows of a piece, with the keyboard on the first."""
        self.rows.show_exposure(view)
        self.rows.choose(piece)
        self.open()
        found = self.rows.rows.lines
        if found:
            self.rows.rows.choose(found[0].id)
            self.rows.rows.setFocus(Qt.FocusReason.PopupFocusReason)
