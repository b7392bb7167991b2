"""Step 1: what the file holds, and where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.import_plan import AllocateBy
from app.domain.importing import ImportKind
from app.ui.i18n import Retranslated
from app.ui.pages.importing.words import kind_name
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow

SUFFIXES = ("xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt")
_ORDERS: dict[str, tuple[AllocateBy, ...]] = {
    "all": (AllocateBy.REFERENCE, AllocateBy.EXACT, AllocateBy.OLDEST),
    "sure": (AllocateBy.REFERENCE, AllocateBy.EXACT),
    "oldest": (AllocateBy.OLDEST,),
    "none": (),
}


class ChoosePanel(Retranslated):
    """Kind, then file, drop or paste; for invoices whether it is everything open on a day."""

    chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        self.kind = Segmented()
        self.kind.chosen.connect(self._on_kind)
        self._what = label("", "section")
        self._what_hint = label("", "body", "secondary", wrap=True)
        self._build_snapshot()
        self._allocate_label = label("", "section")
        self.allocate = Segmented()
        self.allocate.chosen.connect(self._on_allocate)
        self._where = label("", "section")
        self.pick = button(theme, "", "primary", "folder", self.browse)
        self.paste = button(theme, "", "normal", "file-spreadsheet", self.paste_text)
        self._drop = label("", "body", "secondary")
        self._drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._formats = label("", "small", "tertiary", wrap=True)
        self._formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.statement = button(theme, "", "link", "landmark", lambda: context.navigator.go("bank"))
        self._layout()
        QShortcut(QKeySequence.StandardKey.Paste, self, self.paste_text)
        self.retranslate()
        self._show_kind()

    def _build_snapshot(self) -> None:
        self._snapshot_label = label("", "section")
        self.period = QRadioButton()
        self.snapshot = QRadioButton()
        self.period.setChecked(True)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self._context.language.day_pattern)
        today = self._context.company.clock.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setEnabled(False)
        self._snapshot_hint = label("", "small", "secondary", wrap=True)
        self.snapshot.toggled.connect(self.day.setEnabled)
        self.snapshot.toggled.connect(self._on_snapshot)
        self.day.dateChanged.connect(self._on_snapshot)

    def _layout(self) -> None:
        theme = self._context.theme
        card = Card(theme)
        body = card.body
        body.setSpacing(10)
        body.addWidget(self._what)
        body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._what_hint)
        body.addSpacing(8)
        self._invoices = QWidget()
        column = QVBoxLayout(self._invoices)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._snapshot_label)
        column.addWidget(self.period)
        row = QHBoxLayout()
        row.addWidget(self.snapshot)
        row.addWidget(self.day)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._snapshot_hint)
        body.addWidget(self._invoices)
        self._receipts = QWidget()
        column = QVBoxLayout(self._receipts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._allocate_label)
        column.addWidget(self.allocate, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._receipts)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space("m"))
        layout.addWidget(card)
        layout.addWidget(self._place_card(), 1)
        scroll = QScrollArea()  # with a message or two above, a low window has no room for both cards
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _place_card(self) -> Card:
        place = Card(self._context.theme)
        place.body.addStretch(1)
        place.body.addWidget(self._where, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.pick)
        row.addWidget(self.paste)
        row.addStretch(1)
        place.body.addLayout(row)
        place.body.addWidget(self._drop)
        place.body.addWidget(self._formats)
        place.body.addWidget(self.statement, 0, Qt.AlignmentFlag.AlignHCenter)
        place.body.addStretch(1)
        return place

    # -- choosing -------------------------------------------------------------------------------

    def browse(self) -> None:
        """Ask for a file."""
        folder = str(self._context.preferences.get("folder.imports", "") or Path.home())
        kinds = self.tr("Spreadsheets and text ({patterns})").format(
            patterns=" ".join(f"*.{suffix}" for suffix in SUFFIXES)
        )
        everything = self.tr("All files (*)")
        picked, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file"), folder, f"{kinds};;{everything}"
        )
        if picked:
            self._context.preferences.set("folder.imports", str(Path(picked).parent))
            self.chosen.emit(Path(picked))

    def paste_text(self) -> None:
        """Take what was copied from a spreadsheet."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _on_kind(self, key: str) -> None:
        self._flow.set_kind(ImportKind(key))
        self._show_kind()

    def show_draft(self) -> None:
        """Follow a draft begun anew."""
        self.kind.set_current(self._flow.draft.kind.value)
        self.period.setChecked(self._flow.draft.snapshot_of is None)
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self._flow.draft.kind
        self._invoices.setVisible(kind is ImportKind.INVOICES)
        self._receipts.setVisible(kind is ImportKind.RECEIPTS)
        self._what_hint.setText(
            {
                ImportKind.INVOICES: self.tr(
                    "One row per invoice, credit note or open item, as your accounting program exports "
                    "them. Customers not known yet are added."
                ),
                ImportKind.RECEIPTS: self.tr("One row per payment received."),
                ImportKind.CUSTOMERS: self.tr(
                    "One row per customer: names, codes, tax numbers, terms, contacts."
                ),
            }[kind]
        )

    def _on_snapshot(self, *_: object) -> None:
        on = self.day.date()
        day = date(on.year(), on.month(), on.day()) if self.snapshot.isChecked() else None
        self._flow.draft = replace(self._flow.draft, snapshot_of=day)

    def _on_allocate(self, key: str) -> None:
        self._flow.draft = replace(self._flow.draft, allocate=_ORDERS[key])

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._what.setText(self.tr("What is in the file"))
        self.kind.setAccessibleName(self.tr("What is in the file"))
        kinds = (ImportKind.INVOICES, ImportKind.RECEIPTS, ImportKind.CUSTOMERS)
        self.kind.set_choices([(kind.value, kind_name(kind)) for kind in kinds])
        self._snapshot_label.setText(self.tr("How complete it is"))
        self.period.setText(self.tr("Documents of a period: add what is new, show what differs"))
        self.snapshot.setText(self.tr("All open items as of"))
        self.day.setAccessibleName(self.tr("All open items as of"))
        self._snapshot_hint.setText(
            self.tr(
                "Choose this when the export lists everything still unpaid on one day: items that are no "
                "longer in it are settled, after you have seen which."
            )
        )
        self._allocate_label.setText(self.tr("Set receipts against invoices"))
        self.allocate.setAccessibleName(self.tr("Set receipts against invoices"))
        self.allocate.set_choices(
            [
                ("all", self.tr("By number, amount, then oldest")),
                ("sure", self.tr("By number or exact amount")),
                ("oldest", self.tr("Oldest first")),
                ("none", self.tr("Leave unallocated")),
            ]
        )
        self.statement.setText(self.tr("A statement from your bank? Go to bank receipts"))
        self._where.setText(self.tr("Where it is"))
        self.pick.setText(self.tr("Choose a file…"))
        self.paste.setText(self.tr("Paste from a spreadsheet"))
        self._drop.setText(self.tr("or drop the file anywhere on this window"))
        self._formats.setText(
            self.tr("Excel (XLSX, XLSM, XLS), ODS, CSV, TSV. The file is only read, never changed.")
        )
        self._show_kind()
