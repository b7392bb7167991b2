"""Promises, disputes, plans, log entries, letters and files as lines of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.dispute import DisputeState
from app.domain.letter import LetterState
from app.domain.plan_judging import PlanState
from app.domain.promise import PromiseState
from app.ui.pages.reminders.words import channel_word, state_word, template_word
from app.ui.widgets.line_list import Line
from app.words import say, word

if TYPE_CHECKING:
    from datetime import date

    from app.domain.activity import Attachment
    from app.services.collection import ActivityView, DisputeView, PlanView, PromiseView
    from app.services.dunning_views import LetterRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_PROMISE_TONES = {
    PromiseState.OPEN: "info",
    PromiseState.KEPT: "good",
    PromiseState.PARTLY: "warn",
    PromiseState.BROKEN: "danger",
    PromiseState.CANCELLED: "neutral",
}
_PLAN_TONES = {
    PlanState.RUNNING: "info",
    PlanState.KEPT: "good",
    PlanState.BROKEN: "danger",
    PlanState.CANCELLED: "neutral",
}
_LETTER_TONES = {LetterState.DRAFT: "info", LetterState.SENT: "good"}


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def promise_line(view: PromiseView, formats: Formats) -> Line:
    """How much by when, what came of it, and who said so."""
    promise, lang = view.promise, formats.lang
    text = translate("CollectionLines", "Promised {amount} by {day}").format(
        amount=formats.money(promise.amount, promise.currency), day=formats.day_in_text(promise.due_on)
    )
    late = say("line.days_late", lang, n=view.days_late) if view.days_late else ""
    paid = view.paid + view.late
    came = ""
    if paid and view.state is not PromiseState.KEPT:
        money = formats.money(paid, promise.currency)
        came = translate("CollectionLines", "{amount} came").format(amount=money)
    said = (view.number, word("channel", promise.channel, lang), promise.made_by, came, late, promise.note)
    chip = word("promise_state", view.state, lang)
    return Line(
        promise.id, formats.day(promise.made_on), text, _joined(*said), chip, _PROMISE_TONES[view.state]
    )


def dispute_line(view: DisputeView, formats: Formats) -> Line:
    """What is contested and why, who sees to it, how long it takes."""
    dispute, lang = view.dispute, formats.lang
    resolved = view.state is DisputeState.RESOLVED
    amount = view.contested if not resolved or dispute.amount is None else dispute.amount
    money = formats.money(amount, view.currency) if amount else ""
    target = ""
    if dispute.target_on and not resolved:
        day = formats.day(dispute.target_on)
        target = translate("CollectionLines", "to be settled by {day}").format(day=day)
    past = say("line.past_target", lang, n=view.past_target) if view.past_target else ""
    ran = say("line.open_days", lang, n=view.days)
    if resolved:
        ran = say("line.took_days", lang, n=view.days)
    note = _joined(
        word("outcome", dispute.outcome, lang),
        view.credit_note,
        ran,
        target,
        past,
        dispute.owner,
        dispute.note,
    )
    text = _joined(view.number, word("reason", dispute.reason, lang), money)
    tone = "neutral" if resolved else "danger" if view.past_target else "warn"
    return Line(
        dispute.id, formats.day(dispute.opened_on), text, note, word("dispute_state", view.state, lang), tone
    )


def plan_line(view: PlanView, formats: Formats) -> Line:
    """What the plan is about, what comes next, and since when it is broken."""
    plan = view.plan
    parts = say("line.parts", formats.lang, n=len(view.parts))
    text = _joined(plan.number, formats.money(view.total, plan.currency), parts)
    paid = ""
    if view.paid:
        money = formats.money(view.paid, plan.currency)
        paid = translate("CollectionLines", "{amount} came").format(amount=money)
    following = ""
    if view.next_part is not None and view.state in {PlanState.RUNNING, PlanState.BROKEN}:
        following = translate("CollectionLines", "next {amount} on {day}").format(
            amount=formats.money(view.next_part.amount + view.next_part.interest, plan.currency),
            day=formats.day(view.next_part.due_on),
        )
    broken = ""
    if view.broken_on:
        broken = translate("CollectionLines", "broken on {day}").format(day=formats.day(view.broken_on))
    signed = (
        translate("CollectionLines", "signed")
        if plan.signed_on
        else translate("CollectionLines", "not signed")
    )
    note = _joined(broken, following, paid, signed, plan.note)
    chip = word("plan_state", view.state, formats.lang)
    return Line(plan.id, formats.day(plan.agreed_on), text, note, chip, _PLAN_TONES[view.state])


def activity_line(view: ActivityView, formats: Formats, today: date) -> Line:
    """What was done with whom, what was said, and what is to be done next."""
    entry, lang = view.activity, formats.lang
    result = word("result", entry.result, lang) if entry.result else ""
    text = _joined(word("activity", entry.kind, lang), result, entry.person)
    files = say("line.files", lang, n=view.attachments) if view.attachments else ""
    following, chip, tone = "", "", "neutral"
    if entry.next_on is not None:
        day = formats.day(entry.next_on)
        following = translate("CollectionLines", "next: {action} {day}").format(
            action=entry.next_action, day=day
        )
        if entry.next_done_on is None:
            late = entry.next_on < today
            chip, tone = formats.day_short(entry.next_on), "danger" if late else "info"
        else:
            chip = translate("CollectionLines", "Done")
    return Line(
        entry.id, formats.day(entry.on), text, _joined(view.number, entry.note, following, files), chip, tone
    )


def letter_line(row: LetterRow, formats: Formats) -> Line:
    """Which letter, over how much, and how it went."""
    name = template_word(row.template)
    sent = row.sent_on if row.state is LetterState.SENT else None
    text = _joined(row.number, name, formats.money(row.amount, row.currency))
    note = _joined(channel_word(row.channel), row.proof)
    chip = state_word(row.state)
    return Line(
        row.id, formats.day(sent or row.run_on), text, note, chip, _LETTER_TONES.get(row.state, "neutral")
    )


def file_line(one: Attachment, formats: Formats) -> Line:
    """A file's name and size."""
    return Line(one.id, "", one.name, _joined(formats.file_size(one.size), one.note))
