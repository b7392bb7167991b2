"""What the wizard reads before it opens and what it stores when it ends; all on the database worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.dunning_rules import in_currency
from app.domain.problem import HoldfastError
from app.ui.dialogs.approval import read_deciders
from app.ui.pages.scoring.state import Scoring, typed_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.domain.assessment import Input
    from app.domain.changes import ChangeSet
    from app.domain.credit_limit import Limit, Suggestion
    from app.domain.credit_record import CreditLimit, GradeOverride
    from app.domain.downturn import TermsInForce
    from app.domain.scorecard import Grade
    from app.services.limit_views import Usage
    from app.services.scoring_views import AssessmentView, CardInfo, Draft
    from app.services.session import CompanySession
    from app.ui.dialogs.approval import Deciders


@dataclass(frozen=True, slots=True)
class Begun:
    """A scoring as it begins; ``resumed`` when it goes on from a draft."""

    name: str
    name_en: str
    cards: tuple[CardInfo, ...]
    scoring: Scoring
    history: tuple[AssessmentView, ...]
    deciders: Deciders
    author: str = ""
    note: str = ""
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for: a card ("" for the one that fits), a day, and what was typed so far."""

    customer_id: int
    card: str = ""
    as_of: date | None = None
    given: Mapping[str, Input] | None = None
    afresh: bool = False


def begin(session: CompanySession, wanted: Wanted, actor: str) -> Begun:
    """Read everything that the steps show; a draft goes on unless something else is asked for."""
    scoring, customer_id = session.scoring, wanted.customer_id
    customer = session.customers.profile(customer_id).customer
    draft = None if wanted.afresh or wanted.given is not None else scoring.draft_of(customer_id)
    if draft is not None and wanted.card and draft.card.code != wanted.card:
        draft = None
    if draft is not None:
        card, as_of, given = draft.card, draft.as_of, typed_of(draft)
    else:
        as_of = wanted.as_of or session.clock.today()
        card = scoring.card(wanted.card or scoring.card_for(customer_id, as_of))
        given = dict(wanted.given or {})
    inputs, facts = scoring.answers(customer_id, as_of, card)
    return Begun(
        name=customer.short_name or customer.name,
        name_en=customer.name_en,
        cards=tuple(info for info in scoring.cards() if info.in_force),
        scoring=Scoring(card, inputs, facts, as_of, given),
        history=scoring.history(customer_id, as_of),
        deciders=read_deciders(session, actor),
        author=draft.author if draft else "",
        note=draft.note if draft else "",
        resumed=draft is not None,
    )


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the last step shows under a grade; ``used`` minor units of the own currency."""

    grade: Grade
    suggestion: Suggestion
    terms: TermsInForce
    tightened: bool
    current: Limit
    usage: Usage
    used: int


def propose(session: CompanySession, customer_id: int, as_of: date, grade: Grade, approver: str) -> Proposal:
    """Work it out for a grade that is not in force yet; a name nobody has bounds nothing."""
    limits = session.limits
    terms, plain = limits.terms_at(customer_id, grade, as_of)
    known = not approver or any(one.name == approver for one in session.people.list())
    usage, deciders = limits.usage([customer_id], as_of)[customer_id], read_deciders(session, "")
    used = in_currency(usage.used.minor, usage.used.currency, deciders.base, deciders.base, deciders.rates)
    return Proposal(
        grade,
        limits.candidates(customer_id, as_of, grade=grade, approver=approver if known else ""),
        terms,
        terms != plain,
        limits.current(customer_id, as_of),
        usage,
        used or 0,
    )


@dataclass(frozen=True, slots=True)
class Ending:
    """What "finish" stores: the assessment, and where chosen another grade and a limit.

    ``pin`` was typed by the person who approves the override or the limit.
    """

    draft: Draft
    override: GradeOverride | None = None
    limit: CreditLimit | None = None
    pin: str = ""


def finish(session: CompanySession, ending: Ending) -> list[ChangeSet]:
    """Store it all or nothing: what was stored before a refusal is taken back."""
    for asked in (ending.override, ending.limit):
        if asked is not None:
            session.people.confirm(asked.approved_by, ending.pin)  # before the assessment is stored
    customer_id, as_of = ending.draft.customer_id, ending.draft.as_of
    done = [session.scoring.finish(ending.draft)]
    try:
        latest = session.scoring.latest(customer_id, as_of)
        assessment_id = latest.id if latest is not None else 0
        if ending.override is not None:
            until = _until(ending.override.expires_on, latest)
            override = replace(ending.override, assessment_id=assessment_id, expires_on=until)
            done.append(session.limits.override(override, pin=ending.pin))
        if ending.limit is not None:
            limit = replace(ending.limit, assessment_id=assessment_id)
            done.append(session.limits.grant(limit, pin=ending.pin, accept_below=bool(limit.reason)))
    except HoldfastError:
        take_back(session, done)
        raise
    return done


def _until(wanted: date, latest: AssessmentView | None) -> date:
    """Never beyond the assessment itself."""
    if latest is None or latest.valid_until is None:
        return wanted
    return min(wanted, latest.valid_until)


def take_back(session: CompanySession, done: Sequence[ChangeSet]) -> ChangeSet | None:
    """Undo what was stored together, the last first."""
    undone = None
    for change in reversed(done):
        undone = session.history.undo(change.id)
    return undone
