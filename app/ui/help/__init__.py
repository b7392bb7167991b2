"""The help in the window: its panel, what it shows, and the guided walk through the sample company."""
