"""Benchmarks against floors run in the same process on the same data; started by hand, one at a time."""
