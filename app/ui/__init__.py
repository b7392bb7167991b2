"""The window: PySide6 pages, table models and painted widgets over the services."""
