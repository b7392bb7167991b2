"""Insurers' limit lists: whose row it is, what it changes, what is refused; nothing comes in twice."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.domain.importing import Cell
from app.domain.insurance_record import LimitDecision
from app.domain.problem import EnvironmentFaultError
from app.services.policy_views import LimitPlan, ListChange
from app.services.session import CompanySession
from app.words import say
from app.words.formats import spoken
from tests.services.insuring import TODAY, listed, policy_on, session_on

HEAD: list[Cell] = [
    "买方名称",
    "买方编号",
    "批复限额",
    "状态",
    "生效日期",
    "有效期至",
    "信用期限",
    "付款方式",
]
GOOD: list[list[Cell]] = [
    HEAD,
    [
        "苏州恒岳机电有限责任公司",
        "88001",
        "800,000.00",
        "有效",
        "2025-05-01",
        "2026-03-31",
        "月结 90 天",
        "赊销",
    ],
    ["Meridian Trading Limited", "88002", 500000, "部分批准", date(2025, 6, 1), None, 60, "D/A 60 days"],
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    made = session_on(tmp_path)
    yield made
    made.close()


def planned(session: CompanySession, tmp_path: Path, rows: Sequence[Sequence[Cell]]) -> LimitPlan:
    return session.policies.read_limits(listed(tmp_path, rows), policy_on(session))


def said(plan: LimitPlan) -> list[str]:
    """The codes of the problems; each can be said in both languages."""
    for one in plan.problems:
        for lang in ("zh", "en"):
            assert "{" not in spoken(one.code, lang, one.params)
    return [one.code.removeprefix("limit_list.") for one in plan.problems]


def test_a_list_is_matched_and_taken(session: CompanySession, tmp_path: Path) -> None:
    plan = planned(session, tmp_path, GOOD)
    assert said(plan) == []
    first, second = (one.decision for one in plan.limits)
    assert (first.customer_id, first.amount, first.outcome) == (1, 800_000_00, "granted")
    assert (first.terms_days, first.method, first.until) == (90, "OA", date(2026, 3, 31))
    assert (second.customer_id, second.outcome, second.method, second.terms_days) == (2, "partial", "DA", 60)
    assert session.policies.decisions() == []  # a preview stores nothing
    session.policies.take(plan)
    assert len(session.policies.decisions()) == 2
    session.history.undo()
    assert session.policies.decisions() == []


def test_the_same_list_twice_changes_nothing(session: CompanySession, tmp_path: Path) -> None:
    plan = planned(session, tmp_path, GOOD)
    session.policies.take(plan)
    assert session.policies.take(plan).id == 0
    again = session.policies.read_limits(tmp_path / "list.xlsx", plan.policy.id)
    assert {one.change for one in again.limits} == {ListChange.SAME}
    assert session.policies.take(again).id == 0
    assert len(session.policies.decisions()) == 2


def test_amounts_alone_tell_what_was_decided(session: CompanySession, tmp_path: Path) -> None:
    session.policies.take(planned(session, tmp_path, GOOD))
    rows: list[list[Cell]] = [
        ["Debtor", "Approved amount", "Requested amount"],
        ["苏州恒岳机电有限公司", 300000, None],
        ["Meridian Trading Ltd", 0, None],
        ["上海明远贸易有限公司", 100000, 150000],
    ]
    plan = session.policies.read_limits(listed(tmp_path, rows, "b.xlsx"), 1)
    told = [(one.change, one.before, one.decision.outcome) for one in plan.limits]
    assert told == [
        (ListChange.REDUCED, 800_000_00, "reduced"),
        (ListChange.ENDED, 500_000_00, "withdrawn"),
        (ListChange.NEW, None, "partial"),
    ]
    kept = plan.limits[0].decision
    assert (kept.terms_days, kept.method, kept.until) == (90, "OA", date(2026, 3, 31))  # no such columns
    assert {one.decision.effective for one in plan.limits} == {TODAY}


def test_buyers_the_list_does_not_name_keep_their_limit(session: CompanySession, tmp_path: Path) -> None:
    session.policies.take(planned(session, tmp_path, GOOD))
    plan = session.policies.read_limits(listed(tmp_path, GOOD[:2], "b.xlsx"), 1)
    assert [(one, name) for one, name, _ in plan.absent] == [(2, "Meridian Trading Ltd")]
    session.policies.take(plan)
    assert session.policies.in_force([2], TODAY)[2].limit is not None


def test_unknown_buyers_wait_for_a_match(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        HEAD,
        ["上海明远", "9", 1000, "有效", "2025-06-01", None, None, None],
        ["Nobody Ltd", None, 5],
    ]
    plan = planned(session, tmp_path, rows)
    first, second = plan.unknown
    assert [near.id for near in first.near] == [3]
    assert (second.row, second.near) == (3, ())
    assert plan.limits == ()
    again = session.policies.plan_limits(plan.sheet, plan.policy, matched={2: 3, 3: 99})
    assert [one.customer_id for one in again.limits] == [3]
    assert [one.row for one in again.unknown] == [3]


def test_a_short_number_of_the_insurer_is_not_our_code(session: CompanySession, tmp_path: Path) -> None:
    head: list[Cell] = ["买方名称", "买方编号", "批复限额"]
    plan = planned(session, tmp_path, [head, ["Another Company Ltd", "C1", 100], [None, "C3", 200]])
    assert [one.code for one in plan.unknown] == ["C1"]
    assert [one.customer_id for one in plan.limits] == [3]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["苏州恒岳机电有限公司", 1, "八十万", "有效"], "row_amount"),
        (["苏州恒岳机电有限公司", 1, -5, "有效"], "row_amount"),
        (["苏州恒岳机电有限公司", 1, "1e99", "有效"], "row_amount"),
        (["苏州恒岳机电有限公司", 1, 5, "也许"], "row_outcome"),
        (["苏州恒岳机电有限公司", 1, None, "有效"], "row_silent"),
        (["苏州恒岳机电有限公司", 1, 5, "有效", "2025-13-45"], "row_date"),
        (["苏州恒岳机电有限公司", 1, 5, "有效", "2026-01-15"], "row_future"),
        (["苏州恒岳机电有限公司", 1, 5, "有效", "2025-05-01", "2025-04-01"], "row_refused"),
        (["苏州恒岳机电有限公司", 1, 5, "有效", "2024-05-01", "2025-01-01"], "row_refused"),
    ],
)
def test_a_row_that_cannot_be_is_left_out(
    session: CompanySession, tmp_path: Path, row: list[Cell], code: str
) -> None:
    head = [*HEAD[:4], "批复日期" if code == "row_future" else "生效日期", *HEAD[5:]]
    plan = planned(session, tmp_path, [head, [*row, *[None] * (8 - len(row))], [*GOOD[2]]])
    assert said(plan) == [code]
    assert plan.problems[0].where.row == 2
    assert [one.customer_id for one in plan.limits] == [2]


def test_a_decision_may_take_effect_later(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [HEAD, ["苏州恒岳机电有限公司", 1, 5, "有效", "2026-02-01", None, None, None]]
    decision = planned(session, tmp_path, rows).limits[0].decision
    assert (decision.on, decision.effective) == (TODAY, date(2026, 2, 1))


def test_another_currency_is_not_converted(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Buyer", "Limit", "Currency"],
        ["Meridian Trading Ltd", 100, "USD"],
        ["上海明远贸易", 1, "XXQ"],
    ]
    assert said(planned(session, tmp_path, rows)) == ["other_currency", "row_currency"]


def test_a_buyer_twice_and_its_history(session: CompanySession, tmp_path: Path) -> None:
    name = "苏州恒岳机电有限公司"
    rows: list[list[Cell]] = [
        HEAD,
        [name, 1, 900, "有效", "2025-08-01", None, None, None],
        [name, 1, 500, "有效", "2025-05-01", None, None, None],
        [None, None, 700, "有效", "2025-06-01", None, None, None],  # a merged cell above
        [name, 1, 800, "有效", "2025-08-01", None, None, None],
    ]
    plan = planned(session, tmp_path, rows)
    assert said(plan) == ["row_twice"]
    told = [(one.row, one.change, one.decision.amount) for one in plan.limits]
    assert told == [
        (2, ListChange.RAISED, 900_00),
        (3, ListChange.NEW, 500_00),
        (4, ListChange.RAISED, 700_00),
    ]
    session.policies.take(plan)
    limits = session.policies.in_force([1], date(2025, 7, 1))[1].limit
    assert limits is not None
    assert limits.amount == 700_00


def test_titles_above_totals_below_and_ten_thousands(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["大地保险 有效限额清单"],
        ["单位：万元"],
        ["序号", "买方名称", "批复限额"],
        [1, "苏州恒岳机电有限公司", "80.5"],
        [None, "合计", "80.5"],
        ["第 1 页"],
    ]
    plan = planned(session, tmp_path, rows)
    assert said(plan) == []
    assert [one.decision.amount for one in plan.limits] == [805_000_00]


def test_merged_cells(session: CompanySession, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (GOOD[0], GOOD[1], [None, None, 900000, "有效", "2025-07-01", None, 60, "OA"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "m.xlsx")
    plan = session.policies.read_limits(tmp_path / "m.xlsx", policy_on(session))
    assert [one.decision.amount for one in plan.limits] == [800_000_00, 900_000_00]


def test_a_csv_in_english_as_another_insurer_writes_it(session: CompanySession, tmp_path: Path) -> None:
    path = tmp_path / "limits.csv"
    path.write_text(
        "Company name;Limit amount;Currency;Decision;Valid from;Valid to;Payment terms\n"
        "Meridian Trading Ltd;1.500,50;CNY;Approved;01/07/2025;31/12/2025;Net 60\n"
        "上海明远贸易有限公司;0,00;CNY;Refused;15/07/2025;;\n",
        encoding="utf-8",
    )
    plan = session.policies.read_limits(path, policy_on(session))
    assert said(plan) == []
    one, two = (each.decision for each in plan.limits)
    assert (one.amount, one.until, one.terms_days) == (1500_50, date(2025, 12, 31), 60)
    assert (two.outcome, two.amount, two.effective) == ("declined", None, date(2025, 7, 15))
    assert plan.limits[1].change is ListChange.REFUSED


def test_discretion_in_a_list_needs_evidence(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["买方名称", "批复限额", "限额类型", "条件"],
        ["苏州恒岳机电有限公司", 5, "自行掌握限额", None],
        ["上海明远贸易有限公司", 5, "自行掌握限额", "资信报告 2025-03"],
        ["Meridian Trading Ltd", 5, "神秘", None],
    ]
    plan = planned(session, tmp_path, rows)
    assert said(plan) == ["row_refused", "row_kind"]
    assert [one.decision.evidence for one in plan.limits] == ["资信报告 2025-03"]


def test_a_request_in_a_list_is_kept_once(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["买方名称", "申请限额", "状态"], ["苏州恒岳机电有限公司", 900, "审批中"]]
    plan = planned(session, tmp_path, rows)
    assert [one.change for one in plan.limits] == [ListChange.REQUESTED]
    session.policies.take(plan)
    again = session.policies.read_limits(tmp_path / "list.xlsx", 1)
    assert [one.change for one in again.limits] == [ListChange.SAME]


def test_a_list_without_what_is_needed(session: CompanySession, tmp_path: Path) -> None:
    policy = policy_on(session)
    tables: list[list[list[Cell]]] = [[["买方名称", "备注"], ["a", "b"]], [["限额", "日期"], [5, "x"]]]
    for rows in tables:
        plan = session.policies.read_limits(listed(tmp_path, rows), policy)
        assert said(plan) == ["no_column"]
        assert plan.limits == ()


def test_hostile_names_stay_text(session: CompanySession, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [HEAD, ["=cmd|' /C calc'!A0", "<b>", 5, "有效", None, None, None, "<i>"]]
    plan = planned(session, tmp_path, rows)
    assert said(plan) == ["row_method"]
    assert plan.unknown[0].buyer in {"=cmd|' /C calc'!A0", ""}


def test_a_bomb_and_a_broken_book_are_refused(session: CompanySession, tmp_path: Path) -> None:
    policy = policy_on(session)
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", b"<Types/>")
        book.writestr("xl/worksheets/sheet1.xml", b"0" * (30 * 1024 * 1024))
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    for path in (bomb, broken, tmp_path / "none.xlsx"):
        with pytest.raises(EnvironmentFaultError) as refused:
            session.policies.read_limits(path, policy)
        assert say(refused.value.code, "en", **refused.value.params)


def test_a_stale_plan_does_not_double_what_came_meanwhile(session: CompanySession, tmp_path: Path) -> None:
    plan = planned(session, tmp_path, GOOD)
    again: LimitDecision = plan.limits[0].decision
    session.policies.decide(again)
    session.policies.take(plan)
    assert len(session.policies.decisions()) == 2
