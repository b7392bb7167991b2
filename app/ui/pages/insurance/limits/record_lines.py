"""An insurer's decisions and stops as lines of a drawer: from when, how much, and whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.insurance.limits.columns import TONES, terms_words
from app.ui.widgets.line_list import Line
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.insurance_record import LimitDecision, ShipmentStop
    from app.domain.policy_period import Policy
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def decision_line(one: LimitDecision, in_force: int, formats: Formats) -> Line:
    """One decision; ``in_force`` is the one that holds today."""
    word = translate("BuyerLimits", "In force") if one.id == in_force else outcome_word(one, formats.lang)
    tone = "good" if one.id == in_force else TONES[one.outcome] if one.outcome == "requested" else "neutral"
    return Line(
        one.id,
        formats.day(one.on),
        amount_words(one, formats),
        short_note(one, formats),
        word,
        tone,
    )


def outcome_word(one: LimitDecision, lang: str) -> str:
    """What was decided: of a decision that no longer holds, granted is not "in force"."""
    if one.outcome == "granted":
        return translate("BuyerLimits", "Granted")
    return say(f"limit_outcome.{one.outcome}", lang)


def amount_words(one: LimitDecision, formats: Formats) -> str:
    """How much; what was asked for where that is all there is."""
    amount = one.requested if one.outcome == "requested" else one.amount
    if amount is None:
        if one.kind == "discretionary" and one.outcome == "granted":
            return translate("BuyerLimits", "as the policy allows")
        return outcome_word(one, formats.lang)
    return formats.money(amount, one.currency, whole=True)


def short_note(one: LimitDecision, formats: Formats) -> str:
    """Kind, first and last day."""
    parts = [say(f"limit_kind.{one.kind}", formats.lang)]
    if one.effective != one.on:
        parts.append(translate("BuyerLimits", "from {day}").format(day=formats.day(one.effective)))
    if one.until is not None:
        parts.append(translate("BuyerLimits", "until {day}").format(day=formats.day(one.until)))
    return " · ".join(parts)


def decision_facts(one: LimitDecision, policies: Mapping[int, Policy], formats: Formats) -> str:
    """Everything a decision says, a line for each thing."""
    policy = policies.get(one.policy_id)
    told = [
        (translate("BuyerLimits", "Policy"), policy.record.number if policy else ""),
        (translate("BuyerLimits", "Decided"), formats.day(one.on)),
        (translate("BuyerLimits", "Shipments from"), formats.day(one.effective)),
        (translate("BuyerLimits", "Until"), formats.day(one.until)),
        (
            translate("BuyerLimits", "Asked for"),
            "" if one.requested is None else formats.money(one.requested, one.currency, whole=True),
        ),
        (translate("BuyerLimits", "Terms"), terms_words(one.terms_days, one.method, formats.lang)),
        (translate("BuyerLimits", "Conditions"), one.conditions),
        (translate("BuyerLimits", "Evidence"), one.evidence),
        (translate("BuyerLimits", "Reference"), one.reference),
        (translate("BuyerLimits", "Fee"), formats.money(one.fee, one.currency) if one.fee else ""),
        (translate("BuyerLimits", "From the list"), one.source),
        (translate("BuyerLimits", "Note"), one.note),
    ]
    colon = "：" if formats.lang == "zh" else ": "
    return "\n".join(f"{name}{colon}{text}" for name, text in told if text)


def stop_line(one: ShipmentStop, formats: Formats) -> Line:
    """One stop, and whether it still holds."""
    held = one.lifted is None
    word = translate("BuyerLimits", "Stopped") if held else translate("BuyerLimits", "Lifted")
    until = "" if held else translate("BuyerLimits", "until {day}").format(day=formats.day(one.lifted))
    text = " · ".join(filter(None, (cause_word(one.cause, formats.lang), until)))
    return Line(one.id, formats.day(one.start), text, one.note, word, "warn" if held else "neutral")


def cause_word(cause: str, lang: str) -> str:
    """Why shipments stopped; a cause typed freely stands as typed."""
    return say(f"stop_cause.{cause}", lang) if cause in CAUSES else cause


CAUSES = ("mep", "insurer", "withdrawn", "insolvency", "collection", "adverse")
"""Causes of a stop, as ``ShipmentStop.cause`` holds them."""
