"""Stress tests (压力测试): scenarios on the debtors of a day, together and in reverse, kept year by year."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from app.domain.credit_file_rules import figures_of
from app.domain.financials import Line, completed
from app.domain.forecast import HORIZON, WEEK
from app.domain.measure_record import OwnStatement, Study
from app.domain.money import convert
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade
from app.domain.stress import Base, Debtor, EventKind, run
from app.domain.stress_scenario import (
    SHIPPED,
    Breaking,
    Shock,
    StressScenario,
    Whom,
    breaking,
    failing,
    name_params,
    resolve,
    scenario_of,
    to_json,
)
from app.services.cash_laying import weeks_of
from app.services.owed import owed_in_base
from app.services.stress_views import Bearing, KeyCustomer, StressGround, StressOutcome, StressRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.services.cash_views import CashForecast
    from app.services.cover_views import CoverBook
    from app.services.stress_views import StressDesk

SCENARIO, RUN = "stress", "stress_run"
BEARING, KEY = "stress.bearing", "stress.key"
_YEAR = 365
_LONGEST_NAME = 80


class StressService:
    """Tries scenarios on the receivables; only own scenarios, kept tests and choices are stored."""

    def __init__(self, desk: StressDesk) -> None:
        self._desk = desk

    # -- the ground -----------------------------------------------------------------------------

    def ground(self, as_of: date | None = None, cash: CashForecast | None = None) -> StressGround:
        """Who owes what on a day, how it is insured and graded, and what the firm can bear.

        ``cash`` is the forecast of the day where the caller has made it already.
        """
        day = as_of or self._desk.clock.today()
        book = self._desk.cover.book(day)
        cash = cash or self._desk.cash.forecast(day)
        traits = self._desk.reader.traits()
        bearing = self._bearing(cash)
        weeks = _balances(cash) if bearing.cash_from == "forecast" else ()
        horizon = HORIZON * WEEK.days
        base = Base(self._daily_sales(day, cash), bearing.cash, bearing.equity, horizon, weeks)
        return StressGround(
            day,
            book.base,
            self._desk.policies.home(),
            tuple(self._debtors(day, book, cash, traits)),
            {row: (name, english) for row, (name, english, _, _) in traits.items()},
            base,
            bearing,
            tuple(sorted({*book.missing, *cash.missing_rates})),
            self._desk.cover.has_policy(),
        )

    def _debtors(
        self,
        day: date,
        book: CoverBook,
        cash: CashForecast,
        traits: Mapping[int, tuple[str, str, str, str]],
    ) -> list[Debtor]:
        """One per customer and currency that owes."""
        grades, rates = self._desk.limits.grades(None, day), self._desk.loss_rates()
        soon, home = _due_soon(cash), self._desk.policies.home()
        debts = owed_in_base(book.items, lambda minor, currency: _in_base(cash, minor, currency))
        covered: dict[tuple[int, str], int] = defaultdict(int)
        percent: dict[tuple[int, str], Decimal] = {}
        for one in book.items:
            key = (one.cover.item.customer_id, one.cover.item.currency)
            covered[key] += one.insured_base or 0
            if one.policy is not None and one.insured_base:
                percent.setdefault(key, one.policy.terms.insured_pct)
        found = []
        for key, owed in sorted(debts.items()):
            if owed <= 0:
                continue
            grade = grades.get(key[0])
            _, _, country, industry = traits.get(key[0], ("", "", "", ""))
            found.append(
                Debtor(
                    key[0],
                    owed,
                    max(0, min(covered[key], owed)),
                    percent.get(key, Decimal(90)),
                    rates[grade or Grade.C],
                    rates[lower(grade or Grade.C)],
                    max(0, min(owed, sum(soon.get(key, ())))),
                    country or home,
                    industry,
                    key[1],
                    grade.value if grade else "",
                    tuple(min(owed, by) for by in accumulate(soon.get(key, ()))),
                )
            )
        return found

    def _daily_sales(self, day: date, cash: CashForecast) -> int:
        """Credit sales of a day in the last twelve months; what has no rate is left out."""
        total = 0
        for currency, minor in self._desk.reader.sales(day - timedelta(_YEAR - 1), day).items():
            total += _in_base(cash, minor, currency) or 0
        return max(0, total) // _YEAR

    # -- what can be borne ----------------------------------------------------------------------

    def bearing(self) -> Bearing:
        """What was typed (None: not known)."""
        told = self._desk.settings.get(BEARING)
        stored = told if isinstance(told, dict) else {}
        cash, equity = _integer(stored.get("cash")), _integer(stored.get("equity"))
        return Bearing(
            cash,
            equity,
            "" if cash is None else "typed",
            "" if equity is None else "typed",
            str(stored.get("source") or ""),
        )

    def save_bearing(self, cash: int | None, equity: int | None, source: str = "") -> ChangeSet:
        """Type them, minor units of the base currency; None leaves it to the forecast and the statements."""
        told = {"cash": cash, "equity": equity, "source": source.strip()}
        return self._desk.settings.set(BEARING, told)

    def _bearing(self, cash: CashForecast) -> Bearing:
        """What was typed, else the lowest point of the forecast and the newest own statement."""
        found = self.bearing()
        lowest = cash.lowest
        if found.cash is None and lowest is not None and lowest.balance is not None:
            found = replace(found, cash=lowest.balance, cash_from="forecast")
        if found.equity is None:
            equity, where = self._equity(cash.as_of, cash.currency)
            found = replace(found, equity=equity, equity_from=where)
        return found

    def _equity(self, day: date, currency: str) -> tuple[int | None, str]:
        own = [one for one in self._desk.store.find(OwnStatement) if one.period_end <= day]
        for one in sorted(own, key=lambda each: each.period_end, reverse=True):
            value = completed(figures_of(one.figures)).get(Line.EQUITY)
            if value is not None and one.currency == currency:
                return value, "statement"
        typed = self._desk.worth.assumptions().equity
        return typed, "" if typed is None else "worth"

    # -- trying ---------------------------------------------------------------------------------

    def scenarios(self) -> list[tuple[int, StressScenario]]:
        """The shipped ones (id 0), each as the company set it, then its own by name."""
        own = sorted(self._kept(), key=lambda one: one[1].name)
        changed = {scenario.code: (row, scenario) for row, scenario in own if scenario.code}
        shipped = [changed.get(one.code, (0, one)) for one in SHIPPED]
        return [*shipped, *((row, one) for row, one in own if not one.code)]

    def scenario(self, name: str) -> tuple[int, StressScenario]:
        """One by its code or its name (``DomainError`` names those there are)."""
        wanted = name.strip().casefold()
        known = self.scenarios()
        for row, one in known:
            if wanted in {one.code.casefold(), one.name.casefold()} - {""}:
                return row, one
        raise DomainError(
            "stress.unknown", name=name, known=", ".join(one.code or one.name for _, one in known)
        )

    def outcome(self, scenario: StressScenario, ground: StressGround, scenario_id: int = 0) -> StressOutcome:
        """What a scenario takes."""
        events = resolve(scenario, ground.debtors, ground.home, ground.currency)
        return StressOutcome(scenario, tuple(events), run(ground.debtors, events, ground.base), scenario_id)

    def outcomes(self, ground: StressGround) -> list[StressOutcome]:
        """Every scenario alone, the costliest first."""
        found = [self.outcome(one, ground, row) for row, one in self.scenarios()]
        return sorted(found, key=lambda one: -one.result.cost)

    def breaking(self, ground: StressGround) -> Breaking:
        """What breaks us."""
        return breaking(ground.debtors, ground.base)

    # -- own scenarios --------------------------------------------------------------------------

    def keep(self, scenario: StressScenario, scenario_id: int = 0) -> ChangeSet:
        """Keep an own scenario under its name, or a shipped one as the company wants it."""
        name = scenario.name.strip() if not scenario.code else scenario.code
        if not name or len(name) > _LONGEST_NAME:
            raise DomainError("stress.name")
        others = [one for row, one in self.scenarios() if row != scenario_id and not one.code]
        taken = {one.name.casefold() for one in others} | {one.code for one in SHIPPED}
        if not scenario.code and name.casefold() in taken:
            raise DomainError("stress.name_taken", name=name)
        told = {**to_json(scenario), "code": scenario.code}
        scenario_of(told)
        content = json.dumps(told, ensure_ascii=False, sort_keys=True)
        with self._desk.store.write() as unit:
            if scenario_id:
                unit.replace(replace(unit.get(Study, scenario_id), name=name, content=content))
            else:
                unit.add(Study(SCENARIO, name, content))
            return unit.commit("stress.kept", name=_called(scenario))

    def remove(self, scenario_id: int) -> ChangeSet:
        """Throw an own scenario away; of a shipped one, what the company changed."""
        with self._desk.store.write() as unit:
            study = unit.get(Study, scenario_id)
            unit.remove(Study, [scenario_id])
            return unit.commit("stress.removed", name=_called(_scenario(study)))

    def _kept(self) -> list[tuple[int, StressScenario]]:
        found = []
        for study in self._desk.store.find(Study, kind=SCENARIO):
            try:
                found.append((study.id, _scenario(study)))
            except DomainError:  # written by a later version
                continue
        return found

    # -- tests that are kept, and key customers -------------------------------------------------

    def runs(self) -> list[StressRun]:
        """Tests that were kept, the newest first."""
        found = []
        for study in self._desk.store.find(Study, kind=RUN):
            told = _read(study.result)
            rows = tuple(one for one in told.get("rows", ()) if isinstance(one, dict))
            ids = tuple(int(one) for one in told.get("customers", ()))
            day, owed = study.as_of or date.min, _integer(told.get("open"))
            found.append(
                StressRun(
                    study.id,
                    study.name,
                    day,
                    study.by,
                    rows,
                    ids,
                    study.note,
                    str(told.get("currency") or ""),
                    owed,
                )
            )
        return sorted(found, key=lambda one: (one.as_of, one.study_id), reverse=True)

    def keep_run(
        self, outcomes: Sequence[StressOutcome], ground: StressGround, note: str = "", by: str = ""
    ) -> ChangeSet:
        """Keep what came of a test; key customers that fail in it are thought through for a year."""
        rows = [_row(one) for one in outcomes]
        failed = {row for one in outcomes for row in failing(one.scenario, one.events)}
        told = {"rows": rows, "customers": sorted(failed), "currency": ground.currency, "open": ground.open}
        name, text = ground.as_of.isoformat(), json.dumps(told, ensure_ascii=False, sort_keys=True)
        made = Study(RUN, name, "{}", ground.as_of, text, by=by.strip(), note=note.strip())
        with self._desk.store.write() as unit:
            unit.add(made)
            return unit.commit("stress.run_kept", day=ground.as_of)

    def remove_run(self, study_id: int) -> ChangeSet:
        """Throw a kept test away."""
        with self._desk.store.write() as unit:
            study = unit.get(Study, study_id)
            unit.remove(Study, [study_id])
            return unit.commit("stress.run_removed", day=study.as_of)

    def key_customers(self) -> list[KeyCustomer]:
        """Whose failure is thought through every year, the next due first."""
        told = self._desk.settings.get(KEY)
        stored = told if isinstance(told, dict) else {}
        if not stored:
            return []
        traits = self._desk.reader.traits()
        last: dict[int, date] = {}
        for one in self.runs():
            for row in one.customers:
                last[row] = max(last.get(row, date.min), one.as_of)
        found = []
        for key, since in stored.items():
            customer_id, day = _integer(key), _day(since)
            if customer_id is None or day is None or customer_id not in traits:
                continue
            name, english, _, _ = traits[customer_id]
            then = last.get(customer_id)
            due = day if then is None else then + timedelta(_YEAR)
            found.append(KeyCustomer(customer_id, name, english, day, then, due))
        return sorted(found, key=lambda one: (one.next, one.name))

    def set_key_customers(self, customer_ids: Sequence[int]) -> ChangeSet:
        """Choose them; who stays keeps the day it was chosen."""
        told = self._desk.settings.get(KEY)
        before = told if isinstance(told, dict) else {}
        today = self._desk.clock.today().isoformat()
        chosen = {str(row): before.get(str(row), today) for row in sorted(set(customer_ids))}
        return self._desk.settings.set(KEY, chosen)

    def failing(self, customer_ids: Sequence[int]) -> StressScenario:
        """The scenario in which these customers fail."""
        ids = tuple(str(row) for row in sorted(set(customer_ids)))
        if not ids:
            raise DomainError("stress.nobody")
        return StressScenario("", (Shock(EventKind.FAIL, Decimal(100), Whom.CUSTOMER, 1, ids),))


def lower(grade: Grade) -> Grade:
    """One notch down; the lowest stays."""
    return GRADES[min(GRADES.index(grade) + 1, len(GRADES) - 1)]


def _due_soon(cash: CashForecast) -> dict[tuple[int, str], list[int]]:
    """What is expected in each week of the horizon per customer and currency, base minor units."""
    sums: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * HORIZON)
    for item in cash.items:
        for week, amount in weeks_of(cash, item):
            base = _in_base(cash, amount, item.currency)
            if base is not None:
                sums[item.customer_id, item.currency][week] += base
    return sums


def _in_base(cash: CashForecast, minor: int, currency: str) -> int | None:
    """An amount at the forecast's rates, minor units of its currency; None without a rate."""
    if currency == cash.currency:
        return minor
    rate = cash.rates.get(currency)
    return None if rate is None else convert(minor, currency, cash.currency, rate)


def _balances(cash: CashForecast) -> tuple[int, ...]:
    """Own cash at the end of each week, empty where it is not known."""
    found = [week.balance for week in cash.weeks]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _row(one: StressOutcome) -> dict[str, object]:
    result = one.result
    return {
        **to_json(one.scenario),
        "code": one.scenario.code,
        "name": one.scenario.name,
        "loss": result.loss,
        "indemnity": result.indemnity,
        "net": result.net,
        "delayed": result.delayed,
        "provision": result.provision,
        "cash": result.cash,
        "equity": result.equity,
    }


def _scenario(study: Study) -> StressScenario:
    told = _read(study.content)
    code = str(told.get("code") or "")
    return scenario_of(told, code, "" if code else study.name)


def _called(scenario: StressScenario) -> object:
    """A scenario's name, a shipped one's in words."""
    return (f"stress_scenario.{scenario.code}", name_params(scenario)) if scenario.code else scenario.name


def _read(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _integer(value: object) -> int | None:
    try:
        return None if value is None else int(str(value))
    except ValueError:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
