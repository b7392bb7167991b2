"""OFX and QFX by the ofxtools parser, SGML and XML alike; read as a tree, for banks bend the rules."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from ofxtools.Parser import ParseError, TreeBuilder

from app.imports.bank_rows import BadRow, BankRow, HeadRow, LineRow, one_line
from app.imports.refusal import RefusalError

_BODY = re.compile(r"<OFX>", re.IGNORECASE)
_RETURNS = re.compile(r"\b(returned?|reversal|bounced|nsf|unpaid|chargeback)\b", re.IGNORECASE)
_DAY_DIGITS = 8
_TAIL = 4000


def bank_rows(text: str, name: str) -> Iterator[BankRow]:
    """The rows of an OFX file."""
    start = _BODY.search(text)
    if start is None:
        raise RefusalError("bank.no_statement", name=name)
    if "</OFX>" not in text[-_TAIL:].upper():
        raise RefusalError("bank.file_cut_off", name=name, row=text.upper().count("<STMTTRN>"))
    builder = TreeBuilder()
    try:
        builder.feed(text[start.start() :])
        root = builder.close()
    except (ParseError, AssertionError, SyntaxError, IndexError) as error:
        raise RefusalError("bank.file_cut_off", name=name, row=1) from error
    row = 0
    statements = [*root.iter("STMTRS"), *root.iter("CCSTMTRS")]
    if not statements:
        raise RefusalError("bank.no_statement", name=name)
    for section, statement in enumerate(statements):
        currency = _text(statement, "CURDEF").upper()
        for one in statement.iter("STMTTRN"):
            row += 1
            yield _line(one, section, row, currency)
        yield HeadRow(
            section,
            _text(statement, "BANKACCTFROM/ACCTID") or _text(statement, "CCACCTFROM/ACCTID"),
            currency,
            _day(_text(statement, "BANKTRANLIST/DTSTART")),
            _day(_text(statement, "BANKTRANLIST/DTEND")),
            "",
            _number(_text(statement, "LEDGERBAL/BALAMT")),
        )


def _line(one: Element, section: int, row: int, currency: str) -> BankRow:
    on, amount = _day(_text(one, "DTPOSTED")), _number(_text(one, "TRNAMT"))
    if not on:
        return BadRow(section, row, "date", _text(one, "DTPOSTED"))
    if not amount:
        return BadRow(section, row, "amount", _text(one, "TRNAMT"))
    kind, memo = _text(one, "TRNTYPE"), _text(one, "MEMO")
    name = _text(one, "NAME") or _text(one, "PAYEE/NAME")
    back = bool(_RETURNS.search(f"{kind} {name} {memo}")) and amount.startswith("-")
    return LineRow(
        section, row, on, amount,
        (_text(one, "CURRENCY/CURSYM") or currency).upper(),
        one_line(name),
        one_line(_text(one, "BANKACCTTO/ACCTID") or _text(one, "BANKACCTFROM/ACCTID")),
        one_line(memo, _text(one, "EXTDNAME")),
        one_line(_text(one, "REFNUM"), _text(one, "CHECKNUM")),
        _text(one, "FITID"),
        "1" if back else "",
    )  # fmt: skip


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return html.unescape(found.text).strip() if found is not None and found.text else ""


def _day(stamp: str) -> str:
    """The day of 20250131120000[-5:EST] as ISO text; "" for none."""
    digits = stamp[:_DAY_DIGITS]
    if len(digits) < _DAY_DIGITS or not digits.isdigit():
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _number(text: str) -> str:
    """A signed amount; some banks write a comma for the point."""
    plain = text.replace(" ", "")
    plain = plain.replace(",", "") if "." in plain else plain.replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return ""
    return f"{value:f}" if value.is_finite() else ""
