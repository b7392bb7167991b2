"""The tab that tries what bad events would take."""
