"""The parts of a letter that a template places by name: table, note, amount, account, signature, slips."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.letter_facts import CLAIM, WAIVE, LetterFacts, LetterItem
from app.domain.letter_marks import plain
from app.domain.letter_paper import (
    AmountBlock,
    LetterBlock,
    PairsBlock,
    PaperColumn,
    PaperTable,
    Paragraph,
    SignatureBlock,
    SlipBlock,
    Span,
)
from app.domain.money import exponent
from app.reports.letter_values import (
    asked,
    basis,
    compensation,
    in_words,
    letter_day,
    name_of,
    sum_of,
)
from app.words import say
from app.words.formats import amount, count, day_in_column

_STATES_A_BALANCE = frozenset({"statement", "acknowledgement", "plan_agreement", "thank_you", "hand_over"})
_NO_DEADLINE = frozenset({"before_due", "promise_confirmation"})


def blocks_of(facts: LetterFacts, lang: str, name: str) -> list[LetterBlock]:
    """One part by its name; empty where it has nothing to say."""
    return _MAKERS[name](facts, lang)


def _invoice_table(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """The invoices, with days late where any is, and interest where it is claimed."""
    if not facts.items:
        return []
    claimed = facts.letter.treatment == CLAIM and facts.interest is not None
    late = any(item.days_late > 0 for item in facts.items)
    places = exponent(facts.letter.currency)
    unit = _unit(facts.letter.currency, lang)
    titles = [
        "number",
        "date",
        "due",
        *(["late"] if late else []),
        "open",
        *(["interest"] if claimed else []),
    ]
    shares = _SHARES[late, claimed]
    columns = tuple(
        PaperColumn(
            say(f"letter.column.{title}", lang) + (unit if title in {"open", "interest"} else ""),
            share,
            right=title != "number",
        )
        for title, share in zip(titles, shares, strict=True)
    )
    first = len(titles) - (2 if claimed else 1)
    return [
        PaperTable(
            columns,
            tuple(_row(item, places, lang, late=late, claimed=claimed) for item in facts.items),
            totals=_totals(facts, lang, first, len(titles), claimed=claimed),
            summed=tuple(range(first, len(titles))),
            sums=tuple((item.amount, item.interest) if claimed else (item.amount,) for item in facts.items),
            exponent=places,
        )
    ]


_SHARES = {
    (True, True): (215, 155, 155, 125, 180, 170),
    (True, False): (250, 175, 175, 150, 250),
    (False, True): (250, 180, 180, 210, 180),
    (False, False): (300, 220, 220, 260),
}


def _row(item: LetterItem, places: int, lang: str, *, late: bool, claimed: bool) -> tuple[str, ...]:
    name = plain(item.number)
    if item.instalment_seq:
        name += " " + say("statement.instalment", lang, seq=item.instalment_seq)
    if item.disputed:
        name += " " + say("letter.part_disputed", lang, amount=amount(item.disputed, places))
    days = [count(item.days_late) if item.days_late > 0 else "–"] if late else []
    interest = [amount(item.interest, places)] if claimed else []
    return (
        name,
        day_in_column(item.doc_date, lang),
        day_in_column(item.due_date, lang),
        *days,
        amount(item.amount, places),
        *interest,
    )


def _totals(
    facts: LetterFacts, lang: str, first: int, width: int, *, claimed: bool
) -> tuple[tuple[str, ...], ...]:
    """The sum of the items; then fee and compensation, and what is due altogether."""
    places = exponent(facts.letter.currency)

    def line(code: str, *figures: int) -> tuple[str, ...]:
        cells = [say(code, lang)] + [""] * (width - 1)
        for at, figure in enumerate(figures):
            cells[first + at] = amount(figure, places)
        return tuple(cells)

    interest = [facts.interest.total] if claimed and facts.interest else []
    rows = [line("paper.total", facts.total, *interest)]
    fee, fixed = facts.letter.fee, compensation(facts) if claimed else 0
    if fee:
        rows.append(line("letter.row.fee", fee))
    if fixed:
        rows.append(line("letter.row.compensation", fixed))
    if fee or fixed:
        rows.append(line("letter.row.all", asked(facts)))
    return tuple(rows)


def _unit(currency: str, lang: str) -> str:
    if lang == "zh":
        return "（元）" if currency == "CNY" else f"（{currency}）"
    return f" ({currency})"


def _interest_note(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """What the amounts hold, how interest runs, that nothing is waived (买卖合同司法解释 art. 18(2), (3))."""
    terms, treatment = facts.interest, facts.letter.treatment
    if treatment == WAIVE:
        return [_note(say("letter.note.waive", lang))]
    if terms is None:
        return [_note(say("letter.note.reserve", lang))]
    facts_said = {"basis": basis(terms, lang), "day": letter_day(facts.day, lang)}
    if treatment == CLAIM:
        return [_note(say("letter.note.claim", lang, **facts_said))]
    if not terms.daily:
        return [_note(say("letter.note.mention", lang, **facts_said))]
    daily = sum_of(terms.daily, facts.letter.currency, lang)
    return [_note(say("letter.note.mention_daily", lang, daily=daily, **facts_said))]


def _reserve_note(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """That the amounts are principal and nothing is waived; for letters that speak of interest themselves."""
    waived = facts.letter.treatment == WAIVE
    return [_note(say("letter.note.waive" if waived else "letter.note.reserve", lang))]


def _note(text: str) -> Paragraph:
    return Paragraph((Span(text),), note=True)


def _amount_block(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """What is asked for in figures and words; in English one sentence with the day."""
    if not facts.items:
        return []
    letter = facts.letter
    total = asked(facts)
    figures, words = sum_of(total, letter.currency, lang), in_words(total, letter.currency, lang)
    spelt = ((say("statement.in_words", lang), words),) if words else ()
    day = letter_day(letter.pay_by, lang)
    if letter.template in _STATES_A_BALANCE:
        return [AmountBlock(((say("letter.amount.balance", lang), figures), *spelt))]
    if lang == "en" and day and letter.template not in _NO_DEADLINE:
        inline = ((say("letter.amount.please_pay", lang), figures), (say("letter.amount.by", lang), day))
        return [AmountBlock(spelt, inline)]
    return [AmountBlock(((say(_amount_label(facts), lang), figures), *spelt))]


def _amount_label(facts: LetterFacts) -> str:
    if facts.letter.treatment == CLAIM and facts.interest and facts.interest.total:
        return "letter.amount.with_interest"
    return "letter.amount.due_soon" if facts.letter.template == "before_due" else "letter.amount.due"


def _bank_details(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """Where to pay, and in English what to quote."""
    account = facts.account
    if account is None or not account.number:
        return []
    ours = name_of(facts.company.name, facts.company.name_en, lang)
    number = say("statement.account", lang)
    pairs = [
        (say("statement.account_name", lang), plain(account.name) or ours),
        (say("statement.bank", lang), plain(account.bank)),
        (number if lang == "zh" else f"{number} ({account.currency})", plain(account.number)),
        ("SWIFT", plain(account.swift)),
    ]
    if lang == "en" and len(facts.items) == 1:
        pairs.append((say("letter.bank.reference", lang), plain(facts.items[0].number)))
    return [PairsBlock(tuple((label, value) for label, value in pairs if value))]


def _plan_table(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """The instalments with their interest where there is any."""
    if not facts.parts:
        return []
    places = exponent(facts.letter.currency)
    unit = _unit(facts.letter.currency, lang)
    interest = any(part.interest for part in facts.parts)
    titles = ("seq", "due_on", *(("amount", "part_interest") if interest else ()), "part_total")
    shares = (160, 240, 200, 180, 220) if interest else (250, 350, 400)
    columns = tuple(
        PaperColumn(
            say(f"letter.column.{title}", lang) + ("" if title in {"seq", "due_on"} else unit), share, at > 0
        )
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    )
    sums = tuple(
        (part.amount, part.interest, part.amount + part.interest) if interest else (part.amount,)
        for part in facts.parts
    )
    rows = tuple(
        (
            say("statement.instalment", lang, seq=part.seq),
            day_in_column(part.due_on, lang),
            *(amount(figure, places) for figure in figures),
        )
        for part, figures in zip(facts.parts, sums, strict=True)
    )
    total = (say("paper.total", lang), "", *(amount(sum(each), places) for each in zip(*sums, strict=True)))
    summed = tuple(range(2, len(titles)))
    return [PaperTable(columns, rows, totals=(total,), summed=summed, sums=sums, exponent=places)]


def _signature(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    company = facts.company
    ours = name_of(company.name, company.name_en, lang)
    return [
        SignatureBlock(
            closing="" if lang == "zh" else say("letter.sign.closing", lang),
            name=say("statement.sealed", lang, company=ours) if lang == "zh" else ours,
            signer=plain(company.signer or ("" if lang == "zh" else company.contact)),
            role=plain(company.signer_role),
            day=letter_day(facts.day, lang) or "",
            right=lang == "zh",
        )
    ]


def _both_sign(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    """Both parties, each with lines for name, signature, seal and day."""
    ours = name_of(facts.company.name, facts.company.name_en, lang)
    theirs = name_of(facts.customer.name, facts.customer.name_en, lang)
    lines = tuple(say(f"letter.sign.{line}", lang) for line in ("authorised", "place", "on"))
    parties = (
        (say("letter.sign.creditor", lang, name=ours), lines),
        (say("letter.sign.debtor", lang, name=theirs), lines),
    )
    return [SignatureBlock("", "", "", "", "", right=False, parties=parties)]


def _slip(facts: LetterFacts, lang: str, kind: str, answers: tuple[str, ...]) -> list[LetterBlock]:
    """A slip to send back: to whom, about what, what to tick, where to sign."""
    ours = name_of(facts.company.name, facts.company.name_en, lang)
    theirs = name_of(facts.customer.name, facts.customer.name_en, lang)
    letter = facts.letter
    params = {
        "company": ours,
        "day": letter_day(facts.day, lang),
        "number": plain(letter.number),
        "total": sum_of(asked(facts) if kind != "promise" else facts.total, letter.currency, lang),
    }
    return [
        SlipBlock(
            cut=say("slip.cut", lang),
            title=say("slip.title", lang),
            number=say("letter.slip.number", lang, number=plain(letter.number)),
            intro=say(f"letter.slip.{kind}", lang, **params),
            answers=tuple(say(f"letter.slip.{answer}", lang) for answer in answers),
            sealed=say("slip.sealed", lang, customer=theirs),
            blanks=tuple(say(f"slip.{blank}", lang) for blank in ("signer", "position", "date")),
        )
    ]


def _reply_slip(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    return _slip(facts, lang, "received", ("agreed", "differs", "paid", "other"))


def _balance_slip(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    return _slip(facts, lang, "balance", ("balance_agreed", "differs", "paid", "other"))


def _promise_slip(facts: LetterFacts, lang: str) -> list[LetterBlock]:
    return _slip(facts, lang, "promise", ("promised", "instalments", "differs", "other"))


_MAKERS: Mapping[str, Callable[[LetterFacts, str], list[LetterBlock]]] = {
    "invoice_table": _invoice_table,
    "interest_note": _interest_note,
    "reserve_note": _reserve_note,
    "amount_block": _amount_block,
    "bank_details": _bank_details,
    "plan_table": _plan_table,
    "signature": _signature,
    "both_sign": _both_sign,
    "reply_slip": _reply_slip,
    "balance_slip": _balance_slip,
    "promise_slip": _promise_slip,
}
