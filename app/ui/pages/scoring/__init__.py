"""The scoring wizard: one customer, one card, step by step, with the score at hand all the time."""
