"""The letters of a query, read as they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.dunning import DunningService
    from app.services.dunning_views import LetterQuery, LetterRow
    from app.services.ports import Control


class LetterSource:
    """``PageSource`` over letters, the newest first."""

    def __init__(self, dunning: DunningService, query: LetterQuery) -> None:
        self._dunning, self._query = dunning, query

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """Ids of the letters; they stand in the order they were made."""
        del sort, descending, control
        return self._dunning.letters(self._query)

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[LetterRow]:
        """The rows of these ids."""
        del control
        return self._dunning.letter_rows(ids)
