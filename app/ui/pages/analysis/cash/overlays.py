"""Scenarios of one's own: a menu of them, and the dialog that adds or changes one."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from app.domain.cash_overlay import CashEvent, EventKind, Overlay, Who
from app.domain.duty import Duty
from app.domain.money import exponent, round_minor, to_major
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.analysis.cash.panel import CashPanel

_ROWS = 3
_MOST = Decimal(10) ** 12
_STRIKES = frozenset({EventKind.LATE, EventKind.FAILS, EventKind.COLLECTIONS})


def told(
    overlay: Overlay, ranked: Sequence[int], names: Mapping[int, str], formats: Formats, currency: str
) -> str:
    """What a scenario does, event by event, in words."""
    lang = formats.lang

    def who(event: CashEvent) -> str:
        row = event.customer_id if event.who is Who.CUSTOMER else 0
        if event.who is Who.LARGEST and ranked:
            row = ranked[0]
        text = say(f"overlay_who.{event.who}", lang)
        name = names.get(row, "")
        return text if not name else name if event.who is Who.CUSTOMER else f"{text} ({name})"

    return "; ".join(
        say(
            f"overlay_event.{event.kind}",
            lang,
            who=who(event),
            days=event.days,
            percent=written(event.percent),
            amount=formats.money(event.amount, currency, whole=True),
        )
        for event in overlay.events
    )


class OverlaysMenu(QObject):
    """New, then each of one's own to change or delete."""

    def __init__(self, context: PageContext, panel: CashPanel) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel

    def menu(self) -> QMenu:
        """The menu."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new = menu.addAction(self.tr("New scenario…"))
        new.triggered.connect(lambda *_: self.edit(Overlay("", ())))
        menu.setToolTipsVisible(True)
        guard(self._context, new)
        made = self._panel.read_now
        own = [one for one in made.overlays if one.id] if made is not None else []
        if own:
            menu.addSeparator()
        for one in own:
            sub = menu.addMenu(one.name)
            guard(self._context, sub.menuAction())
            sub.addAction(self.tr("Edit…")).triggered.connect(partial(self._edit, one))
            sub.addAction(self.tr("Delete")).triggered.connect(partial(self._remove, one))
        return menu

    def popup_at(self, anchor: QWidget) -> None:
        """Open it below a button."""
        self.menu().popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _edit(self, overlay: Overlay, *_: object) -> None:
        self.edit(overlay)

    def edit(self, overlay: Overlay) -> None:
        """Add or change one."""
        if writable(self._context) and self._panel.read_now is not None:
            made = self._panel.read_now
            names = {row: name for row, (name, _) in made.names.items()}
            dialog = OverlayDialog(self._context, overlay, made.found.currency, names, self._panel)
            open_for(self._panel, dialog)

    def _remove(self, overlay: Overlay, *_: object) -> None:
        cash = self._context.company.cash
        if writable(self._context):
            self._context.runner.database(
                lambda _control: cash.remove_overlay(overlay.id),
                self._context.notices.done,
                failed=self._context.notices.error,
                owner=self._panel,
            )


class OverlayDialog(FormDialog):
    """A name and up to three events."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"overlay.no_name": "name", "overlay.name_taken": "name"}

    def __init__(
        self,
        context: PageContext,
        overlay: Overlay,
        currency: str,
        names: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=760)
        self._overlay, self._currency, self._names = overlay, currency, names
        title = self.tr("New scenario") if not overlay.id else self.tr("Edit the scenario")
        self.set_head(title, self.tr("Save"), self.tr("What if: events laid over the cash forecast"))
        self.name = QLineEdit(overlay.name)
        check = self.required(self.name, say("overlay.no_name", context.formats.lang))
        self.add_field("name", self.name, self.tr("Name"), check=check)
        self.lay("name")
        self.kinds: list[Choice] = []
        self.whos: list[Choice] = []
        self.figures: list[DecimalEdit] = []
        self.customers: list[CustomerPicker] = []
        for place in range(_ROWS):
            event = overlay.events[place] if place < len(overlay.events) else None
            self._add_row(place, event)
        self.name.setFocus()

    def _add_row(self, place: int, event: CashEvent | None) -> None:
        lang = self.context.formats.lang
        kinds = [(each.value, say(f"overlay_kind.{each}", lang)) for each in EventKind]
        none = [("", self.tr("nothing"))] if place else []
        kind = Choice([*none, *kinds], event.kind.value if event else "" if place else EventKind.LATE.value)
        who = Choice(
            [(each.value, say(f"overlay_who.{each}", lang)) for each in Who],
            event.who.value if event else Who.LARGEST.value,
        )
        figure = DecimalEdit(self._figure_of(event), most=_MOST, empty=True)
        customer = CustomerPicker(self.context)
        if event is not None and event.customer_id:
            customer.set_customer(event.customer_id, self._names.get(event.customer_id, ""))
        self.kinds.append(kind)
        self.whos.append(who)
        self.figures.append(figure)
        self.customers.append(customer)
        names = {
            f"kind{place}": (kind, self.tr("What happens")),
            f"who{place}": (who, self.tr("Whom it strikes")),
            f"figure{place}": (figure, ""),
            f"customer{place}": (customer, self.tr("Customer")),
        }
        for name, (control, text) in names.items():
            checks = {
                "figure": partial(self._check_figure, place),
                "customer": partial(self._check_customer, place),
            }
            self.add_field(name, control, text, check=checks.get(name.rstrip("0123456789")))
        self.lay(*names, stretch=(3, 3, 2, 3))
        kind.activated.connect(partial(self._on_kind, place))
        who.activated.connect(partial(self._on_kind, place))
        self._on_kind(place)

    def _figure_of(self, event: CashEvent | None) -> Decimal | None:
        if event is None:
            return Decimal(60)
        if event.kind is EventKind.LATE:
            return Decimal(event.days)
        if event.kind is EventKind.OUTFLOW:
            return to_major(event.amount, self._currency)
        return event.percent or None

    def _kind(self, place: int) -> EventKind | None:
        value = str(self.kinds[place].value)
        return EventKind(value) if value else None

    def _on_kind(self, place: int, *_: object) -> None:
        kind = self._kind(place)
        strikes = kind in _STRIKES
        named = strikes and self.whos[place].value == Who.CUSTOMER.value
        texts = {
            EventKind.LATE: self.tr("Days"),
            EventKind.COLLECTIONS: self.tr("Per cent"),
            EventKind.SALES: self.tr("Per cent"),
            EventKind.OUTFLOW: self.tr("Amount {currency}").format(currency=self._currency),
        }
        figured = kind is not None and kind in texts
        if kind is not None and figured:
            self.fields[f"figure{place}"].set_text(texts[kind], "")
        self.fields[f"figure{place}"].setVisible(figured)
        self.fields[f"who{place}"].setVisible(strikes)
        self.fields[f"customer{place}"].setVisible(named)

    def _check_figure(self, place: int) -> str:
        kind, value = self._kind(place), self.figures[place].value
        if kind is None or kind is EventKind.FAILS:
            return ""
        if not self.figures[place].sound:
            return self.tr("Enter a figure from 0 to {most}.").format(most=figure(f"{_MOST:,}"))
        if value is None or value <= 0:
            return self.tr("Enter a figure above 0.")
        if kind is EventKind.LATE and (value != int(value) or value > 365):  # noqa: PLR2004 - days of a year
            return self.tr("Enter whole days, 365 at most.")
        if kind in {EventKind.COLLECTIONS, EventKind.SALES} and value > 100:  # noqa: PLR2004 - per cent
            return self.tr("100 per cent at most.")
        return ""

    def _check_customer(self, place: int) -> str:
        kind = self._kind(place)
        if kind not in _STRIKES or self.whos[place].value != Who.CUSTOMER.value:
            return ""
        return "" if self.customers[place].settle() else self.tr("Choose a customer from the list.")

    def draft(self) -> Overlay:
        """The scenario as the fields say it."""
        events = []
        for place in range(_ROWS):
            kind = self._kind(place)
            if kind is None:
                continue
            who = Who(str(self.whos[place].value)) if kind in _STRIKES else Who.ALL
            value = self.figures[place].value or Decimal(0)
            late, out = kind is EventKind.LATE, kind is EventKind.OUTFLOW
            events.append(
                CashEvent(
                    kind,
                    who,
                    self.customers[place].customer_id if who is Who.CUSTOMER else 0,
                    int(value) if late else 0,
                    value if kind in {EventKind.COLLECTIONS, EventKind.SALES} else Decimal(0),
                    round_minor(value.scaleb(exponent(self._currency))) if out else 0,
                )
            )
        one = self._overlay
        return Overlay(self.name.text().strip(), tuple(events), id=one.id, version=one.version, note=one.note)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        cash, overlay = self.context.company.cash, self.draft()
        return lambda _control: cash.save_overlay(overlay)
