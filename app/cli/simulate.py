"""A credit policy tried on the customers there are, beside today: a table by grade, or JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.days import known_day
from app.cli.given_file import text_of
from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out
from app.domain.credit_policy_text import CreditPolicy, assumptions_as_json, parse, rule_as_json
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, day_in_column

if TYPE_CHECKING:
    from app.domain.credit_policy import Outcome
    from app.domain.credit_policy_study import Candidate
    from app.services.credit_policy_views import Adoption, Answer
    from app.services.session import CompanySession

FIGURES = (
    "sales", "margin", "carry", "discount", "premium", "loss", "profit", "stressed_loss", "stressed_profit",
    "receivables",
)  # fmt: skip
_SHOWN = ("sales", "margin", "carry", "loss", "stressed_loss", "profit", "receivables")


def tell_simulation(session: CompanySession, call: Namespace) -> None:
    """Try the policy of a file; without one, today's own."""
    service, currency = session.credit_policies, session.company.get().currency
    usual = CreditPolicy(say("policy_study.today", call.lang))
    policy = usual if call.policy is None else _read(call.policy, currency)
    as_of = known_day(session, call.as_of)
    ground = service.ground(as_of)
    answer = service.answer(policy, as_of, ground)
    if call.json:
        adoption = service.adoption(policy, ground)
        put_json(_as_json(answer, service.frontier(policy, ground), adoption))
        return
    for line in _as_lines(answer, call.lang):
        say_out(line)


def _read(path: Path, currency: str) -> CreditPolicy:
    try:
        return parse(text_of(path), currency)
    except UnicodeDecodeError as error:
        raise CallError("credit_policy.no_json") from error


def _as_json(answer: Answer, points: tuple[Candidate, ...], adoption: Adoption) -> dict[str, object]:
    currency, tried = answer.ground.currency, answer.tried
    return {
        "as_of": answer.ground.as_of.isoformat(),
        "currency": currency,
        "policy": tried.policy.name,
        "rules": {rule.grade: rule_as_json(rule, currency) for rule in tried.policy.rules},
        "assumptions": assumptions_as_json(tried.assumed),
        "customers": len(tried.customers),
        "without_grade": answer.ground.unscored,
        "without_rate": list(answer.ground.missing),
        "today": _outcome(answer.today.total, currency),
        "total": _outcome(tried.total, currency),
        "cash_released": major(answer.cash_released, currency),
        "grades": {
            one.grade: {
                "today": None if (was := answer.today.of(one.grade)) is None else _outcome(was, currency),
                "policy": _outcome(one, currency),
                "breakeven_loss_percent": f"{at:.2f}"
                if (at := answer.breakeven.get(one.grade)) is not None
                else None,
            }
            for one in tried.grades
        },
        "frontier": [
            {
                "choices": dict(one.choices),
                "profit": major(one.total.profit, currency),
                "loss": major(one.total.loss, currency),
                "stressed_loss": major(one.total.stressed_loss, currency),
            }
            for one in points
            if one.best
        ],
        "affected": [
            {
                "customer_id": row.customer_id,
                "customer": row.name,
                "grade": row.grade,
                "terms_days": [row.before.terms_days, row.after.terms_days],
                "prepaid": [f"{row.before.deposit:f}", f"{row.after.deposit:f}"],
                "limit": [_limit(row.limit, currency), _limit(row.limit_after, currency)],
            }
            for row in adoption.rows
        ],
    }


def _limit(minor: int | None, currency: str) -> str | None:
    return None if minor is None else major(minor, currency)


def _outcome(one: Outcome, currency: str) -> dict[str, str]:
    return {name: major(getattr(one, name), currency) for name in FIGURES}


def _as_lines(answer: Answer, lang: str) -> list[str]:
    currency = answer.ground.currency
    places = exponent(currency)
    day = day_in_column(answer.ground.as_of, lang)
    head = say("cli.simulate.title", lang, name=answer.tried.policy.name, day=day, currency=currency)
    rows = [["", *(say(f"policy_outcome.{name}", lang) for name in _SHOWN)]]
    told = [(say("policy_study.today", lang), answer.today.total)]
    told += [(say("policy_study.grade", lang, grade=one.grade), one) for one in answer.tried.grades]
    told.append((answer.tried.policy.name or say("policy_study.tried", lang), answer.tried.total))
    rows += [[name, *(amount(getattr(one, key), places) for key in _SHOWN)] for name, one in told]
    lines = [head, "", *aligned(rows, (False, *(True for _ in _SHOWN)))]
    released = amount(answer.cash_released, places)
    lines += ["", say("cli.simulate.cash", lang, amount=released, currency=currency)]
    if answer.ground.unscored:
        lines.append(say("policy_study.unscored", lang, n=answer.ground.unscored))
    if answer.ground.missing:
        lines.append(say("cli.cover.missing", lang, currencies=", ".join(answer.ground.missing)))
    return lines
