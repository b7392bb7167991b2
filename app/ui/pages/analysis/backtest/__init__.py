"""The tab that judges what the program foretold."""
