"""The cards of a company: the shipped ones, versions of its own, drafts; what was published never changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.credit_record import StoredScorecard
from app.domain.problem import DomainError, Problem, Severity
from app.domain.scorecard import Bin, Indicator, InputKind, Scorecard, validate
from app.domain.scorecard_changes import Difference, differences
from app.domain.scorecard_text import content_hash, parse, to_text
from app.services.scoring_views import CardInfo

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store, UnitOfWork
    from app.services.scoring_views import CardSheets

SHIPPED = ("existing", "new")
DRAFT, PUBLISHED, RETIRED = "draft", "published", "retired"
SHEET_COLUMNS = 5
"""What a line of a card's sheet has: indicator, what it is, from or choice, up to, figure."""


class CardBook:
    """All cards by code. A shipped card is version 1 until the company publishes one of its own."""

    def __init__(self, store: Store, clock: Clock, shipped: Callable[[str], str], sheets: CardSheets) -> None:
        self._store = store
        self._clock = clock
        self._text = shipped
        self._sheets = sheets

    @cached_property
    def _shipped(self) -> dict[str, Scorecard]:
        return {code: parse(self._text(code)) for code in SHIPPED}

    # -- reading ------------------------------------------------------------------------------

    def cards(self) -> tuple[CardInfo, ...]:
        """The version in force of every card, shipped ones first, then those never published or retired."""
        by_code = self._by_code()
        codes = [*SHIPPED, *sorted(code for code in by_code if code not in SHIPPED)]
        return tuple(self._shown(code, by_code.get(code, [])) for code in codes)

    def versions(self, code: str) -> tuple[CardInfo, ...]:
        """Every version of a card, the newest first, a draft before all."""
        rows = self._rows(code)
        found = [self._info(row, in_force=row == _in_force(rows)) for row in rows]
        if code in SHIPPED and not any(row.version_no == 1 for row in rows):
            found.append(self._shipped_info(code, in_force=_in_force(rows) is None))
        return tuple(sorted(found, key=lambda one: (one.state != DRAFT, -one.version)))

    def card(self, code: str, version: int | None = None) -> Scorecard:
        """A published version, by default the one in force; ``DomainError("scorecard.unknown")``."""
        rows = self._rows(code)
        if version is None:
            row = _in_force(rows)
        else:
            row = next((each for each in rows if each.version_no == version and each.state != DRAFT), None)
        if row is not None:
            return read_card(row)
        if code in SHIPPED and version in {None, 1}:
            return self._shipped[code]
        raise DomainError("scorecard.unknown", name=code, version=version or "–")

    def shipped(self, code: str) -> Scorecard:
        """The program's own card; ``DomainError("scorecard.not_shipped")``."""
        if code not in self._shipped:
            raise DomainError("scorecard.not_shipped", name=code)
        return self._shipped[code]

    def draft(self, code: str) -> Scorecard | None:
        """The draft of a card, if there is one."""
        row = _draft(self._rows(code))
        return None if row is None else read_card(row)

    def _by_code(self) -> dict[str, list[StoredScorecard]]:
        found: dict[str, list[StoredScorecard]] = {}
        for row in self._store.find(StoredScorecard):
            found.setdefault(row.code, []).append(row)
        return found

    def _rows(self, code: str) -> list[StoredScorecard]:
        return self._store.find(StoredScorecard, code=code)

    def _shown(self, code: str, rows: Sequence[StoredScorecard]) -> CardInfo:
        row = _in_force(rows)
        if row is not None:
            return self._info(row, in_force=True)
        if code in SHIPPED:
            return self._shipped_info(code, in_force=True)
        return self._info(max(rows, key=lambda each: each.version_no), in_force=False)

    def _info(self, row: StoredScorecard, *, in_force: bool) -> CardInfo:
        shipped = self._shipped.get(row.code)
        return CardInfo(
            row.code,
            row.version_no,
            row.name,
            read_card(row).purpose,
            row.state,
            row.content_hash,
            row.author,
            row.reason,
            row.published_on,
            in_force=in_force,
            as_shipped=shipped is not None and content_hash(shipped) == row.content_hash,
        )

    def _shipped_info(self, code: str, *, in_force: bool) -> CardInfo:
        card = self._shipped[code]
        digest = content_hash(card)
        return CardInfo(
            code, 1, card.name, card.purpose, PUBLISHED, digest, in_force=in_force, as_shipped=True
        )

    # -- writing ------------------------------------------------------------------------------

    def save_draft(self, card: Scorecard, author: str = "") -> ChangeSet:
        """Keep a draft, sound or not; one per card."""
        _require_code(card)
        with self._store.write() as uow:
            rows = uow.find(StoredScorecard, code=card.code)
            row = self._stored(card, rows, DRAFT, author, "")
            known = _draft(rows)
            if known is None:
                uow.add(row)
            elif known.content_hash != row.content_hash or known.name != row.name:
                uow.replace(replace(row, id=known.id, version=known.version))
            return uow.commit("scorecard.draft_saved", name=_named(card))

    def discard_draft(self, code: str) -> ChangeSet:
        """Drop the draft of a card."""
        with self._store.write() as uow:
            row = _draft(uow.find(StoredScorecard, code=code))
            if row is not None:
                uow.remove(StoredScorecard, [row.id])
            return uow.commit("scorecard.draft_dropped", name=(row and row.name) or _word(code))

    def publish(
        self, card: Scorecard, reason: str, author: str = "", *, accept_warnings: bool = False
    ) -> ChangeSet:
        """Put a card in force as a new version; its draft goes. Needs a reason and a sound card."""
        _require_code(card)
        require_sound(card, accept_warnings=accept_warnings)
        if not reason.strip():
            raise DomainError("scorecard.no_reason")
        with self._store.write() as uow:
            rows = self.keep_shipped(uow, card.code)
            now = _in_force(rows)
            if now is not None and (now.content_hash, now.name) == (content_hash(card), card.name):
                raise DomainError("scorecard.unchanged", name=_named(card))
            draft = _draft(rows)
            if draft is not None:
                uow.remove(StoredScorecard, [draft.id])
            row = self._stored(card, rows, PUBLISHED, author, reason.strip())
            uow.add(row)
            return uow.commit("scorecard.published", name=_named(card), version=row.version_no)

    def retire(self, code: str, reason: str, author: str = "") -> ChangeSet:
        """Take a card of the company's own out of use; what it scored stays as it was."""
        if code in SHIPPED:
            raise DomainError("scorecard.shipped_stays", name=_word(code))
        if not reason.strip():
            raise DomainError("scorecard.no_reason")
        card = self.card(code)
        with self._store.write() as uow:
            rows = uow.find(StoredScorecard, code=code)
            live = [row for row in rows if row.state == PUBLISHED]
            newest = max(live, key=lambda row: row.version_no)
            uow.replace_all([replace(row, state=RETIRED) for row in live if row is not newest])
            uow.replace(replace(newest, state=RETIRED, reason=reason.strip(), author=author or newest.author))
            return uow.commit("scorecard.retired", name=_named(card))

    def reset(self, code: str, reason: str, author: str = "") -> ChangeSet:
        """Publish the program's own card again as a new version."""
        return self.publish(self.shipped(code), reason, author, accept_warnings=True)

    def keep_shipped(self, uow: UnitOfWork, code: str) -> list[StoredScorecard]:
        """The rows of a card; a shipped one is written down first, so that it stays what it was."""
        rows = uow.find(StoredScorecard, code=code)
        if code in SHIPPED and not any(row.version_no == 1 for row in rows):
            card = self._shipped[code]
            row = StoredScorecard(code, 1, card.name, to_text(card), content_hash(card), PUBLISHED)
            rows.append(replace(row, id=uow.add(row), version=1))
        return rows

    def _stored(
        self, card: Scorecard, rows: Sequence[StoredScorecard], state: str, author: str, reason: str
    ) -> StoredScorecard:
        published = [row.version_no for row in rows if row.state != DRAFT]
        parent = max([*published, 1 if card.code in SHIPPED else 0])
        numbered = replace(card, version=parent + 1)
        on: date | None = self._clock.today() if state == PUBLISHED else None
        return StoredScorecard(
            card.code,
            parent + 1,
            card.name,
            to_text(numbered),
            content_hash(card),
            state,
            author.strip(),
            reason,
            on,
            parent,
        )

    # -- comparing and carrying about ---------------------------------------------------------

    def compare(self, one: Scorecard, two: Scorecard) -> tuple[Difference, ...]:
        """In what two versions differ."""
        return differences(one, two)

    def export_card(self, card: Scorecard) -> str:
        """The card as JSON."""
        return to_text(card)

    def import_card(self, text: str) -> Scorecard:
        """A card from JSON, checked and not kept; anything else is a sentence that says what is wrong."""
        card = parse(text)
        _require_code(card)
        require_sound(card, accept_warnings=True)
        return card

    def write_sheet(self, card: Scorecard, path: Path, lang: str) -> None:
        """Weights and bins as a workbook."""
        self._sheets.write(card, path, lang)

    def read_sheet(self, path: Path, onto: Scorecard) -> Scorecard:
        """The card with weights and bins from a workbook that ``write_sheet`` wrote; checked, not kept."""
        card = with_sheet(onto, self._sheets.read(path))
        require_sound(card, accept_warnings=True)
        return card


def read_card(row: StoredScorecard) -> Scorecard:
    """The card that a row holds, under the row's own name and number."""
    return replace(parse(row.content), code=row.code, version=row.version_no, name=row.name)


def require_sound(card: Scorecard, *, accept_warnings: bool) -> None:
    """Refuse a card with faults: ``DomainError("scorecard.unsound")`` carries them as ``problems``."""
    problems: list[Problem] = [
        problem for problem in validate(card) if problem.severity is Severity.ERROR or not accept_warnings
    ]
    if problems:
        first = problems[0]
        raise DomainError(
            "scorecard.unsound", n=len(problems), first=(first.code, dict(first.params)), problems=problems
        )


def with_sheet(card: Scorecard, rows: Sequence[tuple[int, Sequence[str]]]) -> Scorecard:
    """The card with the weights and bins of a sheet's rows; indicators it does not name stay as they are."""
    known = {indicator.code: indicator for indicator in card.indicators()}
    families = {family.code: family.weight for family in card.families}
    bins: dict[str, list[Bin]] = {}
    for number, cells in rows:
        name, what, low, high, figure = (*(cell.strip() for cell in cells), "", "", "", "", "")[
            :SHEET_COLUMNS
        ]
        if not any((name, what, figure)):
            continue
        value = _figure(figure, number)
        if what == "family" and name in families:
            families[name] = value
        elif name not in known or what not in {"weight", "missing", "out_of_range", "bin"}:
            raise DomainError("scorecard.sheet_row", row=number, name=name or "–", what=what or "–")
        elif what == "bin":
            bins.setdefault(name, []).append(_sheet_bin(known[name], low, high, value, number))
        else:
            known[name] = _with_figure(known[name], what, value)
    done = {code: replace(each, bins=tuple(bins.get(code, each.bins))) for code, each in known.items()}
    return replace(
        card,
        families=tuple(
            replace(
                family,
                weight=families[family.code],
                indicators=tuple(done[each.code] for each in family.indicators),
            )
            for family in card.families
        ),
    )


def _with_figure(indicator: Indicator, what: str, value: Decimal) -> Indicator:
    if what == "weight":
        return replace(indicator, weight=value)
    return replace(indicator, missing=value) if what == "missing" else replace(indicator, out_of_range=value)


def _sheet_bin(indicator: Indicator, low: str, high: str, points: Decimal, number: int) -> Bin:
    if indicator.kind is InputKind.CHOICE:
        return Bin(points, choice=low)
    return Bin(
        points,
        _figure(low, number) if low else None,
        _figure(high, number) if high else None,
    )


def _figure(text: str, row: int) -> Decimal:
    try:
        value = Decimal(text.replace("−", "-").replace(",", ""))
    except InvalidOperation as error:
        raise DomainError("scorecard.sheet_figure", row=row, value=text or "–") from error
    if not value.is_finite():
        raise DomainError("scorecard.sheet_figure", row=row, value=text)
    return value


def _in_force(rows: Sequence[StoredScorecard]) -> StoredScorecard | None:
    live = [row for row in rows if row.state == PUBLISHED]
    return max(live, key=lambda row: row.version_no, default=None)


def _draft(rows: Sequence[StoredScorecard]) -> StoredScorecard | None:
    return next((row for row in rows if row.state == DRAFT), None)


def _require_code(card: Scorecard) -> None:
    if not card.code.strip():
        raise DomainError("scorecard.no_code")


def _named(card: Scorecard) -> object:
    return card.name or _word(card.code)


def _word(code: str) -> object:
    return (f"scorecard.name.{code}", {}) if code in SHIPPED else code
