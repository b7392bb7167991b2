"""The tab of notices: what was told to the insurers, drafted, sent and answered."""
