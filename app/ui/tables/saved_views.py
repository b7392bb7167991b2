"""Views of a table under names: its filters, columns and order, kept with the user's settings.

What is typed into a search field is not kept: it may name a customer of a protected company, and
settings lie open on the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.ui.tables.column_layout import ColumnLayout, from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.services.ports import Preferences
    from app.ui.widgets.segmented import Segmented

MOST, LONGEST = 30, 60
"""Views a table may have, and letters of a name."""


class Narrowing(Protocol):
    """The filters of a list: what is chosen, as JSON values, and choosing it again."""

    def state(self) -> dict[str, object]:
        """What is chosen now."""

    def restore(self, state: Mapping[str, object], *, ask: bool = True) -> None:
        """Choose this again; ``ask`` reads the list anew."""


class Segments:
    """The filters of a list that is narrowed by segmented choices alone."""

    def __init__(self, controls: Mapping[str, Segmented], ask: Callable[[], object]) -> None:
        self._controls, self._ask = controls, ask

    def state(self) -> dict[str, object]:
        """The key chosen of each."""
        return {name: control.current for name, control in self._controls.items()}

    def restore(self, state: Mapping[str, object], *, ask: bool = True) -> None:
        """Choose what is still offered."""
        for name, control in self._controls.items():
            control.prefer(str(state.get(name, "")))
        if ask:
            self._ask()


class SavedViews:
    """The views of one table; nothing is kept where there are no settings to keep it in."""

    def __init__(self, name: str, preferences: Preferences | None) -> None:
        self._key, self._preferences = f"views.{name}", preferences
        self.narrowing: Narrowing | None = None

    @property
    def possible(self) -> bool:
        """Whether views can be kept at all."""
        return self._preferences is not None

    def names(self) -> list[str]:
        """All names, in the order they were given."""
        return list(self._views())

    def layout_of(self, name: str) -> ColumnLayout | None:
        """Columns and order of a view, None where there is none of the name."""
        stored = self._views().get(name)
        return from_json(stored.get("columns")) if stored is not None else None

    def filters_of(self, name: str) -> Mapping[str, object]:
        """The filters of a view."""
        found = self._views().get(name, {}).get("filters")
        return found if isinstance(found, dict) else {}

    def is_shown(self, name: str, layout: ColumnLayout) -> bool:
        """Whether the table looks as the view does."""
        return self._views().get(name) == self._seen(layout)

    def save(self, name: str, layout: ColumnLayout) -> None:
        """Keep what is shown under a name, in place of an older view of that name."""
        views = self._views()
        views[name] = self._seen(layout)
        self._write(views, self.default)

    def rename(self, old: str, new: str) -> None:
        """Give a view another name; it keeps its place."""
        views = {new if name == old else name: view for name, view in self._views().items() if name != new}
        self._write(views, new if self.default == old else self.default)

    def delete(self, name: str) -> None:
        """Forget a view."""
        views = self._views()
        views.pop(name, None)
        self._write(views, "" if self.default == name else self.default)

    @property
    def default(self) -> str:
        """The view the table opens with, "" for the way it was left."""
        name = self._stored().get("default")
        return name if isinstance(name, str) and name in self._views() else ""

    def set_default(self, name: str) -> None:
        """Open with this view from now on; "" for the way the table was left."""
        self._write(self._views(), name)

    # -- storage --------------------------------------------------------------------------------

    def _seen(self, layout: ColumnLayout) -> dict[str, object]:
        filters = self.narrowing.state() if self.narrowing is not None else {}
        return {"filters": filters, "columns": layout.as_json()}

    def _stored(self) -> dict[str, object]:
        found = self._preferences.get(self._key) if self._preferences is not None else None
        return found if isinstance(found, dict) else {}

    def _views(self) -> dict[str, dict[str, object]]:
        """Views by name; what is damaged is left out."""
        listed = self._stored().get("views")
        if not isinstance(listed, list):
            return {}
        sound = (each for each in listed if isinstance(each, dict) and isinstance(each.get("name"), str))
        return {
            str(each["name"]): {"filters": each.get("filters", {}), "columns": each.get("columns", {})}
            for each in sound
        }

    def _write(self, views: Mapping[str, Mapping[str, object]], default: str) -> None:
        if self._preferences is not None:
            listed = [{"name": name, **view} for name, view in views.items()]
            self._preferences.set(self._key, {"views": listed, "default": default} if listed else None)
