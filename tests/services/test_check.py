"""A sound file has no findings; each kind of damage gives its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from app.domain.customer import Customer
from app.domain.document import Instalment
from app.services.check import CheckService, Finding, days_to_try
from app.storage.integrity import SqlCheckReader
from app.storage.store import SqlStore
from app.words import say
from tests.services.checking import besides_the_hand
from tests.services.ledgers import Ledger, allocated, invoice, ledgers, receipt
from tests.services.test_aging import T, fresh_store


def check(store: SqlStore) -> list[Finding]:
    return CheckService(SqlCheckReader(store), lambda: T).run()


@settings(deadline=None, max_examples=25)
@given(ledgers())
def test_lawful_ledgers_are_sound(ledger: Ledger) -> None:
    with fresh_store() as store:
        ledger.write(store)
        assert check(store) == []


@pytest.fixture
def ledger(store: SqlStore) -> SqlStore:
    on = T - timedelta(40)
    made = Ledger(
        [Customer("甲"), Customer("乙")],
        [
            invoice(on, 1_000, on, number="A1"),
            receipt(on, 400),
            replace(invoice(on, 900, number="A2"), has_plan=True),
            receipt(on, 300),
            invoice(on, 50, on, 2, number="B1"),
        ],
    )
    made.instalments = [Instalment(3, 1, on, 450), Instalment(3, 2, T, 450)]
    made.allocations = [
        allocated(made, 1, 2, 400),
        replace(allocated(made, 3, 4, 300), instalment_id=1),
    ]
    made.write(store)
    assert check(store) == []
    return store


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        ("UPDATE document SET open = 1 WHERE id = 1", {"check.open"}),
        ("UPDATE instalment SET open = 1 WHERE id = 2", {"check.part_open"}),
        ("UPDATE allocation SET date = '2025-01-01' WHERE id = 1", {"check.predates"}),
        (
            "UPDATE allocation SET credit_amount = 7 WHERE id = 1",
            {"check.sides", "check.open"},
        ),
        (
            "UPDATE allocation SET instalment_id = NULL WHERE id = 2",
            {"check.loose_part", "check.part_open"},
        ),
        ("UPDATE instalment SET amount = 451, open = 451 WHERE id = 2", {"check.plan_sum", "check.aging"}),
        ("UPDATE customer SET deleted = 1 WHERE id = 2", {"check.no_customer"}),
        (
            (
                "INSERT INTO attachment (owner, owner_id, name, size, digest, created_at, changed_at) "
                "VALUES ('customer', 1, 'a.pdf', 4, 'none', '', '')"
            ),
            {"check.lost_content"},
        ),
        ("UPDATE document SET customer_id = 99 WHERE id = 5", {"check.reference"}),
        (
            "UPDATE allocation SET amount = 1400, credit_amount = 1400 WHERE id = 1",
            {"check.open", "check.exceeds"},
        ),
        (
            "UPDATE allocation SET amount = 460, credit_amount = 460 WHERE id = 2",
            {"check.open", "check.part_open", "check.exceeds", "check.part_exceeds"},
        ),
        (
            "UPDATE document SET deleted = 1 WHERE id = 2",
            {"check.deleted_side", "check.aging"},
        ),
    ],
)
def test_each_damage_is_found_and_named(ledger: SqlStore, damage: str, codes: set[str]) -> None:
    ledger.raw.execute("PRAGMA foreign_keys = OFF")
    ledger.raw.execute(damage)
    found = besides_the_hand(check(ledger))
    assert codes <= {each.code for each in found}
    assert {each.code for each in found} <= codes | {"check.aging"}
    for each in found:
        for lang in ("zh", "en"):
            assert "{" not in say(each.code, lang, **each.params)


def test_days_are_today_and_three_quarter_ends() -> None:
    assert [f"{day:%m-%d}" for day in days_to_try(T)] == ["12-31", "09-30", "06-30", "03-31"]
