"""What one claim shows: the claim, its checklist with files, the grade of its buyer; read on the worker."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.pages.insurance.claims.cards import STATE_TONES
from app.ui.widgets.line_list import Line
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.claim_pack import ListedPaper
    from app.domain.insurance_record import ClaimEvent
    from app.services.claim_views import ClaimDetail
    from app.services.session import CompanySession
    from app.ui.formats import Formats


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """One claim as its page shows it."""

    detail: ClaimDetail
    papers: Sequence[ListedPaper]


def read_claim(session: CompanySession, claim_id: int) -> ClaimRead:
    """Read a claim whole."""
    return ClaimRead(session.claims.claim(claim_id), session.claims.checklist(claim_id))


def event_line(event: ClaimEvent, detail: ClaimDetail, formats: Formats) -> Line:
    """What happened, as a line of the timeline."""
    lang, currency = formats.lang, detail.row.claim.currency
    text, chip, tone = say(f"claim_event.{event.kind}", lang), "", "neutral"
    notes = [event.reason]
    if event.kind == "state":
        text = say(f"claim_state.{event.state}", lang)
        tone = next((shown for state, shown in STATE_TONES.items() if state.value == event.state), "neutral")
    elif event.kind == "consent":
        text = say(f"claim_event.consent_{event.state}", lang)
    elif event.kind == "note":
        text, notes = event.reason, []
    if event.amount:
        chip = formats.money(event.amount, currency)
        tone = {"payment": "good", "recovery": "good", "cost": "warn"}.get(event.kind, "neutral")
    if event.costs:
        notes.append(say("claim_event.less_costs", lang, costs=formats.money(event.costs, currency)))
    if event.split:
        notes.append(_split(event, currency, formats))
    if event.payee:
        notes.append(event.payee)
    return Line(event.id, formats.day(event.on), text, " · ".join(filter(None, notes)), chip, tone)


def _split(event: ClaimEvent, currency: str, formats: Formats) -> str:
    told = json.loads(event.split)
    code = "claim_event.cost_split" if event.kind == "cost" else "claim_event.split"
    shares = {
        name: formats.money(int(told.get(key, 0)), currency)
        for name, key in (("insurer", "insurer"), ("own", "policyholder"))
    }
    return say(code, formats.lang, **shares)


def paper_line(place: int, listed: ListedPaper, formats: Formats) -> Line:
    """A paper of the checklist: its files below, how it stands at the end."""
    lang, paper = formats.lang, listed.paper
    names = ", ".join(file.name for file in listed.files)
    if listed.there:
        state, tone = ("made" if listed.made and not listed.files else "there"), "good"
    elif paper.state == "waived":
        state, tone = "waived", "neutral"
    else:
        state, tone = "missing", "warn"
    note = names or (paper.note if paper.state == "waived" else "")
    return Line(
        place,
        "",
        say(f"claim_paper.{paper.kind}", lang),
        note,
        say(f"claim_paper_state.{state}", lang),
        tone,
    )
