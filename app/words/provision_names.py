"""Names of a provision's buckets and segments, and its shares as they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from app.words import say, word
from app.words.formats import DASH, MINUS, bucket_labels

_LAST_YEAR = 5


def bucket_names(ageing: str, limits: Sequence[int], lang: str) -> tuple[str, ...]:
    """All buckets of a matrix in order: by days overdue, or by years since the invoice."""
    if ageing != "years":
        return bucket_labels(limits, lang)
    between = [say("provision_years.range", lang, low=low, high=low + 1) for low in range(1, _LAST_YEAR)]
    return (
        say("provision_years.first", lang),
        *between,
        say("provision_years.over", lang, low=_LAST_YEAR),
    )


def segment_name(segmenting: str, segment: str, names: Mapping[str, str], lang: str) -> str:
    """A segment as it is shown; the whole company where there are none."""
    if not segment:
        return say("provision_segment.all", lang)
    if segment in names:
        return names[segment]
    if segmenting == "grade" and segment != "none":
        return word("grade", segment, lang)
    return word("provision_segment", segment, lang)


def per_cent(rate: Decimal | None, places: int = 2) -> str:
    """A rate in per cent: ``2.64%``; a dash where there is none."""
    if rate is None:
        return DASH
    return f"{rate.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):,f}%"


def rate_why(why: str, lang: str, periods: int = 0, wanted: int = 0) -> str:
    """Why a rate is not the one asked for; empty where it is."""
    return say(f"rate_why.{why}", lang, periods=periods, wanted=wanted) if why else ""


def sensitivity_name(code: str, params: Mapping[str, object], lang: str) -> str:
    """What is otherwise in a sensitivity."""
    told = dict(params)
    if "name" in told:
        told["name"] = word("provision_scenario", str(told["name"]), lang)
    if "step" in told:
        told["step"] = str(told["step"]).replace("-", MINUS)
    return say(f"sensitivity.{code}", lang, **told)


def source_in(source: str, lang: str) -> str:
    """A source in the reader's language where it is told in both, Chinese first."""
    halves = source.split(" · ")
    if len(halves) != 2:  # noqa: PLR2004 - one half per language
        return source
    return halves[0] if lang == "zh" else halves[1]
