"""Stations of the reminders page: runs, letters, policies, templates, a letter to one customer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint

from tests.tour.choosing import busiest, document_of
from tests.tour.stage import Stage


def reminders(stage: Stage) -> None:
    """The run of the day, its drawer, what is not chased, and looking through the letters."""
    page = stage.page("reminders")
    stage.until(lambda: page.run.proposal is not None)
    stage.shot("reminders-run")
    page._open_proposed(page.run.proposal.letters[0])
    stage.settle(200)
    stage.shot("reminders-run-drawer")
    page.drawer.close_drawer()
    page.run.view.set_current("skipped")
    page.run._on_view("skipped")
    stage.shot("reminders-not-chased")
    page.run.view.set_current("letters")
    page.run._on_view("letters")
    page._look_through()
    stage.settle(200)
    dialog: Any = stage.over()[-1]
    stage.looker.words.learn_text(f"{dialog.windowTitle()} {dialog._title.text()}")
    stage.shot("reminders-look-through")
    dialog.view.set_current("message")
    dialog.view.chosen.emit("message")
    stage.looker.words.learn_text(dialog.text.toPlainText())
    stage.shot("reminders-message")
    stage.close_all()


def reminders_letters(stage: Stage) -> None:
    """Drafts, what is done with them, and letters that were sent."""
    page = stage.page("reminders")
    stage.until(lambda: page.run.proposal is not None)
    page.run.draft()
    stage.until(lambda: page.letters.model.rowCount() > 0)
    stage.shot("reminders-drafts")
    ids = list(page.letters.model.ids())
    errands: dict[str, Callable[[], object]] = {
        "sent": lambda: page.errands.mark_sent(ids[:2]),
        "delivered": lambda: page.errands.delivered(ids[:1]),
        "leave-out": lambda: page.errands.leave_out(ids[:3]),
    }
    for name, run in errands.items():
        run()
        stage.settle()
        stage.shot(f"reminders-{name}")
        stage.close_all()
    page.letters.show_scope("sent")
    stage.settle()
    stage.until(lambda: page.letters.model.rowCount() > 0)
    sent = page.letters.model.ids()[0]
    page._open_letter(sent)
    stage.settle(250)
    stage.shot("reminders-sent")
    page.errands.reply(page.letter.detail)
    stage.shot("reminders-reply")
    stage.close_all()
    page.errands.output_menu([sent]).popup(page.mapToGlobal(QPoint(400, 300)))
    stage.shot("menu-put-out")
    stage.close_all()
    page.drawer.close_drawer()


def reminders_policies(stage: Stage) -> None:
    """The ladders, a step, and a mistake in one."""
    page = stage.page("reminders", tab="policies")
    stage.until(lambda: bool(page.policies.policies))
    stage.shot("reminders-policies")
    page.policies.edit_step(3)
    stage.shot("reminders-step")
    dialog: Any = page.policies.dialog
    dialog.days.setValue(2)
    dialog.verify("days")
    stage.shot("reminders-step-wrong")
    stage.close_all()
    page.policies.add()
    stage.shot("reminders-policy")
    stage.close_all()
    page.policies.code = "none"
    page.policies._write()
    stage.shot("reminders-policy-empty")


def reminders_templates(stage: Stage) -> None:
    """The words of a letter beside the letter, and a mistake at its place."""
    page = stage.page("reminders", tab="templates")
    stage.until(lambda: page.templates.stored is not None)
    stage.settle(700)
    stage.looker.words.learn_text(page.templates.editor.subject.text() + page.templates.text.toPlainText())
    stage.shot("reminders-templates")
    editor = page.templates.editor
    stage.looker.words.learn_text("toda today")
    editor.body.setPlainText(editor.body.toPlainText().replace("{{ today }}", "{{ toda }}", 1))
    stage.settle(700)
    stage.shot("reminders-template-wrong")
    page.templates.discard()
    editor.part.set_current("message")
    editor._on_part("message")
    stage.settle(600)
    stage.shot("reminders-template-message")


def letters_of_one(stage: Stage) -> None:
    """Writing to one customer, and how a customer and an invoice are reminded."""
    first = stage.ask(busiest)[0]
    page = stage.page("customers", customer_id=first)
    page.write_letter()
    stage.shot("dialog-letter")
    stage.close_all()
    page.entries.reminding(first)
    stage.shot("dialog-reminding")
    stage.close_all()
    invoice = stage.ask(lambda session: document_of(session, ["invoice"])).document
    page.entries.reminding(invoice.customer_id, invoice.id)
    stage.shot("dialog-reminding-invoice")
    stage.close_all()
    page = stage.page("settings", tab="letterhead")
    stage.looker.words.learn_text("JPEG")
    stage.shot("settings-letterhead")


# -- history, settings, help --------------------------------------------------------------------
