"""Where the risk lies: the map, concentration, moves of grades, aging over time."""
