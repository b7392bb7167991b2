"""Stations of insurance: deadlines, and claims from the board to recovery."""

from __future__ import annotations

from typing import Any

from tests.tour.stage import Stage


def insurance_deadlines(stage: Stage) -> None:
    """The list, one duty of each kind, narrowed, and a stop to be recorded."""
    page = stage.page("insurance", tab="deadlines")
    panel = page.panel("deadlines")
    stage.until(lambda: bool(panel.items))
    stage.shot("insurance-deadlines")
    seen = set()
    for item in panel.items:
        if item.duty not in seen:
            seen.add(item.duty)
            panel.open_duty(panel._number(item))
            stage.settle(100)
            stage.shot(f"insurance-duty-{item.duty.value}")
    stop = next((item for item in panel.items if item.duty.value == "stop"), None)
    if stop is not None:
        panel.steps.stop(stop)
        stage.shot("insurance-stop")
        stage.close_all()
    page.drawer.close_drawer()
    panel.search.setText("没有这家")
    panel._narrow()
    stage.looker.words.learn_text("没有这家")
    stage.shot("insurance-deadlines-none")
    panel._clear()


def insurance_claims(stage: Stage) -> None:
    """The board, the list, a claim in each state, and the dialogs."""
    page = stage.page("insurance", tab="claims")
    panel = page.panel("claims")
    stage.until(lambda: panel.found is not None)
    stage.shot("insurance-claims")
    panel.look.set_current("list")
    panel._on_look("list")
    panel.scope.set_current("all")
    panel._narrow()
    stage.shot("insurance-claims-list")
    panel.look.set_current("board")
    panel._on_look("board")
    seen = set()
    for one in panel.found.claims:
        if one.row.state not in seen:
            seen.add(one.row.state)
            panel.show_claim(one.row.claim.id)
            stage.settle(150)
            stage.shot(f"insurance-claim-{one.row.state.value}")
    _dialogs(stage, panel)
    panel.show_every()
    panel.add()
    stage.shot("insurance-claim-open")
    dialog: Any = panel.acts.dialog
    dialog.submit()
    stage.shot("insurance-claim-open-wrong")
    stage.close_all()


def _dialogs(stage: Stage, panel: Any) -> None:
    """Every question that can be asked about a claim."""
    detail = panel.view.detail
    panel.view.trace.steps[1].toggle()
    stage.shot("insurance-claim-step")
    acts = panel.acts
    menu = acts.menu(detail)
    menu.popup(panel.view.more_button.mapToGlobal(panel.view.more_button.rect().bottomLeft()))
    stage.shot("menu-claim")
    stage.close_all()
    for to in detail.following[:2]:
        acts.move(detail, to)
        stage.shot(f"insurance-move-{to.value}")
        stage.close_all()
    filed = next((one for one in panel.found.claims if one.row.claim.trace), detail)
    for name in ("pay", "recover", "cost", "dispute", "consent", "note", "edit", "invoices"):
        getattr(acts, name)(detail if name in {"edit", "invoices"} else filed)
        stage.settle(100)
        stage.shot(f"insurance-claim-{name}")
        stage.close_all()
    acts.preview_pack(filed)
    stage.settle(1500)
    stage.shot("insurance-claim-pack")
    stage.close_all()
    papers = panel.view.papers
    menu = papers.menu(papers.chosen)
    menu.popup(papers.more_button.mapToGlobal(papers.more_button.rect().bottomLeft()))
    stage.shot("menu-claim-paper")
    stage.close_all()
    acts.waive(papers.chosen)
    stage.shot("insurance-claim-waive")
    stage.close_all()


def insurance_notices(stage: Stage) -> None:
    """The list, a draft, one sent and one answered, and the dialogs."""
    page = stage.page("insurance", tab="notices")
    panel = page.panel("notices")
    stage.settle(100)
    stage.shot("insurance-notices")
    seen = set()
    for view in panel.views:
        if view.state not in seen:
            seen.add(view.state)
            panel.open_notice(view.record.id)
            stage.shot(f"insurance-notice-{view.state.value}")
    if panel.views:
        panel.acts.reply(panel.views[0])
        dialog: Any = panel.acts.dialog
        dialog.reply.choose("reduced")
        dialog._follow()
        stage.shot("insurance-notice-reply")
        stage.close_all()
        panel.acts.send(panel.views[0])
        stage.shot("insurance-notice-send")
        stage.close_all()
        panel.acts.preview(panel.views[0])
        stage.settle(500)
        stage.shot("insurance-notice-paper")
        stage.close_all()
    duties = stage.ask(lambda session: session.deadlines.duties(session.clock.today()))
    due = next(item for item in duties if item.duty.value == "notice")
    where = {"policy_id": due.policy.id, "customer_id": due.customer_id}
    stage.page(
        "insurance", tab="notices", draft="overdue", documents=[row for row, _ in due.documents], **where
    )
    stage.settle(300)
    stage.shot("insurance-notice-new")
    stage.close_all()


def insurance_declarations(stage: Stage) -> None:
    """The periods, what is left out, the differences, and the dialogs."""
    page = stage.page("insurance", tab="declarations")
    panel = page.panel("declarations")
    stage.until(lambda: panel.card.view is not None)
    stage.settle(200)
    stage.shot("insurance-declarations")
    for look in ("changes", "left", "sales"):
        panel.card.look.set_current(look)
        panel.card._on_look(look)
        stage.shot(f"insurance-declarations-{look}")
    panel.declare()
    stage.shot("insurance-declare")
    stage.close_all()
    panel.pay()
    stage.shot("insurance-premium")
    stage.close_all()
    made = next((row for row in panel.found.periods if row.stored is not None), None)
    if made is not None:
        panel.periods.view.select_id(made.key)
        stage.settle(200)
        stage.shot("insurance-declared")
        panel.accept()
        stage.shot("insurance-declaration-accept")
        stage.close_all()


def insurance_worth(stage: Stage) -> None:
    """The answer, the buyers behind a figure, insuring some of them, and the assumptions."""
    page = stage.page("insurance", tab="worth")
    panel = page.panel("worth")
    stage.until(lambda: panel.found is not None)
    stage.settle(150)
    stage.shot("insurance-worth")
    panel._open_event(4)
    stage.shot("insurance-worth-behind")
    panel._show_all()
    panel.buyers.set_checked(list(panel.buyers.ids())[:3])
    panel.whom.set_current("checked")
    panel.read()
    stage.settle(150)
    stage.shot("insurance-worth-some")
    panel.edit_assumptions()
    stage.shot("insurance-assumptions")
    stage.close_all()
