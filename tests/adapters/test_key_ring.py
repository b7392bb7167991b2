"""Keys in the system's keyring: kept, found, forgotten; a missing or broken keyring is a sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from types import ModuleType

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from app.adapters.key_ring import SERVICE, SystemKeyRing
from app.domain.file_key import FileKey
from app.domain.problem import EnvironmentFaultError
from app.words import say

KEY = FileKey(bytes(range(32)), bytes(range(16)))


class Trusted(KeyringBackend):
    """As the one of a system: its module says so."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Broken(Trusted):
    """Locked, or its bus is gone: backends raise errors of many kinds."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(f"secret of {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"could not keep {password} for {service} {username}")


class Plain(Trusted):
    """One that writes into a file."""


Trusted.__module__ = Broken.__module__ = "keyring.backends.SecretService"
Plain.__module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def use(backend: KeyringBackend) -> SystemKeyRing:
    keyring.set_keyring(backend)
    return SystemKeyRing()


def test_a_key_is_kept_under_the_salt_of_its_file_and_forgotten() -> None:
    backend = Trusted()
    ring = use(backend)
    assert ring.get(KEY.salt) is None
    ring.keep(KEY)
    assert list(backend.kept) == [(SERVICE, KEY.salt.hex())]
    assert ring.get(KEY.salt) == KEY
    assert ring.get(bytes(16)) is None
    ring.drop(KEY.salt)
    ring.drop(KEY.salt)
    assert backend.kept == {}


@pytest.mark.parametrize("backend", [NoKeyring(), Plain()])  # type: ignore[no-untyped-call]  # the library's own
def test_no_safe_keyring_remembers_nothing_and_says_so(backend: KeyringBackend) -> None:
    ring = use(backend)
    assert ring.get(KEY.salt) is None
    with pytest.raises(EnvironmentFaultError, match=r"keyring\.none"):
        ring.keep(KEY)
    assert say("keyring.none", "zh")


def test_a_keyring_that_fails_is_a_sentence_without_its_secret() -> None:
    ring = use(Broken())
    assert ring.get(KEY.salt) is None
    for work in (partial(ring.keep, KEY), partial(ring.drop, KEY.salt)):
        with pytest.raises(EnvironmentFaultError) as error:
            work()
        assert error.value.code == "keyring.failed"
        assert KEY.key.hex() not in say("keyring.failed", "en", **error.value.params)
        assert error.value.__cause__ is None
        assert error.value.__suppress_context__


@pytest.mark.parametrize("kept", ["", "zz", "00" * 31, "密"])
def test_what_somebody_else_put_there_is_no_key(kept: str) -> None:
    backend = Trusted()
    backend.kept[SERVICE, KEY.salt.hex()] = kept
    assert use(backend).get(KEY.salt) is None


def test_a_broken_installation_of_the_library_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", ModuleType("keyring"))
    assert SystemKeyRing().get(KEY.salt) is None
