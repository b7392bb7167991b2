"""The rows behind a key figure, for people and programs; together they are the figure's operand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_out
from app.words import say
from app.words.formats import day_in_column
from app.words.kpi_text import adds_text, period_text, row_text

if TYPE_CHECKING:
    from argparse import Namespace

    from app.services.health_views import KpiRow, KpiRows
    from app.services.session import CompanySession


def tell_rows(session: CompanySession, call: Namespace, found: KpiRows) -> None:
    """What adds most first, and the sum."""
    called = {} if call.lang == "zh" else session.policies.called({row.customer_id for row in found.rows})
    names = {row_id: english for row_id, (_, english) in called.items() if english}
    if call.json:
        currency = session.company.get().currency
        put_json(_as_json(found, names, currency, call.lang))
        return
    for line in _as_lines(found, names, call.lang):
        say_out(line)


def _as_json(found: KpiRows, names: dict[int, str], currency: str, lang: str) -> dict[str, object]:
    def of(row: KpiRow) -> dict[str, object]:
        return {
            "kind": row.kind,
            "id": row.row_id,
            "customer_id": row.customer_id,
            "customer": names.get(row.customer_id, row.customer),
            "adds": f"{row.adds:f}",
            "amount": None if row.amount is None else major(row.amount, currency),
            "label": row.label,
            "day": None if row.on is None else row.on.isoformat(),
            "days": row.days,
            "about": _about(row, lang, mixed=True),
        }

    return {
        "key": found.key,
        "period": found.period.name,
        "operand": found.operand,
        "unit": found.unit,
        "total": f"{found.total:f}",
        "rows": [of(row) for row in found.rows],
    }


def _as_lines(found: KpiRows, names: dict[int, str], lang: str) -> list[str]:
    period = found.period
    head = say(
        "cli.kpi.rows_title",
        lang,
        figure=say(f"kpi.{found.key}", lang),
        period=period_text(period.kind.value, period.name, period.start, period.end, lang),
    )
    mixed = len({row.kind for row in found.rows}) > 1
    titles = [say(f"cli.kpi.column.{name}", lang) for name in ("customer", "what")]
    rows = [[*titles, say(f"operand.{found.operand}", lang)]]
    rows += [
        [
            names.get(row.customer_id, row.customer),
            _about(row, lang, mixed=mixed),
            adds_text(row.adds, found.unit, lang),
        ]
        for row in found.rows
    ]
    rows.append([say("cli.kpi.total", lang), "", adds_text(found.total, found.unit, lang)])
    return [head, "", *aligned(rows, (False, False, True))]


def _about(row: KpiRow, lang: str, *, mixed: bool) -> str:
    day = "" if row.on is None else day_in_column(row.on, lang)
    return row_text(row.kind, row.label, day, row.code, row.params, lang, mixed=mixed)
