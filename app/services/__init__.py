"""Use cases: one verb each, one transaction each, over ports that other rooms implement."""
