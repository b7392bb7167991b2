"""Scenarios, their shocks and what breaks us, in words for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.problem import DomainError
from app.domain.stress import EventKind
from app.domain.stress_scenario import Whom, division, largest_part, name_params, scenario_of
from app.ui.pages.credit_rules.downturn.lists import industry_name
from app.words import codes, say
from app.words.formats import country_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from app.domain.stress_scenario import Breaking, Shock, StressScenario
    from app.services.stress_views import StressGround
    from app.ui.formats import Formats

BREAKING = ("failures", "weakest", "dso_days", "loss_percent", "late_days")
_NAMED = 4


def scenario_name(scenario: StressScenario, lang: str) -> str:
    """What a scenario is called; one without a name by nothing."""
    code = f"stress_scenario.{scenario.code}"
    if scenario.code and code in codes():
        return say(code, lang, **name_params(scenario))
    return scenario.name


def kept_scenario(row: Mapping[str, object]) -> StressScenario | None:
    """The scenario of a row of a kept test, None where its shocks were not written down."""
    try:
        return scenario_of(row, str(row.get("code") or ""), str(row.get("name") or ""))
    except DomainError:
        return None


def kept_name(row: Mapping[str, object], lang: str) -> str:
    """What a row of a kept test is called."""
    scenario = kept_scenario(row)
    return scenario_name(scenario, lang) if scenario is not None else str(row.get("name") or "–")


def figure_text(value: Decimal) -> str:
    """A severity without zeros at its end."""
    return f"{value.normalize():f}"


def customer_name(ground: StressGround, customer_id: int, formats: Formats) -> str:
    """What a customer is called; by its number where it is gone."""
    own, english = ground.names.get(customer_id, (f"#{customer_id}", ""))
    return formats.name(own, english)


def shock_text(shock: Shock, ground: StressGround, formats: Formats) -> str:
    """What happens to whom."""
    whom = whom_text(shock, ground, formats)
    return say(f"stress_shock.{shock.kind}", formats.lang, whom=whom, severity=figure_text(shock.severity))


def shocks_text(scenario: StressScenario, ground: StressGround, formats: Formats) -> str:
    """All that happens, in one line."""
    return "; ".join(shock_text(one, ground, formats) for one in scenario.shocks)


def whom_text(shock: Shock, ground: StressGround, formats: Formats) -> str:
    """Whom a shock strikes on this ground."""
    lang = formats.lang
    if shock.kind is EventKind.CURRENCY:
        return formats.currency(shock.currency) if shock.currency else say("stress_whom.currencies", lang)
    if shock.whom is Whom.LARGEST:
        text = say("stress_whom.largest", lang, n=shock.count)
    elif shock.whom in {Whom.INDUSTRY, Whom.COUNTRY}:
        text = _part_text(shock, ground, lang)
    elif shock.whom is Whom.GRADE:
        text = f"{say('stress_whom.grade', lang)} {', '.join(shock.values)}"
    elif shock.whom is Whom.CUSTOMER:
        text = _some([customer_name(ground, int(one), formats) for one in shock.values])
    else:
        text = say("stress_whom.all", lang)
    return f"{text} ({shock.currency})" if shock.currency else text


def _part_text(shock: Shock, ground: StressGround, lang: str) -> str:
    name = part_name if shock.whom is Whom.INDUSTRY else country_name
    if shock.values:
        return _some([name(value, lang) for value in shock.values])
    largest = largest_part(shock.whom, ground.debtors, ground.home)
    if not largest:
        return say(f"stress_whom.no_{shock.whom}", lang)
    return say(f"stress_whom.largest_{shock.whom}", lang, name=name(largest[0], lang))


def part_name(code: str, lang: str) -> str:
    """An industry by its code and name."""
    return industry_name(code, lang)


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} … ({len(names)})" if len(names) > _NAMED else shown


def industries_of(ground: StressGround) -> list[str]:
    """Divisions in which somebody owes."""
    return sorted({division(one.industry) for one in ground.debtors if one.industry})


def breaking_lines(found: Breaking, lang: str) -> list[tuple[str, str]]:
    """What breaks us: which it is, and a sentence."""
    if not found.known:
        return [("unknown", say("stress_reverse.unknown", lang))]
    lines = [(f"already_{name}", say(f"stress_reverse.already_{name}", lang)) for name in found.already]
    for name in BREAKING:
        value = getattr(found, name)
        if value is not None:
            number = len(value) if isinstance(value, tuple) else value
            lines.append((name, say(f"stress_reverse.{name}", lang, n=number)))
    if found.nothing:
        lines.append(("none", say(f"stress_reverse.{found.nothing}", lang)))
    return lines
