"""What a password must not be, and how strong it is said to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_key import FileKey
from app.domain.password import LEAST, Strength, strength, weakness
from app.words import say

NAMES = ("恒信五金制品有限公司", "Hengxin Hardware Ltd.", "恒信五金-2025", "")
CODE = FileKey(bytes(range(32)), bytes(16)).recovery_code()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password.too_short"),
        ("Aa1!Bb2", "password.too_short"),
        ("12345678", "password.common"),
        ("PassWord1", "password.common"),
        ("ＰＡＳＳＷＯＲＤ", "password.common"),
        ("aaaaaaaaaaaa", "password.common"),
        ("ababababab", "password.common"),
        ("恒信五金制品有限公司", "password.is_name"),
        ("hengxin hardware ltd", "password.is_name"),
        ("恒信五金 2025", "password.is_name"),
        ("恒信五金-2025", "password.is_name"),
        (CODE, "password.like_a_code"),
        ("correct horse battery", None),
        ("三更灯火五更鸡啼时", None),
        ("kdj3kd9s", None),
    ],
)
def test_what_is_refused(password: str, code: str | None) -> None:
    found = weakness(password, NAMES)
    assert found == code
    if found is not None:
        assert say(found, "zh", least=LEAST)
        assert say(found, "en", least=LEAST)


def test_strength_grows_with_length_and_kinds_of_signs() -> None:
    order = list(Strength)
    said = [
        strength(one)
        for one in ("12345678", "kdj3kd9s", "kdj3kd9sQ4", "Tr0ub4dor&3-x", "a long phrase of words")
    ]
    assert [order.index(one) for one in said] == sorted(order.index(one) for one in said)
    assert (said[0], said[-1]) == (Strength.WEAK, Strength.STRONG)


@given(st.text(max_size=60))
def test_every_text_has_a_strength_and_the_refused_are_weak(text: str) -> None:
    assert say(f"password.strength.{strength(text)}", "zh")
    assert weakness(text) is None or strength(text) is Strength.WEAK
