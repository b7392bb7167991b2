"""The overview of the health check: key figures, two trends, the risk map, who owes most."""
