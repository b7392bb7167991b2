"""Keys of company files in this computer's own keyring, by the ``keyring`` library.

Windows Credential Manager, the macOS keychain, Secret Service and KWallet count; a backend that keeps
secrets in a plain file does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.file_key import FileKey
from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Holdfast"
_TRUSTED = ("keyring.backends.Windows", "keyring.backends.macOS", "keyring.backends.SecretService")
_ALSO_TRUSTED = ("keyring.backends.kwallet", "keyring.backends.libsecret")


class SystemKeyRing:
    """``app.services.protection.KeyMemory`` by this computer; entries are named by the salt of the file."""

    def get(self, salt: bytes) -> FileKey | None:
        """The key remembered for a file; None where there is none, or no keyring that answers."""
        try:
            with _answering():
                kept = _backend().get_password(SERVICE, salt.hex())
            return FileKey(bytes.fromhex(kept), salt) if kept else None
        except (EnvironmentFaultError, ValueError):  # what is kept there may be anybody's
            return None

    def keep(self, key: FileKey) -> None:
        """Remember a key."""
        with _answering():
            _backend().set_password(SERVICE, key.salt.hex(), key.key.hex())

    def drop(self, salt: bytes) -> None:
        """Forget a key; one that is not there is fine."""
        with _answering():
            backend = _backend()
            if backend.get_password(SERVICE, salt.hex()) is not None:
                backend.delete_password(SERVICE, salt.hex())


def _backend() -> KeyringBackend:
    """The safest keyring this computer has; ``keyring.none`` where none is safe."""
    import keyring  # noqa: PLC0415 - wanted only with an encrypted file

    chosen = keyring.get_keyring()
    backends: tuple[KeyringBackend, ...] = (chosen, *getattr(chosen, "backends", ()))
    for backend in backends:
        if type(backend).__module__.startswith(_TRUSTED + _ALSO_TRUSTED):
            return backend
    raise EnvironmentFaultError("keyring.none")


@contextmanager
def _answering() -> Iterator[None]:
    """Whatever a keyring raises, as a sentence: its backends raise errors of many libraries."""
    try:
        yield
    except EnvironmentFaultError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        # The kind of error only: its text is a stranger's and might carry what was to be kept.
        raise EnvironmentFaultError("keyring.failed", detail=type(error).__name__) from None
