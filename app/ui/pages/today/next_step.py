"""What the next step of a work item does: the one place that knows where each action leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.work import WorkItem
    from app.ui.navigator import Navigator

Go = Callable[["Navigator", Mapping[str, object]], None]


def run(navigator: Navigator, item: WorkItem) -> None:
    """Go where the item is dealt with."""
    step = _STEPS.get(item.action, _file)
    step(navigator, item.target)


def _run_of_reminders(navigator: Navigator, target: Mapping[str, object]) -> None:
    navigator.go("reminders", tab="run", chosen=target.get("customer_id"))


def _write(navigator: Navigator, target: Mapping[str, object]) -> None:
    navigator.go("reminders", customer_id=target.get("customer_id"))


def _file(navigator: Navigator, target: Mapping[str, object]) -> None:
    """The customer's file, at its collection tab."""
    navigator.go("customers", **{**target, "document_id": 0, "tab": "collection"})


def _lines(navigator: Navigator, _target: Mapping[str, object]) -> None:
    navigator.go("bank", tab="lines", state="waiting")


def _on_account(navigator: Navigator, _target: Mapping[str, object]) -> None:
    navigator.go("bank", tab="lines", state="unallocated")


def _bill(navigator: Navigator, target: Mapping[str, object]) -> None:
    navigator.go("bank", tab="bills", bill_id=target.get("bill_id"))


def _document(navigator: Navigator, target: Mapping[str, object]) -> None:
    navigator.go("customers", document_id=target.get("document_id"))


def _import(navigator: Navigator, _target: Mapping[str, object]) -> None:
    navigator.go("importing")


_STEPS: Mapping[str, Go] = {
    "note": _run_of_reminders,
    "letter": _run_of_reminders,
    "email": _run_of_reminders,
    "message": _run_of_reminders,
    "call": _file,
    "promise": _file,
    "plan": _file,
    "dispute": _file,
    "follow_up": _file,
    "match": _lines,
    "allocate": _on_account,
    "bill": _bill,
    "limitation": _document,
    "acknowledge": _write,
    "import": _import,
}
