"""The rules of trade credit as pure functions over frozen values: standard library only."""
