"""The Today page: what to do, for whom, by when, and how the money stands."""
