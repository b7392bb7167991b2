"""Targets: JSON that a user gives or a company file holds, and short texts typed into a field."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import PurePosixPath

from app import resources
from app.adapters.file_places import shipped_marks
from app.adapters.preferences import JsonPreferences
from app.cli.claim_calc import read_json
from app.cli.mapping import read_mapping
from app.cli.parser import build
from app.domain import (
    assessment_text,
    backup,
    cash_overlay,
    claim_trace,
    contingency,
    credit_file_rules,
    credit_policy_text,
    declaration,
    dunning_text,
    fault_report,
    file_name,
    policy_text,
    proof,
    provision_text,
    scorecard_text,
    stress_scenario,
)
from app.domain.chain import Head
from app.domain.claim_case import read_case
from app.domain.claim_reckoning import reckon
from app.domain.dunning import DunningPolicy
from app.domain.file_key import FileKey, is_recovery_code
from app.domain.identifiers import check_identifier
from app.domain.importing import DateOrder, ImportKind
from app.domain.names import core, match_key
from app.domain.shared_place import Surroundings, conflict_copies, place_of
from app.domain.terms_text import parse_terms
from app.imports import dates, numbers
from app.services.import_mappings import from_text
from tests.fuzz.target import SCRATCH, Target, decoded, texts
from tests.imports.tables import text_table

_MAPPING = {
    "kind": "invoices", "sheet": "a", "encoding": "gb18030", "delimiter": ";", "header_row": 2,
    "header_rows": 1, "columns": {"number": "Invoice No", "amount": 7, "customer": None}, "date_order": "dmy",
    "decimal": ",", "unit": "10000", "currency": "EUR",
}  # fmt: skip
_CASE = {
    "currency": "CNY", "set_off": "500.00", "credit_limit": "900.00", "insured_pct": 90,
    "invoices": [{"no": "new", "gross": "1130.00", "net": "1000.00", "due": "2025-05-01"}],
}  # fmt: skip
_STRESS = {"name": "a", "shocks": [{"kind": "delay", "severity": 10, "whom": "all", "count": 3}]}
_POLICY = {"name": "C at 30 days", "grades": {"C": {"terms_days": 30, "cap": "1000.5"}}, "assumptions": {}}
_OVERLAY = {"events": [{"kind": "late", "who": "all", "days": 30, "percent": "10", "on": "2025-01-31"}]}
_PLAN = {
    "rules": ["late"],
    "triggers": ["x"],
    "steps": [{"text": "a", "who": "b", "days": 3}],
    "contacts": [],
}
_TICKS = [{"text": "a", "who": "b", "days": 3, "done": True, "by": "c", "on": "2025-01-31", "note": ""}]
_TRACE = {
    "as_of": "2025-01-31", "currency": "CNY", "covered": 1, "payable": 1, "first_loss": 0,
    "steps": [{"code": "covered", "taken": 0, "left": 1, "params": {}}],
    "invoices": [
        {"document_id": 1, "number": "A", "shipped": "2025-01-01", "due": "2025-02-01", "currency": "CNY",
         "open": 5, "insured": 4, "covered": 3, "debt": 5, "gaps": [["over_limit", 2]], "limit": 3,
         "credits": [[1, "receipt", "B", "2025-01-03", 4]]},
    ],
}  # fmt: skip
_RUN = {
    "as_of": "2025-01-31", "base": "CNY", "gross": 5, "policy": {"scenarios": [["base", "1", "1"]]},
    "limits": [0, 30], "segments": ["a"], "names": {"a": "b"}, "specific": [], "counterparties": [],
    "cells": [["a", 0, 5, 0, 0, "0.01", "0.01", 1, 0]], "on_account": [1, 0], "derivations": [],
    "rates": [["a", 0, "0.01", "typed", "typed", "", ""]],
}  # fmt: skip
_KEPT = {"columns": {"number": "单号"}, "date_orders": {"日期": "dmy"}, "decimal": ".", "unit": "1"}
_BACKUP = "恒信五金-00012-20251231T183000+0800-close.holdfast"
_PROOF = proof.as_text(proof.Proof("甲", "2025-12-31T18:00:00", (Head(5, "2025-12-31", "a" * 64),)))
_CALLS = ("aging\na.holdfast\n--as-of\n2025-12-31", "import\na\nb\n--kind\ninvoices")
_TABLE = "单号|客户|日期|金额\nA|甲公司|2025-01-31|12.5"
_ASSESSMENT = {"inputs": {"a": {"value": "1.5", "source": "file", "on": "2025-01-31"}}, "facts": {"b": "1"}}


def _json(*values: object) -> Callable[[], list[bytes]]:
    return lambda: [json.dumps(value, ensure_ascii=False).encode() for value in values]


def _shipped(*parts: str) -> Callable[[], list[bytes]]:
    return lambda: [resources.path(*parts).read_bytes()]


def _steps() -> list[bytes]:
    return [dunning_text.format_steps(policy).encode() for policy in _dunning()[:2]]


def _policies() -> list[bytes]:
    told = json.loads(resources.path("insurance_templates.json").read_text("utf-8"))
    return [json.dumps(one["terms"]).encode() for one in told["templates"][:2]]


@cache
def _dunning() -> Sequence[DunningPolicy]:
    return dunning_text.parse_shipped(resources.path("policies.json").read_text("utf-8"))


def _text(parse: Callable[[str], object], data: bytes) -> None:
    parse(decoded(data))


def _case(data: bytes) -> None:
    reckon(read_case({}, read_json(SCRATCH.holding(data, "case.json"))))


def _mapping(data: bytes) -> None:
    read_mapping(SCRATCH.holding(data, "map.json"))


def _remembered(data: bytes) -> None:
    from_text(decoded(data), ImportKind.INVOICES, text_table(_TABLE))


def _preferences(data: bytes) -> None:
    JsonPreferences(SCRATCH.holding(data, "preferences.json")).get("language")


def _terms(data: bytes) -> None:
    parse_terms(decoded(data))


def _identifier(data: bytes) -> None:
    check_identifier(decoded(data))


def _names(data: bytes) -> None:
    match_key(decoded(data))
    core(decoded(data))


def _date(data: bytes) -> None:
    dates.looks_like_date(decoded(data))
    for order in DateOrder:
        with suppress(dates.BadDateError):  # the staging words it with its row
            dates.parse(decoded(data), order)


def _number(data: bytes) -> None:
    text = decoded(data)
    numbers.looks_like_number(text)
    for mark in ".,":
        with suppress(numbers.BadNumberError, numbers.RoundedError):  # the staging words them with their row
            value, _ = numbers.parse_with_currency(text, mark)
            if value is not None and abs(value) < numbers.LARGEST:
                numbers.minor_units(value, "CNY")


def _file_name(data: bytes) -> None:
    text = decoded(data)
    name = file_name.safe_name(text, ".pdf", folder="C:\\" + "x" * (len(data) % 300))
    assert not set(name) & set('<>:"/\\|?*') and name.endswith(".pdf") and len(name) > len(".pdf")  # noqa: PT018
    backup.parse_name(text)
    backup.safe_stem(text)


def _recovery(data: bytes) -> None:
    text = decoded(data)
    is_recovery_code(text)
    FileKey.from_recovery(text, bytes(16))


def _proof(data: bytes) -> None:
    proof.read(decoded(data), "a.json")


def _fingerprint(data: bytes) -> None:
    proof.printed(decoded(data))


def _traces(data: bytes) -> None:
    fault_report.dumped(decoded(data))
    fault_report.redacted(decoded(data))


def _place(data: bytes) -> None:
    text = decoded(data)
    first, _, rest = text.partition("\n")
    place_of(first, shipped_marks(), Surroundings(system="Windows" if len(first) % 2 else "Linux"))
    conflict_copies(PurePosixPath(first).name or "a", rest.split("\n"), shipped_marks())


def _arguments(data: bytes) -> None:
    with suppress(SystemExit):  # --help and --version
        build("zh").parse_args(decoded(data).split("\n"))


def targets() -> list[Target]:
    """Every reader of JSON and of short texts."""
    whole = partial(partial, _text)
    return [
        Target("mapping", _mapping, _json(_MAPPING)),
        Target("claim_case", _case, _json(_CASE)),
        Target("stress_scenario", whole(stress_scenario.parse), _json(_STRESS)),
        Target("credit_policy", whole(partial(credit_policy_text.parse, currency="CNY")), _json(_POLICY)),
        Target("insurance_policy", whole(policy_text.parse), _policies, 16384),
        Target("scorecard", whole(scorecard_text.parse), _shipped("scorecards", "new.json"), 65536),
        Target("remembered_columns", _remembered, _json(_KEPT)),
        Target("dunning_steps", whole(partial(dunning_text.parse_steps, code="a")), _steps, 16384),
        Target("cash_overlay", whole(cash_overlay.events_of), _json(_OVERLAY)),
        Target("contingency_plan", whole(contingency.parse), _json(_PLAN)),
        Target("contingency_ticks", whole(contingency.parse_ticks), _json(_TICKS)),
        Target("provision_run", whole(provision_text.sheet_of), _json(_RUN)),
        Target("declaration", whole(declaration.parse), _json([["CN", 1, "a", 30, 5, 2]])),
        Target("claim_trace", whole(claim_trace.parse), _json(_TRACE)),
        Target("assessment", whole(assessment_text.read), _json(_ASSESSMENT)),
        Target("stored_figures", whole(credit_file_rules.figures_of), _json({"revenue": 5})),
        Target("preferences", _preferences, _json({"language": "zh"}), 512),
        Target(
            "payment_terms", _terms, texts("2/10 net 30", "月结60天", "30% in 30 days, 70% in 60 days"), 200
        ),
        Target(
            "identifier", _identifier, texts("91350211M000100Y43", "DE136695976", "5493001KJTIIGC8Y1R12"), 64
        ),
        Target("company_name", _names, texts("苏州恒岳机电有限公司", "ACME Co., Ltd. (HK)"), 300),
        Target("recovery_code", _recovery, texts(FileKey(bytes(range(32)), bytes(16)).recovery_code()), 200),
        Target("proof", _proof, texts(_PROOF)),
        Target("fingerprint", _fingerprint, texts(f"1234 {'3f9a c01b 22e1 90ab ' * 4}"), 200),
        Target("trace", _traces, texts('Fatal Python error: x\n  File "/home/a/b.py", line 3 in c')),
        Target("date", _date, texts("2025-01-31", "31 Jan 2025", "２０２５年1月", "45660"), 64),
        Target("number", _number, texts("-1,234.50", "(1.234,5)", "￥12万", "1.23E+12"), 64),
        Target(
            "file_name",
            _file_name,
            texts("CON.txt", "恒信五金-00012-20251231T183000+0800-close.holdfast"),
            600,
        ),
        Target("place", _place, texts("C:\\Users\\a\\OneDrive - b\\c.holdfast\nc (1).holdfast"), 300),
        Target(
            "arguments",
            _arguments,
            texts("aging\na.holdfast\n--as-of\n2025-12-31", "import\na\nb\n--kind\ninvoices"),
            200,
        ),
    ]
