"""The back-test over frames: features as they were known on the day of issue, and how well they told.

``invoices`` has a row per invoice: customer, issued, due, amount (minor base units), settled (NaT while
open). ``grades`` has a row per assessment: customer, on, until (NaT: no end), grade, score. ``alerts``
has customer and on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.domain.backtest import (
    ALERT_DAYS,
    SHRINK,
    GradeRate,
    Measure,
    Predictor,
    Question,
    Studied,
)

_BINS = 200
_DRAWS = 400
_SEED = 20250101
_GRADES = ("A", "B", "C", "D")

Floats = NDArray[np.float64]
InvoiceRow = tuple[int, str, str, int, str | None]
GradeRow = tuple[int, str, str | None, str, float | None]
AlertRow = tuple[int, str]
OverrideRow = tuple[int, str, str]


def study(
    invoices: Sequence[InvoiceRow],
    grades: Sequence[GradeRow],
    alerts: Sequence[AlertRow],
    question: Question,
    overrides: Sequence[OverrideRow] = (),
) -> Studied:
    """Measures of every predictor on the cases of the question."""
    ledger = _ledger(invoices)
    cases, undecided = _cases(ledger, question)
    known = _with_alerts(_with_grades(_with_ratio(cases, ledger, question.late_days), grades), alerts)
    late = known["late"].to_numpy(bool)
    who = known["customer"].to_numpy()
    measures = [
        _probability(Predictor.LATE_RATIO, known["ratio"].to_numpy(float), late, who),
        _ranking(Predictor.GRADE, known["rank"].to_numpy(float), late, who),
        _ranking(Predictor.SCORE, -known["score"].to_numpy(float), late, who),
        _ranking(Predictor.ALERT, known["alerts"].to_numpy(float), late, who),
    ]
    return Studied(
        len(known),
        int(late.sum()),
        int(known["customer"].nunique()),
        int((known["settled"].isna() & known["late"]).sum()),
        undecided,
        tuple(measures),
        tuple(_rates(known)),
        *_overridden(known, overrides),
    )


# -- cases ------------------------------------------------------------------------------------------


def _ledger(invoices: Sequence[InvoiceRow]) -> pd.DataFrame:
    frame = pd.DataFrame(invoices, columns=["customer", "issued", "due", "amount", "settled"])
    frame = frame.astype({"customer": "int64", "amount": "int64"})
    return _with_days(frame, "issued", "due", "settled")


def _with_days(frame: pd.DataFrame, *names: str) -> pd.DataFrame:
    """The frame with ISO text as days of one resolution, so that they can be laid beside each other."""
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[ns]") for name in names})


def _cases(ledger: pd.DataFrame, question: Question) -> tuple[pd.DataFrame, int]:
    """The invoices that can be judged, and how many of the window cannot yet."""
    asked = ledger[ledger["issued"].between(_stamp(question.start), _stamp(question.end))].copy()
    until, late_after = _stamp(question.as_of), pd.Timedelta(days=question.late_days)
    settled = asked["settled"].where(asked["settled"] <= until)
    days = (settled.fillna(until) - asked["due"]).dt.days
    asked["settled"] = settled
    asked["late"] = days > question.late_days
    decided = settled.notna() | (asked["due"] + late_after < until)
    asked["days"] = days.clip(lower=0)
    return asked[decided].reset_index(drop=True), int((~decided).sum())


# -- features, each as known on the day of issue -----------------------------------------------------


def _with_ratio(cases: pd.DataFrame, ledger: pd.DataFrame, late_days: int) -> pd.DataFrame:
    """The customer's late ratio of what was settled before the issue and of what was open past its due date.

    Shrunk towards everybody's: (late + k·p₀) / (n + k).
    """
    ends = ledger.assign(last=ledger["settled"].fillna(pd.Timestamp.max.floor("D")))
    judged = ends["due"] + pd.Timedelta(days=late_days)
    ends["was_late"] = ends["last"] > judged
    # Known late from the day after it should have been paid; known in time from the day it was.
    ends["known"] = (judged + pd.Timedelta(days=1)).where(ends["was_late"], ends["last"])
    ends = ends.sort_values(["known", "customer"], kind="stable")
    ends["n"] = ends.groupby("customer").cumcount() + 1
    ends["bad"] = ends.groupby("customer")["was_late"].cumsum()
    ends["all_n"] = np.arange(1, len(ends) + 1)
    ends["all_bad"] = ends["was_late"].cumsum()
    asked = cases.assign(place=np.arange(len(cases))).sort_values("issued", kind="stable")
    own = pd.merge_asof(
        asked,
        ends[["known", "customer", "n", "bad"]],
        left_on="issued",
        right_on="known",
        by="customer",
        allow_exact_matches=False,
    )
    everybody = pd.merge_asof(
        asked[["place", "issued"]],
        ends[["known", "all_n", "all_bad"]],
        left_on="issued",
        right_on="known",
        allow_exact_matches=False,
    )
    found = own.drop(columns="known").sort_values("place").reset_index(drop=True)
    whole = everybody.sort_values("place").reset_index(drop=True)
    average = whole["all_bad"] / whole["all_n"]
    n, bad = found["n"].fillna(0), found["bad"].fillna(0)
    found["ratio"] = (bad + SHRINK * average) / (n + SHRINK)
    return found.drop(columns=["place", "n", "bad"])


def _with_grades(cases: pd.DataFrame, grades: Sequence[GradeRow]) -> pd.DataFrame:
    """The grade and score in force on the day of issue."""
    frame = pd.DataFrame(grades, columns=["customer", "on", "until", "grade", "score"])
    frame = _with_days(frame, "on", "until")
    frame["score"] = frame["score"].astype(float)
    frame["customer"] = frame["customer"].astype("int64")
    found = pd.merge_asof(
        cases.assign(place=np.arange(len(cases))).sort_values("issued", kind="stable"),
        frame.sort_values("on", kind="stable"),
        left_on="issued",
        right_on="on",
        by="customer",
    )
    held = found["on"].notna() & (found["until"].isna() | (found["until"] >= found["issued"]))
    found["grade"] = found["grade"].where(held, "").fillna("").astype(object)
    found["score"] = found["score"].where(held)
    places = {grade: place for place, grade in enumerate(_GRADES)}
    found["rank"] = found["grade"].map(places).astype(float)
    return found.sort_values("place").drop(columns=["place", "on", "until"]).reset_index(drop=True)


def _with_alerts(cases: pd.DataFrame, alerts: Sequence[AlertRow]) -> pd.DataFrame:
    """How many alerts the customer had in the days before the issue."""
    told: dict[int, Floats] = {}
    frame = _with_days(pd.DataFrame(alerts, columns=["customer", "on"]), "on")
    for owner, group in frame.groupby("customer"):
        told[int(str(owner))] = np.sort(group["on"].to_numpy())
    none = np.array([], dtype="datetime64[ns]")
    counts = np.zeros(len(cases))
    for customer, places in cases.groupby("customer").indices.items():
        days = told.get(int(str(customer)), none)
        if len(days):
            issued = cases["issued"].to_numpy()[places]
            first = np.searchsorted(days, issued - np.timedelta64(ALERT_DAYS, "D"), side="left")
            counts[places] = np.searchsorted(days, issued, side="left") - first
    return cases.assign(alerts=counts)


# -- measures ---------------------------------------------------------------------------------------


def _probability(
    predictor: Predictor, told: Floats, late: NDArray[np.bool_], who: NDArray[np.int64]
) -> Measure:
    """A ranking by what is also a probability: its squared error beside that of always saying the average."""
    found = _ranking(predictor, told, late, who)
    has = ~np.isnan(told)
    if not has.any():
        return found
    outcome = late[has].astype(float)
    brier = float(np.mean((told[has] - outcome) ** 2))
    return replace(found, brier=brier, base=float(np.mean((outcome.mean() - outcome) ** 2)))


def _ranking(predictor: Predictor, told: Floats, late: NDArray[np.bool_], who: NDArray[np.int64]) -> Measure:
    """A measure of a predictor where the higher is the riskier; NaN where it was not known."""
    has = ~np.isnan(told)
    value, bad, owner = told[has], late[has], who[has]
    known, lates = len(value), int(bad.sum())
    if not lates or lates == known:
        return Measure(predictor, len(told), known, lates)
    ranks = pd.Series(value).rank().to_numpy()
    goods = known - lates
    auc = float((ranks[bad].sum() - lates * (lates + 1) / 2) / (lates * goods))
    low, high = _interval(value, bad, owner)
    return Measure(predictor, len(told), known, lates, auc, low, high, _distance(value, bad))


def _distance(value: Floats, bad: NDArray[np.bool_]) -> float:
    """Kolmogorov-Smirnov: the greatest distance between the two distributions."""
    order = np.argsort(value, kind="stable")
    steps, sorted_bad = value[order], bad[order]
    last = np.append(steps[1:] != steps[:-1], True)
    below_bad = np.cumsum(sorted_bad)[last] / sorted_bad.sum()
    below_good = np.cumsum(~sorted_bad)[last] / (~sorted_bad).sum()
    return float(np.abs(below_bad - below_good).max())


def _interval(value: Floats, bad: NDArray[np.bool_], owner: NDArray[np.int64]) -> tuple[float, float]:
    """95 % of the areas over customers drawn anew, with replacement: invoices of one are not independent.

    Values are laid into bins by their rank, so that any number of cases costs the same.
    """
    ranks = pd.Series(value).rank(method="dense").to_numpy()
    most = ranks.max()
    places = np.minimum((ranks - 1) * _BINS // most, _BINS - 1).astype(int)
    names, codes = np.unique(owner, return_inverse=True)
    counts = np.zeros((2, len(names), _BINS))
    np.add.at(counts, (bad.astype(int), codes, places), 1)
    draw = np.random.default_rng(_SEED)
    weights = draw.multinomial(len(names), np.full(len(names), 1 / len(names)), size=_DRAWS).astype(float)
    good, lates = weights @ counts[0], weights @ counts[1]
    below = np.cumsum(good, axis=1) - good
    wins = (lates * (below + good / 2)).sum(axis=1)
    pairs = lates.sum(axis=1) * good.sum(axis=1)
    areas = wins[pairs > 0] / pairs[pairs > 0]
    low, high = np.quantile(areas, [0.025, 0.975])
    return float(low), float(high)


def _rates(known: pd.DataFrame) -> list[GradeRate]:
    """What became of each grade's invoices, the best first, those without a grade last."""
    found = []
    for grade in (*_GRADES, ""):
        rows = known[known["grade"] == grade]
        if len(rows):
            found.append(
                GradeRate(
                    grade,
                    len(rows),
                    int(rows["late"].sum()),
                    int(rows["amount"].sum()),
                    int(rows.loc[rows["late"], "amount"].sum()),
                    float(rows["days"].mean()),
                    int(rows["customer"].nunique()),
                )
            )
    return found


def _overridden(known: pd.DataFrame, overrides: Sequence[OverrideRow]) -> tuple[int, int]:
    """How many overrides had invoices issued while they ran, and how many of these any late one."""
    cases = late = 0
    for customer, start, end in overrides:
        mine = known[(known["customer"] == customer) & known["issued"].between(start, end)]
        cases += bool(len(mine))
        late += bool(mine["late"].any())
    return cases, late


def _stamp(day: date) -> pd.Timestamp:
    return pd.Timestamp(day)
