"""Lets the sample company decide about credit, in the order in which one thing rests on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.sample.deciding import employ, grade, limit, scene
from app.services.sample.ordering import ask, order
from app.services.sample.watching import learn, watch

if TYPE_CHECKING:
    from datetime import date

    from app.services.ports import Store
    from app.services.sample.deciding import At

VERB = "sample.decide"


def decide(store: Store, as_of: date, at: At) -> None:
    """People, grades, orders, limits, checks, warnings and cases, through the services of each day."""
    here = scene(as_of, at)
    employ(here)
    grade(here)
    order(here)
    limit(here)
    ask(here)
    watch(here)
    learn(here, store)
