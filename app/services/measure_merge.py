"""Joining two customers: what was provided for, found and assumed about one goes on about the other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.credit_record import Alert
from app.domain.measure_record import Finding, PeriodReview, PlanRun, SpecificProvision, Study
from app.domain.setting import Setting
from app.services.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.ports import UnitOfWork

Measured = SpecificProvision | Finding | PlanRun

MEASURED: tuple[type[Measured], ...] = (SpecificProvision, Finding, PlanRun)
"""What measuring keeps about a customer."""
_KEY_CUSTOMERS = "stress.key"
_LOCKED = "locked"


def prepare(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Before the rows of ``lose`` move to ``keep``: one provision for the whole, one finding of a kind."""
    _drop_provisions(uow, keep, lose)
    _drop_findings(uow, keep, lose)
    _rename_assumed(uow, keep, lose)


def point_runs(uow: UnitOfWork, gone: Alert, kept: Alert) -> None:
    """A warning that goes because the other customer's says the same hands its plan's runs on."""
    for run in uow.find(PlanRun, alert_id=gone.id):
        uow.replace(replace(run, alert_id=kept.id))


def _drop_provisions(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Where all that the kept one owes is provided for, that holds; the other's for those days goes."""
    ours = [one for one in uow.find(SpecificProvision, customer_id=keep) if one.document_id is None]
    theirs = [one for one in uow.find(SpecificProvision, customer_id=lose) if one.document_id is None]
    gone = [one.id for one in theirs if any(_meet(one, other) for other in ours)]
    uow.remove(SpecificProvision, gone)


def _meet(one: SpecificProvision, other: SpecificProvision) -> bool:
    """Whether two hold on a day both."""
    return (one.until is None or other.start <= one.until) and (
        other.until is None or one.start <= other.until
    )


def _drop_findings(uow: UnitOfWork, keep: int, lose: int) -> None:
    """In a review that is not locked a finding that nobody wrote anything to goes where both have it."""
    told = {(one.review_id, one.code) for one in uow.find(Finding, customer_id=keep)}
    locked = {one.id for one in uow.find(PeriodReview, state=_LOCKED)}
    theirs = uow.find(Finding, customer_id=lose)
    same = [
        one
        for one in theirs
        if one.code and (one.review_id, one.code) in told and one.review_id not in locked
    ]
    uow.remove(
        Finding, [one.id for one in same if not (one.text or one.action or one.note or one.carried_id)]
    )


def _rename_assumed(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Scenarios, overlays, kept tests and the list of key customers name the kept one."""
    for one in uow.find(Study):
        content, result = (_renamed(text, keep, lose) for text in (one.content, one.result))
        if (content, result) != (one.content, one.result):
            uow.replace(replace(one, content=content, result=result))
    for setting in uow.find(Setting, name=_KEY_CUSTOMERS):
        told = _read(setting.value)
        if isinstance(told, dict) and str(lose) in told:
            since = told.pop(str(lose))
            told[str(keep)] = min(str(told.get(str(keep), since)), str(since))
            put_setting(uow, setting.name, told)


def _renamed(text: str, keep: int, lose: int) -> str:
    """A study's JSON with one customer's number for the other's; as it was where it names neither."""
    told = _read(text)
    changed = _walked(told, _by_name(keep, lose))
    return text if changed == told else json.dumps(changed, ensure_ascii=False, sort_keys=True)


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # written by a later version
        return None


def _by_name(keep: int, lose: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Renames in one JSON object: an event's customer, a shock's list of them, a kept test's."""

    def renamed(told: dict[str, Any]) -> dict[str, Any]:
        made = dict(told)
        for name in ("customer", "customer_id"):
            if made.get(name) in {lose, str(lose)}:
                made[name] = type(made[name])(keep)
        if made.get("whom") == "customer" and isinstance(made.get("values"), list):
            made["values"] = list(
                dict.fromkeys(str(keep) if one == str(lose) else one for one in made["values"])
            )
        for name in ("customers", "struck"):
            if isinstance(made.get(name), list):
                made[name] = list(dict.fromkeys(keep if one == lose else one for one in made[name]))
        return made

    return renamed


def _walked(told: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Every object of a JSON value, changed."""
    if isinstance(told, dict):
        return {name: _walked(value, change) for name, value in change(told).items()}
    if isinstance(told, list):
        return [_walked(one, change) for one in told]
    return told
