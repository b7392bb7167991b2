"""What the figures are held against: targets of the company or usual ones, benchmarks with their source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from app.domain.kpi_catalogue import BENCHMARK_CUT, CATALOGUE, KPI_KINDS
from app.domain.problem import DomainError
from app.services.health_views import Aim, Benchmark, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.kpi_catalogue import KpiKind
    from app.services.settings import SettingService

BENCHMARKS = "health.benchmarks"
_WHOLE, _MOST_COVER = 100, 1000
"""Per cent."""
_SHARED_WITH_TODAY = {"dso_year": "dso"}
"""Today's tile of DSO looks at twelve months: it and that figure here have one target."""
_APAC = frozenset({"AU", "CN", "HK", "ID", "IN", "JP", "KR", "MO", "MY", "NZ", "PH", "SG", "TH", "TW", "VN"})
_WORLDWIDE, _ASIAN = "allianz_world_2024", "allianz_apac_2024"


class Aims:
    """Targets and benchmarks of one company; settings keep what it chose."""

    def __init__(
        self,
        settings: SettingService,
        offered: Callable[[], Sequence[Benchmark]],
        country: Callable[[], str],
    ) -> None:
        self._settings = settings
        self._offered = offered
        self._country = country

    # -- reading --------------------------------------------------------------------------------

    def all(self) -> tuple[Aim, ...]:
        """Every figure's, in the order of the page."""
        stored, shipped = self._stored(), self._offered()
        return tuple(self._aim(kind, stored, shipped) for kind in CATALOGUE)

    def by_key(self) -> Mapping[str, Aim]:
        """The same by key."""
        return {one.key: one for one in self.all()}

    def _aim(self, kind: KpiKind, stored: Mapping[str, Any], shipped: Sequence[Benchmark]) -> Aim:
        offered = tuple(
            one for one in shipped if one.key == kind.key or (kind.by_benchmark and one.key == "dso")
        )
        chosen = self._benchmark(kind, stored.get(kind.key), offered)
        usual = _usual(kind, chosen)
        return Aim(kind.key, kind.unit, kind.bound, self._target(kind, usual), usual, chosen, offered)

    def _target(self, kind: KpiKind, usual: Target | None) -> Target | None:
        told = self._settings.get(_target_name(kind.key))
        if told == "":
            return None
        try:
            number = Decimal(told) if isinstance(told, str) else None
        except InvalidOperation:
            number = None
        if number is None:
            return usual
        return Target(number / 100 if kind.unit == "share" else number, "own")

    def _benchmark(self, kind: KpiKind, told: object, offered: Sequence[Benchmark]) -> Benchmark | None:
        if isinstance(told, dict):
            if "code" not in told:
                return _typed(kind.key, told)
            return next((one for one in offered if one.code == told["code"]), None)
        usual = _ASIAN if self._country() in _APAC else _WORLDWIDE
        return next((one for one in offered if one.code == usual), None)

    def _stored(self) -> dict[str, Any]:
        found = self._settings.get(BENCHMARKS, {})
        return found if isinstance(found, dict) else {}

    # -- choosing -------------------------------------------------------------------------------

    def set_target(self, key: str, text: str) -> ChangeSet:
        """Choose one: a share in per cent, days, a count; "" for none at all."""
        kind = _kind(key)
        if not text.strip():
            return self._settings.set(_target_name(key), "")
        return self._settings.set(_target_name(key), f"{_number(text, kind):f}")

    def reset_target(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        _kind(key)
        return self._settings.reset(_target_name(key))

    def choose_benchmark(self, key: str, code: str) -> ChangeSet:
        """Compare with one of those offered; "" compares with none."""
        kind = _kind(key)
        if code and all(one.code != code for one in self._aim(kind, {}, self._offered()).offered):
            raise DomainError("health.no_benchmark", value=code)
        return self._keep(key, {"code": code})

    def set_benchmark(
        self, key: str, value: Decimal, source: str, on: date | None = None, url: str = ""
    ) -> ChangeSet:
        """Compare with a figure of one's own; who published it has to be said."""
        _kind(key)
        if not value.is_finite() or value < 0:
            raise DomainError("kpi.bad_target", value=str(value))
        if not source.strip():
            raise DomainError("health.no_source")
        told = {
            "value": f"{value:f}",
            "source": source.strip(),
            "on": on.isoformat() if on else "",
            "url": url.strip(),
        }
        return self._keep(key, told)

    def reset_benchmark(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        _kind(key)
        stored = self._stored()
        stored.pop(key, None)
        return self._settings.set(BENCHMARKS, stored)

    def _keep(self, key: str, told: Mapping[str, str]) -> ChangeSet:
        return self._settings.set(BENCHMARKS, {**self._stored(), key: dict(told)})


def _usual(kind: KpiKind, chosen: Benchmark | None) -> Target | None:
    if kind.by_benchmark:
        return Target(chosen.value * BENCHMARK_CUT, "benchmark") if chosen is not None else None
    return Target(kind.usual, "house") if kind.usual is not None else None


def _kind(key: str) -> KpiKind:
    if key not in KPI_KINDS:
        raise DomainError("kpi.unknown", key=key)
    return KPI_KINDS[key]


def _target_name(key: str) -> str:
    return f"kpi.target.{_SHARED_WITH_TODAY.get(key, f'health.{key}' if key == 'dso' else key)}"


def _number(text: str, kind: KpiKind) -> Decimal:
    """A target as typed, 0 or more; of a share per cent up to 100, of cover up to 1000."""
    most = _MOST_COVER if kind.key == "provision_cover" else _WHOLE
    try:
        number = Decimal(text.strip().replace(",", "").replace("，", "").removesuffix("%").strip())
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or number < 0 or (kind.unit == "share" and number > most):
        raise DomainError("kpi.bad_target", value=text)
    return number


def _typed(key: str, told: Mapping[str, Any]) -> Benchmark | None:
    try:
        on = date.fromisoformat(told["on"]) if told.get("on") else None
        return Benchmark(
            "", key, Decimal(str(told["value"])), str(told["source"]), on, str(told.get("url", ""))
        )
    except (KeyError, ValueError, InvalidOperation):
        return None
