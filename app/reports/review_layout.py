"""How the review's tables are laid out: which columns stand right, and how wide they are to each other."""

from __future__ import annotations

MOST_ROWS = 24
"""So many rows of a table are printed; the window shows all."""
MOST = {"migration": 5, "findings": 60, "over_limit": 12}
"""Tables with another number of printed rows."""
RIGHT = frozenset(
    "invoices balance share rate provision overdue longest documents amount insured expected cumulative "
    "limit used beyond debt paid recovered coming going after loss after_insurance more_provision delayed "
    "cash_gap".split()
)
WIDTHS: dict[tuple[str, str], float] = {
    ("ages", "bucket"): 1.8,
    ("ages", "balance"): 1.5,
    ("ages", "provision"): 1.4,
    ("overdue", "customer"): 1.9,
    ("overdue", "overdue"): 1.1,
    ("overdue", "share"): 0.7,
    ("overdue", "longest"): 0.8,
    ("overdue", "step"): 2.3,
    ("receivables", "movement"): 3.0,
    ("receivables", "documents"): 1.0,
    ("receivables", "amount"): 1.5,
    ("provision_moves", "movement"): 4.0,
    ("provision_moves", "amount"): 1.5,
    ("provision_matrix", "bucket"): 2.0,
    ("risks", "customer"): 1.9,
    ("risks", "longest"): 0.65,
    ("risks", "balance"): 1.05,
    ("risks", "overdue"): 1.05,
    ("risks", "insured"): 1.05,
    ("risks", "expected"): 0.95,
    ("risks", "step"): 2.1,
    ("migration", "customer"): 2.2,
    ("migration", "was"): 0.8,
    ("migration", "now"): 0.8,
    ("migration", "moved"): 0.9,
    ("over_limit", "customer"): 2.0,
    ("releases", "on"): 0.8,
    ("releases", "customer"): 1.5,
    ("releases", "by"): 0.8,
    ("releases", "reason"): 1.8,
    ("overrides", "on"): 0.8,
    ("overrides", "customer"): 1.5,
    ("overrides", "was"): 0.6,
    ("overrides", "now"): 0.6,
    ("overrides", "by"): 0.8,
    ("overrides", "reason"): 1.9,
    ("gaps", "reason"): 2.6,
    ("duties", "safe"): 0.9,
    ("duties", "customer"): 1.7,
    ("duties", "duty"): 1.2,
    ("claims", "customer"): 1.8,
    ("write_offs", "on"): 0.9,
    ("write_offs", "customer"): 1.6,
    ("write_offs", "invoice"): 1.0,
    ("write_offs", "by"): 0.8,
    ("cases", "on"): 0.9,
    ("cases", "title"): 1.3,
    ("cases", "cause"): 1.2,
    ("cases", "amount"): 1.0,
    ("cases", "lesson"): 2.0,
    ("stress", "event"): 2.4,
    ("findings", "finding"): 2.6,
    ("findings", "action"): 2.2,
    ("findings", "owner"): 0.75,
    ("findings", "due"): 0.9,
    ("findings", "state"): 0.7,
    ("adjustments", "on"): 0.8,
    ("adjustments", "change"): 3.4,
    ("adjustments", "by"): 1.0,
}
