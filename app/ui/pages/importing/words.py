"""Names of our fields and kinds as the wizard shows them, and problems put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.importing import DateOrder, Fix, ImportKind, Role
from app.domain.money import Money
from app.words import codes, say

if TYPE_CHECKING:
    from app.domain.problem import Problem
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def kind_name(kind: ImportKind) -> str:
    """What the rows of a file are."""
    return {
        ImportKind.INVOICES: translate("Import", "Invoices and credit notes"),
        ImportKind.RECEIPTS: translate("Import", "Receipts"),
        ImportKind.CUSTOMERS: translate("Import", "Customers"),
    }[kind]


def role_name(role: Role) -> str:
    """One of our fields."""
    return {
        Role.INVOICE_DATE: translate("Import", "Document date"),
        Role.NUMBER: translate("Import", "Number"),
        Role.CUSTOMER_CODE: translate("Import", "Customer code"),
        Role.CUSTOMER: translate("Import", "Customer name"),
        Role.SHORT_NAME: translate("Import", "Short name"),
        Role.DOC_TYPE: translate("Import", "Document type"),
        Role.STATUS: translate("Import", "Status"),
        Role.AMOUNT: translate("Import", "Amount"),
        Role.AMOUNT_BASE: translate("Import", "Amount in base currency"),
        Role.NET: translate("Import", "Net amount"),
        Role.TAX: translate("Import", "Tax"),
        Role.SETTLED: translate("Import", "Amount received"),
        Role.OPEN: translate("Import", "Open amount"),
        Role.DEBIT: translate("Import", "Debit"),
        Role.CREDIT: translate("Import", "Credit"),
        Role.DIRECTION: translate("Import", "Debit or credit"),
        Role.BALANCE: translate("Import", "Balance"),
        Role.CURRENCY: translate("Import", "Currency"),
        Role.RATE: translate("Import", "Exchange rate"),
        Role.DUE: translate("Import", "Due date"),
        Role.PAID_ON: translate("Import", "Paid on"),
        Role.TERMS: translate("Import", "Payment terms"),
        Role.SHIPPED: translate("Import", "Shipped on"),
        Role.METHOD: translate("Import", "Payment method"),
        Role.OVERDUE_DAYS: translate("Import", "Days overdue (worked out anew)"),
        Role.OWNER: translate("Import", "Salesperson"),
        Role.REFERENCE: translate("Import", "Reference"),
        Role.CONTRACT: translate("Import", "Contract"),
        Role.NOTE: translate("Import", "Note"),
        Role.DISPUTED: translate("Import", "Disputed"),
        Role.TAX_ID: translate("Import", "Tax number"),
        Role.COUNTRY: translate("Import", "Country"),
        Role.REGION: translate("Import", "Region"),
        Role.GROUP: translate("Import", "Group"),
        Role.ADDRESS: translate("Import", "Address"),
        Role.CONTACT: translate("Import", "Contact"),
        Role.PHONE: translate("Import", "Phone"),
        Role.MOBILE: translate("Import", "Mobile"),
        Role.EMAIL: translate("Import", "E-mail"),
        Role.BANK: translate("Import", "Bank"),
        Role.ACCOUNT: translate("Import", "Bank account"),
    }[role]


def order_name(order: DateOrder) -> str:
    """How dates are written."""
    return {
        DateOrder.YMD: translate("Import", "Y/M/D"),
        DateOrder.DMY: translate("Import", "D/M/Y"),
        DateOrder.MDY: translate("Import", "M/D/Y"),
    }[order]


def problem_text(problem: Problem, formats: Formats) -> str:
    """The problem as a sentence, its row first where it has one."""
    return say(problem.code, formats.lang, **dict(problem.params))


def row_text(problem: Problem, formats: Formats) -> str:
    """Where it is: "Row 8", or "" for the file as a whole."""
    return say("import.row", formats.lang, row=problem.where.row) if problem.where.row else ""


def fix_text(problem: Problem, formats: Formats) -> str:
    """What is offered against it; "" for nothing."""
    if problem.fix.startswith(Fix.VALUE):
        proposal = problem.fix.removeprefix(Fix.VALUE)
        return say("import.fix.set_value", formats.lang, proposal=proposal)
    if problem.fix == "skip":
        return say("import.fix.skip_row", formats.lang)
    if problem.fix == "match":
        return translate("Import", "Choose customer")
    if problem.fix == "keep":
        return translate("Import", "Import all the same")
    code = f"import.fix.{problem.fix}"
    return say(code, formats.lang) if problem.fix and code in codes() else ""


def value_text(value: object, currency: str, formats: Formats) -> str:
    """A field's value before or after a change; whole numbers are minor units of ``currency``."""
    if isinstance(value, Money):
        return formats.amount(value.minor, value.currency)
    if isinstance(value, int) and not isinstance(value, bool):
        return formats.amount(value, currency)
    return "–" if value in {None, ""} else str(value)
