"""A new company: its name, base currency, usual terms, and where its file goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.company import Company
from app.domain.file_name import safe_name
from app.domain.money import CURRENCIES
from app.domain.problem import DomainError
from app.domain.terms_text import parse_terms
from app.ui.faults import sentence
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label
from app.ui.widgets.new_password import NewPassword

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.shared_place import FilePlace
    from app.ui.formats import Formats
    from app.ui.theme import Theme

SUFFIX = ".holdfast"
_MOST_CHARACTERS = 80


def file_name(name: str) -> str:
    """A company's name as a file name every system takes."""
    return safe_name(name.strip()[:_MOST_CHARACTERS]) if name.strip() else ""


def documents_folder() -> Path:
    """The user's own documents folder; the home folder where there is none."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def local_folder(place_of: Callable[[Path], FilePlace]) -> Path:
    """Where a new file goes: the documents, or the home folder where others synchronise or share those."""
    documents = documents_folder()
    return documents if place_of(documents / f"a{SUFFIX}").kind is None else Path.home()


def currency_choice(formats: Formats, chosen: str) -> QComboBox:
    """A choice of all currencies by code and name."""
    box = QComboBox()
    for code in CURRENCIES:
        box.addItem(formats.currency(code), code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setMaxVisibleItems(16)
    return box


class NewCompanyDialog(QDialog):
    """Asks what a company file needs; ``company`` and ``path`` hold the answer."""

    def __init__(
        self, theme: Theme, formats: Formats, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._formats, self._folder = formats, folder or documents_folder()
        self._placed = False
        self.setWindowTitle(self.tr("New company"))
        self.setMinimumWidth(560)
        zh = formats.lang == "zh"
        self.name = QLineEdit()
        self.currency = currency_choice(formats, "CNY" if zh else "EUR")
        self.terms = QLineEdit("月结30天" if zh else "net 30")
        self.place = QLineEdit()
        self._fields = {
            "name": FormField(self.name),
            "currency": FormField(self.currency),
            "terms": FormField(self.terms),
            "place": FormField(self.place),
        }
        self.protect = QCheckBox(self.tr("Protect with a password"))
        self.new_password = NewPassword(theme, formats)
        self.new_password.hide()
        self.new_password.resized.connect(self._grow)
        self._build(theme)
        self._words()
        self.protect.toggled.connect(self._on_protect)
        self.name.textEdited.connect(self._on_name)
        self.place.textEdited.connect(self._on_place)
        self.terms.editingFinished.connect(self._check_terms)
        self.name.setFocus()

    def _build(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addWidget(label(self.tr("New company"), "page"))
        layout.addWidget(self._fields["name"])
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self._fields["currency"], 0, 0)
        grid.addWidget(self._fields["terms"], 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._fields["place"], 1)
        choose = button(theme, self.tr("Choose…"), "normal", run=self._browse)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(label(" ", "small"))
        column.addWidget(choose)
        column.addStretch(1)
        row.addLayout(column)
        layout.addLayout(row)
        layout.addWidget(self.protect)
        layout.addWidget(self.new_password)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(theme, self.tr("Cancel"), "quiet", run=self.reject))
        create = button(theme, self.tr("Create company"), "primary", run=self._create)
        create.setDefault(True)
        foot.addWidget(create)
        layout.addLayout(foot)

    def _words(self) -> None:
        self._fields["name"].set_text(self.tr("Company name"))
        self._fields["currency"].set_text(
            self.tr("Base currency"), self.tr("Totals over several currencies are shown in it.")
        )
        self._fields["terms"].set_text(
            self.tr("Usual payment terms"), self.tr("For customers without terms of their own.")
        )
        self._fields["place"].set_text(
            self.tr("File"), self.tr("Everything is kept in this one file, on this computer.")
        )

    def _on_name(self, name: str) -> None:
        if not self._placed:
            clean = file_name(name)
            self.place.setText(str(self._folder / f"{clean}{SUFFIX}") if clean else "")

    def _on_protect(self, on: bool) -> None:
        self.new_password.setVisible(on)
        if on:
            self.new_password.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_password.wipe()
        self._grow()

    def _on_place(self) -> None:
        self._placed = True

    def _browse(self) -> None:
        start = self.place.text() or str(self._folder)
        kinds = self.tr("Company files (*.holdfast)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where the file goes"), start, kinds)
        if chosen:
            self._placed = True
            self.place.setText(str(ending(Path(chosen), SUFFIX)))
            self._fields["place"].clear_error()

    def _check_terms(self) -> bool:
        text = self.terms.text().strip()
        error = ""
        if text:
            try:
                parse_terms(text)
            except DomainError as problem:
                error = sentence(problem, self._formats.lang)
        self._fields["terms"].set_error(error)
        self._grow()
        return not error

    def _grow(self) -> None:
        """Make room for what stands below the fields now."""
        layout = self.layout()
        for field in self._fields.values():
            field.updateGeometry()  # the grid has not heard yet that a sentence came below
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _create(self) -> None:
        missing = "" if self.name.text().strip() else self.tr("Enter the company's name.")
        self._fields["name"].set_error(missing)
        error = self._fault_of_place()
        self._fields["place"].set_error(error)
        self._grow()
        if not self._check_terms() or missing or error:
            bad = [field for field in self._fields.values() if field.has_error]
            bad[0].control.setFocus()
            return
        if self.protect.isChecked() and self.new_password.wrong((self.name.text(), self.path.stem)):
            return
        self.accept()

    def _fault_of_place(self) -> str:
        if not self.place.text().strip():
            return self.tr("Choose where the file goes.")
        try:
            if self.path.exists():
                return self.tr("There is a file of this name already. Choose another name.")
            if not self.path.parent.is_dir():
                return self.tr("This folder does not exist.")
        except (OSError, RuntimeError, ValueError):  # too long, no such home, or a NUL in it
            return self.tr("No file can have this name. Choose a shorter one without special characters.")
        return ""

    @property
    def company(self) -> Company:
        """The company as entered."""
        return Company(
            name=self.name.text().strip(),
            currency=str(self.currency.currentData()),
            terms=self.terms.text().strip(),
        )

    @property
    def password(self) -> str:
        """The password of the file; "" for none."""
        return self.new_password.text if self.protect.isChecked() else ""

    @property
    def path(self) -> Path:
        """Where its file goes."""
        path = Path(self.place.text().strip()).expanduser()
        return path if path.suffix == SUFFIX or not path.name else path.with_name(path.name + SUFFIX)
