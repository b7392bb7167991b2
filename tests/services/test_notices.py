"""Notices to the insurer: what they are about, whether they are late, what follows from an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import EventKind
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind, Rate
from app.domain.insurance_deadline import Duty
from app.domain.insurance_record import InsurancePolicy, InsurerNotice, LimitDecision, ShipmentStop
from app.domain.letter import Channel, Letter, LetterLine, LetterState
from app.domain.money import Money
from app.domain.notice import NoticeKind, NoticeReply, NoticeState, told
from app.domain.policy import Anchor, Basis, Period, PolicyTerms
from app.domain.problem import DomainError
from app.services.control import Silent
from app.services.insurer_events import from_insurers
from app.services.notice_views import NoticeView
from app.services.session import CompanySession
from app.services.stored_checks import stored_answer
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say
from tests.reports.samples import text_of
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
DAY = date(2025, 4, 1)
HOSTILE = "苏州{{ total }}恒岳\n</b>{% if x %}"
POLICY = InsurancePolicy(
    "大地保险", "DZ-2025", DAY, date(2026, 3, 31), "CNY", "", state="active",
    contact="王经理 13800000000，claims@insurer.example",
)  # fmt: skip
TERMS = PolicyTerms(
    max_extension_days=60,
    notify=(Period(Anchor.DUE, 45),),
    notify_minimum=100_00,
    adverse=(Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING),),
    where={"notify": "第 8 条"},
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    ours = Company("恒信", "CNY", name_en="Hengxin Ltd", email="ar@hengxin.example")
    create_company(path, ours, clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [Customer(HOSTILE, code="C1", name_en="Hengyue"), Customer("常州天桁", code="C2")],
        [
            invoice(date(2025, 10, 1), 1000_00, date(2025, 11, 5), number="A"),
            invoice(date(2025, 10, 20), 2000_00, date(2025, 12, 20), number="B"),
            invoice(date(2025, 12, 20), 4000_00, date(2026, 2, 20), number="C"),
            invoice(date(2025, 10, 1), 700_00, date(2025, 11, 30), customer=2, number="D"),
        ],
    ).write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, TERMS)
    made.policies.decide(LimitDecision(1, 1, DAY, DAY, "granted", "", amount=2500_00))
    return made


def drafted(session: CompanySession, kind: str = "overdue", **given: object) -> int:
    view = session.notices.draft(1, 1, kind, **given)  # type: ignore[arg-type]
    return min(session.notices.save(view.record).touched["insurer_notice"])


def sent(session: CompanySession, kind: str = "overdue", on: date = TODAY, **given: object) -> int:
    notice_id = drafted(session, kind, **given)
    session.notices.send(notice_id, on, "NOA-7", "回执")
    return notice_id


def numbers(view: NoticeView) -> list[str]:
    return [item.number for item in view.items]


def test_an_overdue_notice_is_about_what_the_insurer_was_not_told_of(session: CompanySession) -> None:
    view = session.notices.draft(1, 1, NoticeKind.OVERDUE)
    assert numbers(view) == ["A", "B"]
    assert view.totals == (Money(3000_00, "CNY"),)
    assert (view.record.id, view.record.amount, view.record.lang) == (0, 3000_00, "zh")
    assert session.notices.notices() == []
    sent(session, document_ids=[1])
    assert numbers(session.notices.draft(1, 1, "overdue")) == ["B"]
    sent(session)
    with pytest.raises(DomainError, match=r"notice\.nothing_overdue"):
        session.notices.draft(1, 1, "overdue")


def test_bad_news_speaks_of_all_that_is_open_and_does_not_report_it(session: CompanySession) -> None:
    view = session.notices.draft(1, 1, "adverse", known_on=date(2025, 12, 29))
    assert numbers(view) == ["A", "B", "C"]
    sent(session, "adverse")
    assert numbers(session.notices.draft(1, 1, "overdue")) == ["A", "B"]
    assert any(item.duty is Duty.NOTICE for item in session.deadlines.duties(TODAY))


def test_late_is_reckoned_from_the_first_day_that_passed(session: CompanySession) -> None:
    view = session.notices.draft(1, 1, "overdue")
    assert view.deadline is not None
    assert (view.deadline.day, view.late) == (date(2025, 12, 20), True)
    assert view.deadline.decided_by.clause == "第 8 条"
    assert [one.code for one in session.notices.compose(view.record).problems] == ["notice.was_late"]
    other = session.notices.draft(1, 1, "overdue", [2])
    assert other.deadline is not None
    assert (other.deadline.day, other.late) == (date(2026, 2, 3), False)
    bad = session.notices.draft(1, 1, "adverse", known_on=date(2025, 12, 1))
    assert bad.deadline is not None
    assert (bad.deadline.day, bad.late) == (date(2025, 12, 15), True)
    assert session.notices.draft(1, 1, "insolvency").late is False


def test_what_was_sent_in_time_stays_in_time(session: CompanySession) -> None:
    on = date(2025, 12, 10)
    notice_id = drafted(session, document_ids=[1], known_on=on)
    session.notices.send(notice_id, on)
    view = session.notices.notice(notice_id)
    assert (view.late, view.as_of, view.state) == (False, on, NoticeState.SENT)


def test_a_debt_too_small_to_report_has_no_last_day(session: CompanySession) -> None:
    session.policies.save(session.policies.all()[0].record, replace(TERMS, notify_minimum=5000_00))
    view = session.notices.draft(1, 1, "overdue")
    assert (view.deadline, view.late) == (None, False)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", [kind for kind in NoticeKind if kind is not NoticeKind.WITHDRAWAL])
def test_every_kind_reads_well_and_hostile_names_stay_text(
    session: CompanySession, kind: NoticeKind, lang: str, tmp_path: Path
) -> None:
    record = replace(session.notices.draft(1, 1, kind, lang=lang).record, note="说明 {{ company }}\x02x")
    text = session.notices.preview_text(record)
    for trace in ("None", "{% i", "（）", "()", "\x02", "〔", "[Table"):
        assert trace not in text.replace("{% if x %}", ""), trace
    assert "苏州{{ total }}恒岳 </b>{% if x %}" in text
    assert "说明 {{ company }}" in text
    assert "7,000.00" in text or "3,000.00" in text
    pdf = session.notices.write(record, tmp_path / "n.pdf")
    assert "DZ-2025" in text_of(pdf)


def test_the_amount_is_in_figures_and_in_words(session: CompanySession) -> None:
    record = session.notices.draft(1, 1, "overdue").record
    chinese, english = session.notices.preview_text(record), session.notices.preview_text(record, "en")
    assert "人民币 3,000.00 元" in chinese
    assert "人民币叁仟元整" in chinese
    assert "CNY three thousand only" in english
    assert "人民币 2,500.00 元" in chinese


def test_several_currencies_stand_by_themselves(session: CompanySession, store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(Rate("USD", TODAY - timedelta(30), "7"))  # type: ignore[arg-type]
        made = Document(1, DocumentKind.INVOICE, "U", date(2025, 10, 1), "USD", 100_50, date(2025, 11, 1))
        unit.add(replace(made, open=100_50))
        unit.commit("test")
    view = session.notices.draft(1, 1, "overdue")
    assert {one.currency for one in view.totals} == {"CNY", "USD"}
    assert view.record.currency == "CNY"
    assert view.record.amount == 3000_00 + 703_50
    text = session.notices.preview_text(view.record)
    assert "美元壹佰元零伍角整" in text
    assert "USD 100.50" in text


def test_the_mail_goes_to_the_insurer_with_the_paper(session: CompanySession, tmp_path: Path) -> None:
    record = session.notices.draft(1, 1, "overdue").record
    mail = message_from_bytes(session.notices.write(record, tmp_path / "n.eml").read_bytes(), policy=default)
    assert mail["To"].addresses[0].addr_spec == "claims@insurer.example"
    assert mail["X-Unsent"] == "1"
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]
    with pytest.raises(DomainError, match=r"notice\.format"):
        session.notices.write(record, tmp_path / "n.docx")


def test_words_can_be_changed_and_stay_as_sent(session: CompanySession, store: SqlStore) -> None:
    view = session.notices.draft(1, 1, "overdue")
    words = session.notices.words(view.record)
    assert "〔发票明细表〕" in words
    changed = words.replace("我司正在向买方催收。", "买方承诺 {{ total }} 月底付款。")
    notice_id = min(session.notices.save(replace(view.record, text=changed)).touched["insurer_notice"])
    text = session.notices.preview_text(session.notices.notice(notice_id).record)
    assert "买方承诺 {{ total }} 月底付款。" in text
    assert "1,000.00" in text
    assert "〔" not in text
    session.notices.send(notice_id, TODAY)
    with store.write() as unit:
        unit.replace(replace(unit.get(Document, 1), open=0))
        unit.commit("test")
    assert "买方承诺" in session.notices.words(session.notices.notice(notice_id).record)
    [kept] = session.collection.attachments("insurer_notice", notice_id)
    assert kept.media_type == "application/pdf"
    assert session.collection.content(kept.id).startswith(b"%PDF")


def test_the_templates_own_words_are_not_kept(session: CompanySession) -> None:
    view = session.notices.draft(1, 1, "overdue")
    record = replace(view.record, text=session.notices.words(view.record))
    notice_id = min(session.notices.save(record).touched["insurer_notice"])
    assert not session.notices.notice(notice_id).edited


def test_pages_are_drawn_before_anything_is_kept(session: CompanySession) -> None:
    [page] = session.notices.preview(session.notices.draft(1, 1, "overdue").record, 300, Silent())
    assert (page.width, len(page.data)) == (300, page.height * page.stride)
    assert session.notices.notices() == []


def test_how_often_we_reminded_is_said(session: CompanySession, store: SqlStore) -> None:
    on = date(2025, 12, 13)
    with store.write() as unit:
        made = Letter(
            1, "CNY", "CK-1", "second", "zh", Channel.LETTER, on, state=LetterState.SENT, sent_on=on
        )  # fmt: skip
        unit.add(LetterLine(unit.add(made), 1, 2, date(2025, 10, 31), 1000_00))
        unit.commit("test")
    text = session.notices.preview_text(session.notices.draft(1, 1, "overdue").record)
    assert "催款函 1 次，最近一次为 2025 年 12 月 13 日" in text


def test_a_withdrawal_names_the_notice_it_takes_back(session: CompanySession, store: SqlStore) -> None:
    with pytest.raises(DomainError, match=r"notice\.nothing_to_withdraw"):
        session.notices.draft(1, 1, "withdrawal")
    sent(session, on=TODAY)
    with store.write() as unit:
        unit.replace(replace(unit.get(Document, 1), open=0))
        unit.commit("test")
    view = session.notices.draft(1, 1, "withdrawal")
    assert numbers(view) == ["A", "B"]
    text = session.notices.preview_text(view.record)
    assert "TZ-20251231-001" in text
    assert "NOA-7" in text
    sent(session, "withdrawal")
    assert numbers(session.notices.draft(1, 1, "overdue")) != []


def test_the_lists_and_their_states(session: CompanySession) -> None:
    first, draft = sent(session, document_ids=[1]), drafted(session, document_ids=[2])
    session.notices.reply(first, TODAY, "kept")
    assert [view.record.id for view in session.notices.notices()] == [draft, first]
    assert [view.record.id for view in session.notices.notices("draft")] == [draft]
    assert [view.record.id for view in session.notices.notices(NoticeState.REPLIED)] == [first]
    assert session.notices.notices(customer_id=2) == []
    session.notices.remove(draft)
    assert [view.record.id for view in session.notices.notices()] == [first]


@pytest.mark.parametrize(
    ("reply", "outcome", "amount"), [("reduced", "reduced", 1500_00), ("withdrawn", "withdrawn", None)]
)
def test_an_answer_about_the_limit_is_a_decision_of_the_same_change(
    session: CompanySession, reply: str, outcome: str, amount: int | None
) -> None:
    notice_id = sent(session)
    change = session.notices.reply(
        notice_id, TODAY, reply, amount=amount, effective=date(2026, 1, 10), reference="R-1"
    )
    assert set(change.touched) == {"insurer_notice", "limit_decision"}
    decision = session.policies.decisions(1)[0]
    assert (decision.outcome, decision.amount) == (outcome, amount)
    assert (decision.on, decision.effective) == (TODAY, date(2026, 1, 10))
    assert (decision.reference, decision.source) == ("R-1", "TZ-20251231-001")
    before = session.policies.in_force([1], date(2026, 1, 9))[1].limit
    assert before is not None
    assert before.amount == 2500_00
    assert session.notices.notice(notice_id).state is NoticeState.REPLIED


def test_a_limit_that_is_kept_changes_nothing_else(session: CompanySession) -> None:
    change = session.notices.reply(sent(session), TODAY, NoticeReply.KEPT)
    assert set(change.touched) == {"insurer_notice"}


def test_an_answer_after_the_policy_has_ended_decides_nothing(session: CompanySession) -> None:
    change = session.notices.reply(sent(session), TODAY, "withdrawn", effective=date(2026, 4, 1))
    assert set(change.touched) == {"insurer_notice"}


def test_a_stop_is_recorded_once_and_blocks_the_order_check(session: CompanySession) -> None:
    assert session.orders.check(1, 100_00, "CNY", TODAY).found.answer == "go"
    change = session.notices.reply(sent(session), TODAY, "stop")
    assert set(change.touched) == {"insurer_notice", "shipment_stop"}
    assert session.deadlines.stopped(1, TODAY) == TODAY
    view = session.orders.check(1, 100_00, "CNY", TODAY)
    assert view.found.answer == "hold"
    [reason] = [one for one in view.reasons if one.code == "order.insurer_stop"]
    assert reason.params == {"since": TODAY, "insurer": "大地保险", "policy": "DZ-2025"}
    again = session.notices.reply(sent(session, "adverse"), TODAY, "stop")
    assert set(again.touched) == {"insurer_notice"}
    session.policies.lift(session.policies.stops(1)[0].id, TODAY)
    held = session.orders.check(1, 100_00, "CNY", TODAY + timedelta(1))
    assert "order.insurer_stop" not in {one.code for one in held.reasons}


def test_a_limit_taken_back_blocks_the_order_check_until_it_is_granted_again(
    session: CompanySession,
) -> None:
    session.notices.reply(sent(session), TODAY, "withdrawn", effective=TODAY + timedelta(3))
    assert session.orders.check(1, 100_00, "CNY", TODAY + timedelta(2)).found.answer == "go"
    later = TODAY + timedelta(4)
    view = session.orders.check(1, 100_00, "CNY", later)
    assert view.found.answer == "hold"
    [reason] = [one for one in view.reasons if one.code == "order.insurer_withdrew"]
    assert reason.params["since"] == TODAY + timedelta(3)
    for lang in ("zh", "en"):
        assert "DZ-2025" in say(reason.code, lang, **reason.params)
    session.policies.decide(LimitDecision(1, 1, TODAY, TODAY + timedelta(4), "granted", "", amount=1))
    assert session.deadlines.stopped(1, later) is None


def test_a_customer_past_the_extension_blocks_the_order_check(session: CompanySession) -> None:
    late = date(2026, 1, 5)
    view = session.orders.check(1, 100_00, "CNY", late)
    assert view.found.answer == "hold"
    [reason] = [one for one in view.reasons if one.code == "order.insurer_extension"]
    assert (reason.params["number"], reason.params["since"]) == ("A", date(2026, 1, 4))
    assert session.orders.check(2, 100_00, "CNY", late).found.answer == "go"


def test_a_kept_check_reads_as_it_was_shown(session: CompanySession) -> None:
    [record] = [one.record for one in session.policies.all()]
    session.policies.save(replace(record, number="20250401"), TERMS)
    shown = session.orders.check(1, 100_00, "CNY", date(2026, 1, 5))
    session.orders.keep(shown)
    [row] = session.orders.checks(1)
    assert stored_answer(row.check.working).reasons == tuple(shown.reasons)


def test_a_stop_can_be_released_like_any_other(session: CompanySession) -> None:
    session.policies.stop(ShipmentStop(1, 1, TODAY, "insurer"))
    from app.domain.order_check import Answer, answer

    view = session.orders.check(1, 100_00, "CNY", TODAY)
    assert view.question.stops
    released = replace(view.question, released=view.question.stops[0])
    assert answer(released).answer is Answer.GO
    assert session.orders.check(1, 100_00, "CNY", TODAY, prepaid=100_00).found.answer == "go"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda s: s.notices.draft(1, 1, "rumour"), "notice.unknown_kind"),
        (lambda s: s.notices.draft(1, 1, "overdue", [4]), "notice.foreign_invoice"),
        (lambda s: s.notices.draft(1, 1, "overdue", lang="fr"), "notice.unknown_language"),
        (lambda s: s.notices.draft(1, 1, "adverse", known_on=date(2026, 1, 1)), "notice.known_in_future"),
        (lambda s: s.notices.send(drafted(s), date(2026, 1, 1)), "notice.sent_in_future"),
        (lambda s: s.notices.send(drafted(s), date(2025, 12, 30)), "notice.sent_before_known"),
        (lambda s: s.notices.send(sent(s), TODAY), "notice.is_sent"),
        (lambda s: s.notices.remove(sent(s)), "notice.is_sent"),
        (lambda s: s.notices.save(s.notices.notice(sent(s)).record), "notice.is_sent"),
        (lambda s: s.notices.reply(drafted(s), TODAY, "kept"), "notice.not_sent"),
        (lambda s: s.notices.reply(sent(s), TODAY, "maybe"), "notice.unknown_reply"),
        (lambda s: s.notices.reply(sent(s), TODAY, "reduced"), "notice.no_amount"),
        (lambda s: s.notices.reply(sent(s), date(2025, 12, 30), "kept"), "notice.replied_before_sent"),
        (lambda s: s.notices.reply(sent(s), date(2026, 1, 2), "kept"), "notice.replied_in_future"),
        (
            lambda s: [s.notices.reply(row, TODAY, "kept") for row in [sent(s)] * 2],
            "notice.is_answered",
        ),
    ],
)
def test_what_cannot_be_is_refused(session: CompanySession, act: object, code: str) -> None:
    with pytest.raises(DomainError) as caught:
        act(session)  # type: ignore[operator]
    assert caught.value.code == code


def test_a_draft_policy_takes_no_notice(session: CompanySession) -> None:
    session.policies.save(replace(POLICY, number="N", state="draft"), TERMS)
    with pytest.raises(DomainError, match=r"notice\.draft_policy"):
        session.notices.draft(2, 1, "adverse")


def test_an_invoice_is_reported_by_notices_that_can_know_of_it() -> None:
    def notice(kind: str, on: date, documents: str = "", row: int = 1) -> InsurerNotice:
        return InsurerNotice(1, 1, kind, on, "CNY", 0, documents, sent_on=on, id=row)

    early, later = date(2025, 11, 1), date(2025, 12, 1)
    assert told([notice("overdue", early)], 7, early)
    assert not told([notice("overdue", early)], 7, later)
    assert told([notice("overdue", early, "7")], 7, later)
    assert not told([notice("adverse", later, "7")], 7, early)
    assert not told([notice("overdue", early, "8")], 7, early)
    back = [notice("overdue", early, "7"), notice("withdrawal", later, "7", 2)]
    assert not told(back, 7, early)
    assert told([*back, notice("overdue", later, "7", 3)], 7, early)


def test_a_cut_limit_speaks_in_the_credit_file_without_being_entered(session: CompanySession) -> None:
    assert [one.kind for one in from_insurers(session.policies._desk.store, [1])] == [
        EventKind.INSURER_OPINION
    ]
    session.notices.reply(sent(session), TODAY, "withdrawn")
    found = from_insurers(session.policies._desk.store, [1])
    assert [(one.kind, one.value) for one in found if one.on == TODAY] == [
        (EventKind.INSURER_CUT, ""),
        (EventKind.INSURER_OPINION, "refused"),
    ]
    assert all(one.id < 0 for one in found)
    kinds = {event.kind for event in session.aging.events(1, until=TODAY)}
    assert {"notice.overdue", "notice_reply.withdrawn"} <= kinds
