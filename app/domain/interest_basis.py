"""By which rule late interest is claimed: the parties' countries, size classes and contract decide.

The order: a rule chosen for the customer; the contract's own rate (lifted to the one-year LPR where
the Chinese regulation for small firms forbids less); that regulation; the law of the country. What
law applies across borders is a choice of the company, the seller's by default (涉外民事关系法律适用法
art. 41 and Rome I art. 4 both point there).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.interest import InterestBasis, both, plain
from app.domain.late_rates import InterestRule, Period, RateTable, RuleKind, yearly
from app.domain.problem import Problem, Severity

SMALL = frozenset({"micro", "small", "medium"})
BIG = frozenset({"large", "public"})
SIZES = ("micro", "small", "medium", "large", "public")
CONTRACT = "contract"
NONE = "none"
_CHINA = "CN"


@dataclass(frozen=True, slots=True)
class SmallFirmLaw:
    """What the Chinese payment regulation for small firms needs, as data.

    ``rule`` applies to contracts from ``since`` on where nothing was agreed; an agreed rate is
    lifted to ``floor_table`` at signing.
    """

    rule: str
    floor_table: str
    since: date


@dataclass(frozen=True, slots=True)
class ExcessLaw:
    """From where on a contract's rate is likely to be cut: ``table`` × ``factor`` a year, as data."""

    table: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class LateLaw:
    """All rules and tables by code, and the laws that choose between them.

    ``governing`` is whose country's rule applies across borders: ``seller`` or ``buyer``.
    """

    rules: Mapping[str, InterestRule]
    tables: Mapping[str, RateTable]
    small_firm: SmallFirmLaw
    excess: ExcessLaw
    governing: str = "seller"

    def rule_for(self, country: str) -> InterestRule | None:
        """The first rule made for a country."""
        return next((rule for rule in self.rules.values() if country in rule.countries), None)


def basis_of(company: Company, customer: Customer, law: LateLaw, signed_on: date) -> InterestBasis:
    """The rule for a debt of ``customer``; ``signed_on`` is the contract's day, or the document's."""
    signed = customer.contract_on or signed_on
    ways: Sequence[Callable[[Company, Customer, LateLaw, date], InterestBasis | None]]
    ways = (_chosen, _agreed, _small_firm, _by_country)
    for way in ways:
        if found := way(company, customer, law, signed):
            return found
    country = _governing(company, customer, law)
    return InterestBasis(NONE, None, Problem("interest.why.no_rule", {"country": country}))


def _chosen(company: Company, customer: Customer, law: LateLaw, signed: date) -> InterestBasis | None:
    del company, signed
    if not customer.interest_rule or customer.interest_rule == CONTRACT:
        return None
    if customer.interest_rule == NONE:
        return InterestBasis(NONE, None, Problem("interest.why.waived"))
    rule = law.rules.get(customer.interest_rule)
    if rule is None:
        return None
    return InterestBasis(rule.code, rule, Problem("interest.why.chosen", _named(rule)))


def _agreed(company: Company, customer: Customer, law: LateLaw, signed: date) -> InterestBasis | None:
    if customer.late_rate is None:
        return None
    rule = contract_rule(customer)
    if _regulated(company, customer, law, signed):
        lifted = _lifted(rule, customer, law, signed)
        if lifted is not None:
            return lifted
    why = Problem("interest.why.contract", {"clause": customer.late_rate_clause or "–"})
    return InterestBasis(CONTRACT, rule, why, _excess(rule, company, customer, law, signed))


def contract_rule(customer: Customer) -> InterestRule:
    """The rate agreed with the customer as a rule."""
    return InterestRule(
        CONTRACT,
        "合同约定",
        "Contract rate",
        RuleKind.CONTRACT,
        customer.late_rate or Decimal(0),
        Period(customer.late_rate_period or Period.YEAR.value),
        source=customer.late_rate_clause,
        source_on=customer.contract_on,
    )


def _lifted(rule: InterestRule, customer: Customer, law: LateLaw, signed: date) -> InterestBasis | None:
    """An agreed rate below the one-year LPR at signing becomes that LPR (Decree 802 art. 17)."""
    table = law.tables.get(law.small_firm.floor_table)
    point = table.at(signed) if table else None
    if point is None or yearly(rule.rate, rule.period) >= point.rate:
        return None
    regulation = law.rules.get(law.small_firm.rule)
    lifted = replace(
        rule,
        kind=RuleKind.FIXED,
        rate=point.rate,
        period=Period.YEAR,
        source=regulation.source if regulation else rule.source,
    )
    facts = {
        "agreed": plain(rule.rate),
        "period": _per(rule.period),
        "rate": plain(point.rate),
        "on": point.on,
    }
    warnings = () if customer.contract_on else (_warning("interest.no_contract_date", on=signed),)
    return InterestBasis(CONTRACT, lifted, Problem("interest.why.lifted", facts), warnings)


def _excess(
    rule: InterestRule, company: Company, customer: Customer, law: LateLaw, signed: date
) -> tuple[Problem, ...]:
    """A Chinese court may cut a rate far above the loss (Civil Code art. 585)."""
    table = law.tables.get(law.excess.table)
    point = table.at(signed) if table else None
    if point is None or _governing(company, customer, law) != _CHINA:
        return ()
    limit, a_year = point.rate * law.excess.factor, yearly(rule.rate, rule.period)
    if a_year <= limit:
        return ()
    return (
        _warning("interest.rate_high", rate=plain(a_year), limit=plain(limit), reference=plain(point.rate)),
    )


def _small_firm(company: Company, customer: Customer, law: LateLaw, signed: date) -> InterestBasis | None:
    if not _regulated(company, customer, law, signed):
        return None
    rule = law.rules.get(law.small_firm.rule)
    if rule is None:
        return None
    warnings = () if customer.contract_on else (_warning("interest.no_contract_date", on=signed),)
    seller, buyer = _size(company.size_class), _size(customer.size_class)
    facts = {"seller": seller, "buyer": buyer, "on": customer.sme_disclosed_on}
    return InterestBasis(rule.code, rule, Problem("interest.why.small_firm", facts), warnings)


def _regulated(company: Company, customer: Customer, law: LateLaw, signed: date) -> bool:
    """Whether the small-firm regulation protects us: both sizes fit, and our status was disclosed in time."""
    disclosed = customer.sme_disclosed_on
    return (
        _sizes_fit(company, customer, law, signed)
        and disclosed is not None
        and disclosed <= max(signed, law.small_firm.since)
    )


def _sizes_fit(company: Company, customer: Customer, law: LateLaw, signed: date) -> bool:
    domestic = company.country == customer.country == _CHINA
    fits = company.size_class in SMALL and customer.size_class in BIG
    return domestic and fits and signed >= law.small_firm.since


def _by_country(company: Company, customer: Customer, law: LateLaw, signed: date) -> InterestBasis | None:
    country = _governing(company, customer, law)
    rule = law.rule_for(country)
    if rule is None:
        return None
    code = "interest.why.country" if company.country == customer.country else f"interest.why.{law.governing}"
    facts = {"country": country, **_named(rule)}
    warnings = (*_missing_facts(company, customer, law, signed), *_cross_border(company, customer))
    return InterestBasis(rule.code, rule, Problem(code, facts), warnings)


def _missing_facts(company: Company, customer: Customer, law: LateLaw, signed: date) -> list[Problem]:
    """What to enter or prove so that the small-firm regulation could apply."""
    if not company.country == customer.country == _CHINA or signed < law.small_firm.since:
        return []
    if not company.size_class:
        return [_warning("interest.own_size_missing")]
    if company.size_class in SMALL and not customer.size_class:
        return [_warning("interest.size_missing")]
    if not _sizes_fit(company, customer, law, signed):
        return []
    disclosed = customer.sme_disclosed_on
    late = _warning("interest.disclosed_late", on=disclosed, signed=signed)
    return [late if disclosed else _warning("interest.not_disclosed")]


def _cross_border(company: Company, customer: Customer) -> list[Problem]:
    if company.country == customer.country:
        return []
    return [_warning("interest.cross_border", seller=company.country, buyer=customer.country)]


def _governing(company: Company, customer: Customer, law: LateLaw) -> str:
    return customer.country if law.governing == "buyer" else company.country


def _named(rule: InterestRule) -> dict[str, object]:
    return {"rule": both(rule.name, rule.name_en)}


def _size(size: str) -> tuple[str, dict[str, object]]:
    return f"size.{size}", {}


def _per(period: Period) -> tuple[str, dict[str, object]]:
    return f"interest.per.{period}", {}


def _warning(code: str, **params: object) -> Problem:
    return Problem(code, params, Severity.WARNING)
