"""People: who uses the program, with which PIN, and who may grant how much to which grade."""
