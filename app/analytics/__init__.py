"""Studies over frames: pandas in, values out. Loaded when a page asks for one, on the database worker."""
