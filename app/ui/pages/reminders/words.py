"""What steps, channels, states and templates are called in the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.dunning import HandOver, Tone, Treatment, Trigger
from app.domain.letter import Channel, LetterState
from app.words import codes, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.dunning import DunningStep
    from app.domain.problem import Problem
    from app.services.dunning_views import LetterChange
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_AMOUNTS = frozenset({"amount", "minimum", "credit", "overdue", "was", "now", "open", "promised", "held"})

CHANNEL_ICONS: Mapping[str, str] = {
    Channel.LETTER: "file-text",
    Channel.EMAIL: "mail",
    Channel.CALL: "phone",
    Channel.MESSAGE: "message-square",
}
STATE_TONES = {
    LetterState.DRAFT: "info",
    LetterState.SENT: "good",
    LetterState.SUPERSEDED: "neutral",
    LetterState.LEFT_OUT: "neutral",
}


def channel_word(channel: str) -> str:
    """Letter, E-mail, Call, Message."""
    return {
        Channel.LETTER: translate("Reminders", "Letter"),
        Channel.EMAIL: translate("Reminders", "E-mail"),
        Channel.CALL: translate("Reminders", "Call"),
        Channel.MESSAGE: translate("Reminders", "Message"),
    }.get(Channel(channel), channel)


def channel_choices() -> list[tuple[Channel, str]]:
    """Every channel with its word."""
    return [(each, channel_word(each)) for each in Channel]


def state_word(state: LetterState) -> str:
    """Draft, Sent, Superseded, Left out."""
    return {
        LetterState.DRAFT: translate("Reminders", "Draft"),
        LetterState.SENT: translate("Reminders", "Sent"),
        LetterState.SUPERSEDED: translate("Reminders", "Superseded"),
        LetterState.LEFT_OUT: translate("Reminders", "Left out"),
    }[state]


def template_word(code: str) -> str:
    """What a template is for; the code of one that is not shipped."""
    return {
        "before_due": translate("Reminders", "Note before the due date"),
        "reminder": translate("Reminders", "Reminder"),
        "second": translate("Reminders", "Second reminder"),
        "formal": translate("Reminders", "Formal demand"),
        "final": translate("Reminders", "Final notice"),
        "hand_over": translate("Reminders", "Hand-over notice"),
        "thank_you": translate("Reminders", "Thank-you note"),
        "promise_confirmation": translate("Reminders", "Promise confirmation"),
        "plan_agreement": translate("Reminders", "Payment-plan agreement"),
        "statement": translate("Reminders", "Statement to confirm"),
        "acknowledgement": translate("Reminders", "Acknowledgement request"),
    }.get(code, code)


def step_word(step: DunningStep, lang: str) -> str:
    """The step's own name, else what its template is for."""
    return step.name.get(lang) or next(iter(step.name.values()), "") or template_word(step.template)


def trigger_words(step: DunningStep) -> str:
    """When a step is ripe: "7 d after the due date"."""
    if step.days == 0 and step.trigger in {Trigger.DUE, Trigger.BEFORE_DUE}:
        return translate("Reminders", "on the due date")
    text = {
        Trigger.BEFORE_DUE: translate("Reminders", "{n} d before due"),
        Trigger.DUE: translate("Reminders", "{n} d after due"),
        Trigger.END_OF_MONTH: translate("Reminders", "month end, {n} d after due"),
        Trigger.PREVIOUS: translate("Reminders", "{n} d after the last letter"),
    }
    return text[step.trigger].format(n=step.days)


def trigger_choices() -> list[tuple[Trigger, str]]:
    """Every kind of trigger."""
    return [
        (Trigger.BEFORE_DUE, translate("Reminders", "Days before the due date")),
        (Trigger.DUE, translate("Reminders", "Days after the due date")),
        (
            Trigger.END_OF_MONTH,
            translate("Reminders", "Days after the due date, then to the end of the month"),
        ),
        (Trigger.PREVIOUS, translate("Reminders", "Days after the step before was sent")),
    ]


def treatment_word(treatment: str) -> str:
    """What a letter does about late interest."""
    return {
        Treatment.CLAIM: translate("Reminders", "Claim a settled amount"),
        Treatment.MENTION: translate("Reminders", "State the basis, reserve the right"),
        Treatment.WAIVE: translate("Reminders", "Leave it out"),
    }[Treatment(treatment)]


def treatment_short(treatment: str) -> str:
    """The same in one word, for a column."""
    return {
        Treatment.CLAIM: translate("Reminders", "Claimed"),
        Treatment.MENTION: translate("Reminders", "Mentioned"),
        Treatment.WAIVE: translate("Reminders", "Not mentioned"),
    }[Treatment(treatment)]


def treatment_choices() -> list[tuple[Treatment, str]]:
    """Every treatment of interest."""
    return [(each, treatment_word(each)) for each in Treatment]


def tone_choices() -> list[tuple[Tone, str]]:
    """How a letter may speak."""
    return [
        (Tone.COURTESY, translate("Reminders", "Courteous")),
        (Tone.FRIENDLY, translate("Reminders", "Friendly")),
        (Tone.FIRM, translate("Reminders", "Firm")),
        (Tone.FORMAL, translate("Reminders", "Formal")),
        (Tone.FINAL, translate("Reminders", "Final")),
    ]


def hand_over_word(to: str) -> str:
    """To whom a debt goes; what somebody typed stays as it is."""
    return (
        {
            HandOver.AGENCY: translate("Reminders", "Collection agency"),
            HandOver.LAWYER: translate("Reminders", "Lawyer"),
            HandOver.INSURER: translate("Reminders", "Insurer"),
        }.get(HandOver(to), to)
        if to in set(HandOver)
        else to
    )


def hand_over_choices() -> list[tuple[str, str]]:
    """To whom a debt may go, "" for nobody."""
    nobody = [("", translate("Reminders", "Nobody"))]
    return nobody + [(each.value, hand_over_word(each)) for each in HandOver]


def problem_words(problem: Problem, formats: Formats) -> str:
    """A problem as a sentence; its code where nobody worded it."""
    return spoken(problem.code, problem.params, formats)


def spoken(code: str, params: Mapping[str, object], formats: Formats) -> str:
    """A code with its parameters as a sentence, days and amounts as the window writes them."""
    if code not in codes():
        return code
    return say(code, formats.lang, **_written(params, formats))


def sentences(lang: str, *parts: str) -> str:
    """Sentences one after the other; Chinese sets no space between them."""
    return ("" if lang == "zh" else " ").join(filter(None, parts))


def _written(params: Mapping[str, object], formats: Formats) -> dict[str, object]:
    currency = str(params.get("currency") or "")
    return {name: _value(name, value, currency, formats) for name, value in params.items()}


def _value(name: str, value: object, currency: str, formats: Formats) -> object:
    match value:
        case date():
            return formats.day_in_text(value)
        case int() if name in _AMOUNTS and currency:
            return formats.money(value, currency)
        case [str(code), {**params}]:
            return spoken(code, {str(key): given for key, given in params.items()}, formats)
        case None:
            return "–"
        case _:
            return value


def reason_word(code: str) -> str:
    """In a few words, why something is not chased."""
    return {
        "dunning.not_yet": translate("Reminders", "Not due for a letter yet"),
        "dunning.too_soon": translate("Reminders", "Too soon after the last letter"),
        "dunning.overdue_first": translate("Reminders", "Not due; what is overdue comes first"),
        "dunning.disputed": translate("Reminders", "Disputed"),
        "dunning.promised": translate("Reminders", "Promised"),
        "dunning.planned": translate("Reminders", "In a payment plan"),
        "dunning.bill_held": translate("Reminders", "Covered by a bill"),
        "dunning.grace": translate("Reminders", "Customer has a grace date"),
        "dunning.document_grace": translate("Reminders", "Invoice has a grace date"),
        "dunning.net_credit": translate("Reminders", "Net credit"),
        "dunning.below_minimum": translate("Reminders", "Below the minimum"),
        "dunning.insolvent": translate("Reminders", "Insolvent"),
        "dunning.handed_over": translate("Reminders", "Handed over"),
        "dunning.with_insurer": translate("Reminders", "Claim with the insurer"),
        "dunning.blocked": translate("Reminders", "Customer blocked by hand"),
        "dunning.document_blocked": translate("Reminders", "Invoice blocked by hand"),
        "dunning.no_policy": translate("Reminders", "Policy without reminders"),
        "dunning.policy_missing": translate("Reminders", "Policy missing"),
        "dunning.ladder_done": translate("Reminders", "All steps done"),
        "dunning.time_barred": translate("Reminders", "Past its limitation period"),
    }.get(code, code)


def change_words(change: LetterChange, currency: str, formats: Formats) -> str:
    """What became of an invoice of a draft since it was drafted, as a sentence."""
    params = change.params
    number, now = str(params.get("number", "")), params.get("now")
    if change.kind == "paid":
        return translate("Reminders", "Invoice {number} is settled.").format(number=number)
    if change.kind == "sent":
        text = translate("Reminders", "Another letter has reminded of invoice {number} at this step.")
        return text.format(number=number)
    money = formats.money(now if isinstance(now, int) else 0, currency)
    was = params.get("was")
    before = formats.money(was if isinstance(was, int) else 0, currency)
    text = translate("Reminders", "Invoice {number}: {now} may be asked for now, the letter says {was}.")
    said = text.format(number=number, now=money, was=before)
    match params.get("reason"):
        case [str(code), {**more}]:
            because = spoken(code, {str(key): given for key, given in more.items()}, formats)
            return sentences(formats.lang, said, because)
        case _:
            return said
