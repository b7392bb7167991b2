"""What a claim leaves to us: written off once it is known, the indemnity in the ledger, links to receipts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.claim_pack import gap_sums
from app.domain.claim_share import borne
from app.domain.claim_state import ClaimState
from app.domain.claim_trace import TracedInvoice
from app.domain.cover import Gap
from app.domain.document import Document, DocumentKind
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.words import LANGUAGES, codes, say
from tests.services.claiming import TODAY, filed, insured, opened, paid


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = insured(tmp_path / "x.holdfast")
    yield made
    made.close()


@st.composite
def traced(draw: st.DrawFn) -> list[TracedInvoice]:
    """Invoices of another currency than the policy's: debt and open differ, gaps add up to the rest."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        open_ = draw(st.integers(0, 10**7))
        debt = draw(st.integers(0, 10**8))
        insured_part = draw(st.integers(0, open_))
        covered = debt if insured_part == open_ else debt * insured_part // open_
        first = draw(st.integers(0, open_ - insured_part))
        reason = draw(st.sampled_from([Gap.SET_OFF, Gap.VAT]))
        gaps = [(reason, first), (Gap.OVER_LIMIT, open_ - insured_part - first)]
        kept = tuple((gap, amount) for gap, amount in gaps if amount)
        day = date(2025, 1, 1)
        found.append(
            TracedInvoice(number, str(number), day, day, "USD", open_, insured_part, covered, debt, kept)
        )
    return found


@given(traced(), st.integers(0, 10**9))
@settings(max_examples=150)
def test_a_payment_is_laid_to_the_last_unit_within_each_cover(
    invoices: list[TracedInvoice], amount: int
) -> None:
    found = borne(invoices, amount)
    covered = sum(one.covered for one in invoices)
    assert sum(one.paid for one in found) == min(amount, covered)
    for one, invoice in zip(found, invoices, strict=True):
        assert 0 <= one.paid <= invoice.covered
        assert one.own == invoice.owed - one.paid >= 0
        assert 0 <= one.open == invoice.still_open <= invoice.open


@given(traced())
@settings(max_examples=150)
def test_debt_less_what_is_not_covered_is_what_is_covered(invoices: list[TracedInvoice]) -> None:
    told = [one for one in invoices if one.gaps or one.debt == one.covered]
    sums = gap_sums(told)
    assert sum(one.debt for one in told) - sum(sums.values()) == sum(one.covered for one in told)


def test_before_the_insurer_paid_the_expected_indemnity_stands_for_it(session: CompanySession) -> None:
    claim_id = opened(session)
    found = session.claims.loss(claim_id)
    assert (found.debt, found.paid, found.borne) == (3000_00, 2200_00, 800_00)
    with pytest.raises(DomainError, match=r"claim\.not_settled"):
        session.claims.write_off(claim_id, TODAY)


def test_what_we_bear_is_written_off_in_one_step(session: CompanySession) -> None:
    claim_id = paid(session)
    found = session.claims.loss(claim_id)
    assert sum(one.proposed for one in found.parts) == found.borne == 800_00
    session.claims.write_off(claim_id, TODAY, approved_by="老板")
    register = session.collection.bad_debts()
    assert sum(one.amount for one in register.rows) == 800_00
    assert {one.approved_by for one in register.rows} == {"老板"}
    assert all(f"DZ-{claim_id}" in one.note for one in register.rows)
    events = [one for one in session.claims.claim(claim_id).events if one.kind == "write_off"]
    assert {one.document_id for one in events} == {one.id for one in register.rows}
    # What is open now is what the insurer paid: nothing is left to write off twice.
    assert sum(one.open for one in session.claims.loss(claim_id).parts) == 2200_00
    session.history.undo()
    assert session.collection.bad_debts().rows == ()


def test_other_amounts_are_written_off_and_none_of_other_invoices(session: CompanySession) -> None:
    claim_id = paid(session)
    session.claims.write_off(claim_id, TODAY, amounts={1: 5_00, 2: 0}, note="协商减免")
    [row] = session.collection.bad_debts().rows
    assert (row.amount, row.note, row.invoice) == (5_00, "协商减免", "A")
    for wrong in ({3: 1_00}, {1: 0}, {}):
        with pytest.raises(DomainError, match=r"claim\.nothing_to_write_off"):
            session.claims.write_off(claim_id, TODAY, amounts=wrong)


def test_a_refusal_leaves_all_of_it_to_us(session: CompanySession) -> None:
    claim_id = filed(session)
    session.claims.move(claim_id, ClaimState.DECLINED, TODAY, reason="逾期通知")
    assert session.claims.loss(claim_id).borne == 3000_00
    session.claims.write_off(claim_id, TODAY)
    assert sum(one.open for one in session.claims.loss(claim_id).parts) == 0


def test_the_indemnity_settles_what_was_covered(session: CompanySession) -> None:
    claim_id = paid(session)
    payment = next(one for one in session.claims.claim(claim_id).events if one.kind == "payment")
    session.claims.book_payment(payment.id)
    session.claims.write_off(claim_id, TODAY)
    assert [one.open for one in session.claims.loss(claim_id).parts] == [0, 0]
    linked = next(one for one in session.claims.claim(claim_id).events if one.kind == "payment")
    receipt = session.ledger.document(linked.document_id or 0).document
    assert (receipt.kind, receipt.amount, receipt.open) == (DocumentKind.RECEIPT, 2200_00, 0)
    with pytest.raises(DomainError, match=r"claim\.booked_already"):
        session.claims.book_payment(payment.id)


def test_a_recovery_names_its_receipt(session: CompanySession) -> None:
    claim_id = paid(session)
    session.ledger.enter_receipt(Document(1, DocumentKind.RECEIPT, "R9", TODAY, "CNY", 300_00))
    receipt = session.ledger.document_ids()
    by_number = {row.number: row.id for row in session.ledger.document_rows(receipt)}
    session.claims.recover(claim_id, TODAY, 300_00)
    event = session.claims.claim(claim_id).events[-2]
    assert event.kind == "recovery"
    session.claims.link_receipt(event.id, by_number["R9"])
    assert session.claims.claim(claim_id).events[-2].document_id == by_number["R9"]
    with pytest.raises(DomainError, match=r"claim\.not_a_receipt"):
        session.claims.link_receipt(event.id, by_number["A"])
    state = next(one for one in session.claims.claim(claim_id).events if one.kind == "state")
    with pytest.raises(DomainError, match=r"claim\.not_money"):
        session.claims.link_receipt(state.id, by_number["R9"])
    session.claims.link_receipt(event.id, None)
    assert session.claims.claim(claim_id).events[-2].document_id is None


def test_our_part_of_a_recovery_takes_the_write_offs_back(session: CompanySession) -> None:
    claim_id = paid(session)
    claims = session.claims
    claims.recover(claim_id, TODAY, 300_00)
    event = next(one for one in claims.claim(claim_id).events if one.kind == "recovery")
    with pytest.raises(DomainError, match=r"claim\.no_write_off"):
        claims.book_recovery(event.id)
    claims.write_off(claim_id, TODAY)
    claims.book_recovery(event.id)
    ours = claims.claim(claim_id).own_recovered
    assert ours == 80_00
    register = session.collection.bad_debts()
    assert sum(one.recovered for one in register.rows) == ours
    linked = next(one for one in claims.claim(claim_id).events if one.kind == "recovery")
    receipt = session.ledger.document(linked.document_id or 0).document
    assert (receipt.amount, receipt.open) == (ours, 0)
    with pytest.raises(DomainError, match=r"claim\.booked_already"):
        claims.book_recovery(event.id)
    session.history.undo()
    assert sum(one.recovered for one in session.collection.bad_debts().rows) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_stand_on_the_timeline_in_words(session: CompanySession, lang: str) -> None:
    claims, claim_id = session.claims, paid(session)
    claims.recover(claim_id, TODAY, 10_00)
    claims.cost(claim_id, TODAY, 1_00)
    claims.consent(claim_id, TODAY, allowed=True)
    claims.consent(claim_id, TODAY, allowed=False)
    claims.note(claim_id, TODAY, "已电话确认")
    claims.write_off(claim_id, TODAY)
    told = [one for one in session.aging.events(1, 100) if one.kind.startswith("claim.")]
    assert {one.kind for one in told} == {
        "claim.opened",
        "claim.state",
        "claim.payment",
        "claim.recovery",
        "claim.cost",
        "claim.consent.yes",
        "claim.consent.no",
        "claim.note",
        "claim.write_off",
    }
    for one in told:
        assert say(f"event.{one.kind}", lang, number=one.number, amount="1")
        assert not one.code or f"claim_state.{one.code}" in codes()
    assert {one.number for one in told} == {f"DZ-{claim_id}"}
