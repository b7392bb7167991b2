"""Building the sample company, once or many times over, into a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.pinyin import initials
from app.bootstrap.decide import SqlDeciding
from app.bootstrap.insure import SqlInsuring
from app.bootstrap.measure import SqlMeasuring
from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.names import match_key
from app.services.control import Control
from app.services.sample.build import build, build_scaled
from app.services.sample.catalogue import sample_company
from app.services.sample.decide import VERB, decide
from app.storage.backup import put_in_place
from app.storage.company_file import create_company, open_company

if TYPE_CHECKING:
    from app.services.sample.deciding import At, Services
    from app.storage.store import SqlStore

ACTOR = "Holdfast"


def write_sample(path: Path, as_of: date, times: int = 1, control: Control | None = None) -> None:
    """Build the sample company (``times`` over) into ``path``: whole or not at all."""
    clock = FixedClock(as_of)
    with put_in_place(path) as making:
        create_company(making, replace(sample_company(), sample_as_of=as_of), clock=clock, actor=ACTOR)
        store = open_company(making, clock=clock, actor=ACTOR)
        try:
            if times == 1:
                build(store, as_of, _finished)
                with store.joined(VERB, as_of=as_of.isoformat()):
                    decide(store, as_of, _days(store, as_of))
            else:
                build_scaled(store, as_of, _finished, times, control=control)
        finally:
            store.close()


def _days(store: SqlStore, as_of: date) -> At:
    """The services as they were on any day, over one store."""
    today = compose(store, FixedClock(as_of), store.close)

    @cache
    def at(day: date) -> Services:
        clock = FixedClock(day)
        return replace(
            today,
            clock=clock,
            deciding_services=lambda session: SqlDeciding(store, today.company, clock, session),
            insuring_services=lambda session: SqlInsuring(store, today.company, clock, session),
            measuring_services=lambda session: SqlMeasuring(store, today.company, clock, session),
        )

    return at


def _finished(customer: Customer) -> Customer:
    return replace(customer, name_key=match_key(customer.name), initials=initials(customer.name))
