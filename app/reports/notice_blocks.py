"""The parts of a notice that its template places by name: policy and buyer, table, amount, signature."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from app.domain.letter_marks import plain
from app.domain.letter_paper import (
    AmountBlock,
    LetterBlock,
    PairsBlock,
    PaperColumn,
    PaperTable,
    SignatureBlock,
)
from app.domain.money import exponent
from app.domain.notice import NoticeItem, NoticeKind
from app.domain.notice_facts import NoticeFacts
from app.reports.letter_values import letter_day, name_of
from app.reports.notice_values import figures, period, spelt
from app.words import say
from app.words.formats import amount, count, country_name, day_in_column

_KNOWN_LATER = frozenset({NoticeKind.ADVERSE, NoticeKind.INSOLVENCY, NoticeKind.REJECTION})
_TITLES = ("number", "issued", "shipped", "due", "late", "open")
_SHARES = (220, 150, 150, 160, 120, 200)


def blocks_of(facts: NoticeFacts, lang: str, name: str) -> list[LetterBlock]:
    """One part by its name; empty where it has nothing to say."""
    return _MAKERS[name](facts, lang)


def _policy_facts(facts: NoticeFacts, lang: str) -> list[LetterBlock]:
    """Under which policy, about which buyer, with which limit."""
    record, customer, company = facts.policy.record, facts.customer, facts.company
    name, other = customer.name, customer.name_en
    shown = [plain(one) for one in ((name, other) if lang == "zh" else (other, name)) if one]
    both = say("notice.both_names", lang, first=shown[0], second=shown[1]) if len(set(shown)) > 1 else ""
    limit = figures([facts.limit], lang) if facts.limit else say("notice.no_limit", lang)
    known = letter_day(facts.record.known_on, lang) if facts.kind in _KNOWN_LATER else ""
    country = plain(country_name(customer.country, lang)) if customer.country else ""
    pairs = (
        ("policy", plain(record.number)),
        ("holder", plain(record.holder) or name_of(company.name, company.name_en, lang)),
        ("period", period(facts, lang)),
        ("buyer", both or name_of(name, other, lang)),
        ("identifier", plain(facts.identifier)),
        ("country", country),
        ("address", plain(customer.address)),
        ("limit", limit),
        ("known_on", known or ""),
    )
    return [PairsBlock(tuple((say(f"notice.fact.{code}", lang), value) for code, value in pairs if value))]


def _invoice_table(facts: NoticeFacts, lang: str) -> list[LetterBlock]:
    """The invoices by original due date; amounts with their currency where there are several."""
    if not facts.items:
        return []
    currencies = list(dict.fromkeys(item.currency for item in facts.items))
    one = len(currencies) == 1
    unit = _unit(currencies[0], lang) if one else ""
    columns = tuple(
        PaperColumn(
            say(f"notice.column.{title}", lang) + (unit if title == "open" else ""), share, title != "number"
        )
        for title, share in zip(_TITLES, _SHARES, strict=True)
    )
    places = exponent(currencies[0])
    sums: dict[str, int] = defaultdict(int)
    for item in facts.items:
        sums[item.currency] += item.open
    totals = tuple(
        (say("paper.total", lang), *[""] * 4, _amount(total, currency, one=one))
        for currency, total in sums.items()
    )
    return [
        PaperTable(
            columns,
            tuple(_row(item, facts, lang, one=one) for item in facts.items),
            totals=totals,
            summed=(len(_TITLES) - 1,) if one else (),
            sums=tuple((item.open,) for item in facts.items) if one else (),
            exponent=places,
        )
    ]


def _row(item: NoticeItem, facts: NoticeFacts, lang: str, *, one: bool) -> tuple[str, ...]:
    name, late = plain(item.number), item.days_late(facts.on)
    if item.disputed:
        contested = amount(item.disputed, exponent(item.currency))
        name += say("notice.part_disputed", lang, amount=contested)
    return (
        name,
        day_in_column(item.issued, lang),
        day_in_column(item.shipped, lang),
        day_in_column(item.due, lang),
        count(late) if late else "–",
        _amount(item.open, item.currency, one=one),
    )


def _amount(minor: int, currency: str, *, one: bool) -> str:
    shown = amount(minor, exponent(currency))
    return shown if one else f"{currency} {shown}"


def _unit(currency: str, lang: str) -> str:
    if lang == "zh":
        return "（元）" if currency == "CNY" else f"（{currency}）"
    return f" ({currency})"


def _amount_block(facts: NoticeFacts, lang: str) -> list[LetterBlock]:
    """What is outstanding in figures and words."""
    totals = [one for one in facts.totals if one.minor]
    if not totals:
        return []
    words = spelt(totals, lang)
    spoken = ((say("statement.in_words", lang), words),) if words else ()
    return [AmountBlock(((say("notice.amount", lang), figures(totals, lang)), *spoken))]


def _signature(facts: NoticeFacts, lang: str) -> list[LetterBlock]:
    company = facts.company
    ours = name_of(company.name, company.name_en, lang)
    return [
        SignatureBlock(
            closing="" if lang == "zh" else say("letter.sign.closing", lang),
            name=say("statement.sealed", lang, company=ours) if lang == "zh" else ours,
            signer=plain(company.signer or ("" if lang == "zh" else company.contact)),
            role=plain(company.signer_role),
            day=letter_day(facts.on, lang) or "",
            right=lang == "zh",
        )
    ]


_MAKERS: Mapping[str, Callable[[NoticeFacts, str], list[LetterBlock]]] = {
    "policy_facts": _policy_facts,
    "invoice_table": _invoice_table,
    "amount_block": _amount_block,
    "signature": _signature,
}
