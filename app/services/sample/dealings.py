"""Calls, visits and agreements of the last weeks, and what the company chose for its collecting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.activity import Activity, ActivityKind, ActivityResult
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.setting import Setting
from app.services.sample.account import Account

_CALL, _VISIT, _MESSAGE, _EMAIL, _NOTE = (
    ActivityKind.CALL,
    ActivityKind.VISIT,
    ActivityKind.MESSAGE,
    ActivityKind.EMAIL,
    ActivityKind.NOTE,
)
_R = ActivityResult
# code, days ago, kind, result, note, next action, days until it (None: none), whether it is done
_LOG: tuple[tuple[str, int, ActivityKind, ActivityResult, str, str, int | None, bool], ...] = (
    ("C1003", 3, _CALL, _R.PROMISED, "财务答应月初先付一笔", "", None, False),
    ("C1003", 16, _CALL, _R.CALL_BACK, "经办出差，下周再打", "回电确认付款日", -8, True),
    ("C1005", 4, _CALL, _R.PROMISED, "船东回款后即付", "", None, False),
    ("C1006", 13, _VISIT, _R.CANNOT_PAY, "厂区停产，仅留守人员，资料移交律师", "", None, False),
    ("C1006", 41, _CALL, _R.NO_ANSWER, "三个电话均无人接听", "上门核实", -28, True),
    ("C1009", 6, _MESSAGE, _R.INFORMED, "已发对账单，等质检意见", "问质检结论", 1, False),
    ("C1010", 9, _CALL, _R.REFUSED, "称资金被占用，二期暂不付", "", None, False),
    ("C1011", 5, _VISIT, _R.PROMISED, "见财务总监，书面承诺付款日", "", None, False),
    ("C1019", 2, _CALL, _R.PAYMENT_SENT, "称昨日已开出承兑", "核对票据要素", 0, False),
    ("C1020", 27, _CALL, _R.PAYMENT_SENT, "还款计划首期已付", "", None, False),
    ("C1036", 7, _CALL, _R.NO_ANSWER, "", "再打一次，找老板娘", -1, False),
    ("C1044", 5, _CALL, _R.CANNOT_PAY, "商票被拒付，承兑人账户冻结", "要求换现金或银票", 2, False),
    ("C1040", 30, _NOTE, _R.NONE, "质保金一直未确认，留意诉讼时效", "", None, False),
    ("C2002", 6, _EMAIL, _R.INFORMED, "Statement sent, asked for a payment date", "", None, False),
    ("C2006", 12, _CALL, _R.CALL_BACK, "Signora Bettini back next week", "Call again", -4, True),
)
TARGETS = {"receivables": "22000000", "overdue_rate": "25", "dso": "75", "promises_kept": "70"}
_RUNNING_SIGNED = 2


@dataclass
class Dealings:
    """Rows of one type each, numbered from 1."""

    activities: list[Activity] = field(default_factory=list)
    plans: list[PaymentPlan] = field(default_factory=list)
    items: list[PlanItem] = field(default_factory=list)
    parts: list[PlanPart] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)


def deal(accounts: Iterable[tuple[int, Account]], as_of: date) -> Dealings:
    """The log and the plans of these customers, and the company's targets."""
    people = list(accounts)
    made = Dealings(settings=[Setting(f"kpi.target.{key}", f'"{one}"') for key, one in TARGETS.items()])
    ids = {account.profile.code: (n, account) for n, account in people}
    for code, ago, kind, result, note, action, until, done in _LOG:
        customer_id, account = ids[code]
        on = as_of - timedelta(ago)
        following = None if until is None else as_of + timedelta(until)
        made.activities.append(
            Activity(
                customer_id,
                on,
                kind,
                result,
                person=account.profile.contact,
                by="方雪莹",
                note=note,
                next_action=action,
                next_on=following,
                next_done_on=following if done else None,
            )
        )
    for customer_id, account in people:
        _add_plans(made, customer_id, account)
    return made


def _add_plans(made: Dealings, customer_id: int, account: Account) -> None:
    for one in account.agreements:
        plan_id = len(made.plans) + 1
        made.plans.append(
            PaymentPlan(
                customer_id,
                account.profile.currency,
                one.agreed,
                number=f"HK{one.agreed:%y%m}-{plan_id:02d}",
                grace_days=one.grace,
                signed_on=one.agreed + timedelta(_RUNNING_SIGNED),
                note=one.note,
                id=plan_id,
            )
        )
        made.items += [
            PlanItem(plan_id, post.id, amount, settled_then=before) for post, amount, before in one.items
        ]
        made.parts += [PlanPart(plan_id, seq, due, amount) for seq, (due, amount) in enumerate(one.parts, 1)]
