"""The credit-policy simulator's tab: an editor by grade, policies side by side, the frontier, adopting."""
