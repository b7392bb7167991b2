"""The parts of a claim pack as blocks: calculation, invoices, account, correspondence, limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.claim_pack import Account, AccountLine, ClaimPack, Contact, gap_sums
from app.domain.claim_trace import TracedInvoice
from app.domain.cover import Gap as Uncovered
from app.domain.indemnity import Step, StepCode
from app.domain.insurance_record import Declaration, LimitDecision
from app.domain.money import exponent
from app.reports import ink
from app.reports.claim_sheet import UPRIGHT
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.pdf import Block, Gap, prose
from app.reports.pen import Pen
from app.reports.statement_parts import AmountDue
from app.reports.statement_pdf import account as statement_account
from app.words import say
from app.words.formats import DASH, amount, count, day_in_column, day_in_sentence, money, unit_name
from app.words.insurance_text import joined, set_off_part

MEASURE = UPRIGHT.measure
STYLE = GridStyle(size=8.2, row=16)
_MOST = 6
"""So many credits stand in a step of the calculation; the statement names all of them."""
_NARROW = GridStyle(size=7.6, row=14.5, pad=3)
_INVOICE = (
    ("number", 0.17),
    ("shipped", 0.115),
    ("due", 0.115),
    ("late", 0.07),
    ("limit", 0.13),
    ("open", 0.135),
    ("insured", 0.135),
    ("", 0.015),
    ("why", 0.115),
)
_INVOICE_GAPS = (
    ("number", 0.145),
    ("shipped", 0.107),
    ("due", 0.107),
    ("late", 0.055),
    ("limit", 0.105),
    ("open", 0.115),
    ("insured", 0.115),
    ("", 0.015),
    ("why", 0.236),
)
"""The same with room for reasons."""


def customer_name(pack: ClaimPack, lang: str) -> str:
    """The buyer's name in a language."""
    return pack.customer.name if lang == "zh" else pack.customer.name_en or pack.customer.name


@dataclass(frozen=True, slots=True)
class PartTitle:
    """The title of a part at the head of its first page."""

    text: str

    @property
    def height(self) -> float:
        """The words, a rule and the space after."""
        return 36.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Bold over an accent rule."""
        pen.text(x, top - 16, self.text, 15, bold=True)
        pen.block(x, top - 25, MEASURE, 1.5, ink.ACCENT)


def titled(code: str, lang: str) -> Block:
    """The title of a part."""
    return PartTitle(say(f"claim_pack.part.{code}", lang))


def small(text: str) -> Block:
    """A remark below a table."""
    return prose(text, MEASURE, 8.5, ink.SECONDARY, after=3)


# -- calculation --------------------------------------------------------------------------------


def calculation(pack: ClaimPack, lang: str) -> list[Block]:
    """From the open debt to the indemnity, each step with its figures."""
    found = pack.calculation
    code = "claim_pack.frozen" if found.frozen else "claim_pack.not_frozen"
    blocks: list[Block] = [
        titled("calculation", lang),
        prose(
            say(
                "claim_pack.calculation",
                lang,
                day=day_in_sentence(found.as_of, lang),
                currency=unit_name(found.currency, lang),
            ),
            MEASURE,
            9.5,
        ),
        _steps(pack, lang),
        Gap(10),
        AmountDue(((say("claim_pack.payable", lang), _money(found.payable, found.currency, lang)),), MEASURE),
        small(say(code, lang)),
    ]
    if found.missing:
        blocks.append(small(say("claim_pack.no_rate", lang, currencies="、".join(found.missing))))
    return blocks


def _steps(pack: ClaimPack, lang: str) -> Block:
    found = pack.calculation
    places = exponent(found.currency)
    columns = _columns(
        "claim_pack.step",
        (("step", 0.2), ("how", 0.48), ("taken", 0.16), ("left", 0.16)),
        ("taken", "left"),
        lang,
    )
    left = pack.debt
    rows: list[Cells] = [(say("claim_pack.debt", lang), _debts(pack, lang), "", amount(left, places))]
    for gap, taken in gap_sums(found.invoices).items():
        left -= taken
        offset = gap is Uncovered.SET_OFF
        how = joined(_set_off(pack, lang), lang, _MOST) if offset else ""
        rows.append(
            (
                say("claim_pack.set_off" if offset else "claim_pack.less", lang),
                how or say(f"cover_gap.{gap}", lang),
                _less(taken, places),
                amount(left, places),
            )
        )
    rows += [
        (
            say(f"indemnity_step.{step.code}", lang),
            _how(step, found.currency, lang),
            _less(step.taken, places),
            amount(step.left, places),
        )
        for step in found.steps
    ]
    total = (say("claim_pack.payable", lang), "", "", amount(found.payable, places))
    return grid(columns, rows, totals=[total], style=STYLE)


def _set_off(pack: ClaimPack, lang: str) -> list[str]:
    """Which credit comes off which invoice, one by one."""
    return [
        set_off_part(
            each.kind, each.number, each.on, _money(each.amount, one.currency, lang), one.number, lang
        )
        for one in pack.calculation.invoices
        for each in one.credits
    ]


def _how(step: Step, currency: str, lang: str) -> str:
    """A step's own figures in words."""
    said: dict[str, object] = {}
    for name, value in step.params.items():
        plain = isinstance(value, int) and not isinstance(value, bool)
        said[name] = amount(value, exponent(currency)) if plain and isinstance(value, int) else value
    if step.code is StepCode.THRESHOLD:
        met = "met" if step.params.get("met") else "not_met"
        return say(f"claim_pack.how.threshold_{met}", lang, **said)
    if step.code is StepCode.PERCENT:
        pct = Decimal(str(step.params.get("pct", 0))).normalize()
        decided = str(step.params.get("decided")) == "True"
        before = amount(step.left + step.taken, exponent(currency))
        return say(
            "claim_pack.how.decided" if decided else "claim_pack.how.percent",
            lang,
            before=before,
            pct=f"{pct:f}",
        )
    return say(f"claim_pack.how.{step.code}", lang, **said)


def _debts(pack: ClaimPack, lang: str) -> str:
    """The debt in the currencies it is owed in, where they are not the policy's."""
    owed = pack.calculation.debt
    if set(owed) <= {pack.calculation.currency}:
        return say("claim_pack.invoices", lang, n=len(pack.calculation.invoices))
    return "，".join(_money(minor, currency, lang) for currency, minor in owed.items())


def _less(minor: int, places: int) -> str:
    return f"−{amount(minor, places)}" if minor else DASH


# -- invoices -----------------------------------------------------------------------------------


def invoices(pack: ClaimPack, lang: str) -> list[Block]:
    """Every invoice of the claim: what of it is covered, and why not the rest."""
    found = pack.calculation.invoices
    currencies = {one.currency for one in found}
    unit = f"（{next(iter(currencies))}）" if len(currencies) == 1 and lang == "zh" else ""
    unit = unit or (f" ({next(iter(currencies))})" if len(currencies) == 1 else "")
    columns = _columns(
        "claim_pack.invoice",
        _INVOICE_GAPS if any(one.gaps for one in found) else _INVOICE,
        ("late", "limit", "open", "insured"),
        lang,
        unit=unit,
        with_unit=("open", "insured"),
    )
    several = len(currencies) > 1
    rows = [_invoice(one, pack, lang, several=several) for one in found]
    totals: list[Cells] = [
        (
            say("paper.total", lang) + (f" {currency}" if several else ""),
            "",
            "",
            "",
            "",
            amount(sum(one.open for one in found if one.currency == currency), exponent(currency)),
            amount(sum(one.insured for one in found if one.currency == currency), exponent(currency)),
            "",
            "",
        )
        for currency in sorted(currencies)
    ]
    intro = say("claim_pack.invoices_intro", lang, day=day_in_sentence(pack.loss_on, lang))
    return [
        titled("invoices", lang),
        prose(intro, MEASURE, 9.5),
        grid(columns, rows, totals=totals, style=_NARROW),
        Gap(6),
        small(say("claim_pack.limit_currency", lang, currency=unit_name(pack.calculation.currency, lang))),
    ]


def _invoice(one: TracedInvoice, pack: ClaimPack, lang: str, *, several: bool) -> Cells:
    places = exponent(one.currency)
    prefix = f"{one.currency} " if several else ""
    why = [f"{say(f'cover_gap.{gap}', lang)} {amount(minor, places)}" for gap, minor in one.gaps]
    late = (pack.loss_on - one.due).days
    limit = DASH if one.limit is None else amount(one.limit, exponent(pack.calculation.currency))
    return (
        one.number,
        day_in_column(one.shipped, lang),
        day_in_column(one.due, lang),
        count(late) if late > 0 else DASH,
        limit,
        prefix + amount(one.open, places),
        prefix + amount(one.insured, places),
        "",
        ("；" if lang == "zh" else "; ").join(why) or DASH,
    )


# -- account ------------------------------------------------------------------------------------


def statement(pack: ClaimPack, lang: str) -> list[Block]:
    """The statement of account: balance, ages, movements, open items."""
    made = pack.statement
    said = say(
        "claim_pack.statement_intro",
        lang,
        start=day_in_sentence(made.start, lang),
        end=day_in_sentence(made.as_of, lang),
    )
    blocks: list[Block] = [titled("statement", lang), prose(said, MEASURE, 9.5), Gap(4)]
    for section in made.sections:
        blocks += statement_account(section, made.start, lang, named=len(made.sections) > 1)
    if not made.sections:
        blocks.append(small(say("paper.no_rows", lang)))
    if told := _set_off(pack, lang):
        day = day_in_sentence(pack.calculation.as_of, lang)
        blocks += [Gap(8), small(say("claim_pack.set_off_intro", lang, day=day)), *map(small, told)]
    return blocks


def ledger(pack: ClaimPack, lang: str) -> list[Block]:
    """The ledger before the oldest open invoice: when each invoice was due, paid, and how late."""
    until = day_in_sentence(pack.statement.as_of, lang)
    said = say("claim_pack.ledger_intro", lang, start=day_in_sentence(pack.start, lang), end=until)
    blocks: list[Block] = [titled("ledger", lang), prose(said, MEASURE, 9.5)]
    extension = pack.policy.terms.max_extension_days
    if extension is not None:
        blocks.append(small(say("claim_pack.beyond", lang, days=extension)))
    blocks.append(Gap(4))
    for one in pack.accounts:
        blocks += [_account(one, extension, lang), Gap(12)]
    return blocks if pack.accounts else [*blocks, small(say("paper.no_rows", lang))]


def _account(account: Account, extension: int | None, lang: str) -> Block:
    places = exponent(account.currency)
    shares = (
        ("date", 0.112),
        ("kind", 0.098),
        ("number", 0.15),
        ("due", 0.112),
        ("settled", 0.112),
        ("late", 0.062),
        ("debit", 0.118),
        ("credit", 0.118),
        ("running", 0.118),
    )
    columns = _columns("claim_pack.ledger", shares, ("late", "debit", "credit", "running"), lang)
    opening: Cells = (
        "",
        say("statement.opening", lang),
        "",
        "",
        "",
        "",
        "",
        "",
        amount(account.opening, places),
    )
    rows = [opening, *(_line(one, extension, places, lang) for one in account.lines)]
    charged = sum(one.debit for one in account.lines)
    credited = sum(one.credit for one in account.lines)
    total: Cells = (
        say("statement.closing", lang), "", "", "", "", "",
        amount(charged, places), amount(credited, places), amount(account.closing, places),
    )  # fmt: skip
    heading = unit_name(account.currency, lang)
    return grid(columns, rows, heading=heading, totals=[total], style=_NARROW)


def _line(one: AccountLine, extension: int | None, places: int, lang: str) -> Cells:
    beyond = one.late is not None and extension is not None and one.late > extension
    late = "" if one.late is None else count(one.late) if one.late > 0 else DASH
    return (
        day_in_column(one.on, lang),
        say(f"kind.{one.kind}", lang),
        one.number,
        day_in_column(one.due, lang) if one.debit else "",
        day_in_column(one.settled, lang),
        f"※{late}" if beyond else late,
        amount(one.debit, places) if one.debit else "",
        amount(one.credit, places) if one.credit else "",
        amount(one.balance, places),
    )


# -- what was written, decided, declared --------------------------------------------------------


def contacts(pack: ClaimPack, lang: str) -> list[Block]:
    """Reminders, notices and contacts in order of their days."""
    blocks: list[Block] = [titled("correspondence", lang)]
    if not pack.contacts:
        return [*blocks, small(say("claim_pack.no_contacts", lang))]
    columns = _columns(
        "claim_pack.contact",
        (("on", 0.13), ("what", 0.16), ("number", 0.19), ("detail", 0.35), ("amount", 0.17)),
        ("amount",),
        lang,
    )
    return [*blocks, grid(columns, [_contact(one, lang) for one in pack.contacts], style=STYLE)]


def _contact(one: Contact, lang: str) -> Cells:
    detail = (one.person, say(one.result, lang) if one.result else "", one.text)
    figure = ""
    if one.amount is not None and one.amount.minor:
        figure = f"{one.amount.currency} {amount(one.amount.minor, exponent(one.amount.currency))}"
    return (
        day_in_column(one.on, lang),
        say(one.code, lang),
        one.number,
        " · ".join(part for part in detail if part),
        figure,
    )


def decisions(pack: ClaimPack, lang: str) -> list[Block]:
    """The history of the buyer limit, and the turnover declared under the policy."""
    blocks: list[Block] = [titled("decisions", lang)]
    currency = pack.policy.record.currency
    if pack.limits:
        columns = _columns(
            "claim_pack.limit",
            (
                ("on", 0.13),
                ("effective", 0.13),
                ("until", 0.13),
                ("outcome", 0.13),
                ("terms", 0.32),
                ("amount", 0.16),
            ),
            ("amount",),
            lang,
        )
        heading = say("claim_pack.limits", lang)
        blocks += [
            grid(columns, [_limit(one, currency, lang) for one in pack.limits], heading=heading, style=STYLE),
            Gap(12),
        ]
    if pack.declarations:
        columns = _columns(
            "claim_pack.declaration",
            (
                ("start", 0.16),
                ("end", 0.16),
                ("declared", 0.16),
                ("accepted", 0.16),
                ("reference", 0.16),
                ("turnover", 0.2),
            ),
            ("turnover",),
            lang,
        )
        rows = [_declaration(one, lang) for one in pack.declarations]
        blocks.append(grid(columns, rows, heading=say("claim_pack.declarations", lang), style=STYLE))
    blocks.append(small(say("claim_pack.in_currency", lang, currency=unit_name(currency, lang))))
    return blocks


def _limit(one: LimitDecision, currency: str, lang: str) -> Cells:
    minor = one.amount if one.amount is not None else one.requested
    terms = say("claim_pack.terms_days", lang, n=one.terms_days) if one.terms_days else ""
    said = (say(f"limit_kind.{one.kind}", lang), one.reference, terms, one.conditions)
    return (
        day_in_column(one.on, lang),
        day_in_column(one.effective, lang),
        day_in_column(one.until, lang),
        say(f"claim_pack.outcome.{one.outcome}", lang),
        " · ".join(part for part in said if part),
        DASH if minor is None else amount(minor, exponent(currency)),
    )


def _declaration(one: Declaration, lang: str) -> Cells:
    return (
        day_in_column(one.start, lang),
        day_in_column(one.end, lang),
        day_in_column(one.declared_on, lang),
        day_in_column(one.accepted_on, lang),
        one.reference,
        amount(one.turnover, exponent(one.currency)),
    )


# -- shared -------------------------------------------------------------------------------------


def _columns(
    prefix: str,
    shares: Sequence[tuple[str, float]],
    figures: Sequence[str],
    lang: str,
    *,
    unit: str = "",
    with_unit: Sequence[str] = (),
) -> list[GridColumn]:
    """Columns by their share of the measure; figures stand right."""
    return [
        GridColumn(
            say(f"{prefix}.{name}", lang) + (unit if name in with_unit else "") if name else "",
            share * MEASURE,
            name in figures,
        )
        for name, share in shares
    ]


def _money(minor: int, currency: str, lang: str) -> str:
    return money(minor, exponent(currency), currency, lang)
