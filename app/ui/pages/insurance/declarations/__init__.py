"""The tab of declarations: turnover by period, and the premium on it."""
