"""The one table of the window: view, header, painted cells, totals row, remembered columns."""
