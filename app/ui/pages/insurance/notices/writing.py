"""Writing a notice: about whom, what it tells, which invoices, in which words; looked at, kept as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.insurance_record import InsurerNotice
from app.domain.notice import NoticeKind, as_text, document_ids
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, language_choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.pages.insurance.claims.invoice_choice import InvoiceChoice
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.buttons import button
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.cover_views import CoverBook, Covered
    from app.services.ports import Control
    from app.ui.context import PageContext

_WORDS_HIGH = 180


@dataclass(frozen=True, slots=True)
class Seed:
    """What is known of a notice before it is written; 0 and None for nothing."""

    kind: NoticeKind = NoticeKind.OVERDUE
    customer_id: int = 0
    policy_id: int = 0
    documents: Sequence[int] | None = None
    known_on: date | None = None
    record: InsurerNotice | None = None


class NoticeDialog(FormDialog):
    """Keeps a draft; the template's words follow the fields until somebody edits them."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {
        "notice.known_in_future": "known",
        "notice.nothing_overdue": "invoices",
        "notice.no_invoices": "invoices",
        "notice.foreign_invoice": "invoices",
        "notice.draft_policy": "policy",
    }

    def __init__(self, context: PageContext, seed: Seed, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=780)
        self._seed, self._record = seed, seed.record
        self._items: Sequence[Covered] = ()
        self._first = True
        title = self.tr("Edit the notice") if seed.record else self.tr("Write a notice")
        about = self.tr("A letter to the insurer. It is kept as a draft; you send it yourself.")
        self.set_head(title, self.tr("Keep the draft"), about)
        self._make()
        self._add()
        if seed.customer_id:
            self._begin(seed.customer_id)
        else:
            self.customer.setFocus()

    def _make(self) -> None:
        context, seed = self.context, self._seed
        lang, today = context.formats.lang, context.company.clock.today()
        self._today = today
        self.customer = CustomerPicker(context)
        self.customer.picked.connect(lambda _id: self._read())
        self.customer.setReadOnly(self._record is not None)
        self.policy = Choice([(0, "–")])
        self.kind = Choice(
            [(each.value, say(f"notice_kind.{each}", lang)) for each in NoticeKind], seed.kind.value
        )
        self.known = DayEdit(context.language, seed.known_on or today)
        self.language = language_choice(self._record.lang if self._record else "zh")
        self.invoices = InvoiceChoice(context)
        self.words = NoteEdit(self._record.text if self._record else "")
        self.words.setFixedHeight(_WORDS_HIGH)
        self._own_words = bool(self._record and self._record.text)
        self.policy.activated.connect(self._offer)
        self.kind.activated.connect(self._reword)
        self.language.activated.connect(self._reword)
        self.known.userDateChanged.connect(self._reword)
        self.invoices.rows.checks_changed.connect(self._reword)
        self.invoices.ticked.connect(self.touch)
        self.words.textChanged.connect(self._on_words)

    def _add(self) -> None:
        self.add_field("customer", self.customer, self.tr("Buyer"), check=self._check_customer)
        self.add_field("policy", self.policy, self.tr("Policy"), check=self._check_policy)
        self.add_field("kind", self.kind, self.tr("What it tells"))
        self.add_field("known", self.known, self.tr("Known on"), check=self._check_known)
        self.add_field("language", self.language, self.tr("Language"))
        self.add_field("invoices", self.invoices, self.tr("Invoices"))
        hint = self.tr("Parts in brackets are filled in; the words can be changed")
        self.add_field("words", self.words, self.tr("Words"), hint)
        self.lay("customer", "policy")
        self.lay("kind", "known", "language", stretch=(3, 2, 2))
        self.lay("invoices")
        self.lay("words")
        self.invoices.say_empty(self.tr("Choose a buyer with open invoices under a policy."))
        theme = self.context.theme
        self.look = button(theme, self.tr("Preview"), "normal", "file-text", self.preview)
        self.template = button(theme, self.tr("Template's words"), "quiet", "undo-2", self._take_template)
        self.foot.insertWidget(0, self.look)
        self.foot.insertWidget(1, self.template)
        self._write_buttons()

    # -- following ------------------------------------------------------------------------------

    def _begin(self, customer_id: int) -> None:
        customers = self.context.company.customers

        def show(name: str) -> None:
            self.customer.set_customer(customer_id, name)
            self._read()

        self.context.runner.database(
            lambda _control: customers.profile(customer_id).customer.name,
            show,
            failed=self._failed,
            owner=self,
        )

    def _read(self) -> None:
        cover, who, today = self.context.company.cover, self.customer.customer_id, self._today
        if not who:
            self._on_book(None)
            return
        self.context.runner.database(
            lambda _control: cover.of_customer(who, today),
            self._on_book,
            failed=self._failed,
            owner=self,
            key=f"notice.buyer.{id(self)}",
        )

    def _on_book(self, book: CoverBook | None) -> None:
        self._items = [one for one in book.items if one.policy is not None] if book else []
        names = {one.policy.id: policy_name(one.policy) for one in self._items if one.policy is not None}
        wanted = self._seed.policy_id if self._seed.policy_id in names else self.policy.value
        self.policy.set_pairs(list(names.items()) or [(0, "–")], wanted)
        self._offer()

    def _offer(self, *_: object) -> None:
        wanted = self.policy.value
        items = [one for one in self._items if one.policy is not None and one.policy.id == wanted]
        checked = None
        if self._first and items:
            self._first = False
            checked = document_ids(self._record.documents) if self._record else self._seed.documents or None
        self.invoices.show_items(items, checked)
        self._reword()

    def _on_words(self) -> None:
        if self.words.hasFocus():
            self._own_words = True
        self._write_buttons()

    def _take_template(self) -> None:
        self._own_words = False
        self._reword()

    def _reword(self, *_: object) -> None:
        """Fill the template in anew, unless somebody wrote words of their own."""
        self._write_buttons()
        if self._own_words or not self.customer.customer_id or self.policy.value in {0, None}:
            return
        notices, record = self.context.company.notices, replace(self.record(), text="")
        self.context.runner.database(
            lambda _control: notices.words(record),
            self._show_words,
            failed=lambda _error: None,
            owner=self,
            key=f"notice.words.{id(self)}",
        )

    def _show_words(self, text: str) -> None:
        if not self._own_words:
            before = self._dirty
            self.words.setPlainText(text)
            self._dirty, self._own_words = before, False  # the keyboard may stand in the field already
        self._write_buttons()

    def _write_buttons(self) -> None:
        ready = bool(self.customer.customer_id) and self.policy.value not in {0, None}
        self.look.setEnabled(ready)
        self.template.setVisible(self._own_words)

    # -- result ---------------------------------------------------------------------------------

    def record(self) -> InsurerNotice:
        """The notice as the fields say it."""
        chosen = self.policy.value
        policy_id = chosen if isinstance(chosen, int) else 0
        currency = next(
            (one.policy.record.currency for one in self._items if one.policy and one.policy.id == policy_id),
            "CNY",
        )
        base = self._record or InsurerNotice(policy_id, 0, "", self._today, currency, 0)
        return replace(
            base,
            policy_id=policy_id,
            customer_id=self.customer.customer_id,
            kind=str(self.kind.value),
            known_on=self.known.day,
            documents=as_text(self.invoices.chosen),
            lang=str(self.language.value),
            text=self.words.text if self._own_words else "",
        )

    def preview(self) -> None:
        """Look at it as it will be printed."""
        notices, record = self.context.company.notices, self.record()
        name = self.customer.text()

        def write(path: Path, lang: str) -> object:
            return notices.write(record, path, lang)

        PaperDialog(
            self.context, say(f"notice_kind.{record.kind}", self.context.formats.lang), name, write, self
        ).open()

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose a buyer from the list.")

    def _check_policy(self) -> str:
        return "" if self.policy.value not in {0, None} else self.tr("Choose the policy.")

    def _check_known(self) -> str:
        return self.tr("This day is still to come.") if self.known.day > self._today else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the draft."""
        notices, record = self.context.company.notices, self.record()
        return lambda _control: notices.save(record)
