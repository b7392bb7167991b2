"""Scoring: cards, assessments, grades in force and everybody at once, behind one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.scoring_assessments import Assessments
from app.services.scoring_batch import BatchScoring
from app.services.scoring_tables import TableName

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.scorecard import Grade, Scorecard
    from app.domain.scorecard_changes import Difference
    from app.services.scorecards import CardBook
    from app.services.scoring_desk import ScoringDesk
    from app.services.scoring_validity import Tolerance
    from app.services.scoring_views import CardInfo, TableRow


class ScoringService(Assessments, BatchScoring):
    """Every use case of scoring; the parts share one desk."""

    def __init__(self, desk: ScoringDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    # -- cards --------------------------------------------------------------------------------

    @property
    def book(self) -> CardBook:
        """The cards themselves."""
        return self._desk.cards

    def cards(self) -> tuple[CardInfo, ...]:
        """The version in force of every card."""
        return self.book.cards()

    def versions(self, code: str) -> tuple[CardInfo, ...]:
        """Every version of a card, the newest first."""
        return self.book.versions(code)

    def card(self, code: str, version: int | None = None) -> Scorecard:
        """A published version, by default the one in force."""
        return self.book.card(code, version)

    def draft(self, code: str) -> Scorecard | None:
        """The draft of a card, if there is one."""
        return self.book.draft(code)

    def save_draft(self, card: Scorecard, author: str = "") -> ChangeSet:
        """Keep a draft of a card."""
        return self.book.save_draft(card, author)

    def discard_draft(self, code: str) -> ChangeSet:
        """Drop the draft of a card."""
        return self.book.discard_draft(code)

    def publish(
        self, card: Scorecard, reason: str, author: str = "", *, accept_warnings: bool = False
    ) -> ChangeSet:
        """Put a card in force as a new version."""
        return self.book.publish(card, reason, author, accept_warnings=accept_warnings)

    def retire(self, code: str, reason: str, author: str = "") -> ChangeSet:
        """Take a card of the company's own out of use."""
        return self.book.retire(code, reason, author)

    def reset(self, code: str, reason: str, author: str = "") -> ChangeSet:
        """Publish the program's own card again."""
        return self.book.reset(code, reason, author)

    def compare(self, one: Scorecard, two: Scorecard) -> tuple[Difference, ...]:
        """In what two versions differ."""
        return self.book.compare(one, two)

    def export_card(self, card: Scorecard) -> str:
        """The card as JSON."""
        return self.book.export_card(card)

    def import_card(self, text: str) -> Scorecard:
        """A card from JSON, checked and not kept."""
        return self.book.import_card(text)

    def write_sheet(self, card: Scorecard, path: Path, lang: str) -> None:
        """Weights and bins as a workbook."""
        self.book.write_sheet(card, path, lang)

    def read_sheet(self, path: Path, onto: Scorecard) -> Scorecard:
        """The card with weights and bins from a workbook."""
        return self.book.read_sheet(path, onto)

    # -- choices ------------------------------------------------------------------------------

    def validity(self) -> dict[Grade, int]:
        """Months for which each grade holds."""
        return self.validity_rules.months()

    def set_validity(self, months: Mapping[Grade, int]) -> ChangeSet:
        """Choose them."""
        return self.validity_rules.set_months(months)

    def tolerance(self) -> Tolerance:
        """Arrears that end a grade before its time."""
        return self.validity_rules.tolerance()

    def set_tolerance(self, tolerance: Tolerance) -> ChangeSet:
        """Choose them."""
        return self.validity_rules.set_tolerance(tolerance)

    def country_risk(self) -> tuple[TableRow, ...]:
        """Risk classes by country, 0 (best) to 7."""
        return tuple(self._desk.tables.rows(TableName.COUNTRY_RISK).values())

    def industry_outlook(self) -> tuple[TableRow, ...]:
        """Outlook by industry (``gbt4754:C33``, ``isic:G``)."""
        return tuple(self._desk.tables.rows(TableName.INDUSTRY_OUTLOOK).values())

    def set_row(self, table: TableName, row: TableRow) -> ChangeSet:
        """Put a row of the company's own in a table."""
        return self._desk.tables.set(table, row)

    def reset_table(self, table: TableName, key: str | None = None) -> ChangeSet:
        """Back to the shipped row, or the whole shipped table."""
        return self._desk.tables.reset(table, key)
