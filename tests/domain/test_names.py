"""When two spellings are one name, and which other names are proposed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import bare, core, match_key
from app.domain.near_names import NameIndex, NearReason, edit_distance
from app.words import say


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏州恒岳贸易有限公司", "苏州恒岳贸易有限责任公司"),
        ("腾讯科技(深圳)有限公司", "腾讯科技（深圳） 有限公司"),
        ("恒岳（集团）有限公司", "恒岳集团有限公司"),
        ("华为股份公司", "华为股份有限公司"),
        ("ＡＣＭＥ有限公司", "acme有限公司"),
        ("ACME Co., Ltd.", "Acme Company Limited"),
        ("Smith & Sons, Inc.", "SMITH AND SONS INCORPORATED"),
        ("Foo S.p.A.", "Foo SpA"),
        ("Bar L.L.C.", "Bar LLC"),
        ("Müller GmbH", "Mu\u0308ller  GmbH"),
    ],
)
def test_one_name_written_twice(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("恒岳贸易有限公司", "恒岳贸易股份有限公司"),
        ("恒岳集团有限公司", "恒岳有限公司"),
        ("苏州恒岳贸易有限公司", "恒岳贸易有限公司"),
        ("Acme Ltd", "Acme Inc"),
        ("Acme GmbH", "Acme"),
    ],
)
def test_perhaps_another_company_is_never_joined(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


def test_parts_of_a_name() -> None:
    assert core("苏州恒岳（集团）有限责任公司") == "苏州恒岳"
    assert bare("恒岳(苏州)贸易有限公司") == bare("苏州恒岳贸易有限公司") == "恒岳贸易"
    assert core("The Acme Group Holdings Ltd.") == "acme"
    assert bare("Acme (China) Ltd") == "acme"
    assert core("有限公司") == "有限公司"


@given(st.text(max_size=30))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert match_key(match_key(name)).replace("&", "") == match_key(name).replace("&", "") or name


@pytest.mark.parametrize(
    ("typed", "known", "reason"),
    [
        ("苏州恒岳贸易有限责任公司", "苏州恒岳贸易有限公司", NearReason.SAME),
        ("苏州恒岳贸易股份有限公司", "苏州恒岳贸易有限公司", NearReason.LEGAL_FORM),
        ("恒岳(苏州)贸易有限公司", "苏州恒岳贸易有限公司", NearReason.PLACE),
        ("恒岳", "苏州恒岳贸易有限公司", NearReason.CONTAINED),
        ("恒岳贸", "苏州恒岳贸易有限公司", NearReason.CONTAINED),
        ("苏州恒悦贸易有限公司", "苏州恒岳贸易有限公司", NearReason.SPELLING),
        ("苏州岳恒贸易有限公司", "苏州恒岳贸易有限公司", NearReason.SPELLING),
        ("Hengyue Tradng Ltd", "Hengyue Trading Ltd", NearReason.SPELLING),
        ("Hengyeu Tradng Ltd", "Hengyue Trading Ltd", NearReason.SPELLING),
        ("Acme GmbH", "ACME Ltd", NearReason.LEGAL_FORM),
    ],
)
def test_proposals_say_why(typed: str, known: str, reason: NearReason) -> None:
    others = [(2, "上海鸿发机械有限公司"), (3, "Borealis Shipping AS"), (4, "恒")]
    found = NameIndex([(1, known), *others]).similar(typed)
    assert [(near.id, near.reason) for near in found][:1] == [(1, reason)]
    assert say(f"near.{reason}", "zh")


def test_unlike_names_are_not_proposed() -> None:
    index = NameIndex([(1, "苏州恒岳贸易有限公司"), (2, "Borealis Shipping AS"), (3, "")])
    assert index.similar("广州南沙物流有限公司") == []
    assert index.similar("") == []
    assert index.exact("苏州恒岳贸易有限责任公司") == [1]


def test_a_word_that_everybody_has_says_nothing() -> None:
    names = [
        (at, f"{a}{b}贸易有限公司")
        for at, (a, b) in enumerate(
            zip("甲乙丙丁戊己庚辛壬癸子丑寅", "赵钱孙李周吴郑王冯陈褚卫蒋", strict=True)
        )
    ]
    assert NameIndex(names).similar("贸易") == []


def test_each_customer_is_proposed_once_at_most_five() -> None:
    names = [(1, "恒岳贸易有限公司"), (1, "恒岳贸易"), *((at, f"恒岳贸易{at}有限公司") for at in range(2, 9))]
    found = NameIndex(names).similar("恒岳贸易股份有限公司")
    assert len(found) == 5
    assert found[0].id == 1
    assert len({near.id for near in found}) == 5


def _plain_distance(a: str, b: str) -> int:
    rows = [[i + j for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 3))
def test_edit_distance_equals_the_plain_table(a: str, b: str, most: int) -> None:
    assert edit_distance(a, b, most) == min(_plain_distance(a, b), most + 1)


def test_one_edit_is_always_found_among_thousands() -> None:
    rng = random.Random(7)
    letters = [chr(0x4E00 + at) for at in range(300)]
    names = [(at, "".join(rng.choices(letters, k=rng.randint(4, 8)))) for at in range(3000)]
    index = NameIndex(names)
    for at, name in rng.sample(names, 100):
        spot = rng.randrange(len(name))
        typed = name[:spot] + "测" + name[spot + 1 :]
        assert at in {near.id for near in index.similar(typed)}
