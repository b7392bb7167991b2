"""Insurance policies over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import resources
from app.domain.problem import EnvironmentFaultError
from app.services.policies import PolicyDesk, PolicyService
from app.services.policy_views import LimitSheet, ReadLimit
from app.services.ports import CancelledError
from app.storage.readers.policies import SqlPolicyReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.cover import CoverService
    from app.storage.store import SqlStore


def policy_service(store: SqlStore, clock: Clock, cover: Callable[[], CoverService]) -> PolicyService:
    """The service over a store; cover is made at its first use."""
    return PolicyService(PolicyDesk(store, SqlPolicyReader(store), clock, _templates, read_limit_list, cover))


def _templates() -> str:
    return resources.path("insurance_templates.json").read_text("utf-8")


def read_limit_list(path: Path, currency: str) -> LimitSheet:
    """``app.services.policy_views.LimitFiles`` by the imports room."""
    from app.imports.limit_list import LimitTable  # noqa: PLC0415 - loads with the first file
    from app.imports.reader import read  # noqa: PLC0415 - loads with the first file

    try:
        raw = read(path)
    except EnvironmentFaultError as error:
        if error.code == "import.cancelled":
            raise CancelledError from error
        raise
    table = LimitTable(raw, currency)
    table.read()
    limits = tuple(ReadLimit(**one.fields()) for one in table.lines)
    seen = [one for one in raw.problems if one.code != "import.no_header"]  # the list finds its own
    return LimitSheet(raw.name, limits, (*seen, *table.problems), table.roles)
