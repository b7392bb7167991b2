"""What a document must satisfy, alone and with what is set against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.document import Allocation, Document, DocumentKind
from app.domain.entry import check_document, check_edit, check_original, fits
from app.domain.problem import DomainError

T = date(2025, 6, 1)
INVOICE = Document(1, DocumentKind.INVOICE, "F1", T, "CNY", 100, id=7)
PAID = [Allocation(7, 20, T + timedelta(5), 60, 8, id=1)]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (replace(INVOICE, number=""), "document.number_missing"),
        (replace(INVOICE, currency="XXX"), "money.unknown_currency"),
        (replace(INVOICE, amount=0), "amount.not_positive"),
        (replace(INVOICE, amount=10**16), "amount.too_large"),
        (replace(INVOICE, doc_date=date(202, 5, 1)), "document.bad_date"),
        (replace(INVOICE, due_date=date(2205, 5, 1)), "document.bad_date"),
        (replace(INVOICE, book_rate=Decimal(0)), "document.bad_rate"),
    ],
)
def test_refused_documents(document: Document, code: str) -> None:
    check_document(INVOICE)
    with pytest.raises(DomainError, match=code):
        check_document(document)


@pytest.mark.parametrize(
    ("edited", "code"),
    [
        (replace(INVOICE, kind=DocumentKind.REFUND), "document.allocated"),
        (replace(INVOICE, customer_id=2), "document.allocated"),
        (replace(INVOICE, currency="USD"), "document.allocated"),
        (replace(INVOICE, amount=59), "document.below_allocated"),
        (replace(INVOICE, doc_date=T + timedelta(6)), "document.after_allocation"),
    ],
)
def test_refused_edits(edited: Document, code: str) -> None:
    check_edit(INVOICE, edited, [])
    with pytest.raises(DomainError, match=code):
        check_edit(INVOICE, edited, PAID)
    if code != "document.allocated":
        assert not fits(edited, PAID)


def test_edits_that_fit() -> None:
    check_edit(INVOICE, replace(INVOICE, amount=60, doc_date=T + timedelta(5), note="x"), PAID)
    receipt = Document(1, DocumentKind.RECEIPT, "R1", T, "USD", 8, id=20)
    assert fits(receipt, PAID)
    assert not fits(replace(receipt, amount=7), PAID)


def test_a_credit_note_corrects_an_invoice_of_the_same_customer() -> None:
    note = Document(1, DocumentKind.CREDIT_NOTE, "C1", T, "CNY", 10, original_id=7)
    check_original(note, INVOICE)
    for original in (replace(INVOICE, customer_id=2), replace(INVOICE, kind=DocumentKind.RECEIPT)):
        with pytest.raises(DomainError, match=r"document\.bad_original"):
            check_original(note, original)
