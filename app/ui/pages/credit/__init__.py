"""Deciding about credit: the order check, limits, grades and overrides."""
