"""What can be done with a notice: write, edit, look, save, send, answer, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.pages.exporting import PageExports
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.notice_views import NoticeView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.insurance.notices.writing import Seed


class NoticeActs(QObject):
    """Opens the dialogs over ``host``; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None
        self.exports = PageExports(context, host)

    def write(self, seed: Seed, then: Callable[[ChangeSet], object] | None = None) -> None:
        """Write a notice, or edit a draft."""
        from app.ui.pages.insurance.notices.writing import NoticeDialog  # noqa: PLC0415 - at its first use

        if writable(self._context):
            dialog = NoticeDialog(self._context, seed, self._host)
            if then is not None:
                dialog.saved.connect(then)
            open_for(self, dialog)

    def edit(self, view: NoticeView) -> None:
        """Change a draft."""
        from app.domain.notice import NoticeKind  # noqa: PLC0415 - at its first use
        from app.ui.pages.insurance.notices.writing import Seed  # noqa: PLC0415 - as above

        record = view.record
        self.write(
            Seed(
                NoticeKind(record.kind),
                record.customer_id,
                record.policy_id,
                known_on=record.known_on,
                record=record,
            )
        )

    def send(self, view: NoticeView) -> None:
        """Note that it was sent."""
        from app.ui.pages.insurance.notices.dialogs import SendDialog  # noqa: PLC0415 - at its first use

        if writable(self._context):
            open_for(self, SendDialog(self._context, view, self._host))

    def reply(self, view: NoticeView) -> None:
        """Note the insurer's answer."""
        from app.ui.pages.insurance.notices.dialogs import ReplyDialog  # noqa: PLC0415 - at its first use

        if writable(self._context):
            open_for(self, ReplyDialog(self._context, view, self._host))

    def remove(self, view: NoticeView) -> None:
        """Put a draft into the bin; undo brings it back."""
        notices, row = self._context.company.notices, view.record.id
        if writable(self._context):
            self._context.runner.database(
                lambda _control: notices.remove(row),
                self._context.notices.done,
                failed=self._context.notices.error,
                owner=self,
            )

    def preview(self, view: NoticeView) -> None:
        """Look at it as it will be printed, in either language."""
        from app.ui.dialogs.paper_dialog import PaperDialog  # noqa: PLC0415 - at its first use

        notices, record = self._context.company.notices, view.record
        formats = self._context.formats
        kind = say(f"notice_kind.{record.kind}", formats.lang)
        name = formats.name(view.customer.name, view.customer.name_en)

        def write(path: Path, lang: str) -> object:
            return notices.write(record, path, lang)

        PaperDialog(self._context, kind, name, write, self._host).open()

    def files_menu(self, view: NoticeView, below: QWidget) -> None:
        """Save it as a PDF or an e-mail draft."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, suffix in ((self.tr("PDF…"), "pdf"), (self.tr("E-mail draft (.eml)…"), "eml")):
            menu.addAction(text).triggered.connect(lambda _on=False, suffix=suffix: self.save(view, suffix))
        menu.popup(below.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def save(self, view: NoticeView, suffix: str) -> None:
        """Ask where to, and write the notice there."""
        notices, record = self._context.company.notices, view.record
        kind = say(f"notice_kind.{record.kind}", record.lang or self._context.formats.lang)

        def work(path: Path, _control: Control) -> object:
            return notices.write(record, path)

        self.exports.write(f"{kind} {view.number} {view.customer.name}", suffix, work)
