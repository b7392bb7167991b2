"""Stations of the watch: warnings, reviews, rules and the case library."""

from __future__ import annotations

from tests.tour.stage import Stage


def watch_alerts(stage: Stage) -> None:
    """The inbox, a warning with what stands behind it, several at once, and the answers."""
    stage.ask(lambda session: session.watch.run())
    page = stage.page("watch", tab="alerts")
    panel = page.panel("alerts")
    stage.until(lambda: bool(panel.views))
    stage.shot("watch-alerts")
    seen = set()
    for view in panel.views:
        if view.rule not in seen:
            seen.add(view.rule)
            panel.open_alert(view.alert.id)
            stage.until(lambda: panel.detail.evidence is not None)
            stage.settle(200)
            stage.shot(f"watch-alert-{view.rule.value}")
    page.drawer.close_drawer()
    panel.model.set_checked([view.alert.id for view in panel.views[:3]])
    stage.shot("watch-alerts-checked")
    panel.answers.snooze(panel.views[:1])
    stage.shot("watch-snooze")
    stage.close_all()
    panel.answers.act(panel.views[:2])
    stage.shot("watch-act")
    stage.close_all()
    panel.model.clear_checks()
    panel.check_now()
    stage.settle()
    stage.shot("watch-checked-now")


def watch_reviews(stage: Stage) -> None:
    """What is due for review, as a list and as a month."""
    page = stage.page("watch", tab="reviews")
    panel = page.panel("reviews")
    stage.until(lambda: bool(panel.views))
    stage.shot("watch-reviews")
    panel.scope.set_current("all")
    panel._narrow()
    panel.table.view.selectRow(0)
    stage.shot("watch-reviews-all")
    panel.postpone()
    stage.shot("watch-postpone")
    stage.close_all()
    panel.look.set_current("month")
    panel._on_look("month")
    dated = [view for view in panel.views if view.due.reason.value != "never"]
    panel.calendar.choose(dated[-1].due.due_on)
    stage.shot("watch-reviews-month")
    panel._to_today()
    stage.shot("watch-reviews-this-month")
    panel.look.set_current("list")
    panel._on_look("list")


def watch_rules(stage: Stage) -> None:
    """The rules, one tried on history, and one being edited."""
    page = stage.page("watch", tab="rules")
    panel = page.panel("rules")
    stage.until(lambda: bool(panel.views))
    stage.shot("watch-rules")
    panel.try_rule()
    stage.until(lambda: panel.code in panel.tried)
    stage.shot("watch-rule-tried")
    panel.edit()
    stage.settle()
    dialog = panel.dialog
    dialog.edits["days"].setText("0.5")
    dialog.verify("days")
    stage.shot("watch-rule-wrong")
    stage.close_all()


def watch_cases(stage: Stage) -> None:
    """The case library, writing one up from a bad debt, and a case on paper."""
    page = stage.page("watch", tab="cases")
    panel = page.panel("cases")
    stage.shot("watch-cases")
    row = stage.ask(lambda session: session.collection.bad_debts()).rows[0]
    stage.page("watch", tab="cases", write_off=row.id)
    stage.until(lambda: panel.dialog is not None)
    stage.settle(100)
    stage.shot("watch-case-new")
    panel.dialog.title.clear()
    panel.dialog.submit()
    stage.shot("watch-case-wrong")
    stage.close_all()
    if panel.view is not None:
        panel.print_cases()
        stage.settle(400)
        stage.shot("watch-case-paper")
        stage.close_all()
    panel.search.setText("没有这样的案例")
    panel.read()
    stage.settle()
    stage.looker.words.learn_text("没有这样的案例")
    stage.shot("watch-cases-none")
    panel.search.clear()
