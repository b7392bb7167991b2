"""Buyer limits: what each insurer lets us ship under, how far it is used, and how it came about."""
