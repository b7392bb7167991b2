"""Queries behind the screens: plain SQL that answers with ids, then with the rows of some ids."""
