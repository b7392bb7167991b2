"""Charts as they are drawn, on the screen and on paper."""
