"""The credit file of a customer: statements, ratios, flows, company, outside facts, the report."""
