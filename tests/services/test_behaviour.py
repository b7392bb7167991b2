"""Payment behaviour by SQL against plain counting on ledgers of every kind, as of any day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import behaviour as rules
from app.domain.behaviour import Payment
from app.domain.customer import Customer
from app.domain.customer_behaviour import WINDOW, Sums, behaviour_of
from app.domain.dispute import DisputeOutcome
from app.domain.document import Allocation, Dispute, DocumentKind, Rate
from app.storage.readers.behaviour import SqlBehaviourReader
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.ledgers import SPAN, START, Ledger, allocated, invoice, ledgers, receipt
from tests.services.test_aging import fresh_store

AS_OF = date(2025, 12, 31)
AS_OFS = st.integers(-10, SPAN + 500).map(lambda n: START + timedelta(n))


def settled_on(moves: list[Allocation], amount: int, day: date) -> date | None:
    """The last allocation up to the day, where they make the amount."""
    known = [each for each in moves if each.date <= day]
    paid = sum(each.amount for each in known)
    return max(each.date for each in known) if known and paid == amount else None


def payments(ledger: Ledger, day: date) -> dict[tuple[int, str], list[Payment]]:
    """Every item of the ledger as payment saw it by a day."""
    found: dict[tuple[int, str], list[Payment]] = defaultdict(list)
    for number, each in enumerate(ledger.documents, 1):
        if each.kind is not DocumentKind.INVOICE or each.doc_date > day:
            continue
        mine = [one for one in ledger.allocations if one.debit_id == number]
        items = [(each.amount, each.due_date or each.doc_date, mine)]
        if each.has_plan:
            items = [
                (part.amount, part.due_date, [one for one in mine if one.instalment_id == place])
                for place, part in enumerate(ledger.instalments, 1)
                if part.document_id == number
            ]
        found[each.customer_id, each.currency] += [
            Payment(amount, due, settled_on(moves, amount, day)) for amount, due, moves in items
        ]
    return found


def counted(items: list[Payment], day: date) -> list[Payment]:
    since = day - timedelta(WINDOW)
    known = rules.known_on(items, day)
    return [one for one in known if one.settled_on is None or one.settled_on > since]


@settings(deadline=None, max_examples=30)
@given(ledgers(), AS_OFS)
def test_counts_and_days_are_those_of_plain_counting_on_any_day(ledger: Ledger, day: date) -> None:
    plain = payments(ledger, day)
    with fresh_store() as store:
        ledger.write(store)
        reader = SqlBehaviourReader(store)
        found = {one.customer_id: one for one in reader.sums(None, day)}
        assert set(found) == {customer for customer, _ in plain}
        for customer, sums in found.items():
            by_currency = {key[1]: counted(items, day) for key, items in plain.items() if key[0] == customer}
            items = [one for each in by_currency.values() for one in each]
            assert sums.counted == len(items)
            assert sums.late == sum(one.is_late(day) for one in items)
            assert sums.settled == sum(one.settled_on is not None for one in items)
            assert sums.longest_overdue == rules.longest_overdue(items, day)
            assert reader.median(customer, day) == rules.median_days_late(items, day)
            if len(by_currency) == 1:
                assert (sums.weighted / sums.weight if sums.weight else None) == rules.weighted_days_late(
                    items, day
                )
            assert reader.sums([customer], day) == [sums]
        everything = [one for items in plain.values() for one in counted(items, day)]
        late = sum(one.is_late(day) for one in everything)
        share = Decimal(late) / len(everything) if everything else Decimal(0)
        assert reader.company_share(day) == SqlBehaviourReader(store).company_share(day) == share


@settings(deadline=None, max_examples=15)
@given(ledgers(), AS_OFS)
def test_months_weigh_what_was_settled_in_each(ledger: Ledger, day: date) -> None:
    plain = payments(ledger, day)
    with fresh_store() as store:
        ledger.write(store)
        reader = SqlBehaviourReader(store)
        for customer, currency in plain:
            if sum(key[0] == customer for key in plain) > 1:
                continue
            months = reader.months(customer, day)
            assert len(months) == 12
            assert (months[-1].month.year, months[-1].month.month) == (day.year, day.month)
            for month in months:
                mine = [
                    one
                    for one in plain[customer, currency]
                    if one.settled_on and one.settled_on.replace(day=1) == month.month
                ]
                assert month.settled == len(mine)
                assert month.days_late == rules.weighted_days_late(mine, day)


def paid(
    ledger: Ledger, amount: int, on: date, due: date, settled: date | None, currency: str = "CNY"
) -> int:
    """An invoice, and the receipt that settles it; the invoice's id."""
    ledger.documents.append(invoice(on, amount, due, currency=currency, number=f"I{len(ledger.documents)}"))
    number = len(ledger.documents)
    if settled:
        ledger.documents.append(receipt(settled, amount, currency=currency))
        ledger.allocations.append(allocated(ledger, number, number + 1, amount, settled))
    return number


def behaviour(store: SqlStore, day: date) -> tuple[Sums, SqlBehaviourReader]:
    reader = SqlBehaviourReader(store)
    return reader.sums([1], day)[0], reader


def test_a_returned_payment_opens_the_invoice_again(store: SqlStore) -> None:
    ledger = Ledger([Customer("客户")])
    number = paid(ledger, 1000, date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 5))
    back = Allocation(number, number + 1, date(2025, 11, 1), -1000, -1000, reverses_id=1)
    ledger.allocations.append(back)
    ledger.write(store)
    before, _ = behaviour(store, date(2025, 10, 31))
    after, _ = behaviour(store, date(2025, 12, 31))
    assert before.settled == 1
    assert before.weighted == 4 * before.weight
    assert (after.settled, after.longest_overdue) == (0, 91)


def test_disputes_where_the_customer_was_right_do_not_count(store: SqlStore) -> None:
    ledger = Ledger([Customer("客户")])
    for _ in range(4):
        paid(ledger, 1000, date(2025, 9, 1), date(2025, 10, 1), None)
    opened, closed = date(2025, 9, 10), date(2025, 10, 10)
    for number, outcome in ((1, DisputeOutcome.CUSTOMER_RIGHT), (2, DisputeOutcome.WE_RIGHT), (2, "")):
        ledger.disputes.append(
            Dispute(number, opened, None, closed if outcome else None, outcome=str(outcome))
        )
    ledger.write(store)
    assert behaviour(store, date(2025, 9, 30))[0].disputed == 2  # nobody knew yet who was right
    made = behaviour_of(behaviour(store, AS_OF)[0], AS_OF, Decimal(0))
    assert (made.dispute_share, made.disputed, made.invoices) == (Decimal("0.25"), 1, 4)


def test_amounts_of_several_currencies_weigh_by_their_rates(store: SqlStore) -> None:
    ledger = Ledger([Customer("客户")])
    paid(ledger, 700_00, date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 1))
    paid(ledger, 100_00, date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 11), "USD")
    ledger.write(store)
    alone, _ = behaviour(store, AS_OF)
    assert alone.weighted == 0  # without a rate the company's own currency speaks alone
    with store.write() as unit:
        unit.add(Rate("USD", date(2025, 1, 1), Decimal(7)))
        unit.commit("test.rate")
    both, _ = behaviour(store, AS_OF)
    assert both.weighted / both.weight == 5


def test_order_change_needs_two_years_and_years_known_count_from_the_first_invoice(store: SqlStore) -> None:
    ledger = Ledger([Customer("客户")])
    paid(ledger, 5000, date(2023, 12, 1), date(2024, 1, 1), date(2024, 1, 1))
    paid(ledger, 2000, date(2024, 6, 1), date(2024, 7, 1), date(2024, 7, 1))
    paid(ledger, 3000, date(2025, 6, 1), date(2025, 7, 1), date(2025, 7, 1))
    ledger.write(store)
    sums, _ = behaviour(store, AS_OF)
    made = behaviour_of(sums, AS_OF, Decimal("0.5"))
    assert made.order_change == Decimal("0.5")
    assert made.years_known is not None
    assert round(made.years_known, 2) == Decimal("2.08")
    assert made.late_share == Decimal("2.5") / 6  # none of one late, drawn to one half by five
    assert (
        behaviour_of(behaviour(store, date(2025, 6, 30))[0], date(2025, 6, 30), Decimal(0)).order_change
        is None
    )


def test_the_company_share_follows_the_ledger(store: SqlStore) -> None:
    ledger = Ledger([Customer("客户")])
    paid(ledger, 1000, date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 1))
    ledger.write(store)
    reader = SqlBehaviourReader(store)
    assert reader.company_share(AS_OF) == 0
    with store.write() as unit:
        unit.add(Customer("别家"))
        unit.commit("test.customer")
    assert reader.company_share(AS_OF) == 0
    with store.write() as unit:
        unit.add(invoice(date(2025, 9, 1), 1000, date(2025, 10, 1), number="LATE"))
        unit.commit("test.late")
    assert reader.company_share(AS_OF) == Decimal("0.5")
    undo(store)
    assert reader.company_share(AS_OF) == 0
    assert reader.company_share(date(2025, 9, 30)) == 0
