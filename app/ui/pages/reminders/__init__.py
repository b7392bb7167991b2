"""Reminders: the run of a day, letters drafted and sent, policies, and the words of letters."""
