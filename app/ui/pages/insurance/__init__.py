"""Credit insurance: what is really covered, which deadline would forfeit it, and claims."""
