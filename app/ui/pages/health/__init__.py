"""Measuring credit control: key figures, risks, own liquidity, findings and the reviews of quarters."""
