"""The credit-policy simulator: tried while one types, compared, kept, and adopted from here."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.domain.credit_policy_text import CreditPolicy, parse, to_json
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.faults import is_ours, sentence
from app.ui.pages.analysis.policy.compare import CompareView, GradesView, comparison_table
from app.ui.pages.analysis.policy.editor import PolicyGrid
from app.ui.pages.analysis.policy.plane import plane_chart, plane_rows, spots_of
from app.ui.pages.analysis.policy.reading import RELEASED, read_ground, try_policy
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.user_files import read_bytes
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, literal
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.services.credit_policy_views import Kept
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.policy.detail import CustomersDetail, SpotDetail
    from app.ui.pages.analysis.policy.plane import Spot
    from app.ui.pages.analysis.policy.reading import PolicyRead, Trial
    from app.ui.pages.tabbed import TabbedPage

_SOON_MS = 250
_BESIDE = 3
"""So many kept policies can be read beside today and the one tried."""
_CHART = 300
_WHICH = 230
_FOLDER = "folder.exports"
_LARGEST, _LONGEST_NAME = 1_000_000, 80


class PolicyPanel(TabPanel):
    """Nothing typed here is stored until it is kept or adopted."""

    moves = frozenset(
        {
            "document", "allocation", "customer", "rate", "setting", "company", "study", "stored_assessment",
            "grade_override", "credit_limit", "insurance_policy", "limit_decision", "shipment",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: PolicyRead | None = None
        self.trial: Trial | None = None
        self.dialog: FormDialog | None = None
        self.draft = CreditPolicy("")
        self.study_id = 0
        self.spots: list[Spot] = []
        self.beside: list[int] = []
        self.boxes: dict[int, QCheckBox] = {}
        self._customers: CustomersDetail | None = None
        self._spot: SpotDetail | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.try_now)
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.which = Choice([(0, "")])
        self.which.setMinimumWidth(_WHICH)
        self.keep_button = button(theme, "", "normal", run=self.keep)
        self.keep_as_button = button(theme, "", "quiet", run=partial(self.name_it, rename=False))
        self.more_button = button(theme, "", "quiet", "list-checks", self._open_more)
        self.assumed_button = button(theme, "", "quiet", "sliders-horizontal", self.edit_assumptions)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.adopt_button = button(theme, "", "primary", "badge-check", self.adopt)
        self.message = MessageStrip(theme)
        self.loading = LoadingBar(theme)
        self.grid = PolicyGrid(context)
        self.compare, self.grades = CompareView(context), GradesView(context)
        self.chart = ChartView(context, head=False)
        self.chart.set_opens()
        self.cards = [Card(theme, " ") for _ in range(4)]
        self.beside_bar = QWidget()
        self.beside_row = FlowLayout(self.beside_bar)
        self.notes = label("", "small", "secondary", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (
            self.which, self.keep_button, self.keep_as_button, self.more_button, self.as_of,
            self.assumed_button, self.export_button,
        ):  # fmt: skip
            filters.addWidget(widget)
        grants, beside, by_grade, plane = self.cards
        grants.body.addWidget(self.grid)
        beside.body.addWidget(self.beside_bar)
        beside.body.addWidget(self.compare)
        by_grade.add_action(self.grades.mode)
        by_grade.body.addWidget(self.grades)
        plane.add_action(self.chart.data_button)
        plane.body.addWidget(self.chart)
        plane.setFixedHeight(_CHART)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self.message, *self.cards, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        scroll = self.scroller = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(bar)
        layout.addWidget(self.loading)
        layout.addWidget(scroll, 1)
        self.host.header.add(self.adopt_button)

    def _connect(self) -> None:
        self.as_of.changed.connect(self.read)
        self.which.activated.connect(self._choose)
        self.grid.changed.connect(self._on_typed)
        self.grid.opened.connect(lambda grade: self.open_figure(grade, "sales"))
        self.compare.opened.connect(lambda figure: self.open_figure("", figure))
        self.compare.wanted_data.connect(lambda: self.context.navigator.go("importing"))
        self.grades.opened.connect(self.open_figure)
        self.chart.activated.connect(self.open_spot)

    # -- reading --------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Read the customers and the policies kept, then try the policy again."""
        session, day = self.context.company, self.as_of.day
        self.loading.start()
        self.context.runner.database(
            lambda _control: read_ground(session.credit_policies, day),
            self._show_ground,
            failed=self._failed,
            owner=self,
            label="work.reckoning",
            key="analysis.policy",
        )

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        self.context.notices.error(error)

    def _show_ground(self, found: PolicyRead) -> None:
        self.found = found
        self.grid.set_usual(found.usual, found.ground.currency)
        known = {one.study_id for one in found.kept}
        if self.study_id not in known:
            self.study_id = 0
        self.beside = [one for one in self.beside if one in known]
        self._offer()
        self.try_now()

    def _on_typed(self) -> None:
        self._soon.start()

    @property
    def typed(self) -> CreditPolicy | None:
        """The policy as it stands in the grid; None while a figure in it cannot be used."""
        rules = self.grid.rules()
        if rules is None:
            return None
        return CreditPolicy(self.draft.name, rules, self.draft.assumed)

    def try_now(self) -> None:
        """Reckon what stands in the grid, elsewhere; the last answer stays until the next is there."""
        self._soon.stop()
        policy, found, service = self.typed, self.found, self.context.company.credit_policies
        self._guard()
        if found is None:
            return
        if policy is None:
            self.loading.stop()
            self.message.say("danger", self.tr("A figure typed is none that can be used: it is marked."),
                             closable=False)  # fmt: skip
            return
        self._say(policy)
        chosen = tuple(self.beside)
        self.loading.start()
        self.context.runner.background(
            lambda _control: try_policy(service, policy, found, chosen),
            self._show_trial,
            failed=self._refused,
            owner=self,
            key="analysis.policy.try",
        )

    def _refused(self, error: Exception) -> None:
        self.loading.stop()
        if is_ours(error):
            self.context.notices.error(error)
        else:
            self.message.say("danger", sentence(error, self.context.formats.lang), closable=False)

    def _say(self, policy: CreditPolicy) -> None:
        """What is to be known of the policy while it is tried."""
        if policy.assumed is not None:
            self.message.say(
                "info",
                self.tr("This policy brings assumptions of its own; everything here is reckoned by them."),
                actions=[(self.tr("Use the company's"), self._drop_assumed)],
                closable=False,
            )
        elif self.grid.lacks_takers():
            self.message.say("warn", self.tr("A discount is offered: say what share of the sales takes it."),
                             closable=False)  # fmt: skip
        else:
            self.message.hide()

    def _drop_assumed(self) -> None:
        self.draft = CreditPolicy(self.draft.name, self.draft.rules)
        self.try_now()

    # -- showing --------------------------------------------------------------------------------

    def _show_trial(self, trial: Trial) -> None:
        self.loading.stop()
        self.trial = trial
        self.compare.show_trial(trial, self.draft.name)
        self.grades.show_trial(trial)
        self._show_plane(trial)
        empty = not trial.answer.ground.segments
        for card in self.cards[2:]:
            card.setVisible(not empty)
        self._write_notes(trial)
        if self._customers is not None and self.host.shows_detail(self._customers):
            self._customers.refresh(trial)
        self.host.tell_status()

    def _show_plane(self, trial: Trial) -> None:
        formats = self.context.formats
        self.spots = spots_of(trial, self.draft.name, formats.lang)
        self.chart.show_chart(
            plane_chart(trial, self.spots, formats), *plane_rows(trial, self.spots, formats)
        )

    def _write_notes(self, trial: Trial) -> None:
        lang, ground = self.context.formats.lang, trial.answer.ground
        told = []
        if ground.unscored:
            told.append(say("policy_study.unscored", lang, n=ground.unscored))
        if ground.missing:
            told.append(say("cli.cover.missing", lang, currencies=", ".join(ground.missing)))
        told.append(self.tr("Sales of the last 12 months. Not reckoned with: VAT, seasons, what an insurer "
                            "keeps back beyond the insured percentage."))  # fmt: skip
        self.notes.setText(" ".join(told) if lang != "zh" else "".join(told))

    def _offer(self) -> None:
        """The kept policies: to open one, and to put some beside."""
        if self.found is None:
            return
        draft = " ".join(self.draft.name.split())[:_LONGEST_NAME] if not self.study_id else ""
        draft = draft or self.tr("New policy")
        adopted = self.tr("adopted")
        pairs = [(one.study_id, f"{one.policy.name} · {adopted}" if one.adopted else one.policy.name)
                 for one in self.found.kept]  # fmt: skip
        self.which.set_pairs([(0, draft), *pairs], self.study_id)
        while (item := self.beside_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.boxes = {}
        for one in self.found.kept:
            box = QCheckBox(literal(one.policy.name))
            box.setChecked(one.study_id in self.beside)
            box.setEnabled(box.isChecked() or len(self.beside) < _BESIDE)
            box.toggled.connect(partial(self._put_beside, one.study_id))
            self.boxes[one.study_id] = box
            self.beside_row.addWidget(box)
        self.beside_bar.setVisible(bool(self.boxes))

    def _put_beside(self, study_id: int, on: bool) -> None:
        self.beside = [one for one in self.beside if one != study_id] + ([study_id] if on else [])
        for row_id, box in self.boxes.items():
            box.setEnabled(row_id in self.beside or len(self.beside) < _BESIDE)
        self.try_now()

    def _guard(self) -> None:
        sound = self.typed is not None
        guard(self.context, self.keep_button, self.keep_as_button, able=sound)
        guard(self.context, self.adopt_button, able=sound, duty=Duty.RULES)
        guard(self.context, self.assumed_button)

    # -- the draft ------------------------------------------------------------------------------

    def _kept(self, study_id: int) -> Kept | None:
        kept = self.found.kept if self.found is not None else ()
        return next((one for one in kept if one.study_id == study_id), None)

    def _choose(self, *_: object) -> None:
        value = self.which.value
        one = self._kept(value) if isinstance(value, int) else None
        self.open_policy(one.policy if one is not None else CreditPolicy(""), one.study_id if one else 0)

    def open_policy(self, policy: CreditPolicy, study_id: int = 0) -> None:
        """Take a policy into the editor; what was typed there and not kept can be taken back."""
        before, before_id = self.typed, self.study_id
        kept = self._kept(before_id)
        lost = before is not None and before.rules != (kept.policy.rules if kept else CreditPolicy("").rules)
        self._load(policy, study_id)
        if lost and before is not None:
            back = partial(self._load, before, before_id)
            self.message.say(
                "info",
                self.tr("What was typed and not kept has left the editor."),
                actions=[(self.tr("Take it back"), back)],
            )

    def _load(self, policy: CreditPolicy, study_id: int) -> None:
        self.draft, self.study_id = policy, study_id
        self.grid.set_rules(policy.rules)
        self._offer()
        self.try_now()

    def take(self, spot: Spot) -> None:
        """Take what a point grants into the editor."""
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        one = self._kept(spot.study_id)
        if one is not None:
            self.open_policy(one.policy, one.study_id)
        else:
            self.open_policy(CreditPolicy(self.draft.name, spot.rules, self.draft.assumed), self.study_id)

    # -- keeping --------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what stands in the grid under its name, or ask for one."""
        policy, one = self.typed, self._kept(self.study_id)
        if policy is None or not writable(self.context):
            return
        if one is None:
            self.name_it(rename=False)
            return
        service = self.context.company.credit_policies
        self._do(lambda _control: service.keep(policy, one.study_id, one.note))

    def _do(self, work: Callable[[Control], ChangeSet]) -> None:
        self.context.runner.database(work, self.context.notices.done, failed=self._refused, owner=self)

    def name_it(self, *, rename: bool) -> None:
        """Ask for a name, and keep the policy under it: as another one, or the same renamed."""
        from app.ui.pages.analysis.policy.dialogs import NameDialog  # noqa: PLC0415 - loads on first use

        policy, one = self.typed, self._kept(self.study_id)
        if policy is None or not writable(self.context):
            return
        study_id, note = (one.study_id, one.note) if rename and one is not None else (0, "")
        dialog = NameDialog(self.context, policy, study_id, note, self)
        dialog.saved.connect(lambda change: self._follow(change, dialog.name.text().strip()))
        open_for(self, dialog)

    def _follow(self, change: ChangeSet, name: str) -> None:
        """What was just kept is what the editor holds now."""
        self.draft = CreditPolicy(name, self.draft.rules, self.draft.assumed)
        self.study_id = max(change.touched.get("study", ()), default=self.study_id)
        self.read()

    def remove(self) -> None:
        """Throw the kept policy away; what stands in the grid stays."""
        service, study_id = self.context.company.credit_policies, self.study_id
        if study_id and writable(self.context):
            self._do(lambda _control: service.remove(study_id))

    def _open_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def more_menu(self) -> QMenu:
        """What else can be done with a policy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = bool(self._kept(self.study_id))
        for text, run, changes, able in (
            (self.tr("New policy"), lambda: self.open_policy(CreditPolicy("")), False, True),
            (self.tr("Rename…"), lambda: self.name_it(rename=True), True, kept),
            (self.tr("Delete"), self.remove, True, kept),
            (self.tr("Import from JSON…"), self.pick_file, False, True),
            (self.tr("Export as JSON…"), self.export_policy, False, self.typed is not None),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action, able=able)
            else:
                action.setEnabled(able)
        return menu

    # -- files ----------------------------------------------------------------------------------

    def pick_file(self) -> None:
        """Ask for a policy in JSON."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = str(self.context.preferences.get(_FOLDER, "") or Path.home())
        kinds = self.tr("Policies (*.json);;All files (*)")
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("Import a policy"), folder, kinds)
        if picked:
            self.import_policy(Path(picked))

    def import_policy(self, path: Path) -> None:
        """Read a policy into the editor; what is wrong with it is said."""
        company = self.context.company.company
        self.context.runner.background(
            lambda _control: _read_policy(path, company.get().currency),
            self.open_policy,
            failed=self._refused,
            owner=self,
        )

    def export_policy(self) -> None:
        """Write what stands in the grid as JSON."""
        policy, found = self.typed, self.found
        if policy is None or found is None:
            return
        text = json.dumps(to_json(policy, found.ground.currency), ensure_ascii=False, indent=2) + "\n"

        def work(path: Path, _control: Control) -> None:
            from app.ui.user_files import write_bytes  # noqa: PLC0415 - with the first file

            write_bytes(path, text.encode())

        PageExports(self.context, self).write(policy.name or self.tr("Policy"), "json", work)

    def _open_export(self) -> None:
        exports = PageExports(self.context, self)
        menu = exports.menu(lambda file_format: self.export(exports, file_format))
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def export(self, exports: PageExports, file_format: str) -> None:
        """Write the comparison."""
        if self.trial is None:
            return
        formats, exporting = self.context.formats, self.context.company.exports
        title, ground = self.tr("Credit policies compared"), self.trial.answer.ground
        subtitle = (f"{formats.day(ground.as_of)} · {ground.currency}", self.notes.text())
        made = comparison_table(self.trial, self.draft.name, title, subtitle, formats)

        def work(path: Path, _control: Control) -> None:
            exporting.table(made, path, file_format, formats.lang)

        exports.write(f"{title} {ground.as_of.isoformat()}", file_format, work)

    # -- opening --------------------------------------------------------------------------------

    def open_figure(self, grade: str, figure: str) -> None:
        """Show the customers behind a figure."""
        from app.ui.pages.analysis.policy.detail import CustomersDetail  # noqa: PLC0415 - on first use

        if self.trial is None or not self.trial.answer.ground.segments:
            return
        if self._customers is None:
            self._customers = CustomersDetail(self.context, self)
            self._customers.retranslate()
        detail = self._customers
        detail.show_figure(self.trial, grade, "receivables" if figure == RELEASED else figure)
        self.host.show_detail(detail, focus=True)
        detail.write_title()

    def open_spot(self, place: int) -> None:
        """Show what a point of the frontier grants."""
        from app.ui.pages.analysis.policy.detail import SpotDetail  # noqa: PLC0415 - loads on first use

        if self.trial is None or not 0 <= place < len(self.spots):
            return
        if self._spot is None:
            self._spot = SpotDetail(self.context, self)
            self._spot.retranslate()
        detail = self._spot
        detail.show_spot(self.trial, self.spots[place])
        self.host.show_detail(detail, focus=True)
        detail.write_title()

    def edit_assumptions(self) -> None:
        """Change what is assumed, with where each figure comes from."""
        from app.ui.pages.analysis.policy.dialogs import AssumptionsDialog  # noqa: PLC0415 - on first use

        session = self.context.company
        if writable(self.context):
            self.context.runner.database(
                lambda _control: (session.credit_policies.assumptions(), session.scoring.loss_rates()),
                lambda read: open_for(self, AssumptionsDialog(self.context, *read, self)),
                failed=self.context.notices.error,
                owner=self,
                key="analysis.policy.assumed",
            )

    def adopt(self) -> None:
        """Show what adopting would do, before it is done."""
        from app.ui.pages.analysis.policy.adopting import AdoptDialog  # noqa: PLC0415 - on first use

        policy, found = self.typed, self.found
        if policy is None or found is None or not writable(self.context):
            return
        service, kept = self.context.company.credit_policies, self._kept(self.study_id)
        same = kept is not None and kept.policy.rules == policy.rules
        study_id, currency = self.study_id if same else 0, found.ground.currency
        self.context.runner.database(
            lambda _control: service.adoption(policy, found.ground),
            lambda made: open_for(self, AdoptDialog(self.context, policy, study_id, made, currency, self)),
            failed=self._refused,
            owner=self,
            key="analysis.policy.adopt",
        )

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A kept policy by its number."""
        wanted = params.get("study_id")
        if isinstance(wanted, int) and (one := self._kept(wanted)) is not None:
            self.open_policy(one.policy, one.study_id)

    def status(self) -> str:
        """How many customers it is tried on."""
        if self.found is None:
            return ""
        return self.tr("tried on %n customer(s)", "", len(self.found.ground.segments))

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.adopt_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.adopt_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.which.setAccessibleName(self.tr("Policy in the editor"))
        self.keep_button.setText(self.tr("Keep"))
        self.keep_as_button.setText(self.tr("Keep as…"))
        self.more_button.setText(self.tr("More"))
        self.assumed_button.setText(self.tr("Assumptions…"))
        self.export_button.setText(self.tr("Export"))
        self.adopt_button.setText(self.tr("Adopt…"))
        grants, beside, by_grade, plane = self.cards
        grants.set_title(self.tr("What the policy grants"), self.tr("nothing is stored until it is kept"))
        beside.set_title(self.tr("Side by side"), self.tr("a year; in brackets against today"))
        by_grade.set_title(self.tr("By grade"), self.tr("a figure opens its customers"))
        plane.set_title(
            say("policy_study.frontier", self.context.formats.lang),
            self.tr("on the line no other earns as much for less risk; a point opens what it grants"),
        )
        self.grid.retranslate()
        self.compare.retranslate()
        self.grades.retranslate()
        if self.found is not None:
            self._offer()
        if self.trial is not None:
            self._show_plane(self.trial)
            self._write_notes(self.trial)
        self._guard()


def _read_policy(path: Path, currency: str) -> CreditPolicy:
    """The policy of a file, amounts in a currency; ``DomainError`` names what is wrong with it."""
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise DomainError("credit_policy.no_json")
    try:
        return parse(data.decode("utf-8-sig"), currency)
    except UnicodeDecodeError as error:
        raise DomainError("credit_policy.no_json") from error
