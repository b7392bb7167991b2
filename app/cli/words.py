"""An amount in words, as papers that bind carry it."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal, InvalidOperation

from app.cli.parser import CallError
from app.cli.printing import say_out
from app.domain.amount_words import english, renminbi
from app.domain.money import to_minor


def tell_words(call: Namespace) -> None:
    """Print 人民币大写 in Chinese, English words otherwise; renminbi unless another currency is given."""
    minor = to_minor(_amount(call.amount), call.currency)
    if call.lang == "zh" and call.currency != "CNY":
        raise CallError("cli.words.only_renminbi", currency=call.currency)
    say_out(renminbi(minor) if call.lang == "zh" else english(minor, call.currency))


def _amount(text: str) -> Decimal:
    """The amount typed: digits with an optional sign, point and thousands commas."""
    try:
        value = Decimal(text.strip().replace(",", ""))
    except InvalidOperation as error:
        raise CallError("cli.bad_amount", value=text) from error
    if not value.is_finite():
        raise CallError("cli.bad_amount", value=text)
    return value
