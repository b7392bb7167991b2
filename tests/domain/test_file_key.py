"""Keys of encrypted files: derived as SQLCipher does, printed so that a typing error shows."""

from __future__ import annotations

from hashlib import pbkdf2_hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.file_key import GROUPS, FileKey, is_recovery_code
from app.domain.problem import DomainError
from app.words import say

SALT = bytes(range(16))
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=32, max_size=32).map(lambda key: FileKey(key, SALT))
places = st.integers(0, GROUPS * 5 - 1)


def wrong(code: str) -> DomainError:
    with pytest.raises(DomainError) as error:
        FileKey.from_recovery(code, SALT)
    for lang in ("zh", "en"):
        assert say(error.value.code, lang, **error.value.params)
    return error.value


def grouped(digits: str) -> str:
    return "-".join(digits[at : at + 5] for at in range(0, len(digits), 5))


def test_a_password_gives_the_key_that_sqlcipher_derives() -> None:
    made = FileKey.from_password("密码 Ａbc", SALT)
    assert made.key == pbkdf2_hmac("sha512", "密码 Abc".encode(), SALT, 256_000, 32)
    assert made == FileKey.from_password("密码 Abc", SALT), "full-width letters are the same letters"


def test_each_password_set_anew_has_its_own_salt() -> None:
    one, other = (FileKey.from_password("x" * 8) for _ in range(2))
    assert one.salt != other.salt
    assert one.key != other.key


@given(keys)
def test_nothing_of_a_key_shows(key: FileKey) -> None:
    shown = f"{key} {key!r} {[key]}"
    assert "FileKey(…)" in shown
    assert key.key.hex() not in shown
    assert repr(key.key) not in shown
    assert key.recovery_code() not in shown


def test_a_key_of_another_size_is_our_own_mistake() -> None:
    for key, salt in ((bytes(31), SALT), (bytes(32), bytes(15))):
        with pytest.raises(ValueError, match="32"):
            FileKey(key, salt)


@given(keys, st.sampled_from(["-", " ", "", "\n", " - ", "–", "．"]), st.booleans())
def test_a_code_is_read_back_however_it_is_typed(key: FileKey, between: str, small: bool) -> None:
    code = key.recovery_code().replace("-", between)
    typed = code.lower() if small else code
    assert is_recovery_code(typed)
    assert FileKey.from_recovery(typed, SALT) == key


@given(keys)
def test_letters_that_look_like_digits_are_read_as_those(key: FileKey) -> None:
    typed = key.recovery_code().replace("0", "o").replace("1", "l")
    assert FileKey.from_recovery(typed, SALT) == key
    full_width = "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in typed)
    assert FileKey.from_recovery(full_width, SALT) == key


@given(keys, places, st.sampled_from(SIGNS))
def test_a_wrong_sign_is_found_in_its_group(key: FileKey, place: int, sign: str) -> None:
    digits = key.recovery_code().replace("-", "")
    if digits[place] == sign:
        return
    error = wrong(grouped(digits[:place] + sign + digits[place + 1 :]))
    assert (error.code, error.params["group"]) == ("recovery.bad_group", place // 5 + 1)


@given(keys, places, places)
def test_two_signs_of_a_group_exchanged_are_found(key: FileKey, one: int, other: int) -> None:
    digits = list(key.recovery_code().replace("-", ""))
    other = one // 5 * 5 + other % 5
    if digits[one] == digits[other]:
        return
    digits[one], digits[other] = digits[other], digits[one]
    assert wrong(grouped("".join(digits))).params["group"] == one // 5 + 1


@given(keys, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_out_of_order_are_found(key: FileKey, one: int, other: int) -> None:
    groups = key.recovery_code().split("-")
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    assert wrong("-".join(groups)).params["group"] == min(one, other) + 1


@given(keys, st.integers(0, GROUPS - 1))
def test_a_group_left_out_or_doubled_is_found(key: FileKey, place: int) -> None:
    groups = key.recovery_code().split("-")
    fewer = wrong("-".join(groups[:place] + groups[place + 1 :]))
    assert fewer.code == ("recovery.incomplete" if place == GROUPS - 1 else "recovery.bad_group")
    assert wrong("-".join([*groups[: place + 1], *groups[place:]])).code == "recovery.bad_group"


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_is_said_to_be_wrong(text: str) -> None:
    error = wrong(text)
    assert error.code in {"recovery.bad_group", "recovery.incomplete"}
    assert all(isinstance(value, int) for value in error.params.values()), "nothing of what was typed"


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_password_is_not_taken_for_a_code(text: str) -> None:
    assert not is_recovery_code(text)
    assert not is_recovery_code("thirteen words that together make one very long pass phrase to type")


@settings(max_examples=5)
@given(st.text(max_size=20))
def test_any_text_may_be_a_password(text: str) -> None:
    assert len(FileKey.from_password(text, SALT).key) == 32


def test_a_mistyped_code_still_is_one() -> None:
    code = FileKey(bytes(32), SALT).recovery_code()
    assert is_recovery_code(code[:-1])
    assert is_recovery_code(code.replace("-", "")[:-2])
    assert is_recovery_code(code[:8] + "U" + code[9:])
