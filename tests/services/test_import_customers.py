"""Who the customers of a file are: matched, proposed, refused, added, updated."""

from __future__ import annotations

from typing import Any

from app.domain.customer import Alias, Contact, Customer, Identifier, IdentifierKind, Salesperson
from app.domain.document import Document
from app.domain.import_plan import Action
from app.domain.importing import StagedCustomer
from app.domain.matching import Party, chosen
from app.domain.names import match_key
from app.domain.problem import Severity
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.importing import bring_in, codes, invoice, people, plan, staged

USCC_A = "91350100M000100Y43"
USCC_B = "91320594MA1MYUY94U"


def stored(store: SqlStore, *customers: Customer, **numbers: str) -> list[int]:
    from dataclasses import replace

    with store.write() as unit:
        ids = [unit.add(replace(one, name_key=match_key(one.name))) for one in customers]
        for at, value in numbers.items():
            unit.add(Identifier(ids[int(at[1:])], IdentifierKind.USCC, value))
        unit.commit("test")
    return ids


def matched(store: SqlStore, *documents: Any, **choices: Any) -> list[int]:
    return [row.customer for row in plan(store, staged(*documents), **choices).rows]


def test_identifier_goes_before_code_and_code_before_name(store: SqlStore) -> None:
    a, b = stored(store, Customer("苏州恒岳机电有限公司", "K1"), Customer("宁波海拓", "K2"), n0=USCC_A)
    assert matched(
        store,
        invoice("1", customer="随便什么公司", tax_id=USCC_A),
        invoice("2", customer="别的名字", code="k2"),
        invoice("3", customer="苏州恒岳机电有限责任公司"),
    ) == [a, b, a]


def test_evidence_that_points_two_ways_is_a_problem_until_the_user_decides(store: SqlStore) -> None:
    a, b = stored(store, Customer("苏州恒岳机电有限公司", "K1"), Customer("宁波海拓", "K2"))
    file = staged(invoice("1", customer="宁波海拓", code="K1"), invoice("2", customer="宁波海拓"))
    made = plan(store, file)
    assert [row.action for row in made.rows] == [Action.PROBLEM, Action.NEW]
    (problem,) = made.all_problems()
    assert (problem.code, problem.severity) == ("import.customer_conflict", Severity.ERROR)
    assert dict(problem.params["candidates"]) == {a: "苏州恒岳机电有限公司", b: "宁波海拓"}  # type: ignore[call-overload]
    key = str(problem.params["key"])
    assert plan(store, file, matches={key: b}).rows[0].customer == b
    assert plan(store, file, matches={key: 0}).rows[0].customer == -1


def test_another_tax_number_under_the_same_name_is_a_problem(store: SqlStore) -> None:
    stored(store, Customer("苏州恒岳机电有限公司"), n0=USCC_A)
    made = plan(store, staged(invoice("1", tax_id=USCC_B)))
    assert codes(made) == ["import.identifier_differs"]
    assert made.rows[0].action is Action.PROBLEM


def test_two_customers_of_one_name_are_told_apart_by_code_alone(store: SqlStore) -> None:
    _, b = stored(store, Customer("恒岳", "K1"), Customer("恒岳", "K2"))
    made = plan(store, staged(invoice("1", customer="恒岳"), invoice("2", customer="恒岳", code="K2")))
    assert [row.customer for row in made.rows] == [0, b]
    assert codes(made) == ["import.customer_ambiguous"]


def test_the_same_name_under_another_code_is_proposed_and_not_joined(store: SqlStore) -> None:
    (a,) = stored(store, Customer("恒岳", "K1"))
    made = plan(store, staged(invoice("1", customer="恒岳", code="K9")))
    assert made.rows[0].customer == -1
    assert codes(made) == ["import.code_differs"]
    assert matched(store, invoice("1", customer="恒岳", code="K9"), matches={match_key("恒岳"): a}) == [a]


def test_a_near_name_is_proposed_and_joined_only_when_chosen_leaving_an_alias(store: SqlStore) -> None:
    (a,) = stored(store, Customer("合肥新翎新能源科技有限公司"))
    file = staged(invoice("1", customer="合肥新翎新能源"))
    made = plan(store, file)
    (problem,) = made.all_problems()
    assert (problem.code, problem.severity, problem.fix) == (
        "import.customer_near",
        Severity.WARNING,
        "match",
    )
    assert made.rows[0].customer == -1
    bring_in(store, file, matches={str(problem.params["key"]): a})
    assert [one.name for one in store.find(Alias, customer_id=a)] == ["合肥新翎新能源"]
    assert matched(store, invoice("2", customer="合肥新翎新能源")) == [a]
    undo(store)
    assert store.find(Alias) == []


def test_two_near_names_of_one_file_can_be_declared_the_same(store: SqlStore) -> None:
    file = staged(
        invoice("1", customer="合肥新翎新能源科技有限公司"), invoice("2", customer="合肥新翎新能源")
    )
    (problem,) = plan(store, file).all_problems()
    assert problem.where.row == 3
    (other,) = dict(problem.params["candidates"])  # type: ignore[call-overload]
    done = bring_in(store, file, matches={str(problem.params["key"]): other})
    assert done.customers_added == 1
    assert len({one.customer_id for one in store.find(Document)}) == 1
    assert [one.name for one in store.find(Alias)] == ["合肥新翎新能源"]


def test_names_that_differ_in_a_number_are_never_proposed(store: SqlStore) -> None:
    stored(store, Customer("Customer 00012"))
    assert codes(plan(store, staged(invoice("1", customer="Customer 00013")))) == []


def test_a_customer_known_by_code_alone_gets_its_name_later(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", customer="", code="B03322")))
    assert [(one.name, one.code) for one in store.find(Customer)] == [("B03322", "B03322")]
    bring_in(store, staged(invoice("2", customer="苏州恒岳机电有限公司", code="B03322")))
    (one,) = store.find(Customer)
    assert (one.name, one.name_key) == ("苏州恒岳机电有限公司", "苏州恒岳机电有限公司")


def test_blank_code_and_identifier_are_filled_from_the_file(store: SqlStore) -> None:
    (a,) = stored(store, Customer("苏州恒岳机电有限公司"))
    done = bring_in(store, staged(invoice("1", code="K7", tax_id=USCC_A)))
    assert (done.customers_added, done.customers_changed) == (0, 1)
    assert store.get(Customer, a).code == "K7"
    assert [(one.kind, one.value) for one in store.find(Identifier)] == [(IdentifierKind.USCC, USCC_A)]


def test_a_known_code_under_another_name_is_used_with_a_warning(store: SqlStore) -> None:
    (a,) = stored(store, Customer("苏州恒岳机电有限公司", "K1"))
    made = plan(store, staged(invoice("1", customer="昆山同创精密", code="K1")))
    assert made.rows[0].customer == a
    assert codes(made) == ["import.name_differs"]


def person(row: int, name: str, **more: str) -> StagedCustomer:
    return StagedCustomer(row, name, **more)


def test_a_customer_file_adds_all_it_says(store: SqlStore) -> None:
    file = people(
        person(
            2, "苏州恒岳机电有限公司", code="K1", tax_id=USCC_A, terms="月结30天", owner="李敏",
            region="华东", group="恒岳集团", address="苏州", contact="王芳", phone="0512-1",
            mobile="139", bank="工行", account="62",
        ),
        person(3, "Müller GmbH", tax_id="DE136695976", country="DE", currency="EUR", owner="李敏"),
    )  # fmt: skip
    done = bring_in(store, file)
    assert (done.customers_added, done.added) == (2, 0)
    first, second = store.find(Customer)
    assert (first.code, first.terms, first.bank, first.bank_account) == ("K1", "月结30天", "工行", "62")
    assert (second.country, second.currency, second.language) == ("DE", "EUR", "en")
    assert first.salesperson_id == second.salesperson_id == store.find(Salesperson)[0].id
    assert first.region_id
    assert first.group_id
    assert [(one.name, one.mobile) for one in store.find(Contact)] == [("王芳", "139")]
    assert {one.kind for one in store.find(Identifier)} == {IdentifierKind.USCC, IdentifierKind.EU_VAT}
    again = plan(store, file)
    assert {row.action for row in again.rows} == {Action.SKIP}
    assert again.customers == ()


def test_blanks_are_filled_and_other_values_replaced_only_when_accepted(store: SqlStore) -> None:
    (a,) = stored(store, Customer("苏州恒岳机电有限公司", "K1", terms="net 30"))
    file = people(person(2, "苏州恒岳机电有限公司", terms="net 60", phone="0512-1", owner="李敏"))
    (row,) = plan(store, file).rows
    assert row.action is Action.UPDATE_CUSTOMER
    assert [(c.field, c.before, c.after) for c in row.changes] == [
        ("terms", "net 30", "net 60"),
        ("phone", "", "0512-1"),
        ("owner", "", "李敏"),
    ]
    bring_in(store, file)
    one = store.get(Customer, a)
    assert (one.terms, one.phone) == ("net 30", "0512-1")
    assert one.salesperson_id
    bring_in(store, file, accept_changes=True)
    assert store.get(Customer, a).terms == "net 60"
    assert {row.action for row in plan(store, file).rows} == {Action.SKIP}


def test_an_accepted_new_name_keeps_the_old_one_as_an_alias(store: SqlStore) -> None:
    (a,) = stored(store, Customer("苏州恒岳机电有限公司", "K1"))
    bring_in(store, people(person(2, "苏州恒岳智能装备有限公司", code="K1")), accept_changes=True)
    assert store.get(Customer, a).name == "苏州恒岳智能装备有限公司"
    assert matched(store, invoice("1", customer="苏州恒岳机电有限公司")) == [a]


def test_a_customer_named_in_two_rows_is_added_once(store: SqlStore) -> None:
    file = people(
        person(2, "苏州恒岳机电有限公司", code="K1"), person(3, "苏州恒岳机电有限公司", phone="0512-1")
    )
    made = plan(store, file)
    assert [row.action for row in made.rows] == [Action.NEW_CUSTOMER, Action.SKIP]
    assert codes(made) == ["import.same_customer"]
    bring_in(store, file)
    (one,) = store.find(Customer)
    assert (one.code, one.phone) == ("K1", "0512-1")


def test_a_malformed_tax_number_is_kept_with_a_warning(store: SqlStore) -> None:
    made = plan(store, people(person(2, "苏州恒岳机电有限公司", tax_id=USCC_A[:-1] + "5")))
    assert codes(made) == ["identifier.check_character"]
    assert made.errors == 0


def test_terms_that_cannot_be_read_are_kept_with_a_warning(store: SqlStore) -> None:
    made = plan(store, people(person(2, "甲", terms="胡说"), person(3, "乙", terms="月结30天")))
    assert [(one.code, one.where.row) for one in made.all_problems()] == [("import.terms_unread", 2)]
    assert made.customers[0].value.terms == "胡说"


def test_a_choice_is_found_by_full_key_by_name_or_by_code() -> None:
    party = Party("恒岳", "K1")
    assert chosen(party, {party.key: 3}) == 3
    assert chosen(party, {match_key("恒岳"): 4}) == 4
    assert chosen(party, {"k1": 5}) == 5
    assert chosen(party, {}) is None
