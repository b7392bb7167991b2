"""What can be done with a policy: begun, renewed, put into force, cancelled, annulled, deleted, printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import PolicyTerms
from app.domain.policy_period import Policy
from app.domain.review import months_later
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.policies.columns import clause_table
from app.ui.widgets.line_list import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu, QWidget

    from app.domain.changes import ChangeSet
    from app.domain.insurance_record import LimitDecision
    from app.domain.problem import Problem
    from app.services.control import Control
    from app.services.policy_views import PolicyTemplate, PolicyView
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

_YEAR = 12
T = TypeVar("T")


class PolicyActs(QObject):
    """Opens the dialogs over ``host``; ``begun`` carries the new draft's id."""

    begun = Signal(int)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None

    # -- beginning ------------------------------------------------------------------------------

    def begin(self, *, shape: bool = False) -> None:
        """Ask what a new policy begins with; ``shape`` offers a common one first."""
        if not writable(self._context):
            return
        session = self._context.company

        def work(_control: Control) -> tuple[Policy, Sequence[PolicyTemplate]]:
            start, base = session.clock.today(), session.company.get().currency
            end = months_later(start, _YEAR) - timedelta(days=1)
            record = InsurancePolicy("", "", start, end, base, "{}")
            return Policy(record, PolicyTerms()), session.policies.templates()

        def show(found: tuple[Policy, Sequence[PolicyTemplate]]) -> None:
            self._begin_with(*found, shape=shape)

        self._run(work, show)

    def renew(self, policy: Policy) -> None:
        """Ask for the next period."""
        if not writable(self._context):
            return
        policies = self._context.company.policies
        self._run(
            lambda _control: policies.renew(policy.id),
            lambda draft: self._begin_with(draft, (), renews=policy),
        )

    def _begin_with(
        self,
        draft: Policy,
        templates: Sequence[PolicyTemplate],
        *,
        renews: Policy | None = None,
        shape: bool = False,
    ) -> None:
        from app.ui.dialogs.policy import BeginPolicyDialog  # noqa: PLC0415 - loads on first use

        dialog = BeginPolicyDialog(self._context, draft, templates, self._host, renews=renews)
        if shape:
            dialog.offer_first_shape()
        dialog.saved.connect(self._on_begun)
        open_for(self, dialog)

    def _on_begun(self, change: ChangeSet) -> None:
        ids = change.touched.get("insurance_policy", frozenset())
        if ids:
            self.begun.emit(max(ids))

    # -- in and out of force --------------------------------------------------------------------

    def activate(self, view: PolicyView | None) -> None:
        """Ask whether the draft was compared with the paper."""
        if view is None or not writable(self._context):
            return
        policies, policy = self._context.company.policies, view.policy

        def show(problems: Sequence[Problem]) -> None:
            from app.ui.dialogs.policy import ActivateDialog  # noqa: PLC0415 - loads on first use

            today = self._context.company.clock.today()
            open_for(self, ActivateDialog(self._context, view, problems, today, self._host))

        self._run(lambda _control: policies.check(policy.terms, policy.record), show)

    def cancel(self, policy: Policy) -> None:
        """End it before its time."""
        from app.ui.dialogs.policy import CancelPolicyDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            today = self._context.company.clock.today()
            open_for(self, CancelPolicyDialog(self._context, policy, today, self._host))

    def annul(self, policy: Policy) -> None:
        """Take it back as if it had never been."""
        from app.ui.dialogs.policy import AnnulPolicyDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            open_for(self, AnnulPolicyDialog(self._context, policy, self._host))

    def remove(self, policy: Policy) -> None:
        """Put a draft into the bin; the toast offers to undo it."""
        if writable(self._context):
            policies, policy_id = self._context.company.policies, policy.id
            self._run(lambda _control: policies.remove(policy_id), self._context.notices.done)

    def carry_limits(self, policy: Policy) -> None:
        """Show which limits of the last policy would run on."""
        if not writable(self._context):
            return
        session, policy_id = self._context.company, policy.id

        def work(_control: Control) -> tuple[list[LimitDecision], Mapping[int, str]]:
            found = session.policies.carried(policy_id)
            rows = session.customers.rows([one.customer_id for one in found])
            name = self._context.formats.name
            return found, {row.id: name(row.name, row.name_en) for row in rows}

        def show(found: tuple[list[LimitDecision], Mapping[int, str]]) -> None:
            from app.ui.dialogs.policy import CarryLimitsDialog  # noqa: PLC0415 - loads on first use

            formats = self._context.formats
            lines = []
            for place, one in enumerate(found[0], 1):
                amount = "" if one.amount is None else formats.money(one.amount, one.currency, whole=True)
                lines.append(Line(place, "", found[1].get(one.customer_id, ""), amount))
            open_for(self, CarryLimitsDialog(self._context, policy, lines, self._host))

        self._run(work, show)

    # -- papers ---------------------------------------------------------------------------------

    def export_menu(self, policy: Policy, buyers: Mapping[int, str]) -> QMenu:
        """The clauses as a workbook or a PDF."""
        exports = PageExports(self._context, self._host)
        company, formats = self._context.company, self._context.formats

        def run(file_format: str) -> None:
            made = clause_table(policy, formats, buyers)

            def work(path: Path, _control: Control) -> None:
                company.exports.table(made, path, file_format, formats.lang)

            exports.write(made.title, file_format, work)

        return exports.menu(run)

    def _run(self, work: Callable[[Control], T], done: Callable[[T], None]) -> None:
        self._context.runner.database(work, done, failed=self._context.notices.error, owner=self._host)
