"""Scorecards: the list, the editor, what a card would change, its versions."""
