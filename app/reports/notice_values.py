"""What the template of a notice may speak of, in words: every field of ``app.domain.notice_fields``."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.amount_words import renminbi
from app.domain.letter_marks import block, plain
from app.domain.money import Money, exponent
from app.domain.notice_facts import NoticeFacts
from app.domain.notice_fields import NOTICE_BLOCKS
from app.reports.letter_values import in_words, letter_day, name_of, sum_of
from app.words import say
from app.words.formats import country_name, currency_name

_MOST_NUMBERS = 5
_MOST_FACTS = 4000
_RENMINBI = "人民币"
_HUNDREDTHS = {0: 100, 2: 1}
"""大写 counts hundredths of a unit: by how much to multiply, by the places of the currency."""


def values(facts: NoticeFacts, lang: str) -> dict[str, object]:
    """Every field of a notice; a field that does not apply is None, 0 or no."""
    return {
        **{name: block(name) for name in NOTICE_BLOCKS},
        **_notice(facts, lang),
        **_money(facts, lang),
        **_parties(facts, lang),
    }


def _notice(facts: NoticeFacts, lang: str) -> dict[str, object]:
    record, earlier, made = facts.record, facts.earlier, facts.deadline
    return {
        "number": facts.number,
        "today": letter_day(facts.on, lang),
        "known_on": letter_day(record.known_on, lang),
        "facts": plain(record.note, _MOST_FACTS) or None,
        "late": facts.late,
        "last_day": letter_day(made.day, lang) if made else None,
        "days_over": (facts.on - made.day).days if made and facts.late else 0,
        "clause": plain(made.decided_by.clause) or None if made else None,
        "reminders": facts.reminders,
        "reminded_on": letter_day(facts.reminded_on, lang),
        "earlier_sent_on": letter_day(earlier.sent_on, lang) if earlier else None,
        "earlier_number": facts.earlier_number or None,
        "earlier_reference": plain(earlier.reference) or None if earlier else None,
    }


def _money(facts: NoticeFacts, lang: str) -> dict[str, object]:
    items = facts.items
    numbers = list(dict.fromkeys(plain(item.number) for item in items))
    disputed: dict[str, int] = {}
    for item in items:
        if item.disputed:
            disputed[item.currency] = disputed.get(item.currency, 0) + item.disputed
    return {
        "total": figures(facts.totals, lang) or None,
        "total_in_words": spelt(facts.totals, lang) or None,
        "disputed": figures([Money(sum_, code) for code, sum_ in disputed.items()], lang) or None,
        "invoice_count": len(items),
        "numbers": _few(numbers, lang),
        "oldest_due": letter_day(min((item.due for item in items), default=None), lang),
        "most_days_late": max((item.days_late(facts.on) for item in items), default=0),
    }


def _few(texts: list[str], lang: str) -> str:
    """Up to five, then how many more."""
    shown = ("、" if lang == "zh" else ", ").join(texts[:_MOST_NUMBERS])
    if len(texts) <= _MOST_NUMBERS:
        return shown
    return say("letter.and_more", lang, shown=shown, total=len(texts))


def _parties(facts: NoticeFacts, lang: str) -> dict[str, object]:
    record, company, customer = facts.policy.record, facts.company, facts.customer
    ours = name_of(company.name, company.name_en, lang)
    country = customer.country.strip()
    return {
        "insurer": plain(record.insurer),
        "broker": plain(record.broker) or None,
        "policy_number": plain(record.number),
        "policy_period": period(facts, lang),
        "holder": plain(record.holder) or ours,
        "limit": figures([facts.limit], lang) if facts.limit else None,
        "company": ours,
        "company_contact": plain(company.contact) or None,
        "company_phone": plain(company.phone) or None,
        "company_email": plain(company.email) or None,
        "buyer": name_of(customer.name, customer.name_en, lang),
        "buyer_identifier": plain(facts.identifier) or None,
        "buyer_country": plain(country_name(country, lang)) if country else None,
        "buyer_address": plain(customer.address) or None,
    }


def period(facts: NoticeFacts, lang: str) -> str:
    """The insurance period."""
    record = facts.policy.record
    return say("notice.period", lang, start=letter_day(record.start, lang), end=letter_day(record.end, lang))


def figures(sums: Sequence[Money], lang: str) -> str:
    """Sums by currency in one line: ``人民币 1,000.00 元、美元 20.00``."""
    return say("notice.and", lang).join(sum_of(one.minor, one.currency, lang) for one in sums)


def spelt(sums: Sequence[Money], lang: str) -> str:
    """The same in words; in Chinese every currency's 大写, with its own name."""
    found = [_spelt(one, lang) for one in sums]
    return say("notice.and", lang).join(found) if all(found) else ""


def _spelt(value: Money, lang: str) -> str:
    words = in_words(value.minor, value.currency, lang)
    if words is not None:
        return words
    scale = _HUNDREDTHS.get(exponent(value.currency))
    if scale is None or value.minor < 0:
        return ""
    return currency_name(value.currency, lang) + renminbi(value.minor * scale).removeprefix(_RENMINBI)
