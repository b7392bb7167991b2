"""What the sample company knows of its customers beside the ledger: profiles, statements, opinions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Registration,
    StatementQuality,
)
from app.domain.credit_file import Profile as FileProfile
from app.domain.credit_file_rules import figures_text
from app.domain.financials import Line
from app.domain.money import exponent
from app.services.sample.account import Account

_STRONG, _FAIR, _WEAK, _BROKEN = range(4)
_HEALTH = {"prompt": _STRONG, "regular": _FAIR, "late": _FAIR, "slow": _WEAK, "worsening": _WEAK}
# per mille of total assets by health: cash, receivables, inventory, other current, intangibles, payables,
# short debt, current liabilities, long debt, total liabilities, retained earnings
_BALANCE = (
    (150, 220, 180, 40, 20, 150, 60, 260, 80, 350, 320),
    (110, 250, 210, 30, 20, 200, 120, 380, 90, 490, 220),
    (40, 300, 290, 30, 15, 290, 260, 640, 110, 770, 60),
    (10, 340, 320, 20, 10, 420, 380, 930, 150, 1090, -240),
)
# per mille of revenue by health: cost of sales, EBIT, interest, net profit, depreciation
_RESULT = ((760, 85, 4, 62, 28), (810, 58, 9, 40, 30), (880, 18, 19, -1, 22), (960, -60, 32, -95, 20))
_INDUSTRIES = ("C3489", "C3670", "C3411", "C3443", "F5174", "C3311")
_STATEMENTS, _FLOWS = 50, 4
"""How many of the customers show us statements, and how many their bank account."""
_CONTRACT = {
    "C1001": ("present", "present", "present", "present", "not_needed", "present"),
    "C1003": ("present", "missing", "weak", "missing", "missing", "present"),
    "C1006": ("present", "weak", "missing", "missing", "missing", "missing"),
    "C1009": ("present", "present", "missing", "weak", "missing", "present"),
}
_POINTS = ("terms", "late_interest", "dispute", "retention_of_title", "guarantee", "jurisdiction")
_TAX_GRADES = ("A", "B", "M", "C")
_TAX_RATED = 3
"""All but every third."""
_ASKED = ("full", "full", "partial", "refused"), ("good", "good", "neutral", "guarded")
"""What the insurer and the bank said, by health."""
_ASKED_FOR, _HOME_ASKED = 3, 4
"""Every third customer abroad and every fourth at home was asked about."""
# code, days ago, kind, source, value, whether confirmed
EVENTS: tuple[tuple[str, int, EventKind, str, str, bool], ...] = (
    ("C1006", 96, EventKind.COURT_RECORD, "中国裁判文书网", "买卖合同纠纷，被告", True),
    ("C1006", 33, EventKind.DISHONEST_DEBTOR, "中国执行信息公开网", "未履行生效判决", True),
    ("C1009", 58, EventKind.COURT_RECORD, "中国裁判文书网", "加工合同纠纷，被告", True),
    ("C1010", 21, EventKind.NEGATIVE_NEWS, "地方媒体", "拖欠工资的报道", False),
    ("C1042", 9, EventKind.COURT_RECORD, "中国裁判文书网", "买卖合同纠纷，被告", True),
    ("C1005", 140, EventKind.REGISTRY_CHANGE, "国家企业信用信息公示系统", "法定代表人变更", True),
)


@dataclass
class Files:
    """Rows of one type each."""

    profiles: list[FileProfile] = field(default_factory=list)
    statements: list[FinancialStatement] = field(default_factory=list)
    flows: list[BankFlow] = field(default_factory=list)
    certifications: list[Certification] = field(default_factory=list)
    points: list[ContractPoint] = field(default_factory=list)
    ratings: list[ExternalRating] = field(default_factory=list)
    events: list[ExternalEvent] = field(default_factory=list)


def file(people: Iterable[tuple[int, Account]], as_of: date, seed: int) -> Files:
    """The credit files of these customers around a day; each customer has chance of its own."""
    made = Files()
    for customer_id, account in people:
        rng = Random(f"{seed}:{account.profile.code}:file")  # noqa: S311 - the sample must repeat
        health = _HEALTH.get(account.profile.habit, _BROKEN if account.profile.habit == "failing" else _FAIR)
        _add_company(made, customer_id, account, health, rng, as_of)
        if customer_id <= _STATEMENTS:
            _add_statements(made, customer_id, account, health, rng, as_of)
        if customer_id <= _FLOWS:
            _add_flows(made, customer_id, account, rng, as_of)
        _add_outside(made, customer_id, account, health, as_of)
    return made


def _add_company(
    made: Files, customer_id: int, account: Account, health: int, rng: Random, as_of: date
) -> None:
    profile = account.profile
    capital = round(profile.size * rng.choice((20, 30, 50))) // 1000 * 1000 * _cents(account)
    made.profiles.append(
        FileProfile(
            customer_id,
            "有限责任公司" if profile.country == "CN" else "",
            date(as_of.year - rng.randint(4, 24), rng.randint(1, 12), rng.randint(1, 28)),
            capital,
            capital if health == _STRONG else capital // 2,
            profile.currency,
            rng.choice(_INDUSTRIES),
            registration=Registration.ABNORMAL if health == _BROKEN else Registration.NORMAL,
            registration_on=as_of - timedelta(rng.randint(20, 200)),
            employees=rng.randint(20, 400),
            sanctions_on=as_of - timedelta(rng.randint(10, 150)),
        )
    )
    if rng.random() < 0.6:  # noqa: PLR2004 - three in five
        until = as_of + timedelta(rng.randint(-60, 700))
        made.certifications.append(
            Certification(customer_id, "ISO 9001", f"CNQ-{customer_id:05}", until, "认监委网站")
        )
    for point, state in zip(_POINTS, _CONTRACT.get(profile.code, ()), strict=False):
        made.points.append(ContractPoint(customer_id, point, state))


def _cents(account: Account) -> int:
    """Minor units in a major one of the customer's currency."""
    return int(10 ** exponent(account.profile.currency))


def _add_statements(
    made: Files, customer_id: int, account: Account, health: int, rng: Random, as_of: date
) -> None:
    """Two years of statements; last year's comes in May."""
    size = round(account.profile.size * account.profile.rate * 12 * rng.uniform(6, 14)) * _cents(account)
    quality = rng.choice((StatementQuality.AUDITED, StatementQuality.MANAGEMENT, StatementQuality.TAX_RETURN))
    newest = as_of.year - (1 if (as_of.month, as_of.day) >= (5, 1) else 2)
    for year, share in ((newest - 1, rng.uniform(0.85, 1.1)), (newest, 1.0)):
        revenue = round(size * share)
        text = figures_text(_figures(health, revenue, round(revenue * rng.uniform(0.6, 0.9))))
        made.statements.append(
            FinancialStatement(
                customer_id,
                date(year, 12, 31),
                account.profile.currency,
                text,
                quality=quality,
                source="客户提供",
                received_on=date(year + 1, 4, 28),
            )
        )


def _figures(health: int, revenue: int, assets: int) -> dict[Line, int]:
    """A whole statement out of shares; it balances."""
    balance = [assets * share // 1000 for share in _BALANCE[health]]
    cash, owed, stock, other, intangible, payable, short, current, long, liabilities, retained = balance
    cost, ebit, interest, net, depreciation = (revenue * share // 1000 for share in _RESULT[health])
    return {
        Line.CASH: cash,
        Line.RECEIVABLES: owed,
        Line.INVENTORY: stock,
        Line.CURRENT_ASSETS: cash + owed + stock + other,
        Line.INTANGIBLES: intangible,
        Line.TOTAL_ASSETS: assets,
        Line.PAYABLES: payable,
        Line.SHORT_DEBT: short,
        Line.CURRENT_LIABILITIES: max(current, payable + short),
        Line.LONG_DEBT: long,
        Line.TOTAL_LIABILITIES: liabilities,
        Line.RETAINED_EARNINGS: retained,
        Line.EQUITY: assets - liabilities,
        Line.REVENUE: revenue,
        Line.COST_OF_SALES: cost,
        Line.EBIT: ebit,
        Line.INTEREST: interest,
        Line.PROFIT_BEFORE_TAX: ebit - interest,
        Line.TAX: ebit - interest - net,
        Line.NET_PROFIT: net,
        Line.DEPRECIATION: depreciation,
        Line.OPERATING_CASH_FLOW: net + depreciation,
    }


def _add_flows(made: Files, customer_id: int, account: Account, rng: Random, as_of: date) -> None:
    first = as_of.replace(day=1)
    for _ in range(6):
        first = (first - timedelta(1)).replace(day=1)
        money_in = round(account.profile.size * rng.uniform(30, 50)) * _cents(account)
        made.flows.append(
            BankFlow(
                customer_id,
                first,
                account.profile.currency,
                money_in,
                round(money_in * rng.uniform(0.9, 1.05)),
                source="客户网银截图",
            )
        )


def _add_outside(made: Files, customer_id: int, account: Account, health: int, as_of: date) -> None:
    profile = account.profile
    _add_opinions(made, customer_id, home=profile.country == "CN", health=health, as_of=as_of)
    if profile.country == "CN" and customer_id % _TAX_RATED:
        on = date(as_of.year if as_of.month > 4 else as_of.year - 1, 4, 30)  # noqa: PLR2004 - published in April
        grade = _TAX_GRADES[health]
        made.ratings.append(ExternalRating(customer_id, "纳税信用", grade, on, "A-D", source="税务局网站"))
    for code, ago, kind, source, value, confirmed in EVENTS:
        if code == profile.code:
            made.events.append(
                ExternalEvent(
                    customer_id,
                    kind,
                    as_of - timedelta(ago),
                    source,
                    value,
                    profile.identifier if confirmed else "",
                    "方雪莹" if confirmed else "",
                )
            )


def _add_opinions(made: Files, customer_id: int, *, home: bool, health: int, as_of: date) -> None:
    """What the insurer would cover and what the bank thinks, where somebody asked."""
    if customer_id % (_HOME_ASKED if home else _ASKED_FOR):
        return
    on = as_of - timedelta(40 + customer_id * 11 % 250)
    kinds = (EventKind.INSURER_OPINION, "信用保险公司"), (EventKind.BANK_REFERENCE, "开户银行")
    for (kind, source), said in zip(kinds, _ASKED, strict=True):
        made.events.append(ExternalEvent(customer_id, kind, on, source, said[health]))
