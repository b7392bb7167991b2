"""The cards of the claims board: buyers still to report, claims waiting, filed, and paid this year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.claim_state import ClaimState
from app.domain.insurance_deadline import Duty
from app.domain.money import Money
from app.ui.pages.insurance.said import duty_tone, left_words
from app.words import say

if TYPE_CHECKING:
    from datetime import date

    from app.domain.scorecard import Grade
    from app.services.claim_views import ClaimDetail
    from app.services.duty_views import DutyItem
    from app.services.session import CompanySession
    from app.ui.formats import Formats

translate = QCoreApplication.translate


class Group(StrEnum):
    """The columns of the board, in the order a case runs through them."""

    REPORT = "report"
    WAITING = "waiting"
    FILED = "filed"
    PAID = "paid"


S = ClaimState
GROUP_OF: Mapping[ClaimState, Group] = {
    S.REPORTED: Group.WAITING,
    S.WAITING: Group.WAITING,
    S.READY: Group.WAITING,
    S.FILED: Group.FILED,
    S.DOCS_REQUESTED: Group.FILED,
    S.ASSESSING: Group.FILED,
    S.APPROVED: Group.FILED,
    S.PARTIAL: Group.FILED,
    S.DECLINED: Group.FILED,
    S.PAID: Group.PAID,
    S.RECOVERY: Group.PAID,
    S.CLOSED: Group.PAID,
}
"""Where a claim stands on the board; one that was withdrawn stands in the list alone."""
STATE_TONES: Mapping[ClaimState, str] = {
    S.REPORTED: "neutral",
    S.WAITING: "neutral",
    S.READY: "warn",
    S.FILED: "info",
    S.DOCS_REQUESTED: "warn",
    S.ASSESSING: "info",
    S.APPROVED: "good",
    S.PARTIAL: "warn",
    S.DECLINED: "danger",
    S.PAID: "good",
    S.RECOVERY: "good",
    S.CLOSED: "neutral",
    S.WITHDRAWN: "neutral",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a claim (``key`` is its id), or a buyer whose notice is due (``key`` below 0)."""

    key: int
    group: Group
    name: str
    grade: str
    caption: str
    amount: Money
    note: str
    tone: str = ""
    claim_id: int | None = None
    duty: DutyItem | None = None


@dataclass(frozen=True, slots=True)
class BoardRead:
    """What the board is made of."""

    claims: Sequence[ClaimDetail]
    notices: Sequence[DutyItem]
    grades: Mapping[int, Grade]
    english: Mapping[int, str]
    today: date
    insured: bool = True
    """Whether there is a policy to claim under."""


def read_board(session: CompanySession, duties: Sequence[DutyItem] | None = None) -> BoardRead:
    """Every claim, the notices that are due (of ``duties``, where those are known), the buyers' grades."""
    today = session.clock.today()
    claims = [session.claims.claim(row.claim.id) for row in session.claims.claims()]
    live = {(one.row.policy.id, one.row.claim.customer_id) for one in claims if one.following}
    notices = [
        item
        for item in (session.deadlines.duties(today) if duties is None else duties)
        if item.duty is Duty.NOTICE and (item.policy.id, item.customer_id) not in live
    ]
    who = {one.row.claim.customer_id for one in claims}
    who |= {item.customer_id for item in notices if item.customer_id is not None}
    grades = (
        {key: one.grade for key, one in session.scoring.grade_of(sorted(who), today).items()} if who else {}
    )
    english = {row: name for row, (_, name) in session.policies.called(who).items()}
    return BoardRead(claims, notices, grades, english, today, session.cover.has_policy())


def cards_of(read: BoardRead, formats: Formats) -> list[Card]:
    """The cards, those first that have the least time left."""
    found = [_notice(-place, item, read, formats) for place, item in enumerate(read.notices, 1)]
    for detail in read.claims:
        group = group_of(detail, read.today)
        if group is not None:
            found.append(_claim(group, detail, read, formats))
    return found


def group_of(detail: ClaimDetail, today: date) -> Group | None:
    """The column of a claim; paid ones stand there in the year of their last payment."""
    group = GROUP_OF.get(detail.row.state)
    if group is Group.PAID:
        last = max((one.on for one in detail.events if one.kind in {"payment", "recovery"}), default=None)
        return group if last is not None and last.year == today.year else None
    return group


def _notice(key: int, item: DutyItem, read: BoardRead, formats: Formats) -> Card:
    amount = item.amounts[0] if item.amounts else Money(0, item.policy.record.currency)
    left = left_words(item.day, read.today, formats)
    note = translate("ClaimBoard", "notify: {left}").format(left=left)
    return Card(
        key,
        Group.REPORT,
        formats.name(item.customer, read.english.get(item.customer_id or 0, "")),
        _grade(item.customer_id, read),
        translate("ClaimBoard", "Overdue"),
        amount,
        note,
        duty_tone(item, read.today),
        duty=item,
    )


def _claim(group: Group, detail: ClaimDetail, read: BoardRead, formats: Formats) -> Card:
    row = detail.row
    claim = row.claim
    captions = {
        Group.WAITING: (translate("ClaimBoard", "Insured balance"), detail.calculation.covered),
        Group.FILED: (translate("ClaimBoard", "Claimed"), claim.claimed),
        Group.PAID: (translate("ClaimBoard", "Claimed"), claim.claimed),
    }
    caption, minor = captions[group]
    note, tone = _note(group, detail, formats)
    return Card(
        claim.id,
        group,
        formats.name(row.customer, row.customer_en),
        _grade(claim.customer_id, read),
        caption,
        Money(minor, claim.currency),
        note,
        tone,
        claim_id=claim.id,
    )


def _note(group: Group, detail: ClaimDetail, formats: Formats) -> tuple[str, str]:
    row, claim = detail.row, detail.row.claim
    state = say(f"claim_state.{row.state}", formats.lang)
    papers = translate("ClaimBoard", "papers {there} / {needed}").format(
        there=row.papers, needed=row.papers_needed
    )
    if group is Group.WAITING:
        until = detail.waits_until
        if row.state is S.READY or until is None:
            return f"{state} · {papers}", "warn" if row.state is S.READY else ""
        day = translate("ClaimBoard", "until {day}").format(day=formats.day_short(until))
        return f"{day} · {papers}", ""
    if group is Group.FILED:
        if row.state in {S.DECLINED, S.DOCS_REQUESTED, S.PARTIAL}:
            return state, "danger" if row.state is S.DECLINED else "warn"
        expected = claim.approved if claim.approved is not None else detail.calculation.payable
        text = translate("ClaimBoard", "{state} {day} · expected {amount}").format(
            state=state,
            day=formats.day_short(claim.filed_on),
            amount=formats.whole(expected, claim.currency),
        )
        return text, ""
    last = max((one.on for one in detail.events if one.kind == "payment"), default=None)
    text = translate("ClaimBoard", "{day} received {amount}").format(
        day=formats.day_short(last), amount=formats.whole(row.paid, claim.currency)
    )
    return text, "good"


def _grade(customer_id: int | None, read: BoardRead) -> str:
    grade = read.grades.get(customer_id or 0)
    return grade.value if grade is not None else ""
