"""Who works with the program: the store refuses what is not that person's duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.authority import Role
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.credit_record import Person
from app.domain.customer import Customer
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore

OWNER, OTHER = "4711", "2468"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock, path = FixedClock(date(2025, 12, 31)), tmp_path / "甲.holdfast"
    create_company(path, Company("恒信五金", "CNY"), clock=clock, actor="pc")
    made = open_company(path, clock=clock, actor="pc")
    yield made
    made.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    return compose(store, store.clock, store.close)


def enter(session: CompanySession, name: str, role: str, pin: str) -> int:
    person = min(session.people.save(Person(name, role)).touched["person"])
    if pin:
        session.people.set_pin(person, pin)
    return person


@pytest.fixture
def staffed(session: CompanySession) -> CompanySession:
    """The program asks; 王总 owns, 小李 sells, 小赵 sells without a PIN."""
    enter(session, "小李", "sales", OTHER)
    enter(session, "小赵", "sales", "")
    enter(session, "孙会计", "bookkeeper", OTHER)
    enter(session, "王总", "owner", OWNER)
    session.desk.switch("王总", OWNER, on=True)
    return session


def test_nobody_is_asked_unless_the_company_wants_it(session: CompanySession) -> None:
    assert not session.desk.look().asks
    session.customers.create(Customer("甲厂"))
    with pytest.raises(DomainError, match=r"desk\.no_owner_pin"):
        session.desk.switch("王总", "", on=True)
    enter(session, "王总", "owner", "")
    with pytest.raises(DomainError, match=r"desk\.no_owner_pin"):
        session.desk.switch("王总", "", on=True)


def test_an_owner_switches_it_on_and_off_by_the_pin_alone(session: CompanySession) -> None:
    enter(session, "小李", "sales", OTHER)
    enter(session, "王总", "owner", OWNER)
    with pytest.raises(DomainError, match=r"person\.owner_needed"):
        session.desk.switch("小李", OTHER, on=True)
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        session.desk.switch("王总", OTHER, on=True)
    assert not session.desk.look().asks
    session.desk.switch("王总", OWNER, on=True)
    assert session.desk.seat.name == "王总"
    with pytest.raises(DomainError, match=r"desk\.by_its_own"):
        session.settings.set("desk.asks", value=False)
    session.desk.stand_up()
    session.desk.switch("王总", OWNER, on=False)
    assert not session.desk.look().asks
    session.customers.create(Customer("甲厂"))
    assert [one.actor for one in session.history.entries()[:2]] == ["pc", "王总"]


def test_who_sits_works_under_the_own_name(staffed: CompanySession) -> None:
    staffed.customers.create(Customer("甲厂"))
    staffed.desk.sit("孙会计", OTHER)
    staffed.customers.create(Customer("乙厂"))
    assert [one.actor for one in staffed.history.entries()[:2]] == ["孙会计", "王总"]


def test_what_is_not_the_duty_is_refused_by_the_store(staffed: CompanySession) -> None:
    staffed.desk.sit("小李", OTHER)
    before = len(staffed.history.entries())
    with pytest.raises(DomainError, match=r"role\.may_not") as caught:
        staffed.customers.create(Customer("甲厂"))
    assert caught.value.params["able"] == "孙会计, 王总"
    assert len(staffed.history.entries()) == before
    staffed.desk.stand_up()
    with pytest.raises(DomainError, match=r"desk\.nobody"):
        staffed.customers.create(Customer("甲厂"))


def test_undo_and_redo_are_whose_the_act_is(staffed: CompanySession) -> None:
    staffed.customers.create(Customer("甲厂"))
    staffed.desk.sit("小李", OTHER)
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.history.undo()
    staffed.desk.sit("王总", OWNER)
    staffed.history.undo()
    staffed.desk.sit("小李", OTHER)
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.history.redo()


def test_nobody_seats_or_raises_themselves(staffed: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        staffed.desk.sit("王总", OTHER)
    with pytest.raises(DomainError, match=r"desk\.unknown"):
        staffed.desk.sit("小赵", "")
    staffed.desk.sit("小李", OTHER)
    seller = next(one for one in staffed.people.list() if one.name == "小李")
    staffed.people.unlock("王总", OWNER)  # five minutes of an owner's are no seat
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.people.save(replace(seller, role="owner"))
    staffed.people.set_pin(seller.id, "1357", OTHER)
    other = next(one for one in staffed.people.list() if one.name == "小赵")
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.people.set_pin(other.id, "1357")


def test_who_left_works_here_no_more(staffed: CompanySession) -> None:
    staffed.desk.sit("孙会计", OTHER)
    staffed.customers.create(Customer("甲厂"))
    gone = next(one for one in staffed.people.list() if one.name == "孙会计")
    staffed.desk.sit("王总", OWNER)
    staffed.people.unlock("王总", OWNER)
    staffed.people.save(replace(gone, active=False))
    with pytest.raises(DomainError, match=r"desk\.unknown"):
        staffed.desk.sit("孙会计", OTHER)


def test_an_owner_with_a_pin_stays_while_it_asks(staffed: CompanySession) -> None:
    staffed.people.unlock("王总", OWNER)
    owner = next(one for one in staffed.people.list() if one.role == "owner")
    with pytest.raises(DomainError, match=r"desk\.owner_stays"):
        staffed.people.set_pin(owner.id, "", OWNER)
    enter(staffed, "李总", "owner", "")
    with pytest.raises(DomainError, match=r"desk\.owner_stays"):
        staffed.people.save(replace(owner, role="credit"))
    with pytest.raises(DomainError, match=r"desk\.owner_stays"):
        staffed.people.remove(owner.id)


def test_the_password_is_the_owners_and_refused_before_the_file_is_touched(
    staffed: CompanySession, store: SqlStore
) -> None:
    staffed.desk.sit("孙会计", OTHER)
    before = store.path.read_bytes()
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.protection.protect("three quiet lamps 9")
    assert store.path.read_bytes() == before
    assert store.key is None


def test_an_owner_gives_the_roles_their_duties(staffed: CompanySession) -> None:
    """Where sellers collect, they get that duty; people and their authority stay with the owner."""
    shipped = staffed.desk.shipped()
    given = {role: one.duties for role, one in shipped.items()}
    everything = frozenset(Duty)
    staffed.desk.give({**given, Role.SALES: shipped[Role.SALES].duties | {Duty.COLLECT, Duty.PEOPLE}})
    assert staffed.desk.table()[Role.SALES].duties == {Duty.LOG, Duty.ORDERS, Duty.COLLECT}
    assert staffed.history.entries()[0].reversible is False
    staffed.desk.sit("小李", OTHER)
    assert staffed.desk.seat.may(Duty.COLLECT)
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.desk.give(dict.fromkeys(Role, everything))
    staffed.desk.sit("王总", OWNER)
    assert staffed.desk.seat.who_may(Duty.COLLECT) == "孙会计, 小李, 王总"
    staffed.desk.give({**given, Role.OWNER: frozenset(), Role.BOOKKEEPER: frozenset()})
    table = staffed.desk.table()
    assert table[Role.OWNER] == shipped[Role.OWNER]
    assert table[Role.SALES] == shipped[Role.SALES]
    staffed.desk.sit("孙会计", OTHER)
    with pytest.raises(DomainError, match=r"role\.may_not"):
        staffed.customers.create(Customer("甲厂"))


def test_duties_are_given_only_where_somebody_is_asked(session: CompanySession) -> None:
    with pytest.raises(DomainError, match=r"desk\.asks_nobody"):
        session.desk.give({})
    with pytest.raises(DomainError, match=r"desk\.by_its_own"):
        session.settings.set("desk.duties", {"sales": ["people"]})
