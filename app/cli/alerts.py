"""Early warnings of a day on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.cli.printing import aligned
from app.words import say
from app.words.alert_text import alert_sentence
from app.words.formats import day_in_column

if TYPE_CHECKING:
    from app.services.watch_views import AlertView

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
        alert_sentence(view.rule, view.params, lang),
        say(f"alert_state.{view.state}", lang),
    ]
