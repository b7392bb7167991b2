"""Rows of a customer list to staged customers."""

from __future__ import annotations

from app.domain.importing import (
    Corrections,
    Fix,
    Role,
    RowClass,
    StagedCustomer,
    StagedFile,
)
from app.domain.problem import Problem, Severity
from app.imports.cells import LostDigitsError, as_code, as_text
from app.imports.currencies import iso
from app.imports.doctypes import status_skip
from app.imports.header import is_blank
from app.imports.rowclass import HeaderRows, filled_texts, marked_class
from app.imports.sheet import Sheet
from app.imports.titles import normal
from app.imports.values import most_characters

_SHOWN = 60
_FIELDS = (
    (Role.SHORT_NAME, "short_name"),
    (Role.TAX_ID, "tax_id"), (Role.COUNTRY, "country"), (Role.TERMS, "terms"),
    (Role.OWNER, "owner"), (Role.REGION, "region"), (Role.GROUP, "group"),
    (Role.ADDRESS, "address"),
    (Role.CONTACT, "contact"), (Role.PHONE, "phone"), (Role.MOBILE, "mobile"), (Role.EMAIL, "email"),
    (Role.BANK, "bank"), (Role.ACCOUNT, "account"), (Role.NOTE, "note"),
)  # fmt: skip


class CustomerStager:
    """Walks down a customer list once."""

    def __init__(self, sheet: Sheet, corrections: Corrections) -> None:
        self._sheet, self._skip = sheet, corrections.skip
        self.customers: list[StagedCustomer] = []
        self.problems: list[Problem] = []
        self.reasons: dict[int, str] = {}
        self._seen: dict[tuple[str, str], int] = {}
        header = sheet.table.rows[sheet.table.header_row - 1 : sheet.start] if sheet.start else ()
        self._header = HeaderRows(header)

    def stage(self) -> StagedFile:
        """The whole list."""
        classes = [self._row(index) for index in range(self._sheet.count)]
        return StagedFile(
            kind=self._sheet.columns.kind,
            documents=(),
            customers=tuple(self.customers),
            problems=tuple(self.problems),
            classes=tuple(classes),
            reasons=self.reasons,
            sums={},
            totals=(),
        )

    def _row(self, index: int) -> RowClass:
        """Stage one row, and say what it is."""
        row = self._sheet.row(index)
        if all(map(is_blank, row)):
            return RowClass.BLANK
        if index < self._sheet.start:
            return RowClass.HEADER if index >= self._sheet.table.header_row - 1 else RowClass.TITLE
        if index + 1 in self._skip:
            self.reasons[index + 1] = "import.skip.chosen"
            return RowClass.SKIPPED
        if self._header.repeats(row):
            return RowClass.HEADER
        name, code = self._text(index, Role.CUSTOMER), self._code(index, Role.CUSTOMER_CODE)
        if not code:
            marked = marked_class(filled_texts(row))
            if marked is not None:
                return marked
        return self._customer(index, name, code)

    def _customer(self, index: int, name: str, code: str) -> RowClass:
        """One customer, unless it is void, nameless or listed twice."""
        reason = status_skip(self._text(index, Role.STATUS))
        if reason:
            self.reasons[index + 1] = reason
            return RowClass.SKIPPED
        if not name:
            role = Role.CUSTOMER
            self._say("import.missing_customer", index, role, Severity.ERROR, Fix.CELL)
        elif (endless := self._endless(index)) is not None:
            more = {"value": self._text(index, endless)[:_SHOWN] + "…", "most": most_characters(endless)}
            self._say("import.text_too_long", index, endless, Severity.ERROR, Fix.CELL, **more)
        elif self._is_first(index, name, code):
            self.customers.append(self._staged(index, name, code))
        return RowClass.ITEM

    def _endless(self, index: int) -> Role | None:
        """The first role whose text is longer than any name or note."""
        roles = (Role.CUSTOMER, Role.CUSTOMER_CODE, *(role for role, _ in _FIELDS))
        return next((one for one in roles if len(self._text(index, one)) > most_characters(one)), None)

    def _is_first(self, index: int, name: str, code: str) -> bool:
        """False, with a problem, for a code or a name already listed."""
        key = ("code", code) if code else ("name", normal(name))
        first = self._seen.setdefault(key, index)
        if first == index:
            return True
        role = Role.CUSTOMER_CODE if code else Role.CUSTOMER
        params = {"customer": code or name, "first": first + 1}
        self._say("import.duplicate_customer", index, role, Severity.ERROR, Fix.SKIP, **params)
        return False

    def _staged(self, index: int, name: str, code: str) -> StagedCustomer:
        """The customer of one row."""
        texts = {field: self._code(index, role) for role, field in _FIELDS if self._sheet.has(role)}
        currency = self._text(index, Role.CURRENCY)
        known = iso(currency)
        if known is None:
            self._say(
                "import.unknown_currency", index, Role.CURRENCY, Severity.WARNING, Fix.CELL, value=currency
            )
        return StagedCustomer(index + 1, name, code, currency=known or "", **texts)

    def _text(self, index: int, role: Role) -> str:
        """The text of a role in a row."""
        column = self._sheet.index(role)
        row = self._sheet.row(index)
        return as_text(row[column]) if 0 <= column < len(row) else ""

    def _code(self, index: int, role: Role) -> str:
        """The text of a role in a row; one whose digits were rounded away is left out with a warning."""
        column = self._sheet.index(role)
        row = self._sheet.row(index)
        try:
            return as_code(row[column]) if 0 <= column < len(row) else ""
        except LostDigitsError:
            self._say(
                "import.lost_digits", index, role, Severity.WARNING, Fix.CELL, value=as_text(row[column])
            )
            return ""

    def _say(self, code: str, index: int, role: Role, severity: Severity, fix: str, **params: object) -> None:
        """Note a problem of one row."""
        told = {"row": index + 1, "column": self._sheet.title(role), "value": "", **params}
        self.problems.append(Problem(code, told, severity, self._sheet.where(index, role), fix))
