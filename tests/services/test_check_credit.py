"""What was decided about credit keeps its laws: each kind of damage by hand gives its own finding."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.credit_record import (
    Alert,
    CreditLimit,
    GradeOverride,
    OpenOrder,
    OrderCheck,
    StoredScorecard,
)
from app.domain.customer import Customer, CustomerGroup
from app.services.scoring_views import Draft
from app.services.session import CompanySession
from app.storage.store import SqlStore
from app.words import say
from tests.services.checking import besides_the_hand

DAY = date(2025, 12, 31)
BEFORE = DAY - timedelta(30)


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    """A file with one of each decision, about customer 1; customer 2 has an order only."""
    made = compose(store, FixedClock(DAY), store.close)
    for name in ("甲", "乙"):
        made.customers.create(Customer(name, country="CN"))
    card = made.scoring.card("new")
    inputs, facts = made.scoring.answers(1, BEFORE, card)
    made.scoring.finish(Draft(1, card, BEFORE, inputs, facts))
    (last,) = made.scoring.history(1, BEFORE)
    lift = GradeOverride(1, last.id, "D", "C", "other", "另有消息来源", "甲", "乙", BEFORE, BEFORE)
    with store.write() as unit:
        unit.add(CustomerGroup("集团"))
        unit.add(lift)
        for start in (BEFORE, DAY):
            unit.add(CreditLimit(start, "set", "CNY", 1, amount=100_00))
        unit.add(CreditLimit(DAY, "set", "CNY", group_id=1, amount=100_00))
        for customer_id in (1, 2):
            unit.add(OpenOrder(customer_id, f"SO-{customer_id}", DAY, "CNY", 100_00))
        check = OrderCheck(1, DAY, "CNY", 50_00, "hold", "{}", 1, released_by="乙", release_amount=50_00)
        unit.add(check)
        for cause in ("a", "b"):
            unit.add(Alert("worsening", 1, cause, DAY))
        unit.commit("test")
    assert made.check.run() == []
    return made


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        ("UPDATE customer SET deleted = 1 WHERE id = 2", {"check.binned_customer"}),
        ("UPDATE credit_limit SET start = '2025-12-31' WHERE id = 1", {"check.limit_twice"}),
        ("UPDATE credit_limit SET amount = NULL WHERE id = 1", {"check.limit_unclear"}),
        ("UPDATE credit_limit SET state = 'unset' WHERE id = 1", {"check.limit_unclear"}),
        ("UPDATE credit_limit SET \"end\" = '2025-01-01' WHERE id = 1", {"check.limit_unclear"}),
        ("UPDATE credit_limit SET group_id = NULL WHERE id = 3", {"check.limit_unclear"}),
        ("UPDATE grade_override SET now = 'A'", {"check.override_far"}),
        ("UPDATE grade_override SET now = 'D'", {"check.override_far"}),
        ("UPDATE grade_override SET now = 'E'", {"check.override_far"}),
        ("UPDATE grade_override SET customer_id = 2", {"check.override_astray"}),
        ("UPDATE grade_override SET was = 'C', now = 'B'", {"check.override_astray"}),
        ("UPDATE grade_override SET expires_on = '2027-01-01'", {"check.override_long"}),
        ("UPDATE open_order SET delivered = -1 WHERE id = 1", {"check.order_negative"}),
        ("UPDATE order_check SET release_amount = 5001", {"check.release_exceeds"}),
        ("UPDATE order_check SET released_by = ''", {"check.release_exceeds"}),
        ("UPDATE order_check SET order_id = 2", {"check.check_astray"}),
        ("UPDATE alert SET cause = 'a'", {"check.alert_twice"}),
        ("UPDATE stored_assessment SET score = '99.9'", {"check.score"}),
        ("UPDATE stored_assessment SET grade = 'A'", {"check.score", "check.override_astray"}),
        ("UPDATE stored_assessment SET inputs = '[]'", {"check.score_lost"}),
        ("UPDATE stored_assessment SET card = 'gone'", {"check.score_lost"}),
        (
            "UPDATE stored_scorecard SET content = replace(content, '\"70\"', '\"71\"')",
            {"check.card_changed"},
        ),
    ],
)
def test_each_damage_is_found_and_named(
    session: CompanySession, store: SqlStore, damage: str, codes: set[str]
) -> None:
    store.raw.execute("PRAGMA foreign_keys = OFF")
    store.raw.execute(damage)
    found = besides_the_hand(session.check.run())
    assert codes <= {one.code for one in found} <= codes | {"check.score"}
    for one in found:
        for lang in ("zh", "en"):
            assert "{" not in say(one.code, lang, **one.params)
        assert one.table
        assert one.row_id


def test_a_warning_that_was_answered_does_not_stand_twice(session: CompanySession, store: SqlStore) -> None:
    store.raw.execute("UPDATE alert SET cause = 'a'")
    session.watch.acknowledge(1)
    assert besides_the_hand(session.check.run()) == []


def test_a_draft_of_a_card_may_change(session: CompanySession, store: SqlStore) -> None:
    session.scoring.save_draft(session.scoring.card("new"))
    (draft,) = store.find(StoredScorecard, state="draft")
    store.raw.execute("UPDATE stored_scorecard SET content_hash = '' WHERE id = ?", (draft.id,))
    assert besides_the_hand(session.check.run()) == []
