"""A change of everything answers like one of any table."""

from __future__ import annotations

from app.domain.changes import EVERYTHING


def test_everything_touches_whatever_is_asked_for() -> None:
    touched = EVERYTHING.touched
    assert touched.keys() & {"company", "rate"} == {"company", "rate"}
    assert frozenset({"customer"}) & touched.keys() == {"customer"}
    assert touched.keys() - {"company"}
    assert "customer" in touched
    assert touched.get("customer") == frozenset(), "many rows of it"
