"""Statement of account (对账单) on paper: what moved, what is open, how old it is, and a slip to reply.

It asks for payment, so that a delivered copy interrupts the limitation period (最高人民法院关于审理民事
案件适用诉讼时效制度若干问题的规定, art. 8); it states principal only and reserves penalties and
interest, because a statement that settles an interest figure replaces the contract's clause
(买卖合同司法解释 art. 18(3)).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.domain.aging import OpenItem
from app.domain.amount_words import english, renminbi
from app.domain.money import exponent
from app.domain.statement import Statement, StatementCurrency, StatementLine
from app.reports import ink
from app.reports.fonts import BOLD
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import (
    PORTRAIT,
    Block,
    Gap,
    Prose,
    Running,
    Stack,
    Step,
    draw_pages,
    ignore_step,
    paginate,
    paper,
    prose,
)
from app.reports.pen import Pen
from app.reports.saving import free_path, safe_file_name
from app.reports.statement_parts import (
    AmountDue,
    BankAndSeal,
    Title,
    customer_name,
    reply_slip,
)
from app.reports.strip import Segment, Strip
from app.reports.typesetting import wrap
from app.words import say
from app.words.formats import (
    DASH,
    amount,
    bucket_labels,
    count,
    currency_name,
    day_in_column,
    day_in_sentence,
    money,
    percent,
)

_SHEET = PORTRAIT
_STYLE = GridStyle(size=8.5, row=15)


def write(statements: Sequence[Statement], path: Path, lang: str, step: Step = ignore_step) -> None:
    """All statements in one PDF, each numbered from page 1 and listed in the outline.

    ``step`` hears how many are done; if it raises, no file is left behind.
    """
    title = say("statement.title", lang)
    author = company_name(statements[0].company, lang) if statements else ""
    with paper(path, _SHEET, title, author) as pen:
        for done, statement in enumerate(statements, 1):
            if len(statements) > 1:
                _outline(pen, done, customer_name(statement, lang))
            _draw(pen, statement, lang)
            step(done)


def write_each(
    statements: Sequence[Statement], folder: Path, lang: str, step: Step = ignore_step
) -> list[Path]:
    """One PDF per statement, named by title, customer and day; an existing file is never overwritten."""
    written: list[Path] = []
    for statement in statements:
        path = free_path(folder / file_name(statement, lang))
        write((statement,), path, lang)
        written.append(path)
        step(len(written))
    return written


def file_name(statement: Statement, lang: str) -> str:
    """The name a statement is saved under: 对账单 客户 2025-12-31.pdf."""
    customer = statement.customer
    return safe_file_name(
        say("statement.title", lang),
        (customer.short_name if lang == "zh" else "") or customer_name(statement, lang),
        statement.as_of.isoformat(),
        suffix=".pdf",
    )


def _outline(pen: Pen, number: int, name: str) -> None:
    """An entry in the reader's side bar."""
    pen.canvas.bookmarkPage(f"s{number}")
    pen.canvas.addOutlineEntry(name, f"s{number}")


def _draw(pen: Pen, statement: Statement, lang: str) -> None:
    """One statement on as many pages as it takes, the slip at the foot of the last."""
    measure = _SHEET.measure
    slip = reply_slip(statement, _balances(statement, lang), lang, measure)
    blocks: list[Block] = [
        Letterhead(heading(statement.company, lang), lang, measure),
        Title(statement, lang, measure),
        prose(say("statement.intro", lang, day=day_in_sentence(statement.as_of, lang)), measure),
        Gap(4),
    ]
    for section in statement.sections:
        blocks += account(section, statement.start, lang, named=len(statement.sections) > 1)
    blocks.append(_closing(statement, lang))
    running = Running(
        f"{say('statement.title', lang)} {statement.number}　{customer_name(statement, lang)}",
        company_name(statement.company, lang),
        _foot(statement, lang),
    )
    draw_pages(pen, _SHEET, paginate(blocks, _SHEET.room, slip), running, lang, slip)


def _foot(statement: Statement, lang: str) -> str:
    """The as-of day and the unit, on every page."""
    names = [currency_name(section.currency, lang) for section in statement.sections]
    unit = ("、" if lang == "zh" else ", ").join(names)
    return say("statement.foot", lang, day=day_in_column(statement.as_of, lang), currency=unit)


def account(section: StatementCurrency, start: date, lang: str, *, named: bool) -> list[Block]:
    """One currency: balance, ages, movements, open items."""
    measure = _SHEET.measure
    blocks: list[Block] = []
    if named:
        heading = f"{currency_name(section.currency, lang)} {section.currency}"
        blocks.append(Prose(wrap(heading, BOLD, 12.5, measure), 12.5, bold=True, after=4))
    blocks += [
        AmountDue(_due(section, lang), measure),
        _strip(section, lang),
        _movements(section, start, lang),
        Gap(10),
    ]
    if section.items:
        blocks += [_open_items(section, lang), Gap(10)]
    return blocks


def _due(section: StatementCurrency, lang: str) -> tuple[tuple[str, str], ...]:
    """The closing balance, what of it is overdue, and renminbi in words."""
    currency, places = section.currency, exponent(section.currency)
    closing = section.closing
    label = "statement.in_credit" if closing < 0 else "statement.balance"
    lines = [(say(label, lang), money(abs(closing), places, currency, lang))]
    if currency == "CNY":
        words = renminbi(abs(closing)) if lang == "zh" else english(abs(closing), currency)
        lines.append((say("statement.in_words", lang), words))
    overdue = sum(section.buckets[1:])
    if overdue > 0:
        lines.append((say("statement.overdue", lang), money(overdue, places, currency, lang)))
    return tuple(lines)


def _strip(section: StatementCurrency, lang: str) -> Strip:
    """The ages as a bar; credits not yet applied stand beside it, outside the bar."""
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


def _movements(section: StatementCurrency, start: date, lang: str) -> Block:
    """Opening balance, every movement with the running balance, closing balance."""
    places = exponent(section.currency)
    unit = _unit(section.currency, lang)
    titles = ("date", "kind", "number", "reference", "debit", "credit", "running")
    shares = (0.13, 0.135, 0.165, 0.12, 0.145, 0.15, 0.155)
    columns = _columns(titles, shares, figures_from=4, unit=unit, lang=lang)
    opening = (
        day_in_column(start, lang),
        say("statement.opening", lang),
        "",
        "",
        "",
        "",
        amount(section.opening, places),
    )
    rows = [opening, *(_movement(line, places, lang) for line in section.lines)]

    def subtotal(first: int, stop: int) -> list[Cells]:
        # Row 0 is the opening balance, so line n stands in row n + 1.
        lines = section.lines[max(first - 1, 0) : stop - 1]
        running = lines[-1].balance if lines else section.opening
        return [_sums(say("paper.page_subtotal", lang), lines, running, places)]

    return grid(
        columns,
        rows,
        heading=say("statement.movements", lang),
        totals=[_sums(say("statement.closing", lang), section.lines, section.closing, places)],
        style=_STYLE,
        subtotal=subtotal,
        subtotal_rows=1,
    )


def _movement(line: StatementLine, places: int, lang: str) -> Cells:
    """One movement as it reads."""
    return (
        day_in_column(line.on, lang),
        say(f"kind.{line.kind}", lang),
        line.number,
        line.reference,
        amount(line.debit, places) if line.debit else "",
        amount(line.credit, places) if line.credit else "",
        amount(line.balance, places),
    )


def _sums(name: str, lines: Sequence[StatementLine], balance: int, places: int) -> Cells:
    """A row of sums: debits, credits, and where the balance stands."""
    debit, credit = sum(line.debit for line in lines), sum(line.credit for line in lines)
    return (name, "", "", "", amount(debit, places), amount(credit, places), amount(balance, places))


def _open_items(section: StatementCurrency, lang: str) -> Block:
    """What makes up the balance: open invoices, and credits not yet applied as negatives."""
    places = exponent(section.currency)
    unit = _unit(section.currency, lang)
    titles = ("number", "kind", "date", "due", "late", "original", "open")
    shares = (0.215, 0.135, 0.13, 0.13, 0.1, 0.145, 0.145)
    columns = _columns(titles, shares, figures_from=4, unit=unit, lang=lang)
    items = section.items

    def subtotal(start: int, stop: int) -> list[Cells]:
        part = sum(item.open for item in items[start:stop])
        return [(say("paper.page_subtotal", lang), "", "", "", "", "", amount(part, places))]

    total = amount(sum(item.open for item in items), places)
    return grid(
        columns,
        [_open_item(item, places, lang) for item in items],
        heading=say("statement.items", lang),
        totals=[(say("paper.total", lang), "", "", "", "", "", total)],
        style=_STYLE,
        subtotal=subtotal,
        subtotal_rows=1,
    )


def _open_item(item: OpenItem, places: int, lang: str) -> Cells:
    """One open item as it reads; an instalment and a dispute are named beside the number."""
    number = item.number
    if item.instalment_seq:
        number += " " + say("statement.instalment", lang, seq=item.instalment_seq)
    if item.disputed:
        number += " " + say("statement.disputed", lang)
    late = count(item.age) if item.age > 0 and item.open > 0 else DASH
    original = item.amount if item.open >= 0 else -abs(item.amount)
    return (
        number,
        say(f"kind.{item.kind}", lang),
        day_in_column(item.doc_date, lang),
        day_in_column(item.due_date, lang),
        late,
        amount(original, places),
        amount(item.open, places),
    )


def _columns(
    titles: Sequence[str], shares: Sequence[float], *, figures_from: int, unit: str, lang: str
) -> list[GridColumn]:
    """Columns by their share of the measure; amounts name their unit once, in the header."""
    return [
        GridColumn(
            say(f"statement.column.{title}", lang) + (unit if title not in _UNITLESS else ""),
            share * _SHEET.measure,
            index >= figures_from,
        )
        for index, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]


_UNITLESS = frozenset({"date", "kind", "number", "reference", "due", "late"})


def _unit(currency: str, lang: str) -> str:
    """The unit after a column's title."""
    if lang == "zh":
        return "（元）" if currency == "CNY" else f"（{currency}）"
    return f" ({currency})"


def _balances(statement: Statement, lang: str) -> str:
    """Every closing balance in one phrase, for the slip; a credit balance is negative."""
    phrases = [
        money(section.closing, exponent(section.currency), section.currency, lang)
        for section in statement.sections
    ]
    return ("、" if lang == "zh" else ", ").join(phrases)


def _closing(statement: Statement, lang: str) -> Block:
    """What we ask, how to object, what is reserved, where to pay, and the seal."""
    measure = _SHEET.measure
    owed = any(sum(section.buckets) > 0 for section in statement.sections)
    blocks: list[Block] = [prose(say(code, lang), measure, 9.5, after=3) for code in _requests(statement)]
    blocks.append(prose(say("statement.reserve", lang), measure, 8.5, ink.SECONDARY, after=8))
    name = say("statement.sealed", lang, company=company_name(statement.company, lang))
    bank = _bank(statement, lang) if owed else ()
    blocks.append(BankAndSeal(bank, name, day_in_sentence(statement.as_of, lang), measure))
    return Stack(tuple(blocks))


def _requests(statement: Statement) -> list[str]:
    """Codes of the sentences that fit what is owed."""
    sections = statement.sections
    overdue = any(sum(section.buckets[1:]) > 0 for section in sections)
    owed = any(sum(section.buckets) > 0 for section in sections)
    credit = any(section.unapplied < 0 for section in sections)
    codes = []
    if owed:
        codes.append("statement.pay_overdue" if overdue else "statement.pay_when_due")
    elif not credit:
        codes.append("statement.settled")
    if credit:
        codes.append("statement.apply_credit")
    return [*codes, "statement.object"]


def _bank(statement: Statement, lang: str) -> tuple[tuple[str, str], ...]:
    """Whom to pay and where, as far as the company has said."""
    company = statement.company
    if not company.bank_account:
        return ()
    pairs = (
        ("statement.account_name", company.bank_name or company_name(company, lang)),
        ("statement.bank", company.bank),
        ("statement.account", company.bank_account),
    )
    return tuple((say(code, lang), value) for code, value in pairs if value)
