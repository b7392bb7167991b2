"""How the sample company is insured: two policies, what the insurers decided about its buyers, shipments.

Whom it sells to on open account is insured for the most part; some buyers have no limit, some too
small a one, some terms that are too long, and a few were stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.calendar import month_after
from app.domain.insurance_record import (
    InsurancePolicy,
    LimitDecision,
    PremiumPayment,
    Shipment,
)
from app.domain.policy import Anchor, Basis, Cause, CountryTerms, Frequency, Period, PolicyTerms, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.sample.deciding import Scene

HOME, ABROAD = "CNY", "USD"
_MONTHS_IN = 8
"""The running policies began so many months before the month of the day."""
_HOLDER = "甬联紧固件（宁波）有限公司"
_INSURERS = {HOME: "样例财产保险股份有限公司", ABROAD: "样例出口信用保险股份有限公司"}
_PRODUCTS = {HOME: "国内贸易信用险", ABROAD: "短期出口信用险"}
_NUMBERS = {HOME: "DZ-{year}-0417", ABROAD: "CK-{year}-0092"}
_BEFORE = "DZ-{year}-0388"
_NOTIFY_DAYS, _DECLARE_DAYS = 60, 10
_DECLARED_AFTER = 5
"""Days after the end of a period on which its turnover is declared."""
_SETTLED_AFTER = 25
_YUAN = 100

_WHERE_HOME = {
    "insured_pct": "保险单明细表 第 6 项",
    "max_terms_days": "保险单明细表 第 8 项",
    "max_extension_days": "保险单明细表 第 9 项",
    "waiting_days": "条款 第 12 条",
    "notify": "条款 第 15 条",
    "notify_minimum": "特别约定 第 3 条",
    "adverse": "条款 第 16 条",
    "claim": "条款 第 21 条",
    "answer": "条款 第 24 条",
    "documents": "条款 第 23 条",
    "threshold": "保险单明细表 第 11 项",
    "max_liability": "保险单明细表 第 10 项",
    "premium_rate": "保险单明细表 第 13 项",
    "min_premium": "保险单明细表 第 14 项",
    "deposit_premium": "保险单明细表 第 15 项",
    "declaration": "条款 第 9 条",
    "declaration_due": "条款 第 9 条",
    "vat_covered": "扩展条款 15：包含增值税的承保",
    "discretionary_limit": "保险单明细表 第 12 项",
    "discretionary_evidence": "特别约定 第 5 条",
    "stop_at_mep": "条款 第 11 条",
    "recovery_rule": "条款 第 28 条",
    "excluded_methods": "条款 第 5 条",
}
_WHERE_ABROAD = {
    "insured_pct": "Schedule, item 5",
    "pct_by_cause": "Schedule, item 5",
    "max_terms_days": "Schedule, item 7",
    "waiting_days": "Article 13",
    "notify": "Article 16",
    "adverse": "Article 16",
    "claim": "Article 20",
    "answer": "Article 22",
    "aggregate_first_loss": "Schedule, item 9",
    "max_liability": "Schedule, item 8",
    "premium_rate": "Schedule, item 11",
    "declaration": "Article 10",
    "declaration_due": "Article 10",
    "countries": "Country schedule",
    "recovery_rule": "Article 25",
    "fx_rule": "Article 14",
}


@dataclass(frozen=True, slots=True)
class Insured:
    """The scene with the policies on it: the two that run, and last year's at home."""

    scene: Scene
    home: InsurancePolicy
    abroad: InsurancePolicy
    before: InsurancePolicy

    def of(self, code: str) -> InsurancePolicy:
        """The running policy for a buyer."""
        return self.home if code.startswith("C1") else self.abroad


# -- policies -----------------------------------------------------------------------------------------


def agree(scene: Scene) -> Insured:
    """Two policies in force, one of them a renewal, compared with the paper."""
    start = month_after(scene.as_of.replace(day=1), -_MONTHS_IN, 1)
    earlier = _kept(
        scene, _policy(HOME, start.replace(year=start.year - 1), _BEFORE, _last_year()), _last_year()
    )
    abroad = _kept(scene, _policy(ABROAD, start, _NUMBERS[ABROAD], _abroad()), _abroad())
    home = _policy(HOME, start, _NUMBERS[HOME], _home())
    running = _kept(scene, replace(home, previous_id=earlier.id), _home())
    return Insured(scene, running, abroad, earlier)


def _policy(currency: str, start: date, number: str, terms: PolicyTerms) -> InsurancePolicy:
    return InsurancePolicy(
        _INSURERS[currency],
        number.format(year=start.year),
        start,
        start.replace(year=start.year + 1) - timedelta(1),
        currency,
        "",
        product=_PRODUCTS[currency],
        holder=_HOLDER,
        broker="样例保险经纪有限公司",
        contact="薛明澈 021-5550 0090" if terms.scope is Scope.DOMESTIC else "Claire Ashdown +00 555 0199",
    )


def _kept(scene: Scene, record: InsurancePolicy, terms: PolicyTerms) -> InsurancePolicy:
    policies = scene.now.policies
    policies.save(record, terms)
    found = next(one for one in policies.all() if one.record.number == record.number)
    policies.activate(found.id, record.start)
    return replace(found.record, state="active", checked_on=record.start, version=found.record.version + 1)


def _last_year() -> PolicyTerms:
    """The clauses before the renewal: turnover by quarter, no stop, a lower maximum liability."""
    return replace(
        _home(),
        stop_at_mep=False,
        declaration=Frequency.QUARTER,
        max_liability=12_000_000 * _YUAN,
        premium_rate=Decimal("0.28"),
        discretionary_limit=100_000 * _YUAN,
    )


def _home() -> PolicyTerms:
    return PolicyTerms(
        scope=Scope.DOMESTIC,
        insured_pct=Decimal(90),
        insured_pct_discretionary=Decimal(80),
        max_terms_days=120,
        max_extension_days=90,
        invoicing_days=30,
        waiting_days=120,
        waiting_anchor=Anchor.NOTICE,
        notify=(Period(Anchor.DUE, _NOTIFY_DAYS),),
        notify_minimum=40_000 * _YUAN,
        adverse=(Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING),),
        claim=(Period(Anchor.WAITING_END, 34),),
        documents=(Period(Anchor.KNOWLEDGE, 30),),
        answer=(Period(Anchor.FILED, 30),),
        objection=(Period(Anchor.DECISION, 30),),
        threshold=5_000 * _YUAN,
        max_liability=18_000_000 * _YUAN,
        premium_rate=Decimal("0.26"),
        min_premium=120_000 * _YUAN,
        deposit_premium=40_000 * _YUAN,
        limit_fee=200 * _YUAN,
        declaration=Frequency.MONTH,
        declaration_due=Period(Anchor.PERIOD_END, _DECLARE_DAYS),
        vat_covered=True,
        vat_pct=Decimal(13),
        discretionary_limit=200_000 * _YUAN,
        discretionary_evidence="近 12 个月两次按期付款，或书面资信报告",
        excluded_methods=("CIA", "LC"),
        excluded_kinds=("public",),
        where=_WHERE_HOME,
    )


def _abroad() -> PolicyTerms:
    return PolicyTerms(
        scope=Scope.EXPORT,
        insured_pct=Decimal(90),
        pct_by_cause={Cause.REJECTION: Decimal(80)},
        max_terms_days=120,
        waiting_days=120,
        waiting_anchor=Anchor.DUE,
        waiting_days_political=180,
        notify=(Period(Anchor.DUE, _NOTIFY_DAYS),),
        adverse=(Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING),),
        claim=(Period(Anchor.NOTICE, months=6),),
        answer=(Period(Anchor.FILED, months=4),),
        aggregate_first_loss=5_000 * _YUAN,
        max_liability=900_000 * _YUAN,
        premium_rate=Decimal("0.45"),
        min_premium=8_000 * _YUAN,
        deposit_premium=4_000 * _YUAN,
        declaration=Frequency.QUARTER,
        declaration_due=Period(Anchor.PERIOD_END, _DECLARE_DAYS),
        stop_at_mep=False,
        excluded_countries=("IR", "KP", "SY"),
        excluded_methods=("CIA", "LC"),
        countries=(
            CountryTerms("AE", pct=Decimal(80), waiting_days=180),
            CountryTerms("PL", max_terms_days=60),
            CountryTerms("RU", open=False),
        ),
        where=_WHERE_ABROAD,
    )


# -- buyer limits -------------------------------------------------------------------------------------

# code, days ago, outcome, thousands granted, thousands asked for, days from now until which it holds
_NAMED: tuple[tuple[str, int, str, int, int, int], ...] = (
    ("C1001", 262, "granted", 1300, 1500, 0),
    ("C1002", 262, "granted", 800, 800, 0),
    ("C1003", 258, "granted", 900, 900, 0),
    ("C1003", 8, "requested", 0, 1200, 0),
    ("C1004", 250, "granted", 500, 500, 0),
    ("C1004", 5, "requested", 0, 700, 0),
    ("C1005", 244, "granted", 700, 700, 0),
    ("C1006", 244, "granted", 450, 450, 0),
    ("C1007", 231, "granted", 400, 400, 0),
    ("C1008", 231, "granted", 500, 500, 0),
    ("C1009", 262, "granted", 900, 900, 0),
    ("C1010", 240, "granted", 500, 500, 0),
    ("C1011", 255, "granted", 500, 500, 0),
    ("C1012", 251, "granted", 200, 300, 0),
    ("C1013", 225, "granted", 300, 300, 24),
    ("C1019", 214, "partial", 450, 700, 0),
    ("C1020", 262, "partial", 500, 800, 0),
    ("C1023", 240, "granted", 300, 300, 0),
    ("C1024", 201, "granted", 400, 400, 0),
    ("C1025", 236, "granted", 500, 500, 0),
    ("C1026", 190, "granted", 250, 250, 0),
    ("C1031", 201, "granted", 350, 350, 0),
    ("C1038", 240, "granted", 600, 600, 0),
    ("C1040", 262, "declined", 0, 150, 0),
    ("C1041", 230, "granted", 400, 400, 0),
    ("C1041", 96, "reduced", 250, 0, 0),
    ("C1042", 180, "granted", 250, 250, 0),
    ("C1044", 250, "granted", 300, 300, -21),
    ("C1044", 4, "requested", 0, 300, 0),
    ("C1046", 175, "granted", 300, 300, 0),
    ("C2001", 262, "granted", 80, 80, 0),
    ("C2002", 262, "granted", 100, 100, 0),
    ("C2002", 12, "requested", 0, 130, 0),
    ("C2003", 240, "granted", 60, 60, 0),
    ("C2004", 240, "granted", 40, 40, 0),
    ("C2005", 233, "granted", 50, 50, 0),
    ("C2006", 233, "granted", 90, 120, 0),
    ("C2007", 220, "granted", 40, 40, 0),
    ("C2008", 220, "granted", 20, 20, 0),
    ("C2009", 210, "granted", 60, 60, 0),
    ("C2009", 41, "withdrawn", 0, 0, 0),
    ("C2010", 199, "partial", 35, 60, 0),
    ("C2011", 210, "granted", 25, 25, 0),
    ("C2012", 210, "granted", 30, 30, 0),
    ("C2013", 196, "declined", 0, 40, 0),
)
_CONDITIONS = {
    "C1019": "超过批复部分需提供股东担保",
    "C1020": "账期不超过 90 天",
    "C2006": "Terms not longer than 90 days",
    "C1041": "订单连续下滑，额度下调",
    "C2009": "Filed for creditor protection talks",
    "C1040": "付款记录不良",
    "C2013": "No accounts filed",
}
_TERMS_DAYS = {"C1020": 90, "C2006": 90}
_OWN = (
    ("C1014", 100), ("C1015", 200), ("C1016", 200), ("C1017", 200), ("C1021", 80), ("C1022", 120),
    ("C1027", 200), ("C1028", 100), ("C1032", 120), ("C1035", 180), ("C1036", 160), ("C1037", 120),
    ("C1039", 150), ("C1043", 150), ("C1045", 150), ("C1029", 90), ("C1033", 110),
)  # fmt: skip
"""Limits of the company's own choice, thousands; the policy lets it up to a sum, with evidence."""
_EVIDENCE = (
    "近 12 个月付款 6 次，均在到期 5 日内",
    "资信报告 2 级（样例资信，近半年）",
    "年度审计报告及两次按期付款",
)
_TOP_UP = ("C1001", 30, 200, 45)
_LAST_YEAR = (("C1001", 1000), ("C1002", 700), ("C1006", 500), ("C1009", 800), ("C1040", 120))


def limit_buyers(here: Insured) -> None:
    """The insurers' decisions, those of the company itself, and a top-up for the season."""
    policies = here.scene.now.policies
    for decision in _decisions(here):
        policies.decide(decision)


def _decisions(here: Insured) -> Iterator[LimitDecision]:
    as_of = here.scene.as_of
    for code, thousands in _LAST_YEAR:
        on = here.before.start
        yield _decision(here, here.before, code, on, "granted", thousands, thousands)
    for code, ago, outcome, given, asked, until in _NAMED:
        on = max(here.scene.ago(ago), here.of(code).start)
        made = _decision(here, here.of(code), code, on, outcome, given, asked)
        ends = as_of + timedelta(until) if until else None
        yield replace(made, until=ends, terms_days=_TERMS_DAYS.get(code))
    for n, (code, thousands) in enumerate(_OWN):
        made = _decision(here, here.home, code, here.home.start, "granted", thousands, 0)
        yield replace(made, kind="discretionary", evidence=_EVIDENCE[n % len(_EVIDENCE)], fee=0, reference="")
    code, ago, more, days = _TOP_UP
    made = _decision(here, here.home, code, here.scene.ago(ago), "granted", more, more)
    yield replace(made, kind="top_up", until=as_of + timedelta(days), conditions="旺季临时追加")


def _decision(
    here: Insured, policy: InsurancePolicy, code: str, on: date, outcome: str, given: int, asked: int
) -> LimitDecision:
    told = outcome != "requested"
    return LimitDecision(
        policy.id,
        here.scene.customers[code],
        on,
        on,
        outcome,
        policy.currency,
        amount=given * 1000 * _YUAN if told and outcome not in {"declined", "withdrawn"} else None,
        requested=asked * 1000 * _YUAN or None,
        method="OA" if outcome in {"granted", "partial"} else "",
        conditions=_CONDITIONS.get(code, "") if told else "",
        reference=f"{policy.number[:2]}L{on:%y%m%d}-{code[1:]}" if told else "",
        fee=200 * _YUAN if policy.currency == HOME and told else 0,
        source="insurer",
    )


# -- shipments, turnover, premium ---------------------------------------------------------------------

_SHIPPED = ("C1001", "C2001", "C2002", "C2006")
"""Buyers whose shipments are entered: when goods left, and by what."""


def ship(here: Insured) -> None:
    """What left when, by which paper, for the open invoices of some buyers."""
    found = []
    for code in _SHIPPED:
        book = here.scene.now.cover.of_customer(here.scene.customers[code], here.scene.as_of)
        for n, one in enumerate(book.items):
            item, abroad = one.cover.item, code.startswith("C2")
            left = item.issued - timedelta(n % 3)
            found.append(
                Shipment(
                    item.document_id,
                    left,
                    "OA",
                    "紧固件",
                    delivered_on=min(left + timedelta(28 if abroad else 3), here.scene.as_of),
                    transport=f"{'SMPU' if abroad else 'YD'}{left:%y%m%d}{n:02d}",
                )
            )
    here.scene.now.policies.save_shipments(found)


def declare(here: Insured) -> None:
    """Turnover of every period that has ended, but for the newest, and the premium paid on it."""
    service = here.scene.now.declarations
    for policy in (here.before, here.home, here.abroad):
        for start, end, _ in service.periods(policy.id):
            on = end + timedelta(_DECLARED_AFTER)
            if on <= here.scene.as_of:
                service.declare(policy.id, start, end, on, reference=f"{policy.number[:2]}S{end:%y%m}")
        for made in _premiums(here, policy):
            service.save_payment(made)
    owed = service.premium(here.before.id)
    on = here.home.start + timedelta(_SETTLED_AFTER)
    service.save_payment(
        PremiumPayment(here.before.id, on, "adjustment", owed.due + owed.fees - owed.paid, "期末结算")
    )


def _premiums(here: Insured, policy: InsurancePolicy) -> Iterator[PremiumPayment]:
    deposit, part = (40_000, 33_000) if policy.currency == HOME else (4_000, 2_600)
    yield PremiumPayment(policy.id, policy.start, "deposit", deposit * _YUAN, "预存保费")
    for quarter in (1, 2, 3):
        on = month_after(policy.start, 3 * quarter, 15)
        if on <= here.scene.as_of:
            yield PremiumPayment(policy.id, on, "instalment", part * _YUAN, f"第 {quarter} 期")
    if policy.currency == HOME:
        yield PremiumPayment(policy.id, policy.start, "limit_fee", 4_600 * _YUAN, "限额审批费")
