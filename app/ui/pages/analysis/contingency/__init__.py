"""The tab of what is done when it gets worse: plans, drills and real runs."""
