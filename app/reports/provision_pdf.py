"""The provision for bad debts on paper: matrix, sources of the rates, movement, journal, derivation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.domain.provision_paper import ProvisionPaper
from app.reports import ink
from app.reports.credit_report_parts import Facts, Heading
from app.reports.fonts import BOLD
from app.reports.grid import Grid, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, Stack, draw_pages, paginate, paper, prose
from app.reports.provision_derivation import DerivationTables
from app.reports.provision_tables import Section, Tables
from app.reports.typesetting import wrap
from app.words import say
from app.words.formats import currency_name, day_in_column

_SHEET = PORTRAIT
_STYLE = GridStyle(size=7.8, row=14.5, pad=3)
_MOST_OF_A_PAGE = 0.6


def write_pdf(made: ProvisionPaper, path: Path, lang: str) -> None:
    """The paper as a PDF; an existing file is replaced whole or not at all."""
    tables = Tables(made, lang)
    ours = company_name(made.company, lang)
    foot = _as_of(made, lang)
    with paper(path, _SHEET, tables.title, ours) as pen:
        running = Running(f"{tables.title}　{foot}", ours, f"{foot}　{tables.standing()}")
        draw_pages(pen, _SHEET, paginate(list(_blocks(made, tables, lang)), _SHEET.room), running, lang)


def _as_of(made: ProvisionPaper, lang: str) -> str:
    base = made.sheet.base
    return say(
        "provision_paper.as_of",
        lang,
        day=day_in_column(made.sheet.as_of, lang),
        currency=f"{currency_name(base, lang)} {base}",
    )


def _blocks(made: ProvisionPaper, tables: Tables, lang: str) -> Iterator[Block]:
    measure = _SHEET.measure
    yield Letterhead(heading(made.company, lang), lang, measure)
    yield Prose(wrap(tables.title, BOLD, 18, measure), 18, bold=True, after=2)
    made_on = say("provision_paper.made", lang, day=day_in_column(made.made_on, lang))
    yield _small(f"{_as_of(made, lang)}　{tables.standing()}　{made_on}")
    yield Gap(4)
    yield Facts(tuple(tables.facts()), measure)
    for remark in tables.remarks():
        yield _small(remark)
    for section in _sections(made, tables, lang):
        yield from _section(section, tables)
    yield Gap(10)
    yield from _grounds(tables, lang)


def _sections(made: ProvisionPaper, tables: Tables, lang: str) -> Iterator[Section]:
    """In the order they are read: the result first, what it rests on after, the derivation last."""
    if made.sheet.small_firm:
        yield tables.due()
        yield tables.journal()
        return
    yield tables.matrix()
    yield tables.rates()
    yield tables.scenarios()
    if made.sheet.specifics:
        yield tables.specifics()
    if made.sheet.counterparties:
        yield tables.insured()
    yield tables.movement()
    yield tables.journal()
    yield tables.sensitivity()
    compared = tables.comparison()
    if compared is not None:
        yield compared
    yield from DerivationTables(tables, made.sheet, lang).derivations()


def _section(section: Section, tables: Tables) -> Iterator[Block]:
    yield Gap(10)
    after = [_small(section.after)] if section.after else []
    if not section.rows and not section.totals:
        yield Stack((Heading(section.title), _small(section.before or tables.shown(None, dash=True))))
        return
    table = _table(section, tables)
    head: list[Block] = []
    if section.before:
        head = [Heading(section.title), _small(section.before)]
    else:
        table = replace(table, heading=section.title)
    high = sum(block.height for block in (*head, table, *after))
    if high <= _SHEET.room * _MOST_OF_A_PAGE:
        yield Stack((*head, table, Gap(3), *after))
        return
    if head:
        yield Stack(tuple(head))
    yield table
    yield Gap(3)
    yield from after


def _table(section: Section, tables: Tables) -> Grid:
    columns = [
        GridColumn(title, share * _SHEET.measure, place >= section.figures and place not in section.left)
        for place, (title, share) in enumerate(zip(section.heads, section.shares, strict=True))
    ]
    return grid(
        columns,
        [[tables.shown(cell) for cell in row] for row in section.rows],
        totals=[[tables.shown(cell) for cell in row] for row in section.totals],
        style=_STYLE,
    )


def _grounds(tables: Tables, lang: str) -> Iterator[Block]:
    lines = [line for pair in tables.grounds() for line in pair]
    if lines:
        yield Stack((Heading(say("provision_paper.basis_notes", lang)), *map(_small, lines)))


def _small(text: str) -> Block:
    return prose(text, _SHEET.measure, 8.5, ink.SECONDARY, after=3)
