"""A scoring at hand: what is on file, what was typed over it, and the outcome; free of widgets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.assessment import Input, Outcome, Scored, assess, require_possible
from app.domain.problem import DomainError
from app.domain.scorecard import Indicator, InputKind, Scorecard, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.services.scoring_views import Draft, Facts

TYPED = Source.TYPED.value
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d*)?")
_PLAIN = re.compile(r"-?(\d+\.?\d*|\.\d+)")
_LONGEST = 15
"""More digits are a slip of the hand, and no indicator needs them."""


@dataclass(frozen=True, slots=True)
class FamilySum:
    """What a family of indicators earned of the most it could, points of the whole."""

    code: str
    got: Decimal
    most: Decimal


class Scoring:
    """Every edit works the outcome out anew; nothing is asked of anybody."""

    def __init__(
        self,
        card: Scorecard,
        auto: Mapping[str, Input],
        facts: Facts,
        as_of: date,
        given: Mapping[str, Input],
    ) -> None:
        self.card = card
        self.auto = auto
        self.facts = facts
        self.as_of = as_of
        self.given = {code: self._over(code, one) for code, one in given.items()}
        self._indicators = {one.code: one for one in card.indicators()}
        self.outcome: Outcome
        self.lines: dict[str, Scored]
        self._assess()

    def _over(self, code: str, one: Input) -> Input:
        """A typed value over what is on file today."""
        return replace(one, source=TYPED, on=self.as_of, replaces=self.automatic(code).value)

    def _assess(self) -> None:
        self.outcome = assess(self.card, self.inputs(), self.as_of, self.facts)
        self.lines = {line.indicator: line for line in self.outcome.lines}

    # -- asking ---------------------------------------------------------------------------------

    def indicator(self, code: str) -> Indicator:
        """An indicator of the card."""
        return self._indicators[code]

    def automatic(self, code: str) -> Input:
        """What is on file."""
        return self.auto.get(code, Input(None))

    def input(self, code: str) -> Input:
        """What counts: typed, else on file."""
        return self.given.get(code) or self.automatic(code)

    def inputs(self) -> dict[str, Input]:
        """What counts for every question of the card."""
        return {code: self.input(code) for code in self._indicators}

    def typed(self, code: str) -> bool:
        """Whether somebody typed the value."""
        return code in self.given

    def unexplained(self) -> list[str]:
        """Indicators typed over without a word of reason."""
        return [
            code
            for code in self._indicators
            if code in self.given and self.given[code].replaces is not None and not self.given[code].reason
        ]

    def families(self) -> list[FamilySum]:
        """What each family earned, in the card's order."""
        sums = []
        for family in self.card.families:
            lines = [line for line in self.outcome.lines if line.family == family.code]
            got = sum((line.shown for line in lines), Decimal(0))
            sums.append(FamilySum(family.code, got, sum((line.most for line in lines), Decimal(0))))
        return sums

    def family_of(self, code: str) -> int:
        """Place of the family an indicator belongs to."""
        codes = [[each.code for each in family.indicators] for family in self.card.families]
        return next(place for place, each in enumerate(codes) if code in each)

    # -- editing --------------------------------------------------------------------------------

    def type(self, code: str, value: Decimal | str | None) -> None:
        """Put a value in place of the one on file; the same value takes the mark away."""
        on_file = self.automatic(code)
        if value == on_file.value and on_file.applicable:
            self.restore(code)
            return
        reason = self.given[code].reason if code in self.given else ""
        self.given[code] = Input(value, TYPED, self.as_of, replaces=on_file.value, reason=reason)
        self._assess()

    def explain(self, code: str, reason: str) -> None:
        """Say why it was typed over; the score stays."""
        if code in self.given:
            self.given[code] = replace(self.given[code], reason=reason.strip())

    def restore(self, code: str) -> None:
        """Back to what is on file."""
        self.given.pop(code, None)
        self._assess()


def typed_of(draft: Draft) -> dict[str, Input]:
    """What somebody typed in a draft; the rest is read anew."""
    return {code: one for code, one in draft.inputs.items() if one.source == TYPED}


def number(text: str, indicator: Indicator) -> Decimal | None:
    """A typed figure, None for nothing; ``DomainError`` for what is none or impossible."""
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace(" ", "")
    plain = plain.removesuffix("%").removeprefix("+")
    if plain.startswith("(") and plain.endswith(")"):  # as the user may like figures below zero
        plain = f"-{plain[1:-1].removesuffix('%')}"
    if not plain:
        return None
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain) or len(plain) > _LONGEST:
        raise DomainError("scoring.not_a_number", text=text.strip()[:_LONGEST])
    try:
        value = Decimal(plain)
    except InvalidOperation as error:
        raise DomainError("scoring.not_a_number", text=text.strip()[:_LONGEST]) from error
    require_possible(value, indicator)
    return value


def choices(indicator: Indicator) -> list[str]:
    """The answers one may choose among."""
    return [each.choice for each in indicator.bins] if indicator.kind is InputKind.CHOICE else []
