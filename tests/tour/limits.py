"""Stations of limits: the list, a customer's and a group's, granting, overrides, terms, downturn, people."""

from __future__ import annotations

from typing import Any

from app.services.limit_views import LimitStanding
from tests.tour.stage import Stage


def _with(page: Any, standing: LimitStanding) -> int:
    rows = page.panel("limits").found.rows
    return int(next(row.customer.customer_id for row in rows if row.standing is standing))


def limits(stage: Stage) -> None:
    """The list, narrowed and opened."""
    page = stage.page("credit", tab="limits")
    panel = page.panel("limits")
    stage.until(lambda: panel.found is not None)
    stage.shot("limits")
    panel.open_customer(_with(page, LimitStanding.OVER))
    stage.settle(200)
    stage.shot("limits-drawer")
    detail = panel._detail
    detail.exposure.choose("open_items")
    detail.history.choose(detail.history.lines[0].id)
    page.drawer.body.parentWidget().parentWidget().parentWidget().verticalScrollBar().setValue(9999)
    stage.shot("limits-drawer-below")
    pooled = next(row for row in panel.found.rows if row.pool is not None)
    panel.open_group(pooled.pool.group_id)
    stage.settle(200)
    stage.shot("limits-group")
    page.drawer.close_drawer()
    panel.scope.set_current(LimitStanding.NONE.value)
    panel._narrow()
    stage.shot("limits-none")
    panel.groups_menu().popup(panel.groups_button.mapToGlobal(panel.groups_button.rect().bottomLeft()))
    stage.shot("menu-groups")
    stage.close_all()
    panel.clear_filters()


def limits_granting(stage: Stage) -> None:
    """Granting, in each of its meanings, and beyond authority."""
    page = stage.page("credit", tab="limits")
    panel = page.panel("limits")
    stage.until(lambda: panel.found is not None)
    panel.acts.grant(_with(page, LimitStanding.NEAR))
    stage.settle(150)
    stage.shot("dialog-limit")
    dialog: Any = panel.acts.dialog
    dialog.approval.choose("李佳禾")
    dialog.amount.setText("12,000,000")
    dialog.submit()
    stage.settle(100)
    stage.shot("dialog-limit-beyond")
    dialog.kind.set_current("not_checked")
    dialog._on_kind()
    stage.shot("dialog-limit-unchecked")
    stage.close_all()
    row = panel.row(_with(page, LimitStanding.WITHIN))
    panel.acts.end(row.record, row.customer.name)
    stage.shot("dialog-limit-end")
    stage.close_all()
    graded = next(row for row in panel.found.rows if row.grade is not None and row.grade.value == "B")
    panel.acts.override(graded.customer.customer_id)
    stage.settle(150)
    stage.shot("dialog-override")
    stage.close_all()


def overrides(stage: Stage) -> None:
    """The register, one override, and what can be said of its outcome."""
    page = stage.page("credit", tab="overrides")
    panel = page.panel("overrides")
    stage.until(lambda: panel.register is not None)
    stage.shot("overrides")
    panel.open_override(panel.model.ids()[0])
    stage.settle(200)
    stage.shot("overrides-drawer")
    panel._detail._open_outcomes()
    stage.shot("menu-outcomes")
    stage.close_all()
    page.drawer.close_drawer()
    panel.search.setText("没有这个人")
    panel._narrow()
    stage.shot("overrides-none")
    panel.search.clear()
    panel._narrow()


def grade_terms(stage: Stage) -> None:
    """What each grade earns, changed and not yet saved."""
    page = stage.page("credit_rules", tab="terms")
    panel = page.panel("terms")
    stage.until(lambda: panel.stored is not None)
    stage.shot("terms")
    panel.rows[next(iter(panel.rows))].days.setValue(75)
    panel.step.setText("0")
    panel.on_edit()
    panel.may_leave()
    stage.shot("terms-typed")
    panel.drop()


def people(stage: Stage) -> None:
    """Profiles, the matrix with a line of one person's own, and the dialogs."""
    stage.looker.words.learn_text("PIN")
    page = stage.page("credit_rules", tab="people")
    panel = page.panel("people")
    stage.until(lambda: panel.stored is not None)
    stage.shot("people")
    panel.matrix.add_person(panel.people[0].name)
    stage.shot("people-own-line")
    panel.drop()
    panel.add()
    stage.shot("dialog-person")
    stage.close_all()
    panel.table.view.select_id(panel.people[0].id)
    panel._pin_current()
    panel.dialog.new.setText("12")
    panel.dialog.submit()
    stage.shot("dialog-pin")
    stage.close_all()


def downturn(stage: Stage) -> None:
    """The profile off, narrowed, with a mistake, and on; what the list of limits says of it."""
    stage.looker.words.learn_text("XQ")
    page = stage.page("credit_rules", tab="downturn")
    panel = page.panel("downturn")
    stage.until(lambda: panel.stored is not None)
    for grade in ("C", "D"):
        next(box for each, box in panel.boxes.items() if each.value == grade).setChecked(True)
    stage.shot("downturn")
    panel.countries.control.setText("CN, XQ")
    stage.shot("downturn-wrong")
    panel.countries.control.setText("CN, DE")
    panel.switch_on()
    stage.until(lambda: panel.dialog is not None)
    stage.shot("dialog-downturn")
    panel.dialog.reason.setPlainText("订单连续三个月下降，行业普遍拖款")
    panel.dialog.submit()
    stage.settle(100)
    stage.shot("downturn-on")
    page = stage.page("credit", tab="limits")
    stage.shot("limits-downturn")
    page = stage.page("credit_rules", tab="downturn")
    panel.switch_off()
    stage.settle(100)
