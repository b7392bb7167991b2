"""What every command that writes asks first: may it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from app.domain.duty import Duty
    from app.services.session import CompanySession


def require_writable(session: CompanySession, duty: Duty) -> None:
    """Refuse before any work what could not be written, for want of the file, of a seat or of the duty."""
    if not session.read_only:
        seat = session.desk.look()
        if seat.asks and not seat.name:
            raise CallError("cli.desk.needed")
        seat.require_duty(duty)
        return
    holder = session.holder
    if holder is None:
        raise EnvironmentFaultError("cli.read_only_place", path=session.path)
    raise EnvironmentFaultError("cli.read_only", path=session.path, user=holder.user, host=holder.host)
