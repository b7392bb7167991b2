"""Local profiles, their PINs, and who may grant how much."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.authority import BOUNDLESS, AuthorityLine, AuthorityMatrix, Ceiling, matrix_as_json, matrix_of
from app.domain.clock import FixedClock
from app.domain.credit_record import Person
from app.domain.problem import DomainError
from app.domain.scorecard import Grade
from app.services.people import PeopleService
from app.services.pins import Patience, is_current, matches
from app.services.settings import SettingService
from app.storage.store import SqlStore
from tests.services.deciding import Desk, desk_on


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    return desk_on(store, clock)


def test_people_are_kept_by_name_and_one_is_an_owner(desk: Desk) -> None:
    owner = desk.person("  王  总 ", "owner")
    assert [one.name for one in desk.people.list()] == ["王 总"]
    seller = desk.person("小李", "sales")
    with pytest.raises(DomainError, match=r"person\.taken"):
        desk.person("小李", "credit")
    with pytest.raises(DomainError, match=r"person\.role_unknown"):
        desk.person("小赵", "king")
    with pytest.raises(DomainError, match=r"person\.name_missing"):
        desk.person(" ", "sales")
    with pytest.raises(DomainError, match=r"person\.no_owner"):
        desk.people.remove(owner)
    stored = desk.store.get(Person, owner)
    with pytest.raises(DomainError, match=r"person\.no_owner"):
        desk.people.save(replace(stored, role="sales"))
    desk.people.save(replace(desk.store.get(Person, seller), active=False))
    assert [one.name for one in desk.people.list(inactive=True)] == ["小李", "王 总"]


def test_a_pin_is_kept_as_a_slow_hash(desk: Desk) -> None:
    person = desk.person("王总", "owner")
    assert desk.people.check_pin(person, "")
    for bad in ("12", "abcd", "1" * 13, "１２３４"):
        with pytest.raises(DomainError, match=r"person\.bad_pin"):
            desk.people.set_pin(person, bad)
    desk.people.set_pin(person, "4711")
    stored = desk.store.get(Person, person)
    # Not "the digits are not in it": four digits stand in one of a thousand honest hashes by chance.
    scheme, *work, salt, digest = stored.pin.split("$")
    assert (scheme, work) == ("scrypt", ["32768", "8", "1"])
    assert len(bytes.fromhex(salt)) == 16
    assert bytes.fromhex(digest) == hashlib.scrypt(
        b"4711", salt=bytes.fromhex(salt), n=32768, r=8, p=1, dklen=32, maxmem=2**26
    )
    assert desk.people.check_pin(person, "4711")
    assert not desk.people.check_pin(person, "4712")
    desk.people.unlock(stored.name, "4711")
    desk.people.save(replace(stored, name="王老板", pin="tampered"))
    assert desk.people.check_pin(person, "4711")
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        desk.people.set_pin(person, "", "4712")
    desk.people.set_pin(person, "", "4711")
    assert desk.people.check_pin(person, "anything")


def test_a_hash_nobody_can_read_opens_nothing(desk: Desk) -> None:
    person = desk.person("王总", "owner")
    costly = f"scrypt${2**40}$8$1$00$00", f"scrypt$16384$8${2**30}$00$00", f"scrypt$16384${2**60}$1$00$00"
    for broken in ("plain", "scrypt$x$00$00", "scrypt$3$zz$00", "md5$1$8$1$00$00", *costly):
        with desk.store.write() as unit:
            unit.replace(replace(unit.get(Person, person), pin=broken))
            unit.commit("test.pin", n=broken)
        assert not matches(broken, "1234")
    assert not desk.people.check_pin(person, "1234")


def test_a_hash_of_an_older_cost_still_fits_and_is_made_anew(desk: Desk) -> None:
    person = desk.person("王总", "owner")
    salt = bytes(16)
    digest = hashlib.scrypt(b"4711", salt=salt, n=2**14, r=8, p=1, dklen=32)
    old = f"scrypt${2**14}${salt.hex()}${digest.hex()}"
    with desk.store.write() as unit:
        unit.replace(replace(unit.get(Person, person), pin=old))
        unit.commit("test.pin", n=1)
    assert not desk.people.check_pin(person, "4712")
    assert desk.store.get(Person, person).pin == old
    assert desk.people.check_pin(person, "4711")
    anew = desk.store.get(Person, person).pin
    assert is_current(anew)
    assert desk.people.check_pin(person, "4711")
    assert desk.store.get(Person, person).pin == anew


def test_another_owner_sets_a_forgotten_pin_anew_and_nobody_else_does(desk: Desk) -> None:
    seller, boss, clerk = (
        desk.person(name, role) for name, role in (("小李", "sales"), ("王总", "owner"), ("陈", "credit"))
    )
    for one, pin in ((seller, "1111"), (boss, "2222"), (clerk, "3333")):
        desk.people.set_pin(one, pin)
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        desk.people.set_pin(seller, "9999", "3333")
    desk.people.set_pin(seller, "9999", "2222")
    assert desk.people.check_pin(seller, "9999")


def test_wrong_pins_cost_patience_and_no_thread_sleeps_for_it() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0])
    waits = []
    for _ in range(12):
        patience.tried(1, right=False)
        waits.append(patience.left(1))
        now[0] += waits[-1]
        assert patience.left(1) == 0
    assert waits == [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]
    assert patience.left(2) == 0
    patience.tried(1, right=True)
    patience.tried(1, right=False)
    assert patience.left(1) == 0


def test_while_somebody_waits_even_the_right_pin_is_not_read(desk: Desk) -> None:
    person = desk.person("王总", "owner")
    desk.people.set_pin(person, "4711")
    for _ in range(3):
        with pytest.raises(DomainError, match=r"person\.wrong_pin"):
            desk.people.confirm("王总", "0000")
    with pytest.raises(DomainError) as refused:
        desk.people.confirm("王总", "4711")
    assert refused.value.code == "person.pin_wait"
    assert refused.value.params["n"] == 5


def test_one_person_alone_decides_everything_and_is_recorded_as_such(desk: Desk) -> None:
    assert desk.people.approval("谁都行").alone
    desk.person("王总", "owner")
    assert desk.people.approval("王总").alone
    desk.person("小李", "sales")
    assert not desk.people.approval("王总").alone
    with pytest.raises(DomainError, match=r"person\.unknown"):
        desk.people.approval("老张")


def test_authority_by_role_and_grade(desk: Desk) -> None:
    for name, role in (("王总", "owner"), ("陈会计", "credit"), ("小李", "sales")):
        desk.person(name, role)
    assert desk.people.ceiling("王总", Grade.D) == BOUNDLESS
    assert desk.people.ceiling("陈会计", Grade.B) == Ceiling(Decimal(300_000))
    assert desk.people.require("陈会计", Grade.B, Decimal(300_000), "").role == "credit"
    with pytest.raises(DomainError) as refused:
        desk.people.require("小李", Grade.B, Decimal(20_001), "")
    assert (refused.value.code, refused.value.params["able"]) == ("authority.exceeded", "王总, 陈会计")


def test_a_person_s_own_line_goes_before_the_role_s(desk: Desk) -> None:
    for name, role in (("王总", "owner"), ("小李", "sales")):
        desk.person(name, role)
    shipped = desk.people.matrix()
    own = AuthorityLine({Grade.A: Ceiling(Decimal(80_000))}, person="小李")
    desk.people.save_matrix(AuthorityMatrix((*shipped.lines, own)))
    assert desk.people.ceiling("小李", Grade.A) == Ceiling(Decimal(80_000))
    assert desk.people.ceiling("小李", Grade.B) == Ceiling(Decimal(0))
    desk.people.reset_matrix()
    assert desk.people.matrix() == shipped


@pytest.mark.parametrize(
    "value",
    [
        None,
        {"lines": [{"role": "king", "ceilings": {}}]},
        {"lines": [{"role": "owner", "ceilings": {"A": "-1"}}]},
        {"lines": [{"role": "owner", "ceilings": {"A": "much"}}]},
        {"lines": [{"role": "owner", "ceilings": 3}]},
    ],
)
def test_a_matrix_nobody_can_read_is_refused_and_the_shipped_one_holds(desk: Desk, value: object) -> None:
    with pytest.raises(DomainError, match=r"authority\.unreadable"):
        matrix_of(value)
    assert matrix_of(matrix_as_json(desk.people.shipped_matrix())) == desk.people.shipped_matrix()


def test_an_owner_s_pin_stands_before_people_and_their_authority(desk: Desk) -> None:
    boss, other, seller = (
        desk.person(name, role) for name, role in (("王总", "owner"), ("李总", "owner"), ("小李", "sales"))
    )
    desk.people.save_matrix(desk.people.shipped_matrix())  # nobody has a PIN yet: nothing is asked
    desk.people.set_pin(boss, "4711")
    assert desk.people.locked()
    stored = desk.store.get(Person, seller)
    for forbidden in (
        lambda: desk.people.save(replace(stored, role="owner")),
        lambda: desk.people.save(Person("外人", "owner")),
        lambda: desk.people.remove(boss),
        lambda: desk.people.save_matrix(desk.people.shipped_matrix()),
        desk.people.reset_matrix,
        lambda: desk.people.set_pin(other, "1111"),  # and then unlock in that owner's name
        lambda: desk.people.unlock("小李", ""),
        lambda: desk.people.unlock("李总", ""),
    ):
        with pytest.raises(DomainError, match=r"person\.owner_needed"):
            forbidden()
    with pytest.raises(DomainError, match=r"person\.wrong_pin"):
        desk.people.unlock("王总", "4712")
    desk.people.unlock("王总", "4711")
    saved = desk.people.save(replace(stored, role="credit"))
    kept = desk.people.save_matrix(AuthorityMatrix(desk.people.shipped_matrix().lines[:2]))
    assert saved.for_good
    assert kept.for_good, "or the next Ctrl+Z would take it back"
    desk.people.lock()
    assert desk.people.locked()


def test_what_an_owner_unlocked_locks_itself(store: SqlStore) -> None:
    now = [1000.0]
    people = PeopleService(store, SettingService(store), dict, lambda: now[0])
    people.save(Person("王总", "owner"))
    people.set_pin(people.list()[0].id, "4711")
    people.unlock("王总", "4711")
    now[0] += 299
    assert not people.locked()
    now[0] += 1
    assert people.locked()
