"""One provider's scale: a figure between worst and best, or values with their points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.duty import Duty
from app.domain.external_rating import RatingScale
from app.domain.problem import DomainError
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

FIGURE, VALUES = "figure", "values"


class ScaleDialog(FormDialog):
    """Edits a scale, or adds one; the whole map is kept with one press."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {
        "rating_map.no_provider": "provider",
        "rating_map.twice": "scale",
        "rating_map.empty": "kind",
    }

    def __init__(
        self,
        context: PageContext,
        scale: RatingScale | None,
        scales: Sequence[RatingScale],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=620)
        self._old, self._scales = scale, tuple(scales)
        start = scale or RatingScale("", "")
        title = self.tr("Scale of a provider") if scale else self.tr("New provider")
        self.set_head(title, self.tr("Save"), start.provider)
        self.provider, self.scale = QLineEdit(start.provider), QLineEdit(start.scale)
        self.zh, self.en = QLineEdit(start.name), QLineEdit(start.name_en)
        kinds = [
            (FIGURE, self.tr("A figure between two ends")),
            (VALUES, self.tr("Values, each with points")),
        ]
        self.kind = Choice(kinds, VALUES if start.values else FIGURE)
        self.worst = DecimalEdit(start.worst, least=None, most=None, empty=True)
        self.best = DecimalEdit(start.best, least=None, most=None, empty=True)
        self.source = QLineEdit(start.source)
        self.source.setCursorPosition(0)
        self.on = DayEdit(context.language, start.on or context.company.clock.today())
        self.rows: list[tuple[QLineEdit, DecimalEdit]] = []
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        self.values = QWidget()
        self.values.setLayout(self.grid)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.more_button = button(context.theme, self.tr("Add a value"), "link", "plus", self._add_row)
        self._add()
        for value, points in start.values or (("", Decimal(100)), ("", Decimal(0))):
            self.rows.append(self._row(value, points))
        self._write_rows()
        self.kind.activated.connect(self._follow)
        self._follow()
        self.provider.setFocus()

    def _add(self) -> None:
        hint = self.tr("As it is written in credit files")
        self.add_field("provider", self.provider, self.tr("Provider"), hint, self._check_provider)
        self.add_field("scale", self.scale, self.tr("Scale"), self.tr("Such as AAA-D or 0-100"))
        self.add_field("zh", self.zh, self.tr("Name in Chinese"))
        self.add_field("en", self.en, self.tr("Name in English"))
        self.add_field("kind", self.kind, self.tr("What a rating is"))
        self.add_field("worst", self.worst, self.tr("Worst, earns 0 points"))
        self.add_field("best", self.best, self.tr("Best, earns 100 points"))
        self.add_field("source", self.source, self.tr("Source"))
        self.add_field("on", self.on, self.tr("As of"))
        self.lay("provider", "scale")
        self.lay("zh", "en")
        self.lay("kind")
        self.lay("worst", "best")
        self.form.addWidget(self.values)
        self.form.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lay("source", "on", stretch=(2, 1))

    # -- values ---------------------------------------------------------------------------------

    def _row(self, value: str, points: Decimal) -> tuple[QLineEdit, DecimalEdit]:
        name, earned = QLineEdit(value), DecimalEdit(points)
        earned.setFixedWidth(88)
        name.textEdited.connect(self.touch)
        earned.textEdited.connect(self.touch)
        return name, earned

    def _write_rows(self) -> None:
        for name, earned in self.rows:
            name.setParent(None)
            earned.setParent(None)
        clear(self.grid)
        self.grid.addWidget(label(self.tr("Value"), "small", "secondary"), 0, 0)
        self.grid.addWidget(label(self.tr("Points"), "small", "secondary"), 0, 1)
        for place, (name, earned) in enumerate(self.rows):
            name.setAccessibleName(self.tr("Value {n}").format(n=place + 1))
            earned.setAccessibleName(self.tr("Points {n}").format(n=place + 1))
            gone = icon_button(
                self.context.theme,
                "x",
                self.tr("Remove value {n}").format(n=place + 1),
                partial(self._remove_row, place),
                small=True,
            )
            for column, widget in enumerate((name, earned, gone)):
                self.grid.addWidget(widget, place + 1, column)
                widget.show()

    def _add_row(self) -> None:
        self.rows.append(self._row("", Decimal(0)))
        self._write_rows()
        self.rows[-1][0].setFocus()
        self.touch()

    def _remove_row(self, place: int) -> None:
        for widget in self.rows.pop(place):
            widget.hide()
            widget.deleteLater()
        self._write_rows()
        self.touch()

    def _follow(self, *_: object) -> None:
        figure = self.kind.value == FIGURE
        for name in ("worst", "best"):
            self.fields[name].setVisible(figure)
        self.values.setVisible(not figure)
        self.more_button.setVisible(not figure)

    def _check_provider(self) -> str:
        return "" if self.provider.text().strip() else self.tr("Name the provider.")

    # -- result ---------------------------------------------------------------------------------

    def edited(self) -> RatingScale:
        """The scale as typed; ``DomainError`` for points that are none."""
        figure = self.kind.value == FIGURE
        values = []
        for name, earned in () if figure else self.rows:
            if not name.text().strip():
                continue
            if earned.value is None:
                raise DomainError("rating_map.points", provider=self.provider.text(), value=name.text())
            values.append((name.text().strip(), earned.value))
        return replace(
            self._old or RatingScale("", ""),
            provider=self.provider.text().strip(),
            scale=self.scale.text().strip(),
            name=self.zh.text().strip(),
            name_en=self.en.text().strip(),
            values=tuple(values),
            worst=self.worst.value if figure else None,
            best=self.best.value if figure else None,
            source=self.source.text().strip(),
            on=self.on.day,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the map with this scale in its place."""
        files, made = self.context.company.credit_files, self.edited()
        scales = [made if each is self._old else each for each in self._scales]
        if self._old is None:
            scales.append(made)
        return lambda _control: files.save_rating_map(scales)
