"""Scores and behaviour against real firms and a real ledger: the figures measured on these files before."""

from __future__ import annotations

import bisect
import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import mean, median_low

import pytest

from app.domain.assessment import Input, assess
from app.domain.behaviour import Payment, known_on, late_share
from app.domain.distress import Z_DOUBLE_PRIME
from app.domain.scorecard_text import parse
from app.resources import path

SPLIT = date(2013, 7, 1)
WC_TA, DEBT, CURRENT, RE_TA, EBIT_TA, EQUITY_TL, EARNINGS_COVER = 3, 2, 4, 6, 7, 8, 26
DAY = date(2026, 1, 1)


def auc(pairs: Iterable[tuple[float, bool]]) -> float:
    """How often a bad one scores below a good one; ties count one half."""
    scored = list(pairs)
    good = sorted(score for score, bad in scored if not bad)
    ranks = 0.0
    for score, bad in scored:
        if bad:
            left, right = bisect.bisect_left(good, score), bisect.bisect_right(good, score)
            ranks += len(good) - (left + right) / 2
    return ranks / (len(good) * (len(scored) - len(good)))


@pytest.fixture
def firms(real_data: Path) -> list[tuple[dict[int, Decimal], bool]]:
    """Each firm's ratios by their number in the source, and whether it failed within five years."""
    lines = (real_data / "polish-bankruptcy-1year.arff").read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.lower().startswith("@data"))
    found = []
    for line in lines[start + 1 :]:
        if cells := line.strip().split(","):
            values = {n: Decimal(cell) for n, cell in enumerate(cells[:-1], 1) if cell != "?"}
            found.append((values, cells[-1] == "1"))
    return [firm for firm in found if firm[0]]


def test_z_double_prime_ranks_real_firms_as_measured(firms: list[tuple[dict[int, Decimal], bool]]) -> None:
    needed = {"wc_ta": WC_TA, "re_ta": RE_TA, "ebit_ta": EBIT_TA, "equity_tl": EQUITY_TL}
    usable = [firm for firm in firms if all(n in firm[0] for n in needed.values())]
    assert len(usable) == 7001
    scores = [
        (float(Z_DOUBLE_PRIME.score({name: ratios[n] for name, n in needed.items()})), failed)
        for ratios, failed in usable
    ]
    assert auc(scores) == pytest.approx(0.689, abs=0.001)


def test_the_shipped_financial_family_parts_failing_firms_from_sound_ones(
    firms: list[tuple[dict[int, Decimal], bool]],
) -> None:
    card = parse(path("scorecards", "existing.json").read_text("utf-8"))
    financial = next(family for family in card.families if family.code == "financial")
    alone = replace(card, families=(replace(financial, weight=Decimal(100)),), knockouts=())
    percent = {"debt_ratio": DEBT, "ebit_return": EBIT_TA}
    times = {"current_ratio": CURRENT, "earnings_cover": EARNINGS_COVER}
    scores, failures = [], defaultdict(list)
    for ratios, failed in firms:
        inputs = {code: Input(ratios[n] * 100) for code, n in percent.items() if n in ratios}
        inputs |= {code: Input(ratios[n]) for code, n in times.items() if n in ratios}
        inputs["statement_quality"] = Input(None, applicable=False)
        outcome = assess(alone, inputs, DAY)
        scores.append((float(outcome.score), failed))
        failures[outcome.by_score].append(failed)
    assert auc(scores) >= 0.70
    rates = [mean(failures[grade]) for grade in sorted(failures)]
    assert rates == sorted(rates)
    assert len(rates) == 4


@pytest.fixture
def invoices(real_data: Path) -> list[tuple[str, date, Payment, int]]:
    """Customer, day of issue, payment and floored days late of each invoice."""

    def day(text: str) -> date:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - days without a clock

    with (real_data / "ibm-accounts-receivable.csv").open(encoding="utf-8") as file:
        return [
            (
                row["customerID"],
                day(row["InvoiceDate"]),
                Payment(
                    round(float(row["InvoiceAmount"]) * 100), day(row["DueDate"]), day(row["SettledDate"])
                ),
                int(row["DaysLate"]),
            )
            for row in csv.DictReader(file)
        ]


def test_the_late_share_of_the_past_foretells_lateness(
    invoices: list[tuple[str, date, Payment, int]],
) -> None:
    history = defaultdict(list)
    for customer, issued, payment, days in invoices:
        history[customer].append((issued, payment, days))
    everyone = [payment for _, _, payment, _ in invoices]
    tested, errors = [], []
    for customer, issued, _, days in invoices:
        if issued < SPLIT:
            continue
        own = known_on([payment for start, payment, _ in history[customer] if start < issued], issued)
        settled = [payment for payment in own if payment.settled_on]
        company = late_share(known_on(everyone, SPLIT), SPLIT, Decimal(0), 0)
        tested.append((-float(late_share(settled, issued, company)), days > 0))
        before = [max(0, payment.days_late(issued)) for payment in settled]
        errors.append(abs((median_low(before) if before else 0) - days))
    assert len(tested) == 536
    assert auc(tested) >= 0.84
    assert mean(errors) <= 2.15
