"""The stations of a company that asks who works with it: at opening, in the navigation, in its settings."""

from __future__ import annotations

from app.domain.company import Company
from app.domain.credit_record import Person
from app.domain.customer import Customer
from app.services.session import CompanySession
from app.ui.dialogs.seat import SeatDialog
from tests.tour.stage import Stage

_PEOPLE = (("沈国强", "owner", "4711"), ("Anna Lindqvist", "credit", "2468"), ("方雪莹", "sales", "1357"))
_NAME = "恒信五金（就座）"


def desk(stage: Stage) -> None:
    """Switched on, asked, only looking, sitting down with another role."""
    window = stage.window
    window.close_company()
    path = stage.home / f"{_NAME}.holdfast"
    stage.looker.words.learn_text(f"PIN {path} {_NAME} 苏州恒岳 " + " ".join(name for name, _, _ in _PEOPLE))
    window.doors.create(path, Company(_NAME, "CNY"))
    stage.until(window.has_company)
    stage.settle()
    stage.ask(_enter)
    card = stage.page("settings", tab="security").security.desk
    stage.settle()
    stage.shot("desk-settings")
    card.switch()
    stage.shot("desk-switch")
    card.dialog.pin.setText("4711")
    card.dialog.submit()
    stage.settle()
    stage.shot("desk-on")
    stage.page("settings", tab="security").security.desk.give()
    stage.settle()
    stage.shot("desk-duties")
    stage.close_all()
    window.close_company()
    window.open_path(path)
    stage.until(window.has_company)
    stage.settle()
    dialog = _asked(stage)
    stage.shot("desk-ask")
    dialog.pin.setText("0000")
    dialog.submit()
    stage.shot("desk-wrong")
    dialog.reject()
    stage.page("importing")
    stage.shot("desk-look")
    window.desk.ask()
    stage.settle()
    dialog = _asked(stage)
    dialog.person.choose("方雪莹")
    dialog.pin.setText("1357")
    dialog.submit()
    stage.settle()
    stage.page("customers")
    stage.shot("desk-sales")
    window.desk.ask()
    stage.settle()
    stage.shot("desk-change")
    stage.close_all()
    window.close_company()
    stage.settle()


def _enter(session: CompanySession) -> object:
    for name, role, pin in _PEOPLE:
        person = min(session.people.save(Person(name, role)).touched["person"])
        session.people.set_pin(person, pin)
        session.people.unlock("沈国强", "4711")
    return session.customers.create(Customer("苏州恒岳"))


def _asked(stage: Stage) -> SeatDialog:
    (dialog,) = [one for one in stage.over() if isinstance(one, SeatDialog)]
    return dialog
