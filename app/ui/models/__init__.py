"""Table models: a page cache over a query's ids, and aggregated rows held as a value."""
