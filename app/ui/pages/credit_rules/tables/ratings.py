"""The map of ratings from outside: every provider's scale on our 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.dialogs.opening import open_for
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.external_rating import RatingScale
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

translate = QCoreApplication.translate


class Ratings(Retranslated):
    """Scales are kept together as one map; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.dialog: FormDialog | None = None
        self.scales: tuple[RatingScale, ...] = ()
        self.shipped: tuple[RatingScale, ...] = ()
        theme = context.theme
        self.note = label("", "small", "secondary", wrap=True)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit_current)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.remove_button = button(theme, "", "link", "trash-2", self.remove_current)
        self.reset_button = button(theme, "", "link", run=self.reset)
        self.table = DataTable(theme, "credit_rules.ratings", context.preferences, empty_icon="star")
        self.model: RowTable[RatingScale] = RowTable(
            scale_columns(self), context.runner, self._number, parent=self
        )
        self.table.set_model(self.model)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.note, 1)
        tools.addWidget(self.edit_button)
        tools.addWidget(self.add_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        foot.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.opened.connect(self._open_row)
        self.table.current_changed.connect(self._guard)
        self.table.clear_filter.connect(self.add)
        self.table.empty.bar(reason(context))

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the map again."""
        files = self.context.company.credit_files

        def work(_control: Control) -> tuple[tuple[RatingScale, ...], tuple[RatingScale, ...]]:
            return files.rating_map(), files.shipped_rating_map()

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="credit_rules.ratings"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: tuple[tuple[RatingScale, ...], tuple[RatingScale, ...]]) -> None:
        self.table.loading.stop()
        self.scales, self.shipped = found
        self.model.set_rows(self.scales)
        self._guard()

    def _number(self, scale: RatingScale) -> int:
        pairs = ((n, (each.provider, each.scale)) for n, each in enumerate(self.scales, 1))
        return next((n for n, key in pairs if key == (scale.provider, scale.scale)), 0)

    def own(self, scale: RatingScale) -> bool:
        """Whether the company wrote or changed it."""
        return scale not in self.shipped

    def _current(self) -> RatingScale | None:
        number = self.table.view.current_id()
        return self.scales[number - 1] if 0 < number <= len(self.scales) else None

    def _guard(self, *_: object) -> None:
        there = self._current() is not None
        guard(self.context, self.add_button)
        guard(self.context, self.edit_button, self.remove_button, able=there)
        guard(self.context, self.reset_button, able=self.scales != self.shipped)

    # -- what the user does ---------------------------------------------------------------------

    def add(self) -> None:
        """Ask for one more provider."""
        self._open(None)

    def _edit_current(self) -> None:
        self._open(self._current())

    def _open_row(self, _number: int) -> None:
        self._open(self._current())

    def _open(self, scale: RatingScale | None) -> None:
        from app.ui.pages.credit_rules.tables.scale_dialog import (  # noqa: PLC0415 - loads on first use
            ScaleDialog,
        )

        if writable(self.context):
            dialog = ScaleDialog(self.context, scale, self.scales, self)
            dialog.saved.connect(lambda _change: self.refresh())
            open_for(self, dialog)

    def remove_current(self) -> None:
        """Take a scale out of the map."""
        gone = self._current()
        if gone is not None:
            self._keep([each for each in self.scales if each is not gone])

    def _keep(self, scales: Sequence[RatingScale]) -> None:
        files = self.context.company.credit_files
        self._do(lambda _control: files.save_rating_map(scales))

    def reset(self) -> None:
        """Back to the shipped map."""
        files = self.context.company.credit_files
        self._do(lambda _control: files.reset_rating_map())

    def _do(self, work: Callable[[Control], ChangeSet]) -> None:
        def done(change: ChangeSet) -> None:
            self.context.notices.done(change)
            self.refresh()

        if writable(self.context):
            self.context.runner.database(work, done, failed=self.context.notices.error, owner=self)

    def retranslate(self) -> None:
        """Write every text of the map."""
        self.table.view.setAccessibleName(self.tr("Ratings from outside"))
        self.note.setText(
            self.tr("How a rating written down in a credit file counts on the card, from 0 to 100 points.")
        )
        self.edit_button.setText(self.tr("Edit…"))
        self.add_button.setText(self.tr("Add a provider…"))
        self.remove_button.setText(self.tr("Remove"))
        self.reset_button.setText(self.tr("Reset the map"))
        self.table.say_empty(self.tr("No provider is mapped."), self.tr("Add a provider…"))
        self.model.set_columns(scale_columns(self))
        self._guard()


def scale_said(scale: RatingScale) -> str:
    """A scale in short: AAA 95, AA 80 … or from 10 (0 points) to 1 (100 points)."""
    if scale.values:
        return ", ".join(f"{value} {written(points)}" for value, points in scale.values)
    text = translate("Ratings", "from {worst} (0 points) to {best} (100 points)")
    return text.format(worst=written(scale.worst), best=written(scale.best))


def scale_columns(view: Ratings) -> list[Column[RatingScale]]:
    """Provider, scale, points, source and day."""
    formats = view.context.formats
    zh = formats.lang == "zh"

    def name(scale: RatingScale) -> str:
        return (scale.name if zh else scale.name_en) or scale.provider

    def own(scale: RatingScale) -> Cell:
        if view.own(scale):
            return Cell(translate("Ratings", "Own"), chip="info")
        return Cell(translate("Ratings", "Shipped"), tone="tertiary")

    return [
        text_column("provider", lambda: translate("Ratings", "Provider"), name, strong=True, width=190,
                    min_width=130, stretch=1, fixed=True),
        text_column("scale", lambda: translate("Ratings", "Scale"), lambda scale: scale.scale,
                    tone="secondary", width=96, min_width=76),
        text_column("points", lambda: translate("Ratings", "Points"), scale_said, width=300, min_width=170,
                    stretch=2, sortable=False),
        text_column("source", lambda: translate("Ratings", "Source"), lambda scale: scale.source,
                    tone="secondary", width=240, min_width=110, stretch=1, drop=1),
        day_column("on", lambda: translate("Ratings", "As of"), lambda scale: scale.on, formats, width=108,
                   min_width=100),
        Column("own", lambda: translate("Ratings", "Row"), own, value=view.own, width=80, min_width=72),
    ]  # fmt: skip
