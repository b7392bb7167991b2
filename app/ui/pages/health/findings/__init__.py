"""The tab of findings: what calls for an action, who does it, by when."""
