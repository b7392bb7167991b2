"""Every parser of the program by name."""

from __future__ import annotations

from tests.fuzz import banks, papers, tables, texts

TARGETS = (*tables.targets(), *banks.targets(), *texts.targets(), *papers.targets())
