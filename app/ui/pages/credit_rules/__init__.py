"""The rules behind every decision about credit: scorecards, terms by grade, authority, tables."""
