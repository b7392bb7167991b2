"""Charts drawn by matplotlib from their values, once for the screen and for paper; loaded off the window's thread."""
