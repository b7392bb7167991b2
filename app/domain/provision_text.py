"""A provision and its choices as text (JSON): what a booked run keeps, and what a setting holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.derivation_text import derivation_of, derivation_text
from app.domain.problem import DomainError
from app.domain.provision import (
    Cell,
    Provided,
    Provision,
    RateSource,
    Scenario,
    Specific,
    Standard,
    multiplier,
)
from app.domain.provision_policy import (
    Ageing,
    Books,
    InsuredPart,
    OnAccountPart,
    ProvisionPolicy,
    Segmenting,
    TypedRate,
    require_sound,
)
from app.domain.provision_sheet import (
    Buckets,
    Counterparty,
    OnAccountSum,
    ProvisionSheet,
    RateLine,
    SpecificLine,
)

_ENUMS: Mapping[str, type[Any]] = {
    "standard": Standard,
    "books": Books,
    "segmenting": Segmenting,
    "ageing": Ageing,
    "method": RateSource,
    "insured": InsuredPart,
    "on_account": OnAccountPart,
}
_UNREADABLE = (
    KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, InvalidOperation,
    RecursionError,
)  # fmt: skip
"""What reading a text that somebody wrote into can raise."""
_NUMBERS = frozenset({"months", "income"})
_DECIMALS = frozenset({"lgd", "insurer_rate"})
_SOURCES = frozenset({"lgd_source", "scenario_source", "insurer_source"})


def policy_text(policy: ProvisionPolicy) -> dict[str, Any]:
    """The choices as JSON can hold them."""
    told: dict[str, Any] = {name: getattr(policy, name).value for name in _ENUMS}
    told |= {name: getattr(policy, name) for name in (*sorted(_NUMBERS), *sorted(_SOURCES))}
    told |= {name: f"{getattr(policy, name):f}" for name in sorted(_DECIMALS)}
    told["scenarios"] = [[one.code, f"{one.weight:f}", f"{one.multiplier:f}"] for one in policy.scenarios]
    told["typed"] = [
        [one.ageing.value, one.segment, one.bucket, f"{one.rate:f}", one.source] for one in policy.typed
    ]
    return told


def policy_of(stored: object, usual: ProvisionPolicy) -> ProvisionPolicy:
    """Choices as stored; what is not told or cannot be read is as usual."""
    if not isinstance(stored, dict):
        return usual
    try:
        told: dict[str, Any] = {name: kind(stored[name]) for name, kind in _ENUMS.items() if name in stored}
        told |= {name: int(stored[name]) for name in _NUMBERS & stored.keys()}
        told |= {name: Decimal(str(stored[name])) for name in _DECIMALS & stored.keys()}
        told |= {name: str(stored[name]) for name in _SOURCES & stored.keys()}
        if "scenarios" in stored:
            told["scenarios"] = tuple(
                Scenario(str(code), Decimal(weight), Decimal(by)) for code, weight, by in stored["scenarios"]
            )
        if "typed" in stored:
            told["typed"] = tuple(
                TypedRate(Ageing(ageing), str(segment), int(bucket), Decimal(rate), str(source))
                for ageing, segment, bucket, rate, source in stored["typed"]
            )
        found = replace(usual, **told)
        require_sound(found)
    except (*_UNREADABLE, DomainError):
        return usual
    return found


def sheet_text(sheet: ProvisionSheet) -> str:
    """What of a sheet is kept when it is booked: all but the debts behind the cells."""
    told = {
        "as_of": sheet.as_of.isoformat(),
        "base": sheet.base,
        "gross": sheet.gross,
        "policy": policy_text(sheet.policy),
        "limits": list(sheet.buckets.limits),
        "segments": list(sheet.segments),
        "names": dict(sheet.names),
        "cells": [
            [*_cell(one.cell), f"{one.base_rate:f}", f"{one.rate:f}", one.amount, one.by_insurer]
            for one in sheet.result.cells
        ],
        "rates": [
            [one.segment, one.bucket, f"{one.rate:f}", one.source.value, one.asked.value, one.why, one.note]
            for one in sheet.rates
        ],
        "specific": [_specific_text(one) for one in sheet.specifics],
        "counterparties": [
            [one.insurer, one.policy, one.insured, one.pays, one.out, one.provided]
            for one in sheet.counterparties
        ],
        "on_account": [sheet.on_account.total, sheet.on_account.used],
        "derivations": [derivation_text(one) for one in sheet.derivations],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _cell(cell: Cell) -> tuple[str, int, int, int, int]:
    return cell.segment, cell.bucket, cell.gross, cell.specific, cell.insured


def _specific_text(one: SpecificLine) -> dict[str, Any]:
    return {
        "record": one.record_id,
        "document": one.document_id,
        "customer": one.customer_id,
        "name": one.customer,
        "number": one.number,
        "start": one.start.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "share": f"{one.share:f}",
        "reason": one.reason,
        "amount": one.amount,
        "provided": one.provided,
        "insured": one.insured,
        "note": one.note,
    }


def sheet_of(text: str) -> ProvisionSheet:
    """A sheet as it was booked; ``DomainError`` where nobody can read it."""
    try:
        told = json.loads(text)
        policy = policy_of(told["policy"], ProvisionPolicy())
        specifics = tuple(_specific_of(one) for one in told["specific"])
        result = Provision(
            tuple(
                Provided(Cell(*cell[:5]), Decimal(cell[5]), Decimal(cell[6]), cell[7], cell[8])
                for cell in told["cells"]
            ),
            tuple(
                Specific(one.document_id, one.customer_id, one.amount, one.provided, one.reason)
                for one in specifics
            ),
            multiplier(policy.scenarios),
            policy.standard,
        )
        return ProvisionSheet(
            date.fromisoformat(told["as_of"]),
            told["base"],
            policy,
            Buckets(policy.ageing, tuple(told["limits"])),
            result,
            tuple(
                RateLine(
                    line[0], line[1], Decimal(line[2]), RateSource(line[3]), RateSource(line[4]), *line[5:]
                )
                for line in told["rates"]
            ),
            tuple(told["segments"]),
            told["names"],
            tuple(map(derivation_of, told.get("derivations", ()))),
            specifics,
            tuple(Counterparty(*one) for one in told["counterparties"]),
            OnAccountSum(*told["on_account"]),
            gross=told["gross"],
        )
    except _UNREADABLE as error:
        raise DomainError("provision.bad_run") from error


def _specific_of(told: Mapping[str, Any]) -> SpecificLine:
    return SpecificLine(
        told["record"],
        told["document"],
        told["customer"],
        told["name"],
        told["number"],
        date.fromisoformat(told["start"]),
        date.fromisoformat(told["until"]) if told["until"] else None,
        Decimal(told["share"]),
        told["reason"],
        told["amount"],
        told["provided"],
        told["insured"],
        told["note"],
    )
