"""The sample company: a seeded, invented ledger that looks alive around any as-of date."""
