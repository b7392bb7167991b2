"""Ratings from outside on our scale of 0 to 100: an editable map by provider, each with source and day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.credit_file import ExternalRating
from app.domain.credit_file_rules import BEST, points_of
from app.domain.problem import DomainError


@dataclass(frozen=True, slots=True)
class RatingScale:
    """One provider's scale: values with their points, or numbers from ``worst`` (0) to ``best`` (100).

    Between ``worst`` and ``best`` points run in a straight line; best may be the lower number.
    """

    provider: str
    scale: str
    name: str = ""
    name_en: str = ""
    values: tuple[tuple[str, Decimal], ...] = ()
    worst: Decimal | None = None
    best: Decimal | None = None
    source: str = ""
    on: date | None = None

    def points(self, value: str) -> Decimal | None:
        """The points of a value as the provider writes it; None where the scale knows it not."""
        wanted = _plain(value)
        for known, points in self.values:
            if _plain(known) == wanted:
                return points
        if self.worst is None or self.best is None or self.worst == self.best:
            return None
        try:
            number = Decimal(wanted)
        except InvalidOperation:
            return None
        low, high = sorted((self.worst, self.best))
        if not number.is_finite() or not low <= number <= high:
            return None
        return (number - self.worst) / (self.best - self.worst) * BEST


def mapped_points(rating: ExternalRating, scales: Iterable[RatingScale]) -> Decimal | None:
    """Points typed with the rating, else those of its provider's scale, else None."""
    if rating.points:
        return points_of(rating.points)
    wanted = {_plain(rating.provider)}
    for one in scales:
        names = {_plain(one.provider), _plain(one.name), _plain(one.name_en)} - {""}
        same_scale = not rating.scale or _plain(rating.scale) == _plain(one.scale)
        if wanted & names and same_scale:
            found = one.points(rating.value)
            if found is not None:
                return found
    return None


def check_scales(scales: Iterable[RatingScale]) -> None:
    """Refuse a scale of nobody, one that says nothing, points beyond 0 to 100, or one that stands twice."""
    seen = set()
    for one in scales:
        key = (_plain(one.provider), _plain(one.scale))
        if not one.provider.strip():
            raise DomainError("rating_map.no_provider")
        if key in seen:
            raise DomainError("rating_map.twice", provider=one.provider, scale=one.scale)
        if not one.values and (one.worst is None or one.best is None or one.worst == one.best):
            raise DomainError("rating_map.empty", provider=one.provider)
        if any(end is not None and not end.is_finite() for end in (one.worst, one.best)):
            raise DomainError("rating_map.empty", provider=one.provider)
        for value, points in one.values:
            if not value.strip() or points_of(str(points)) is None:
                raise DomainError("rating_map.points", provider=one.provider, value=value)
        seen.add(key)


def scale_of(stored: Mapping[str, Any]) -> RatingScale:
    """A scale out of its JSON."""
    worst, best, on = stored.get("worst"), stored.get("best"), stored.get("on")
    return RatingScale(
        provider=str(stored["provider"]),
        scale=str(stored.get("scale", "")),
        name=str(stored.get("name", "")),
        name_en=str(stored.get("name_en", "")),
        values=tuple((str(value), Decimal(str(points))) for value, points in stored.get("values", ())),
        worst=None if worst is None else Decimal(str(worst)),
        best=None if best is None else Decimal(str(best)),
        source=str(stored.get("source", "")),
        on=date.fromisoformat(on) if on else None,
    )


def scale_json(scale: RatingScale) -> dict[str, object]:
    """A scale as JSON can hold it."""
    return {
        "provider": scale.provider,
        "scale": scale.scale,
        "name": scale.name,
        "name_en": scale.name_en,
        "values": [[value, str(points)] for value, points in scale.values],
        "worst": None if scale.worst is None else str(scale.worst),
        "best": None if scale.best is None else str(scale.best),
        "source": scale.source,
        "on": scale.on.isoformat() if scale.on else None,
    }


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
