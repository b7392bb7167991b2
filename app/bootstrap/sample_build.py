"""Building the sample company, once or many times over, into a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.adapters.pinyin import initials
from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.names import match_key
from app.services.control import Control
from app.services.sample.build import build, build_scaled
from app.services.sample.catalogue import sample_company
from app.storage.backup import put_in_place
from app.storage.company_file import create_company, open_company

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
            else:
                build_scaled(store, as_of, _finished, times, control=control)
        finally:
            store.close()


def _finished(customer: Customer) -> Customer:
    return replace(customer, name_key=match_key(customer.name), initials=initials(customer.name))
