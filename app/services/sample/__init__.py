"""The sample company: a seeded, invented ledger that looks alive around any as-of date."""

SEED = 20
"""Which of all possible sample companies is shown."""

EDITION = 19
"""Raised whenever what is built changes: files built before are then built anew."""
