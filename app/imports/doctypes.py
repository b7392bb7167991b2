"""What a document is, and whether it counts, by the words its row uses for type and status."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.domain.document import DocumentKind

VOID = "import.skip.void"
DRAFT = "import.skip.draft"
PURCHASE = "import.skip.purchase"
NO_CLAIM = "import.skip.no_claim"

# Sage 50's transaction types: sales and purchase invoice, credit, receipt, payment on account.
_SAGE = {
    "SI": DocumentKind.INVOICE, "SC": DocumentKind.CREDIT_NOTE, "SA": DocumentKind.RECEIPT,
    "SR": DocumentKind.RECEIPT, "SD": DocumentKind.CREDIT_NOTE, "SP": DocumentKind.REFUND,
    "ACCREC": DocumentKind.INVOICE, "ACCRECCREDIT": DocumentKind.CREDIT_NOTE,
}  # fmt: skip
_SAGE_PURCHASES = frozenset({"PI", "PC", "PP", "PA", "PD", "PR", "ACCPAY", "ACCPAYCREDIT", "BILL"})
_WORDS: tuple[tuple[re.Pattern[str], DocumentKind], ...] = (
    (re.compile(r"退款|付款退|refund"), DocumentKind.REFUND),
    (
        re.compile(
            r"红字|红冲|冲红|红票|贷项|退货|折让|负数|credit\s*(memo|note|adj)|creditmemo|"
            r"creditnote|\bcrn\b|\bcn\b|sales return"),
        DocumentKind.CREDIT_NOTE,
    ),
    (
        re.compile(
            r"收款|回款|预收|到账|收据|进账|payment|receipt|deposit|prepay|overpay|unapplied|"
            r"\brcpt\b|cash received"),
        DocumentKind.RECEIPT,
    ),
    (
        re.compile(
            r"发票|应收|期初|借项|销售|出库|invoice|debit\s*note|\binv\b|opening|finance charge|"
            r"\bsales\b|statement charge"),
        DocumentKind.INVOICE,
    ),
)  # fmt: skip
_PURCHASE = re.compile(r"应付单|采购|进货|supplier|vendor|purchase (invoice|bill|credit)|accpay")
_NO_CLAIM = re.compile(
    r"报价|销售订单|estimate|quote|quotation|sales order|proforma|pro forma|时间|time activity"
)
_VOID = re.compile(r"作废|已?取消|已删除|废票|\bvoid(ed)?\b|\bdeleted\b|\bcancell?ed\b|\brejected\b|驳回")
_DRAFT = re.compile(r"草稿|暂存|\bdraft\b|待提交")
_YES = frozenset("是 有 y yes true 1 x √ ✓ 争议 有争议 disputed".split())


@lru_cache(maxsize=1024)
def kind_of(text: str) -> DocumentKind | None:
    """The kind that a type's word names; None when it says nothing (a journal, an own word)."""
    plain = _plain(text)
    code = plain.upper().replace(" ", "")
    if code in _SAGE:
        return _SAGE[code]
    return next((kind for pattern, kind in _WORDS if pattern.search(plain)), None)


@lru_cache(maxsize=1024)
def type_skip(text: str) -> str:
    """Why a row of this type is no claim on a customer; "" when it may be one."""
    plain = _plain(text)
    if plain.upper() in _SAGE_PURCHASES or _PURCHASE.search(plain):
        return PURCHASE
    if _NO_CLAIM.search(plain):
        return NO_CLAIM
    return status_skip(text)


@lru_cache(maxsize=1024)
def status_skip(text: str) -> str:
    """Why a row of this status does not count: voided, or still a draft; "" when it does."""
    plain = _plain(text)
    if _VOID.search(plain) and not re.search(r"未作废|非作废|not void", plain):
        return VOID
    return DRAFT if _DRAFT.search(plain) else ""


def is_yes(text: str) -> bool:
    """True for the words of agreement that a flag column uses."""
    return _plain(text) in _YES


def _plain(text: str) -> str:
    """Half-width and lower case."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
