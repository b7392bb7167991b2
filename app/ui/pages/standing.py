"""How customers stand: the grade and how far the limit is used, for lists that show more than credit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.credit_limit import LimitState
from app.ui.models.columns import DASH, Cell
from app.ui.writing import figure
from app.words import say
from app.words.scoring_text import because

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.money import Money
    from app.services.limit_views import Usage
    from app.services.scoring_views import GradeInForce
    from app.services.session import CompanySession
    from app.ui.formats import Formats

_NONE = Cell(DASH, tone="tertiary")


@dataclass(frozen=True, slots=True)
class Standing:
    """A customer's grade in force (None: never assessed) and the use of its limit."""

    grade: GradeInForce | None
    usage: Usage | None

    @property
    def rank(self) -> str | None:
        """The grade for sorting, A first; one that is no longer valid after its equals."""
        return None if self.grade is None else f"{self.grade.grade}{'' if self.grade.valid else '~'}"

    @property
    def share(self) -> float | None:
        """The used share of the limit, 1 is all of it; a limit of nothing is above every other."""
        if self.usage is None:
            return None
        if self.stopped:
            return float("inf")
        return None if self.usage.percent is None else float(self.usage.percent) / 100

    @property
    def stopped(self) -> bool:
        """Whether the limit is nothing."""
        limit = self.usage.limit if self.usage else None
        return bool(limit and limit.state is LimitState.SET and limit.amount and not limit.amount.minor)


UNKNOWN = Standing(None, None)
Standings = dict[int, Standing]


def read_standings(session: CompanySession, customer_ids: Collection[int], as_of: date) -> Standings:
    """Read them in a fixed number of questions; runs on the database worker."""
    grades = session.scoring.grade_of(customer_ids, as_of)
    usages = session.limits.usage(customer_ids, as_of)
    return {each: Standing(grades.get(each), usages.get(each)) for each in customer_ids}


def grade_cell(standing: Standing, lang: str) -> Cell:
    """The letter on its chip; grey once the assessment is over, with the reason as its tip."""
    held = standing.grade
    if held is None:
        return _NONE
    tip = f"{say('column.grade', lang)} {held.grade}"
    if held.ended is not None:
        tip = f"{tip}\n{because(held.ended.code, dict(held.ended.params), lang)}"
    return Cell(held.grade.value, chip=f"grade.{held.grade}" if held.valid else "neutral", tip=tip)


def use_cell(standing: Standing, lang: str) -> Cell:
    """A bar with the used share; a limit of nothing, none and one that is not checked in words."""
    if standing.stopped:
        return Cell(say("limit_standing.stopped", lang), tone="danger")
    share = standing.share
    if share is not None:
        return Cell(figure(f"{share * 100:,.0f}%"), bar=share, tone="danger" if share > 1 else "secondary")
    if standing.usage is not None and standing.usage.limit.state is LimitState.NOT_CHECKED:
        return Cell(say("limit_standing.not_checked", lang), tone="tertiary")
    return Cell(DASH, tone="tertiary", tip=say("limit_standing.none", lang))


def limit_of(standing: Standing) -> Money | None:
    """The limit, None where there is none or nobody checks it."""
    return standing.usage.limit.amount if standing.usage else None


def limit_cell(standing: Standing, formats: Formats) -> Cell:
    """The limit in its currency; none, and one that is not checked, in words."""
    amount = limit_of(standing)
    if amount is not None:
        return Cell(formats.money(amount.minor, amount.currency, whole=True))
    if standing.usage is None:
        return _NONE
    checked = standing.usage.limit.state is not LimitState.NOT_CHECKED
    return Cell(say(f"limit_standing.{'none' if checked else 'not_checked'}", formats.lang), tone="tertiary")


def export_text(key: str, standing: Standing, lang: str) -> str:
    """The cell of ``grade`` or ``use`` in an exported table."""
    text = (grade_cell if key == "grade" else use_cell)(standing, lang).text
    return "" if text == DASH else text


def standing_of(known: Mapping[int, Standing], customer_id: int) -> Standing:
    """What is known of a customer."""
    return known.get(customer_id, UNKNOWN)
