"""Adopting a policy: the grade policy before and after, and everybody it touches, before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.scorecard import GRADES
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_policy_text import CreditPolicy
    from app.services.credit_policy_views import Adoption, Affected
    from app.services.ports import Control
    from app.ui.context import PageContext

_ROWS, _LONGEST_NAME = 9, 80


class AdoptDialog(FormDialog):
    """Nothing is changed before it is submitted; the toast offers to take it back."""

    duty = Duty.RULES

    def __init__(
        self,
        context: PageContext,
        policy: CreditPolicy,
        study_id: int,
        adoption: Adoption,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=820)
        self.policy, self.study_id, self.adoption = policy, study_id, adoption
        self._currency = currency
        name = " ".join(policy.name.split())[:_LONGEST_NAME] or say(
            "policy_study.tried", context.formats.lang
        )
        self.set_head(
            self.tr("Adopt “{name}”").format(name=name),
            self.tr("Adopt"),
            self.tr("It becomes the grade policy of the company from today; it can be taken back."),
        )
        self.warning = MessageStrip(context.theme)
        self.form.addWidget(self.warning)
        self.form.addWidget(label(self.tr("Grade policy"), "section"))
        self.grades = LinesTable(context, "policy.adopt_grades", icon="layers")
        self.form.addWidget(self.grades)
        count = self.tr("%n customer(s) affected", "", len(adoption.rows))
        self.form.addWidget(label(count, "section"))
        self.customers = LinesTable(context, "policy.adopt_customers", icon="users")
        self.form.addWidget(self.customers)
        self.notes = label("", "small", "secondary", wrap=True)
        self.form.addWidget(self.notes)
        self._show_grades()
        self._show_customers()
        self._say()

    def _step(self, before: str, after: str) -> Cell:
        if before == after:
            return Cell(before, tone="secondary")
        return Cell(f"{before} → {after}", strong=True)

    def _show_grades(self) -> None:
        def per_cent(value: Decimal) -> str:
            return f"{written(value)}%"

        heads = (
            Head("grade", self.tr("Grade"), width=70, min_width=56),
            Head("terms", self.tr("Terms, days"), figure=True, width=120, min_width=96, stretch=1),
            Head("deposit", self.tr("Paid first"), figure=True, width=120, min_width=96, stretch=1),
            Head("net_worth", self.tr("of net worth"), figure=True, width=130, min_width=100, stretch=1),
            Head("turnover", self.tr("of turnover"), figure=True, width=130, min_width=100, stretch=1),
            Head("factor", self.tr("of the limit before"), figure=True, width=140, min_width=110, stretch=1),
        )
        rows = []
        for key, grade in enumerate(GRADES, 1):
            old, new = self.adoption.before.of(grade), self.adoption.after.of(grade)
            rows.append(
                PlainRow(
                    key,
                    (
                        Cell(grade.value, chip=f"grade.{grade.value}"),
                        self._step(str(old.terms_days), str(new.terms_days)),
                        self._step(per_cent(old.deposit), per_cent(new.deposit)),
                        self._step(per_cent(old.net_worth), per_cent(new.net_worth)),
                        self._step(per_cent(old.turnover), per_cent(new.turnover)),
                        self._step(f"×{written(old.previous_factor)}", f"×{written(new.previous_factor)}"),
                    ),
                )
            )
        self.grades.view.setAccessibleName(self.tr("Grade policy before and after"))
        self.grades.show_lines(heads, rows)
        self.grades.fit_rows()

    def _show_customers(self) -> None:
        formats = self.context.formats
        heads = (
            Head("customer", self.tr("Customer"), width=230, min_width=120, stretch=2),
            Head("grade", self.tr("Grade"), width=64, min_width=52),
            Head("terms", self.tr("Terms, days"), figure=True, width=96, min_width=80),
            Head("deposit", self.tr("Paid first"), figure=True, width=110, min_width=84),
            Head("limit", self.tr("Limit → about"), figure=True, width=150, min_width=120),
            Head("own", self.tr("Terms of its own"), width=110, min_width=90, drop=1),
        )
        rows = [
            PlainRow(
                place,
                (
                    Cell(formats.name(one.name, one.name_en), strong=True),
                    Cell(one.grade, chip=f"grade.{one.grade}"),
                    self._step(str(one.before.terms_days), str(one.after.terms_days)),
                    self._step(f"{written(one.before.deposit)}%", f"{written(one.after.deposit)}%"),
                    self._limit(one),
                    Cell(self.tr("stay as agreed") if one.own_terms else DASH, tone="secondary"),
                ),
            )
            for place, one in enumerate(self.adoption.rows, 1)
        ]
        self.customers.view.setAccessibleName(self.tr("Customers affected"))
        self.customers.show_lines(heads, rows)
        self.customers.say_empty(self.tr("No customer with a grade is affected."))
        self.customers.fit_rows(_ROWS)

    def _limit(self, one: Affected) -> Cell:
        if one.limit is None or one.limit_after is None:
            return Cell(self.tr("none"), tone="tertiary")
        write = self.context.formats.whole
        return self._step(write(one.limit, self._currency), write(one.limit_after, self._currency))

    def _say(self) -> None:
        lang, adoption = self.context.formats.lang, self.adoption
        if adoption.before == adoption.after:
            self.warning.say("warn", say("credit_policy.nothing_new", lang), closable=False)
        else:
            self.warning.hide()
        told = []
        if adoption.own_terms:
            told.append(self.tr("%n customer(s) keep the terms agreed with them.", "", adoption.own_terms))
        told.append(self.tr("Limits follow when they are next granted; none is changed now."))
        if adoption.left_out:
            told.append(
                self.tr("Not part of a grade policy and not adopted: {names}.").format(
                    names=self._named(adoption.left_out)
                )
            )
        self.notes.setText("\n".join(told))

    def _named(self, names: Sequence[str]) -> str:
        lang = self.context.formats.lang
        return ("、" if lang == "zh" else ", ").join(say(f"policy_rule.{name}", lang) for name in names)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Adopt it."""
        service, policy, study_id = self.context.company.credit_policies, self.policy, self.study_id
        return lambda _control: service.adopt(policy, study_id)
