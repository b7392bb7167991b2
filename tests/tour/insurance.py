"""Stations of insurance: the overview with a duty opened, cover invoice by invoice, a buyer's file."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.domain.insurance_record import InsurancePolicy, LimitDecision, ShipmentStop
from app.domain.policy import Anchor, Frequency, Period, PolicyTerms, Scope
from app.services.customers import CustomerQuery
from app.services.session import CompanySession
from tests.tour.stage import Stage

_YEAR = date(2025, 4, 1), date(2026, 3, 31)


def insure(session: CompanySession) -> None:
    """Two policies with limits of several kinds, where the company has none yet."""
    if session.cover.has_policy():
        return
    terms = PolicyTerms(
        scope=Scope.DOMESTIC,
        max_terms_days=120,
        max_extension_days=120,
        waiting_days=90,
        notify=(Period(Anchor.DUE, 60),),
        claim=(Period(Anchor.WAITING_END, 30),),
        declaration=Frequency.QUARTER,
        declaration_due=Period(Anchor.PERIOD_END, 20),
        undeclared_uncovered=False,
        vat_covered=True,
        max_liability=8_000_000_00,
        aggregate_first_loss=50_000_00,
        deposit_premium=60_000_00,
        where={"notify": "第 8 条", "claim": "第 11 条", "declaration_due": "第 6 条"},
    )
    home = _policy(session, terms, "国内贸易信用险", "DZ-2025-0417")
    abroad = PolicyTerms(
        scope=Scope.EXPORT,
        insured_pct=Decimal(85),
        max_extension_days=90,
        waiting_days=120,
        notify=(Period(Anchor.DUE, 45),),
        max_liability=2_400_000_00,
        where={"notify": "第十二条"},
    )
    _policy(session, abroad, "短期出口信用险", "CK-2025-0092")
    ids = session.customers.ids(CustomerQuery())[:16]
    open_now = session.cover.book(date(2025, 12, 31), ids).buyers
    for place, row in enumerate(each for each in ids if each in open_now):
        amount = max(1_000_000, open_now[row].open * (3 + place % 3) // 5)
        _decide(session, row, "granted", amount, _YEAR[0])
        if place % 5 == 1:
            _decide(session, row, "requested", amount * 2, date(2025, 12, 10))
        elif place % 5 == 3:
            _decide(session, row, "reduced", amount * 3 // 4, date(2025, 11, 10))
        elif place % 5 == 4:
            _decide(session, row, "withdrawn", 0, date(2025, 11, 20))
    session.policies.stop(ShipmentStop(home, ids[0], date(2025, 12, 1), "insurer"))


def _policy(session: CompanySession, terms: PolicyTerms, product: str, number: str) -> int:
    record = InsurancePolicy("大地财产保险", number, *_YEAR, "CNY", "", product=product, state="active")
    return min(session.policies.save(record, terms).touched["insurance_policy"])


def _decide(session: CompanySession, customer_id: int, outcome: str, amount: int, on: date) -> None:
    policy = session.policies.which(customer_id, on + timedelta(1))
    if policy is None:
        return
    asked = amount if outcome == "requested" else None
    given = None if outcome in {"requested", "withdrawn"} else amount
    decision = LimitDecision(
        policy.id, customer_id, on, on, outcome, "", amount=given, requested=asked, until=_YEAR[1]
    )
    session.policies.decide(decision)


def insurance(stage: Stage) -> None:
    """The overview, a duty beside it, and before there is a policy."""
    stage.ask(insure)
    page = stage.page("insurance", tab="overview")
    panel = page.panel("overview")
    stage.until(lambda: panel.found is not None)
    stage.shot("insurance")
    scroll = panel.halves.layout().itemAt(0).widget()
    scroll.verticalScrollBar().setValue(9999)
    stage.shot("insurance-below")
    scroll.verticalScrollBar().setValue(0)
    panel.ladder.setFocus()
    panel.open_duty(panel.ladder.marks[0].key)
    stage.settle(250)
    stage.shot("insurance-duty")
    page.drawer.close_drawer()
    panel._ask_red()
    stage.shot("insurance-red")
    stage.close_all()


def insurance_cover(stage: Stage) -> None:
    """Every invoice, one reason, one invoice opened, and what is known of its shipment."""
    stage.ask(insure)
    page = stage.page("insurance", tab="cover")
    panel = page.panel("cover")
    stage.until(lambda: panel.found is not None)
    stage.shot("insurance-cover")
    panel.open_invoice(panel.model.id_at(0))
    stage.settle(250)
    stage.shot("insurance-cover-drawer")
    page.drawer.close_drawer()
    stage.page("insurance", tab="cover", gap="over_limit")
    stage.shot("insurance-cover-reason")
    panel.open_invoice(panel.model.id_at(0))
    stage.settle(250)
    stage.shot("insurance-cover-over")
    stage.page("insurance", tab="cover", gap="set_off")
    panel.open_invoice(panel.model.id_at(0))
    stage.settle(250)
    stage.shot("insurance-cover-set-off")
    panel.shipment(panel.row(panel.model.id_at(0)))
    stage.until(lambda: panel.dialog is not None)
    stage.shot("insurance-shipment")
    stage.close_all()
    page.drawer.close_drawer()
    panel.search.setText("没有这张")
    stage.looker.words.learn_text("没有这张")
    panel._narrow()
    stage.shot("insurance-cover-none")
    panel.clear_filters()


def insurance_customer(stage: Stage) -> None:
    """Buyers' files: insured in part, stopped, and with a claim; the part of the exposure that is insured."""
    stage.ask(insure)
    panel = stage.page("insurance", tab="overview").panel("overview")
    stage.until(lambda: panel.found is not None)
    wanted: dict[str, int] = {}
    for row in panel.found.buyers:
        wanted.setdefault(row.state, row.customer_id)
    wanted |= {
        f"claim-{row.state}": row.claim.customer_id for row in (one.row for one in panel.found.board.claims)
    }
    for state, customer_id in wanted.items():
        page = stage.page("customers", customer_id=customer_id, tab="insurance")
        stage.settle()
        assert page.file.insurance is not None
        stage.shot(f"customer-insurance-{state}")
    page.file.insurance.shipments()
    stage.until(lambda: page.file.insurance.dialog is not None)
    stage.shot("customer-shipments")
    stage.close_all()
