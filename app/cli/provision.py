"""The provision for bad debts of a day: a table for people, JSON for programs, a PDF or a workbook."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.cli.days import known_day
from app.cli.printing import aligned, major, put_json, say_out, say_written
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, day_in_column
from app.words.provision_names import bucket_names, per_cent, segment_name

if TYPE_CHECKING:
    from app.domain.provision_paper import ProvisionPaper
    from app.domain.provision_sheet import MovementSheet, ProvisionSheet
    from app.services.session import CompanySession

_COLUMNS = ("segment", "bucket", "gross", "specific", "insured", "basis", "applied", "provided", "source")
_MOVES = ("begin", "charged", "released", "written_off", "recovered", "end")


def tell_provision(session: CompanySession, call: Namespace) -> None:
    """Work the provision out; it is not booked."""
    service = session.provisions
    paper = service.paper(service.provision(known_day(session, call.as_of)))
    for path, write in ((call.pdf, service.write_pdf), (call.xlsx, service.write_xlsx)):
        if path is not None:
            write(paper, path, call.lang)
            say_written(path, call)
    if call.json:
        put_json(_as_json(paper))
    elif call.pdf is None and call.xlsx is None:
        for line in (*_as_lines(paper.sheet, call.lang), *_after_lines(paper, call.lang)):
            say_out(line)


def _as_json(paper: ProvisionPaper) -> dict[str, object]:
    sheet, base = paper.sheet, paper.sheet.base
    return {
        "as_of": sheet.as_of.isoformat(),
        "currency": base,
        "standard": sheet.policy.standard.value,
        "gross": major(sheet.gross, base),
        "provision": major(sheet.total, base),
        "cover": None if sheet.cover is None else f"{sheet.cover:.2f}",
        "matrix_provision": major(sheet.result.matrix, base),
        "specific_provision": major(sheet.specific, base),
        "multiplier": f"{sheet.result.multiplier:f}",
        "rests_on_examples": sheet.rests_on_examples and not sheet.small_firm,
        "on_account": {
            "total": major(sheet.on_account.total, base),
            "set_off": major(sheet.on_account.used, base),
            "left": major(sheet.on_account.left, base),
        },
        "without_rate": list(sheet.missing),
        "matrix": _matrix(sheet),
        "rates": _rates(sheet),
        "specific": _specific(sheet),
        "counterparties": _counterparties(sheet),
        "movement": None if paper.movement is None else _movement(paper.movement),
        "journal": [
            {
                "for": one.what,
                "side": one.side.value,
                "account": one.account,
                "code": account.code if (account := paper.account(one.account)) else "",
                "amount": major(one.amount, base),
            }
            for one in paper.postings
        ],
        "sensitivity": [
            {
                "code": one.code,
                **{name: str(value) for name, value in one.params.items()},
                "provision": major(one.total, base),
                "change": major(one.change, base),
            }
            for one in paper.sensitivities
        ],
        "write_offs_due": [
            {
                "number": one.number,
                "customer": one.customer,
                "due": one.due.isoformat(),
                "amount": major(one.amount, base),
                "grounds": list(one.grounds),
            }
            for one in paper.due
        ],
    }


def _matrix(sheet: ProvisionSheet) -> list[dict[str, object]]:
    return [
        {
            "segment": one.cell.segment,
            "bucket": one.cell.bucket,
            "gross": major(one.cell.gross, sheet.base),
            "specific": major(one.cell.specific, sheet.base),
            "insured": major(one.cell.insured, sheet.base),
            "basis": major(one.basis, sheet.base),
            "rate": _plain(one.base_rate),
            "applied": _plain(one.rate),
            "provision": major(one.amount, sheet.base),
        }
        for one in sheet.result.cells
    ]


def _rates(sheet: ProvisionSheet) -> list[dict[str, object]]:
    return [
        {
            "segment": one.segment,
            "bucket": one.bucket,
            "rate": _plain(one.rate),
            "source": one.source.value,
            "asked": one.asked.value,
            "why": one.why,
            "note": one.note,
        }
        for one in sheet.rates
    ]


def _specific(sheet: ProvisionSheet) -> list[dict[str, object]]:
    return [
        {
            "customer": one.customer,
            "number": one.number,
            "reason": one.reason,
            "amount": major(one.amount, sheet.base),
            "share": _plain(one.share),
            "provision": major(one.provided, sheet.base),
            "insured": major(one.insured, sheet.base),
        }
        for one in sheet.specifics
    ]


def _counterparties(sheet: ProvisionSheet) -> list[dict[str, object]]:
    return [
        {
            "insurer": one.insurer,
            "policy": one.policy,
            "insured": major(one.insured, sheet.base),
            "payable": major(one.pays, sheet.base),
            "own_share": major(one.own_share, sheet.base),
            "taken_out": major(one.out, sheet.base),
            "provision": major(one.provided, sheet.base),
        }
        for one in sheet.counterparties
    ]


def _movement(moved: MovementSheet) -> dict[str, object]:
    return {
        "from": None if moved.begin_on is None else moved.begin_on.isoformat(),
        "to": moved.end_on.isoformat(),
        **{name: major(getattr(moved.movement, name), moved.base) for name in _MOVES},
    }


def _plain(rate: Decimal) -> str:
    return f"{rate.normalize():f}"


def _as_lines(sheet: ProvisionSheet, lang: str) -> list[str]:
    places = exponent(sheet.base)
    day = day_in_column(sheet.as_of, lang)
    lines = [say("cli.provision.title", lang, day=day, currency=sheet.base), ""]
    if sheet.small_firm:
        lines.append(say("provision_standard.small_firms", lang))
        return [*lines, f"{say('provision_paper.gross', lang)} {amount(sheet.gross, places)}"]
    buckets = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
    sources = {(one.segment, one.bucket): one for one in sheet.rates}
    rows = [[say(f"provision_column.{name}", lang) for name in _COLUMNS]]
    for one in sheet.result.cells:
        cell = one.cell
        line = sources[cell.segment, cell.bucket]
        figures = (cell.gross, cell.specific, cell.insured, one.basis)
        rows.append(
            [
                segment_name(sheet.policy.segmenting, cell.segment, sheet.names, lang),
                buckets[cell.bucket],
                *(amount(each, places) for each in figures),
                per_cent(one.rate),
                amount(one.amount, places),
                say(f"rate_source.{line.source}", lang),
            ]
        )
    lines += aligned(rows, (False, False, True, True, True, True, True, True, False))
    facts = [
        (say("provision_paper.gross", lang), amount(sheet.gross, places)),
        (say("provision_paper.matrix_part", lang), amount(sheet.result.matrix, places)),
        (say("provision_paper.specific_part", lang), amount(sheet.specific, places)),
        (say("provision_paper.provided", lang), amount(sheet.total, places)),
        (say("provision_paper.cover", lang), per_cent(sheet.cover)),
    ]
    lines += ["", *aligned(facts, (False, True))]
    if sheet.rests_on_examples:
        lines += ["", say("provision_paper.example_warning", lang)]
    return lines


def _after_lines(paper: ProvisionPaper, lang: str) -> list[str]:
    """What comes of it: the movement, or what a small firm may write off."""
    places = exponent(paper.sheet.base)
    moved = paper.movement
    if moved is not None and not paper.sheet.small_firm:
        sums = [
            (say(f"provision_move.{name}", lang), amount(getattr(moved.movement, name), places))
            for name in _MOVES
        ]
        return ["", say("provision_paper.movement", lang), *aligned(sums, (False, True))]
    due = [
        (one.customer, one.number, day_in_column(one.due, lang), amount(one.amount, places))
        for one in paper.due
    ]
    return ["", say("provision_paper.due", lang), *aligned(due, (False, False, False, True))] if due else []
