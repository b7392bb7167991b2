"""Once a claim is with the insurer nothing of our own goes to the customer, until the insurer consents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.insurance_record import Claim, InsurancePolicy
from app.domain.letter import Letter, LetterState
from app.domain.policy import PolicyTerms
from app.domain.problem import DomainError
from app.services.letters import OutputKind
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
FILED = date(2025, 12, 20)
POLICY = InsurancePolicy("大地保险", "DZ", date(2025, 1, 1), TODAY, "CNY", "", state="active")
CLAIM = Claim(1, 1, "default", ClaimState.FILED.value, "CNY", FILED, filed_on=FILED, claimed=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [Customer("重庆渝驰", code="C1"), Customer("常州天桁", code="C2")],
        [
            invoice(date(2025, 10, 1), 1000_00, date(2025, 12, 10), number="A"),
            invoice(date(2025, 10, 1), 700_00, date(2025, 12, 10), customer=2, number="B"),
        ],
    ).write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, PolicyTerms())
    return made


def file_claim(store: SqlStore, **given: object) -> None:
    with store.write() as unit:
        unit.add(replace(CLAIM, **given))  # type: ignore[arg-type]
        unit.commit("test")


def test_a_run_leaves_the_customer_to_the_insurer_with_the_reason(
    session: CompanySession, store: SqlStore
) -> None:
    assert {one.customer_id for one in session.dunning.preview(TODAY).letters} == {1, 2}
    file_claim(store)
    run = session.dunning.preview(TODAY)
    assert {one.customer_id for one in run.letters} == {2}
    [left] = [one for one in run.skipped if one.customer_id == 1]
    assert (left.reason.code, left.amount) == ("dunning.with_insurer", 1000_00)
    assert left.reason.params == {"insurer": "大地保险", "on": FILED}
    for lang in ("zh", "en"):
        assert "大地保险" in say(left.reason.code, lang, **left.reason.params)
    before = session.dunning.preview(FILED - timedelta(1))
    assert 1 not in {one.customer_id for one in before.skipped if one.reason.code == "dunning.with_insurer"}


@pytest.mark.parametrize("given", [{"own_letters_allowed": True}, {"state": "reported"}, {"state": "closed"}])
def test_with_consent_or_without_a_claim_at_the_insurer_we_write(
    session: CompanySession, store: SqlStore, given: dict[str, object]
) -> None:
    file_claim(store, **given)
    assert 1 in {one.customer_id for one in session.dunning.preview(TODAY).letters}
    assert session.letters.write(1, "reminder").letter_id


def test_letters_and_statements_are_refused_with_a_sentence(
    session: CompanySession, store: SqlStore, tmp_path: Path
) -> None:
    drafts = session.dunning.draft(session.dunning.preview(TODAY)).letter_ids
    mine = [row for row in drafts if store.get(Letter, row).customer_id == 1]
    file_claim(store)
    path = tmp_path / "x.pdf"
    refused = (
        lambda: session.letters.write(1, "reminder"),
        lambda: session.letters.output(mine, path, OutputKind.ONE_PDF),
        lambda: session.dunning.mark_sent(mine, TODAY, None),
        lambda: session.exports.statements(session.statements.build_many([1, 2], TODAY), path, "zh"),
    )
    for act in refused:
        with pytest.raises(DomainError) as caught:
            act()
        assert caught.value.code == "letter.with_insurer"
        assert "重庆渝驰" in say(caught.value.code, "en", **caught.value.params)
    assert not path.exists()
    assert [one.kind for one in session.dunning.recheck(mine)] == ["with_insurer"]
    session.exports.statements(session.statements.build_many([2], TODAY), path, "zh")
    assert path.exists()


def test_several_are_named_together(session: CompanySession, store: SqlStore, tmp_path: Path) -> None:
    file_claim(store)
    file_claim(store, customer_id=2)
    with pytest.raises(DomainError) as caught:
        session.exports.statements(session.statements.build_many([1, 2], TODAY), tmp_path / "x.pdf", "zh")
    assert caught.value.code == "letter.many_with_insurer"
    assert "2 家客户" in say(caught.value.code, "zh", **caught.value.params)


def test_what_was_sent_may_be_copied_and_what_was_posted_before_may_be_noted(
    session: CompanySession, store: SqlStore, tmp_path: Path
) -> None:
    first = session.letters.write(1, "reminder", on=FILED - timedelta(5)).letter_id
    second = session.letters.write(1, "second", on=FILED - timedelta(5)).letter_id
    session.dunning.mark_sent([first], FILED - timedelta(4), None)
    file_claim(store)
    assert session.letters.output([first], tmp_path / "copy.pdf", OutputKind.ONE_PDF)
    session.dunning.mark_sent([second], FILED - timedelta(3), None)
    assert store.get(Letter, second).state is LetterState.SENT
