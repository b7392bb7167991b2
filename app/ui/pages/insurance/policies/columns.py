"""Columns of the list of policies and of clauses side by side; a policy's clauses as an exported table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money, exponent
from app.domain.policy_guide import GROUPS, KINDS
from app.domain.policy_period import PolicyState
from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.widgets.decimal_edit import written
from app.words import say
from app.words.clause_text import clause_name, clause_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.insurance_record import InsurancePolicy
    from app.domain.policy import PolicyTerms
    from app.domain.policy_period import Policy
    from app.domain.table import Cell as TableCell
    from app.services.policy_views import PolicyView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
STATE_TONES = {
    PolicyState.DRAFT: "info",
    PolicyState.UPCOMING: "info",
    PolicyState.ACTIVE: "good",
    PolicyState.EXPIRED: "neutral",
    PolicyState.CANCELLED: "neutral",
    PolicyState.ANNULLED: "neutral",
}
_DASH = Cell(DASH, tone="tertiary")


def policy_name(record: InsurancePolicy) -> str:
    """Insurer and number."""
    return " ".join(filter(None, (record.insurer, record.number)))


def period_words(policy: Policy, formats: Formats) -> str:
    """From when until when it insures."""
    start, end = formats.day(policy.record.start), formats.day(policy.last_day)
    return f"{start} – {end}"


def value_words(
    clause: str, terms: PolicyTerms, currency: str, formats: Formats, buyers: Mapping[int, str]
) -> str:
    """What a policy says by a clause, in words."""
    places = exponent(currency) if currency else 0
    value = getattr(terms, clause)
    return clause_value(
        clause, KINDS[clause].value, value, formats.lang, currency=currency, places=places, buyers=buyers
    )


def liability_words(policy: Policy, formats: Formats) -> str:
    """The maximum liability: an amount, a multiple of the premium, or both."""
    terms, currency = policy.terms, policy.record.currency
    amount = "" if terms.max_liability is None else formats.money(terms.max_liability, currency, whole=True)
    multiple = terms.max_liability_multiple
    times = (
        "" if multiple is None else translate("PoliciesPanel", "{n} × premium").format(n=written(multiple))
    )
    return " · ".join(filter(None, (amount, times)))


def policy_columns(formats: Formats) -> list[Column[PolicyView]]:
    """Insurer, number, period, state, percentage, maximum liability, what is still unchecked, renewal."""
    lang = formats.lang

    def state(view: PolicyView) -> Cell:
        return Cell(say(f"policy_state.{view.state}", lang), chip=STATE_TONES[view.state])

    def liability(view: PolicyView) -> Cell:
        text = liability_words(view.policy, formats)
        return Cell(text) if text else _DASH

    def unchecked(view: PolicyView) -> Cell:
        left = len(view.policy.terms.unchecked)
        return Cell(formats.count(left), tone="warn") if left else _DASH

    return [
        text_column("insurer", lambda: translate("PoliciesPanel", "Insurer"),
                    lambda view: view.policy.record.insurer, strong=True, width=190, min_width=168, stretch=3,
                    fixed=True),
        text_column("product", lambda: translate("PoliciesPanel", "Product"),
                    lambda view: view.policy.record.product, width=150, min_width=90, stretch=2, drop=2),
        text_column("number", lambda: translate("PoliciesPanel", "Number"),
                    lambda view: view.policy.record.number, width=130, min_width=104, fixed=True),
        text_column("scope", lambda: translate("PoliciesPanel", "Sales"),
                    lambda view: say(f"policy_scope.{view.policy.terms.scope}", lang), tone="secondary",
                    width=110, min_width=80, drop=3),
        day_column("start", lambda: translate("PoliciesPanel", "From"),
                   lambda view: view.policy.record.start, formats, width=96),
        day_column("end", lambda: translate("PoliciesPanel", "Until"),
                   lambda view: view.policy.last_day, formats, width=96),
        Column("state", lambda: translate("PoliciesPanel", "State"), state,
               value=lambda view: view.state.value, width=92, min_width=84, fixed=True),
        Column("pct", lambda: translate("PoliciesPanel", "Insured %"),
               lambda view: Cell(f"{written(view.policy.terms.insured_pct)}%"),
               value=lambda view: view.policy.terms.insured_pct, width=86, min_width=76, align=Align.RIGHT),
        Column("liability", lambda: translate("PoliciesPanel", "Maximum liability"), liability,
               value=lambda view: view.policy.terms.max_liability, width=140, min_width=120,
               align=Align.RIGHT, descending_first=True),
        Column("unchecked", lambda: translate("PoliciesPanel", "To compare"), unchecked,
               value=lambda view: len(view.policy.terms.unchecked) or None, width=92, min_width=84,
               align=Align.RIGHT, drop=1),
        text_column("renewed", lambda: translate("PoliciesPanel", "Renewed by"),
                    lambda view: view.following.record.number if view.following else "", tone="secondary",
                    width=120, min_width=100, drop=4),
    ]  # fmt: skip


def policy_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[PolicyView], TableCell]]]:
    """What a column of the list holds in an exported table."""
    lang = formats.lang

    def liability(view: PolicyView) -> TableCell:
        most = view.policy.terms.max_liability
        return None if most is None else Money(most, view.policy.record.currency)

    return {
        "insurer": (ColumnKind.TEXT, lambda view: view.policy.record.insurer),
        "product": (ColumnKind.TEXT, lambda view: view.policy.record.product),
        "number": (ColumnKind.TEXT, lambda view: view.policy.record.number),
        "scope": (ColumnKind.TEXT, lambda view: say(f"policy_scope.{view.policy.terms.scope}", lang)),
        "start": (ColumnKind.DATE, lambda view: view.policy.record.start),
        "end": (ColumnKind.DATE, lambda view: view.policy.last_day),
        "state": (ColumnKind.TEXT, lambda view: say(f"policy_state.{view.state}", lang)),
        "pct": (ColumnKind.TEXT, lambda view: f"{written(view.policy.terms.insured_pct)}%"),
        "liability": (ColumnKind.MONEY, liability),
        "unchecked": (ColumnKind.TEXT, lambda view: str(len(view.policy.terms.unchecked) or "")),
        "renewed": (ColumnKind.TEXT, lambda view: view.following.record.number if view.following else ""),
    }


def clause_table(policy: Policy, formats: Formats, buyers: Mapping[int, str]) -> Table:
    """A policy's clauses with where the paper says so, for a workbook or a PDF."""
    record, terms, lang = policy.record, policy.terms, formats.lang
    heads = (
        TableColumn("group", translate("PoliciesPanel", "Group"), ColumnKind.TEXT),
        TableColumn("clause", translate("PoliciesPanel", "Clause"), ColumnKind.TEXT),
        TableColumn("value", translate("PoliciesPanel", "What it says"), ColumnKind.TEXT),
        TableColumn("where", translate("PoliciesPanel", "Where in the policy"), ColumnKind.TEXT),
        TableColumn("mark", translate("PoliciesPanel", "Compared"), ColumnKind.TEXT),
    )
    rows: list[tuple[Any, ...]] = []
    for group in GROUPS:
        for name in group.clauses:
            mark = say("clause.unchecked", lang) if name in terms.unchecked else ""
            rows.append(
                (
                    say(f"clause_group.{group.code}", lang),
                    clause_name(name, lang),
                    value_words(name, terms, record.currency, formats, buyers),
                    terms.where.get(name, ""),
                    mark,
                )
            )
    title = translate("PoliciesPanel", "Clauses of {policy}").format(policy=policy_name(record))
    return Table(title, heads, tuple(rows), subtitle=(period_words(policy, formats), record.product))
