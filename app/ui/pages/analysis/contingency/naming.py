"""Steps, contacts and checklists in words, for the window and as a file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.table import ColumnKind, Table, TableColumn
from app.words import say
from app.words.formats import day_in_column

if TYPE_CHECKING:
    from app.domain.contingency import PlanContact, PlanStep
    from app.services.contingency import PlanView, RunView


def days_text(days: int, lang: str) -> str:
    """Within how many days of the beginning a step is due."""
    return say("contingency_due.days", lang, n=days) if days else say("contingency_due.at_once", lang)


def step_text(step: PlanStep, lang: str) -> str:
    """A step with who does it and by when."""
    beside = ", ".join(filter(None, (step.who, days_text(step.days, lang))))
    return f"{step.text} ({beside})"


def contact_text(one: PlanContact) -> str:
    """Somebody to call, in one line."""
    return " · ".join(filter(None, (one.name, one.role, one.phone, one.email)))


def due_of(start: date, step: PlanStep) -> date:
    """The day by which a step is to be done."""
    return start + timedelta(step.days)


def plan_table(view: PlanView, lang: str) -> Table:
    """A plan as a file shows it."""
    text = view.text
    head = [say(f"contingency_level.{view.plan.level}", lang)]
    opened = [say(f"alert_rule.{one.value}", lang) for one in text.rules]
    head += [say("contingency_sheet.rules", lang, text=", ".join(opened))] if opened else []
    head += [say("contingency_sheet.triggers", lang, text="; ".join(text.triggers))] if text.triggers else []
    calls = [contact_text(one) for one in text.contacts]
    head += [say("contingency_sheet.contacts", lang, text="; ".join(calls))] if calls else []
    columns = tuple(
        TableColumn(name, say(f"contingency_sheet.{name}", lang)) for name in ("number", "step", "who", "due")
    )
    rows = tuple(
        (str(place), one.text, one.who, days_text(one.days, lang)) for place, one in enumerate(text.steps, 1)
    )
    return Table(view.plan.name, columns, rows, subtitle=tuple(head))


def run_table(view: RunView, lang: str) -> Table:
    """A checklist as a file shows it."""
    run = view.run
    kind, begun = say(f"contingency_kind.{run.kind}", lang), day_in_column(run.start, lang)
    head = [f"{kind} · {begun} · {say(f'contingency_level.{view.level}', lang)}"]
    named = view.customer if lang == "zh" else view.customer_en or view.customer
    head += [named] if named else []
    if run.ended is not None:
        head.append(
            say("contingency_sheet.ended", lang, day=day_in_column(run.ended, lang), text=run.outcome)
        )
    head += [run.note] if run.note else []
    calls = [contact_text(one) for one in view.contacts]
    head += [say("contingency_sheet.contacts", lang, text="; ".join(calls))] if calls else []
    kinds = {"day": ColumnKind.DATE, "on": ColumnKind.DATE}
    columns = tuple(
        TableColumn(name, say(f"contingency_sheet.{name}", lang), kinds.get(name, ColumnKind.TEXT))
        for name in ("number", "step", "who", "day", "done", "by", "on")
    )
    rows = tuple(
        (
            str(place),
            one.step.text,
            one.step.who,
            due_of(run.start, one.step),
            say("contingency_sheet.yes", lang) if one.done else "",
            one.by,
            one.on,
        )
        for place, one in enumerate(view.ticks, 1)
    )
    return Table(view.plan, columns, rows, subtitle=tuple(head))
