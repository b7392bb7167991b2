"""Lets the sample company decide about credit, insure it and measure itself, in the order things need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.sample.claiming import claim, notify
from app.services.sample.deciding import employ, grade, limit, scene
from app.services.sample.insuring import agree, declare, limit_buyers, ship
from app.services.sample.measuring import measure
from app.services.sample.ordering import ask, order
from app.services.sample.watching import learn, watch

if TYPE_CHECKING:
    from datetime import date

    from app.services.ports import Store
    from app.services.sample.deciding import At, Scene

VERB = "sample.decide"


def decide(store: Store, as_of: date, at: At) -> None:
    """From people and grades to insurance, cases and the review, through the services of each day."""
    here = scene(as_of, at)
    employ(here)
    grade(here)
    order(here)
    limit(here)
    ask(here)
    insure(here, store)
    watch(here)
    learn(here, store)
    measure(here, store)


def insure(here: Scene, store: Store) -> None:
    """Policies, buyer limits, shipments, declarations, notices, claims."""
    insured = agree(here)
    limit_buyers(insured)
    ship(insured)
    declare(insured)
    notify(insured, here.now.cover.book(here.as_of), store)
    claim(insured, store)
