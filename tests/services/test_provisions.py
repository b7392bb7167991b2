"""Provisions over a file: the worked cases, rates from history, what is taken out, booking, movement."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import month_after
from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Dispute, DocumentKind, Rate
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.loss_history import by_cohorts
from app.domain.measure_record import SpecificProvision
from app.domain.policy import PolicyTerms
from app.domain.problem import DomainError
from app.domain.provision import RateSource, Scenario, Standard
from app.domain.provision_policy import (
    Ageing,
    InsuredPart,
    OnAccountPart,
    ProvisionPolicy,
    Segmenting,
    TypedRate,
)
from app.domain.provision_sheet import ProvisionSheet
from app.services.session import CompanySession
from tests.services.ledgers import DAYS, Ledger, credit, invoice, ledgers, receipt
from tests.services.provisioning import TODAY, Rolling, cohorts, company

_FILE = Path(__file__).parents[1] / "oracles" / "provision.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"), parse_float=Decimal)["cases"]
}
TYPED = ProvisionPolicy(method=RateSource.TYPED)


def typed(rates: list[Decimal], segment: str = "", ageing: Ageing = Ageing.BOARD) -> tuple[TypedRate, ...]:
    return tuple(TypedRate(ageing, segment, place, rate, "判断") for place, rate in enumerate(rates))


def aged(amounts: list[int], customer: int = 1, currency: str = "CNY") -> Ledger:
    """One invoice in each of the buckets not due, 1–30, 31–60, 61–90, over 90."""
    due = [TODAY + timedelta(3), *(TODAY - timedelta(days) for days in (10, 40, 70, 200))]
    return Ledger(
        [Customer("苏州恒岳", code="C1")],
        [
            invoice(min(day, TODAY) - timedelta(30), amount, day, customer, currency, f"F{place}")
            for place, (day, amount) in enumerate(zip(due, amounts, strict=False))
        ],
    )


# -- the worked cases -----------------------------------------------------------------------------


def test_the_standard_s_own_matrix_and_a_forward_look(tmp_path: Path) -> None:
    given_, expected = CASES["ecl_ifrs9_ie12"]["inputs"], CASES["ecl_ifrs9_ie12"]["expected"]
    rates = typed([rate * 100 for rate in given_["rates"]])
    with company(tmp_path, aged([gross * 100 for gross in given_["gross"]])) as session:
        session.provisions.save_policy(replace(TYPED, typed=rates))
        sheet = session.provisions.provision(TODAY)
        assert [one.amount for one in sheet.result.cells] == [each * 100 for each in expected["allowance"]]
        assert sheet.total == expected["total"] * 100
        assert {one.source for one in sheet.rates} == {RateSource.TYPED}
        ahead = CASES["ecl_forward"]
        told = tuple(Scenario(code, weight * 100, by) for code, weight, by in ahead["inputs"]["scenarios"])
        sheet = session.provisions.provision(TODAY, policy=replace(TYPED, typed=rates, scenarios=told))
        assert sheet.result.multiplier == ahead["expected"]["multiplier"]
        assert sheet.total == ahead["expected"]["total"] * 100


def test_roll_rates_from_month_ends(tmp_path: Path) -> None:
    case = CASES["ecl_rollrate"]
    left, running = [], Decimal(10_000_00)
    for share in case["inputs"]["roll_rates"]:
        running *= share
        left.append(int(running))
    with company(tmp_path, Rolling(10_000_00, tuple(left)).ledger()) as session:
        policy = ProvisionPolicy(months=12, lgd=Decimal(100))
        sheet = session.provisions.provision(TODAY, policy=policy)
        [derived] = sheet.derivations
        assert derived.roll is not None
        assert list(derived.roll.rolls) == [share * 100 for share in case["inputs"]["roll_rates"]]
        assert [one.rate / 100 for one in sheet.rates] == case["expected"]["loss_rates"]
        assert {one.source for one in sheet.rates} == {RateSource.ROLL}
        half = session.provisions.provision(TODAY, policy=replace(policy, lgd=Decimal(50)))
        assert [one.rate * 2 for one in half.rates] == [one.rate for one in sheet.rates]


def test_a_chain_that_ends_in_paid_or_lost(tmp_path: Path) -> None:
    """The department store: 20 % and 10 % move on, 15 % of what is left is lost."""
    case = CASES["markov_aw"]
    ledger = Rolling(150_000_00, (30_000_00, 3_000_00), lost=450_00).ledger()
    with company(tmp_path, ledger, limits=(30,)) as session:
        policy = ProvisionPolicy(method=RateSource.MARKOV, months=12)
        sheet = session.provisions.provision(TODAY, policy=policy)
        wanted = [Decimal(row[1]) * 100 for row in case["expected"]["absorb"]]
        assert [one.rate for one in sheet.rates] == wanted
        chain = sheet.derivations[0].chain
        assert chain is not None
        assert all(sum(ends) == 1 for ends in chain.ends)
        # A month's sales lose what the case says.
        assert sheet.result.cells[0].amount == int(case["expected"]["bad"] * 100)


def test_cohorts_of_sales(tmp_path: Path) -> None:
    """Of 10,000 sold 5,000, 2,300, 800, 200 reach the later buckets, 200 are lost: 2, 4, 8.7, 25, 100 %."""
    paid = ((0, 5_000_00), (20, 2_700_00), (50, 1_500_00), (80, 600_00))
    with company(tmp_path, cohorts(TODAY, 20, 10_000_00, paid, 200_00)) as session:
        policy = ProvisionPolicy(method=RateSource.HISTORY, months=12)
        sheet = session.provisions.provision(date(2025, 12, 10), policy=policy)
        found = sheet.derivations[0]
        assert {one.reached for one in found.cohorts} == {(10_000_00, 5_000_00, 2_300_00, 800_00, 200_00)}
        lost = [one for one in found.cohorts if one.lost[0]]
        assert {one.lost for one in lost} == {(200_00,) * 5}
        ripe = by_cohorts("", lost, 12, 1, 5)
        rates = [rate.quantize(Decimal("0.1")) for rate in ripe.rates if rate is not None]
        assert rates == [Decimal(each) for each in ("2.0", "4.0", "8.7", "25.0", "100.0")]
        # The youngest cohort is not yet lost; it counts with what is still open of it.
        assert [one.open for one in found.cohorts if not one.lost[0]] == [200_00]
        assert sheet.rates[4].rate < 100


# -- history that says too little -----------------------------------------------------------------


def test_too_little_history_is_said_and_not_made_up(tmp_path: Path) -> None:
    with company(tmp_path, Rolling(10_000_00, (3_000_00,), months=5).ledger()) as session:
        sheet = session.provisions.provision(TODAY)
        assert sheet.derivations[0].why == "too_short"
        assert {(one.source, one.why) for one in sheet.rates} == {(RateSource.EXAMPLE, "too_short")}
        assert sheet.rests_on_examples
        own = replace(session.provisions.policy(), typed=typed([Decimal(1)] * 5))
        sheet = session.provisions.provision(TODAY, policy=own)
        assert {(one.source, one.why) for one in sheet.rates} == {(RateSource.TYPED, "too_short")}
        assert not sheet.rests_on_examples


def test_odd_buckets_have_no_roll_rates_but_a_chain(tmp_path: Path) -> None:
    ledger = Rolling(150_000_00, (30_000_00, 3_000_00), lost=450_00).ledger()
    with company(tmp_path, ledger, limits=(45,)) as session:
        sheet = session.provisions.provision(TODAY, policy=ProvisionPolicy(months=12))
        assert sheet.derivations[0].why == "uneven_buckets"
        chain = session.provisions.provision(
            TODAY, policy=ProvisionPolicy(method=RateSource.MARKOV, months=12)
        )
        assert chain.derivations[0].why == ""


def test_no_write_offs_are_no_proof_of_no_losses(tmp_path: Path) -> None:
    with company(
        tmp_path, Rolling(10_000_00, (3_000_00, 1_000_00), lost=0).ledger(), limits=(30,)
    ) as session:
        for method in (RateSource.MARKOV, RateSource.HISTORY):
            sheet = session.provisions.provision(TODAY, policy=ProvisionPolicy(method=method, months=12))
            assert sheet.derivations[0].why == "no_losses"
            assert {one.source for one in sheet.rates} == {RateSource.EXAMPLE}


def test_yearly_ageing_counts_from_the_invoice(tmp_path: Path) -> None:
    days = [month_after(TODAY, -12 * years, 31) for years in range(7)]
    ledger = Ledger(
        [Customer("苏州恒岳", code="C1")],
        [invoice(day, 100_00, day + timedelta(60), number=f"F{place}") for place, day in enumerate(days)],
    )
    with company(tmp_path, ledger) as session:
        policy = replace(TYPED, ageing=Ageing.YEARS)
        sheet = session.provisions.provision(TODAY, policy=policy)
        # On its anniversary an invoice is still within the year; the example rates are named.
        assert [one.cell.gross for one in sheet.result.cells] == [
            200_00,
            100_00,
            100_00,
            100_00,
            100_00,
            100_00,
        ]
        assert [one.rate for one in sheet.result.cells] == [5, 10, 30, 50, 80, 100]
        assert all(one.source is RateSource.EXAMPLE and one.note for one in sheet.rates)
        assert [one.bucket for one in sheet.behind(None, 5)] == [5]


# -- segments, credits, currencies ----------------------------------------------------------------


def parts_hold(sheet: ProvisionSheet) -> None:
    """What must hold of every sheet: cells, items and totals agree, nothing is below zero."""
    cells = sheet.result.cells
    assert sum(one.cell.gross for one in cells) == sheet.gross == sum(one.gross for one in sheet.items)
    for one in cells:
        assert one.cell.specific + one.cell.insured + one.basis == one.cell.gross
        assert 0 <= one.amount <= one.cell.gross
        items = sheet.behind(one.cell.segment, one.cell.bucket)
        assert sum(each.gross for each in items) == one.cell.gross
        assert sum(each.basis for each in items) == one.basis
    assert all(min(one.gross, one.basis, one.specific, one.insured) >= 0 for one in sheet.items)
    assert sheet.total == sum(one.amount for one in cells) + sheet.specific
    assert sum(one.amount for one in sheet.specifics) == sum(one.cell.specific for one in cells)
    assert sheet.on_account.left >= 0
    assert all(0 <= one.rate <= 100 for one in sheet.rates)


@pytest.mark.parametrize("segmenting", list(Segmenting))
def test_segments_make_up_the_whole(tmp_path: Path, segmenting: Segmenting) -> None:
    ledger = aged([100_00, 50_00, 20_00, 10_00, 5_00])
    ledger.customers.append(Customer("Meridian", code="C2", country="GB"))
    ledger.documents += aged([10_00] * 5, customer=2, currency="USD").documents
    with company(tmp_path, ledger) as session:
        _rate(session)
        sheet = session.provisions.provision(TODAY, policy=replace(TYPED, segmenting=segmenting))
        parts_hold(sheet)
        assert sheet.gross == 185_00 + 350_00
        if segmenting is Segmenting.CURRENCY:
            assert sheet.segments == ("CNY", "USD")


def _rate(session: CompanySession) -> None:
    session.company.set_rate(Rate("USD", date(2020, 1, 1), Decimal(7)))


def test_a_currency_without_a_rate_is_left_out_and_named(tmp_path: Path) -> None:
    with company(tmp_path, aged([10_00, 20_00], currency="USD")) as session:
        sheet = session.provisions.provision(TODAY)
        assert (sheet.gross, sheet.missing) == (0, ("USD",))
        with pytest.raises(DomainError, match=r"provision\.book_no_rate"):
            session.provisions.book(TODAY)


def test_credits_come_off_the_same_customer_s_debts_and_never_below_zero(tmp_path: Path) -> None:
    ledger = aged([100_00, 50_00])
    ledger.customers.append(Customer("别家", code="C2"))
    ledger.documents += [receipt(TODAY, 70_00), receipt(TODAY, 40_00, customer=2)]
    with company(tmp_path, ledger) as session:
        sheet = session.provisions.provision(TODAY, policy=TYPED)
        parts_hold(sheet)
        # The older debt first.
        assert [(one.cell.bucket, one.cell.gross) for one in sheet.result.cells] == [(0, 80_00)]
        assert (sheet.on_account.total, sheet.on_account.used, sheet.on_account.left) == (
            110_00,
            70_00,
            40_00,
        )
        shown = session.provisions.provision(TODAY, policy=replace(TYPED, on_account=OnAccountPart.SHOWN))
        assert (shown.gross, shown.on_account.used) == (150_00, 0)


def test_money_given_back_takes_from_the_credits_and_beyond_them_is_owed(tmp_path: Path) -> None:
    refund = credit(DocumentKind.REFUND, TODAY, 30_00)
    for paid, owed, left in ((100_00, 0, 70_00), (20_00, 10_00, 0)):
        folder = tmp_path / str(paid)
        folder.mkdir()
        ledger = Ledger([Customer("苏州恒岳", code="C1")], [receipt(TODAY, paid), refund])
        with company(folder, ledger) as session:
            sheet = session.provisions.provision(TODAY, policy=TYPED)
            parts_hold(sheet)
            assert (sheet.gross, sheet.on_account.left) == (owed, left)


# -- insured --------------------------------------------------------------------------------------


def insure(session: CompanySession, limit: int) -> None:
    record = InsurancePolicy("大地", "DZ", date(2025, 1, 1), TODAY, "CNY", "", state="active")
    session.policies.save(record, PolicyTerms())
    day = date(2025, 1, 1)
    session.policies.decide(LimitDecision(1, 1, day, day, "granted", "", amount=limit))


def test_the_insured_part_goes_out_at_the_insurer_s_rate_but_for_our_own_share(tmp_path: Path) -> None:
    with company(tmp_path, aged([1000_00])) as session:
        insure(session, 400_00)
        own = replace(TYPED, typed=typed([Decimal(10)] * 5), insurer_rate=Decimal(1))
        kept = session.provisions.provision(TODAY, policy=own)
        assert (kept.total, kept.result.cells[0].cell.insured) == (100_00, 0)
        [insurer] = kept.counterparties
        assert (insurer.insured, insurer.pays, insurer.own_share, insurer.out) == (400_00, 360_00, 40_00, 0)
        out = session.provisions.provision(TODAY, policy=replace(own, insured=InsuredPart.OUT))
        parts_hold(out)
        assert out.result.cells[0].cell.insured == 360_00
        assert out.total == 64_00 + 3_60
        assert out.counterparties[0].provided == 3_60
        split = session.provisions.provision(
            TODAY, policy=replace(own, insured=InsuredPart.OUT, segmenting=Segmenting.INSURED)
        )
        parts_hold(split)
        assert split.segments == ("insured", "uninsured")
        assert [one.cell.gross for one in split.result.cells] == [400_00, 600_00]


# -- specific -------------------------------------------------------------------------------------


def test_specific_debts_leave_the_matrix_first(tmp_path: Path) -> None:
    with company(tmp_path, aged([100_00, 50_00])) as session:
        insure(session, 1000_00)
        service = session.provisions
        policy = replace(TYPED, typed=typed([Decimal(10)] * 5), insured=InsuredPart.OUT)
        record = SpecificProvision(1, TODAY, Decimal(60), "insolvent", document_id=2)
        service.save_specific(record)
        sheet = service.provision(TODAY, policy=policy)
        parts_hold(sheet)
        [line] = sheet.specifics
        assert (line.amount, line.provided, line.insured) == (50_00, 30_00, 50_00)
        assert [one.cell.insured for one in sheet.result.cells] == [90_00, 0]
        assert service.provision(TODAY - timedelta(1), policy=policy).specifics == ()
        with pytest.raises(DomainError, match=r"provision\.specific_twice"):
            service.save_specific(record)
        service.end_specific(service.specifics()[0].id, TODAY)
        assert service.specifics(TODAY + timedelta(1)) == []
        service.remove_specific(service.specifics()[0].id)
        assert service.provision(TODAY, policy=policy).specifics == ()


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (SpecificProvision(1, TODAY, Decimal(101), "x"), "specific_share"),
        (SpecificProvision(1, TODAY, Decimal("NaN"), "x"), "specific_share"),
        (SpecificProvision(1, TODAY, Decimal(1), " "), "specific_reason"),
        (SpecificProvision(1, TODAY, Decimal(1), "x", until=TODAY - timedelta(1)), "specific_until"),
        (SpecificProvision(2, TODAY, Decimal(1), "x", document_id=1), "specific_document"),
    ],
)
def test_specific_provisions_are_held_to_sense(tmp_path: Path, record: SpecificProvision, code: str) -> None:
    ledger = aged([100_00])
    ledger.customers.append(Customer("别家"))
    with company(tmp_path, ledger) as session, pytest.raises(DomainError, match=rf"provision\.{code}"):
        session.provisions.save_specific(record)


def test_debts_to_look_at_are_proposed_by_what_was_known(tmp_path: Path) -> None:
    since = TODAY - timedelta(5)
    ledger = aged([100_00, 50_00])
    ledger.customers += [
        Customer("破产", status=CustomerStatus.INSOLVENT, status_since=since),
        Customer("交律师", handed_to="lawyer", handed_on=since),
        Customer("失信"),
    ]
    for customer in (2, 3, 4):
        ledger.documents.append(invoice(TODAY - timedelta(90), 10_00 * customer, customer=customer))
    with company(tmp_path, ledger) as session:
        event = ExternalEvent(
            4, EventKind.DISHONEST_DEBTOR, since, "法院网", identifier="X", confirmed_by="陈静"
        )
        session.credit_files.save_event(event)
        session.collection.dispute(Dispute(1, since, reason="quality"))
        service = session.provisions
        found = {(one.customer_id, one.document_id): one for one in service.proposals(TODAY)}
        rules = {key: one.rule for key, one in found.items()}
        assert rules == {(2, 0): "insolvent", (3, 0): "handed_lawyer", (4, 0): "event", (1, 1): "dispute"}
        assert found[2, 0].share == 100
        assert service.proposals(since - timedelta(1)) == []
        service.save_specific(SpecificProvision(2, since, Decimal(100), "insolvent"))
        assert (2, 0) not in {(one.customer_id, one.document_id) for one in service.proposals(TODAY)}


# -- small firms ----------------------------------------------------------------------------------


def test_small_firms_provide_for_nothing_and_see_what_may_be_written_off(tmp_path: Path) -> None:
    old, year = month_after(TODAY, -37, 1), month_after(TODAY, -13, 1)
    ledger = Ledger(
        [Customer("苏州恒岳"), Customer("破产", status=CustomerStatus.INSOLVENT, status_since=TODAY)],
        [
            invoice(old, 90_000_00, old, number="A"),
            invoice(year, 50_000_00, year, number="B"),
            invoice(year, 50_000_01, year, number="C"),
            invoice(TODAY, 10_00, TODAY, customer=2, number="D"),
        ],
    )
    with company(tmp_path, ledger) as session:
        service = session.provisions
        service.save_policy(ProvisionPolicy(standard=Standard.SMALL_FIRMS))
        sheet = service.provision(TODAY)
        assert (sheet.total, sheet.gross) == (0, 190_010_01)
        due = {one.number: one.grounds for one in service.write_offs_due(TODAY)}
        assert due == {"A": ("tax_overdue",), "B": ("tax_small",), "D": ("insolvent",)}
        lines = service.journal(sheet)
        assert [(one.account, one.amount) for one in lines] == [
            ("bad_debt_loss", 140_010_00),
            ("receivables", 140_010_00),
        ]
        with pytest.raises(DomainError, match=r"provision\.book_small_firm"):
            service.book(TODAY)
        service.save_policy(replace(service.policy(), income=600_000_000_00))
        assert "C" in {one.number for one in service.write_offs_due(TODAY)}


# -- booking --------------------------------------------------------------------------------------


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    with company(
        tmp_path, Rolling(10_000_00, (3_000_00, 1_000_00, 500_00, 300_00), lost=100_00).ledger()
    ) as one:
        yield one


def test_what_was_booked_stays_and_its_movement_ties(session: CompanySession) -> None:
    service, before = session.provisions, date(2025, 9, 30)
    first = service.book(before, by="陈静", note="三季度")
    worked = service.provision(before)
    service.book(TODAY)
    later, earlier = service.runs()
    assert (later.as_of, earlier.by, later.last, earlier.last) == (TODAY, "陈静", True, False)
    kept = service.booked(earlier.id)
    assert (kept.result, kept.rates, kept.gross) == (worked.result, worked.rates, worked.gross)
    assert kept.derivations == worked.derivations
    service.save_policy(replace(service.policy(), lgd=Decimal(10)))
    assert service.booked(earlier.id) == kept
    moved, start = service.movements()
    assert start.movement.begin == 0
    move = moved.movement
    assert (move.begin, move.end, move.written_off) == (earlier.total, later.total, 300_00)
    assert move.begin + move.charged - move.released - move.written_off + move.recovered == move.end
    assert first.verb == "provision.booked"
    lines = service.journal(service.booked(later.id), moved)
    sides = {
        side: sum(one.amount for one in lines if one.side == side) for side in {one.side for one in lines}
    }
    assert len(set(sides.values())) == 1


def test_days_are_booked_in_order_and_taken_back_with_a_reason(session: CompanySession) -> None:
    service = session.provisions
    service.book(date(2025, 9, 30))
    service.book(TODAY)
    with pytest.raises(DomainError, match=r"provision\.book_order"):
        service.book(date(2025, 11, 30))
    with pytest.raises(DomainError, match=r"provision\.book_ahead"):
        service.book(TODAY + timedelta(1))
    last, first = service.runs()
    with pytest.raises(DomainError, match=r"provision\.unbook_reason"):
        service.unbook(last.id, " ")
    with pytest.raises(DomainError, match=r"provision\.unbook_order"):
        service.unbook(first.id, "错了")
    service.unbook(last.id, "汇率录错")
    assert [one.as_of for one in service.runs()] == [first.as_of]
    session.history.undo()
    assert len(service.runs()) == 2


def test_recovered_debts_come_back_into_the_provision(session: CompanySession) -> None:
    service = session.provisions
    service.book(date(2025, 11, 30))
    given = next(one for one in session.collection.bad_debts().rows if one.on < date(2025, 12, 1))
    session.collection.recover(given.id, 40_00, date(2025, 12, 20))
    moved = service.movement(service.provision(TODAY)).movement
    assert (moved.recovered, moved.written_off) == (40_00, 100_00)
    assert moved.begin + moved.charged - moved.released - moved.written_off + moved.recovered == moved.end


def test_what_it_hangs_on_and_the_quarter_before(session: CompanySession) -> None:
    service = session.provisions
    sheet = service.provision(TODAY)
    told = {(one.code, one.params.get("step")): one.total for one in service.sensitivity(sheet)}
    lower, higher = told["rates", "-25"], told["rates", "+25"]
    assert lower < told["rates", "-10"] < sheet.total < told["rates", "+10"] < higher
    assert told["worst_scenario", None] > sheet.total
    assert told["bucket_worse", None] > sheet.total
    compared = service.compare(sheet)
    assert compared.before.as_of == date(2025, 9, 30)
    assert compared.change == sum(one.change for one in compared.cells) + compared.specific
    assert all(one.volume + one.rate == one.change for one in compared.cells)


# -- choices --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"months": 13}, "provision_policy.months"),
        ({"lgd": Decimal(101)}, "provision_policy.share"),
        ({"insurer_rate": Decimal("NaN")}, "provision_policy.share"),
        ({"typed": typed([Decimal(-1)])}, "provision_policy.rate"),
        ({"scenarios": (Scenario("base", Decimal(90), Decimal(1)),)}, "provision.weights"),
        ({"scenarios": (Scenario(" ", Decimal(100), Decimal(1)),)}, "provision_policy.scenario_name"),
        ({"scenarios": (Scenario("a", Decimal(50), Decimal(1)),) * 2}, "provision_policy.scenario_twice"),
        ({"income": -1}, "provision_policy.income"),
    ],
)
def test_choices_are_held_to_sense(session: CompanySession, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError, match=code.replace(".", r"\.")):
        session.provisions.save_policy(replace(ProvisionPolicy(), **wrong))


def test_choices_are_kept_and_unreadable_ones_are_as_usual(session: CompanySession) -> None:
    service = session.provisions
    usual = service.policy()
    own = replace(usual, segmenting=Segmenting.GRADE, typed=typed([Decimal("0.35")]), lgd=Decimal(45))
    service.save_policy(own)
    assert service.policy() == own
    for bad in ("x", {"months": "viel"}, {"scenarios": [["a", "1", "1"]]}, {"method": "?"}):
        session.settings.set("provision.policy", bad)
        assert service.policy() == usual
    service.reset_policy()
    assert service.policy() == usual


def test_an_empty_company_has_nothing_to_provide_for(tmp_path: Path) -> None:
    with company(tmp_path, Ledger()) as session:
        service = session.provisions
        sheet = service.provision(TODAY)
        assert (sheet.total, sheet.gross, sheet.cover, sheet.segments) == (0, 0, None, ("",))
        assert service.journal(sheet) == ()
        paper = service.paper(sheet)
        assert paper.movement is not None
        for lang in ("zh", "en"):
            service.write_pdf(paper, tmp_path / f"{lang}.pdf", lang)
            service.write_xlsx(paper, tmp_path / f"{lang}.xlsx", lang)


# -- laws -----------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(ledgers(), DAYS, st.sampled_from(list(RateSource)), st.sampled_from(list(Ageing)), st.data())
def test_laws_of_any_ledger_on_any_day(
    ledger: Ledger, day: date, method: RateSource, ageing: Ageing, data: st.DataObject
) -> None:
    policy = ProvisionPolicy(
        method=method,
        ageing=ageing,
        months=12,
        segmenting=data.draw(st.sampled_from(list(Segmenting))),
        on_account=data.draw(st.sampled_from(list(OnAccountPart))),
        insured=InsuredPart.OUT,
    )
    with tempfile.TemporaryDirectory() as folder, company(Path(folder), ledger) as session:
        session.company.set_rate(Rate("USD", date(2020, 1, 1), Decimal("7.1")))
        session.company.set_rate(Rate("JPY", date(2020, 1, 1), Decimal("0.048")))
        for number in range(1, len(ledger.customers) + 1):
            if data.draw(st.booleans()):
                session.provisions.save_specific(SpecificProvision(number, day, Decimal(50), "dispute"))
        before = session.provisions.provision(day, policy=policy)
        parts_hold(before)
        board = ledger.open_on(day)
        if policy.on_account is OnAccountPart.SHOWN and not before.missing:
            cny = sum(one.open for one in before.items if one.currency == "CNY")
            wanted = sum(
                amount
                for (_, currency), parts in board.items()
                for name, amount in parts.items()
                if currency == "CNY" and name.startswith("age")
            )
            assert cny == wanted
        _later_receipts(session, ledger, day)
        assert session.provisions.provision(day, policy=policy) == before


def _later_receipts(session: CompanySession, ledger: Ledger, day: date) -> None:
    """Everything still open is paid the day after."""
    for number, one in enumerate(ledger.documents, 1):
        if one.kind is not DocumentKind.INVOICE or one.doc_date > day or one.has_plan:
            continue
        left = session.ledger.document(number).document.open
        if left:
            paid = credit(DocumentKind.RECEIPT, day + timedelta(1), left, one.customer_id, one.currency)
            session.ledger.enter_receipt(replace(paid, number=f"P{number}"), [(number, left)])
