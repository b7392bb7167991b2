"""The checklist of a claim's papers: attach a file, take one kept elsewhere, say that it is not needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from app.domain.claim_state import PaperKind
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.claims.reading import paper_line
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import literal
from app.ui.widgets.line_list import LineList
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

    from app.domain.activity import Attachment
    from app.domain.claim_pack import ListedPaper
    from app.ui.context import PageContext
    from app.ui.pages.insurance.claims.acts import ClaimActs
    from app.ui.pages.insurance.claims.reading import ClaimRead

_SHOWN = 10


class PapersCard(Card):
    """``show_papers`` fills it; Enter on a paper offers what can be done with it."""

    def __init__(self, context: PageContext, acts: ClaimActs) -> None:
        super().__init__(context.theme, " ", padded=False)
        self.context, self.acts = context, acts
        self.read: ClaimRead | None = None
        theme = context.theme
        self.add_button = button(theme, "", "quiet", "plus", self._open_kinds, small=True)
        self.add_action(self.add_button)
        self.papers = LineList(theme, most=_SHOWN)
        self.papers.opened.connect(lambda _key: self._open_menu())
        self.papers.menu_wanted.connect(lambda _key, at: self._popup(at))
        self.attach_button = button(theme, "", "normal", "plus", self._attach, small=True)
        self.kept_button = button(theme, "", "normal", "folder", self._take_kept, small=True)
        self.more_button = button(theme, "", "normal", "chevron-down", self._open_menu, small=True)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 12)
        row.setSpacing(8)
        for widget in (self.attach_button, self.kept_button, self.more_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.setSpacing(10)
        self.body.addWidget(self.papers)
        self.body.addLayout(row)
        self.papers.selectionModel().currentChanged.connect(lambda *_: self._write_buttons())

    def show_papers(self, read: ClaimRead) -> None:
        """Fill the checklist, keeping the paper chosen."""
        self.read = read
        formats = self.context.formats
        lines = [paper_line(listed.paper.id, listed, formats) for listed in read.papers]
        self.papers.show_lines(lines)
        if not self.papers.current_id() and lines:
            missing = next((listed.paper.id for listed in read.papers if listed.missing), lines[0].id)
            self.papers.choose(missing)
        self._write_title()
        self._write_buttons()

    def _write_title(self) -> None:
        needed = [listed for listed in self.read.papers if listed.paper.required] if self.read else []
        needed = [listed for listed in needed if listed.paper.state != "waived"]
        there = sum(listed.there for listed in needed)
        note = self.tr("{there} of {needed} to hand").format(there=there, needed=len(needed))
        self.set_title(self.tr("Papers"), note)

    @property
    def chosen(self) -> ListedPaper | None:
        """The paper the mark is on."""
        key = self.papers.current_id()
        papers = self.read.papers if self.read is not None else ()
        return next((listed for listed in papers if listed.paper.id == key), None)

    def _write_buttons(self) -> None:
        able = self.chosen is not None
        guard(self.context, self.attach_button, self.kept_button, able=able)
        guard(self.context, self.add_button, able=self.read is not None)
        self.more_button.setEnabled(able)

    # -- acting ---------------------------------------------------------------------------------

    def _attach(self) -> None:
        if (listed := self.chosen) is not None:
            self.acts.attach(listed)

    def _take_kept(self) -> None:
        listed, read = self.chosen, self.read
        if listed is None or read is None:
            return
        claims, claim_id = self.context.company.claims, read.detail.row.claim.id

        def show(files: list[Attachment]) -> None:
            if files:
                self.acts.take_kept(listed, files, self.kept_button)
            else:
                self.context.notices.toast(self.tr("No file is kept with this buyer or its invoices yet."))

        self.context.runner.database(
            lambda _control: claims.kept_files(claim_id),
            show,
            failed=self.context.notices.error,
            owner=self,
        )

    def menu(self, listed: ListedPaper) -> QMenu:
        """What can be done with a paper."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paper = listed.paper
        for file in listed.files:
            text = self.tr("Save a copy of {name}…").format(name=literal(file.name))
            menu.addAction(text).triggered.connect(lambda _on=False, file=file: self.acts.save_file(file))
        menu.addSeparator()
        self._add(menu, self.tr("Attach a file…"), self._attach)
        if paper.state != "attached" and not listed.there:
            self._add(menu, self.tr("It is to hand on paper"), lambda: self.acts.set_paper(paper, "attached"))
        if paper.state != "waived":
            self._add(menu, self.tr("Not needed…"), lambda: self.acts.waive(listed))
        if paper.state != "missing":
            self._add(menu, self.tr("Missing after all"), lambda: self.acts.set_paper(paper, "missing"))
        return menu

    def _add(self, menu: QMenu, text: str, run: Callable[[], object]) -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _on=False: run())
        guard(self.context, action)

    def _open_menu(self) -> None:
        self._popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _popup(self, at: QPoint) -> None:
        if (listed := self.chosen) is not None:
            self.menu(listed).popup(at)

    def _open_kinds(self) -> None:
        """Put another kind of document on the checklist."""
        read = self.read
        if read is None:
            return
        there = {listed.paper.kind for listed in read.papers}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        claim_id, lang = read.detail.row.claim.id, self.context.formats.lang
        for kind in PaperKind:
            if kind.value not in there:
                run = partial(self.acts.add_paper, claim_id, kind.value)
                self._add(menu, say(f"claim_paper.{kind}", lang), run)
        menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def retranslate(self) -> None:
        """Write every text."""
        self.add_button.setText(self.tr("Add…"))
        self.attach_button.setText(self.tr("Attach a file…"))
        self.kept_button.setText(self.tr("From the file…"))
        self.more_button.setText(self.tr("More"))
        self.papers.setAccessibleName(self.tr("Papers of the claim"))
        if self.read is not None:
            self.show_papers(self.read)
        else:
            self._write_title()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
