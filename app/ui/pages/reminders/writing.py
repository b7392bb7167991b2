"""A letter to one customer outside a run: which words, about which invoices, looked at, made a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from app.domain.aging import AgingQuery
from app.domain.document import DEBITS
from app.domain.dunning import Treatment
from app.domain.duty import Duty
from app.domain.letter import Channel
from app.domain.letter_fields import TEMPLATES
from app.services.letters import LetterDraft
from app.ui.dialogs.controls import Choice, DayEdit, language_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.models.columns import Cell, Column, amount_column, day_column
from app.ui.models.row_table import RowTable
from app.ui.pages.reminders.preview import PreviewDialog, Sheet
from app.ui.pages.reminders.words import channel_choices, template_word, treatment_choices
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.aging import OpenItem
    from app.domain.changes import ChangeSet
    from app.domain.customer import Customer
    from app.services.ports import Control
    from app.ui.context import PageContext

_DEADLINE = timedelta(days=10)
_ROWS_SHOWN = 5
_ASKS = frozenset({"reminder", "second", "formal", "final", "acknowledgement"})
_WHOLE = frozenset({"statement", "thank_you", "plan_agreement", "promise_confirmation"})
"""Letters that choose what they speak of by themselves."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the letter goes to, what is open there, and the day."""

    customer: Customer
    currency: str
    items: tuple[OpenItem, ...]
    today: date


def open_writing(
    context: PageContext,
    customer_id: int,
    host: QWidget,
    show: Callable[[FormDialog], None],
    template: str = "",
) -> None:
    """Read the account, then ask for the letter."""
    session = context.company

    def work(_control: Control) -> Account:
        today = session.clock.today()
        customer = session.customers.profile(customer_id).customer
        items = session.aging.items(AgingQuery(today, in_base=False), customer_id)
        debits = tuple(item for item in items if item.kind in DEBITS and item.open > 0)
        return Account(customer, session.company.get().currency, debits, today)

    context.runner.database(
        work,
        lambda account: show(WriteDialog(context, account, host, template)),
        failed=context.notices.error,
        owner=host,
    )


class WriteDialog(FormDialog):
    """Makes a draft; ``written`` carries its id."""

    duty = Duty.COLLECT

    written = Signal(int)
    codes: Mapping[str, str] = {
        "letter.nothing_open": "items",
        "letter.no_promise": "template",
        "letter.no_plan": "template",
    }

    def __init__(
        self, context: PageContext, account: Account, parent: QWidget | None = None, template: str = ""
    ) -> None:
        super().__init__(context, parent, width=680)
        self.account = account
        self._letter_id = 0
        who = context.formats.name(account.customer.name, account.customer.name_en)
        self.set_head(self.tr("Write a letter"), self.tr("Create the draft"), who)
        self._make(template)
        self._add()
        self._on_template()
        self.look = button(context.theme, self.tr("Preview"), "normal", "file-text", self._preview)
        self.foot.insertWidget(0, self.look)
        self.saved.connect(self._on_saved)
        self.template.setFocus()

    def _make(self, template: str) -> None:
        context, account = self.context, self.account
        late = any(item.age > 0 for item in account.items)
        wanted = template or ("reminder" if late else "statement")
        self.template = Choice([(code, template_word(code)) for code in TEMPLATES], wanted)
        self.template.activated.connect(self._on_template)
        self.language = language_choice(account.customer.language or "zh")
        self.channel = Choice(channel_choices(), Channel.LETTER)
        self.on = DayEdit(context.language, account.today)
        self.asks = QCheckBox(self.tr("Name a last day to pay"))
        self.asks.toggled.connect(self._on_asks)
        self.pay_by = DayEdit(context.language, account.today + _DEADLINE)
        self.treatment = Choice(treatment_choices(), Treatment.MENTION)
        own = account.customer.currency or account.currency
        currencies = dict.fromkeys([own, *(item.currency for item in account.items)])
        open_in = {item.currency for item in account.items}
        first = own if own in open_in or not open_in else min(open_in)
        self.currency = Choice([(code, context.formats.currency(code)) for code in currencies], first)
        self.currency.activated.connect(self._on_currency)
        self.items = DataTable(context.theme, "writing.items", framed=True, pad=6, empty_icon="file-text")
        self.model: RowTable[OpenItem] = RowTable(
            self._columns(),
            context.runner,
            lambda item: item.document_id * 1000 + item.instalment_seq,
            checkable=True,
            parent=self,
        )
        self.items.set_model(self.model)
        self.items.say_empty(self.tr("Nothing is open in this currency."))
        self.items.checks_changed.connect(self._on_checks)

    def _add(self) -> None:
        self.add_field("template", self.template, self.tr("Letter"))
        self.add_field("language", self.language, self.tr("Language"))
        self.add_field("channel", self.channel, self.tr("Channel"))
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("on", self.on, self.tr("Dated"))
        self.add_field("asks", self.asks, self.tr("Deadline"))
        self.add_field("pay_by", self.pay_by, self.tr("Pay by"), check=self._check_pay_by)
        self.add_field("treatment", self.treatment, self.tr("Late interest"))
        hint = self.tr("None checked: the letter speaks of all that fits it")
        self.add_field("items", self.items, self.tr("About these invoices"), hint)
        self.lay("template", "language", "channel", stretch=(2, 1, 1))
        self.lay("on", "asks", "pay_by")
        self.lay("treatment", "currency", stretch=(2, 1))
        self.lay("items")
        self.fields["currency"].setVisible(self.currency.count() > 1)

    def _columns(self) -> list[Column[OpenItem]]:
        formats = self.context.formats
        return [
            Column(
                "number",
                lambda: self.tr("Invoice"),
                lambda item: Cell(_number(item)),
                value=lambda item: item.number,
                width=150,
                min_width=110,
                stretch=1,
                fixed=True,
            ),
            day_column("due", lambda: self.tr("Due date"), lambda item: item.due_date, formats),
            Column(
                "late",
                lambda: self.tr("Status"),
                lambda item: Cell(formats.age(item.age), tone="warn" if item.age > 0 else "secondary"),
                value=lambda item: item.age,
                width=110,
                min_width=90,
            ),
            amount_column(
                "open", lambda: self.tr("Open"), lambda item: item.open - item.disputed,
                lambda item: item.currency, formats, width=120, fixed=True,
            ),
        ]  # fmt: skip

    # -- what belongs together ------------------------------------------------------------------

    def _on_template(self, *_: object) -> None:
        code = str(self.template.value)
        self.asks.setChecked(code in _ASKS)
        self._on_asks(self.asks.isChecked())
        self.fields["template"].set_error("")
        self.fields["items"].setVisible(code not in _WHOLE)
        self._on_currency()
        self.fields.resized.emit()

    def _on_asks(self, on: bool) -> None:
        self.fields["pay_by"].setEnabled(on)
        self.fields["pay_by"].set_error("")

    def _on_currency(self, *_: object) -> None:
        shown = [item for item in self.account.items if item.currency == self.currency.value]
        self.model.set_rows(shown)
        rows = min(max(2, len(shown)), _ROWS_SHOWN)
        theme = self.context.theme
        self.items.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + 4)
        self.fields["items"].set_error("")

    def _on_checks(self) -> None:
        self.touch()
        self.fields["items"].set_error("")

    def _check_pay_by(self) -> str:
        if not self.asks.isChecked() or self.pay_by.day > self.on.day:
            return ""
        return self.tr("Leave the customer at least a day after the letter.")

    # -- result ---------------------------------------------------------------------------------

    def draft(self) -> LetterDraft:
        """The letter as chosen."""
        checked = self.model.checked
        chosen = [item for place, item in enumerate(self.model.shown()) if self.model.id_at(place) in checked]
        return LetterDraft(
            self.account.customer.id,
            str(self.template.value),
            str(self.language.value),
            str(self.currency.value),
            self.on.day,
            self.pay_by.day if self.asks.isChecked() else None,
            tuple(dict.fromkeys(item.document_id for item in chosen)),
            str(self.treatment.value),
            channel=str(self.channel.value),
        )

    def _preview(self) -> None:
        session, draft = self.context.company, self.draft()
        sheet = Sheet(
            "draft",
            lambda _control: session.letters.compose(draft),
            lambda width, control: session.previews.letter(draft, width, control),
        )
        PreviewDialog(self.context, [sheet], "draft", self).open()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Make the draft."""
        letters, draft = self.context.company.letters, self.draft()

        def work(_control: Control) -> ChangeSet:
            made = letters.write(
                draft.customer_id,
                draft.template,
                draft.language,
                currency=draft.currency,
                on=draft.on,
                pay_by=draft.pay_by,
                document_ids=draft.document_ids,
                treatment=draft.treatment,
                channel=draft.channel,
            )
            self._letter_id = made.letter_id
            return made.change

        return work

    def _on_saved(self, _change: ChangeSet) -> None:
        self.written.emit(self._letter_id)
        self.context.navigator.go("reminders", letter_id=self._letter_id)


def _number(item: OpenItem) -> str:
    return f"{item.number} / {item.instalment_seq}" if item.instalment_seq else item.number
