"""A quarter's review: its verdict and figures for people, everything for programs, or the PDF."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_out, say_written
from app.domain.money import Money
from app.domain.review_value import Measure, Name, Said
from app.services.reviews import known_sections
from app.words import review_text, say
from app.words.formats import day_in_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.period_review import Content, Difference, Reading, Row, Sheet
    from app.domain.review_value import Value
    from app.services.review_views import ReviewView
    from app.services.session import CompanySession


def tell_review(session: CompanySession, call: Namespace) -> None:
    """Compose it, or read what was locked; nothing is changed."""
    service = session.reviews
    view = service.view(call.quarter)
    wanted = [name.strip() for name in call.sections.split(",") if name.strip()]
    chosen = known_sections(wanted) if wanted else view.sections
    if call.pdf is not None:
        service.print(view, call.pdf, call.lang, chosen)
        say_written(call.pdf, call)
    if call.json:
        put_json(_as_json(view, chosen, service.differences(call.quarter), call.lang))
    elif call.pdf is None:
        for line in _as_lines(view, chosen, service.differences(call.quarter), call.lang):
            say_out(line)


def _as_json(
    view: ReviewView, chosen: Sequence[str], changed: Sequence[Difference], lang: str
) -> dict[str, object]:
    content = view.content
    return {
        "quarter": content.quarter,
        "start": content.start.isoformat(),
        "as_of": content.as_of.isoformat(),
        "unfinished": content.unfinished,
        "state": view.review.state if view.review else "none",
        "digest": view.review.digest if view.review else "",
        "sound": view.sound,
        "company": content.company.to(lang),
        "currency": content.base,
        "without_rate": list(content.left_out),
        "verdict": review_text.verdict(content, lang),
        "prepared_by": content.prepared_by,
        "reviewed_by": content.reviewed_by,
        "strategy": dict(content.strategy),
        "parts": [_part(content, code, lang) for code in chosen],
        "differences": [review_text.difference(one, lang, content.base) for one in changed],
    }


def _part(content: Content, code: str, lang: str) -> dict[str, object]:
    part = content.part(code)
    if part is None:
        return {"part": code}
    missing = part.missing
    return {
        "part": code,
        "lead": review_text.lead(part.lead, lang, content.base),
        "missing": "" if missing is None else review_text.sentence(missing, lang, content.base),
        "figures": [_figure(one, lang, content.base) for one in part.figures],
        "tables": {sheet.code: _table(sheet, lang, content.base) for sheet in part.sheets},
    }


def _figure(one: Reading, lang: str, base: str) -> dict[str, object]:
    return {
        "key": one.key,
        "name": review_text.name_of(one.key, lang),
        "unit": one.unit,
        "value": _number(one.value),
        "before": _number(one.before),
        "target": _number(one.target),
        "benchmark": _number(one.benchmark),
        "status": one.status,
        "text": review_text.reading(one, lang),
        "note": review_text.note(one, lang, base),
    }


def _table(sheet: Sheet, lang: str, base: str) -> dict[str, object]:
    return {
        "rows": [_row(sheet, row, lang, base) for row in sheet.rows],
        "total": _cells(sheet, sheet.total, lang, base) if sheet.total else None,
    }


def _row(sheet: Sheet, row: Row, lang: str, base: str) -> dict[str, object]:
    return {"key": row.key, **_cells(sheet, row.cells, lang, base)}


def _cells(sheet: Sheet, cells: tuple[Value, ...], lang: str, base: str) -> dict[str, object]:
    return {name: _plain(cell, lang, base) for name, cell in zip(sheet.columns, cells, strict=True)}


def _plain(value: Value, lang: str, base: str) -> object:  # noqa: PLR0911 - one per kind of value
    match value:
        case Money():
            if value.currency == base:
                return major(value.minor, value.currency)
            return {"amount": major(value.minor, value.currency), "currency": value.currency}
        case Measure():
            return _number(value.value)
        case Decimal():
            return _number(value)
        case date():
            return value.isoformat()
        case Name():
            return value.to(lang)
        case Said():
            return review_text.sentence(value, lang, base)
    return value


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _as_lines(view: ReviewView, chosen: Sequence[str], changed: Sequence[Difference], lang: str) -> list[str]:
    """The verdict, what each part chosen concludes, figures and findings, and what differs since."""
    content = view.content
    title = say("review.title", lang)
    quarter = review_text.quarter_name(content.quarter, lang)
    day = say("review.as_of", lang, day=day_in_column(content.as_of, lang))
    lines = [f"{title}  {quarter}  {day}", "", review_text.verdict(content, lang)]
    for code in chosen:
        part = content.part(code)
        if part is None:
            continue
        said = review_text.lead(part.lead, lang, content.base)
        if not said and part.missing is not None:
            said = review_text.sentence(part.missing, lang, content.base)
        if said:
            lines += ["", say(f"review_part.{code}", lang), f"  {said}"]
        if code == "figures":
            lines += ["", *_figure_lines(part.figures, lang)]
        lines += _finding_lines(part.sheet("findings"), lang, content.base)
    return [*lines, *_standing_lines(view, changed, lang)]


def _figure_lines(figures: Sequence[Reading], lang: str) -> list[str]:
    names = ("figure", "value", "before", "target", "status")
    rows = [[review_text.column_name(name, "figures", lang) for name in names]]
    for one in figures:
        before = review_text.figure(one.before, one.unit, lang)
        status = say(f"review.status.{one.status}", lang)
        value = review_text.reading(one, lang)
        rows.append(
            [review_text.name_of(one.key, lang), value, before, review_text.target(one, lang), status]
        )
    return aligned(rows, (False, True, True, True, False))


def _finding_lines(findings: Sheet | None, lang: str, base: str) -> list[str]:
    lines = []
    for row in findings.rows if findings else ():
        said, action, owner, due, _state = (review_text.cell(cell, lang, base) for cell in row.cells)
        lines += ["", f"- {said}", f"  {action} ({owner}, {due})"]
    return lines


def _standing_lines(view: ReviewView, changed: Sequence[Difference], lang: str) -> list[str]:
    """Whether what was locked is whole, and what history says otherwise since."""
    if not view.sound:
        return ["", say("review.tampered", lang)]
    if not view.locked:
        return ["", say("review.unfinished", lang)] if view.content.unfinished else []
    if not changed:
        return ["", say("review_difference.none", lang)]
    told = [f"  {review_text.difference(one, lang, view.content.base)}" for one in changed]
    return ["", say("review_difference.count", lang, n=len(changed)), *told]
