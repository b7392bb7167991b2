"""The insurance tab: policy and limit with its history, the cover of open invoices, duties, claims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.dialogs.opening import open_for
from app.ui.pages.collection.tab import Section
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.customers.halves import Halves
from app.ui.pages.customers.insurance_reading import read_insured
from app.ui.pages.insurance.claims.cards import STATE_TONES
from app.ui.pages.insurance.cover.rows import gap_tone
from app.ui.pages.insurance.limits.record_lines import decision_line, stop_line
from app.ui.pages.insurance.said import duty_name, duty_tone, left_words, policy_name
from app.ui.pages.insurance.steps import StepList
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.ui.widgets.line_list import Line
from app.words import say
from app.words.insurance_text import reckoned

if TYPE_CHECKING:
    from app.domain.policy_period import Policy
    from app.services.claim_views import ClaimRow
    from app.services.cover_views import Covered
    from app.services.duty_views import DutyItem
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.customers.entries import Entries
    from app.ui.pages.customers.insurance_reading import Insured

_WIDE, _MOST = 900, 8
_SECTIONS = ("invoices", "limits", "duties", "claims")


class InsuranceTab(Halves):
    """``show_customer`` reads; every line opens by Enter."""

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(_WIDE)
        self.context = context
        self._entries = entries
        self.customer_id = 0
        self.content: Insured | None = None
        self.dialog: FormDialog | None = None
        theme = context.theme
        self.policy_card, self.expected_card = Card(theme, " "), Card(theme, " ")
        self.policy_button = button(theme, "", "link", "shield-check", self._open_policy, small=True)
        self.request_button = button(theme, "", "quiet", "plus", self._request, small=True)
        self.notice_button = button(theme, "", "quiet", "flag", self._write_notice, small=True)
        self.figures = Figures(theme, "section")
        self.says = label("", "body", wrap=True)
        self.clauses = label("", "small", "secondary", wrap=True)
        self.sections = {key: Section(context, None, most=_MOST) for key in _SECTIONS}
        self.cover_button = button(theme, "", "link", run=self._open_cover, small=True)
        self.shipment_button = button(theme, "", "quiet", "package-check", self.shipments, small=True)
        self.limit_button = button(theme, "", "link", run=self._open_limit, small=True)
        self._expected = QVBoxLayout()
        self._expected.setSpacing(8)
        self.nothing = label("", "small", "secondary", wrap=True)
        self._lay_out()
        for key, section in self.sections.items():
            section.list.opened.connect(partial(self.open_line, key))
        self.retranslate()

    def _lay_out(self) -> None:
        for widget in (self.request_button, self.notice_button):
            self.policy_card.add_action(widget)
        link = QHBoxLayout()
        link.addWidget(self.policy_button)
        link.addStretch(1)
        for part in (self.figures, self.says, self.clauses):
            self.policy_card.body.addWidget(part)
        self.policy_card.body.addLayout(link)
        self.sections["invoices"].add_action(self.shipment_button)
        self.sections["invoices"].add_action(self.cover_button)
        self.sections["limits"].add_action(self.limit_button)
        self.expected_card.body.addLayout(self._expected)
        self.expected_card.body.addWidget(self.nothing)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, cards in (
            (left, (self.policy_card, self.sections["invoices"], self.sections["limits"])),
            (right, (self.sections["duties"], self.sections["claims"], self.expected_card)),
        ):
            half.setSpacing(16)
            for card in cards:
                half.addWidget(card)
            half.addStretch(1)
        self.lay_halves(left, right, (6, 5))

    # -- reading --------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show how this customer is insured."""
        if customer_id != self.customer_id:
            self.customer_id, self.content = customer_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        session, customer_id = self.context.company, self.customer_id
        if customer_id:
            self.context.runner.database(
                lambda _control: read_insured(session, customer_id),
                self._show,
                failed=self.context.notices.error,
                owner=self,
                key="customer.insurance",
            )

    def _show(self, content: Insured | None) -> None:
        self.content = content
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        content = self.content
        for card in (*self.sections.values(), self.expected_card):
            card.setVisible(content is not None)
        self.figures.setVisible(content is not None)
        guard(self.context, self.request_button, self.notice_button, able=content is not None)
        guard(self.context, self.shipment_button, able=content is not None and bool(content.book.items))
        if content is None:
            self.policy_card.set_title(self.tr("Policy and limit"))
            self.says.setText(self.tr("No credit insurance policy is entered yet."))
            self.clauses.clear()
            self.policy_button.setText(self.tr("Enter a policy"))
            self.policy_button.show()
            guard(self.context, self.policy_button)
            return
        self.policy_button.setEnabled(True)
        self.policy_button.setToolTip("")
        self._write_policy(content)
        self._write_sections(content)
        self._write_expected(content)

    def _write_policy(self, content: Insured) -> None:
        formats, glance = self.context.formats, content.glance
        policy, limit = glance.policy, glance.held.limit if glance.held else None
        self.policy_card.set_title(self.tr("Policy and limit"), policy_name(policy) if policy else "")
        uninsured = glance.open - glance.insured
        own, laid = "–", formats.money(glance.set_off, glance.base, whole=True)
        on_account = self.tr("{amount} on account").format(amount=laid) if glance.set_off else ""
        if limit is not None and policy is not None:
            own = formats.money(limit.amount, policy.record.currency, whole=True)
        self.figures.set(
            [
                (self.tr("Limit"), own, self._limit_note(content), ""),
                (self.tr("Insured"), formats.money(glance.insured, glance.base, whole=True),
                 formats.percent(glance.insured, glance.open), ""),
                (self.tr("Uninsured"), formats.money(uninsured, glance.base, whole=True), on_account,
                 "warn" if uninsured else ""),
            ]
        )  # fmt: skip
        todo = [say("gap_todo.set_off", formats.lang)] if glance.set_off else []
        self.says.setText("\n".join([self._says(content), *todo]))
        self.clauses.setText(" • ".join(self._clauses(policy)) if policy else "")
        self.clauses.setVisible(policy is not None)
        self.policy_button.setText(self.tr("Open the policy"))
        self.policy_button.setVisible(policy is not None)

    def _limit_note(self, content: Insured) -> str:
        held = content.glance.held
        if held is None or held.limit is None:
            return ""
        until, lang = held.limit.until, self.context.formats.lang
        if until is None:
            return say(f"limit_kind.{held.limit.kind}", lang)
        return self.tr("until {day}").format(day=self.context.formats.day(until))

    def _says(self, content: Insured) -> str:
        """How the buyer stands with the insurer, in a sentence."""
        formats, held = self.context.formats, content.glance.held
        if content.stopped is not None:
            day = formats.day_in_text(content.stopped)
            return self.tr("Shipments after {day} are not insured.").format(day=day)
        if held is None:
            return self.tr("No policy in force covers a shipment to this buyer today.")
        if held.limit is None:
            code = f"limit_{held.why_none}" if held.why_none else "no_limit"
            why, todo = say(f"cover_gap.{code}", formats.lang), say(f"gap_todo.{code}", formats.lang)
            return self.tr("{why}. {todo}").format(why=why, todo=todo)
        return self.tr("A shipment of today would be insured up to what is left of the limit.")

    def _clauses(self, policy: Policy) -> list[str]:
        terms, formats, content = policy.terms, self.context.formats, self.content
        pct = content.glance.pct if content else None
        parts = [self.tr("to {day}").format(day=formats.day(policy.last_day))]
        if pct is not None:
            parts.append(self.tr("pays {share} %").format(share=written(pct)))
        if terms.max_terms_days is not None:
            parts.append(self.tr("terms up to {n} d").format(n=terms.max_terms_days))
        if terms.max_extension_days is not None:
            parts.append(self.tr("extension up to {n} d").format(n=terms.max_extension_days))
        if terms.waiting_days is not None:
            parts.append(self.tr("waiting period {n} d").format(n=terms.waiting_days))
        return parts

    def _write_sections(self, content: Insured) -> None:
        formats = self.context.formats
        titles = {
            "invoices": self.tr("Cover of open invoices"),
            "limits": self.tr("Decisions of the insurer"),
            "duties": self.tr("Deadlines"),
            "claims": self.tr("Claims"),
        }
        limit = content.glance.held.limit if content.glance.held else None
        in_force = limit.decision_id if limit else 0
        items = sorted(content.book.items, key=lambda one: (-one.cover.uninsured, one.cover.item.shipped))
        lines = {
            "invoices": [self._invoice_line(one) for one in items],
            "limits": [
                *(stop_line(one, formats) for one in content.stops if one.lifted is None),
                *(decision_line(one, in_force, formats) for one in content.decisions),
            ],
            "duties": [self._duty_line(place, one, content) for place, one in enumerate(content.duties, 1)],
            "claims": [self._claim_line(one) for one in content.claims],
        }
        for key, section in self.sections.items():
            section.show_lines(lines[key])
            section.set_title(titles[key], formats.count(len(lines[key])) if lines[key] else "")
            section.list.setAccessibleName(titles[key])

    def _invoice_line(self, one: Covered) -> Line:
        formats, cover = self.context.formats, one.cover
        money = formats.money(cover.item.open, cover.item.currency)
        if not cover.gaps:
            chip, tone, note = self.tr("Insured"), "good", self.tr("insured whole")
        else:
            gap = max(cover.gaps, key=lambda pair: pair[1])[0]
            chip, tone = say(f"cover_gap.{gap}", formats.lang), gap_tone(gap)
            insured = formats.money(cover.insured, cover.item.currency)
            rest = formats.money(cover.uninsured, cover.item.currency)
            note = self.tr("{insured} insured, {rest} not").format(insured=insured, rest=rest)
            if cover.item.credits:
                taken = formats.money(cover.item.set_off, cover.item.currency)
                note = self.tr("{insured} insured, {rest} not, {taken} on account").format(
                    insured=insured, rest=rest, taken=taken
                )
        due = formats.day(cover.item.due)
        return Line(cover.item.document_id, due, f"{cover.item.number}  {money}", note, chip, tone)

    def _duty_line(self, place: int, item: DutyItem, content: Insured) -> Line:
        formats, first = self.context.formats, item.deadline.decided_by
        note = reckoned(
            first.anchor, first.start, first.days, first.months, first.basis, first.day, first.clause,
            formats.lang,
        )  # fmt: skip
        left, tone = left_words(item.day, content.today, formats), duty_tone(item, content.today)
        return Line(place, formats.day(item.day), duty_name(item, formats), note, left, tone)

    def _claim_line(self, row: ClaimRow) -> Line:
        formats, claim = self.context.formats, row.claim
        state = say(f"claim_state.{row.state}", formats.lang)
        cause = say(f"insured_cause.{claim.cause}", formats.lang)
        money = formats.money(claim.claimed, claim.currency) if claim.claimed else cause
        papers = self.tr("papers {done} of {needed}").format(done=row.papers, needed=row.papers_needed)
        return Line(claim.id, formats.day(claim.opened_on), money, papers, state, STATE_TONES[row.state])

    def _write_expected(self, content: Insured) -> None:
        clear(self._expected)
        self.expected_card.set_title(self.tr("Indemnity to expect"), self.tr("if all of it were lost today"))
        expected = content.buyer.expected if content.buyer else ()
        for policy, covered, made in expected:
            if len(expected) > 1:
                self._expected.addWidget(label(policy.record.number, "small", "secondary"))
            steps = StepList()
            steps.show_steps(made.steps, covered.currency, self.context.formats)
            self._expected.addWidget(steps)
        self.nothing.setText(self.tr("Nothing of this buyer is insured: nothing is to be expected."))
        self.nothing.setVisible(not expected)

    # -- opening --------------------------------------------------------------------------------

    def _go(self, tab: str, **params: object) -> None:
        self.context.navigator.go("insurance", tab=tab, **params)

    def open_line(self, key: str, row_id: int) -> None:
        """An invoice's cover, the limit's history, a duty, a claim."""
        content = self.content
        if content is None:
            return
        if key == "invoices":
            self._go("cover", customer_id=self.customer_id, document_id=row_id)
        elif key == "limits":
            self._open_limit()
        elif key == "duties":
            self._go("overview", duty=content.duties[row_id - 1].key)
        else:
            self._go("claims", claim_id=row_id)

    def _open_policy(self) -> None:
        policy = self.content.glance.policy if self.content else None
        if policy is not None:
            self._go("policies", policy_id=policy.id)
        else:
            self.context.navigator.bring("insurance", tab="policies", new=True)

    def _open_limit(self) -> None:
        self._go("limits", customer_id=self.customer_id)

    def _request(self) -> None:
        self.context.navigator.bring("insurance", tab="limits", customer_id=self.customer_id, request=True)

    def _open_cover(self) -> None:
        self._go("cover", customer_id=self.customer_id)

    def _write_notice(self) -> None:
        """A draft about what is overdue, under the policy of today."""
        policy = self.content.glance.policy if self.content else None
        self.context.navigator.bring(
            "insurance",
            tab="notices",
            draft="overdue",
            customer_id=self.customer_id,
            policy_id=policy.id if policy else None,
        )

    def shipments(self) -> None:
        """Ask for the facts of the open invoices' shipments."""
        from app.ui.dialogs.shipments import ShipmentsDialog, read_shipments  # noqa: PLC0415 - at its first use

        content = self.content
        if content is None or not content.book.items or not writable(self.context):
            return
        session, ids = self.context.company, [one.cover.item.document_id for one in content.book.items]
        name = content.book.names.get(self.customer_id, "")
        self.context.runner.database(
            lambda _control: read_shipments(session, ids),
            lambda facts: open_for(self, ShipmentsDialog(self.context, facts, name, self)),
            failed=self.context.notices.error,
            owner=self,
        )

    def retranslate(self) -> None:
        """Write every text of the tab."""
        self.request_button.setText(self.tr("Request a limit"))
        self.notice_button.setText(self.tr("Write a notice"))
        self.cover_button.setText(self.tr("In the list"))
        self.shipment_button.setText(self.tr("Shipment facts…"))
        self.limit_button.setText(self.tr("In the list"))
        self.sections["invoices"].empty.setText(self.tr("Nothing is open."))
        self.sections["limits"].empty.setText(self.tr("The insurer has decided nothing on this buyer yet."))
        self.sections["duties"].empty.setText(self.tr("Nothing is due towards an insurer."))
        self.sections["claims"].empty.setText(self.tr("No claim was made."))
        self._write()
