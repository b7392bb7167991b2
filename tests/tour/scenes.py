"""The stations of the tour: each begins where it likes and takes one picture or several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QScrollArea

from app.domain.aging import Grouping
from app.domain.company import Company
from app.domain.problem import EnvironmentFaultError
from app.services.company_files import RecentFile
from app.services.session import CompanySession
from app.ui.pages.customers.file import TABS
from app.ui.pages.new_company import NewCompanyDialog
from tests.tour import messy
from tests.tour.backtest import backtest
from tests.tour.backups import backups
from tests.tour.bank import bank, bank_bring, bank_matching, bills
from tests.tour.books import closed_months, history_proof
from tests.tour.cash import cash
from tests.tour.choosing import busiest, document_of, document_paid_abroad
from tests.tour.claims import (
    insurance_claims,
    insurance_deadlines,
    insurance_declarations,
    insurance_notices,
    insurance_worth,
)
from tests.tour.collection import bad_debts, collection
from tests.tour.contingency import contingency
from tests.tour.credit_file import credit_file, financials
from tests.tour.customer_credit import customer_credit
from tests.tour.desk import desk
from tests.tour.health import health_aims, health_figures, health_overview, health_risk
from tests.tour.health_reviews import health_findings, health_reviews
from tests.tour.help import help_panel, help_start, help_tour, help_wide
from tests.tour.insurance import insurance, insurance_cover, insurance_customer
from tests.tour.limits import downturn, grade_terms, limits, limits_granting, overrides, people
from tests.tour.liquidity import liquidity
from tests.tour.orders import order_check, order_history, order_list, overdue_rule
from tests.tour.policies import (
    buyer_limit_dialogs,
    buyer_limit_review,
    buyer_limits,
    policies,
    policies_begin,
)
from tests.tour.policy import policy
from tests.tour.provision import provision
from tests.tour.reminders import (
    letters_of_one,
    reminders,
    reminders_letters,
    reminders_policies,
    reminders_templates,
)
from tests.tour.scorecards import grades, scorecards, scorecards_draft, scorecards_tables
from tests.tour.scoring import score_tab, scoring, scoring_refused
from tests.tour.security import security
from tests.tour.stage import Stage
from tests.tour.stress import stress
from tests.tour.today import today
from tests.tour.watch import watch_alerts, watch_cases, watch_reviews, watch_rules

Scene = Callable[[Stage], None]
_SEARCHED_MS = 260
"""A search waits a moment for the next letter."""


# -- before a company is open -------------------------------------------------------------------


def start(stage: Stage) -> None:
    """The first thing one sees."""
    stage.shot("start")
    folder = stage.home / "账簿"
    folder.mkdir(exist_ok=True)
    there = folder / "恒信五金.holdfast"
    there.write_bytes(b"")
    gone = folder / "旧账" / "二〇二四年度应收账款（移动硬盘备份）.holdfast"
    stage.window._on_recent(
        [RecentFile(there, "恒信五金有限公司", True, 8192), RecentFile(gone, "恒信五金（旧）", False)]
    )
    stage.shot("start-recent")
    stage.window.notices.error(EnvironmentFaultError("file.missing", path=str(gone), name=gone.name))
    stage.shot("start-error")
    stage.window.start.message.hide()


def new_company(stage: Stage) -> None:
    """Asking for a company, before and after a mistake."""
    dialog = NewCompanyDialog(stage.theme, stage.window.formats, stage.window)
    dialog.open()
    stage.shot("new-company")
    dialog.place.setText(str(stage.home / "nowhere" / "x.holdfast"))
    dialog.terms.setText("随便")
    dialog._create()
    stage.shot("new-company-wrong")
    stage.close_all()


def empty(stage: Stage) -> None:
    """A company nothing was entered into yet."""
    stage.window.doors.create(stage.home / "恒信五金.holdfast", Company("恒信五金有限公司", "CNY"))
    stage.until(stage.window.has_company)
    stage.settle()
    stage.looker.words.learn(stage.session.path)
    for key in ("today", "aging", "customers", "history", "importing", "bank", "watch", "insurance"):
        stage.page(key)
        stage.shot(f"empty-{key}")
    stage.window.close_company()
    stage.settle()


def read_only(stage: Stage) -> None:
    """Somebody else has the file open."""
    path = stage.home / "共享账簿.holdfast"
    other = stage.services.files.create(path, Company("共享五金有限公司", "CNY"))
    stage.looker.words.learn_text(f"{stage.services.actor} {other.path}")
    stage.window.open_path(path)
    stage.until(stage.window.has_company)
    stage.settle()
    if (holder := stage.session.holder) is not None:
        stage.looker.words.learn_text(f"{holder.user} {holder.host}")
    stage.shot("read-only")
    stage.page("importing")
    stage.shot("read-only-importing")
    stage.page("bank")
    stage.shot("read-only-bank")
    stage.page("customers")
    stage.window.page.new_entry()  # type: ignore[union-attr]
    stage.shot("read-only-entry")
    stage.close_all()
    stage.window.close_company()
    stage.settle()
    other.close()


# -- the board ----------------------------------------------------------------------------------


def aging(stage: Stage) -> None:
    """The board, narrowed and opened in every way."""
    page = stage.page("aging")
    stage.shot("aging")
    page._open_row(page._model.id_at(0))
    stage.shot("aging-drawer")
    page.table.view.setCurrentIndex(page._model.index(2, 4))
    page._open_row(page._model.id_at(2))
    stage.shot("aging-drawer-bucket")
    page.detail._drawer.close_drawer()
    page._model.set_checked([page._model.id_at(row) for row in (1, 2, 5)])
    stage.shot("aging-checked")
    page._clear_checks()
    page.strip.set_filtered(2)
    page._narrow()
    stage.shot("aging-bucket")
    page.clear_filters()


def aging_views(stage: Stage) -> None:
    """Grouped, in several currencies, by other buckets, and with nothing to show."""
    page = stage.page("aging")
    for by in (Grouping.SALESPERSON, Grouping.REGION, Grouping.CURRENCY, Grouping.GROUP):
        page._views.view = replace(page._views.view, by=by)
        page._on_view()
        stage.shot(f"aging-by-{by}")
    page._open_row(page._model.id_at(0))
    stage.shot("aging-by-group-drawer")
    page.detail._drawer.close_drawer()
    page._views.view = replace(
        page._views.view, by=Grouping.CUSTOMER, in_base=False, limits=(30, 60, 90, 120, 180)
    )
    page._on_view()
    stage.shot("aging-currencies")
    page._views.view = replace(page._views.view, in_base=True, limits=(30, 60, 90), currency="USD")
    page._on_view()
    stage.shot("aging-filtered")
    page.search.setText("没有这家")
    stage.settle(_SEARCHED_MS)
    stage.shot("aging-none")
    page.clear_filters()
    stage.settle(_SEARCHED_MS)
    page.as_of.set_day(page.as_of.day.replace(year=2020))
    page._reload()
    stage.shot("aging-nothing-open")
    page.as_of.set_day(stage.session.clock.today())
    page._reload()


def aging_menus(stage: Stage) -> None:
    """Every menu of the board."""
    page = stage.page("aging")
    page.as_of._open_menu()
    stage.shot("menu-as-of")
    stage.close_all()
    page.as_of._open_calendar()
    stage.shot("menu-calendar")
    stage.close_all()
    page.view_button.click()
    stage.settle()
    view = stage.over()[-1]
    first = cast("QMenu", view.actions()[0].menu())
    first.popup(view.mapToGlobal(QPoint(view.width() - 4, 0)))
    stage.shot("menu-view")
    stage.close_all()
    for name, press in (("columns", page.columns_button), ("export", page.export_button)):
        press.click()
        stage.shot(f"menu-{name}")
        stage.close_all()


def window_menus(stage: Stage) -> None:
    """The menu bar's menus, open."""
    stage.page("customers")
    bar = stage.window.menuBar()
    for place, action in enumerate(bar.actions()):
        below, menu = bar.actionGeometry(action).bottomLeft(), cast("QMenu", action.menu())
        menu.popup(bar.mapToGlobal(below))
        stage.shot(f"menu-bar-{place + 1}")
        stage.close_all()


# -- customers ----------------------------------------------------------------------------------


def customers(stage: Stage) -> None:
    """The list of customers, narrowed, checked, empty."""
    page = stage.page("customers")
    stage.until(lambda: page.list.model.rowCount() > 0)
    stage.shot("customers")
    page.list.model.set_checked(page.list.model.ids()[1:3])
    stage.shot("customers-checked")
    page.list.model.clear_checks()
    page.list.search.setText("没有这家")
    stage.settle(_SEARCHED_MS)
    stage.shot("customers-none")
    page.list.clear_filters()
    page.list.scope.set_current("bin")
    page.list._ask()
    stage.shot("customers-bin-empty")
    page.list.scope.set_current("all")
    page.list._ask()
    stage.settle()
    page.new_entry()
    stage.shot("menu-entry")
    stage.close_all()
    page.list.columns_button.click()
    stage.shot("menu-customers-columns")
    stage.close_all()


def customer(stage: Stage) -> None:
    """One customer's file, every tab of it, and a document beside it."""
    first = stage.ask(busiest)[0]
    page = stage.page("customers", customer_id=first)
    for tab in TABS:
        stage.page("customers", customer_id=first, tab=tab)
        stage.shot(f"customer-{tab}")
    stage.page("customers", customer_id=first, tab="profile")
    page.file.profile._set_dirty(dirty=True)
    page.may_leave()
    stage.shot("customer-profile-typed")
    page.file.profile.discard()
    stage.page("customers", customer_id=first, tab="invoices")
    panel = page.file.debits
    stage.until(lambda: panel.model.rowCount() > 0)
    panel.model.set_checked(panel.model.ids()[:2])
    stage.shot("customer-invoices-checked")
    panel.model.clear_checks()
    stage.page("customers", customer_id=first, tab="overview")


def documents(stage: Stage) -> None:
    """The drawer of each kind of document."""
    for kind in ("invoice", "receipt", "credit_note", "write_off"):
        found = stage.ask(partial(document_of, kinds=[kind]))
        stage.page("customers", document_id=found.document.id)
        stage.shot(f"document-{kind}")
    planned = stage.ask(lambda session: document_of(session, ["invoice"], planned=True))
    page = stage.page("customers", document_id=planned.document.id)
    stage.shot("document-plan")
    page.document.close()
    paid_abroad = stage.ask(document_paid_abroad)
    page = stage.page("customers", document_id=paid_abroad)
    stage.shot("document-exchange")
    page.document.close()


def entries(stage: Stage) -> None:
    """Every dialog that asks for a new document."""
    first = stage.ask(busiest)[0]
    page = stage.page("customers", customer_id=first)
    made = page.entries
    for name, run in (
        ("invoice", lambda: made.new_invoice(first)),
        ("receipt", lambda: made.new_receipt(first)),
        ("credit-note", lambda: made.new_credit_note(first)),
        ("refund", lambda: made.new_refund(first)),
        ("contact", lambda: made.new_contact(first)),
        ("identifier", lambda: made.new_identifier(first)),
        ("alias", lambda: made.new_alias(first)),
        ("customer", made.new_customer),
    ):
        run()
        stage.shot(f"dialog-{name}")
        dialog = made.dialog
        assert dialog is not None
        dialog.submit()
        stage.shot(f"dialog-{name}-wrong")
        if dialog.isVisible():
            dialog.touch()
            dialog._asked = False
            dialog.reject()
        if name == "invoice":
            stage.shot("dialog-invoice-leave")
        stage.close_all()


def document_dialogs(stage: Stage) -> None:
    """What is done to a document that exists."""
    page = stage.page("customers")
    made = page.entries
    invoice = stage.ask(lambda session: document_of(session, ["invoice"]))
    planned = stage.ask(lambda session: document_of(session, ["invoice"], planned=True))
    receipt = stage.ask(lambda session: document_of(session, ["receipt"]))
    dialogs: tuple[tuple[str, Scene], ...] = (
        ("edit-invoice", lambda _: made.edit(invoice.document)),
        ("edit-receipt", lambda _: made.edit(receipt.document)),
        ("write-off", lambda _: made.write_off(invoice)),
        ("plan", lambda _: made.plan(planned)),
        ("allocate", lambda _: made.allocate(receipt.document.id)),
        ("merge", lambda _: made.merge(page.list.model.ids()[:2])),
    )
    for name, run in dialogs:
        run(stage)
        stage.shot(f"dialog-{name}")
        stage.close_all()


# -- importing ----------------------------------------------------------------------------------


def importing(stage: Stage) -> None:
    """A messy file on its way through the four steps."""
    page = stage.page("importing")
    page.start_over()
    stage.shot("import-1-choose")
    for kind in ("receipts", "customers", "invoices"):
        page.choose.kind.set_current(kind)
        page.choose._on_kind(kind)
        if kind != "invoices":
            stage.shot(f"import-1-{kind}")
    page.take_file(messy.invoices(stage.home))
    stage.until(lambda: page.flow.staged is not None)
    stage.shot("import-2-columns")
    page.next.click()
    stage.until(lambda: page.flow.plan is not None)
    stage.shot("import-3-blocked")
    page.skip.click()
    stage.settle()
    stage.until(lambda: page.flow.plan is not None)
    stage.shot("import-3-check")
    _decide(stage, page)
    page.next.click()
    stage.until(lambda: page.flow.result is not None)
    stage.shot("import-4-done")
    page.finish.undo.emit()
    stage.shot("import-undone")


def _decide(stage: Stage, page: Any) -> None:
    """Call every unknown customer new, as long as the plan asks."""
    for _round in range(6):
        open_ones = [each for each in page.flow.problems() if each.fix == "match"]
        if not open_ones:
            return
        matches = {str(each.params["key"]): 0 for each in open_ones}
        page.flow.decide(replace(page.flow.draft, matches={**page.flow.draft.matches, **matches}))
        stage.settle()


def snapshot(stage: Stage) -> None:
    """Everything still open on a day: what is no longer listed is settled."""
    page = stage.page("importing")
    page.start_over()
    page.choose.snapshot.setChecked(True)
    stage.shot("import-1-snapshot")
    page.take_file(messy.invoices(stage.home))
    stage.until(lambda: page.flow.staged is not None)
    page.skip.click()
    stage.settle()
    page.next.click()
    stage.until(lambda: page.flow.plan is not None)
    _decide(stage, page)
    stage.shot("import-3-snapshot")
    if page.flow.plan.closings:
        page.check.view.set_current("closing")
        page.check._narrow()
        stage.shot("import-3-settled")
    page.start_over()


def refused(stage: Stage) -> None:
    """A file that cannot be read."""
    page = stage.page("importing")
    page.start_over()
    page.take_file(messy.refused(stage.home))
    stage.until(page.message.isVisible)
    stage.shot("import-refused")
    QGuiApplication.clipboard().setText("发票号\t客户\t金额\t开票日期\nA1\t恒信\t100\t2025-12-01\n")
    page.choose.paste_text()
    stage.until(lambda: page.flow.staged is not None)
    stage.shot("import-2-pasted")
    page.start_over()


# -- reminders ----------------------------------------------------------------------------------


def history(stage: Stage) -> None:
    """The log with an entry opened, the toast of a deletion, and the bin."""
    page = stage.page("customers")
    gone = stage.ask(lambda session: document_of(session, ["receipt"])).document
    page.entries.remove_documents([gone.id])
    stage.shot("toast")
    log = stage.page("history")
    stage.until(lambda: log.model.rowCount() > 0)
    stage.shot("history")
    log._open(log.model.ids()[0])
    stage.shot("history-drawer")
    log.drawer.close_drawer()
    stage.page("history", tab="bin")
    stage.until(lambda: log.bin.model.rowCount() > 0)
    log.bin.model.set_checked(log.bin.model.ids())
    stage.shot("history-bin")
    log.bin.restore()
    stage.settle()
    log.tabs.show_tab(0)


def settings(stage: Stage) -> None:
    """Every section, and one with a mistake in it."""
    for tab in ("looks", "company", "rules", "rates"):
        stage.page("settings", tab=tab)
        stage.shot(f"settings-{tab}")
    page = stage.page("settings", tab="rules")
    page.rules.limits.setText("30, 十")
    page.rules.touched()
    page.rules.save()
    stage.shot("settings-rules-wrong")
    page.rules.discard()


def interest(stage: Stage) -> None:
    """Late interest: its rules and rates, what a customer's file says of it, and one invoice worked out."""
    page = stage.page("settings", tab="interest")
    panel = page.interest
    stage.until(lambda: panel.model.rowCount() > 0)
    law = stage.ask(lambda session: session.interest.law())
    for rule in law.rules.values():
        stage.looker.words.learn_text(f"{rule.source} {rule.source_en} {' '.join(rule.countries)} LPR")
    for table in law.tables.values():
        stage.looker.words.learn_text(" ".join([table.source, *(point.source for point in table.points)]))
    stage.shot("settings-interest")
    panel.table.view.setCurrentIndex(panel.model.index(1, 0))
    panel.edit()
    stage.shot("dialog-interest-rule")
    stage.close_all()
    panel.tables.rate.setText("三点一")
    panel.tables.add()
    panel.tables.series.setCurrentIndex(4)
    panel.tables._show_table()
    below = panel.tables.mapTo(panel, QPoint(0, 0)).y()
    area = cast("QScrollArea", panel.parentWidget().parentWidget())
    area.verticalScrollBar().setValue(below)
    stage.shot("settings-interest-empty-table")
    area.verticalScrollBar().setValue(0)
    stage.page("settings", tab="company")
    stage.shot("settings-company-size")
    planned = stage.ask(lambda session: document_of(session, ["invoice"], planned=True))
    invoice = stage.ask(_latest_paid)
    page = stage.page("customers", customer_id=planned.document.customer_id, tab="profile")
    low = page.file.profile.values.late.interest_rule
    around = low.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    around.ensureWidgetVisible(low, 0, 400)
    stage.shot("customer-profile-late")
    made = page.entries
    for name, document_id in (("plan", planned.document.id), ("late", invoice)):
        made.interest(document_id)
        stage.settle()
        stage.shot(f"dialog-interest-{name}")
        stage.close_all()


def _latest_paid(session: CompanySession) -> int:
    """The overdue invoice with the most steps."""
    from app.domain.document import DocumentKind
    from app.services.ledger import DocumentQuery

    ids = session.ledger.document_ids(DocumentQuery(kinds=[DocumentKind.INVOICE], open_only=True))
    found = session.interest.of_documents(ids, session.clock.today())
    return max(found.values(), key=lambda working: (len(working.spans), working.total.minor)).document_id


def helpers(stage: Stage) -> None:
    """Palette, shortcuts, about, and what is said when something goes wrong."""
    stage.page("aging")
    window = stage.window
    window.open_palette()
    stage.shot("palette")
    palette: Any = stage.over()[-1]
    palette.search.setText("宁波")
    stage.settle(_SEARCHED_MS)
    stage.shot("palette-found")
    palette.search.setText("没有这家")
    stage.settle(_SEARCHED_MS)
    stage.shot("palette-none")
    stage.close_all()
    window.show_shortcuts()
    stage.shot("shortcuts")
    stage.close_all()
    window.show_about()
    stage.shot("about")
    stage.close_all()
    window.notices.error(ZeroDivisionError("division by zero"))
    stage.shot("fault")
    fault: Any = stage.over()[-1]
    fault._toggle()
    stage.shot("fault-details")
    stage.close_all()
    who = {"name": "甬联.holdfast", "user": "方雪莹", "host": "财务室"}
    window.notices.error(EnvironmentFaultError("file.locked", **who))
    stage.shot("refusal")
    assert window.workspace is not None
    window.workspace.message.hide()


BEFORE: tuple[Scene, ...] = (start, help_start, new_company, empty, read_only, backups, security, desk)
"""Stations without the sample company."""
INSIDE: tuple[Scene, ...] = (
    today, aging, aging_views, aging_menus, window_menus, customers, customer, customer_credit, documents,
    entries, document_dialogs, importing, snapshot, refused, bank, bank_matching,
    bank_bring, bills, collection, bad_debts, financials, credit_file,
    order_check, order_history, order_list, overdue_rule,
    limits, limits_granting, overrides, grade_terms, downturn, people, scoring, scoring_refused, score_tab,
    grades, scorecards, scorecards_draft, scorecards_tables,
    insurance_deadlines, insurance_claims, insurance_notices, insurance_declarations,
    health_overview, health_aims, health_figures, health_risk, liquidity, health_findings, health_reviews,
    insurance_worth, provision, cash, stress, policy, backtest, contingency,
    watch_alerts, watch_reviews, watch_rules, watch_cases, insurance, insurance_cover, insurance_customer,
    policies, policies_begin, buyer_limits, buyer_limit_dialogs, help_panel, help_wide, help_tour,
    buyer_limit_review,
    reminders, reminders_letters, reminders_policies,
    reminders_templates, letters_of_one, history, history_proof, settings, closed_months, interest, helpers,
)  # fmt: skip
"""Stations inside the sample company."""
FEW: tuple[Scene, ...] = (start, today, aging, customer, importing)
"""Stations that are also looked at on a screen of twice the pixels."""
