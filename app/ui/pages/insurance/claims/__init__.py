"""The tab of claims: the board, the list, and one claim whole."""
