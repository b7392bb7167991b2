"""camt.053 (ISO 20022) by lxml: every booking with its party, remittance and return, all versions.

Entry by entry, so that a long file is never held as a tree. A document type declaration is refused
before the parser sees it: no bank writes one, and entities are how an XML file explodes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from app.imports.bank_rows import BadRow, BankRow, HeadRow, LineRow, one_line
from app.imports.refusal import RefusalError

_DECLARED = re.compile(rb"<!\s*(doctype|entity)", re.IGNORECASE)
_NOT_BOOKED = frozenset({"PDNG", "INFO", "FUTR"})
_NO_REFERENCE = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF"})
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_STATEMENTS = ("Stmt", "Rpt", "Ntfctn")


def refuse_declarations(data: bytes, name: str) -> None:
    """Refuse an XML file that declares a document type or entities, in whatever encoding."""
    if _DECLARED.search(data.replace(b"\x00", b"")):
        raise RefusalError("bank.xml_declaration", name=name)


def bank_rows(data: bytes, name: str) -> Iterator[BankRow]:
    """The rows of a camt.053 (or camt.052, camt.054) file."""
    refuse_declarations(data, name)
    events = etree.iterparse(
        io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    section = row = 0
    try:
        for _, element in events:
            tag = _local(element)
            if tag == "Ntry":
                row += 1
                yield from _entry(element, section, row)
                _forget(element)
            elif tag in _STATEMENTS:
                yield _head(element, section)
                _forget(element)
                section += 1
    except etree.XMLSyntaxError as error:
        raise RefusalError("bank.file_cut_off", name=name, row=row + 1) from error
    if not section:
        raise RefusalError("bank.no_statement", name=name)


def _local(element: Any) -> str:
    """The tag's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _forget(element: Any) -> None:
    """Free what has been read."""
    element.clear()
    before = element.getprevious()
    if before is not None and _local(before) == _local(element):
        element.getparent().remove(before)


def _find(element: Any, path: str) -> Any:
    return element.find("/".join(f"{{*}}{step}" for step in path.split("/")))


def _all(element: Any, path: str) -> list[Any]:
    return list(element.findall("/".join(f"{{*}}{step}" for step in path.split("/"))))


def _text(element: Any, *paths: str) -> str:
    """The first of the paths that holds a text."""
    for path in paths:
        found = _find(element, path)
        if found is not None and found.text and found.text.strip():
            return str(found.text).strip()
    return ""


def _entry(entry: Any, section: int, row: int) -> Iterator[BankRow]:
    """The lines of one entry: one for each of its transactions where they add up to it, else one."""
    status = _text(entry, "Sts/Cd", "Sts").upper()
    if status in _NOT_BOOKED:
        return
    amount, currency = _amount(entry)
    on = _text(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]
    if amount is None or not on:
        yield BadRow(section, row, "date" if amount is not None else "amount", _text(entry, "Amt"))
        return
    details = _all(entry, "NtryDtls/TxDtls")
    shares = _shares(details, amount, currency)
    if len(details) > 1 and shares:
        for n, (one, share) in enumerate(zip(details, shares, strict=True), 1):
            yield _line(entry, [one], (section, row, on, share, currency), n)
    else:
        yield _line(entry, details, (section, row, on, amount, currency), 0)


def _amount(entry: Any) -> tuple[Decimal | None, str]:
    """The entry's amount, money in positive, and its currency."""
    found = _find(entry, "Amt")
    side = _text(entry, "CdtDbtInd").upper()
    value = _decimal(found)
    if value is None or side not in {"CRDT", "DBIT"}:
        return None, ""
    return value if side == "CRDT" else -value, str(found.get("Ccy") or "").upper()


def _decimal(found: Any) -> Decimal | None:
    try:
        value = None if found is None or not found.text else Decimal(found.text.strip())
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _shares(details: list[Any], whole: Decimal, currency: str) -> list[Decimal]:
    """The transactions' signed amounts in the entry's currency; nothing where they do not sum to it."""
    shares = []
    for one in details:
        found = next(
            (
                each
                for path in ("AmtDtls/TxAmt/Amt", "Amt", "AmtDtls/InstdAmt/Amt")
                if (each := _find(one, path)) is not None and each.get("Ccy", currency) == currency
            ),
            None,
        )
        value = _decimal(found)
        if value is None:
            return []
        side = _text(one, "CdtDbtInd").upper() or ("CRDT" if whole > 0 else "DBIT")
        shares.append(value if side == "CRDT" else -value)
    return shares if sum(shares) == whole else []


def _line(entry: Any, details: list[Any], booked: tuple[int, int, str, Decimal, str], place: int) -> LineRow:
    """A line from an entry and those of its transactions that belong to it; ``place`` in a batch, from 1."""
    section, row, on, amount, currency = booked
    one = details[0] if details else entry
    back = _text(entry, "RvslInd").lower() == "true" or any(_find(d, "RtrInf") is not None for d in details)
    name, account = _party(one, debtor=amount > 0 or back)
    bank_id = _text(one, "Refs/AcctSvcrRef") if details else ""
    if not bank_id:
        bank_id = _text(entry, "AcctSvcrRef", "NtryRef")
        bank_id = f"{bank_id}/{place}" if bank_id and place else bank_id
    return LineRow(
        section, row, on, f"{amount:f}", currency, name, account,
        one_line(*(t for d in details for t in _said(d)), *_texts(entry, "AddtlNtryInf")),
        one_line(*(r for d in details for r in _references(d))),
        bank_id,
        "1" if back else "",
    )  # fmt: skip


def _party(one: Any, *, debtor: bool) -> tuple[str, str]:
    """The other side's name and account number; the final debtor stands in the text."""
    role = "Dbtr" if debtor else "Cdtr"
    name = _text(one, f"RltdPties/{role}/Nm", f"RltdPties/{role}/Pty/Nm")
    name = name or _text(one, f"RltdPties/Ultmt{role}/Nm", f"RltdPties/Ultmt{role}/Pty/Nm")
    base = f"RltdPties/{role}Acct/Id"
    return one_line(name), one_line(_text(one, f"{base}/IBAN", f"{base}/Othr/Id")).replace(" ", "")


def _texts(element: Any, path: str) -> list[str]:
    return [str(found.text) for found in _all(element, path) if found.text]


def _said(one: Any) -> list[str]:
    """What the payer and the bank wrote."""
    return [
        *_texts(one, "RmtInf/Ustrd"),
        *_texts(one, "RmtInf/Strd/AddtlRmtInf"),
        *_texts(one, "RltdPties/UltmtDbtr/Nm"),
        *_texts(one, "RltdPties/UltmtDbtr/Pty/Nm"),
        *_texts(one, "AddtlTxInf"),
        *_texts(one, "RtrInf/Rsn/Cd"),
        *_texts(one, "RtrInf/AddtlInf"),
    ]


def _references(one: Any) -> list[str]:
    """Structured references: the creditor's reference, the documents named, the end-to-end id."""
    found = [
        *_texts(one, "RmtInf/Strd/CdtrRefInf/Ref"),
        *_texts(one, "RmtInf/Strd/RfrdDocInf/Nb"),
        *_texts(one, "Refs/EndToEndId"),
    ]
    return [text for text in found if text.strip().upper() not in _NO_REFERENCE]


def _head(statement: Any, section: int) -> HeadRow:
    """What a statement says of its account, period and balances."""
    return HeadRow(
        section,
        _text(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id").replace(" ", ""),
        _text(statement, "Acct/Ccy").upper(),
        _text(statement, "FrToDt/FrDtTm")[:10],
        _text(statement, "FrToDt/ToDtTm")[:10],
        _balance(statement, _OPENING),
        _balance(statement, _CLOSING),
    )


def _balance(statement: Any, kinds: tuple[str, ...]) -> str:
    for one in _all(statement, "Bal"):
        if _text(one, "Tp/CdOrPrtry/Cd") in kinds:
            value = _decimal(_find(one, "Amt"))
            if value is not None:
                return f"{-value if _text(one, 'CdtDbtInd').upper() == 'DBIT' else value:f}"
    return ""
