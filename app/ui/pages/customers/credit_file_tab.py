"""The credit file tab: the company, contract, certificates, what others say, visits, files, the timeline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout

from app.domain.credit_file_parts import FilePart
from app.ui.pages.collection.lines import activity_line
from app.ui.pages.collection.tab import Section
from app.ui.pages.customers.credit.lines import (
    certification_line,
    event_line,
    owned_file_line,
    point_line,
    rating_line,
)
from app.ui.pages.customers.credit.parts_card import PartsCard
from app.ui.pages.customers.credit.profile_card import ProfileCard
from app.ui.pages.customers.credit.reading import CreditFile, read_credit_file
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.halves import Halves
from app.ui.pages.customers.timeline import Timeline
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.activity import Attachment
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries
    from app.ui.widgets.line_list import Line

_WIDE, _TIMELINE = 900, 36 * 12
_POINTS = 6
Offer = tuple[str, "Callable[[], None]"]
_LEADS = {
    FilePart.CERTIFICATIONS: "certifications",
    FilePart.CONTRACT: "contract",
    FilePart.RATINGS: "ratings",
    FilePart.CONTACTS: "visits",
    FilePart.FILES: "files",
}
_OWNERS = {
    "certifications": "certification",
    "contract": "contract_point",
    "ratings": "external_rating",
    "events": "external_event",
}


class CreditFileTab(Halves):
    """``show_customer`` reads; every line opens by Enter and has a menu."""

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(_WIDE)
        self.context = context
        self.entries = entries.credit
        self._of_customer = entries
        self.customer_id = 0
        self.content: CreditFile | None = None
        theme = context.theme
        self.parts = PartsCard(context)
        self.report_button = button(theme, "", "normal", "printer", self.report, small=True)
        self.parts.add_action(self.report_button)
        self.edit_button = button(theme, "", "quiet", "pencil", self._edit_profile, small=True)
        self.attach_button = button(theme, "", "quiet", "plus", self._attach_profile, small=True)
        self.number_button = button(theme, "", "link", "plus", self._add_number, small=True)
        self.profile = ProfileCard(context, [self.number_button, self.attach_button, self.edit_button])
        self.sections = {
            "contract": Section(context, None, most=_POINTS),
            "certifications": Section(context, self._with(self.entries.certification)),
            "ratings": Section(context, self._with(self.entries.rating)),
            "events": Section(context, self._with(self.entries.outside_event)),
            "visits": Section(context, lambda: self.entries.log(self.customer_id)),
            "files": Section(context, lambda: self.entries.attach("customer", self.customer_id)),
        }
        self.map_button = button(theme, "", "link", "", self._go_to_map, small=True)
        self.sections["ratings"].add_action(self.map_button)
        self.timeline_card = Card(theme, " ")
        self.timeline = Timeline(context)
        self.timeline.setFixedHeight(_TIMELINE)
        self.nothing = label("", "small", "secondary", wrap=True)
        self.timeline_card.body.addWidget(self.timeline)
        self.timeline_card.body.addWidget(self.nothing)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        sections = self.sections
        halves = (
            (left, (self.parts, self.profile, sections["contract"], sections["certifications"])),
            (
                right,
                (
                    sections["ratings"],
                    sections["events"],
                    sections["visits"],
                    sections["files"],
                    self.timeline_card,
                ),
            ),
        )
        for half, cards in halves:
            half.setSpacing(16)
            for card in cards:
                half.addWidget(card)
            half.addStretch(1)
        self.lay_halves(left, right, (1, 1))

    def _connect(self) -> None:
        self.parts.chosen.connect(self.lead)
        self.timeline.opened.connect(
            lambda document_id: self.context.navigator.go("customers", document_id=document_id)
        )
        for key, section in self.sections.items():
            section.list.opened.connect(partial(self.open_line, key))
            section.list.menu_wanted.connect(partial(self._pop, key))
            section.list.removal_wanted.connect(partial(self._remove, key))

    def _with(self, run: Callable[[CreditFile], None]) -> Callable[[], None]:
        def start() -> None:
            if self.content is not None:
                run(self.content)

        return start

    # -- reading --------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show the file of this customer."""
        if customer_id != self.customer_id:
            self.customer_id, self.content = customer_id, None
            self._reveal(self.parts)
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        session, customer_id = self.context.company, self.customer_id
        if customer_id:
            self.context.runner.database(
                lambda _control: read_credit_file(session, customer_id),
                self._show,
                failed=self.context.notices.error,
                owner=self,
                key="customer.credit_file",
            )

    def _show(self, content: CreditFile) -> None:
        self.content = content
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        content, formats = self.content, self.context.formats
        if content is None:
            return
        self.parts.show_parts(content.parts)
        self.profile.show_content(content)
        self.number_button.setVisible("identifier" in content.lacking)
        titles = self._titles()
        for key, lines in self._lines(content).items():
            self.sections[key].show_lines(lines)
            note = formats.count(len(lines)) if lines else ""
            if key == "contract":
                lacking = sum(point.lacking for point in content.checklist)
                note = self.tr("%n point(s) open", "", lacking) if lacking else self.tr("Nothing is missing")
            self.sections[key].set_title(titles[key], note)
            self.sections[key].list.setAccessibleName(titles[key])
        self.timeline.show_events(content.happened)
        self.timeline.setVisible(bool(content.happened))
        self.nothing.setVisible(not content.happened)
        self.timeline_card.set_title(
            self.tr("Timeline"), formats.count(len(content.happened)) if content.happened else ""
        )

    def _lines(self, content: CreditFile) -> dict[str, list[Line]]:
        formats, today = self.context.formats, content.today
        files = content.files_of
        points = enumerate(content.checklist, 1)
        return {
            "contract": [
                point_line(place, one, files("contract_point", one.record.id) if one.record else (), formats)
                for place, one in points
            ],
            "certifications": [
                certification_line(one, files("certification", one.id), formats, today)
                for one in content.certifications
            ],
            "ratings": [
                rating_line(one, files("external_rating", one.rating.id), formats) for one in content.ratings
            ],
            "events": [
                event_line(one, files("external_event", one.event.id), formats) for one in content.events
            ],
            "visits": [activity_line(one, formats, today) for one in content.activities],
            "files": [
                owned_file_line(one, owner, formats) for owner, kept in content.owned.items() for one in kept
            ],
        }

    def _titles(self) -> dict[str, str]:
        return {
            "contract": self.tr("Contract checklist"),
            "certifications": self.tr("Certificates"),
            "ratings": self.tr("External ratings"),
            "events": self.tr("External events"),
            "visits": self.tr("Visits and notes"),
            "files": self.tr("Files"),
        }

    # -- gaps -----------------------------------------------------------------------------------

    def lead(self, part: str) -> None:
        """Go to where a part is filled."""
        wanted = FilePart(part)
        go = self.context.navigator.go
        if wanted in {FilePart.STATEMENTS, FilePart.FLOWS}:
            go("customers", customer_id=self.customer_id, tab="financials", part=wanted.value)
            return
        if wanted in {FilePart.PROFILE, FilePart.LISTS}:
            card, control = self.profile, self.edit_button
            self._reveal(card)
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        section = self.sections[_LEADS[wanted]]
        self._reveal(section)
        target = section.list if section.list.lines else section.add or section.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, card: Card) -> None:
        around = card.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            bar = around.verticalScrollBar()
            bar.setValue(0 if card is self.parts else bar.value())
            around.ensureWidgetVisible(card, 0, 0)

    # -- what can be done -----------------------------------------------------------------------

    def report(self) -> None:
        """Look at the credit report."""
        if self.customer_id:
            self.entries.report(self.customer_id)

    def _edit_profile(self) -> None:
        self._with(self.entries.profile)()

    def _add_number(self) -> None:
        self._of_customer.new_identifier(self.customer_id)

    def _attach_profile(self) -> None:
        profile = self.content.profile if self.content else None
        if profile is not None and profile.id:
            self.entries.attach("profile", profile.id)
        else:
            self.entries.attach("customer", self.customer_id)

    def _go_to_map(self) -> None:
        self.context.navigator.go("credit_rules", tab="tables", view="ratings")

    def open_line(self, key: str, row_id: int) -> None:
        """Enter: what one most likely wants of a line."""
        offers = self.offers(key, row_id)
        if offers:
            offers[0][1]()

    def offers(self, key: str, row_id: int) -> list[Offer]:
        """What can be done with a line, the likeliest first."""
        makers: dict[str, Callable[[CreditFile, int], list[Offer]]] = {
            "contract": self._of_point,
            "certifications": self._of_certification,
            "ratings": self._of_rating,
            "events": self._of_event,
            "visits": self._of_visit,
            "files": self._of_file,
        }
        return makers[key](self.content, row_id) if self.content is not None else []

    def _of_point(self, content: CreditFile, place: int) -> list[Offer]:
        point = content.checklist[place - 1]
        offers: list[Offer] = [(self.tr("Edit…"), partial(self.entries.point, content, point))]
        if point.record is None:
            return offers
        row_id = point.record.id
        gone: Offer = (self.tr("Not looked at any more"), partial(self.entries.remove_point, row_id))
        return [*offers, self._attach("contract", row_id), gone]

    def _of_certification(self, content: CreditFile, row_id: int) -> list[Offer]:
        one = next(each for each in content.certifications if each.id == row_id)
        return [
            (self.tr("Edit…"), partial(self.entries.certification, content, one)),
            self._attach("certifications", row_id),
            (self.tr("Delete"), partial(self.entries.remove_certification, row_id)),
        ]

    def _of_rating(self, content: CreditFile, row_id: int) -> list[Offer]:
        view = next(each for each in content.ratings if each.rating.id == row_id)
        return [
            (self.tr("Edit…"), partial(self.entries.rating, content, view.rating)),
            self._attach("ratings", row_id),
            (self.tr("Delete"), partial(self.entries.remove_rating, row_id)),
        ]

    def _of_event(self, content: CreditFile, row_id: int) -> list[Offer]:
        view = next(each for each in content.events if each.event.id == row_id)
        return [
            (self.tr("Edit…"), partial(self.entries.outside_event, content, view.event)),
            self._attach("events", row_id),
            (self.tr("Delete"), partial(self.entries.remove_event, row_id)),
        ]

    def _of_visit(self, content: CreditFile, row_id: int) -> list[Offer]:
        collection = self._of_customer.collection
        entry = next(one.activity for one in content.activities if one.activity.id == row_id)
        return [
            (self.tr("Edit…"), partial(collection.log, self.customer_id, entry)),
            (self.tr("Attach a file…"), partial(self.entries.attach, "activity", row_id)),
            (self.tr("Delete"), partial(collection.remove_activity, row_id)),
        ]

    def _of_file(self, content: CreditFile, row_id: int) -> list[Offer]:
        one = next(each for kept in content.owned.values() for each in kept if each.id == row_id)
        return [
            (self.tr("Save a copy…"), partial(self.entries.save_file, one)),
            (self.tr("Remove"), partial(self.entries.detach, row_id)),
        ]

    def _attach(self, key: str, row_id: int) -> Offer:
        return self.tr("Attach a file…"), partial(self.entries.attach, _OWNERS[key], row_id)

    def _files_of(self, key: str, row_id: int) -> tuple[Attachment, ...]:
        content = self.content
        if content is None or key not in _OWNERS:
            return ()
        if key == "contract":
            record = content.checklist[row_id - 1].record
            row_id = record.id if record else 0
        return content.files_of(_OWNERS[key], row_id)

    def _pop(self, key: str, row_id: int, at: QPoint) -> None:
        self.menu(key, row_id).popup(at)

    def menu(self, key: str, row_id: int) -> QMenu:
        """The menu of a line, with the files kept with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for text, run in self.offers(key, row_id):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, run=run: run())
            if text != self.tr("Save a copy…"):
                guard(self.context, action)
        files = self._files_of(key, row_id)
        if files:
            menu.addSeparator()
            self.entries.add_files(menu, files)
        return menu

    def _remove(self, key: str, row_id: int) -> None:
        """Delete takes away the chosen line."""
        offers = self.offers(key, row_id)
        if len(offers) > 1:
            offers[-1][1]()

    def retranslate(self) -> None:
        """Write every text of the tab."""
        self.report_button.setText(self.tr("Credit report"))
        self.edit_button.setText(self.tr("Edit…"))
        self.attach_button.setText(self.tr("Attach…"))
        self.map_button.setText(self.tr("Map of ratings"))
        self.number_button.setText(self.tr("Registered number…"))
        guard(self.context, self.edit_button, self.attach_button, self.number_button)
        adds = {
            "certifications": self.tr("Certificate…"),
            "ratings": self.tr("Rating…"),
            "events": self.tr("Event…"),
            "visits": self.tr("Log…"),
            "files": self.tr("Attach…"),
        }
        empties = {
            "contract": "",
            "certifications": self.tr("No licence or certificate is noted."),
            "ratings": self.tr("Nobody outside has rated this customer yet."),
            "events": self.tr("No court record, register change or bad news is noted."),
            "visits": self.tr("No visit or call is noted yet."),
            "files": self.tr("No file is kept with this customer."),
        }
        self.nothing.setText(self.tr("Nothing has happened with this customer yet."))
        titles = self._titles()
        for key, section in self.sections.items():
            section.set_title(titles[key])
            section.empty.setText(empties[key])
            if section.add is not None:
                section.add.setText(adds[key])
        self.profile.set_title(self.tr("Company profile"))
        self.timeline_card.set_title(self.tr("Timeline"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
        self._write()
