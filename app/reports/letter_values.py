"""What a letter's template may speak of, in words: every field of ``app.domain.letter_fields``.

Values are plain text, numbers, or lists of both; a field that does not apply is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from app.domain.amount_words import english, renminbi
from app.domain.calendar import Shift
from app.domain.letter_facts import CLAIM, WAIVE, InterestTerms, LetterFacts, LetterItem
from app.domain.letter_fields import BLOCKS
from app.domain.letter_marks import block, plain
from app.domain.money import exponent
from app.domain.problem import DomainError
from app.domain.terms import DueRule, due_date
from app.domain.terms_text import parse_terms
from app.words import say, word
from app.words.formats import day_in_column, money, unit_name

_MONTHS = ("January February March April May June July August September October November December").split()
_DIGITS = "〇一二三四五六七八九"
_MOST_NUMBERS = 5
_LONGEST_SHIFT = 12
"""By so many days a run of holidays may move a due date."""
_TEN_THOUSANDTHS = 100  # a rate in per cent times this is in ten-thousandths


def values(facts: LetterFacts, lang: str) -> dict[str, object]:
    """Every field of a letter."""
    return {
        **{name: block(name) for name in BLOCKS},
        **_letter(facts, lang),
        **_money(facts, lang),
        **_invoices(facts, lang),
        **_interest(facts, lang),
        **_people(facts, lang),
        **_further(facts, lang),
    }


def letter_day(on: date | None, lang: str) -> str | None:
    """A day in a letter: ``2025 年 12 月 31 日``, ``31 December 2025``."""
    if on is None:
        return None
    if lang == "zh":
        return f"{on.year} 年 {on.month} 月 {on.day} 日"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def sum_of(minor: int, currency: str, lang: str) -> str:
    """An amount in a letter: ``人民币 1,000.00 元``."""
    return money(minor, exponent(currency), currency, lang)


def in_words(minor: int, currency: str, lang: str) -> str | None:
    """The amount in words: 大写 for renminbi in Chinese, English words in English, else none."""
    if lang == "zh":
        return renminbi(minor) if currency == "CNY" else None
    return english(minor, currency)


def asked(facts: LetterFacts) -> int:
    """What the letter asks for: principal and fee, and interest with compensation where it claims them."""
    extra = 0
    if facts.letter.treatment == CLAIM and facts.interest is not None:
        extra = facts.interest.total + compensation(facts)
    return facts.total + facts.letter.fee + extra


def compensation(facts: LetterFacts) -> int:
    """Statutory compensation in the letter's own currency; 0 in any other."""
    due = facts.interest.compensation if facts.interest else None
    return due.minor if due and due.currency == facts.letter.currency else 0


def name_of(name: str, name_en: str, lang: str) -> str:
    """The name a party goes by in a language."""
    return plain(name if lang == "zh" else name_en or name)


def _letter(facts: LetterFacts, lang: str) -> dict[str, object]:
    letter, previous = facts.letter, facts.previous
    return {
        "number": plain(letter.number),
        "today": letter_day(facts.day, lang),
        "pay_by": letter_day(letter.pay_by, lang),
        "level": letter.level,
        "object_days": facts.object_days,
        "first_sent": letter_day(previous[0].sent_on, lang) if previous else None,
        "last_sent": letter_day(previous[-1].sent_on, lang) if previous else None,
        "times_sent": len(previous),
    }


def _money(facts: LetterFacts, lang: str) -> dict[str, object]:
    currency, total = facts.letter.currency, asked(facts)
    disputed = sum(item.disputed for item in facts.items)
    late = sum(item.amount for item in facts.items if item.days_late > 0)
    fee = facts.letter.fee
    return {
        "total": sum_of(total, currency, lang),
        "total_in_words": in_words(total, currency, lang),
        "currency": unit_name(currency, lang),
        "overdue": sum_of(late, currency, lang) if late else None,
        "disputed": sum_of(disputed, currency, lang) if disputed else None,
        "fee": sum_of(fee, currency, lang) if fee else None,
    }


def _invoices(facts: LetterFacts, lang: str) -> dict[str, object]:
    items = facts.items
    contracts = list(dict.fromkeys(plain(item.contract) for item in items if item.contract))
    numbers = list(dict.fromkeys(plain(item.number) for item in items))
    return {
        "invoice_count": len(items),
        "numbers": _few(numbers, lang),
        "oldest_due": letter_day(min((item.due_date for item in items), default=None), lang),
        "most_days_late": max((item.days_late for item in items), default=0),
        "contract": _few(contracts, lang) or None,
        "terms": _terms(facts.customer.terms or facts.company.terms, items, lang),
        "invoices": [_invoice(item, facts, lang) for item in items],
    }


def _few(texts: list[str], lang: str) -> str:
    """Up to five, then how many more."""
    shown = ("、" if lang == "zh" else ", ").join(texts[:_MOST_NUMBERS])
    if len(texts) <= _MOST_NUMBERS:
        return shown
    return say("letter.and_more", lang, shown=shown, total=len(texts))


def _invoice(item: LetterItem, facts: LetterFacts, lang: str) -> dict[str, object]:
    currency = facts.letter.currency
    return {
        "number": plain(item.number),
        "date": day_in_column(item.doc_date, lang),
        "due": day_in_column(item.due_date, lang),
        "days_late": max(item.days_late, 0),
        "amount": sum_of(item.amount, currency, lang),
        "original": sum_of(item.original, currency, lang),
        "disputed": sum_of(item.disputed, currency, lang) if item.disputed else None,
        "interest": sum_of(item.interest, currency, lang) if item.interest else None,
        "contract": plain(item.contract) or None,
        "reference": plain(item.reference) or None,
    }


def _terms(text: str, items: Sequence[LetterItem], lang: str) -> str | None:
    """Simple terms as a letter names them; nothing for those that take a sentence.

    Nor where an invoice is due otherwise: a letter names no term as agreed that its table belies.
    """
    try:
        terms = parse_terms(text)
    except DomainError:
        return None
    part = terms.parts[0]
    if len(terms.parts) > 1 or part.rule not in {DueRule.NET, DueRule.END_OF_MONTH}:
        return None
    slack = 0 if terms.shift is Shift.NONE else _LONGEST_SHIFT
    if any(abs((item.due_date - due_date(part, item.doc_date)).days) > slack for item in items):
        return None
    return say(f"letter.terms.{part.rule}", lang, n=part.days)


def _interest(facts: LetterFacts, lang: str) -> dict[str, object]:
    terms, currency = facts.interest, facts.letter.currency
    shown = terms is not None and facts.letter.treatment != WAIVE
    claimed = shown and facts.letter.treatment == CLAIM
    due = terms.compensation if terms is not None and shown else None
    return {
        "interest_treatment": facts.letter.treatment or "mention",
        "interest_basis": basis(terms, lang) if terms is not None and shown else None,
        "interest_daily": sum_of(terms.daily, currency, lang) if terms and shown and terms.daily else None,
        "interest_total": sum_of(terms.total, currency, lang) if terms and claimed and terms.total else None,
        "compensation": sum_of(due.minor, due.currency, lang) if due else None,
        "sme_rules": facts.sme_rules,
        **_discount(facts, lang),
    }


def _discount(facts: LetterFacts, lang: str) -> dict[str, object]:
    offer, currency = facts.discount, facts.letter.currency
    return {
        "discount_percent": f"{number(offer.percent)}%" if offer and offer.percent else None,
        "discount_until": letter_day(offer.until, lang) if offer else None,
        "discount_amount": sum_of(offer.amount, currency, lang) if offer else None,
        "discounted_total": sum_of(facts.total - offer.amount, currency, lang) if offer else None,
    }


def basis(terms: InterestTerms, lang: str) -> str:
    """Where the interest comes from and its rate, as a phrase: 合同第 7.2 条，按日万分之三."""
    source = plain(terms.source)
    if terms.basis == "contract":
        named = f"letter.basis.{'clause' if source else 'contract'}"
    else:
        named = f"letter.basis.{terms.basis}"
        named = named if named in _KNOWN_BASES else "letter.basis.law"
    head = say(named, lang, source=source)
    rate = _rate(terms, lang)
    return say("letter.basis.rated", lang, source=head, rate=rate) if rate else head


_KNOWN_BASES = frozenset({"letter.basis.cn_sme", "letter.basis.cn_lpr", "letter.basis.uk_statutory"})


def _rate(terms: InterestTerms, lang: str) -> str:
    """The rate as letters write it; with what it is made of where a table stands behind it."""
    if terms.says is not None and terms.says.code in {"interest.says.margin", "interest.says.factor"}:
        return say(terms.says.code, lang, **terms.says.params)
    if terms.rate is None:
        return ""
    parts = terms.rate * _TEN_THOUSANDTHS
    if lang == "zh" and terms.period == "day" and parts == int(parts) and 0 < parts < len(_DIGITS):
        return say("letter.rate.daily_parts", lang, parts=_DIGITS[int(parts)])
    return say(f"letter.rate.{terms.period}", lang, rate=number(terms.rate))


def number(value: Decimal) -> str:
    """A decimal without needless zeros: 2, 0.03, 3.45."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _people(facts: LetterFacts, lang: str) -> Mapping[str, object]:
    company, customer, account = facts.company, facts.customer, facts.account
    ours = name_of(company.name, company.name_en, lang)
    return {
        "company": ours,
        "company_address": plain(company.address) or None,
        "company_phone": plain(company.phone) or None,
        "company_email": plain(company.email) or None,
        "company_contact": plain(company.contact) or None,
        "bank": plain(account.bank) or None if account else None,
        "bank_account": plain(account.number) or None if account else None,
        "bank_name": (plain(account.name) or ours) if account else None,
        "customer": name_of(customer.name, customer.name_en, lang),
        "contact": plain(facts.contact.name) or None if facts.contact else None,
        "customer_address": plain(customer.address) or None,
    }


def _further(facts: LetterFacts, lang: str) -> dict[str, object]:
    promise, receipt, customer = facts.promise, facts.receipt, facts.customer
    return {
        "handed_to": plain(word("letter.handed", customer.handed_to, lang)) if customer.handed_to else None,
        "promised_on": letter_day(promise.due_on, lang) if promise else None,
        "promised_amount": sum_of(promise.amount, promise.currency, lang) if promise else None,
        "promised_by": plain(promise.made_by) or None if promise else None,
        "promise_made_on": letter_day(promise.made_on, lang) if promise else None,
        "received_on": letter_day(receipt.doc_date, lang) if receipt else None,
        "received_amount": sum_of(receipt.amount, receipt.currency, lang) if receipt else None,
        **_plan(facts, lang),
    }


def _plan(facts: LetterFacts, lang: str) -> dict[str, object]:
    plan, parts, currency = facts.plan, facts.parts, facts.letter.currency
    total = sum(part.amount + part.interest for part in parts)
    return {
        "plan_number": plain(plan.number) or None if plan else None,
        "plan_count": len(parts),
        "plan_total": sum_of(total, currency, lang) if parts else None,
        "plan_rate": f"{number(plan.rate)}%" if plan and plan.rate else None,
        "plan_grace_days": plan.grace_days if plan else 0,
        "plan_parts": [
            {
                "number": part.seq,
                "due": day_in_column(part.due_on, lang),
                "amount": sum_of(part.amount, currency, lang),
                "interest": sum_of(part.interest, currency, lang) if part.interest else None,
                "total": sum_of(part.amount + part.interest, currency, lang),
            }
            for part in parts
        ],
    }
