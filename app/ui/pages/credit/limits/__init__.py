"""Limits: who has how much, how far it is used, why, and until when."""
