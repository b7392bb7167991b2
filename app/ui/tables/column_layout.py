"""Which columns a table shows and how wide: the user's choice, then what the window has room for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.ports import Preferences
    from app.ui.models.columns import Column

_WIDEST = 10_000


@dataclass
class ColumnLayout:
    """The remembered arrangement of one table."""

    order: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    widths: dict[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False

    def wants(self, column: Column[Any]) -> bool:
        """Whether the user wants the column; columns start as their specification says."""
        if column.fixed or column.key in self.shown:
            return True
        return not column.hidden and column.key not in self.hidden

    def choose(self, column: Column[Any], *, on: bool) -> None:
        """Show or hide a column from now on."""
        (self.shown if on else self.hidden).add(column.key)
        (self.hidden if on else self.shown).discard(column.key)

    def width(self, column: Column[Any]) -> int:
        """The user's width, else the column's own."""
        return max(column.min_width, self.widths.get(column.key, column.width))

    def as_json(self) -> dict[str, object]:
        """What is remembered: of its own, or a column made wider would change the views kept before."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "shown": sorted(self.shown),
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }


def load(preferences: Preferences | None, name: str) -> ColumnLayout:
    """The remembered arrangement, or an empty one when there is none that can be read."""
    return from_json(preferences.get(f"table.{name}") if preferences is not None else None)


def from_json(stored: object) -> ColumnLayout:
    """An arrangement from what was remembered; an empty one from what cannot be read."""
    if not isinstance(stored, dict):
        return ColumnLayout()
    widths = stored.get("widths")
    return ColumnLayout(
        order=_texts(stored.get("order")),
        hidden=set(_texts(stored.get("hidden"))),
        shown=set(_texts(stored.get("shown"))),
        widths=_pixels(widths),
        sort=str(stored.get("sort") or ""),
        descending=bool(stored.get("descending")),
    )


def _pixels(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        return {}
    return {str(key): wide for key, wide in value.items() if isinstance(wide, int) and 0 < wide < _WIDEST}


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def fit(columns: Sequence[Column[Any]], layout: ColumnLayout, room: int) -> Mapping[str, int]:
    """Widths of the columns that fit into ``room`` pixels; those left out are hidden.

    Columns with ``drop`` leave in that order until the least widths fit; spare room goes to the
    columns that stretch, and where preferred widths exceed the room all shrink towards the least.
    """
    shown = [column for column in columns if layout.wants(column)]
    while sum(column.min_width for column in shown) > room:
        going = [column for column in shown if column.drop > 0]
        if not going:
            break
        shown.remove(min(going, key=lambda column: column.drop))
    widths = {column.key: layout.width(column) for column in shown}
    spare = room - sum(widths.values())
    if spare >= 0:
        return _spread(shown, widths, spare)
    return _shrink(shown, widths, -spare)


def _spread(shown: Sequence[Column[Any]], widths: dict[str, int], spare: int) -> dict[str, int]:
    weight = sum(column.stretch for column in shown)
    for column in shown:
        if column.stretch:
            share = spare * column.stretch // weight
            widths[column.key] += share
            spare -= share
            weight -= column.stretch
    return widths


def _shrink(shown: Sequence[Column[Any]], widths: dict[str, int], excess: int) -> dict[str, int]:
    slack = sum(widths[column.key] - column.min_width for column in shown)
    for column in shown:
        give = widths[column.key] - column.min_width
        if give > 0 and slack > 0:
            taken = min(give, -(-excess * give // slack))
            widths[column.key] -= taken
            excess -= taken
            slack -= give
    return widths
