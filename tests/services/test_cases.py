"""The case library: begun from the ledger, found again, printed; hostile text comes out as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.credit_record import Alert, LossCase
from app.domain.customer import Customer
from app.domain.document import DocumentKind
from app.domain.loss_case import CaseCause, CaseKind, Visible, visible_as_json, visible_of
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.words import say
from tests.reports.samples import HOSTILE, text_of
from tests.services.ledgers import Ledger, allocated, credit, invoice, receipt

DAY = date(2025, 12, 31)
CASE = LossCase("青岛海拓停业", CaseKind.BAD_DEBT, DAY, CaseCause.INSOLVENCY, "CNY", 500_00, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(DAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    ledger = Ledger(
        [Customer("青岛海拓船舶配件", code="C1", short_name="海拓", name_en="Haituo")],
        [
            invoice(date(2025, 3, 1), 1000_00, date(2025, 4, 1)),
            receipt(date(2025, 6, 10), 400_00),
            credit(DocumentKind.WRITE_OFF, date(2025, 12, 8), 600_00),
        ],
    )
    ledger.allocations = [allocated(ledger, 1, 2, 400_00), allocated(ledger, 1, 3, 600_00)]
    ledger.write(store)
    with store.write() as unit:
        unit.add(
            Alert("broken_promises", 1, "x", date(2025, 7, 1), '{"n": 2, "days": 180, "on": "2025-06-30"}')
        )
        court = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 5, 1), identifier="9", confirmed_by="方")
        unit.add(court)
        unit.commit("test")
    yield compose(store, clock, store.close)
    store.close()


def test_a_case_begins_with_what_the_books_showed(session: CompanySession) -> None:
    draft = session.cases.from_write_off(3)
    assert (draft.kind, draft.on, draft.currency, draft.amount) == (
        "bad_debt",
        date(2025, 12, 8),
        "CNY",
        600_00,
    )
    assert draft.title == "海拓 2025-12"
    session.cases.save(draft)
    (view,) = session.cases.list()
    seen = view.visible
    assert len(seen.months) == 12
    by_day = {one.on: (one.open, one.overdue) for one in seen.months}
    assert by_day[date(2025, 2, 28)] == (0, 0)
    assert by_day[date(2025, 3, 31)] == (1000_00, 0)
    assert by_day[date(2025, 4, 30)] == (1000_00, 1000_00)
    assert by_day[date(2025, 6, 30)] == (600_00, 600_00)
    assert by_day[date(2025, 12, 8)] == (0, 0)
    assert [sign.code for sign in seen.signs] == ["event_kind.court_record", "alert.broken_promises"]
    with pytest.raises(DomainError, match=r"write_off\.other_kind"):
        session.cases.from_write_off(1)


def test_a_near_miss_is_the_most_that_was_overdue(session: CompanySession) -> None:
    draft = session.cases.near_miss(1)
    assert (draft.kind, draft.currency, draft.amount) == ("near_miss", "CNY", 1000_00)


def test_cases_are_found_by_words_kind_and_cause(session: CompanySession) -> None:
    cases = session.cases
    cases.save(replace(CASE, lesson="Ask for a deposit"))
    cases.save(replace(CASE, title="另一件", kind="near_miss", cause="dispute", customer_id=None))
    assert [one.case.title for one in cases.search("DEPOSIT haituo")] == ["青岛海拓停业"]
    assert [one.case.title for one in cases.search(kind="near_miss")] == ["另一件"]
    assert cases.search(cause="fraud") == []
    kept = cases.search("海拓 c1")[0].case
    cases.save(replace(kept, consequence="付款变慢"), Visible(note="先见其库存积压"))
    assert cases.search("积压")[0].visible.note == "先见其库存积压"
    assert cases.remove(kept.id).verb == "loss_case.removed"
    assert [one.case.title for one in cases.list()] == ["另一件"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "loss_case.no_title"),
        ({"kind": "x"}, "loss_case.kind"),
        ({"cause": "x"}, "loss_case.cause"),
        ({"on": date(2026, 1, 1)}, "loss_case.day"),
        ({"currency": ""}, "money.unknown_currency"),
        ({"amount": -1}, "loss_case.amount"),
        ({"amount": 10**18}, "amount.too_large"),
    ],
)
def test_a_case_nobody_could_read_is_refused(
    session: CompanySession, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(DomainError, match=code.replace(".", r"\.")):
        session.cases.save(replace(CASE, **change))


def test_what_was_visible_goes_through_json(session: CompanySession) -> None:
    seen = session.cases.visible(1, DAY)
    assert visible_of(visible_as_json(seen)) == seen
    nonsense: tuple[object, ...] = (None, [], {"months": [{}]}, {"signs": 3}, {"known_since": "x"})
    for broken in nonsense:
        assert visible_of(broken) == Visible()


def test_cases_are_printed_in_both_languages(session: CompanySession, tmp_path: Path) -> None:
    cases = session.cases
    cases.save(session.cases.from_write_off(3))
    cases.save(
        replace(
            CASE, title=HOSTILE[0], facts="\n".join((*HOSTILE, *["很长的经过。" * 9] * 60)), lesson="留意"
        )
    )
    ids = [one.case.id for one in cases.list()]
    for lang in ("zh", "en"):
        path = cases.pdf(ids, tmp_path / f"{lang}.pdf", lang)
        text = text_of(path)
        assert say("case_sheet.lesson", lang) in text
        assert "1,000.00" in text
    with pytest.raises(DomainError, match=r"loss_case\.none_chosen"):
        cases.pdf([], tmp_path / "none.pdf", "zh")


def test_every_kind_and_cause_has_words() -> None:
    for lang in ("zh", "en"):
        assert all(say(f"case_kind.{kind}", lang) for kind in CaseKind)
        assert all(say(f"case_cause.{cause}", lang) for cause in CaseCause)
