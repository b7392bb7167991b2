"""Scoring on the command line: one customer with every point told, or everybody with what moved."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.importing import customer_by_code
from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out
from app.domain import assessment_text
from app.domain.assessment import Input, Outcome, Scored, require_possible
from app.domain.money import exponent
from app.domain.problem import DomainError
from app.domain.scorecard import InputKind, Scorecard, Source
from app.services.limit_candidates import candidates_as_json
from app.words import say, scoring_text
from app.words.formats import amount, day_in_sentence

if TYPE_CHECKING:
    from datetime import date

    from app.domain.scorecard import Bin, Indicator
    from app.services.scoring_views import Facts, RescoreRow
    from app.services.session import CompanySession

MOST_INPUT_BYTES = 1_000_000


def tell_score(session: CompanySession, call: Namespace) -> None:
    """One customer's score by a card, worked out point by point."""
    customer_id = customer_by_code(session, call.customer)
    scoring = session.scoring
    card = scoring.card(call.card or scoring.card_for(customer_id, call.as_of))
    inputs, facts = scoring.answers(customer_id, call.as_of, card)
    inputs = with_typed(card, inputs, call.inputs) if call.inputs else inputs
    outcome = scoring.assess(card, inputs, call.as_of, facts)
    if call.json:
        told = score_as_json(card, inputs, facts, outcome)
        limit = _limit_as_json(session, customer_id, call.as_of, outcome)
        put_json({"customer": call.customer, "as_of": call.as_of.isoformat(), **told, "limit": limit})
        return
    say_out(
        say("cli.score.title", call.lang, customer=call.customer, day=day_in_sentence(call.as_of, call.lang))
    )
    for line in score_as_lines(card, inputs, outcome, call.lang):
        say_out(line)
    for line in _limit_lines(session, customer_id, call.as_of, outcome, call.lang):
        say_out(line)


def tell_rescore(session: CompanySession, call: Namespace) -> None:
    """Everybody scored from data alone."""
    rows = session.scoring.rescore(call.as_of)
    if call.json:
        put_json({"as_of": call.as_of.isoformat(), "customers": [_row_as_json(row) for row in rows]})
        return
    titles = ("customer", "was", "grade", "score", "coverage")
    table = [[say(f"cli.score.column.{name}", call.lang) for name in titles]]
    table += [_row_cells(row, call.lang) for row in rows]
    for line in aligned(table, [False, False, False, True, True]):
        say_out(line)
    moved = sum(bool(row.moved) for row in rows)
    say_out(say("cli.rescore.moved", call.lang, n=moved, all=len(rows)))


def with_typed(card: Scorecard, inputs: Mapping[str, Input], given: str) -> dict[str, Input]:
    """The inputs with values typed over: JSON in the call, or in a file it names."""
    typed, _ = assessment_text.read(_text(given))
    known = {indicator.code: indicator for indicator in card.indicators()}
    found = dict(inputs)
    for code, one in typed.items():
        if code not in known:
            raise DomainError("assessment.unknown_indicator", indicator=code, card=card.name or card.code)
        value = one.value
        if known[code].kind is InputKind.NUMBER and value:
            value = _number(known[code], value)
        before = inputs[code].value
        found[code] = replace(one, value=value, source=Source.TYPED.value, replaces=before)
    return found


def _text(given: str) -> str:
    if given.lstrip().startswith("{"):
        return given
    path = Path(given)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_INPUT_BYTES + 1)
        if len(content) > MOST_INPUT_BYTES:
            raise CallError("cli.inputs_too_big", path=path)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DomainError("assessment.unreadable", detail=str(error)) from error
    except (OSError, ValueError) as error:
        raise CallError("cli.no_inputs", path=path) from error


def _number(indicator: Indicator, given: Decimal | str) -> Decimal:
    try:
        number = Decimal(given)
        require_possible(number, indicator)
    except ArithmeticError as error:
        raise DomainError("assessment.unreadable", detail=f"{indicator.code} = {given}") from error
    except DomainError as error:
        raise CallError("cli.bad_figure", name=indicator.code, why=(error.code, error.params)) from error
    return number


def score_as_json(
    card: Scorecard, inputs: Mapping[str, Input], facts: Facts, outcome: Outcome
) -> dict[str, object]:
    """Everything the score was made of, for a program; figures as strings."""
    lift = outcome.lift
    return {
        "card": card.code,
        "version": card.version,
        "score": str(outcome.score),
        "coverage": str(outcome.coverage),
        "sufficient": outcome.sufficient,
        "grade_by_score": str(outcome.by_score),
        "grade": str(outcome.grade),
        "cash_only": outcome.cash_only,
        "review": outcome.review,
        "knockouts": [
            {"code": each.code, "effect": str(each.effect), "firm": each.firm} for each in outcome.knockouts
        ],
        "facts": {code: _plain(value) for code, value in facts.items()},
        "indicators": [_line_as_json(line, inputs.get(line.indicator)) for line in outcome.lines],
        "reasons": [
            {"indicator": line.indicator, "lost": f"{line.most - line.points:.4f}", "of": f"{line.most:.4f}"}
            for line in outcome.worst()
        ],
        "best": [
            {"indicator": line.indicator, "earned": str(line.shown), "of": f"{line.most:.4f}"}
            for line in outcome.best()
        ],
        "lift": None
        if lift is None
        else {"grade": str(lift.grade), "indicator": lift.indicator, **_bin_as_json(lift.to)},
    }


def _limit_as_json(
    session: CompanySession, customer_id: int, as_of: date, outcome: Outcome
) -> dict[str, object]:
    """Every limit candidate under the grade and the one that binds, in major units of our currency."""
    currency = session.company.get().currency
    found = session.limits.candidates(customer_id, as_of, grade=outcome.grade)
    return {
        "currency": currency,
        "suggested": None if found.amount is None else major(found.amount, currency),
        "bound_by": None if found.bound_by is None else found.bound_by.value,
        "candidates": candidates_as_json(found, currency),
    }


def _limit_lines(
    session: CompanySession, customer_id: int, as_of: date, outcome: Outcome, lang: str
) -> list[str]:
    currency = session.company.get().currency
    found = session.limits.candidates(customer_id, as_of, grade=outcome.grade)
    if found.amount is None or found.bound_by is None:
        return [say("cli.score.no_limit", lang)]
    table = [
        [
            say(f"limit_candidate.{one.code}", lang),
            "–" if one.amount is None else amount(int(one.amount), exponent(currency)),
            "←" if one.code is found.bound_by else "",
        ]
        for one in found.candidates
    ]
    suggested = amount(found.amount, exponent(currency))
    return [
        "",
        say("cli.score.limit", lang, currency=currency, amount=suggested),
        *aligned(table, [False, True, False]),
    ]


def _line_as_json(line: Scored, given: Input | None) -> dict[str, object]:
    told: dict[str, object] = {
        "family": line.family,
        "indicator": line.indicator,
        "answer": str(line.answer),
        "value": None if given is None else _plain(given.value),
        "source": "" if given is None else given.source,
        "on": given.on.isoformat() if given is not None and given.on else None,
        "points": str(line.shown),
        "of": f"{line.most:.4f}",
        "rate": str(line.rate),
        "bin": None if line.bin is None else _bin_as_json(line.bin),
    }
    if given is not None and given.replaces is not None:
        told["replaces"] = _plain(given.replaces)
    return told


def _bin_as_json(one: Bin) -> dict[str, object]:
    return {
        "low": _plain(one.low),
        "high": _plain(one.high),
        "choice": one.choice or None,
        "points": str(one.points),
    }


def _plain(value: Decimal | str | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value


def score_as_lines(card: Scorecard, inputs: Mapping[str, Input], outcome: Outcome, lang: str) -> list[str]:
    """The same for people: score, grade, the table of points, knock-outs, what would lift it."""
    known = {indicator.code: indicator for indicator in card.indicators()}
    figures = {
        "card": scoring_text.card_name(card.code, lang, card.name),
        "version": card.version,
        "score": outcome.score,
        "grade": outcome.grade,
        "coverage": outcome.coverage,
    }
    lines = [say("cli.score.result", lang, **figures), ""]
    if not outcome.sufficient:
        enough = outcome.coverage >= card.least_coverage
        code = "scoring.no_evidence" if enough else "scoring.insufficient"
        lines.append(say(code, lang, coverage=outcome.coverage))
    lines += [
        f"! {scoring_text.name_of('knockout', each.code, lang)}: {say(f'effect.{each.effect}', lang)}"
        for each in outcome.knockouts
    ]
    table = [[say(f"cli.score.column.{name}", lang) for name in ("indicator", "value", "source", "points")]]
    table += [_cells(line, known[line.indicator], inputs.get(line.indicator), lang) for line in outcome.lines]
    lines += aligned(table, [False, False, False, True])
    lines += ["", *_reasons(outcome, known, inputs, lang)]
    return [*lines, *_lift(outcome, known, lang)]


def _reasons(
    outcome: Outcome, known: Mapping[str, Indicator], inputs: Mapping[str, Input], lang: str
) -> list[str]:
    """What cost most, and what earned most, in sentences."""
    lines = []
    for line in (*outcome.worst(), *outcome.best()):
        one, given = known[line.indicator], inputs.get(line.indicator)
        said = scoring_text.value(one.code, given.value if given else None, one.unit, lang)
        name = scoring_text.name_of("indicator", one.code, lang, one.name)
        if line.points < line.most:
            lines.append(scoring_text.reason(name, said, line.answer, line.shown, line.most, lang))
        else:
            lines.append(scoring_text.credit(name, said, line.shown, line.most, lang))
    return list(dict.fromkeys(lines))


def _cells(line: Scored, indicator: Indicator, given: Input | None, lang: str) -> list[str]:
    said = scoring_text.value(indicator.code, given.value if given else None, indicator.unit, lang)
    source = given.source if given is not None else ""
    shown = f"{scoring_text.points(line.shown)} / {scoring_text.points(line.most)}"
    name = scoring_text.name_of("indicator", indicator.code, lang, indicator.name)
    return [name, said or say(f"answer.{line.answer}", lang), source and say(f"source.{source}", lang), shown]


def _lift(outcome: Outcome, known: Mapping[str, Indicator], lang: str) -> list[str]:
    lift = outcome.lift
    if lift is None:
        return []
    one = known[lift.indicator]
    wanted = scoring_text.bin_label(one.code, lift.to.low, lift.to.high, lift.to.choice, one.unit, lang)
    name = scoring_text.name_of("indicator", one.code, lang, one.name)
    return [
        say(
            "scoring.lift", lang, name=name, bin=wanted, grade=lift.grade, gain=scoring_text.points(lift.gain)
        )
    ]


def _row_as_json(row: RescoreRow) -> dict[str, object]:
    return {
        "customer": row.code,
        "name": row.name,
        "card": row.card,
        "score": str(row.score),
        "coverage": str(row.coverage),
        "sufficient": row.sufficient,
        "grade": str(row.now),
        "was": None if row.was is None else str(row.was),
        "was_score": None if row.was_score is None else str(row.was_score),
        "was_on": None if row.was_on is None else row.was_on.isoformat(),
        "moved": row.moved,
    }


def _row_cells(row: RescoreRow, lang: str) -> list[str]:
    name = (row.name_en or row.name) if lang == "en" else row.name
    return [name, row.was or "–", row.now, scoring_text.points(row.score), f"{row.coverage}%"]
