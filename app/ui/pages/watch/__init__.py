"""Watching customers: early warnings, reviews due, and the library of cases."""
