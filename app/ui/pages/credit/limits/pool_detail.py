"""The drawer of a group's shared limit: how far it is used together, who its members are, its past."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from app.domain.credit_limit import LimitState
from app.services.limit_desk import in_force
from app.ui.dialogs.limit import limit_text
from app.ui.pages.credit.limits.columns import share
from app.ui.pages.credit.limits.record_lines import limit_line, record_note
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList

if TYPE_CHECKING:
    from app.domain.credit_record import CreditLimit
    from app.services.limit_views import GroupPool
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.limits.panel import LimitsPanel


class _Read(NamedTuple):
    """A group's pool and the limits it has had, the newest first."""

    pool: GroupPool
    history: list[CreditLimit]


class PoolDetail(Detail):
    """``show_group`` fills it; members lead to their own limits."""

    def __init__(self, context: PageContext, panel: LimitsPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.group_id = 0
        self.found: _Read | None = None
        theme = context.theme
        self.figures = Figures(theme)
        self.says = label("", "body", "secondary", wrap=True)
        self.members, self.history = LineList(theme), LineList(theme)
        self.members.opened.connect(self._open_member)
        self._members_title, self._past_title = label("", "section"), label("", "section")
        self._then = label("", "small", "secondary", wrap=True)
        self.history.selectionModel().currentChanged.connect(self._write_then)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (
            self.figures, self.says, self._members_title, self.members, self._past_title, self.history,
            self._then,
        ):  # fmt: skip
            layout.addWidget(widget)
        self._add_buttons()

    def _add_buttons(self) -> None:
        theme, acts = self.context.theme, self._panel.acts
        self.grant_button = button(theme, "", "primary", "pencil", lambda: acts.grant(group_id=self.group_id))
        self.end_button = button(theme, "", "normal", "calendar", self._end)
        self.withdraw_button = button(theme, "", "normal", "undo-2", self._withdraw)
        row = SharedRow()
        for each in (self.grant_button, self.end_button, self.withdraw_button):
            row.addWidget(each)
        self.foot_layout.addLayout(row)

    # -- showing --------------------------------------------------------------------------------

    def show_group(self, group_id: int) -> None:
        """Read a group's limit and show it."""
        if group_id != self.group_id:
            self.found = None
        self.group_id = group_id
        session = self.context.company

        def work(_control: Control) -> _Read:
            limits = session.limits
            return _Read(limits.pool(group_id, session.clock.today()), limits.history(group_id=group_id))

        def done(found: _Read) -> None:
            if self.group_id == group_id:
                self.found = found
                self._write()

        self.context.runner.database(
            work, done, failed=self.context.notices.error, owner=self, key="limit.pool"
        )

    @property
    def record(self) -> CreditLimit | None:
        """What was decided last."""
        today = self.context.company.clock.today()
        return in_force(self.found.history[::-1], today) if self.found else None

    def _write(self) -> None:
        found, formats, drawer = self.found, self.context.formats, self._panel.host.drawer
        if found is None:
            return
        pool = found.pool
        if drawer is not None and self._panel.host.shows_detail(self):
            drawer.set_title(pool.name, self.tr("Limit shared by %n customer(s)", "", len(pool.members)))
        self._write_figures(pool)
        self.says.setText(
            self.tr("An order of a member must fit this limit and the member's own; both are checked.")
            if pool.limit.state is LimitState.SET
            else self.tr("The group has no shared limit: its members are checked one by one.")
        )
        self.members.show_lines([self._member(each) for each in pool.members])
        self._members_title.setVisible(bool(pool.members))
        self.members.setVisible(bool(pool.members))
        today, now = self.context.company.clock.today(), self.record
        self.history.show_lines([limit_line(one, now, today, formats) for one in found.history])
        self._past_title.setVisible(bool(found.history))
        self.history.setVisible(bool(found.history))
        self._write_then()
        is_set = pool.limit.state is not LimitState.UNSET
        self.grant_button.setText(self.tr("Change…") if is_set else self.tr("Grant…"))
        guard(self.context, self.grant_button)
        ends = now is not None and now.end is None and pool.limit.state is LimitState.SET
        guard(self.context, self.end_button, able=ends)
        guard(self.context, self.withdraw_button, able=now is not None)

    def _write_then(self, *_: object) -> None:
        """The whole of the chosen decision, or of the last: a line may have cut it."""
        history = self.found.history if self.found else []
        chosen = self.history.current_id()
        record = next((one for one in history if one.id == chosen), history[0] if history else None)
        self._then.setText(record_note(record, self.context.formats) if record else "")
        self._then.setVisible(record is not None)

    def _write_figures(self, pool: GroupPool) -> None:
        formats, used, left = self.context.formats, pool.usage.used, pool.usage.left
        percent = "" if pool.usage.percent is None else share(pool.usage.percent)
        shown = [
            (self.tr("Limit"), limit_text(pool.limit, self.context), "", ""),
            (self.tr("Used"), formats.money(used.minor, used.currency, whole=True), percent, ""),
        ]
        if left is not None:
            tone = "danger" if left.minor < 0 else ""
            shown.append(
                (self.tr("Available"), formats.money(left.minor, left.currency, whole=True), "", tone)
            )
        self.figures.set(shown)

    def _member(self, customer_id: int) -> Line:
        row, formats = self._panel.row(customer_id), self.context.formats
        if row is None:
            return Line(customer_id, "", "–")
        used = formats.money(row.usage.used.minor, row.usage.used.currency, whole=True)
        own = limit_text(row.limit, self.context)
        note = self.tr("{used} used · own limit {limit}").format(used=used, limit=own)
        name = formats.name(row.customer.name, row.customer.name_en)
        return Line(customer_id, "", name, note)

    # -- acts -----------------------------------------------------------------------------------

    def _open_member(self, customer_id: int) -> None:
        self._panel.table.view.select_id(customer_id)
        self._panel.open_customer(customer_id)

    def _end(self) -> None:
        if self.record is not None and self.found is not None:
            self._panel.acts.end(self.record, self.found.pool.name)

    def _withdraw(self) -> None:
        if self.record is not None:
            self._panel.acts.withdraw(self.record)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._members_title.setText(self.tr("Members"))
        self.members.setAccessibleName(self.tr("Members"))
        self._past_title.setText(self.tr("Decisions so far"))
        self.history.setAccessibleName(self.tr("Decisions so far"))
        self.end_button.setText(self.tr("End…"))
        self.withdraw_button.setText(self.tr("Withdraw"))
        self.withdraw_button.setToolTip(self.tr("As if it had not been granted; the one before holds again"))
        self._write()
