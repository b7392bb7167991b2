"""What taking a statement in would do: which lines are there already, which pay what, which wait."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.bank import BankLine
from app.domain.bank_file import BankFile, RawBankLine
from app.domain.cash_match import CashPart, Clue, LineProposal, MatchRule, Tolerances
from app.domain.cash_matcher import Matcher
from app.services.bank_views import BankReader, MatchPlan, Outcome, PlannedLine
from app.services.import_progress import ticking

if TYPE_CHECKING:
    from app.services.ports import Control

_KEY_LENGTH = 24
_LOOKS_KNOWN = Clue("bank.clue_looks_known", {})
LOOKS_KNOWN = "bank.why_looks_known"
IN_CLOSED = "bank.why_closed"


def line_keys(lines: Sequence[RawBankLine]) -> list[str]:
    """A key for each line, the same whenever the line is read again.

    By the bank's own number of the line where it gives one, else by all that the line says. Equal
    lines of a statement are told apart by a count, so that two equal payments of a day are two.
    """
    seen: Counter[str] = Counter()
    keys = []
    for line in lines:
        said: tuple[object, ...] = (line.payer, line.payer_account, line.text, line.reference)
        told = (line.bank_id,) if line.bank_id else said
        text = "\x1f".join(map(str, (line.on, line.amount, line.currency, *told)))
        base = hashlib.sha256(text.encode()).hexdigest()[:_KEY_LENGTH]
        seen[base] += 1
        keys.append(f"{base}#{seen[base]}")
    return keys


class BankPlanner:
    """Plans one file for one account."""

    def __init__(
        self,
        reader: BankReader,
        rules: Sequence[MatchRule],
        tolerances: Tolerances,
        base: str,
        closed: date | None = None,
    ) -> None:
        self._reader = reader
        self._rules = rules
        self._tolerances = tolerances
        self._base = base
        self._closed = closed

    def plan(self, file: BankFile, account_id: int, control: Control) -> MatchPlan:
        """Every line with what will come of it; certain ones use up what they pay, in order of date."""
        keys = line_keys(file.lines)
        known = self._reader.keys(account_id, keys) if account_id else frozenset()
        fresh = [(line, key) for line, key in zip(file.lines, keys, strict=True) if key not in known]
        matcher = self._matcher([line for line, _ in fresh])
        alike = self._alike(file, keys, known, account_id)
        fresh.sort(key=lambda pair: (pair[0].on, pair[0].row))
        planned: dict[str, PlannedLine] = {}
        for line, key in ticking(fresh, control, "bank.matching"):
            planned[key] = self._planned(matcher, line, key, alike)
        lines = tuple(
            planned.get(key) or PlannedLine(line, key, Outcome.KNOWN)
            for line, key in zip(file.lines, keys, strict=True)
        )
        return MatchPlan(file, account_id, lines, self._reader.revision())

    def _matcher(self, lines: Sequence[RawBankLine]) -> Matcher:
        days = [line.on for line in lines] or [date.min.replace(year=2000)]
        book = self._reader.book({line.amount for line in lines}, min(days), max(days))
        return Matcher(book, self._rules, self._tolerances, self._base)

    def _alike(
        self, file: BankFile, keys: Sequence[str], known: object, account_id: int
    ) -> dict[tuple[date, int], int]:
        """Lines of the account of the same day and amount that the file does not hold: perhaps the same.

        The same booking read from another kind of file has another key.
        """
        if not account_id:
            return {}
        there = dict(self._reader.alike(account_id, {line.on for line in file.lines}))
        for line, key in zip(file.lines, keys, strict=True):
            if key in known and (line.on, line.amount) in there:  # type: ignore[operator]
                there[line.on, line.amount] -= 1
        return there

    def _planned(
        self, matcher: Matcher, line: RawBankLine, key: str, alike: dict[tuple[date, int], int]
    ) -> PlannedLine:
        proposals = matcher.proposals(line)
        if alike.get((line.on, line.amount), 0) > 0:
            alike[line.on, line.amount] -= 1
            doubted = (
                replace(one, certain=False, evidence=(*one.evidence, _LOOKS_KNOWN)) for one in proposals
            )
            return PlannedLine(line, key, Outcome.WAIT, tuple(doubted), LOOKS_KNOWN)
        if proposals and self._closed is not None and line.on <= self._closed:
            return PlannedLine(line, key, Outcome.WAIT, proposals, IN_CLOSED)
        if proposals and proposals[0].certain:
            matcher.use(proposals[0])
            return PlannedLine(line, key, Outcome.APPLY, proposals)
        if not proposals and matcher.payer(line).stranger:
            return PlannedLine(line, key, Outcome.IGNORE, (), "bank.why_stranger")
        if not proposals and line.amount < 0 and not line.returned:
            return PlannedLine(line, key, Outcome.IGNORE, (), "bank.why_money_out")
        return PlannedLine(line, key, Outcome.WAIT, proposals, "" if proposals else "bank.why_nothing")


def raw_of(line: BankLine) -> RawBankLine:
    """A stored line as the rules see it."""
    returned = '"returned": true' in line.evidence
    return RawBankLine(
        line.id, line.on, line.amount, line.currency, line.payer, line.payer_account, line.text,
        line.reference, "", returned,
    )  # fmt: skip


def evidence_text(
    proposal: LineProposal | None, raw: RawBankLine, why: str = "", write_offs: Sequence[int] = ()
) -> str:
    """What is kept with a line: how it was decided, as JSON."""
    kept: dict[str, object] = {"why": why} if why else {}
    if raw.returned:
        kept["returned"] = True
    if proposal is not None:
        kept |= {
            "rule": proposal.rule,
            "certain": proposal.certain,
            "difference": proposal.difference,
            "customer": proposal.customer_id,
            "receipt": proposal.receipt_id,
            "parts": [asdict(part) for part in proposal.parts],
            "clues": [[clue.code, dict(clue.params)] for clue in proposal.evidence],
        }
    if write_offs:
        kept["write_offs"] = list(write_offs)
    return json.dumps(kept, ensure_ascii=False, default=str) if kept else ""


def evidence_of(text: str) -> Mapping[str, object]:
    """The kept evidence; empty where there is none."""
    try:
        kept = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def kept_proposal(line: BankLine, customer: str) -> LineProposal | None:
    """The proposal by which a line was decided."""
    kept = defaultdict(lambda: None, evidence_of(line.evidence))
    if not kept["rule"]:
        return None
    parts = [one for one in kept["parts"] or () if isinstance(one, dict)]  # type: ignore[attr-defined]
    clues = [one for one in kept["clues"] or () if isinstance(one, list)]  # type: ignore[attr-defined]
    return LineProposal(
        int(str(kept["customer"] or 0)),
        customer,
        tuple(CashPart(**part) for part in parts),
        tuple(Clue(str(code), dict(params)) for code, params in clues),
        bool(kept["certain"]),
        int(str(kept["difference"] or 0)),
        str(kept["rule"]),
        int(str(kept["receipt"] or 0)),
    )
