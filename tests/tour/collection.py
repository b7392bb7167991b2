"""Stations of collecting: the tab of a customer's file, its dialogs right and wrong, and the bad debts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.dispute import DisputeState
from app.services.collection import DisputeQuery
from tests.tour.stage import Stage


def _fullest(session: Any) -> int:
    """The customer of whom most is noted."""
    found: dict[int, int] = {}
    service = session.collection
    for view in service.promises():
        found[view.promise.customer_id] = found.get(view.promise.customer_id, 0) + 2
    for view in service.disputes(DisputeQuery(open_only=True)):
        found[view.customer_id] = found.get(view.customer_id, 0) + 3
    for view in service.plans():
        found[view.plan.customer_id] = found.get(view.plan.customer_id, 0) + 4
    return max(found, key=lambda key: (found[key], -key))


def collection(stage: Stage) -> None:
    """The tab where much is noted and where nothing is, and every dialog."""
    customer_id = stage.ask(_fullest)
    page = stage.page("customers", customer_id=customer_id, tab="collection")
    stage.until(lambda: page.file.collection is not None and page.file.collection.content is not None)
    stage.shot("collection")
    tab = page.file.collection
    scroll = tab.sections["files"]
    scroll.list.setFocus()
    shown = [key for key, section in tab.sections.items() if section.list.lines]
    for key in shown:
        section = tab.sections[key]
        section.list.choose(section.list.lines[0].id)
        tab._pop(key, section.list.lines[0].id, section.list.mapToGlobal(section.list.rect().center()))
        stage.shot(f"collection-menu-{key}")
        stage.close_all()
    made = page.entries.collection
    disputes = stage.ask(lambda session: session.collection.disputes())
    running = [view for view in disputes if view.state is not DisputeState.RESOLVED]
    dialogs: tuple[tuple[str, Callable[[], None]], ...] = (
        ("promise", lambda: made.promise(customer_id)),
        ("dispute", lambda: made.dispute(customer_id)),
        ("payment-plan", lambda: made.plan(customer_id)),
        ("log", lambda: made.log(customer_id)),
        *((("resolve", lambda: made.resolve(running[0])),) if running else ()),
    )
    for name, run in dialogs:
        run()
        stage.until(lambda: made.dialog is not None)
        stage.shot(f"collection-{name}")
        _go_wrong(made.dialog)
        made.dialog.submit()
        stage.settle()
        if made.dialog is not None and made.dialog.isVisible():
            stage.shot(f"collection-{name}-wrong")
        stage.close_all()


def _go_wrong(dialog: Any) -> None:
    """Type something that cannot be."""
    if hasattr(dialog, "amount"):
        dialog.amount.setText("12,34x")
    if hasattr(dialog, "next_action"):
        dialog.next_action.setText("再打电话")
    if hasattr(dialog, "rate"):
        dialog.rate.setText("99")
    if hasattr(dialog, "target"):
        dialog.target.setText("2025-02-30")
    if hasattr(dialog, "credit"):
        dialog.credit.choose("new")
        dialog._show_new()


def bad_debts(stage: Stage) -> None:
    """The register, what is done with a row, and a search that finds nothing."""
    page = stage.page("bad_debts")
    stage.until(lambda: page.found is not None)
    stage.shot("bad-debts")
    rows = page.model.shown()
    if rows:
        page.table.view.select_id(rows[0].id)
        stage.settle()
        page._open_export()
        stage.shot("bad-debts-export")
        stage.close_all()
        for name, run in (("recovery", page.entries.recover), ("approval", page.entries.approve)):
            run(rows[0])
            stage.shot(f"bad-debts-{name}")
            stage.close_all()
    page.search.setText("没有这家")
    page.refresh()
    stage.settle(260)
    stage.shot("bad-debts-none")
    page.search.clear()
