"""Columns of the list of notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.notice import NoticeState
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.pages.customers.columns import money_words
from app.words import say

if TYPE_CHECKING:
    from app.services.notice_views import NoticeView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
STATE_TONES = {NoticeState.DRAFT: "warn", NoticeState.SENT: "info", NoticeState.REPLIED: "good"}
REPLY_TONES = {"kept": "good", "reduced": "warn", "withdrawn": "danger", "stop": "danger"}


def buyer_of(view: NoticeView, formats: Formats) -> str:
    """Whom a notice is about."""
    return formats.name(view.customer.name, view.customer.name_en)


def notice_columns(formats: Formats) -> list[Column[NoticeView]]:
    """Number, buyer, kind, amount, days, state and answer."""
    return [*_about(formats), *_days(formats), *_standing(formats)]


def _about(formats: Formats) -> list[Column[NoticeView]]:
    """Number, buyer, kind and amount."""
    lang = formats.lang
    return [
        text_column(
            "number",
            lambda: translate("NoticesPanel", "Number"),
            lambda view: view.number,
            width=150,
            min_width=144,
            drop=3,
        ),
        text_column(
            "buyer",
            lambda: translate("NoticesPanel", "Buyer"),
            lambda view: buyer_of(view, formats),
            strong=True,
            width=170,
            min_width=140,
            stretch=2,
            fixed=True,
        ),
        text_column(
            "kind",
            lambda: translate("NoticesPanel", "Kind"),
            lambda view: say(f"notice_kind.{view.record.kind}", lang),
            width=144,
            min_width=136,
            stretch=1,
        ),
        Column(
            "amount",
            lambda: translate("NoticesPanel", "Amount"),
            lambda view: Cell(money_words(view.totals, formats)),
            value=lambda view: view.record.amount,
            width=130,
            min_width=96,
            align=Align.RIGHT,
            descending_first=True,
        ),
    ]


def _days(formats: Formats) -> list[Column[NoticeView]]:
    """Known, due and sent."""

    def sent(view: NoticeView) -> Cell:
        on = view.record.sent_on
        return Cell(formats.day(on), tone="danger" if view.late and on is not None else "")

    return [
        day_column(
            "known",
            lambda: translate("NoticesPanel", "Known on"),
            lambda view: view.record.known_on,
            formats,
            width=102,
            min_width=98,
            drop=2,
        ),
        day_column(
            "deadline",
            lambda: translate("NoticesPanel", "Deadline"),
            lambda view: view.deadline.day if view.deadline is not None else None,
            formats,
            width=102,
            min_width=98,
        ),
        Column(
            "sent",
            lambda: translate("NoticesPanel", "Sent on"),
            sent,
            value=lambda view: view.record.sent_on,
            width=100,
            min_width=98,
            align=Align.RIGHT,
        ),
    ]


def _standing(formats: Formats) -> list[Column[NoticeView]]:
    """State, answer and policy."""
    lang = formats.lang

    def state(view: NoticeView) -> Cell:
        if view.late and view.state is NoticeState.DRAFT:
            return Cell(translate("NoticesPanel", "Draft, late"), chip="danger")
        return Cell(say(f"notice_state.{view.state}", lang), chip=STATE_TONES[view.state])

    def answer(view: NoticeView) -> Cell:
        reply = view.record.reply
        return Cell(say(f"notice_reply.{reply}", lang), tone=REPLY_TONES[reply]) if reply else Cell("")

    return [
        Column(
            "state",
            lambda: translate("NoticesPanel", "State"),
            state,
            value=lambda view: view.state.value,
            width=104,
            min_width=98,
            fixed=True,
        ),
        Column(
            "answer",
            lambda: translate("NoticesPanel", "Insurer's answer"),
            answer,
            value=lambda view: view.record.reply,
            width=136,
            min_width=132,
            drop=4,
        ),
        text_column(
            "policy",
            lambda: translate("NoticesPanel", "Policy"),
            lambda view: view.policy.record.number,
            tone="secondary",
            width=120,
            min_width=112,
            drop=1,
        ),
    ]
