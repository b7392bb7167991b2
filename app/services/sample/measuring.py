"""How the sample company measures itself: own statements, own cash, provisions, tests, plans, a review.

What it books and reports it booked and reported on the day, through the services of that day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.calendar import month_after
from app.domain.cash_overlay import CashEvent, Overlay, Who
from app.domain.cash_overlay import EventKind as CashEventKind
from app.domain.credit_file import FinancialStatement, StatementQuality
from app.domain.credit_policy import Rule
from app.domain.credit_policy_text import CreditPolicy
from app.domain.financials import Line
from app.domain.measure_record import CashItem, Finding, PeriodReview, SpecificProvision
from app.domain.stress import EventKind
from app.domain.stress_scenario import Shock, StressScenario, Whom
from app.services.cash_views import CashAssumptions, CashBalance
from app.services.sample.deciding import BOOKS, CREDIT, OWNER, SALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.financials import Figures
    from app.services.ports import Store
    from app.services.sample.deciding import Scene, Services

HOME = "CNY"
_YUAN = 100
_BOOKED = 4
_CLOSED_AFTER, _REVIEWED_AFTER = 8, 13
"""Days after a quarter's end on which its books are closed, and its review is reported."""


def measure(scene: Scene, store: Store) -> None:
    """Statements, cash and provisions first: tests and the review read them."""
    own_statements(scene)
    own_cash(scene)
    provide(scene)
    study(scene)
    prepare(scene)
    review(scene, store)


def ends(as_of: date, many: int) -> list[date]:
    """The last quarter ends up to a day, the oldest first."""
    day = as_of + timedelta(1)
    found: list[date] = []
    while len(found) < many:
        day = day.replace(day=1) - timedelta(1)
        if day.month % 3 == 0:
            found.append(day)
    return found[::-1]


def over(as_of: date, many: int) -> list[date]:
    """The last quarter ends whose books are closed by a day, the oldest first."""
    return ends(as_of - timedelta(_REVIEWED_AFTER), many)


# -- own statements -----------------------------------------------------------------------------------

_SHARES: tuple[tuple[int, int, int, int], ...] = (
    (215, 585, 588, 300),
    (208, 570, 602, 292),
    (196, 562, 611, 286),
    (190, 548, 624, 279),
    (177, 531, 640, 268),
    (157, 520, 655, 262),
)
"""Cash, inventory, payables and short debts per mille of the receivables, the oldest quarter first."""
_PREPAID, _INTANGIBLES, _FIXED, _OTHER_DEBTS, _LONG_DEBT, _RETAINED = 40, 60, 740, 90, 180, 520
_REVENUE, _COST, _EBIT, _INTEREST, _NET, _DEPRECIATION = 985, 792, 74, 11, 47, 31
"""Revenue of a quarter of the receivables; the others of the revenue, per mille."""
_YEARS, _YEARLY_GROWTH = 2, 8


def own_statements(scene: Scene) -> None:
    """Of the last quarters from the books, of the last years as audited."""
    found: list[tuple[FinancialStatement, Figures]] = []
    quarters = ends(scene.as_of, len(_SHARES))
    owed = [scene.now.provisions.provision(day).gross for day in quarters]
    for day, gross, shares in zip(quarters, owed, _SHARES, strict=True):
        source = "财务软件导出" if day < scene.as_of else "月度快报，未结账"
        made = FinancialStatement(0, day, HOME, "{}", 3, source=source)
        found.append((made, _figures(gross, 3, shares)))
    for back in range(_YEARS, 0, -1):
        gross = owed[0] * (100 - _YEARLY_GROWTH * (back - 1)) // 100
        day, quality = date(scene.as_of.year - back, 12, 31), StatementQuality.AUDITED
        made = FinancialStatement(0, day, HOME, "{}", quality=quality, source="审计报告")
        found.append((made, _figures(gross, 12, _SHARES[0])))
    scene.now.liquidity.save_statements(found)


def _figures(owed: int, months: int, shares: tuple[int, int, int, int]) -> Figures:
    """A whole statement out of shares of the receivables; it balances."""
    cash, stock, payable, borrowed = (owed * share // 1000 for share in shares)
    prepaid, intangible, long = (owed * share // 1000 for share in (_PREPAID, _INTANGIBLES, _LONG_DEBT))
    current = owed + cash + stock + prepaid
    total = current + intangible + owed * _FIXED // 1000
    short = payable + borrowed + owed * _OTHER_DEBTS // 1000
    revenue = owed * _REVENUE * months // 3000
    cost, ebit, interest, net, spent = (
        revenue * share // 1000 for share in (_COST, _EBIT, _INTEREST, _NET, _DEPRECIATION)
    )
    return {
        Line.CASH: cash,
        Line.RECEIVABLES: owed,
        Line.INVENTORY: stock,
        Line.PREPAID: prepaid,
        Line.CURRENT_ASSETS: current,
        Line.INTANGIBLES: intangible,
        Line.TOTAL_ASSETS: total,
        Line.PAYABLES: payable,
        Line.SHORT_DEBT: borrowed,
        Line.CURRENT_LIABILITIES: short,
        Line.LONG_DEBT: long,
        Line.TOTAL_LIABILITIES: short + long,
        Line.RETAINED_EARNINGS: owed * _RETAINED // 1000,
        Line.EQUITY: total - short - long,
        Line.REVENUE: revenue,
        Line.COST_OF_SALES: cost,
        Line.EBIT: ebit,
        Line.INTEREST: interest,
        Line.PROFIT_BEFORE_TAX: ebit - interest,
        Line.TAX: ebit - interest - net,
        Line.NET_PROFIT: net,
        Line.DEPRECIATION: spent,
        Line.OPERATING_CASH_FLOW: net + spent,
        Line.DEBT_SERVICE: interest + long * months // 60,
    }


# -- own cash -----------------------------------------------------------------------------------------

_CASH, _LEAST = 3_180_000, 800_000
_ROUND = 10_000 * _YUAN


@dataclass(frozen=True, slots=True)
class _Paid:
    """What goes out on a day of the month (0: every week from the next Friday), in thousands."""

    label: str
    kind: str
    day: int
    thousands: int
    every: str = "month"
    until_months: int = 12


_OUT = (
    _Paid("线材与盘条货款", "suppliers", 0, 945, "week", 4),
    _Paid("电镀与热处理外协", "suppliers", 25, 460),
    _Paid("工资与社保", "wages", 10, 890),
    _Paid("增值税及附加", "tax", 15, 380),
    _Paid("厂房租金", "rent", 5, 165),
    _Paid("流动资金贷款利息", "loan", 21, 68),
    _Paid("信用保险保费", "premium", 18, 33, "quarter"),
)
_ONCE = (
    _Paid("年终奖", "wages", 24, 920),
    _Paid("企业所得税季度预缴", "tax", 15, 210, "quarter"),
    _Paid("归还一年期贷款本金", "loan", 20, 1500),
    _Paid("出口退税", "tax", 26, -240),
)
_ONCE_MONTHS = (1, 1, 3, 2)
_FRIDAY = 4


def own_cash(scene: Scene) -> None:
    """What is on the accounts today, and what is paid beside what customers owe."""
    cash = scene.now.cash
    balance = CashBalance(scene.as_of, _CASH * _YUAN, "三家银行账户余额合计")
    assumed = CashAssumptions(minimum=_LEAST * _YUAN, source="总经理确定的最低备付")
    cash.save_position(balance, assumed)
    for item in _items(scene.as_of):
        cash.save_item(item)
    late = CashEvent(CashEventKind.LATE, Who.ALL, days=20)
    fewer = CashEvent(CashEventKind.SALES, percent=Decimal(15))
    lowest = cash.forecast(scene.as_of).lowest
    if lowest is not None and (lowest.balance or 0) < 0:
        # On some days more falls due: it must not run out, or nothing is left to ask in reverse.
        more = -(-(_LEAST * _YUAN // 2 - (lowest.balance or 0)) // _ROUND) * _ROUND
        cash.save_balance(replace(balance, amount=balance.amount + more))
    cash.save_overlay(Overlay("春节后回款晚 20 天", (late, fewer), note="按前两年节后回款估计"))


def _items(as_of: date) -> Iterator[CashItem]:
    month = as_of.replace(day=1)
    for paid in _OUT:
        first = as_of + timedelta((_FRIDAY - as_of.weekday()) % 7 or 7)
        if paid.day:
            day = as_of.replace(day=paid.day)
            first = day if day > as_of else month_after(month, 1, paid.day)
        until = month_after(first, paid.until_months, 28)
        yield CashItem(first, paid.thousands * 1000 * _YUAN, HOME, paid.label, paid.kind, paid.every, until)
    for paid, ahead in zip(_ONCE, _ONCE_MONTHS, strict=True):
        on = month_after(month, ahead, paid.day)
        every = paid.every if paid.every == "quarter" else ""
        last = month_after(on, 12, 28) if every else None
        yield CashItem(on, paid.thousands * 1000 * _YUAN, HOME, paid.label, paid.kind, every, last)


# -- provisions ---------------------------------------------------------------------------------------

_SPECIFIC = (
    ("C1012", 78, 90, "法院受理破产申请，无担保"),
    ("C1006", 30, 60, "停产，已委托律师；有部分保险"),
)


def provide(scene: Scene) -> None:
    """Booked at the ends of the last quarters; two debtors are provided for by themselves."""
    for code, ago, share, why in _SPECIFIC:
        day = scene.ago(ago)
        record = SpecificProvision(scene.customers[code], day, Decimal(share), why)
        scene.at(day).provisions.save_specific(record)
    for day in over(scene.as_of, _BOOKED):
        closing = scene.at(day + timedelta(_CLOSED_AFTER))
        closing.provisions.book(day, by=BOOKS, note="季末计提")


# -- what if ------------------------------------------------------------------------------------------

_KEY = ("C1001", "C1002", "C2001")


def study(scene: Scene) -> None:
    """A test of the largest customers, kept; two credit policies to compare."""
    now = scene.now
    ids = [scene.customers[code] for code in _KEY]
    now.stress.set_key_customers(ids)
    own = StressScenario(
        "",
        (
            Shock(EventKind.FAIL, Decimal(100), Whom.LARGEST),
            Shock(EventKind.DELAY, Decimal(30)),
        ),
        "最大客户违约，其余晚付 30 天",
    )
    now.stress.keep(own)
    ground = now.stress.ground()
    tried = [now.stress.outcome(one, ground) for one in (own, now.stress.failing(ids))]
    now.stress.keep_run(tried, ground, "年度重要客户压力测试", CREDIT)
    for policy, note in _policies():
        now.credit_policies.keep(policy, note=note)


def _policies() -> Iterator[tuple[CreditPolicy, str]]:
    tight = (
        Rule("A"),
        Rule("B"),
        Rule("C", terms_days=Decimal(30), limit_share=Decimal(80)),
        Rule("D", prepaid=Decimal(100)),
    )
    yield CreditPolicy("收紧 C、D 级", tight), "C 级账期减到 30 天、额度八折，D 级款到发货"
    swift = (
        Rule("A", discount=Decimal(1), discount_taken=Decimal(40)),
        Rule("B", discount=Decimal(1), discount_taken=Decimal(25)),
        Rule("C"),
        Rule("D"),
    )
    yield CreditPolicy("早付优惠 1%", swift), "A、B 级 10 天内付款优惠 1%"


# -- contingency --------------------------------------------------------------------------------------

_PLANS, _DRILLED_AGO, _DRILLED_FOR = 3, 118, 6
_DRILLED_LEVEL = 2
_OUTCOME = "演练完成：两家银行备用额度未及时确认，已补签；保险通知模板已更新。"
_PEOPLE = (OWNER, CREDIT, SALES, BOOKS)


def prepare(scene: Scene) -> None:
    """Plans of three levels; the second was drilled."""
    scene.now.contingency.take_shipped("zh")
    for view in scene.now.contingency.plans():
        contacts = tuple(
            replace(one, name=_PEOPLE[n % len(_PEOPLE)] if n else "", phone=f"0574-5550 {120 + n:04d}")
            for n, one in enumerate(view.text.contacts)
        )
        scene.now.contingency.save(view.plan, replace(view.text, contacts=contacts))
    plan = next(one.plan for one in scene.now.contingency.plans() if one.plan.level == _DRILLED_LEVEL)
    begun, ended = scene.ago(_DRILLED_AGO), scene.ago(_DRILLED_AGO - _DRILLED_FOR)
    run_id = scene.at(begun).contingency.start(plan.id, "drill", CREDIT)[0]
    run = scene.now.contingency.run(run_id)
    for place in range(len(run.ticks) - 1):
        by = _PEOPLE[place % len(_PEOPLE)]
        scene.at(ended).contingency.tick(run_id, place, done=True, by=by)
    scene.at(ended).contingency.end(run_id, _OUTCOME)


# -- the review ---------------------------------------------------------------------------------------

_CHANGES = "三季度海外订单增加，华东两家光伏支架客户付款明显变慢；钢价回落，存货占用下降。"
_ADJUSTED = "C 级客户账期由 60 天改为 45 天；单一客户占比上限设为 15%；逾期 60 天以上暂停发货。"
_LESSONS = "对账差异要当周处理；保险公司下调限额后应立即核对未发订单。"
_ACTIONS = {
    "over_90": ("停止赊销，恢复须总经理书面批准。", OWNER, -5),
    "uninsured": ("向保险公司申请限额；批复前改为款到发货。", CREDIT, 12),
    "broken": ("与客户财务对账，重新约定付款日期。", SALES, 9),
    "target": ("按月跟踪，未改善则收紧账期。", CREDIT, 30),
}
"""What is done about the weightiest finding of a kind, by whom, and how many days from today."""
_OWN, _OWN_ACTION, _OWN_DUE = "季度末三天集中开票，导致 DSO 偏高。", "改为按发货日开票。", 20


def review(scene: Scene, store: Store) -> None:
    """The review of the last quarter closed is locked; the running one took its open findings over."""
    end = over(scene.as_of, 1)[-1]
    name = _quarter(end)
    then = scene.at(end + timedelta(_REVIEWED_AFTER))
    then.reviews.begin(name)
    begun = next(one for one in store.find(PeriodReview) if one.end == end)
    written = replace(begun, changes=_CHANGES, adjusted=_ADJUSTED, lessons=_LESSONS)
    then.reviews.save(replace(written, prepared_by=CREDIT, reviewed_by=OWNER))
    _follow(scene, then, begun.id)
    then.reviews.lock(name)
    scene.now.reviews.begin(_quarter(scene.as_of))


def _follow(scene: Scene, then: Services, review_id: int) -> None:
    """One finding of a kind is followed up, one was written by hand; the others are done or dropped."""
    rest = []
    kinds = dict(_ACTIONS)
    for view in then.reviews.findings(review_id):
        if (told := kinds.pop(view.finding.code, None)) is None:
            rest.append(view.finding.id)
            continue
        action, owner, days = told
        due = scene.as_of + timedelta(days)
        then.reviews.save_finding(replace(view.finding, action=action, owner=owner, due=due))
    due = scene.as_of + timedelta(_OWN_DUE)
    then.reviews.save_finding(Finding(review_id, text=_OWN, action=_OWN_ACTION, owner=BOOKS, due=due))
    if rest:
        then.reviews.drop(rest[-1:], "与上一条重复")
        then.reviews.finish(rest[:-1], "已办结")


def _quarter(day: date) -> str:
    """The quarter a day lies in, as 2025Q4."""
    return f"{day.year}Q{(day.month - 1) // 3 + 1}"
