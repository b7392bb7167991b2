"""Files that users have, turned into staged rows and row problems; writes nothing."""
