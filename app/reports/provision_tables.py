"""What a paper on a provision says, as tables of values titled in words: for PDF and workbook alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.money import exponent
from app.domain.provision_paper import ProvisionPaper
from app.domain.provision_policy import InsuredPart, OnAccountPart
from app.domain.provision_sheet import RateLine, Side
from app.words import say, word
from app.words.formats import DASH, amount, day_in_column, day_in_sentence
from app.words.provision_names import (
    bucket_names,
    per_cent,
    rate_why,
    segment_name,
    sensitivity_name,
    source_in,
)

Cell = str | int | Decimal | date | None
"""Text, money in minor units of the base currency, a rate in per cent, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table; ``shares`` are its columns' parts of the width, figures from column ``figures`` on.

    ``left`` are columns of text among the figures. ``before`` is said above the table, ``after`` below.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: int = 1
    left: frozenset[int] = frozenset()
    totals: tuple[tuple[Cell, ...], ...] = ()
    before: str = ""
    after: str = ""


class Tables:
    """The sections of one paper in one language."""

    def __init__(self, paper: ProvisionPaper, lang: str) -> None:
        self._paper, self._sheet, self._lang = paper, paper.sheet, lang
        sheet = paper.sheet
        self.buckets = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
        self._many = len(sheet.segments) > 1 or sheet.segments != ("",)

    def segment(self, segment: str) -> str:
        """A segment's name."""
        return segment_name(self._sheet.policy.segmenting, segment, self._sheet.names, self._lang)

    def bucket(self, place: int) -> str:
        """A bucket's name."""
        return self.buckets[place]

    def money(self, minor: int) -> str:
        """An amount of the base currency within a sentence."""
        return amount(minor, exponent(self._sheet.base))

    def heads(self, *names: str) -> tuple[str, ...]:
        """Titles of columns by name."""
        return tuple(say(f"provision_column.{name}", self._lang) for name in names)

    def say(self, name: str, **params: object) -> str:
        """Words of this paper by name."""
        return say(f"provision_paper.{name}", self._lang, **params)

    # -- facts ----------------------------------------------------------------------------------

    def facts(self) -> Iterator[tuple[str, str]]:
        """What stands at the head: the result, and by which choices."""
        sheet, lang = self._sheet, self._lang
        policy = sheet.policy
        standard = say(f"provision_standard.{policy.standard}", lang)
        yield self.say("gross"), self.money(sheet.gross)
        yield self.say("standard"), standard
        if sheet.small_firm:
            return
        ageing = say(f"provision_ageing.{policy.ageing}", lang)
        yield self.say("provided"), self.money(sheet.total)
        yield self.say("segmenting"), say(f"provision_segmenting.{policy.segmenting}", lang)
        yield self.say("net"), self.money(sheet.gross - sheet.total)
        yield self.say("ageing"), ageing
        yield self.say("cover"), per_cent(sheet.cover)
        yield self.say("method"), say(f"rate_source.{policy.method}", lang)
        yield self.say("matrix_part"), self.money(sheet.result.matrix)
        yield self.say("specific_part"), self.money(sheet.specific)

    def remarks(self) -> Iterator[str]:
        """What has to be known beside the figures."""
        sheet = self._sheet
        if not sheet.small_firm and sheet.rests_on_examples:
            yield self.say("example_warning")
        if sheet.missing:
            yield self.say("missing", currencies=", ".join(sheet.missing))
        if sheet.on_account.total:
            kind = "net" if sheet.policy.on_account is OnAccountPart.NET else "shown"
            yield self.say(
                f"on_account_{kind}",
                total=self.money(sheet.on_account.total),
                used=self.money(sheet.on_account.used),
                left=self.money(sheet.on_account.left),
            )

    # -- the matrix -----------------------------------------------------------------------------

    def matrix(self) -> Section:
        """Cell by cell, a sum per segment where there are several, and the whole."""
        sheet, rows = self._sheet, []
        for segment in sheet.segments:
            own = [one for one in sheet.result.cells if one.cell.segment == segment]
            for one in own:
                cell = one.cell
                name = self.segment(segment) if self._many else ""
                rows.append(
                    (
                        name,
                        self.bucket(cell.bucket),
                        cell.gross,
                        cell.specific,
                        cell.insured,
                        one.basis,
                        one.base_rate,
                        one.rate,
                        one.amount,
                    )
                )
        cells = sheet.result.cells
        total: tuple[Cell, ...] = (
            say("paper.total", self._lang),
            "",
            sum(one.cell.gross for one in cells),
            sum(one.cell.specific for one in cells),
            sum(one.cell.insured for one in cells),
            sum(one.basis for one in cells),
            None,
            None,
            sheet.result.matrix,
        )
        heads = self.heads(
            "segment", "bucket", "gross", "specific", "insured", "basis", "rate", "applied", "provided"
        )
        shares = (0.13, 0.12, 0.13, 0.11, 0.12, 0.13, 0.075, 0.075, 0.11)
        section = Section(
            "matrix", self.say("matrix"), heads, shares, tuple(rows), 2, totals=(total,), after=self._rule()
        )
        return section if self._many else _without_first(section)

    def _rule(self) -> str:
        return self.say("rule")

    def rates(self) -> Section:
        """Every rate with its source, and why it is not the one asked for."""
        rows = [
            (
                self.segment(one.segment) if self._many else "",
                self.bucket(one.bucket),
                one.rate,
                say(f"rate_source.{one.source}", self._lang),
                self._why(one),
            )
            for one in self._sheet.rates
        ]
        heads = self.heads("segment", "bucket", "rate", "source", "why")
        section = Section(
            "rates",
            self.say("rates"),
            heads,
            (0.16, 0.15, 0.1, 0.16, 0.43),
            tuple(rows),
            2,
            frozenset({3, 4}),
            after=say(f"rate_about.{self._sheet.policy.method}", self._lang)
            if self._sheet.policy.method != "example"
            else "",
        )
        return section if self._many else _without_first(section)

    def _why(self, line: RateLine) -> str:
        derived = {one.segment: one for one in self._sheet.derivations}
        own = derived.get(line.segment) or derived.get("")
        periods, wanted = (own.periods, own.wanted) if own else (0, 0)
        why = rate_why(line.why, self._lang, periods, wanted)
        if line.why == "whole_company":
            return "; ".join(filter(None, (why, rate_why(line.note, self._lang, periods, wanted))))
        gap = "；" if self._lang == "zh" else "; "
        return gap.join(filter(None, (why, source_in(line.note, self._lang))))

    def scenarios(self) -> Section:
        """Weights and multipliers, and what they make together."""
        policy = self._sheet.policy
        rows = [
            (word("provision_scenario", one.code, self._lang), one.weight, f"{one.multiplier:f}")
            for one in policy.scenarios
        ]
        source = policy.scenario_source or say("rate_source.example", self._lang)
        after = self.say("multiplier", by=f"{self._sheet.result.multiplier.normalize():f}")
        return Section(
            "scenarios",
            self.say("scenarios"),
            self.heads("scenario", "weight", "multiplier"),
            (0.5, 0.25, 0.25),
            tuple(rows),
            after=f"{after}　{self.say('source', source=source)}",
        )

    # -- outside the matrix ---------------------------------------------------------------------

    def specifics(self) -> Section:
        """Debts provided for by themselves."""
        sheet = self._sheet
        rows = [
            (
                one.customer_en or one.customer if self._lang == "en" else one.customer,
                one.number,
                " ".join(filter(None, (word("provision_reason", one.reason, self._lang), one.note))),
                one.amount,
                one.insured,
                one.share,
                one.provided,
            )
            for one in sheet.specifics
        ]
        total: tuple[Cell, ...] = (
            say("paper.total", self._lang), "", "", sum(one.amount for one in sheet.specifics),
            sum(one.insured for one in sheet.specifics), None, sheet.specific,
        )  # fmt: skip
        return Section(
            "specific",
            self.say("specifics"),
            self.heads("customer", "number", "reason", "gross", "insured_open", "share", "provided"),
            (0.24, 0.14, 0.18, 0.13, 0.12, 0.07, 0.12),
            tuple(rows),
            3,
            totals=(total,),
        )

    def insured(self) -> Section:
        """The insurers behind the debts."""
        sheet = self._sheet
        rows = [
            (one.insurer, one.policy, one.insured, one.own_share, one.pays, one.out, one.provided)
            for one in sheet.counterparties
        ]
        out = sheet.policy.insured is InsuredPart.OUT
        before = self.say(
            "insured_out" if out else "insured_keep", rate=f"{sheet.policy.insurer_rate.normalize():f}"
        )
        source = sheet.policy.insurer_source or say("rate_source.example", self._lang)
        return Section(
            "insured",
            self.say("insured"),
            self.heads("insurer", "policy", "insured_open", "own_share", "pays", "out", "provided"),
            (0.26, 0.16, 0.13, 0.11, 0.13, 0.12, 0.09),
            tuple(rows),
            2,
            before=before,
            after=self.say("source", source=source) if out else "",
        )

    # -- movement and journal -------------------------------------------------------------------

    def movement(self) -> Section:
        """From the last booked provision to this one."""
        moved = self._paper.movement
        parts = moved.movement if moved is not None else None
        lines = ("begin", "charged", "released", "written_off", "recovered", "end")
        rows = []
        for name in lines if parts is not None else ():
            sign = -1 if name in {"released", "written_off"} else 1
            rows.append((say(f"provision_move.{name}", self._lang), sign * getattr(parts, name)))
        before = self.say("from_nothing")
        if moved is not None and moved.begin_on is not None:
            start, end = (day_in_sentence(day, self._lang) for day in (moved.begin_on, moved.end_on))
            before = self.say("from_to", start=start, end=end)
        return Section(
            "movement",
            self.say("movement"),
            self.heads("what", "amount"),
            (0.7, 0.3),
            tuple(rows[:-1]),
            before=before,
            totals=tuple(rows[-1:]),
        )

    def journal(self) -> Section:
        """What is to be posted, in the chart of accounts in use."""
        rows: list[tuple[Cell, ...]] = []
        for one in self._paper.postings:
            account = self._paper.account(one.account)
            debit = one.side is Side.DEBIT
            rows.append(
                (
                    say(f"posting.{one.what}", self._lang) if debit else "",
                    say(f"posting_side.{one.side}", self._lang),
                    account.code if account else "",
                    account.name(self._lang) if account else one.account,
                    one.amount if debit else None,
                    None if debit else one.amount,
                )
            )
        used = any(one.what in {"written_off", "recovered"} for one in self._paper.postings)
        note = say("posting.already", self._lang) if used else ""
        gap = "　" if note else ""
        source = self.say("source", source=source_in(self._paper.account_source, self._lang))
        return Section(
            "journal",
            self.say("journal"),
            (*self.heads("what"), "", *self.heads("code", "account", "debit", "credit")),
            (0.24, 0.07, 0.1, 0.27, 0.16, 0.16),
            tuple(rows),
            4,
            before="" if rows else self.say("nothing_to_post"),
            after=f"{note}{gap}{source}" if rows else "",
        )

    # -- what it hangs on -----------------------------------------------------------------------

    def sensitivity(self) -> Section:
        """Other rates, the worst scenario, a bucket worse."""
        rows = [
            (sensitivity_name(one.code, one.params, self._lang), one.total, one.change)
            for one in self._paper.sensitivities
        ]
        return Section(
            "sensitivity",
            self.say("sensitivity"),
            self.heads("what", "provided", "change"),
            (0.5, 0.25, 0.25),
            tuple(rows),
        )

    def comparison(self) -> Section | None:
        """Beside the end of the quarter before."""
        found = self._paper.comparison
        if found is None:
            return None
        rows = [
            (
                self.segment(one.segment) if self._many else "",
                self.bucket(one.bucket),
                one.gross_before,
                one.gross_after,
                one.before,
                one.after,
                one.volume,
                one.rate,
            )
            for one in found.cells
        ]
        special: tuple[Cell, ...] = (
            self.say("specifics"), "", None, None, found.before.specific, found.after.specific, None, None,
        )  # fmt: skip
        total: tuple[Cell, ...] = (
            say("paper.total", self._lang), "", found.before.gross, found.after.gross,
            found.before.total, found.after.total,
            sum(one.volume for one in found.cells), sum(one.rate for one in found.cells),
        )  # fmt: skip
        gross, provided = self.heads("gross", "provided")
        was, now = self.heads("before", "after")
        heads = (
            *self.heads("segment", "bucket"),
            f"{gross} {was}",
            f"{gross} {now}",
            f"{provided} {was}",
            f"{provided} {now}",
            self.say("volume"),
            self.say("rate_change"),
        )
        day = day_in_sentence(found.before.as_of, self._lang)
        section = Section(
            "compare",
            self.say("compare", day=day),
            heads,
            (0.14, 0.13, 0.14, 0.14, 0.12, 0.12, 0.105, 0.105),
            tuple(rows),
            2,
            totals=(special, total) if found.before.specifics or found.after.specifics else (total,),
        )
        return section if self._many else _without_first(section)

    # -- direct write-off, items, law -----------------------------------------------------------

    def due(self) -> Section:
        """What a firm that writes off directly may give up."""
        rows = [
            (
                one.customer_en or one.customer if self._lang == "en" else one.customer,
                one.number,
                one.due,
                "、".join(say(f"write_off_ground.{each}", self._lang) for each in one.grounds)
                if self._lang == "zh"
                else "; ".join(say(f"write_off_ground.{each}", self._lang) for each in one.grounds),
                one.amount,
            )
            for one in self._paper.due
        ]
        total: tuple[Cell, ...] = (
            say("paper.total", self._lang), "", None, "", sum(one.amount for one in self._paper.due),
        )  # fmt: skip
        return Section(
            "due",
            self.say("due"),
            self.heads("customer", "number", "due", "ground", "amount"),
            (0.3, 0.17, 0.13, 0.24, 0.16),
            tuple(rows),
            4,
            totals=(total,) if rows else (),
            before="" if rows else self.say("no_due"),
        )

    def items(self) -> Section:
        """Every debt behind the cells; for the workbook."""
        rows = [
            (
                self.segment(one.segment),
                self.bucket(one.bucket),
                one.customer_en or one.customer if self._lang == "en" else one.customer,
                one.number,
                one.doc_date,
                one.due,
                one.currency,
                one.open,
                one.credits,
                one.specific,
                one.insured,
                one.basis,
                one.insured_open,
            )
            for one in self._sheet.items
        ]
        heads = self.heads(
            "segment", "bucket", "customer", "number", "doc_date", "due", "currency", "gross", "credits",
            "specific", "insured", "basis", "insured_open",
        )  # fmt: skip
        return Section("items", say("provision_book.items", self._lang), heads, (), tuple(rows), 7)

    def grounds(self) -> Iterator[tuple[str, str]]:
        """What standards and tax say, each with its source."""
        codes = (
            ("small_firms", "tax_overdue", "tax_small")
            if self._sheet.small_firm
            else ("simplified", "tax_provision")
        )
        for code in codes:
            note = self._paper.examples.note(code)
            if note is not None:
                yield note.text(self._lang), self.say("source", source=source_in(note.source, self._lang))

    def standing(self) -> str:
        """Whether it was booked, when and by whom."""
        run = self._paper.run
        if run is None:
            return self.say("draft")
        day = day_in_column(run.booked_on, self._lang)
        return self.say("booked_by", day=day, by=run.by) if run.by else self.say("booked", day=day)

    @property
    def title(self) -> str:
        """What the paper is called."""
        return self.say("small" if self._sheet.small_firm else "title")

    def shown(self, cell: Cell, *, dash: bool = False) -> str:
        """A cell as it reads on paper."""
        match cell:
            case None:
                return DASH if dash else ""
            case Decimal():
                return per_cent(cell)
            case date():
                return day_in_column(cell, self._lang)
            case int():
                return amount(cell, exponent(self._sheet.base), zero_dash=True)
            case _:
                return cell


def _without_first(section: Section) -> Section:
    """The same without the column of segments: there is only one."""

    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (row[0] or row[1], *row[2:]) if row[0] else row[1:]

    whole = 1 - section.shares[0]
    return Section(
        section.key,
        section.title,
        section.heads[1:],
        tuple(share / whole for share in section.shares[1:]),
        tuple(map(cut, section.rows)),
        section.figures - 1,
        frozenset(each - 1 for each in section.left),
        tuple(map(cut, section.totals)),
        section.before,
        section.after,
    )
