"""The tab of quarterly reviews: written, printed, locked, compared with what became of them."""
