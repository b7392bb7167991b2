"""The downturn profile as fields, with everybody it touches beside it before it is switched on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QMenu

from app.domain.downturn import DownturnProfile
from app.domain.scorecard import GRADES
from app.ui.dialogs.approval import read_deciders
from app.ui.dialogs.opening import open_for
from app.ui.models.columns import Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.downturn.lists import industry_name, not_countries, not_industries, parts
from app.ui.pages.credit_rules.rules_panel import RulesPanel
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words.formats import country_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.services.limit_views import DownturnRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.approval import Deciders
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage

_FIELD, _TABLE_HEIGHT = 96, 320


class _Here(NamedTuple):
    """Countries and industries of the customers there are, with their numbers."""

    countries: Counter[str]
    industries: Counter[str]


class DownturnPanel(RulesPanel[DownturnProfile]):
    """The preview follows every edit; switching on asks who says so, switching off restores all at once."""

    moves = frozenset({"setting", "stored_assessment", "grade_override", "customer", "profile", "person"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.dialog: FormDialog | None = None
        self.here = _Here(Counter(), Counter())
        self.rows: Sequence[DownturnRow] = ()
        theme = context.theme
        self.state = MessageStrip(theme)
        self.whom, self.what, self.who = Card(theme, " "), Card(theme, " "), Card(theme, " ", padded=False)
        self.whom_note = label("", "small", "secondary", wrap=True)
        self.boxes = {grade: QCheckBox(grade.value) for grade in GRADES}
        self.grades_name = label("", "small", "secondary")
        self.countries, self.industries = FormField(QLineEdit()), FormField(QLineEdit())
        self.countries_button = button(theme, "", "link", "plus", partial(self._open_choices, "countries"))
        self.industries_button = button(theme, "", "link", "plus", partial(self._open_choices, "industries"))
        self.terms, self.review = DecimalEdit(Decimal(50)), DecimalEdit(Decimal(50))
        self.deposit = DecimalEdit(Decimal(20))
        self.names = [label("") for _ in range(3)]
        self.abouts = [label("", "small", "secondary", wrap=True) for _ in range(3)]
        self.on_button = button(theme, "", "normal", "flag", self.switch_on)
        self.off_button = button(theme, "", "normal", "undo-2", self.switch_off)
        self.table = DataTable(theme, "credit_rules.downturn", context.preferences, framed=False,
                               empty_icon="users")  # fmt: skip
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.model: RowTable[DownturnRow] = RowTable(
            self._columns(), context.runner, lambda row: row.customer_id, parent=self
        )
        self.table.set_model(self.model)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grades = QHBoxLayout()
        grades.setSpacing(16)
        grades.addWidget(self.grades_name)
        for box in self.boxes.values():
            grades.addWidget(box)
        grades.addStretch(1)
        lists = QGridLayout()
        lists.setHorizontalSpacing(16)
        for column, (field, more) in enumerate(
            ((self.countries, self.countries_button), (self.industries, self.industries_button))
        ):
            lists.addWidget(field, 0, column)
            row = QHBoxLayout()
            row.addWidget(more)
            row.addStretch(1)
            lists.addLayout(row, 1, column)
        self.whom.body.addWidget(self.whom_note)
        self.whom.body.addLayout(grades)
        self.whom.body.addLayout(lists)
        what = QGridLayout()
        what.setHorizontalSpacing(16)
        what.setVerticalSpacing(8)
        what.setColumnStretch(2, 1)
        edits = (self.terms, self.deposit, self.review)
        for place, (name, edit, about) in enumerate(zip(self.names, edits, self.abouts, strict=True)):
            edit.setFixedWidth(_FIELD)
            what.addWidget(name, place, 0)
            what.addWidget(edit, place, 1)
            what.addWidget(about, place, 2)
        self.what.body.addLayout(what)
        self.who.body.addWidget(self.table)
        for widget in (self.state, self.whom, self.what, self.who):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for place, made in enumerate((self.off_button, self.on_button), 2):
            self.foot.insertWidget(place, made)

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.toggled.connect(self.on_edit)
        for edit in (self._line(self.countries), self._line(self.industries)):
            edit.textChanged.connect(self.on_edit)
        for each in (self.terms, self.deposit, self.review):
            each.textEdited.connect(self.on_edit)
        self.table.opened.connect(self._open_row)

    def _line(self, field: FormField) -> QLineEdit:
        control = field.control
        assert isinstance(control, QLineEdit)  # noqa: S101 - tells the type checker what it is
        return control

    def _columns(self) -> list[Column[DownturnRow]]:
        def shift(before: str, after: str) -> Cell:
            return Cell(
                f"{before} → {after}", strong=before != after, tone="" if before != after else "tertiary"
            )

        return [
            text_column("customer", lambda: self.tr("Customer"),
                        lambda row: self.context.formats.name(row.customer, row.customer_en), strong=True,
                        width=220, min_width=140, stretch=2, fixed=True),
            Column("grade", lambda: self.tr("Grade"),
                   lambda row: Cell(row.grade.value, chip=f"grade.{row.grade.value}"),
                   value=lambda row: row.grade.value, width=64, min_width=56, align=Align.CENTER),
            Column("terms", lambda: self.tr("Terms, days"),
                   lambda row: shift(str(row.before.terms_days), str(row.after.terms_days)),
                   value=lambda row: row.after.terms_days, width=120, min_width=96, align=Align.RIGHT),
            Column("deposit", lambda: self.tr("Paid ahead, %"),
                   lambda row: shift(written(row.before.deposit), written(row.after.deposit)),
                   value=lambda row: row.after.deposit, width=120, min_width=104, align=Align.RIGHT),
            Column("review", lambda: self.tr("Review, months"),
                   lambda row: shift(str(row.before.review_months), str(row.after.review_months)),
                   value=lambda row: row.after.review_months, width=128, min_width=112, align=Align.RIGHT),
        ]  # fmt: skip

    # -- RulesPanel -----------------------------------------------------------------------------

    def load(self) -> tuple[DownturnProfile, DownturnProfile]:
        """The profile as it was left and the shipped one; which countries and industries there are."""
        limits, today = self.context.company.limits, self.context.company.clock.today()
        customers = [row.customer for row in limits.rows(today)]
        self.here = _Here(
            Counter(one.country for one in customers if one.country),
            Counter(one.industry for one in customers if one.industry),
        )
        profile = limits.downturn()
        shipped = replace(DownturnProfile(), since=profile.since, by=profile.by, reason=profile.reason)
        return profile, shipped

    def put(self, rules: DownturnProfile) -> None:
        """Write a profile into the fields."""
        for grade, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(grade in rules.grades)
            box.blockSignals(False)
        for field, given in ((self.countries, sorted(rules.countries)), (self.industries, rules.industries)):
            edit = self._line(field)
            edit.blockSignals(True)
            edit.setText(", ".join(given))
            edit.blockSignals(False)
        self.terms.set_value(rules.terms_percent)
        self.deposit.set_value(rules.deposit_points)
        self.review.set_value(rules.review_percent)
        self._blame()

    def typed(self) -> DownturnProfile | None:
        """The profile as typed; whether it is on stays as it is."""
        terms, deposit, review = self.terms.value, self.deposit.value, self.review.value
        countries, industries = self._line(self.countries).text(), self._line(self.industries).text()
        if terms is None or deposit is None or review is None:
            return None
        if not_countries(countries) or not_industries(industries):
            return None
        base = self.stored or DownturnProfile()
        return replace(
            base,
            grades=frozenset(grade for grade, box in self.boxes.items() if box.isChecked()),
            countries=frozenset(parts(countries)),
            industries=tuple(parts(industries)),
            terms_percent=terms,
            deposit_points=deposit,
            review_percent=review,
        )

    def keep(self, rules: DownturnProfile) -> ChangeSet:
        """Store the profile."""
        return self.context.company.limits.save_downturn(rules)

    def back(self) -> ChangeSet:
        """Store the shipped one; whether it is on stays as it is."""
        return self.context.company.limits.save_downturn(DownturnProfile())

    def moved(self) -> None:
        """Say what is wrong with the lists, whether it is on, and ask whom it touches."""
        self._blame()
        self._write_state()
        found = self.typed()
        on = self.stored is not None and self.stored.on
        guard(self.context, self.on_button, able=found is not None and not on)
        self.on_button.setVisible(not on)
        self.off_button.setVisible(on)
        guard(self.context, self.off_button)
        if found is not None and self.stored is not None:
            self._preview(found)

    def _blame(self) -> None:
        countries, industries = self._line(self.countries).text(), self._line(self.industries).text()
        wrong = ", ".join(not_countries(countries))
        text = self.tr("No country's two letters: {codes}").format(codes=wrong)
        self.countries.set_error(text if wrong else "")
        wrong = ", ".join(not_industries(industries))
        text = self.tr("No beginning of an industry's code: {codes}").format(codes=wrong)
        self.industries.set_error(text if wrong else "")
        lang = self.context.formats.lang
        names = ", ".join(country_name(code, lang) for code in parts(countries))
        self.countries.set_text(self.tr("Countries"), names or self.tr("Empty: every country"))
        names = ", ".join(industry_name(code, lang) for code in parts(industries))
        self.industries.set_text(self.tr("Industries"), names or self.tr("Empty: every industry"))

    def _write_state(self) -> None:
        stored = self.stored
        if stored is None or stored.since is None:
            self.state.say("info", self.tr("The profile is off: every customer has the terms of its grade."),
                           closable=False)  # fmt: skip
            return
        text = self.tr("On since {day}, by {name}: {reason}").format(
            day=self.context.formats.day_in_text(stored.since), name=stored.by, reason=stored.reason
        )
        self.state.say("warn", text, self.tr("The downturn profile is on"), closable=False)

    # -- preview --------------------------------------------------------------------------------

    def _preview(self, profile: DownturnProfile) -> None:
        limits = self.context.company.limits

        def done(found: Sequence[DownturnRow]) -> None:
            self.rows = found
            self.model.set_columns(self._columns())
            self.model.set_rows(found)
            self._write_who()

        self.context.runner.database(
            lambda _control: limits.preview_downturn(profile),
            done,
            failed=self.refused,
            owner=self,
            key="downturn.preview",
        )

    def _write_who(self) -> None:
        on = self.stored is not None and self.stored.on and not self.touched
        text = (
            self.tr("%n customer(s) have tighter terms now", "", len(self.rows))
            if on
            else self.tr("%n customer(s) would get tighter terms", "", len(self.rows))
        )
        by_grade = Counter(row.grade for row in self.rows)
        shown = [f"{grade.value} {by_grade[grade]}" for grade in GRADES if by_grade[grade]]
        self.who.set_title(text, " · ".join(shown))

    def _open_row(self, customer_id: int) -> None:
        self.context.navigator.go("credit", tab="limits", customer_id=customer_id)

    # -- choosing -------------------------------------------------------------------------------

    def choices_menu(self, which: str) -> QMenu:
        """The countries, or industries, of the customers there are; a tick adds or takes away."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lang = self.context.formats.lang
        field = self.countries if which == "countries" else self.industries
        counted = self.here.countries if which == "countries" else self.here.industries
        chosen = parts(self._line(field).text())
        for code, number in counted.most_common():
            name = f"{code} {country_name(code, lang)}" if which == "countries" else industry_name(code, lang)
            action = menu.addAction(f"{name}  ({number})".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code in chosen)
            action.triggered.connect(partial(self._toggle, field, code))
        if menu.isEmpty():
            menu.addAction(self.tr("No customer has one in its credit file")).setEnabled(False)
        return menu

    def _open_choices(self, which: str) -> None:
        made = self.countries_button if which == "countries" else self.industries_button
        self.choices_menu(which).popup(made.mapToGlobal(QPoint(0, made.height())))

    def _toggle(self, field: FormField, code: str, on: bool) -> None:
        edit = self._line(field)
        rest = [part for part in parts(edit.text()) if part != code]
        edit.setText(", ".join([*rest, code] if on else rest))

    # -- switching ------------------------------------------------------------------------------

    def switch_on(self) -> None:
        """Ask who says so, and why; then it holds from today."""
        from app.ui.pages.credit_rules.downturn.dialog import SwitchOnDialog  # noqa: PLC0415 - first use

        profile = self.typed()
        if profile is None or not writable(self.context):
            return
        session, actor = self.context.company, self.context.actor

        def show(deciders: Deciders) -> None:
            dialog = SwitchOnDialog(self.context, profile, len(self.rows), deciders, self)
            dialog.saved.connect(self._settled)
            open_for(self, dialog)

        self.context.runner.database(
            lambda _control: read_deciders(session, actor),
            show,
            failed=self.context.notices.error,
            owner=self,
        )

    def switch_off(self) -> None:
        """Everything is as it was before, at once; the toast offers to undo it."""
        limits = self.context.company.limits

        def done(change: ChangeSet) -> None:
            self.context.notices.done(change)
            self._settled()

        self._run(lambda _control: limits.switch_downturn_off(), done)

    def _run(self, work: Callable[[Control], ChangeSet], then: Callable[[ChangeSet], None]) -> None:
        if writable(self.context):
            self.context.runner.database(work, then, failed=self.refused, owner=self)

    def _settled(self, *_: object) -> None:
        """What was typed holds now, or nothing does: read it again."""
        self.stored = None
        self.read()

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text of the panel."""
        super().retranslate()
        self.whom.set_title(self.tr("For whom"))
        self.what.set_title(self.tr("What it does"))
        self.whom_note.setText(
            self.tr("A customer must fit each list that is not empty; an empty list takes in everybody.")
        )
        self.grades_name.setText(self.tr("Grades"))
        for grade, box in self.boxes.items():
            box.setAccessibleName(self.tr("Grade {grade}").format(grade=grade.value))
        self.countries_button.setText(self.tr("From our customers"))
        self.industries_button.setText(self.tr("From our customers' credit files"))
        words = (
            (self.tr("Terms become, %"), self.tr("of the days they are now, rounded down")),
            (self.tr("Paid ahead rises by"), self.tr("per cent of the order on top, up to 100%")),
            (self.tr("Reviews come after, %"), self.tr("of their usual interval, at least every month")),
        )
        edits = (self.terms, self.deposit, self.review)
        for name, about, edit, (title, text) in zip(self.names, self.abouts, edits, words, strict=True):
            name.setText(title)
            about.setText(text)
            edit.setAccessibleName(f"{title} {text}")
        self.on_button.setText(self.tr("Switch on…"))
        self.off_button.setText(self.tr("Switch off"))
        self.table.view.setAccessibleName(self.tr("Whom it touches"))
        self.table.say_empty(self.tr("It touches nobody: no customer with a valid grade fits."))
        self._write_who()
        self.moved()
