"""Early warnings of a day on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.cli.printing import aligned
from app.words import say
from app.words.formats import day_in_column, day_in_sentence

if TYPE_CHECKING:
    from app.services.watch_views import AlertView

_DAYS = frozenset({"on"})
_COLUMNS = ("severity", "customer", "rule", "reason", "alert_state")


def alerts_as_json(found: Sequence[AlertView], as_of: date) -> dict[str, object]:
    """All warnings with their rule, cause and figures."""
    return {
        "as_of": as_of.isoformat(),
        "alerts": [
            {
                "rule": view.rule.value,
                "severity": view.severity.value,
                "customer_id": view.alert.customer_id,
                "customer": view.customer.code,
                "name": view.customer.name,
                "cause": view.alert.cause,
                "on": view.alert.on.isoformat(),
                "params": dict(view.params),
                "stored": bool(view.alert.id),
                "state": view.state,
            }
            for view in found
        ],
    }


def alerts_as_lines(found: Sequence[AlertView], as_of: date, lang: str) -> list[str]:
    """A table for people."""
    lines = [say("cli.alerts.title", lang, day=day_in_column(as_of, lang)), ""]
    if not found:
        return [*lines, say("cli.alerts.none", lang)]
    rows = [[say(f"column.{name}", lang) for name in _COLUMNS]]
    rows += [_cells(view, lang) for view in found]
    return [*lines, *aligned(rows, [False] * len(_COLUMNS))]


def _cells(view: AlertView, lang: str) -> list[str]:
    name = (view.customer.name_en or view.customer.name) if lang == "en" else view.customer.name
    return [
        say(f"alert_severity.{view.severity}", lang),
        name,
        say(f"alert_rule.{view.rule}", lang),
        say(f"alert.{view.rule}", lang, **worded_params(view.params, lang)),
        say(f"alert_state.{view.state}", lang),
    ]


def worded_params(params: Mapping[str, object], lang: str) -> dict[str, object]:
    """The figures of a warning as its sentence wants them: days and kinds of events in words."""
    found = dict(params)
    for name in _DAYS & found.keys():
        found[name] = day_in_sentence(date.fromisoformat(str(found[name])), lang)
    if "kind" in found:
        found["kind"] = (f"event_kind.{found['kind']}", {})
    return found
