"""Promises, disputes, payment plans, calls and files of a customer, inside its file."""
