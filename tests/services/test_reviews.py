"""The quarterly review: composed, written, carried on, locked, and compared with what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.measure_record import Finding, PeriodReview
from app.domain.money import Money
from app.domain.period_review import Change, Content, PartCode, as_json
from app.domain.problem import DomainError
from app.domain.review_value import Name, Value
from app.domain.setting import Setting
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.storage.undo import undo
from app.words import review_text
from tests.services.ledgers import Ledger, allocated, credit, invoice, receipt

DAY = date(2026, 1, 5)
Q3, Q4 = "2025Q3", "2025Q4"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock = FixedClock(DAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY", name_en="Hengxin"), clock=clock, actor="test")
    opened = open_company(path, clock=clock, actor="test")
    ledger = Ledger(
        [Customer("重庆渝驰", name_en="Yuchi"), Customer("苏州恒岳", name_en="Hengyue")],
        [
            invoice(date(2025, 6, 1), 1000_00, date(2025, 7, 1), number="A1"),
            invoice(date(2025, 11, 3), 800_00, date(2025, 12, 3), 2, number="A2"),
            receipt(date(2025, 11, 20), 300_00, 2),
            credit(DocumentKind.WRITE_OFF, date(2025, 12, 8), 50_00),
            credit(DocumentKind.CREDIT_NOTE, date(2025, 12, 9), 20_00, 2),
        ],
    )
    ledger.allocations = [allocated(ledger, 2, 3, 300_00), allocated(ledger, 1, 4, 50_00)]
    ledger.write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, FixedClock(DAY), store.close)


def cells(content: Content, part: PartCode, sheet: str) -> dict[str, tuple[Value, ...]]:
    found = content.part(part)
    table = found.sheet(sheet) if found else None
    assert table is not None
    return {row.key: row.cells for row in table.rows} | {"total": table.total}


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def test_quarters_are_those_of_the_ledger(session: CompanySession) -> None:
    found = session.reviews.periods()
    assert [one.period.name for one in found] == ["2026Q1", Q4, Q3, "2025Q2"]
    assert [one.unfinished for one in found] == [True, False, False, False]
    assert {one.state for one in found} == {"none"}
    assert session.reviews.last_quarter() == Q4


def test_movements_lead_from_one_end_to_the_other(session: CompanySession) -> None:
    content = session.reviews.view(Q4).content
    moves = cells(content, PartCode.MOVEMENTS, "receivables")
    assert {key: row[-1] for key, row in moves.items()} == {
        "opening": cny(1000_00),
        "invoiced": cny(800_00),
        "paid": cny(-300_00),
        "written_off": cny(-50_00),
        "credited": cny(-20_00),
        "total": cny(1430_00),
    }
    ages = cells(content, PartCode.AGING, "ages")
    assert ages["bucket:1"][:3] == (ages["bucket:1"][0], 1, cny(500_00))
    assert ages["bucket:4"][2] == cny(950_00)
    assert ages["unapplied"][2] == cny(-20_00)
    assert ages["total"][2] == moves["total"][-1]
    late = cells(content, PartCode.AGING, "overdue")
    assert late["customer:1"][1:3] == (Name("重庆渝驰", "Yuchi", 1), cny(950_00))
    assert late["total"][2] == cny(1450_00)


def test_provision_by_bucket_makes_up_its_total(session: CompanySession) -> None:
    content = session.reviews.view(Q4).content
    ages = cells(content, PartCode.AGING, "ages")
    parts = [row[-1] for key, row in ages.items() if key.startswith("bucket:")]
    assert all(isinstance(one, Money) for one in parts)
    assert (
        sum(one.minor for one in parts if isinstance(one, Money))
        == session.provisions.provision(date(2025, 12, 31)).total
    )
    moves = cells(content, PartCode.MOVEMENTS, "provision_moves")
    end = moves.pop("total")[-1]
    assert isinstance(end, Money)
    assert sum(one[-1].minor for one in moves.values() if isinstance(one[-1], Money)) == end.minor


def test_the_figures_are_those_of_the_health_check(session: CompanySession) -> None:
    content = session.reviews.view(Q4).content
    health = session.health.figures(session.health.period(Q4))
    told = {one.key: (one.value, one.status) for one in content.parts[0].figures}
    assert told == {one.key: (one.value, one.state) for one in health.figures}


def test_beginning_a_review_can_be_undone(session: CompanySession, store: SqlStore) -> None:
    session.reviews.begin(Q4)
    assert session.reviews.due()
    undo(store)
    assert not session.reviews.due()
    assert {one.state for one in session.reviews.periods()} == {"none"}


def test_findings_keep_what_people_wrote(session: CompanySession) -> None:
    reviews = session.reviews
    reviews.begin(Q4)
    [record] = [one.review for one in reviews.periods() if one.review]
    found = {one.finding.code: one for one in reviews.findings(record.id)}
    assert found["over_90"].customer == Name("重庆渝驰", "Yuchi", 1)
    assert review_text.sentence(found["over_90"].said, "en", "CNY") == (
        "CNY 950 long overdue, up to 183 days: Yuchi"
    )
    mine = replace(found["over_90"].finding, action="电话约访", owner="方", due=date(2026, 2, 1))
    reviews.save_finding(mine)
    reviews.save_finding(Finding(record.id, text="合同缺签收"))
    reviews.look_again(Q4)
    after = {one.finding.code: one.finding for one in reviews.findings(record.id)}
    assert (after["over_90"].action, after["over_90"].owner) == ("电话约访", "方")
    assert after[""].text == "合同缺签收"
    assert len(after) == len(found) + 1


def test_a_finding_kept_with_fewer_figures_is_still_said(session: CompanySession) -> None:
    session.reviews.begin(Q4)
    record = session.reviews.record(Q4)
    session.reviews.save_finding(Finding(record.id, code="insurance_policy", params='{"subject": "x"}'))
    [kept] = [one for one in session.reviews.findings(record.id) if one.finding.code == "insurance_policy"]
    assert review_text.sentence(kept.said, "en", "CNY").startswith(", last safe day")
    broken = replace(kept.finding, params="no json")
    session.reviews.save_finding(broken)


def test_a_finding_that_no_longer_holds_goes_unless_somebody_wrote_it(
    session: CompanySession, store: SqlStore
) -> None:
    reviews = session.reviews
    reviews.begin(Q4)
    record = reviews.record(Q4)
    with store.write() as unit:
        unit.add(Document(1, DocumentKind.RECEIPT, "R9", date(2025, 12, 30), "CNY", 950_00))
        unit.commit("test")
    for one in reviews.findings(record.id):
        if one.finding.code == "over_90":
            reviews.save_finding(replace(one.finding, note="等回复"))
    reviews.look_again(Q4)
    assert "over_90" in {one.finding.code for one in reviews.findings(record.id)}


def test_open_findings_are_carried_into_the_next_quarter(session: CompanySession) -> None:
    reviews = session.reviews
    reviews.begin(Q3)
    third = reviews.record(Q3)
    first = reviews.findings(third.id)
    kept = next(one for one in first if one.finding.code == "over_90").finding
    gone = next(one for one in first if one.finding.code != "over_90").finding
    reviews.save_finding(replace(kept, owner="方"))
    reviews.finish([gone.id], "done")
    reviews.begin(Q4)
    carried = [one for one in reviews.findings(reviews.record(Q4).id) if one.carried_from]
    assert {one.carried_from for one in carried} == {Q3}
    [again] = [one for one in carried if one.finding.code == "over_90"]
    assert (again.finding.carried_id, again.finding.owner) == (kept.id, "方")
    assert gone.id not in {one.finding.carried_id for one in carried}
    old = {one.finding.id: one for one in reviews.findings(third.id)}
    assert old[kept.id].carried_to == Q4
    assert kept.id not in {one.finding.id for one in reviews.due()}
    reviews.drop([again.finding.id], "已停业")
    assert again.finding.id not in {one.finding.id for one in reviews.due()}
    reviews.take_up([again.finding.id])
    assert again.finding.id in {one.finding.id for one in reviews.due()}


def _locked(session: CompanySession) -> PeriodReview:
    session.reviews.begin(Q4)
    record = session.reviews.record(Q4)
    session.reviews.save(
        replace(record, verdict="一切<b>正常</b>", prepared_by=" 方 ", sections='["figures", "aging"]')
    )
    session.reviews.lock(Q4)
    return session.reviews.record(Q4)


def test_a_locked_review_stays_as_it_was_reported(session: CompanySession, store: SqlStore) -> None:
    locked = _locked(session)
    before = session.reviews.view(Q4)
    assert before.locked
    assert before.sound
    assert before.sections == ("figures", "aging")
    assert as_json(before.content) == locked.figures
    assert session.reviews.differences(Q4) == ()
    with store.write() as unit:
        unit.add(invoice(date(2025, 12, 20), 70_00, date(2026, 1, 20), 2, number="LATE"))
        unit.commit("test")
    after = session.reviews.view(Q4)
    assert as_json(after.content) == as_json(before.content)
    assert (after.content.prepared_by, after.content.own_verdict) == ("方", "一切<b>正常</b>")
    told = {(one.sheet, one.row, one.column): one for one in session.reviews.differences(Q4)}
    added = told["receivables", "invoiced", "amount"]
    assert (added.before, added.after) == (cny(800_00), cny(870_00))
    assert told["ages", "bucket:0", "balance"].after == cny(70_00)
    assert told["receivables", "total", "amount"].after == cny(1500_00)
    assert told["ages", "bucket:0", "invoices"].change is Change.CHANGED
    assert not any(row == "bucket:4" and column == "balance" for _, row, column in told)
    words = [review_text.difference(one, "en", "CNY") for one in told.values()]
    assert (
        "Receivables from quarter end to quarter end, Invoiced, Amount: reported 800.00, now 870.00" in words
    )


def test_a_lock_is_opened_only_with_a_reason(session: CompanySession, store: SqlStore) -> None:
    locked = _locked(session)
    reviews = session.reviews
    attempts: tuple[Callable[[], object], ...] = (
        lambda: reviews.save(replace(locked, verdict="x")),
        lambda: reviews.begin(Q4),
        lambda: reviews.lock(Q4),
        lambda: reviews.save_finding(Finding(locked.id, text="x")),
    )
    for refused in attempts:
        with pytest.raises(DomainError, match=r"review\.is_locked"):
            refused()
    with pytest.raises(DomainError, match=r"review\.no_reason"):
        reviews.reopen(Q4, " x ")
    with pytest.raises(DomainError, match=r"undo\.conflict"):
        undo(store)  # the saving before it cannot be reversed under the lock
    assert reviews.record(Q4).state == "locked"
    reviews.reopen(Q4, "漏记一张发票")
    opened = reviews.record(Q4)
    assert (opened.state, opened.digest) == ("open", "")
    assert "2026-01-05 漏记一张发票" in opened.note
    entry = session.history.entries(1)[0]
    assert (entry.verb, entry.params["reason"]) == ("review.reopened", "漏记一张发票")


def test_what_was_locked_shows_when_it_was_tampered_with(session: CompanySession, store: SqlStore) -> None:
    locked = _locked(session)
    told = json.loads(locked.figures)
    told["own_verdict"] = "好"
    with store.write() as unit:
        unit.replace(replace(locked, figures=json.dumps(told)))
        unit.commit("test")
    assert not session.reviews.view(Q4).sound


def test_findings_of_a_locked_review_can_still_be_done(session: CompanySession) -> None:
    locked = _locked(session)
    [first, *_] = session.reviews.findings(locked.id)
    session.reviews.finish([first.finding.id])
    done = next(one for one in session.reviews.findings(locked.id) if one.finding.id == first.finding.id)
    assert (done.finding.state, done.finding.done_on) == ("done", DAY)
    assert as_json(session.reviews.view(Q4).content) == locked.figures


@pytest.mark.parametrize(
    ("quarter", "code"),
    [("2026Q1", "review.not_over"), ("2025Q2", "review.not_begun"), ("2025", "review.bad_quarter")],
)
def test_what_cannot_be_locked_says_why(session: CompanySession, quarter: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        session.reviews.lock(quarter)
    assert refused.value.code == code


def test_a_quarter_to_come_cannot_be_begun(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"review\.future"):
        session.reviews.begin("2026Q2")


def test_a_running_quarter_is_reckoned_up_to_today(session: CompanySession) -> None:
    content = session.reviews.view("2026Q1").content
    assert (content.as_of, content.unfinished) == (DAY, True)


def test_changed_settings_help_with_the_strategy(session: CompanySession, store: SqlStore) -> None:
    session.settings.set("limits.grade_policy", {"A": 1})
    with store.write() as unit:
        unit.add(Setting("other", "1"))
        unit.commit("customer.edited", name="x")
    found = session.reviews.view("2026Q1").adjustments
    assert [(one.verb, one.params) for one in found] == [("setting.chosen", {"name": "limits.grade_policy"})]
    assert session.reviews.view(Q4).adjustments == ()


def test_findings_become_work_when_their_day_comes(session: CompanySession) -> None:
    assert not [one for one in session.work.items(DAY) if one.kind == "finding"]
    session.reviews.begin(Q4)
    record = session.reviews.record(Q4)
    session.reviews.save_finding(Finding(record.id, text="合同", due=DAY + timedelta(3)))
    session.reviews.save_finding(Finding(record.id, text="以后", due=DAY + timedelta(30)))
    items = [one for one in session.work.items(DAY) if one.kind == "finding"]
    assert {str(one.params["finding"]) for one in items if isinstance(one.params["finding"], str)} == {"合同"}


def test_a_company_without_anything_has_a_review(tmp_path: Path) -> None:
    clock = FixedClock(DAY)
    path = tmp_path / "empty.holdfast"
    create_company(path, Company("空", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    try:
        session = compose(store, clock, store.close)
        view = session.reviews.view(Q4)
        assert review_text.verdict(view.content, "en") == (
            "Nothing was open on the day; there is nothing to judge."
        )
        assert view.findings == ()
        for lang in ("zh", "en"):
            session.reviews.print(view, tmp_path / f"{lang}.pdf", lang)
        session.reviews.begin(Q4)
        session.reviews.lock(Q4)
        assert session.reviews.differences(Q4) == ()
    finally:
        store.close()


def test_sections_are_known_or_refused(session: CompanySession) -> None:
    session.reviews.begin(Q4)
    record = session.reviews.record(Q4)
    with pytest.raises(DomainError, match=r"review\.bad_section"):
        session.reviews.save(replace(record, sections='["pie"]'))
    session.reviews.save(replace(record, sections='["appendix", "figures"]'))
    assert session.reviews.view(Q4).sections == ("figures", "appendix")


def test_an_amount_is_the_same_whatever_reads_it(session: CompanySession) -> None:
    content = session.reviews.view(Q4).content
    rate = content.reading("overdue_rate")
    assert rate is not None
    assert rate.value == Decimal(1450_00) / Decimal(1450_00)
