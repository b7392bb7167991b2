"""May this be shipped? The answer with every number, for people or programs; nothing is stored."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.cli.importing import customer_by_code
from app.cli.parser import CallError
from app.cli.printing import aligned, put_json, say_out
from app.domain.money import exponent, to_minor
from app.services.orders import working
from app.words import say, word
from app.words.formats import amount, day_in_sentence, money
from app.words.order_text import finding

if TYPE_CHECKING:
    from app.domain.order_paper import CheckView
    from app.services.session import CompanySession


def tell_check(session: CompanySession, call: Namespace) -> None:
    """Check the order and print the answer."""
    customer = customer_by_code(session, call.customer)
    currency = call.currency or session.company.get().currency
    wanted, prepaid = _minor(call.amount, currency), _minor(call.prepaid, currency)
    view = session.orders.check(customer, wanted, currency, call.as_of or session.clock.today(), prepaid)
    if call.json:
        put_json(as_json(view, call.lang))
        return
    for line in as_lines(view, call.lang):
        say_out(line)


def _minor(text: str, currency: str) -> int:
    """An amount as it is typed, minor units; ``CallError`` for what is none."""
    try:
        value = Decimal(text.replace(",", "").strip())
    except InvalidOperation as error:
        raise CallError("cli.bad_amount", value=text) from error
    if not value.is_finite() or value < 0:
        raise CallError("cli.bad_amount", value=text)
    return to_minor(value, currency)


def as_json(view: CheckView, lang: str) -> dict[str, object]:
    """The answer for a program, each reason also as a sentence."""
    told = working(view)
    said = [finding(one.code, one.params, lang) for one in view.reasons]
    reasons = told["reasons"]
    if isinstance(reasons, list):
        told["reasons"] = [{**one, "text": text} for one, text in zip(reasons, said, strict=True)]
    return told


def as_lines(view: CheckView, lang: str) -> list[str]:
    """The answer for people: what may be done, why, and the pieces of the exposure."""
    asked, exposed = view.question.amount, view.exposure
    places = exponent(exposed.currency)
    head = say(
        "cli.order_check.head",
        lang,
        customer=view.customer if lang == "zh" else view.customer_en or view.customer,
        amount=money(asked.minor, exponent(asked.currency), asked.currency, lang),
        day=day_in_sentence(view.as_of, lang),
        answer=word("order_answer", view.answer, lang),
    )
    pieces = [
        (say(f"exposure.{piece}", lang), amount(minor, places))
        for piece, minor in exposed.exposure.pieces
        if minor
    ]
    total = (say("paper.total", lang), amount(exposed.exposure.total, places))
    return [
        head,
        *(f"- {finding(one.code, one.params, lang)}" for one in view.reasons),
        "",
        say("order_check.exposure", lang, currency=exposed.currency),
        *aligned([*pieces, total], (False, True)),
    ]
