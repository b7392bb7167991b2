"""The frontier: what could be granted, by profit and stressed loss, with today and the policies named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.chart import Point, PointChart
from app.domain.credit_policy_study import STAYS
from app.ui.pages.analysis.cash.charts import Scale
from app.ui.pages.analysis.policy.compare import apart, policy_columns
from app.ui.widgets.decimal_edit import written
from app.words import say

if TYPE_CHECKING:
    from app.domain.credit_policy import Outcome, Rule
    from app.ui.formats import Formats
    from app.ui.pages.analysis.policy.reading import Trial

_DAYS = frozenset({"terms_days", "discount_days"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the plane: its name, what it comes to, what it grants; ``choices`` for a candidate."""

    name: str
    total: Outcome
    rules: tuple[Rule, ...]
    choices: tuple[tuple[str, str], ...] = ()
    study_id: int = 0


def spots_of(trial: Trial, name: str, lang: str) -> list[Spot]:
    """The frontier by risk, then today, the policy tried and the kept ones."""
    best = sorted((one for one in trial.points if one.best), key=lambda one: one.total.stressed_loss)
    made, seen = [], set()
    tried = trial.answer.tried
    for one in best:
        at = (one.total.stressed_loss, one.total.profit)
        if at in seen:
            continue
        seen.add(at)
        rules = {rule.grade: rule for rule in one.rules}
        whole = tuple(rules.get(rule.grade, rule) for rule in tried.policy.rules)
        made.append(Spot("", one.total, whole, one.choices))
    ids = [0, 0, *(kept.study_id for kept, _ in trial.others)]
    for study_id, (text, each) in zip(ids, policy_columns(trial, name, lang), strict=True):
        made.append(Spot(text, each.total, each.policy.rules, (), study_id))
    return made


def choice_words(choices: tuple[tuple[str, str], ...], lang: str) -> str:
    """What a candidate changes, grade by grade; that it changes nothing where it does not."""
    told = [
        f"{say('policy_study.grade', lang, grade=grade)} {say(f'policy_choice.{code}', lang)}"
        for grade, code in choices
        if code != STAYS
    ]
    return ("；" if lang == "zh" else "; ").join(told) or say(f"policy_choice.{STAYS}", lang)


def plane_chart(trial: Trial, spots: list[Spot], formats: Formats) -> PointChart:
    """Stressed loss across, profit up; the frontier is joined."""
    lang, currency = formats.lang, trial.answer.ground.currency
    risks, profits = [one.total.stressed_loss for one in spots], [one.total.profit for one in spots]
    across, up = Scale(formats, currency, risks), Scale(formats, currency, profits)
    named = sum(1 for one in spots if one.choices)
    points = tuple(
        Point(
            one.name,
            across.value(one.total.stressed_loss) or 0.0,
            up.value(one.total.profit) or 0.0,
            "soft"
            if one.choices
            else "grey"
            if place == named
            else "primary"
            if place == named + 1
            else "warn",
            bool(one.choices),
        )
        for place, one in enumerate(spots)
    )
    return PointChart(
        say("policy_study.frontier", lang),
        f"{say('policy_outcome.stressed_loss', lang)} ({across.name})",
        f"{say('policy_outcome.profit', lang)} ({up.name})",
        points,
        (across.text(min(risks)), across.text(max(risks))),
        (up.text(min(profits)), up.text(max(profits))),
    )


def plane_rows(
    trial: Trial, spots: list[Spot], formats: Formats
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The chart's data: what is granted, profit and stressed loss, and the profit against today."""
    lang, currency = formats.lang, trial.answer.ground.currency
    heads = [say("policy_study.granted", lang)]
    heads += [say(f"policy_outcome.{name}", lang) for name in ("profit", "stressed_loss", "loss")]
    heads.append(f"{say('policy_outcome.profit', lang)} {say('policy_study.against', lang)}")
    today = trial.answer.today.total.profit
    rows: list[tuple[str, ...]] = [
        (
            one.name or choice_words(one.choices, lang),
            formats.whole(one.total.profit, currency),
            formats.whole(one.total.stressed_loss, currency),
            formats.whole(one.total.loss, currency),
            apart(one.total.profit, today, formats, currency),
        )
        for one in spots
    ]
    return tuple(heads), rows


def rule_words(rule: Rule, formats: Formats, currency: str) -> str:
    """What a policy grants a grade, in words; that it stays as today where it says nothing."""
    lang, told = formats.lang, []
    colon = "：" if lang == "zh" else ": "
    names = ["terms_days", "prepaid", "discount"]
    names += ["discount_days", "discount_taken"] if rule.discount else []
    for name in (*names, "limit_share", "cap", "insured", "insured_pct", "premium", "kept"):
        value = getattr(rule, name)
        if value is None:
            continue
        if name == "cap":
            text = formats.money(value, currency, whole=True)
        else:
            text = written(value) if name in _DAYS else f"{written(value)}%"
        told.append(f"{say(f'policy_rule.{name}', lang)}{colon}{text}")
    return ("；" if lang == "zh" else "; ").join(told) or say("policy_study.as_today", lang)
