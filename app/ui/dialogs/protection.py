"""The open company's password: set, changed, removed, remembered here; and its recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.domain.file_name import safe_name
from app.domain.problem import DomainError, HoldfastError
from app.services.control import CancelledError
from app.ui.faults import is_ours, sentence
from app.ui.pages.customers.guard import reason
from app.ui.shell.unlocking import left_for, tried
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.form_field import FormField
from app.ui.widgets.labels import label, line
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.new_password import NewPassword
from app.ui.widgets.password_edit import PasswordEdit
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.services.previews import PagePicture
    from app.services.protection import Protection, Rewritten
    from app.ui.context import PageContext

T = TypeVar("T")
_WIDE, _EDGE, _ROOM, _LEAST = 600, 24, 48, 320
_MOST_LEFT = 4
_FOLDER = "folder.exports"
_RENEWS, _READS = frozenset({"set", "change"}), frozenset({"sheet", "computer"})


class _Stoppable:
    """A control the user stops without losing the answer: it says how far the work got."""

    def __init__(self, control: Control, stopped: Callable[[], bool]) -> None:
        self._control, self._stopped = control, stopped

    def progress(self, done: int, total: int, label: str = "") -> None:
        self._control.progress(done, total, label)

    def cancelled(self) -> bool:
        return self._stopped() or self._control.cancelled()


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of a new password: None where it was stopped before anything was changed."""

    rewritten: Rewritten | None
    key: FileKey | None = None


class ProtectionDialog(QDialog):
    """One part at a time: ``set``; or ``change``, ``sheet``, ``computer`` and ``remove``.

    ``protected_changed`` tells whether the file has a password now. A new password just typed need
    not be typed again for the sheet: its key stays here until the dialog closes.
    """

    help_topic = "page.settings.security"
    protected_changed = Signal(bool)

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, part: str = "") -> None:
        super().__init__(parent)
        self.context, self._wanted = context, part
        self._service = context.company.protection
        self.state: Protection | None = None
        self._key: FileKey | None = None
        self._running = self._stopped = self._placed = False
        self._number = -1
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Password and recovery"))
        theme = context.theme
        self.parts = Segmented(self.tr("What to do"))
        self.parts.set_choices([("set", self.tr("Set a password"))])
        self.parts.chosen.connect(self._show_part)
        self.about = label("", "body", "secondary", wrap=True)
        self.old = PasswordEdit(theme)
        self.old_field = FormField(self.old)
        self.old_field.set_text(
            self.tr("Present password"), self.tr("The code of the recovery sheet will do as well.")
        )
        self.caps = label(self.tr("Caps Lock is on."), "caption", "warn")
        self.caps.hide()
        self.old.caps_changed.connect(self.caps.setVisible)
        self.new = NewPassword(theme, context.formats)
        self.new.resized.connect(self._fit_soon)
        self.message = MessageStrip(theme)
        self.loading = LoadingBar(theme)
        self.work = label("", "small", "secondary")
        self.second_button = button(theme, "", "normal", "printer", self.print_sheet)
        self.go_button = button(theme, "", "primary", run=self.submit)
        self.go_button.setDefault(True)
        self.close_button = button(theme, self.tr("Close"), "quiet", run=self.reject)
        self._lay_out()
        context.runner.progressed.connect(self._on_progress)
        self._show_part()
        self.read()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(_EDGE, 20, _EDGE, 14)
        body.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(self.windowTitle(), "page"))
        head.addWidget(label(self.context.company.path.name, "small", "secondary", wrap=True))
        body.addLayout(head)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(12)
        form.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.about, self.old_field, self.caps, self.new):
            form.addWidget(widget)
        body.addWidget(self._form)
        body.addWidget(self.message)
        body.addWidget(self.loading)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 12, _EDGE, 16)
        foot.setSpacing(8)
        foot.addWidget(self.work, 1)
        for one in (self.close_button, self.second_button, self.go_button):
            foot.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(line())
        layout.addLayout(foot)

    # -- parts ----------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask how the file is protected."""
        service = self._service
        self.context.runner.database(lambda _control: service.state(), self._on_state, owner=self)

    def _on_state(self, state: Protection) -> None:
        self.state = state
        choices = [("set", self.tr("Set a password"))]
        if state.encrypted:
            choices = [
                ("sheet", self.tr("Recovery sheet")),
                ("change", self.tr("Change password")),
                ("computer", self.tr("This computer")),
                ("remove", self.tr("Remove password")),
            ]
        keys = [key for key, _ in choices]
        self.parts.set_choices(choices)
        self.parts.setVisible(len(choices) > 1)
        self.parts.set_current(self._wanted if self._wanted in keys else keys[0])
        self._wanted = ""
        self._placed = False
        self._show_part()

    @property
    def part(self) -> str:
        """The part in view."""
        return self.parts.current

    def _show_part(self, *_: object) -> None:
        part = self.part
        forgets = part == "computer" and self.state is not None and self.state.remembered
        known = self._key is not None and part in _READS
        self.about.setText(self._about(part))
        self.old_field.setVisible(part != "set" and not known and not forgets)
        self.new.setVisible(part in _RENEWS)
        self.second_button.setVisible(part == "sheet")
        self.second_button.setText(self.tr("Print…"))
        self.go_button.setText(self._verb(part, forgets=forgets))
        self.go_button.setProperty("kind", "danger" if part == "remove" else "primary")
        self.go_button.style().unpolish(self.go_button)
        self.go_button.style().polish(self.go_button)
        self._allow()
        self.old_field.set_error("")
        first: QWidget = self.go_button
        if not (self.old_field.isHidden() and self.new.isHidden()):
            first = self.new.password if self.old_field.isHidden() else self.old
        focused = cast("QWidget | None", self.focusWidget())
        if focused is None or not self.parts.isAncestorOf(focused):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_soon()

    def _allow(self) -> None:
        """A file open for reading only keeps its password; nothing acts while something runs."""
        why = "" if self.part in _READS else reason(self.context, Duty.PEOPLE)
        for one in (self.go_button, self.second_button):
            one.setEnabled(self.state is not None and not why and not self._running)
            one.setToolTip(why)

    def _about(self, part: str) -> str:
        if self.context.company.read_only and part not in _READS:
            return self.tr("This file is open for reading only: its password cannot be changed now.")
        if part not in _READS and (why := reason(self.context, Duty.PEOPLE)):
            return why
        if part == "computer" and self.state is not None and self.state.remembered:
            return self.tr("This computer remembers the key and opens the file without asking.")
        texts = {
            "set": self.tr(
                "With a password the file is encrypted, and so are its backups: whoever finds or takes "
                "them can read nothing. Nobody, its makers included, can open it without the password "
                "or the recovery sheet."
            ),
            "change": self.tr(
                "The file and its backups are encrypted anew. Recovery sheets printed before no longer "
                "open it; copies kept elsewhere still have the old password."
            ),
            "remove": self.tr(
                "The file and its backups are written in clear: whoever has them can read them."
            ),
            "computer": self.tr(
                "The key can be kept in the system's own key store, so that this computer opens the file "
                "without asking. Who signs in as you can then open it too. Unlocking always asks."
            ),
            "sheet": self.tr(
                "One page with a code that opens the file when the password is forgotten, until the "
                "password is changed. Keep it in a safe, not beside the computer."
            ),
        }
        return texts[part]

    def _verb(self, part: str, *, forgets: bool) -> str:
        verbs = {
            "set": self.tr("Set password"),
            "change": self.tr("Change password"),
            "remove": self.tr("Remove password"),
            "sheet": self.tr("Save PDF…"),
            "computer": self.tr("Forget") if forgets else self.tr("Remember"),
        }
        return verbs[part]

    # -- acting ---------------------------------------------------------------------------------

    def submit(self) -> None:
        """Do what the part in view is for."""
        if self._running or self.state is None or not self.go_button.isEnabled():
            return
        acts = {
            "set": self._renew,
            "change": self._renew,
            "remove": self._remove,
            "sheet": self.save_sheet,
            "computer": self._remember,
        }
        acts[self.part]()

    def _old_given(self) -> bool:
        """Whether the present password was typed, and may be tried now."""
        if self.old_field.isHidden():
            return True
        left = left_for(self.context.company.path)
        if left:
            self._refuse_old(self.tr("Next try in %n s.", "", left))
        elif not self.old.text():
            self._refuse_old(self.tr("Enter the present password."))
        return not left and bool(self.old.text())

    def _refuse_old(self, text: str) -> None:
        self.old_field.set_error(text)
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_soon()

    def _secret(self) -> str | FileKey:
        return self._key if self._key is not None and self.old_field.isHidden() else self.old.text()

    def _renew(self) -> None:
        given = self._old_given()
        path = self.context.company.path
        if self.new.wrong((path.stem, path.name)) or not given:
            if not given:
                self.old.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        service, files, part = self._service, self.context.app.files, self.part
        old, new = self.old.text(), self.new.text

        def work(control: Control) -> _Done:
            made = service.protect(new, control) if part == "set" else service.change(old, new, control)
            return _Done(made, files.key_of(path, new))

        self._run_rewrite(work)

    def _remove(self) -> None:
        if self._old_given():
            service, old = self._service, self.old.text()
            self._run_rewrite(lambda control: _Done(service.remove(old, control)))

    def _run_rewrite(self, work: Callable[[Control], _Done]) -> None:
        self._stopped = False

        def stoppable(control: Control) -> _Done:
            try:
                return work(_Stoppable(control, lambda: self._stopped))
            except CancelledError:
                return _Done(None)

        self.close_button.setText(self.tr("Stop"))
        self._run(stoppable, self._rewritten)

    def _rewritten(self, found: _Done) -> None:
        if found.rewritten is None:
            self.message.say("info", self.tr("Stopped. Nothing was changed."))
            return
        part, self._key = self.part, found.key
        if part != "set":
            tried(self.context.company.path, right=True)
        said = {
            "set": self.tr("The file is protected now. Print the recovery sheet."),
            "change": self.tr(
                "The password was changed. Print a new recovery sheet and destroy the old one."
            ),
            "remove": self.tr("The password was removed."),
        }
        self._wanted = "sheet"
        self._wipe()
        self._say_rewritten(said[part], found.rewritten)
        self.protected_changed.emit(part != "remove")
        self.read()

    def _say_rewritten(self, text: str, found: Rewritten) -> None:
        lang = self.context.formats.lang
        lines = [text]
        if found.backups:
            lines[0] += " " + self.tr("%n backups were re-written.", "", found.backups)
        lines += [
            f"{one.path.name}: {say(one.problem.code, lang, **one.problem.params)}"
            for one in found.left[:_MOST_LEFT]
        ]
        if len(found.left) > _MOST_LEFT:
            lines.append(self.tr("And %n more.", "", len(found.left) - _MOST_LEFT))
        lines.append(say("protection.elsewhere", lang))
        self.message.say("warn" if found.left else "good", "\n".join(lines))
        self._fit_soon()

    def _remember(self) -> None:
        files, path = self.context.app.files, self.context.company.path
        if self.state is not None and self.state.remembered:
            self._run(lambda _control: files.forget_key(path), lambda _nothing: self._again("computer"))
        elif self._old_given():
            secret = self._secret()

            def work(_control: Control) -> None:
                files.remember(path, files.key_of(path, secret) if isinstance(secret, str) else secret)

            self._run(work, lambda _nothing: self._again("computer"))

    def _again(self, part: str) -> None:
        self._wanted = part
        self._wipe()
        self.read()

    # -- the sheet ------------------------------------------------------------------------------

    def save_sheet(self) -> None:
        """Ask where to, and save the recovery sheet."""
        if not self._old_given():
            return
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = Path(str(self.context.preferences.get(_FOLDER, "") or Path.home()))
        title = say("recovery.sheet.title", self.context.formats.lang)
        name = safe_name(f"{title} {self.context.company.path.stem}", ".pdf", folder=str(folder))
        picked, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(folder / name), "PDF (*.pdf)")
        if picked:
            self.write_sheet(ending(Path(picked), ".pdf"))

    def write_sheet(self, path: Path) -> None:
        """Write the recovery sheet there."""
        service, secret, lang = self._service, self._secret(), self.context.formats.lang
        text = self.tr("Saved: {name}. Print it, then delete the file: it opens the company for anybody.")

        def work(_control: Control) -> None:
            service.write_sheet(service.recovery(secret), path, lang)

        def saved(_nothing: None) -> None:
            self.message.say("good", text.format(name=path.name))

        self._run(work, saved)

    def print_sheet(self) -> None:
        """Print the recovery sheet; nothing of it touches the disk."""
        if self._running or not self._old_given():
            return
        service, secret, lang = self._service, self._secret(), self.context.formats.lang
        previews = self.context.company.previews

        def work(control: Control) -> list[PagePicture]:
            pdf = service.sheet_as_pdf(service.recovery(secret), lang)
            return previews.printable(pdf, control)

        self._run(work, self._print)

    def _print(self, pages: list[PagePicture]) -> None:
        from app.ui.printing import print_pages  # noqa: PLC0415 - brings Qt's printing

        if print_pages(pages, self.windowTitle(), self):
            self.message.say("good", self.tr("Sent to the printer."))

    # -- work under way -------------------------------------------------------------------------

    def _run(self, work: Callable[[Control], T], done: Callable[[T], None]) -> None:
        self._set_running(running=True)
        self.message.hide()

        def ended(found: T) -> None:
            self._set_running(running=False)
            done(found)
            self._fit_soon()

        task = self.context.runner.database(work, ended, failed=self._failed, owner=self)
        self._number = task.number

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self._form.setEnabled(not running)
        self._allow()
        if running:
            self.loading.start()
            return
        self.loading.stop()
        self.work.clear()
        self.close_button.setEnabled(True)
        self.close_button.setText(self.tr("Close"))

    def _failed(self, error: Exception) -> None:
        self._set_running(running=False)
        lang = self.context.formats.lang
        code = error.code if isinstance(error, HoldfastError) else ""
        if is_ours(error):
            self.context.notices.error(error)
        elif code in {"password.wrong", "file.password_wrong"}:
            tried(self.context.company.path, right=False)
            wait = left_for(self.context.company.path)
            later = " " + self.tr("Next try in %n s.", "", wait) if wait else ""
            self._refuse_old(say("password.wrong", lang) + later)
        elif isinstance(error, DomainError) and code.startswith("password."):
            self.new.refuse(sentence(error, lang))
        elif isinstance(error, DomainError) and code.startswith("recovery."):
            self._refuse_old(sentence(error, lang))
        else:
            self.message.say("danger", sentence(error, lang))
        self._fit_soon()

    def _on_progress(self, number: int, done: int, total: int, code: str) -> None:
        if number == self._number and code:
            self.work.setText(say(code, self.context.formats.lang, done=done, total=total, n=total))
            if total:
                self.loading.set_progress(done, total)

    # -- leaving --------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; while the file is re-written, stop instead: what is done stays whole."""
        if self._running:
            self._stopped = True
            self.close_button.setEnabled(False)
            return
        super().reject()

    def done(self, result: int) -> None:
        """Whatever was typed goes with the dialog."""
        self._wipe()
        self._key = None
        super().done(result)

    def _wipe(self) -> None:
        self.old.wipe()
        self.new.wipe()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """As high as its content; never shrink under the hand."""
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        width = min(_WIDE, max(_LEAST, host.width() - _ROOM))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            high = layout.totalHeightForWidth(width)
            wanted = max(high, self.height() if self._placed else 0)
            self._placed = self.state is not None
            self.resize(width, min(wanted, host.height() - _ROOM))
