"""Cards of a company: versions that stand, drafts, comparing, carrying about as JSON and as a sheet."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.credit_record import StoredScorecard
from app.domain.problem import DomainError
from app.domain.scorecard import Scorecard, normalised, validate
from app.domain.scorecard_changes import differences
from app.domain.scorecard_text import content_hash, parse
from app.services.scorecards import with_sheet
from app.storage.store import SqlStore
from app.storage.undo import redo, undo
from app.words import say
from app.words.scoring_text import because
from tests.services.scoring import Scoring, scoring_on, sheet

SHIPPED = parse(Path("resources/scorecards/existing.json").read_text("utf-8"))


@pytest.fixture
def desk(store: SqlStore) -> Scoring:
    return scoring_on(store)


def refused(code: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, match=code.replace(".", r"\.") + "'")


def reweighed(card: Scorecard, *weights: int) -> Scorecard:
    """The card with other weights of its families."""
    pairs = zip(card.families, weights, strict=True)
    return replace(card, families=tuple(replace(family, weight=Decimal(w)) for family, w in pairs))


def test_the_shipped_cards_are_in_force_until_something_is_published(desk: Scoring) -> None:
    service = desk.on()
    assert [(one.code, one.version, one.in_force, one.as_shipped) for one in service.cards()] == [
        ("existing", 1, True, True),
        ("new", 1, True, True),
    ]
    assert service.card("existing") == service.card("existing", 1) == SHIPPED
    assert [one.version for one in service.versions("new")] == [1]
    with refused("scorecard.unknown"):
        service.card("export")
    with refused("scorecard.unknown"):
        service.card("existing", 7)


def test_publishing_makes_a_version_that_never_changes(desk: Scoring) -> None:
    service = desk.on()
    mine = reweighed(SHIPPED, 25, 40, 10, 10, 15)
    service.publish(mine, "付款更重要", "王芳")
    assert service.card("existing").families[1].weight == 40
    assert service.card("existing").version == 2
    assert service.card("existing", 1) == SHIPPED
    service.publish(reweighed(SHIPPED, 20, 45, 10, 10, 15), "再加重", "王芳")
    assert service.card("existing", 2).families[1].weight == 40
    newest, *_ = service.versions("existing")
    assert (newest.version, newest.reason, newest.author, newest.in_force) == (3, "再加重", "王芳", True)
    assert [one.version for one in service.versions("existing")] == [3, 2, 1]
    rows = desk.store.find(StoredScorecard, code="existing")
    assert [row.content_hash for row in rows] == [content_hash(parse(row.content)) for row in rows]


def test_publishing_can_be_undone_and_redone(desk: Scoring) -> None:
    service = desk.on()
    service.publish(reweighed(SHIPPED, 25, 40, 10, 10, 15), "试")
    undo(desk.store)
    assert service.card("existing").families == SHIPPED.families
    redo(desk.store)
    assert service.card("existing").version == 2


def test_a_card_needs_a_reason_and_must_be_sound(desk: Scoring) -> None:
    service = desk.on()
    with refused("scorecard.no_reason"):
        service.publish(reweighed(SHIPPED, 25, 40, 10, 10, 15), " ")
    with refused("scorecard.unsound") as caught:
        service.publish(reweighed(SHIPPED, 25, 40, 10, 10, 10), "试")
    assert "95" in say("scorecard.unsound", "zh", **caught.value.params)
    with refused("scorecard.unchanged"):
        service.publish(SHIPPED, "没变")
    with refused("scorecard.no_code"):
        service.save_draft(replace(SHIPPED, code=" "))


def test_a_draft_waits_beside_the_card_in_force(desk: Scoring) -> None:
    service = desk.on()
    unsound = reweighed(SHIPPED, 25, 40, 10, 10, 10)
    service.save_draft(unsound, "王芳")
    service.save_draft(replace(unsound, name="草稿"), "王芳")
    kept = service.draft("existing")
    assert kept is not None
    assert (kept.name, content_hash(kept), kept.version) == ("草稿", content_hash(unsound), 2)
    assert service.card("existing") == SHIPPED
    assert service.versions("existing")[0].state == "draft"
    service.publish(reweighed(SHIPPED, 25, 40, 10, 10, 15), "试")
    assert service.draft("existing") is None
    service.save_draft(unsound)
    service.discard_draft("existing")
    assert service.draft("existing") is None


def test_a_card_of_ones_own_can_be_retired_and_a_shipped_one_reset(desk: Scoring) -> None:
    service = desk.on()
    service.publish(replace(SHIPPED, code="export", name="出口客户", purpose="export"), "新增")
    assert service.card("export").name == "出口客户"
    service.retire("export", "不再出口")
    with refused("scorecard.unknown"):
        service.card("export")
    assert service.card("export", 1).name == "出口客户"
    assert [one.state for one in service.cards()][-1] == "retired"
    with refused("scorecard.shipped_stays"):
        service.retire("existing", "不要了")
    with refused("scorecard.not_shipped"):
        service.reset("export", "恢复")
    service.publish(reweighed(SHIPPED, 25, 40, 10, 10, 15), "试")
    service.reset("existing", "恢复默认")
    assert service.versions("existing")[0].as_shipped
    assert service.card("existing").families == SHIPPED.families


def test_two_versions_are_compared_in_words() -> None:
    families = list(SHIPPED.families)
    first = families[0].indicators[0]
    moved = replace(
        first,
        missing=Decimal(10),
        max_age_days=None,
        bins=(first.bins[0], replace(first.bins[1], points=Decimal(70)), *first.bins[2:]),
    )
    families[0] = replace(families[0], weight=Decimal(20), indicators=(moved, *families[0].indicators[1:]))
    families[1] = replace(families[1], weight=Decimal(45), indicators=families[1].indicators[:-1])
    other = replace(SHIPPED, families=tuple(families), knockouts=SHIPPED.knockouts[1:], name="新")
    found = differences(SHIPPED, other)
    assert [one.code.removeprefix("card_change.") for one in found] == [
        "name", "family_weight", "family_weight", "indicator_gone", "missing", "max_age", "bins",
        "knockout_gone",
    ]  # fmt: skip
    for lang in ("zh", "en"):
        told = [because(one.code, dict(one.params), lang) for one in found]
        assert "debt_ratio" not in "".join(told)
    assert because(found[1].code, dict(found[1].params), "zh") == "“财务状况”权重：30 → 20"
    assert differences(SHIPPED, SHIPPED) == ()


def test_a_card_travels_as_json(desk: Scoring) -> None:
    service = desk.on()
    assert service.import_card(service.export_card(SHIPPED)) == SHIPPED
    gap = json.loads(service.export_card(SHIPPED))
    gap["families"][0]["indicators"][0]["bins"][1]["low"] = "45"
    with refused("scorecard.unsound"):
        service.import_card(json.dumps(gap))
    lists = '{"code":"x","families":[{"code":"f","weight":1,"indicators":[["code"]]}],"bands":[]}'
    for hostile in (
        lists,
        '{"code":"x","families":[],"bands":[],"version":1e999}',
        "",
        "[]",
        "null",
        "{",
        '{"code": 1}',
        '{"code":"x","families":[{}]}',
        "[" * 100_000,
    ):
        with refused("scorecard.unreadable"):
            service.import_card(hostile)


def test_weights_and_bins_travel_as_a_sheet(desk: Scoring, tmp_path: Path) -> None:
    service = desk.on()
    path = sheet(tmp_path)
    for lang in ("zh", "en"):
        service.write_sheet(SHIPPED, path, lang)
        assert service.read_sheet(path, SHIPPED) == SHIPPED
        blank = replace(SHIPPED, families=reweighed(SHIPPED, 50, 50, 0, 0, 0).families)
        assert service.read_sheet(path, blank) == SHIPPED


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("debt_ratio", "weight", "", "", "many"), "scorecard.sheet_figure"),
        (("debt_ratio", "weight", "", "", "NaN"), "scorecard.sheet_figure"),
        (("nobody", "weight", "", "", "1"), "scorecard.sheet_row"),
        (("debt_ratio", "colour", "", "", "1"), "scorecard.sheet_row"),
        (("debt_ratio", "bin", "x", "", "1"), "scorecard.sheet_figure"),
    ],
)
def test_a_wrong_row_of_a_sheet_says_where(row: tuple[str, ...], code: str) -> None:
    with refused(code) as caught:
        with_sheet(SHIPPED, [(2, ("", "", "")), (3, row)])
    assert caught.value.params["row"] == 3


@given(st.lists(st.integers(1, 99), min_size=5, max_size=5))
@settings(max_examples=30)
def test_normalised_weights_never_keep_a_card_from_being_published(weights: list[int]) -> None:
    whole = normalised(tuple(map(Decimal, weights)))
    pairs = zip(SHIPPED.families, whole, strict=True)
    card = replace(SHIPPED, families=tuple(replace(family, weight=weight) for family, weight in pairs))
    assert validate(card) == []


def test_every_shipped_question_has_a_name(desk: Scoring) -> None:
    def worded(code: str) -> str:
        return say(code, "zh")

    for code in ("existing", "new"):
        card = desk.on().card(code)
        assert worded(f"scorecard.name.{code}")
        for family in card.families:
            assert worded(f"family.{family.code}")
        for indicator in card.indicators():
            assert worded(f"indicator.{indicator.code}")
            assert worded(f"indicator.help.{indicator.code}")
            assert worded(f"source.{indicator.source}")
            assert not indicator.unit or worded(f"unit.{indicator.unit}")
            for each in indicator.bins:
                assert not each.choice or worded(f"choice.{indicator.code}.{each.choice}")
        for knockout in card.knockouts:
            assert worded(f"knockout.{knockout.code}")
            assert worded(f"effect.{knockout.effect}")
