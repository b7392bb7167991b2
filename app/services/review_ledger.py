"""The parts of a review that the ledger gives: key figures, aging and provision, movements, top risks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.document import DocumentKind
from app.domain.money import Money, convert, round_minor
from app.domain.period_review import Part, PartCode, Reading, Row, Sheet
from app.domain.provision_policy import YEAR_ENDS
from app.domain.review_value import Measure, Name, Said
from app.domain.scorecard import Grade
from app.domain.write_off import BAD_DEBTS
from app.services.review_books import named, share
from app.services.review_steps import next_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.aging import AgingRow
    from app.domain.review_value import Value
    from app.services.health_views import HealthFigure
    from app.services.review_books import Books
    from app.services.review_views import ProvisionFacts

MOST_OVERDUE = 6
"""So many customers stand by name in the list of what is overdue; the rest are one line."""
TOP_RISKS = 4
_STATES = ("ok", "near", "miss")
_TOTAL = Said("paper.total")


# -- key figures --------------------------------------------------------------------------------------


def figures(books: Books) -> Part:
    """All key figures with target, the quarter before, and how many met theirs."""
    health = books.health
    people = (row.customer for row in books.limits)
    names = {one.name: Name(one.name, one.name_en, one.customer_id) for one in people}
    found = tuple(reading(one, names) for one in health.figures)
    counted: dict[str, object] = {state: health.count(state) for state in _STATES}
    lead = [Said("review.lead.figures", counted)]
    worse = [one for one in found if one.status == "miss"]
    if worse:
        lead.append(Said("review.lead.missed", {"names": tuple(Said(f"kpi.{one.key}") for one in worse)}))
    return Part(PartCode.FIGURES, tuple(lead), found)


def reading(one: HealthFigure, names: Mapping[str, Name]) -> Reading:
    """A key figure as a review keeps it; ``names`` gives customers' in both languages."""
    bench, note = one.benchmark, dict(one.note_params)
    if isinstance(named_there := note.get("customers"), Sequence):
        note["customers"] = tuple(names.get(str(each), Name(str(each))) for each in named_there)
    return Reading(
        one.key,
        one.unit,
        one.value,
        one.before,
        one.target.value if one.target else None,
        one.bound,
        one.state,
        Said(one.why, dict(one.why_params)) if one.why else None,
        one.formula,
        tuple((each.name, each.value, each.unit) for each in one.operands),
        bench.value if bench else None,
        bench.source if bench else "",
        Said(one.note, note) if one.note else None,
        tuple((point.period.name, point.value) for point in one.trend),
    )


# -- aging and provision ------------------------------------------------------------------------------


def aging(books: Books) -> Part:
    """What stands open by age with its provision, and who owes most of what is overdue."""
    point, facts = books.age, books.provision
    if not any(point.buckets) and not point.unapplied:
        return Part(PartCode.AGING, missing=Said("review.nothing_open"))
    sheets = [_ages(books, facts), _ages_before(books), _overdue(books)]
    if facts is not None and not facts.direct and not _fits(books, facts):
        sheets.insert(1, _matrix(books, facts))
    return Part(
        PartCode.AGING,
        tuple(_aging_lead(books, facts)),
        sheets=tuple(sheets),
        lines=tuple(_provision_notes(facts)),
    )


def _aging_lead(books: Books, facts: ProvisionFacts | None) -> Iterable[Said]:
    point = books.age
    debits = sum(point.buckets)
    late = debits - point.buckets[0]
    old = [row for row in books.rows if row.buckets[-1] > 0]
    yield Said(
        "review.lead.aging",
        {
            "late": books.money(late),
            "share": share(late, debits),
            "old": books.money(point.buckets[-1]),
            "old_share": share(point.buckets[-1], debits),
            "days": books.ages.limits[-1],
            "n": len(old),
        },
    )
    if facts is None:
        return
    if facts.direct:
        yield Said("review.lead.direct")
    elif facts.before is None:
        yield Said("review.lead.provision", {"total": books.money(facts.total)})
    else:
        moved = facts.total - facts.before
        code = "review.lead.provision_up" if moved >= 0 else "review.lead.provision_down"
        yield Said(code, {"total": books.money(facts.total), "moved": books.money(abs(moved))})


def bucket_said(limits: Sequence[int], index: int) -> Said:
    """What an age bucket is called."""
    if index == 0:
        return Said("bucket.not_due")
    if index > len(limits):
        return Said("bucket.over", {"low": limits[-1]})
    low = limits[index - 2] + 1 if index > 1 else 1
    code = "bucket.first" if index == 1 else "bucket.range"
    return Said(code, {"low": low, "high": limits[index - 1]})


def _ages(books: Books, facts: ProvisionFacts | None) -> Sheet:
    """One line a bucket; what lies on account comes off, specific provisions come on top."""
    point, limits = books.age, books.ages.limits
    counts = books.desk.reader.open_counts(books.as_of, limits)
    fits = facts is not None and _fits(books, facts)
    provided = {one.bucket: one.provided for one in facts.lines} if facts and fits else {}
    debits = sum(point.buckets)
    rows = []
    for index, (minor, n) in enumerate(zip(point.buckets, counts, strict=True)):
        given = provided.get(index) if provided else None
        cells: tuple[Value, ...] = (
            bucket_said(limits, index),
            n,
            books.money(minor),
            share(minor, debits),
            None if given is None else share(given, minor),
            None if given is None else books.money(given),
        )
        rows.append(Row(f"bucket:{index}", cells))
    specific = facts.specific if facts and fits else 0
    if specific:
        told: tuple[Value, ...] = (
            Said("review.specific"),
            None,
            None,
            None,
            None,
            books.money(specific),
        )
        rows.append(Row("specific", told))
    if point.unapplied:
        on_account: tuple[Value, ...] = (
            Said("review.unapplied"),
            None,
            books.money(point.unapplied),
            None,
            None,
            None,
        )
        rows.append(Row("unapplied", on_account))
    total: tuple[Value, ...] = (
        _TOTAL,
        sum(counts),
        books.money(point.balance),
        None if point.unapplied else share(debits, debits),
        None,
        books.money(facts.total) if facts and fits else None,
    )
    columns = ("bucket", "invoices", "balance", "share", "rate", "provision")
    return Sheet("ages", columns, tuple(rows), total)


def _fits(books: Books, facts: ProvisionFacts) -> bool:
    """Whether the provision's buckets are those of the table of ages, so that both stand in one."""
    return not facts.direct and facts.by_board and facts.limits == tuple(books.ages.limits)


def _matrix(books: Books, facts: ProvisionFacts) -> Sheet:
    """The provision by its own buckets, where it is aged by years."""
    rows = [
        Row(
            f"bucket:{one.bucket}",
            (
                bucket_said(facts.limits, one.bucket) if facts.by_board else _year_said(one.bucket),
                books.money(one.gross),
                share(one.provided, one.gross),
                books.money(one.provided),
            ),
        )
        for one in facts.lines
    ]
    if facts.specific:
        rows.append(Row("specific", (Said("review.specific"), None, None, books.money(facts.specific))))
    gross = books.money(sum(one.gross for one in facts.lines))
    total: tuple[Value, ...] = (_TOTAL, gross, None, books.money(facts.total))
    return Sheet("provision_matrix", ("bucket", "balance", "rate", "provision"), tuple(rows), total)


def _year_said(bucket: int) -> Said:
    """Years since the invoice."""
    if bucket == 0:
        return Said("provision_years.first")
    if bucket == len(YEAR_ENDS):
        return Said("provision_years.over", {"low": bucket})
    return Said("provision_years.range", {"low": bucket, "high": bucket + 1})


def _ages_before(books: Books) -> Sheet:
    """What stood open by age at the ends of the quarters, for the chart of it."""
    rows = tuple(
        Row(point.period.name, (point.period.name, *map(books.money, point.buckets)))
        for point in books.ages.points
    )
    names = tuple(f"bucket{index}" for index in range(len(books.ages.limits) + 2))
    return Sheet("age_trend", ("quarter", *names), rows)


def _overdue(books: Books) -> Sheet:
    """The customers that owe most of what is overdue, the others as one line."""
    late = sorted((row for row in books.rows if row.overdue > 0), key=lambda row: (-row.overdue, row.key))
    whole = sum(books.age.buckets[1:])
    rows = [_overdue_row(books, row, whole) for row in late[:MOST_OVERDUE]]
    rest = whole - sum(row.overdue for row in late[:MOST_OVERDUE])
    if len(late) > MOST_OVERDUE:
        others = Said("review.others", {"n": len(late) - MOST_OVERDUE})
        rows.append(Row("others", ("", others, books.money(rest), share(rest, whole), None, None)))
    total: tuple[Value, ...] = ("", Said("review.overdue_total"), books.money(whole), share(whole, whole))
    columns = ("grade", "customer", "overdue", "share", "longest", "step")
    return Sheet("overdue", columns, tuple(rows), (*total, None, None) if rows else ())


def _overdue_row(books: Books, row: AgingRow, whole: int) -> Row:
    cells: tuple[Value, ...] = (
        _grade(books, row.key),
        named(row),
        books.money(row.overdue),
        share(row.overdue, whole),
        row.oldest,
        next_step(books, row),
    )
    return Row(f"customer:{row.key}", cells)


def _grade(books: Books, customer_id: int) -> str:
    grade = books.grades.get(customer_id)
    return str(grade.value) if grade else ""


def _provision_notes(facts: ProvisionFacts | None) -> Iterable[Said]:
    if facts is None:
        yield Said("review.no_provision")
    elif facts.direct:
        yield Said("review.direct_note")
    elif facts.specific:
        yield Said("review.specific_note")


# -- movements ----------------------------------------------------------------------------------------

_ORDER = ("invoiced", "credited", "paid", "written_off", "other_write_offs", "refunded")
_ALWAYS = frozenset({"invoiced", "paid", "written_off"})


def movements(books: Books) -> Part:
    """How receivables and provision came from the end of the quarter before to the end of this."""
    sheets = [_receivables(books)]
    facts = books.provision
    if facts is not None and facts.movement and not facts.direct:
        rows = tuple(
            Row(code, (Said(f"review.provision_move.{code}"), books.money(minor)))
            for code, minor in facts.movement
        )
        total: tuple[Value, ...] = (Said("review.provision_move.end"), books.money(facts.total))
        sheets.append(Sheet("provision_moves", ("movement", "amount"), rows, total))
    moves = sheets[0]
    known = {row.key: row.cells[-1] for row in moves.rows}
    lead = Said(
        "review.lead.movements",
        {name: _size(known[name]) for name in ("invoiced", "paid", "written_off")},
    )
    return Part(PartCode.MOVEMENTS, (lead,), sheets=tuple(sheets))


def _size(cell: Value) -> Value:
    """A movement without its sign: a sentence says in which direction it went."""
    return Money(abs(cell.minor), cell.currency) if isinstance(cell, Money) else cell


def _receivables(books: Books) -> Sheet:
    """Flows at the rates of the last day; what rates and conversions did is a line of its own."""
    points = books.ages.points
    opening = points[-2].balance if len(points) > 1 else 0
    rates = _rates(books)
    sums: dict[str, int] = defaultdict(int)
    counts: dict[str, int] = defaultdict(int)
    for flow in books.desk.reader.flows(books.period.start, books.as_of):
        rate = Decimal(1) if flow.currency == books.base else rates.get(flow.currency)
        if rate is None:
            continue
        name, sign = _movement(flow.kind, flow.reason)
        sums[name] += sign * convert(flow.amount, flow.currency, books.base, rate)
        counts[name] += flow.n
    rest = books.age.balance - opening - sum(sums.values())
    rows = [Row("opening", (Said("review.move.opening"), None, books.money(opening)))]
    rows += [
        Row(name, (Said(f"review.move.{name}"), counts[name] or None, books.money(sums[name])))
        for name in _ORDER
        if name in _ALWAYS or counts[name]
    ]
    if rest:
        rows.append(Row("exchange", (Said("review.move.exchange"), None, books.money(rest))))
    total: tuple[Value, ...] = (Said("review.move.closing"), None, books.money(books.age.balance))
    return Sheet("receivables", ("movement", "documents", "amount"), tuple(rows), total)


def _rates(books: Books) -> Mapping[str, Decimal]:
    return books.desk.reader.rates(books.as_of)


def _movement(kind: str, reason: str) -> tuple[str, int]:
    """Which line a document belongs to, and whether it raises (+1) or lowers (−1) what is owed."""
    if kind == DocumentKind.INVOICE:
        return "invoiced", 1
    if kind == DocumentKind.REFUND:
        return "refunded", 1
    if kind == DocumentKind.CREDIT_NOTE:
        return "credited", -1
    if kind == DocumentKind.RECEIPT:
        return "paid", -1
    return ("written_off" if reason in BAD_DEBTS else "other_write_offs"), -1


# -- top risks ----------------------------------------------------------------------------------------


def risks(books: Books) -> Part:
    """The customers at whom most would be lost: what is not insured × the loss rate of the grade."""
    found = []
    for row in books.rows:
        if row.balance <= 0:
            continue
        grade = books.grades.get(row.key)
        insured = _insured(books, row)
        rate = books.loss_rates[grade or Grade.C]
        expected = round_minor(Decimal(max(0, row.balance - (insured or 0))) * rate / 100)
        found.append((expected, row, insured))
    found.sort(key=lambda one: (-one[0], -one[1].balance, one[1].key))
    if not found:
        return Part(PartCode.RISKS, missing=Said("review.nothing_open"))
    top = found[:TOP_RISKS]
    rows = tuple(_risk_row(books, row, insured, expected) for expected, row, insured in top)
    columns = ("grade", "customer", "balance", "overdue", "longest", "insured", "expected", "step")
    whole = sum(one[0] for one in found)
    lead = Said(
        "review.lead.risks",
        {
            "n": len(top),
            "amount": books.money(sum(one[0] for one in top)),
            "share": share(sum(one[0] for one in top), whole),
            "whole": books.money(whole),
        },
    )
    sheets = [Sheet("risks", columns, rows, dated=False), _concentration(books)]
    sheets += _migration(books)
    return Part(PartCode.RISKS, (lead,), sheets=tuple(sheets), lines=(Said("review.risk_rule"),))


def _insured(books: Books, row: AgingRow) -> int | None:
    """The insured part of a debt; None where there is no insurance at all."""
    if not books.has_policy:
        return None
    buyer = books.cover.buyers.get(row.key)
    return buyer.insured if buyer else 0


def _risk_row(books: Books, row: AgingRow, insured: int | None, expected: int) -> Row:
    cells: tuple[Value, ...] = (
        _grade(books, row.key),
        named(row),
        books.money(row.balance),
        books.money(row.overdue),
        row.oldest or None,
        None if insured is None else books.money(insured),
        books.money(expected),
        next_step(books, row),
    )
    return Row(f"customer:{row.key}", cells)


def _concentration(books: Books) -> Sheet:
    """Who owes how much of all, the largest five."""
    found = books.desk.beside.health.concentration(books.period)
    names = books.names([one.customer_id for one in found.rows[:5]])
    rows = tuple(
        Row(
            f"customer:{one.customer_id}",
            (
                names.get(one.customer_id, Name(one.customer, "", one.customer_id)),
                books.money(one.balance),
                Measure(one.share),
                Measure(one.cumulative),
                Said("review.above_limit") if one.above else None,
            ),
        )
        for one in found.rows[:5]
    )
    return Sheet("concentration", ("customer", "balance", "share", "cumulative", "above"), rows)


def _migration(books: Books) -> list[Sheet]:
    """Customers whose grade changed since the quarter before."""
    found = books.desk.beside.health.migration(books.period.before_start, books.as_of)
    moved = [one for one in found.rows if one.direction]
    moved.sort(key=lambda one: (one.direction, -one.balance, one.customer_id))
    names = books.names([one.customer_id for one in moved])
    rows = tuple(
        Row(
            f"customer:{one.customer_id}",
            (
                names.get(one.customer_id, Name(one.customer, "", one.customer_id)),
                one.before,
                one.after,
                Said("review.grade_up" if one.direction > 0 else "review.grade_down"),
                books.money(one.balance),
            ),
        )
        for one in moved
    )
    return [Sheet("migration", ("customer", "was", "now", "moved", "balance"), rows)] if rows else []
