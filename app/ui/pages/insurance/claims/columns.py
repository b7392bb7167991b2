"""Columns of the list of claims, and of the invoices of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, day_column, text_column
from app.ui.pages.insurance.claims.cards import STATE_TONES
from app.ui.pages.insurance.claims.invoice_choice import gap_words
from app.words import say

if TYPE_CHECKING:
    from app.domain.claim_trace import TracedInvoice
    from app.services.claim_views import ClaimDetail
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def claim_columns(formats: Formats) -> list[Column[ClaimDetail]]:
    """Buyer, state, cause, amounts, papers, policy, days."""
    return [*_about(formats), *_amounts(formats), *_rest(formats)]


def _about(formats: Formats) -> list[Column[ClaimDetail]]:
    """Buyer, state and cause."""

    def state(one: ClaimDetail) -> Cell:
        return Cell(say(f"claim_state.{one.row.state}", formats.lang), chip=STATE_TONES[one.row.state])

    return [
        text_column(
            "customer",
            lambda: translate("ClaimsPanel", "Buyer"),
            lambda one: formats.name(one.row.customer, one.row.customer_en),
            strong=True,
            width=170,
            min_width=110,
            stretch=2,
            fixed=True,
        ),
        Column(
            "state",
            lambda: translate("ClaimsPanel", "State"),
            state,
            value=lambda one: list(STATE_TONES).index(one.row.state),
            width=120,
            min_width=100,
            fixed=True,
        ),
        text_column(
            "cause",
            lambda: translate("ClaimsPanel", "Cause of loss"),
            lambda one: say(f"insured_cause.{one.row.claim.cause}", formats.lang),
            width=120,
            min_width=84,
            drop=4,
        ),
    ]


def _amounts(formats: Formats) -> list[Column[ClaimDetail]]:
    """What is covered, expected, approved and paid."""
    return [
        amount_column(
            "covered",
            lambda: translate("ClaimsPanel", "Covered debt"),
            lambda one: one.row.claim.claimed or one.calculation.covered,
            lambda one: one.row.claim.currency,
            formats,
            whole=True,
            zero_dash=True,
            width=112,
            drop=3,
        ),
        amount_column(
            "expected",
            lambda: translate("ClaimsPanel", "Expected"),
            lambda one: one.calculation.payable,
            lambda one: one.row.claim.currency,
            formats,
            whole=True,
            zero_dash=True,
            width=104,
        ),
        Column(
            "approved",
            lambda: translate("ClaimsPanel", "Approved"),
            lambda one: _approved(one, formats),
            value=lambda one: one.row.claim.approved,
            width=104,
            min_width=84,
            align=Align.RIGHT,
            drop=5,
        ),
        amount_column(
            "paid",
            lambda: translate("ClaimsPanel", "Paid"),
            lambda one: one.row.paid,
            lambda one: one.row.claim.currency,
            formats,
            whole=True,
            zero_dash=True,
            width=104,
        ),
    ]


def _rest(formats: Formats) -> list[Column[ClaimDetail]]:
    """Papers, the day it was opened, and the policy."""

    def papers(one: ClaimDetail) -> Cell:
        short = one.row.papers < one.row.papers_needed
        return Cell(f"{one.row.papers} / {one.row.papers_needed}", tone="warn" if short else "")

    return [
        Column(
            "papers",
            lambda: translate("ClaimsPanel", "Papers"),
            papers,
            value=lambda one: one.row.papers - one.row.papers_needed,
            width=76,
            min_width=64,
            align=Align.CENTER,
            drop=2,
        ),
        day_column(
            "opened", lambda: translate("ClaimsPanel", "Opened"), lambda one: one.row.claim.opened_on, formats
        ),
        text_column(
            "policy",
            lambda: translate("ClaimsPanel", "Policy"),
            lambda one: one.row.policy.record.number,
            tone="secondary",
            width=150,
            min_width=100,
            drop=1,
        ),
    ]


def _approved(one: ClaimDetail, formats: Formats) -> Cell:
    claim = one.row.claim
    if claim.approved is None:
        return Cell(DASH, tone="tertiary")
    return Cell(formats.whole(claim.approved, claim.currency))


def traced_columns(formats: Formats, currency: str) -> list[Column[TracedInvoice]]:
    """Number, shipped, due, open, limit (in the policy's currency), insured, and why not the rest."""
    return [*_invoice(formats), *_cover(formats, currency)]


def _invoice(formats: Formats) -> list[Column[TracedInvoice]]:
    """Number and days."""
    return [
        text_column(
            "number",
            lambda: translate("ClaimView", "Invoice"),
            lambda row: row.number,
            strong=True,
            width=104,
            min_width=84,
            stretch=1,
            fixed=True,
        ),
        day_column(
            "shipped", lambda: translate("ClaimView", "Shipped"), lambda row: row.shipped, formats, drop=2
        ),
        day_column("due", lambda: translate("ClaimView", "Due"), lambda row: row.due, formats, drop=3),
    ]


def _cover(formats: Formats, currency: str) -> list[Column[TracedInvoice]]:
    """What is open, its limit, what is insured, and why not the rest."""
    return [
        amount_column(
            "open",
            lambda: translate("ClaimView", "Open"),
            lambda row: row.open,
            lambda row: row.currency,
            formats,
            width=100,
            fixed=True,
        ),
        Column(
            "limit",
            lambda: translate("ClaimView", "Limit"),
            lambda row: Cell(
                DASH if row.limit is None else formats.whole(row.limit, currency),
                tone="tertiary" if row.limit is None else "",
            ),
            value=lambda row: row.limit,
            width=92,
            min_width=76,
            align=Align.RIGHT,
            drop=1,
            hidden=True,
        ),
        amount_column(
            "insured",
            lambda: translate("ClaimView", "Insured"),
            lambda row: row.insured,
            lambda row: row.currency,
            formats,
            zero_dash=True,
            width=100,
            fixed=True,
        ),
        text_column(
            "gaps",
            lambda: translate("ClaimView", "Not insured because"),
            lambda row: gap_words(row.gaps, formats.lang),
            tone="secondary",
            width=140,
            min_width=90,
            stretch=2,
        ),
    ]
