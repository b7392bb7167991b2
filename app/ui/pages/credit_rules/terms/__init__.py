"""Terms by grade: what each grade earns, and what bounds every limit."""
