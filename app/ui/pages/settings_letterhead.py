"""What our papers wear: logo, seal, and the bank accounts that letters print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.letterhead import PICTURE_LIMIT, PictureRole
from app.ui.dialogs.opening import open_for
from app.ui.faults import is_ours, sentence
from app.ui.i18n import Retranslated
from app.ui.models.columns import Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.spoken import Spoken
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import stand_left
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from app.domain.bank import BankAccount
    from app.domain.changes import ChangeSet
    from app.domain.company import Company
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.theme import Theme

_WIDEST = 760
_FRAME = QSize(220, 110)
_MOST_PIXELS = 4000


def picture_of(data: bytes, room: QSize) -> QPixmap:
    """The picture no larger than ``room``; empty for bytes that are none, or far too many pixels."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_PIXELS:
        return QPixmap()
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImageReader(reader)


class PictureFrame(QWidget):
    """Shows a picture on paper's white, whatever the colours of the window."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.picture = QPixmap()
        self.words = ""
        self.setFixedSize(_FRAME)

    def show_picture(self, picture: QPixmap) -> None:
        """Another picture, or none."""
        self.picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White, a hairline, the picture in the middle."""
        painter = QPainter(self)
        painter.fillRect(
            self.rect(), Qt.GlobalColor.white if not self.picture.isNull() else self._theme.color("sunken")
        )
        painter.setPen(self._theme.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.picture.isNull():
            painter.setPen(self._theme.color("textTertiary"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.words)
            return
        size = self.picture.deviceIndependentSize().toSize()
        painter.drawPixmap(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, self.picture
        )


class LetterheadPanel(Retranslated):
    """Pictures act at once and can be undone; ``dialog`` is the account now edited."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.company: Company | None = None
        self.dialog: FormDialog | None = None
        theme = context.theme
        self.message = MessageStrip(theme)
        self.pictures = Card(theme, " ")
        self.frames: dict[PictureRole, PictureFrame] = {}
        self.choose: dict[PictureRole, QPushButton] = {}
        self.drop: dict[PictureRole, QPushButton] = {}
        self._names = {role: label("", "bodyStrong") for role in PictureRole}
        self._hints = {role: label("", "small", "secondary", wrap=True) for role in PictureRole}
        self.pictures.body.addWidget(self.message)
        for role in PictureRole:
            self.pictures.body.addLayout(self._row(role))
        self.accounts = Card(theme, " ", padded=False)
        self.table = DataTable(
            theme, "settings.accounts", context.preferences, framed=False, empty_icon="landmark"
        )
        self.table.setFixedHeight(220)
        self.model: RowTable[BankAccount] = RowTable(
            self._columns(), context.runner, lambda account: account.id, parent=self
        )
        self.table.set_model(self.model)
        self.table.opened.connect(self._edit)
        self.table.clear_filter.connect(self.add_account)
        self.table.empty.bar(reason(context))
        self.add_button = button(theme, "", "normal", "plus", self.add_account, small=True)
        self.accounts.add_action(self.add_button)
        self.accounts.body.addWidget(self.table)
        stand_left(self, [self.pictures, self.accounts], _WIDEST)
        self.retranslate()

    def _row(self, role: PictureRole) -> QHBoxLayout:
        theme = self.context.theme
        self.frames[role] = PictureFrame(theme)
        pick = button(theme, "", "normal", "folder", partial(self._ask, role))
        drop = button(theme, "", "quiet", "x", partial(self._drop, role))
        self.choose[role], self.drop[role] = pick, drop
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(pick)
        buttons.addWidget(drop)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._names[role])
        words.addWidget(self._hints[role])
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.frames[role], 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _columns(self) -> list[Column[BankAccount]]:
        return [
            text_column(
                "name",
                lambda: self.tr("Name"),
                lambda a: a.name,
                strong=True,
                width=150,
                stretch=1,
                fixed=True,
            ),
            text_column("currency", lambda: self.tr("Currency"), lambda a: a.currency, width=80),
            text_column("bank", lambda: self.tr("Bank"), lambda a: a.bank, width=160, stretch=1, drop=1),
            text_column(
                "number", lambda: self.tr("Account number"), lambda a: a.number, width=180, fixed=True
            ),
            text_column("swift", lambda: self.tr("SWIFT code"), lambda a: a.swift, width=110, drop=2),
        ]

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read pictures and accounts."""
        session, ratio = self.context.company, self.devicePixelRatio()

        def work(_control: Control) -> tuple[Company, dict[PictureRole, bytes], Sequence[BankAccount]]:
            company = session.company.get()
            digests = {PictureRole.LOGO: company.logo, PictureRole.SEAL: company.seal}
            found = {role: session.collection.content_of(d) for role, d in digests.items() if d}
            return company, found, session.bank.accounts()

        def show(found: tuple[Company, dict[PictureRole, bytes], Sequence[BankAccount]]) -> None:
            self.company = found[0]
            for role, frame in self.frames.items():
                picture = picture_of(found[1].get(role, b""), (_FRAME - QSize(16, 16)) * ratio)
                picture.setDevicePixelRatio(ratio)
                frame.show_picture(picture)
            self.model.set_rows(found[2])
            self._write()

        self.context.runner.database(
            work, show, failed=self.context.notices.error, owner=self, key="settings.letterhead"
        )

    # -- pictures -------------------------------------------------------------------------------

    def _ask(self, role: PictureRole) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg)"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a picture"), "", kinds)
        if picked:
            self.take(role, Path(picked))

    def take(self, role: PictureRole, path: Path) -> None:
        """Use a picture file."""
        size = QImageReader(str(path)).size()
        if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
            text = self.tr(
                "{name} is {wide} × {high} pixels; a picture of at most {most} a side prints as well."
            )
            self.message.say(
                "danger",
                text.format(name=path.name, wide=size.width(), high=size.height(), most=_MOST_PIXELS),
            )
            return
        collection = self.context.company.collection

        def work(_control: Control) -> ChangeSet:
            return collection.set_picture(role, path.name, path.read_bytes())

        self._do(work)

    def _drop(self, role: PictureRole) -> None:
        collection = self.context.company.collection
        self._do(lambda _control: collection.drop_picture(role))

    def _do(self, work: Callable[[Control], ChangeSet]) -> None:
        def done(change: ChangeSet) -> None:
            self.message.hide()
            self.context.notices.done(change)
            self.read()

        def failed(error: Exception) -> None:
            if is_ours(error):
                self.context.notices.error(error)
            else:
                self.message.say("danger", sentence(error, self.context.formats.lang))

        if writable(self.context):
            self.context.runner.database(work, done, failed=failed, owner=self)

    # -- accounts -------------------------------------------------------------------------------

    def add_account(self) -> None:
        """Enter another account of ours."""
        from app.domain.bank import BankAccount  # noqa: PLC0415 - loads on first use

        if self.company is not None:
            self._open(BankAccount("", self.company.currency))

    def _edit(self, account_id: int) -> None:
        account = next((each for each in self.model.rows if each.id == account_id), None)
        if account is not None:
            self._open(account)

    def _open(self, account: BankAccount) -> None:
        from app.ui.pages.bank.accounts import AccountDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            dialog = AccountDialog(self.context, account, self)
            dialog.saved.connect(lambda _change: self.read())
            open_for(self, dialog)

    # -- words ----------------------------------------------------------------------------------

    def _write(self) -> None:
        for role, frame in self.frames.items():
            guard(self.context, self.drop[role], able=not frame.picture.isNull())
            guard(self.context, self.choose[role])
        guard(self.context, self.add_button)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.pictures.set_title(
            self.tr("Logo and seal"),
            self.tr("PNG or JPEG, at most {size}").format(size=self.context.formats.file_size(PICTURE_LIMIT)),
        )
        names = {PictureRole.LOGO: self.tr("Logo"), PictureRole.SEAL: self.tr("Seal")}
        hints = {
            PictureRole.LOGO: self.tr("Stands at the head of letters, beside the company's name."),
            PictureRole.SEAL: self.tr(
                "Printed over the signature. Choose one with a transparent or white ground; a printed seal "
                "is no substitute where the law asks for the real one."
            ),
        }
        pick, drop = self.tr("Choose a picture…"), self.tr("Remove")
        for role in PictureRole:
            self._names[role].setText(names[role])
            self._hints[role].setText(hints[role])
            self.frames[role].setAccessibleName(names[role])
            self.frames[role].words = self.tr("none")
            self.choose[role].setText(pick)
            self.choose[role].setAccessibleName(f"{names[role]}: {pick}")
            self.drop[role].setText(drop)
            self.drop[role].setAccessibleName(f"{names[role]}: {drop}")
        self.accounts.set_title(
            self.tr("Our bank accounts"), self.tr("a letter prints the one in its currency")
        )
        self.add_button.setText(self.tr("Add an account…"))
        self.table.view.setAccessibleName(self.tr("Our bank accounts"))
        self.table.say_empty(
            self.tr("No account yet: letters print the one of the company's profile."),
            self.tr("Add an account…"),
        )
        self.model.set_columns(self._columns())
        self._write()
