"""Credit files: every entry written, read as of a day, refused with a reason, undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap.credit_files import read_statements, shipped_scales
from app.domain.backup import BackupKind
from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_file_rules import CONTRACT_POINTS, figures_of
from app.domain.credit_file_views import Standing
from app.domain.credit_report import CreditReport, ReportLimit
from app.domain.customer import Customer, Identifier, IdentifierKind
from app.domain.distress import Zone
from app.domain.external_rating import RatingScale, mapped_points
from app.domain.financials import Line
from app.domain.problem import DomainError
from app.domain.promise import KeptRate
from app.domain.ratios import RatioCode
from app.domain.statement import Statement
from app.services.aging import Event
from app.services.credit_files import CreditFileDesk, CreditFileService
from app.services.settings import SettingService
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.behaviour import SqlBehaviourReader
from app.storage.store import SqlStore
from app.storage.undo import redo, undo
from app.words import say
from tests.services.ledgers import invoice

TODAY = date(2025, 12, 31)
USCC = "91320594MA1MYKGL2E"
YEAR_2024: dict[Line, int] = {
    Line.CURRENT_ASSETS: 600,
    Line.TOTAL_ASSETS: 1000,
    Line.CURRENT_LIABILITIES: 300,
    Line.TOTAL_LIABILITIES: 400,
    Line.EQUITY: 600,
    Line.RETAINED_EARNINGS: 200,
    Line.REVENUE: 2000,
    Line.EBIT: 100,
    Line.NET_PROFIT: 60,
    Line.DEPRECIATION: 40,
}


class Reports:
    """What a report takes from beside the file, of a customer nobody scored."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def statement(self, customer_id: int, as_of: date) -> Statement:
        company, customer = self._store.find(Company)[0], self._store.get(Customer, customer_id)
        return Statement(company, customer, "DZ", as_of, as_of, ())

    def happened(self, customer_id: int, limit: int, until: date) -> list[Event]:
        return SqlAgingReader(self._store).events(customer_id, until, limit)

    def grade(self, customer_id: int, as_of: date) -> None:
        del customer_id, as_of

    def limit(self, customer_id: int, as_of: date) -> ReportLimit:
        del customer_id, as_of
        return ReportLimit("not_checked")

    def write(self, report: CreditReport, path: Path, lang: str) -> None:
        path.write_text(f"{report.customer.name} {lang}", "utf-8")


@pytest.fixture
def files(store: SqlStore, clock: FixedClock) -> CreditFileService:
    with store.write() as unit:
        unit.add_all([Customer("恒岌"), Customer("别家")])
        unit.commit("test.customers")
    return CreditFileService(
        CreditFileDesk(
            store=store,
            behaviour=SqlBehaviourReader(store),
            settings=SettingService(store),
            clock=clock,
            company=lambda: store.find(Company)[0],
            kept_rates=lambda *_: {1: KeptRate(3, 1, 0)},
            read_statements=read_statements,
            shipped_scales=shipped_scales,
            report=Reports(store),
        )
    )


def statement(end: date = date(2024, 12, 31), **fields: Any) -> FinancialStatement:
    return FinancialStatement(1, end, "CNY", "", **fields)


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        (lambda files: files.save_profile(Profile(1, legal_form="有限公司")), Profile),
        (lambda files: files.save_statement(statement(), YEAR_2024), FinancialStatement),
        (lambda files: files.save_bank_flow(BankFlow(1, date(2025, 3, 7), "CNY", 5, 3)), BankFlow),
        (lambda files: files.save_certification(Certification(1, "ISO 9001")), Certification),
        (lambda files: files.save_contract_point(ContractPoint(1, "terms", "weak")), ContractPoint),
        (lambda files: files.save_rating(ExternalRating(1, "S&P", "BBB", TODAY)), ExternalRating),
        (lambda files: files.save_event(ExternalEvent(1, EventKind.COURT_RECORD, TODAY)), ExternalEvent),
    ],
)
def test_every_entry_is_written_worded_undone_and_redone(
    files: CreditFileService,
    store: SqlStore,
    write: Callable[[CreditFileService], ChangeSet],
    kind: type[Any],
) -> None:
    change = write(files)
    for lang in ("zh", "en"):
        assert "恒岌" in say(change.verb, lang, **change.params)
    (row,) = store.find(kind)
    undo(store)
    assert store.find(kind) == []
    redo(store)
    assert [replace(one, version=0) for one in store.find(kind)] == [replace(row, version=0)]


def test_entries_go_to_the_bin(files: CreditFileService, store: SqlStore) -> None:
    files.save_statement(statement(), YEAR_2024)
    files.save_bank_flow(BankFlow(1, date(2025, 3, 7), "CNY", 5, 3))
    files.save_certification(Certification(1, "ISO 9001"))
    files.save_contract_point(ContractPoint(1, "terms", "weak"))
    files.save_rating(ExternalRating(1, "S&P", "BBB", TODAY))
    files.save_event(ExternalEvent(1, EventKind.INSURER_CUT, TODAY))
    for change in (
        files.remove_statement(1),
        files.remove_bank_flow(1),
        files.remove_certification(1),
        files.remove_contract_point(1),
        files.remove_rating(1),
        files.remove_event(1),
    ):
        assert "恒岌" in say(change.verb, "en", **change.params)
    assert files.statements(1) == []
    assert files.bank_flows(1) == []
    assert files.certifications(1) == []
    assert files.ratings(1) == []
    assert files.events(1) == []
    assert {one.state for one in files.contract_checklist(1)} == {"unasked"}
    assert store.find(ContractPoint) == []


def test_a_customer_has_one_profile(files: CreditFileService) -> None:
    assert files.profile(1) == Profile(1)
    files.save_profile(Profile(1, legal_form=" 有限公司 ", capital=100, capital_currency="CNY"))
    files.save_profile(Profile(1, legal_form="股份公司", capital=None))
    found = files.profile(1)
    assert (found.legal_form, found.capital, found.id) == ("股份公司", None, 1)


def test_statements_are_read_with_ratios_opinions_and_trends(files: CreditFileService) -> None:
    last = YEAR_2024 | {Line.CURRENT_ASSETS: 450}
    files.save_statement(statement(date(2023, 12, 31)), last)
    files.save_statement(statement(), YEAR_2024)
    now, before = files.statements(1)
    assert now.figures == YEAR_2024
    assert now.ratios[RatioCode.CURRENT].value == 2
    assert now.trends[RatioCode.CURRENT] == Decimal("0.5")
    assert before.trends == {}
    assert [one.model for one in now.opinions] == ["z_double_prime", "z_prime", "zmijewski"]
    assert now.opinions[0].zone is Zone.SAFE
    assert now.tangible_net_worth.value == 600
    assert (now.stale, before.stale) == (False, True)
    assert now.ratios[RatioCode.INTEREST_COVER].why == "ratio.lacking"
    assert [one.statement.period_end for one in files.statements(1, date(2024, 6, 30))] == [
        date(2023, 12, 31)
    ]


def test_flows_of_half_a_year_enter_ratios_as_of_a_year(files: CreditFileService) -> None:
    half = dict(YEAR_2024)
    del half[Line.REVENUE]
    view = files.preview_statement(statement(date(2025, 6, 30), months=6), half)
    assert view.ratios[RatioCode.EBIT_RETURN].value == Decimal("0.2")
    assert view.ratios[RatioCode.CURRENT].value == 2
    assert view.figures == half


def test_figures_nobody_can_read_are_no_figures() -> None:
    assert figures_of("{") == {}
    assert figures_of('{"cash": 5, "gold": 7, "equity": "x"}') == {Line.CASH: 5}


ENDLESS = RatingScale("S&P", "", worst=Decimal("NaN"), best=Decimal(5))


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (lambda f: f.save_profile(Profile(1, founded_on=date(2026, 1, 1))), "credit_file.founded_later"),
        (lambda f: f.save_profile(Profile(1, capital=5)), "money.unknown_currency"),
        (lambda f: f.save_profile(Profile(1, employees=-1)), "credit_file.negative"),
        (
            lambda f: f.save_profile(Profile(1, capital=10**30, capital_currency="CNY")),
            "credit_file.too_large",
        ),
        (lambda f: f.save_statement(statement(), {Line.EQUITY: -(10**30)}), "credit_file.too_large"),
        (lambda f: f.save_bank_flow(BankFlow(1, TODAY, "CNY", 1, 0, -(10**30))), "credit_file.too_large"),
        (lambda f: f.save_rating_map([ENDLESS]), "rating_map.empty"),
        (lambda f: f.save_statement(statement(date(2026, 3, 31)), YEAR_2024), "credit_file.period_later"),
        (lambda f: f.save_statement(statement(), {}), "credit_file.no_figures"),
        (lambda f: f.save_statement(statement(months=0), YEAR_2024), "credit_file.months"),
        (lambda f: f.save_statement(statement(unit=7), YEAR_2024), "credit_file.unit"),
        (lambda f: f.save_bank_flow(BankFlow(1, TODAY, "CNY", -1, 0)), "credit_file.negative"),
        (lambda f: f.save_certification(Certification(1, "  ")), "credit_file.no_name"),
        (lambda f: f.save_contract_point(ContractPoint(1, "luck", "weak")), "credit_file.bad_point"),
        (lambda f: f.save_rating(ExternalRating(1, "", "A", TODAY)), "credit_file.rating_empty"),
        (lambda f: f.save_rating(ExternalRating(1, "S&P", "A", TODAY, points="101")), "credit_file.points"),
        (lambda f: f.save_rating(ExternalRating(1, "S&P", "A", TODAY, points="NaN")), "credit_file.points"),
        (
            lambda f: f.save_rating(ExternalRating(1, "S&P", "A", TODAY, valid_until=date(2025, 1, 1))),
            "credit_file.valid_before",
        ),
        (
            lambda f: f.save_event(ExternalEvent(1, EventKind.COURT_RECORD, TODAY, confirmed_by="王")),
            "credit_file.no_identifier",
        ),
        (
            lambda f: f.save_event(
                ExternalEvent(1, EventKind.NEGATIVE_NEWS, TODAY, closed_on=date(2025, 1, 1))
            ),
            "credit_file.closed_before",
        ),
        (lambda f: f.save_profile(Profile(9)), "record.missing"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    files: CreditFileService, action: Callable[[CreditFileService], ChangeSet], code: str
) -> None:
    with pytest.raises(DomainError) as caught:
        action(files)
    assert caught.value.code == code
    for lang in ("zh", "en"):
        assert say(code, lang, **caught.value.params)


def test_nothing_stands_twice_or_moves_to_another_customer(files: CreditFileService) -> None:
    files.save_statement(statement(), YEAR_2024)
    files.save_bank_flow(BankFlow(1, date(2025, 3, 7), "CNY", 5, 3))
    refused: list[tuple[Callable[[], ChangeSet], str]] = [
        (lambda: files.save_statement(statement(), YEAR_2024), "credit_file.statement_twice"),
        (
            lambda: files.save_bank_flow(BankFlow(1, date(2025, 3, 1), "CNY", 5, 3)),
            "credit_file.month_twice",
        ),
        (
            lambda: files.save_statement(replace(files.statements(1)[0].statement, customer_id=2), YEAR_2024),
            "credit_file.other_customer",
        ),
    ]
    for action, code in refused:
        with pytest.raises(DomainError) as caught:
            action()
        assert caught.value.code == code
    files.save_statement(replace(files.statements(1)[0].statement, note="x"), YEAR_2024)
    assert len(files.statements(1)) == 1


def test_the_checklist_shows_every_point_and_what_is_lacking(files: CreditFileService) -> None:
    files.save_contract_point(ContractPoint(1, "terms", "present", "第3条"))
    files.save_contract_point(ContractPoint(1, "terms", "weak"))
    files.save_contract_point(ContractPoint(1, "guarantee", "not_needed"))
    found = files.contract_checklist(1)
    assert tuple(one.point for one in found) == CONTRACT_POINTS
    assert {one.point for one in found if not one.lacking} == {"guarantee"}
    assert len(files.contract_points(1)) == 2


def test_an_event_found_by_a_name_counts_once_an_identifier_confirms_it(
    files: CreditFileService, store: SqlStore
) -> None:
    with store.write() as unit:
        unit.add(Identifier(1, IdentifierKind.USCC, USCC))
        unit.commit("test.identifier")
    event = ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 5, 1), "裁判文书网")
    files.save_event(event)
    assert not files.events(1)[0].counts
    with pytest.raises(DomainError, match="other_identifier"):
        files.save_event(replace(event, identifier="91110108551385082Q", confirmed_by="王敏"))
    stored = files.events(1)[0].event
    files.save_event(
        replace(stored, identifier=USCC.lower(), confirmed_by="王敏", closed_on=date(2025, 9, 1))
    )
    (view,) = files.events(1)
    assert (view.counts, view.running) == (True, False)
    assert files.events(1, date(2025, 6, 1))[0].running
    assert files.events(1, date(2025, 4, 1)) == []
    files.save_event(ExternalEvent(1, EventKind.INSURER_CUT, date(2025, 5, 1)))
    assert all(one.counts for one in files.events(1))


def test_ratings_find_their_points_in_the_map(files: CreditFileService) -> None:
    files.save_rating(ExternalRating(1, "s&p", "bbb", date(2025, 1, 1), valid_until=date(2025, 6, 30)))
    files.save_rating(ExternalRating(1, "Coface", "7", date(2025, 2, 1)))
    files.save_rating(ExternalRating(1, "Allianz Trade", "1", date(2025, 3, 1)))
    files.save_rating(ExternalRating(1, "某机构", "好", date(2025, 4, 1)))
    files.save_rating(ExternalRating(1, "某机构", "好", date(2025, 5, 1), points="66.5"))
    found = files.ratings(1)
    assert [one.points for one in found] == [Decimal("66.5"), None, 100, 70, 75]
    assert [one.valid for one in found] == [True, True, True, True, False]
    assert [one.from_map for one in found] == [False, True, True, True, True]


def test_the_map_is_the_companys_own_until_reset(files: CreditFileService) -> None:
    shipped = files.rating_map()
    own = RatingScale(
        "某机构", "三级", values=(("好", Decimal(90)), ("差", Decimal(10))), on=date(2025, 1, 1)
    )
    files.save_rating_map([*shipped, own])
    assert files.rating_map() == (*shipped, own)
    assert mapped_points(ExternalRating(1, "某机构", " 好", TODAY), files.rating_map()) == 90
    for bad, code in (
        ([own, own], "rating_map.twice"),
        ([replace(own, values=())], "rating_map.empty"),
        ([replace(own, provider=" ")], "rating_map.no_provider"),
        ([replace(own, values=(("好", Decimal(101)),))], "rating_map.points"),
    ):
        with pytest.raises(DomainError) as caught:
            files.save_rating_map(bad)
        assert caught.value.code == code
    files.reset_rating_map()
    assert files.rating_map() == shipped


def test_shipped_scales_have_source_and_day_and_map_within_0_and_100() -> None:
    for scale in shipped_scales():
        assert scale.source
        assert scale.on
        assert scale.name_en
        values = [value for value, _ in scale.values]
        assert len(values) == len(set(values))
        ends = [one for one in (scale.worst, scale.best) if one is not None]
        points = [scale.points(str(one)) for one in ends]
        assert points in ([], [0, 100])
        assert scale.points("nonsense") is None
        assert scale.points("1e99") is None


def test_behaviour_of_one_and_of_all(files: CreditFileService, store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(invoice(date(2025, 9, 1), 1000, date(2025, 10, 1)))
        unit.commit("test.invoice")
    one = files.behaviour(1)
    assert (one.longest_overdue, one.median, len(one.months)) == (91, 91, 12)
    assert (one.promises_kept, one.promises_judged) == (Decimal("0.75"), 4)
    assert one.late_share == one.company_share == 1
    assert one.weighted_days_late == 91
    many = files.behaviours()
    assert many == {1: replace(one, median=None, months=())}
    nothing = files.behaviour(2)
    assert (nothing.counted, nothing.late_share, nothing.weighted_days_late) == (0, None, None)
    assert nothing.years_known is None
    assert files.behaviours(customer_ids=[2]) == {}


def test_a_report_gathers_the_file_and_its_timeline(files: CreditFileService, tmp_path: Path) -> None:
    files.save_statement(statement(received_on=date(2025, 4, 1)), YEAR_2024)
    files.save_rating(ExternalRating(1, "S&P", "BBB", date(2025, 5, 1)))
    files.save_event(ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 6, 1), value="(2025)苏01"))
    files.save_event(ExternalEvent(1, EventKind.COURT_RECORD, date(2025, 12, 1)))
    found = files.report(1, date(2025, 11, 30))
    assert [(one.kind, one.number) for one in found.timeline] == [
        ("external.court_record", "(2025)苏01"),
        ("external_rating", "S&P BBB"),
        ("financial_statement", "2024-12-31"),
    ]
    for event in found.timeline:
        for lang in ("zh", "en"):
            assert event.number in say(f"event.{event.kind}", lang, number=event.number, amount="")
    assert (len(found.events), len(found.statements), found.grade) == (1, 1, None)
    assert found.limit.state == "not_checked"
    path = files.write_report(found, tmp_path / "x.pdf", "en")
    assert path.read_text("utf-8") == "恒岌 en"


def test_statements_of_a_file_are_one_action_and_replace_what_is_there(
    files: CreditFileService, store: SqlStore
) -> None:
    first = FinancialStatement(1, date(2024, 12, 31), "CNY", "")
    files.save_statement(first, YEAR_2024)
    before = replace(first, period_end=date(2023, 12, 31))
    kept: list[BackupKind] = []
    store.safeguarding = kept.append
    files.save_statements([(first, {Line.CASH: 5}), (before, {Line.CASH: 4})])
    assert kept == [BackupKind.IMPORT]
    assert [view.figures for view in files.statements(1)] == [{Line.CASH: 5}, {Line.CASH: 4}]
    undo(store)
    assert [view.figures for view in files.statements(1)] == [YEAR_2024]
    with pytest.raises(DomainError) as refused:
        files.save_statements([(first, YEAR_2024), (first, YEAR_2024)])
    assert refused.value.code == "credit_file.period_twice"


def test_a_profile_and_what_it_shares_with_the_customer_are_one_action(
    files: CreditFileService, store: SqlStore
) -> None:
    standing = Standing("DE", None, "small", date(2025, 1, 2))
    files.save_profile(Profile(1, legal_form="GmbH"), standing)
    customer = store.get(Customer, 1)
    assert (customer.country, customer.size_class, customer.sme_disclosed_on) == (
        "DE",
        "small",
        date(2025, 1, 2),
    )
    undo(store)
    assert (store.get(Customer, 1).size_class, files.profile(1)) == ("", Profile(1))


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (Standing("china"), "customer.bad_country"),
        (Standing("CN", None, "huge"), "credit_file.size_class"),
        (Standing("CN", None, "", date(2026, 1, 1)), "credit_file.disclosed_later"),
    ],
)
def test_a_standing_that_cannot_be_is_refused(
    files: CreditFileService, standing: Standing, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        files.save_profile(Profile(1), standing)
    assert refused.value.code == code
