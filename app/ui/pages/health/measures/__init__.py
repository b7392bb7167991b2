"""What the tabs of key figures share: the period chosen, how figures read, drawers, dialogs."""
