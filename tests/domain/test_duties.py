"""Every act of the change log has a duty, every duty somebody whose it is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.bootstrap.desk import shipped_duties
from app.domain.authority import Role
from app.domain.duties import DUTY_OF, Seat, chosen_otherwise, duty_of, own_table, seat_of, table_of
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.words import codes, say
from app.words.history import WORDS as LOG
from tests.architecture.sources import patterns

APP = Path(__file__).resolve().parents[2] / "app"
_COMMITS = {"commit", "commit_for_good", "joined", "finish", "_drop", "_mark", "rewrite"}
_NO_VERB = ("setting_name.", "picture.")
PEOPLE = [("孙会计", "bookkeeper"), ("小李", "sales"), ("王总", "owner"), ("陈经理", "credit")]


def test_every_verb_in_the_code_has_a_duty() -> None:
    verbs = {"undone": Duty.PROGRAM, "redone": Duty.PROGRAM, **DUTY_OF}
    rooms = (
        path for room in ("services", "storage", "bootstrap") for path in sorted((APP / room).rglob("*.py"))
    )
    found = [one for path in rooms for one in verbs_of(path)]
    assert len(found) > 150
    missing = [one for one in found if not any(re.fullmatch(one, verb) for verb in verbs)]
    assert not missing, "give it a duty in app/domain/duties.py"


def verbs_of(path: Path) -> list[str]:
    """The verbs a module commits: literal ones, f-strings as patterns, and constants of the module."""
    tree = ast.parse(path.read_text("utf-8"))
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and called(node.func) in _COMMITS:
            for one in node.args[:2]:
                known = constants.get(one.id, one) if isinstance(one, ast.Name) else one
                found += patterns(known)
    return [one for one in found if "\\." in one]


def called(function: ast.expr) -> str:
    """The name of what is called; of what it was made by where that makes it."""
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return "commit" if name == "_commit" else name
        case ast.Call(func=maker):
            return called(maker)
        case _:
            return ""


def test_what_the_log_words_has_a_duty_and_what_has_a_duty_is_worded() -> None:
    acts = {code for code in LOG if not code.startswith(_NO_VERB)} - {"undone", "redone"}
    assert acts <= set(DUTY_OF)
    assert {verb for verb in DUTY_OF if not verb.startswith("sample.")} <= set(codes())


def test_every_duty_and_role_is_worded_and_shipped() -> None:
    table = shipped_duties()
    for duty in Duty:
        assert all(say(f"duty.{duty}", lang) for lang in ("zh", "en"))
    assert set(table) == set(Role)
    assert all(set(one.why) == {"zh", "en"} for one in table.values())
    assert table[Role.OWNER].duties == set(Duty) - {Duty.PROGRAM}
    assert table[Role.CREDIT].duties == table[Role.OWNER].duties - {Duty.PEOPLE}
    assert not table[Role.BOOKKEEPER].duties & {Duty.CREDIT, Duty.RULES, Duty.PEOPLE, Duty.INSURE}
    assert table[Role.SALES].duties == {Duty.LOG, Duty.ORDERS}


@pytest.mark.parametrize(
    ("verb", "params", "duty"),
    [
        ("limit.granted", {}, Duty.CREDIT),
        ("setting.chosen", {"name": "watch.rules"}, Duty.RULES),
        ("setting.reset", {"name": "limits.authority"}, Duty.PEOPLE),
        ("undone", {"action": ["limit.granted", {}]}, Duty.CREDIT),
        ("redone", {"action": ("setting.chosen", {"name": "stress.key"})}, Duty.MEASURE),
        ("nobody.thought_of_it", {}, Duty.PEOPLE),
        ("undone", {}, Duty.PEOPLE),
    ],
)
def test_an_act_belongs_to_a_duty(verb: str, params: dict[str, object], duty: Duty) -> None:
    assert duty_of(verb, params) is duty


def test_who_sits_does_the_own_duties_alone() -> None:
    table = shipped_duties()
    seller = seat_of("小李", PEOPLE, table)
    seller.require("promise.made", {})
    seller.require("alert.run", {})
    with pytest.raises(DomainError) as caught:
        seller.require("limit.granted", {})
    assert caught.value.code == "role.may_not"
    assert caught.value.params["able"] == "王总, 陈经理"
    english = say("role.may_not", "en", **caught.value.params)
    assert english.startswith("小李 (Sales) has no duty to decide about credit; nothing was changed.")
    with pytest.raises(DomainError, match=r"desk\.nobody"):
        seat_of("谁", PEOPLE, table).require("promise.made", {})
    Seat().require("limit.granted", {})


def test_a_role_nobody_knows_has_no_duty_and_stops_nobody_else() -> None:
    """Somebody wrote it into the file by hand."""
    people = [*PEOPLE, ("王五", "king")]
    seat_of("王总", people, shipped_duties()).require("limit.granted", {})
    with pytest.raises(DomainError, match=r"role\.may_not") as caught:
        seat_of("王五", people, shipped_duties()).require("promise.made", {})
    assert "king" in say("role.may_not", "zh", **caught.value.params)


def test_everybody_changes_the_own_pin() -> None:
    seller = seat_of("小李", PEOPLE, shipped_duties())
    seller.require("person.pin_set", {"name": "小李"})
    with pytest.raises(DomainError, match=r"role\.may_not"):
        seller.require("person.pin_set", {"name": "王总"})
    with pytest.raises(DomainError, match=r"desk\.nobody"):
        seat_of("", PEOPLE, shipped_duties()).require("person.pin_set", {"name": ""})


@pytest.mark.parametrize("value", [None, {}, {"roles": []}, {"roles": [{"role": "king"}]}])
def test_a_table_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(DomainError, match=r"duties\.unreadable"):
        table_of(value)


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", "3", '{"sales": "people"}', '{"owner": [], "guest": ["book"]}']
)
def test_duties_nobody_can_read_are_those_shipped(text: str) -> None:
    assert own_table(shipped_duties(), text) == shipped_duties()


def test_duties_of_the_owner_alone_cannot_be_given() -> None:
    table = own_table(shipped_duties(), '{"sales": ["people", "program", "book", "flying"]}')
    assert table[Role.SALES].duties == {Duty.BOOK}
    assert chosen_otherwise(shipped_duties(), {role: one.duties for role, one in table.items()}) == {
        "sales": ["book"]
    }
