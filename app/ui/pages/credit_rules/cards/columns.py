"""Columns of the list of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Cell, Column
from app.ui.pages.credit_rules.cards.words import card_title, purpose_word, short_hash

if TYPE_CHECKING:
    from app.services.scoring_views import CardInfo
    from app.ui.pages.credit_rules.cards.panel import ScorecardsPanel

translate = QCoreApplication.translate


def card_columns(panel: ScorecardsPanel) -> list[Column[CardInfo]]:
    """Name, and whether it is shipped, own, being drafted or retired."""
    lang = panel.context.formats.lang

    def standing(info: CardInfo) -> Cell:
        drafts = panel.drafting.found.drafts if panel.drafting.found is not None else frozenset()
        if info.code in drafts:
            return Cell(translate("ScorecardsPanel", "Draft"), chip="info")
        if info.state == "retired":
            return Cell(translate("ScorecardsPanel", "Retired"), chip="warn")
        if info.as_shipped:
            return Cell(translate("ScorecardsPanel", "Shipped"), chip="neutral")
        return Cell(translate("ScorecardsPanel", "Own"), chip="good")

    def name(info: CardInfo) -> Cell:
        return Cell(card_title(info, lang), strong=True, tip=about(info))

    def about(info: CardInfo) -> str:
        """Version, day, author and content of what is in force."""
        version = translate("ScorecardsPanel", "Version {n}").format(n=info.version)
        day = panel.context.formats.day(info.published_on)
        parts = (version, purpose_word(info.purpose), day, info.author, f"#{short_hash(info.content_hash)}")
        return " • ".join(part for part in parts if part)

    return [
        Column("name", lambda: translate("ScorecardsPanel", "Card"), name, width=140, min_width=100,
               stretch=1, sortable=False, fixed=True),
        Column("standing", lambda: translate("ScorecardsPanel", "State"), standing, width=80, min_width=76,
               sortable=False, fixed=True),
    ]  # fmt: skip
