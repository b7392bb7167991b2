"""The downturn profile: shorter terms, more paid ahead and more frequent reviews where it is feared.

It changes what holds while it is on and rewrites nothing, so that switching it off restores all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal, InvalidOperation

from app.domain.problem import DomainError
from app.domain.scorecard import Grade

_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class TermsInForce:
    """Days to pay, deposit in per cent of an order, months between reviews."""

    terms_days: int
    deposit: Decimal
    review_months: int


@dataclass(frozen=True, slots=True)
class DownturnProfile:
    """Whom it is for (an empty list: everybody) and what it does.

    ``industries`` are beginnings of codes (``C33`` takes in ``C3311``). Terms become ``terms_percent``
    of themselves, rounded down; the deposit rises by ``deposit_points``; reviews come every
    ``review_percent`` of their interval, at least monthly. ``since`` is set while it is on.
    """

    grades: frozenset[Grade] = frozenset()
    countries: frozenset[str] = frozenset()
    industries: tuple[str, ...] = ()
    terms_percent: Decimal = Decimal(50)
    deposit_points: Decimal = Decimal(20)
    review_percent: Decimal = Decimal(50)
    since: date | None = None
    by: str = ""
    reason: str = ""

    @property
    def on(self) -> bool:
        """Whether it is switched on."""
        return self.since is not None

    def covers(self, grade: Grade, country: str, industry: str) -> bool:
        """Whether a customer falls under it; each list that is not empty must name it."""
        return (
            (not self.grades or grade in self.grades)
            and (not self.countries or country in self.countries)
            and (not self.industries or (bool(industry) and industry.startswith(self.industries)))
        )

    def tightened(self, terms: TermsInForce) -> TermsInForce:
        """The terms under it."""
        return TermsInForce(
            _share(terms.terms_days, self.terms_percent),
            min(_WHOLE, terms.deposit + self.deposit_points),
            max(1, _share(terms.review_months, self.review_percent)),
        )


def _share(number: int, percent: Decimal) -> int:
    return int((number * percent / _WHOLE).to_integral_value(rounding=ROUND_FLOOR))


def check_profile(profile: DownturnProfile) -> None:
    """Refuse a profile that would loosen anything."""
    shares = (profile.terms_percent, profile.deposit_points, profile.review_percent)
    if not all(share.is_finite() and 0 <= share <= _WHOLE for share in shares):
        raise DomainError("downturn.percent")


def profile_of(value: object) -> DownturnProfile:
    """A profile from what JSON holds; the shipped one where it is none."""
    if not isinstance(value, Mapping):
        return DownturnProfile()
    try:
        since = value.get("since")
        return DownturnProfile(
            frozenset(Grade(grade) for grade in value["grades"]),
            frozenset(map(str, value["countries"])),
            tuple(map(str, value["industries"])),
            Decimal(value["terms_percent"]),
            Decimal(value["deposit_points"]),
            Decimal(value["review_percent"]),
            date.fromisoformat(since) if since else None,
            str(value.get("by", "")),
            str(value.get("reason", "")),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return DownturnProfile()


def profile_as_json(profile: DownturnProfile) -> dict[str, object]:
    """A profile as JSON holds it."""
    return {
        "grades": sorted(profile.grades),
        "countries": sorted(profile.countries),
        "industries": list(profile.industries),
        "terms_percent": f"{profile.terms_percent:f}",
        "deposit_points": f"{profile.deposit_points:f}",
        "review_percent": f"{profile.review_percent:f}",
        "since": profile.since.isoformat() if profile.since else None,
        "by": profile.by,
        "reason": profile.reason,
    }
