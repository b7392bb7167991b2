"""Customers: the list, one customer's file, its documents, and everything typed by hand."""
