"""A derivation of loss rates as JSON can hold it, so that a booked provision keeps what its rates rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.domain.loss_history import ChainTable, Cohort, Derivation, RollTable
from app.domain.provision import RateSource


def derivation_text(one: Derivation) -> dict[str, Any]:
    """Everything of it; rates as text, exact."""
    told: dict[str, Any] = {
        "segment": one.segment,
        "method": one.method.value,
        "rates": _texts(one.rates),
        "periods": one.periods,
        "wanted": one.wanted,
        "why": one.why,
    }
    if one.roll is not None:
        told["roll"] = {
            "days": _days(one.roll.days),
            "balances": [list(row) for row in one.roll.balances],
            "into_last": list(one.roll.into_last),
            "rolls": _texts(one.roll.rolls),
        }
    if one.chain is not None:
        told["chain"] = {
            "days": _days(one.chain.days),
            "moved": [list(row) for row in one.chain.moved],
            "paid": list(one.chain.paid),
            "lost": list(one.chain.lost),
            "ends": [[str(paid), str(lost)] for paid, lost in one.chain.ends],
        }
    if one.cohorts:
        told["cohorts"] = [
            [each.month.isoformat(), list(each.reached), list(each.lost), each.open] for each in one.cohorts
        ]
    return told


def derivation_of(told: Mapping[str, Any]) -> Derivation:
    """The derivation as it was kept."""
    roll, chain = told.get("roll"), told.get("chain")
    return Derivation(
        told["segment"],
        RateSource(told["method"]),
        _figures(told["rates"]),
        told["periods"],
        told["wanted"],
        told["why"],
        None if roll is None else _roll_of(roll),
        None if chain is None else _chain_of(chain),
        tuple(
            Cohort(date.fromisoformat(month), tuple(reached), tuple(lost), left)
            for month, reached, lost, left in told.get("cohorts", ())
        ),
    )


def _roll_of(told: Mapping[str, Any]) -> RollTable:
    return RollTable(
        tuple(map(date.fromisoformat, told["days"])),
        tuple(map(tuple, told["balances"])),
        tuple(told["into_last"]),
        _figures(told["rolls"]),
    )


def _chain_of(told: Mapping[str, Any]) -> ChainTable:
    return ChainTable(
        tuple(map(date.fromisoformat, told["days"])),
        tuple(map(tuple, told["moved"])),
        tuple(told["paid"]),
        tuple(told["lost"]),
        tuple((Fraction(paid), Fraction(lost)) for paid, lost in told["ends"]),
    )


def _days(days: Sequence[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _texts(rates: Sequence[Decimal | None]) -> list[str | None]:
    return [None if rate is None else str(rate) for rate in rates]


def _figures(rates: Sequence[str | None]) -> tuple[Decimal | None, ...]:
    return tuple(None if rate is None else Decimal(rate) for rate in rates)
