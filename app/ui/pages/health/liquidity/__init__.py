"""Our own liquidity's tab: figures with their formulas, trends, our statements, the cash gap."""
