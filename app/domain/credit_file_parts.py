"""How complete a credit file is: its nine parts, and which of them lack something or have grown old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.credit_file import BankFlow, Certification, Profile, Registration
from app.domain.credit_file_views import ChecklistPoint, RatingView, Standing, StatementView

_A_YEAR = timedelta(days=366)


class FilePart(StrEnum):
    """What a credit file consists of."""

    PROFILE = "profile"
    STATEMENTS = "statements"
    FLOWS = "flows"
    CERTIFICATIONS = "certifications"
    CONTRACT = "contract"
    RATINGS = "ratings"
    LISTS = "lists"
    CONTACTS = "contacts"
    FILES = "files"


class PartState(StrEnum):
    """Whether a part says something about today."""

    FILLED = "filled"
    LACKING = "lacking"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a customer; ``contacted_on`` the last call or visit, ``files`` how many."""

    profile: Profile
    standing: Standing
    numbered: bool
    statements: Sequence[StatementView] = ()
    flows: Sequence[BankFlow] = ()
    certifications: Sequence[Certification] = ()
    checklist: Sequence[ChecklistPoint] = ()
    ratings: Sequence[RatingView] = ()
    contacted_on: date | None = None
    files: int = 0


def lacking_facts(held: Held) -> list[str]:
    """Facts of the company profile that are still unknown, in the order of the form."""
    profile, standing = held.profile, held.standing
    known: dict[str, object] = {
        "identifier": held.numbered,
        "legal_form": profile.legal_form,
        "founded": profile.founded_on,
        "capital": profile.capital is not None,
        "size_class": standing.size_class,
        "industry": profile.industry,
        "country": standing.country,
        "registration": profile.registration is not Registration.UNKNOWN,
    }
    return [name for name, value in known.items() if not value]


def parts(held: Held, as_of: date) -> dict[FilePart, PartState]:
    """The state of every part on a day."""
    flows = [one.month for one in held.flows if one.month <= as_of]
    ends = [one.valid_until for one in held.certifications]
    checks = (held.profile.registration_on, held.profile.sanctions_on)
    return {
        FilePart.PROFILE: _state(not lacking_facts(held)),
        FilePart.STATEMENTS: _state(held.statements, any(not one.stale for one in held.statements)),
        FilePart.FLOWS: _state(flows, _recent(max(flows, default=None), as_of)),
        FilePart.CERTIFICATIONS: _state(ends, all(end is None or end >= as_of for end in ends)),
        FilePart.CONTRACT: _state(held.checklist and all(one.record for one in held.checklist)),
        FilePart.RATINGS: _state(held.ratings, any(one.valid for one in held.ratings)),
        FilePart.LISTS: _state(all(checks), all(_recent(on, as_of) for on in checks)),
        FilePart.CONTACTS: _state(held.contacted_on, _recent(held.contacted_on, as_of)),
        FilePart.FILES: _state(held.files),
    }


def filled(found: dict[FilePart, PartState]) -> int:
    """How many parts say something about today."""
    return sum(state is PartState.FILLED for state in found.values())


def _state(held: object, fresh: object = True) -> PartState:  # noqa: FBT002 - most parts do not grow old
    if not held:
        return PartState.LACKING
    return PartState.FILLED if fresh else PartState.OUTDATED


def _recent(on: date | None, as_of: date) -> bool:
    return on is not None and as_of - on <= _A_YEAR
