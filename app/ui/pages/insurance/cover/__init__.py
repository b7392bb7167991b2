"""Cover invoice by invoice: what of each is insured, why not the rest, and what to do about it."""
