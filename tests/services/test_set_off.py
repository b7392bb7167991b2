"""Credits on account over a company file: cover, totals, past days, claims, their pack and what is borne."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.aging import AgingQuery
from app.domain.claim_state import ClaimState
from app.domain.claim_sums import TraceFault, fault_of
from app.domain.claim_trace import parse
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.cover import Gap
from app.domain.document import Document, DocumentKind
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.money import Money
from app.domain.policy import PolicyTerms
from app.services.cover_views import CoverBook, base_gaps
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.claiming import TODAY, filed, insured, opened
from tests.services.ledgers import START, Ledger, ledgers

CAME = date(2025, 9, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    """Invoices A (1,000, due June) and B (2,000, due July) under a limit of 2,500."""
    made = insured(tmp_path / "x.holdfast")
    yield made
    made.close()


def came(
    session: CompanySession,
    amount: int,
    kind: DocumentKind = DocumentKind.RECEIPT,
    on: date = CAME,
    **more: object,
) -> int:
    """A document on the buyer's account, set against nothing; its id."""
    draft = Document(1, kind, f"{kind}-{amount}", on, "CNY", amount, **more)  # type: ignore[arg-type]
    refund = kind is DocumentKind.REFUND
    made = session.ledger.enter(draft) if refund else session.ledger.enter_receipt(draft)
    return min(made.touched["document"])


def by_number(book: CoverBook) -> dict[str, dict[Gap, int]]:
    return {one.cover.item.number: dict(one.cover.gaps) for one in book.items}


def test_a_receipt_on_account_comes_off_the_oldest_invoice_and_makes_room(session: CompanySession) -> None:
    assert session.cover.book(TODAY).insured == 2500_00
    came(session, 1200_00)
    book = session.cover.book(TODAY)
    assert by_number(book) == {"A": {Gap.SET_OFF: 1000_00}, "B": {Gap.SET_OFF: 200_00}}
    assert (book.open, book.set_off, book.net) == (3000_00, 1200_00, 1800_00)
    assert (book.insured, book.uninsured, book.share) == (1800_00, 0, Decimal(100))
    buyer = book.buyers[1]
    assert (buyer.net, buyer.uninsured) == (1800_00, 0)
    board = session.aging.board(AgingQuery(TODAY))
    [row] = board.rows
    assert (sum(row.buckets), -row.receipts, row.balance) == (book.open, book.set_off, book.net)


def test_a_credit_note_comes_off_its_own_invoice(session: CompanySession) -> None:
    came(session, 300_00, DocumentKind.CREDIT_NOTE, original_id=2)
    assert by_number(session.cover.book(TODAY))["B"] == {Gap.SET_OFF: 300_00, Gap.OVER_LIMIT: 200_00}


def test_allocating_the_credit_changes_nothing_but_the_reason(session: CompanySession) -> None:
    row = came(session, 400_00)
    before = session.cover.book(TODAY)
    session.ledger.allocate(row, 1, 400_00, TODAY)
    after = session.cover.book(TODAY)
    assert (after.insured, after.net, after.set_off) == (before.insured, before.net, 0)
    # The day before it was still on account, and so it stays for ever.
    assert session.cover.book(TODAY - timedelta(1)).set_off == 400_00


def test_a_credit_of_a_later_day_is_not_known_yet(session: CompanySession) -> None:
    came(session, 400_00)
    assert session.cover.book(CAME - timedelta(1)).set_off == 0
    assert session.cover.book(CAME).set_off == 400_00


def test_money_given_back_is_no_credit(session: CompanySession) -> None:
    came(session, 400_00)
    came(session, 150_00, DocumentKind.REFUND, on=CAME + timedelta(5), due_date=CAME)
    assert session.cover.book(TODAY).set_off == 250_00


def test_what_is_paid_ahead_comes_off_the_next_shipment(tmp_path: Path) -> None:
    with closing(insured(tmp_path / "x.holdfast", PolicyTerms())) as session:
        came(session, 3400_00)
        found = session.cover.planned(1, Money(1000_00, "CNY"), TODAY, terms_days=30)
        assert (found.set_off.minor, found.insured.minor, found.uninsured.minor) == (400_00, 600_00, 0)


def test_an_invoice_paid_on_account_still_stops_shipments_until_it_is_allocated(
    session: CompanySession,
) -> None:
    row = came(session, 3400_00, on=date(2025, 6, 30))
    assert session.cover.planned(1, Money(1000_00, "CNY"), TODAY).gaps[-1][0] is Gap.AFTER_STOP
    for document_id, amount in ((1, 1000_00), (2, 2000_00)):
        session.ledger.allocate(row, document_id, amount)
    assert session.cover.planned(1, Money(1000_00, "CNY"), TODAY).gaps == ((Gap.SET_OFF, 400_00),)


def test_a_claim_takes_it_off_before_limit_and_percentage(session: CompanySession) -> None:
    came(session, 1200_00)
    claim_id = opened(session)
    found = session.claims.calculation(claim_id)
    assert (found.set_off, found.owed, found.covered) == (1200_00, 1800_00, 1800_00)
    assert found.payable == 1800_00 * 9 // 10 - 50_00
    loss = session.claims.loss(claim_id)
    assert (loss.debt, loss.borne) == (1800_00, 1800_00 - found.payable)


def test_what_came_after_the_loss_is_a_recovery_and_no_set_off(session: CompanySession) -> None:
    claim_id = opened(session)
    loss = session.claims.claim(claim_id).loss_on
    came(session, 700_00, on=loss + timedelta(1))
    assert session.claims.calculation(claim_id).set_off == 0


def test_the_frozen_trace_names_the_credit_and_adds_up(session: CompanySession) -> None:
    row = came(session, 1200_00)
    claim_id = filed(session)
    claim = session.claims.claim(claim_id).row.claim
    found = parse(claim.trace)
    assert [
        (one.number, [(each.credit_id, each.amount) for each in one.credits]) for one in found.invoices
    ] == [
        ("A", [(row, 1000_00)]),
        ("B", [(row, 200_00)]),
    ]
    assert fault_of(found, claim.claimed) is None
    tampered = parse(claim.trace.replace("20000]", "10000]"))
    assert fault_of(tampered, claim.claimed) is TraceFault.INVOICE
    assert session.check.run() == []


def test_a_recovery_and_costs_are_divided_on_the_debt_after_set_off(session: CompanySession) -> None:
    came(session, 1000_00)
    claim_id = filed(session)
    expected = session.claims.calculation(claim_id).payable
    session.claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=expected)
    session.claims.pay(claim_id, TODAY, expected)
    session.claims.recover(claim_id, TODAY, 2000_00)
    assert session.claims.claim(claim_id).own_recovered == 2000_00 - expected


@pytest.mark.parametrize(("lang", "part"), [("zh", "冲抵发票 A"), ("en", "off invoice A")])
def test_the_pack_says_which_credit_it_was(
    session: CompanySession, tmp_path: Path, lang: str, part: str
) -> None:
    came(session, 1200_00)
    claim_id = filed(session)
    written = session.claims.pack(claim_id, tmp_path / "pack.pdf", lang)
    with closing(pypdfium2.PdfDocument(written.path)) as found:
        text = "\n".join(page.get_textpage().get_text_range() for page in found)
    plain = text.replace("\r", "").replace("\n", "").replace(" ", "")
    assert plain.count(part.replace(" ", "")) >= 2  # in the calculation and below the statement


# -- any ledger ----------------------------------------------------------------------------------------


@given(ledgers(), st.integers(0, 200), st.integers(0, 200_000), st.booleans())
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_cover_of_any_ledger_ties_with_its_board(
    tmp_path_factory: pytest.TempPathFactory, ledger: Ledger, after: int, limit: int, vat: bool
) -> None:
    path, day = tmp_path_factory.mktemp("any") / "x.holdfast", START + timedelta(after)
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(day), actor="test")
    store = open_company(path, clock=FixedClock(day), actor="test")
    try:
        ledger.write(store)
        session = compose(store, FixedClock(day), store.close)
        record = InsurancePolicy("大地", "P", START, START + timedelta(400), "CNY", "", state="active")
        session.policies.save(record, PolicyTerms(vat_covered=vat))
        for row in range(1, len(ledger.customers) + 1):
            session.policies.decide(LimitDecision(1, row, START, START, "granted", "", amount=limit))
        book = session.cover.book(day)
        board = {
            (one.key, one.currency): (sum(one.buckets), -one.receipts - one.credit_notes)
            for one in session.aging.board(AgingQuery(day)).rows
        }
        owed: dict[tuple[int, str], list[int]] = {}
        for one in book.items:
            item = one.cover.item
            assert one.cover.insured + sum(amount for _, amount in one.cover.gaps) == item.open
            if one.open_base is not None:
                assert sum(amount for _, amount in base_gaps(one)) == one.gaps_base
                assert dict(base_gaps(one)).get(Gap.SET_OFF, 0) == one.set_off_base
            found = owed.setdefault((item.customer_id, item.currency), [0, 0])
            found[0] += item.open
            found[1] += item.set_off
        for key, (whole, laid) in owed.items():
            assert whole == board[key][0]
            assert laid == min(whole, board[key][1])
    finally:
        store.close()
