"""The card in view and the draft of it: edits kept a moment after the last one, each to be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import DomainError, Severity
from app.domain.scorecard import validate
from app.domain.scorecard_text import content_hash
from app.services.scorecards import SHIPPED
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.problem import Problem
    from app.domain.scorecard import Scorecard
    from app.services.ports import Control
    from app.services.scoring_views import CardInfo
    from app.ui.context import PageContext

_SAVE_AFTER_MS = 400
_WAIT_S = 3.0


@dataclass(frozen=True, slots=True)
class Read:
    """What is on file of the cards; ``card`` is the version looked at, ``shipped`` the program's own.

    ``last`` is the newest version ever published, also of a card that is retired.
    """

    code: str
    infos: tuple[CardInfo, ...]
    drafts: frozenset[str]
    versions: tuple[CardInfo, ...]
    card: Scorecard | None
    in_force: Scorecard | None
    last: Scorecard | None
    draft: Scorecard | None
    shipped: Scorecard | None
    known: tuple[Scorecard, ...]
    people: tuple[str, ...]
    currency: str
    today: date


class Drafting(QObject):
    """``shown`` says that another card or version is in view, ``edited`` that the user changed it.

    ``looked_at`` is an earlier version that is only looked at, None for what can be worked on.
    """

    shown = Signal()
    edited = Signal()
    saved = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.found: Read | None = None
        self.code = ""
        self.looked_at: int | None = None
        self.card: Scorecard | None = None
        self.problems: list[Problem] = []
        self.saved_at: datetime | None = None
        self.saving = False
        self._edits = self._kept = 0
        self._soon = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._soon.timeout.connect(self.flush)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the cards, and the one in view with its versions."""
        session, code, version = self.context.company, self.code, self.looked_at

        def work(_control: Control) -> Read:
            scoring = session.scoring
            infos = scoring.cards()
            drafts = {info.code: scoring.draft(info.code) for info in infos}
            codes = [info.code for info in infos]
            chosen = code if code in codes else codes[0]
            newest = next((each.version for each in scoring.versions(chosen) if each.state != "draft"), None)
            return Read(
                chosen,
                infos,
                frozenset(each for each, draft in drafts.items() if draft is not None),
                scoring.versions(chosen),
                _in_force(scoring.card, chosen, version) if version is not None else None,
                _in_force(scoring.card, chosen),
                _in_force(scoring.card, chosen, newest),
                drafts[chosen],
                scoring.book.shipped(chosen) if chosen in SHIPPED else None,
                tuple(scoring.book.shipped(each) for each in SHIPPED),
                tuple(person.name for person in session.people.list()),
                session.company.get().currency,
                session.clock.today(),
            )

        self.context.runner.database(work, self._show, owner=self, key="credit_rules.cards")

    def _show(self, found: Read) -> None:
        if self.pending and found.code == self.code:
            return  # what is being typed is newer than what was read; saving it reads again
        self.found, self.code = found, found.code
        if found.card is None:
            self.looked_at = None
        self.card = found.card or found.draft or found.in_force or found.last or found.shipped
        self._kept = self._edits
        self._check()
        self.shown.emit()

    def choose(self, code: str, version: int | None = None) -> None:
        """Look at another card, or at one version of it."""
        self.flush()
        self.code, self.looked_at = code, version
        self.read()

    # -- what is in view ------------------------------------------------------------------------

    @property
    def info(self) -> CardInfo | None:
        """The card in the list."""
        infos = self.found.infos if self.found is not None else ()
        return next((info for info in infos if info.code == self.code), None)

    @property
    def is_draft(self) -> bool:
        """Whether what is in view is a draft."""
        if self.found is None or self.looked_at is not None:
            return False
        return self.found.draft is not None or self.pending

    @property
    def locked(self) -> bool:
        """Whether nothing can be changed: an earlier version, a retired card, a file for reading only."""
        info = self.info
        retired = info is not None and info.state == "retired" and not self.is_draft
        return self.looked_at is not None or retired or not writable(self.context)

    @property
    def unlike(self) -> bool:
        """Whether it would score or be called otherwise than the version in force."""
        if self.card is None or self.found is None or self.found.in_force is None:
            return self.card is not None
        now = self.found.in_force
        return (content_hash(self.card), self.card.name) != (content_hash(now), now.name)

    @property
    def errors(self) -> list[Problem]:
        """What keeps it from being published."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]

    def problems_of(self, indicator: str = "", family: str = "") -> list[Problem]:
        """What is wrong with one indicator or one family."""
        wanted = ("indicator", indicator) if indicator else ("family", family)
        return [problem for problem in self.problems if problem.params.get(wanted[0]) == wanted[1]]

    # -- editing --------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether an edit is not kept yet."""
        return self._edits != self._kept

    def edit(self, card: Scorecard) -> None:
        """Take an edit; it is kept as a draft in a moment."""
        if self.locked or self.card is None or card == self.card:
            return
        self.card = card
        self._edits += 1
        self._check()
        self._soon.start()
        self.edited.emit()

    def _check(self) -> None:
        self.problems = [] if self.card is None else validate(self.card)

    def flush(self) -> None:
        """Keep at once what is not kept yet."""
        self._soon.stop()
        card, edits = self.card, self._edits
        if not self.pending or card is None:
            return
        scoring, author = self.context.company.scoring, self.context.actor

        def done(_change: ChangeSet) -> None:
            self.saving = False
            self._kept = max(self._kept, edits)
            self.saved_at = datetime.now().astimezone()
            self.saved.emit()
            self.read()

        self.saving = True
        self.context.runner.database(
            lambda _control: scoring.save_draft(card, author),
            done,
            failed=self._not_kept,
            owner=self,
        )

    def _not_kept(self, error: Exception) -> None:
        self._kept = self._edits
        self.saving = False
        self.context.notices.error(error)
        self.read()

    def leave(self) -> None:
        """The page is left: keep what is pending before anything else happens."""
        if self.pending:
            self.flush()
            self.context.runner.finish(_WAIT_S)


def _in_force(
    card: Callable[[str, int | None], Scorecard], code: str, version: int | None = None
) -> Scorecard | None:
    """A published version, None where there is none."""
    try:
        return card(code, version)
    except DomainError:
        return None
