"""What every command that writes asks first: may it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from app.services.session import CompanySession


def require_writable(session: CompanySession) -> None:
    """Refuse before any work what could not be written, naming who holds the file."""
    if not session.read_only:
        return
    holder = session.holder
    if holder is None:
        raise EnvironmentFaultError("cli.read_only_place", path=session.path)
    raise EnvironmentFaultError("cli.read_only", path=session.path, user=holder.user, host=holder.host)
