"""The aging board: who owes what, since when, on any day."""
