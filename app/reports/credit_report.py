"""Credit report (客户信用报告) on paper: the whole credit file of a customer as of a day, for our own people.

It states facts with their sources; what nobody assessed, asked or entered is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from app.domain.credit_file_views import StatementView
from app.domain.credit_report import CreditReport, ReportLimit
from app.domain.distress import Opinion
from app.domain.document import DEBITS
from app.domain.financials import Line
from app.domain.money import exponent
from app.domain.ratios import Figure, RatioCode
from app.domain.statement import StatementCurrency
from app.reports import ink
from app.reports.credit_report_parts import Facts, Heading, MonthBars, Title, customer_name
from app.reports.grid import Cells, Grid, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import PORTRAIT, Block, Gap, Running, Stack, draw_pages, paginate, paper, prose
from app.reports.statement_parts import AmountDue
from app.reports.strip import Segment, Strip
from app.words import say, word
from app.words.formats import (
    DASH,
    MINUS,
    amount,
    bucket_labels,
    count,
    day_in_column,
    days,
    money,
    percent,
    ratio,
    unit_name,
)
from app.words.industries import industry_name

_SHEET = PORTRAIT
_STYLE = GridStyle(size=8.2, row=15)
_FIGURES = frozenset({"inflow", "outflow", "closing"})
_MOST_OF_A_PAGE, _MOST_ROWS = 0.7, 26
MOST_PERIODS = 3
"""How many statements stand side by side, the newest first."""
_SHARES = frozenset(
    {
        RatioCode.DEBT,
        RatioCode.EQUITY,
        RatioCode.EBIT_RETURN,
        RatioCode.RETURN_ON_ASSETS,
        RatioCode.NET_MARGIN,
    }
)
_DAYS = frozenset(
    {RatioCode.INVENTORY_DAYS, RatioCode.RECEIVABLE_DAYS, RatioCode.PAYABLE_DAYS, RatioCode.CASH_CYCLE}
)


def write(report: CreditReport, path: Path, lang: str) -> None:
    """The report as a PDF; an existing file is replaced whole or not at all."""
    title = f"{say('credit_report.title', lang)} {customer_name(report, lang)}"
    ours = company_name(report.company, lang)
    with paper(path, _SHEET, title, ours) as pen:
        running = Running(title, ours, say("credit_report.foot", lang, day=day_in_column(report.as_of, lang)))
        draw_pages(pen, _SHEET, paginate(list(_blocks(report, lang)), _SHEET.room), running, lang)


def _blocks(report: CreditReport, lang: str) -> Iterator[Block]:
    measure = _SHEET.measure
    yield Letterhead(heading(report.company, lang), lang, measure)
    yield Title(report, lang, measure)
    yield Gap(4)
    yield Facts(tuple(_company(report, lang)), measure)
    yield AmountDue(tuple(_decision(report, lang)), measure)
    for part, blocks in _PARTS:
        found = list(blocks(report, lang)) or [_small(say(f"credit_report.no_{part}", lang))]
        yield Gap(10)
        yield _titled(say(f"credit_report.{part}", lang), found[0])
        yield from found[1:]
    yield Gap(8)
    yield _small(say("credit_report.note", lang))


def _small(text: str) -> Block:
    return prose(text, _SHEET.measure, 8.8, ink.SECONDARY, after=4)


def _whole(table: Grid) -> Block:
    """A table that stands on one page where it fits on one."""
    return Stack((table,)) if table.height <= _SHEET.room * _MOST_OF_A_PAGE else table


def _titled(title: str, first: Block) -> Block:
    """The first block of a part under its title, which never stands alone at the foot of a page."""
    if isinstance(first, Grid):
        return (
            _whole(replace(first, heading=title))
            if len(first.rows) <= _MOST_ROWS
            else replace(first, heading=title)
        )
    return Stack((Heading(title), first))


# -- the company and the decision -----------------------------------------------------------------


def _company(report: CreditReport, lang: str) -> Iterator[tuple[str, str]]:
    """What is known of the company; what is not is left out."""
    customer, profile = report.customer, report.profile
    numbers = "; ".join(one.value for one in report.identifiers)
    facts = {
        "code": customer.code,
        "identifier": numbers,
        "legal_form": profile.legal_form,
        "founded": day_in_column(profile.founded_on, lang),
        "capital": _amount(profile.capital, profile.capital_currency, lang),
        "paid_capital": _amount(profile.paid_capital, profile.capital_currency, lang),
        "industry": f"{profile.industry} {_industry(report, lang)}".strip(),
        "country": customer.country,
        "parent": profile.parent,
        "registration": _dated(
            word("registration", profile.registration, lang) if profile.registration else "",
            day_in_column(profile.registration_on, lang),
        ),
        "employees": "" if profile.employees is None else count(profile.employees),
        "disclosed": day_in_column(customer.sme_disclosed_on, lang),
        "sanctions": _dated(
            profile.sanctioned or (say("credit_report.not_listed", lang) if profile.sanctions_on else ""),
            day_in_column(profile.sanctions_on, lang),
        ),
        "terms": customer.terms,
    }
    for name, value in facts.items():
        if value:
            yield say(f"credit_report.fact.{name}", lang), value


def _industry(report: CreditReport, lang: str) -> str:
    profile = report.profile
    return industry_name(profile.industry_system, profile.industry, lang)


def _decision(report: CreditReport, lang: str) -> Iterator[tuple[str, str]]:
    """Grade and limit, or that there is none."""
    grade, limit = report.grade, report.limit
    if grade is None:
        yield say("credit_report.grade", lang), say("credit_report.no_grade", lang)
    else:
        held = "" if grade.valid else say("credit_report.ended", lang)
        score = f"{grade.score.quantize(Decimal('0.1'), ROUND_HALF_UP):f}"
        on = day_in_column(grade.on, lang)
        said = say("credit_report.scored", lang, grade=grade.grade, score=score, on=on)
        yield say("credit_report.grade", lang), f"{said}{held}"
        yield say("credit_report.coverage", lang), ratio(grade.coverage, 0)
    yield say("credit_report.limit", lang), _limit(limit, lang)


def _limit(limit: ReportLimit, lang: str) -> str:
    """The amount and until when; nothing decided and not checked are said as such."""
    if limit.amount is None:
        return say(f"credit_report.limit_{limit.state}", lang)
    value = limit.amount
    said = money(value.minor, exponent(value.currency), value.currency, lang)
    return _dated(said, day_in_column(limit.until, lang))


def _amount(minor: int | None, currency: str, lang: str) -> str:
    return "" if minor is None or not currency else money(minor, exponent(currency), currency, lang)


def _dated(text: str, on: str) -> str:
    return f"{text} ({on})" if text and on else text


# -- how it pays ----------------------------------------------------------------------------------


def _behaviour(report: CreditReport, lang: str) -> Iterator[Block]:
    """Figures of the ledger with the number of invoices behind them, and the months."""
    one = report.behaviour
    if not one.invoices and not one.counted:
        return
    facts = {
        "days_late": _days(one.weighted_days_late, lang),
        "median": "" if one.median is None else _days(Decimal(one.median), lang),
        "late_share": "" if one.late_share is None else ratio(one.late_share),
        "company_share": ratio(one.company_share),
        "longest": days(one.longest_overdue, lang),
        "index": "" if one.index is None else _number(one.index, 0),
        "disputes": "" if one.dispute_share is None else ratio(one.dispute_share),
        "promises": "" if one.promises_kept is None else ratio(one.promises_kept, 0),
        "orders": "" if one.order_change is None else ratio(one.order_change),
        "years": "" if one.years_known is None else _number(one.years_known, 1),
        "counted": count(one.counted),
        "settled": count(one.settled),
    }
    shown = ((say(f"credit_report.pays.{name}", lang), text or DASH) for name, text in facts.items())
    yield Facts(tuple(shown), _SHEET.measure)
    if any(month.settled for month in one.months):
        yield MonthBars(one.months, lang, _SHEET.measure)


def _days(value: Decimal | None, lang: str) -> str:
    return DASH if value is None else say("credit_report.days", lang, days=_number(value, 1))


def _number(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,f}"


def _aging(report: CreditReport, lang: str) -> Iterator[Block]:
    for section in report.sections:
        if any(section.buckets) or section.unapplied:
            yield _open(section, lang)
            yield _strip(section, lang)


def _open(section: StatementCurrency, lang: str) -> Block:
    items = sum(item.kind in DEBITS for item in section.items)
    total = money(sum(section.buckets), exponent(section.currency), section.currency, lang)
    return _small(say("credit_report.open", lang, n=items, total=total))


def _strip(section: StatementCurrency, lang: str) -> Strip:
    places, whole = exponent(section.currency), sum(section.buckets)
    labels = bucket_labels(section.limits, lang, full=True)
    segments = [
        Segment(
            label,
            amount(minor, places, zero_dash=True),
            percent(minor, whole) if minor else "",
            minor,
            ink.bucket_colour(index, len(labels)),
        )
        for index, (label, minor) in enumerate(zip(labels, section.buckets, strict=True))
    ]
    if section.unapplied:
        name = say("statement.unapplied", lang)
        segments.append(Segment(name, amount(section.unapplied, places), "", 0, ""))
    return Strip(tuple(segments), _SHEET.measure)


# -- statements -----------------------------------------------------------------------------------


def _statements(report: CreditReport, lang: str) -> Iterator[Block]:
    """Lines side by side, ratios with their definitions, second opinions."""
    views = report.statements[:MOST_PERIODS]
    if not views:
        return
    yield _lines(views, lang)
    yield Gap(8)
    for view in views:
        for problem in view.problems:
            params = {name: _spoken(name, value, view, lang) for name, value in problem.params.items()}
            period = day_in_column(view.statement.period_end, lang)
            yield _small(f"{period}: {say(problem.code, lang, **params)}")
    yield _ratios(views, lang)
    yield Gap(8)
    yield _opinions(views, lang)
    yield from _reasons(views, lang)


def _spoken(name: str, value: object, view: StatementView, lang: str) -> object:
    if isinstance(value, Line):
        return say(f"line.{value}", lang)
    if isinstance(value, int) and name in {"difference", "amount", "parts"}:
        return money(value, exponent(view.statement.currency), view.statement.currency, lang)
    return value


def _period(view: StatementView, lang: str) -> str:
    one = view.statement
    said = day_in_column(one.period_end, lang)
    months = "" if one.months == 12 else say("credit_report.months_of", lang, n=one.months)  # noqa: PLR2004 - a year
    return f"{said} {one.currency}\n{word('statement_quality', one.quality, lang)} {months}".strip()


def _table(first: str, second: str, views: Sequence[StatementView], lang: str) -> list[GridColumn]:
    """A column of names, one of definitions where there is any, and one a period."""
    measure = _SHEET.measure
    periods = 0.19 * len(views)
    columns = [GridColumn(first, (1 - periods) * measure * (0.4 if second else 1))]
    if second:
        columns.append(GridColumn(second, (1 - periods) * measure * 0.6))
    return columns + [GridColumn(_period(view, lang), 0.19 * measure, right=True) for view in views]


def _lines(views: Sequence[StatementView], lang: str) -> Block:
    shown = [line for line in Line if any(line in view.figures for view in views)]
    rows = [
        (
            say(f"line.{line}", lang),
            *(
                amount(view.figures[line], exponent(view.statement.currency), decimals=False)
                if line in view.figures
                else DASH
                for view in views
            ),
        )
        for line in shown
    ]
    return grid(_table(say("credit_report.line", lang), "", views, lang), rows, style=_STYLE)


def _ratios(views: Sequence[StatementView], lang: str) -> Block:
    rows = [
        (
            say(f"ratio_name.{code}", lang),
            say(f"ratio_about.{code}", lang),
            *(_ratio(code, view.ratios[code], lang) for view in views),
        )
        for code in _shown(views)
    ]
    columns = _table(say("credit_report.ratio", lang), say("credit_report.definition", lang), views, lang)
    return grid(columns, rows, heading=say("credit_report.ratios", lang), style=_STYLE)


def _shown(views: Sequence[StatementView]) -> list[RatioCode]:
    """Ratios of which some period has a value, or a reason beyond lines that were not given."""
    return [code for code in RatioCode if any(view.ratios[code].why != "ratio.lacking" for view in views)]


def _reasons(views: Sequence[StatementView], lang: str) -> Iterator[Block]:
    """Why a figure that stands in the tables has no value, below them."""
    for view in views:
        named = [(say(f"ratio_name.{code}", lang), view.ratios[code]) for code in _shown(views)]
        named += [(say(f"model.{one.model}", lang), one.figure) for one in view.opinions]
        said = [f"{name}: {_why(figure, lang)}" for name, figure in named if figure.value is None]
        if said:
            yield Gap(4)
            period = day_in_column(view.statement.period_end, lang)
            yield _small(f"{period}  {'; '.join(said)}")


def _ratio(code: RatioCode, figure: Figure, lang: str) -> str:
    if figure.value is None:
        return say("credit_report.not_computable", lang)
    if code in _SHARES:
        return ratio(figure.value)
    return _number(figure.value, 0 if code in _DAYS else 2)


def _why(figure: Figure, lang: str) -> str:
    """Why there is no value, its lines by name."""
    said = dict(figure.params)
    if isinstance(given := said.get("lines"), tuple):
        said["lines"] = ("、" if lang == "zh" else ", ").join(say(f"line.{one}", lang) for one in given)
    if isinstance(line := said.get("line"), Line):
        said["line"] = say(f"line.{line}", lang)
    return say(figure.why, lang, **said)


def _opinions(views: Sequence[StatementView], lang: str) -> Block:
    rows = [
        (say(f"model.{one.model}", lang), *(_opinion(view.opinions[place], lang) for view in views))
        for place, one in enumerate(views[0].opinions)
    ]
    columns = _table(say("credit_report.model", lang), "", views, lang)
    return _whole(grid(columns, rows, heading=say("credit_report.opinions", lang), style=_STYLE))


def _opinion(one: Opinion, lang: str) -> str:
    if one.figure.value is None or one.zone is None:
        return say("credit_report.not_computable", lang)
    zone = say(f"zone.{one.zone}", lang)
    if one.probability is not None:
        return f"{ratio(Decimal(str(round(one.probability, 4))))} {zone}"
    return f"{_number(one.figure.value, 2)} {zone}"


# -- from outside, contract, what happened --------------------------------------------------------


def _listed(
    names: Sequence[str], shares: Sequence[float], rows: Sequence[Cells], lang: str
) -> Iterator[Block]:
    """A table of entries, or nothing where there are none."""
    if rows:
        columns = [
            GridColumn(say(f"credit_report.column.{name}", lang), share * _SHEET.measure, name in _FIGURES)
            for name, share in zip(names, shares, strict=True)
        ]
        yield grid(columns, rows, style=_STYLE)


def _ratings(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = [
        (
            day_in_column(one.rating.on, lang),
            one.rating.provider,
            f"{one.rating.value} {_bracketed(one.rating.scale)}",
            say("credit_report.unmapped", lang) if one.points is None else _number(one.points, 0),
            day_in_column(one.rating.valid_until, lang) or DASH,
            one.rating.source,
        )
        for one in report.ratings
    ]
    return _listed(
        ("date", "provider", "rating", "points", "until", "source"),
        (0.13, 0.2, 0.2, 0.13, 0.13, 0.21),
        rows,
        lang,
    )


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _events(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = [
        (
            day_in_column(one.event.on, lang),
            say(f"event_kind.{one.event.kind}", lang),
            " ".join(filter(None, (word(f"choice.{one.event.kind}", one.event.value, lang), one.event.note)))
            or DASH,
            one.event.source or DASH,
            say("credit_report.counts" if one.counts else "credit_report.unconfirmed", lang),
            day_in_column(one.event.closed_on, lang) or DASH,
        )
        for one in report.events
    ]
    return _listed(
        ("date", "event", "detail", "source", "standing", "closed"),
        (0.13, 0.17, 0.26, 0.17, 0.14, 0.13),
        rows,
        lang,
    )


def _contract(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = [
        (
            say(f"contract_point.{one.point}", lang),
            say(f"point_state.{one.state}", lang),
            (one.record.clause if one.record else "") or DASH,
            (one.record.note if one.record else "") or DASH,
        )
        for one in report.checklist
    ]
    return _listed(("point", "state", "clause", "note"), (0.24, 0.16, 0.25, 0.35), rows, lang)


def _certificates(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = [
        (
            one.name,
            one.number or DASH,
            say("credit_report.for_ever", lang)
            if one.valid_until is None
            else day_in_column(one.valid_until, lang)
            + (say("credit_report.expired", lang) if one.valid_until < report.as_of else ""),
            one.source or DASH,
        )
        for one in report.certifications
    ]
    return _listed(("name", "number", "until", "source"), (0.32, 0.24, 0.2, 0.24), rows, lang)


def _flows(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = []
    for one in report.flows[:12]:
        places = exponent(one.currency)
        closing = DASH if one.closing is None else amount(one.closing, places)
        month = f"{one.month:%Y-%m}"
        name = unit_name(one.currency, lang)
        rows.append((month, name, amount(one.inflow, places), amount(one.outflow, places), closing))
    return _listed(
        ("month", "currency", "inflow", "outflow", "closing"), (0.14, 0.2, 0.22, 0.22, 0.22), rows, lang
    )


def _timeline(report: CreditReport, lang: str) -> Iterator[Block]:
    rows = []
    for one in report.timeline:
        figure = money(one.amount, exponent(one.currency), one.currency, lang) if one.currency else ""
        number = word(f"choice.{one.kind.removeprefix('external.')}", one.number, lang)
        said = say(f"event.{one.kind}", lang, number=number, amount=figure)
        told = " · ".join(filter(None, (said.strip(" ，,"), one.text)))
        rows.append((day_in_column(one.on, lang), told))
    return _listed(("date", "happened"), (0.14, 0.86), rows, lang)


_PARTS: tuple[tuple[str, Callable[[CreditReport, str], Iterator[Block]]], ...] = (
    ("behaviour", _behaviour),
    ("aging", _aging),
    ("statements", _statements),
    ("ratings_part", _ratings),
    ("events", _events),
    ("contract", _contract),
    ("certificates", _certificates),
    ("flows", _flows),
    ("timeline", _timeline),
)
