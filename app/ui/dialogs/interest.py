"""Late interest of an invoice, step by step: to any day, by its own rule or another; printed as a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.money import exponent
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.models.columns import Align, Cell, Column, amount_column, count_column, day_column
from app.ui.models.row_table import RowTable
from app.ui.pages.exporting import PageExports
from app.ui.tables.data_table import DataTable
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.writing import figure
from app.words import say
from app.words.formats import exact_amount, rate_text, spoken

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.document import Document
    from app.domain.early_discount import EarlyDiscount
    from app.domain.interest import ClaimWorking, InterestBasis, InterestWorking, Span
    from app.domain.money import Money
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext

_LEAST_ROWS, _MOST_ROWS = 2, 8


@dataclass(frozen=True, slots=True)
class InterestFacts:
    """What the dialog must know before it opens."""

    document: Document
    customer: str
    today: date
    bases: tuple[InterestBasis, ...]
    discounts: tuple[EarlyDiscount, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One row of the table."""

    place: int
    claim: ClaimWorking
    span: Span


def read_interest(session: CompanySession, document_id: int) -> InterestFacts:
    """Read the facts; runs on the database worker."""
    detail, interest = session.ledger.document(document_id), session.interest
    return InterestFacts(
        detail.document,
        detail.customer,
        session.clock.today(),
        interest.bases(document_id),
        interest.tiers(document_id),
    )


class InterestDialog(FormDialog):
    """Shows a working and writes its sheet; it changes nothing in the file."""

    duty = Duty.PROGRAM

    def __init__(self, context: PageContext, facts: InterestFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=820)
        self.facts = facts
        self.working: InterestWorking | None = None
        self._exports = PageExports(context, self)
        title = self.tr("Late interest of {number}").format(number=facts.document.number)
        self.set_head(title, self.tr("Print sheet…"), facts.customer)
        self._cancel.setText(self.tr("Close"))
        self.to = DayEdit(context.language, facts.today)
        self.rule = Choice(self._rules(), facts.bases[0].code)
        self.figures = Figures(context.theme, "section")
        self.why = label("", "body", wrap=True)
        self.source = label("", "small", "secondary", wrap=True)
        self.table = DataTable(context.theme, "interest.steps", None, empty_icon="clock")
        self.model: RowTable[_Step] = RowTable(
            self._columns(), context.runner, lambda step: step.place, parent=self
        )
        self.table.set_model(self.model)
        self.notes = label("", "small", "warn", wrap=True)
        self.offer = label(self._discounts(), "small", "secondary", wrap=True)
        self._add()
        self.ask()
        self.to.setFocus()

    def _rules(self) -> list[tuple[str, str]]:
        own, *others = self.facts.bases
        lang = self.context.formats.lang
        name = own.rule.named(lang) if own.rule else say("interest.rule.none", lang)
        automatic = self.tr("{rule} (applies)").format(rule=name)
        return [(own.code, automatic), *((one.code, one.rule.named(lang)) for one in others if one.rule)]

    def _add(self) -> None:
        self.add_field("to", self.to, self.tr("Up to and including"))
        self.add_field("rule", self.rule, self.tr("Rule"))
        self.lay("to", "rule", stretch=(1, 3))
        for widget in (self.figures, self.why, self.source, self.table, self.notes, self.offer):
            self.form.addWidget(widget)
        self.table.view.setAccessibleName(self.tr("Steps of the calculation"))
        self.table.say_empty(self.tr("No late day to charge."))
        self.offer.setVisible(bool(self.offer.text()))
        for empty in (self.why, self.source, self.notes):
            empty.hide()
        self._fit(0)
        self.to.userDateChanged.connect(self.ask)
        self.rule.activated.connect(self.ask)

    def touch(self, *_: object) -> None:
        """Another day or rule is nothing that would be lost."""

    # -- asking ---------------------------------------------------------------------------------

    def _wanted(self) -> tuple[int, date, str | None]:
        """Of which document, to which day, by which rule (None: by its own)."""
        code = str(self.rule.value)
        return self.facts.document.id, self.to.day, None if self.rule.currentIndex() == 0 else code

    def ask(self, *_: object) -> None:
        """Work it out for what the controls say."""
        interest = self.context.company.interest
        document_id, to, code = self._wanted()

        def work(_control: Control) -> InterestWorking:
            return interest.of_document(document_id, to, code)

        self.context.runner.database(
            work, self._show, failed=self._failed_to_work, owner=self, key="interest.working"
        )

    def _failed_to_work(self, error: Exception) -> None:
        self.message.say("danger", sentence(error, self.context.formats.lang))

    # -- showing --------------------------------------------------------------------------------

    def _show(self, working: InterestWorking) -> None:
        self.working = working
        self.message.hide()
        formats, basis = self.context.formats, working.basis
        self._figures(working)
        says = spoken(working.says.code, formats.lang, working.says.params)
        why = spoken(basis.why.code, formats.lang, basis.why.params)
        self.why.setText(
            why if basis.rule is None else self.tr("{why} Rate: {rate}.").format(why=why, rate=says)
        )
        source = basis.rule.cited(formats.lang) if basis.rule else ""
        self.source.setText(self.tr("Source: {source}").format(source=source) if source else "")
        self.source.setVisible(bool(source))
        self.why.show()
        warned = (*working.notes, *basis.warnings)
        self.notes.setText("\n".join(spoken(one.code, formats.lang, one.params) for one in warned))
        self.notes.setVisible(bool(warned))
        pairs = [(claim, span) for claim in working.claims for span in claim.spans]
        self.model.set_columns(self._columns())
        self.model.set_rows([_Step(place, *pair) for place, pair in enumerate(pairs, 1)])
        self._fit(len(pairs))
        self.fit()

    def _figures(self, working: InterestWorking) -> None:
        shown = [(self.tr("Late interest"), self._money(working.total), "", "")]
        if working.compensation is not None:
            shown.append((self.tr("Fixed compensation"), self._money(working.compensation), "", ""))
        shown.append((self.tr("Each further day"), self._money(working.daily), "", ""))
        shown.append((self.tr("Days late"), self.context.formats.count(working.days_late), "", ""))
        shown.append((self.tr("Due and unpaid"), self._money(working.open), "", ""))
        self.figures.set(shown)

    def _money(self, value: Money) -> str:
        return self.context.formats.money(value.minor, value.currency)

    def _discounts(self) -> str:
        """What the terms offer for early payment, and what it costs us a year."""
        formats, lines = self.context.formats, []
        for offer in self.facts.discounts:
            text = self.tr("{percent}% discount ({amount}) when paid by {day}.").format(
                percent=rate_text(offer.percent),
                amount=self._money(offer.amount),
                day=formats.day(offer.until),
            )
            if offer.annual_cost is not None:
                cost = self.tr("That costs {rate}% a year.").format(rate=rate_text(offer.annual_cost))
                text = f"{text} {cost}"
            lines.append(text)
        return "\n".join(lines)

    def _fit(self, rows: int) -> None:
        theme, held = self.context.theme, min(max(rows, _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(theme.size("tableHeader") + held * theme.row_height + 4)

    def _columns(self) -> list[Column[_Step]]:
        formats, currency = self.context.formats, self.facts.document.currency
        return [
            day_column("from", lambda: self.tr("From"), lambda step: step.span.start, formats),
            day_column("until", lambda: self.tr("To"), lambda step: step.span.end, formats),
            count_column("days", lambda: self.tr("Days"), lambda step: step.span.days, formats),
            amount_column(
                "principal", lambda: self.tr("Principal"), lambda step: step.span.principal,
                lambda _step: currency, formats, stretch=1,
            ),
            Column(
                "rate", lambda: self.tr("Rate"), self._rate, value=lambda step: step.span.rate,
                width=150, min_width=110, align=Align.RIGHT, stretch=1,
            ),
            Column(
                "interest", lambda: self.tr("Interest (exact)"), self._interest,
                value=lambda step: step.span.interest, width=130, min_width=110, align=Align.RIGHT, stretch=1,
            ),
        ]  # fmt: skip

    def _rate(self, step: _Step) -> Cell:
        span, lang = step.span, self.context.formats.lang
        text = say(f"interest_sheet.rate_{span.period}", lang, rate=rate_text(span.rate))
        if span.period != "day":
            text = f"{text} ÷ {span.year_basis}"
        tip = f"{rate_text(span.point.rate)}% · {span.point.source}" if span.point else ""
        return Cell(text, tip=tip)

    def _interest(self, step: _Step) -> Cell:
        return Cell(figure(exact_amount(step.span.interest, exponent(self.facts.document.currency))))

    # -- the sheet ------------------------------------------------------------------------------

    def submit(self) -> None:
        """Ask where the sheet goes and write it in the customer's language."""
        company = self.context.company
        document_id, to, code = self._wanted()

        def work(path: Path, _control: Control) -> object:
            return company.exports.interest_sheet(company.interest.sheet(document_id, to, code), path)

        title = say("interest_sheet.title", self.context.formats.lang)
        self._exports.write(f"{title} {self.facts.document.number} {to.isoformat()}", "pdf", work)
