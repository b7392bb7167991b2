"""Names of states, outcomes, columns, rules and bills as the bank pages show them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.bank import LineState
from app.domain.bank_file import BankFormat, BankRole
from app.domain.cash_match import Difference, RuleCode
from app.domain.money import CURRENCIES, to_minor
from app.services.bank_views import Outcome
from app.services.bills import BillState
from app.words import codes, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.cash_match import CashPart, LineProposal
    from app.services.bank_views import BankLineRow, PlannedLine
    from app.ui.formats import Formats

translate = QCoreApplication.translate
STATE_TONES = {
    LineState.WAITING: "warn",
    LineState.APPLIED: "good",
    LineState.UNALLOCATED: "info",
    LineState.IGNORED: "neutral",
    LineState.RETURNED: "danger",
}
OUTCOME_TONES = {
    Outcome.KNOWN: "neutral",
    Outcome.APPLY: "good",
    Outcome.WAIT: "warn",
    Outcome.IGNORE: "neutral",
}
BILL_TONES = {
    BillState.HELD: "info",
    BillState.DISCOUNTED: "warn",
    BillState.ENDORSED: "warn",
    BillState.CLEARED: "good",
    BillState.BOUNCED: "danger",
    BillState.HANDED_BACK: "neutral",
}
_NUMBERS_SHOWN = 3


def state_name(state: str, formats: Formats) -> str:
    """What came of a line."""
    return say(f"bank.state_{state}", formats.lang)


def outcome_name(outcome: Outcome, formats: Formats) -> str:
    """What bringing the file in would make of a line."""
    return say(f"bank.outcome_{outcome}", formats.lang)


def format_name(file_format: str) -> str:
    """What kind of statement file it is."""
    return {
        BankFormat.CAMT053.value: "camt.053",
        BankFormat.MT940.value: "MT940",
        BankFormat.OFX.value: "OFX",
        BankFormat.TABLE.value: translate("Bank", "table"),
    }.get(file_format, file_format)


def role_name(role: BankRole) -> str:
    """What a column of a bank's table feeds."""
    return {
        BankRole.DATE: translate("Bank", "Date"),
        BankRole.MONEY_IN: translate("Bank", "Money in"),
        BankRole.MONEY_OUT: translate("Bank", "Money out"),
        BankRole.AMOUNT: translate("Bank", "Amount"),
        BankRole.SIGN: translate("Bank", "In or out"),
        BankRole.PAYER: translate("Bank", "Payer"),
        BankRole.PAYER_ACCOUNT: translate("Bank", "Payer's account"),
        BankRole.TEXT: translate("Bank", "Text"),
        BankRole.REFERENCE: translate("Bank", "Reference"),
        BankRole.BANK_ID: translate("Bank", "Bank's own number"),
        BankRole.BALANCE: translate("Bank", "Balance"),
        BankRole.CURRENCY: translate("Bank", "Currency"),
        BankRole.ACCOUNT: translate("Bank", "Our account"),
    }[role]


def rule_name(rule: str) -> tuple[str, str]:
    """A matching rule, and what it looks for."""
    return {
        RuleCode.REFERENCE: (
            translate("Bank", "Document number in the text"),
            translate("Bank", "Also inside a longer text, and with other signs between its parts."),
        ),
        RuleCode.EXACT: (
            translate("Bank", "Exact amount of one invoice"),
            translate("Bank", "Certain only where one invoice alone is open at this amount."),
        ),
        RuleCode.SUM: (
            translate("Bank", "Exact sum of several invoices"),
            translate("Bank", "Of one customer, where one set of invoices alone gives it."),
        ),
        RuleCode.ACCOUNT: (
            translate("Bank", "Payer's account known from before"),
            translate("Bank", "Finds the customer; its oldest invoices are proposed."),
        ),
        RuleCode.NAME: (
            translate("Bank", "Payer's name known from before"),
            translate("Bank", "Finds the customer; its oldest invoices are proposed."),
        ),
        RuleCode.ALIAS: (
            translate("Bank", "Customer's name or other name"),
            translate("Bank", "Finds the customer; its oldest invoices are proposed."),
        ),
    }[RuleCode(rule)]


def difference_name(difference: Difference) -> str:
    """What becomes of the rest of a short payment."""
    return {
        Difference.LEAVE: translate("Bank", "Leave it open"),
        Difference.DISCOUNT: translate("Bank", "Accept as discount"),
        Difference.BANK_CHARGE: translate("Bank", "Accept as bank charge"),
        Difference.TOLERANCE: translate("Bank", "Write off as a small difference"),
    }[difference]


def bill_kind_name(kind: str, formats: Formats) -> str:
    """What a bill is."""
    return say(f"bill.kind_{kind}", formats.lang)


def bill_state_name(state: str, formats: Formats) -> str:
    """Where a bill is."""
    return say(f"bill.state_{state}", formats.lang)


def evidence(proposal: LineProposal, formats: Formats) -> list[str]:
    """Why a proposal was made, a sentence for each clue."""
    return [say(clue.code, formats.lang, **_worded(clue.params, formats)) for clue in proposal.evidence]


def _worded(params: Mapping[str, object], formats: Formats) -> dict[str, object]:
    """The parameters of a clue, kept as text, with day and amount as the language writes them."""
    worded = dict(params)
    if isinstance(day := params.get("day"), str):
        worded["day"] = formats.day(date.fromisoformat(day))
    currency, _, figure = str(params.get("amount", "")).partition(" ")
    if figure and currency in CURRENCIES:
        worded["amount"] = formats.money(to_minor(figure.replace(",", ""), currency), currency)
    return worded


def joined(sentences: Sequence[str], formats: Formats) -> str:
    """Several short sentences in one line, as the language separates them."""
    return ("；" if formats.lang == "zh" else "; ").join(sentences)


def why(line: PlannedLine, formats: Formats) -> str:
    """Why a line of the file gets its outcome."""
    if line.why in codes():
        return say(line.why, formats.lang)
    return joined(evidence(line.best, formats), formats) if line.best is not None else ""


def numbers(parts: Sequence[CashPart]) -> str:
    """The documents paid: the first few by number, then how many more."""
    named = list(dict.fromkeys(part.number for part in parts))
    text = ", ".join(named[:_NUMBERS_SHOWN])
    return f"{text} +{len(named) - _NUMBERS_SHOWN}" if len(named) > _NUMBERS_SHOWN else text


def payer(row: BankLineRow) -> str:
    """Who paid, as the bank says it; else by the account, else by the text."""
    return row.payer or row.payer_account or row.text


def own_account(name: str, number: str) -> str:
    """One of our accounts with the last digits of its number."""
    digits = "".join(number.split())
    return f"{name} …{digits[-4:]}" if digits and digits[-4:] not in name else name
