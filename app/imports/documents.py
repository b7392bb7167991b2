"""Items to staged documents: kind, sign, customer, and every check a row must pass."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from app.domain.document import DocumentKind
from app.domain.importing import (
    Corrections,
    Fix,
    ImportKind,
    Role,
    RowClass,
    StagedDocument,
)
from app.domain.money import to_major
from app.domain.problem import Problem, Severity
from app.imports.bands import Band
from app.imports.doctypes import is_yes, kind_of, status_skip, type_skip
from app.imports.faults import Faults
from app.imports.lines import Folded
from app.imports.methods import method_of
from app.imports.rowclass import filled_texts, opening_text
from app.imports.sheet import Sheet
from app.imports.sorting import Sorted
from app.imports.titles import normal
from app.imports.values import Values

CHOSEN = "import.skip.chosen"
ZERO = "import.skip.zero"
OPENING = "import.skip.opening"
OUTGOING = "import.skip.outgoing"
OTHER_KIND = "import.skip.other_kind"
_NO_BAND = Band()
_FLIP_SHARE = 0.8


class DocumentStager:
    """Goes through the items once; documents, problems and skipped rows collect on the way."""

    def __init__(
        self, sheet: Sheet, values: Values, rows: Sorted, folded: Folded, corrections: Corrections
    ) -> None:
        self.sheet, self.values, self.rows, self.folded = sheet, values, rows, folded
        self.documents: list[StagedDocument] = []
        self.problems: list[Problem] = []
        self.reasons: dict[int, str] = {}
        self.raw_sums: dict[str, int] = {}
        self.skipped_sums: dict[str, int] = {}
        self.base_sum = 0
        self._chosen = corrections.skip
        self._receipts = sheet.columns.kind is ImportKind.RECEIPTS
        self._faults = Faults(sheet, values, self.problems)
        self._seen: dict[tuple[str, str, DocumentKind], int] = {}
        self._keys: dict[str, str] = {}
        self._vouchers: dict[tuple[str, str, DocumentKind], int] = {}
        self._by_voucher = "凭证" in normal(sheet.title(Role.NUMBER))
        self._read_columns()
        self._flip = -1 if self._receipts and self._mostly_negative() else 1

    def _read_columns(self) -> None:
        """Every column at hand under a short name."""
        text, day, amount = self.values.text, self.values.day, self.values.amount
        self._names, self._codes = text(Role.CUSTOMER), text(Role.CUSTOMER_CODE)
        self._numbers, self._types = text(Role.NUMBER), text(Role.DOC_TYPE)
        self._statuses, self._sides = text(Role.STATUS), text(Role.DIRECTION)
        self._terms, self._owners, self._notes = text(Role.TERMS), text(Role.OWNER), text(Role.NOTE)
        self._references, self._contracts = text(Role.REFERENCE), text(Role.CONTRACT)
        self._tax_ids, self._disputed, self._rates = (
            text(Role.TAX_ID), text(Role.DISPUTED), text(Role.RATE),
        )  # fmt: skip
        self._days, self._dues, self._paid, self._shipped = (
            day(Role.INVOICE_DATE), day(Role.DUE), day(Role.PAID_ON), day(Role.SHIPPED),
        )  # fmt: skip
        self._methods, self._taxes = text(Role.METHOD), amount(Role.TAX)
        self._debits, self._base = amount(Role.DEBIT), amount(Role.AMOUNT_BASE)
        self._settled, self._open = amount(Role.SETTLED), amount(Role.OPEN)
        self._directed = self.sheet.has(Role.DIRECTION) and self.values.main_role is not Role.DEBIT

    def _mostly_negative(self) -> bool:
        """True for a list of receipts that shows them as minus amounts."""
        amounts = [self.values.main[i] for i in self.rows.items if self.values.main[i]]
        return bool(amounts) and sum(1 for a in amounts if a and a < 0) >= _FLIP_SHARE * len(amounts)

    def stage(self) -> None:
        """All items, in the order of the file."""
        followers, chosen, suspect = self.folded.followers, self._chosen, self.values.suspect
        main, openings = self.values.main, self.rows.openings
        ledger = self.values.main_role is Role.DEBIT
        for index in self.rows.items:
            if index + 1 in chosen:
                self._skip(index, CHOSEN)
            elif index in followers:
                continue
            elif index in openings:
                self._opening(index)
            else:
                reason = self._reason(index)
                if reason:
                    self._skip(index, reason)
                elif ledger and index not in suspect:
                    self._ledger_row(index)
                else:
                    self._document(index, self.folded.sums.get(index, main[index]))

    def _reason(self, index: int) -> str:
        """Why a row does not count, by its type and status; "" when it does."""
        if self._receipts and not self.values.main[index] and self._debits[index]:
            return OUTGOING
        kind, status = self._types[index], self._statuses[index]
        return (type_skip(kind) if kind else "") or (status_skip(status) if status else "")

    def _skip(self, index: int, reason: str) -> None:
        """Leave a row out, and remember why; its amount may still be part of the file's total."""
        self.reasons[index + 1] = reason
        self.rows.classes[index] = RowClass.SKIPPED
        currency = self.values.currencies[index]
        amount = self.values.main[index] or 0
        self.skipped_sums[currency] = self.skipped_sums.get(currency, 0) + amount

    def _ledger_row(self, index: int) -> None:
        """A row of debit and credit: each side that is filled is a document of its own."""
        debit = self.values.amount(Role.DEBIT)[index] if self.sheet.has(Role.DEBIT) else None
        credit = self.values.amount(Role.CREDIT)[index] if self.sheet.has(Role.CREDIT) else None
        if not debit and not credit:
            self._document(index, self.values.main[index])
            return
        if debit:
            kind = DocumentKind.INVOICE if debit > 0 else DocumentKind.CREDIT_NOTE
            self._document(index, debit, kind)
        if credit:
            self._document(index, -credit, self._credit_kind(index, credit))

    def _credit_kind(self, index: int, credit: int) -> DocumentKind:
        """A credit is a receipt unless the words say otherwise; one in red takes a receipt back."""
        if credit < 0:
            return DocumentKind.REFUND
        named = kind_of(self._types[index] or self._notes[index])
        return DocumentKind.CREDIT_NOTE if named is DocumentKind.CREDIT_NOTE else DocumentKind.RECEIPT

    def _opening(self, index: int) -> None:
        """A balance carried forward: a document when it is dated and not nil, with a warning."""
        values = self.values
        balance = values.amount(Role.BALANCE)[index] if self.sheet.has(Role.BALANCE) else None
        if balance and self._sides[index].startswith(("贷", "Cr", "CR")):
            balance = -abs(balance)
        amount = balance if balance is not None else values.main[index]
        if not amount or self._days[index] is None:
            self._skip(index, OPENING)
            if amount:
                self._say("import.opening_left_out", index, None, Severity.WARNING, Fix.CELL)
            return
        if not self._numbers[index]:
            self._numbers[index] = opening_text(filled_texts(self.sheet.row(index)))
        self._say("import.opening_balance", index, None, Severity.WARNING, Fix.SKIP)
        self._document(index, amount)

    def _document(self, index: int, amount: int | None, forced: DocumentKind | None = None) -> None:
        """One staged document, unless a check fails or nothing is owed."""
        kind = forced or (self._kind(index, amount) if amount else DocumentKind.INVOICE)
        band = self.rows.bands.get(index, _NO_BAND)
        name, code = self._names[index] or band.name, self._codes[index] or band.code
        day = self._days[index]
        nameless = not (name or code)
        odd = index in self.values.suspect or day is None or amount is None or nameless
        if odd and self._faults.report(index, amount, nameless=nameless):
            return
        if day is None or amount is None:
            return
        if not amount:
            self._skip(index, ZERO)
            return
        if kind is DocumentKind.INVOICE and self._receipts:
            self._skip(index, OTHER_KIND)
            return
        number = self._number(index, code or name, kind, day)
        if number is None or not self._first_of_its_number(index, code or name, number, kind):
            return
        self._keep(index, kind, number, (name, code), day, amount)

    def _kind(self, index: int, amount: int) -> DocumentKind:
        """What an item is: by its type's word, else by side and sign."""
        amount *= self._flip
        named = kind_of(self._types[index]) if self._types[index] else None
        if named is None and self._directed and self._sides[index][:1] in {"贷", "C", "c"}:
            return DocumentKind.RECEIPT if amount > 0 else DocumentKind.REFUND
        if self._receipts:
            if named in {None, DocumentKind.RECEIPT}:
                return DocumentKind.RECEIPT if amount > 0 else DocumentKind.REFUND
            return named or DocumentKind.RECEIPT
        if named in {DocumentKind.CREDIT_NOTE, DocumentKind.RECEIPT, DocumentKind.REFUND}:
            return named or DocumentKind.RECEIPT
        if amount > 0:
            return DocumentKind.INVOICE
        paid = named is None and kind_of(self._notes[index]) is DocumentKind.RECEIPT
        return DocumentKind.RECEIPT if paid else DocumentKind.CREDIT_NOTE

    def _number(self, index: int, customer: str, kind: DocumentKind, day: date) -> str | None:
        """The document's number; a voucher's starts anew each month and gets the month in front."""
        number = self._numbers[index]
        if not number:
            if kind in {DocumentKind.RECEIPT, DocumentKind.REFUND}:
                return ""
            if self.sheet.has(Role.NUMBER) or self._receipts:
                self._say("import.missing_number", index, Role.NUMBER, Severity.ERROR, Fix.CELL)
            return None
        if not self._by_voucher:
            return number
        dated = f"{day:%Y-%m} {number}"
        count = self._vouchers[customer, dated, kind] = self._vouchers.get((customer, dated, kind), 0) + 1
        return dated if count == 1 else f"{dated} #{count}"

    def _first_of_its_number(self, index: int, customer: str, number: str, kind: DocumentKind) -> bool:
        """False, with a problem, for a number that this customer already has in the file."""
        key = self._keys.get(customer)
        if key is None:
            key = self._keys[customer] = normal(unicodedata.normalize("NFKC", customer)) or customer
        first = self._seen.setdefault((key, number, kind), index)
        # One receipt number may stand over several payments; telling them apart is the plan's work.
        if first == index or not number or kind in {DocumentKind.RECEIPT, DocumentKind.REFUND}:
            return True
        params = {"number": number, "first": first + 1}
        self._say("import.duplicate_number", index, Role.NUMBER, Severity.ERROR, Fix.SKIP, **params)
        return False

    def _keep(
        self, index: int, kind: DocumentKind, number: str, customer: tuple[str, str], day: date, amount: int
    ) -> None:
        """Add the document, positive whatever the file's sign, and what is odd about it."""
        currency = self.values.currencies[index]
        self.raw_sums[currency] = self.raw_sums.get(currency, 0) + amount
        self.base_sum += self._base[index] or 0
        sign = -1 if amount < 0 else 1
        settled, still = self._settled[index], self._open[index]
        settled = None if settled is None else settled * sign
        still = None if still is None else still * sign
        amount *= sign
        due = self._dues[index]
        if settled is not None or still is not None:
            still = self._check_settled(index, amount, settled, still, currency)
        if due is not None and due < day and kind is DocumentKind.INVOICE:
            params = {"due": due.isoformat(), "day": day.isoformat()}
            self._say("import.due_before_date", index, Role.DUE, Severity.WARNING, Fix.CELL, **params)
        rate = self._rates[index]
        self.documents.append(
            StagedDocument(
                index + 1, kind, number, *customer, day, currency, amount, due, settled, still,
                self._paid[index], self._terms[index], self._references[index],
                self._contracts[index], self._owners[index], self._notes[index],
                self._tax_ids[index], bool(self._disputed[index]) and is_yes(self._disputed[index]),
                _rate(rate) if rate else None, self.folded.lines.get(index, ()), self._shipped[index],
                method_of(self._methods[index]), self._tax(index, amount, sign),
            )
        )  # fmt: skip

    def _tax(self, index: int, amount: int, sign: int) -> int | None:
        """The invoice's tax where its row says it; lines that were added up say only their own."""
        tax = self._taxes[index]
        if tax is None or index in self.folded.sums or not 0 <= tax * sign < amount:
            return None
        return tax * sign

    def _check_settled(
        self, index: int, amount: int, settled: int | None, still: int | None, currency: str
    ) -> int | None:
        """Warn when more is settled than owed, or when the three do not add up; open is never negative."""
        if settled is None and still is not None and still < 0:
            settled = amount - still
        if settled is not None and settled > amount:
            params = {
                "settled": money(settled, currency),
                "amount": money(amount, currency),
                "excess": money(settled - amount, currency),
            }
            role = Role.SETTLED if self.sheet.has(Role.SETTLED) else Role.OPEN
            self._say("import.settled_exceeds", index, role, Severity.WARNING, Fix.CELL, **params)
            return 0
        if settled is not None and still is not None and settled + still != amount:
            params = {
                "settled": money(settled, currency),
                "open": money(still, currency),
                "amount": money(amount, currency),
            }
            self._say("import.open_disagrees", index, Role.OPEN, Severity.WARNING, Fix.CELL, **params)
        return max(still, 0) if still is not None else None

    def _say(
        self, code: str, index: int, role: Role | None, severity: Severity, fix: str, **params: object
    ) -> None:
        """Note a problem of one row."""
        params = {"row": index + 1, **params}
        if role is not None:
            params["column"] = self.sheet.title(role)
        self.problems.append(Problem(code, params, severity, self.sheet.where(index, role), fix))


def money(minor: int, currency: str) -> str:
    """An amount for a sentence: major units with thousands and the currency's decimals."""
    return f"{to_major(minor, currency):,}"


def _rate(text: str) -> Decimal | None:
    """An exchange rate; None for what is no positive number."""
    try:
        rate = Decimal(text.replace(",", ""))
    except ArithmeticError:
        return None
    return rate if rate.is_finite() and rate > 0 else None
