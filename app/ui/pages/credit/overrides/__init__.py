"""Overrides: every grade that somebody gave against the score, why, and how it turned out."""
