"""The overdue rule of the order check, and a test of it on the past."""
