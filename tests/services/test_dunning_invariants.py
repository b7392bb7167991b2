"""What holds for any ledger: a run repeated changes nothing, letters and reasons sum to what is open."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.calendar import WeekendsOnly
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.dunning_rules import plan_run, standings
from app.domain.dunning_run import Debtor, DuePart, Reminded, RunFacts, RunningPromise
from app.domain.letter import Channel
from app.services.dunning_views import RunFilter
from app.storage.store import SqlStore
from tests.domain.dunnings import DUE, SHIPPED, facts
from tests.services.reminding import Reminding, day, reminding_on

AS_OF = DUE + timedelta(60)
amounts = st.integers(1, 100_000)
days = st.integers(-90, 90).map(lambda n: AS_OF + timedelta(n))


@st.composite
def parts(draw: st.DrawFn) -> list[DuePart]:
    found = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        due = draw(days)
        found.append(
            DuePart(
                draw(st.integers(1, 2)),
                draw(st.sampled_from(["CNY", "USD"])),
                number,
                None,
                f"F{number}",
                min(due, AS_OF),
                due,
                draw(amounts),
                draw(st.sampled_from(["", "", "none", "english", "gone"])),
                draw(st.sampled_from(["", "", "", "停"])),
                draw(st.none() | days),
            )
        )
    return found


@st.composite
def situations(draw: st.DrawFn) -> RunFacts:
    """Facts with every kind of claim on them."""
    known = draw(parts())
    documents = [one.document_id for one in known]
    some = st.sampled_from(documents)
    promise = st.builds(
        RunningPromise,
        st.integers(1, 2),
        st.sampled_from(["CNY", "USD"]),
        amounts,
        days,
        st.none() | some,
    )
    debtors = {
        n: Debtor(
            n, f"客户{n}", grace_until=draw(st.none() | days), block=draw(st.sampled_from(["", "", "停"]))
        )
        for n in (1, 2)
    }
    fields: dict[str, Any] = {
        "debtors": debtors,
        "disputed": draw(st.dictionaries(some, st.none() | amounts, max_size=3)),
        "planned": {(one, None): draw(amounts) for one in draw(st.lists(some, max_size=2))},
        "held": draw(st.dictionaries(some, amounts, max_size=2)),
        "promises": tuple(draw(st.lists(promise, max_size=3))),
        "on_account": draw(st.dictionaries(st.just((1, "CNY")), amounts, max_size=1)),
        "barred": frozenset(draw(st.lists(some, max_size=2))),
        "reminded": {
            (one, None): Reminded(draw(st.integers(0, 6)), draw(days), "china", draw(st.booleans()))
            for one in draw(st.lists(some, max_size=4))
        },
    }
    return facts(AS_OF, known, SHIPPED["china"], **fields)


@given(situations())
@settings(max_examples=150, deadline=None)
def test_letters_and_reasons_sum_to_what_is_open(known: RunFacts) -> None:
    run = plan_run(known, WeekendsOnly())
    chased = sum(letter.total for letter in run.letters)
    assert chased + sum(item.amount for item in run.skipped) == sum(one.open for one in known.parts)
    for letter in run.letters:
        assert letter.total == sum(line.amount for line in letter.lines) > 0
        assert letter.level == max(line.level for line in letter.lines)
    assert len({letter.key for letter in run.letters}) == len(run.letters)


@given(situations(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_the_facts_does_not_matter(known: RunFacts, rng: random.Random) -> None:
    shuffled = rng.sample(known.parts, len(known.parts))
    other = replace(known, parts=tuple(shuffled), promises=tuple(reversed(known.promises)))
    one, two = (plan_run(each, WeekendsOnly()) for each in (known, other))
    assert one.letters == two.letters
    assert sorted(map(repr, one.skipped)) == sorted(map(repr, two.skipped))


@given(situations())
@settings(max_examples=80, deadline=None)
def test_a_fresh_draft_is_never_found_stale(known: RunFacts) -> None:
    now = standings(known)
    for letter in plan_run(known, WeekendsOnly()).letters:
        for line in letter.lines:
            assert now[line.document_id, line.instalment_id].left == line.amount


@pytest.fixture
def desk(store: SqlStore) -> Reminding:
    return reminding_on(store)


entries = st.lists(st.tuples(amounts, st.integers(-20, 60)), min_size=1, max_size=4)
receipts = st.lists(st.tuples(st.integers(1, 50_000), st.integers(0, 40)), max_size=3)


@given(entries, receipts, st.booleans(), st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_run_repeated_changes_nothing_whatever_order_receipts_came_in(
    desk: Reminding,
    invoices: list[tuple[int, int]],
    paid: list[tuple[int, int]],
    send: bool,
    rng: random.Random,
) -> None:
    """Two customers with the same invoices whose receipts are entered in different orders."""
    shuffled = rng.sample(paid, len(paid))
    service = desk.at(60)
    seen = []
    for order in (paid, shuffled):
        customer = desk.books.customer(f"客户{len(desk.store.find(Customer))}", email="a@b.example")
        for n, (amount, due) in enumerate(invoices, 1):
            desk.books.enter(customer, amount, f"F{n}", due_date=day(due))
        for amount, came in order:
            row = Document(customer, DocumentKind.RECEIPT, "", day(came), "CNY", amount)
            desk.books.ledger.enter_receipt(row)
        proposal = service.preview(day(60), RunFilter({customer}))
        lines = [(one.number, one.level, one.amount) for each in proposal.letters for one in each.lines]
        seen.append((lines, sorted((one.reason.code, one.amount) for one in proposal.skipped)))
    assert seen[0] == seen[1]
    proposal = service.preview(day(60))
    first = service.draft(proposal)
    again = service.draft(service.preview(day(60)))
    assert (again.change.id, again.letter_ids) == (0, first.letter_ids)
    if first.letter_ids and send:
        service.mark_sent(first.letter_ids, day(60), Channel.EMAIL)
        repeated = service.preview(day(60))
        assert not {one.key for one in repeated.letters} & {one.key for one in proposal.letters}
