"""The import wizard: a user's file, its columns, what it would do, and what it did."""
