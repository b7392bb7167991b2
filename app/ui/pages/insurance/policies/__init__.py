"""Policies: the clauses of each, where the paper says so, and how they compare."""
